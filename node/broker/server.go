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

	"github.com/assent-network/assent/node/broker/release"
)

// releaseTimeout bounds one release: it waits for a transaction to become final.
const releaseTimeout = 60 * time.Second

// Handler serves the broker's HTTP interface.
func (b *Broker) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST "+release.ChallengePath, func(w http.ResponseWriter, r *http.Request) {
		nonce, err := b.Challenge()
		if err != nil {
			http.Error(w, "the broker cannot give a challenge now; try again in two minutes", http.StatusServiceUnavailable)
			return
		}
		b.answer(w, r, http.StatusOK, release.Challenge{Nonce: nonce})
	})
	mux.HandleFunc("POST "+release.ReleasePath, b.serveRelease)
	return mux
}

func (b *Broker) serveRelease(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, release.MaxBody))
	if err != nil {
		http.Error(w, "the request is too large or was cut", http.StatusBadRequest)
		return
	}
	var rq release.Request
	if err := json.Unmarshal(body, &rq); err != nil {
		http.Error(w, "the request is not a key release request", http.StatusBadRequest)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), releaseTimeout)
	defer cancel()
	wrapped, err := b.Release(ctx, rq)
	var refusal *release.Refusal
	switch {
	case err == nil:
		b.answer(w, r, http.StatusOK, release.Response{Wrapped: wrapped})
	case errors.As(err, &refusal):
		b.answer(w, r, http.StatusForbidden, refusal)
	default: // the reason is in the broker's own log; it may speak of the custodian's machine
		http.Error(w, "the broker cannot decide now; try again", http.StatusServiceUnavailable)
	}
}

func (b *Broker) answer(w http.ResponseWriter, r *http.Request, status int, v any) {
	body, err := json.Marshal(v)
	if err != nil {
		b.Log.ErrorContext(r.Context(), "Failed to encode an answer", slog.Any("error", err))
		http.Error(w, "the broker cannot answer", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if _, err := w.Write(body); err != nil {
		b.Log.DebugContext(r.Context(), "Failed to send an answer", slog.Any("error", err))
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
