package api

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/holiman/uint256"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
	"github.com/assent-network/assent/gateway/internal/state"
	"github.com/assent-network/assent/gateway/internal/view"
	"github.com/assent-network/assent/runtime/evm"
)

// Bounds on one eth_simulateV1, as in geth.
const (
	maxSimulatedBlocks     = 256
	maxSimulatedBlockCalls = 5_000
	maxSimulatedCalls      = 10_000
	// simulatedBlockTime is how many seconds lie between blocks that do not say.
	simulatedBlockTime = 12
)

// Where simulations report native transfers, as an ERC-20 token that has this address would.
var (
	transferAddress = common.HexToAddress("0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee")
	transferTopic   = common.HexToHash("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef")
)

// SimulatedCalls are the calls of one block of a simulation, and what is otherwise from this block on.
type SimulatedCalls struct {
	BlockOverrides *BlockOverride `json:"blockOverrides"`
	StateOverrides *StateOverride `json:"stateOverrides"`
	Calls          []CallArgs     `json:"calls"`
}

// SimulateArgs is the parameter of eth_simulateV1.
type SimulateArgs struct {
	Blocks []SimulatedCalls `json:"blockStateCalls"`
	// TraceTransfers reports native transfers among the logs.
	TraceTransfers bool `json:"traceTransfers"`
	// Validation checks nonces and prices as a block would.
	Validation bool `json:"validation"`
	// FullTransactions returns whole transactions in place of hashes.
	FullTransactions bool `json:"returnFullTransactions"`
}

// SimulatedBlock is a block of the answer to eth_simulateV1.
type SimulatedBlock struct {
	Block
	Calls []SimulatedCall `json:"calls"`
}

// SimulatedCall is how a call ended.
type SimulatedCall struct {
	ReturnData hexutil.Bytes  `json:"returnData"`
	Logs       []*types.Log   `json:"logs"`
	GasUsed    hexutil.Uint64 `json:"gasUsed"`
	MaxUsedGas hexutil.Uint64 `json:"maxUsedGas"`
	Status     hexutil.Uint64 `json:"status"`
	Error      *CallFailure   `json:"error,omitempty"`
}

// CallFailure is why a simulated call failed.
type CallFailure struct {
	Message string `json:"message"`
	Code    int    `json:"code"`
	Data    any    `json:"data,omitempty"`
}

// SimulateV1 is eth_simulateV1: it runs calls in blocks that follow a block, each seeing what those before it did. The
// state root of a simulated block is zero, since its state is not stored, and its hash is that of an Ethereum header.
func (e *Eth) SimulateV1(
	ctx context.Context, args SimulateArgs, where *rpc.BlockNumberOrHash,
) ([]*SimulatedBlock, error) {
	if err := checkSimulation(&args); err != nil {
		return nil, err
	}
	base, err := e.b.at(where)
	if err != nil {
		return nil, err
	}
	var out []*SimulatedBlock
	err = e.b.run(ctx, simulatedRoom, func(ctx context.Context) error {
		blocks, err := completeBlocks(base, args.Blocks)
		if err != nil {
			return err
		}
		return e.b.cfg.State.Simulate(ctx, base, func(run *state.Simulation) error {
			s := &simulation{
				e: e, args: &args, base: base, run: run, gasLeft: e.b.cfg.Limits.CallGas, parent: base.Hash,
				gasLimit: base.GasLimit, hashes: map[uint64]common.Hash{base.Number: base.Hash},
				held: e.b.buildCost(simulatedRoom),
			}
			for i := range blocks {
				block, err := s.block(ctx, &blocks[i])
				if err != nil {
					return err
				}
				out = append(out, block)
			}
			return s.hold(ctx)
		})
	})
	return out, err
}

func checkSimulation(args *SimulateArgs) error {
	if len(args.Blocks) == 0 {
		return rpcerr.New(rpcerr.CodeInvalidParams, "empty input")
	}
	if len(args.Blocks) > maxSimulatedBlocks {
		return rpcerr.New(rpcerr.CodeSimulationLimit, "too many blocks")
	}
	total := 0
	for i := range args.Blocks {
		calls := len(args.Blocks[i].Calls)
		if total += calls; calls > maxSimulatedBlockCalls || total > maxSimulatedCalls {
			return rpcerr.New(rpcerr.CodeSimulationLimit, "too many calls: at most %d in a block and %d in all",
				maxSimulatedBlockCalls, maxSimulatedCalls)
		}
	}
	return nil
}

// completeBlocks gives every block a number and a time and fills the gaps between them with empty blocks.
func completeBlocks(base *view.Block, blocks []SimulatedCalls) ([]SimulatedCalls, error) {
	out := make([]SimulatedCalls, 0, len(blocks))
	number, now := base.Number, base.Time
	add := func(b SimulatedCalls, o BlockOverride) {
		n, t := (*hexutil.Big)(new(big.Int).SetUint64(number)), hexutil.Uint64(now)
		o.Number, o.Time = n, &t
		b.BlockOverrides = &o
		out = append(out, b)
	}
	next := func() error {
		if now > math.MaxUint64-simulatedBlockTime {
			return rpcerr.New(
				rpcerr.CodeBlockTime, "block timestamps end at %d: no block follows %d", uint64(math.MaxUint64), now,
			)
		}
		now += simulatedBlockTime
		return nil
	}
	for _, b := range blocks {
		var o BlockOverride
		if b.BlockOverrides != nil {
			o = *b.BlockOverrides
		}
		want := new(big.Int).SetUint64(number + 1)
		if o.Number != nil {
			want = o.Number.ToInt()
		}
		if want.Cmp(new(big.Int).SetUint64(number)) <= 0 {
			return nil, rpcerr.New(rpcerr.CodeBlockNumber, "block numbers must be in order: %s <= %d", want, number)
		}
		if want.Cmp(new(big.Int).SetUint64(base.Number+maxSimulatedBlocks)) > 0 {
			return nil, rpcerr.New(rpcerr.CodeSimulationLimit, "too many blocks")
		}
		for number++; number < want.Uint64(); number++ {
			if err := next(); err != nil {
				return nil, err
			}
			add(SimulatedCalls{}, BlockOverride{})
		}
		if o.Time == nil {
			if err := next(); err != nil {
				return nil, err
			}
		} else if t := uint64(*o.Time); t <= now {
			return nil, rpcerr.New(rpcerr.CodeBlockTime, "block timestamps must be in order: %d <= %d", t, now)
		} else {
			now = t
		}
		add(b, o)
	}
	return out, nil
}

// simulation is a simulation under way.
type simulation struct {
	e    *Eth
	args *SimulateArgs
	base *view.Block
	run  *state.Simulation
	// gasLeft is what all calls together may still use.
	gasLeft uint64
	// What goes from one block to the next.
	parent   common.Hash
	gasLimit uint64
	coinbase common.Address
	hashes   map[uint64]common.Hash
	// size is how many bytes the answer has so far, about, and held what it has of the room to build it, from before it
	// began.
	size int
	held int64
}

// Sizes of what every block and every call, transaction and log adds to an answer beside what varies, in bytes as they
// are stored, and after how many bytes more room is asked for.
const (
	simulatedBlockSize = 1024
	simulatedCallSize  = 256
	simulatedRoom      = 64 << 10
)

// weigh adds to the size of the answer, and asks for room as it grows.
func (s *simulation) weigh(ctx context.Context, more int) error {
	s.size += more
	if err := s.e.b.outsize(s.size); err != nil {
		return err
	}
	if s.e.b.buildCost(s.size)-s.held < storedCost*simulatedRoom {
		return nil
	}
	return s.hold(ctx)
}

// hold asks for the room that the answer so far takes.
func (s *simulation) hold(ctx context.Context) error {
	more := s.e.b.buildCost(s.size) - s.held
	if more <= 0 {
		return nil
	}
	if err := admission.Hold(ctx, s.e.b.cfg.Pools.Work, more); err != nil {
		return rpcerr.From(err)
	}
	s.held += more
	return nil
}

// sizeOf is how much a call adds to the answer.
func (s *simulation) sizeOf(msg *evm.Message, res *evm.Result) int {
	size := simulatedCallSize + len(res.Return)
	for _, l := range res.Logs {
		size += simulatedCallSize + len(l.Data) + common.HashLength*len(l.Topics)
	}
	if s.args.TraceTransfers && res.Err == nil {
		size += (simulatedCallSize + 4*common.HashLength) * len(res.Transfers)
	}
	size += failureSize(res.Err)
	if s.args.FullTransactions {
		size += 2*simulatedCallSize + len(msg.Data)
		for _, entry := range msg.AccessList {
			size += simulatedCallSize/2 + 2*common.HashLength*len(entry.StorageKeys)
		}
	}
	return size
}

// block runs the calls of one block.
func (s *simulation) block(ctx context.Context, calls *SimulatedCalls) (*SimulatedBlock, error) {
	if err := s.weigh(ctx, simulatedBlockSize); err != nil {
		return nil, err
	}
	machine := s.machineBlock(calls.BlockOverrides)
	o, err := overrides(calls.StateOverrides, calls.BlockOverrides)
	if err != nil {
		return nil, err
	}
	if machine.Precompiles, err = s.run.Override(ctx, o.Accounts); err != nil {
		return nil, err
	}
	b := &simulatedBlock{machine: machine, out: &SimulatedBlock{Calls: []SimulatedCall{}}}
	for i := range calls.Calls {
		if err := s.call(ctx, b, &calls.Calls[i]); err != nil {
			return nil, err
		}
	}
	return s.seal(b, calls.BlockOverrides)
}

// machineBlock is what the machine sees of a block.
func (s *simulation) machineBlock(o *BlockOverride) evm.Block {
	if o.GasLimit != nil {
		s.gasLimit = uint64(*o.GasLimit)
	}
	if o.FeeRecipient != nil {
		s.coinbase = *o.FeeRecipient
	}
	block := evm.Block{GasLimit: s.gasLimit, Coinbase: s.coinbase, BaseFee: new(uint256.Int)}
	if s.args.Validation {
		block.BaseFee = state.Saturate(s.base.BaseFee)
	}
	block.BlockHash = func(number uint64) common.Hash {
		if hash, ok := s.hashes[number]; ok {
			return hash
		}
		if b, err := s.e.b.cfg.Index.Block(number); err == nil {
			return b.Hash
		}
		return common.Hash{}
	}
	o.apply(&block)
	return block
}

// simulatedBlock is a block under way.
type simulatedBlock struct {
	machine  evm.Block
	gasUsed  uint64
	txs      types.Transactions
	senders  []common.Address
	prices   []*uint256.Int
	receipts types.Receipts
	logs     uint
	out      *SimulatedBlock
}

// call runs one call and adds it to its block.
func (s *simulation) call(ctx context.Context, b *simulatedBlock, args *CallArgs) error {
	msg, tx, capped, err := s.message(ctx, b, args)
	if err != nil {
		return err
	}
	paid := new(uint256.Int).Mul(msg.GasPrice, uint256.NewInt(msg.GasLimit))
	if err := s.pay(ctx, msg.From, new(uint256.Int).Neg(paid)); err != nil {
		return err
	}
	var res *evm.Result
	err = s.e.b.machine(ctx, msg.GasLimit, func() (err error) {
		if res, err = s.run.Run(ctx, b.machine, msg); err != nil {
			return err
		}
		return s.weigh(ctx, s.sizeOf(&msg, res))
	})
	if err != nil {
		return rpcerr.From(err)
	}
	back := new(uint256.Int).Mul(msg.GasPrice, uint256.NewInt(msg.GasLimit-res.GasUsed))
	if err := s.pay(ctx, msg.From, back); err != nil {
		return err
	}
	if tip := new(uint256.Int); msg.GasPrice.Gt(b.machine.BaseFee) && b.machine.Coinbase != (common.Address{}) {
		tip.Mul(tip.Sub(msg.GasPrice, b.machine.BaseFee), uint256.NewInt(res.GasUsed))
		if err := s.pay(ctx, b.machine.Coinbase, tip); err != nil {
			return err
		}
	}
	s.gasLeft -= min(s.gasLeft, res.GasUsed)
	s.add(b, tx, &msg, res, capped)
	return nil
}

// pay adds to a balance, or takes off it when the amount is negative.
func (s *simulation) pay(ctx context.Context, addr common.Address, amount *uint256.Int) error {
	if amount.IsZero() {
		return nil
	}
	balance, err := s.run.Balance(ctx, addr)
	if err != nil {
		return err
	}
	return s.run.SetBalance(ctx, addr, balance.Add(&balance, amount))
}

// add writes down how a call ended.
func (s *simulation) add(b *simulatedBlock, tx *types.Transaction, msg *evm.Message, res *evm.Result, capped bool) {
	out := SimulatedCall{
		ReturnData: append(hexutil.Bytes{}, res.Return...), Logs: []*types.Log{},
		GasUsed: hexutil.Uint64(res.GasUsed), MaxUsedGas: hexutil.Uint64(res.GasUsed + res.GasRefunded),
	}
	b.gasUsed += res.GasUsed
	receipt := &types.Receipt{Type: tx.Type(), CumulativeGasUsed: b.gasUsed}
	revert := (*evm.RevertError)(nil)
	switch {
	case res.Err == nil:
		out.Status, receipt.Status = 1, types.ReceiptStatusSuccessful
		out.Logs = s.logs(res)
		for _, l := range out.Logs {
			l.BlockNumber, l.BlockTimestamp, l.Index = b.machine.Number, b.machine.Time, b.logs
			l.TxHash, l.TxIndex = tx.Hash(), uint(len(b.txs))
			b.logs++
		}
		receipt.Logs = res.Logs
	case errors.As(res.Err, &revert):
		failure := rpcerr.Reverted(revert.Data)
		out.Error = &CallFailure{Message: failure.Message, Code: failure.Code, Data: failure.Data}
	default:
		words := res.Err.Error()
		if capped {
			words += " (gas limit was capped by the RPC server's global gas cap)"
		}
		out.Error = &CallFailure{Message: words, Code: rpcerr.CodeMachine}
	}
	receipt.Bloom = types.CreateBloom(receipt)
	b.txs, b.receipts = append(b.txs, tx), append(b.receipts, receipt)
	b.senders, b.prices = append(b.senders, msg.From), append(b.prices, msg.GasPrice)
	b.out.Calls = append(b.out.Calls, out)
}

// logs are those of a call, with its transfers among them when they are wanted.
func (s *simulation) logs(res *evm.Result) []*types.Log {
	out, next := make([]*types.Log, 0, len(res.Logs)), 0
	for i := 0; s.args.TraceTransfers && i < len(res.Transfers); i++ {
		for ; next < res.LogsBefore[i]; next++ {
			out = append(out, res.Logs[next])
		}
		t := &res.Transfers[i]
		amount := t.Amount.Bytes32()
		out = append(out, &types.Log{
			Address: transferAddress, Data: amount[:],
			Topics: []common.Hash{transferTopic, common.BytesToHash(t.From[:]), common.BytesToHash(t.To[:])},
		})
	}
	return append(out, res.Logs[next:]...)
}

// seal works out the block's header and fills in its hash.
func (s *simulation) seal(b *simulatedBlock, o *BlockOverride) (*SimulatedBlock, error) {
	var zero uint64
	root := new(common.Hash)
	if o.BeaconRoot != nil {
		root = o.BeaconRoot
	}
	block := types.NewBlock(&types.Header{
		ParentHash: s.parent, Coinbase: b.machine.Coinbase, MixDigest: b.machine.Random, Difficulty: new(big.Int),
		Number: new(big.Int).SetUint64(b.machine.Number), Time: b.machine.Time, GasLimit: b.machine.GasLimit,
		GasUsed: b.gasUsed, BaseFee: b.machine.BaseFee.ToBig(),
		BlobGasUsed: &zero, ExcessBlobGas: &zero, ParentBeaconRoot: root,
	}, &types.Body{Transactions: b.txs, Withdrawals: types.Withdrawals{}}, b.receipts, trie.NewStackTrie(nil))
	s.parent = block.Hash()
	s.hashes[b.machine.Number] = s.parent
	b.out.Block = Block{
		Header: headerOf(block.Header(), s.parent), Size: hexutil.Uint64(block.Size()),
		Transactions: make([]any, 0, len(b.txs)), Uncles: []common.Hash{}, Withdrawals: []any{},
	}
	for i, tx := range b.txs {
		for _, l := range b.out.Calls[i].Logs {
			l.BlockHash = s.parent
		}
		if !s.args.FullTransactions {
			b.out.Transactions = append(b.out.Transactions, tx.Hash())
			continue
		}
		full := newTransaction(tx, b.senders[i], false)
		number, timestamp, index := hexutil.Uint64(b.machine.Number), hexutil.Uint64(b.machine.Time), hexutil.Uint64(i)
		hash := s.parent
		full.BlockHash, full.BlockNumber, full.BlockTimestamp, full.TransactionIndex = &hash, &number, &timestamp,
			&index
		full.GasPrice = (*hexutil.Big)(b.prices[i].ToBig())
		b.out.Transactions = append(b.out.Transactions, full)
	}
	return b.out, nil
}

// headerOf shows a header that is no block's of this chain.
func headerOf(h *types.Header, hash common.Hash) Header {
	return Header{
		Number: hexutil.Uint64(h.Number.Uint64()), Hash: hash, ParentHash: h.ParentHash, Nonce: h.Nonce,
		MixHash:   h.MixDigest,
		UncleHash: h.UncleHash, LogsBloom: h.Bloom, StateRoot: h.Root, Miner: h.Coinbase,
		Difficulty: (*hexutil.Big)(h.Difficulty), ExtraData: append(hexutil.Bytes{}, h.Extra...),
		GasLimit: hexutil.Uint64(h.GasLimit), GasUsed: hexutil.Uint64(h.GasUsed), Timestamp: hexutil.Uint64(h.Time),
		TransactionsRoot: h.TxHash, ReceiptsRoot: h.ReceiptHash, BaseFeePerGas: (*hexutil.Big)(h.BaseFee),
		WithdrawalsRoot: *h.WithdrawalsHash, ParentBeaconRoot: *h.ParentBeaconRoot,
	}
}

// message turns the arguments of a call into a message and its transaction, or says why a block could not have it.
// capped says that the message has less gas than it was to have.
func (s *simulation) message(
	ctx context.Context, b *simulatedBlock, args *CallArgs,
) (msg evm.Message, tx *types.Transaction, capped bool, err error) {
	// A creation without code is one here, so only the rest is checked.
	checked := *args
	if checked.To == nil {
		checked.To = new(common.Address)
	}
	if err := s.e.checkArgs(&checked); err != nil {
		return msg, nil, false, err
	}
	if args.From != nil {
		msg.From = *args.From
	}
	nonce, err := s.run.Nonce(ctx, msg.From)
	if err != nil {
		return msg, nil, false, err
	}
	if args.Nonce == nil {
		args.Nonce = (*hexutil.Uint64)(&nonce)
	}
	remaining := b.machine.GasLimit - b.gasUsed
	if args.Gas == nil {
		args.Gas = (*hexutil.Uint64)(&remaining)
	}
	if want := uint64(*args.Gas); want > remaining {
		return msg, nil, false, rpcerr.New(rpcerr.CodeBlockGasLimit,
			"block gas limit reached: remaining: %d, required: %d", remaining, want)
	}
	gas := min(uint64(*args.Gas), s.gasLeft)
	capped = gas < uint64(*args.Gas)
	args.Gas = (*hexutil.Uint64)(&gas)
	value, overflow := uint256.FromBig(bigOrZero(args.Value))
	if overflow {
		return msg, nil, false, rpcerr.New(rpcerr.CodeInvalidParams, "value does not fit 256 bits")
	}
	tx = args.transaction(s.e.b.cfg.ChainID)
	price := state.Saturate(chain.EffectivePrice(tx, b.machine.BaseFee.ToBig()))
	if !s.args.Validation && tx.GasFeeCap().Sign() == 0 {
		price = new(uint256.Int) // No account pays, so the base fee does not count.
	}
	msg.To, msg.Value, msg.Data = args.To, value, args.input()
	msg.GasLimit, msg.GasPrice, msg.AccessList = gas, price, args.AccessList
	return msg, tx, capped, s.validate(ctx, b, tx, &msg, nonce)
}

// validate refuses what no block could have.
func (s *simulation) validate(
	ctx context.Context, b *simulatedBlock, tx *types.Transaction, msg *evm.Message, nonce uint64,
) error {
	refuse := func(code int, format string, args ...any) error {
		return rpcerr.New(code, "err: %s (supplied gas %d)", fmt.Sprintf(format, args...), msg.GasLimit)
	}
	if nonce == math.MaxUint64 {
		return refuse(rpcerr.CodeInternal, "nonce has max value: address %s, nonce: %d", msg.From, nonce)
	}
	base := b.machine.BaseFee.ToBig()
	if s.args.Validation {
		switch {
		case tx.Nonce() < nonce:
			return refuse(rpcerr.CodeNonceTooLow, "nonce too low: address %s, tx: %d state: %d", msg.From, tx.Nonce(),
				nonce)
		case tx.Nonce() > nonce:
			return refuse(rpcerr.CodeNonceTooHigh, "nonce too high: address %s, tx: %d state: %d", msg.From, tx.Nonce(),
				nonce)
		}
	}
	if s.args.Validation || tx.GasFeeCap().Sign() > 0 || tx.GasTipCap().Sign() > 0 {
		switch {
		case tx.GasFeeCap().Cmp(tx.GasTipCap()) < 0:
			return refuse(rpcerr.CodeInvalidParams,
				"max priority fee per gas higher than max fee per gas: address %s, "+
					"maxPriorityFeePerGas: %s, maxFeePerGas: %s", msg.From, tx.GasTipCap(), tx.GasFeeCap())
		case tx.GasFeeCap().Cmp(base) < 0:
			return refuse(rpcerr.CodeBaseFeeTooLow, "max fee per gas less than block base fee: address %s, "+
				"maxFeePerGas: %s, baseFee: %s", msg.From, tx.GasFeeCap(), base)
		}
	}
	balance, err := s.run.Balance(ctx, msg.From)
	if err != nil {
		return err
	}
	if cost := tx.Cost(); balance.ToBig().Cmp(cost) < 0 {
		return refuse(rpcerr.CodeInsufficientFunds,
			"insufficient funds for gas * price + value: address %s have %s want %s",
			msg.From, balance.Dec(), cost)
	}
	if need, ok := evm.IntrinsicGas(msg.Data, msg.AccessList, msg.To == nil); !ok || need > msg.GasLimit {
		return refuse(rpcerr.CodeIntrinsicGas, "intrinsic gas too low: have %d, want %d", msg.GasLimit, need)
	}
	if msg.To == nil && len(msg.Data) > params.MaxInitCodeSize {
		return refuse(rpcerr.CodeInitCodeSize, "%s: code size %d limit %d", vm.ErrMaxInitCodeSizeExceeded,
			len(msg.Data),
			params.MaxInitCodeSize)
	}
	return nil
}
