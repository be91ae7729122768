package contracts

import (
	"context"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/runtime/preinstalled"
)

// entriesPerCall is how many entries are read in one call: of the 50 million gas that a gateway spends on a question
// they take a tenth.
const entriesPerCall = 500

// aggregateABI is the part of Multicall3's interface that is used.
const aggregateABI = `[{"type":"function","name":"aggregate3","stateMutability":"payable",
 "inputs":[{"name":"calls","type":"tuple[]","components":[
  {"name":"target","type":"address"},{"name":"allowFailure","type":"bool"},{"name":"callData","type":"bytes"}]}],
 "outputs":[{"name":"returnData","type":"tuple[]","components":[{"name":"success","type":"bool"},{"name":"returnData","type":"bytes"}]}]}]`

// Entries returns the entries of pseudonyms in a ledger, in the order of the pseudonyms, hundreds of them with one
// call; the zero entry for a pseudonym that has none.
func (s *Snapshot) Entries(
	ctx context.Context, ledger common.Address, pseudonyms []common.Address,
) ([]grant.Entry, error) {
	l := s.reader.ledger
	entries := make([]grant.Entry, 0, len(pseudonyms))
	for at := 0; at < len(pseudonyms); at += entriesPerCall {
		part := pseudonyms[at:min(at+entriesPerCall, len(pseudonyms))]
		inputs := make([][]byte, len(part))
		for i, p := range part {
			inputs[i] = l.PackEntryOf(p)
		}
		answers, err := s.aggregate(ctx, "consent entries", ledger, inputs)
		if err != nil {
			return nil, err
		}
		for i, answer := range answers {
			words, err := l.UnpackEntryOf(answer)
			if err != nil {
				return nil, fmt.Errorf("reading the consent entry of %s in round %d: %w", part[i], s.Round.Number, err)
			}
			e, err := grant.Unpack(part[i], grant.Words{Entry: common.BigToHash(words.Entry),
				Origin: common.BigToHash(words.Origin)})
			if err != nil {
				return nil, fmt.Errorf("reading the consent entry of %s in round %d: %w", part[i], s.Round.Number, err)
			}
			entries = append(entries, e)
		}
	}
	return entries, nil
}

// call3 and result3 are what aggregate3 takes and returns.
type call3 struct {
	Target       common.Address
	AllowFailure bool // false: one that fails makes all fail
	CallData     []byte
}

type result3 struct {
	Success    bool
	ReturnData []byte
}

// aggregate runs several view functions of one contract in one call, by Multicall3, and returns what each returned.
func (s *Snapshot) aggregate(ctx context.Context, what string, to common.Address, inputs [][]byte) ([][]byte, error) {
	contract, err := abi.JSON(strings.NewReader(aggregateABI))
	if err != nil {
		return nil, fmt.Errorf("contracts: internal error: %w", err)
	}
	calls := make([]call3, len(inputs))
	for i, input := range inputs {
		calls[i] = call3{Target: to, CallData: input}
	}
	packed, err := contract.Pack("aggregate3", calls)
	if err != nil {
		return nil, fmt.Errorf("contracts: internal error: %w", err)
	}
	return call(ctx, s, what, preinstalled.Multicall3.Address, packed, func(answer []byte) ([][]byte, error) {
		values, err := contract.Unpack("aggregate3", answer)
		if err != nil {
			return nil, err
		}
		results := *abi.ConvertType(values[0], new([]result3)).(*[]result3)
		if len(results) != len(inputs) {
			return nil, fmt.Errorf("%d answers to %d questions", len(results), len(inputs))
		}
		answers := make([][]byte, len(results))
		for i, r := range results {
			answers[i] = r.ReturnData
		}
		return answers, nil
	})
}
