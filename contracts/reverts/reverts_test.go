package reverts_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/reverts"
)

func TestDecode(t *testing.T) {
	d, err := reverts.NewDecoder()
	if err != nil {
		t.Fatal(err)
	}
	market := bindings.NewJobMarket().GetABI()
	refuses := market.Errors["JobPolicyRefuses"]
	args, err := refuses.Inputs.Pack("minCohort")
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
		"a custom error":         {custom, `JobPolicyRefuses: field "minCohort"`},
		"the precompile's error": {precompile, `QuoteRefused: step "revocation"`},
		"a cut custom error":     {custom[:20], "JobPolicyRefuses with arguments that do not decode: " + hexutil.Encode(custom[:20])},
		"a reason string":        {common.FromHex("0x08c379a0000000000000000000000000000000000000000000000000000000000000002000000000000000000000000000000000000000000000000000000000000000026e6f000000000000000000000000000000000000000000000000000000000000"), `the contract refused: "no"`},
		"nothing":                {nil, "the contract refused without a reason"},
		"another contract's own": {common.FromHex("0xdeadbeef01"), "the contract refused with 0xdeadbeef01"},
	} {
		if got := d.Decode(c.data).Error(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if err := d.Decode(custom); !reverts.Is(err, "JobPolicyRefuses") || reverts.Is(err, "JobLate") {
		t.Error("Is does not tell errors apart")
	}
}

func FuzzDecode(f *testing.F) {
	d, err := reverts.NewDecoder()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(common.FromHex("0x08c379a00000000000000000000000000000000000000000000000000000000000000020"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if d.Decode(data).Error() == "" {
			t.Error("an empty line")
		}
	})
}
