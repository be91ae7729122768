package collateral_test

import (
	"bytes"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/insecure"
	"github.com/assent-network/assent/tee/vectortest"
)

var now = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

func simulated(t testing.TB, terms insecure.Terms) (*collateral.Intel, tee.Roots) {
	t.Helper()
	root, err := insecure.NewRoot(bytes.NewReader(bytes.Repeat([]byte{1}, 32)), now)
	if err != nil {
		t.Fatal(err)
	}
	b, err := root.CollateralOf(terms)
	if err != nil {
		t.Fatal(err)
	}
	c, err := collateral.ParseIntel(b)
	if err != nil {
		t.Fatal(err)
	}
	return c, tee.Roots{root.Certificate()}
}

// TestContainer reads what is written, and nothing else.
func TestContainer(t *testing.T) {
	c, _ := simulated(t, insecure.Terms{Now: now, Number: 1})
	good, err := c.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	amd, err := (&collateral.AMD{VCEK: []byte{1}}).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	change := func(i int, b byte) []byte {
		m := bytes.Clone(good)
		m[i] = b
		return m
	}
	for name, b := range map[string][]byte{
		"empty": nil, "domain": change(0, 'b'), "kind": change(20, 2), "amd": amd, "cut": good[:len(good)-1],
		"longer":        append(bytes.Clone(good), 0),
		"part too long": change(21, 1), "part cut": change(24, good[24]+1), "head only": good[:21],
		"huge": make([]byte, collateral.MaxSize+1),
	} {
		if _, err := collateral.ParseIntel(b); !errors.Is(err, collateral.ErrMalformed) {
			t.Errorf("%s: %v", name, err)
		}
	}
	a, err := collateral.ParseAMD(amd)
	if err != nil || !bytes.Equal(a.VCEK, []byte{1}) || a.ASK != nil || a.CRL != nil {
		t.Errorf("%+v, %v", a, err)
	}
	if _, err := (&collateral.Intel{RootCRL: make([]byte, 200<<10)}).Marshal(); err == nil {
		t.Error("a part of 200 KiB encoded")
	}
}

// TestRealBodies reads every real TCB info and QE identity.
func TestRealBodies(t *testing.T) {
	for _, q := range vectortest.Quotes() {
		c := q.Collateral(t)
		info, err := collateral.ParseTCBInfo(c.TCBInfo.Body)
		if err != nil {
			t.Errorf("%s: %v", q.TCBInfo, err)
			continue
		}
		id, err := collateral.ParseQEIdentity(c.QEIdentity.Body)
		if err != nil {
			t.Errorf("%s: %v", q.QEIdentity, err)
			continue
		}
		if (info.ID == collateral.IDSGX) != q.SGX || (id.ID == collateral.IDQE) != q.SGX {
			t.Errorf("%s: %s, %s", q.File, info.ID, id.ID)
		}
		if len(info.Levels) == 0 || info.Evaluation < 13 || id.Evaluation < 13 || len(id.Levels) == 0 {
			t.Errorf("%s: %+v", q.File, info)
		}
	}
	t.Logf("%d real pairs", len(vectortest.Quotes()))
}

// TestBodiesRefuse changes one thing in a body at a time.
func TestBodiesRefuse(t *testing.T) {
	c, _ := simulated(t, insecure.Terms{Now: now, Number: 1})
	info, id := string(c.TCBInfo.Body), string(c.QEIdentity.Body)
	for _, m := range []struct{ name, from, to string }{
		{"not JSON", "{", ""}, {"something follows", "", "x"}, {"a second value", "", " {}"},
		{"version", `"version":3`, `"version":4`}, {"no version", `"version":3,`, ``},
		{"id", `"id":"TDX"`, `"id":"SEV"`},
		{"name in another case", `"fmspc"`, `"FMSPC"`}, {"name twice", `"fmspc":`, `"fmspc":"000000000000","fmspc":`},
		{"name twice in another case", `"pceId":`, `"unknown":1,"UNKNOWN":2,"pceId":`},
		{"fmspc too short", `"fmspc":"41`, `"fmspc":"`}, {"fmspc no hex", `"fmspc":"41`, `"fmspc":"zz`},
		{"no fmspc", `"fmspc":`, `"other":`},
		{"pceId too long", `"pceId":"`, `"pceId":"00`}, {"tcbType", `"tcbType":0`, `"tcbType":1`},
		{"no tcbType", `"tcbType":0,`, ``},
		{"no evaluation", `"tcbEvaluationDataNumber":1,`, ``},
		{"negative evaluation", `"tcbEvaluationDataNumber":1`, `"tcbEvaluationDataNumber":-1`},
		{"evaluation as text", `"tcbEvaluationDataNumber":1`, `"tcbEvaluationDataNumber":"1"`},
		{"date with an offset", `:05Z","nextUpdate"`, `:05+00:00","nextUpdate"`},
		{"no issue date", `"issueDate"`, `"other"`},
		{"next update before issue", `"nextUpdate":"2026`, `"nextUpdate":"2025`},
		{"no module", `"tdxModule":`, `"other":`},
		{"module twice", `"tdxModuleIdentities":[`, `"tdxModuleIdentities":[` +
			between(info, `"tdxModuleIdentities":[`, `],"tcbLevels":[{"tcb":{"sgx`) + `,`},
		{"module without levels", between(info, `"tcbLevels":`, `}],"tcbLevels":[{"tcb":{"sgx`), `[]`},
		{"15 components", `"sgxtcbcomponents":[{"svn":2},`, `"sgxtcbcomponents":[`},
		{"component without svn", `{"svn":2}`, `{}`},
		{"svn too large", `{"svn":2}`, `{"svn":256}`}, {"svn negative", `{"svn":2}`, `{"svn":-1}`},
		{"no pcesvn", `"pcesvn":13,`, ``},
		{"status unknown", `"tcbStatus":"UpToDate"`, `"tcbStatus":"Fine"`},
		{"no status", `"tcbStatus":"UpToDate"`, `"other":1`},
		{"no date", `"tcbDate":"2026-01-01T00:00:00Z",`, ``},
		{"advisories no list", `"advisoryIDs":["`, `"advisoryIDs":"`},
		{"too deep", `"fmspc":`, `"x":` + strings.Repeat("[", 20) + strings.Repeat("]", 20) + `,"fmspc":`},
	} {
		bad := strings.Replace(info, m.from, m.to, 1)
		if m.from == "" {
			bad = info + m.to
		}
		if bad == info {
			t.Errorf("%s: nothing changed", m.name)
		}
		if _, err := collateral.ParseTCBInfo([]byte(bad)); !errors.Is(err, collateral.ErrMalformed) {
			t.Errorf("TCB info, %s: %v", m.name, err)
		}
	}
	for _, m := range []struct{ name, from, to string }{
		{"version", `"version":2`, `"version":1`}, {"id", `"id":"TD_QE"`, `"id":"QVE"`},
		{"miscselect", `"miscselect":"00`, `"miscselect":"`},
		{"attributes", `"attributes":"11`, `"attributes":"`}, {"mask", `"attributesMask":"FB`, `"attributesMask":"`},
		{"signer", `"mrsigner":"`, `"mrsigner":"00`},
		{"no product", `"isvprodid":2,`, ``}, {"product too large", `"isvprodid":2`, `"isvprodid":65536`},
		{"no isvsvn", `"isvsvn":4`, `"other":4`},
		{"no levels", `"tcbLevels":[`, `"other":[`}, {"status", `"tcbStatus":"UpToDate"`, `"tcbStatus":""`},
	} {
		bad := strings.Replace(id, m.from, m.to, 1)
		if bad == id {
			t.Errorf("%s: nothing changed", m.name)
		}
		if _, err := collateral.ParseQEIdentity([]byte(bad)); !errors.Is(err, collateral.ErrMalformed) {
			t.Errorf("QE identity, %s: %v", m.name, err)
		}
	}
	// What Intel may add is skipped.
	more := strings.Replace(info, `"fmspc":`, `"somethingNew":{"a":[1]},"fmspc":`, 1)
	if _, err := collateral.ParseTCBInfo([]byte(more)); err != nil {
		t.Errorf("an unknown name: %v", err)
	}
}

func between(s, from, to string) string {
	_, s, _ = strings.Cut(s, from)
	s, _, _ = strings.Cut(s, to)
	return s
}

func TestResponses(t *testing.T) {
	c, _ := simulated(t, insecure.Terms{Now: now, Number: 1})
	sig := `"signature":"` + strings.Repeat("ab", 64) + `"`
	s, err := collateral.ParseTCBInfoResponse([]byte(`{"tcbInfo": ` + string(c.TCBInfo.Body) + ` ,` + sig + `}`))
	if err != nil || !bytes.Equal(s.Body, c.TCBInfo.Body) {
		t.Errorf("%s, %v", s.Body, err)
	}
	for _, bad := range []string{``, `{}`, `{"tcbInfo":{}}`, `{` + sig + `}`, `{"tcbInfo":{},"signature":"ab"}`,
		`{"tcbInfo":{},"tcbinfo":{},` + sig + `}`,
		`{"enclaveIdentity":{},` + sig + `}`, `{"tcbInfo":{},` + sig + `}x`} {
		if _, err := collateral.ParseTCBInfoResponse([]byte(bad)); !errors.Is(err, collateral.ErrMalformed) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// TestVerifyParts verifies parts by themselves, as they are posted on chain.
func TestVerifyParts(t *testing.T) {
	all, roots := simulated(t, insecure.Terms{Now: now, Number: 7, Evaluation: 3})
	for name, part := range map[string]*collateral.Intel{
		"everything": all, "nothing": {}, "TCB info": {TCBInfo: all.TCBInfo, Signer: all.Signer},
		"QE identity": {QEIdentity: all.QEIdentity, Signer: all.Signer},
		"root's list": {RootCRL: all.RootCRL}, "PCK list": {PCKCA: all.PCKCA, PCKCRL: all.PCKCRL},
	} {
		v, err := part.Verify(roots, now, 0)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if v.Revocation() != (name == "everything") {
			t.Errorf("%s: revocation %t", name, v.Revocation())
		}
		n := v.Version()
		if n.TCBInfo.Number != nil && n.TCBInfo.Number.Int64() != 3 || n.RootCRL.Number != nil &&
			n.RootCRL.Number.Int64() != 7 {
			t.Errorf("%s: %+v", name, n)
		}
		if _, err := part.Verify(nil, now, 0); err == nil {
			t.Errorf("%s verifies without a root", name)
		}
	}
	if _, err := all.Verify(roots, now.Add(31*24*time.Hour), 0); err == nil {
		t.Error("expired collateral verifies")
	}
	if _, err := all.Verify(roots, now.Add(31*24*time.Hour), 25*time.Hour); err != nil {
		t.Errorf("with grace: %v", err)
	}
}

// TestFollows holds collateral to never going backwards.
func TestFollows(t *testing.T) {
	at := func(terms insecure.Terms) collateral.Version {
		c, roots := simulated(t, terms)
		v, err := c.Verify(roots, terms.Now, 0)
		if err != nil {
			t.Fatal(err)
		}
		return v.Version()
	}
	old := at(insecure.Terms{Now: now, Number: 7, Evaluation: 3})
	without := old
	without.PCKCRL = collateral.Stamp{}
	for name, c := range map[string]struct {
		next collateral.Version
		ok   bool
	}{
		"itself":                    {old, true},
		"later":                     {at(insecure.Terms{Now: now.Add(time.Second), Number: 7, Evaluation: 3}), true},
		"larger numbers":            {at(insecure.Terms{Now: now, Number: 8, Evaluation: 4}), true},
		"earlier":                   {at(insecure.Terms{Now: now.Add(-time.Second), Number: 7, Evaluation: 3}), false},
		"earlier, larger numbers":   {at(insecure.Terms{Now: now.Add(-time.Second), Number: 8, Evaluation: 4}), false},
		"later, smaller evaluation": {at(insecure.Terms{Now: now.Add(time.Hour), Number: 7, Evaluation: 2}), false},
		"later, smaller list":       {at(insecure.Terms{Now: now.Add(time.Hour), Number: 6, Evaluation: 3}), false},
		"a list less":               {without, false},
	} {
		if err := c.next.Follows(old); (err == nil) != c.ok ||
			(err != nil && !errors.Is(err, collateral.ErrBackwards)) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := old.Follows(without); err != nil {
		t.Errorf("a list more: %v", err)
	}
	if err := (collateral.Stamp{Number: big.NewInt(1)}).Follows(collateral.Stamp{}); err != nil {
		t.Errorf("the first one: %v", err)
	}
}

func FuzzParseIntel(f *testing.F) {
	c, _ := simulated(f, insecure.Terms{Now: now, Number: 1})
	b, err := c.Marshal()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := collateral.ParseIntel(b)
		if err != nil {
			return
		}
		if out, err := c.Marshal(); err != nil || !bytes.Equal(out, b) {
			t.Fatalf("%x encodes as %x, %v", b, out, err)
		}
	})
}

func FuzzBodies(f *testing.F) {
	c, _ := simulated(f, insecure.Terms{Now: now, Number: 1})
	f.Add(c.TCBInfo.Body)
	f.Add(c.QEIdentity.Body)
	f.Fuzz(func(t *testing.T, b []byte) {
		if info, err := collateral.ParseTCBInfo(b); err == nil &&
			(len(info.Levels) == 0 || info.NextUpdate.Before(info.IssueDate)) {
			t.Errorf("%+v", info)
		} else if err != nil && !errors.Is(err, collateral.ErrMalformed) {
			t.Errorf("an error of another kind: %v", err)
		}
		if id, err := collateral.ParseQEIdentity(b); err == nil && len(id.Levels) == 0 {
			t.Errorf("%+v", id)
		}
	})
}
