package channel

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/google/go-configfs-tsm/configfs/configfsi"

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

var _ tee.Collector = (*Client)(nil)

// Collateral asks for the collateral of a simulated quote.
func (c *Client) Collateral(ctx context.Context, quote []byte) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return c.ask(kindCollateral, quote)
}

// TSM is a security module that has the host simulate it. It implements as much of configfs as a report needs.
type TSM struct {
	client *Client

	mu      sync.Mutex
	next    int
	entries map[string]*tsmEntry
}

type tsmEntry struct {
	generation uint64
	inblob     []byte
}

var _ configfsi.Client = (*TSM)(nil)

// NewTSM returns a simulated security module.
func NewTSM(c *Client) *TSM { return &TSM{client: c, entries: make(map[string]*tsmEntry)} }

// errUnsupported is what a kernel says of operations that configfs does not have.
var errUnsupported = errors.New("not supported by a simulated security module")

// MkdirTemp makes an entry.
func (t *TSM) MkdirTemp(dir, _ string) (string, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.next++
	name := path.Join(dir, fmt.Sprintf("entry%d", t.next))
	t.entries[name] = new(tsmEntry)
	return name, nil
}

// RemoveAll removes an entry.
func (t *TSM) RemoveAll(name string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.entries, name)
	return nil
}

// ReadDir is not supported.
func (t *TSM) ReadDir(name string) ([]os.DirEntry, error) {
	return nil, &fs.PathError{Op: "readdir", Path: name, Err: errUnsupported}
}

// WriteFile sets what a report binds.
func (t *TSM) WriteFile(name string, content []byte) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	e, ok := t.entries[path.Dir(name)]
	if !ok {
		return &fs.PathError{Op: "write", Path: name, Err: fs.ErrNotExist}
	}
	if path.Base(name) != "inblob" || len(content) != tee.ReportDataSize {
		return &fs.PathError{Op: "write", Path: name, Err: errUnsupported}
	}
	e.inblob = append([]byte(nil), content...)
	e.generation++
	return nil
}

// ReadFile reads an attribute of an entry; outblob is the quote.
func (t *TSM) ReadFile(name string) ([]byte, error) {
	t.mu.Lock()
	e, ok := t.entries[path.Dir(name)]
	var inblob []byte
	var generation uint64
	if ok {
		inblob, generation = e.inblob, e.generation
	}
	t.mu.Unlock()
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	switch path.Base(name) {
	case "generation":
		return fmt.Appendf(nil, "%d\n", generation), nil
	case "provider":
		return []byte(tsm.ProviderSimulated + "\n"), nil
	case "outblob":
		if inblob == nil {
			return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
		}
		return t.client.ask(kindQuote, inblob)
	}
	return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
}
