package quote_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/tee/quote"
)

var real = []struct {
	file    string
	version uint16
	tee     quote.TEE
	is15    bool
	padding bool
	debug   bool
}{
	{"sgx_tdx_quotes/quote_v3_ecdsa_p256_pck_chain.bin", 3, quote.SGX, false, false, false},
	{"sgx_tdx_quotes/quote_v4_tdx_ecdsa_p256.bin", 4, quote.TDX, false, false, false},
	{"sgx_tdx_quotes/quote_v4_tdx_ecdsa_p256_out_of_date.bin", 4, quote.TDX, false, false, false},
	{"sgx_tdx_quotes/quote_v4_tdx_ecdsa_p256_trailing.bin", 4, quote.TDX, false, true, false},
	{"quotes/tdx_v4_cos113.dat", 4, quote.TDX, false, true, false},
	{"quotes/tdx_v4_00806f_out_of_date.bin", 4, quote.TDX, false, true, false},
	{"quotes/tdx_v4_b0c06f.bin", 4, quote.TDX, false, true, false},
	{"quotes/tdx_v4_debug.dat", 4, quote.TDX, false, false, true},
	{"quotes/tdx_v5_90c06f.dat", 5, quote.TDX, true, false, false},
	{"quotes/tdx_v5_sample.dat", 5, quote.TDX, true, false, false},
}

func TestParseRealQuotes(t *testing.T) {
	dir := sharedtest.Path(t, "vectors")
	for _, c := range real {
		t.Run(filepath.Base(c.file), func(t *testing.T) {
			b, err := os.ReadFile(filepath.Join(dir, c.file))
			if err != nil {
				t.Fatal(err)
			}
			q, err := quote.Parse(b)
			if err != nil {
				t.Fatal(err)
			}
			if q.Header.Version != c.version || q.Header.TEE != c.tee || (q.TD != nil && q.TD.Is15 != c.is15) {
				t.Errorf("version %d, %v, is15 %v", q.Header.Version, q.Header.TEE, q.TD != nil && q.TD.Is15)
			}
			if q.TD != nil && q.TD.Debug() != c.debug {
				t.Errorf("debug is %v", q.TD.Debug())
			}
			if (q.Padding > 0) != c.padding {
				t.Errorf("%d bytes of padding", q.Padding)
			}
			if !bytes.Equal(q.Marshal(), b) {
				t.Error("the quote marshals to other bytes")
			}
			if !bytes.Equal(q.SignedBytes(), q.Signed()) {
				t.Error("header and body marshal to other bytes")
			}
			end := len(b) - q.Padding
			for cut := 0; cut < end; cut += 13 { // a quote that was cut anywhere is refused
				if _, err := quote.Parse(b[:cut]); !errors.Is(err, quote.ErrMalformed) {
					t.Fatalf("cut to %d bytes: %v", cut, err)
				}
			}
			if _, err := quote.Parse(append(bytes.Clone(b), 1)); !errors.Is(err, quote.ErrMalformed) {
				t.Errorf("a byte after the quote: %v", err)
			}
		})
	}
	t.Logf("count: %d real quotes", len(real))
}

func TestParseRefuses(t *testing.T) {
	dir := sharedtest.Path(t, "vectors")
	// A quote whose PCK certificate is only named by an encrypted PPID cannot be verified offline.
	b, err := os.ReadFile(filepath.Join(dir, "sgx_tdx_quotes/quote_v3_ecdsa_p256_eppid.bin"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := quote.Parse(b); !errors.Is(err, quote.ErrMalformed) {
		t.Errorf("an encrypted PPID: %v", err)
	}
	if _, err := quote.Parse(make([]byte, quote.MaxSize+1)); !errors.Is(err, quote.ErrMalformed) {
		t.Errorf("an oversized quote: %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte{})
	for _, c := range real {
		if sharedtest.Has(f, "vectors", c.file) {
			f.Add(sharedtest.Read(f, "vectors", c.file))
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		q, err := quote.Parse(b)
		if err != nil {
			if !errors.Is(err, quote.ErrMalformed) {
				t.Errorf("an error of another kind: %v", err)
			}
			return
		}
		if !bytes.Equal(q.Marshal(), b) {
			t.Error("what parses marshals to other bytes")
		}
	})
}
