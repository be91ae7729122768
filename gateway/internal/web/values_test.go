package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/netip"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/assent-network/assent/gateway/internal/admission"
)

func TestCountValues(t *testing.T) {
	for raw, want := range map[string]values{
		``: {}, `1`: {longest: 1}, `"[1,2]"`: {}, `[]`: {}, `{ }`: {}, `[ [ ] ]`: {elements: 1},
		`[1]`: {elements: 1, longest: 1}, `[1,-20]`: {elements: 2, longest: 3}, `[{},{},{}]`: {elements: 3},
		`[[],[[]]]`: {elements: 3}, `{"a":1,"b":[1, 2e+10, "x,y]:"]}`: {elements: 3, members: 2, longest: 5},
		`["\\",1]`:  {elements: 2, longest: 1},
		`["\",",1]`: {elements: 2, longest: 1}, `["a\\\"],[",{}]`: {elements: 2},
		"[\n\t{\r\n} , null ]": {elements: 2, longest: 4}, `{"a" : {"b":{}}}`: {members: 2}, `["`: {elements: 1},
		`["\`: {elements: 1}, `[,,,`: {elements: 4}, `{"a"::::`: {members: 4},
	} {
		if got := countValues([]byte(raw)); got != want {
			t.Errorf("%s: %+v, want %+v", raw, got, want)
		}
	}
}

// parameterShare is the default of what the parameters of one client's calls may take.
const parameterShare = 22 << 20

// Calls within the limits that are documented have fewer values than one may have.
func TestUsualCallsAreFew(t *testing.T) {
	many := func(n int, value string) string { return strings.TrimSuffix(strings.Repeat(value+",", n), ",") }
	address, hash := `"0x`+strings.Repeat("a", 40)+`"`, `"0x`+strings.Repeat("b", 64)+`"`
	call := `{"from":1,"to":2,"gas":3,"maxFeePerGas":4,"maxPriorityFeePerGas":5,"value":6,"nonce":7,"input":8}`
	topics := `[` + many(4, `[`+many(1000, hash)+`]`) + `]`
	for name, raw := range map[string]string{
		"filter":     `[{"address":[` + many(1000, address) + `],"topics":` + topics + `}]`,
		"simulation": `[{"blockStateCalls":[` + many(2, `{"calls":[`+many(5000, call)+`]}`) + `]}]`,
		"slots":      `[{},"latest",{` + address + `:{"stateDiff":{` + many(5<<20/138, hash+`:`+hash) + `}}}]`,
		"keys":       `[{"accessList":[{"storageKeys":[` + many(50_000, hash) + `]}]}]`,
	} {
		if got := countValues([]byte(raw)); got.bytes() > parameterShare || got.count() < 5000 {
			t.Errorf("%s: %+v take %d bytes, at most %d", name, got, got.bytes(), parameterShare)
		}
	}
}

// FuzzCountValues compares with what a decoder finds.
func FuzzCountValues(f *testing.F) {
	for _, seed := range []string{`{"a":[1,{"b":null}],"a":"\u0022,[\\"}`, `[[],[ ],{}]`, ` [1 , 2]`, `["]`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		got := countValues(raw)
		var value any
		if json.Unmarshal(raw, &value) != nil {
			return
		}
		var want values
		var count func(any)
		count = func(v any) {
			switch v := v.(type) {
			case []any:
				want.elements += len(v)
				for _, element := range v {
					count(element)
				}
			case map[string]any: // One of each name is left.
				want.members += len(v)
				for _, member := range v {
					count(member)
				}
			}
		}
		count(value)
		if got.elements < want.elements || got.members < want.members {
			t.Errorf("%+v, want %+v", got, want)
		}
	})
}

// A call with too many values is not run, whatever they are, nor one whose values find no room. What the others take is
// given back when they were answered.
func TestValuesAreCounted(t *testing.T) {
	const most = 1000 // Elements that there is room for.
	s, _ := newServer(t, func(c *Config) {
		c.Limits.Parameters = admission.NewPool(most*elementBytes, most*elementBytes)
	})
	parameters := s.cfg.Limits.Parameters
	const rest = 4*memberBytes + elementBytes // jsonrpc, id, method, params and the list of the values
	call := func(value string, n int) string {
		list := strings.TrimSuffix(strings.Repeat(value+",", n), ",")
		return `{"jsonrpc":"2.0","id":1,"method":"test_echo","params":[[` + list + `]]}`
	}
	run := func(_ context.Context, raw json.RawMessage) []byte {
		v := countValues(raw)
		want := v.bytes()
		if v.count() <= fewValues {
			want = 0
		}
		if got := parameters.Used(); got != want {
			t.Errorf("%d bytes are counted while a call runs, want %d", got, want)
		}
		return []byte(`"run"`)
	}
	const room = most - rest/elementBytes
	for _, value := range []string{"{}", "[]", "1", "null", `"\""`} {
		for n, want := range map[int]bool{1: true, room: true, room + 1: false, most: false} {
			for _, batch := range []bool{false, true} {
				body, text := call(value, n), "the call has too many values: at 400"
				if batch {
					body = `[` + body + `,` + call(value, 1) + `]`
				}
				a := s.respond(t.Context(), admission.Client{}, []byte(body), run)
				got := fmt.Sprintf("%s", a.parts)
				if refused := strings.Contains(got, text); refused == want {
					t.Errorf("%d of %s: got %.200s", n, value, got)
				}
				if batch && !strings.Contains(got, `"run"`) {
					t.Errorf("the call behind %d of %s is not run: %.200s", n, value, got)
				}
				a.release()
			}
		}
	}
	if n := s.Refused()["large"]; n != 20 || parameters.Used() != 0 {
		t.Errorf("%d refused, %d bytes are still in use", n, parameters.Used())
	}
}

// Values that no method reads take no room: a call with more than a few beside its parameters is not run, however the
// members are called that hold them.
func TestValuesBesideParams(t *testing.T) {
	s, _ := newServer(t, func(c *Config) { c.Limits.Parameters = admission.NewPool(1<<20, 1<<20) })
	many := `[` + strings.TrimSuffix(strings.Repeat("0,", 100), ",") + `]`
	for members, want := range map[string]bool{
		`"params":` + many:                             true,
		`"p\u0061rams":` + many:                        true,
		`"params":[1],"x":[0,0,0]`:                     true,
		`"params":[1],"x":` + many:                     false,
		`"x":` + many:                                  false,
		`"params":[1],"PARAMS":` + many:                false,
		`"PARAMS":` + many + `,"params":[1]`:           false,
		`"params":` + many + `,"params":[1]`:           false,
		`"params":` + many + `,"x":{"y":` + many + `}`: false,
	} {
		ran := false
		run := func(context.Context, json.RawMessage) []byte {
			ran = true
			return []byte(`"run"`)
		}
		raw := `{"jsonrpc":"2.0","id":1,"method":"test_echo",` + members + `}`
		a := s.respond(t.Context(), admission.Client{}, []byte(raw), run)
		if got := fmt.Sprintf("%s", a.parts); ran != want || !ran && !strings.Contains(got, "beside its params") {
			t.Errorf("%.60s: got %.200s, run: %v, want %v", members, got, ran, want)
		}
		a.release()
	}
}

// A call with a number that is longer than any of use is not run: a decoder's error would repeat it.
func TestLongNumbers(t *testing.T) {
	s, _ := newServer(t, nil)
	for n, want := range map[int]string{maxNumberBytes: "cannot unmarshal", maxNumberBytes + 1: "a number has more"} {
		number := strings.Repeat("9", n)
		got := post(s, `{"jsonrpc":"2.0","id":1,"method":"test_number","params":[`+number+`]}`).Body.String()
		if !strings.Contains(got, want) || strings.Contains(got, number) == (n > maxNumberBytes) {
			t.Errorf("%d digits: got %s, want %s", n, got, want)
		}
	}
}

// A call with few values runs at once while others have all the room for more, which a call with more waits for.
func TestFewValuesTakeNoRoom(t *testing.T) { synctest.Test(t, testFewValuesTakeNoRoom) }

func testFewValuesTakeNoRoom(t *testing.T) {
	s, _ := newServer(t, nil)
	other := admission.ClientAt(netip.MustParseAddr("192.0.2.1"))
	s.cfg.Limits.Parameters = admission.NewPool(1<<20, 1<<20)
	if err := s.cfg.Limits.Parameters.Take(other, 1<<20); err != nil {
		t.Fatal(err)
	}
	run := func(context.Context, json.RawMessage) []byte { return []byte(`"run"`) }
	ask := func(values int) (string, time.Duration) {
		begin := time.Now()
		raw := `[` + strings.TrimSuffix(strings.Repeat("1,", values), ",") + `]`
		a := s.respond(t.Context(), admission.Client{}, []byte(`{"id":1,"method":"test_echo","params":`+raw+`}`), run)
		defer a.release()
		return fmt.Sprintf("%s", a.parts), time.Since(begin)
	}
	if got, took := ask(10); got != `["run"]` || took != 0 {
		t.Errorf("few: got %s after %s", got, took)
	}
	if got, took := ask(100); !strings.Contains(got, admission.ErrBusy.Error()) || took != answerWait {
		t.Errorf("more: got %s after %s", got, took)
	}
	time.AfterFunc(time.Second, func() { s.cfg.Limits.Parameters.Give(other, 1<<20) })
	if got, took := ask(100); got != `["run"]` || took != time.Second {
		t.Errorf("more, when there is room: got %s after %s", got, took)
	}
}
