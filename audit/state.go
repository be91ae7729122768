package audit

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/bundle"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/signature"
	"github.com/assent-network/assent/protocol/snapshot"
	"github.com/assent-network/assent/protocol/trustroot"
)

// storage opens the state of both rounds, checks that it is of the contracts that the trust root names, and that it
// shows everything it has to.
func (v *verifier) storage() (string, error) {
	var err error
	if v.finalState, err = v.bundle.Final.State.Open(v.final.header.StateRoot); err != nil {
		return "", fmt.Errorf("final round: %w", err)
	}
	if v.consentState, err = v.bundle.Consent.State.Open(v.consented.header.StateRoot); err != nil {
		return "", fmt.Errorf("consent round: %w", err)
	}
	c := &v.root.Contracts
	base := layout.DatasetSlot(layout.Word(v.docs.spec.Dataset))
	word, err := stored(v.consentState, c.Registry.Address, layout.DatasetLedger.Slot(base))
	if err != nil {
		return "", fmt.Errorf("consent ledger: %w", err)
	}
	v.ledger = common.Address(layout.DatasetLedger.Address(word))
	if v.ledger == (common.Address{}) {
		return "", fmt.Errorf("dataset %s is not registered", v.docs.spec.Dataset)
	}
	facts := &bundle.Facts{Receipt: v.docs.receipt.Receipt, Spec: v.docs.spec}
	shown := 0
	for _, s := range []struct {
		name string
		tree *proof.Tree
		keys [][]byte
		code []pinned
	}{
		{"final", v.finalState, bundle.FinalKeys(c, facts), append(v.pinned(), pinned{"WorkerRegistry", c.Workers})},
		{"consent", v.consentState, bundle.ConsentKeys(c, facts), v.pinned()},
	} {
		for _, key := range s.keys {
			if _, _, err := s.tree.Get(key); err != nil {
				return "", fmt.Errorf("%s round: %w", s.name, err)
			}
			shown++
		}
		for _, p := range s.code {
			if err := p.check(s.tree); err != nil {
				return "", fmt.Errorf("%s round: %w", s.name, err)
			}
		}
	}
	if err := v.entries(); err != nil {
		return "", fmt.Errorf("consent entries: %w", err)
	}
	for i, rng := range bundle.Ranges(v.ledger, v.items) {
		if err := v.consentState.VerifyRange(rng); err != nil {
			return "", fmt.Errorf("%s: %w", [...]string{"consent entries", "origins of consent entries"}[i], err)
		}
	}
	return fmt.Sprintf("%d keys and all %d consent entries of ledger %s are proven", shown, v.report.Facts.Entries,
		signature.Hex(v.ledger)), nil
}

// entries resolves the consent entries. What other files have of them is held against the state like the rest, so
// nothing is trusted of those files.
func (v *verifier) entries() error {
	var given []*snapshot.Snapshot
	if v.snapshot.Sharing() {
		for _, f := range v.opts.With {
			s, err := bundle.EntriesOf(f.Data)
			if err != nil {
				return fmt.Errorf("file %s, given with the bundle: %w", f.Name, err)
			}
			given = append(given, s)
		}
	}
	var err error
	v.items, err = v.snapshot.Resolve(given...)
	v.report.Facts.Entries = len(v.items)
	var missing *snapshot.MissingError
	if errors.As(err, &missing) {
		v.report.Facts.Missing = missing.Tops
	}
	return err
}

// pinned is a contract whose code the trust root names.
type pinned struct {
	name string
	trustroot.Contract
}

// pinned returns the contracts that are read in both rounds. A dataset's ledger is one that the registry deployed.
func (v *verifier) pinned() []pinned {
	c := &v.root.Contracts
	return []pinned{{"JobMarket", c.Market}, {"DatasetRegistry", c.Registry}, {"BudgetLedger", c.Budget}}
}

func (p *pinned) check(state *proof.Tree) error {
	got, ok, err := state.Get(layout.CodeHashKey(layout.Address(p.Address)))
	switch {
	case err != nil:
		return err
	case !ok:
		return fmt.Errorf("there is no contract at %s, where the %s should be", signature.Hex(p.Address), p.name)
	case !bytes.Equal(got, p.CodeHash[:]):
		return fmt.Errorf("the %s at %s has code %#x, the trust root names %s", p.name, signature.Hex(p.Address), got,
			p.CodeHash)
	}
	return nil
}

// stored returns a word of a contract's storage; what is absent is zero.
func stored(state *proof.Tree, contract common.Address, slot layout.Word) (layout.Word, error) {
	raw, ok, err := state.Get(layout.StorageKey(layout.Address(contract), slot))
	switch {
	case err != nil || !ok:
		return layout.Word{}, err
	case len(raw) != len(layout.Word{}):
		return layout.Word{}, fmt.Errorf("slot %s of %s has %d bytes", slot, signature.Hex(contract), len(raw))
	}
	return layout.Word(raw), nil
}

// record is the words of a contract's record.
type record []layout.Word

// load reads a record of a contract.
func load(state *proof.Tree, contract common.Address, base layout.Word, words uint64) (record, error) {
	r := make(record, words)
	for i := range words {
		var err error
		if r[i], err = stored(state, contract, base.Add(i)); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (r record) uint(f layout.Field) uint64            { return f.Uint(r[f.Word()]) }
func (r record) address(f layout.Field) common.Address { return common.Address(f.Address(r[f.Word()])) }
func (r record) hash(f layout.Field) common.Hash       { return common.Hash(f.Bytes(r[f.Word()])) }

// marketJob is the JobMarket's record of the job in the final round.
func (v *verifier) marketJob() (record, error) {
	job := layout.Word(v.docs.receipt.Receipt.Job)
	return load(v.finalState, v.root.Contracts.Market.Address, layout.JobSlot(job), layout.JobWords)
}
