package evm

import (
	"errors"
	"log/slog"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/holiman/uint256"

	sdkaccounts "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/accounts"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/evm"
	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/modules/accounts"
)

// create is the method evm.Create. It returns the new contract's address.
func (m *Module) create(c *modules.Context, args Create) ([]byte, error) {
	value, err := decodeValue("value", args.Value)
	if err != nil {
		return nil, err
	}
	list, err := accessList(c, args.AccessList)
	if err != nil {
		return nil, err
	}
	res, err := m.execute(c, evm.Message{Value: value, Data: args.InitCode, AccessList: list})
	if err != nil || res == nil {
		return []byte{}, err
	}
	return res.Created.Bytes(), nil
}

// call is the method evm.Call. It returns what the contract returned.
//
// The data is plain: encrypted calls, in the SDK either the whole call or the data in it, need a key manager. The
// dispatcher refuses the former with the SDK's error, the engine the latter with a reason in words.
func (m *Module) call(c *modules.Context, args Call) ([]byte, error) {
	to, err := decodeAddress("address", args.Address)
	if err != nil {
		return nil, err
	}
	value, err := decodeValue("value", args.Value)
	if err != nil {
		return nil, err
	}
	list, err := accessList(c, args.AccessList)
	if err != nil {
		return nil, err
	}
	res, err := m.execute(c, evm.Message{To: &to, Value: value, Data: args.Data, AccessList: list})
	if err != nil || res == nil {
		return []byte{}, err
	}
	return clamp(res.Return), nil
}

// execute runs the message as the transaction's. In checks it looks only at what is cheap, and returns no result.
func (m *Module) execute(c *modules.Context, msg evm.Message) (*evm.Result, error) {
	tx := c.Tx()
	if tx.Caller.EthAddress == nil {
		return nil, ErrInvalidSignerType
	}
	msg.From = common.Address(*tx.Caller.EthAddress)
	msg.GasLimit = c.GasLeft()
	price := accounts.GasPrice(&tx.AuthInfo.Fee)
	msg.GasPrice = &price
	// Simulations are not authenticated, so their nonce was not incremented.
	msg.NonceUsed = !c.IsSimulation()
	if c.IsCheckOnly() {
		return nil, m.check(&msg)
	}

	res, err := m.engine.Execute(c.Context(), c.State(), m.block(c), msg)
	if err != nil {
		return nil, modules.Abort(err)
	}
	m.logPanic(c, res.Err)
	if err := c.UseGas(res.GasUsed); err != nil {
		return nil, err
	}
	accounts.RefundUnusedFee(c, true)
	if res.Err != nil {
		return nil, outcomeError(res.Err, maxResultSize)
	}
	emit(c, res)
	return res, nil
}

// check refuses what can only fail, for reasons that do not depend on the state. In a block such a message would use up
// all its gas.
func (m *Module) check(msg *evm.Message) error {
	if msg.To == nil && len(msg.Data) > evm.MaxInitCodeSize {
		return outcomeError(vm.ErrMaxInitCodeSizeExceeded, 0)
	}
	if required, ok := evm.IntrinsicGas(msg.Data, msg.AccessList, msg.To == nil); !ok || required > msg.GasLimit {
		return gasLimitTooLow(required)
	}
	if refused := evm.EnvelopeError(msg.Data); refused != nil {
		return outcomeError(refused, maxResultSize)
	}
	return nil
}

func (m *Module) logPanic(c *modules.Context, outcome error) {
	var p *evm.PanicError
	if !errors.As(outcome, &p) {
		return
	}
	c.Logger().ErrorContext(c.Context(), "Virtual machine panicked",
		slog.Uint64("round", c.Block().Round), slog.String("mode", c.Mode().String()),
		slog.Any("panic", p.Value), slog.String("stack", string(p.Stack)))
}

// emit emits the events of a message: movements of value as the accounts module's, logs as this module's.
func emit(c *modules.Context, res *evm.Result) {
	for i := range res.Transfers {
		t := &res.Transfers[i]
		accounts.EmitTransfer(c, evm.AccountOf(t.From), evm.AccountOf(t.To), types.NativeDenomination, &t.Amount)
	}
	for i := range res.Burns {
		b := &res.Burns[i]
		c.Emit(modules.Event{Module: accounts.Name, Code: sdkaccounts.BurnEventCode, Value: &sdkaccounts.BurnEvent{
			Owner:  evm.AccountOf(b.From),
			Amount: types.NewBaseUnits(accounts.Quantity(&b.Amount), types.NativeDenomination),
		}})
	}
	for _, l := range res.Logs {
		topics := make([][]byte, len(l.Topics))
		for i := range l.Topics {
			topics[i] = l.Topics[i][:]
		}
		c.Emit(modules.Event{Module: Name, Code: LogEventCode, Value: &sdk.Event{
			Address: l.Address[:], Topics: topics, Data: notNil(l.Data),
		}})
	}
}

// clamp bounds what a transaction's result holds, which is in the chain.
func clamp(result []byte) []byte {
	if len(result) > maxResultSize {
		result = result[:maxResultSize]
	}
	return notNil(result)
}

// notNil returns b such that it encodes as bytes and not as null.
func notNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

func decodeAddress(field string, b []byte) (common.Address, error) {
	if len(b) != common.AddressLength {
		return common.Address{}, modules.ErrInvalidArgument.Withf("%s has %d bytes, want %d", field, len(b),
			common.AddressLength)
	}
	return common.Address(b), nil
}

// decodeValue decodes a number of at most 256 bits, big endian. Leading zeros are allowed; the SDK's own encoder writes
// them.
func decodeValue(field string, b []byte) (*uint256.Int, error) {
	if len(b) > 32 {
		return nil, modules.ErrInvalidArgument.Withf("%s has %d bytes, more than 32", field, len(b))
	}
	return new(uint256.Int).SetBytes(b), nil
}
