package client_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/client"
)

// misnaming is a gateway that tells of registrations otherwise than they were.
type misnaming struct {
	client.Backend
	change func(*types.Log)
}

func (m *misnaming) FilterLogs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error) {
	logs, err := m.Backend.FilterLogs(ctx, q)
	for i := range logs {
		logs[i].Topics = slices.Clone(logs[i].Topics) // which are the chain's own
		m.change(&logs[i])
	}
	return logs, err
}

func TestDatasetNames(t *testing.T) {
	w := newWorld(t, nil)
	for name, c := range map[string]struct {
		change func(*types.Log)
		ok     bool
	}{
		"as it was":          {func(*types.Log) {}, true},
		"another dataset":    {func(l *types.Log) { l.Topics[1] = common.Hash{9} }, false},
		"another registrant": {func(l *types.Log) { l.Topics[2] = common.Hash{31: 9} }, false},
		"another name": {func(l *types.Log) {
			l.Data = []byte(strings.Replace(string(l.Data), "study", "stolen"[:5], 1))
		}, false},
	} {
		told, err := client.New(t.Context(), &misnaming{w.chain, c.change}, chainID, w.client.Contracts())
		w.must(err)
		all, err := told.DatasetNames(t.Context())
		if (err == nil) != c.ok || c.ok && (len(all) != 1 || all[0].Name != "study" ||
			all[0].Dataset != w.story.Dataset) {
			t.Errorf("%s: %+v, %v", name, all, err)
		}
	}
}
