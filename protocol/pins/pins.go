// Package pins is the document of what quotes of machines have to show beside their measurement, which a policy names
// by its hash.
//
// A measurement says what runs. How the processor keeps the host away from it is in other fields of a quote: attributes
// and extended features of a TD, policy and privilege level of an SNP guest. The host chooses them when it starts the
// guest, so that one measurement may come with any of them.
package pins

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
)

// Format is the format member of every document of this version.
const Format = "assent-pins/1"

// MaxSize is the size of the largest document, in bytes.
const MaxSize = 4096

// maxXFAM is how many values of XFAM a document may list.
const maxXFAM = 16

// Pins are what quotes have to show. A platform without pins is not accepted.
type Pins struct {
	Format string `json:"format"`
	SNP    *SNP   `json:"snp,omitempty"`
	TDX    *TDX   `json:"tdx,omitempty"`
}

// TDX pins a guest of Intel TDX, simulated ones too.
type TDX struct {
	Attributes Bits   `json:"attributes"` // ATTRIBUTES of the TD report, bit 0 is DEBUG
	XFAM       []Word `json:"xfam"`       // values that it may have, in ascending order
}

// SNP pins a guest of AMD SEV-SNP.
type SNP struct {
	Policy Bits  `json:"policy"` // POLICY of the report
	VMPL   uint8 `json:"vmpl"`   // privilege level of the code that asked for the report: 0, the highest, to 3
}

// Bits say which bits of a field count and what those are.
type Bits struct {
	Mask  Word `json:"mask"`
	Value Word `json:"value"`
}

// Word is 64 bits of a quote as a number; in JSON 0x and 16 lower-case hexadecimal digits.
type Word uint64

// wordSize is how long a Word is in JSON.
const wordSize = 2 + 16

func (w Word) String() string { return fmt.Sprintf("0x%016x", uint64(w)) }

// MarshalText implements encoding.TextMarshaler.
func (w Word) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (w *Word) UnmarshalText(b []byte) error {
	digits, found := strings.CutPrefix(string(b), "0x")
	n, err := strconv.ParseUint(digits, 16, 64)
	if *w = Word(n); err != nil || !found || w.String() != string(b) || len(b) != wordSize {
		return fmt.Errorf("%.40q is not 0x and 16 lower-case hexadecimal digits", b)
	}
	return nil
}

// accepts says which bits of a value are not as pinned; it is empty when all are.
func (b Bits) accepts(value uint64) string {
	wrong := (value ^ uint64(b.Value)) & uint64(b.Mask)
	if wrong == 0 {
		return ""
	}
	var on, off []string
	for i := range 64 {
		switch bit := uint64(1) << i; {
		case wrong&bit == 0:
		case value&bit != 0:
			on = append(on, strconv.Itoa(i))
		default:
			off = append(off, strconv.Itoa(i))
		}
	}
	var says []string
	if len(on) > 0 {
		says = append(says, "must not have bits "+strings.Join(on, ", "))
	}
	if len(off) > 0 {
		says = append(says, "must have bits "+strings.Join(off, ", "))
	}
	return strings.Join(says, " and ")
}

// Error says which pin a quote does not keep.
type Error struct {
	Pin    string // "platform", "attributes", "xfam", "policy" or "vmpl"
	Reason string
}

func (e *Error) Error() string { return fmt.Sprintf("pin %q: %s", e.Pin, e.Reason) }

// AcceptsTDX checks attributes and XFAM of a TD. The error is an *Error.
func (p *Pins) AcceptsTDX(attributes, xfam uint64) error {
	if p.TDX == nil {
		return &Error{Pin: "platform", Reason: "guests of TDX are not accepted"}
	}
	if says := p.TDX.Attributes.accepts(attributes); says != "" {
		return &Error{Pin: "attributes", Reason: fmt.Sprintf("the TD has attributes %s and %s", Word(attributes), says)}
	}
	if !slices.Contains(p.TDX.XFAM, Word(xfam)) {
		return &Error{Pin: "xfam", Reason: fmt.Sprintf("the TD has XFAM %s, accepted are %v", Word(xfam), p.TDX.XFAM)}
	}
	return nil
}

// AcceptsSNP checks policy and privilege level of an SNP guest. The error is an *Error.
func (p *Pins) AcceptsSNP(policy uint64, vmpl uint8) error {
	if p.SNP == nil {
		return &Error{Pin: "platform", Reason: "guests of SEV-SNP are not accepted"}
	}
	if says := p.SNP.Policy.accepts(policy); says != "" {
		return &Error{Pin: "policy", Reason: fmt.Sprintf("the guest has policy %s and %s", Word(policy), says)}
	}
	if vmpl != p.SNP.VMPL {
		return &Error{Pin: "vmpl", Reason: fmt.Sprintf("the report is for VMPL %d, want %d", vmpl, p.SNP.VMPL)}
	}
	return nil
}

// Validate reports whether a document makes sense.
func (p *Pins) Validate() error {
	switch {
	case p.Format != Format:
		return fmt.Errorf("pins: format %.40q, this program reads %q", p.Format, Format)
	case p.TDX == nil && p.SNP == nil:
		return errors.New("pins: no platform is pinned, so that no machine would be accepted")
	}
	if p.TDX != nil {
		if err := p.TDX.validate(); err != nil {
			return err
		}
	}
	if p.SNP != nil {
		if err := p.SNP.Policy.validate("snp.policy"); err != nil {
			return err
		}
		if p.SNP.VMPL > 3 {
			return fmt.Errorf("pins: snp.vmpl: %d is none of 0 to 3", p.SNP.VMPL)
		}
	}
	return nil
}

func (t *TDX) validate() error {
	if err := t.Attributes.validate("tdx.attributes"); err != nil {
		return err
	}
	if len(t.XFAM) == 0 || len(t.XFAM) > maxXFAM {
		return fmt.Errorf("pins: tdx.xfam: %d values, want 1 to %d", len(t.XFAM), maxXFAM)
	}
	for i, w := range t.XFAM {
		if i > 0 && w <= t.XFAM[i-1] {
			return fmt.Errorf("pins: tdx.xfam: %s does not come after %s", w, t.XFAM[i-1])
		}
	}
	return nil
}

func (b Bits) validate(field string) error {
	if rest := b.Value &^ b.Mask; rest != 0 {
		return fmt.Errorf("pins: %s: the value has bits %s, which the mask has not", field, rest)
	}
	return nil
}

// Marshal returns the document, canonical JSON.
func (p *Pins) Marshal() ([]byte, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return canonical.Marshal(p)
}

// Hash names the document: keccak256 of its canonical JSON.
func (p *Pins) Hash() (common.Hash, error) {
	b, err := p.Marshal()
	return HashOf(b), err
}

// HashOf names the bytes of a document.
func HashOf(b []byte) common.Hash { return crypto.Keccak256Hash(b) }

// Parse reads a document: canonical JSON, in which no member is unknown, missing or repeated.
func Parse(b []byte) (*Pins, error) {
	if len(b) > MaxSize {
		return nil, fmt.Errorf("pins: %d bytes, at most %d", len(b), MaxSize)
	}
	if err := canonical.Check(b); err != nil {
		return nil, fmt.Errorf("pins: %w", err)
	}
	var p Pins
	if err := canonical.Unmarshal(b, &p); err != nil {
		return nil, fmt.Errorf("pins: %w", err)
	}
	return &p, p.Validate()
}

// Open reads the document that a policy names.
func Open(b []byte, hash common.Hash) (*Pins, error) {
	if got := HashOf(b); got != hash {
		return nil, fmt.Errorf("pins: the document has hash %s, the policy names %s", got, hash)
	}
	return Parse(b)
}

// Bits of quotes that Image pins, by Intel's TDX module ABI specification and AMD's SEV-SNP firmware ABI specification.
const (
	tdPKS           Word = 1 << 30 // protection keys for supervisor pages, as the processor has them
	tdSEPTVEDisable Word = 1 << 28 // the host cannot raise exceptions at pages that it takes away

	snpABI      Word = 0xffff         // smallest version of the firmware's interface
	snpSMT      Word = 1 << 16        // may run on a processor with SMT
	snpReserved Word = 1 << 17        // always 1
	snpStricter Word = 0b111101 << 20 // single socket, AES-256-XTS, RAPL off, ciphertext hidden, pages not swapped
)

// Image are the pins of the machine image: what the guest of its launch shows and nothing that opens it to its host.
// Debug, migration, performance counters and every reserved bit are off, exceptions at pages that are taken away too;
// XFAM is one of those that Linux gives a guest of its own accord; reports of SNP are those of the highest privilege
// level.
func Image() *Pins {
	return &Pins{
		Format: Format,
		TDX: &TDX{
			Attributes: Bits{Mask: ^tdPKS, Value: tdSEPTVEDisable},
			XFAM:       []Word{0xe7, 0x2e7, 0x1ae7, 0x600e7, 0x602e7, 0x61ae7},
		},
		SNP: &SNP{Policy: Bits{Mask: ^(snpABI | snpSMT | snpStricter), Value: snpReserved}},
	}
}
