package handover

import (
	"crypto/ecdh"
	"crypto/rand"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/signature"
)

// otherForm is the signature that anyone can make of another one: with the order of the group less s.
func otherForm(s signature.Signature) signature.Signature {
	high := new(big.Int).Sub(crypto.S256().Params().N, new(big.Int).SetBytes(s[32:64]))
	high.FillBytes(s[32:64])
	s[64] = 27 + 28 - s[64]
	return s
}

// TestExchangeBindsEverything moves one thing at a time: the envelope opens where everything is as it was sealed, and
// nowhere else.
func TestExchangeBindsEverything(t *testing.T) {
	account, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	rek, err := ecdh.X25519().GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	whole := exchange{
		chainID: 1, runtime: common.Hash{1}, trustRoot: common.Hash{2},
		account: crypto.PubkeyToAddress(account.PublicKey), nonce: common.Hash{3},
		request: Request{Enclave: common.Address{4}, REK: common.Hash(rek.PublicKey().Bytes()), Evidence: []byte{5},
			Datasets: []common.Hash{{6}}},
	}
	x25519, err := sealed.X25519PrivateKey(rek)
	if err != nil {
		t.Fatal(err)
	}
	estate := &Estate{Keys: []Key{}, Round: 7}
	response, err := whole.seal(estate, account)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := whole.open(*response, rek); err != nil || got.Round != 7 {
		t.Fatalf("opened %+v, %v", got, err)
	}
	for name, move := range map[string]func(x *exchange){
		"chain":            func(x *exchange) { x.chainID++ },
		"runtime":          func(x *exchange) { x.runtime[0]++ },
		"trust root":       func(x *exchange) { x.trustRoot[0]++ },
		"predecessor":      func(x *exchange) { x.account[0]++ },
		"challenge":        func(x *exchange) { x.nonce[0]++ },
		"enclave":          func(x *exchange) { x.request.Enclave[0]++ },
		"REK":              func(x *exchange) { x.request.REK[0]++ },
		"evidence":         func(x *exchange) { x.request.Evidence = []byte{6} },
		"datasets":         func(x *exchange) { x.request.Datasets = nil },
		"what was wanted":  func(x *exchange) { x.request.WantsAccount = true },
		"a dataset's name": func(x *exchange) { x.request.Datasets = []common.Hash{{7}} },
	} {
		x := whole
		move(&x)
		if _, err := x.open(*response, rek); !errors.Is(err, ErrSignature) {
			t.Errorf("another %s: %v, want %v", name, err, ErrSignature)
		}
		// Were the signature right, the envelope would stay closed.
		context := x.hash()
		if _, err := sealed.Open(label, x25519, context[:], response.Wrapped); !errors.Is(err, sealed.ErrOpen) {
			t.Errorf("another %s: the envelope opens: %v", name, err)
		}
	}
	other, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	forged, err := whole.seal(estate, other)
	if err != nil {
		t.Fatal(err)
	}
	half, bare := response.Signature, response.Signature
	clear(half[32:])
	bare[64] -= 27
	for name, r := range map[string]Response{
		"another's signature":  *forged,
		"no signature":         {Wrapped: response.Wrapped},
		"half a signature":     {Wrapped: response.Wrapped, Signature: half},
		"the other form of it": {Wrapped: response.Wrapped, Signature: otherForm(response.Signature)},
		"v of 0 or 1":          {Wrapped: response.Wrapped, Signature: bare},
		"another envelope":     {Wrapped: forged.Wrapped, Signature: response.Signature},
	} {
		if _, err := whole.open(r, rek); !errors.Is(err, ErrSignature) {
			t.Errorf("%s: %v, want %v", name, err, ErrSignature)
		}
	}
	if whole.request.REK = (common.Hash{}); true {
		if _, err := whole.seal(estate, account); !errors.Is(err, sealed.ErrKey) {
			t.Errorf("sealed to a key that is none: %v", err)
		}
	}
}
