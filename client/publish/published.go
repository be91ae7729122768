package publish

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/fetch"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
)

// publishedTimeout bounds how long a folder that a version names is asked for one file.
const publishedTimeout = 20 * time.Second

// Published reads what versions publish of their tables, from wherever their URIs name, and believes nothing that has
// not the hash on record. It is not safe for concurrent use.
type Published struct {
	store   *fetch.Store
	schemas map[common.Hash]*vault.Schema
}

// OpenPublished returns a reader that keeps files in a new folder until it is closed.
func OpenPublished() (*Published, error) {
	dir, err := os.MkdirTemp("", "assent-published-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for published files: %w", err)
	}
	return &Published{
		store:   &fetch.Store{Dir: dir, Client: &http.Client{Timeout: publishedTimeout}},
		schemas: make(map[common.Hash]*vault.Schema),
	}, nil
}

// Close removes what was kept.
func (p *Published) Close() error { return os.RemoveAll(p.store.Dir) }

// Tables returns the list of tables of a version, which has the content root and the schema root on record.
func (p *Published) Tables(ctx context.Context, uri string, contentRoot, schemaRoot common.Hash) (dataset.Tables,
	error) {
	tables, err := p.store.Tables(ctx, uri, contentRoot)
	if err != nil {
		return nil, err
	}
	if got := tables.SchemaRoot(); got != schemaRoot {
		return nil, fmt.Errorf("reading the tables at %s: their schemas have root %s, on record is %s", uri, got, schemaRoot)
	}
	return tables, nil
}

// Schema returns the schema of a table in a version's folder.
func (p *Published) Schema(ctx context.Context, uri string, t dataset.Table) (*vault.Schema, error) {
	if known := p.schemas[t.Schema]; known != nil {
		return known, nil
	}
	b, err := p.store.Schema(ctx, uri, t)
	if err != nil {
		return nil, err
	}
	s, err := vault.ParseSchema(b)
	if err != nil {
		return nil, fmt.Errorf("reading the schema of table %s at %s: %w", t.Name, uri, err)
	}
	p.schemas[t.Schema] = s
	return s, nil
}
