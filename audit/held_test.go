package audit_test

import (
	"bytes"
	"crypto/ecdsa"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/audit/collect"
	"github.com/assent-network/assent/audit/collect/recordtest"
	"github.com/assent-network/assent/protocol/bundle"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/receipt"
)

// archives are keys in ascending order of their addresses.
func archives(t testing.TB, n int) (keys []*ecdsa.PrivateKey, addresses []common.Address) {
	t.Helper()
	for i := range n {
		k, err := crypto.ToECDSA(crypto.Keccak256([]byte("assent audit test: archive"), []byte{byte(i)}))
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, k)
	}
	address := func(k *ecdsa.PrivateKey) common.Address { return crypto.PubkeyToAddress(k.PublicKey) }
	slices.SortFunc(keys, func(a, b *ecdsa.PrivateKey) int { return address(a).Cmp(address(b)) })
	for _, k := range keys {
		addresses = append(addresses, address(k))
	}
	return keys, addresses
}

// held makes a job whose result is too large for the chain, of which two of three archives have to sign, and the last
// two do.
func held(t testing.TB, change func(j *recordtest.Job)) *recordtest.Job {
	t.Helper()
	return recordtest.New(t, recordtest.Options{Subjects: 20, Change: func(j *recordtest.Job) {
		keys, addresses := archives(t, 3)
		j.Docs.Policy.Archives, j.Docs.Policy.ArchivesNeeded = addresses, 2
		j.Docs.Ciphertext = bytes.Repeat([]byte{7}, job.MaxCiphertext+1)
		j.Archives = keys[1:]
		if change != nil {
			change(j)
		}
	}})
}

// A result that is too large for the chain is proven by the signatures of archives, with its ciphertext in the bundle
// and without.
func TestVerify_heldByArchives(t *testing.T) {
	_, addresses := archives(t, 3)
	for name, change := range map[string]func(d *collect.Documents){
		"with the ciphertext":    nil,
		"without the ciphertext": func(d *collect.Documents) { d.Ciphertext = nil },
	} {
		j := held(t, func(j *recordtest.Job) { j.ChangeDocuments = change })
		r := audit.Verify(j.Bundle(t), j.Root, audit.Options{})
		mustPass(t, r)
		if !slices.Equal(r.Facts.Archives, addresses[1:]) || r.Facts.ResultSize != job.MaxCiphertext+1 {
			t.Errorf("%s: facts %+v", name, r.Facts)
		}
	}
}

func TestVerify_notHeld(t *testing.T) {
	_, addresses := archives(t, 3)
	other, err := crypto.ToECDSA(crypto.Keccak256([]byte("assent audit test: no archive")))
	if err != nil {
		t.Fatal(err)
	}
	documents := func(change func(d *collect.Documents)) func(j *recordtest.Job) {
		return func(j *recordtest.Job) { j.ChangeDocuments = change }
	}
	for name, change := range map[string]func(j *recordtest.Job){
		"none signed":            func(j *recordtest.Job) { j.Archives = nil },
		"too few signed":         func(j *recordtest.Job) { j.Archives = j.Archives[:1] },
		"one signed twice":       func(j *recordtest.Job) { j.Archives[1] = j.Archives[0] },
		"out of order":           func(j *recordtest.Job) { slices.Reverse(j.Archives) },
		"another signed":         func(j *recordtest.Job) { j.Archives[1] = other },
		"another signed as well": func(j *recordtest.Job) { j.Archives = append(j.Archives, other) },
		"a policy without archives": func(j *recordtest.Job) {
			j.Docs.Policy.Archives,
				j.Docs.Policy.ArchivesNeeded = nil, 0
		},
		"a policy with other archives": func(j *recordtest.Job) { j.Docs.Policy.Archives = addresses[:2] },
		"archives who hold another one": func(j *recordtest.Job) {
			j.ChangeReceipt = func(
				r *receipt.Receipt) {
				r.Ciphertext[0] ^= 1
			}
		},
		"a part of the ciphertext": documents(func(d *collect.Documents) { d.Ciphertext = d.Ciphertext[1:] }),
		"another ciphertext":       documents(func(d *collect.Documents) { d.Ciphertext[9] ^= 1 }),
		"a small one that archives hold": func(j *recordtest.Job) {
			j.Docs.Ciphertext = j.Docs.Ciphertext[:job.MaxCiphertext]
		},
		"a small one that is left out": func(j *recordtest.Job) {
			j.Docs.Ciphertext, j.Archives = j.Docs.Ciphertext[:job.MaxCiphertext], nil
			documents(func(d *collect.Documents) { d.Ciphertext = nil })(j)
		},
	} {
		t.Run(name, func(t *testing.T) {
			j := held(t, change)
			r := audit.Verify(j.Bundle(t), j.Root, audit.Options{})
			if r.Passed || r.Failed()[0] != audit.Inputs {
				t.Fatalf("want %q\n%s", audit.Inputs, words(r))
			}
		})
	}
}

// Any byte of the archives' signatures counts.
func TestVerify_heldEveryByteCounts(t *testing.T) {
	j := held(t, func(j *recordtest.Job) {
		j.ChangeDocuments = func(d *collect.Documents) { d.Ciphertext = nil }
	})
	data := j.Bundle(t)
	mustPass(t, audit.Verify(data, j.Root, audit.Options{}))
	for i := range 2 {
		for at := range 65 {
			b, err := bundle.Decode(data)
			if err != nil {
				t.Fatal(err)
			}
			b.Held[i][at] ^= 1 << (at % 8)
			if r := audit.Verify(b.Encode(), j.Root, audit.Options{}); r.Passed || r.Failed()[0] != audit.Inputs {
				t.Fatalf("byte %d of signature %d changed:\n%s", at, i, words(r))
			}
		}
	}
}

// A bundle of another version is told so in one line, whatever its fields are.
func TestVerify_otherVersions(t *testing.T) {
	j := recordtest.New(t, recordtest.Options{Subjects: 3})
	data := j.Bundle(t)
	at := bytes.Index(data, []byte(bundle.Format))
	for name, change := range map[string]func(b []byte){
		"the one before":   func(b []byte) { b[0], b[at+len(bundle.Format)-1] = b[0]-1, '1' },
		"a later one":      func(b []byte) { b[0], b[at+len(bundle.Format)-1] = b[0]+1, '9' },
		"with our fields":  func(b []byte) { b[at+len(bundle.Format)-1] = '1' },
		"with other bytes": func(b []byte) { b[at+len(bundle.Format)-1] = '1'; clear(b[at+len(bundle.Format):]) },
	} {
		bad := bytes.Clone(data)
		change(bad)
		other := string(bad[at : at+len(bundle.Format)])
		r := audit.Verify(bad, j.Root, audit.Options{})
		err := r.Err()
		if err == nil || r.Failed()[0] != audit.Encoding {
			t.Fatalf("%s:\n%s", name, words(r))
		}
		got := err.Error()
		if !strings.Contains(got, strconv.Quote(other)) || !strings.Contains(got,
			strconv.Quote(bundle.Format)) || strings.Contains(got, "\n") {
			t.Errorf("%s: %s", name, got)
		}
	}
}
