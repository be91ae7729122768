package release_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/signature"
)

// A refusal counts for the question that it answers, as it was worded, and from the broker's account alone.
func TestRefusalBindsEverything(t *testing.T) {
	account, err := crypto.ToECDSA(bytes.Repeat([]byte{7}, 32))
	if err != nil {
		t.Fatal(err)
	}
	broker := crypto.PubkeyToAddress(account.PublicKey)
	domain := eip712.Domain{ChainID: 42334, Contract: common.HexToAddress("0x5")}
	question := release.Request{
		Job: common.HexToHash("0x1"), Enclave: common.HexToAddress("0x2"), Operator: common.HexToAddress("0x3"),
		REK:      common.HexToHash("0x4"),
		Evidence: []byte("with a challenge"), Nonce: common.HexToHash("0x6"), File: fileOf("t", "p", "h"),
	}
	var refusal *release.Refusal
	if !errors.As(release.Refuse(release.CodeCohort, "%d subjects", 7), &refusal) {
		t.Fatal("it is no refusal")
	}
	refusal.Round = 12
	if err := refusal.Sign(domain, question, account); err != nil {
		t.Fatal(err)
	}
	body, err := json.Marshal(refusal)
	if err != nil {
		t.Fatal(err)
	}
	read := func() *release.Refusal {
		r := new(release.Refusal)
		if err := json.Unmarshal(body, r); err != nil {
			t.Fatal(err)
		}
		return r
	}
	if err := read().Verify(domain, question, broker); err != nil {
		t.Fatal(err)
	}
	withFile := func(f *release.File) func() error {
		return func() error { q := question; q.File = f; return read().Verify(domain, q, broker) }
	}
	for name, verify := range map[string]func() error{
		"another job":       func() error { q := question; q.Job[0]++; return read().Verify(domain, q, broker) },
		"another enclave":   func() error { q := question; q.Enclave[0]++; return read().Verify(domain, q, broker) },
		"another operator":  func() error { q := question; q.Operator[0]++; return read().Verify(domain, q, broker) },
		"another REK":       func() error { q := question; q.REK[0]++; return read().Verify(domain, q, broker) },
		"another challenge": func() error { q := question; q.Evidence = nil; return read().Verify(domain, q, broker) },
		"another nonce":     func() error { q := question; q.Nonce[0]++; return read().Verify(domain, q, broker) },
		"other tables":      withFile(fileOf("", "p", "h")),
		"other parameters":  withFile(fileOf("t", "", "h")),
		"another header":    withFile(fileOf("t", "p", "i")),
		"no file":           withFile(nil),
		"another chain":     func() error { d := domain; d.ChainID++; return read().Verify(d, question, broker) },
		"another market":    func() error { d := domain; d.Contract[0]++; return read().Verify(d, question, broker) },
		"another broker":    func() error { return read().Verify(domain, question, common.HexToAddress("0x9")) },
		"another code": func() error {
			r := read()
			r.Code = release.CodeStopped
			return r.Verify(domain, question,
				broker)
		},
		"another detail": func() error { r := read(); r.Detail = ""; return r.Verify(domain, question, broker) },
		"another round":  func() error { r := read(); r.Round++; return r.Verify(domain, question, broker) },
		"no signature":   func() error { r := read(); r.Signature = nil; return r.Verify(domain, question, broker) },
	} {
		if err := verify(); !errors.Is(err, release.ErrUnsigned) {
			t.Errorf("%s: %v, want %v", name, err, release.ErrUnsigned)
		}
	}
}

func fileOf(tables, parameters, header string) *release.File {
	return &release.File{Tables: []byte(tables), Parameters: []byte(parameters), Header: []byte(header)}
}

// A request is an enclave's when its key has signed all of it.
func TestRequestBindsEverything(t *testing.T) {
	key, err := crypto.ToECDSA(bytes.Repeat([]byte{7}, 32))
	if err != nil {
		t.Fatal(err)
	}
	domain := eip712.Domain{ChainID: 42334, Contract: common.HexToAddress("0x5")}
	signed := release.Request{
		Job: common.HexToHash("0x1"), Enclave: crypto.PubkeyToAddress(key.PublicKey),
		Operator: common.HexToAddress("0x3"),
		REK:      common.HexToHash("0x4"), Evidence: []byte("with a challenge"), Nonce: common.HexToHash("0x6"),
		File: fileOf("t", "p", "h"),
	}
	if err := signed.Sign(domain, key); err != nil {
		t.Fatal(err)
	}
	if err := signed.Verify(domain); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(q *release.Request, d *eip712.Domain){
		"another job":       func(q *release.Request, _ *eip712.Domain) { q.Job[0]++ },
		"another enclave":   func(q *release.Request, _ *eip712.Domain) { q.Enclave[0]++ },
		"another operator":  func(q *release.Request, _ *eip712.Domain) { q.Operator[0]++ },
		"another REK":       func(q *release.Request, _ *eip712.Domain) { q.REK[0]++ },
		"another challenge": func(q *release.Request, _ *eip712.Domain) { q.Evidence = nil },
		"another nonce":     func(q *release.Request, _ *eip712.Domain) { q.Nonce[0]++ },
		"other tables":      func(q *release.Request, _ *eip712.Domain) { q.File = fileOf("", "p", "h") },
		"other parameters":  func(q *release.Request, _ *eip712.Domain) { q.File = fileOf("t", "t", "h") },
		"another header":    func(q *release.Request, _ *eip712.Domain) { q.File = fileOf("t", "p", "") },
		"members swapped":   func(q *release.Request, _ *eip712.Domain) { q.File = fileOf("p", "t", "h") },
		"no file":           func(q *release.Request, _ *eip712.Domain) { q.File = nil },
		"an empty file":     func(q *release.Request, _ *eip712.Domain) { q.File = &release.File{} },
		"no signature":      func(q *release.Request, _ *eip712.Domain) { q.Signature = signature.Signature{} },
		"another chain":     func(_ *release.Request, d *eip712.Domain) { d.ChainID++ },
		"another market":    func(_ *release.Request, d *eip712.Domain) { d.Contract[0]++ },
	} {
		q, d := signed, domain
		change(&q, &d)
		if q.Verify(d) == nil {
			t.Errorf("%s: taken", name)
		}
	}
}

// That a dataset is served counts for the dataset and the question that were asked, and from its broker alone.
func TestServedBindsEverything(t *testing.T) {
	account, err := crypto.ToECDSA(bytes.Repeat([]byte{7}, 32))
	if err != nil {
		t.Fatal(err)
	}
	broker := crypto.PubkeyToAddress(account.PublicKey)
	domain := eip712.Domain{ChainID: 42334, Contract: common.HexToAddress("0x5")}
	question := release.Serves{Dataset: common.HexToHash("0x1"), Nonce: common.HexToHash("0x3")}
	answer, err := question.Sign(domain, account)
	if err != nil {
		t.Fatal(err)
	}
	if err := question.Verify(domain, answer, broker); err != nil {
		t.Fatal(err)
	}
	for name, verify := range map[string]func() error{
		"another dataset":  func() error { q := question; q.Dataset[0]++; return q.Verify(domain, answer, broker) },
		"another question": func() error { q := question; q.Nonce[0]++; return q.Verify(domain, answer, broker) },
		"another market":   func() error { d := domain; d.Contract[0]++; return question.Verify(d, answer, broker) },
		"another broker":   func() error { return question.Verify(domain, answer, common.HexToAddress("0x9")) },
		"no signature":     func() error { return question.Verify(domain, release.Served{}, broker) },
	} {
		if err := verify(); !errors.Is(err, release.ErrUnsigned) {
			t.Errorf("%s: %v, want %v", name, err, release.ErrUnsigned)
		}
	}
}
