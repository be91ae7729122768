package main

import (
	"bytes"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/logging"
	"github.com/oasisprotocol/oasis-core/go/common/version"
	"github.com/oasisprotocol/oasis-core/go/runtime/host/protocol"

	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/paratime"
)

// asProgram makes the test binary behave as the program.
const asProgram = "ASSENT_RUNTIME_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(run(os.Args, os.Getenv(hostVariable), os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// program returns the path of a program that carries the document.
func program(t *testing.T, doc *genesis.Document) string {
	t.Helper()
	self, err := os.ReadFile("/proc/self/exe")
	if err != nil {
		t.Skipf("needs Linux: %v", err)
	}
	if doc != nil {
		if self, err = genesis.Append(self, doc); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "assent-runtime")
	if err := os.WriteFile(path, self, 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

func testDocument(t *testing.T) *genesis.Document {
	t.Helper()
	doc, err := genesis.New(genesis.Default("test", 42334))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// invoke runs the program and returns its exit code and output.
func invoke(t *testing.T, path, socket string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	cmd := exec.Command(path, args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", hostVariable+"="+socket)
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), out.String(), errOut.String()
}

func TestCommandLine(t *testing.T) {
	doc := testDocument(t)
	bare, carrying := program(t, nil), program(t, doc)
	for name, tc := range map[string]struct {
		path, socket   string
		args           []string
		code           int
		stdout, stderr string
	}{
		"help":           {bare, "", []string{"--help"}, 0, "assent-runtime: the Assent ParaTime", ""},
		"version":        {bare, "", []string{"--version"}, 0, paratime.Version.String() + "\n", ""},
		"genesis":        {carrying, "", []string{"--genesis"}, 0, string(doc.Encode()) + "\n", ""},
		"no genesis":     {bare, "", []string{"--genesis"}, 1, "", "carries no genesis document"},
		"no host":        {carrying, "", nil, 2, "", "OASIS_WORKER_HOST=SOCKET"},
		"unknown flag":   {carrying, "", []string{"--fast"}, 2, "", "OASIS_WORKER_HOST=SOCKET"},
		"serve without":  {bare, "/nowhere", nil, 1, "", "carries no genesis document"},
		"host not there": {carrying, "/nowhere", nil, 1, "", "connecting to the node"},
	} {
		t.Run(name, func(t *testing.T) {
			code, stdout, stderr := invoke(t, tc.path, tc.socket, tc.args...)
			if code != tc.code || !strings.HasPrefix(stdout, tc.stdout) || !strings.Contains(stderr, tc.stderr) {
				t.Errorf("got %d\nstdout %q\nstderr %q", code, stdout, stderr)
			}
			if code == 1 && strings.Count(stderr, "\n") != 1 {
				t.Errorf("not one line: %q", stderr)
			}
		})
	}
}

// TestServe lets the program answer a host, and ends it by hanging up.
func TestServe(t *testing.T) {
	path := program(t, testDocument(t))
	socket := filepath.Join(t.TempDir(), "host.sock")
	listener, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	type outcome struct {
		code           int
		stdout, stderr string
	}
	ended := make(chan outcome, 1)
	go func() {
		code, stdout, stderr := invoke(t, path, socket)
		ended <- outcome{code, stdout, stderr}
	}()
	conn, err := listener.Accept()
	if err != nil {
		t.Fatal(err)
	}
	host, err := protocol.NewConnection(logging.GetLogger("host"), common.Namespace{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	v, err := host.InitHost(t.Context(), conn, &protocol.HostInfo{ConsensusProtocolVersion: version.ConsensusProtocol})
	if err != nil {
		t.Fatal(err)
	}
	if *v != paratime.Version {
		t.Errorf("version is %s", v)
	}
	host.Close()
	got := <-ended
	if got.code != 0 || got.stderr != "" || !strings.Contains(got.stdout, `"msg":"Runtime started"`) {
		t.Errorf("the program ended with %+v", got)
	}
}
