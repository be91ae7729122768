package view

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// A sender that is remembered is the one that signed: another signature under the same content is another transaction.
func TestSender(t *testing.T) {
	remembering := rules
	remembering.Senders = NewSenders()
	_, from := newKey(t)
	tx := sign(t, &types.DynamicFeeTx{
		ChainID: big.NewInt(42334), Nonce: 3, GasFeeCap: big.NewInt(9), Gas: 21_000, To: &common.Address{1},
	})
	v, r, s := tx.RawSignatureValues()
	other := types.NewTx(&types.DynamicFeeTx{
		ChainID: tx.ChainId(), Nonce: tx.Nonce(), GasFeeCap: tx.GasFeeCap(), GasTipCap: tx.GasTipCap(),
		Gas: tx.Gas(), To: tx.To(),
		V: new(big.Int).Sub(big.NewInt(1), v), R: r, S: s,
	})
	for range 2 {
		if got, err := remembering.Sender(tx); err != nil || got != from {
			t.Errorf("sent by %s (%v), want %s", got, err, from)
		}
		plain, plainErr := rules.Sender(other)
		got, err := remembering.Sender(other)
		if got != plain || (err == nil) != (plainErr == nil) {
			t.Errorf("sent by %s (%v), want %s (%v)", got, err, plain, plainErr)
		}
		if got == from {
			t.Error("another signature has the same sender")
		}
	}
}
