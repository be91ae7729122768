package main_test

import (
	"context"
	"crypto/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/assent-network/assent/client/cli"
	"github.com/assent-network/assent/client/cli/term"
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
	recorded, err := filepath.Abs("../../audit/testdata")
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
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){"capture": capture, "cut": cut,
			"clock": clock},
	})
}

// capture NAME... sets environment variables to the words on the first line of the last command's standard output.
func capture(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: capture NAME...")
	}
	line, _, _ := strings.Cut(ts.ReadFile("stdout"), "\n")
	words := strings.Fields(line)
	if len(words) != len(args) {
		ts.Fatalf("capture: the last command printed %d words, want %d", len(words), len(args))
	}
	for i, name := range args {
		ts.Setenv(name, words[i])
	}
}

// clock AHEAD ARGS... runs the program in this process with a clock that is ahead of the machine's, or behind it. Files
// have to be named whole, as this process is elsewhere.
func clock(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: clock AHEAD ARGS...")
	}
	ahead, err := time.ParseDuration(args[0])
	ts.Check(err)
	t := &term.Terminal{
		In: strings.NewReader(""), Out: ts.Stdout(), Err: ts.Stderr(), Getenv: ts.Getenv, Rand: rand.Reader,
		Now: func() time.Time { return time.Now().Add(ahead) },
	}
	if code := cli.Run(context.Background(), t, cli.New(t), args[1:]); (code == 0) == neg {
		ts.Fatalf("clock %s: exit code %d", strings.Join(args, " "), code)
	}
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
