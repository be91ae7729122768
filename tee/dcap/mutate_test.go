package dcap_test

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"github.com/assent-network/assent/internal/mutation"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/vectortest"
)

var (
	mutations = flag.Int("mutations", 4000, "random mutations of real quotes to try")
	every     = flag.Bool("every", false,
		"flip every byte of every real quote and collateral, not only of one per version and every fourth")
)

// TestEveryByte flips one bit of every byte of quotes and of their collateral. Nothing in them is unsigned.
func TestEveryByte(t *testing.T) {
	roots := vectortest.IntelRoot(t)
	seen := map[string]bool{}
	for _, q := range vectortest.Quotes() {
		quote, collateral := vectortest.Read(t, q.File), q.Marshal(t)
		kind := string(quote[:2])
		if q.Refused != "" || (seen[kind] && !*every) {
			continue
		}
		seen[kind] = true
		t.Run(filepath.Base(q.File), func(t *testing.T) {
			t.Parallel()
			if _, _, err := verdict(q, quote, collateral, roots, q.Now); err != nil {
				t.Fatal(err)
			}
			for i := range bytes.TrimRight(quote, "\x00") {
				m := bytes.Clone(quote)
				m[i] ^= 1 << (i % 8)
				if _, _, err := verdict(q, m, collateral, roots, q.Now); err == nil {
					t.Errorf("byte %d of the quote flipped: accepted", i)
				}
			}
			for i := range collateral {
				if i%4 != 0 && !*every {
					continue
				}
				m := bytes.Clone(collateral)
				m[i] ^= 1 << (i % 8)
				if _, _, err := verdict(q, quote, m, roots, q.Now); err == nil {
					t.Errorf("byte %d of the collateral flipped: accepted", i)
				}
			}
			t.Logf("%d bytes of quote, %d of collateral", len(bytes.TrimRight(quote, "\x00")), len(collateral))
		})
	}
}

// TestMutations mutates real quotes at random. Run it with -mutations=150000 for as many.
func TestMutations(t *testing.T) {
	roots := vectortest.IntelRoot(t)
	type real struct {
		vectortest.Quote
		quote, collateral []byte
	}
	var quotes []real
	for _, q := range vectortest.Quotes() {
		quotes = append(quotes, real{q, vectortest.Read(t, q.File), q.Marshal(t)})
	}
	const workers = 2
	for w := range workers {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(uint64(w), 42))
			same := 0
			for range *mutations / workers {
				q := quotes[r.IntN(len(quotes))]
				m := mutation.Random(r, q.quote, quotes[r.IntN(len(quotes))].quote)
				if bytes.Equal(bytes.TrimRight(m, "\x00"), bytes.TrimRight(q.quote, "\x00")) {
					same++ // nothing but padding changed
					continue
				}
				if _, _, err := verdict(q.Quote, m, q.collateral, roots, q.Now); err == nil {
					t.Fatalf("accepted a mutation of %s: %x", q.File, m)
				}
			}
			t.Logf("%d mutations refused, %d changed padding only", *mutations/workers-same, same)
		})
	}
}

// FuzzVerify looks for panics, and for quotes that claim what no genuine one does.
func FuzzVerify(f *testing.F) {
	roots := vectortest.IntelRoot(f)
	bodies := map[string]bool{}
	for _, q := range vectortest.Quotes() {
		b := vectortest.Read(f, q.File)
		f.Add(b, q.Marshal(f), q.Now.Unix())
		s, err := dcap.VerifySignature(b, roots, q.Now)
		if err != nil {
			f.Fatal(err)
		}
		bodies[string(s.Quote.Signed())] = true
	}
	f.Fuzz(func(t *testing.T, b, collateral []byte, now int64) {
		at := time.Unix(now, 0)
		if s, err := dcap.VerifySignature(b, roots, at); err == nil && !bodies[string(s.Quote.Signed())] {
			t.Fatal("a forged quote")
		}
		_, _ = dcap.Verifier{}.Verify(b, collateral, roots, at)
		_, _ = dcap.Verifier{}.VerifySGX(b, collateral, roots, at)
	})
}
