package query

import (
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

// Run is a whole job: it reads the parameters, which must be canonical, compiles them against the schema, runs over the
// rows and encodes the result. maxSize is the most bytes that any rows would have given: what the sealed result is
// padded to follows from it, so that its size tells nothing.
func Run(k kind.Kind, params []byte, schema *schema.Schema, rows vault.Rows,
	release Release) (encoded []byte, maxSize int, err error) {
	p, err := statistics.Parse(k, params)
	if err != nil {
		return nil, 0, err
	}
	plan, err := Compile(p, schema)
	if err != nil {
		return nil, 0, err
	}
	if maxSize, err = plan.MaxSize(release.How, release.Rho); err != nil {
		return nil, 0, err
	}
	result, err := plan.Run(rows, release)
	if err != nil {
		return nil, 0, err
	}
	if encoded, err = result.Encode(); err != nil {
		return nil, 0, err
	}
	return encoded, maxSize, nil
}
