package solidity

import (
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// ErrorName is the name of an error as the contracts declare it, for example "JobPolicyRefuses". It is an error itself,
// so that errors.Is finds refusals by it: errors.Is(err, ErrJobPolicyRefuses).
type ErrorName string

// Error returns the name.
func (n ErrorName) Error() string { return string(n) }

// Error is a contract's refusal: the name of a custom error and its arguments.
type Error struct {
	Name ErrorName      // empty when the contract gave no reason, or one that is not declared in Assent's contracts
	Args map[string]any // by parameter name
	line string
}

// Error returns the name and arguments on one line, for example `JobPolicyRefuses: rule recipient`.
func (e *Error) Error() string {
	if e.line == "" {
		return string(e.Name)
	}
	return e.line
}

// Is reports whether target is the refusal's name.
func (e *Error) Is(target error) bool {
	name, ok := target.(ErrorName)
	return ok && e.Name == name
}

// argument is an argument of an error: its name, its type in the ABI and, where it is an enum, the name of that.
type argument struct{ name, typ, enum string }

// DecodeError returns the refusal that revert data stand for, an *Error: a custom error of the contracts or of the
// attestation precompile, or a reason of Solidity's own. The data of other contracts are shown as they are.
func DecodeError(data []byte) error {
	if len(data) < 4 {
		return &Error{line: "the contract refused without a reason"}
	}
	if reason, err := abi.UnpackRevert(data); err == nil {
		return &Error{Name: "Error", Args: map[string]any{"reason": reason},
			line: fmt.Sprintf("the contract refused: %q", reason)}
	}
	name, arguments := definitionOf([4]byte(data[:4]))
	if name == "" {
		return &Error{line: fmt.Sprintf("the contract refused with %s", hexutil.Encode(clip(data)))}
	}
	values, err := unpack(arguments, data[4:])
	if err != nil {
		return &Error{Name: name, line: fmt.Sprintf("%s with arguments that do not decode: %s", name,
			hexutil.Encode(clip(data)))}
	}
	e := &Error{Name: name, Args: make(map[string]any, len(values)), line: string(name)}
	parts := make([]string, len(values))
	for i, a := range arguments {
		e.Args[a.name] = values[i]
		parts[i] = a.name + " " + format(a, values[i])
	}
	if len(parts) > 0 {
		e.line += ": " + strings.Join(parts, ", ")
	}
	return e
}

// unpack decodes arguments as the ABI encodes them.
func unpack(arguments []argument, data []byte) ([]any, error) {
	inputs := make(abi.Arguments, len(arguments))
	for i, a := range arguments {
		typ, err := abi.NewType(a.typ, "", nil)
		if err != nil {
			return nil, fmt.Errorf("reading the type %q of argument %s: %w", a.typ, a.name, err)
		}
		inputs[i] = abi.Argument{Name: a.name, Type: typ}
	}
	return inputs.Unpack(data)
}

// format is the value of an argument in words; a member of an enum by its word, where it has one.
func format(a argument, v any) string {
	switch v := v.(type) {
	case [32]byte:
		return common.Hash(v).Hex()
	case []byte:
		return hexutil.Encode(clip(v))
	case string:
		return fmt.Sprintf("%q", v)
	case uint8:
		if words := membersOf(a.enum); int(v) < len(words) {
			return words[v]
		}
		return fmt.Sprint(v)
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
