// Package publish seals a custodian's table into a folder that anyone may hold, and describes it for the registry.
package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/client/roster"
	"github.com/assent-network/assent/node/fetch"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/purpose"
)

// Names of the files beside the sealed data in a folder that a custodian publishes.
const (
	schemaFileName    = "schema.json"
	datasheetFileName = "datasheet.md"
	mockFileName      = "mock.csv"
)

// Config says what to seal into which folder.
type Config struct {
	CSV, Schema, Roster, Datasheet, Mock, Out string
	To                                        []string
	DropColumns, Sample                       bool
	Progress                                  func(rows int)
}

// Pack seals a table into a new folder with its schema, datasheet and mock data. Nothing is left behind when it fails.
func Pack(p Config) (summary *vault.Summary, err error) {
	b, err := os.ReadFile(p.Schema)
	if err != nil {
		return nil, fmt.Errorf("reading the schema: %w", err)
	}
	schema, err := vault.ParseSchema(b)
	if err != nil {
		return nil, fmt.Errorf("reading the schema in %s: %w", p.Schema, err)
	}
	if _, err := os.Stat(p.Roster); err != nil {
		return nil, fmt.Errorf("reading the roster: %w", err)
	}
	r, err := roster.Load(p.Roster)
	if err != nil {
		return nil, err
	}
	src, err := os.Open(p.CSV)
	if err != nil {
		return nil, fmt.Errorf("reading the table: %w", err)
	}
	defer src.Close()
	if err := os.Mkdir(p.Out, 0o755); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf("folder %s exists already; name a new one, since versions are added and never changed", p.Out)
		}
		return nil, fmt.Errorf("making the folder: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(p.Out))
		}
	}()
	canonical, err := schema.Canonical()
	if err != nil {
		return nil, fmt.Errorf("writing the schema: %w", err)
	}
	if err := writeNew(filepath.Join(p.Out, schemaFileName), canonical); err != nil {
		return nil, fmt.Errorf("writing the schema: %w", err)
	}
	for from, to := range map[string]string{p.Datasheet: datasheetFileName, p.Mock: mockFileName} {
		if from == "" {
			continue
		}
		b, err := os.ReadFile(from)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", from, err)
		}
		if err := writeNew(filepath.Join(p.Out, to), b); err != nil {
			return nil, fmt.Errorf("writing %s: %w", to, err)
		}
	}
	dst, err := os.OpenFile(filepath.Join(p.Out, fetch.DataFile), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, fmt.Errorf("writing the sealed data: %w", err)
	}
	config := vault.PackConfig{Schema: schema, Pseudonym: r.Pseudonym, Roster: r.Entries(), Recipients: p.To, DropColumns: p.DropColumns, Progress: p.Progress}
	if p.Sample {
		config.Excess = vault.SampleExcess
	}
	summary, err = vault.Pack(dst, src, config)
	if err = errors.Join(err, dst.Close()); err != nil {
		return nil, fmt.Errorf("packing %s: %w", p.CSV, err)
	}
	return summary, nil
}

// VersionOf describes a published folder for the registry. uri is where workers find it; its absolute path when empty. asOf is
// the block up to which enrolments are contained: whoever enrolled later has no row in it.
func VersionOf(folder, uri, rosterFile string, asOf uint64) (dataset.Version, error) {
	v := dataset.Version{AsOf: asOf}
	root, err := fetch.Hash(filepath.Join(folder, fetch.DataFile))
	if err != nil {
		return v, err
	}
	v.ContentRoot = root
	for name, into := range map[string]*common.Hash{schemaFileName: &v.Schema, datasheetFileName: &v.Datasheet, mockFileName: &v.Mock} {
		b, err := os.ReadFile(filepath.Join(folder, name))
		if errors.Is(err, fs.ErrNotExist) && name != schemaFileName {
			continue
		}
		if err != nil {
			return v, fmt.Errorf("reading the published folder: %w", err)
		}
		*into = crypto.Keccak256Hash(b)
	}
	r, err := roster.Load(rosterFile)
	if err != nil {
		return v, err
	}
	tree, err := dataset.NewRoster(r.Entries())
	if err != nil {
		return v, fmt.Errorf("committing to the roster: %w", err)
	}
	v.RosterRoot = tree.Root()
	if v.URI = uri; uri == "" {
		if v.URI, err = filepath.Abs(folder); err != nil {
			return v, fmt.Errorf("naming the published folder: %w", err)
		}
	}
	return v, nil
}

// PolicyTemplate is a careful policy to start from: private statistics for fairness audits, at least 50 subjects, a small
// budget. It accepts no worker until measurements and attestation roots are filled in, and names nobody: see Complete.
func PolicyTemplate() policy.Policy {
	return policy.Policy{
		Promise: policy.Promise{
			Purposes: purpose.SetOf(purpose.FairnessAudit), Kinds: kind.Runnable, Conditions: condition.Protected, AllowPrivate: true,
			MinCohort: 50, MinCell: 5, RhoLimit: 500_000, DeltaLimit: budget.DeltaUnits / 1_000_000, Review: policy.ReviewNone,
			MaxConsentAge: 10_000, Spenders: []common.Address{}, Restrictions: []common.Hash{},
		},
		Means: policy.Means{
			Measurements: []common.Hash{}, TrustRoots: []common.Hash{}, Programs: []common.Hash{}, Reviewers: []common.Address{},
			Gates: []policy.Gate{}, Archives: []common.Address{},
		},
		Service: policy.Service{Price: amount.FromUint64(1_000_000_000), ClaimTimeout: 900, JobTimeout: 900, OpenTimeout: 900, MaxReruns: 3},
	}
}

// Complete fills in the accounts and hashes that a policy leaves open, from those of another.
func Complete(p *policy.Policy, from policy.Policy) {
	for into, value := range map[*common.Address]common.Address{
		&p.Controller: from.Controller, &p.Broker: from.Broker, &p.Enroller: from.Enroller,
	} {
		if *into == (common.Address{}) {
			*into = value
		}
	}
	for into, value := range map[*common.Hash]common.Hash{&p.Schema: from.Schema, &p.Datasheet: from.Datasheet, &p.Text: from.Text} {
		if *into == (common.Hash{}) {
			*into = value
		}
	}
	if len(p.Spenders) == 0 {
		p.Spenders = from.Spenders
	}
}

// Describe has a policy promise data of a schema, as JSON, and with a datasheet, which may be empty.
func Describe(p *policy.Policy, schemaFile, datasheet []byte) error {
	schema, err := vault.ParseSchema(schemaFile)
	if err != nil {
		return fmt.Errorf("reading the schema: %w", err)
	}
	canonical, err := schema.Canonical()
	if err != nil {
		return fmt.Errorf("writing the schema: %w", err)
	}
	p.Schema, p.Datasheet = crypto.Keccak256Hash(canonical), common.Hash{}
	if len(datasheet) > 0 {
		p.Datasheet = crypto.Keccak256Hash(datasheet)
	}
	return nil
}

// writeNew writes a file that must not exist yet.
func writeNew(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}
