package release

import (
	"crypto/sha256"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/job"
)

// File is what a request for a file key brings. The broker has only its hashes, in its own view of the chain.
type File struct {
	Tables     hexutil.Bytes `json:"tables"`     // the list of the tables of the job's dataset version
	Parameters hexutil.Bytes `json:"parameters"` // the job's, which name the table
	Header     hexutil.Bytes `json:"header"`     // age header of the table's file
}

// words are the members of the EIP-712 type; those of nil are zero, which no file has.
func (f *File) words() []eip712.Word {
	if f == nil {
		return make([]eip712.Word, 3)
	}
	return []eip712.Word{eip712.Bytes(f.Tables), eip712.Bytes(f.Parameters), eip712.Bytes(f.Header)}
}

// Check checks that this is the file of a job, byte for byte: the list is that of the version with this content root,
// the parameters are the job's, and the header is that of the table which they name. It returns that table. Only what
// the hashes confirm is believed, so that a request cannot get the key of another file.
func (f *File) Check(s *job.Spec, contentRoot common.Hash) (dataset.Table, error) {
	if err := s.VerifyParameters(f.Parameters); err != nil {
		return dataset.Table{}, fmt.Errorf("the parameters of a request are not its job's: %w", err)
	}
	tables, err := dataset.ParseTables(f.Tables)
	if err != nil {
		return dataset.Table{}, fmt.Errorf("the list of tables of a request: %w", err)
	}
	if got := tables.ContentRoot(); got != contentRoot {
		return dataset.Table{}, fmt.Errorf("the list of tables of a request has content root %s, the job's version %s",
			got, contentRoot)
	}
	table := tables.Of(f.Parameters)
	if got := common.Hash(sha256.Sum256(f.Header)); got != table.Header {
		return dataset.Table{}, fmt.Errorf("the header of a request, %d bytes, has hash %s, that of table %q has %s",
			len(f.Header), got, table.Name, table.Header)
	}
	return table, nil
}
