package evm_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	gethtypes "github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/modules/evm"
)

// newModule returns the module of a chain with the given id and least gas price.
func newModule(t testing.TB, id, price uint64) *evm.Module {
	t.Helper()
	doc := genesis.Default("test", id)
	doc.MinGasPrice = amount.FromUint64(price)
	sealed, err := genesis.New(doc)
	if err != nil {
		t.Fatal(err)
	}
	return evm.New(sealed)
}

// txVector is a transaction of testdata/transactions.json, on the chain with id 1 and the least gas price 400.
type txVector struct {
	Name string        `json:"name"`
	Raw  hexutil.Bytes `json:"raw"`
	// Error is part of the message; the rest is set when it is empty.
	Error    string          `json:"error,omitempty"`
	From     *common.Address `json:"from,omitempty"`
	To       *common.Address `json:"to,omitempty"`
	Nonce    hexutil.Uint64  `json:"nonce,omitempty"`
	Gas      hexutil.Uint64  `json:"gas,omitempty"`
	GasPrice hexutil.Uint64  `json:"gasPrice,omitempty"`
	Value    hexutil.Uint64  `json:"value,omitempty"`
	Data     hexutil.Bytes   `json:"data,omitempty"`

	AccessList gethtypes.AccessList `json:"accessList,omitempty"`
}

func TestDecodeTx_vectors(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "transactions.json"))
	if err != nil {
		t.Fatal(err)
	}
	var vectors []txVector
	if err := json.Unmarshal(data, &vectors); err != nil {
		t.Fatal(err)
	}
	m := newModule(t, 1, 400)
	for range 2 { // the second time it remembers who signed
		decodeAll(t, m, vectors)
	}
}

// decodeAll decodes transactions and checks what comes out.
func decodeAll(t *testing.T, m *evm.Module, vectors []txVector) {
	t.Helper()
	var bad int
	for _, v := range vectors {
		tx, _, err := m.DecodeTx(evm.Scheme, v.Raw)
		if v.Error != "" {
			bad++
			if err == nil || !strings.Contains(err.Error(), v.Error) {
				t.Errorf("%s: got %v, want %q", v.Name, err, v.Error)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", v.Name, err)
			continue
		}
		checkTx(t, &v, tx)
	}
	t.Logf("count: %d Ethereum transactions decoded, %d of them refused as they must be", len(vectors), bad)
}

func checkTx(t *testing.T, v *txVector, tx *types.Transaction) {
	t.Helper()
	caller, _, err := modules.CallerOf(&tx.AuthInfo)
	if err != nil || common.Address(*caller.EthAddress) != *v.From {
		t.Errorf("%s: from %v, %v, want %s", v.Name, caller, err, v.From)
	}
	fee := tx.AuthInfo.Fee
	if len(tx.AuthInfo.SignerInfo) != 1 || tx.AuthInfo.SignerInfo[0].Nonce != uint64(v.Nonce) ||
		fee.Gas != uint64(v.Gas) ||
		fee.Amount.Amount.ToBigInt().Uint64() != uint64(v.Gas)*uint64(v.GasPrice) ||
		!fee.Amount.Denomination.IsNative() {
		t.Errorf("%s: got %+v", v.Name, tx.AuthInfo)
	}
	value := new(uint256.Int).SetUint64(uint64(v.Value)).Bytes32()
	if v.To == nil {
		var body evm.Create
		if err := cbor.Unmarshal(tx.Call.Body, &body); err != nil || tx.Call.Method != "evm.Create" ||
			!bytes.Equal(body.Value, value[:]) || !bytes.Equal(body.InitCode, v.Data) ||
			!sameList(body.AccessList, v.AccessList) {
			t.Errorf("%s: got %s %+v, %v", v.Name, tx.Call.Method, body, err)
		}
		return
	}
	var body evm.Call
	if err := cbor.Unmarshal(tx.Call.Body, &body); err != nil || tx.Call.Method != "evm.Call" ||
		!bytes.Equal(body.Address, v.To[:]) || !bytes.Equal(body.Value, value[:]) || !bytes.Equal(body.Data, v.Data) ||
		!sameList(body.AccessList, v.AccessList) {
		t.Errorf("%s: got %s %+v, %v", v.Name, tx.Call.Method, body, err)
	}
}

func sameList(got []evm.AccessTuple, want gethtypes.AccessList) bool {
	return slices.EqualFunc(got, want, func(a evm.AccessTuple, b gethtypes.AccessTuple) bool {
		return a.Address == b.Address && slices.Equal(a.StorageKeys, b.StorageKeys)
	})
}

// TestDecodeTx_stateVectors decodes the signed transactions of the shared state tests. Most of them are signed without
// a chain id and must be refused.
func TestDecodeTx_stateVectors(t *testing.T) {
	dir := sharedtest.Path(t, "vectors", "ethereum_state")
	m := newModule(t, 1, 0)
	var accepted, refused int
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".json" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var vectors map[string]struct {
			Transaction struct{ Sender common.Address }
			Post        map[string][]struct{ TxBytes hexutil.Bytes }
		}
		if err := json.Unmarshal(data, &vectors); err != nil {
			return err
		}
		for name, v := range vectors {
			for _, posts := range v.Post {
				for i, post := range posts {
					var decoded gethtypes.Transaction
					if err := decoded.UnmarshalBinary(post.TxBytes); err != nil {
						return err
					}
					tx, _, err := m.DecodeTx(evm.Scheme, post.TxBytes)
					if !decoded.Protected() {
						refused++
						if err == nil {
							t.Errorf("%s/%d: accepted without a chain ID", name, i)
						}
						continue
					}
					accepted++
					if err != nil {
						t.Errorf("%s/%d: %v", name, i, err)
						continue
					}
					caller, _, err := modules.CallerOf(&tx.AuthInfo)
					if err != nil || common.Address(*caller.EthAddress) != v.Transaction.Sender {
						t.Errorf("%s/%d: from %v, %v", name, i, caller.EthAddress, err)
					}
				}
			}
		}
		return nil
	})
	if err != nil || accepted == 0 || refused == 0 {
		t.Fatal(accepted, refused, err)
	}
	t.Logf("count: %d signed transactions of state tests decoded, %d refused for want of a chain id", accepted, refused)
}

// Every byte of a signed transaction counts: with any bit flipped it is either refused or another sender's.
func TestDecodeTx_malleability(t *testing.T) {
	m, w := newModule(t, chainID, minGasPrice), newWallet(t, "wallet")
	to := common.Address{1, 2, 3}
	for _, data := range []gethtypes.TxData{
		&gethtypes.LegacyTx{Nonce: 3, GasPrice: big.NewInt(9), Gas: 21_000, To: &to, Value: big.NewInt(5),
			Data: []byte{1, 2}},
		&gethtypes.AccessListTx{ChainID: big.NewInt(chainID), Nonce: 3, GasPrice: big.NewInt(9), Gas: 21_000, To: &to,
			AccessList: gethtypes.AccessList{{Address: to, StorageKeys: []common.Hash{{1}}}}},
		&gethtypes.DynamicFeeTx{ChainID: big.NewInt(chainID), Nonce: 3, GasFeeCap: big.NewInt(9),
			GasTipCap: big.NewInt(1), Gas: 21_000, To: &to},
	} {
		tx, err := gethtypes.SignNewTx(w.key, signer, data)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := tx.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		for bit := range len(raw) * 8 {
			changed := bytes.Clone(raw)
			changed[bit/8] ^= 1 << (bit % 8)
			tx, _, err := m.DecodeTx(evm.Scheme, changed)
			if err != nil {
				continue
			}
			if caller, _, err := modules.CallerOf(&tx.AuthInfo); err != nil ||
				common.Address(*caller.EthAddress) == w.addr {
				t.Fatalf("type %d: bit %d flipped and still signed by the same account (%v)", raw[0], bit, err)
			}
		}
		for _, changed := range [][]byte{append(bytes.Clone(raw), 0), raw[:len(raw)-1]} {
			if _, _, err := m.DecodeTx(evm.Scheme, changed); err == nil {
				t.Errorf("type %d: %d bytes accepted, it has %d", raw[0], len(changed), len(raw))
			}
		}
	}
}

// FuzzDecodeTx holds that what is accepted is the only encoding of its transaction, and that go-ethereum finds the same
// sender.
func FuzzDecodeTx(f *testing.F) {
	w := newWallet(f, "wallet")
	to := common.Address{1, 2, 3}
	for _, data := range []gethtypes.TxData{
		&gethtypes.LegacyTx{Nonce: 3, GasPrice: big.NewInt(9), Gas: 21_000, To: &to, Value: big.NewInt(5),
			Data: []byte{1, 2}},
		&gethtypes.AccessListTx{ChainID: big.NewInt(chainID), Nonce: 3, GasPrice: big.NewInt(9), Gas: 21_000,
			AccessList: gethtypes.AccessList{{Address: to, StorageKeys: []common.Hash{{1}}}}},
		&gethtypes.DynamicFeeTx{ChainID: big.NewInt(chainID), Nonce: 3, GasFeeCap: big.NewInt(9),
			GasTipCap: big.NewInt(1), Gas: 21_000, To: &to},
	} {
		tx, err := gethtypes.SignNewTx(w.key, signer, data)
		if err != nil {
			f.Fatal(err)
		}
		raw, err := tx.MarshalBinary()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	m := newModule(f, chainID, minGasPrice)
	f.Fuzz(func(t *testing.T, raw []byte) {
		tx, _, err := m.DecodeTx(evm.Scheme, raw)
		if err != nil {
			return
		}
		var decoded gethtypes.Transaction
		if err := decoded.UnmarshalBinary(raw); err != nil {
			t.Fatal(err)
		}
		if again, err := decoded.MarshalBinary(); err != nil || !bytes.Equal(again, raw) {
			t.Fatalf("%x encodes again as %x, %v", raw, again, err)
		}
		from, err := gethtypes.Sender(signer, &decoded)
		if err != nil {
			t.Fatalf("go-ethereum refuses %x: %v", raw, err)
		}
		caller, _, err := modules.CallerOf(&tx.AuthInfo)
		if err != nil || common.Address(*caller.EthAddress) != from {
			t.Fatalf("%x: from %v, %v, want %s", raw, caller.EthAddress, err, from)
		}
		if err := tx.ValidateBasic(); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzMethods feeds the methods and queries arguments from outside. Each must answer, or fail with an error for the
// user.
func FuzzMethods(f *testing.F) {
	names := []string{"evm.Call", "evm.Create", "evm.Storage", "evm.Code", "evm.Balance", "evm.SimulateCall",
		"evm.Parameters"}
	f.Add(uint8(0), cbor.Marshal(&sdk.Call{Address: make([]byte, 20), Value: word(1), Data: []byte{1}}))
	f.Add(uint8(1), cbor.Marshal(&sdk.Create{Value: word(1), InitCode: returning(counter())}))
	f.Add(uint8(2), cbor.Marshal(&sdk.StorageQuery{Address: make([]byte, 20), Index: word(1)}))
	f.Add(uint8(3), cbor.Marshal(&sdk.CodeQuery{Address: make([]byte, 20)}))
	f.Add(uint8(4), cbor.Marshal(&sdk.BalanceQuery{Address: make([]byte, 20)}))
	f.Add(uint8(5), cbor.Marshal(&sdk.SimulateCallQuery{GasPrice: word(1), GasLimit: 100_000, Caller: make([]byte, 20),
		Data: counter()}))
	f.Add(uint8(5), cbor.Marshal(&sdk.SimulateCallQuery{GasPrice: bytes.Repeat([]byte{0xff}, 32), GasLimit: 1 << 63,
		Caller: make([]byte, 20)}))
	f.Fuzz(func(t *testing.T, method uint8, body []byte) {
		ch := newChain(t)
		name := names[int(method)%len(names)]
		ctx := t.Context()
		if strings.HasPrefix(name, "evm.C") && name != "evm.Code" {
			var caller [20]byte
			copy(caller[:], ch.wallet.addr[:])
			query := cbor.Marshal(map[string]any{
				"caller": &types.CallerAddress{EthAddress: &caller},
				"tx": &types.Transaction{Versioned: cbor.NewVersioned(1),
					Call: types.Call{Method: types.MethodName(name), Body: body}},
			})
			name, body = "core.EstimateGas", query
		}
		blk := ch.block()
		_, err := ch.dispatcher.Query(ctx, ch.tree, blk, name, body)
		if known := (*modules.Error)(nil); err != nil && !asError(err, &known) {
			t.Fatalf("%s %x: %v", name, body, err)
		} else if known != nil && known.Module == modules.DispatcherName {
			t.Fatalf("%s %x: %v", name, body, err)
		}
	})
}

func asError(err error, target **modules.Error) bool {
	e, ok := err.(*modules.Error)
	*target = e
	return ok
}
