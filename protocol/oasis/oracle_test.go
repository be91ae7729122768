package oasis_test

import (
	"bytes"
	"crypto/rand"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/signature"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/signature/signers/memory"
	"pgregory.net/rapid"

	"github.com/assent-network/assent/protocol/oasis"
)

// theirs and ours are one record in the types of oasis-core and in ours.
type (
	theirs struct {
		Hash      hash.Hash               `json:"hash"`
		Other     *hash.Hash              `json:"other,omitempty"`
		Namespace common.Namespace        `json:"namespace"`
		Key       signature.PublicKey     `json:"key"`
		Signature *signature.RawSignature `json:"signature,omitempty"`
		Number    uint64                  `json:"number,omitempty"`
		Raw       cbor.RawMessage         `json:"raw,omitempty"`
	}
	ours struct {
		Hash      oasis.Hash       `json:"hash"`
		Other     *oasis.Hash      `json:"other,omitempty"`
		Namespace oasis.Namespace  `json:"namespace"`
		Key       oasis.PublicKey  `json:"key"`
		Signature *oasis.Signature `json:"signature,omitempty"`
		Number    uint64           `json:"number,omitempty"`
		Raw       oasis.RawCBOR    `json:"raw,omitempty"`
	}
)

// compare decodes bytes both ways and compares verdicts and what comes out.
func compare(t interface{ Fatalf(string, ...any) }, data []byte) (decoded bool) {
	for name, decode := range map[string]struct {
		ours, theirs func([]byte, any) error
	}{
		"strict": {oasis.UnmarshalCBOR, cbor.Unmarshal},
		"loose":  {oasis.UnmarshalPartOfCBOR, cbor.UnmarshalRPC},
	} {
		var o ours
		var th theirs
		got, want := decode.ours(data, &o), decode.theirs(data, &th)
		if (got == nil) != (want == nil) {
			t.Fatalf("%s decoding of %x: we say %v, oasis-core says %v", name, data, got, want)
		}
		if got != nil {
			continue
		}
		decoded = true
		if a, b := oasis.MarshalCBOR(&o), cbor.Marshal(&th); !bytes.Equal(a, b) {
			t.Fatalf("%s decoding of %x: we write %x, oasis-core writes %x", name, data, a, b)
		}
		if o.Hash.String() != th.Hash.String() || o.Namespace.String() != th.Namespace.String() ||
			o.Key.String() != th.Key.String() {
			t.Fatalf("%s decoding of %x: we read %s %s %s, oasis-core %s %s %s", name, data, o.Hash, o.Namespace, o.Key,
				th.Hash, th.Namespace, th.Key)
		}
	}
	return decoded
}

// records returns encodings to begin with: whole, sparse, with a field more, and with a hash that is too short.
func records() [][]byte {
	sig := signature.RawSignature{1, 2, 3}
	other := hash.NewFromBytes([]byte("other"))
	return [][]byte{
		cbor.Marshal(&theirs{
			Hash: hash.NewFromBytes([]byte("a")), Other: &other, Namespace: common.Namespace{0x80, 31: 5},
			Key: signature.PublicKey{9}, Signature: &sig, Number: 1 << 40, Raw: cbor.Marshal("raw"),
		}),
		cbor.Marshal(&theirs{}),
		cbor.Marshal(map[string]any{"hash": make([]byte, 32), "more": 1}),
		cbor.Marshal(map[string]any{"hash": make([]byte, 31)}),
		cbor.Marshal(map[string]any{"hash": nil, "namespace": append([]byte{1}, make([]byte, 31)...)}),
	}
}

func TestCBOR_oracle(t *testing.T) {
	decoded := 0
	for _, r := range records() {
		if compare(t, r) {
			decoded++
		}
	}
	if decoded < 3 {
		t.Errorf("only %d records decode", decoded)
	}
	rapid.Check(t, func(t *rapid.T) {
		r := bytes.Clone(rapid.SampledFrom(records()).Draw(t, "record"))
		r[rapid.IntRange(0, len(r)-1).Draw(t, "at")] ^= rapid.Byte().Draw(t, "by")
		compare(t, r)
	})
}

func FuzzCBOR(f *testing.F) {
	for _, r := range records() {
		f.Add(r)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 0 {
			compare(t, data)
		}
	})
}

func TestHash_oracle(t *testing.T) {
	var empty hash.Hash
	empty.Empty()
	if oasis.EmptyHash() != oasis.Hash(empty) || oasis.HashOf() != oasis.Hash(empty) {
		t.Errorf("hash of nothing %s, oasis-core says %s", oasis.EmptyHash(), empty)
	}
	if got, want := oasis.HashOf([]byte("a"), []byte("bc")), hash.NewFromBytes([]byte("abc")); got != oasis.Hash(want) {
		t.Errorf("hash %s, oasis-core says %s", got, want)
	}
}

// A signature that oasis-core makes holds; any change of it does not.
func TestPublicKey_Verify(t *testing.T) {
	context := signature.NewContext("assent: test of package oasis")
	signer, err := memory.NewSigner(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	message := []byte("message")
	raw, err := signer.ContextSign(context, message)
	if err != nil {
		t.Fatal(err)
	}
	key, sig := oasis.PublicKey(signer.Public()), oasis.Signature(raw)
	if !key.Verify(string(context), message, sig) {
		t.Fatal("the signature does not hold")
	}
	if key.Verify("another", message, sig) || key.Verify(string(context), []byte("messagf"), sig) {
		t.Error("the signature holds for another context or message")
	}
	for i := range sig {
		bad := sig
		bad[i] ^= 1
		if key.Verify(string(context), message, bad) {
			t.Errorf("byte %d changed, and the signature holds", i)
		}
	}
}
