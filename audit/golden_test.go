package audit_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/protocol/bundle"
	"github.com/assent-network/assent/protocol/trustroot"
	"github.com/assent-network/assent/tee"
)

// golden is the bundle of a job on a real network, as "assent demo --people 150 --no-exact" left it with the trust root
// of that network. The nodes are long gone.
func golden(t testing.TB) (data []byte, root trustroot.TrustRoot) {
	t.Helper()
	data, err := os.ReadFile("testdata/demo.bundle")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile("testdata/demo.trust-root.json")
	if err != nil {
		t.Fatal(err)
	}
	if root, err = trustroot.Parse(raw); err != nil {
		t.Fatal(err)
	}
	return data, root
}

// The format stays: what was recorded once verifies for good.
func TestGolden(t *testing.T) {
	data, root := golden(t)
	r := audit.Verify(data, root, audit.Options{})
	mustPass(t, r)
	if !r.Complete {
		t.Fatalf("not shown: %q", r.NotShown)
	}
	f := r.Facts
	if f.LiveSubjects != 114 || f.Entries != 120 || f.ConsentRound != 14 || f.FinalRound != 18 || f.Rho != "0.017468" ||
		f.Kind != "fairness" || f.Release != "private" || f.Attestation != "tdx, simulated" ||
		f.TCB != tee.UpToDate || f.Evaluation != 1 || f.JudgedAt.Unix() != 1796004547 {
		t.Fatalf("facts %+v", f)
	}
	b, err := bundle.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Encode(), data) {
		t.Fatal("the bundle does not survive")
	}
}

// Bad vectors from the good one: a byte of every stretch of the file changed.
func TestGolden_everyStretchCounts(t *testing.T) {
	data, root := golden(t)
	named := make(map[audit.Name]int)
	const step = 61
	for at := 0; at < len(data); at += step {
		bad := bytes.Clone(data)
		bad[at] ^= 0x01
		r := audit.Verify(bad, root, audit.Options{})
		if r.Passed {
			t.Fatalf("byte %d changed, and it passes", at)
		}
		named[r.Failed()[0]]++
	}
	for _, want := range []audit.Name{
		audit.Encoding, audit.Signature, audit.LightBlocks, audit.RuntimeRounds, audit.Committee, audit.StorageProofs,
		audit.Inputs,
		audit.Attestation} {
		if named[want] == 0 {
			t.Errorf("no change was named %q: %v", want, named)
		}
	}
	t.Logf("%d changes: %v", len(data)/step+1, named)
}

func BenchmarkVerify_golden(b *testing.B) {
	data, root := golden(b)
	for b.Loop() {
		if r := audit.Verify(data, root, audit.Options{}); !r.Passed {
			b.Fatal(words(r))
		}
	}
}
