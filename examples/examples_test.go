// Package examples_test runs the examples and compares what they print, and that README.md shows them as they are.
package examples_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// run runs an example and returns what it prints and its exit code.
func run(t *testing.T, name string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	program := filepath.Join(t.TempDir(), name)
	if out, err := exec.Command("go", "build", "-o", program, "./"+name).CombinedOutput(); err != nil {
		t.Fatalf("building %s: %v\n%s", name, err, out)
	}
	var out, errs bytes.Buffer
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

const (
	bundle = "../audit/testdata/demo.bundle"
	root   = "../audit/testdata/demo.trust-root.json"
)

func TestVerifyBundle(t *testing.T) {
	want, err := os.ReadFile("verify-bundle/output.txt")
	if err != nil {
		t.Fatal(err)
	}
	stdout, stderr, code := run(t, "verify-bundle", bundle, root)
	if code != 0 || stderr != "" || stdout != string(want) {
		t.Errorf("code %d, %s\n%s\nwant\n%s", code, stderr, stdout, want)
	}
	data, err := os.ReadFile(bundle)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	changed := filepath.Join(t.TempDir(), "changed.bundle")
	if err := os.WriteFile(changed, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if stdout, stderr, code := run(t, "verify-bundle", changed, root); code == 0 ||
		!strings.Contains(stderr, "do not rely on this bundle") {
		t.Errorf("a changed bundle: code %d, %s\n%s", code, stderr, stdout)
	}
}

// TestREADME holds that README.md shows an example as the file is, and that the example stays short.
func TestREADME(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"verify-bundle/main.go", "post-job/main.go"} {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if lines := bytes.Count(source, []byte("\n")); lines >= 80 {
			t.Errorf("%s has %d lines, want fewer than 80", file, lines)
		}
		if !bytes.Contains(readme, append(append([]byte("```go\n"), source...), "```\n"...)) {
			t.Errorf("README.md does not show %s as it is", file)
		}
	}
}
