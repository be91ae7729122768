package use

import (
	"crypto/hkdf"
	"crypto/sha512"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"
	"github.com/oasisprotocol/curve25519-voi/curve"
	"github.com/oasisprotocol/curve25519-voi/curve/scalar"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/signature"
)

// Tag is the person's tag in the job of a receipt: what it looks for in the list.
func (k *Key) Tag(c Charge, pseudonym common.Address) (Tag, error) {
	shared, err := k.Share(c.ProofKey)
	if err != nil {
		return Tag{}, fmt.Errorf("the receipt's proof key: %w", err)
	}
	key, err := NewTagKey(shared, k.public, c.ProofKey, c.Version, pseudonym)
	if err != nil {
		return Tag{}, err
	}
	return key.Tag(c.Job), nil
}

// Bucket is the number of the bucket that the person asks for.
func (t Tag) Bucket(c Charge) uint32 { return uint32(bucketOf(&t, Bits(c.LiveSubjects))) }

// Verify tells a person whether its row was used, by its key and a receipt, offline.
func (k *Key) Verify(c Charge, pseudonym common.Address, p Proof) (used bool, err error) {
	tag, err := k.Tag(c, pseudonym)
	if err != nil {
		return false, err
	}
	return p.Verify(c, tag)
}

// Equality proves that two points are the same multiple of the generator and of the enclave's key (Chaum and Pedersen,
// with a challenge by Fiat and Shamir). The zero value proves nothing.
type Equality struct {
	Challenge common.Hash `json:"challenge"` // scalars in their one encoding
	Response  common.Hash `json:"response"`
}

// Statement tells third parties whether a person's row was used in a job. Beside the membership it gives away the point
// that the person shares with the enclave, by which they can look for this pseudonym in all jobs of the same dataset
// version, and nothing else: not the proof key's secret, not other versions, no other person's tags.
type Statement struct {
	// Membership shows that the proof key is the pseudonym's in the dataset version.
	Membership dataset.Membership `json:"membership"`
	Shared     Point              `json:"shared"`
	Equality   Equality           `json:"equality"`
	Proof      Proof              `json:"proof"`
}

// Roster is what a membership is held against: it comes from the chain.
type Roster struct {
	Domain   eip712.Domain  // of the DatasetRegistry
	Enroller common.Address // of the dataset
	Root     common.Hash    // of the dataset version
}

// State makes the statement of use, or of non-use, for a person who has the membership. random gives 32 bytes; a bad
// source alone does no harm.
func (k *Key) State(c Charge, m dataset.Membership, p Proof, random io.Reader) (Statement, error) {
	if m.Entry.ProofKey != k.public {
		return Statement{}, fmt.Errorf("use: the membership of %s has the proof key %s, not %s",
			signature.Hex(m.Entry.Pseudonym), m.Entry.ProofKey, k.public)
	}
	if _, err := k.Verify(c, m.Entry.Pseudonym, p); err != nil {
		return Statement{}, err
	}
	enclave, err := open("the receipt's proof key", c.ProofKey)
	if err != nil {
		return Statement{}, err
	}
	shared, err := k.Share(c.ProofKey)
	if err != nil {
		return Statement{}, err
	}
	s := Statement{Membership: m, Shared: shared, Proof: p}
	nonce, err := k.nonce(s.transcript(c), random)
	if err != nil {
		return Statement{}, err
	}
	a := curve.NewRistrettoPoint().MulBasepoint(curve.RISTRETTO_BASEPOINT_TABLE, nonce)
	b := curve.NewRistrettoPoint().Mul(enclave, nonce)
	challenge, err := challengeOf(s.transcript(c), a, b)
	if err != nil {
		return Statement{}, err
	}
	response := scalar.New().Mul(challenge, k.secret)
	response.Add(response, nonce)
	if err := encodeScalars(&s.Equality, challenge, response); err != nil {
		return Statement{}, err
	}
	return s, nil
}

// nonce is a scalar that comes once for a transcript: of the key and the transcript, so that a bad random source cannot
// give it away, and of randomness.
func (k *Key) nonce(transcript []byte, random io.Reader) (*scalar.Scalar, error) {
	var salt [32]byte
	if _, err := io.ReadFull(random, salt[:]); err != nil {
		return nil, fmt.Errorf("use: reading randomness: %w", err)
	}
	var secret [scalar.ScalarSize]byte
	if err := k.secret.ToBytes(secret[:]); err != nil {
		return nil, fmt.Errorf("use: encoding the key: %w", err)
	}
	wide, err := hkdf.Key(sha512.New, secret[:], salt[:], "nonce "+string(transcript), KeySize)
	if err != nil {
		return nil, fmt.Errorf("use: deriving a nonce: %w", err)
	}
	return scalar.NewFromBytesModOrderWide(wide)
}

// transcript is all that an equality proof is about.
func (s *Statement) transcript(c Charge) []byte {
	t := c.Version.append([]byte(EqualityDomain))
	t = append(t, s.Membership.Entry.Pseudonym[:]...)
	for _, p := range []Point{c.ProofKey, s.Membership.Entry.ProofKey, s.Shared} {
		t = append(t, p[:]...)
	}
	return t
}

// challengeOf hashes a transcript and the two commitments to a scalar.
func challengeOf(transcript []byte, a, b *curve.RistrettoPoint) (*scalar.Scalar, error) {
	h := sha512.New()
	h.Write(transcript)
	for _, p := range []*curve.RistrettoPoint{a, b} {
		e := encode(p)
		h.Write(e[:])
	}
	c, err := scalar.NewFromBytesModOrderWide(h.Sum(nil))
	if err != nil {
		return nil, fmt.Errorf("use: hashing to a challenge: %w", err)
	}
	return c, nil
}

func encodeScalars(e *Equality, challenge, response *scalar.Scalar) error {
	if err := challenge.ToBytes(e.Challenge[:]); err != nil {
		return fmt.Errorf("use: encoding the challenge: %w", err)
	}
	if err := response.ToBytes(e.Response[:]); err != nil {
		return fmt.Errorf("use: encoding the response: %w", err)
	}
	return nil
}

// verifyEquality checks that the statement's shared point is that of its proof key and the enclave's.
func (s *Statement) verifyEquality(c Charge) error {
	var points [3]*curve.RistrettoPoint
	for i, p := range []struct {
		what  string
		point Point
	}{{"the receipt's proof key", c.ProofKey}, {"the person's proof key",
		s.Membership.Entry.ProofKey}, {"the shared point", s.Shared}} {
		var err error
		if points[i], err = open(p.what, p.point); err != nil {
			return err
		}
	}
	enclave, person, shared := points[0], points[1], points[2]
	challenge, err := scalar.NewFromCanonicalBytes(s.Equality.Challenge[:])
	if err != nil {
		return unproven("the challenge is not in its one encoding")
	}
	response, err := scalar.NewFromCanonicalBytes(s.Equality.Response[:])
	if err != nil {
		return unproven("the response is not in its one encoding")
	}
	minus := scalar.New().Neg(challenge)
	// a = response·G - challenge·P, b = response·E - challenge·S
	a := curve.NewRistrettoPoint().MultiscalarMulVartime([]*scalar.Scalar{response, minus},
		[]*curve.RistrettoPoint{curve.RISTRETTO_BASEPOINT_POINT, person})
	b := curve.NewRistrettoPoint().MultiscalarMulVartime([]*scalar.Scalar{response, minus},
		[]*curve.RistrettoPoint{enclave, shared})
	want, err := challengeOf(s.transcript(c), a, b)
	if err != nil {
		return err
	}
	if want.Equal(challenge) != 1 {
		return unproven("the shared point is not that of the person's proof key and the receipt's")
	}
	return nil
}

// Verify checks the statement against a receipt and the roster of its dataset version, and returns whether the row of
// the pseudonym was used.
func (s *Statement) Verify(c Charge, r Roster) (used bool, err error) {
	m := &s.Membership
	if m.Dataset != c.Version.Dataset || m.Version != c.Version.Number {
		return false, unproven("the membership is of version %d of dataset %s, the receipt of version %d of %s",
			m.Version, m.Dataset, c.Version.Number, c.Version.Dataset)
	}
	if err := m.Verify(r.Domain, r.Enroller, r.Root); err != nil {
		return false, err
	}
	if err := s.verifyEquality(c); err != nil {
		return false, err
	}
	key, err := NewTagKey(s.Shared, m.Entry.ProofKey, c.ProofKey, c.Version, m.Entry.Pseudonym)
	if err != nil {
		return false, err
	}
	return s.Proof.Verify(c, key.Tag(c.Job))
}

// ParseProof reads a proof strictly. It does not verify it.
func ParseProof(data []byte) (Proof, error) {
	var p Proof
	if err := canonical.Unmarshal(data, &p); err != nil {
		return Proof{}, fmt.Errorf("use: parse proof: %w", err)
	}
	return p, nil
}

// ParseStatement reads a statement strictly. It does not verify it.
func ParseStatement(data []byte) (Statement, error) {
	var s Statement
	if err := canonical.Unmarshal(data, &s); err != nil {
		return Statement{}, fmt.Errorf("use: parse statement: %w", err)
	}
	return s, nil
}
