package modules

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/holiman/uint256"
	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature/secp256k1"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/btcsuite/btcd/btcec/v2/ecdsa"
)

// maxAmountBits is the size of amounts on the wire.
const maxAmountBits = 128

// verifiedTx is a transaction whose proofs were found good.
type verifiedTx struct {
	*types.Transaction
	// scheme is set when a module decoded it, funds when it said what the first signer must have.
	scheme string
	funds  *uint256.Int
}

// decodedTx is a raw transaction with what it decodes to: tx, or err.
type decodedTx struct {
	raw  []byte
	hash hash.Hash
	tx   *verifiedTx
	err  error
}

// decoder decodes and verifies raw transactions. It is safe for concurrent use.
type decoder struct {
	set     *Set
	limits  decodeLimits
	context signature.Context
	cache   txCache
}

type decodeLimits struct {
	size, signers, multisigSigners int
}

// SignatureContext returns the domain separation of transaction signatures on the runtime of a network.
func SignatureContext(runtimeID common.Namespace, chainContext string) signature.Context {
	return &signature.RichContext{RuntimeID: runtimeID, ChainContext: chainContext, Base: types.SignatureContextBase}
}

// decodeAll decodes a batch on all processors.
func (d *decoder) decodeAll(batch [][]byte) []decodedTx {
	decoded := make([]decodedTx, len(batch))
	workers := min(runtime.GOMAXPROCS(0), len(batch))
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(batch); i += workers {
				decoded[i] = d.decode(batch[i])
			}
		})
	}
	wg.Wait()
	return decoded
}

// decode decodes one raw transaction. A panic, which a library may be brought to by hostile bytes, is an error of that
// transaction.
func (d *decoder) decode(raw []byte) (out decodedTx) {
	out = decodedTx{raw: raw, hash: hash.NewFromBytes(raw)}
	defer func() {
		if r := recover(); r != nil {
			out.tx, out.err = nil, ErrMalformedTransaction.With("decoding panicked")
		}
	}()
	if len(raw) > d.limits.size {
		out.err = ErrOversizedTransaction
		return out
	}
	if tx := d.cache.get(out.hash); tx != nil {
		out.tx = tx
		return out
	}
	out.tx, out.err = d.verify(raw)
	var known *Error
	switch {
	case out.err == nil:
		d.cache.put(out.hash, out.tx, len(raw))
	case !errors.As(out.err, &known):
		out.err = ErrMalformedTransaction.With(out.err)
	}
	return out
}

// verify decodes an envelope, checks its proofs and returns its transaction.
func (d *decoder) verify(raw []byte) (*verifiedTx, error) {
	if err := checkCanonical(raw); err != nil {
		return nil, err
	}
	var envelope types.UnverifiedTransaction
	if err := cbor.Unmarshal(raw, &envelope); err != nil {
		return nil, err
	}
	if len(envelope.AuthProofs) > d.limits.signers {
		return nil, ErrTooManyAuth
	}
	for i := range envelope.AuthProofs {
		proof := &envelope.AuthProofs[i]
		if len(proof.Multisig) > d.limits.multisigSigners {
			return nil, ErrMultisigTooManySigners
		}
		if err := checkProof(proof); err != nil {
			return nil, fmt.Errorf("auth proof %d: %w", i, err)
		}
	}
	if len(envelope.AuthProofs) == 1 && envelope.AuthProofs[0].Module != "" {
		return d.decodeByModule(envelope.AuthProofs[0].Module, envelope.Body)
	}
	if err := checkBody(envelope.Body); err != nil {
		return nil, err
	}
	tx, err := envelope.Verify(d.context)
	if err != nil {
		return nil, err
	}
	if err := checkTx(tx); err != nil {
		return nil, err
	}
	for i := range envelope.AuthProofs {
		if err := checkSignatures(&tx.AuthInfo.SignerInfo[i].AddressSpec, &envelope.AuthProofs[i]); err != nil {
			return nil, fmt.Errorf("auth proof %d: %w", i, err)
		}
	}
	return &verifiedTx{Transaction: tx}, nil
}

func (d *decoder) decodeByModule(scheme string, body []byte) (*verifiedTx, error) {
	var (
		tx    *types.Transaction
		funds *uint256.Int
	)
	err := hooks(d.set, func(m TxDecoder) (err error) {
		if tx == nil {
			tx, funds, err = m.DecodeTx(scheme, body)
		}
		return err
	})
	switch {
	case err != nil:
		return nil, err
	case tx == nil:
		return nil, fmt.Errorf("module-controlled transaction decoding scheme %q not supported", scheme)
	case tx.ValidateBasic() != nil:
		return nil, tx.ValidateBasic()
	}
	return &verifiedTx{Transaction: tx, scheme: scheme, funds: funds}, checkTx(tx)
}

// checkProof accepts proofs of exactly one kind.
func checkProof(proof *types.AuthProof) error {
	if kinds := count(proof.Signature != nil, proof.Multisig != nil, proof.Module != ""); kinds != 1 {
		return fmt.Errorf("has %d kinds of proof, not one", kinds)
	}
	return nil
}

func count(present ...bool) (n int) {
	for _, p := range present {
		if p {
			n++
		}
	}
	return n
}

// txParts are the parts of a transaction that are looked at as they came.
type txParts struct {
	Call struct {
		Body cbor.RawMessage `json:"body"`
	} `json:"call"`
	AuthInfo struct {
		SignerInfo cbor.RawMessage `json:"si"`
		Fee        struct {
			Amount cbor.RawMessage `json:"amount"`
		} `json:"fee"`
	} `json:"ai"`
}

// checkBody checks what decoding into Go types alone lets pass: an encoding that is not canonical, fields that are
// missing, keys that are not in their one form.
func checkBody(body []byte) error {
	if len(body) == 0 {
		return errors.New("transaction body is empty")
	}
	if err := checkCanonical(body); err != nil {
		return fmt.Errorf("transaction body: %w", err)
	}
	var parts txParts
	// The lenient decoder ignores the fields that are not looked at here.
	if err := cbor.UnmarshalRPC(body, &parts); err != nil {
		return fmt.Errorf("transaction body: %w", err)
	}
	switch {
	case len(parts.Call.Body) == 0:
		return errors.New("transaction body: no call body")
	case len(parts.AuthInfo.Fee.Amount) == 0:
		return errors.New("transaction body: no fee amount")
	}
	var signers []types.SignerInfo
	if err := cbor.Unmarshal(parts.AuthInfo.SignerInfo, &signers); err != nil {
		return fmt.Errorf("transaction signers: %w", err)
	}
	for i := range signers {
		spec := &signers[i].AddressSpec
		if count(spec.Signature != nil, spec.Multisig != nil) != 1 {
			return fmt.Errorf("transaction signer %d: malformed address spec", i)
		}
		if sig := spec.Signature; sig != nil &&
			count(sig.Ed25519 != nil, sig.Secp256k1Eth != nil, sig.Sr25519 != nil) != 1 {
			return fmt.Errorf("transaction signer %d: not one public key", i)
		}
		if spec.Multisig != nil {
			for j := range spec.Multisig.Signers {
				if spec.Multisig.Signers[j].PublicKey.PublicKey == nil {
					return fmt.Errorf("transaction signer %d: no public key %d", i, j)
				}
			}
		}
	}
	if signers != nil && !bytes.Equal(cbor.Marshal(signers), parts.AuthInfo.SignerInfo) {
		return errors.New("transaction signers: not in canonical form")
	}
	return nil
}

// checkTx checks what every transaction must satisfy, in every encoding.
func checkTx(tx *types.Transaction) error {
	if tx.Call.Format != types.CallFormatPlain && tx.Call.Format != types.CallFormatEncryptedX25519DeoxysII {
		return fmt.Errorf("call format %d is unknown", tx.Call.Format)
	}
	if bits := tx.AuthInfo.Fee.Amount.Amount.ToBigInt().BitLen(); bits > maxAmountBits {
		return fmt.Errorf("fee amount has %d bits, more than %d", bits, maxAmountBits)
	}
	return nil
}

// checkSignatures refuses second forms of the same secp256k1 signature: encodings other than strict DER, and high S
// values.
func checkSignatures(spec *types.AddressSpec, proof *types.AuthProof) error {
	check := func(key signature.PublicKey, sig []byte) error {
		switch key.(type) {
		case secp256k1.PublicKey, *secp256k1.PublicKey:
		default:
			return nil
		}
		parsed, err := ecdsa.ParseDERSignature(sig)
		if err != nil || !bytes.Equal(parsed.Serialize(), sig) {
			return errors.New("signature is not in its canonical form")
		}
		return nil
	}
	if spec.Signature != nil {
		return check(spec.Signature.PublicKey(), proof.Signature)
	}
	for i := range spec.Multisig.Signers {
		if sig := proof.Multisig[i]; sig != nil {
			if err := check(spec.Multisig.Signers[i].PublicKey.PublicKey, sig); err != nil {
				return err
			}
		}
	}
	return nil
}

// txCacheBytes is how many bytes of raw transactions one generation of the cache stands for.
const txCacheBytes = 8 << 20

// txCache remembers verified transactions, so that a signature is checked once and not at every stage from the pool to
// the block. The zero value is ready.
type txCache struct {
	mu          sync.Mutex
	young, old  map[hash.Hash]*verifiedTx
	youngLength int
}

func (c *txCache) get(h hash.Hash) *verifiedTx {
	c.mu.Lock()
	defer c.mu.Unlock()
	if tx, ok := c.young[h]; ok {
		return tx
	}
	return c.old[h]
}

func (c *txCache) put(h hash.Hash, tx *verifiedTx, size int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.young == nil || c.youngLength+size > txCacheBytes {
		c.old, c.young, c.youngLength = c.young, make(map[hash.Hash]*verifiedTx), 0
	}
	c.young[h] = tx
	c.youngLength += size
}
