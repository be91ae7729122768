package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/noise"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/receipt"
)

// secrets are what the keys of a computation follow from, beside what is public. They are overwritten once the result
// is sealed, or the job is over: no one derives the noise again.
type secrets struct {
	broker []byte      // the broker's share
	own    noise.Share // the share that this enclave drew, for this computation alone
}

func (s *secrets) clear() {
	clear(s.broker)
	*s = secrets{}
}

// commit draws this enclave's share, and has the charge of a private release commit to it. An exact release has no
// noise; the salt of its result follows from the share all the same.
func (c *computation) commit(w *Worker, j *contracts.Job, broker []byte) error {
	own, err := noise.Draw(w.cfg.Random)
	if err != nil {
		return fmt.Errorf("committing to the noise of job %s: %w", j.ID, err)
	}
	c.secrets = secrets{broker: broker, own: own}
	if j.Spec.Release == job.Private {
		c.charge.Noise = noise.Commit(j.ID, own)
	}
	return nil
}

// fixKeys derives the noise key and the opening key of a computation whose charge is on record. The first takes the
// header of the round that made the charge final, by the worker's verified view: nothing is drawn before.
func (w *Worker) fixKeys(ctx context.Context, now *contracts.Open, j *contracts.Job, c *computation) error {
	if c.opening != (opening.Key{}) {
		return nil
	}
	header, err := w.header(ctx, now, j.ChargeRound)
	if err != nil {
		return err
	}
	return c.fixKeys(j.ID, header)
}

func (c *computation) fixKeys(id, header common.Hash) error {
	shares := [][]byte{c.secrets.broker}
	drawn, err := mechanism.NewKey(mechanism.Draw{
		Brokers: shares, Enclaves: [][]byte{c.secrets.own[:]}, Inputs: c.charge.Inputs, Header: header,
	})
	if err != nil {
		return fmt.Errorf("deriving the noise key of job %s: %w", id, err)
	}
	opens, err := opening.Derive(shares, id, c.charge.StructHash())
	if err != nil {
		return err
	}
	c.noise, c.opening = drawn, opens
	c.secrets.clear()
	return nil
}

// isSpent reports whether what a computation drew is for no charge any more: the one that it was offered for is on
// record with something else, or was replaced. It would be a draw that was there before. Where none can be drawn in the
// place of what is on record, as in a copy of the machine that charged, nothing is prepared anew.
func (c *computation) isSpent(j *contracts.Job) bool {
	differs := c.charge.StructHash() != j.Charge
	if c.offered == 0 || differs && !j.IsShareLost {
		return false
	}
	n := chargesOn(j)
	return n > c.offered || differs && n == c.offered
}

// chargesOn is how many charges of a job were on record, that of now included.
func chargesOn(j *contracts.Job) int {
	if j.ChargeRound == 0 {
		return 0
	}
	return 1 + int(j.Redraws)
}

// offer notes which charge of the job the share is for that goes to the market.
func (c *computation) offer(j *contracts.Job) {
	if c.offered == 0 {
		c.offered = chargesOn(j) + 1
	}
}

// header is the hash of a verified round's header.
func (w *Worker) header(ctx context.Context, now *contracts.Open, round uint64) (common.Hash, error) {
	if now.Round.Number != round {
		at, err := w.cfg.View.At(ctx, round)
		if err != nil {
			return common.Hash{}, fmt.Errorf("reading the header of round %d: %w", round, err)
		}
		defer at.Close()
		now = at
	}
	if now.Round.Number != round || now.Round.BlockHash == (common.Hash{}) {
		return common.Hash{}, fmt.Errorf("reading the header of round %d: internal error: the view has %s of round %d",
			round, now.Round.BlockHash, now.Round.Number)
	}
	return now.Round.BlockHash, nil
}

// forget overwrites what would derive the noise again.
func (c *computation) forget() {
	if c == nil {
		return
	}
	c.secrets.clear()
	c.noise.Clear()
}

// redrawMoment is the moment of a release that is drawn again: it follows from the time that has gone by, and from that
// which reading and computing may take.
func redrawMoment(releasedAt, now uint64, work time.Duration) uint64 {
	gone := time.Duration(max(now, releasedAt)-releasedAt) * time.Second
	return receipt.Moment(releasedAt, gone+work)
}

// redraw commits a charged job to this enclave's share, in place of that of the enclave that it was handed over from:
// that one is gone, with what it drew. A job that was charged with something else goes nowhere.
func (w *Worker) redraw(ctx context.Context, now *contracts.Open, j *contracts.Job,
	c *computation) (end string, next uint64, err error) {
	previous, err := w.cfg.Feed.Charge(ctx, j)
	if err != nil {
		return w.overdue(ctx, now, j, err)
	}
	again := previous
	again.Noise, again.Moment = c.charge.Noise, c.charge.Moment
	if again != c.charge || j.Spec.Release != job.Private || !j.IsShareLost {
		// Another party that has the operator's account charged it, and not this enclave. There is no way back from a
		// charge.
		return w.overdue(ctx, now, j, fmt.Errorf(
			"job %s was charged with something else than its data give; nothing is delivered", j.ID))
	}
	due, err := w.due(ctx, now, j)
	if err != nil {
		return "", 0, err
	}
	if c.charge.Moment < previous.Moment || c.charge.Moment > due {
		c.charge.Moment = previous.Moment // it is sealed when it is there, and the time that takes is public
	}
	w.cfg.Step(j.ID, StepRedraw)
	c.offer(j)
	input := w.market.PackRedraw(j.ID, j.ClaimRound, solidity.FromCharge(previous), c.charge.Noise, c.charge.Moment)
	round, err := w.send(ctx, "drawing the noise of job "+j.ID.Hex()+" again", new(big.Int), input)
	switch {
	case err == nil:
		w.cfg.Log.InfoContext(ctx, "Drew the noise of a job again", slog.String("job", j.ID.Hex()),
			slog.Uint64("round", round))
		return "", round, nil
	case moved(err), errors.Is(err, solidity.ErrJobChargeMismatch):
		return "", 0, nil
	case errors.Is(err, solidity.ErrJobRedrawsExhausted):
		return w.abandon(ctx, now, j, err)
	}
	revoked, rerr := w.revoked(ctx, now)
	if rerr == nil && revoked {
		return w.abandon(ctx, now, j, err)
	}
	return w.overdue(ctx, now, j, errors.Join(err, rerr))
}
