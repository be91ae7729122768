package client

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/protocol/job"
)

// When a job came to wait follows from the events of the change that made it. Of a cohort that is too small it is not
// looked for: the event would be that of one person.

// registryLogs returns the registry's events of some names about a job's dataset, oldest first.
func (w *waitingOf) registryLogs(ctx context.Context, from uint64, names ...string) ([]types.Log, error) {
	abi := w.client.registry.GetABI()
	var events []common.Hash
	for _, name := range names {
		events = append(events, abi.Events[name].ID)
	}
	logs, err := w.logs(ctx, from, ethereum.FilterQuery{
		Addresses: []common.Address{w.client.contracts.DatasetRegistry},
		Topics:    [][]common.Hash{events, {w.job.Spec.Dataset}},
	})
	if err != nil {
		return nil, fmt.Errorf("reading the events of dataset %s: %w", w.job.Spec.Dataset, err)
	}
	return logs, nil
}

// logs returns the logs that a query selects, from a round to the one that the rest was read at.
func (w *waitingOf) logs(ctx context.Context, from uint64, q ethereum.FilterQuery) ([]types.Log, error) {
	logs, err := w.client.logs(ctx, from, q)
	return w.upToNow(logs), err
}

// upToNow leaves out what came after the round that the rest was read at: the job does not wait for it yet.
func (w *waitingOf) upToNow(logs []types.Log) []types.Log {
	later := slices.IndexFunc(logs, func(l types.Log) bool { return l.BlockNumber > w.now.Round.Number })
	if later < 0 {
		return logs
	}
	return logs[:later]
}

// lastOf is the time of the last of some events; zero when there is none.
func (w *waitingOf) lastOf(ctx context.Context, logs []types.Log) (uint64, error) {
	if len(logs) == 0 {
		return 0, nil
	}
	return w.client.timeOf(ctx, logs[len(logs)-1].BlockNumber)
}

// stoppedSince is when the dataset was stopped.
func (w *waitingOf) stoppedSince(ctx context.Context) (uint64, error) {
	logs, err := w.registryLogs(ctx, 0, "DatasetStopped")
	if err != nil {
		return 0, err
	}
	return w.lastOf(ctx, logs)
}

// outOfUseSince is when the version or the policy that the job names went out of use.
func (w *waitingOf) outOfUseSince(ctx context.Context) (uint64, error) {
	logs, err := w.registryLogs(ctx, w.postRound, "VersionRetired", "VersionAdded", "PolicySet", "PolicyWithdrawn")
	if err != nil {
		return 0, err
	}
	r, events := w.client.registry, w.client.registry.GetABI().Events
	replaced := make(map[uint32]uint64) // by policy version, from when it was in effect
	var retired, added uint64
	for i := range logs {
		at, err := w.client.timeOf(ctx, logs[i].BlockNumber)
		if err != nil {
			return 0, err
		}
		switch logs[i].Topics[0] {
		case events["VersionRetired"].ID:
			if e, err := r.UnpackVersionRetiredEvent(&logs[i]); err == nil && e.Version == w.job.Spec.DatasetVersion {
				retired = at
			}
		case events["VersionAdded"].ID:
			if e, err := r.UnpackVersionAddedEvent(&logs[i]); err == nil && e.Version > w.job.Spec.DatasetVersion &&
				added == 0 {
				added = at
			}
		case events["PolicySet"].ID:
			if e, err := r.UnpackPolicySetEvent(&logs[i]); err == nil && e.Version > w.job.Spec.PolicyVersion {
				replaced[e.Version] = e.EffectiveFrom
			}
		case events["PolicyWithdrawn"].ID:
			if e, err := r.UnpackPolicyWithdrawnEvent(&logs[i]); err == nil {
				delete(replaced, e.Version)
			}
		}
	}
	first := uint64(0)
	for _, from := range replaced {
		if from <= w.now.Round.Time && (first == 0 || from < first) {
			first = from
		}
	}
	switch {
	case retired != 0 && (first == 0 || retired < first):
		return retired, nil
	case first != 0:
		return first, nil
	}
	return added, nil
}

// announcedSince is when the policy was announced that is not in effect yet.
func (w *waitingOf) announcedSince(ctx context.Context) (uint64, error) {
	logs, err := w.registryLogs(ctx, 0, "PolicySet")
	if err != nil {
		return 0, err
	}
	return w.lastOf(ctx, logs)
}

// spentSince is when the dataset's budget was last spent from, if that was after the job came to stand where it stands.
func (w *waitingOf) spentSince(ctx context.Context) (uint64, error) {
	logs, err := w.logs(ctx, w.postRound, ethereum.FilterQuery{
		Addresses: []common.Address{w.client.contracts.BudgetLedger},
		Topics: [][]common.Hash{{bindings.NewBudgetLedger().GetABI().Events["BudgetSpent"].ID},
			{w.job.Spec.Dataset}},
	})
	if err != nil {
		return 0, fmt.Errorf("reading how the budget of dataset %s was spent: %w", w.job.Spec.Dataset, err)
	}
	at, err := w.lastOf(ctx, logs)
	return max(at, w.since), err
}

// refusedKey says that the last claims of a job ended without the key, and since when that is so.
func (w *waitingOf) refusedKey(ctx context.Context) (*Waiting, error) {
	logs, err := w.client.marketLogs(ctx, "ClaimEnded", w.job.ID, w.postRound)
	if err != nil {
		return nil, err
	}
	logs = w.upToNow(logs)
	var found *Waiting
	for i := range slices.Backward(logs) {
		e, err := w.client.market.UnpackClaimEndedEvent(&logs[i])
		if err != nil {
			return nil, fmt.Errorf("reading how a claim of job %s ended: %w", w.job.ID, err)
		}
		next := &Waiting{For: ForBroker}
		switch job.ClaimEnd(e.How) {
		case job.ClaimRefused:
			next.Why = "the custodian's key broker refused the key to a worker"
			next.Do = "the custodian reads why in the broker's log: assent broker log; once that is mended, the " +
				"worker that was refused is started anew, and takes the job with another enclave"
		case job.ClaimReturned:
			next.Why = "a worker gave its claim back before the key was released, which it does when the custodian's " +
				"broker refuses it the key"
			next.Do = "the worker's log and the broker's say why: assent broker log"
		default:
			return found, nil
		}
		if found != nil && found.Why != next.Why {
			return found, nil
		}
		if next.Since, err = w.client.timeOf(ctx, logs[i].BlockNumber); err != nil {
			return nil, err
		}
		found = next
	}
	return found, nil
}

// manySigns is of how many workers the last signs of life are said.
const manySigns = 3

// signs says in words when workers were last heard of: when they registered, renewed that, or claimed a job.
func (w *waitingOf) signs(ctx context.Context, enclaves []common.Address) (string, error) {
	var topics []common.Hash
	for _, e := range enclaves {
		topics = append(topics, common.BytesToHash(e[:]))
	}
	registry, market := bindings.NewWorkerRegistry().GetABI().Events, w.client.market.GetABI().Events
	last := make(map[common.Address]uint64) // rounds
	for _, q := range []ethereum.FilterQuery{
		{Addresses: []common.Address{w.client.contracts.WorkerRegistry}, Topics: [][]common.Hash{{
			registry["WorkerRegistered"].ID, registry["WorkerRenewed"].ID, registry["WorkerJudged"].ID}, topics}},
		{Addresses: []common.Address{w.client.contracts.JobMarket},
			Topics: [][]common.Hash{{market["JobClaimed"].ID}, nil, topics}},
	} {
		logs, err := w.logs(ctx, 0, q)
		if err != nil {
			return "", fmt.Errorf("reading when workers were last heard of: %w", err)
		}
		for i := range logs {
			of := logs[i].Topics[len(q.Topics)-1]
			e := common.BytesToAddress(of[:])
			last[e] = max(last[e], logs[i].BlockNumber)
		}
	}
	slices.SortStableFunc(enclaves, func(a, b common.Address) int { return int(last[b]) - int(last[a]) })
	var words []string
	for _, e := range enclaves[:min(manySigns, len(enclaves))] {
		at, err := w.client.timeOf(ctx, last[e])
		if err != nil {
			return "", err
		}
		words = append(words, fmt.Sprintf("%s… at %s", e.Hex()[:10],
			time.Unix(int64(at), 0).UTC().Format(time.RFC3339)))
	}
	if more := len(enclaves) - len(words); more > 0 {
		words = append(words, fmt.Sprintf("%d more before that", more))
	}
	return strings.Join(words, ", "), nil
}
