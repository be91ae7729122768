package accounts

import (
	"encoding/hex"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
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
	if key := hex.EncodeToString(
		got[0].Key.D.Bytes()); key != "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80" {
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

// TestSeed is the first and the last vector of BIP-39's reference list, whose passphrase is TREZOR.
func TestSeed(t *testing.T) {
	for phrase, want := range map[string]string{
		"abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about": "c55257c360c07c72029aebc1b53c05ed0362ada38ead3e3e9efa3708e53495531f09a6987599d18264c1e1c92f2cf141630c7a3c4ab7c81b2f001698e7463b04",
		"void come effort suffer camp survey warrior heavy shoot primary clutch crush open amazing screen patrol " +
			"group space point ten exist slush involve unfold": "01f5bced59dec48e362f2c45b5de68b9fd6c92c6634f44d6d40aab69056506f0e35524a518034ddc1192e1dacd32c1ed3eaa3c3b131c88ed8e7e54c49a5d0998",
	} {
		got, err := seed(phrase, "TREZOR")
		if err != nil || hex.EncodeToString(got) != want {
			t.Errorf("%.20s…: %x, %v", phrase, got, err)
		}
	}
}

// TestChild is test vector 1 of BIP-32, private keys of the chain m/0'/1/2'/2/1000000000.
func TestChild(t *testing.T) {
	raw, err := hex.DecodeString("000102030405060708090a0b0c0d0e0f")
	if err != nil {
		t.Fatal(err)
	}
	n, err := master(raw)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		index      uint32
		key, chain string
	}{
		{hardened, "edb2e14f9ee77d26dd93b4ecede8d16ed408ce149b6cd80b0715a2d911a0afea",
			"47fdacbd0f1097043b78c63c20c34ef4ed9a111d980047ad16282c7ae6236141"},
		{1, "3c6cb8d0f6a264c91ea8b5030fadaa8e538b020f0a387421a12de9319dc93368",
			"2a7857631386ba23dacac34180dd1983734e444fdbf774041578e9b6adb37c19"},
		{2 + hardened, "cbce0d719ecf7431d88e6a89fa1483e02e35092af60c042b1df2ff59fa424dca",
			"04466b9cc8e161e966409ca52986c584f07e9dc81f735db683c3ff6ec7b1503f"},
		{2, "0f479245fb19a38a1954c5c7c0ebab2f9bdfd96a17563ef28a6a4b1a2a764ef4",
			"cfb71883f01676f587d023cc53a35bc7f88f724b1f8c2892ac1275ac822a3edd"},
		{1000000000, "471b76e389e528d6de6d816857e012c5455051cad6660850e58372a6c3e6e7c8",
			"c783e67b921d2beb8f6b389cc646d7263b4145701dadd2161548a8b078e65e9e"},
	} {
		if n, err = n.child(step.index); err != nil {
			t.Fatal(err)
		}
		if hex.EncodeToString(n.key[:]) != step.key || hex.EncodeToString(n.chain[:]) != step.chain {
			t.Errorf("child %d: %x %x", step.index, n.key, n.chain)
		}
	}
}
