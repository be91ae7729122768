// Package term is what a command has of its terminal and of the world: streams, environment, clock, randomness, and the
// ways in which it answers. Results go to standard output, everything else to standard error; with --json a result is
// one JSON value and nothing else.
package term

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/assent-network/assent/protocol/canonical"
)

// Exit codes of the assent program.
const (
	ExitOK      = 0 // done
	ExitInput   = 1 // the request is wrong: a flag, a file, a state that does not allow it
	ExitVerify  = 2 // something is not genuine: a signature, a proof, a quote
	ExitNetwork = 3 // a node, gateway, worker or broker cannot be reached
	ExitPolicy  = 4 // genuine, and refused by policy: consent, budget, cohort, measurement
)

// Failure is an error as a person meets it: one line, and what to do next.
type Failure struct {
	Code int    // one of the exit codes above
	Hint string // what to do next; may be empty
	Err  error  // what was being done, and what went wrong
}

func (f *Failure) Error() string { return f.Err.Error() }

// Unwrap returns the cause.
func (f *Failure) Unwrap() error { return f.Err }

// Fail makes a Failure out of a format, with the code and hint for the person.
func Fail(code int, hint, format string, args ...any) error {
	return &Failure{Code: code, Hint: hint, Err: fmt.Errorf(format, args...)}
}

// Terminal is a command's surroundings. Every field is set by the program's main, so that a test can hold all of it.
type Terminal struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(string) string
	Now      func() time.Time
	Rand     io.Reader // a cryptographic source
	Color    bool      // Out is a terminal: colours are welcome in results
	Redraw   bool      // Err is a terminal: lines of progress may be drawn again
	JSON     bool      // results as JSON; set by the --json flag
	Quiet    bool      // no progress; set by the --quiet flag
}

// Result prints v as JSON when asked to, with purposes, budgets and days in words as canonical.Read takes them, else
// what text writes. Whatever it holds that could steer a terminal, such as a name that a stranger has put on record, is
// shown and not obeyed.
func (t *Terminal) Result(v any, text func(w io.Writer)) error {
	var b strings.Builder
	if t.JSON {
		written, err := canonical.Written(v)
		if err != nil {
			return fmt.Errorf("writing the result as JSON: %w", err)
		}
		return t.write(escaped(string(written)))
	}
	text(&b)
	return t.write(shown(b.String(), t.Color))
}

func (t *Terminal) write(s string) error {
	if _, err := io.WriteString(t.Out, s); err != nil {
		return fmt.Errorf("writing the result: %w", err)
	}
	return nil
}

// Note prints one line about what is going on to standard error.
func (t *Terminal) Note(format string, args ...any) {
	if !t.Quiet {
		fmt.Fprintln(t.Err, Printable(fmt.Sprintf(format, args...)))
	}
}

// Warn prints one line that a person has to see, also where progress is not wanted, to standard error.
func (t *Terminal) Warn(format string, args ...any) {
	fmt.Fprintln(t.Err, Printable(fmt.Sprintf(format, args...)))
}

// Ask prints a question to standard error and reports whether the answer is yes, or y. No answer is no.
func (t *Terminal) Ask(question string) (bool, error) {
	fmt.Fprintf(t.Err, "%s [yes/no] ", Printable(question))
	if t.In == nil {
		return false, nil
	}
	// Byte by byte: what follows the line answers the next question.
	var answer []byte
	for one := make([]byte, 1); len(answer) < maxAnswer; answer = append(answer, one[0]) {
		if _, err := io.ReadFull(t.In, one); errors.Is(err, io.EOF) || err == nil && one[0] == '\n' {
			break
		} else if err != nil {
			return false, fmt.Errorf("reading the answer: %w", err)
		}
	}
	said := strings.ToLower(strings.TrimSpace(string(answer)))
	return said == "yes" || said == "y", nil
}

// maxAnswer bounds an answer, in bytes.
const maxAnswer = 100

// Step prints that a piece of work began and returns a function that prints its end with the time it took.
func (t *Terminal) Step(format string, args ...any) (done func(format string, args ...any)) {
	start := t.Now()
	what := Printable(fmt.Sprintf(format, args...))
	if t.Redraw && !t.Quiet {
		fmt.Fprintf(t.Err, "  ... %s", what)
	}
	return func(format string, args ...any) {
		line := fmt.Sprintf("  %5.1fs  %s", t.Now().Sub(start).Seconds(), what)
		if format != "" {
			line += ": " + fmt.Sprintf(format, args...)
		}
		if t.Redraw && !t.Quiet {
			fmt.Fprint(t.Err, "\r\x1b[K")
		}
		t.Note("%s", line)
	}
}

// Report prints err for a person and returns the exit code that stands for it.
func (t *Terminal) Report(err error) int {
	if err == nil {
		return ExitOK
	}
	code, hint := ExitInput, ""
	var f *Failure
	if errors.As(err, &f) {
		code, hint = f.Code, f.Hint
	}
	line := Printable(strings.Join(strings.Fields(err.Error()), " "))
	if t.JSON {
		v := map[string]any{"error": line, "code": code}
		if hint != "" {
			v["hint"] = hint
		}
		b, merr := json.Marshal(v)
		if merr == nil {
			fmt.Fprintln(t.Err, escaped(string(b)))
			return code
		}
	}
	fmt.Fprintf(t.Err, "assent: error: %s\n", line)
	if hint != "" {
		fmt.Fprintf(t.Err, "assent: hint: %s\n", Printable(hint))
	}
	return code
}

// Printable returns text from elsewhere, such as a name in a certificate or a gateway's message, without what could
// steer a terminal.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return unicode.ReplacementChar
	}, s)
}

// style matches the escape sequences by which results are coloured.
var style = regexp.MustCompile("^\x1b\\[(?:[012]|38;5;[0-9]{1,3})m")

// shown returns lines of text without what could steer a terminal, but for their styles where they are welcome.
func shown(s string, styled bool) string {
	var b strings.Builder
	for len(s) > 0 {
		if sequence := style.FindString(s); styled && sequence != "" {
			b.WriteString(sequence)
			s = s[len(sequence):]
			continue
		}
		r, size := utf8.DecodeRuneInString(s)
		if !unicode.IsPrint(r) && r != '\n' && r != '\t' {
			r = unicode.ReplacementChar
		}
		b.WriteRune(r)
		s = s[size:]
	}
	return b.String()
}

// escaped returns JSON in which no string holds what could steer a terminal: it says the same in escapes.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.IsPrint(r) || r == '\n' {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, "\\u%04x", unit)
		}
	}
	return b.String()
}

// IsTerminal says whether f is a character device.
func IsTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
