// Package statistics is what the job kinds that compute statistics have in common: their parameters are read here, and
// their results have one envelope. What is of one kind is in the packages query and fairness.
//
// The formats are described in docs/protocol: parameters-query.md, parameters-fairness.md and statistics-result.md.
package statistics

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
)

// MaxParameters is the most bytes of parameters, which go on chain.
const MaxParameters = 16 << 10

// Parameters are the parameters of one job: exactly one of the members is set.
type Parameters struct {
	Query    *query.Parameters
	Fairness *fairness.Parameters
}

// Table is the table that the parameters name; empty when they name none.
func (p Parameters) Table() string {
	switch {
	case p.Query != nil:
		return p.Query.Table
	case p.Fairness != nil:
		return p.Fairness.Table
	}
	return ""
}

// Check says whether the parameters fit a schema. It depends on nothing else.
func (p Parameters) Check(s *schema.Schema) error {
	switch {
	case p.Query != nil:
		if _, err := p.Query.Resolve(s); err != nil {
			return fmt.Errorf("query parameters: %w", err)
		}
	case p.Fairness != nil:
		if _, err := p.Fairness.Resolve(s); err != nil {
			return fmt.Errorf("fairness parameters: %w", err)
		}
	default:
		return ErrNone
	}
	return nil
}

// ErrNone is returned for parameters without a member that is set.
var ErrNone = errors.New("no parameters given")

// Parse reads the parameters of a job of the given kind, which must be canonical JSON: the bytes are hashed, and one
// job has one text.
func Parse(k kind.Kind, data []byte) (Parameters, error) {
	if err := canonical.Check(data); errors.Is(err, canonical.ErrNotCanonical) {
		return Parameters{}, fmt.Errorf("reading the %s parameters: %w", k, err)
	}
	p, _, err := parse(k, data, func(data []byte, v any) ([]byte, error) {
		return data, canonical.Unmarshal(data, v)
	})
	return p, err
}

// Read reads parameters as people write them, with white space, members in any order, and numbers and truth values with
// or without quotes, and returns the canonical bytes that a job must carry.
func Read(k kind.Kind, data []byte) (p Parameters, canon []byte, err error) {
	return parse(k, data, canonical.Read)
}

func parse(
	k kind.Kind, data []byte, read func([]byte, any) ([]byte, error),
) (p Parameters, canon []byte, err error) {
	if len(data) > MaxParameters {
		return Parameters{}, nil, fmt.Errorf("reading the %s parameters: %d bytes, at most %d are allowed", k,
			len(data),
			MaxParameters)
	}
	var into any
	var want string
	switch k {
	case kind.Query:
		p.Query = &query.Parameters{}
		into, want = p.Query, query.Format
	case kind.Fairness:
		p.Fairness = &fairness.Parameters{}
		into, want = p.Fairness, fairness.Format
	default:
		return Parameters{}, nil, fmt.Errorf("job kind %s has no parameters here: use %s or %s", k, kind.Query,
			kind.Fairness)
	}
	// The format first: with another one, errors about members would only mislead.
	var head struct {
		Format string `json:"format"`
	}
	if json.Unmarshal(data, &head) == nil && head.Format != want {
		return Parameters{}, nil, fmt.Errorf("reading the %s parameters: format is %.64q, want %q", k, head.Format,
			want)
	}
	if canon, err = read(data, into); err != nil {
		return Parameters{}, nil, fmt.Errorf("reading the %s parameters: %w", k, err)
	}
	return p, canon, nil
}
