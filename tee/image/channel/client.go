package channel

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/tsm"
)

// Settings asks for the guest's settings.
func (c *Client) Settings() (*Settings, error) {
	b, err := c.ask(kindSettings, nil)
	if err != nil {
		return nil, err
	}
	return ParseSettings(b)
}

// Ready tells the host that the enclave is registered.
func (c *Client) Ready(enclave common.Address) error {
	_, err := c.ask(kindReady, enclave[:])
	return err
}

// EventLog gives the host the log of what firmware and kernel measured.
func (c *Client) EventLog(log []byte) error {
	_, err := c.ask(kindEventLog, log)
	return err
}

var _ tee.Collector = (*Client)(nil)

// Collateral asks for the collateral of a simulated quote.
func (c *Client) Collateral(ctx context.Context, quote []byte) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return c.ask(kindCollateral, quote)
}

// NewTSM returns a security module that has the host simulate it.
func NewTSM(c *Client) *tsm.Simulated {
	return tsm.Simulate(func(data tee.ReportData) ([]byte, error) { return c.ask(kindQuote, data[:]) })
}
