package handover

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// TestSuccessorChecksTheEstate: a predecessor that gives other things than were asked for is not taken at its word.
func TestSuccessorChecksTheEstate(t *testing.T) {
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	account, wanted := crypto.PubkeyToAddress(key.PublicKey), common.Hash{1}
	for name, c := range map[string]struct {
		successor Successor
		estate    Estate
		account   common.Address
		ok        bool
	}{
		"what was asked for": {
			successor: Successor{Datasets: []common.Hash{wanted}, WantsAccount: true}, account: account, ok: true,
			estate: Estate{Keys: []Key{{Dataset: wanted}}, Account: crypto.FromECDSA(key)},
		},
		"everything": {successor: Successor{}, estate: Estate{Keys: []Key{{Dataset: wanted}}},
			account: account, ok: true},
		"another dataset": {successor: Successor{Datasets: []common.Hash{wanted}},
			estate: Estate{Keys: []Key{{Dataset: common.Hash{2}}}}, account: account},
		"no account": {successor: Successor{WantsAccount: true}, account: account},
		"an account not wanted": {successor: Successor{}, estate: Estate{Account: crypto.FromECDSA(key)},
			account: account},
		"another account": {successor: Successor{WantsAccount: true},
			estate: Estate{Account: crypto.FromECDSA(key)}, account: common.Address{1}},
		"an account without a key": {
			successor: Successor{WantsAccount: true}, estate: Estate{Account: make([]byte, 32)}, account: account,
		},
	} {
		if err := c.successor.check(&c.estate, c.account); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}
