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
	// Uses, when set, takes the use lists of jobs, which have at most MaxUses bytes.
	Uses    func(job common.Hash, list []byte) error
	MaxUses uint32

	uses []byte // the list that is being given, as far as it has come
	of   common.Hash
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
			return nil, fmt.Errorf(
				"no quote for %d bytes: this host simulates no TEE, or the guest is of another version", len(body))
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
	case kindUses:
		return nil, s.takeUses(body)
	}
	return nil, fmt.Errorf("request %d is not known; host and guest are of different versions", k)
}

// takeUses takes a part of a use list, and hands the list on when it is whole. Parts come in order; another list, or
// the same again, begins at zero.
func (s *Server) takeUses(body []byte) error {
	if s.Uses == nil {
		return errors.New("this host shows no use lists")
	}
	if len(body) < usesHeadSize {
		return fmt.Errorf("%w: a part of a use list of %d bytes", ErrChannel, len(body))
	}
	h, part := decodeUsesHead(body), body[usesHeadSize:]
	if h.at == 0 {
		s.of, s.uses = h.job, nil
	}
	whole := uint64(h.at) + uint64(len(part))
	switch {
	case h.job != s.of || int64(h.at) != int64(len(s.uses)):
		return fmt.Errorf("%w: a part of the use list of job %s at %d, out of order", ErrChannel, h.job, h.at)
	case h.size > s.MaxUses || whole > uint64(h.size):
		return fmt.Errorf("%w: a use list of %d bytes, at most %d", ErrChannel, max(whole, uint64(h.size)), s.MaxUses)
	}
	s.uses = append(s.uses, part...)
	if whole < uint64(h.size) {
		return nil
	}
	list := s.uses
	s.uses = nil
	return s.Uses(h.job, list)
}
