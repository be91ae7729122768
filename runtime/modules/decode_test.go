package modules_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"testing"

	"github.com/btcsuite/btcd/btcec/v2"
	"github.com/btcsuite/btcd/btcec/v2/ecdsa"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	sdkTesting "github.com/oasisprotocol/oasis-sdk/client-sdk/go/testing"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/modules"
)

var update = flag.Bool("update", false, "write testdata anew")

// vector is one raw transaction of testdata/transactions.json, made by the SDK's own signers.
type vector struct {
	Name string `json:"name"`
	Raw  string `json:"raw"`
	// Module and Code are of the refusal; empty and zero for good ones.
	Module string `json:"module,omitempty"`
	Code   uint32 `json:"code,omitempty"`
}

// goodVectors signs transactions with the SDK's keys.
func goodVectors(t testing.TB) []vector {
	several := transferTx(sdkTesting.Bob.Address, 1)
	several.AppendAuthSignature(sdkTesting.Alice.SigSpec, 0)
	several.AppendAuthSignature(sdkTesting.Dave.SigSpec, 0)
	multisig := transferTx(sdkTesting.Bob.Address, 1)
	multisig.AppendAuthMultisig(multisigConfig(), 0)
	dated := transferTx(sdkTesting.Bob.Address, 1)
	first, last := uint64(5), uint64(500)
	dated.AuthInfo.NotBefore, dated.AuthInfo.NotAfter = &first, &last
	var vectors []vector
	add := func(name string, raw []byte) {
		vectors = append(vectors, vector{Name: name, Raw: hex.EncodeToString(raw)})
	}
	add("ed25519", sign(t, transferTx(sdkTesting.Bob.Address, 1), sdkTesting.Alice, 0))
	add("secp256k1", sign(t, transferTx(sdkTesting.Bob.Address, 1), sdkTesting.Dave, 0))
	add("two signers", signAll(t, several, sdkTesting.Alice, sdkTesting.Dave))
	add("multisig", signAll(t, multisig, sdkTesting.Alice, sdkTesting.Dave))
	add("multisig by one of enough weight", signAll(t, multisig, sdkTesting.Dave))
	add("between rounds", sign(t, dated, sdkTesting.Alice, 0))
	// Other SDKs write fields that are zero.
	add("explicit zeros", explicitZeros(t))
	return vectors
}

// explicitZeros is a transaction whose optional fields are there and zero.
func explicitZeros(t testing.TB) []byte {
	body := cbor.Marshal(map[string]any{
		"v":    1,
		"call": map[string]any{"format": 0, "method": "trial.Read", "body": nil, "ro": false},
		"ai": map[string]any{
			"si": []any{map[string]any{"nonce": 0, "address_spec": map[string]any{
				"signature": map[string]any{"ed25519": sdkTesting.Alice.Signer.Public()},
			}}},
			"fee": map[string]any{"amount": []any{native(defaultFee).Amount, []byte{}}, "gas": defaultGas,
				"consensus_messages": 0},
		},
	})
	return envelope(t, body, sdkTesting.Alice)
}

// envelope signs a body as it is.
func envelope(t testing.TB, body []byte, keys ...sdkTesting.TestKey) []byte {
	t.Helper()
	ut := types.UnverifiedTransaction{Body: body, AuthProofs: []types.AuthProof{}}
	for _, key := range keys {
		sig, err := key.Signer.ContextSign(testContext, body)
		if err != nil {
			t.Fatal(err)
		}
		ut.AuthProofs = append(ut.AuthProofs, types.AuthProof{Signature: sig})
	}
	return cbor.Marshal(&ut)
}

// badVectors breaks one thing in each.
func badVectors(t testing.TB) []vector {
	tx := func() *types.Transaction {
		tx := transferTx(sdkTesting.Bob.Address, 1)
		tx.AppendAuthSignature(sdkTesting.Alice.SigSpec, 0)
		return tx
	}
	good := signAll(t, tx(), sdkTesting.Alice)
	var opened types.UnverifiedTransaction
	if err := cbor.Unmarshal(good, &opened); err != nil {
		t.Fatal(err)
	}
	// fields is the good body as a map, to be changed.
	fields := func(change func(body, call, auth map[string]any)) []byte {
		var body map[string]any
		if err := cbor.Unmarshal(opened.Body, &body); err != nil {
			t.Fatal(err)
		}
		call, auth := stringMap(body["call"]), stringMap(body["ai"])
		body["call"], body["ai"] = call, auth
		change(body, call, auth)
		return envelope(t, cbor.Marshal(body), sdkTesting.Alice)
	}
	proofs := func(proofs any) []byte { return cbor.Marshal([]any{opened.Body, proofs}) }
	altered := bytes.Clone(good)
	altered[len(altered)-1] ^= 1

	malformed := modules.ErrMalformedTransaction
	var vectors []vector
	add := func(name string, raw []byte, want *modules.Error) {
		vectors = append(vectors, vector{Name: name, Raw: hex.EncodeToString(raw), Module: want.Module,
			Code: want.Code})
	}
	add("empty", nil, malformed)
	add("not CBOR", []byte{0xff}, malformed)
	add("null", []byte{0xf6}, malformed)
	add("a map", cbor.Marshal(map[string]any{"body": opened.Body}), malformed)
	add("truncated", good[:len(good)-1], malformed)
	add("with a byte after it", append(bytes.Clone(good), 0), malformed)
	add("array of one", cbor.Marshal([]any{opened.Body}), malformed)
	add("array of three", cbor.Marshal([]any{opened.Body, opened.AuthProofs, 0}), malformed)
	add("length not in shortest form", append([]byte{0x98, 0x02}, good[1:]...), malformed)
	add("tagged", append([]byte{0xc1}, good...), malformed)
	add("indefinite length", append(append([]byte{0x9f}, good[1:]...), 0xff), malformed)
	add("empty body", cbor.Marshal([]any{[]byte{}, opened.AuthProofs}), malformed)
	add("body not a map", envelope(t, cbor.Marshal(5), sdkTesting.Alice), malformed)
	add("body with a byte after it", envelope(t, append(bytes.Clone(opened.Body), 0), sdkTesting.Alice), malformed)
	add("keys not sorted", envelope(t, swapKeys(t, opened.Body), sdkTesting.Alice), malformed)
	add("signature altered", altered, malformed)
	add("signature of another", envelope(t, opened.Body, sdkTesting.Bob), malformed)
	add("signature for another network", otherNetwork(t, tx()), malformed)
	add("signature too short", proofs([]any{map[string]any{"signature": []byte{1, 2, 3}}}), malformed)
	add("no proofs", proofs([]any{}), malformed)
	add("proof of no kind", proofs([]any{map[string]any{}}), malformed)
	add("proof of two kinds", proofs([]any{map[string]any{"signature": opened.AuthProofs[0].Signature,
		"module": "trial.body"}}), malformed)
	add("proof of unknown kind", proofs([]any{map[string]any{"password": "x"}}), malformed)
	add("one proof too many", proofs([]any{opened.AuthProofs[0], opened.AuthProofs[0]}), malformed)
	add("multisig proof for one signer", proofs(
		[]any{map[string]any{"multisig": []any{opened.AuthProofs[0].Signature}}}), malformed)
	add("module proof among others", proofs([]any{map[string]any{"module": "trial.body"}, opened.AuthProofs[0]}),
		malformed)
	add("unknown scheme", proofs([]any{map[string]any{"module": "nobody.v1"}}), malformed)
	add("scheme that panics", proofs([]any{map[string]any{"module": "trial.panic"}}), malformed)
	add("scheme that finds no signers", cbor.Marshal(
		[]any{cbor.Marshal(newTx("trial.Read", nil)), []any{map[string]any{"module": "trial.body"}}}), malformed)
	add("too many proofs", proofs([]any{0: opened.AuthProofs[0], 1: opened.AuthProofs[0], 2: opened.AuthProofs[0],
		3: opened.AuthProofs[0], 4: opened.AuthProofs[0]}), modules.ErrTooManyAuth)
	add("too many multisig signatures", proofs([]any{map[string]any{"multisig": make([]any, 9)}}),
		modules.ErrMultisigTooManySigners)
	add("too large", cbor.Marshal([]any{make([]byte, 5000), opened.AuthProofs}), modules.ErrOversizedTransaction)

	add("version 0", fields(func(body, _, _ map[string]any) { body["v"] = 0 }), malformed)
	add("version 2", fields(func(body, _, _ map[string]any) { body["v"] = 2 }), malformed)
	add("no call", fields(func(body, _, _ map[string]any) { delete(body, "call") }), malformed)
	add("no call body", fields(func(_, call, _ map[string]any) { delete(call, "body") }), malformed)
	add("no signers", fields(func(_, _, auth map[string]any) { auth["si"] = []any{} }), malformed)
	add("no fee", fields(func(_, _, auth map[string]any) { delete(auth, "fee") }), malformed)
	add("unknown field", fields(func(body, _, _ map[string]any) { body["x"] = 1 }), malformed)
	add("unknown field of the call", fields(func(_, call, _ map[string]any) { call["x"] = 1 }), malformed)
	add("call format 2", fields(func(_, call, _ map[string]any) { call["format"] = 2 }), malformed)
	add("call body with a float", fields(func(_, call, _ map[string]any) { call["body"] = 1.5 }), malformed)
	add("fee of 129 bits", fields(func(_, _, auth map[string]any) {
		auth["fee"] = map[string]any{"amount": []any{bytes.Repeat([]byte{1}, 17), []byte{}}, "gas": defaultGas}
	}), malformed)
	add("denomination of 33 bytes", fields(func(_, _, auth map[string]any) {
		auth["fee"] = map[string]any{"amount": []any{[]byte{1}, make([]byte, 33)}, "gas": defaultGas}
	}), malformed)
	spec := func(spec any) func(_, _, auth map[string]any) {
		return func(_, _, auth map[string]any) { auth["si"] = []any{map[string]any{"address_spec": spec, "nonce": 0}} }
	}
	key := sdkTesting.Alice.Signer.Public()
	add("signer of no kind", fields(spec(map[string]any{})), malformed)
	add("signer without key", fields(spec(map[string]any{"signature": map[string]any{}})), malformed)
	add("signer with two keys", fields(spec(map[string]any{"signature": map[string]any{"ed25519": key,
		"secp256k1eth": sdkTesting.Dave.Signer.Public()}})), malformed)
	add("signer of two kinds", fields(spec(map[string]any{"signature": map[string]any{"ed25519": key},
		"multisig": multisigConfig()})), malformed)
	add("key of 31 bytes", fields(spec(map[string]any{"signature": map[string]any{"ed25519": make([]byte, 31)}})),
		malformed)
	add("key that is no point", fields(spec(map[string]any{"signature": map[string]any{"secp256k1eth": make([]byte,
		33)}})), malformed)
	add("multisig of nobody", fields(spec(map[string]any{"multisig": map[string]any{"signers": []any{},
		"threshold": 0}})), malformed)

	light := transferTx(sdkTesting.Bob.Address, 1)
	light.AppendAuthMultisig(multisigConfig(), 0)
	add("multisig without enough weight", signAll(t, light, sdkTesting.Alice), malformed)
	add("secp256k1 signature with high S", highS(t), malformed)
	add("secp256k1 key not compressed", uncompressed(t), malformed)
	return vectors
}

func stringMap(v any) map[string]any {
	out := make(map[string]any)
	for key, value := range v.(map[any]any) {
		out[key.(string)] = value
	}
	return out
}

// swapKeys writes the body's first two fields in the wrong order.
func swapKeys(t testing.TB, body []byte) []byte {
	t.Helper()
	var fields struct {
		V    cbor.RawMessage `json:"v"`
		AI   cbor.RawMessage `json:"ai"`
		Call cbor.RawMessage `json:"call"`
	}
	if err := cbor.Unmarshal(body, &fields); err != nil {
		t.Fatal(err)
	}
	out := []byte{0xa3}
	for _, part := range [][]byte{cbor.Marshal("ai"), fields.AI, cbor.Marshal("v"), fields.V, cbor.Marshal("call"),
		fields.Call} {
		out = append(out, part...)
	}
	return out
}

func otherNetwork(t testing.TB, tx *types.Transaction) []byte {
	t.Helper()
	signer := tx.PrepareForSigning()
	other := modules.SignatureContext(testRuntimeID, "another network")
	if err := signer.AppendSign(other, sdkTesting.Alice.Signer); err != nil {
		t.Fatal(err)
	}
	return cbor.Marshal(signer.UnverifiedTransaction())
}

// highS signs and replaces S by its negative, which plain ECDSA takes too.
func highS(t testing.TB) []byte {
	t.Helper()
	var ut types.UnverifiedTransaction
	if err := cbor.Unmarshal(sign(t, transferTx(sdkTesting.Bob.Address, 1), sdkTesting.Dave, 0), &ut); err != nil {
		t.Fatal(err)
	}
	// DER: 30 len 02 len R 02 len S.
	sig := ut.AuthProofs[0].Signature
	if _, err := ecdsa.ParseDERSignature(sig); err != nil {
		t.Fatal(err)
	}
	r := sig[4 : 4+int(sig[3])]
	s := sig[4+int(sig[3])+2:]
	var scalar btcec.ModNScalar
	scalar.SetByteSlice(s)
	negative := scalar.Negate().Bytes()
	high := append([]byte{0}, negative[:]...) // The top bit is set.
	der := []byte{0x30, byte(4 + len(r) + len(high)), 0x02, byte(len(r))}
	der = append(der, r...)
	der = append(der, 0x02, byte(len(high)))
	ut.AuthProofs[0].Signature = append(der, high...)
	return cbor.Marshal(&ut)
}

// uncompressed names the signer by the other encoding of the same key.
func uncompressed(t testing.TB) []byte {
	t.Helper()
	untagged, err := sdkTesting.Dave.SigSpec.Secp256k1Eth.MarshalBinaryUncompressedUntagged()
	if err != nil {
		t.Fatal(err)
	}
	body := cbor.Marshal(map[string]any{
		"v": 1, "call": map[string]any{"method": "trial.Read", "body": nil},
		"ai": map[string]any{
			"si": []any{map[string]any{"nonce": 0, "address_spec": map[string]any{
				"signature": map[string]any{"secp256k1eth": append([]byte{4}, untagged...)},
			}}},
			"fee": map[string]any{"amount": []any{native(defaultFee).Amount, []byte{}}, "gas": defaultGas},
		},
	})
	return envelope(t, body, sdkTesting.Dave)
}

const vectorFile = "testdata/transactions.json"

func readVectors(t testing.TB) []vector {
	t.Helper()
	data, err := os.ReadFile(vectorFile)
	if err != nil {
		t.Fatal(err)
	}
	var vectors []vector
	if err := json.Unmarshal(data, &vectors); err != nil {
		t.Fatal(err)
	}
	return vectors
}

// TestVectorsAreWhatTheSDKMakes makes the vectors anew and compares.
func TestVectorsAreWhatTheSDKMakes(t *testing.T) {
	vectors := append(goodVectors(t), badVectors(t)...)
	data, err := json.MarshalIndent(vectors, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	data = append(data, '\n')
	if *update {
		if err := os.WriteFile(vectorFile, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	old, err := os.ReadFile(vectorFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(old, data) {
		t.Error("testdata/transactions.json differs from what the SDK signs now: run go test -update and look at the " +
			"change")
	}
}

func TestVectors(t *testing.T) {
	good, bad := 0, 0
	for _, v := range readVectors(t) {
		raw, err := hex.DecodeString(v.Raw)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(v.Name, func(t *testing.T) {
			ch := newChain(t, func(doc *genesis.Document) { doc.Limits.MaxTxSize = 4000 })
			other := sign(t, transferTx(sdkTesting.Bob.Address, 1), sdkTesting.Frank, 0)
			checked := ch.check(raw, other)
			if checked[1].Err != nil {
				t.Errorf("the transaction beside it: %v", checked[1].Err)
			}
			scheduled, err := ch.dispatcher.ScheduleBatch(t.Context(), ch.tree, ch.block(), [][]byte{raw, other},
				noMore)
			if err != nil {
				t.Fatal(err)
			}
			fresh := newChain(t, func(doc *genesis.Document) { doc.Limits.MaxTxSize = 4000 })
			_, executeErr := fresh.dispatcher.ExecuteBatch(t.Context(), fresh.tree, fresh.block(), [][]byte{raw})
			if v.Module == "" {
				good++
				if checked[0].Err != nil || len(scheduled.Txs) != 2 || executeErr != nil {
					t.Errorf("refused: %v, %v", checked[0].Err, executeErr)
				}
				return
			}
			bad++
			if want := modules.NewError(v.Module, v.Code, ""); checked[0].Err == nil ||
				!errors.Is(checked[0].Err, want) {
				t.Errorf("check: got %v, want %s/%d", checked[0].Err, v.Module, v.Code)
			}
			if len(scheduled.Txs) != 1 || len(scheduled.Rejected) != 1 ||
				scheduled.Rejected[0] != hash.NewFromBytes(raw) {
				t.Errorf("scheduled %d, rejected %v", len(scheduled.Txs), scheduled.Rejected)
			}
			wantError(t, executeErr, modules.ErrMalformedTransactionInBatch)
		})
	}
	t.Logf("%d good and %d bad transactions", good, bad)
	if good == 0 || bad == 0 {
		t.Error("no vectors were read")
	}
}

// FuzzTransaction throws bytes at the whole path: nothing panics, checks and blocks agree, and what is accepted has no
// second encoding.
func FuzzTransaction(f *testing.F) {
	for _, v := range readVectors(f) {
		raw, err := hex.DecodeString(v.Raw)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	ch := newChain(f, nil)
	ch.execute()
	f.Fuzz(func(t *testing.T, raw []byte) {
		results, err := ch.dispatcher.CheckBatch(t.Context(), ch.tree, ch.block(), [][]byte{raw})
		if err != nil {
			t.Fatal(err)
		}
		if results[0].Err != nil {
			return
		}
		var ut types.UnverifiedTransaction
		if err := cbor.Unmarshal(raw, &ut); err != nil {
			t.Fatalf("accepted, but: %v", err)
		}
		if !bytes.Equal(cbor.Marshal(&ut), raw) {
			t.Fatal("accepted, but encodes otherwise")
		}
	})
}
