package broker

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/assent-network/assent/node/broker/attestation"
	"github.com/assent-network/assent/node/broker/handover"
	"github.com/assent-network/assent/node/broker/release"
)

const (
	// releaseTimeout bounds one release: it waits for a transaction to become final.
	releaseTimeout = 60 * time.Second
)

// Handler serves the broker's HTTP interface.
func (b *Broker) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST "+release.ChallengePath, func(w http.ResponseWriter, r *http.Request) {
		nonce, err := b.Challenge()
		if err != nil {
			http.Error(w, "the broker cannot give a challenge now; try again", http.StatusServiceUnavailable)
			return
		}
		b.answer(w, r, http.StatusOK, release.Challenge{Nonce: nonce})
	})
	mux.HandleFunc("POST "+release.ReleasePath,
		decide(b, newSlots(), read[release.Request], func(ctx context.Context, rq release.Request) (any, error) {
			wrapped, err := b.Release(ctx, rq)
			return release.Response{Wrapped: wrapped}, err
		}))
	mux.HandleFunc("POST "+release.ServesPath,
		decide(b, newSlots(), read[release.Serves], func(ctx context.Context, rq release.Serves) (any, error) {
			return b.Serves(ctx, rq)
		}))
	mux.HandleFunc("POST "+attestation.Path, decide(b, newSlots(), attestation.ParseRequest,
		func(ctx context.Context, rq attestation.Request) (any, error) {
			return b.Attest(ctx, rq)
		}))
	if b.cfg.HandOver != nil {
		mux.HandleFunc("POST "+handover.ChallengePath, func(w http.ResponseWriter, r *http.Request) {
			challenge, err := b.cfg.HandOver.Challenge()
			if err != nil {
				http.Error(w, "the broker cannot give a challenge now; try again", http.StatusServiceUnavailable)
				return
			}
			b.answer(w, r, http.StatusOK, challenge)
		})
		mux.HandleFunc("POST "+handover.Path,
			decide(b, newSlots(), handover.ParseRequest, func(ctx context.Context, rq handover.Request) (any, error) {
				return b.cfg.HandOver.HandOver(ctx, rq)
			}))
	}
	return mux
}

// read reads a request as workers send it.
func read[T any](body []byte) (rq T, err error) {
	err = json.Unmarshal(body, &rq)
	return rq, err
}

// decide handles requests that parse reads: it answers with what do makes of them.
func decide[T any](b *Broker, deciding *slots, parse func([]byte) (T, error),
	do func(context.Context, T) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, release.MaxBody))
		if err != nil {
			http.Error(w, "the request is too large or was cut", http.StatusBadRequest)
			return
		}
		rq, err := parse(body)
		if err != nil {
			http.Error(w, "the request is not of the form that the broker takes", http.StatusBadRequest)
			return
		}
		b.inTurn(w, r, deciding, func(ctx context.Context) (any, error) { return do(ctx, rq) })
	}
}

// inTurn answers with what do returns, when not too many do so already.
func (b *Broker) inTurn(w http.ResponseWriter, r *http.Request, deciding *slots,
	do func(context.Context) (any, error)) {
	give := deciding.take(r)
	if give == nil {
		b.cfg.Answered(r.URL.Path, OutcomeBusy)
		http.Error(w, "the broker is busy; try again", http.StatusServiceUnavailable)
		return
	}
	defer give()
	ctx, cancel := context.WithTimeout(r.Context(), releaseTimeout)
	defer cancel()
	answer, err := do(ctx)
	var refusal *release.Refusal
	switch {
	case err == nil:
		b.cfg.Answered(r.URL.Path, OutcomeGranted)
		b.answer(w, r, http.StatusOK, answer)
	case errors.As(err, &refusal):
		b.cfg.Answered(r.URL.Path, string(refusal.Code))
		b.answer(w, r, http.StatusForbidden, refusal)
	default: // the reason is in the broker's own log; it may speak of the custodian's machine
		b.cfg.Answered(r.URL.Path, OutcomeUndecided)
		http.Error(w, "the broker cannot decide now; try again", http.StatusServiceUnavailable)
	}
}

func (b *Broker) answer(w http.ResponseWriter, r *http.Request, status int, v any) {
	body, err := json.Marshal(v)
	if err != nil {
		b.cfg.Log.ErrorContext(r.Context(), "Failed to encode an answer", slog.Any("error", err))
		http.Error(w, "the broker cannot answer", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if _, err := w.Write(body); err != nil {
		b.cfg.Log.DebugContext(r.Context(), "Failed to send an answer", slog.Any("error", err))
	}
}

// Serve answers requests on a listener until the context ends, and then finishes the requests under way.
func (b *Broker) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           b.Handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      releaseTimeout + 15*time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    1 << 14,
		BaseContext:       func(net.Listener) context.Context { return context.WithoutCancel(ctx) },
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), releaseTimeout)
	defer cancel()
	if err := server.Shutdown(stopping); err != nil {
		return err
	}
	if err := <-done; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
