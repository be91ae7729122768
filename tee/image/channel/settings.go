package channel

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/netip"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// Settings are what a host tells its guest. None of it is measured, and none of it is trusted.
type Settings struct {
	// Address is the guest's own, with the length of its network's prefix; Gateway is the way out of it.
	Address netip.Prefix `json:"address"`
	Gateway netip.Addr   `json:"gateway"`
	// Node is where the network's node is reached, such as tcp:10.0.2.2:42000.
	Node string `json:"node"`
	// Key is the operator's account, which pays, in hexadecimal.
	Key string `json:"key"`
	// Broker and Brokers are where keys are asked for, as for a worker outside a VM.
	Broker  string                 `json:"broker,omitempty"`
	Brokers map[common.Hash]string `json:"brokers,omitempty"`
	// Life is for how many seconds to register; Jobs is how many run at once.
	Life int64 `json:"registrationSeconds"`
	Jobs int   `json:"jobs"`
	// Join, when set, makes the guest an instance of a custodian's broker in place of a worker: of what concerns
	// workers, key, brokers, registration and jobs, it has nothing.
	Join *Join `json:"join,omitempty"`
}

// Join is how a broker gets its keys and where it answers.
type Join struct {
	From     []string       `json:"from"` // URLs of instances that may hand over, asked in order
	Account  common.Address `json:"account,omitzero"`
	Datasets []common.Hash  `json:"datasets,omitempty"`
	Port     uint16         `json:"port"` // of the guest, on which it listens
}

// ErrSettings is wrapped by the errors about settings.
var ErrSettings = errors.New("channel: unsuitable settings")

// maxLife bounds registrations; the contracts have a smaller bound of their own.
const maxLife = 366 * 24 * 60 * 60

const maxJobs = 64

// ParseSettings reads settings strictly.
func ParseSettings(b []byte) (*Settings, error) {
	var s Settings
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&s); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSettings, err)
	}
	switch {
	case !s.Address.IsValid() || !s.Address.Addr().Is4() || !s.Gateway.Is4():
		return nil, fmt.Errorf("%w: address %s and gateway %s are not both IPv4", ErrSettings, s.Address, s.Gateway)
	case !s.Address.Contains(s.Gateway):
		return nil, fmt.Errorf("%w: gateway %s is not in the network of %s", ErrSettings, s.Gateway, s.Address)
	case s.Node == "":
		return nil, fmt.Errorf("%w: no node", ErrSettings)
	}
	if s.Join != nil {
		if err := s.joins(); err != nil {
			return nil, err
		}
		return &s, nil
	}
	switch {
	case s.Life <= 0 || s.Life > maxLife:
		return nil, fmt.Errorf("%w: a registration of %d seconds", ErrSettings, s.Life)
	case s.Jobs <= 0 || s.Jobs > maxJobs:
		return nil, fmt.Errorf("%w: %d jobs at once, at most %d", ErrSettings, s.Jobs, maxJobs)
	}
	if k, err := hex.DecodeString(s.Key); err != nil || len(k) != 32 {
		return nil, fmt.Errorf("%w: the key is not 32 bytes in hexadecimal", ErrSettings)
	}
	return &s, nil
}

// joins checks the settings of a broker.
func (s *Settings) joins() error {
	switch {
	case s.Key != "" || s.Broker != "" || len(s.Brokers) != 0 || s.Life != 0 || s.Jobs != 0:
		return fmt.Errorf("%w: a broker that joins others has no key, brokers, registration or jobs", ErrSettings)
	case len(s.Join.From) == 0:
		return fmt.Errorf("%w: no one to get the keys from", ErrSettings)
	case s.Join.Port == 0:
		return fmt.Errorf("%w: no port to listen on", ErrSettings)
	}
	return nil
}

// Registration is for how long to register.
func (s *Settings) Registration() time.Duration { return time.Duration(s.Life) * time.Second }
