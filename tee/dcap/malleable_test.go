package dcap_test

import (
	"bytes"
	"crypto/elliptic"
	"math/big"
	"reflect"
	"slices"
	"testing"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/quote"
	"github.com/assent-network/assent/tee/vectortest"
)

// otherForm is (r, n-s) for (r, s): another signature by the same key over the same bytes.
func otherForm(signature []byte) []byte {
	n := elliptic.P256().Params().N
	s := new(big.Int).Sub(n, new(big.Int).SetBytes(signature[32:]))
	return append(slices.Clone(signature[:32]), s.FillBytes(make([]byte, 32))...)
}

func isLow(signature []byte) bool {
	half := new(big.Int).Rsh(elliptic.P256().Params().N, 1)
	return new(big.Int).SetBytes(signature[32:]).Cmp(half) <= 0
}

// The other form of a signature makes the same claims, and is told apart by the hashes of evidence and collateral.
func TestOtherFormsOfSignatures(t *testing.T) {
	for _, c := range simulatedCases()[:1] {
		b := c.build(t)
		checkForms(t, b.quote, b.collateral, b.roots, func(q, container []byte) (*tee.Claims, error) {
			return dcap.Verifier{}.Verify(q, container, b.roots, b.machine.now)
		})
	}
}

// Intel and its machines sign in both forms, so that neither can be refused.
func TestOtherFormsOfSignatures_realQuotes(t *testing.T) {
	roots := vectortest.IntelRoot(t)
	low, high := 0, 0
	for _, q := range vectortest.Quotes() {
		raw, container := vectortest.Read(t, q.File), q.Marshal(t)
		if !q.SGX {
			checkForms(t, raw, container, roots, func(b, c []byte) (*tee.Claims, error) {
				return dcap.Verifier{Grace: q.Grace}.Verify(b, c, roots, q.Now)
			})
		}
		parsed, err := quote.Parse(raw)
		if err != nil {
			t.Fatal(err)
		}
		intel, err := collateral.ParseIntel(container)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range [][]byte{
			parsed.Auth.Signature[:], parsed.Auth.QEReportSignature[:], intel.TCBInfo.Signature,
			intel.QEIdentity.Signature,
		} {
			if isLow(s) {
				low++
			} else {
				high++
			}
		}
	}
	if low == 0 || high == 0 {
		t.Errorf("%d signatures in the low form and %d in the high one: one form could be refused", low, high)
	}
}

func checkForms(t *testing.T, raw, container []byte, roots tee.Roots, verify func(q, c []byte) (*tee.Claims, error)) {
	t.Helper()
	want, err := verify(raw, container)
	if err != nil {
		t.Fatal(err)
	}
	id, err := collateral.ID(container)
	if err != nil {
		t.Fatal(err)
	}
	q, err := quote.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	c, err := collateral.ParseIntel(container)
	if err != nil {
		t.Fatal(err)
	}
	copy(q.Auth.Signature[:], otherForm(q.Auth.Signature[:]))
	copy(q.Auth.QEReportSignature[:], otherForm(q.Auth.QEReportSignature[:]))
	c.TCBInfo.Signature, c.QEIdentity.Signature = otherForm(c.TCBInfo.Signature), otherForm(c.QEIdentity.Signature)
	otherQuote := q.Marshal()
	otherContainer, err := c.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	got, err := verify(otherQuote, otherContainer)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("claims %+v, %v; want %+v", got, err, want)
	}
	if other, err := collateral.ID(otherContainer); err != nil || other == id || bytes.Equal(otherQuote, raw) {
		t.Errorf("the other form has the same name, %v", err)
	}
}
