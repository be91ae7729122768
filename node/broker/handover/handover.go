// Package handover is what two instances of one custodian's broker say to each other: a successor that runs in a TEE,
// with no passphrase and no secret on its disk, asks its predecessor for a challenge, attests, and receives the keys of
// the datasets, the broker account's key where it asked for it, and the terms on which the custodian gives keys.
//
// The channel between them is not trusted, and neither is the successor's host. What the successor sends is public or
// bound by its quote; what it receives only the quoted enclave can open, only for this hand-over, and only if it
// verifies the chain from the very trust root that the predecessor has: the envelope's context names it. The
// predecessor signs what it sends with the broker's account, so that no other keys pass for the custodian's. See
// docs/protocol/hand-over.md.
package handover

import (
	"crypto/ecdsa"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/signature"
	"github.com/assent-network/assent/tee"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// Paths of the broker's HTTP interface. Both take POST with a JSON body.
const (
	ChallengePath = "/v1/handover/challenge"
	Path          = "/v1/handover"
)

const (
	// MaxDatasets is how many datasets' keys go in one hand-over.
	MaxDatasets = 512
	// maxAnswer is the largest answer in bytes that a successor reads.
	maxAnswer = 1 << 22
)

// Challenge is a nonce that one hand-over may answer, once and soon.
type Challenge struct {
	Nonce common.Hash `json:"nonce"`
	// Account is the broker account, which the successor's quote has to bind as operator.
	Account common.Address `json:"account"`
}

// Request asks for a hand-over.
type Request struct {
	Enclave common.Address `json:"enclave"`
	REK     common.Hash    `json:"rek"`
	// TrustRoot is HashOf the trust root file that the successor verifies the chain from.
	TrustRoot common.Hash `json:"trustRoot"`
	// Datasets are those whose keys are asked for; all when empty.
	Datasets []common.Hash `json:"datasets,omitempty"`
	// WantsAccount asks for the broker account's key as well.
	WantsAccount bool `json:"wantsAccount"`
	// Evidence is a tee.Evidence whose nonce is the challenge's.
	Evidence hexutil.Bytes `json:"evidence"`
	// Collateral has the levels that the quote is judged by when the chain has none for its platform, or older ones;
	// they are signed by the attestation root. Lists of revocations are always the chain's.
	Collateral hexutil.Bytes `json:"collateral"`
}

// Response carries what is handed over.
type Response struct {
	Wrapped   hexutil.Bytes       `json:"wrapped"`   // envelope of package sealed around an Estate
	Signature signature.Signature `json:"signature"` // of the broker's account
}

// Estate is what a successor receives.
type Estate struct {
	Keys []Key `json:"keys"` // in order of their datasets
	// Account is the secp256k1 key of the broker's account, when it was asked for.
	Account hexutil.Bytes `json:"account,omitempty"`
	Terms   Terms         `json:"terms"`
	// Round and Height are the newest round and consensus height that the predecessor verified. The successor accepts
	// no older view of the chain.
	Round  uint64 `json:"round,string"`
	Height uint64 `json:"height,string"`
}

// Key is what the keyring holds for a dataset.
type Key struct {
	Dataset common.Hash   `json:"dataset"`
	Entry   keyring.Entry `json:"entry"`
}

// Terms are what a custodian said of who may have keys. They go with the keys: were they read where the successor runs,
// its host could give the keys to anyone.
type Terms struct {
	// Listed are the operators whose simulated workers may have keys.
	Listed []common.Address `json:"listed,omitempty"`
	// Accept says what is wanted of quotes beyond the datasets' policies; a quote has to satisfy all.
	Accept []Accept `json:"accept,omitempty"`
	// Successors are the measurements to which keys may be handed over; SimulatedSuccessors lets those have them too
	// that run without a TEE.
	Successors          []common.Hash `json:"successors,omitempty"`
	SimulatedSuccessors bool          `json:"simulatedSuccessors"`
	// MaxGasPrice is the most that the broker's account pays for a unit of gas, in base units.
	MaxGasPrice uint64 `json:"maxGasPrice,string"`
}

// Accept is the part of a tee/policy that a custodian sets.
type Accept struct {
	TCB           []tee.TCBStatus   `json:"tcb,omitempty"`
	Floor         []teepolicy.Floor `json:"floor,omitempty"`
	MinTCBDate    time.Time         `json:"minTcbDate,omitzero"`
	MinEvaluation uint32            `json:"minEvaluation,omitempty"`
	Devices       []string          `json:"devices,omitempty"`
	// MaxCollateralAge is in seconds; zero is no limit.
	MaxCollateralAge uint64 `json:"maxCollateralAge,omitempty"`
}

// AcceptOf is that part of a policy.
func AcceptOf(p teepolicy.Policy) Accept {
	return Accept{
		TCB: p.TCB, Floor: p.Floor, MinTCBDate: p.MinTCBDate.UTC(), MinEvaluation: p.MinEvaluation, Devices: p.Devices,
		MaxCollateralAge: uint64((max(p.MaxCollateralAge, 0) + time.Second - 1) / time.Second),
	}
}

// maxAge keeps an age in seconds within what a time.Duration holds.
const maxAge = uint64(1<<63-1) / uint64(time.Second)

// Policy returns the policy, without what one quote is held against.
func (a Accept) Policy() teepolicy.Policy {
	return teepolicy.Policy{
		TCB: a.TCB, Floor: a.Floor, MinTCBDate: a.MinTCBDate, MinEvaluation: a.MinEvaluation, Devices: a.Devices,
		MaxCollateralAge: time.Duration(min(a.MaxCollateralAge, maxAge)) * time.Second,
	}
}

// Policies returns all policies of the terms.
func (t Terms) Policies() []teepolicy.Policy {
	policies := make([]teepolicy.Policy, 0, len(t.Accept))
	for _, a := range t.Accept {
		policies = append(policies, a.Policy())
	}
	return policies
}

// Validate reports whether an estate can be used.
func (e *Estate) Validate() error {
	seen := make(map[common.Hash]bool, len(e.Keys))
	for _, k := range e.Keys {
		if seen[k.Dataset] {
			return fmt.Errorf("dataset %s has two keys", k.Dataset)
		}
		seen[k.Dataset] = true
		if err := k.Entry.Validate(); err != nil {
			return fmt.Errorf("the key of dataset %s: %w", k.Dataset, err)
		}
	}
	if len(e.Account) != 0 {
		if _, err := crypto.ToECDSA(e.Account); err != nil {
			return errors.New("the broker account's key is none")
		}
	}
	return nil
}

// AccountKey returns the broker account's key, or nil when it was not handed over.
func (e *Estate) AccountKey() (*ecdsa.PrivateKey, error) {
	if len(e.Account) == 0 {
		return nil, nil
	}
	return crypto.ToECDSA(e.Account)
}

// Keyring returns the keys as a keyring in memory.
func (e *Estate) Keyring() (*keyring.Memory, error) {
	m := new(keyring.Memory)
	for i := range e.Keys {
		if err := m.Put(e.Keys[i].Dataset, &e.Keys[i].Entry); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// ParseChallenge, ParseRequest, ParseResponse and ParseEstate read messages: no member is unknown, missing, repeated or
// written in another way than ours.

// ParseChallenge reads a challenge.
func ParseChallenge(b []byte) (Challenge, error) { return parse[Challenge]("a challenge", b) }

// ParseRequest reads a request.
func ParseRequest(b []byte) (Request, error) {
	rq, err := parse[Request]("a request for a hand-over", b)
	if err == nil && len(rq.Datasets) > MaxDatasets {
		err = fmt.Errorf("a request for a hand-over names %d datasets, at most %d go at once", len(rq.Datasets),
			MaxDatasets)
	}
	return rq, err
}

// ParseResponse reads a response.
func ParseResponse(b []byte) (Response, error) { return parse[Response]("a hand-over", b) }

// ParseEstate reads an estate.
func ParseEstate(b []byte) (*Estate, error) {
	e, err := parse[Estate]("what was handed over", b)
	if err == nil {
		err = e.Validate()
	}
	if err != nil {
		return nil, err
	}
	return &e, nil
}

func parse[T any](what string, b []byte) (v T, err error) {
	if err = canonical.Unmarshal(b, &v); err != nil {
		return v, fmt.Errorf("reading %s: %w", what, err)
	}
	return v, nil
}
