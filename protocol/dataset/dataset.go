// Package dataset is what the network knows of a dataset: its id, the hashes of each version, the manifest that
// describes them to people and programs, and the roster of enrolled subjects.
package dataset

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
)

// VersionType is the EIP-712 type of a version, whose struct hash is the version hash.
const VersionType = "DatasetVersion(bytes32 contentRoot,bytes32 schema,bytes32 datasheet,bytes32 mock,bytes32 " +
	"rosterRoot,uint64 asOf,string uri)"

// Limits of the contract.
const (
	MaxName = 64
	MaxURI  = 256
)

// ID is the id that a registrant's dataset of a name has in a registry: keccak256(abi.encode(chainId, registry,
// registrant, keccak256(name))).
func ID(chainID uint64, registry, registrant common.Address, name string) common.Hash {
	words := make([]byte, 128)
	binary.BigEndian.PutUint64(words[24:32], chainID)
	copy(words[44:64], registry[:])
	copy(words[76:96], registrant[:])
	copy(words[96:128], crypto.Keccak256([]byte(name)))
	return crypto.Keccak256Hash(words)
}

// OwnDomain is the pseudonym domain of a dataset that belongs to no family: its id.
func OwnDomain(id common.Hash) common.Hash { return id }

// FamilyDomain is the pseudonym domain of a founder's family of datasets, which are joined under one pseudonym per
// subject.
func FamilyDomain(chainID uint64, registry, founder common.Address, family string) common.Hash {
	id := ID(chainID, registry, founder, family)
	return crypto.Keccak256Hash([]byte("assent.dataset.family.v1"), id[:])
}

// Record is what a registry says of a dataset from which the rest follows.
type Record struct {
	Registrant common.Address // who registered it, for good
	Name       string
	Family     string // empty when it has pseudonyms of its own
	Founder    common.Address
	Domain     common.Hash
}

// ErrRecord is wrapped when a record contradicts itself: the node or gateway that answered for the registry is not to
// be believed.
var ErrRecord = errors.New("dataset: the record contradicts itself")

// CheckRecord computes id and pseudonym domain from the record and compares them.
func CheckRecord(chainID uint64, registry common.Address, id common.Hash, r Record) error {
	if got := ID(chainID, registry, r.Registrant, r.Name); got != id {
		return fmt.Errorf("%w: %q of %s has the id %s, not %s", ErrRecord, r.Name, r.Registrant, got, id)
	}
	want := OwnDomain(id)
	switch {
	case r.Family != "" && r.Founder == common.Address{}, r.Family == "" && r.Founder != common.Address{}:
		return fmt.Errorf("%w: family %q and founder %s do not go together", ErrRecord, r.Family, r.Founder)
	case r.Family != "":
		want = FamilyDomain(chainID, registry, r.Founder, r.Family)
	}
	if r.Domain != want {
		return fmt.Errorf("%w: its pseudonym domain is given as %s and would be %s", ErrRecord, r.Domain, want)
	}
	return nil
}

// Version is one version of a dataset's content, as the registry has it.
type Version struct {
	ContentRoot common.Hash `json:"contentRoot"` // of the Tables
	Schema      common.Hash `json:"schema"`      // schema root of the Tables
	Datasheet   common.Hash `json:"datasheet"`   // keccak256 of the datasheet
	Mock        common.Hash `json:"mock"`        // mock root of the Tables
	RosterRoot  common.Hash `json:"rosterRoot"`
	AsOf        uint64      `json:"asOf"` // block up to which enrolments are contained
	URI         string      `json:"uri"`  // where the files are
}

// Hash is the version hash: the EIP-712 hash of the struct, without a domain.
func (v Version) Hash() common.Hash {
	return eip712.HashStruct(VersionType, eip712.Bytes32(v.ContentRoot), eip712.Bytes32(v.Schema),
		eip712.Bytes32(v.Datasheet),
		eip712.Bytes32(v.Mock), eip712.Bytes32(v.RosterRoot), eip712.Uint(v.AsOf), eip712.String(v.URI))
}

// Validate checks the fields against the contract's limits.
func (v Version) Validate() error {
	switch {
	case v.ContentRoot == common.Hash{}:
		return &FieldError{"contentRoot", "hash the tables"}
	case v.Schema == common.Hash{}:
		return &FieldError{"schema", "hash the schemas of the tables"}
	case len(v.URI) > MaxURI || !utf8.ValidString(v.URI):
		return &FieldError{"uri", fmt.Sprintf("%d bytes, at most %d of UTF-8", len(v.URI), MaxURI)}
	}
	return nil
}

// FieldError says which field of a version or a manifest is not acceptable.
type FieldError struct{ Field, Reason string }

func (e *FieldError) Error() string { return fmt.Sprintf("dataset: %s: %s", e.Field, e.Reason) }

// ManifestFormat is the format member of a manifest.
const ManifestFormat = "assent-dataset/3"

// Manifest describes one version of a dataset. It is public, lies beside the files it names, and everything in it can
// be checked against the chain and the files.
type Manifest struct {
	Format     string         `json:"format"` // ManifestFormat
	ChainID    uint64         `json:"chainId"`
	Registry   common.Address `json:"registry"`
	Registrant common.Address `json:"registrant"`
	Name       string         `json:"name"`
	Title      string         `json:"title"`   // one line for people
	Family     string         `json:"family"`  // empty without one
	Founder    common.Address `json:"founder"` // zero without a family
	Open       bool           `json:"open"`    // synthetic or public data
	Number     uint32         `json:"number"`
	Version    Version        `json:"version"`
	Tables     Tables         `json:"tables"`
}

// ParseManifest reads a manifest strictly and validates it.
func ParseManifest(data []byte) (Manifest, error) {
	var m Manifest
	if err := canonical.Unmarshal(data, &m); err != nil {
		return Manifest{}, fmt.Errorf("dataset: parse manifest: %w", err)
	}
	return m, m.Validate()
}

// Marshal returns the manifest's canonical JSON.
func (m Manifest) Marshal() ([]byte, error) { return canonical.Marshal(m) }

// ID is the id of the dataset that the manifest describes.
func (m Manifest) ID() common.Hash { return ID(m.ChainID, m.Registry, m.Registrant, m.Name) }

// Domain is the dataset's pseudonym domain.
func (m Manifest) Domain() common.Hash {
	if m.Family == "" {
		return OwnDomain(m.ID())
	}
	return FamilyDomain(m.ChainID, m.Registry, m.Founder, m.Family)
}

// Validate checks the fields against their limits, and the tables against the version.
func (m Manifest) Validate() error {
	switch {
	case m.Format != ManifestFormat:
		return &FieldError{"format", fmt.Sprintf("%.40q, this program reads %q", m.Format, ManifestFormat)}
	case m.ChainID == 0:
		return &FieldError{"chainId", "name the chain"}
	case m.Registry == common.Address{}:
		return &FieldError{"registry", "name the registry contract"}
	case m.Registrant == common.Address{}:
		return &FieldError{"registrant", "name who registered the dataset"}
	case len(m.Name) == 0 || len(m.Name) > MaxName:
		return &FieldError{"name", fmt.Sprintf("%d bytes, use 1 to %d", len(m.Name), MaxName)}
	case len(m.Family) > MaxName:
		return &FieldError{"family", fmt.Sprintf("%d bytes, use at most %d", len(m.Family), MaxName)}
	case (m.Family == "") != (m.Founder == common.Address{}):
		return &FieldError{"founder", "a family has a founder, and nothing else has"}
	case m.Number == 0:
		return &FieldError{"number", "versions start at 1"}
	}
	if err := m.Version.Validate(); err != nil {
		return err
	}
	if err := m.Tables.Validate(); err != nil {
		return err
	}
	return m.Tables.Check(m.Version)
}

// CheckFile compares a file of the version's folder, by its name, with its hash. Sealed data are hashed with SHA-256 by
// every reader while they are read.
func (m Manifest) CheckFile(name string, content []byte) error {
	want := common.Hash{}
	if name == DatasheetFile {
		want = m.Version.Datasheet
	}
	for _, t := range m.Tables {
		switch name {
		case t.SchemaFile():
			want = t.Schema
		case t.MockFile():
			want = t.Mock
		}
	}
	if want == (common.Hash{}) {
		return fmt.Errorf("dataset: the version has no file %.80q", name)
	}
	if got := crypto.Keccak256Hash(content); got != want {
		return fmt.Errorf("dataset: %s has hash %s, the version names %s: it is another file or was changed", name, got,
			want)
	}
	return nil
}
