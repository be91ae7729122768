package accounts

import (
	"math"

	"github.com/holiman/uint256"

	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/modules"
)

// AuthenticateTx implements modules.Authenticator: it checks the nonces of all signers, and charges the fee to the
// first.
func (m *Module) AuthenticateTx(c *modules.Context, tx *types.Transaction) error {
	payer, err := m.checkNonces(c, &tx.AuthInfo)
	if err != nil {
		return err
	}
	if err := checkFunds(c, payer); err != nil {
		return err
	}
	if err := m.chargeFee(c, payer, &tx.AuthInfo.Fee); err != nil {
		return err
	}
	// Checks leave nonces alone, so that the transactions of one batch need not come in their order.
	if c.IsCheckOnly() {
		return nil
	}
	return m.raiseNonces(c, &tx.AuthInfo)
}

func (m *Module) checkNonces(c *modules.Context, auth *types.AuthInfo) (payer types.Address, err error) {
	st := StateOf(c)
	for i := range auth.SignerInfo {
		si := &auth.SignerInfo[i]
		addr, err := si.AddressSpec.Address()
		if err != nil {
			return payer, modules.ErrMalformedTransaction.With(err)
		}
		nonce, err := st.Nonce(addr)
		if err != nil {
			return payer, err
		}
		if i == 0 {
			payer = addr
			if c.Mode() == modules.ModeCheck {
				c.SetSenderMeta(modules.SenderMeta{Address: addr, Nonce: si.Nonce, StateNonce: nonce})
			}
		}
		if si.Nonce == nonce {
			if nonce == math.MaxUint64 {
				return payer, modules.ErrInvalidNonce // There is none after it.
			}
			continue
		}
		if si.Nonce < nonce {
			return payer, modules.ErrInvalidNonce // It will never be right.
		}
		switch c.Mode() {
		case modules.ModeCheck:
			if si.Nonce-nonce > m.doc.Limits.MaxNonceAhead {
				return payer, modules.ErrInvalidNonce
			}
		case modules.ModePreSchedule:
			return payer, modules.ErrFutureNonce // It may become right.
		default:
			return payer, modules.ErrInvalidNonce
		}
	}
	return payer, nil
}

// checkFunds refuses a transaction whose payer has less than what the module that decoded it wants it to have.
func checkFunds(c *modules.Context, payer types.Address) error {
	funds := c.Funds()
	if funds == nil {
		return nil
	}
	balance, err := StateOf(c).Balance(payer, types.NativeDenomination)
	if err != nil {
		return err
	}
	if balance.Lt(funds) {
		return modules.ErrInsufficientFeeBalance
	}
	return nil
}

func (m *Module) chargeFee(c *modules.Context, payer types.Address, fee *types.Fee) error {
	amount, err := Amount(&fee.Amount.Amount)
	if err != nil || amount.IsZero() {
		return err
	}
	denomination := fee.Amount.Denomination
	st := StateOf(c)
	if c.IsCheckOnly() {
		// The balance is lowered only after all other checks have passed.
		balance, err := st.Balance(payer, denomination)
		if err != nil {
			return err
		}
		if balance.Lt(&amount) {
			return modules.ErrInsufficientFeeBalance
		}
	} else if err := st.Sub(payer, denomination, &amount); err != nil {
		if modules.IsAbort(err) {
			return err
		}
		return modules.ErrInsufficientFeeBalance
	}
	if err := blockFees.Of(c).record(payer, denomination, &amount); err != nil {
		return err
	}
	price := GasPrice(fee)
	priority := uint64(math.MaxUint64)
	if price.IsUint64() {
		priority = price.Uint64()
	}
	c.SetPriority(priority)
	return nil
}

func (m *Module) raiseNonces(c *modules.Context, auth *types.AuthInfo) error {
	st := StateOf(c)
	for i := range auth.SignerInfo {
		addr, err := auth.SignerInfo[i].AddressSpec.Address()
		if err != nil {
			return modules.ErrMalformedTransaction.With(err)
		}
		nonce, err := st.Nonce(addr)
		if err != nil {
			return err
		}
		if err := st.SetNonce(addr, nonce+1); err != nil {
			return err
		}
	}
	return nil
}

// GasPrice returns what the fee pays for a unit of gas.
func GasPrice(fee *types.Fee) uint256.Int {
	amount, err := Amount(&fee.Amount.Amount)
	if err != nil || fee.Gas == 0 {
		return uint256.Int{}
	}
	return *amount.Div(&amount, uint256.NewInt(fee.Gas))
}

// AfterCall implements modules.AfterCaller: it decides on the refund and emits the event of the paid fee.
func (m *Module) AfterCall(c *modules.Context, _ *modules.CallResult) error {
	fees := blockFees.Of(c)
	if fees.refundUnused && !c.IsSimulation() {
		refund := GasPrice(&c.Tx().AuthInfo.Fee)
		refund.Mul(&refund, uint256.NewInt(c.GasLeft()))
		fees.refund(&refund)
	}
	fees.refundUnused = false
	if fees.tx == nil {
		return nil
	}
	if paid := fees.tx.paid(); !paid.IsZero() {
		c.EmitUnconditional(transferEvent(fees.tx.payer, FeeAccumulator, fees.tx.denomination, &paid))
	}
	return nil
}

// AfterDispatch implements modules.AfterDispatcher: it pays the refund, or, in a check that passed, reserves the fee
// for the transactions checked next.
func (m *Module) AfterDispatch(c *modules.Context, auth *types.AuthInfo, result *modules.CallResult) error {
	tx := blockFees.Of(c).commit()
	if tx == nil {
		return nil
	}
	st := StateOf(c)
	if c.IsCheckOnly() {
		if !result.IsSuccess() {
			return nil
		}
		return st.Sub(tx.payer, tx.denomination, &tx.charged)
	}
	return st.Add(tx.payer, tx.denomination, &tx.refunded)
}

// EndBlock implements modules.BlockEnder: the fees of the round before go to the entities whose nodes computed it, what
// does not divide to the common pool, and the fees of this round to the accumulator.
func (m *Module) EndBlock(c *modules.Context) error {
	if err := m.payOut(c); err != nil {
		return err
	}
	st := StateOf(c)
	fees := blockFees.Take(c)
	for _, denomination := range sortedKeys(fees.block) {
		amount := fees.block[denomination]
		if err := st.Add(FeeAccumulator, denomination, &amount); err != nil {
			return modules.Abort(err)
		}
	}
	return nil
}

func (m *Module) payOut(c *modules.Context) error {
	st := StateOf(c)
	available, err := st.Balances(FeeAccumulator)
	if err != nil {
		return err
	}
	var entities []types.Address
	if results := c.Block().RoundResults; results != nil {
		for _, key := range results.GoodComputeEntities {
			entities = append(entities, types.NewAddressFromConsensusPublicKey(key))
		}
	}
	for _, denomination := range sortedKeys(available) {
		rest := available[denomination]
		if rest.IsZero() {
			continue
		}
		if err := st.Sub(FeeAccumulator, denomination, &rest); err != nil {
			return modules.Abort(err)
		}
		pay := func(to types.Address, amount *uint256.Int) error {
			if amount.IsZero() {
				return nil
			}
			if err := st.Add(to, denomination, amount); err != nil {
				return modules.Abort(err)
			}
			EmitTransfer(c, FeeAccumulator, to, denomination, amount)
			return nil
		}
		if len(entities) > 0 {
			var share uint256.Int
			share.Div(&rest, uint256.NewInt(uint64(len(entities))))
			for _, entity := range entities {
				if err := pay(entity, &share); err != nil {
					return err
				}
				rest.Sub(&rest, &share)
			}
		}
		if err := pay(CommonPool, &rest); err != nil {
			return err
		}
	}
	return nil
}
