package bundle

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/trustroot"
)

// Facts are what the keys of a job's state are built from.
type Facts struct {
	Receipt receipt.Receipt
	Spec    job.Spec // that the receipt's job commits to
}

// FinalKeys are the keys that the state of the final round has to show.
func FinalKeys(c *trustroot.Contracts, f *Facts) [][]byte {
	r, spec := &f.Receipt, &f.Spec
	market, registry, budget, workers := addr(c.Market), addr(c.Registry), addr(c.Budget), addr(c.Workers)
	id, dataset := layout.Word(r.Job), layout.Word(spec.Dataset)
	keys := [][]byte{
		layout.CodeHashKey(market), layout.CodeHashKey(registry), layout.CodeHashKey(budget),
		layout.CodeHashKey(workers),
		layout.StorageKey(market, layout.ReceiptSlot(id)),
		layout.StorageKey(market, layout.BarredSlot(id, layout.Address(r.Enclave))),
		layout.StorageKey(budget, layout.BudgetSlot(dataset)),
		layout.StorageKey(budget, layout.BudgetUsedSlot(dataset, layout.Address(spec.Researcher))),
	}
	keys = record(keys, market, layout.JobSlot(id), layout.JobWords)
	keys = record(keys, workers, layout.WorkerSlot(layout.Address(r.Enclave)), layout.WorkerWords)
	keys = record(keys, budget, layout.AmountSlot(dataset, market, id), layout.AmountWords)
	if spec.Study != (common.Hash{}) {
		// Its budget may be that of the study's round.
		keys = record(keys, budget, layout.AmountSlot(dataset, market, layout.Word(spec.BudgetKey())),
			layout.AmountWords)
	}
	return keys
}

// ConsentKeys are the keys that the state of the consent round has to show, beside leading to the ranges of
// ConsentPrefixes.
func ConsentKeys(c *trustroot.Contracts, f *Facts) [][]byte {
	market, registry, budget := addr(c.Market), addr(c.Registry), addr(c.Budget)
	spec := &f.Spec
	dataset, job := layout.Word(spec.Dataset), layout.JobSlot(layout.Word(f.Receipt.Job))
	base := layout.DatasetSlot(dataset)
	return [][]byte{
		layout.CodeHashKey(market), layout.CodeHashKey(registry), layout.CodeHashKey(budget),
		layout.StorageKey(market, layout.JobState.Slot(job)),
		layout.StorageKey(market, layout.JobConsentRound.Slot(job)),
		layout.StorageKey(registry, layout.DatasetVersion.Slot(base)),
		layout.StorageKey(registry, layout.DatasetLedger.Slot(base)),
		layout.StorageKey(registry, layout.DatasetPolicyVersion.Slot(base)),
		layout.StorageKey(registry, layout.PolicyHashSlot(dataset, spec.PolicyVersion)),
		layout.StorageKey(registry, layout.VersionHashSlot(dataset, spec.DatasetVersion)),
		layout.StorageKey(registry, layout.VersionRetiredSlot(dataset, spec.DatasetVersion)),
	}
}

// ConsentPrefixes are the prefixes of the two ranges of a consent ledger, which hold the entry words and the origin
// words.
func ConsentPrefixes(ledger common.Address) [][]byte {
	return [][]byte{layout.ConsentEntryRange(layout.Address(ledger)), layout.ConsentOriginRange(layout.Address(ledger))}
}

// Ranges returns the entries of a ledger as its two ranges of the state tree, in the order of ConsentPrefixes.
func Ranges(ledger common.Address, items consent.Items) []*proof.Range {
	prefixes := ConsentPrefixes(ledger)
	entries := &proof.Range{Prefix: prefixes[0], SuffixSize: 20, ValueSize: 32, Packed: make([]byte, 0, 52*len(items))}
	origins := &proof.Range{Prefix: prefixes[1], SuffixSize: 20, ValueSize: 32}
	for i := range items {
		pseudonym, w := &items[i].Pseudonym, &items[i].Words
		entries.Packed = append(append(entries.Packed, pseudonym[:]...), w.Entry[:]...)
		if w.Origin != (common.Hash{}) {
			origins.Packed = append(append(origins.Packed, pseudonym[:]...), w.Origin[:]...)
		}
	}
	return []*proof.Range{entries, origins}
}

func addr(c trustroot.Contract) layout.Address { return layout.Address(c.Address) }

func record(keys [][]byte, contract layout.Address, base layout.Word, words uint64) [][]byte {
	for i := range words {
		keys = append(keys, layout.StorageKey(contract, base.Add(i)))
	}
	return keys
}
