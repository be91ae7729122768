package evm

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/runtime/evm"
	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/modules/accounts"
)

func (m *Module) queryStorage(c *modules.Context, args sdk.StorageQuery) ([]byte, error) {
	addr, err := decodeAddress("address", args.Address)
	if err != nil {
		return nil, err
	}
	if len(args.Index) != common.HashLength {
		return nil, modules.ErrInvalidArgument.Withf("index has %d bytes, want %d", len(args.Index), common.HashLength)
	}
	key := layout.StorageKey(layout.Address(addr), layout.Word(args.Index))
	value, err := c.State().Get(c.Context(), key)
	if err != nil {
		return nil, err
	}
	return common.BytesToHash(value).Bytes(), nil
}

func (m *Module) queryCode(c *modules.Context, args sdk.CodeQuery) ([]byte, error) {
	addr, err := decodeAddress("address", args.Address)
	if err != nil {
		return nil, err
	}
	code, err := c.State().Get(c.Context(), layout.CodeKey(layout.Address(addr)))
	return notNil(code), err
}

func (m *Module) queryBalance(c *modules.Context, args sdk.BalanceQuery) (types.Quantity, error) {
	addr, err := decodeAddress("address", args.Address)
	if err != nil {
		return types.Quantity{}, err
	}
	balance, err := accounts.StateOf(c).Balance(evm.AccountOf(addr), types.NativeDenomination)
	return accounts.Quantity(&balance), err
}

// querySimulateCall runs a call, or a creation when there is no address, on the state of the round and returns what it
// returns, or the new contract's address.
func (m *Module) querySimulateCall(c *modules.Context, args sdk.SimulateCallQuery) ([]byte, error) {
	from, err := decodeAddress("caller", args.Caller)
	if err != nil {
		return nil, err
	}
	value, err := decodeValue("value", args.Value)
	if err != nil {
		return nil, err
	}
	price, err := decodeValue("gas_price", args.GasPrice)
	if err != nil {
		return nil, err
	}
	var fee uint256.Int
	if _, overflow := fee.MulOverflow(price, uint256.NewInt(args.GasLimit)); overflow || fee.BitLen() > maxAmountBits {
		return nil, ErrFeeOverflow
	}
	msg := evm.Message{
		From: from, Value: value, Data: args.Data, GasPrice: price,
		GasLimit: min(args.GasLimit, m.doc.Gas.MaxBatch),
	}
	if args.Address != nil {
		to, err := decodeAddress("address", args.Address)
		if err != nil {
			return nil, err
		}
		msg.To = &to
	}
	res, err := m.engine.Call(c.Context(), c.State(), m.block(c), msg)
	if err != nil {
		return nil, err
	}
	m.logPanic(c, res.Err)
	switch {
	case res.Err != nil:
		return nil, outcomeError(res.Err, 0)
	case msg.To == nil:
		return res.Created.Bytes(), nil
	default:
		return notNil(res.Return), nil
	}
}
