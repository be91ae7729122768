package main_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/protocol/trustroot"
)

// maxSize bounds the verifier in a browser, in bytes. docs/design/dependencies.md says what it is made of.
const maxSize = 11 << 20

const (
	bundleFile = "../../audit/testdata/demo.bundle"
	rootFile   = "../../audit/testdata/demo.trust-root.json"
)

// build builds the verifier as "make wasm" does, and returns how to run a script with it under Node.
func build(t *testing.T) (run func(script string, args ...string) (stdout, stderr string, code int)) {
	t.Helper()
	if testing.Short() {
		t.Skip("builds for another platform; not in short mode")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no Node here")
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	wasm := filepath.Join(t.TempDir(), "assent-verify.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", wasm, ".")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	info, err := os.Stat(wasm)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("count: %d bytes of WebAssembly", info.Size())
	if info.Size() > maxSize {
		t.Errorf("the verifier has %d bytes, at most %d: see what it imports that it did not", info.Size(), maxSize)
	}
	wasmExec := filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js")
	return func(script string, args ...string) (string, string, int) {
		var stdout, stderr bytes.Buffer
		cmd := exec.Command(node, append([]string{script, wasmExec, wasm}, args...)...)
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		err := cmd.Run()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		return stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()
	}
}

// TestNode verifies a recorded bundle under Node: the report is that of this process, byte for byte, and a changed byte
// is refused.
func TestNode(t *testing.T) {
	run := build(t)
	verify := func(args ...string) (string, string, int) { return run("verify.mjs", args...) }
	data, err := os.ReadFile(bundleFile)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(rootFile)
	if err != nil {
		t.Fatal(err)
	}
	root, err := trustroot.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	report := func(data []byte) string {
		out, err := json.Marshal(audit.Verify(data, root, audit.Options{}))
		if err != nil {
			t.Fatal(err)
		}
		return string(out) + "\n"
	}
	if stdout, stderr, code := verify(bundleFile, rootFile); code != 0 || stdout != report(data) {
		t.Errorf("the recorded bundle: code %d, %s\n%s", code, stderr, stdout)
	}
	changed := filepath.Join(t.TempDir(), "changed.bundle")
	for _, at := range []int{1, len(data) / 3, len(data) / 2, len(data) - 1} {
		bad := bytes.Clone(data)
		bad[at] ^= 1
		if err := os.WriteFile(changed, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if stdout, stderr, code := verify(changed, rootFile); code != 1 || stdout != report(bad) {
			t.Errorf("byte %d changed: code %d, %s\n%s", at, code, stderr, stdout)
		}
	}
	if stdout, stderr, code := verify(bundleFile, bundleFile); code != 2 || stdout != "" ||
		!strings.Contains(stderr, "trust root") {
		t.Errorf("no trust root: code %d, %s\n%s", code, stderr, stdout)
	}
	stdout, stderr, code := verify(bundleFile, rootFile, `{"now":1830000000000,"tcb":["OutOfDate"],
		"floor":[{"platform":"snp","component":"microcode","svn":1}]}`)
	if code != 0 || !strings.Contains(stdout, `"passed":true`) || strings.Contains(stdout, `"ageSeconds":"0"`) {
		t.Errorf("with options: code %d, %s\n%s", code, stderr, stdout)
	}
	if _, stderr, code := verify(bundleFile, rootFile, `{"tcb":[1]}`); code != 2 || !strings.Contains(stderr, "tcb") {
		t.Errorf("options that are none: code %d, %s", code, stderr)
	}
	t.Run("options", func(t *testing.T) { checkOptions(t, run) })
}

// checkOptions holds that an option is applied or refused, and never left out, and that the verifier lives on after
// each call.
func checkOptions(t *testing.T, run func(script string, args ...string) (stdout, stderr string, code int)) {
	t.Helper()
	stdout, stderr, code := run("testdata/options.mjs", bundleFile, rootFile)
	if code != 0 {
		t.Errorf("code %d, %s", code, stderr)
	}
	count := map[string]int{}
	for line := range strings.Lines(stdout) {
		kind, rest, _ := strings.Cut(line, " ")
		_, said, _ := strings.Cut(rest, ": ")
		if count[kind]++; (kind == "good") != (said == "passed true\n") ||
			kind == "bad" && !strings.HasPrefix(said, "assentVerify: ") {
			t.Error(strings.TrimSpace(line))
		}
	}
	t.Logf("count: %d good options and %d bad ones", count["good"], count["bad"])
	if count["good"] == 0 || count["bad"] == 0 {
		t.Error("options of one kind were not tried")
	}
}
