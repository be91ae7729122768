package attestation_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/broker/attestation"
)

func TestNonceOfIsNotTheNonce(t *testing.T) {
	a, b := attestation.NonceOf(common.Hash{1}), attestation.NonceOf(common.Hash{2})
	if a == b || a == (common.Hash{1}) {
		t.Errorf("%s and %s", a, b)
	}
}

func FuzzParse(f *testing.F) {
	for _, v := range []any{
		attestation.Request{Nonce: common.Hash{1}},
		attestation.Answer{Account: common.Address{1}, Evidence: []byte{2}, Collateral: []byte{3}},
	} {
		b, err := json.Marshal(v)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if rq, err := attestation.ParseRequest(b); err == nil {
			enc, err := json.Marshal(rq)
			if err != nil {
				t.Fatal(err)
			}
			if again, err := attestation.ParseRequest(enc); err != nil || rq != again {
				t.Errorf("%q reads as %+v, which reads as %+v, %v", b, rq, again, err)
			}
		}
		if a, err := attestation.ParseAnswer(b); err == nil {
			enc, err := json.Marshal(a)
			if err != nil {
				t.Fatal(err)
			}
			if again, err := attestation.ParseAnswer(enc); err != nil || !reflect.DeepEqual(a, again) {
				t.Errorf("%q reads as %+v, which reads as %+v, %v", b, a, again, err)
			}
		}
	})
}
