package handover_test

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/node/broker/handover"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/protocol/signature"
	"github.com/assent-network/assent/protocol/trustroot"
	"github.com/assent-network/assent/tee"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

func request() handover.Request {
	return handover.Request{
		Enclave: common.Address{1}, REK: common.Hash{2}, TrustRoot: common.Hash{3}, Datasets: []common.Hash{{4}, {5}},
		WantsAccount: true,
		Evidence:     []byte{6}, Collateral: []byte{7},
	}
}

// repeat is a source of one byte.
type repeat byte

func (r repeat) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = byte(r)
	}
	return len(b), nil
}

func estate(t testing.TB) *handover.Estate {
	t.Helper()
	e, err := keyring.NewEntry(`a "study" <of> Ä`, repeat(7))
	if err != nil {
		t.Fatal(err)
	}
	return &handover.Estate{
		Keys: []handover.Key{{Dataset: common.Hash{1}, Entry: *e}}, Account: crypto.Keccak256([]byte("account")),
		Round: 1 << 60, Height: 9,
		Terms: handover.Terms{
			Listed: []common.Address{{1}}, Successors: []common.Hash{{2}}, SimulatedSuccessors: true,
			MaxGasPrice: 1 << 63,
			Accept: []handover.Accept{{
				TCB:        []tee.TCBStatus{tee.SWHardeningNeeded},
				Floor:      []teepolicy.Floor{{Platform: tee.SNP, Component: "snp", SVN: 3}},
				MinTCBDate: time.Date(2025, 1, 2, 0, 0, 0, 0, time.UTC), MinEvaluation: 17,
				Devices: []string{"chip:aa"}, MaxCollateralAge: 86400 * 366,
			}},
		},
	}
}

func encode(t testing.TB, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestMessagesRoundTrip(t *testing.T) {
	rq, err := handover.ParseRequest(encode(t, request()))
	if err != nil || !reflect.DeepEqual(rq, request()) {
		t.Errorf("%+v, %v", rq, err)
	}
	rq, err = handover.ParseRequest(encode(t, handover.Request{Evidence: []byte{1}, Collateral: []byte{}}))
	if err != nil || rq.Datasets != nil || rq.WantsAccount {
		t.Errorf("%+v, %v", rq, err)
	}
	want := estate(t)
	got, err := handover.ParseEstate(encode(t, want))
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	ring, err := got.Keyring()
	if err != nil {
		t.Fatal(err)
	}
	if e, err := ring.Get(common.Hash{1}); err != nil || e.Identity != want.Keys[0].Entry.Identity {
		t.Errorf("%v, %v", e, err)
	}
	empty := encode(t, handover.Estate{Keys: []handover.Key{}})
	if e, err := handover.ParseEstate(empty); err != nil || len(e.Keys) != 0 {
		t.Errorf("%+v, %v", e, err)
	}
}

// Messages have one form; each of these differs from it in one thing.
func TestMessagesAreStrict(t *testing.T) {
	good := string(encode(t, request()))
	for name, bad := range map[string]string{
		"nothing":              "",
		"another member":       strings.Replace(good, `{`, `{"more":1,`, 1),
		"a member twice":       strings.Replace(good, `{`, `{"wantsAccount":true,`, 1),
		"a member too few":     strings.Replace(good, `"wantsAccount":true,`, ``, 1),
		"another case":         strings.Replace(good, `wantsAccount`, `WantsAccount`, 1),
		"digits in upper case": strings.Replace(good, `"0x0400`, `"0X0400`, 1),
		"null":                 strings.Replace(good, `"wantsAccount":true`, `"wantsAccount":null`, 1),
		"something after it":   good + "{}",
		"no datasets, said":    string(encode(t, map[string]any{"datasets": []string{}})),
		"a short hash":         strings.Replace(good, `"rek":"0x02`, `"rek":"0x`, 1),
	} {
		if _, err := handover.ParseRequest([]byte(bad)); err == nil {
			t.Errorf("%s: %q was read", name, bad)
		}
	}
	many := request()
	many.Datasets = make([]common.Hash, handover.MaxDatasets+1)
	if _, err := handover.ParseRequest(encode(t, many)); err == nil {
		t.Error("a request for too many datasets was read")
	}
	for name, move := range map[string]func(*handover.Estate){
		"a dataset twice":            func(e *handover.Estate) { e.Keys = append(e.Keys, e.Keys[0]) },
		"a dataset key that is none": func(e *handover.Estate) { e.Keys[0].Entry.Identity = "AGE-SECRET-KEY-1" },
		"a short master secret":      func(e *handover.Estate) { e.Keys[0].Entry.Master = e.Keys[0].Entry.Master[1:] },
		"an account's key that is 0": func(e *handover.Estate) { e.Account = make([]byte, 32) },
		"a short account's key":      func(e *handover.Estate) { e.Account = e.Account[1:] },
	} {
		e := estate(t)
		move(e)
		if _, err := handover.ParseEstate(encode(t, e)); err == nil {
			t.Errorf("%s: was read", name)
		}
	}
	for name, bad := range map[string]string{"no form": `{`, "another member": `{"nonce":"0x","x":1}`} {
		if _, err := handover.ParseChallenge([]byte(bad)); err == nil {
			t.Errorf("challenge, %s: was read", name)
		}
		if _, err := handover.ParseResponse([]byte(bad)); err == nil {
			t.Errorf("response, %s: was read", name)
		}
	}
}

// A policy is as strict after the way as before it.
func TestAcceptKeepsThePolicy(t *testing.T) {
	p := estate(t).Terms.Policies()[0]
	if got := handover.AcceptOf(p).Policy(); !reflect.DeepEqual(got, p) {
		t.Errorf("%+v, want %+v", got, p)
	}
	for age, want := range map[time.Duration]time.Duration{
		0: 0, 1: time.Second, time.Second: time.Second, time.Second + 1: 2 * time.Second, -1: 0,
	} {
		if got := handover.AcceptOf(teepolicy.Policy{MaxCollateralAge: age}).Policy().MaxCollateralAge; got != want {
			t.Errorf("%s became %s, want %s", age, got, want)
		}
	}
	if got := (handover.Accept{MaxCollateralAge: math.MaxUint64}).Policy().MaxCollateralAge; got <= 0 {
		t.Errorf("the longest age became %s", got)
	}
}

func TestHashOfTellsTrustRootsApart(t *testing.T) {
	seen := make(map[common.Hash]string)
	for name, r := range map[string]trustroot.TrustRoot{
		"one":            {Network: "one"},
		"another height": {Network: "one", Height: 1},
		"another header": {Network: "one", HeaderHash: common.Hash{1}},
		"another market": {Network: "one",
			Contracts: trustroot.Contracts{Market: trustroot.Contract{Address: common.Address{1}}}},
		"another root": {Network: "one", TEERoots: []trustroot.TEERoot{{Name: "root", Certificate: []byte{1}}}},
	} {
		h, err := handover.HashOf(r)
		if err != nil {
			t.Fatal(err)
		}
		if other, ok := seen[h]; ok {
			t.Errorf("%s has the hash of %s", name, other)
		}
		seen[h] = name
	}
}

func FuzzParseRequest(f *testing.F) {
	f.Add(encode(f, request()))
	f.Add([]byte(`{}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		rq, err := handover.ParseRequest(b)
		if err != nil {
			return
		}
		again, err := handover.ParseRequest(encode(t, rq))
		if err != nil || !reflect.DeepEqual(rq, again) {
			t.Errorf("%q reads as %+v, which reads as %+v, %v", b, rq, again, err)
		}
	})
}

func FuzzParseEstate(f *testing.F) {
	f.Add(encode(f, estate(f)))
	f.Add([]byte(`{"keys":[],"round":"1","height":"2","terms":{"simulatedSuccessors":false,"maxGasPrice":"0"}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		e, err := handover.ParseEstate(b)
		if err != nil {
			return
		}
		first := encode(t, e)
		again, err := handover.ParseEstate(first)
		if err != nil || !bytes.Equal(first, encode(t, again)) {
			t.Errorf("%q reads as %+v, which reads as %+v, %v", b, e, again, err)
		}
		if _, err := e.Keyring(); err != nil {
			t.Errorf("%q reads and makes no keyring: %v", b, err)
		}
		if _, err := e.AccountKey(); err != nil {
			t.Errorf("%q reads and its account has no key: %v", b, err)
		}
		e.Terms.Policies()
	})
}

func FuzzParseResponse(f *testing.F) {
	f.Add(encode(f, handover.Response{Wrapped: []byte{1}, Signature: signature.Signature{31: 1, 63: 1, 64: 27}}))
	f.Add(encode(f, handover.Challenge{Nonce: common.Hash{1}, Account: common.Address{2}}))
	f.Fuzz(func(t *testing.T, b []byte) {
		if r, err := handover.ParseResponse(b); err == nil {
			if again, err := handover.ParseResponse(encode(t, r)); err != nil || !reflect.DeepEqual(r, again) {
				t.Errorf("%q reads as %+v, which reads as %+v, %v", b, r, again, err)
			}
		}
		if c, err := handover.ParseChallenge(b); err == nil {
			if again, err := handover.ParseChallenge(encode(t, c)); err != nil || c != again {
				t.Errorf("%q reads as %+v, which reads as %+v, %v", b, c, again, err)
			}
		}
	})
}
