package broker_test

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/node/broker/handover"
	"github.com/assent-network/assent/node/broker/release"
)

// A successor takes nothing from a party in between, and nothing that it did not ask for.
func TestSuccessorTakesNothingElse(t *testing.T) {
	for name, c := range map[string]struct {
		successor func(h *heir, s *handover.Successor)
		change    func(h *heir) func(path string, body []byte) []byte
		want      string
	}{
		"another account's keys": {successor: func(h *heir, s *handover.Successor) { s.Account = common.Address{1} },
			want: "serves another account"},
		"another trust root": {successor: func(_ *heir, s *handover.Successor) { s.TrustRoot = common.Hash{1} },
			want: "(trust-root)"},
		"an account that is claimed": {change: func(h *heir) func(string, []byte) []byte {
			return func(path string, body []byte) []byte {
				if path == handover.ChallengePath {
					return bytes.ReplaceAll(body, []byte(strings.ToLower(sender{h.world, h.brokerKey}.Address().Hex())),
						[]byte("0x00000000000000000000000000000000000000aa"))
				}
				return body
			}
		}, want: "(reportData)"},
		"a changed envelope": {change: flip("wrapped"), want: "not signed"},
		"another signature":  {change: flip("signature"), want: "not signed"},
		"an answer that is not ours": {change: func(*heir) func(string, []byte) []byte {
			return func(path string, body []byte) []byte {
				if path == handover.Path {
					one := strings.Repeat("0", 63) + "1"
					return []byte(`{"wrapped":"0x","signature":"0x` + one + one + `1b","more":1}`)
				}
				return body
			}
		}, want: "is unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHeir(newWorld(t, options{}))
			var change func(string, []byte) []byte
			if c.change != nil {
				change = c.change(h)
			}
			s := h.successor()
			client := h.serve(h.predecessor(), change)
			if c.successor != nil {
				c.successor(h, s)
			}
			if estate, _, err := s.Ask(t.Context(), client); err == nil || estate != nil ||
				!strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}

// flip changes a digit of a member of the predecessor's answer.
func flip(member string) func(*heir) func(string, []byte) []byte {
	return func(*heir) func(string, []byte) []byte {
		return func(path string, body []byte) []byte {
			if path != handover.Path {
				return body
			}
			at := bytes.Index(body, []byte(`"`+member+`":"0x`)) + len(member) + 15
			body[at] = "10"[min(1, body[at]-'0')]
			return body
		}
	}
}

// The envelope opens for one request: what another party asked for in the successor's name is of no use, and cannot
// replace what it asked for itself.
func TestHandOverOpensForOneRequest(t *testing.T) {
	h := newHeir(newWorld(t, options{}))
	p := h.predecessor()
	client := h.serve(p, nil)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var body bytes.Buffer
		_, _ = body.ReadFrom(r.Body)
		changed := bytes.Replace(body.Bytes(), []byte(`"wantsAccount":true`), []byte(`"wantsAccount":false`), 1)
		answer, err := client.Post(r.Context(), r.URL.Path, rawJSON(changed), 1<<22)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		_, _ = w.Write(answer)
	}))
	defer server.Close()
	between, err := release.NewClient(server.URL, server.Client())
	h.must(err)
	if _, _, err := h.successor().Ask(t.Context(), between); !errors.Is(err, handover.ErrSignature) {
		t.Errorf("got %v, want %v", err, handover.ErrSignature)
	}
	h.rq.WantsAccount = false
	estate, _, err := h.successor().Ask(t.Context(), client)
	h.must(err)
	if key, err := estate.AccountKey(); key != nil || err != nil {
		t.Errorf("the account's key came, %v", err)
	}
}

type rawJSON []byte

func (r rawJSON) MarshalJSON() ([]byte, error) { return r, nil }

// A predecessor whose view is a few rounds behind the successor's knows the block that the quote binds.
func TestHandOverToASuccessorThatSeesMore(t *testing.T) {
	h := newHeir(newWorld(t, options{}))
	for range 10 { // in which nothing happens
		h.must(h.chain.Tick())
	}
	h.config.View = lagging{h.world, 8}
	if _, err := h.ask(h.predecessor(), nil); err != nil {
		t.Error(err)
	}
	h.config.View = lagging{h.world, 9}
	if _, err := h.ask(h.predecessor(), nil); h.refused(err) != release.CodeFreshness {
		t.Errorf("got %v", err)
	}
}

// lagging is a view that is so many rounds behind.
type lagging struct {
	*world
	rounds uint64
}

func (l lagging) Latest(ctx context.Context) (*contracts.Open, error) {
	return l.At(ctx, l.chain.Latest().Number-l.rounds)
}
