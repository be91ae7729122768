package network_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/contracts/solidity"
)

func example(dir string) *network.File {
	f := &network.File{
		Format:           network.Format,
		Name:             "localnet",
		ChainContext:     strings.Repeat("ab", 32),
		ConsensusChainID: strings.Repeat("ab", 25),
		ChainID:          42334,
		Sockets: []string{filepath.Join(dir, "nodes", "0", "internal.sock"), "/run/short.sock",
			"tcp:127.0.0.1:9000"},
		Contracts: solidity.Addresses{JobMarket: common.Address{1}},
		TrustRoot: filepath.Join(dir, "trust-root.json"),
		Accounts:  filepath.Join(dir, "accounts.json"),
		Uses:      []string{filepath.Join(dir, "worker", "uses"), "https://worker.example/uses", "/srv/uses"},
	}
	_ = f.RuntimeID.UnmarshalHex("8000000000000000000000000000000000000000000000000000000000000a55")
	return f
}

func TestSaveLoad(t *testing.T) {
	dir := t.TempDir()
	want := example(dir)
	if err := want.Save(dir); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{dir, filepath.Join(dir, network.FileName)} {
		got, err := network.Load(path)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("from %s: %+v, want %+v", path, got, want)
		}
	}
	leftovers, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(leftovers) != 1 {
		t.Errorf("the directory has %v", leftovers)
	}
}

// TestLoad_followsMovedDirectory moves the network's directory: what is in it moves along, what is not stays.
func TestLoad_followsMovedDirectory(t *testing.T) {
	parent := t.TempDir()
	before, after := filepath.Join(parent, "a"), filepath.Join(parent, "b")
	if err := os.Mkdir(before, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := example(before).Save(before); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(before, after); err != nil {
		t.Fatal(err)
	}
	got, err := network.Load(after)
	if err != nil {
		t.Fatal(err)
	}
	if want := example(after); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestLoad_refuses(t *testing.T) {
	if _, err := network.Load(t.TempDir()); !errors.Is(err, network.ErrNotExist) {
		t.Errorf("an empty directory: %v, want ErrNotExist", err)
	}
	for content, want := range map[string]string{
		``:                                "the text ends",
		`{`:                               "member name expected",
		`{"format":2}`:                    "format 2",
		`{"format":1,"socket":["s"]}`:     `line 1, column 13: field "socket" is unknown; is "sockets" meant?`,
		`{"format":1,"format":1}`:         "format",
		`{"format":1,"sockets":["s"]} {}`: "after",
		`{"format":1}`:                    `field "chainContext" is missing`,
		`{"format":1,"sockets":["s"]}`:    `field "chainContext" is missing`,
		`{"format":1,"runtimeId":"no"}`:   "is not a runtime ID",
		`{"format":1,"sockets":"s"}`:      `field "sockets" must be a list`,
		strings.Repeat(" ", 1<<20) + `{}`: "more than",
		`{"format":1,"contracts":{"JobMarket":"0x1"}}`: `"contracts.JobMarket" must be 0x and 40`,
	} {
		path := filepath.Join(t.TempDir(), network.FileName)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := network.Load(path)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), path) {
			t.Errorf("%.40q: %v, want an error that says %q and names the file", content, err, want)
		}
	}
}

func TestUpdate_losesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := example(dir).Save(dir); err != nil {
		t.Fatal(err)
	}
	const writers = 20
	var wg sync.WaitGroup
	for i := range writers {
		wg.Go(func() {
			if err := network.Update(dir, func(f *network.File) error {
				f.Uses = append(f.Uses, filepath.Join(dir, fmt.Sprint(i)))
				return nil
			}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	f, err := network.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if had := len(example(dir).Uses); len(f.Uses) != had+writers {
		t.Errorf("%d folders of uses, want %d", len(f.Uses), had+writers)
	}
	refused := errors.New("no")
	if err := network.Update(dir, func(f *network.File) error { f.Name = "x"; return refused }); !errors.Is(err,
		refused) {
		t.Errorf("got %v", err)
	}
	if f, _ := network.Load(dir); f.Name != "localnet" {
		t.Error("a refused change was written")
	}
}

func FuzzLoad(f *testing.F) {
	dir := f.TempDir()
	if err := example(dir).Save(dir); err != nil {
		f.Fatal(err)
	}
	raw, err := os.ReadFile(filepath.Join(dir, network.FileName))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw []byte) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, network.FileName), raw, 0o600); err != nil {
			t.Fatal(err)
		}
		first, err := network.Load(dir)
		if err != nil {
			return
		}
		if err := first.Save(dir); err != nil {
			t.Fatal(err)
		}
		second, err := network.Load(dir)
		if err != nil {
			t.Fatalf("what was saved does not load: %v", err)
		}
		if len(first.Sockets) != len(second.Sockets) || first.ChainID != second.ChainID {
			t.Errorf("%+v became %+v", first, second)
		}
	})
}
