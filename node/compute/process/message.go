package process

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
)

// A message is a byte that says what it is, its length in four bytes, big-endian, and so many bytes. They come in one
// order:
//
//	to the process            from the process
//	job, cohort …, text …     roster
//	text …, end               used
//	key                       result
//
// In place of each that it gives, a process may say that it failed.
type tag byte

// The messages.
const (
	tagJob    tag = 1 // facts, as JSON
	tagCohort tag = 2 // members, a part of them
	tagText   tag = 3 // a part of the text
	tagEnd    tag = 4 // the text has ended
	tagKey    tag = 5 // the noise key, or nothing for an exact release
	tagRoster tag = 6 // all entries of the text's roster
	tagUsed   tag = 7 // a bit for each entry of the roster, whether rows of theirs count
	tagResult tag = 8 // the plaintext of the result
	tagFailed tag = 9 // a byte that says why
)

// Why a process failed.
const (
	failed    byte = 0 // for a reason that stays inside
	malformed byte = 1 // the text is not a dataset's
)

const (
	headSize   = 5
	maxPart    = 64 << 10 // of a cohort or a text, in one message
	maxFacts   = 32 << 20 // schema and parameters, as JSON
	memberSize = 20 + 4
	entrySize  = 20 + 32 + 32
)

// errMessage says that the other end sent what is no message, or one that may not come now.
var errMessage = errors.New("a message that makes no sense")

func writeMessage(w io.Writer, t tag, body []byte) error {
	head := make([]byte, headSize)
	head[0] = byte(t)
	binary.BigEndian.PutUint32(head[1:], uint32(len(body)))
	if _, err := w.Write(head); err != nil {
		return err
	}
	_, err := w.Write(body)
	return err
}

// readHead reads what a message is, and how long.
func readHead(r io.Reader) (tag, int64, error) {
	var head [headSize]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, 0, err
	}
	return tag(head[0]), int64(binary.BigEndian.Uint32(head[1:])), nil
}

// readBody reads the rest of a message. Its length was checked before; memory is taken for what has come.
func readBody(r io.Reader, size int64) ([]byte, error) {
	var body bytes.Buffer
	body.Grow(int(min(size, maxPart)))
	if _, err := io.CopyN(&body, r, size); err != nil {
		return nil, noEnd(err)
	}
	return body.Bytes(), nil
}

// facts are what a process is told of a job, but for its cohort.
type facts struct {
	Kind       kind.Kind   `json:"kind"`
	Parameters []byte      `json:"parameters"`
	Schema     []byte      `json:"schema"`
	Release    job.Release `json:"release"`
	Rho        budget.Rho  `json:"rho"`
	Live       uint32      `json:"live"`
	Floor      uint32      `json:"floor"`
	Roster     uint32      `json:"roster"`
	Members    uint32      `json:"members"`
	Memory     int64       `json:"memory"`
}

// writeJob writes the messages that say what a job is.
func writeJob(w io.Writer, j *compute.Job) error {
	b, err := json.Marshal(facts{
		Kind: j.Kind, Parameters: j.Parameters, Schema: j.Schema, Release: j.Release, Rho: j.Rho,
		Live: j.Live, Floor: j.Floor, Roster: j.Roster, Members: uint32(len(j.Cohort)), Memory: j.Memory,
	})
	if err != nil {
		return err
	}
	if len(b) > maxFacts {
		return fmt.Errorf("schema and parameters take %d bytes, at most %d", len(b), maxFacts)
	}
	if err := writeMessage(w, tagJob, b); err != nil {
		return err
	}
	part := make([]byte, 0, maxPart)
	for i, m := range j.Cohort {
		part = append(part, m.Pseudonym[:]...)
		part = binary.BigEndian.AppendUint32(part, m.Person)
		if len(part)+memberSize > maxPart || i == len(j.Cohort)-1 {
			if err := writeMessage(w, tagCohort, part); err != nil {
				return err
			}
			part = part[:0]
		}
	}
	return nil
}

// readJob reads what writeJob wrote.
func readJob(r io.Reader) (*compute.Job, error) {
	t, size, err := readHead(r)
	if err != nil {
		return nil, err
	}
	if t != tagJob || size > maxFacts {
		return nil, errMessage
	}
	b, err := readBody(r, size)
	if err != nil {
		return nil, err
	}
	var f facts
	strict := json.NewDecoder(bytes.NewReader(b))
	strict.DisallowUnknownFields()
	if err := strict.Decode(&f); err != nil {
		return nil, fmt.Errorf("%w: %w", errMessage, err)
	}
	j := &compute.Job{
		Kind: f.Kind, Parameters: f.Parameters, Schema: f.Schema, Release: f.Release, Rho: f.Rho,
		Live: f.Live, Floor: f.Floor, Roster: f.Roster, Memory: f.Memory,
	}
	for left := int64(f.Members); left > 0; {
		t, size, err := readHead(r)
		if err != nil {
			return nil, err
		}
		if n := size / memberSize; t != tagCohort || size > maxPart || size%memberSize != 0 || n == 0 || n > left {
			return nil, errMessage
		}
		if b, err = readBody(r, size); err != nil {
			return nil, err
		}
		for ; len(b) > 0; b = b[memberSize:] {
			j.Cohort = append(j.Cohort, compute.Member{
				Pseudonym: [20]byte(b[:20]), Person: binary.BigEndian.Uint32(b[20:memberSize]),
			})
			left--
		}
	}
	return j, j.Check()
}

// textWriter writes a text as messages.
type textWriter struct{ w io.Writer }

func (t textWriter) Write(b []byte) (n int, err error) {
	for len(b) > 0 {
		part := b[:min(len(b), maxPart)]
		if err := writeMessage(t.w, tagText, part); err != nil {
			return n, err
		}
		n += len(part)
		b = b[len(part):]
	}
	return n, nil
}

// textReader reads a text up to the message that says that it has ended.
type textReader struct {
	r    *bufio.Reader
	left int64 // of the message that is being read
	done bool
}

func (t *textReader) Read(b []byte) (int, error) {
	for t.left == 0 {
		if t.done {
			return 0, io.EOF
		}
		kind, size, err := readHead(t.r)
		switch {
		case err != nil:
			return 0, noEnd(err)
		case kind == tagEnd && size == 0:
			t.done = true
		case kind != tagText || size == 0 || size > maxPart:
			return 0, errMessage
		default:
			t.left = size
		}
	}
	n, err := t.r.Read(b[:min(int64(len(b)), t.left)])
	t.left -= int64(n)
	return n, noEnd(err)
}

// noEnd is an error of a text that has not ended, also where what it came by has.
func noEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

func writeRoster(w io.Writer, roster []dataset.RosterEntry) error {
	head := make([]byte, headSize)
	head[0] = byte(tagRoster)
	binary.BigEndian.PutUint32(head[1:], uint32(len(roster))*entrySize)
	if _, err := w.Write(head); err != nil {
		return err
	}
	for i := range roster {
		e := &roster[i]
		for _, part := range [][]byte{e.Pseudonym[:], e.ProofKey[:], e.Salt[:]} {
			if _, err := w.Write(part); err != nil {
				return err
			}
		}
	}
	return nil
}

// readRoster reads a roster of so many entries, in the order of their pseudonyms.
func readRoster(r io.Reader, n int) ([]dataset.RosterEntry, error) {
	if err := expect(r, tagRoster, int64(n)*entrySize); err != nil {
		return nil, err
	}
	roster := make([]dataset.RosterEntry, 0, min(n, 1<<16))
	var b [entrySize]byte
	for i := range n {
		if _, err := io.ReadFull(r, b[:]); err != nil {
			return nil, noEnd(err)
		}
		e := dataset.RosterEntry{Pseudonym: [20]byte(b[:20]), ProofKey: [32]byte(b[20:52]), Salt: [32]byte(b[52:])}
		if i > 0 && roster[i-1].Pseudonym.Cmp(e.Pseudonym) >= 0 {
			return nil, errMessage
		}
		roster = append(roster, e)
	}
	return roster, nil
}

func writeUsed(w io.Writer, used []bool) error {
	bits := make([]byte, (len(used)+7)/8)
	for i, u := range used {
		if u {
			bits[i/8] |= 1 << (i % 8)
		}
	}
	return writeMessage(w, tagUsed, bits)
}

// readUsed reads which of so many are used.
func readUsed(r io.Reader, n int) ([]bool, error) {
	size := int64(n+7) / 8
	if err := expect(r, tagUsed, size); err != nil {
		return nil, err
	}
	bits, err := readBody(r, size)
	if err != nil {
		return nil, err
	}
	if n%8 != 0 && bits[size-1]>>(n%8) != 0 {
		return nil, errMessage
	}
	used := make([]bool, n)
	for i := range used {
		used[i] = bits[i/8]>>(i%8)&1 == 1
	}
	return used, nil
}

// readResult reads a result of at most so many bytes.
func readResult(r io.Reader, most int) ([]byte, error) {
	size, err := answer(r, tagResult)
	if err != nil {
		return nil, err
	}
	if size < 1 || size > int64(most) {
		return nil, errMessage
	}
	return readBody(r, size)
}

// expect reads the head of an answer that has to have a length.
func expect(r io.Reader, want tag, size int64) error {
	got, err := answer(r, want)
	if err == nil && got != size {
		err = errMessage
	}
	return err
}

// answer reads the head of an answer, and returns its length.
func answer(r io.Reader, want tag) (size int64, err error) {
	t, size, err := readHead(r)
	if err != nil {
		return 0, noEnd(err)
	}
	if t == tagFailed && size == 1 {
		why, err := readBody(r, size)
		switch {
		case err != nil:
			return 0, err
		case why[0] == malformed:
			return 0, compute.ErrMalformed
		case why[0] == failed:
			return 0, compute.ErrRun
		}
		return 0, errMessage
	}
	if t != want {
		return 0, errMessage
	}
	return size, nil
}
