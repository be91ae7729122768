package core

import (
	"math"

	"github.com/holiman/uint256"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/core"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/modules/accounts"
)

const (
	// signatureSize and derSignatureSize are what estimates assume for the size of a signature; those of secp256k1 are
	// in DER.
	signatureSize    = 64
	derSignatureSize = 72
	// maxEstimateRuns bounds how often an estimate runs its transaction.
	maxEstimateRuns = 40
	// leastGas is where the search for an estimate begins.
	leastGas = 10
	// ethereumScheme marks an estimate for a transaction that has no signer of the SDK's kind: it will come as an
	// Ethereum transaction.
	ethereumScheme = "evm.ethereum.v0"
)

// queryEstimateGas returns the least gas limit with which the transaction does not run out of gas. A transaction that
// fails anyway gets the gas that it uses until then, or its failure when the caller asked for that.
func (m *Module) queryEstimateGas(c *modules.Context, args sdk.EstimateGasQuery) (uint64, error) {
	if args.Tx == nil {
		return 0, modules.ErrInvalidArgument.With("no transaction")
	}
	e, err := m.newEstimate(c, &args)
	if err != nil {
		return 0, err
	}
	limit, err := e.search(args.PropagateFailures)
	if err != nil {
		return 0, err
	}
	if e.extra > math.MaxUint64-limit {
		return e.cap, nil
	}
	return min(limit+e.extra, e.cap), nil
}

// estimate runs one transaction with different gas limits.
type estimate struct {
	m    *Module
	c    *modules.Context
	tx   modules.Tx
	call types.Call
	// cap is the highest limit. extra is added to the result: signatures of signers that the caller stands in for.
	cap, extra uint64
	runs       int
}

func (m *Module) newEstimate(c *modules.Context, args *sdk.EstimateGasQuery) (*estimate, error) {
	e := &estimate{m: m, c: c, call: args.Tx.Call, cap: m.doc.Gas.MaxBatch}
	auth := args.Tx.AuthInfo
	auth.Fee.Gas = e.cap
	auth.Fee.Amount = m.fee(e.cap)
	size, err := signedSize(args.Tx, auth)
	if err != nil {
		return nil, modules.ErrMalformedTransaction.With(err)
	}
	e.tx = modules.Tx{AuthInfo: auth, ReadOnly: args.Tx.Call.ReadOnly, Size: size}
	if args.Caller == nil {
		e.tx.Caller, e.tx.CallerAddress, err = modules.CallerOf(&auth)
		if err != nil {
			return nil, modules.ErrInvalidArgument.With(err)
		}
		return e, nil
	}
	e.tx.Caller = *args.Caller
	if e.tx.CallerAddress, err = modules.AccountOfCaller(args.Caller); err != nil {
		return nil, modules.ErrInvalidArgument.With(err)
	}
	if args.Caller.EthAddress != nil && len(auth.SignerInfo) == 0 {
		e.tx.Scheme = ethereumScheme
	}
	e.extra, _ = m.signatureGas(auth.SignerInfo)
	e.tx.AuthInfo.SignerInfo = nil
	return e, nil
}

// fee is what the least gas price asks for the gas.
func (m *Module) fee(gas uint64) types.BaseUnits {
	var amount uint256.Int
	amount.SetBytes(m.doc.MinGasPrice[:])
	amount.Mul(&amount, uint256.NewInt(gas))
	return types.NewBaseUnits(accounts.Quantity(&amount), types.NativeDenomination)
}

// signedSize is the size of the transaction once it is signed.
func signedSize(tx *types.Transaction, auth types.AuthInfo) (uint32, error) {
	signed := *tx
	signed.AuthInfo = auth
	envelope := types.UnverifiedTransaction{Body: cbor.Marshal(&signed), AuthProofs: []types.AuthProof{}}
	for i := range auth.SignerInfo {
		spec := &auth.SignerInfo[i].AddressSpec
		if _, err := spec.Address(); err != nil {
			return 0, err
		}
		size := signatureSize
		if spec.Signature != nil && spec.Signature.Secp256k1Eth != nil {
			size = derSignatureSize
		}
		proof := types.AuthProof{Signature: make([]byte, size)}
		if spec.Multisig != nil {
			proof = types.AuthProof{Multisig: make([][]byte, len(spec.Multisig.Signers))}
			for j := range proof.Multisig {
				proof.Multisig[j] = make([]byte, derSignatureSize)
			}
		}
		envelope.AuthProofs = append(envelope.AuthProofs, proof)
	}
	return uint32(min(len(cbor.Marshal(envelope)), math.MaxUint32)), nil
}

// run runs the transaction with a gas limit. failed is the transaction's own failure, err a fault of the node's.
func (e *estimate) run(limit uint64) (used uint64, failed *modules.Error, err error) {
	e.runs++
	tx := e.tx
	tx.AuthInfo.Fee.Gas = limit
	tx.AuthInfo.Fee.Amount = e.m.fee(limit)
	result, used, err := e.c.SimulateCall(&tx, &e.call)
	return used, result.Failed, err
}

// search finds the least limit by bisection. Most transactions need exactly what they use, so the gas used with plenty
// is tried first.
func (e *estimate) search(propagate bool) (uint64, error) {
	used, failed, err := e.run(e.cap)
	if err != nil {
		return 0, err
	}
	if failed != nil {
		if propagate {
			return 0, failed
		}
		return used, nil
	}
	low, high := uint64(leastGas), e.cap // low fails, or is below all sense.
	if used > low && used < high {
		if _, failed, err = e.run(used); err != nil {
			return 0, err
		} else if failed == nil {
			high = used
			if _, failed, err = e.run(used - 1); err != nil {
				return 0, err
			} else if failed != nil {
				return used, nil
			}
			high = used - 1
		} else {
			low = used
			// Calls pass on 63/64 of their gas, and refunds come at the end: what is missing is seldom much.
			if guess := used + used/2; guess < high {
				if _, failed, err = e.run(guess); err != nil {
					return 0, err
				} else if failed == nil {
					high = guess
				} else {
					low = guess
				}
			}
		}
	}
	for low+1 < high && e.runs < maxEstimateRuns {
		middle := low + (high-low)/2
		if _, failed, err = e.run(middle); err != nil {
			return 0, err
		} else if failed == nil {
			high = middle
		} else {
			low = middle
		}
	}
	return high, nil
}
