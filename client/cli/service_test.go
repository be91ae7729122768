package cli

import (
	"bytes"
	"encoding/json"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/cli/term"
)

func TestParseBrokers(t *testing.T) {
	one, two := common.Hash{1}, common.Hash{2}
	byDataset, otherwise, err := parseBrokers([]string{
		one.Hex() + "=http://a:1", "http://b:2/?key=1", two.Hex() + "=https://c/?key=2",
	})
	if err != nil || otherwise != "http://b:2/?key=1" || len(byDataset) != 2 ||
		byDataset[one] != "http://a:1" || byDataset[two] != "https://c/?key=2" {
		t.Errorf("%v, %q, %v", byDataset, otherwise, err)
	}
	for name, list := range map[string][]string{
		"two for all datasets": {"http://a:1", "http://b:2"},
		"two for one dataset":  {one.Hex() + "=http://a:1", one.Hex() + "=http://b:2"},
		"a part of an id":      {"0x12=http://a:1"},
		"no URL":               {"a:1"},
		"no URL of a dataset":  {one.Hex() + "="},
		"another scheme":       {"file:///etc/passwd"},
		"nothing":              {""},
	} {
		if byDataset, otherwise, err := parseBrokers(list); err == nil {
			t.Errorf("%s: %v, %q", name, byDataset, otherwise)
		}
	}
}

// The URL of a service is one that its own machine can call, and that its check of host names lets through.
func TestServiceURL(t *testing.T) {
	for _, c := range []struct{ listen, bound, want string }{
		{"127.0.0.1:8545", "127.0.0.1:8545", "http://127.0.0.1:8545"},
		{"127.0.0.1:0", "127.0.0.1:41234", "http://127.0.0.1:41234"},
		{":8545", "[::]:8545", "http://127.0.0.1:8545"},
		{":0", "[::]:41234", "http://127.0.0.1:41234"},
		{"0.0.0.0:8545", "0.0.0.0:8545", "http://127.0.0.1:8545"},
		{"[::]:8545", "[::]:8545", "http://127.0.0.1:8545"},
		{"[::1]:8545", "[::1]:8545", "http://[::1]:8545"},
		{"localhost:8545", "127.0.0.1:8545", "http://localhost:8545"},
		{"gateway.example:http", "192.0.2.1:80", "http://gateway.example:80"},
	} {
		if got := serviceURL(c.listen, c.bound); got != c.want {
			t.Errorf("%s, bound to %s: %s, want %s", c.listen, c.bound, got, c.want)
		}
	}
}

// With --json the standard output of a service is JSON too; without, it is the line that is waited for.
func TestReady(t *testing.T) {
	for _, asJSON := range []bool{false, true} {
		var out, notes bytes.Buffer
		a := &App{Terminal: &term.Terminal{Out: &out, Err: &notes, JSON: asJSON}}
		a.ready(map[string]any{"service": "gateway", "url": "http://127.0.0.1:1"},
			"gateway is ready at %s", "http://127.0.0.1:1")
		if !asJSON {
			if out.String() != "gateway is ready at http://127.0.0.1:1\n" {
				t.Errorf("%q", out.String())
			}
			continue
		}
		var v struct{ Service, URL string }
		in := json.NewDecoder(strings.NewReader(out.String()))
		if err := in.Decode(&v); err != nil || v.Service != "gateway" || v.URL != "http://127.0.0.1:1" || in.More() {
			t.Errorf("%q: %+v, %v", out.String(), v, err)
		}
	}
}

// TestWithoutBroker: a worker that gets no key says so when it starts, of each broker that does not answer.
func TestWithoutBroker(t *testing.T) {
	lives, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer lives.Close()
	gone, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	dead := "http://" + gone.Addr().String()
	gone.Close()
	for name, c := range map[string]struct {
		byDataset map[common.Hash]string
		otherwise string
		want      []string
	}{
		"none":       {nil, "", []string{"no broker is named with --broker"}},
		"one":        {nil, "http://" + lives.Addr().String(), nil},
		"a dead one": {nil, dead, []string{"the broker at " + dead + " does not answer"}},
		"one of each": {map[common.Hash]string{{1}: dead}, "http://" + lives.Addr().String(),
			[]string{"no job on dataset 0x01"}},
	} {
		got := withoutBroker(t.Context(), c.byDataset, c.otherwise)
		if len(got) != len(c.want) || len(got) > 0 && !strings.Contains(got[0], c.want[0]) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		var out, notes bytes.Buffer
		a := &App{Terminal: &term.Terminal{Out: &out, Err: &notes, Quiet: true}}
		a.readyBut(got, map[string]any{}, "worker is ready")
		if out.String() != "worker is ready\n" || strings.Contains(notes.String(), "warning: ") != (len(got) > 0) {
			t.Errorf("%s: it says %q and %q", name, out.String(), notes.String())
		}
	}
}

// TestCheckCapacity: a worker is told of no capacity that it cannot have.
func TestCheckCapacity(t *testing.T) {
	for _, c := range []struct {
		jobs int
		life time.Duration
		want string
	}{
		{1, time.Hour, ""}, {2, maxRegistration, ""},
		{0, time.Hour, "--jobs 0"}, {-1, time.Hour, "--jobs -1"},
		{1, 0, "--registration 0s"}, {1, -time.Hour, "--registration -1h"},
		{1, maxRegistration + 1, "--registration 720h"},
	} {
		err := checkCapacity(c.jobs, c.life)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%d jobs, %s: %v, want %q", c.jobs, c.life, err, c.want)
		}
	}
}

func TestCheckListen(t *testing.T) {
	for _, good := range []string{"127.0.0.1:0", ":8600", "[::1]:1", "localhost:80"} {
		if err := checkListen(good); err != nil {
			t.Errorf("%q: %v", good, err)
		}
	}
	for _, bad := range []string{"", "nowhere", "127.0.0.1", "127.0.0.1:", "http://127.0.0.1:1"} {
		if err := checkListen(bad); err == nil {
			t.Errorf("%q: accepted", bad)
		}
	}
}
