package audit_test

import (
	"bytes"
	"testing"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/audit/collect/recordtest"
	"github.com/assent-network/assent/protocol/bundle"
)

// Whatever the file says, there is a report without a panic; only the bundle itself passes.
func FuzzVerify(f *testing.F) {
	j := recordtest.New(f, recordtest.Options{Subjects: 8, Between: 2})
	good := j.Bundle(f)
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Fuzz(func(t *testing.T, data []byte) {
		r := audit.Verify(data, j.Root, audit.Options{})
		if r.Passed != bytes.Equal(data, good) {
			t.Fatalf("passed: %v\n%s", r.Passed, words(r))
		}
		if len(r.Checks) != len(audit.Names()) || r.Passed != (r.Err() == nil) {
			t.Fatalf("%d checks, %v", len(r.Checks), r.Err())
		}
	})
}

// What decodes re-encodes alike.
func FuzzDecode(f *testing.F) {
	f.Add(recordtest.New(f, recordtest.Options{Subjects: 8, Between: 2}).Bundle(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := bundle.Decode(data)
		if err == nil && !bytes.Equal(b.Encode(), data) {
			t.Fatal("decoded from another encoding than its own")
		}
	})
}
