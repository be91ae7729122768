package accounts

import (
	"bytes"
	"encoding/hex"
	"errors"
	"math"
	"testing"

	"github.com/holiman/uint256"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	sdkTesting "github.com/oasisprotocol/oasis-sdk/client-sdk/go/testing"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/modules"
)

var (
	alice = sdkTesting.Alice.Address
	bob   = sdkTesting.Bob.Address
)

func newState(t testing.TB) State {
	t.Helper()
	tree := mkvs.New(nil, nil, node.RootTypeState)
	t.Cleanup(tree.Close)
	return NewState(t.Context(), tree)
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantBalance(t testing.TB, st State, addr types.Address, denomination types.Denomination, want uint64) {
	t.Helper()
	got, err := st.Balance(addr, denomination)
	check(t, err)
	if !got.IsUint64() || got.Uint64() != want {
		t.Errorf("%s has %s %s, want %d", addr, got.Dec(), denomination, want)
	}
}

func TestAmountsAreEncodedAsTheSDKDoes(t *testing.T) {
	max128 := new(uint256.Int).SubUint64(new(uint256.Int).Lsh(uint256.NewInt(1), 128), 1)
	for _, amount := range []*uint256.Int{
		uint256.NewInt(0), uint256.NewInt(1), uint256.NewInt(255), uint256.NewInt(256), uint256.NewInt(math.MaxUint64),
		max128,
	} {
		encoded := encodeAmount(amount)
		q := Quantity(amount)
		if want := cbor.Marshal(&q); !bytes.Equal(encoded, want) {
			t.Errorf("%s is %x, the SDK's is %x", amount.Dec(), encoded, want)
		}
		decoded, err := decodeAmount(encoded)
		if err != nil || !decoded.Eq(amount) {
			t.Errorf("%x decodes to %s (%v)", encoded, decoded.Dec(), err)
		}
		if back, err := Amount(&q); err != nil || !back.Eq(amount) {
			t.Errorf("quantity %s is %s (%v)", q, back.Dec(), err)
		}
	}
	for _, bad := range []string{"", "4100", "42000f", "41", "4001", "5101" + hex.EncodeToString(make([]byte, 16)),
		"01", "f6"} {
		data, _ := hex.DecodeString(bad)
		if amount, err := decodeAmount(data); err == nil {
			t.Errorf("%q decodes to %s", bad, amount.Dec())
		}
	}
}

func FuzzDecodeAmount(f *testing.F) {
	f.Add(encodeAmount(uint256.NewInt(123456789)))
	f.Fuzz(func(t *testing.T, data []byte) {
		amount, err := decodeAmount(data)
		if err == nil && !bytes.Equal(encodeAmount(&amount), data) {
			t.Errorf("%x encodes again as %x", data, encodeAmount(&amount))
		}
	})
}

func TestBalances(t *testing.T) {
	st := newState(t)
	wantBalance(t, st, alice, "", 0)
	check(t, st.Add(alice, "", uint256.NewInt(100)))
	check(t, st.Add(alice, "TOK", uint256.NewInt(7)))
	check(t, st.Add(bob, "TOK", uint256.NewInt(1)))
	check(t, st.Move(alice, bob, "", uint256.NewInt(40)))
	wantBalance(t, st, alice, "", 60)
	wantBalance(t, st, bob, "", 40)

	if err := st.Sub(alice, "", uint256.NewInt(61)); !errors.Is(err, ErrInsufficientBalance) {
		t.Errorf("taking too much: %v", err)
	}
	if err := st.Move(bob, alice, "TOK", uint256.NewInt(2)); !errors.Is(err, ErrInsufficientBalance) {
		t.Errorf("moving too much: %v", err)
	}
	wantBalance(t, st, alice, "", 60)
	check(t, st.Move(alice, alice, "", uint256.NewInt(60)))
	wantBalance(t, st, alice, "", 60)

	max128 := new(uint256.Int).SubUint64(new(uint256.Int).Lsh(uint256.NewInt(1), 128), 1)
	check(t, st.SetBalance(bob, "", max128))
	for _, more := range []*uint256.Int{uint256.NewInt(1), new(uint256.Int).SetAllOne()} {
		if err := st.Add(bob, "", more); !errors.Is(err, ErrInvalidArgument) {
			t.Errorf("adding %s to the most: %v", more.Dec(), err)
		}
	}

	balances, err := st.Balances(alice)
	check(t, err)
	if token := balances["TOK"]; len(balances) != 2 || token.Uint64() != 7 {
		t.Errorf("balances are %v", balances)
	}
	seen := 0
	check(t, st.EachBalance(func(types.Address, types.Denomination, uint256.Int) error { seen++; return nil }))
	if seen != 4 {
		t.Errorf("saw %d balances, want 4", seen)
	}
	stop := errors.New("enough")
	if err := st.EachBalance(func(types.Address, types.Denomination, uint256.Int) error { return stop }); !errors.Is(
		err, stop) {
		t.Errorf("stopping: %v", err)
	}
}

func TestNonce(t *testing.T) {
	st := newState(t)
	for _, nonce := range []uint64{0, 1, math.MaxUint64} {
		check(t, st.SetNonce(alice, nonce))
		if got, err := st.Nonce(alice); err != nil || got != nonce {
			t.Errorf("nonce is %d (%v), want %d", got, err, nonce)
		}
	}
}

// State that does not decode is a fault of the node, not of a transaction.
func TestCorruptStateEndsTheBatch(t *testing.T) {
	st := newState(t)
	check(t, st.tree.Insert(t.Context(), balanceKey(alice, ""), []byte{0xff}))
	_, err := st.Balance(alice, "")
	if !modules.IsAbort(err) {
		t.Errorf("balance: %v", err)
	}
	if err := st.Add(alice, "", uint256.NewInt(1)); !modules.IsAbort(err) {
		t.Errorf("add: %v", err)
	}
	if _, err := st.Balances(alice); !modules.IsAbort(err) {
		t.Errorf("balances: %v", err)
	}
	check(t, st.tree.Insert(t.Context(), append([]byte("accounts\x01"), alice[:]...), []byte{0xff}))
	if _, err := st.Nonce(alice); !modules.IsAbort(err) {
		t.Errorf("nonce: %v", err)
	}
}

func TestGasPrice(t *testing.T) {
	for _, tc := range []struct{ amount, gas, want uint64 }{{0, 0, 0}, {100, 0, 0}, {100, 10, 10}, {109, 10, 10},
		{9, 10, 0}} {
		amount := uint256.NewInt(tc.amount)
		fee := types.Fee{Amount: types.NewBaseUnits(Quantity(amount), ""), Gas: tc.gas}
		if got := GasPrice(&fee); got.Uint64() != tc.want {
			t.Errorf("%d for %d gas is a price of %s, want %d", tc.amount, tc.gas, got.Dec(), tc.want)
		}
	}
}
