package gateway

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"
)

// stock is where the scripts of stock libraries are.
const stock = "testdata/stock"

// runScript runs one of the scripts and returns its steps. It is skipped where the npm packages are not installed.
func runScript(t *testing.T, script, url, privateKey string) (steps []string) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	if _, err := os.Stat(filepath.Join(stock, "node_modules")); err != nil {
		t.Skipf("the npm packages are not installed: run npm ci in %s", stock)
	}
	cmd := exec.CommandContext(t.Context(), node, script)
	cmd.Dir = stock
	cmd.Env = append(os.Environ(), "GATEWAY="+url, "PRIVATE_KEY="+privateKey)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		var line struct{ Step string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatalf("%s printed %q", script, lines.Text())
		}
		t.Log(lines.Text())
		steps = append(steps, line.Step)
	}
	if err != nil {
		t.Fatalf("%s: %v\n%s", script, err, stderr.Bytes())
	}
	return steps
}

// Stock libraries do all they do against the runtime, without consensus.
func TestScripts(t *testing.T) {
	for _, script := range []string{"viem.mjs", "ethers.mjs"} {
		t.Run(script, func(t *testing.T) {
			h := newHarness(t)
			h.chain.Auto = true
			steps := runScript(t, script, h.gateway.URL(), "0x"+hex.EncodeToString(crypto.FromECDSA(h.alice.key)))
			if len(steps) == 0 || steps[len(steps)-1] != "done" {
				t.Errorf("steps are %v", steps)
			}
		})
	}
}
