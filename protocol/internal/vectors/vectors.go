// Package vectors makes the test vectors in protocol/testdata. They are what Go, Solidity and TypeScript agree by: good
// ones with every intermediate value, and bad ones with one thing wrong each. The package's test makes them anew and
// compares; "go test ./protocol/internal/vectors -update" writes them.
package vectors

import (
	"bytes"
	"crypto/ecdsa"
	"encoding/json"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
)

// Files returns all vector files by name.
func Files() (map[string][]byte, error) {
	files := map[string][]byte{}
	for name, make := range map[string]func() (any, error){
		"canonical.json": canonicalVectors,
		"eip712.json":    eip712Vectors,
		"purpose.json":   purposeVectors,
		"kind.json":      kindVectors,
		"condition.json": conditionVectors,
		"budget.json":    budgetVectors,
		"grant.json":     grantVectors,
		"entry.json":     entryVectors,
		"consent.json":   consentVectors,
		"merkle.json":    merkleVectors,
		"policy.json":    policyVectors,
		"job.json":       jobVectors,
		"receipt.json":   receiptVectors,
		"worker.json":    workerVectors,
		"dataset.json":   datasetVectors,
		"pseudonym.json": pseudonymVectors,
		"result.json":    resultVectors,
		"noise.json":     noiseVectors,
		"opening.json":   openingVectors,
		"trustroot.json": trustRootVectors,
		"use.json":       useVectors,
		"snapshot.json":  snapshotVectors,
	} {
		v, err := make()
		if err != nil {
			return nil, fmt.Errorf("vectors: %s: %w", name, err)
		}
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(v); err != nil {
			return nil, fmt.Errorf("vectors: %s: %w", name, err)
		}
		files[name] = b.Bytes()
	}
	return files, nil
}

// Bad is an input with one thing wrong. Reason is a word that a good error message has: the field's name, or what is
// wrong.
type Bad struct {
	Name   string `json:"name"`
	Input  any    `json:"input"`
	Reason string `json:"reason"`
}

// key returns a private key that everyone knows. It is worth nothing anywhere.
func key(name string) *ecdsa.PrivateKey {
	d := crypto.Keccak256([]byte("assent test key " + name))
	k, err := crypto.ToECDSA(d)
	if err != nil {
		panic("vectors: internal error: " + err.Error()) // constant input
	}
	return k
}

func address(name string) common.Address { return crypto.PubkeyToAddress(key(name).PublicKey) }

func private(name string) common.Hash { return common.BytesToHash(crypto.FromECDSA(key(name))) }

// hash returns 32 bytes that stand for some hash.
func hash(name string) common.Hash { return crypto.Keccak256Hash([]byte("assent test " + name)) }

// The domains: localnet's chain and a contract each.
func domain(contract string) eip712.Domain {
	return eip712.Domain{ChainID: 42334, Contract: address(contract)}
}

// signers lists the keys that a file's signatures are made with.
func signers(names ...string) map[string]any {
	m := map[string]any{}
	for _, n := range names {
		m[n] = map[string]any{"privateKey": private(n), "address": address(n)}
	}
	return m
}

// edit returns the JSON of v with one member replaced, or removed when value is nil. A path such as "proof.count"
// reaches into objects.
func edit(v any, path string, value any) (any, error) {
	b, err := canonical.Marshal(v)
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	var doc map[string]any
	if err := dec.Decode(&doc); err != nil {
		return nil, err
	}
	at := doc
	for {
		head, rest, more := cut(path)
		if !more {
			if value == nil {
				delete(at, head)
			} else {
				at[head] = value
			}
			return doc, nil
		}
		next, ok := at[head].(map[string]any)
		if !ok {
			return nil, fmt.Errorf("no object %q in %s", head, b)
		}
		at, path = next, rest
	}
}

func cut(path string) (head, rest string, more bool) {
	for i := range path {
		if path[i] == '.' {
			return path[:i], path[i+1:], true
		}
	}
	return path, "", false
}

// change is one edit that makes a good value bad.
type change struct {
	name, path string
	value      any
	reason     string
}

// bads applies changes to a good value, one at a time.
func bads(good any, changes []change) ([]Bad, error) {
	var list []Bad
	for _, c := range changes {
		in, err := edit(good, c.path, c.value)
		if err != nil {
			return nil, err
		}
		list = append(list, Bad{Name: c.name, Input: in, Reason: c.reason})
	}
	return list, nil
}

// highS is the other signature of the same digest by the same key.
func highS(sig [65]byte) []byte {
	s := new(big.Int).SetBytes(sig[32:64])
	s.Sub(crypto.S256().Params().N, s)
	out := bytes.Clone(sig[:])
	s.FillBytes(out[32:64])
	out[64] ^= 27 ^ 28
	return out
}

func bigOf(v uint64) *big.Int { return new(big.Int).SetUint64(v) }
