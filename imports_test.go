package assent_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/assent-network/assent/"

// layer says how far up a package stands, and in which room: a package may import only what stands lower, or what is in
// its own room.
func layer(pkg string) (height int, room string) {
	for _, l := range []struct {
		prefix string
		height int
	}{
		{"internal", 0},
		{"protocol", 1},
		{"tee", 2},
		{"contracts", 3}, {"runtime", 3},
		{"chain", 4},
		{"node", 5}, {"audit", 5}, {"gateway", 5},
		{"client", 6},
		{"localnet", 7},
		{"cmd", 8}, {"scripts", 8}, {"examples", 8},
	} {
		if pkg == l.prefix || strings.HasPrefix(pkg, l.prefix+"/") {
			return l.height, l.prefix
		}
	}
	return -1, ""
}

// isOfCompute reports whether a package may be in what the process of a job needs.
func isOfCompute(pkg string) bool {
	switch pkg {
	case "node/compute", "node/vault", "node/vault/table":
		return true
	}
	return strings.HasPrefix(pkg, "node/compute/") || strings.HasPrefix(pkg, "protocol/") ||
		strings.HasPrefix(pkg, "internal/")
}

// TestImportsPointOneWay holds the layout: internal <- protocol <- tee <- runtime, contracts, chain <- node <- client
// <- localnet <- cmd, that audit needs only protocol and tee, and that what runs in the process of a job needs nothing
// that holds keys.
func TestImportsPointOneWay(t *testing.T) {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,Deps", "./...")
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("listing packages: %v\n%s", err, exit.Stderr)
		}
		t.Fatalf("listing packages: %v", err)
	}
	var packages int
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath    string
			Imports, Deps []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("reading the package list: %v", err)
		}
		packages++
		from, ok := strings.CutPrefix(p.ImportPath, module)
		if !ok {
			continue
		}
		height, room := layer(from)
		if height < 0 {
			t.Errorf("%s stands in no layer: say in imports_test.go where it belongs", from)
		}
		for _, i := range p.Imports {
			to, ok := strings.CutPrefix(i, module)
			if !ok {
				continue
			}
			switch h, r := layer(to); {
			case h > height:
				t.Errorf("%s imports %s, which stands above it", from, to)
			case h == height && r != room:
				t.Errorf("%s imports %s, which stands beside it", from, to)
			}
		}
		if from == "node/compute" || from == "node/compute/process" {
			for _, i := range p.Deps {
				if to, ok := strings.CutPrefix(i, module); ok && !isOfCompute(to) {
					t.Errorf("%s needs %s: the process that runs a job has no key, no chain and no broker", from, to)
				}
			}
		}
		if strings.HasPrefix(from, "client") || strings.HasPrefix(from, "cmd") {
			for _, i := range p.Deps {
				if i == module+"node/compute/computetest" {
					t.Errorf("%s needs %s: a job runs in a process of its own", from, i)
				}
			}
		}
		if from == "audit" {
			for _, i := range p.Deps {
				to, ok := strings.CutPrefix(i, module)
				if !ok {
					continue
				}
				if h, _ := layer(to); h > 2 && to != "audit" {
					t.Errorf("audit needs %s: an auditor builds it from protocol and tee alone", to)
				}
			}
		}
	}
	if packages == 0 {
		t.Fatal("no package listed")
	}
	t.Logf("count: %d packages", packages)
}

// isOfNetwork reports whether a package speaks to a network, or exists for those that do.
func isOfNetwork(pkg string) bool {
	for _, p := range []string{
		"net/http", "net/rpc", "net/smtp", "crypto/tls", "golang.org/x/net", "vendor/golang.org/x/net/http",
		"google.golang.org/grpc", "google.golang.org/protobuf", "github.com/gorilla/websocket",
		"github.com/prometheus", "github.com/cometbft", "github.com/libp2p", "github.com/oasisprotocol/oasis-core",
		"github.com/oasisprotocol/oasis-sdk", "github.com/ethereum/go-ethereum/rpc",
	} {
		if pkg == p || strings.HasPrefix(pkg, p+"/") {
			return true
		}
	}
	return false
}

// TestAuditNeedsNoNetwork holds that an auditor's program, natively and in a browser, has no package that could speak
// to a network. Package net itself comes with crypto/x509, for the addresses in certificates, and with nothing else.
func TestAuditNeedsNoNetwork(t *testing.T) {
	for _, platform := range [][]string{nil, {"GOOS=js", "GOARCH=wasm"}} {
		cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports", "./audit")
		cmd.Env = append(cmd.Environ(), platform...)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("listing what audit needs, for %v: %v", platform, err)
		}
		packages := 0
		for dec := json.NewDecoder(strings.NewReader(string(out))); ; packages++ {
			var p struct {
				ImportPath string
				Imports    []string
			}
			if err := dec.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("reading the package list: %v", err)
			}
			if isOfNetwork(p.ImportPath) {
				t.Errorf("audit needs %s, for %v: an offline verifier has no network", p.ImportPath, platform)
			}
			for _, i := range p.Imports {
				if i == "net" && p.ImportPath != "crypto/x509" {
					t.Errorf("audit needs %s, for %v, which imports net", p.ImportPath, platform)
				}
			}
		}
		t.Logf("count: audit needs %d packages, for %v", packages, platform)
	}
}
