package chain

import (
	"bytes"
	"crypto/ed25519"
	"math/big"
	"strings"
	"testing"

	ethcommon "github.com/ethereum/go-ethereum/common"
	ethtypes "github.com/ethereum/go-ethereum/core/types"
	ethcrypto "github.com/ethereum/go-ethereum/crypto"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/accounts"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"
)

// offline is a client that only signs.
func offline() *Client {
	c := new(Client)
	c.runtimeID[0] = 0x80
	c.context = signature.RichContext{RuntimeID: c.runtimeID, ChainContext: strings.Repeat("a5", 32),
		Base: types.SignatureContextBase}
	return c
}

func ethereumTx(t testing.TB) *ethtypes.Transaction {
	t.Helper()
	key, err := ethcrypto.ToECDSA(bytes.Repeat([]byte{7}, 32))
	if err != nil {
		t.Fatal(err)
	}
	tx, err := ethtypes.SignNewTx(key, ethtypes.NewLondonSigner(big.NewInt(42334)), &ethtypes.DynamicFeeTx{
		ChainID: big.NewInt(42334), Nonce: 3, GasFeeCap: big.NewInt(9), GasTipCap: new(big.Int), Gas: 21000,
		To: &ethcommon.Address{1}, Value: big.NewInt(5), Data: []byte{1, 2, 3},
	})
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

func TestWrapEthereum(t *testing.T) {
	tx := ethereumTx(t)
	raw, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	sdk, got := decodeEnvelope(WrapEthereum(raw))
	if sdk == nil || got == nil || got.Hash() != tx.Hash() {
		t.Errorf("got %v in %+v, want %s", got, sdk, tx.Hash())
	}
	if got, ok := UnwrapEthereum(WrapEthereum(raw)); !ok || !bytes.Equal(got, raw) {
		t.Errorf("unwrapped %x, %t", got, ok)
	}
	// With another scheme it is no Ethereum transaction, whatever the body.
	other := cbor.Marshal(&types.UnverifiedTransaction{Body: raw,
		AuthProofs: []types.AuthProof{{Module: "evm.ethereum.v1"}}})
	if sdk, got := decodeEnvelope(other); sdk == nil || got != nil {
		t.Errorf("got %v in %+v", got, sdk)
	}
	for _, envelope := range [][]byte{nil, []byte("nonsense"), other} {
		if got, ok := UnwrapEthereum(envelope); ok {
			t.Errorf("unwrapped %x of %x", got, envelope)
		}
	}
}

// TestSign_verifies checks signatures with the stock client, and that they count for one chain and one signer only.
func TestSign_verifies(t *testing.T) {
	c := offline()
	ethKey, err := ethcrypto.ToECDSA(bytes.Repeat([]byte{7}, 32))
	if err != nil {
		t.Fatal(err)
	}
	secp, err := Secp256k1(ethKey)
	if err != nil {
		t.Fatal(err)
	}
	if want := AddressOf(ethcrypto.PubkeyToAddress(ethKey.PublicKey)); secp.Address() != want {
		t.Errorf("the account of an Ethereum key is %s, want %s", secp.Address(), want)
	}
	ed, err := Ed25519(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, 32)))
	if err != nil {
		t.Fatal(err)
	}
	for name, signer := range map[string]*Signer{"secp256k1": secp, "ed25519": ed} {
		tx := accounts.NewTransferTx(&types.Fee{Gas: 1}, &accounts.Transfer{To: secp.Address()})
		raw, err := c.SignWithNonce(tx, signer, 9)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(tx.AuthInfo.SignerInfo) != 0 {
			t.Errorf("%s: signing has changed the transaction", name)
		}
		signed, _ := decodeEnvelope(raw)
		verified, err := signed.Verify(c.SignatureContext())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if nonce := verified.AuthInfo.SignerInfo[0].Nonce; nonce != 9 {
			t.Errorf("%s: nonce %d", name, nonce)
		}
		elsewhere := offline()
		elsewhere.context.ChainContext = strings.Repeat("5a", 32)
		if _, err := signed.Verify(elsewhere.SignatureContext()); err == nil {
			t.Errorf("%s: the signature counts on another chain", name)
		}
	}
}

func TestEd25519_refusesOtherSizes(t *testing.T) {
	if _, err := Ed25519(make(ed25519.PrivateKey, 32)); err == nil {
		t.Error("a seed is taken for a key")
	}
}

// FuzzDecodeTransaction sees that whatever users put into blocks can be read, and that what decodes encodes alike.
func FuzzDecodeTransaction(f *testing.F) {
	raw, err := ethereumTx(f).MarshalBinary()
	if err != nil {
		f.Fatal(err)
	}
	result := cbor.Marshal(types.CallResult{Ok: cbor.Marshal("ok")})
	f.Add(WrapEthereum(raw), result, []byte("core\x00\x00\x00\x01"), []byte{0x80})
	key, err := ethcrypto.GenerateKey()
	if err != nil {
		f.Fatal(err)
	}
	signer, err := Secp256k1(key)
	if err != nil {
		f.Fatal(err)
	}
	sdk, err := offline().SignWithNonce(accounts.NewTransferTx(nil, &accounts.Transfer{}), signer, 0)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sdk, cbor.Marshal(types.CallResult{Failed: &types.FailedCallResult{Module: "core", Code: 1}}), []byte{},
		[]byte{})
	f.Fuzz(func(t *testing.T, raw, result, key, value []byte) {
		tx, err := decodeTransaction(0, &runtime.TransactionWithResults{
			Tx: raw, Result: result, Events: []*runtime.PlainEvent{{Key: key, Value: value}},
		})
		if err != nil {
			return
		}
		if tx.Ethereum != nil {
			again, err := tx.Ethereum.MarshalBinary()
			if err != nil || !bytes.Equal(again, tx.SDK.Body) {
				t.Errorf("an Ethereum transaction %x encodes to %x (%v)", tx.SDK.Body, again, err)
			}
		}
		_ = (&Receipt{Result: tx.Result}).Err()
	})
}
