package solidity_test

import (
	"errors"
	"math/big"
	"os"
	"reflect"
	"regexp"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
)

func TestDecode(t *testing.T) {
	market := bindings.NewJobMarket().GetABI()
	refuses := market.Errors["JobPolicyRefuses"]
	args, err := refuses.Inputs.Pack(uint8(2))
	if err != nil {
		t.Fatal(err)
	}
	custom := append(append([]byte{}, refuses.ID[:4]...), args...)
	refused := bindings.NewIAttestation().GetABI().Errors["QuoteRefused"]
	args, err = refused.Inputs.Pack("revocation")
	if err != nil {
		t.Fatal(err)
	}
	precompile := append(append([]byte{}, refused.ID[:4]...), args...)
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"a custom error":         {custom, `JobPolicyRefuses: rule recipient`},
		"the precompile's error": {precompile, `QuoteRefused: step "revocation"`},
		"a cut custom error": {custom[:20], "JobPolicyRefuses with arguments that do not decode: " +
			hexutil.Encode(custom[:20])},
		"a reason string": {common.FromHex(
			"0x08c379a0000000000000000000000000000000000000000000000000000000000000002000000000000000000000000000000000000000000000000000000000000000026e6f000000000000000000000000000000000000000000000000000000000000"), `the contract refused: "no"`},
		"nothing":                {nil, "the contract refused without a reason"},
		"another contract's own": {common.FromHex("0xdeadbeef01"), "the contract refused with 0xdeadbeef01"},
	} {
		if got := solidity.DecodeError(c.data).Error(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if err := solidity.DecodeError(custom); !errors.Is(err, solidity.ErrJobPolicyRefuses) ||
		errors.Is(err, solidity.ErrJobLate) {
		t.Error("Is does not tell errors apart")
	}
}

// declared are the errors of all bindings, by name.
func declared() map[solidity.ErrorName]abi.Error {
	all := map[solidity.ErrorName]abi.Error{}
	for _, parsed := range []abi.ABI{
		bindings.NewConsentLedgerFactory().GetABI(), bindings.NewDatasetRegistry().GetABI(),
		bindings.NewConsentLedger().GetABI(), bindings.NewBudgetLedger().GetABI(),
		bindings.NewWorkerRegistry().GetABI(), bindings.NewCollateralRegistry().GetABI(),
		bindings.NewJobMarket().GetABI(), bindings.NewIAttestation().GetABI(), bindings.NewIPolicyChecker().GetABI(),
	} {
		for _, e := range parsed.Errors {
			all[solidity.ErrorName(e.Name)] = e
		}
	}
	return all
}

// TestNamesAreTheABIs holds the generated names against the ABIs: each error decodes to its name with its arguments,
// and there is no name that no contract declares.
func TestNamesAreTheABIs(t *testing.T) {
	errs := declared()
	for name, e := range errs {
		var zeros []any
		for _, input := range e.Inputs {
			zeros = append(zeros, reflect.Zero(input.Type.GetType()).Interface())
			if b, ok := zeros[len(zeros)-1].(*big.Int); ok && b == nil {
				zeros[len(zeros)-1] = new(big.Int)
			}
		}
		args, err := e.Inputs.Pack(zeros...)
		if err != nil {
			t.Fatal(err)
		}
		var got *solidity.Error
		err = solidity.DecodeError(append(e.ID[:4:4], args...))
		if !errors.As(err, &got) || !errors.Is(err, name) || len(got.Args) != len(e.Inputs) {
			t.Errorf("%s: %v, %+v", e.Sig, err, got)
			continue
		}
		for i, input := range e.Inputs {
			if v, ok := got.Args[input.Name]; !ok || reflect.TypeOf(v) != reflect.TypeOf(zeros[i]) {
				t.Errorf("%s: argument %s is %T, %v", e.Sig, input.Name, v, ok)
			}
		}
	}
	source, err := os.ReadFile("names.go")
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile(`(?m)^\tErr(\w+) +ErrorName = "(\w+)"$`).FindAllStringSubmatch(string(source), -1)
	for _, m := range names {
		if m[1] != m[2] || errs[solidity.ErrorName(m[2])].Name == "" {
			t.Errorf("no contract declares %s, which is Err%s", m[2], m[1])
		}
	}
	if len(names) != len(errs) {
		t.Errorf("%d names, the contracts declare %d errors", len(names), len(errs))
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(common.FromHex("0x08c379a00000000000000000000000000000000000000000000000000000000000000020"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if solidity.DecodeError(data).Error() == "" {
			t.Error("an empty line")
		}
	})
}
