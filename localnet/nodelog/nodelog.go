// Package nodelog stands between a node and its log. Oasis Core writes some lines at level error in a network where
// nothing is wrong, thousands of them under load; the lines that mean something drown in them.
//
// A line that a rule knows is counted and not written. Of each rule that has counted anything, one line at level info
// names it from time to time and at the end: what it folds, why nothing is wrong, and how many there were. Every other
// line passes as it is.
package nodelog

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// Rule names lines of a log that are folded. All of its fields have to agree.
type Rule struct {
	// Module is what the line's module begins with, Message and Error are what it says.
	Module, Message, Error string
	// Why says why nothing is wrong.
	Why string
}

// alone is for a node that has no peers.
var alone = Rule{
	Module: "p2p/oasis/", Message: "failed to publish message to the network",
	Error: "p2p: message queue overflow, libp2p still not initialized",
	Why: "this node is alone in its network: it waits for a peer before it publishes, " +
		"and needs none to make blocks",
}

// usual are for every node.
var usual = []Rule{
	{
		Module: "worker/executor/committee", Message: "failed to submit executor commit", Error: "context canceled",
		Why: "the round was final before the node heard that its commitment was in a block",
	},
	{
		Module: "grpc/internal", Message: "request failed", Error: "duplicate transaction",
		Why: "a gateway submits again what it is not sure that the node has, and it had it",
	},
}

// Rules returns the rules for a node, with peers or without.
func Rules(peers bool) []Rule {
	if peers {
		return usual
	}
	return append([]Rule{alone}, usual...)
}

// maxLine is the longest line that is looked into. Longer ones pass.
const maxLine = 64 << 10

// Folder folds what is written to its input.
type Folder struct {
	// Rules say what is folded, and Every how often it is told of.
	Rules []Rule
	Every time.Duration
	// Now tells the time. A line that comes when Every has passed has the folded ones told of before it.
	Now func() time.Time

	counts []int
	since  time.Time
}

// summary is the line that tells of folded ones, in the form of the log's others.
type summary struct {
	Level   string    `json:"level"`
	TS      time.Time `json:"ts"`
	Module  string    `json:"module"`
	Msg     string    `json:"msg"`
	Count   int       `json:"count"`
	Since   time.Time `json:"since"`
	Of      string    `json:"of"`
	Message string    `json:"folded"`
	Err     string    `json:"folded_err"`
	Why     string    `json:"why"`
}

// Run passes lines on until the input ends, and then tells of what was folded last. A last line without an end gets
// one.
func (f *Folder) Run(in io.Reader, out io.Writer) error {
	f.counts, f.since = make([]int, len(f.Rules)), f.Now()
	r := bufio.NewReaderSize(in, maxLine)
	for begins := true; ; { // Whether what is read next begins a line: what continues one is not looked into.
		line, err := r.ReadSlice('\n')
		ended := err == nil
		if begins && ended && f.fold(line) {
			line = nil
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			if len(line) > 0 {
				line = append(bytes.Clone(line), '\n')
			} else if !begins {
				line = []byte{'\n'}
			}
		}
		if _, err := out.Write(line); err != nil {
			return fmt.Errorf("writing the log: %w", err)
		}
		begins = ended
		switch {
		case errors.Is(err, io.EOF):
			return f.tell(out)
		case err != nil && !errors.Is(err, bufio.ErrBufferFull):
			return errors.Join(fmt.Errorf("reading the log: %w", err), f.tell(out))
		case ended && f.Now().Sub(f.since) >= f.Every:
			if err := f.tell(out); err != nil {
				return err
			}
		}
	}
}

// fold counts a line that a rule knows.
func (f *Folder) fold(line []byte) bool {
	var entry struct{ Level, Module, Msg, Err string }
	if json.Unmarshal(line, &entry) != nil || entry.Level != "error" {
		return false
	}
	for i, r := range f.Rules {
		if strings.HasPrefix(entry.Module, r.Module) && entry.Msg == r.Message && entry.Err == r.Error {
			f.counts[i]++
			return true
		}
	}
	return false
}

// tell writes a line for each rule that has counted something, and begins to count anew.
func (f *Folder) tell(out io.Writer) error {
	now := f.Now()
	for i, r := range f.Rules {
		if f.counts[i] == 0 {
			continue
		}
		line, err := json.Marshal(summary{
			Level: "info", TS: now.UTC(), Module: "assent/nodelog", Msg: "lines were folded that say nothing is wrong",
			Count: f.counts[i], Since: f.since.UTC(), Of: r.Module, Message: r.Message, Err: r.Error, Why: r.Why,
		})
		if err != nil {
			return fmt.Errorf("writing the log: %w", err)
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return fmt.Errorf("writing the log: %w", err)
		}
		f.counts[i] = 0
	}
	f.since = now
	return nil
}
