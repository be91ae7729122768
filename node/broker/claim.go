package broker

import (
	"context"
	"errors"
	"log/slog"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"golang.org/x/time/rate"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/protocol/job"
)

// decision is what comes of one request.
type decision struct {
	entry   journal.Entry
	genuine bool // the quote that came with the request
	// claim is the job in the claim that the request is about, as it was judged: it is the operator's, and no key was
	// released to it. Nil when the asker has none.
	claim *contracts.Job
	own   bool // the enclave that asks has claimed it itself
}

// sees takes from the newest facts which claim a request is about. The enclave has signed the request, and the chain
// says whose it is.
func (d *decision) sees(f *facts, rq release.Request) {
	d.claim, d.own = nil, false
	j := f.job
	if j.State() != job.Claimed || j.ReleasedAt != 0 || j.Operator != rq.Operator || j.Operator != f.worker.Operator {
		return
	}
	d.claim, d.own = j, j.Current() == rq.Enclave
}

// ends reports whether a refusal ends the claim on chain. The claim of an enclave ends by what is refused to that
// enclave, and by its successor's word that it is gone.
func (d *decision) ends(refusal *release.Refusal) bool {
	return d.claim != nil && refusal.Code.Lasting() && (d.own || refusal.Code == release.CodeRestarted)
}

// What the broker spends on ending claims is bounded, in all and for each operator and job. Over time an operator gets
// no more claims back for nothing than one in ownEndPause, so that it cannot hold a job with claims that cost nothing.
// Beyond the bounds a refusal is signed and journalled as any other, and the operator returns its claim itself.
const (
	endBurst    = 50
	endPause    = 10 * time.Second
	ownEndBurst = 4
	ownEndPause = 15 * time.Minute
	// maxEnders bounds the operators and jobs that are counted.
	maxEnders = 4096
	// Handing over a job costs the broker a transaction as well, and an operator with two enclaves can ask for it in
	// the name of each in turn, for as long as the job is not open. Beyond the bound the request is left undecided.
	// There is none in all: others' jobs would be late.
	ownHandOverBurst = 8
	ownHandOverPause = 10 * time.Minute
	// endTimeout bounds how long the answer waits until the end is final. It is sent all the same.
	endTimeout = 30 * time.Second
)

// errManyHandOvers leaves a request undecided.
var errManyHandOvers = errors.New("the job was handed over too often; try again later")

// outlays bound how many transactions of one sort are sent. They are safe for concurrent use.
type outlays struct {
	mu    sync.Mutex
	all   *rate.Limiter
	burst int // for each operator and job
	pause time.Duration
	of    map[common.Hash]*rate.Limiter // by operator and job
}

// newEnds bounds how many claims are ended.
func newEnds() *outlays {
	return &outlays{
		all: rate.NewLimiter(rate.Every(endPause), endBurst), burst: ownEndBurst, pause: ownEndPause,
		of: make(map[common.Hash]*rate.Limiter),
	}
}

// newHandOvers bounds how often jobs are handed over.
func newHandOvers() *outlays {
	return &outlays{
		all: rate.NewLimiter(rate.Inf, 0), burst: ownHandOverBurst, pause: ownHandOverPause,
		of: make(map[common.Hash]*rate.Limiter),
	}
}

// allow reports whether one more transaction may be sent for an operator and a job, and counts it.
func (e *outlays) allow(operator common.Address, id common.Hash, now time.Time) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	who := crypto.Keccak256Hash(operator[:], id[:])
	own := e.of[who]
	if own == nil {
		if len(e.of) >= maxEnders {
			for k, l := range e.of {
				if l.TokensAt(now) >= float64(e.burst) {
					delete(e.of, k)
				}
			}
		}
		if len(e.of) >= maxEnders {
			return false
		}
		own = rate.NewLimiter(rate.Every(e.pause), e.burst)
	}
	if e.all.Limit() != rate.Inf && e.all.TokensAt(now) < 1 || !own.AllowN(now, 1) {
		return false
	}
	e.of[who] = own
	return e.all.AllowN(now, 1)
}

// endClaim has the chain end a claim that is refused for as long as it can last: its operator gets the whole bond back,
// and the enclave cannot claim the job again. The next request is judged in a view that shows it. A claim ends once;
// whether this instance or another one was first makes no difference.
func (b *Broker) endClaim(ctx context.Context, j *contracts.Job) {
	log := b.cfg.Log.With(slog.String("job", j.ID.Hex()), slog.String("enclave", j.Enclave.Hex()),
		slog.Uint64("claimRound", j.ClaimRound))
	// A caller that hangs up does not stop it.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), endTimeout)
	defer cancel()
	done, err := b.wait(ctx, j.ID)
	if err != nil {
		log.WarnContext(ctx, "Failed to end a claim that is refused; its operator will return it",
			slog.Any("error", err))
		return
	}
	defer done()
	if there, err := b.isThere(ctx, j); err != nil || !there {
		log.DebugContext(ctx, "A claim that is refused has ended already", slog.Any("error", err))
		return
	}
	if !b.ends.allow(j.Operator, j.ID, b.cfg.Now()) {
		log.WarnContext(ctx, "Left it to the operator to return a claim: too many were ended")
		return
	}
	input := b.market.PackRefuse(j.ID, j.Enclave, j.ClaimRound)
	round, err := b.cfg.Sender.Send(ctx, b.cfg.Contracts.JobMarket, new(big.Int), input)
	switch {
	case errors.Is(err, solidity.ErrJobReleased), errors.Is(err, solidity.ErrJobWrongState),
		errors.Is(err, solidity.ErrJobClaimMismatch):
		log.DebugContext(ctx, "A claim that is refused has ended already", slog.Any("error", err))
		return
	case err != nil:
		log.WarnContext(ctx, "Failed to end a claim that is refused; its operator will return it",
			slog.Any("error", err))
		return
	}
	log.InfoContext(ctx, "Ended a claim that is refused", slog.Uint64("round", round))
	after, err := b.cfg.View.At(ctx, round)
	if err != nil {
		log.WarnContext(ctx, "Failed to see that a claim is ended", slog.Any("error", err))
		return
	}
	after.Close()
}

// isThere reports whether the newest round shows a job in the claim that it had, and no key released to it.
func (b *Broker) isThere(ctx context.Context, j *contracts.Job) (bool, error) {
	now, err := b.cfg.View.Latest(ctx)
	if err != nil {
		return false, err
	}
	defer now.Close()
	n, err := now.Job(ctx, j.ID)
	return err == nil && n.State() == job.Claimed && n.ClaimRound == j.ClaimRound && n.ReleasedAt == 0, err
}
