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

// layer says how far up a package stands; a package may import only what stands lower, or what shares its folder.
func layer(pkg string) int {
	for _, l := range []struct {
		prefix string
		height int
	}{
		{"protocol", 0}, {"internal", 0},
		{"tee", 1},
		{"contracts", 2}, {"runtime", 2}, {"client/chain", 3},
		{"node", 4},
		{"client", 5},
		{"localnet", 6},
		{"cmd", 7}, {"scripts", 7},
	} {
		if pkg == l.prefix || strings.HasPrefix(pkg, l.prefix+"/") {
			return l.height
		}
	}
	return -1
}

// isOfCompute reports whether a package may be in what the process of a job needs.
func isOfCompute(pkg string) bool {
	switch pkg {
	case "node/compute", "node/compute/process", "node/vault", "node/query", "node/mechanism":
		return true
	}
	return strings.HasPrefix(pkg, "protocol/") || strings.HasPrefix(pkg, "internal/")
}

// TestImportsPointOneWay holds the layout: protocol <- tee <- runtime, contracts, client/chain <- node <- client <-
// localnet <- cmd, that client/audit needs only protocol and tee, and that what runs in the process of a job needs
// nothing that holds keys.
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
		if layer(from) < 0 {
			t.Errorf("%s stands in no layer: say in imports_test.go where it belongs", from)
		}
		for _, i := range p.Imports {
			to, ok := strings.CutPrefix(i, module)
			if ok && layer(to) > layer(from) {
				t.Errorf("%s imports %s, which stands above it", from, to)
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
		if from == "client/audit" {
			for _, i := range p.Deps {
				to, ok := strings.CutPrefix(i, module)
				if ok && layer(to) > 1 {
					t.Errorf("client/audit needs %s: an auditor builds it from protocol and tee alone", to)
				}
			}
		}
	}
	if packages == 0 {
		t.Fatal("no package listed")
	}
	t.Logf("count: %d packages", packages)
}
