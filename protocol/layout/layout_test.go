package layout

import (
	"bytes"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"
)

func mustAddress(t *testing.T, s string) (a Address) {
	t.Helper()
	b, err := hex.DecodeString(strings.TrimPrefix(s, "0x"))
	if err != nil || len(b) != len(a) {
		t.Fatalf("bad address %q", s)
	}
	copy(a[:], b)
	return a
}

func TestKeys(t *testing.T) {
	addr := mustAddress(t, "0x00112233445566778899aabbccddeeff00112233")
	acct := AccountAddress{0, 1, 2}
	hexAddr := hex.EncodeToString(addr[:])
	hexAcct := hex.EncodeToString(acct[:])
	evm, accounts := hex.EncodeToString([]byte("evm")), hex.EncodeToString([]byte("accounts"))
	for _, tc := range []struct {
		name string
		key  []byte
		want string
	}{
		{"code", CodeKey(addr), evm + "01" + hexAddr},
		{"code hash", CodeHashKey(addr), evm + "05" + hexAddr},
		{"storage", StorageKey(addr, Slot(7)), evm + "02" + hexAddr + strings.Repeat("00", 31) + "07"},
		{"storage prefix", StoragePrefix(addr), evm + "02" + hexAddr},
		{"block hash", BlockHashKey(0x0102), evm + "030000000000000102"},
		{"account", AccountKey(acct), accounts + "01" + hexAcct},
		{"native balance", BalanceKey(acct, ""), accounts + "02" + hexAcct},
		{"other balance", BalanceKey(acct, "TEST"), accounts + "02" + hexAcct + hex.EncodeToString([]byte("TEST"))},
		{"native supply", TotalSupplyKey(""), accounts + "03"},
	} {
		if got := hex.EncodeToString(tc.key); got != tc.want {
			t.Errorf("%s: got %s, want %s", tc.name, got, tc.want)
		}
	}
}

func TestParseStorageKey(t *testing.T) {
	addr := mustAddress(t, "0x00112233445566778899aabbccddeeff00112233")
	key := StorageKey(addr, Slot(9))
	gotAddr, gotSlot, ok := ParseStorageKey(key)
	if !ok || gotAddr != addr || gotSlot != Slot(9) {
		t.Fatalf("got %s %s %v", gotAddr, gotSlot, ok)
	}
	for _, bad := range [][]byte{nil, key[:len(key)-1], append(bytes.Clone(key), 0), CodeKey(addr),
		bytes.Replace(key, []byte("evm"), []byte("evn"), 1)} {
		if _, _, ok := ParseStorageKey(bad); ok {
			t.Errorf("accepted %x", bad)
		}
	}
}

// The client SDK derives the same account; the text form is dave's, the SDK's own test key.
func TestAccountOf(t *testing.T) {
	dave := mustAddress(t, "0xDce075E1C39b1ae0b75D554558b6451A226ffe00")
	got := AccountOf(dave)
	if want := types.NewAddressFromEth(dave[:]); !bytes.Equal(got[:], want[:]) {
		t.Fatalf("got %s, want %x", got, want[:])
	}
	var parsed types.Address
	if err := parsed.UnmarshalText([]byte("oasis1qrk58a6j2qn065m6p06jgjyt032f7qucy5wqeqpt")); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got[:], parsed[:]) {
		t.Fatalf("got %s, want %x", got, parsed[:])
	}
}

func TestConsentEntries(t *testing.T) {
	ledger := mustAddress(t, "0x00112233445566778899aabbccddeeff00112233")
	pseudonym := mustAddress(t, "0xdce075e1c39b1ae0b75d554558b6451a226ffe00")
	slot := ConsentEntrySlot(pseudonym)
	got, ok := ConsentEntryPseudonym(slot)
	if !ok || got != pseudonym {
		t.Fatalf("got %s %v", got, ok)
	}
	if _, ok := ConsentEntryPseudonym(Slot(1)); ok {
		t.Fatal("slot 1 is no consent entry")
	}
	if !bytes.HasPrefix(StorageKey(ledger, slot), ConsentEntryRange(ledger)) {
		t.Fatal("entry outside the ledger's range")
	}
}

func TestSolidity(t *testing.T) {
	// keccak256(uint256(0)) and keccak256(uint256(0) ‖ uint256(0)), known from every Solidity contract with an array or
	// a mapping in slot 0.
	if got := ArraySlot(Slot(0)).String(); got != "0x290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563" {
		t.Errorf("array slot %s", got)
	}
	if got := MappingSlot(Slot(0),
		Slot(0)).String(); got != "0xad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb5" {
		t.Errorf("mapping slot %s", got)
	}
	max := Word(bytes.Repeat([]byte{0xff}, 32))
	if got := max.Add(1); got != (Word{}) {
		t.Errorf("2^256 wraps to %s", got)
	}
	if got := Slot(1<<64 - 1).Add(2); got[23] != 1 || got[31] != 1 {
		t.Errorf("carry: %s", got)
	}
	if got := Slot(5).Add(3); got != Slot(8) {
		t.Errorf("5+3: %s", got)
	}
}
