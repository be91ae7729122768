package accounts

import (
	"errors"

	"github.com/holiman/uint256"

	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/modules"
)

// fees keeps account of what the current transaction and the block paid. It changes no state itself.
type fees struct {
	tx    *txFee
	block map[types.Denomination]uint256.Int
	// refundUnused is the decision of the current transaction's method.
	refundUnused bool
}

type txFee struct {
	payer        types.Address
	denomination types.Denomination
	charged      uint256.Int
	refunded     uint256.Int
}

// paid is what remains charged.
func (f *txFee) paid() uint256.Int {
	var paid uint256.Int
	if f.charged.Gt(&f.refunded) {
		paid.Sub(&f.charged, &f.refunded)
	}
	return paid
}

// blockFees is the account of the block's fees.
var blockFees = modules.NewValue[fees]("accounts.fees")

// record notes that the payer was charged for the current transaction.
func (f *fees) record(payer types.Address, denomination types.Denomination, amount *uint256.Int) error {
	if f.tx == nil {
		f.tx = &txFee{payer: payer, denomination: denomination}
	}
	if f.tx.payer != payer || f.tx.denomination != denomination {
		return errors.New("accounts: the payer of a transaction's fee cannot change")
	}
	f.tx.charged.Add(&f.tx.charged, amount)
	return nil
}

// refund notes that some of the current transaction's fee goes back.
func (f *fees) refund(amount *uint256.Int) {
	if f.tx == nil {
		return
	}
	f.tx.refunded.Add(&f.tx.refunded, amount)
	if f.tx.refunded.Gt(&f.tx.charged) {
		f.tx.refunded.Set(&f.tx.charged)
	}
}

// commit closes the current transaction, adds what it paid to the block's fees and returns it, or nil when nothing was
// charged.
func (f *fees) commit() *txFee {
	tx := f.tx
	f.tx, f.refundUnused = nil, false
	if tx == nil {
		return nil
	}
	if paid := tx.paid(); !paid.IsZero() {
		if f.block == nil {
			f.block = make(map[types.Denomination]uint256.Int)
		}
		sum := f.block[tx.denomination]
		sum.Add(&sum, &paid)
		f.block[tx.denomination] = sum
	}
	return tx
}

// RefundUnusedFee decides whether the transaction gets back the price of the gas that it leaves unused, even when it
// fails.
func RefundUnusedFee(c *modules.Context, refund bool) {
	if !c.IsSimulation() {
		blockFees.Of(c).refundUnused = refund
	}
}
