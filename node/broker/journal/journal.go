// Package journal is the broker's record of every key release, every hand-over and every refusal. Refusals that anyone
// can cause, without a genuine quote, are counted and summed up in one line for an interval: strangers cannot fill the
// disk.
//
// It is a file of JSON lines to which lines are only ever added. Each line carries the hash of the line before it, so a
// line that is changed or taken out shows when the file is read; a line is on disk before the key it speaks of leaves.
// It holds ids, hashes and reason codes, and nothing of a dataset's content.
package journal

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

const maxLine = 1 << 16

// What an entry speaks of. The empty event is a decision on a key release.
const (
	// HandOver is a decision on a hand-over to another instance of this broker.
	HandOver = "hand-over"
	// Joined is the hand-over by which this instance got its keys.
	Joined = "join"
	// Unproven are the refusals of an interval that came without a genuine quote.
	Unproven = "unproven"
)

// Interval is what one line of refusals without a genuine quote stands for, at least.
const Interval = 10 * time.Minute

// maxReasons bounds the reasons that are counted apart; the rest is counted as other.
const (
	maxReasons = 32
	other      = "other"
)

// Entry is one decision of the broker.
type Entry struct {
	Time    time.Time   `json:"time"`
	Event   string      `json:"event,omitempty"`
	Job     common.Hash `json:"job"`
	Dataset common.Hash `json:"dataset"`
	// the worker's, or the other instance's; of Joined this instance's own
	Enclave common.Address `json:"enclave"`
	Round   uint64         `json:"round"`            // the verified round in which the facts were judged
	Granted bool           `json:"granted"`          // whether the key was released
	Reason  string         `json:"reason"`           // "released", or the code of the check that refused
	Detail  string         `json:"detail,omitempty"` // the check's own words
	// Simulated says that the quote came from a machine without a TEE.
	Simulated bool `json:"simulated"`
	// Measurement, Datasets and Account say of a hand-over to what, and what was handed over: the keys of these
	// datasets, and with Account the broker account's key.
	Measurement common.Hash     `json:"measurement,omitzero"`
	Datasets    []common.Hash   `json:"datasets,omitempty"`
	Account     *common.Address `json:"account,omitempty"`
	// Counts are, of Unproven, how many were refused by which check, from the entry's time on.
	Counts map[string]uint64 `json:"counts,omitempty"`

	Previous hexutil.Bytes `json:"previous"` // SHA-256 of the line before; empty in the first
}

// Journal is an open journal. Its methods may be called from several goroutines.
type Journal struct {
	mu   sync.Mutex
	file *os.File
	last []byte
	size int64 // of the whole lines
	// unproven are refusals that are not written yet; nil when there are none.
	unproven *Entry
}

// Open opens the journal at path, making it when there is none, for this broker alone. A half-written last line, which
// a crash can leave, is cut off: its key was not released, as keys leave only after their line is complete.
func Open(path string) (*Journal, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("journal: opening: %w", err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		return nil, fmt.Errorf("journal: %s is in use; stop the broker that has it: %w", path, err)
	}
	_, last, whole, err := read(f)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("journal: reading %s: %w", path, err)
	}
	if err := f.Truncate(whole); err != nil {
		f.Close()
		return nil, fmt.Errorf("journal: cutting a half-written line off %s: %w", path, err)
	}
	return &Journal{file: f, last: last, size: whole}, nil
}

// Append adds a decision and returns when it is on disk.
func (j *Journal) Append(e Entry) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.sumUp(e.Time); err != nil {
		return err
	}
	return j.write(e)
}

// Count counts a refusal without a genuine quote. It is written down when the interval of the first one is over, with
// the next decision of any kind, and when the journal is closed; a crash loses at most one interval's.
func (j *Journal) Count(at time.Time, reason string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.sumUp(at); err != nil {
		return err
	}
	if j.unproven == nil {
		j.unproven = &Entry{Time: at.UTC(), Event: Unproven, Reason: Unproven, Counts: make(map[string]uint64)}
	}
	if _, counted := j.unproven.Counts[reason]; !counted && len(j.unproven.Counts) >= maxReasons {
		reason = other
	}
	j.unproven.Counts[reason]++
	return nil
}

// sumUp writes the refusals down that were counted, if their interval is over.
func (j *Journal) sumUp(at time.Time) error {
	if j.unproven == nil || at.Sub(j.unproven.Time) < Interval {
		return nil
	}
	return j.flush()
}

func (j *Journal) flush() error {
	if j.unproven == nil {
		return nil
	}
	if err := j.write(*j.unproven); err != nil {
		return err
	}
	j.unproven = nil
	return nil
}

// write adds a line.
func (j *Journal) write(e Entry) error {
	e.Previous = j.last
	line, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("journal: encoding a decision on job %s: %w", e.Job, err)
	}
	if len(line) >= maxLine {
		return fmt.Errorf("journal: a decision on job %s takes %d bytes, at most %d fit", e.Job, len(line), maxLine-1)
	}
	// Where the last whole line ends: what an attempt that failed has left behind it is written over.
	n, err := j.file.WriteAt(append(line, '\n'), j.size)
	if err == nil {
		err = j.file.Sync()
	}
	if err != nil {
		return errors.Join(fmt.Errorf("journal: writing a decision on job %s: %w", e.Job, err), j.file.Truncate(j.size))
	}
	sum := sha256.Sum256(line)
	j.last, j.size = sum[:], j.size+int64(n)
	return nil
}

// Close writes down what was counted and closes the file.
func (j *Journal) Close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return errors.Join(j.flush(), j.file.Close())
}

// ErrBroken says that a journal's chain of hashes does not hold: a line was changed, taken out or put in.
var ErrBroken = errors.New("the chain of hashes is broken")

// Read returns the decisions in the journal at path, oldest first, after checking the chain of hashes.
func Read(path string) ([]Entry, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("journal: opening: %w", err)
	}
	defer f.Close()
	entries, _, _, err := read(f)
	if err != nil {
		return nil, fmt.Errorf("journal: reading %s: %w", path, err)
	}
	return entries, nil
}

// read returns the entries, the hash of the last line and the length of all whole lines.
func read(r io.Reader) (entries []Entry, last []byte, whole int64, err error) {
	in := bufio.NewReaderSize(r, maxLine)
	for n := 1; ; n++ {
		line, err := in.ReadSlice('\n')
		if errors.Is(err, io.EOF) {
			return entries, last, whole, nil // an unfinished line does not count
		}
		if err != nil {
			return nil, nil, 0, fmt.Errorf("line %d: %w", n, err)
		}
		body := bytes.TrimSuffix(line, []byte{'\n'})
		var e Entry
		dec := json.NewDecoder(bytes.NewReader(body))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&e); err != nil {
			return nil, nil, 0, fmt.Errorf("line %d: %w", n, err)
		}
		if !bytes.Equal(e.Previous, last) {
			return nil, nil, 0, fmt.Errorf("line %d: %w", n, ErrBroken)
		}
		sum := sha256.Sum256(body)
		last = sum[:]
		whole += int64(len(line))
		entries = append(entries, e)
	}
}
