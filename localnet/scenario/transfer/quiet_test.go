package transfer_test

import (
	"context"
	"math/big"
	"testing"
	"time"

	ethtypes "github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"

	consensus "github.com/oasisprotocol/oasis-core/go/consensus/api"
	registry "github.com/oasisprotocol/oasis-core/go/registry/api"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/localnet"
	"github.com/assent-network/assent/localnet/scenario"
)

// quietRounds is how many rounds without transactions a story waits for.
const quietRounds = 6

// TestStory_quietNetwork is a network on which nothing happens: it makes rounds all the same, as often as the runtime's
// descriptor says, so that the first transaction after the silence sees a time that is hardly older than itself.
func TestStory_quietNetwork(t *testing.T) {
	net := stories.Shared(t)
	quiet(t, net)
}

// TestStory_quietNetworkOfSeveral is the same with a committee of two nodes.
func TestStory_quietNetworkOfSeveral(t *testing.T) {
	quiet(t, stories.Fresh(t, func(c *localnet.Config) { c.Compute = 2 }))
}

func quiet(t *testing.T, net *scenario.Network) {
	ctx, client := t.Context(), net.Client(t)
	// docs/design/evm.md says what TIMESTAMP is at most behind: an empty round comes after the flush timeout, or one
	// proposer later, and takes its own time until it is final.
	descriptor, err := client.Consensus().Registry().GetRuntime(ctx,
		&registry.GetRuntimeQuery{Height: consensus.HeightLatest, ID: client.RuntimeID()})
	if err != nil {
		t.Fatal(err)
	}
	scheduler := descriptor.TxnScheduler
	bound := uint64((scheduler.BatchFlushTimeout + scheduler.ProposerTimeout + 2*time.Second) / time.Second)

	const margin = 6 // rounds, for what others sent just before
	watching, stop := context.WithTimeout(ctx, time.Duration(bound)*(quietRounds+margin)*time.Second)
	defer stop()
	var times []uint64
	for b, err := range client.Blocks(watching, chain.RoundLatest) {
		if err != nil {
			t.Fatalf("after %d rounds without a transaction: %v", len(times), err)
		}
		txs, err := client.Transactions(ctx, b.Header.Round)
		if err != nil {
			t.Fatal(err)
		}
		if len(txs) > 0 {
			times = nil // It is not quiet yet.
		}
		if times = append(times, uint64(b.Header.Timestamp)); len(times) > quietRounds {
			break
		}
	}
	longest := uint64(0)
	for i := range times[1:] {
		longest = max(longest, times[i+1]-times[i])
	}
	t.Logf("%d rounds without a transaction in %d s, the longest pause %d s", quietRounds, times[quietRounds]-times[0],
		longest)
	if longest > bound {
		t.Errorf("a quiet network paused for %d s, at most %d are claimed", longest, bound)
	}

	seen, receipt, sent := timestamp(t, net, client)
	header := func(round uint64) uint64 {
		b, err := client.Block(ctx, round)
		if err != nil {
			t.Fatal(err)
		}
		return uint64(b.Header.Timestamp)
	}
	round := receipt.BlockNumber.Uint64()
	if before := header(round - 1); seen != before {
		t.Errorf("TIMESTAMP is %d, the round before is of %d", seen, before)
	}
	if behind := header(round) - seen; behind > bound {
		t.Errorf("TIMESTAMP is %d s behind the block's own time, at most %d are claimed", behind, bound)
	}
	if sent > seen && sent-seen > bound {
		t.Errorf("TIMESTAMP is %d s behind the moment of sending, at most %d are claimed", sent-seen, bound)
	}
}

// timestamp sends a transaction and returns the time that it saw, its receipt and when it was sent.
func timestamp(t *testing.T, net *scenario.Network,
	client *chain.Client) (seen uint64, receipt *ethtypes.Receipt, sent uint64) {
	t.Helper()
	ctx, backend, account := t.Context(), net.Ethereum(t), net.Account(t)
	id := new(big.Int).SetUint64(net.File.ChainID)
	price, err := backend.SuggestGasPrice(ctx)
	if err != nil {
		t.Fatal(err)
	}
	code := program.New().Op(vm.TIMESTAMP).Push(0).Op(vm.MSTORE).Push(32).Push(0).Op(vm.LOG0).Bytes()
	tx, err := ethtypes.SignNewTx(account.Key, ethtypes.NewLondonSigner(id),
		&ethtypes.DynamicFeeTx{ChainID: id, GasFeeCap: price, Gas: 100_000, Data: code})
	if err != nil {
		t.Fatal(err)
	}
	sent = uint64(time.Now().Unix())
	if err := backend.SendTransaction(ctx, tx); err != nil {
		t.Fatal(err)
	}
	if receipt, err = backend.WaitReceipt(ctx, tx.Hash()); err != nil {
		t.Fatal(err)
	}
	if receipt.Status != ethtypes.ReceiptStatusSuccessful || len(receipt.Logs) != 1 {
		t.Fatalf("receipt %+v", receipt)
	}
	return new(big.Int).SetBytes(receipt.Logs[0].Data).Uint64(), receipt, sent
}
