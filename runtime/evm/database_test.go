package evm

import (
	"context"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/holiman/uint256"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/writelog"
)

// go-ethereum's own way to commit writes what the engine writes, and the StateDB can go on afterwards.
func TestDatabase_commit(t *testing.T) {
	code := program.New().Sstore(1, 2).Bytes()
	child := common.Address{19: 0xee}
	run := func(commit func(*state.StateDB, *database)) writelog.WriteLog {
		f := newFixture(t, code)
		f.commit()
		db := newDatabase(context.Background(), f.tree, f.accts, newCaches(1<<20))
		statedb, err := state.New(common.Hash{}, db)
		if err != nil {
			t.Fatal(err)
		}
		for i := range byte(3) {
			statedb.SetState(testContract, common.Hash{31: i}, common.Hash{31: i})
			statedb.SetNonce(testSender, uint64(5+i), tracing.NonceChangeUnspecified)
			statedb.SubBalance(testSender, uint256.NewInt(7), tracing.BalanceChangeTransfer)
			statedb.AddBalance(child, uint256.NewInt(7), tracing.BalanceChangeTransfer)
			statedb.SetCode(child, []byte{byte(vm.STOP), i}, tracing.CodeChangeUnspecified)
			if i == 2 {
				statedb.SetState(testContract, common.Hash{31: 1}, common.Hash{})
			}
			commit(statedb, db)
		}
		log, _ := f.commit()
		return log
	}
	rules := chainConfig(1).Rules(common.Big1, true, 0)
	want := run(func(statedb *state.StateDB, db *database) {
		if err := db.stage(statedb, rules, nil); err != nil {
			t.Fatal(err)
		}
		if err := db.flush(); err != nil {
			t.Fatal(err)
		}
	})
	// Slot 2, the nonce, two balances, the code and its hash; slot 1 came and went.
	if len(want) < 6 {
		t.Fatalf("only %d writes", len(want))
	}
	got := run(func(statedb *state.StateDB, _ *database) {
		if _, err := statedb.Commit(rules, 1); err != nil {
			t.Fatal(err)
		}
	})
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("got %v, want %v", got, want)
	}
}

// A write set that would make money is a bug, and is not written.
func TestDatabase_createsNoValue(t *testing.T) {
	f := newFixture(t, nil)
	f.commit()
	db := newDatabase(context.Background(), f.tree, f.accts, newCaches(1<<20))
	statedb, err := state.New(common.Hash{}, db)
	if err != nil {
		t.Fatal(err)
	}
	statedb.AddBalance(testOther, uint256.NewInt(1), tracing.BalanceChangeUnspecified)
	rules := chainConfig(1).Rules(common.Big1, true, 0)
	if err := db.stage(statedb, rules, nil); err == nil {
		t.Fatal("value was created")
	}
	if err := db.flush(); err != nil {
		t.Fatal(err)
	}
	if log, _ := f.commit(); len(log) != 0 {
		t.Fatalf("%d writes", len(log))
	}
	// Nor may it vanish without being burned.
	db = newDatabase(context.Background(), f.tree, f.accts, newCaches(1<<20))
	if statedb, err = state.New(common.Hash{}, db); err != nil {
		t.Fatal(err)
	}
	statedb.SubBalance(testSender, uint256.NewInt(1), tracing.BalanceChangeUnspecified)
	if err := db.stage(statedb, rules, nil); err == nil {
		t.Fatal("value vanished")
	}
}
