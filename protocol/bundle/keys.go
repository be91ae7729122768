package bundle

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/trustroot"
)

// Facts are what the keys of a job's state are built from.
type Facts struct {
	Receipt    receipt.Receipt
	Researcher common.Address
}

// FinalKeys are the keys that the state of the final round has to show.
func FinalKeys(c *trustroot.Contracts, f *Facts) [][]byte {
	r := &f.Receipt
	market, registry, budget, workers := addr(c.Market), addr(c.Registry), addr(c.Budget), addr(c.Workers)
	job, dataset := layout.Word(r.Job), layout.Word(r.Dataset)
	keys := [][]byte{
		layout.CodeHashKey(market), layout.CodeHashKey(registry), layout.CodeHashKey(budget), layout.CodeHashKey(workers),
		layout.StorageKey(market, layout.ReceiptSlot(job)),
		layout.StorageKey(registry, layout.PolicyHashSlot(dataset, r.PolicyVersion)),
		layout.StorageKey(registry, layout.VersionHashSlot(dataset, r.DatasetVersion)),
		layout.StorageKey(registry, layout.DatasetLedger.Slot(layout.DatasetSlot(dataset))),
		layout.StorageKey(budget, layout.BudgetSlot(dataset)),
	}
	keys = record(keys, market, layout.JobSlot(job), layout.JobWords)
	keys = record(keys, workers, layout.WorkerSlot(layout.Address(r.Enclave)), layout.WorkerWords)
	return record(keys, budget, layout.ReservationSlot(job), layout.ReservationWords)
}

// ConsentKeys are the keys that the state of the consent round has to show,
// beside leading to the ranges of ConsentPrefixes.
func ConsentKeys(c *trustroot.Contracts, f *Facts) [][]byte {
	r := &f.Receipt
	market, registry, budget := addr(c.Market), addr(c.Registry), addr(c.Budget)
	job, dataset := layout.Word(r.Job), layout.Word(r.Dataset)
	base := layout.DatasetSlot(dataset)
	return [][]byte{
		layout.CodeHashKey(market), layout.CodeHashKey(registry), layout.CodeHashKey(budget),
		layout.StorageKey(market, layout.JobState.Slot(layout.JobSlot(job))),
		layout.StorageKey(registry, layout.DatasetLedger.Slot(base)),
		layout.StorageKey(registry, layout.DatasetPolicyVersion.Slot(base)),
		layout.StorageKey(budget, layout.BudgetSlot(dataset)),
		layout.StorageKey(budget, layout.BudgetUsedSlot(dataset, layout.Address(f.Researcher))),
	}
}

// ConsentPrefixes are the prefixes of the two ranges of a consent ledger, which
// hold the entry words and the origin words.
func ConsentPrefixes(ledger common.Address) [][]byte {
	return [][]byte{layout.ConsentEntryRange(layout.Address(ledger)), layout.ConsentOriginRange(layout.Address(ledger))}
}

// Ranges returns the entries of a ledger as its two ranges of the state tree, in
// the order of ConsentPrefixes.
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
