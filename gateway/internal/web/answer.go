package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
)

// answer is what a request is answered with, in parts whose bytes are counted until it is released. One without parts
// has no body.
type answer struct {
	parts   [][]byte
	size    int
	full    bool // Nothing more is run for this request.
	notice  bool // It is no answer but a notice of a subscription.
	pool    *admission.Pool
	client  admission.Client
	counted int64
}

func (a *answer) add(part []byte) {
	a.parts = append(a.parts, part)
	a.size += len(part)
}

// count waits until the client's answers have room for n more bytes.
func (a *answer) count(ctx context.Context, n int) error {
	ctx, cancel := context.WithTimeout(ctx, answerWait)
	defer cancel()
	if err := a.pool.Wait(ctx, a.client, int64(n)); err != nil {
		return err
	}
	a.counted += int64(n)
	return nil
}

func (a *answer) release() {
	a.pool.Give(a.client, a.counted)
	a.counted, a.parts = 0, nil
}

// itemBytes is what an answer counts for each call whatever it returns: enough for any error that this package writes,
// with its id and what separates it from the next.
const itemBytes = 384

// call runs one call and returns its answer, nil when it has none.
type call func(ctx context.Context, raw json.RawMessage) []byte

// respond answers a request: one call, or a batch of them in order. The caller releases the answer.
func (s *Server) respond(ctx context.Context, client admission.Client, data []byte, run call) *answer {
	a := &answer{pool: s.cfg.Limits.Answers, client: client}
	data = bytes.TrimSpace(data)
	if len(data) == 0 {
		return a
	}
	items, isBatch := split(data, s.cfg.Limits.BatchItems)
	if err := a.count(ctx, itemBytes*(1+len(items))); err != nil {
		s.refusedUnread(err)
		a.add(failure(nil, rpcerr.CodeLimit, unread(err)))
		return a
	}
	switch {
	case !isBatch:
		if part := s.item(ctx, a, data, run); part != nil {
			a.add(part)
		}
		return a
	case len(items) > s.cfg.Limits.BatchItems:
		first, _ := parseMessage(items[0])
		a.add(
			bracket(
				failure(
					first.id,
					codeInvalidRequest,
					fmt.Sprintf("batch too large: at most %d calls", s.cfg.Limits.BatchItems),
				),
			),
		)
		return a
	}
	s.batch(ctx, a, items, run)
	return a
}

// batch runs the calls of a batch. Those that no longer fit, or come too late, are answered with an error each.
func (s *Server) batch(ctx context.Context, a *answer, items []json.RawMessage, run call) {
	separator := []byte{'['}
	for _, raw := range items {
		var part []byte
		switch {
		case a.full:
			part = tooLarge(raw, s.cfg.Limits.AnswerBytes)
		case ctx.Err() != nil:
			part = failCall(raw, rpcerr.CodeUnavailable, "request timed out")
		default:
			part = s.item(ctx, a, raw, run)
		}
		if part == nil {
			continue
		}
		a.add(separator)
		a.add(part)
		separator = []byte{','}
	}
	if len(a.parts) > 0 {
		a.add([]byte{']'})
	}
}

// item runs one call. What it holds is given back when its answer was counted.
func (s *Server) item(ctx context.Context, a *answer, raw json.RawMessage, run call) []byte {
	if refused := checkNames(raw); refused != nil {
		return refused
	}
	ctx, held := admission.WithCall(ctx, a.client)
	defer held.Release()
	part, ok := s.weigh(ctx, raw)
	if ok {
		part = run(ctx, raw)
	}
	switch {
	case a.size+len(part) > s.cfg.Limits.AnswerBytes:
		a.full = true
		return tooLarge(raw, s.cfg.Limits.AnswerBytes)
	case len(part) < itemBytes: // A separator still fits.
		return part
	}
	if err := a.count(ctx, len(part)); err != nil {
		s.refusedUnread(err)
		return failCall(raw, rpcerr.CodeLimit, unread(err))
	}
	return part
}

func (s *Server) refusedUnread(err error) {
	_, kind := unavailable(err)
	s.refused[kind].Add(1)
}

func unread(err error) string {
	if errors.Is(err, admission.ErrShare) {
		return "too many bytes of answers that were not read yet: read them, or ask for less at a time"
	}
	return err.Error()
}

const (
	codeInvalidRequest   = -32600
	codeResponseTooLarge = -32003
)

func tooLarge(raw json.RawMessage, limit int) []byte {
	return failCall(
		raw,
		codeResponseTooLarge,
		fmt.Sprintf("response too large: all answers together may have %d bytes", limit),
	)
}

// checkNames returns the error of a call whose id or method is longer than an error may show.
func checkNames(raw json.RawMessage) []byte {
	if len(raw) <= maxNameBytes {
		return nil
	}
	m, _ := parseMessage(raw)
	switch {
	case len(m.id) > maxIDBytes:
		return failure(m.id, codeInvalidRequest, "") // Which says why.
	case m.id != nil && len(m.name) > maxNameBytes:
		return failure(m.id, codeInvalidRequest,
			fmt.Sprintf("invalid request: the name of a method has at most %d bytes", maxNameBytes))
	}
	return nil
}

// failCall is the error of a call that was not run. A notification has none.
func failCall(raw json.RawMessage, code int, text string) []byte {
	m, ok := parseMessage(raw)
	if ok && m.id == nil && m.method != "" {
		return nil
	}
	return failure(m.id, code, text)
}

// failure is a JSON-RPC error. The error of a call whose id is too long says so, whatever else is wrong, and does not
// show it.
func failure(id json.RawMessage, code int, text string) []byte {
	if len(id) > maxIDBytes {
		id, code, text = nil, codeInvalidRequest,
			fmt.Sprintf("invalid request: the id has more than %d bytes", maxIDBytes)
	}
	if id == nil || id[0] == '{' || id[0] == '[' {
		id = json.RawMessage("null")
	}
	type body struct {
		Code    int    `json:"code"`
		Message string `json:"message"`
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false) // It would write six bytes for one.
	err := encoder.Encode(struct {
		Version string          `json:"jsonrpc"`
		ID      json.RawMessage `json:"id"`
		Error   body            `json:"error"`
	}{"2.0", id, body{code, text}})
	if err != nil {
		return []byte(`{"jsonrpc":"2.0","id":null,"error":{"code":-32603,"message":"the error cannot be shown"}}`)
	}
	return bytes.TrimSuffix(out.Bytes(), []byte{'\n'})
}

func bracket(part []byte) []byte {
	return append(append([]byte{'['}, part...), ']')
}

// split takes a batch apart into its calls, at most one more than the limit. A single call, an empty batch and what is
// not JSON are no batch here: the RPC server has the answer to them.
func split(data []byte, limit int) (items []json.RawMessage, isBatch bool) {
	if data[0] != '[' || !json.Valid(data) {
		return nil, false
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	if _, err := decoder.Token(); err != nil {
		return nil, false
	}
	for decoder.More() && len(items) <= limit {
		before := decoder.InputOffset()
		var skip skipped
		if err := decoder.Decode(&skip); err != nil {
			return nil, false
		}
		// The decoder stands before the comma that separates two values.
		raw := bytes.TrimLeft(data[before:decoder.InputOffset()], ", \t\r\n")
		items = append(items, raw)
	}
	return items, len(items) > 0
}

// skipped is a value that is only stepped over.
type skipped struct{}

// UnmarshalJSON implements json.Unmarshaler.
func (*skipped) UnmarshalJSON([]byte) error { return nil }

// execute runs a call on the RPC server.
func (s *Server) execute(ctx context.Context, raw json.RawMessage) []byte {
	if !bytes.HasPrefix(raw, []byte{'{'}) && json.Valid(raw) && !isEmptyBatch(raw) {
		return failure(nil, codeInvalidRequest, "invalid request")
	}
	request := (&http.Request{
		Method: http.MethodPost, Proto: "HTTP/1.1", Header: http.Header{"Content-Type": {"application/json"}},
		Body: io.NopCloser(bytes.NewReader(raw)), ContentLength: int64(len(raw)),
	}).WithContext(ctx)
	var w recorder
	s.cfg.RPC.ServeHTTP(&w, request)
	return w.data
}

func isEmptyBatch(raw []byte) bool {
	return raw[0] == '[' && string(bytes.TrimSpace(raw[1:])) == "]"
}

// recorder keeps what the RPC server writes, which it does in one piece.
type recorder struct {
	header http.Header
	data   []byte
}

// Header implements http.ResponseWriter.
func (w *recorder) Header() http.Header {
	if w.header == nil {
		w.header = make(http.Header)
	}
	return w.header
}

// WriteHeader implements http.ResponseWriter.
func (w *recorder) WriteHeader(int) {}

// Write implements http.ResponseWriter.
func (w *recorder) Write(p []byte) (int, error) {
	w.data = append(w.data, p...)
	return len(p), nil
}
