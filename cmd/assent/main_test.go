package main_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/assent-network/assent/localnet/binaries"
	"github.com/assent-network/assent/localnet/command"
)

// TestScripts drives the real programs, as people do, on one network for all scripts. Each uses accounts of its own.
func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("the scripts run a network, which -short leaves out")
	}
	set, err := binaries.Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "assent-") // short, for the paths of sockets
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	network := filepath.Join(dir, "net")
	t.Cleanup(func() {
		if _, err := command.Down(context.Background(), network, true); err != nil {
			t.Error(err)
		}
	})
	up := exec.CommandContext(t.Context(), set.Assent, "localnet", "up", "--network", network)
	if out, err := up.CombinedOutput(); err != nil {
		t.Fatalf("starting the network: %v\n%s", err, out)
	}
	recorded, err := filepath.Abs("../../client/audit/testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", set.Dir+string(os.PathListSeparator)+env.Getenv("PATH"))
			env.Setenv("ASSENT_NETWORK", network)
			env.Setenv("RECORDED", recorded)
			env.Setenv("ASSENT_BROKER_PASSPHRASE", "correct horse")
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){"capture": capture, "cut": cut},
	})
}

// capture NAME sets an environment variable to the first line of the last command's standard output.
func capture(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: capture NAME")
	}
	var line string
	if _, err := fmt.Sscanln(ts.ReadFile("stdout"), &line); err != nil {
		ts.Fatalf("capture: the last command printed no word: %v", err)
	}
	ts.Setenv(args[0], line)
}

// cut FILE truncates a file to half its length.
func cut(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: cut FILE")
	}
	path := ts.MkAbs(args[0])
	info, err := os.Stat(path)
	ts.Check(err)
	ts.Check(os.Truncate(path, info.Size()/2))
}
