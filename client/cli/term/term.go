// Package term is what a command has of its terminal and of the world: streams, environment, clock, randomness, and
// the ways in which it answers. Results go to standard output, everything else to standard error; with --json a result
// is one JSON value and nothing else.
package term

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode"
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

// Result prints v as JSON when asked to, else calls text with the standard output.
func (t *Terminal) Result(v any, text func(w io.Writer)) error {
	if t.JSON {
		enc := json.NewEncoder(t.Out)
		enc.SetIndent("", "  ")
		if err := enc.Encode(v); err != nil {
			return fmt.Errorf("writing the result as JSON: %w", err)
		}
		return nil
	}
	text(t.Out)
	return nil
}

// Note prints one line about what is going on to standard error.
func (t *Terminal) Note(format string, args ...any) {
	if !t.Quiet {
		fmt.Fprintf(t.Err, format+"\n", args...)
	}
}

// Ask prints a question to standard error and reports whether the answer is yes. No answer is no.
func (t *Terminal) Ask(question string) (bool, error) {
	fmt.Fprintf(t.Err, "%s [yes/no] ", question)
	if t.In == nil {
		return false, nil
	}
	answer, err := bufio.NewReader(io.LimitReader(t.In, 100)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return false, fmt.Errorf("reading the answer: %w", err)
	}
	return strings.EqualFold(strings.TrimSpace(answer), "yes"), nil
}

// Step prints that a piece of work began and returns a function that prints its end with the time it took.
func (t *Terminal) Step(format string, args ...any) (done func(format string, args ...any)) {
	start := t.Now()
	what := fmt.Sprintf(format, args...)
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
			fmt.Fprintln(t.Err, string(b))
			return code
		}
	}
	fmt.Fprintf(t.Err, "assent: error: %s\n", line)
	if hint != "" {
		fmt.Fprintf(t.Err, "assent: hint: %s\n", hint)
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

// IsTerminal says whether f is a character device.
func IsTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
