package api

import (
	"encoding/json"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
)

// Bounds on the parameters of a log query.
const (
	maxTopics       = 4
	maxAlternatives = 1000
)

// rpcCount is a count, which libraries send as a number or as a quantity.
type rpcCount uint64

// UnmarshalJSON implements json.Unmarshaler.
func (c *rpcCount) UnmarshalJSON(data []byte) error {
	if n, err := strconv.ParseUint(string(data), 10, 64); err == nil {
		*c = rpcCount(n)
		return nil
	}
	var n hexutil.Uint64
	if err := json.Unmarshal(data, &n); err != nil {
		return err
	}
	*c = rpcCount(n)
	return nil
}

// FilterArgs is the parameter of eth_getLogs and its siblings.
type FilterArgs struct {
	BlockHash *common.Hash
	From, To  *rpc.BlockNumber
	Addresses []common.Address
	Topics    [][]common.Hash
}

// UnmarshalJSON implements json.Unmarshaler. An address is one or a list, a topic is null, one or a list.
func (a *FilterArgs) UnmarshalJSON(data []byte) error {
	var raw struct {
		BlockHash *common.Hash      `json:"blockHash"`
		FromBlock *rpc.BlockNumber  `json:"fromBlock"`
		ToBlock   *rpc.BlockNumber  `json:"toBlock"`
		Address   json.RawMessage   `json:"address"`
		Topics    []json.RawMessage `json:"topics"`
	}
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	if raw.BlockHash != nil && (raw.FromBlock != nil || raw.ToBlock != nil) {
		return rpcerr.New(rpcerr.CodeInvalidParams,
			"cannot specify both BlockHash and FromBlock/ToBlock, choose one or the other")
	}
	*a = FilterArgs{BlockHash: raw.BlockHash, From: raw.FromBlock, To: raw.ToBlock}
	var err error
	if a.Addresses, err = oneOrMany[common.Address](raw.Address, "address"); err != nil {
		return err
	}
	if len(raw.Topics) > maxTopics {
		return rpcerr.New(rpcerr.CodeInvalidParams, "invalid topics: a log has at most %d", maxTopics)
	}
	for _, t := range raw.Topics {
		topics, err := oneOrMany[common.Hash](t, "topic")
		if err != nil {
			return err
		}
		a.Topics = append(a.Topics, topics)
	}
	return nil
}

// oneOrMany reads null, a value or a list of values. A list with null in it stands for any value.
func oneOrMany[T any](data json.RawMessage, what string) ([]T, error) {
	if len(data) == 0 || string(data) == "null" {
		return nil, nil
	}
	if data[0] != '[' {
		var one T
		if err := json.Unmarshal(data, &one); err != nil {
			return nil, rpcerr.New(rpcerr.CodeInvalidParams, "invalid %s: %s", what, err)
		}
		return []T{one}, nil
	}
	var many []*T
	if err := json.Unmarshal(data, &many); err != nil {
		return nil, rpcerr.New(rpcerr.CodeInvalidParams, "invalid %s: %s", what, err)
	}
	if len(many) > maxAlternatives {
		return nil, rpcerr.New(rpcerr.CodeInvalidParams, "invalid %s: %d alternatives, at most %d", what, len(many),
			maxAlternatives)
	}
	out := make([]T, 0, len(many))
	for _, v := range many {
		if v == nil {
			return nil, nil
		}
		out = append(out, *v)
	}
	return out, nil
}

// size is how many bytes the addresses and topics take in memory.
func (a *FilterArgs) size() int64 {
	size := common.AddressLength * len(a.Addresses)
	for _, topics := range a.Topics {
		size += common.HashLength * len(topics)
	}
	return int64(size)
}

// query turns the parameter into a query of the index with rounds from and to.
func (a *FilterArgs) query(from, to uint64) index.Query {
	return index.Query{From: from, To: to, Addresses: a.Addresses, Topics: a.Topics}
}
