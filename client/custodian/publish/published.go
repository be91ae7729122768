package publish

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/fetch"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/schema"
)

// publishedTimeout bounds how long a folder that a version names is asked for one file.
const publishedTimeout = 20 * time.Second

// Published reads what versions publish of their tables, from wherever their URIs name, and believes nothing that has
// not the hash on record. It is not safe for concurrent use.
type Published struct {
	// Paths has it open paths of this machine too. A URI on chain is whatever its custodian wrote there.
	Paths   bool
	store   *fetch.Store
	schemas map[common.Hash]*schema.Schema
	// failed are the errors of what could not be read: a folder that does not answer is asked once.
	failed map[place]error
}

// place is a file that was looked for.
type place struct {
	uri   string
	root  common.Hash
	paths bool
}

// OpenPublished returns a reader that keeps files in a new folder until it is closed. It opens paths.
func OpenPublished() (*Published, error) {
	dir, err := os.MkdirTemp("", "assent-published-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for published files: %w", err)
	}
	return &Published{
		Paths:   true,
		store:   &fetch.Store{Dir: dir, Client: &http.Client{Timeout: publishedTimeout}},
		schemas: make(map[common.Hash]*schema.Schema),
		failed:  make(map[place]error),
	}, nil
}

// Close removes what was kept.
func (p *Published) Close() error { return os.RemoveAll(p.store.Dir) }

// Tables returns the list of tables of a version, which has the content root and the schema root on record.
func (p *Published) Tables(ctx context.Context, uri string, contentRoot, schemaRoot common.Hash) (dataset.Tables,
	error) {
	var tables dataset.Tables
	err := p.once(ctx, uri, contentRoot, func() (err error) {
		tables, err = p.store.Tables(ctx, uri, contentRoot)
		return err
	})
	if err != nil {
		return nil, err
	}
	if got := tables.SchemaRoot(); got != schemaRoot {
		return nil, fmt.Errorf("reading the tables at %s: their schemas have root %s, on record is %s", uri, got,
			schemaRoot)
	}
	return tables, nil
}

// ErrPath says that a place is on this machine, and is not opened unless Paths says so.
var ErrPath = errors.New("the place is a path of this machine, which is opened only where it is asked for")

// once reads a file, unless it is on a path that may not be opened, or reading it has failed before. An error of the
// context is not the file's.
func (p *Published) once(ctx context.Context, uri string, root common.Hash, read func() error) error {
	if u, err := url.Parse(uri); !p.Paths && (err != nil || u.Scheme == "" || u.Scheme == "file") {
		return fmt.Errorf("%w: %.200q", ErrPath, uri)
	}
	at := place{uri, root, p.Paths}
	if err := p.failed[at]; err != nil {
		return err
	}
	err := read()
	if err != nil && ctx.Err() == nil {
		p.failed[at] = err
	}
	return err
}

// Schema returns the schema of a table in a version's folder.
func (p *Published) Schema(ctx context.Context, uri string, t dataset.Table) (*schema.Schema, error) {
	if known := p.schemas[t.Schema]; known != nil {
		return known, nil
	}
	var b []byte
	err := p.once(ctx, uri, t.Schema, func() (err error) {
		b, err = p.store.Schema(ctx, uri, t)
		return err
	})
	if err != nil {
		return nil, err
	}
	s, err := schema.Parse(b)
	if err != nil {
		return nil, fmt.Errorf("reading the schema of table %s at %s: %w", t.Name, uri, err)
	}
	p.schemas[t.Schema] = s
	return s, nil
}

// Data returns an error when the data of a table are not in the version's folder.
func (p *Published) Data(ctx context.Context, uri string, t dataset.Table) error {
	return p.once(ctx, uri, t.Content, func() error { return p.store.Has(ctx, uri, t) })
}
