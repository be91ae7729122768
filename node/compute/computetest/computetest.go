// Package computetest runs engines in the process that asks for them, for tests of what surrounds an engine.
package computetest

import (
	"bytes"
	"context"
	"io"

	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
)

// Here starts engines in this process.
type Here struct{}

// Start starts an engine.
func (Here) Start(_ context.Context, j *compute.Job) (compute.Session, error) {
	return &engine{job: j}, nil
}

type engine struct {
	job   *compute.Job
	text  parts
	table *compute.Table
}

func (e *engine) Roster(_ context.Context, head *vault.Head) ([]dataset.RosterEntry, error) {
	var text bytes.Buffer
	_, err := head.WriteTo(&text)
	if err != nil {
		return nil, err
	}
	e.text.of = &text
	if e.table, err = compute.Open(compute.NewEngines(), e.job, &e.text); err != nil {
		return nil, err
	}
	return e.table.Roster(), nil
}

func (e *engine) Select(_ context.Context, rows io.Reader) ([]bool, error) {
	e.text.of = rows
	return e.table.Select()
}

func (e *engine) Run(ctx context.Context, key mechanism.Key, _ int) ([]byte, error) {
	if err := e.table.Prepare(); err != nil {
		return nil, err
	}
	return e.table.Run(ctx, key)
}

func (e *engine) Close() {}

// parts is a text whose next part is set when the one before has been read.
type parts struct{ of io.Reader }

func (p *parts) Read(b []byte) (int, error) {
	n, err := p.of.Read(b)
	if n > 0 {
		err = nil
	}
	return n, err
}
