package use

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sort"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
)

// RootDomain is the domain of a list's root, ListFormat begins a list's file.
const (
	RootDomain = "assent.use.root.v2"
	ListFormat = "assent-use-list/1"

	leafPrefix = 0x00
	nodePrefix = 0x01
)

// Sizes of lists.
const (
	// MaxTags is the largest number of tags in a list.
	MaxTags = 1 << 24
	// MaxBucket is the largest number of tags in a bucket: 32 KiB.
	MaxBucket = 2048
	// MaxProofSize is the largest size of a Proof as JSON, in bytes.
	MaxProofSize = 67_000
	// usualBucket bounds the average bucket. One of twice the average does not come about by chance (less than once in
	// 10^170).
	usualBucket = MaxBucket / 2
)

// ErrProof is wrapped by the errors about what does not follow from a receipt.
var ErrProof = errors.New("use: the proof does not hold")

func unproven(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrProof}, args...)...)
}

// Bits is how many leading bits of a tag choose its bucket in a list of so many tags: the fewest with which a bucket
// has 1,024 on average or less.
func Bits(tags uint32) uint8 {
	var b uint8
	for uint64(tags) > usualBucket<<b {
		b++
	}
	return b
}

// bucketOf is the number of a tag's bucket.
func bucketOf(t *Tag, bits uint8) int { return int(binary.BigEndian.Uint32(t[:]) >> (32 - bits)) }

// List is the use list of a job, in ascending order: a tag for everyone who was live, of which those without rows have
// one that no one can ask for, so that the list tells no more than the count of the receipt.
type List struct {
	job    common.Hash
	tags   []Tag
	levels [][]common.Hash // levels[0] are the hashes of the buckets, the last has one
}

// NewList makes the list of a job. The tags may come in any order; a tag that appears twice is an error.
func NewList(job common.Hash, tags []Tag) (*List, error) {
	tags = slices.Clone(tags)
	slices.SortFunc(tags, func(a, b Tag) int { return bytes.Compare(a[:], b[:]) })
	return newList(job, tags)
}

// newList takes over tags that should be in order.
func newList(job common.Hash, tags []Tag) (*List, error) {
	if len(tags) > MaxTags {
		return nil, fmt.Errorf("use: %d tags, a list may have %d", len(tags), MaxTags)
	}
	for i := 1; i < len(tags); i++ {
		if bytes.Compare(tags[i-1][:], tags[i][:]) >= 0 {
			return nil, fmt.Errorf("use: tag %x appears twice or out of order", tags[i])
		}
	}
	l := &List{job: job, tags: tags}
	level := make([]common.Hash, l.Buckets())
	for i := range level {
		b := l.bucket(i)
		if len(b) > MaxBucket {
			return nil, fmt.Errorf("use: bucket %d has %d tags, the most is %d: the tags are not random", i, len(b),
				MaxBucket)
		}
		level[i] = leafHash(pack(b))
	}
	l.levels = append(l.levels, level)
	for len(level) > 1 {
		next := make([]common.Hash, len(level)/2)
		for i := range next {
			next[i] = nodeHash(level[2*i], level[2*i+1])
		}
		l.levels = append(l.levels, next)
		level = next
	}
	return l, nil
}

// Job is the job whose list it is.
func (l *List) Job() common.Hash { return l.job }

// Len is the number of tags.
func (l *List) Len() int { return len(l.tags) }

// Buckets is the number of buckets, a power of two.
func (l *List) Buckets() int { return 1 << Bits(uint32(len(l.tags))) }

// Root is the subjects root of charge and receipt: keccak256(domain ‖ job ‖ bits ‖ number of tags (4 bytes) ‖ top of
// the tree over the buckets).
func (l *List) Root() common.Hash {
	return rootOf(l.job, uint32(len(l.tags)), l.levels[len(l.levels)-1][0])
}

func rootOf(job common.Hash, tags uint32, top common.Hash) common.Hash {
	return crypto.Keccak256Hash([]byte(RootDomain), job[:], []byte{Bits(tags)},
		binary.BigEndian.AppendUint32(nil, tags), top[:])
}

// bucket returns the tags of a bucket.
func (l *List) bucket(n int) []Tag {
	bits := Bits(uint32(len(l.tags)))
	from := func(n int) int {
		return sort.Search(len(l.tags), func(i int) bool { return bucketOf(&l.tags[i], bits) >= n })
	}
	return l.tags[from(n):from(n+1)]
}

// Prove returns a bucket with its path. It holds for every tag of the bucket, in the list or not.
func (l *List) Prove(bucket uint32) (Proof, error) {
	if uint64(bucket) >= uint64(l.Buckets()) {
		return Proof{}, fmt.Errorf("use: the list of job %s has %d buckets, there is no bucket %d", l.job, l.Buckets(),
			bucket)
	}
	p := Proof{Job: l.job, Number: bucket, Bucket: pack(l.bucket(int(bucket))), Path: []common.Hash{}}
	for i, level := bucket, 0; level < len(l.levels)-1; i, level = i/2, level+1 {
		p.Path = append(p.Path, l.levels[level][i^1])
	}
	return p, nil
}

// ProveTag returns the proof for a tag, which is that of its bucket.
func (l *List) ProveTag(t Tag) (Proof, error) {
	return l.Prove(uint32(bucketOf(&t, Bits(uint32(len(l.tags))))))
}

// Encode returns the list's one encoding: magic ‖ job ‖ number of tags (4 bytes) ‖ tags.
func (l *List) Encode() []byte {
	b := make([]byte, 0, FileSize(uint32(len(l.tags))))
	b = append(append(b, ListFormat...), l.job[:]...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(l.tags)))
	return append(b, pack(l.tags)...)
}

// FileName is what a job's list is called in the folders and on the sites where lists are: the job in 64 lower-case
// hexadecimal digits, and ".uses".
func FileName(job common.Hash) string { return job.Hex()[2:] + ".uses" }

// listHead is the size of what stands before the tags of a list's encoding.
const listHead = len(ListFormat) + 32 + 4

// FileSize is the size in bytes of a list of so many tags.
func FileSize(tags uint32) int64 { return int64(listHead) + TagSize*int64(tags) }

// DecodeList reads a list. That it is the one of a receipt shows in its root.
func DecodeList(data []byte) (*List, error) {
	if len(data) < listHead || string(data[:len(ListFormat)]) != ListFormat {
		return nil, fmt.Errorf("use: %d bytes are no use list: it begins with %q", len(data), ListFormat)
	}
	n := binary.BigEndian.Uint32(data[listHead-4:])
	if n > MaxTags || int64(len(data)) != FileSize(n) {
		return nil, fmt.Errorf("use: a use list of %d tags, of at most %d, does not have %d bytes", n, MaxTags,
			len(data))
	}
	return newList(common.Hash(data[len(ListFormat):]), unpack(data[listHead:]))
}

// Proof is a bucket of a job's use list with its path to the root: what a person fetches to learn of its own use. It
// has at most MaxProofSize bytes as JSON.
type Proof struct {
	Job    common.Hash   `json:"job"`
	Number uint32        `json:"number"` // of the bucket
	Bucket hexutil.Bytes `json:"bucket"` // its tags in ascending order
	Path   []common.Hash `json:"path"`   // siblings from the bucket up
}

// Charge is what proofs of use need of a job's receipt.
type Charge struct {
	Job          common.Hash `json:"job"`
	Version      Version     `json:"version"`
	SubjectsRoot common.Hash `json:"subjectsRoot"`
	LiveSubjects uint32      `json:"liveSubjects"`
	ProofKey     Point       `json:"proofKey"` // the enclave's
}

// Verify checks the proof for a tag against a receipt and returns whether the tag is in the job's use list (true) or
// not (false).
func (p *Proof) Verify(c Charge, tag Tag) (used bool, err error) {
	bits := Bits(c.LiveSubjects)
	switch {
	case p.Job != c.Job:
		return false, unproven("it is of job %s, the receipt of %s", p.Job, c.Job)
	case c.LiveSubjects > MaxTags:
		return false, unproven("the receipt has %d live subjects, a list has at most %d", c.LiveSubjects, MaxTags)
	case int(p.Number) != bucketOf(&tag, bits):
		return false, unproven("it has bucket %d, the tag belongs in bucket %d", p.Number, bucketOf(&tag, bits))
	case len(p.Path) != int(bits):
		return false, unproven("its path has %d hashes, %d live subjects make %d", len(p.Path), c.LiveSubjects, bits)
	case len(p.Bucket)%TagSize != 0 || len(p.Bucket) > MaxBucket*TagSize:
		return false, unproven("a bucket has no %d bytes", len(p.Bucket))
	}
	tags := unpack(p.Bucket)
	for i := range tags {
		if i > 0 && bytes.Compare(tags[i-1][:], tags[i][:]) >= 0 {
			return false, unproven("tag %d of its bucket is out of order", i)
		}
		if bucketOf(&tags[i], bits) != int(p.Number) {
			return false, unproven("tag %d of bucket %d belongs in bucket %d", i, p.Number, bucketOf(&tags[i], bits))
		}
		used = used || tags[i] == tag
	}
	at := leafHash(p.Bucket)
	for i, n := 0, p.Number; i < len(p.Path); i, n = i+1, n/2 {
		if n%2 == 0 {
			at = nodeHash(at, p.Path[i])
		} else {
			at = nodeHash(p.Path[i], at)
		}
	}
	if got := rootOf(c.Job, c.LiveSubjects, at); got != c.SubjectsRoot {
		return false, unproven("it leads to subjects root %s, the receipt has %s", got, c.SubjectsRoot)
	}
	return used, nil
}

func pack(tags []Tag) []byte {
	b := make([]byte, 0, TagSize*len(tags))
	for i := range tags {
		b = append(b, tags[i][:]...)
	}
	return b
}

func unpack(b []byte) []Tag {
	tags := make([]Tag, len(b)/TagSize)
	for i := range tags {
		tags[i] = Tag(b[i*TagSize:])
	}
	return tags
}

func leafHash(bucket []byte) common.Hash { return crypto.Keccak256Hash([]byte{leafPrefix}, bucket) }

func nodeHash(left, right common.Hash) common.Hash {
	return crypto.Keccak256Hash([]byte{nodePrefix}, left[:], right[:])
}
