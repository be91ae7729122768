package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/protocol/policy"
)

// TestHelpNamesNoTypeOfGo: what a flag takes is said in words, and a flag that may be repeated shows that; a value that
// it does not take is still refused as its kind is.
func TestHelpNamesNoTypeOfGo(t *testing.T) {
	root := New(&term.Terminal{Getenv: func(string) string { return "" }})
	var walk func(cmd *cobra.Command)
	walk = func(cmd *cobra.Command) {
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			switch kind := f.Value.Type(); kind {
			case "bool", "string", "duration", "number", "text...", "list...", "float64":
			default:
				t.Errorf("%s --%s takes a %s", cmd.CommandPath(), f.Name, kind)
			}
		})
		if usage := cmd.UsageString(); strings.Contains(usage, "stringArray") || strings.Contains(usage, "uint") ||
			strings.Contains(usage, "(default [])") {
			t.Errorf("the help of %s names a type:\n%s", cmd.CommandPath(), usage)
		}
		for _, c := range cmd.Commands() {
			walk(c)
		}
	}
	walk(root)
	grant, _, err := root.Find([]string{"consent", "grant"})
	if err != nil {
		t.Fatal(err)
	}
	err = flagError(grant, grant.ParseFlags([]string{"--epsilon-class", "two"}))
	if err == nil || !strings.Contains(err.Error(), "a whole number, 0 or more") {
		t.Errorf("a word for a number: %v", err)
	}
}

// TestInterruptedIsSaid: who stops a command reads that, and no word of Go.
func TestInterruptedIsSaid(t *testing.T) {
	err := explain(fmt.Errorf("watching the job: %w", context.Canceled))
	if err.Error() != "it was interrupted before it was done" {
		t.Errorf("interrupted: %v", err)
	}
}

// TestYesMayBeShort: y is yes, and nothing else is.
func TestYesMayBeShort(t *testing.T) {
	for answer, want := range map[string]bool{"y\n": true, "Y": true, "yes\n": true, "n\n": false, "ye\n": false,
		"\n": false} {
		a := &term.Terminal{In: strings.NewReader(answer), Err: new(bytes.Buffer)}
		if got, err := a.Ask("Approve?"); err != nil || got != want {
			t.Errorf("%q: %v, %v", answer, got, err)
		}
	}
}

// TestObjectionsAreSaidAtOnce: a command that refuses for several reasons names them all, with what to do about each.
func TestObjectionsAreSaidAtOnce(t *testing.T) {
	err := objections(nil, term.Fail(term.ExitInput, "say --fewer-rows 80", "it has 80 rows fewer"),
		term.Fail(term.ExitInput, "say --below-cohort 40", "40 people have rows"))
	var f *term.Failure
	if !errors.As(err, &f) || f.Error() != "it has 80 rows fewer; and 40 people have rows" ||
		f.Hint != "say --fewer-rows 80; say --below-cohort 40" || f.Code != term.ExitInput {
		t.Errorf("two objections: %+v", f)
	}
	broken := errors.New("the gateway is gone")
	if err := objections(term.Fail(term.ExitInput, "", "x"), broken); !errors.Is(err, broken) {
		t.Errorf("a failure beside an objection: %v", err)
	}
	if err := objections(nil, nil); err != nil {
		t.Errorf("no objection: %v", err)
	}
}

// TestRegisterNamesFlags: what a policy lacks is said with the flag that gives it.
func TestRegisterNamesFlags(t *testing.T) {
	p := publish.PolicyTemplate()
	var f *term.Failure
	if err := lacksFlags(&p); !errors.As(err, &f) || f.Hint != "say --schema FILE and --broker ADDRESS" {
		t.Errorf("a policy without schema and broker: %+v", f)
	}
	p.Schema = common.Hash{1}
	if err := lacksFlags(&p); !errors.As(err, &f) || f.Hint != "say --broker ADDRESS" {
		t.Errorf("a policy without a broker: %+v", f)
	}
	p.Means = policy.Means{Broker: common.Address{1}}
	if err := lacksFlags(&p); err != nil {
		t.Errorf("a policy with both: %v", err)
	}
}

// TestNoteOnce: what a command looks up twice it notes once.
func TestNoteOnce(t *testing.T) {
	var shown bytes.Buffer
	a := &App{Terminal: &term.Terminal{Err: &shown}}
	for range 3 {
		a.noteOnce("%q is dataset %d", "study", 1)
	}
	if n := strings.Count(shown.String(), "is dataset"); n != 1 {
		t.Errorf("it is noted %d times:\n%s", n, shown.String())
	}
}
