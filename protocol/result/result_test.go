package result_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/result"
	"github.com/assent-network/assent/protocol/sealed"
)

type file struct {
	Job, Salt, Commitment common.Hash
	Charge                receipt.Charge
	OpeningKey, Opening   common.Hash
	Plaintext             string
	Cases                 []envelope
	Sizes                 []struct{ Max, Size int }
}

type envelope struct {
	KEM                           string
	Seed                          common.Hash
	PublicKey, Ciphertext         hexutil.Bytes
	KeyCommitment, CiphertextHash common.Hash
	Bad                           []vectest.Bad
}

// load returns the vectors, and key and receipt of the first case: the default KEM's.
func load(t testing.TB) (file, sealed.PrivateKey, receipt.Receipt) {
	t.Helper()
	var f file
	vectest.Load(t, "result.json", &f)
	if f.Cases[0].KEM != sealed.DefaultKEM.String() {
		t.Fatalf("the first case is of KEM %s", f.Cases[0].KEM)
	}
	return f, f.Cases[0].key(t), f.receipt(f.Cases[0])
}

func (e envelope) key(t testing.TB) sealed.PrivateKey {
	t.Helper()
	kem, err := sealed.ParseKEM(e.KEM)
	if err != nil {
		t.Fatal(err)
	}
	k, err := sealed.NewPrivateKey(kem, e.Seed)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func (f file) receipt(e envelope) receipt.Receipt {
	return receipt.Receipt{
		Job: f.Job, Charge: f.Charge, Result: f.Commitment, Ciphertext: e.CiphertextHash,
		Size: uint64(len(e.Ciphertext)), Opening: f.Opening,
	}
}

func TestVectors(t *testing.T) {
	f, _, _ := load(t)
	for _, c := range f.Cases {
		k, r := c.key(t), f.receipt(c)
		if !bytes.Equal(k.PublicKey().Bytes(),
			c.PublicKey) || k.PublicKey().Commitment() != c.KeyCommitment || receipt.HashBytes(
			c.Ciphertext) != c.CiphertextHash {
			t.Errorf("%s: key or hash differs", c.KEM)
		}
		if got, err := result.Open(k, opening.Key(f.OpeningKey), r,
			c.Ciphertext); err != nil || string(got) != f.Plaintext {
			t.Errorf("%s: %q, %v", c.KEM, got, err)
		}
		for _, b := range c.Bad {
			ct, err := hexutil.Decode(b.Text(t))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := result.Open(k, opening.Key(f.OpeningKey), r, ct); !errors.Is(err, result.ErrCommitment) {
				t.Errorf("%s: another ciphertext than the receipt's: %v", b.Name, err)
			}
			changed := r
			changed.Ciphertext, changed.Size = receipt.HashBytes(ct), uint64(len(ct))
			_, err = result.Open(k, opening.Key(f.OpeningKey), changed, ct)
			b.Refused(t, err)
		}
		t.Logf("%s: %d bad ciphertexts run", c.KEM, len(c.Bad))
	}
	for _, s := range f.Sizes {
		if got, err := result.Size(s.Max); err != nil || got != s.Size {
			t.Errorf("at most %d bytes: size %d, %v", s.Max, got, err)
		}
	}
	t.Logf("%d sizes run", len(f.Sizes))
}

func TestOpenChecksTheReceipt(t *testing.T) {
	f, k, r := load(t)
	for name, c := range map[string]struct {
		edit func(*receipt.Receipt)
		want error
	}{
		"another job":        {func(r *receipt.Receipt) { r.Job[0]++ }, opening.ErrOpen},
		"other inputs":       {func(r *receipt.Receipt) { r.Charge.Inputs[0]++ }, opening.ErrOpen},
		"another draw":       {func(r *receipt.Receipt) { r.Charge.Noise[0]++ }, opening.ErrOpen},
		"another opening":    {func(r *receipt.Receipt) { r.Opening[0]++ }, result.ErrCommitment},
		"another size":       {func(r *receipt.Receipt) { r.Size++ }, result.ErrCommitment},
		"another commitment": {func(r *receipt.Receipt) { r.Result[0]++ }, result.ErrCommitment},
		"another ciphertext": {func(r *receipt.Receipt) { r.Ciphertext[0]++ }, result.ErrCommitment},
	} {
		bad := r
		c.edit(&bad)
		if _, err := result.Open(k, opening.Key(f.OpeningKey), bad, f.Cases[0].Ciphertext); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestOpenChecksThePadding makes envelopes that Seal never makes.
func TestOpenChecksThePadding(t *testing.T) {
	f, k, r := load(t)
	salt := [32]byte(f.Salt)
	plain := func(length uint32, rest ...byte) []byte {
		return append(binary.BigEndian.AppendUint32(append([]byte{}, salt[:]...), length), rest...)
	}
	for name, c := range map[string]struct {
		plain []byte
		ok    bool
	}{
		"no padding":           {plain(1, 'a'), true},
		"padding":              {plain(1, 'a', 0, 0), true},
		"padding not zero":     {plain(1, 'a', 0, 1), false},
		"longer than it is":    {plain(2, 'a'), false},
		"much longer":          {plain(1<<32-1, 'a'), false},
		"shorter than a head":  {salt[:], false},
		"shorter than claimed": {plain(0, 'a'), false},
	} {
		envelope, err := sealed.Seal("result", k.PublicKey(), append(f.Job.Bytes(), f.Charge.StructHash().Bytes()...),
			c.plain)
		if err != nil {
			t.Fatal(err)
		}
		key := opening.Key(f.OpeningKey)
		ct, err := key.Seal(f.Job, f.Charge.StructHash(), envelope)
		if err != nil {
			t.Fatal(err)
		}
		bad := r
		bad.Ciphertext, bad.Size, bad.Result = receipt.HashBytes(ct), uint64(len(ct)), receipt.CommitResult(salt,
			[]byte("a"))
		got, err := result.Open(k, key, bad, ct)
		if (err == nil) != c.ok || c.ok && string(got) != "a" {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestSeal(t *testing.T) {
	f, k, _ := load(t)
	to, salt, key := k.PublicKey(), [32]byte(f.Salt), opening.Key(f.OpeningKey)
	for _, n := range []int{0, 1, 844, 845, 846, result.MaxPlaintext - 1, result.MaxPlaintext} {
		plaintext := bytes.Repeat([]byte{'x'}, n)
		size, err := result.Size(n)
		if err != nil {
			t.Fatal(err)
		}
		ct, commitment, err := result.Seal(to, key, f.Job, f.Charge.StructHash(), salt, plaintext, size)
		if err != nil || len(ct) != size || size > result.MaxSize {
			t.Fatalf("%d bytes: ciphertext %d of %d, %v", n, len(ct), size, err)
		}
		r := receipt.Receipt{
			Job: f.Job, Charge: f.Charge, Result: commitment, Ciphertext: receipt.HashBytes(ct),
			Size: uint64(size), Opening: f.Opening,
		}
		if got, err := result.Open(k, key, r, ct); err != nil || !bytes.Equal(got, plaintext) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
	for _, c := range []struct{ n, size int }{{845, 2048}, {0, result.MinSize - 1}, {0, result.MaxSize + 1},
		{result.MaxPlaintext + 1, result.MaxSize}} {
		if _, _, err := result.Seal(to, key, f.Job, f.Charge.StructHash(), salt, make([]byte, c.n), c.size); !errors.Is(
			err,
			result.ErrSize) {
			t.Errorf("%d bytes in %d: %v", c.n, c.size, err)
		}
	}
	for _, n := range []int{-1, result.MaxPlaintext + 1} {
		if _, err := result.Size(n); !errors.Is(err, result.ErrSize) {
			t.Errorf("size of %d: %v", n, err)
		}
	}
	if _, _, err := result.Seal(sealed.PublicKey{}, key, f.Job, f.Charge.StructHash(), salt, nil,
		result.MinSize); !errors.Is(err,
		sealed.ErrKey) {
		t.Errorf("no key: %v", err)
	}
}

func FuzzOpen(f *testing.F) {
	v, k, r := load(f)
	f.Add([]byte(v.Cases[0].Ciphertext))
	f.Add([]byte(v.Cases[0].Ciphertext[:49]))
	f.Fuzz(func(t *testing.T, in []byte) {
		changed := r
		changed.Ciphertext, changed.Size = receipt.HashBytes(in), uint64(len(in))
		if _, err := result.Open(k, opening.Key(v.OpeningKey), changed, in); err == nil && !bytes.Equal(in,
			v.Cases[0].Ciphertext) {
			t.Fatalf("forged: %x", in)
		}
	})
}
