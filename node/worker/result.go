package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"time"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/receipt"
)

// seal delivers the receipt and the sealed result of a job whose charge is final and verified. It computes before the
// moment of the release has come, and sends at that moment, which comes when a verified block has its time. That a
// round has it too, by which the contract takes the time, is the node's word: the contract refuses a seal before it,
// and open one that was made all the same.
func (w *Worker) seal(
	ctx context.Context, now *contracts.Open, told contracts.Round, j *contracts.Job, c *computation,
) (end string, next uint64, err error) {
	if err := w.fixKeys(ctx, now, j, c); err != nil {
		return "", 0, err
	}
	ciphertext, err := c.seal(ctx, w, j)
	if err != nil {
		return "", 0, err
	}
	c.forget()
	if told.Time < c.charge.Moment {
		return "", told.Number + 1, nil
	}
	if err := w.cfg.View.Until(ctx, c.charge.Moment); err != nil {
		return "", 0, err
	}
	r := receipt.Receipt{
		Job: j.ID, Charge: c.charge, Result: c.commitment, Ciphertext: receipt.HashBytes(ciphertext),
		Size:    uint64(len(ciphertext)),
		Opening: c.opening.Commitment(), Enclave: w.cfg.Keys.Address(), Measurement: c.measurement, Quote: j.Quote,
	}
	signed, err := r.Sign(w.domain(), w.cfg.Keys.Signing())
	if err != nil {
		return "", 0, fmt.Errorf("signing the receipt of job %s: %w", j.ID, err)
	}
	w.cfg.Step(j.ID, StepSeal)
	input := w.market.PackSeal(j.ID, solidity.FromReceipt(r), signed.Signature[:], ciphertext)
	round, err := w.send(ctx, "sealing the result of job "+j.ID.Hex(), new(big.Int), input)
	if errors.Is(err, solidity.ErrJobWrongState) {
		return "", 0, nil // sealed before a crash, or ended by the clock; the next round tells
	}
	if errors.Is(err, solidity.ErrJobBeforeMoment) {
		return "", told.Number + 1, nil // the round's time is behind that of the verified block
	}
	if err != nil {
		return w.overdue(ctx, now, j, err)
	}
	w.cfg.Log.InfoContext(ctx, "Sealed a result", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
	return "", round, nil
}

// open gives away the key that opens a result, once the worker's own view shows that it is sealed. The enclave that
// sealed it has the key; one that took over gets the job's share from the broker, and what was charged from the chain.
func (w *Worker) open(ctx context.Context, now *contracts.Open, j *contracts.Job,
	c *computation) (end string, next uint64, err error) {
	var (
		key    opening.Key
		moment uint64
	)
	if c != nil && c.opening.Commitment() == j.Opening {
		key, moment = c.opening, c.charge.Moment
	} else if key, moment, err = w.openingKey(ctx, now, j); err != nil {
		why := "its result is sealed, and the key that opens it cannot be had: " + err.Error()
		return "", 0, &waiting{why: why, until: openPause, wakes: true, again: true}
	}
	if err := isInTime(j, moment); err != nil {
		return err.Error(), 0, nil
	}
	w.cfg.Step(j.ID, StepOpen)
	round, err := w.send(ctx, "opening the result of job "+j.ID.Hex(), new(big.Int), w.market.PackOpen(j.ID, key))
	if errors.Is(err, solidity.ErrJobWrongState) {
		return "", 0, nil // opened before a crash
	}
	if err != nil {
		return "", 0, err
	}
	w.cfg.Log.InfoContext(ctx, "Opened a result", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
	return "", round, nil
}

// isInTime returns an error for a result that was sealed before its moment, which no auditor takes. It is not opened,
// and its operator not paid: a node that told this worker of a round that never was had it sealed too early.
func isInTime(j *contracts.Job, moment uint64) error {
	if j.SealedAt >= moment {
		return nil
	}
	return fmt.Errorf("sealed at %d, before the moment of its release, %d, and therefore not opened", j.SealedAt,
		moment)
}

// openPause is how long a worker leaves a sealed job alone whose opening key it cannot have, at first: a result can be
// withheld for ever.
const openPause = 8 * time.Second

// openingKey derives the key that opens a result which this enclave did not seal, and finds out the moment of its
// release.
func (w *Worker) openingKey(ctx context.Context, now *contracts.Open,
	j *contracts.Job) (opens opening.Key, moment uint64, err error) {
	w.cfg.Step(j.ID, StepTakeOver)
	charge, err := w.cfg.Feed.Charge(ctx, j)
	if err != nil {
		return opening.Key{}, 0, err
	}
	key, err := w.key(ctx, now, j, nil)
	if err != nil {
		return opening.Key{}, 0, err
	}
	opens, err = deriveOpening(key.Share, j)
	return opens, charge.Moment, err
}

// deriveOpening derives the key that opens a sealed result. A share that gives another one is an error, so that it is
// asked for again: anyone on the line to the broker can wrap one to this enclave, and a worker that believed it would
// let its result be withheld.
func deriveOpening(share []byte, j *contracts.Job) (opening.Key, error) {
	key, err := opening.Derive([][]byte{share}, j.ID, j.Charge)
	if err != nil {
		return opening.Key{}, err
	}
	if key.Commitment() != j.Opening {
		return opening.Key{}, fmt.Errorf("what came as the broker's answer does not give the key that opens job %s",
			j.ID)
	}
	return key, nil
}
