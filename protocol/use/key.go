// Package use is how a person learns, and shows others, whether its rows were used in a job, at a million people for
// the price of one look into a list.
//
// A person has a proof key p and gives P = p·G to the dataset's roster. An enclave has a use key e for every dataset
// version and publishes E = e·G in each charge. Both compute the same point, e·P = p·E, once per version, and from it a
// tag for every job; no one else can tell whose tag one is. The job's use list has a tag for everyone who was live, and
// one that no one can ask for where they had no rows, cut into buckets by their first bits, and the receipt commits to
// it. A person who asks for a bucket discloses no more than those bits.
//
// The group is ristretto255 (RFC 9496): prime order, one encoding of each element. docs/protocol/use.md is the
// specification.
package use

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/oasisprotocol/curve25519-voi/curve"
	"github.com/oasisprotocol/curve25519-voi/curve/scalar"
)

// The domains of what this package derives and hashes, see docs/protocol/use.md.
const (
	EnclaveDomain  = "assent.use.enclave.v1"
	fillKeyDomain  = "assent.use.fill.v1"
	TagKeyDomain   = "assent.use.key.v1"
	TagDomain      = "assent.use.tag.v2"
	fillDomain     = "assent.use.tag.fill.v2"
	EqualityDomain = "assent.use.equality.v1"
)

// Point is an element of ristretto255 in its one encoding: a public key, or a secret that two keys share.
type Point = common.Hash

// ErrPoint is wrapped by the errors about points that are none, or the identity.
var ErrPoint = errors.New("use: not a public key")

// open decodes a point and refuses the identity and every encoding but the one.
func open(what string, p Point) (*curve.RistrettoPoint, error) {
	out := curve.NewRistrettoPoint()
	if _, err := out.SetCompressed((*curve.CompressedRistretto)(&p)); err != nil {
		return nil, fmt.Errorf("%w: %s %s is no element of ristretto255", ErrPoint, what, p)
	}
	if out.IsIdentity() {
		return nil, fmt.Errorf("%w: %s is the identity", ErrPoint, what)
	}
	return out, nil
}

func encode(p *curve.RistrettoPoint) Point {
	return Point(*curve.NewCompressedRistretto().SetRistrettoPoint(p))
}

// CheckPoint returns an error that wraps ErrPoint unless p can be a person's key.
func CheckPoint(p Point) error {
	_, err := open("point", p)
	return err
}

// KeySize is the size of the uniform bytes that a key is made from.
const KeySize = 64

// Key is a secret key: a person's proof key, or an enclave's use key.
type Key struct {
	secret *scalar.Scalar
	public Point
}

// NewKey makes the key of KeySize secret, uniform bytes, such as package pseudonym derives. The same bytes make the
// same key.
func NewKey(uniform []byte) (*Key, error) {
	if len(uniform) != KeySize {
		return nil, fmt.Errorf("use: a key is made from %d bytes, not %d", KeySize, len(uniform))
	}
	s, err := scalar.NewFromBytesModOrderWide(uniform)
	if err != nil {
		return nil, fmt.Errorf("use: making a key: %w", err)
	}
	public := curve.NewRistrettoPoint().MulBasepoint(curve.RISTRETTO_BASEPOINT_TABLE, s)
	if public.IsIdentity() {
		return nil, errors.New("use: making a key: the bytes make the key zero") // once in 2^252
	}
	return &Key{secret: s, public: encode(public)}, nil
}

// Public is the public key.
func (k *Key) Public() Point { return k.public }

// Share computes the point that k shares with the holder of another public key. It refuses a point that is no public
// key.
func (k *Key) Share(other Point) (Point, error) {
	p, err := open("key", other)
	if err != nil {
		return Point{}, err
	}
	return encode(p.Mul(p, k.secret)), nil
}

// Version names a version of a dataset.
type Version struct {
	Dataset common.Hash `json:"dataset"`
	Number  uint32      `json:"number"`
}

func (v Version) append(b []byte) []byte {
	return binary.BigEndian.AppendUint32(append(b, v.Dataset[:]...), v.Number)
}

// TagSize is the size of a tag.
const TagSize = 16

// Tag stands for a person in the use list of one job. It looks random to all who lack the tag key.
type Tag [TagSize]byte

// TagKey makes a person's tags in the jobs of one dataset version.
type TagKey [32]byte

// NewTagKey derives the tag key from the point that the person's proof key and the enclave's use key share. It is of
// this pseudonym alone: who puts another's proof key in the roster gets tags of their own by it.
func NewTagKey(shared, person, enclave Point, v Version, pseudonym common.Address) (TagKey, error) {
	info := append(v.append([]byte(TagKeyDomain)), pseudonym[:]...)
	info = append(append(info, person[:]...), enclave[:]...)
	key, err := hkdf.Key(sha256.New, shared[:], nil, string(info), len(TagKey{}))
	if err != nil {
		return TagKey{}, fmt.Errorf("use: deriving a tag key: %w", err)
	}
	return TagKey(key), nil
}

// Tag is the person's tag in a job.
func (k TagKey) Tag(job common.Hash) Tag { return tagOf(k[:], TagDomain, job[:]) }

func tagOf(key []byte, domain string, parts ...[]byte) (out Tag) {
	m := hmac.New(sha256.New, key)
	m.Write([]byte(domain))
	for _, p := range parts {
		m.Write(p)
	}
	copy(out[:], m.Sum(nil))
	return out
}

// Enclave makes the tags of a dataset version inside the enclave.
type Enclave struct {
	key     *Key
	fill    [32]byte
	version Version
}

// NewEnclave derives the use key of a dataset version from the secret that the custodian's broker gives for it, so that
// every enclave that works on the version has the same one.
func NewEnclave(secret []byte, v Version) (*Enclave, error) {
	if len(secret) < 32 {
		return nil, fmt.Errorf("use: deriving the use key: a secret of %d bytes is too short", len(secret))
	}
	uniform, err := hkdf.Key(sha256.New, secret, nil, string(v.append([]byte(EnclaveDomain))), KeySize)
	if err != nil {
		return nil, fmt.Errorf("use: deriving the use key: %w", err)
	}
	key, err := NewKey(uniform)
	if err != nil {
		return nil, err
	}
	fill, err := hkdf.Key(sha256.New, secret, nil, string(v.append([]byte(fillKeyDomain))), 32)
	if err != nil {
		return nil, fmt.Errorf("use: deriving the key of tags that no one can ask for: %w", err)
	}
	return &Enclave{key: key, fill: [32]byte(fill), version: v}, nil
}

// Public is the proofKey of the charge.
func (e *Enclave) Public() Point { return e.key.public }

// TagKey returns the tag key of a person with a proof key: a computation of a tenth of a millisecond that holds for all
// jobs of the version.
func (e *Enclave) TagKey(pseudonym common.Address, proofKey Point) (TagKey, error) {
	shared, err := e.key.Share(proofKey)
	if err != nil {
		return TagKey{}, fmt.Errorf("proof key of %s: %w", pseudonym, err)
	}
	return NewTagKey(shared, proofKey, e.key.public, e.version, pseudonym)
}

// Fill is a tag that no one can ask for, and no one can tell from one that a person can. It stands in the list for who
// was used and has no proof key, and for who consents and has no row: so the list has as many tags as subjects are
// live, which is public, and says nothing of how many have rows.
func (e *Enclave) Fill(job common.Hash, pseudonym common.Address) Tag {
	return tagOf(e.fill[:], fillDomain, job[:], pseudonym[:])
}
