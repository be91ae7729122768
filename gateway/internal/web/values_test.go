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
	for raw, want := range map[string]int{
		``: 0, `1`: 0, `"[1,2]"`: 0, `[]`: 0, `{ }`: 0, `[ [ ] ]`: 1, `[1]`: 1, `[1,2]`: 2, `[{},{},{}]`: 3,
		`[[],[[]]]`: 3, `{"a":1,"b":[1, 2, "x,y]"]}`: 5, `["\\",1]`: 2, `["\",",1]`: 2, `["a\\\"],[",{}]`: 2,
		"[\n\t{\r\n} , null ]": 2, `["`: 1, `["\`: 1, `[,,,`: 4,
	} {
		if got := countValues([]byte(raw)); got != want {
			t.Errorf("%s: %d values, want %d", raw, got, want)
		}
	}
}

// Calls within the limits that are documented have fewer values than one may have.
func TestUsualCallsAreFew(t *testing.T) {
	many := func(n int, value string) string { return strings.TrimSuffix(strings.Repeat(value+",", n), ",") }
	address, hash := `"0x`+strings.Repeat("a", 40)+`"`, `"0x`+strings.Repeat("b", 64)+`"`
	call := `{"from":1,"to":2,"gas":3,"value":4,"nonce":5,"input":6}`
	topics := `[` + many(4, `[`+many(1000, hash)+`]`) + `]`
	for name, raw := range map[string]string{
		"filter":     `[{"address":[` + many(1000, address) + `],"topics":` + topics + `}]`,
		"simulation": `[{"blockStateCalls":[` + many(2, `{"calls":[`+many(5000, call)+`]}`) + `]}]`,
		"slots":      `[{},"latest",{` + address + `:{"stateDiff":{` + many(5<<20/138, hash+`:`+hash) + `}}}]`,
		"keys":       `[{"accessList":[{"storageKeys":[` + many(5<<20/69, hash) + `]}]}]`,
	} {
		if got := countValues([]byte(raw)); got > maxValues || got < 5000 {
			t.Errorf("%s: %d values, at most %d", name, got, maxValues)
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
		var count func(any) int
		count = func(v any) (n int) {
			switch v := v.(type) {
			case []any:
				for _, element := range v {
					n += 1 + count(element)
				}
			case map[string]any: // One of each name is left.
				for _, member := range v {
					n += 1 + count(member)
				}
			}
			return n
		}
		if want := count(value); got < want {
			t.Errorf("%d values, want %d", got, want)
		}
	})
}

// A call with too many values is not run, whatever they are, nor one whose values find no room. What the others take is
// given back when they were answered.
func TestValuesAreCounted(t *testing.T) {
	s, _ := newServer(t, func(c *Config) {
		c.Limits.Parameters = admission.NewPool(maxValues*valueBytes, maxValues*valueBytes)
	})
	parameters := s.cfg.Limits.Parameters
	const rest = 5 // jsonrpc, id, method, params and the list of the values
	call := func(value string, n int) string {
		list := strings.TrimSuffix(strings.Repeat(value+",", n), ",")
		return `{"jsonrpc":"2.0","id":1,"method":"test_echo","params":[[` + list + `]]}`
	}
	run := func(_ context.Context, raw json.RawMessage) []byte {
		want := int64(countValues(raw) * valueBytes)
		if want <= fewValues*valueBytes {
			want = 0
		}
		if got := parameters.Used(); got != want {
			t.Errorf("%d bytes are counted while a call runs, want %d", got, want)
		}
		return []byte(`"run"`)
	}
	for _, value := range []string{"{}", "[]", "1", "null", `"\""`} {
		for n, want := range map[int]bool{1: true, maxValues - rest: true, maxValues - rest + 1: false,
			maxValues: false} {
			for _, batch := range []bool{false, true} {
				body, text := call(value, n), "the call has too many values: at most 100000"
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
	s.cfg.Limits.Parameters = admission.NewPool(2*fewValues*valueBytes, fewValues*valueBytes)
	for n, want := range map[int]string{fewValues - rest: `"run"`, fewValues - rest + 1: admission.ErrShare.Error()} {
		a := s.respond(t.Context(), admission.Client{}, []byte(call("{}", n)), run)
		if got := fmt.Sprintf("%s", a.parts); !strings.Contains(got, want) {
			t.Errorf("%d values where there is room for %d: got %.200s", n+rest, fewValues, got)
		}
		a.release()
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
