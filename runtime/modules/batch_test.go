package modules_test

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"

	sdkTesting "github.com/oasisprotocol/oasis-sdk/client-sdk/go/testing"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/modules/accounts"
)

// limitedTx is a transfer with a gas limit of its own.
func limitedTx(t *testing.T, key sdkTesting.TestKey, nonce, gas uint64) []byte {
	t.Helper()
	tx := transferTx(sdkTesting.Bob.Address, 1)
	tx.AuthInfo.Fee = types.Fee{Amount: native(gas * gasPrice), Gas: gas}
	return sign(t, tx, key, nonce)
}

// gasOf is what a transfer uses.
func gasOf(t *testing.T, raw []byte) uint64 {
	t.Helper()
	_, used := events(t, &newChain(t, nil).execute(raw).Txs[0])
	return used[0]
}

// What no scheduler puts into a block, no other node runs: a proposer cannot make a transaction fail, or stand in a
// block for nothing.
func TestByzantineProposer(t *testing.T) {
	alice, dave := sdkTesting.Alice, sdkTesting.Dave
	transfer := func(key sdkTesting.TestKey, nonce uint64) []byte {
		return sign(t, transferTx(sdkTesting.Bob.Address, 1), key, nonce)
	}
	used := gasOf(t, limitedTx(t, alice, 0, 5_000))
	for name, tc := range map[string]struct {
		change func(*genesis.Document)
		// before is the block before.
		before [][]byte
		// good is the start of the batch, bad what makes it one.
		good []([]byte)
		bad  []byte
		want *modules.Error
	}{
		"gas limit above what is left": {
			change: func(doc *genesis.Document) { doc.Gas.MaxBatch = used + 9_999 },
			good:   [][]byte{limitedTx(t, alice, 0, 5_000)}, bad: limitedTx(t, dave, 0, 10_000),
			want: modules.ErrBatchOutOfGas,
		},
		"hardly any gas left": {
			change: func(doc *genesis.Document) {
				doc.Gas.MaxBatch, doc.Gas.TxByte, doc.Gas.AuthSignature = 1_999, 0,
					0
			},
			good: [][]byte{limitedTx(t, alice, 0, 1_100)}, bad: limitedTx(t, dave, 0, 900),
			want: modules.ErrBatchOutOfGas,
		},
		"too many": {
			change: func(doc *genesis.Document) { doc.Limits.MaxTxsPerRound = 2 },
			good:   [][]byte{transfer(alice, 0), transfer(alice, 1)}, bad: transfer(dave, 0),
			want: modules.ErrBatchTooLarge,
		},
		"too many bytes": {
			change: func(doc *genesis.Document) {
				doc.Limits.MaxTxSize, doc.Limits.MaxBatchBytes = 400,
					uint64(len(transfer(alice, 0))+len(transfer(dave, 0))-1)
			},
			good: [][]byte{transfer(alice, 0)}, bad: transfer(dave, 0), want: modules.ErrBatchTooLarge,
		},
		"larger than a transaction may be": {
			change: func(doc *genesis.Document) { doc.Limits.MaxTxSize = uint32(len(transfer(alice, 0))) },
			good:   [][]byte{transfer(alice, 0)}, bad: append(transfer(dave, 0), make([]byte, 100)...),
			want: modules.ErrMalformedTransactionInBatch,
		},
		"not a transaction": {good: [][]byte{transfer(alice, 0)}, bad: []byte("transaction"),
			want: modules.ErrMalformedTransactionInBatch},
		"of another chain": {
			good: [][]byte{transfer(alice, 0)},
			bad:  bytes.Replace(transfer(dave, 0), []byte("signature"), []byte("signaturf"), 1),
			want: modules.ErrMalformedTransactionInBatch,
		},
		"the same twice": {good: [][]byte{transfer(alice, 0)}, bad: transfer(alice, 0),
			want: modules.ErrInvalidNonce},
		"of the block before": {before: [][]byte{transfer(alice, 0)}, bad: transfer(alice, 0),
			want: modules.ErrInvalidNonce},
		"before its predecessor": {good: [][]byte{transfer(alice, 0)}, bad: transfer(alice, 2),
			want: modules.ErrFutureNonce},
		"no money for the second": {
			change: func(doc *genesis.Document) { doc.Balances[alice.Address.String()] = toAmount(2 * defaultFee) },
			good:   [][]byte{transfer(alice, 0)}, bad: transfer(alice, 1), want: modules.ErrInsufficientFeeBalance,
		},
	} {
		t.Run(name, func(t *testing.T) {
			ch := newChain(t, tc.change)
			ch.execute(tc.before...)
			batch := append(append([][]byte{}, tc.good...), tc.bad)
			if built := ch.schedule(batch...); len(built.Txs) != len(tc.good) {
				t.Errorf("an honest scheduler takes %d transactions, want %d", len(built.Txs), len(tc.good))
			}
			err := ch.refused(batch...)
			wantError(t, err, tc.want)
			if len(err.Error()) > 300 {
				t.Errorf("refused with %d characters: %v", len(err.Error()), err)
			}
			ch.execute(tc.good...) // The rest is a good batch.
			ch.checkInvariants()
		})
	}
}

// The last nonce is never used: none comes after it, so that the transaction could be run again and again.
func TestLastNonce(t *testing.T) {
	ch := newChain(t, nil)
	ch.execute()
	if err := accounts.NewState(t.Context(), ch.tree).SetNonce(sdkTesting.Alice.Address, math.MaxUint64); err != nil {
		t.Fatal(err)
	}
	wantRefused(t, ch, modules.ErrInvalidNonce, "invalid nonce",
		sign(t, transferTx(sdkTesting.Bob.Address, 1), sdkTesting.Alice, math.MaxUint64),
		sign(t, transferTx(sdkTesting.Bob.Address, 1), sdkTesting.Dave, 0))
}

// A batch is executed if and only if a scheduler that is offered just these transactions, in this order, takes all of
// them.
func TestVerifierAndSchedulerAgree(t *testing.T) {
	var good, bad int
	for seed := range uint64(400) {
		random := rand.New(rand.NewPCG(seed, 7))
		ch := newChain(t, func(doc *genesis.Document) {
			doc.Gas.MaxBatch = 20_000 + random.Uint64N(40_000)
			doc.Limits.MaxTxsPerRound = 3 + random.Uint32N(4)
			doc.Limits.MaxTxSize, doc.Limits.MaxBatchBytes = 500, 800+random.Uint64N(1_500)
			doc.Balances[sdkTesting.Alice.Address.String()] = toAmount(3 * defaultFee)
		})
		nonces := map[string]uint64{}
		var batch [][]byte
		for range 1 + random.IntN(6) {
			key := []sdkTesting.TestKey{sdkTesting.Alice, sdkTesting.Dave}[random.IntN(2)]
			method := []string{"trial.Fail", "trial.Panic", "trial.Write", "trial.Internal", "trial.Read",
				"trial.Steal"}[min(random.IntN(40), 5)]
			if random.IntN(3) > 0 {
				method = "trial.Read"
			}
			tx := newTx(method, nil)
			if random.IntN(8) == 0 {
				tx.AuthInfo.Fee.Amount = native(defaultFee - 1)
			}
			nonce := nonces[key.Address.String()]
			nonces[key.Address.String()]++
			if random.IntN(10) == 0 {
				nonce = random.Uint64N(3)
			}
			batch = append(batch, sign(t, tx, key, nonce))
		}
		built := ch.schedule(batch...)
		_, err := ch.dispatcher.ExecuteBatch(t.Context(), ch.tree, ch.block(), batch)
		if (err == nil) != (len(built.Txs) == len(batch)) {
			t.Fatalf("seed %d: a scheduler takes %d of %d transactions, a verifier says %v", seed, len(built.Txs),
				len(batch), err)
		}
		if err == nil {
			good++
		} else {
			bad++
		}
	}
	if good < 50 || bad < 50 {
		t.Errorf("%d good batches and %d bad ones: too few of a kind to compare", good, bad)
	}
}
