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
		{"cmd", 8}, {"scripts", 8},
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
	case "node/compute", "node/compute/process", "node/vault", "node/vault/table", "node/compute/query",
		"node/compute/mechanism":
		return true
	}
	return strings.HasPrefix(pkg, "protocol/") || strings.HasPrefix(pkg, "internal/")
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
