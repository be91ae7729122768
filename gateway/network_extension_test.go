package gateway_test

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/purpose"
)

// extension is where the test wallet is.
var extension = filepath.Join("testdata", "extension")

// browser finds Chromium, or skips.
func browser(t *testing.T) string {
	t.Helper()
	if _, err := os.Stat(filepath.Join(extension, "node_modules")); err != nil {
		t.Skip("the npm packages of the test wallet are not installed: run make node-packages")
	}
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("Chromium is not installed: run make setup-test")
	}
	return path
}

// A wallet in a browser extension, made of MetaMask's libraries, adds the network, signs and sends for a page of this
// machine; a foreign page reaches nothing.
func TestNetwork_extension(t *testing.T) {
	chromium := browser(t)
	network := stories.Shared(t)
	client, url := serve(t, network)
	a := network.Account(t)
	given := grant.Grant{
		Dataset: common.Hash{
			1,
		},
		Pseudonym:     a.Address,
		PolicyVersion: 1,
		Purposes:      1 << purpose.HealthResearch,
		Kinds:         kind.Runnable,
		NotBefore:     20_000,
		Expiry:        30_000,
		EpsilonClass:  1,
		Circumstances: common.Hash{2},
		Nonce:         1,
		SubmitBefore:  1 << 40,
	}
	domain := eip712.Domain{ChainID: network.File.ChainID, Contract: common.Address{3}}
	typed, err := given.TypedData(domain)
	if err != nil {
		t.Fatal(err)
	}
	shown, err := json.Marshal(typed)
	if err != nil {
		t.Fatal(err)
	}
	steps := runWallet(
		t,
		"GATEWAY="+url,
		"CHROMIUM="+chromium,
		"PRIVATE_KEY=0x"+hex.EncodeToString(crypto.FromECDSA(a.Key)),
		"ACCOUNT="+a.Address.Hex(),
		fmt.Sprintf("CHAIN_ID=0x%x", network.File.ChainID),
		"TYPED_DATA="+string(shown),
	)

	if got := steps["extension"]["origin"]; !strings.HasPrefix(fmt.Sprint(got), "chrome-extension://") {
		t.Errorf("the wallet's origin is %v", got)
	}
	if got := fmt.Sprint(
		steps["another chain id"]["answer"],
	); !strings.Contains(
		got,
		"chain id is "+fmt.Sprintf("0x%x", network.File.ChainID),
	) {
		t.Errorf("a network with another chain id: %s", got)
	}
	balance, err := hexutil.DecodeBig(fmt.Sprint(steps["account"]["balance"]))
	if err != nil || balance.Sign() <= 0 || steps["account"]["nonce"] != "0x0" {
		t.Errorf("the account is %v: %v", steps["account"], err)
	}
	if got := recoverOnChain(t, client, given.Digest(domain), steps["typed data"]["signature"]); got != a.Address {
		t.Errorf("the grant is signed by %s, want %s", got, a.Address)
	}
	if got := recoverOnChain(
		t,
		client,
		common.Hash(accounts.TextHash([]byte("Hello"))),
		steps["message"]["signature"],
	); got != a.Address {
		t.Errorf("the message is signed by %s, want %s", got, a.Address)
	}
	receipt := receiptOf(t, client, common.HexToHash(fmt.Sprint(steps["transaction"]["hash"])))
	if receipt.Status != 1 || receipt.GasUsed != 21_000 || receipt.Type != 2 ||
		steps["transaction"]["nonce"] != "0x1" {
		t.Errorf("the transaction is %v, its receipt %+v", steps["transaction"], receipt)
	}
	reached := func(step string) []any {
		s := steps[step]
		return []any{s["fetch"], s["socket"], s["frame"]}
	}
	if got := reached("page of this machine"); !slices.Equal(got, []any{200.0, "open", "refused"}) {
		t.Errorf("a page of this machine, its socket and a frame of unknown origin: %v", got)
	}
	if got := reached("foreign page"); !slices.Equal(got, []any{"refused", "refused", "refused"}) {
		t.Errorf("a foreign page, its socket and its frame: %v", got)
	}
	// It was the gateway that refused: three of the foreign page, one of the frame.
	if n := newCaller(t, url, "127.0.0.1").metric(`assent_gateway_http_refused_total{reason="origin"}`); n < 4 {
		t.Errorf("the gateway refused %v requests for their origin, want 4 at least", n)
	}
}

// runWallet runs the wallet and returns what each step says.
func runWallet(t *testing.T, env ...string) map[string]map[string]any {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "node", "run.mjs")
	cmd.Dir = extension
	cmd.Env = append(os.Environ(), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	t.Logf("%s", out)
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.Bytes())
	}
	steps := map[string]map[string]any{}
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		var line map[string]any
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatalf("the wallet printed %q", lines.Text())
		}
		steps[fmt.Sprint(line["step"])] = line
	}
	if steps["done"] == nil {
		t.Fatalf("the wallet did not finish: %s", stderr.Bytes())
	}
	return steps
}

// recoverOnChain asks the chain's own contract who signed a digest.
func recoverOnChain(t *testing.T, client *ethclient.Client, digest common.Hash, signature any) common.Address {
	t.Helper()
	sig, err := hexutil.Decode(fmt.Sprint(signature))
	if err != nil || len(sig) != crypto.SignatureLength {
		t.Fatalf("the signature is %v: %v", signature, err)
	}
	input := append(digest.Bytes(), common.LeftPadBytes(sig[64:], 32)...)
	input = append(input, sig[:64]...)
	ecrecover := common.BytesToAddress([]byte{1})
	out, err := client.CallContract(t.Context(), ethereum.CallMsg{To: &ecrecover, Data: input}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return common.BytesToAddress(out)
}
