package accounts

import (
	"encoding/hex"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// TestDerive_testPhrase compares with the addresses that Hardhat and Foundry print when they start.
func TestDerive_testPhrase(t *testing.T) {
	got, err := Derive("  "+strings.ReplaceAll(TestPhrase, " ", "\n")+" ", 10)
	if err != nil {
		t.Fatal(err)
	}
	want := map[int]string{
		0: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
		1: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
		2: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
		9: "0xa0Ee7A142d267C1f36714E4a8F75612F20a79720",
	}
	for i, address := range want {
		if got[i].Address != common.HexToAddress(address) {
			t.Errorf("account %d is %s, want %s", i, got[i].Address, address)
		}
	}
	const first = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"
	if key := hex.EncodeToString(crypto.FromECDSA(got[0].Key)); key != first {
		t.Errorf("the first key is %s", key)
	}
	if got[9].Path != "m/44'/60'/0'/0/9" {
		t.Errorf("path %s", got[9].Path)
	}
}

func TestDerive_refusesShortPhrase(t *testing.T) {
	if _, err := Derive("test test test", 1); err == nil || !strings.Contains(err.Error(), "3 words") {
		t.Errorf("got %v", err)
	}
}

// A phrase in any language and of any length has one set of accounts, however its letters are composed.
func TestDerive_otherPhrases(t *testing.T) {
	for phrase, want := range map[string]string{
		"void come effort suffer camp survey warrior heavy shoot primary clutch crush open amazing screen patrol " +
			"group space point ten exist slush involve unfold": "0xa817afd48e0f85c4555453912785d1e4142608EB",
		strings.Repeat("あいこくしん ", 11) + "あおぞら": "0xbdAee434065804ad1816118796c7009446Eae70D",
		strings.Repeat("caf\u00e9 ", 12):       "0xF3159dDCF4833D64e79176269044edb76B0DF273",
		strings.Repeat("cafe\u0301 ", 12):      "0xF3159dDCF4833D64e79176269044edb76B0DF273",
	} {
		got, err := Derive(phrase, 1)
		if err != nil || got[0].Address != common.HexToAddress(want) {
			t.Errorf("%.20s…: got %v, %v; want %s", phrase, got, err, want)
		}
	}
}
