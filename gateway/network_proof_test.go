package gateway_test

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/common/quantity"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/accounts"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
)

// What a real node proves, a client verifies from the first light block that it trusts down to a storage slot.
func TestNetwork_proof(t *testing.T) {
	net := stories.Shared(t)
	c, _ := serve(t, net)
	a := net.Account(t)
	f, meta := fixture{}.load(t)
	abi, err := meta.ParseABI()
	if err != nil {
		t.Fatal(err)
	}
	opts := bind.NewKeyedTransactor(a.Key, new(big.Int).SetUint64(net.File.ChainID))
	constructor, err := abi.Pack("", big.NewInt(7))
	if err != nil {
		t.Fatal(err)
	}
	addr, tx, err := bind.DeployContract(opts, f.Bytecode, c, constructor)
	if err != nil {
		t.Fatal(err)
	}
	deployed := receiptOf(t, c, tx.Hash())
	last := receiptOf(t, c, transfer(t, c, net.File.ChainID, opts, a.Address))

	var first struct {
		Height     hexutil.Uint64
		LightBlock hexutil.Bytes
	}
	if err := c.Client().Call(&first, "assent_getLightBlock", nil); err != nil {
		t.Fatal(err)
	}
	// A trust root is older than what it proves, so take the oldest block there is.
	if err := c.Client().Call(&first, "assent_getLightBlock",
		hexutil.Uint64(oldest(t, c, uint64(first.Height)))); err != nil {
		t.Fatal(err)
	}
	trusted, err := proof.DecodeLightBlock(first.LightBlock)
	if err != nil {
		t.Fatal(err)
	}
	root := &proof.Root{ChainContext: net.File.ChainContext, Height: trusted.Height(), Hash: trusted.Hash(),
		RuntimeID: oasis.Namespace(net.File.RuntimeID.Namespace)}
	for _, number := range []*big.Int{deployed.BlockNumber, last.BlockNumber} {
		var got struct {
			Round           hexutil.Uint64
			Header          hexutil.Bytes
			ConsensusHeight hexutil.Uint64
			LightBlock      hexutil.Bytes
			ConsensusProof  []hexutil.Bytes
			Newer           []hexutil.Bytes
			Storage         []struct{ Value common.Hash }
			StorageProof    []hexutil.Bytes
		}
		if err := c.Client().Call(&got, "assent_getProof", addr, []common.Hash{{}},
			hexutil.EncodeBig(number)); err != nil {
			t.Fatal(err)
		}
		next, err := proof.DecodeLightBlock(got.LightBlock)
		if err != nil {
			t.Fatal(err)
		}
		blocks, err := proof.VerifyChain(root, []*proof.LightBlock{trusted, next}, proof.Params{})
		if err != nil {
			t.Fatal(err)
		}
		consensus, err := recorded(got.ConsensusProof).Open(blocks[1].StateRoot())
		if err != nil {
			t.Fatal(err)
		}
		state, err := proof.VerifyRuntimeState(blocks[1], consensus)
		if err != nil {
			t.Fatal(err)
		}
		header, err := proof.DecodeHeader(got.Header)
		if err != nil || state.Last != *header || header.Round != number.Uint64() || len(got.Newer) != 0 {
			t.Fatalf("the record names round %d, want %s: %v", state.Last.Round, number, err)
		}
		tree, err := recorded(got.StorageProof).Open(header.StateRoot)
		if err != nil {
			t.Fatal(err)
		}
		value, err := tree.MustHave(layout.StorageKey(layout.Address(addr), layout.Word{}))
		if err != nil || common.BytesToHash(value) != got.Storage[0].Value ||
			new(big.Int).SetBytes(value).Int64() != 7 {
			t.Errorf("total is %x: %v", value, err)
		}
	}
	var info struct {
		ChainContext string
		RuntimeID    string
		ChainID      hexutil.Uint64
	}
	if err := c.Client().Call(&info, "assent_networkInfo"); err != nil || info.ChainContext != net.File.ChainContext ||
		uint64(info.ChainID) != net.File.ChainID {
		t.Errorf("info is %+v: %v", info, err)
	}
}

func recorded(in []hexutil.Bytes) (out proof.Entries) {
	for _, e := range in {
		if len(e) == 0 {
			e = nil
		}
		out = append(out, e)
	}
	return out
}

// transfer sends a little and returns the transaction's hash.
func transfer(t *testing.T, c ethereum.TransactionSender, chainID uint64, opts *bind.TransactOpts,
	to common.Address) common.Hash {
	t.Helper()
	tx, err := opts.Signer(opts.From, types.NewTx(&types.DynamicFeeTx{
		ChainID: new(big.Int).SetUint64(chainID), Nonce: 1, GasTipCap: new(big.Int),
		GasFeeCap: big.NewInt(1_000_000_000), Gas: 21_000, To: &to, Value: big.NewInt(1),
	}))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.SendTransaction(t.Context(), tx); err != nil {
		t.Fatal(err)
	}
	return tx.Hash()
}

// oldest finds the first light block that the node has.
func oldest(t *testing.T, c *ethclient.Client, latest uint64) uint64 {
	t.Helper()
	low, high := uint64(1), latest
	for low < high {
		middle := low + (high-low)/2
		var b struct{ Height hexutil.Uint64 }
		if err := c.Client().Call(&b, "assent_getLightBlock", hexutil.Uint64(middle)); err != nil {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// Transactions in the SDK's own format are there too, with their events.
func TestNetwork_sdkTransactions(t *testing.T) {
	net := stories.Shared(t)
	c, _ := serve(t, net)
	client := net.Client(t)
	a := net.Account(t)
	f, meta := fixture{}.load(t)
	abi, err := meta.ParseABI()
	if err != nil {
		t.Fatal(err)
	}
	constructor, err := abi.Pack("", big.NewInt(7))
	if err != nil {
		t.Fatal(err)
	}
	signer, err := chain.Secp256k1(a.Key)
	if err != nil {
		t.Fatal(err)
	}
	submit := func(method sdk.MethodName, body any) *chain.Receipt {
		t.Helper()
		fee := &sdk.Fee{Gas: 2_000_000, Amount: sdk.NewBaseUnits(*quantity.NewFromUint64(2_000_000 * 1_000_000_000),
			sdk.NativeDenomination)}
		raw, err := client.Sign(t.Context(), sdk.NewTransaction(fee, method, body), signer)
		if err != nil {
			t.Fatal(err)
		}
		r, err := client.Submit(t.Context(), raw)
		if err != nil || r.Err() != nil {
			t.Fatalf("%s: %v %v", method, err, r.Err())
		}
		return r
	}
	created := submit("evm.Create", &evm.Create{Value: []byte{}, InitCode: append(f.Bytecode, constructor...)})
	moved := submit("accounts.Transfer", &accounts.Transfer{To: chain.AddressOf(common.Address{7}),
		Amount: sdk.NewBaseUnits(*quantity.NewFromUint64(5), sdk.NativeDenomination)})

	id := func(h hash.Hash) common.Hash { return common.Hash(h) }
	receipt := receiptOf(t, c, id(created.Hash))
	if receipt.Status != 1 || receipt.BlockNumber.Uint64() != created.Round || len(receipt.Logs) != 1 ||
		receipt.GasUsed == 0 {
		t.Errorf("receipt of the creation: %+v", receipt)
	}
	code, err := c.CodeAt(t.Context(), receipt.ContractAddress, nil)
	if err != nil || len(code) == 0 {
		t.Errorf("no code at %s: %v", receipt.ContractAddress, err)
	}
	logs, err := c.FilterLogs(t.Context(), ethereum.FilterQuery{FromBlock: receipt.BlockNumber,
		Addresses: []common.Address{receipt.ContractAddress}})
	if err != nil || len(logs) != 1 || logs[0].TxHash != id(created.Hash) {
		t.Errorf("logs are %+v: %v", logs, err)
	}
	receiptOf(t, c, id(moved.Hash))
	var tx map[string]any
	if err := c.Client().Call(&tx, "eth_getTransactionByHash", id(moved.Hash)); err != nil {
		t.Fatal(err)
	}
	if common.HexToAddress(tx["from"].(string)) != a.Address || tx["type"] != "0x0" || tx["v"] != "0x0" ||
		tx["value"] != "0x0" {
		t.Errorf("the transfer is shown as %v", tx)
	}
	// Clients that check a block's body against its header take it.
	if _, err := c.BlockByNumber(t.Context(), new(big.Int).SetUint64(moved.Round)); err != nil {
		t.Error(err)
	}
	if balance, err := c.BalanceAt(t.Context(), common.Address{7}, nil); err != nil || balance.Int64() != 5 {
		t.Errorf("balance is %s: %v", balance, err)
	}
}
