package transfer_test

import (
	"context"
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	ethtypes "github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/evm"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet/fault"
)

// TestStory_bindingsOverTheSocket deploys a contract with go-ethereum's generated bindings, calls it, changes it,
// watches its events and is refused by it, with no gateway in between.
func TestStory_bindingsOverTheSocket(t *testing.T) {
	net := stories.Shared(t)
	backend := net.Ethereum(t)
	ctx := t.Context()
	owner, heir := net.Account(t), net.Account(t)
	chainID := new(big.Int).SetUint64(net.File.ChainID)
	opts := func(key int) *bind.TransactOpts {
		o := bind.NewKeyedTransactor(owner.Key, chainID)
		if key == 1 {
			o = bind.NewKeyedTransactor(heir.Key, chainID)
		}
		o.Context = ctx
		return o
	}
	registry := bindings.NewWorkerRegistry()

	address, tx, err := bind.DeployContract(opts(0), common.FromHex(bindings.WorkerRegistryMetaData.Bin), backend,
		registry.PackConstructor(owner.Address, common.Hash(net.File.RuntimeID.Namespace), common.Address{1}))
	if err != nil {
		t.Fatal(err)
	}
	deployed, err := bind.WaitDeployed(ctx, backend, tx.Hash())
	if err != nil {
		t.Fatal(err)
	}
	if deployed != address {
		t.Errorf("deployed at %s, want %s", deployed, address)
	}
	contract := registry.Instance(backend, address)
	got, err := bind.Call(contract, &bind.CallOpts{Context: ctx}, registry.PackOwner(), registry.UnpackOwner)
	if err != nil || got != owner.Address {
		t.Errorf("the owner is %s (%v), want %s", got, err, owner.Address)
	}

	// Ownership goes to the heir in two steps; the events are watched from the start.
	logs := make(chan ethtypes.Log, 16)
	subscription, err := backend.SubscribeFilterLogs(ctx,
		ethereum.FilterQuery{FromBlock: new(big.Int), Addresses: []common.Address{address}}, logs)
	if err != nil {
		t.Fatal(err)
	}
	defer subscription.Unsubscribe()
	if tx, err = bind.Transact(contract, opts(0), registry.PackTransferOwnership(heir.Address)); err != nil {
		t.Fatal(err)
	}
	if r, err := backend.WaitReceipt(ctx, tx.Hash()); err != nil || r.Status != ethtypes.ReceiptStatusSuccessful {
		t.Fatalf("receipt %+v, %v", r, err)
	}
	if tx, err = bind.Transact(contract, opts(1), registry.PackAcceptOwnership()); err != nil {
		t.Fatal(err)
	}
	receipt, err := backend.WaitReceipt(ctx, tx.Hash())
	if err != nil {
		t.Fatal(err)
	}
	var last ethtypes.Log
	for range 3 { // transferred to the owner, started, transferred to the heir
		select {
		case last = <-logs:
		case err := <-subscription.Err():
			t.Fatal(err)
		}
	}
	event, err := registry.UnpackOwnershipTransferredEvent(&last)
	if err != nil || event.PreviousOwner != owner.Address || event.NewOwner != heir.Address {
		t.Errorf("event %+v, %v", event, err)
	}
	if len(receipt.Logs) != 1 || receipt.Logs[0].TxHash != tx.Hash() || last.Index != receipt.Logs[0].Index ||
		last.BlockHash != receipt.BlockHash {
		t.Errorf("receipt %+v with logs %+v, watched %+v", receipt, receipt.Logs, last)
	}
	ranged, err := backend.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: receipt.BlockNumber, ToBlock: receipt.BlockNumber,
		Topics: [][]common.Hash{{registry.GetABI().Events["OwnershipTransferred"].ID}, nil,
			{common.BytesToHash(heir.Address[:])}},
	})
	if err != nil || len(ranged) != 1 || ranged[0].TxHash != tx.Hash() {
		t.Errorf("filtered %+v, %v", ranged, err)
	}
	mined, pending, err := backend.TransactionByHash(ctx, tx.Hash())
	if err != nil || pending || mined.Hash() != tx.Hash() {
		t.Errorf("transaction %v, pending %v, %v", mined, pending, err)
	}

	// Refusals come with the contract's own words, before anything is sent.
	_, err = bind.Transact(contract, opts(0), registry.PackSetFloor(bindings.IWorkerRegistryFloor{}))
	var revert *evm.RevertError
	if !errors.As(err, &revert) {
		t.Fatalf("a stranger is refused with %v", err)
	}
	if err := solidity.DecodeError(revert.RevertData()); !errors.Is(err, solidity.ErrOwnableUnauthorizedAccount) {
		t.Errorf("a stranger is refused with %v", err)
	}
}

// TestStory_backendReads compares what the backend reads with what was done.
func TestStory_backendReads(t *testing.T) {
	net := stories.Shared(t)
	backend := net.Ethereum(t)
	ctx := t.Context()
	from := net.Account(t)
	to := common.Address{0xbe, 0xef, byte(len(t.Name()))}
	price, err := backend.SuggestGasPrice(ctx)
	if err != nil {
		t.Fatal(err)
	}
	gas, err := backend.EstimateGas(ctx, ethereum.CallMsg{From: from.Address, To: &to, Value: big.NewInt(7)})
	if err != nil {
		t.Fatal(err)
	}
	if gas < 21000 {
		t.Errorf("a transfer is estimated at %d gas", gas)
	}
	before, err := backend.BalanceAt(ctx, from.Address, nil)
	if err != nil {
		t.Fatal(err)
	}
	signer := ethtypes.NewLondonSigner(new(big.Int).SetUint64(net.File.ChainID))
	// One of each type, sent at once: nonces follow one another.
	spent := new(big.Int)
	var hashes []common.Hash
	for i, data := range []ethtypes.TxData{
		&ethtypes.LegacyTx{Nonce: 0, GasPrice: price, Gas: gas, To: &to, Value: big.NewInt(7)},
		&ethtypes.AccessListTx{Nonce: 1, ChainID: signer.ChainID(), GasPrice: price, Gas: gas, To: &to,
			Value: big.NewInt(7)},
		&ethtypes.DynamicFeeTx{Nonce: 2, ChainID: signer.ChainID(), GasFeeCap: new(big.Int).Mul(price, big.NewInt(3)),
			GasTipCap: price, Gas: gas, To: &to, Value: big.NewInt(7)},
	} {
		nonce, err := backend.PendingNonceAt(ctx, from.Address)
		if err != nil || nonce != uint64(i) {
			t.Fatalf("pending nonce %d (%v), want %d", nonce, err, i)
		}
		tx, err := ethtypes.SignNewTx(from.Key, signer, data)
		if err != nil {
			t.Fatal(err)
		}
		if err := backend.SendTransaction(ctx, tx); err != nil {
			t.Fatal(err)
		}
		hashes = append(hashes, tx.Hash())
	}
	for i, hash := range hashes {
		r, err := backend.WaitReceipt(ctx, hash)
		if err != nil {
			t.Fatal(err)
		}
		if want := new(big.Int).Mul(price, big.NewInt(int64(1+i/2))); r.EffectiveGasPrice.Cmp(want) != 0 {
			t.Errorf("transaction %d paid %s for gas, want %s", i, r.EffectiveGasPrice, want)
		}
		spent.Add(spent, new(big.Int).Mul(r.EffectiveGasPrice, new(big.Int).SetUint64(r.GasUsed))).Add(spent,
			big.NewInt(7))
		header, err := backend.HeaderByNumber(ctx, r.BlockNumber)
		if err != nil || header.Number.Cmp(r.BlockNumber) != 0 || header.Time == 0 {
			t.Errorf("header %+v, %v", header, err)
		}
	}
	after, err := backend.BalanceAt(ctx, from.Address, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := new(big.Int).Sub(before, after); got.Cmp(spent) != 0 {
		t.Errorf("the sender has spent %s, receipts say %s", got, spent)
	}
	if got, err := backend.BalanceAt(ctx, to, nil); err != nil || got.Int64() != 21 {
		t.Errorf("the receiver has %s, %v", got, err)
	}
	if nonce, err := backend.NonceAt(ctx, from.Address, nil); err != nil || nonce != 3 {
		t.Errorf("nonce %d, %v", nonce, err)
	}
	if _, err := backend.TransactionReceipt(ctx, common.Hash{1}); !errors.Is(err, ethereum.NotFound) {
		t.Errorf("the receipt of nothing: %v", err)
	}
	if _, err := backend.HeaderByNumber(ctx, big.NewInt(1<<40)); !errors.Is(err, ethereum.NotFound) {
		t.Errorf("a header to come: %v", err)
	}
	// A nonce that is used is refused by name.
	again, err := ethtypes.SignNewTx(from.Key, signer,
		&ethtypes.LegacyTx{Nonce: 0, GasPrice: price, Gas: gas, To: &to, Value: big.NewInt(8)})
	if err != nil {
		t.Fatal(err)
	}
	var rejected *chain.RejectedError
	if err := backend.SendTransaction(ctx, again); !errors.As(err, &rejected) {
		t.Errorf("a used nonce: %v", err)
	}
}

// TestStory_sentTransactionsSurvive kills the node right after it has taken transactions, and starts it again: they are
// sent again and each happens once.
func TestStory_sentTransactionsSurvive(t *testing.T) {
	net := stories.Fresh(t)
	backend := net.Ethereum(t)
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	from := net.Account(t)
	to := crypto.PubkeyToAddress(net.Account(t).Key.PublicKey)
	to[0] ^= 1
	price, err := backend.SuggestGasPrice(ctx)
	if err != nil {
		t.Fatal(err)
	}
	signer := ethtypes.NewLondonSigner(new(big.Int).SetUint64(net.File.ChainID))
	const transfers = 5
	var hashes []common.Hash
	for i := range uint64(transfers) {
		tx, err := ethtypes.SignNewTx(from.Key, signer,
			&ethtypes.LegacyTx{Nonce: i, GasPrice: price, Gas: 50_000, To: &to, Value: big.NewInt(1)})
		if err != nil {
			t.Fatal(err)
		}
		if err := backend.SendTransaction(ctx, tx); err != nil {
			t.Fatal(err)
		}
		hashes = append(hashes, tx.Hash())
	}
	if err := fault.Node(net.Nodes[0]).Kill(ctx); err != nil {
		t.Fatal(err)
	}
	if err := net.Up(ctx); err != nil {
		t.Fatal(err)
	}
	for _, hash := range hashes {
		if r, err := backend.WaitReceipt(ctx, hash); err != nil || r.Status != ethtypes.ReceiptStatusSuccessful {
			t.Fatalf("receipt %+v, %v", r, err)
		}
	}
	if got, err := backend.BalanceAt(ctx, to, nil); err != nil || got.Int64() != transfers {
		t.Errorf("the receiver has %s (%v), want %d", got, err, transfers)
	}
}
