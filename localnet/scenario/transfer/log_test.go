package transfer_test

import (
	"bufio"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	ethtypes "github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/localnet"
	"github.com/assent-network/assent/localnet/accounts"
)

// TestStory_logOfAHealthyNetwork is a network of one node that takes more transactions than Oasis Core's queue for
// peers holds: none of its log's errors comes twice, and what was folded is told of.
func TestStory_logOfAHealthyNetwork(t *testing.T) {
	const transfers = 120 // Oasis Core keeps 50 for a node without peers.
	net := stories.Fresh(t)
	ctx, backend := t.Context(), net.Ethereum(t)
	senders := []accounts.Account{net.Account(t), net.Account(t), net.Account(t)} // A node keeps 64 of each.
	id := new(big.Int).SetUint64(net.File.ChainID)
	price, err := backend.SuggestGasPrice(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var last *ethtypes.Transaction
	for i := range transfers {
		account, nonce := senders[i%len(senders)], uint64(i/len(senders))
		last, err = ethtypes.SignNewTx(account.Key, ethtypes.NewLondonSigner(id), &ethtypes.DynamicFeeTx{
			ChainID: id, Nonce: nonce, GasFeeCap: price, Gas: 50_000, To: &account.Address, Value: big.NewInt(1),
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := backend.SendTransaction(ctx, last); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := backend.WaitReceipt(ctx, last.Hash()); err != nil {
		t.Fatal(err)
	}
	if _, err := localnet.Down(ctx, net.Dir, false); err != nil { // What was folded last is told of at the end.
		t.Fatal(err)
	}
	logs, err := filepath.Glob(filepath.Join(net.Dir, "logs", "*.log"))
	if err != nil || len(logs) != 1 {
		t.Fatalf("logs %v: %v", logs, err)
	}
	folded := 0
	for line, count := range logLines(t, logs[0]) {
		switch {
		case line.Module == "assent/nodelog":
			folded += line.Count
		case line.Level == "error" && count > 1:
			t.Errorf("%d times: %s: %s: %s", count, line.Module, line.Msg, line.Err)
		}
	}
	if folded < transfers/2 {
		t.Errorf("%d lines were folded, want one at least for every other transfer", folded)
	}
}

// logLine is what a line of a log says, without when and of what.
type logLine struct {
	Level, Module, Msg, Err string
	Count                   int
}

// logLines counts the lines of a log that say the same.
func logLines(t *testing.T, path string) map[logLine]int {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // test
	counts := make(map[logLine]int)
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var line logLine
		if json.Unmarshal(lines.Bytes(), &line) == nil {
			counts[line]++
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return counts
}
