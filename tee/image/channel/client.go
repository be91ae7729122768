package channel

import (
	"context"
	"encoding/binary"

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

// usesPart is how much of a use list goes in one request.
const usesPart = MaxBody / 2

// Uses gives the host a job's use list to show, in parts.
func (c *Client) Uses(job common.Hash, list []byte) error {
	for at := 0; ; at += usesPart {
		end := min(at+usesPart, len(list))
		part := usesHead{job: job, size: uint32(len(list)), at: uint32(at)}
		if _, err := c.ask(kindUses, append(part.encode(), list[at:end]...)); err != nil || end == len(list) {
			return err
		}
	}
}

// usesHead says what part of a use list a request has.
type usesHead struct {
	job      common.Hash
	size, at uint32 // of the whole list, and where the part begins in it
}

const usesHeadSize = common.HashLength + 8

func (h usesHead) encode() []byte {
	b := binary.BigEndian.AppendUint32(h.job.Bytes(), h.size)
	return binary.BigEndian.AppendUint32(b, h.at)
}

func decodeUsesHead(b []byte) usesHead {
	return usesHead{common.Hash(b), binary.BigEndian.Uint32(b[common.HashLength:]),
		binary.BigEndian.Uint32(b[common.HashLength+4:])}
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
