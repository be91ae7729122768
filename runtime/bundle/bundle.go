// Package bundle builds the runtime bundle (.orc) of a chain: the file that a node operator installs and that the
// runtime's deployment names by its hash.
//
// It promises that the same executable, genesis document, runtime ID and version make the same bytes, and that
// oasis-core's own package accepts them.
package bundle

import (
	"bytes"
	"debug/elf"
	"fmt"
	"os"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/common/version"
	"github.com/oasisprotocol/oasis-core/go/runtime/bundle"
	"github.com/oasisprotocol/oasis-core/go/runtime/bundle/component"

	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/runtime/genesis"
)

// executableName is the name of the executable in the bundle.
const executableName = "assent-runtime"

// Config says what goes into a bundle.
type Config struct {
	// Name is what people call the runtime.
	Name string
	// RuntimeID is the identifier that the runtime is registered under.
	RuntimeID common.Namespace
	// Version is the version of the deployment.
	Version version.Version
	// Executable is the runtime program, without a genesis document.
	Executable []byte
	// Genesis is the document that is appended to the program.
	Genesis *genesis.Document
}

// Build writes a bundle to the path and returns the hash of its manifest, which the deployment in the runtime's
// descriptor names as bundle checksum.
func Build(path string, cfg Config) (hash.Hash, error) {
	var none hash.Hash
	if _, err := elf.NewFile(bytes.NewReader(cfg.Executable)); err != nil {
		return none, fmt.Errorf("building bundle %s: the runtime program is not an ELF executable: %w", path, err)
	}
	executable, err := genesis.Append(cfg.Executable, cfg.Genesis)
	if err != nil {
		return none, fmt.Errorf("building bundle %s: %w", path, err)
	}
	b := bundle.Bundle{Manifest: &bundle.Manifest{
		Name: cfg.Name,
		ID:   cfg.RuntimeID,
		Components: []*bundle.Component{{
			Kind:    component.RONL,
			Version: cfg.Version,
			ELF:     &bundle.ELFMetadata{Executable: executableName},
		}},
	}}
	if err := b.Add(executableName, bundle.NewBytesData(executable)); err != nil {
		return none, fmt.Errorf("building bundle %s: %w", path, err)
	}
	// A node may be reading the file that is there.
	if err := wholefile.Fill(path, 0o600, func(f *os.File) error { return b.Write(f.Name()) }); err != nil {
		return none, fmt.Errorf("building bundle %s: %w", path, err)
	}
	return b.Manifest.Hash(), nil
}

// BuildFile is [Build] with the program at executablePath.
func BuildFile(path, executablePath string, cfg Config) (hash.Hash, error) {
	executable, err := os.ReadFile(executablePath)
	if err != nil {
		return hash.Hash{}, fmt.Errorf("building bundle %s: %w", path, err)
	}
	cfg.Executable = executable
	return Build(path, cfg)
}
