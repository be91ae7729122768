package gateway

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/api"
	"github.com/assent-network/assent/gateway/internal/proofs"
)

// services are the types whose methods are served, by namespace.
var services = []struct {
	namespace string
	service   any
}{
	{"eth", &api.Eth{}}, {"eth", &api.Subscriptions{}}, {"eth", &api.Signing{}}, {"debug", &api.Debug{}},
	{"assent", &api.Outcomes{}}, {"assent", &proofs.Assent{}}, {"oasis", &api.Oasis{}}, {"personal", &api.Personal{}},
	{"net", &api.Net{}}, {"web3", &api.Web3{}}, {"txpool", &api.TxPool{}},
}

// Texts that no parameter is, which are found again in an error that repeats them.
var (
	longText   = strings.Repeat("Z", 5000)
	longNumber = strings.Repeat("7", 5000)
	repeats    = regexp.MustCompile(`Z{65}|7{65}|(\\\\x7f){65}|(\\u007f){65}`)
)

// hostile returns texts that a parameter of some type refuses, at each place that has a type of its own.
func hostile(of reflect.Type) []string {
	out := []string{
		`"` + longText + `"`, `"0x` + longText + `"`, `"` + strings.Repeat("\x7f", 5000) + `"`, longNumber,
		longNumber[:64], `-` + longNumber[:60] + `.5`, `"` + longNumber + `"`, `"0x` + longNumber + `"`,
		`{"` + longText + `":1}`,
		`["` + longText + `"]`, `[` + longNumber + `]`, `[[["` + longText + `"]]]`, "true",
		`{"` + longText + `":{"` + longText + `":"` + longText + `"}}`,
	}
	switch of.Kind() {
	case reflect.Pointer:
		return append(out, hostile(of.Elem())...)
	case reflect.Slice:
		if of.Elem().Kind() != reflect.Uint8 && of.Elem().Kind() != reflect.Interface {
			for _, text := range hostile(of.Elem()) {
				out = append(out, `[`+text+`]`)
			}
		}
	case reflect.Map:
		key := strings.Repeat("a", 2*int(of.Key().Size()))
		for _, text := range hostile(of.Elem()) {
			out = append(out, `{"0x`+key+`":`+text+`}`)
		}
	case reflect.Struct:
		for i := range of.NumField() {
			field := of.Field(i)
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			if name == "" || !field.IsExported() {
				continue
			}
			for _, text := range hostile(field.Type) {
				out = append(out, `{"`+name+`":`+text+`}`)
			}
		}
		if of == reflect.TypeFor[api.FilterArgs]() { // It reads itself.
			for _, name := range []string{"blockHash", "fromBlock", "address", "topics"} {
				for _, text := range hostile(reflect.TypeFor[[]bool]()) {
					out = append(out, `{"`+name+`":`+text+`}`, `{"`+name+`":[`+text+`]}`)
				}
			}
		}
	}
	return out
}

// harmless returns a text that a parameter of some type takes.
func harmless(t *testing.T, of reflect.Type) string {
	t.Helper()
	for _, text := range []string{
		"null", `"latest"`, `"0x0"`, "0", `"0x"`, `"0x` + strings.Repeat("0", 40) + `"`,
		`"0x` + strings.Repeat("0", 64) + `"`, "{}", "[]", "false",
	} {
		optional := of.Kind() == reflect.Pointer
		if text == "null" && !optional {
			continue
		}
		if json.Unmarshal([]byte(text), reflect.New(of).Interface()) == nil {
			return text
		}
	}
	t.Fatalf("no text is a %s", of)
	return ""
}

// No error repeats more than the beginning of what was sent, whatever is wrong with it, and none is long: answers with
// errors take no room while they are made.
func TestErrorsRepeatLittle(t *testing.T) {
	h := newHarness(t)
	asked, failed := 0, 0
	for _, s := range services {
		of := reflect.TypeOf(s.service)
		for i := range of.NumMethod() {
			method := of.Method(i)
			name := []rune(method.Name)
			name[0] = unicode.ToLower(name[0])
			full := s.namespace + "_" + string(name)
			var types []reflect.Type
			for k := 1; k < method.Type.NumIn(); k++ {
				if in := method.Type.In(k); !in.Implements(contextType) {
					types = append(types, in)
				}
			}
			for k := range types {
				var before []string
				for _, of := range types[:k] {
					before = append(before, harmless(t, of))
				}
				for _, text := range hostile(types[k]) {
					params := strings.Join(append(before, text), ",")
					answer, err := h.ask(t.Context(),
						`{"jsonrpc":"2.0","id":1,"method":"`+full+`","params":[`+params+`]}`)
					if err != nil {
						t.Fatal(err)
					}
					asked++
					if !strings.Contains(answer, `"error":`) {
						continue
					}
					failed++
					if len(answer) > 2000 || repeats.MatchString(answer) {
						t.Errorf("%s(%.80s): %d bytes: %.300s", full, params, len(answer), answer)
					}
				}
			}
		}
	}
	if t.Logf("%d calls, %d errors", asked, failed); failed < 1000 {
		t.Errorf("%d of %d calls failed", failed, asked)
	}
}

var contextType = reflect.TypeFor[interface{ Done() <-chan struct{} }]()

// The same of calls that make or end a subscription.
func TestErrorsOfSubscriptionsRepeatLittle(t *testing.T) {
	h := newHarness(t)
	socket, err := rpc.Dial("ws" + strings.TrimPrefix(h.gateway.URL(), "http"))
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	ask := func(method string, params ...string) {
		args := make([]any, len(params))
		for i, text := range params {
			args[i] = json.RawMessage(text)
		}
		err := socket.CallContext(t.Context(), nil, method, args...)
		if err != nil && (len(err.Error()) > 2000 || repeats.MatchString(err.Error())) {
			t.Errorf("%s(%.80s): %.300s", method, params, err)
		}
	}
	for _, text := range hostile(reflect.TypeFor[string]()) {
		ask("eth_subscribe", text)
		ask("eth_unsubscribe", text)
		ask(longText[:50]+"_subscribe", text)
		ask("eth_subscribe", `"newPendingTransactions"`, text)
	}
	for _, text := range hostile(reflect.TypeFor[api.FilterArgs]()) {
		ask("eth_subscribe", `"logs"`, text)
	}
}

// ask sends a request and returns the answer.
func (h *harness) ask(ctx context.Context, body string) (string, error) {
	rq, err := http.NewRequestWithContext(ctx, http.MethodPost, h.gateway.URL(), strings.NewReader(body))
	if err != nil {
		return "", err
	}
	rq.Header.Set("Content-Type", "application/json")
	rsp, err := http.DefaultClient.Do(rq)
	if err != nil {
		return "", err
	}
	defer rsp.Body.Close()
	data, err := io.ReadAll(rsp.Body)
	return string(data), err
}
