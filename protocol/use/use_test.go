package use_test

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/use"
)

type file struct {
	Secret common.Hash
	Charge use.Charge
	People []struct {
		Name             string
		Uniform          hexutil.Bytes
		Pseudonym        common.Address
		ProofKey, Shared use.Point
		TagKey, Tag      hexutil.Bytes
		Used             bool
	}
	Others                int
	EmptyRoot, RosterRoot common.Hash
	Domain                eip712.Domain
	Enroller              common.Address
	Used, Unused          use.Statement
	Forged, BadPoints     []vectest.Bad
}

func load(t testing.TB) (f file, roster use.Roster) {
	t.Helper()
	vectest.Load(t, "use.json", &f)
	return f, use.Roster{Domain: f.Domain, Enroller: f.Enroller, Root: f.RosterRoot}
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestVectors(t *testing.T) {
	f, roster := load(t)
	enclave := must(use.NewEnclave(f.Secret[:], f.Charge.Version))(t)
	if enclave.Public() != f.Charge.ProofKey {
		t.Fatalf("the enclave's key is %s, want %s", enclave.Public(), f.Charge.ProofKey)
	}
	var used []use.Tag
	for _, p := range f.People {
		tag := enclave.Fill(f.Charge.Job, p.Pseudonym)
		if p.Uniform != nil {
			key := must(use.NewKey(p.Uniform))(t)
			tagKey := must(enclave.TagKey(p.Pseudonym, p.ProofKey))(t)
			tag = tagKey.Tag(f.Charge.Job)
			// Both ends come to the same.
			if own := must(key.Tag(f.Charge, p.Pseudonym))(t); own != tag {
				t.Errorf("%s makes the tag %x, the enclave %x", p.Name, own, tag)
			}
			if key.Public() != p.ProofKey || must(key.Share(f.Charge.ProofKey))(t) != p.Shared ||
				!bytes.Equal(tagKey[:], p.TagKey) {
				t.Errorf("%s: public %s, tag key %x", p.Name, key.Public(), tagKey)
			}
		}
		if !bytes.Equal(tag[:], p.Tag) {
			t.Errorf("%s: tag %x", p.Name, tag)
		}
		if p.Used {
			used = append(used, tag)
		}
	}
	for i := range f.Others {
		used = append(used, enclave.Fill(f.Charge.Job, common.BigToAddress(big.NewInt(int64(i+1)))))
	}
	list := must(use.NewList(f.Charge.Job, used))(t)
	if list.Root() != f.Charge.SubjectsRoot || list.Len() != int(f.Charge.LiveSubjects) {
		t.Fatalf("root %s of %d tags", list.Root(), list.Len())
	}
	if empty := must(use.NewList(f.Charge.Job, nil))(t); empty.Root() != f.EmptyRoot {
		t.Errorf("empty root %s", empty.Root())
	}
	for _, p := range f.People[:4] {
		proof := must(list.ProveTag(use.Tag(p.Tag)))(t)
		if got, err := must(use.NewKey(p.Uniform))(t).Verify(f.Charge, p.Pseudonym,
			proof); err != nil || got != p.Used {
			t.Errorf("%s: used %v, %v", p.Name, got, err)
		}
	}
	for _, c := range []struct {
		s    use.Statement
		used bool
	}{{f.Used, true}, {f.Unused, false}} {
		if got, err := c.s.Verify(f.Charge, roster); err != nil || got != c.used {
			t.Errorf("statement: used %v, %v", got, err)
		}
	}
}

func TestForged(t *testing.T) {
	f, roster := load(t)
	good := must(canonical.Marshal(f.Used))(t)
	if s, err := use.ParseStatement(good); err != nil || s.Proof.Number != f.Used.Proof.Number {
		t.Fatal(err)
	}
	for _, b := range f.Forged {
		var change struct {
			Path  string
			Value json.RawMessage
		}
		if err := json.Unmarshal(b.Input, &change); err != nil {
			t.Fatal(err)
		}
		s, err := use.ParseStatement(edit(t, good, change.Path, change.Value))
		if err == nil {
			_, err = s.Verify(f.Charge, roster)
		}
		b.Refused(t, err)
	}
	for _, b := range f.BadPoints {
		p := common.HexToHash(b.Text(t))
		b.Refused(t, use.CheckPoint(p))
		if err := use.CheckPoint(p); !errors.Is(err, use.ErrPoint) {
			t.Errorf("%s: %v", b.Name, err)
		}
		enclave := must(use.NewEnclave(f.Secret[:], f.Charge.Version))(t)
		_, err := enclave.TagKey(common.Address{1}, p)
		b.Refused(t, err)
		charge := f.Charge
		charge.ProofKey = p
		key := must(use.NewKey(f.People[0].Uniform))(t)
		_, err = key.Verify(charge, f.People[0].Pseudonym, f.Used.Proof)
		b.Refused(t, err)
		_, err = f.Used.Verify(charge, roster)
		b.Refused(t, err)
	}
	tooLarge := f.Used
	tooLarge.Proof.Bucket = make([]byte, (use.MaxBucket+1)*use.TagSize)
	if _, err := tooLarge.Verify(f.Charge, roster); !errors.Is(err, use.ErrProof) {
		t.Errorf("bucket too large: %v", err)
	}
	t.Logf("%d forged statements, %d bad points run", len(f.Forged), len(f.BadPoints))
}

// edit replaces a member of a JSON object, or removes it when the value is null.
func edit(t *testing.T, doc []byte, path string, value json.RawMessage) []byte {
	t.Helper()
	head, rest, more := strings.Cut(path, ".")
	var m map[string]json.RawMessage
	if err := json.Unmarshal(doc, &m); err != nil {
		t.Fatal(err)
	}
	switch {
	case more:
		m[head] = edit(t, m[head], rest, value)
	case string(value) == "null":
		delete(m, head)
	default:
		m[head] = value
	}
	return must(canonical.Canonicalize(must(json.Marshal(m))(t)))(t)
}

// A receipt that differs in anything gives no answer.
func TestStatement_everythingOfTheReceiptCounts(t *testing.T) {
	f, roster := load(t)
	for name, change := range map[string]func(c *use.Charge, r *use.Roster){
		"job":           func(c *use.Charge, _ *use.Roster) { c.Job[0]++ },
		"dataset":       func(c *use.Charge, _ *use.Roster) { c.Version.Dataset[0]++ },
		"version":       func(c *use.Charge, _ *use.Roster) { c.Version.Number++ },
		"subjects root": func(c *use.Charge, _ *use.Roster) { c.SubjectsRoot[0]++ },
		"one more":      func(c *use.Charge, _ *use.Roster) { c.LiveSubjects++ },
		"far more":      func(c *use.Charge, _ *use.Roster) { c.LiveSubjects = 1 << 31 },
		"none":          func(c *use.Charge, _ *use.Roster) { c.LiveSubjects = 0 },
		"proof key":     func(c *use.Charge, _ *use.Roster) { c.ProofKey = f.People[0].ProofKey },
		"roster":        func(_ *use.Charge, r *use.Roster) { r.Root[0]++ },
		"enroller":      func(_ *use.Charge, r *use.Roster) { r.Enroller[0]++ },
		"domain":        func(_ *use.Charge, r *use.Roster) { r.Domain.ChainID++ },
	} {
		for _, s := range []use.Statement{f.Used, f.Unused} {
			c, r := f.Charge, roster
			change(&c, &r)
			if used, err := s.Verify(c, r); err == nil {
				t.Errorf("another %s: used %v", name, used)
			}
		}
	}
}

// Tags say nothing of persons to those who lack the keys, and nothing of one job or version in another.
func TestTags_areUnrelated(t *testing.T) {
	f, _ := load(t)
	seen := map[use.Tag]string{}
	for version := range uint32(3) {
		enclave := must(use.NewEnclave(f.Secret[:], use.Version{Dataset: f.Charge.Version.Dataset, Number: version}))(t)
		for _, p := range f.People[:4] {
			// another may put the same key into the roster
			for _, pseudonym := range []common.Address{p.Pseudonym, {1}} {
				tagKey := must(enclave.TagKey(pseudonym, p.ProofKey))(t)
				for job := range byte(3) {
					for what, tag := range map[string]use.Tag{"tag": tagKey.Tag(common.Hash{job}),
						"fill": enclave.Fill(common.Hash{job}, pseudonym)} {
						name := fmt.Sprintf("%s of %s, key of %s, version %d, job %d", what, pseudonym, p.Name, version,
							job)
						if what == "fill" {
							name = fmt.Sprintf("%s of %s, version %d, job %d", what, pseudonym, version, job)
						}
						if old, ok := seen[tag]; ok && old != name {
							t.Errorf("%s has the tag of %s", name, old)
						}
						seen[tag] = name
					}
				}
			}
		}
	}
}

// The equality proof is of a point by one secret: made by another secret, it does not hold.
func TestStatement_wrongSecret(t *testing.T) {
	f, roster := load(t)
	key := must(use.NewKey(f.People[1].Uniform))(t)
	// A person cannot state another's non-use as its own, nor with a membership that is not its.
	if _, err := key.State(f.Charge, f.Used.Membership, f.Used.Proof, rand.Reader); err == nil {
		t.Error("stated with the membership of another")
	}
	lie := f.Used
	lie.Shared = must(key.Share(f.Charge.ProofKey))(t)
	lie.Proof = f.Unused.Proof
	if used, err := lie.Verify(f.Charge, roster); !errors.Is(err, use.ErrProof) {
		t.Errorf("another's shared point: used %v, %v", used, err)
	}
	if _, err := key.State(f.Charge, f.Unused.Membership, f.Unused.Proof, bytes.NewReader(nil)); err == nil {
		t.Error("stated without randomness")
	}
	// Made with fresh randomness, the statement is another one and says the same.
	again, err := key.State(f.Charge, f.Unused.Membership, f.Unused.Proof, rand.Reader)
	if err != nil || again.Equality == f.Unused.Equality {
		t.Errorf("made again: %v", err)
	}
	if used, err := again.Verify(f.Charge, roster); err != nil || used {
		t.Errorf("made again: used %v, %v", used, err)
	}
}

func tags(n int) []use.Tag {
	out := make([]use.Tag, n)
	for i := range out {
		copy(out[i][:], crypto.Keccak256([]byte{byte(i), byte(i >> 8), byte(i >> 16)}))
	}
	return out
}

func chargeOf(l *use.List) use.Charge {
	return use.Charge{Job: l.Job(), SubjectsRoot: l.Root(), LiveSubjects: uint32(l.Len())}
}

// Every tag is found, and none besides, in lists of sizes at which the number of buckets changes.
func TestList_sizes(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1023, 1024, 1025, 2048, 2049, 20000} {
		all := tags(n + 50)
		l := must(use.NewList(common.Hash{9}, all[:n]))(t)
		c := chargeOf(l)
		if want := 1 << use.Bits(uint32(n)); l.Buckets() != want || n > 1024*want || want > 1 && n <= 512*want {
			t.Errorf("%d tags in %d buckets", n, l.Buckets())
		}
		for i, tag := range all {
			if n > 5000 && i%100 != 0 && i < n {
				continue
			}
			p := must(l.ProveTag(tag))(t)
			if p.Number != tag.Bucket(c) {
				t.Fatalf("bucket %d, want %d", p.Number, tag.Bucket(c))
			}
			if used, err := p.Verify(c, tag); err != nil || used != (i < n) {
				t.Fatalf("%d tags, tag %d: used %v, %v", n, i, used, err)
			}
		}
		again := must(use.DecodeList(l.Encode()))(t)
		if again.Root() != l.Root() || !bytes.Equal(again.Encode(), l.Encode()) {
			t.Errorf("%d tags do not survive", n)
		}
		shuffled := slices.Clone(all[:n])
		slices.Reverse(shuffled)
		if must(use.NewList(common.Hash{9}, shuffled))(t).Root() != l.Root() {
			t.Errorf("%d tags: the order counts", n)
		}
		if n > 0 {
			if _, err := use.NewList(common.Hash{9}, append(all[:n:n], all[0])); err == nil {
				t.Error("a tag twice: accepted")
			}
			shorter := must(use.NewList(common.Hash{9}, all[1:n]))(t)
			if shorter.Root() == l.Root() || must(use.NewList(common.Hash{8}, all[:n]))(t).Root() == l.Root() {
				t.Error("the root does not depend on tags or job")
			}
		}
		if _, err := l.Prove(uint32(l.Buckets())); err == nil {
			t.Error("proved a bucket that is not there")
		}
	}
}

// A person's proof keeps its limit at the largest bucket and the longest path that there may be.
func TestProof_size(t *testing.T) {
	largest := use.Proof{Number: 1 << 14, Bucket: make([]byte, use.MaxBucket*use.TagSize),
		Path: make([]common.Hash, use.Bits(use.MaxTags))}
	if b := must(canonical.Marshal(largest))(t); len(b) > use.MaxProofSize {
		t.Errorf("%d bytes", len(b))
	} else {
		t.Logf("the largest proof has %d bytes", len(b))
	}
	if use.Bits(use.MaxTags) != 14 {
		t.Errorf("%d bits", use.Bits(use.MaxTags))
	}
	crowded := make([]use.Tag, use.MaxBucket+1)
	for i := range crowded {
		crowded[i][15], crowded[i][14] = byte(i), byte(i>>8)
	}
	if _, err := use.NewList(common.Hash{}, crowded); err == nil {
		t.Error("a bucket with too many tags: accepted")
	}
}

func FuzzDecodeList(f *testing.F) {
	for _, n := range []int{0, 1, 3, 1025} {
		l, err := use.NewList(common.Hash{1}, tags(n))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(l.Encode())
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		l, err := use.DecodeList(in)
		if err != nil {
			return
		}
		if !bytes.Equal(l.Encode(), in) {
			t.Fatal("it has a second encoding")
		}
		for i := range min(l.Buckets(), 4) {
			p := must(l.Prove(uint32(i)))(t)
			for tag := range slices.Chunk(p.Bucket, use.TagSize) {
				if used, err := p.Verify(chargeOf(l), use.Tag(tag)); err != nil || !used {
					t.Fatalf("used %v, %v", used, err)
				}
			}
		}
	})
}

func FuzzStatement(f *testing.F) {
	v, roster := load(f)
	for _, s := range []use.Statement{v.Used, v.Unused} {
		f.Add(must(canonical.Marshal(s))(f))
	}
	want := map[common.Address]bool{v.Used.Membership.Entry.Pseudonym: true, v.Unused.Membership.Entry.Pseudonym: false}
	f.Fuzz(func(t *testing.T, in []byte) {
		s, err := use.ParseStatement(in)
		if err != nil {
			return
		}
		// Whatever verifies says what is true.
		if used, err := s.Verify(v.Charge, roster); err == nil && used != want[s.Membership.Entry.Pseudonym] {
			t.Fatalf("%s: used %v", s.Membership.Entry.Pseudonym, used)
		}
	})
}

func FuzzProof(f *testing.F) {
	l, err := use.NewList(common.Hash{1}, tags(40))
	if err != nil {
		f.Fatal(err)
	}
	p, err := l.Prove(0)
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(p.Bucket), uint32(0), uint16(3))
	f.Add([]byte(p.Bucket[:len(p.Bucket)-16]), uint32(0), uint16(3))
	in := map[use.Tag]bool{}
	for _, tag := range tags(40) {
		in[tag] = true
	}
	f.Fuzz(func(t *testing.T, bucket []byte, number uint32, tag uint16) {
		ask := tags(60)[tag%60]
		p := use.Proof{Job: common.Hash{1}, Number: number, Bucket: bucket}
		if used, err := p.Verify(chargeOf(l), ask); err == nil && used != in[ask] {
			t.Fatalf("used %v", used)
		}
	})
}

func BenchmarkTagKey(b *testing.B) {
	f, _ := load(b)
	enclave := must(use.NewEnclave(f.Secret[:], f.Charge.Version))(b)
	for b.Loop() {
		must(enclave.TagKey(f.People[0].Pseudonym, f.People[0].ProofKey))(b)
	}
}

// What a job costs the enclave beside the tag keys, which are of the version, and what it costs others.
func BenchmarkList_1000000(b *testing.B) {
	const n = 1_000_000
	var size, proof int
	for b.Loop() {
		job := common.Hash{byte(b.N)}
		all := make([]use.Tag, n)
		for i := range all {
			key := use.TagKey{byte(i), byte(i >> 8), byte(i >> 16)}
			all[i] = key.Tag(job)
		}
		l := must(use.NewList(job, all))(b)
		size = len(l.Encode())
		for i := range l.Buckets() {
			p := must(l.Prove(uint32(i)))(b)
			proof = max(proof, len(p.Bucket)*2+len(p.Path)*69+180)
		}
	}
	b.ReportMetric(float64(size), "bytes/list")
	b.ReportMetric(float64(proof), "bytes/largest-proof")
}
