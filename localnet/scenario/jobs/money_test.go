package jobs_test

import (
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/protocol/job"
)

// history is what the market's events tell of a job.
type history struct {
	steps []string                    // in order
	paid  map[common.Address]*big.Int // to whom
	in    *big.Int                    // fee and bonds that came in
	kept  *big.Int                    // of bonds, for no one
}

// historyOf reads the market's events about a job.
func (s *study) historyOf(t testing.TB, id common.Hash) history {
	t.Helper()
	market := s.Client.Contracts().JobMarket
	logs, err := s.Client.Backend().FilterLogs(t.Context(), ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(s.began), Addresses: []common.Address{market},
	})
	if err != nil {
		t.Fatal(err)
	}
	m := bindings.NewJobMarket()
	abi := m.GetABI()
	h := history{paid: make(map[common.Address]*big.Int), in: new(big.Int), kept: new(big.Int)}
	mine := make(map[common.Hash]bool) // transactions about the job; one is never about two
	for i := range logs {
		l := &logs[i]
		event, err := abi.EventByID(l.Topics[0])
		if err != nil {
			t.Fatal(err)
		}
		if len(l.Topics) > 1 && l.Topics[1] == id {
			mine[l.TxHash] = true
		}
		if !mine[l.TxHash] {
			continue
		}
		switch event.Name {
		case "JobPosted":
			e := unpacked(t, l, m.UnpackJobPostedEvent)
			h.in.Add(h.in, e.Spec.Fee)
			h.steps = append(h.steps, "posted")
		case "JobClaimed":
			h.in.Add(h.in, big.NewInt(bond))
			h.steps = append(h.steps, "claimed")
		case "ClaimEnded":
			e := unpacked(t, l, m.UnpackClaimEndedEvent)
			h.kept.Add(h.kept, e.Kept)
			step := claimEnd + job.ClaimEnd(e.How).String()
			if step == narrowed && e.Kept.Sign() != 0 {
				step = narrowedByChoice
			}
			h.steps = append(h.steps, step)
		case "JobFailed":
			e := unpacked(t, l, m.UnpackJobFailedEvent)
			h.kept.Add(h.kept, e.Kept)
			h.steps = append(h.steps, "failed: "+job.Failure(e.Why).String())
		case "PaymentSent":
			e := unpacked(t, l, m.UnpackPaymentSentEvent)
			if h.paid[e.To] == nil {
				h.paid[e.To] = new(big.Int)
			}
			h.paid[e.To].Add(h.paid[e.To], e.Amount)
		case "PaymentKept":
			t.Errorf("a payment of job %s was not taken", id)
		case "ResultDelivered", "FeedAppended": // beside other events
		default:
			h.steps = append(h.steps, words()[event.Name])
		}
	}
	return h
}

// claimEnd begins the step at which a claim ends.
const (
	claimEnd = "claim ended: "
	lapsed   = claimEnd + "lapsed"
	returned = claimEnd + "returned"
	refused  = claimEnd + "refused"
	narrowed = claimEnd + "narrowed"
	notInUse = claimEnd + "not in use"

	disapproved = claimEnd + "disapproved"

	// narrowedByChoice: by what the chain sees, the operator could have gone on.
	narrowedByChoice = narrowed + ", and not for want of consent"
)

func words() map[string]string {
	return map[string]string{
		"JobApproved": "approved", "KeyReleased": "released", "JobHandedOver": "handed over", "JobRerun": "rerun",
		"JobCharged": "charged",
		"JobSealed":  "sealed", "ResultOpened": "done", "JobWithheld": "withheld", "JobCancelled": "cancelled",
		"JobDisapproved": "disapproved",
	}
}

func unpacked[T any](t testing.TB, l *types.Log, unpack func(*types.Log) (T, error)) T {
	t.Helper()
	e, err := unpack(l)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// usualSteps are those of a job that nothing happens to.
func usualSteps() []string {
	return []string{"posted", "approved", "claimed", "released", "charged", "sealed", "done"}
}

// checkSteps checks what happened to a job on chain, and its money: what came in went out, to the wei, to whom it is
// due.
func (s *study) checkSteps(t testing.TB, id common.Hash, want ...string) history {
	t.Helper()
	h := s.historyOf(t, id)
	if !slices.Equal(h.steps, want) {
		t.Errorf("job %s was %v, want %v", id, h.steps, want)
	}
	s.checkPaid(t, id, h)
	return h
}

// checkPaid checks the payments of a job that has ended, by how it ended.
func (s *study) checkPaid(t testing.TB, id common.Hash, h history) {
	t.Helper()
	j := s.job(t, id)
	fee := j.Spec.Fee.Big()
	out := new(big.Int)
	for _, amount := range h.paid {
		out.Add(out, amount)
	}
	held := new(big.Int) // a bond, as long as a result is withheld
	if j.State() == job.Withheld {
		held.SetInt64(bond)
	}
	if all := new(big.Int).Add(out, h.kept); all.Add(all, held).Cmp(h.in) != 0 {
		t.Errorf("job %s: %s came into escrow, %s went out, %s was kept, %s is held", id, h.in, out, h.kept, held)
	}
	if cost := int64(bond / 64 * wasted(h.steps)); h.kept.Cmp(big.NewInt(cost)) != 0 {
		t.Errorf("job %s: %s was kept of bonds, want %d", id, h.kept, cost)
	}
	last := h.steps[len(h.steps)-1]
	operator, researcher := new(big.Int), new(big.Int)
	ended := int64(0)
	for _, step := range h.steps {
		if strings.HasPrefix(step, claimEnd) {
			ended++
		}
	}
	operator.SetInt64(ended * bond)
	operator.Sub(operator, h.kept)
	switch {
	case j.State() == job.Withheld:
		researcher.Set(fee)
	case j.State() == job.Done && slices.Contains(h.steps, "withheld"):
		researcher.Set(fee)
		operator.Add(operator, big.NewInt(bond))
	case j.State() == job.Done:
		operator.Add(operator, fee).Add(operator, big.NewInt(bond))
	case j.State() == job.Cancelled:
		researcher.Set(fee)
	case last == "failed: not in use" || last == "failed: narrowed":
		researcher.Set(fee)
		operator.Add(operator, big.NewInt(bond))
	case j.State() == job.Failed:
		researcher.Add(fee, big.NewInt(bond))
	default:
		t.Fatalf("job %s is %s", id, j.State())
	}
	got := new(big.Int)
	for to, amount := range h.paid {
		if to != s.researcher.Address() {
			got.Add(got, amount) // operators, one or several
		}
	}
	if got.Cmp(operator) != 0 {
		t.Errorf("job %s: the operators had %s, want %s", id, got, operator)
	}
	if got := h.paid[s.researcher.Address()]; (got == nil && researcher.Sign() != 0) ||
		(got != nil && got.Cmp(researcher) != 0) {
		t.Errorf("job %s: the researcher had %v, want %s", id, got, researcher)
	}
}

// wasted is how many claims came to nothing, which costs a part of the bond each.
func wasted(steps []string) (n int) {
	for _, step := range steps {
		if step == lapsed || step == returned || step == narrowedByChoice {
			n++
		}
	}
	return n
}

// purse is what accounts had in a round.
type purse struct {
	round    uint64
	balances map[common.Address]*big.Int
}

// weigh notes the balances of the study's people, and of others.
func (s *study) weigh(t testing.TB, others ...common.Address) purse {
	t.Helper()
	round, err := s.net.Client(t).LatestRound(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	p := purse{round: round, balances: make(map[common.Address]*big.Int)}
	for _, a := range append(others, s.researcher.Address(), s.Custodian.Address(),
		crypto.PubkeyToAddress(s.operator.PublicKey), crypto.PubkeyToAddress(s.brokerKey.PublicKey)) {
		if p.balances[a], err = s.Client.Backend().BalanceAt(t.Context(), a,
			new(big.Int).SetUint64(round)); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// checkBalances checks, to the wei, that since then the balances changed by what their owners sent, the gas that they
// paid, and what the market says it has paid them, and by nothing else.
func (s *study) checkBalances(t testing.TB, before purse) {
	t.Helper()
	ctx, node := t.Context(), s.net.Client(t)
	after := s.weigh(t, slices.Collect(maps.Keys(before.balances))...)
	want := make(map[common.Address]*big.Int)
	for a, b := range before.balances {
		want[a] = new(big.Int).Set(b)
	}
	m := bindings.NewJobMarket()
	abi := m.GetABI()
	for round := before.round + 1; round <= after.round; round++ {
		transactions, err := node.Transactions(ctx, round)
		if err != nil {
			t.Fatal(err)
		}
		for _, tx := range transactions {
			if tx.Ethereum == nil {
				continue
			}
			from, err := types.Sender(types.LatestSignerForChainID(tx.Ethereum.ChainId()), tx.Ethereum)
			if err != nil {
				t.Fatal(err)
			}
			r, err := s.Client.Backend().TransactionReceipt(ctx, tx.Ethereum.Hash())
			if err != nil {
				t.Fatal(err)
			}
			if b := want[from]; b != nil {
				b.Sub(b, new(big.Int).Mul(new(big.Int).SetUint64(r.GasUsed), r.EffectiveGasPrice))
				if r.Status == types.ReceiptStatusSuccessful {
					b.Sub(b, tx.Ethereum.Value())
				}
			}
			for _, l := range r.Logs {
				if l.Address != s.Client.Contracts().JobMarket || l.Topics[0] != abi.Events["PaymentSent"].ID {
					continue
				}
				e := unpacked(t, l, m.UnpackPaymentSentEvent)
				if b := want[e.To]; b != nil {
					b.Add(b, e.Amount)
				}
			}
		}
	}
	for a, b := range want {
		if after.balances[a].Cmp(b) != 0 {
			t.Errorf("account %s has %s, its transactions and payments make %s", a, after.balances[a], b)
		}
	}
}

// escrow is what the market holds.
func (s *study) escrow(t testing.TB) *big.Int {
	t.Helper()
	b, err := s.Client.Backend().BalanceAt(t.Context(), s.Client.Contracts().JobMarket, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
