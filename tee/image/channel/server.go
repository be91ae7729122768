package channel

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/tee"
)

// Server is the host's end. Guests with a TEE of their own ask for settings only.
type Server struct {
	Settings Settings
	// Issuer and Collector simulate a TEE; nil for guests that have one.
	Issuer    tee.Issuer
	Collector tee.Collector
	// Ready is called when the guest's enclave is registered.
	Ready func(enclave common.Address)
	// EventLog, when set, takes the log of what a guest's firmware and kernel measured.
	EventLog func(log []byte) error
}

// Serve answers a guest until its end of the port is closed, which is no error.
func (s *Server) Serve(ctx context.Context, port io.ReadWriter) error {
	for {
		k, body, err := readMessage(port)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("channel: hear the guest: %w", err)
		}
		status := byte(statusOK)
		answer, err := s.answer(ctx, kind(k), body)
		if err != nil {
			status, answer = statusError, []byte(err.Error())
		}
		if err := writeMessage(port, status, answer); err != nil {
			return fmt.Errorf("channel: answer the guest: %w", err)
		}
	}
}

func (s *Server) answer(ctx context.Context, k kind, body []byte) ([]byte, error) {
	switch k {
	case kindSettings:
		return json.Marshal(s.Settings)
	case kindQuote:
		if s.Issuer == nil || len(body) != tee.ReportDataSize {
			return nil, fmt.Errorf("no quote for %d bytes: this host simulates no TEE, or the guest is of another version", len(body))
		}
		return s.Issuer.Issue(ctx, tee.ReportData(body))
	case kindCollateral:
		if s.Collector == nil {
			return nil, errors.New("no collateral: this host simulates no TEE")
		}
		return s.Collector.Collateral(ctx, body)
	case kindReady:
		if len(body) != common.AddressLength {
			return nil, fmt.Errorf("an enclave's address has %d bytes", len(body))
		}
		if s.Ready != nil {
			s.Ready(common.Address(body))
		}
		return nil, nil
	case kindEventLog:
		if s.EventLog != nil {
			return nil, s.EventLog(body)
		}
		return nil, nil
	}
	return nil, fmt.Errorf("request %d is not known; host and guest are of different versions", k)
}
