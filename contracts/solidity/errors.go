package solidity

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/contracts/bindings"
)

// Error is a contract's refusal: the name of a custom error and its arguments.
type Error struct {
	Name string         // as in the contract's interface, for example "JobPolicyRefuses"
	Args map[string]any // by parameter name
	line string
}

// Error returns the name and arguments on one line, for example `JobPolicyRefuses: field "minCohort"`.
func (e *Error) Error() string { return e.line }

// Is reports whether err is a refusal with the given name.
func Is(err error, name string) bool {
	var e *Error
	return errors.As(err, &e) && e.Name == name
}

// Decoder knows the errors of all contracts.
type Decoder struct {
	errors map[[4]byte]abi.Error
}

// NewDecoder returns a decoder for the errors of the contracts and of the attestation precompile, and Solidity's own.
func NewDecoder() (*Decoder, error) {
	d := &Decoder{errors: make(map[[4]byte]abi.Error)}
	for _, m := range []*abi.ABI{
		ptr(bindings.NewDatasetRegistry().GetABI()), ptr(bindings.NewConsentLedger().GetABI()),
		ptr(bindings.NewBudgetLedger().GetABI()), ptr(bindings.NewWorkerRegistry().GetABI()),
		ptr(bindings.NewCollateralRegistry().GetABI()), ptr(bindings.NewJobMarket().GetABI()),
		ptr(bindings.NewIAttestation().GetABI()), ptr(bindings.NewIPolicyChecker().GetABI()),
	} {
		for _, e := range m.Errors {
			d.errors[[4]byte(e.ID[:4])] = e
		}
	}
	if len(d.errors) == 0 {
		return nil, errors.New("solidity: the bindings hold no errors; generate them again")
	}
	return d, nil
}

func ptr(a abi.ABI) *abi.ABI { return &a }

// Decode returns the refusal that revert data stand for. Data of a contract that is not ours are shown as they are.
func (d *Decoder) Decode(data []byte) error {
	if len(data) < 4 {
		return &Error{Name: "", line: "the contract refused without a reason"}
	}
	if reason, err := abi.UnpackRevert(data); err == nil {
		return &Error{Name: "Error", Args: map[string]any{"reason": reason},
			line: fmt.Sprintf("the contract refused: %q", reason)}
	}
	known, ok := d.errors[[4]byte(data[:4])]
	if !ok {
		return &Error{Name: "", line: fmt.Sprintf("the contract refused with %s", hexutil.Encode(clip(data)))}
	}
	values, err := known.Inputs.Unpack(data[4:])
	if err != nil {
		return &Error{Name: known.Name, line: fmt.Sprintf("%s with arguments that do not decode: %s", known.Name,
			hexutil.Encode(clip(data)))}
	}
	e := &Error{Name: known.Name, Args: make(map[string]any, len(values)), line: known.Name}
	var parts []string
	for i, v := range values {
		name := known.Inputs[i].Name
		e.Args[name] = v
		parts = append(parts, name+" "+enumerated(known.Name, name, format(v)))
	}
	if len(parts) > 0 {
		e.line += ": " + strings.Join(parts, ", ")
	}
	return e
}

// Word is the word for a member of the enum that an argument of an error has; its number when it has none.
func (d *Decoder) Word(name, argument string, member uint8) string {
	return enumerated(name, argument, strconv.Itoa(int(member)))
}

func format(v any) string {
	switch v := v.(type) {
	case [32]byte:
		return common.Hash(v).Hex()
	case []byte:
		return hexutil.Encode(clip(v))
	case string:
		return fmt.Sprintf("%q", v)
	default:
		return fmt.Sprint(v)
	}
}

// clip keeps lines readable.
func clip(b []byte) []byte {
	if len(b) > 68 {
		return b[:68]
	}
	return b
}
