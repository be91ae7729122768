package bench

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet/accounts"
	"github.com/assent-network/assent/localnet/bench/measure"
)

// Accounts of a measured chain, by number.
const (
	founderAccount = iota
	custodianAccount
	brokerAccount
	operatorAccount
	researcherAccount
	payerAccount
	ledgerAccount
	firstClient

	maxClients = 500
)

// chain is a chain that is measured, over Ethereum's JSON-RPC: the same calls whichever it is.
type chain struct {
	name     string
	id       uint64
	eth      *ethclient.Client
	sdk      *client.Client
	accounts []accounts.Account
	price    *big.Int // of gas: more than enough
	sampler  *sampler
}

// dial connects to a chain with as many connections as clients.
func dial(ctx context.Context, url string, clients int) (*ethclient.Client, error) {
	transport := &http.Transport{MaxIdleConns: 2 * clients, MaxIdleConnsPerHost: 2 * clients}
	c, err := rpc.DialOptions(ctx, url, rpc.WithHTTPClient(&http.Client{Transport: transport}))
	if err != nil {
		return nil, fmt.Errorf("connecting to %s: %w", url, err)
	}
	return ethclient.NewClient(c), nil
}

// open makes ready what a chain is measured with.
func (c *chain) open(ctx context.Context, contracts solidity.Addresses) (err error) {
	if c.sdk, err = client.New(ctx, c.eth, c.id, contracts); err != nil {
		return err
	}
	price, err := c.eth.SuggestGasPrice(ctx)
	if err != nil {
		return fmt.Errorf("asking for the gas price: %w", err)
	}
	c.price = price.Mul(price, big.NewInt(4)) // a plain chain's rises under load
	return nil
}

// sign signs a transaction of an account.
func (c *chain) sign(a accounts.Account, nonce, gas uint64, to common.Address, value *big.Int,
	data []byte) (*types.Transaction, error) {
	tx, err := types.SignNewTx(a.Key, types.LatestSignerForChainID(new(big.Int).SetUint64(c.id)), &types.LegacyTx{
		Nonce: nonce, GasPrice: c.price, Gas: gas, To: &to, Value: value, Data: data,
	})
	if err != nil {
		return nil, fmt.Errorf("signing a transaction of %s: %w", a.Address, err)
	}
	return tx, nil
}

// receipt polls for a receipt until it is there.
func (c *chain) receipt(ctx context.Context, hash common.Hash, every time.Duration) (*types.Receipt, error) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		r, err := c.eth.TransactionReceipt(ctx, hash)
		if err == nil {
			if r.Status != types.ReceiptStatusSuccessful {
				return nil, fmt.Errorf("transaction %s failed in block %s", hash, r.BlockNumber)
			}
			return r, nil
		}
		if !errors.Is(err, ethereum.NotFound) && !strings.Contains(err.Error(), "indexing") {
			return nil, fmt.Errorf("asking for the receipt of %s: %w", hash, err)
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return nil, fmt.Errorf("waiting for transaction %s: %w", hash, ctx.Err())
		}
	}
}

const (
	// spread is how far apart transfers are at most: transfers that follow one another at once fall in step with the
	// blocks, and people's do not.
	spread = 700 * time.Millisecond
	// closePoll is how closely a single transaction is watched, and farPoll how closely many are.
	closePoll = 4 * time.Millisecond
	farPoll   = 50 * time.Millisecond
	// transferGas is what a transfer costs on any EVM.
	transferGas = 21_000
)

// transfers sends transfers one after the other, at irregular moments, and returns how long each took to be final.
func (c *chain) transfers(ctx context.Context, n int) (measure.Durations, error) {
	payer := c.accounts[payerAccount]
	to := c.accounts[founderAccount].Address
	nonce, err := c.eth.PendingNonceAt(ctx, payer.Address)
	if err != nil {
		return nil, fmt.Errorf("asking for the nonce of %s: %w", payer.Address, err)
	}
	pauses := rand.New(rand.NewPCG(1, 2)) // the same for every chain
	durations := make(measure.Durations, 0, n)
	for i := range uint64(n) {
		tx, err := c.sign(payer, nonce+i, transferGas, to, big.NewInt(1), nil)
		if err != nil {
			return nil, err
		}
		select {
		case <-time.After(time.Duration(pauses.Int64N(int64(spread)))):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		begin := time.Now()
		if err := c.eth.SendTransaction(ctx, tx); err != nil {
			return nil, fmt.Errorf("sending transfer %d of %d: %w", i+1, n, err)
		}
		if _, err := c.receipt(ctx, tx.Hash(), closePoll); err != nil {
			return nil, err
		}
		durations = append(durations, time.Since(begin))
	}
	slices.Sort(durations)
	return durations, nil
}
