package dcap_test

import (
	"testing"
	"time"

	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/vectortest"
)

// BenchmarkVerify verifies a real quote with all its collateral: everything, revocation lists too.
func BenchmarkVerify(b *testing.B) {
	q, roots := vectortest.Quotes()[0], vectortest.IntelRoot(b)
	quote, coll := vectortest.Read(b, q.File), q.Marshal(b)
	for b.Loop() {
		if _, err := (dcap.Verifier{}).Verify(quote, coll, roots, q.Now); err != nil {
			b.Fatal(err)
		}
	}
}

// The others, on a quote that all accept; it has no revocation lists.
func BenchmarkOasis(b *testing.B) {
	q, roots := vectortest.Quotes()[2], vectortest.IntelRoot(b)
	quote, coll := vectortest.Read(b, q.File), q.Collateral(b)
	for b.Loop() {
		if err := oasis(quote, coll, roots, q.Now, 30*24*time.Hour); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGoogle(b *testing.B) {
	q, roots := vectortest.Quotes()[2], vectortest.IntelRoot(b)
	quote, coll := vectortest.Read(b, q.File), q.Collateral(b)
	for b.Loop() {
		if err := google(quote, coll, roots, q.Now); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVerifyWithoutLists(b *testing.B) {
	q, roots := vectortest.Quotes()[2], vectortest.IntelRoot(b)
	quote, coll := vectortest.Read(b, q.File), q.Marshal(b)
	for b.Loop() {
		if _, err := (dcap.Verifier{}).Verify(quote, coll, roots, q.Now); err != nil {
			b.Fatal(err)
		}
	}
}
