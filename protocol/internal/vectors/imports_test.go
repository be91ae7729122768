package vectors_test

import (
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// light lists what the formats may import beside the standard library. They are built for WebAssembly by auditors and
// for wallets, so the list is short.
func light(path string) bool {
	const module = "github.com/assent-network/assent/"
	switch {
	case !strings.Contains(strings.SplitN(path, "/", 2)[0], "."):
		return true // standard library
	case strings.HasPrefix(path, module+"protocol/"):
		return !heavy(path)
	case strings.HasPrefix(path, "golang.org/x/crypto/chacha20"), strings.HasPrefix(path,
		"golang.org/x/crypto/internal/"):
		return true // ChaCha20-Poly1305
	case path == "golang.org/x/crypto/sha3", path == "golang.org/x/sys/cpu", path == "github.com/holiman/uint256":
		return true
	}
	for _, p := range []string{
		"github.com/ethereum/go-ethereum/common", "github.com/ethereum/go-ethereum/crypto",
		"github.com/ethereum/go-ethereum/rlp",
		"github.com/decred/dcrd/dcrec/secp256k1/v4",
		"github.com/oasisprotocol/curve25519-voi/curve", "github.com/oasisprotocol/curve25519-voi/internal",
	} {
		if path == p || strings.HasPrefix(path, p+"/") {
			return true
		}
	}
	return false
}

// heavy are the packages that need CBOR and the signatures of Oasis nodes: blocks, proofs of state, and the audit
// bundle that is made of them.
func heavy(path string) bool {
	const module = "github.com/assent-network/assent/protocol/"
	for _, p := range []string{module + "oasis", module + "cometbft", module + "proof", module + "bundle"} {
		if path == p || strings.HasPrefix(path, p+"/") {
			return true
		}
	}
	return false
}

// TestImports holds that formats stay light and that imports point one way: protocol imports nothing of ours but
// itself.
func TestImports(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	root := filepath.Join("..", "..", "..")
	list := func(args ...string) []string {
		cmd := exec.Command("go", append([]string{"list"}, args...)...)
		cmd.Dir = root
		cmd.Env = append(cmd.Environ(), "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			var exit *exec.ExitError
			if errors.As(err, &exit) {
				t.Fatalf("go list %s: %v\n%s", strings.Join(args, " "), err, exit.Stderr)
			}
			t.Fatalf("go list %s: %v", strings.Join(args, " "), err)
		}
		return strings.Fields(string(out))
	}
	var formats []string
	for _, p := range list("./protocol/...") {
		if !heavy(p) && !strings.Contains(p, "/internal/") {
			formats = append(formats, p)
		}
	}
	deps := list(append([]string{"-deps"}, formats...)...)
	for _, d := range deps {
		if !light(d) && d != "github.com/assent-network/assent/internal/nearest" {
			t.Errorf("the formats import %s", d)
		}
	}
	t.Logf("%d packages with %d dependencies checked", len(formats), len(deps))
}
