package view

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"encoding/base64"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/common/quantity"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	client "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/core"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	sdkEd25519 "github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature/ed25519"

	"github.com/assent-network/assent/chain"
)

var rules = Rules{ChainID: 42334, BaseFee: big.NewInt(7), GasLimit: 30_000_000}

func newKey(t testing.TB) (*ecdsa.PrivateKey, common.Address) {
	t.Helper()
	key, err := crypto.HexToECDSA("b71c71a67e1177ad4e901695e1b4b9ee17ae16c6668d313eac2f96dbcda3f291")
	if err != nil {
		t.Fatal(err)
	}
	return key, crypto.PubkeyToAddress(key.PublicKey)
}

func sign(t testing.TB, inner types.TxData) *types.Transaction {
	t.Helper()
	key, _ := newKey(t)
	tx, err := types.SignNewTx(key, Signer(rules.ChainID), inner)
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

func raw(t testing.TB, tx *types.Transaction) []byte {
	t.Helper()
	b, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func tag(module string, code uint32, value any) *client.PlainEvent {
	return &client.PlainEvent{Key: sdk.NewEventKey(module, code), Value: cbor.Marshal(value)}
}

func gasUsed(n uint64) *client.PlainEvent {
	return tag("core", 1, []core.GasUsedEvent{{Amount: n}})
}

func logsTag(logs ...evm.Event) *client.PlainEvent { return tag("evm", 1, logs) }

func okResult(v any) []byte { return cbor.Marshal(sdk.CallResult{Ok: cbor.Marshal(v)}) }

func failResult(module string, code uint32, message string) []byte {
	return cbor.Marshal(sdk.CallResult{Failed: &sdk.FailedCallResult{Module: module, Code: code, Message: message}})
}

func header(round uint64) *block.Header {
	h := &block.Header{Round: round, Timestamp: 1_700_000_000, HeaderType: block.Normal}
	h.PreviousHash.FromBytes([]byte("previous"))
	h.StateRoot.FromBytes([]byte("state"))
	h.IORoot.FromBytes([]byte("io"))
	return h
}

func TestRound(t *testing.T) {
	_, from := newKey(t)
	to := common.HexToAddress("0x00000000000000000000000000000000000000aa")
	emitter := common.HexToAddress("0x00000000000000000000000000000000000000bb")
	topic := common.HexToHash("0x01")
	dynamic := sign(t, &types.DynamicFeeTx{ChainID: big.NewInt(42334), Nonce: 0, GasTipCap: big.NewInt(2),
		GasFeeCap: big.NewInt(20), Gas: 100_000, To: &to, Value: big.NewInt(5)})
	capped := sign(t, &types.DynamicFeeTx{ChainID: big.NewInt(42334), Nonce: 1, GasTipCap: big.NewInt(9),
		GasFeeCap: big.NewInt(10), Gas: 100_000, To: &to, Value: new(big.Int)})
	create := sign(t, &types.LegacyTx{Nonce: 2, GasPrice: big.NewInt(11), Gas: 200_000, Data: []byte{1, 2, 3}})
	hdr := header(9)
	r, err := NewRound(rules, hdr, []*client.TransactionWithResults{
		{Tx: chain.WrapEthereum(raw(t, dynamic)), Result: okResult([]byte{}), Events: []*client.PlainEvent{
			gasUsed(30_000),
			tag("accounts", 1, []int{}),
			{Key: []byte("x"), Value: []byte("no event")},
			logsTag(
				evm.Event{Address: emitter[:], Topics: [][]byte{topic[:]}, Data: []byte{9}},
				evm.Event{Address: emitter[:], Topics: [][]byte{}, Data: nil},
			),
		}},
		{Tx: chain.WrapEthereum(raw(t, capped)), Result: failResult("evm", 8, "reverted: "+
			base64.StdEncoding.EncodeToString([]byte("why"))), Events: []*client.PlainEvent{gasUsed(40_000)}},
		{Tx: chain.WrapEthereum(raw(t, create)), Result: okResult([]byte{}), Events: []*client.PlainEvent{
			gasUsed(50_000), logsTag(evm.Event{Address: to[:], Topics: [][]byte{}, Data: []byte{}}),
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	b := &r.Block
	if b.Number != 9 || b.Hash != common.Hash(hdr.EncodedHash()) || b.ParentHash != common.Hash(hdr.PreviousHash) ||
		b.Time != 1_700_000_000 {
		t.Errorf("block is %d %s after %s at %d", b.Number, b.Hash, b.ParentHash, b.Time)
	}
	if b.GasUsed != 120_000 || b.GasLimit != rules.GasLimit || b.BaseFee.Int64() != 7 {
		t.Errorf("gas %d of %d at %s", b.GasUsed, b.GasLimit, b.BaseFee)
	}
	for i, tx := range []*types.Transaction{dynamic, capped, create} {
		if b.TxHashes[i] != tx.Hash() || r.Txs[i].Hash != tx.Hash() || r.Txs[i].From != from || r.Txs[i].SDK {
			t.Errorf("transaction %d: %+v", i, r.Txs[i])
		}
	}
	// 7+2; 7+9 above the cap of 10; as it says.
	for i, want := range []int64{9, 10, 11} {
		if r.Receipts[i].Price.Int64() != want {
			t.Errorf("price %d is %s, want %d", i, r.Receipts[i].Price, want)
		}
	}
	first, second, third := &r.Receipts[0], &r.Receipts[1], &r.Receipts[2]
	if first.Status != 1 || first.CumulativeGasUsed != 30_000 || len(first.Logs) != 2 || first.Contract != nil {
		t.Errorf("first receipt: %+v", first)
	}
	if second.Status != 0 || second.CumulativeGasUsed != 70_000 || string(second.Revert) != "why" ||
		second.Failure != "" {
		t.Errorf("second receipt: %+v", second)
	}
	if third.Contract == nil || *third.Contract != crypto.CreateAddress(from, 2) || third.FirstLog != 2 ||
		third.CumulativeGasUsed != 120_000 {
		t.Errorf("third receipt: %+v", third)
	}
	logs := first.EthereumLogs(b, 0)
	if logs[1].Index != 1 || logs[0].Topics[0] != topic || logs[0].BlockHash != b.Hash ||
		logs[0].TxHash != dynamic.Hash() {
		t.Errorf("logs: %+v", logs[0])
	}
	if !b.Bloom.Test(emitter[:]) || !b.Bloom.Test(topic[:]) || !b.Bloom.Test(to[:]) {
		t.Error("bloom lacks an address or topic")
	}
	if b.TxRoot == types.EmptyTxsHash || b.ReceiptRoot == types.EmptyReceiptsHash || b.Size == 0 {
		t.Errorf("roots %s %s, size %d", b.TxRoot, b.ReceiptRoot, b.Size)
	}
	reencode(t, &r.Block, new(Block))
	for i := range r.Txs {
		reencode(t, &r.Txs[i], new(Tx))
		reencode(t, &r.Receipts[i], new(Receipt))
	}
}

// reencode checks that what the index stores comes back alike.
func reencode[T any](t *testing.T, in, out *T) {
	t.Helper()
	enc, err := rlp.EncodeToBytes(in)
	if err != nil {
		t.Fatal(err)
	}
	if err := rlp.DecodeBytes(enc, out); err != nil {
		t.Fatal(err)
	}
	again, err := rlp.EncodeToBytes(out)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(enc, again) {
		t.Fatalf("%T does not re-encode alike", in)
	}
}

func TestEmptyRound(t *testing.T) {
	r, err := NewRound(rules, header(1), nil)
	if err != nil {
		t.Fatal(err)
	}
	if r.Block.TxRoot != types.EmptyTxsHash || r.Block.ReceiptRoot != types.EmptyReceiptsHash ||
		r.Block.Bloom != (types.Bloom{}) {
		t.Fatalf("block: %+v", r.Block)
	}
}

func TestSDKTransactions(t *testing.T) {
	public, private, err := ed25519.GenerateKey(bytes.NewReader(make([]byte, 64)))
	if err != nil {
		t.Fatal(err)
	}
	var key sdkEd25519.PublicKey
	if err := key.UnmarshalBinary(public); err != nil {
		t.Fatal(err)
	}
	_ = private
	spec := sdk.NewSignatureAddressSpecEd25519(key)
	to := common.HexToAddress("0x00000000000000000000000000000000000000aa")
	fee := &sdk.Fee{Gas: 10, Amount: sdk.NewBaseUnits(*quantity.NewFromUint64(70), sdk.NativeDenomination)}
	envelope := func(method string, body any) []byte {
		tx := sdk.NewTransaction(fee, sdk.MethodName(method), body)
		tx.AppendAuthSignature(spec, 3)
		return cbor.Marshal(&sdk.UnverifiedTransaction{Body: cbor.Marshal(tx),
			AuthProofs: []sdk.AuthProof{{Signature: []byte("s")}}})
	}
	sender := sdk.NewAddress(spec)
	for _, tc := range []struct {
		name  string
		raw   []byte
		to    *common.Address
		value int64
		data  []byte
	}{
		{"transfer", envelope("accounts.Transfer", map[string]string{"to": "x"}), new(common.Address), 0, nil},
		{"evm call", envelope("evm.Call", evm.Call{Address: to[:], Value: []byte{5}, Data: []byte{1}}), &to, 5,
			[]byte{1}},
		{"evm create", envelope("evm.Create", evm.Create{Value: []byte{6}, InitCode: []byte{2}}), nil, 6, []byte{2}},
		{"evm call of a short address", envelope("evm.Call",
			evm.Call{Address: to[:19], Value: []byte{5}, Data: []byte{1}}), new(common.Address), 0, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tx := DecodeTx(rules, tc.raw)
			if !tx.SDK || tx.Hash != common.Hash(hash.NewFromBytes(tc.raw)) ||
				tx.From != common.BytesToAddress(sender[1:]) || tx.Price.Int64() != 7 {
				t.Fatalf("got %+v", tx)
			}
			eth, err := tx.Ethereum()
			if err != nil {
				t.Fatal(err)
			}
			if eth.Nonce() != 3 || eth.Gas() != 10 || eth.Value().Int64() != tc.value ||
				(eth.To() == nil) != (tc.to == nil) {
				t.Fatalf("got nonce %d, gas %d, value %s, to %v", eth.Nonce(), eth.Gas(), eth.Value(), eth.To())
			}
			if tc.to != nil && *eth.To() != *tc.to {
				t.Fatalf("to %s, want %s", eth.To(), tc.to)
			}
			if tc.data != nil && !bytes.Equal(eth.Data(), tc.data) {
				t.Fatalf("data %x, want %x", eth.Data(), tc.data)
			}
		})
	}
}

func TestOpaque(t *testing.T) {
	blob := cbor.Marshal(&sdk.UnverifiedTransaction{Body: []byte("not rlp"),
		AuthProofs: []sdk.AuthProof{{Module: chain.EthereumScheme}}})
	unknown := cbor.Marshal(&sdk.UnverifiedTransaction{Body: []byte("x"),
		AuthProofs: []sdk.AuthProof{{Module: "other.v0"}}})
	for _, envelope := range [][]byte{nil, []byte("nonsense"), blob, unknown} {
		tx := DecodeTx(rules, envelope)
		eth, err := tx.Ethereum()
		if err != nil {
			t.Fatal(err)
		}
		if !tx.SDK || tx.From != (common.Address{}) || !bytes.Equal(eth.Data(), envelope) {
			t.Errorf("%x: got %+v", envelope, tx)
		}
	}
}

func TestBadEvents(t *testing.T) {
	tx := chain.WrapEthereum(raw(t, sign(t, &types.LegacyTx{GasPrice: big.NewInt(7), Gas: 21_000,
		To: new(common.Address)})))
	for name, events := range map[string][]*client.PlainEvent{
		"gas":           {tag("core", 1, "no list")},
		"logs":          {tag("evm", 1, "no list")},
		"short address": {logsTag(evm.Event{Address: []byte{1}})},
		"short topic":   {logsTag(evm.Event{Address: make([]byte, 20), Topics: [][]byte{{1}}})},
		"five topics":   {logsTag(evm.Event{Address: make([]byte, 20), Topics: make([][]byte, 5)})},
	} {
		if _, err := NewRound(rules, header(1),
			[]*client.TransactionWithResults{{Tx: tx, Result: okResult(nil), Events: events}}); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if _, err := NewRound(rules, header(1), []*client.TransactionWithResults{{Tx: tx,
		Result: []byte("no result")}}); err == nil {
		t.Error("accepted a result that does not decode")
	}
}

func FuzzDecodeTx(f *testing.F) {
	f.Add(chain.WrapEthereum(raw(f, sign(f, &types.LegacyTx{GasPrice: big.NewInt(7), Gas: 21_000,
		To: new(common.Address)}))))
	f.Add(chain.WrapEthereum(raw(f, sign(f, &types.DynamicFeeTx{ChainID: big.NewInt(42334), GasFeeCap: big.NewInt(9),
		GasTipCap: big.NewInt(1), Gas: 21_000}))))
	body := cbor.Marshal(sdk.NewTransaction(nil, "evm.Call", evm.Call{Address: make([]byte, 20)}))
	f.Add(cbor.Marshal(&sdk.UnverifiedTransaction{Body: body, AuthProofs: []sdk.AuthProof{{Signature: []byte("s")}}}))
	f.Fuzz(func(t *testing.T, envelope []byte) {
		tx := DecodeTx(rules, envelope)
		if _, err := tx.Ethereum(); err != nil {
			t.Fatalf("what was decoded does not encode: %v", err)
		}
		if _, err := NewRound(rules, header(1),
			[]*client.TransactionWithResults{{Tx: envelope, Result: okResult(nil)}}); err != nil {
			t.Fatalf("a round with it cannot be shown: %v", err)
		}
	})
}
