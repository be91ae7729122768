package account_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/account"
)

// moody is a chain that is as a test wants it at each moment.
type moody struct {
	nonce uint64
	final map[common.Hash]*types.Receipt
	sent  []common.Hash
	// away is what every call fails with.
	away error
	// take says what becomes of a transaction that is sent.
	take func(tx *types.Transaction) error
}

func (m *moody) PendingNonceAt(context.Context, common.Address) (uint64, error) {
	return m.nonce, m.away
}
func (m *moody) NonceAt(context.Context, common.Address, *big.Int) (uint64, error) {
	return m.nonce, m.away
}
func (m *moody) SuggestGasPrice(context.Context) (*big.Int, error) { return big.NewInt(1), m.away }
func (m *moody) EstimateGas(context.Context, ethereum.CallMsg) (uint64, error) {
	return 21_000, m.away
}
func (m *moody) CallContract(context.Context, ethereum.CallMsg, *big.Int) ([]byte, error) {
	return nil, m.away
}

func (m *moody) SendTransaction(_ context.Context, tx *types.Transaction) error {
	m.sent = append(m.sent, tx.Hash())
	if m.away != nil {
		return m.away
	}
	return m.take(tx)
}

func (m *moody) TransactionReceipt(_ context.Context, hash common.Hash) (*types.Receipt, error) {
	if m.away != nil {
		return nil, m.away
	}
	if r := m.final[hash]; r != nil {
		return r, nil
	}
	return nil, ethereum.NotFound
}

// include makes a transaction final.
func (m *moody) include(tx *types.Transaction) error {
	m.final[tx.Hash()] = &types.Receipt{TxHash: tx.Hash(), Status: types.ReceiptStatusSuccessful,
		BlockNumber: big.NewInt(1)}
	m.nonce = tx.Nonce() + 1
	return nil
}

// forget takes a transaction and loses it.
func forget(*types.Transaction) error { return nil }

func moodyAccount(t *testing.T) (*moody, *account.Account) {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	m := &moody{final: make(map[common.Hash]*types.Receipt), take: forget}
	a := account.New(m, 1, key)
	return m, a
}

var to = common.HexToAddress("0x1111111111111111111111111111111111111111")

func TestWait_sendsAgainWhatTheChainForgot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m, a := moodyAccount(t)
		tx, err := a.Submit(t.Context(), &to, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		m.take = m.include // the second time
		r, err := a.Wait(t.Context(), tx)
		if err != nil || r.TxHash != tx.Hash() {
			t.Fatalf("%v, %v", r, err)
		}
		if len(m.sent) != 2 || m.sent[0] != m.sent[1] {
			t.Errorf("sent %v, want the same twice", m.sent)
		}
	})
}

func TestWait_bearsWithAChainThatIsAway(t *testing.T) {
	for name, away := range map[string]error{
		"node":    fmt.Errorf("asking: %w", &chain.UnreachableError{Socket: "/x", Reason: "no such file"}),
		"gateway": &net.OpError{Op: "dial", Err: syscall.ECONNREFUSED},
		"both":    codedError(-32002),
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				m, a := moodyAccount(t)
				a.Patience = time.Minute
				// it goes away while it takes this
				m.take = func(*types.Transaction) error { m.away = away; return away }
				tx, err := a.Submit(t.Context(), &to, nil, nil)
				if err != nil {
					t.Fatalf("a transaction that may have been taken: %v", err)
				}
				m.take = m.include
				time.AfterFunc(50*time.Second, func() { m.away = nil })
				if _, err := a.Wait(t.Context(), tx); err != nil {
					t.Fatal(err)
				}
			})
		})
	}
}

func TestWait_losesPatience(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m, a := moodyAccount(t)
		tx, err := a.Submit(t.Context(), &to, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		m.away = &chain.UnreachableError{Socket: "/x", Reason: "no such file"}
		began := time.Now()
		if _, err = a.Wait(t.Context(), tx); !errors.Is(err, m.away) {
			t.Errorf("%v, want %v", err, m.away)
		}
		if took := time.Since(began); took < 30*time.Second || took > 31*time.Second {
			t.Errorf("gave up after %s", took)
		}
	})
}

// TestWait_stalls: an earlier nonce is missing. The account then asks for its nonce again, and fills the gap.
func TestWait_stalls(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, a := moodyAccount(t)
		if _, err := a.Submit(t.Context(), &to, nil, nil); err != nil { // it is not waited for
			t.Fatal(err)
		}
		tx, err := a.Submit(t.Context(), &to, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := a.Wait(t.Context(), tx); !errors.Is(err, account.ErrStalled) {
			t.Fatalf("%v, want ErrStalled", err)
		}
		next, err := a.Submit(t.Context(), &to, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if next.Nonce() != 0 {
			t.Errorf("nonce %d, want 0", next.Nonce())
		}
	})
}

func TestWait_tellsOtherErrors(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m, a := moodyAccount(t)
		tx, err := a.Submit(t.Context(), &to, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		m.away = codedError(-32603)
		began := time.Now()
		if _, err := a.Wait(t.Context(), tx); !errors.Is(err, m.away) || time.Since(began) > 0 {
			t.Errorf("%v after %s", err, time.Since(began))
		}
	})
}

// codedError is an error of a JSON-RPC server.
type codedError int

func (e codedError) Error() string  { return fmt.Sprintf("error %d", int(e)) }
func (e codedError) ErrorCode() int { return int(e) }

func TestSend_makesATransactionAnewThatLostItsNonce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m, a := moodyAccount(t)
		m.take = func(*types.Transaction) error { // another one of the key is faster
			m.nonce, m.take = 1, m.include
			return nil
		}
		r, err := a.Send(t.Context(), &to, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if m.nonce != 2 || len(m.sent) != 2 || r.TxHash != m.sent[1] {
			t.Errorf("sent %v, the nonce is %d, the receipt of %s", m.sent, m.nonce, r.TxHash)
		}
	})
}

func TestSend_doesNotLoseTheNonceForEver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m, a := moodyAccount(t)
		m.take = func(*types.Transaction) error {
			m.nonce++
			return nil
		}
		if _, err := a.Send(t.Context(), &to, nil, nil); !errors.Is(err, account.ErrLost) {
			t.Errorf("%v, want ErrLost", err)
		}
	})
}
