package evm_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	gethtypes "github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"
)

var generate = flag.Bool("generate", false, "write testdata/transactions.json anew")

// TestGenerateTransactions holds testdata/transactions.json to what is made here, and writes it with -generate.
func TestGenerateTransactions(t *testing.T) {
	doc, err := json.MarshalIndent(txVectors(t), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	doc = append(doc, '\n')
	path := filepath.Join("testdata", "transactions.json")
	if *generate {
		if err := os.WriteFile(path, doc, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run this test with -generate", err)
	}
	if !bytes.Equal(have, doc) {
		t.Errorf("%s is out of date: run this test with -generate and look at the difference", path)
	}
}

// txVectors are transactions for the chain with id 1 and the least gas price 400: good ones of every type, and bad ones
// with one fault each.
func txVectors(t *testing.T) []txVector {
	w := newWallet(t, "vectors")
	s := gethtypes.NewCancunSigner(common.Big1)
	to := common.HexToAddress("0xcccccccccccccccccccccccccccccccccccccccc")
	raw := func(data gethtypes.TxData) hexutil.Bytes {
		tx, err := gethtypes.SignNewTx(w.key, s, data)
		if err != nil {
			t.Fatal(err)
		}
		b, err := tx.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	// fields signs a dynamic-fee transaction after change had its way with its fields, and encodes it after spoil had
	// its own.
	fields := func(change, spoil func(fields []any) []any) hexutil.Bytes {
		list := []any{big.NewInt(1), uint64(7), big.NewInt(100), big.NewInt(1000), uint64(50_000), to.Bytes(),
			big.NewInt(42), []byte{1, 2, 3}, []any{}}
		if change != nil {
			list = change(list)
		}
		unsigned, err := rlp.EncodeToBytes(list)
		if err != nil {
			t.Fatal(err)
		}
		sig, err := crypto.Sign(crypto.Keccak256([]byte{2}, unsigned), w.key)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, uint64(sig[64]), new(big.Int).SetBytes(sig[:32]), new(big.Int).SetBytes(sig[32:64]))
		if spoil != nil {
			list = spoil(list)
		}
		signed, err := rlp.EncodeToBytes(list)
		if err != nil {
			t.Fatal(err)
		}
		return append([]byte{2}, signed...)
	}
	set := func(i int, value any) func([]any) []any {
		return func(list []any) []any {
			list = slices.Clone(list)
			list[i] = value
			return list
		}
	}
	order := crypto.S256().Params().N
	highS := func(list []any) []any {
		list = slices.Clone(list)
		list[9] = 1 - list[9].(uint64)
		list[11] = new(big.Int).Sub(order, list[11].(*big.Int))
		return list
	}
	plain := fields(nil, nil)
	cow := common.HexToAddress("0xd02d72e067e77158444ef2020ff2d325f929b363")
	price := big.NewInt(1000)
	huge := new(big.Int).Lsh(common.Big1, 128)
	create := []byte{0x60, 0x01, 0x60, 0x00, 0x55}
	return []txVector{
		{Name: "legacy", Raw: raw(&gethtypes.LegacyTx{Nonce: 7, GasPrice: price, Gas: 50_000, To: &to,
			Value: big.NewInt(42), Data: []byte{1, 2, 3}}), From: &w.addr, To: &to, Nonce: 7, Gas: 50_000,
			GasPrice: 1000, Value: 42, Data: []byte{1, 2, 3}},
		{Name: "legacy below the least gas price",
			Raw: raw(&gethtypes.LegacyTx{GasPrice: common.Big1, Gas: 50_000, To: &to}), From: &w.addr, To: &to,
			Gas: 50_000, GasPrice: 1},
		{Name: "legacy creation", Raw: raw(&gethtypes.LegacyTx{GasPrice: price, Gas: 90_000, Data: create}),
			From: &w.addr, Gas: 90_000, GasPrice: 1000, Data: create},
		{Name: "access list", Raw: raw(&gethtypes.AccessListTx{ChainID: common.Big1, Nonce: 7, GasPrice: price,
			Gas: 50_000, To: &to, AccessList: gethtypes.AccessList{{Address: to, StorageKeys: []common.Hash{{1}}}}}),
			From: &w.addr, To: &to, Nonce: 7, Gas: 50_000, GasPrice: 1000,
			AccessList: gethtypes.AccessList{{Address: to, StorageKeys: []common.Hash{{1}}}}},
		{Name: "access list, of ethereum/tests",
			Raw: common.FromHex(
				"01f86301028203e882c35094cccccccccccccccccccccccccccccccccccccccc8080c080a0260f95e555a1282ef49912ff849b2007f023c44529dc8fb7ecca7693cccb64caa06252cf8af2a49f4cb76fd7172feaece05124edec02db242886b36963a30c2606"), From: &cow, To: &to, Nonce: 2, Gas: 50_000, GasPrice: 1000},
		{Name: "dynamic fee", Raw: plain, From: &w.addr, To: &to, Nonce: 7, Gas: 50_000, GasPrice: 500, Value: 42,
			Data: []byte{1, 2, 3}},
		{Name: "dynamic fee, of ethereum/tests",
			Raw: common.FromHex(
				"02f8640103648203e882c35094cccccccccccccccccccccccccccccccccccccccc8080c001a08480e6848952a15ae06192b8051d213d689bdccdf8f14cf69f61725e44e5e80aa057c2af627175a2ac812dab661146dfc7b9886e885c257ad9c9175c3fcec2202e"), From: &cow, To: &to, Nonce: 3, Gas: 50_000, GasPrice: 500},
		{Name: "dynamic fee, tip cut by the cap", Raw: fields(set(2, big.NewInt(900)), nil), From: &w.addr, To: &to,
			Nonce: 7, Gas: 50_000, GasPrice: 1000, Value: 42, Data: []byte{1, 2, 3}},
		{Name: "dynamic fee at the least gas price",
			Raw: fields(func(l []any) []any { return set(3, big.NewInt(400))(l) }, nil), From: &w.addr, To: &to,
			Nonce: 7, Gas: 50_000, GasPrice: 400, Value: 42, Data: []byte{1, 2, 3}},
		{Name: "dynamic fee creation", Raw: raw(
			&gethtypes.DynamicFeeTx{ChainID: common.Big1, GasFeeCap: price, GasTipCap: new(big.Int), Gas: 90_000,
				Data: create}), From: &w.addr, Gas: 90_000, GasPrice: 400, Data: create},

		{Name: "empty", Raw: []byte{}, Error: "decoding transaction rlp"},
		{Name: "not RLP", Raw: []byte("transaction"), Error: "decoding transaction rlp"},
		{Name: "RLP of something else", Raw: []byte{0xc2, 0x01, 0x02}, Error: "decoding transaction rlp"},
		{Name: "type without content", Raw: []byte{0x02}, Error: "decoding transaction rlp"},
		{Name: "truncated", Raw: plain[:len(plain)-1], Error: "decoding transaction rlp"},
		{Name: "trailing byte", Raw: append(bytes.Clone(plain), 0), Error: "decoding transaction rlp"},
		{Name: "trailing byte after legacy", Raw: append(
			raw(&gethtypes.LegacyTx{GasPrice: price, Gas: 50_000, To: &to}), 0), Error: "decoding transaction rlp"},
		{Name: "a field too many", Raw: fields(nil, func(l []any) []any { return append(l, uint64(0)) }),
			Error: "decoding transaction rlp"},
		{Name: "a field too few", Raw: fields(nil, func(l []any) []any { return l[:len(l)-1] }),
			Error: "decoding transaction rlp"},
		{Name: "nonce with a leading zero", Raw: fields(set(1, []byte{0, 7}), nil), Error: "decoding transaction rlp"},
		{Name: "nonce above 64 bits", Raw: fields(set(1, huge), nil), Error: "decoding transaction rlp"},
		{Name: "gas above 64 bits", Raw: fields(set(4, huge), nil), Error: "decoding transaction rlp"},
		{Name: "address of 19 bytes", Raw: fields(set(5, to.Bytes()[:19]), nil), Error: "decoding transaction rlp"},
		{Name: "value above 256 bits", Raw: fields(set(6, append([]byte{1}, make([]byte, 32)...)), nil),
			Error: "value of more than 256 bits"},
		{Name: "unknown type", Raw: append([]byte{0x7e}, plain[1:]...), Error: "decoding transaction rlp"},
		{Name: "blob transaction", Raw: raw(&gethtypes.BlobTx{ChainID: uint256.NewInt(1),
			GasFeeCap: uint256.NewInt(1000), GasTipCap: new(uint256.Int), BlobFeeCap: uint256.NewInt(1), Gas: 50_000,
			BlobHashes: []common.Hash{{1}}}), Error: "transaction type 3 is not supported"},
		{Name: "set-code transaction", Raw: setCode(t, w), Error: "transaction type 4 is not supported"},
		{Name: "legacy without a chain id", Raw: common.FromHex(
			"f861018203e882c35094cccccccccccccccccccccccccccccccccccccccc80801ca021539ef96c70ab75350c594afb494458e211c8c722a7a0ffb7025c03b87ad584a01d5395fe48edb306f614f0cd682b8c2537537f5fd3e3275243c42e9deff8e93d"), Error: "no chain ID"},
		{Name: "another chain", Raw: fields(set(0, big.NewInt(2)), nil), Error: "chain ID 2, expected 1"},
		{Name: "another chain, legacy", Raw: legacyFor(t, w, 5), Error: "chain ID 5, expected 1"},
		{Name: "chain id above 64 bits", Raw: fields(set(0, huge), nil), Error: "expected 1"},
		{Name: "tip above the cap", Raw: fields(set(2, big.NewInt(1001)), nil), Error: "invalid gas price"},
		{Name: "cap below the least gas price", Raw: fields(set(3, big.NewInt(399)), nil), Error: "gas price too low"},
		{Name: "gas price above 128 bits", Raw: raw(&gethtypes.LegacyTx{GasPrice: huge, Gas: 50_000, To: &to}),
			Error: "converting gas price"},
		{Name: "gas price above 256 bits", Raw: fields(set(3, append([]byte{1}, make([]byte, 32)...)), nil),
			Error: "converting gas price"},
		{Name: "fee above 128 bits", Raw: raw(
			&gethtypes.LegacyTx{GasPrice: new(big.Int).Rsh(huge, 1), Gas: 3, To: &to}),
			Error: "computing total fee amount"},
		{Name: "high s", Raw: fields(nil, highS), Error: "s too high"},
		{Name: "r is zero", Raw: fields(nil, set(10, new(big.Int))), Error: "out of range"},
		{Name: "r is the order", Raw: fields(nil, set(10, order)), Error: "out of range"},
		{Name: "s is zero", Raw: fields(nil, set(11, new(big.Int))), Error: "out of range"},
		{Name: "recovery id 2", Raw: fields(nil, set(9, uint64(2))), Error: "bad recovery id"},
		{Name: "r of no point", Raw: fields(nil, set(10, big.NewInt(5))), Error: "recover verify key"},
	}
}

func setCode(t *testing.T, w *wallet) hexutil.Bytes {
	auth, err := gethtypes.SignSetCode(w.key, gethtypes.SetCodeAuthorization{ChainID: *uint256.NewInt(1)})
	if err != nil {
		t.Fatal(err)
	}
	tx, err := gethtypes.SignNewTx(w.key, gethtypes.NewPragueSigner(common.Big1), &gethtypes.SetCodeTx{
		ChainID: uint256.NewInt(1), GasFeeCap: uint256.NewInt(1000), GasTipCap: new(uint256.Int), Gas: 50_000,
		AuthList: []gethtypes.SetCodeAuthorization{auth},
	})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func legacyFor(t *testing.T, w *wallet, id int64) hexutil.Bytes {
	tx, err := gethtypes.SignNewTx(w.key, gethtypes.NewLondonSigner(big.NewInt(id)),
		&gethtypes.LegacyTx{GasPrice: big.NewInt(1000), Gas: 50_000})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
