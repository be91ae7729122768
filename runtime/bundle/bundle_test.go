package bundle_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/version"
	official "github.com/oasisprotocol/oasis-core/go/runtime/bundle"
	"github.com/oasisprotocol/oasis-core/go/runtime/bundle/component"

	"github.com/assent-network/assent/runtime/bundle"
	"github.com/assent-network/assent/runtime/genesis"
)

func testConfig(t *testing.T) bundle.Config {
	t.Helper()
	doc, err := genesis.New(genesis.Default("test", 42334))
	if err != nil {
		t.Fatal(err)
	}
	// Any ELF program serves; the one that runs is one.
	program, err := os.ReadFile("/proc/self/exe")
	if err != nil {
		t.Skipf("needs Linux: %v", err)
	}
	return bundle.Config{
		Name:       "assent test",
		RuntimeID:  common.NewTestNamespaceFromSeed([]byte("assent/bundle"), common.NamespaceTest),
		Version:    version.Version{Major: 1, Minor: 2, Patch: 3},
		Executable: program,
		Genesis:    doc,
	}
}

func TestOfficialToolingAcceptsTheBundle(t *testing.T) {
	cfg := testConfig(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "assent.orc")
	checksum, err := bundle.Build(path, cfg)
	if err != nil {
		t.Fatal(err)
	}
	b, err := official.Open(path, official.WithManifestHash(checksum), official.WithRuntimeID(cfg.RuntimeID))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	ronl, ok := b.Manifest.GetComponentByID(component.ID_RONL)
	if !ok || ronl.Version != cfg.Version || ronl.ELF == nil {
		t.Fatalf("component is %+v", ronl)
	}
	exploded := filepath.Join(dir, "exploded")
	if err := b.WriteExploded(exploded); err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(exploded, ronl.ELF.Executable)
	doc, err := genesis.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Digest() != cfg.Genesis.Digest() {
		t.Error("the bundle carries another genesis")
	}
	if info, err := os.Stat(program); err != nil || info.Mode()&0o100 == 0 {
		t.Errorf("program is not executable: %v (%v)", info.Mode(), err)
	}
}

func TestBundlesAreReproducible(t *testing.T) {
	cfg := testConfig(t)
	dir := t.TempDir()
	build := func(name string, cfg bundle.Config) []byte {
		path := filepath.Join(dir, name)
		if _, err := bundle.Build(path, cfg); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	first := build("a.orc", cfg)
	if !bytes.Equal(first, build("b.orc", cfg)) {
		t.Error("the same bundle has other bytes")
	}
	other := cfg
	other.Genesis, _ = genesis.New(genesis.Default("test", 42335))
	if bytes.Equal(first, build("c.orc", other)) {
		t.Error("another genesis makes the same bundle")
	}
}

func TestBadPrograms(t *testing.T) {
	cfg := testConfig(t)
	dir := t.TempDir()
	carrying, err := genesis.Append(cfg.Executable, cfg.Genesis)
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		program []byte
		want    string
	}{
		"none":     {nil, "not an ELF executable"},
		"a script": {[]byte("#!/bin/sh\n"), "not an ELF executable"},
		"carrying": {carrying, "already carries"},
	} {
		path := filepath.Join(dir, name)
		cfg.Executable = tc.program
		if _, err := bundle.Build(path, cfg); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s: a bundle was left", name)
		}
	}
	if _, err := bundle.BuildFile(filepath.Join(dir, "x"), filepath.Join(dir, "gone"), cfg); err == nil {
		t.Error("built from a program that is not there")
	}
}
