package bundle

import (
	"github.com/ethereum/go-ethereum/common"

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
// beside leading to the range of ConsentPrefix.
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

// ConsentPrefix is the prefix of all entries of a consent ledger.
func ConsentPrefix(ledger common.Address) []byte {
	return layout.ConsentEntryRange(layout.Address(ledger))
}

// Range returns the bundle's consent entries as the range of a ledger.
func (b *Bundle) Range(ledger common.Address) *proof.Range {
	return &proof.Range{Prefix: ConsentPrefix(ledger), SuffixSize: 20, ValueSize: 32, Packed: b.Entries}
}

func addr(c trustroot.Contract) layout.Address { return layout.Address(c.Address) }

func record(keys [][]byte, contract layout.Address, base layout.Word, words uint64) [][]byte {
	for i := range words {
		keys = append(keys, layout.StorageKey(contract, base.Add(i)))
	}
	return keys
}
