// Package release is what a worker and a custodian's key broker say to each other: the worker asks for a challenge,
// sends evidence that answers it, and receives the key of the one file that a job reads, encrypted to the key that the
// evidence binds. The dataset key, which opens the other files too, goes to no worker.
//
// The channel between them is not trusted. What the worker sends is public or bound by its quote; what it receives only
// the quoted enclave can open, and only for the job and challenge it asked for, or is signed by the broker's account.
// See docs/protocol/key-release.md.
package release

import (
	"bytes"
	"crypto/ecdh"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/signature"
)

// Paths of the broker's HTTP interface. All take POST with a JSON body.
const (
	ChallengePath = "/v1/challenge"
	ReleasePath   = "/v1/release"
	ServesPath    = "/v1/serves"
)

// MaxBody is the largest body in bytes that either side reads.
const MaxBody = 1 << 18

// label tells this use of the REK from all others.
const label = "assent/key release v1"

// Challenge is a nonce that one release may answer, once and soon.
type Challenge struct {
	Nonce common.Hash `json:"nonce"`
}

// Serves asks whether the broker has a dataset's key and is the one that the dataset names, and whether it lets an
// enclave have keys, as far as what the chain has of that tells. A worker asks before it claims: the account that may
// record releases of a dataset can make a claim cost its bond, and an enclave whose claim was refused is barred from
// the job for good.
type Serves struct {
	Dataset common.Hash    `json:"dataset"`
	Nonce   common.Hash    `json:"nonce"`   // 32 random bytes of the worker's
	Enclave common.Address `json:"enclave"` // that would claim; zero asks about none
}

// Served says that the broker serves a dataset. What it says of the enclave is not signed: the release decides.
type Served struct {
	Signature signature.Signature `json:"signature"` // of the broker's account over the question
}

// Request asks for the key of the file that a job reads, and for the job's share.
type Request struct {
	Job      common.Hash    `json:"job"`
	Enclave  common.Address `json:"enclave"`
	Operator common.Address `json:"operator"`
	REK      common.Hash    `json:"rek"`
	// Evidence is a tee.Evidence whose nonce is the challenge's.
	Evidence hexutil.Bytes `json:"evidence"`
	// Nonce are 32 random bytes of the worker's. What answers one request answers no other, so that a worker need not
	// remember what it has asked.
	Nonce common.Hash `json:"nonce"`
	// File is the file whose key is wanted; nil asks for the share alone.
	File *File `json:"file,omitempty"`
	// Signature is that of the enclave's key over the rest: what is decided of an enclave's claim was asked by that
	// enclave.
	Signature signature.Signature `json:"signature"`
}

// Response carries a released key.
type Response struct {
	Wrapped hexutil.Bytes `json:"wrapped"` // envelope of package sealed around a Key
}

// Refusal says which check refused a request. It depends on public facts alone.
type Refusal struct {
	Code   Code   `json:"code"`   // of this package, or of the one whose question was refused
	Detail string `json:"detail"` // one line for people
	// Round is the newest round by which a key was refused; zero when no fact of the chain was needed.
	Round uint64 `json:"round,string"`
	// Signature is that of the broker's account where a key was refused; nil elsewhere.
	Signature *signature.Signature `json:"signature,omitempty"`
}

// Error is the refusal in one line.
func (r *Refusal) Error() string { return fmt.Sprintf("the broker refused (%s): %s", r.Code, r.Detail) }

// Is reports whether target is the refusal's code.
func (r *Refusal) Is(target error) bool {
	code, ok := target.(Code)
	return ok && r.Code == code
}

// maxDetail bounds the words of a refusal in bytes. They may hold names out of a quote, which can be of any length.
const maxDetail = 500

// Refuse makes a refusal, as an error.
func Refuse(code Code, format string, args ...any) error {
	detail := fmt.Sprintf(format, args...)
	if len(detail) > maxDetail {
		detail = strings.ToValidUTF8(detail[:maxDetail], "") + "…"
	}
	return &Refusal{Code: code, Detail: detail}
}

// Key is what a release gives to the enclave.
type Key struct {
	Share hexutil.Bytes `json:"share"` // this dataset's share of the job's noise key
	// FileKey opens the file of the job's table, and no other (package vault). There is none where the job reads no
	// rows any more, or no file was asked for.
	FileKey hexutil.Bytes `json:"fileKey,omitempty"`
	// UseSecret is what the use key of the dataset version is derived from (package use). It comes with the file key.
	UseSecret hexutil.Bytes `json:"useSecret,omitempty"`
	// Round and Height are the newest round and consensus height that the broker verified. The worker accepts no older
	// view of the chain.
	Round  uint64 `json:"round,string"`
	Height uint64 `json:"height,string"`
}

func aad(job common.Hash, enclave common.Address, nonce common.Hash) []byte {
	return bytes.Join([][]byte{job[:], enclave[:], nonce[:]}, nil)
}

// Wrap encrypts a key to an enclave's REK for one job and the nonce of one request.
func Wrap(k Key, rek, job common.Hash, enclave common.Address, nonce common.Hash) ([]byte, error) {
	plain, err := json.Marshal(k)
	if err != nil {
		return nil, fmt.Errorf("encoding the key of job %s: %w", job, err)
	}
	to, err := sealed.X25519Key(rek)
	if err != nil {
		return nil, fmt.Errorf("wrapping the key of job %s for enclave %s: %w", job, enclave, err)
	}
	wrapped, err := sealed.Seal(label, to, aad(job, enclave, nonce), plain)
	if err != nil {
		return nil, fmt.Errorf("wrapping the key of job %s for enclave %s: %w", job, enclave, err)
	}
	return wrapped, nil
}

// Unwrap opens what Wrap made. It fails when it was made for another enclave, job or request.
func Unwrap(wrapped []byte, rek *ecdh.PrivateKey, job common.Hash, enclave common.Address,
	nonce common.Hash) (Key, error) {
	key, err := sealed.X25519PrivateKey(rek)
	if err != nil {
		return Key{}, fmt.Errorf("opening the key of job %s: %w", job, err)
	}
	plain, err := sealed.Open(label, key, aad(job, enclave, nonce), wrapped)
	if err != nil {
		return Key{}, fmt.Errorf("opening the key of job %s: %w", job, err)
	}
	dec := json.NewDecoder(bytes.NewReader(plain))
	dec.DisallowUnknownFields()
	var k Key
	if err := dec.Decode(&k); err != nil {
		return Key{}, fmt.Errorf("reading the key of job %s: the broker speaks another version: %w", job, err)
	}
	return k, nil
}
