package snp

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/sha512"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"
	"slices"
)

// ReportSize is the size of a report, in bytes. A quote of this platform is one report and nothing else.
const ReportSize = 0x4a0

// Where a report has what, by the SEV-SNP ABI specification (publication 56860), table ATTESTATION_REPORT. Numbers are
// little-endian.
const (
	versionAt     = 0x000
	policyAt      = 0x008
	vmplAt        = 0x030
	algorithmAt   = 0x034
	signerAt      = 0x048
	reportDataAt  = 0x050
	measurementAt = 0x090
	hostDataAt    = 0x0c0
	idKeyDigestAt = 0x0e0
	tcbAt         = 0x180
	familyAt      = 0x188 // then model and stepping, from version 3 on
	chipAt        = 0x1a0
	chipEnd       = 0x1e0
	signatureAt   = 0x2a0 // r and s, of numberSize bytes each, and zeros up to the end

	numberSize    = 72
	signatureSize = 2 * numberSize
)

// Versions of reports that are read.
const (
	oldestVersion = 2
	newestVersion = 5
	// familyVersion is the first that has family, model and stepping of the chip.
	familyVersion = 3
)

// Bits of the guest's policy.
const (
	policyReserved   = 1 << 17 // is always set
	policyMigratable = 1 << 18
	policyDebug      = 1 << 19
	policyBits       = 26 // those above are zero
)

const (
	// ecdsaP384 is the one signature algorithm.
	ecdsaP384 = 1
	// maxStepping is the largest stepping that CPUID can tell.
	maxStepping = 0xf
)

// reserved are the stretches of a report that have to be zero, in every version.
var reserved = [][2]int{
	{0x4c, reportDataAt}, {familyAt + 3, chipAt}, {0x1eb, 0x1ec}, {0x1ef, 0x1f0}, {0x208, signatureAt},
	{signatureAt + signatureSize, ReportSize},
}

// report is a report whose form is valid. Nothing of it is verified.
type report []byte

// parse reads exactly one report.
func parse(b []byte) (report, error) {
	if len(b) != ReportSize {
		return nil, fmt.Errorf("%d bytes, a report has %d", len(b), ReportSize)
	}
	r := report(b)
	if v := r.version(); v < oldestVersion || v > newestVersion {
		return nil, fmt.Errorf("report version %d, versions %d to %d are read", v, oldestVersion, newestVersion)
	}
	if p := r.policy(); p&policyReserved == 0 || p>>policyBits != 0 {
		return nil, fmt.Errorf("guest policy %016x has reserved bits that are not as they must be", p)
	}
	for _, z := range reserved {
		if !allZero(r[z[0]:z[1]]) {
			return nil, fmt.Errorf("the reserved bytes from %#x to %#x are not zero", z[0], z[1])
		}
	}
	if r.version() < familyVersion && !allZero(r[familyAt:familyAt+3]) {
		return nil, fmt.Errorf("a report of version %d names the chip's family", r.version())
	}
	switch signer := r.uint32(signerAt); {
	case signer>>5 != 0:
		return nil, fmt.Errorf("the signer %#x has reserved bits", signer)
	case signer>>2 != 0:
		return nil, fmt.Errorf("it is signed by key %d, only the chip's own key (VCEK, 0) is read", signer>>2)
	}
	return r, nil
}

func allZero(b []byte) bool { return len(bytes.TrimLeft(b, "\x00")) == 0 }

func (r report) uint32(at int) uint32 { return binary.LittleEndian.Uint32(r[at:]) }
func (r report) uint64(at int) uint64 { return binary.LittleEndian.Uint64(r[at:]) }

func (r report) version() uint32     { return r.uint32(versionAt) }
func (r report) policy() uint64      { return r.uint64(policyAt) }
func (r report) vmpl() uint32        { return r.uint32(vmplAt) }
func (r report) tcb() uint64         { return r.uint64(tcbAt) }
func (r report) data() []byte        { return r[reportDataAt:measurementAt] }
func (r report) measurement() []byte { return r[measurementAt:hostDataAt] }
func (r report) hostData() []byte    { return r[hostDataAt:idKeyDigestAt] }
func (r report) chip() []byte        { return r[chipAt:chipEnd] }

// line returns the product line of the chip by its family and model, or "" when the report does not name them.
func (r report) line() (string, error) {
	family, model, stepping := r[familyAt], r[familyAt+1], r[familyAt+2]
	switch {
	case stepping > maxStepping:
		return "", fmt.Errorf("the stepping is %#x, the most is %#x", stepping, maxStepping)
	case family == 0 && model == 0 && stepping == 0:
		return "", nil
	case family == 0x19 && model == 0x01:
		return "Milan", nil
	case family == 0x19 && model == 0x11:
		return "Genoa", nil
	case family == 0x1a && model == 0x02:
		return "Turin", nil
	}
	return "", fmt.Errorf("no product line has family %#x and model %#x", family, model)
}

// verify checks the signature over the report's own bytes.
func (r report) verify(key *ecdsa.PublicKey) error {
	if a := r.uint32(algorithmAt); a != ecdsaP384 {
		return fmt.Errorf("signature algorithm %d is unknown", a)
	}
	digest := sha512.Sum384(r[:signatureAt])
	if !ecdsa.Verify(key, digest[:], r.number(signatureAt), r.number(signatureAt+numberSize)) {
		return errors.New("report signature verification error: the VCEK did not sign the report")
	}
	return nil
}

// number reads a number of the signature.
func (r report) number(at int) *big.Int {
	b := bytes.Clone(r[at : at+numberSize])
	slices.Reverse(b)
	return new(big.Int).SetBytes(b)
}
