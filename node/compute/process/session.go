package process

import (
	"bufio"
	"context"
	"errors"
	"io"

	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
)

// engine is a worker's side of a process.
type engine struct {
	child *child
	said  *bufio.Reader // what the process says
	job   *compute.Job
	fill  func() // has the process for the next job started
}

var _ compute.Session = (*engine)(nil)

// Roster implements compute.Session. No row is with the process before it returns.
func (e *engine) Roster(ctx context.Context, head *vault.Head) (roster []dataset.RosterEntry, err error) {
	err = e.within(ctx, func() error {
		if err := e.give(func(w io.Writer) error { _, err := head.WriteTo(w); return err }); err != nil {
			return err
		}
		var err error
		roster, err = readRoster(e.said, int(e.job.Roster))
		return err
	})
	return roster, err
}

// Select implements compute.Session.
func (e *engine) Select(ctx context.Context, rows io.Reader) (counts []bool, err error) {
	err = e.within(ctx, func() error {
		// An error of the file counts before an error of the process.
		err := e.give(func(w io.Writer) error {
			_, err := io.CopyBuffer(w, rows, make([]byte, maxPart))
			return err
		})
		if err != nil {
			return err
		}
		if err := e.say(func(w io.Writer) error { return writeMessage(w, tagEnd, nil) }); err != nil {
			return err
		}
		counts, err = readUsed(e.said, int(e.job.Roster))
		return err
	})
	if err == nil {
		e.fill() // the machine has nothing else to do until the charge is final
	}
	return counts, err
}

// Run implements compute.Session.
func (e *engine) Run(ctx context.Context, key mechanism.Key, most int) (plain []byte, err error) {
	err = e.within(ctx, func() error {
		var b []byte
		if e.job.Release != job.Exact {
			b = key.Bytes()
			defer clear(b)
		}
		if err := writeMessage(e.child.in, tagKey, b); err != nil { // past a buffer, which would keep the key
			return err
		}
		var err error
		plain, err = readResult(e.said, most)
		return err
	})
	return plain, err
}

// Close implements compute.Session.
func (e *engine) Close() {
	e.child.kill()
	e.fill()
}

// sourceError is an error of the text that a process is given, and not of the process.
type sourceError struct{ error }

func (e sourceError) Unwrap() error { return e.error }

// within does one step with the process, and ends the process when the context ends or the step fails. Its error does
// not depend on how the process failed.
func (e *engine) within(ctx context.Context, do func() error) error {
	stop := context.AfterFunc(ctx, e.child.kill)
	err := do()
	stop()
	var source sourceError
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		err = ctx.Err()
	case errors.As(err, &source):
		err = source.error
	case errors.Is(err, compute.ErrMalformed), errors.Is(err, compute.ErrRun):
	default:
		err = compute.ErrEnded
	}
	e.child.kill()
	return err
}

// say writes to the process.
func (e *engine) say(write func(io.Writer) error) error {
	w := bufio.NewWriterSize(e.child.in, maxPart+headSize)
	if err := write(w); err != nil {
		return err
	}
	return w.Flush()
}

// give gives the process a part of the text.
func (e *engine) give(write func(io.Writer) error) error {
	return e.say(func(messages io.Writer) error {
		w := &watched{w: bufio.NewWriterSize(textWriter{messages}, maxPart)}
		err := write(w)
		if err != nil && w.err == nil {
			return sourceError{err}
		}
		if err != nil {
			return err
		}
		return w.w.Flush()
	})
}

// watched notes whether writing failed.
type watched struct {
	w   *bufio.Writer
	err error
}

func (w *watched) Write(b []byte) (int, error) {
	n, err := w.w.Write(b)
	w.err = err
	return n, err
}
