// Package channel is how a worker in a confidential VM talks to its host, over a serial port: it asks for its settings,
// tells when it is registered, and, on machines without a TEE, asks for simulated quotes and their collateral. On
// machines with one it hands over the log of what was measured, which is public; and so are the use lists of jobs,
// which it gives to the host to show, as it has no disk.
//
// Nothing that comes over the channel is trusted. What the worker must be sure of is part of the image; the settings
// say where things are, and a host that lies about them can stop the worker and no more.
//
// A request is its kind in one byte, the length of its body in four, big endian, and the body; an answer is zero or one
// in one byte, a length and a body, which is an error's text when the byte is one. There is one request at a time.
package channel

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"
)

// Port is the name of the serial port.
const Port = "network.assent.host"

// MaxBody is the longest body.
const MaxBody = 1 << 20

// kind is what a request asks for.
type kind byte

const (
	kindSettings kind = iota + 1
	kindQuote
	kindCollateral
	kindReady
	kindEventLog
	kindUses
)

const (
	statusOK    = 0
	statusError = 1
)

// ErrChannel is wrapped by errors about bytes on the channel that are no message.
var ErrChannel = errors.New("channel: malformed message")

// writeMessage writes a message in one piece.
func writeMessage(w io.Writer, first byte, body []byte) error {
	if len(body) > MaxBody {
		return fmt.Errorf("channel: a body of %d bytes is too long", len(body))
	}
	b := append(make([]byte, 0, 5+len(body)), first)
	b = binary.BigEndian.AppendUint32(b, uint32(len(body)))
	_, err := w.Write(append(b, body...))
	return err
}

// readMessage reads a message.
func readMessage(r io.Reader) (first byte, body []byte, err error) {
	var head [5]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, err
	}
	size := binary.BigEndian.Uint32(head[1:])
	if size > MaxBody {
		return 0, nil, fmt.Errorf("%w: a body of %d bytes, at most %d", ErrChannel, size, MaxBody)
	}
	body = make([]byte, size)
	if _, err := io.ReadFull(r, body); err != nil {
		return 0, nil, fmt.Errorf("%w: %w", ErrChannel, err)
	}
	return head[0], body, nil
}

// Client is the guest's end.
type Client struct {
	mu   sync.Mutex
	port io.ReadWriter
}

// NewClient returns the guest's end of a port.
func NewClient(port io.ReadWriter) *Client { return &Client{port: port} }

func (c *Client) ask(k kind, body []byte) ([]byte, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := writeMessage(c.port, byte(k), body); err != nil {
		return nil, fmt.Errorf("channel: ask the host: %w", err)
	}
	status, answer, err := readMessage(c.port)
	if err != nil {
		return nil, fmt.Errorf("channel: hear the host: %w", err)
	}
	switch status {
	case statusOK:
		return answer, nil
	case statusError:
		return nil, fmt.Errorf("channel: the host says: %q", answer)
	}
	return nil, fmt.Errorf("%w: status %d", ErrChannel, status)
}
