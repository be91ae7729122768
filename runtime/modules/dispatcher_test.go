package modules_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	coreSignature "github.com/oasisprotocol/oasis-core/go/common/crypto/signature"
	"github.com/oasisprotocol/oasis-core/go/common/quantity"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	sdkAccounts "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/accounts"
	sdkCore "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/core"
	sdkTesting "github.com/oasisprotocol/oasis-sdk/client-sdk/go/testing"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/modules"
)

// events decodes a transaction's tags as the SDK's client does.
func events(t *testing.T, tx *modules.TxResult) (transfers []*sdkAccounts.TransferEvent, gas []uint64) {
	t.Helper()
	for _, tag := range tx.Tags {
		var ev types.Event
		if err := ev.UnmarshalRaw(tag.Key, tag.Value, nil); err != nil {
			t.Fatal(err)
		}
		for _, decode := range []func(*types.Event) ([]any, error){decodeWith(sdkAccounts.DecodeEvent),
			decodeWith(sdkCore.DecodeEvent)} {
			decoded, err := decode(&ev)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range decoded {
				switch d := d.(type) {
				case *sdkAccounts.Event:
					transfers = append(transfers, d.Transfer)
				case *sdkCore.Event:
					gas = append(gas, d.GasUsed.Amount)
				}
			}
		}
	}
	return transfers, gas
}

func decodeWith[D any](fn func(*types.Event) ([]D, error)) func(*types.Event) ([]any, error) {
	return func(ev *types.Event) ([]any, error) {
		decoded, err := fn(ev)
		out := make([]any, len(decoded))
		for i := range decoded {
			out[i] = decoded[i]
		}
		return out, err
	}
}

func TestTransfer(t *testing.T) {
	multisig := transferTx(sdkTesting.Bob.Address, 1000)
	multisig.AppendAuthMultisig(multisigConfig(), 0)
	for name, tc := range map[string]struct {
		from types.Address
		raw  []byte
	}{
		"ed25519":   {sdkTesting.Alice.Address, sign(t, transferTx(sdkTesting.Bob.Address, 1000), sdkTesting.Alice, 0)},
		"secp256k1": {sdkTesting.Dave.Address, sign(t, transferTx(sdkTesting.Bob.Address, 1000), sdkTesting.Dave, 0)},
		"sr25519":   {sdkTesting.Frank.Address, sign(t, transferTx(sdkTesting.Bob.Address, 1000), sdkTesting.Frank, 0)},
		"multisig":  {multisigAddress(), signAll(t, multisig, sdkTesting.Dave)},
	} {
		t.Run(name, func(t *testing.T) {
			ch := newChain(t, nil)
			tx := &ch.execute(tc.raw).Txs[0]
			result := outcome(t, tx)
			if !result.IsSuccess() || !bytes.Equal(result.Ok, []byte{0xf6}) {
				t.Fatalf("got %+v, want success with null", result)
			}
			if got, want := ch.balance(tc.from), uint64(firstBalance-1000-defaultFee); got != want {
				t.Errorf("sender has %d, want %d", got, want)
			}
			if got := ch.balance(sdkTesting.Bob.Address); got != 1000 {
				t.Errorf("receiver has %d, want 1000", got)
			}
			if got := ch.nonce(tc.from); got != 1 {
				t.Errorf("nonce is %d, want 1", got)
			}
			transfers, gas := events(t, tx)
			if len(transfers) != 2 || transfers[0].To != sdkTesting.Bob.Address ||
				transfers[0].Amount.Amount.ToBigInt().Uint64() != 1000 ||
				transfers[1].To != sdkAccounts.FeeAccumulatorAddress ||
				transfers[1].Amount.Amount.ToBigInt().Uint64() != defaultFee {
				t.Errorf("transfer events are %v", transfers)
			}
			if len(gas) != 1 || gas[0] == 0 || gas[0] > defaultGas {
				t.Errorf("gas used events are %v", gas)
			}
			ch.checkInvariants()
		})
	}
}

func TestFeesArePaidOutInTheNextRound(t *testing.T) {
	entities := []coreSignature.PublicKey{{1}, {2}, {3}}
	ch := newChain(t, nil)
	ch.execute(sign(t, transferTx(sdkTesting.Bob.Address, 1), sdkTesting.Alice, 0),
		sign(t, transferTx(sdkTesting.Bob.Address, 1), sdkTesting.Dave, 0))
	if got := ch.balance(sdkAccounts.FeeAccumulatorAddress); got != 2*defaultFee {
		t.Fatalf("accumulator has %d, want %d", got, 2*defaultFee)
	}
	blk := ch.block()
	blk.RoundResults = &roothash.RoundResults{GoodComputeEntities: entities}
	result, err := ch.dispatcher.ExecuteBatch(t.Context(), ch.tree, blk, nil)
	if err != nil {
		t.Fatal(err)
	}
	ch.commit()
	share := uint64(2 * defaultFee / len(entities))
	for _, entity := range entities {
		if got := ch.balance(types.NewAddressFromConsensusPublicKey(entity)); got != share {
			t.Errorf("entity has %d, want %d", got, share)
		}
	}
	if got, want := ch.balance(sdkAccounts.CommonPoolAddress), 2*defaultFee-3*share; got != want {
		t.Errorf("common pool has %d, want %d", got, want)
	}
	if got := ch.balance(sdkAccounts.FeeAccumulatorAddress); got != 0 {
		t.Errorf("accumulator has %d, want 0", got)
	}
	if len(result.BlockTags) != 1 {
		t.Errorf("block has %d tags, want one for transfers", len(result.BlockTags))
	}
	ch.checkInvariants()
}

func TestUnusedFeeIsRefundedWhenTheMethodWantsIt(t *testing.T) {
	ch := newChain(t, nil)
	ch.execute()
	for nonce, gas := range []uint64{100, 1_000_000} { // The second runs out.
		before := ch.balance(sdkTesting.Alice.Address)
		tx := &ch.execute(sign(t, newTx("trial.Gas", gas), sdkTesting.Alice, uint64(nonce))).Txs[0]
		transfers, used := events(t, tx)
		paid := before - ch.balance(sdkTesting.Alice.Address)
		if want := used[0] * gasPrice; paid != want || transfers[0].Amount.Amount.ToBigInt().Uint64() != want {
			t.Errorf("paid %d, event says %s, want %d", paid, transfers[0].Amount, want)
		}
	}
	ch.checkInvariants()
}

func TestMintAndBurn(t *testing.T) {
	ch := newChain(t, nil)
	call := func(method string, units, nonce uint64) *modules.TxResult {
		return &ch.execute(sign(t, newTx(method, units), sdkTesting.Alice, nonce)).Txs[0]
	}
	for nonce, tc := range []struct {
		method string
		units  uint64
		event  uint32
		want   *modules.Error
	}{
		{"trial.Mint", 100, sdkAccounts.MintEventCode, nil},
		{"trial.Burn", 40, sdkAccounts.BurnEventCode, nil},
		{"trial.Burn", 61, 0, modules.NewError("accounts", 2, "insufficient balance")},
		{"trial.Burn", 60, sdkAccounts.BurnEventCode, nil},
		{"trial.Mint", 0, 0, nil},
	} {
		tx := call(tc.method, tc.units, uint64(nonce))
		if tc.want != nil {
			wantFailure(t, outcome(t, tx), tc.want)
		}
		found := tc.event == 0
		for _, tag := range tx.Tags {
			found = found || bytes.Equal(tag.Key, types.NewEventKey("accounts", tc.event))
		}
		if !found {
			t.Errorf("%s of %d has no event", tc.method, tc.units)
		}
		ch.checkInvariants()
	}
}

func TestFailures(t *testing.T) {
	change := func(fn func(tx *types.Transaction)) *types.Transaction {
		tx := transferTx(sdkTesting.Bob.Address, 1)
		fn(tx)
		return tx
	}
	round := uint64(10)
	after := round + 1
	before := round - 1
	envelope := cbor.Marshal(types.CallEnvelopeX25519DeoxysII{})
	for name, tc := range map[string]struct {
		tx      *types.Transaction
		want    *modules.Error
		message string
		// refused transactions are in no block, and a proposer that puts one in is at fault.
		refused bool
	}{
		"method unknown": {tx: newTx("accounts.Steal", nil), want: modules.ErrInvalidMethod,
			message: "invalid method: accounts.Steal", refused: true},
		"body of another type": {tx: newTx("accounts.Transfer", 5), want: modules.ErrInvalidArgument, refused: true},
		"body with unknown field": {tx: newTx("accounts.Transfer",
			map[string]any{"to": sdkTesting.Bob.Address, "amount": native(1), "x": 1}),
			want: modules.ErrInvalidArgument, refused: true},
		"body not null": {tx: newTx("trial.Read", 1), want: modules.ErrInvalidArgument, refused: true},
		"too little balance": {tx: transferTx(sdkTesting.Bob.Address, firstBalance),
			want: modules.NewError("accounts", 2, "insufficient balance")},
		"amount above 128 bits": {tx: newTx("accounts.Transfer",
			map[string]any{"to": sdkTesting.Bob.Address, "amount": []any{bytes.Repeat([]byte{1}, 17), []byte{}}}),
			want: modules.NewError("accounts", 1, "invalid argument"), refused: true},
		"gas price too low": {tx: change(func(tx *types.Transaction) {
			tx.AuthInfo.Fee.Amount = native(
				defaultFee - 1)
		}), want: modules.ErrGasPriceTooLow, refused: true},
		"fee in another token": {tx: change(func(tx *types.Transaction) {
			tx.AuthInfo.Fee.Amount = types.NewBaseUnits(*quantity.NewFromUint64(0), "X")
		}), want: modules.ErrGasPriceTooLow, refused: true},
		"gas too little for size": {tx: change(func(tx *types.Transaction) { tx.AuthInfo.Fee.Gas = 10 }),
			want: modules.ErrOutOfGas, message: "out of gas (limit: 10 wanted: ", refused: true},
		"gas above the batch's": {tx: change(func(tx *types.Transaction) { tx.AuthInfo.Fee.Gas = 1 << 40 }),
			want: modules.ErrBatchOutOfGas, message: "batch out of gas: gas limit 1099511627776, ", refused: true},
		"consensus messages": {tx: change(func(tx *types.Transaction) { tx.AuthInfo.Fee.ConsensusMessages = 1 }),
			want: modules.ErrOutOfMessageSlots, refused: true},
		"encrypted": {tx: &types.Transaction{Versioned: cbor.NewVersioned(1),
			Call:     types.Call{Format: types.CallFormatEncryptedX25519DeoxysII, Body: envelope},
			AuthInfo: newTx("x", nil).AuthInfo},
			refused: true, want: modules.ErrInvalidCallFormat,
			message: "invalid call format: confidential txs unavailable"},
		"encrypted with method": {tx: &types.Transaction{Versioned: cbor.NewVersioned(1),
			Call:     types.Call{Format: types.CallFormatEncryptedX25519DeoxysII, Method: "x", Body: envelope},
			AuthInfo: newTx("x", nil).AuthInfo},
			refused: true, want: modules.ErrInvalidCallFormat, message: "invalid call format: non-empty method"},
		"encrypted without envelope": {tx: &types.Transaction{Versioned: cbor.NewVersioned(1),
			Call:     types.Call{Format: types.CallFormatEncryptedX25519DeoxysII, Body: cbor.Marshal(1)},
			AuthInfo: newTx("x", nil).AuthInfo},
			refused: true, want: modules.ErrInvalidCallFormat, message: "invalid call format: bad call envelope"},
		"deposit": {tx: newTx("consensus.Deposit", map[string]any{"amount": native(1)}),
			want: modules.NewError("consensus_accounts", 4, "forbidden by policy"), refused: true},
		"withdrawal": {tx: newTx("consensus.Withdraw", map[string]any{"amount": native(1)}),
			want: modules.NewError("consensus_accounts", 4, "forbidden by policy"), refused: true},
		"read-only that writes": {tx: func() *types.Transaction {
			tx := newTx("trial.Write",
				nil)
			tx.Call.ReadOnly = true
			return tx
		}(), want: modules.ErrReadOnlyTransaction},
		"method fails":  {tx: newTx("trial.Fail", nil), want: modules.NewError("trial", 99, "failed as told")},
		"method panics": {tx: newTx("trial.Panic", nil), want: modules.ErrInternal},
		"internal error": {tx: newTx("trial.Internal", nil), want: modules.ErrInternal,
			message: "dispatch aborted"},
		"too early": {tx: change(func(tx *types.Transaction) { tx.AuthInfo.NotBefore = &after }),
			want: modules.ErrExpiredTransaction, refused: true},
		"too late": {tx: change(func(tx *types.Transaction) { tx.AuthInfo.NotAfter = &before }),
			want: modules.ErrExpiredTransaction, refused: true},
		"fee above balance": {tx: change(
			func(tx *types.Transaction) { tx.AuthInfo.Fee.Amount = native(firstBalance + 1) }),
			want: modules.ErrInsufficientFeeBalance, refused: true},
	} {
		t.Run(name, func(t *testing.T) {
			ch := newChain(t, nil)
			bad := sign(t, tc.tx, sdkTesting.Alice, 0)
			good := sign(t, transferTx(sdkTesting.Bob.Address, 7), sdkTesting.Dave, 0)
			if tc.refused {
				wantRefused(t, ch, tc.want, tc.message, bad, good)
				return
			}
			result := ch.execute(bad, good)
			failed := outcome(t, &result.Txs[0])
			wantFailure(t, failed, tc.want)
			if tc.message != "" && !bytes.HasPrefix([]byte(failed.Failed.Message), []byte(tc.message)) {
				t.Errorf("message is %q, want %q", failed.Failed.Message, tc.message)
			}
			// It fails alone, and what it wrote is gone but nonce and fee.
			if !outcome(t, &result.Txs[1]).IsSuccess() || ch.balance(sdkTesting.Bob.Address) != 7 {
				t.Error("the transaction after it was hit")
			}
			fee := tc.tx.AuthInfo.Fee.Amount.Amount.ToBigInt().Uint64()
			if got := ch.balance(sdkTesting.Alice.Address); got != firstBalance-fee {
				t.Errorf("sender has %d, want %d", got, firstBalance-fee)
			}
			if got := ch.nonce(sdkTesting.Alice.Address); got != 1 {
				t.Errorf("nonce is %d, want 1", got)
			}
			if value, _ := ch.tree.Get(t.Context(), []byte("trial\x01")); value != nil {
				t.Errorf("the failed transaction wrote %q", value)
			}
			for _, tag := range result.Txs[0].Tags {
				if string(tag.Key) == "trial\x00\x00\x00\x01" {
					t.Error("an event of the failed transaction stayed")
				}
			}
			ch.checkInvariants()
		})
	}
}

// wantRefused checks that no scheduler takes the first transaction, that others are none the worse for it, and that a
// batch with it is refused for the reason.
func wantRefused(t *testing.T, ch *chain, want *modules.Error, message string, bad, good []byte) {
	t.Helper()
	built := ch.schedule(bad, good)
	if len(built.Txs) != 1 || !bytes.Equal(built.Txs[0].Raw, good) {
		t.Errorf("scheduled %d transactions, want the good one alone", len(built.Txs))
	}
	err := ch.refused(bad, good)
	wantError(t, err, want)
	if !strings.Contains(err.Error(), message) {
		t.Errorf("refused with %q, want %q", err, message)
	}
}

func TestReadOnlyTransaction(t *testing.T) {
	ch := newChain(t, nil)
	tx := newTx("trial.Read", nil)
	tx.Call.ReadOnly = true
	result := outcome(t, &ch.execute(sign(t, tx, sdkTesting.Alice, 0)).Txs[0])
	var answer uint64
	if err := cbor.Unmarshal(result.Ok, &answer); err != nil || answer != 42 {
		t.Fatalf("got %+v (%v), want 42", result, err)
	}
}

// A node whose state cannot be read must not vote, whatever a module makes of the error.
func TestUnreadableStateEndsTheBatch(t *testing.T) {
	ch := newChain(t, nil)
	ch.execute()
	cause := errors.New("disk on fire")
	broken := &brokenTree{KeyValueTree: ch.tree, key: "trial\xff", err: cause}
	txs := [][]byte{sign(t, newTx("trial.Swallow", nil), sdkTesting.Alice, 0)}
	if _, err := ch.dispatcher.ExecuteBatch(t.Context(), broken, ch.block(), txs); !errors.Is(err, cause) {
		t.Errorf("execute: got %v, want the cause", err)
	}
	if _, err := ch.dispatcher.ScheduleBatch(t.Context(), broken, ch.block(), txs, noMore); !errors.Is(err, cause) {
		t.Errorf("schedule: got %v, want the cause", err)
	}
	if _, err := ch.dispatcher.CheckBatch(t.Context(), broken, ch.block(), txs); !errors.Is(err, cause) {
		t.Errorf("check: got %v, want the cause", err)
	}
	if got := ch.nonce(sdkTesting.Alice.Address); got != 0 {
		t.Errorf("the batch wrote: nonce is %d", got)
	}
}

type brokenTree struct {
	mkvs.KeyValueTree
	key string
	err error
}

func (b *brokenTree) Get(ctx context.Context, key []byte) ([]byte, error) {
	if string(key) == b.key {
		return nil, b.err
	}
	return b.KeyValueTree.Get(ctx, key)
}

func TestNonces(t *testing.T) {
	ch := newChain(t, func(doc *genesis.Document) { doc.Limits.MaxNonceAhead = 3 })
	tx := func(nonce uint64) []byte {
		return sign(t, transferTx(sdkTesting.Bob.Address, 1), sdkTesting.Alice, nonce)
	}
	ch.execute(tx(0))

	for nonce, want := range map[uint64]*modules.Error{0: modules.ErrInvalidNonce, 1: nil, 2: nil, 4: nil,
		5: modules.ErrInvalidNonce} {
		got := ch.check(tx(nonce))[0]
		if want == nil && got.Err != nil || want != nil && !errors.Is(got.Err, want) {
			t.Errorf("check of nonce %d: got %v, want %v", nonce, got.Err, want)
		}
		if want == nil && (got.Sender != modules.SenderMeta{Address: sdkTesting.Alice.Address, Nonce: nonce,
			StateNonce: 1} || got.Priority != gasPrice) {
			t.Errorf("check of nonce %d: got %+v", nonce, got)
		}
	}
	// Scheduling skips what is early and rejects what is late.
	early, late, due := tx(3), tx(0), tx(1)
	result, err := ch.dispatcher.ScheduleBatch(t.Context(), ch.tree, ch.block(), [][]byte{early, late, due}, noMore)
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Txs) != 1 || !bytes.Equal(result.Txs[0].Raw, due) {
		t.Errorf("scheduled %d transactions, want the one that is due", len(result.Txs))
	}
	if want := hash.NewFromBytes(late); len(result.Rejected) != 1 || result.Rejected[0] != want {
		t.Errorf("rejected %v, want %s", result.Rejected, want)
	}
	ch.commit()
	wantError(t, ch.refused(early), modules.ErrFutureNonce)
	wantError(t, ch.refused(late), modules.ErrInvalidNonce)
	if got := ch.nonce(sdkTesting.Alice.Address); got != 2 {
		t.Errorf("nonce is %d, want 2", got)
	}
}

func TestChecksReserveFees(t *testing.T) {
	ch := newChain(t, func(doc *genesis.Document) {
		for name := range doc.Balances {
			doc.Balances[name] = toAmount(2*defaultFee + 5)
		}
	})
	var txs [][]byte
	for nonce := range uint64(3) {
		txs = append(txs, sign(t, transferTx(sdkTesting.Bob.Address, 1), sdkTesting.Alice, nonce))
	}
	results := ch.check(txs...)
	if results[0].Err != nil || results[1].Err != nil || !errors.Is(results[2].Err, modules.ErrInsufficientFeeBalance) {
		t.Fatalf("got %v, %v, %v: want two to pass", results[0].Err, results[1].Err, results[2].Err)
	}
}

func TestReplicasAgree(t *testing.T) {
	scheduler, worker := newChain(t, nil), newChain(t, nil)
	for round := range uint64(3) {
		var pool [][]byte
		for i := range uint64(5) {
			nonce := round*5 + i
			pool = append(pool,
				sign(t, transferTx(sdkTesting.Bob.Address, i), sdkTesting.Alice, nonce),
				sign(t, newTx([]string{"trial.Fail", "trial.Panic", "trial.Write", "trial.Internal", "trial.Read"}[i],
					nil), sdkTesting.Dave, nonce))
		}
		built, err := scheduler.dispatcher.ScheduleBatch(t.Context(), scheduler.tree, scheduler.block(), pool, noMore)
		if err != nil {
			t.Fatal(err)
		}
		scheduler.commit()
		var batch [][]byte
		for i := range built.Txs {
			batch = append(batch, built.Txs[i].Raw)
		}
		if len(batch) != len(pool) {
			t.Fatalf("scheduled %d of %d", len(batch), len(pool))
		}
		executed := worker.execute(batch...)
		for i := range batch {
			a, b := &built.Txs[i], &executed.Txs[i]
			if !bytes.Equal(a.Output, b.Output) || !bytes.Equal(cbor.Marshal(a.Tags), cbor.Marshal(b.Tags)) {
				t.Errorf("round %d transaction %d: results differ", round, i)
			}
		}
		if scheduler.header.StateRoot != worker.header.StateRoot {
			t.Fatalf("round %d: roots differ: %s and %s", round, scheduler.header.StateRoot, worker.header.StateRoot)
		}
	}
}

func TestScheduleFillsTheBlock(t *testing.T) {
	for name, tc := range map[string]struct {
		change func(*genesis.Document)
		want   int
	}{
		"all":      {nil, 250},
		"by count": {func(doc *genesis.Document) { doc.Limits.MaxTxsPerRound = 137 }, 137},
		"by gas":   {func(doc *genesis.Document) { doc.Gas.MaxBatch = 120_000 }, 0},
		"by bytes": {func(doc *genesis.Document) { doc.Limits.MaxTxSize, doc.Limits.MaxBatchBytes = 1000, 20_000 }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			ch := newChain(t, tc.change)
			var pool [][]byte
			for nonce := range uint64(250) {
				tx := transferTx(sdkTesting.Bob.Address, 1)
				tx.AuthInfo.Fee.Gas, tx.AuthInfo.Fee.Amount = 3000, native(3000*gasPrice)
				pool = append(pool, sign(t, tx, sdkTesting.Alice, nonce))
			}
			fetches := 0
			fetch := func(_ context.Context, offset hash.Hash, limit uint32) ([][]byte, error) {
				fetches++
				for i, raw := range pool {
					if hash.NewFromBytes(raw) == offset {
						return pool[i+1 : min(i+1+int(limit), len(pool))], nil
					}
				}
				return nil, fmt.Errorf("offset %s is not in the pool", offset)
			}
			result, err := ch.dispatcher.ScheduleBatch(t.Context(), ch.tree, ch.block(), pool[:modules.FetchSize],
				fetch)
			if err != nil {
				t.Fatal(err)
			}
			var gas, size uint64
			for i := range result.Txs {
				if !outcome(t, &result.Txs[i]).IsSuccess() {
					t.Fatalf("transaction %d failed", i)
				}
				_, used := events(t, &result.Txs[i])
				gas += used[0]
				size += uint64(len(result.Txs[i].Raw))
			}
			if gas > ch.doc.Gas.MaxBatch || size > ch.doc.Limits.MaxBatchBytes {
				t.Errorf("block has %d gas and %d bytes, over a limit", gas, size)
			}
			if tc.want != 0 && len(result.Txs) != tc.want {
				t.Errorf("block has %d transactions, want %d", len(result.Txs), tc.want)
			}
			if tc.want == 0 && (len(result.Txs) == 0 || len(result.Txs) == len(pool)) {
				t.Errorf("block has %d transactions, want some", len(result.Txs))
			}
			if len(result.Rejected) != 0 {
				t.Errorf("%d transactions were rejected", len(result.Rejected))
			}
			t.Logf("%d transactions, %d gas, %d bytes, %d fetches", len(result.Txs), gas, size, fetches)
		})
	}
}

func TestFailingToFetchKeepsTheBlock(t *testing.T) {
	ch := newChain(t, nil)
	var pool [][]byte
	for nonce := range uint64(modules.FetchSize) {
		pool = append(pool, sign(t, transferTx(sdkTesting.Bob.Address, 1), sdkTesting.Alice, nonce))
	}
	result, err := ch.dispatcher.ScheduleBatch(t.Context(), ch.tree, ch.block(), pool,
		func(context.Context, hash.Hash, uint32) ([][]byte, error) {
			return nil, errors.New("no pool")
		})
	if err != nil || len(result.Txs) != len(pool) {
		t.Fatalf("got %v with %v", result, err)
	}
}

func TestOtherGenesisIsRefused(t *testing.T) {
	ch := newChain(t, nil)
	ch.execute()
	other := newChain(t, func(doc *genesis.Document) { doc.EVMChainID++ })
	other.tree, other.header = ch.tree, ch.header
	if _, err := other.dispatcher.ExecuteBatch(t.Context(), other.tree, other.block(), nil); err == nil {
		t.Error("executed on the state of another chain")
	}
	if err := other.query("core.MinGasPrice", nil, new(any)); err == nil {
		t.Error("answered from the state of another chain")
	}
}
