package cli

import (
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/uses"
)

// How the command ends does not show what a person found: it depends on the lists, and names jobs alone.
func TestVerdict(t *testing.T) {
	forged := jobUse{Job: common.Hash{7}, Outcome: unverified, err: uses.ErrOtherList}
	for _, c := range []struct {
		jobs []jobUse
		code int
	}{
		{nil, term.ExitOK},
		{[]jobUse{{Outcome: wasUsed}}, term.ExitOK},
		{[]jobUse{{Outcome: wasNotUsed}}, term.ExitOK},
		{[]jobUse{{Outcome: notShown}}, term.ExitOK},
		{[]jobUse{{Outcome: wasUsed}, forged}, term.ExitVerify},
		{[]jobUse{{Outcome: wasNotUsed}, forged}, term.ExitVerify},
		{[]jobUse{forged}, term.ExitVerify},
	} {
		pseudonym := common.HexToAddress("0xabcdefabcdefabcdefabcdefabcdefabcdefabcd")
		err := verdict([]datasetUses{{}, {Dataset: common.Hash{1}, Pseudonym: pseudonym, Jobs: c.jobs}})
		code, failure := term.ExitOK, (*term.Failure)(nil)
		if errors.As(err, &failure) {
			code = failure.Code
			if want := "the use list of job " + forged.Job.Hex() + ": " +
				uses.ErrOtherList.Error(); err.Error() != want {
				t.Errorf("%q, want %q", err, want)
			}
		}
		if code != c.code {
			t.Errorf("%+v: code %d, want %d", c.jobs, code, c.code)
		}
	}
}

// A statement is made of three things or none, and places are folders or sites.
func TestProofFlags(t *testing.T) {
	id := common.Hash{1}.Hex()
	for flags, ok := range map[[3]string]bool{
		{}: true, {id, "m.json", "s.json"}: true, {"0x1", "m.json", "s.json"}: false,
		{id, "", "s.json"}: false, {id, "m.json", ""}: false, {"", "m.json", "s.json"}: false,
	} {
		if got, err := proofFlags(flags[0], flags[1], flags[2]); (err == nil) != ok || ok &&
			(got == nil) != (flags[0] == "") {
			t.Errorf("%q: %v, %v", flags, got, err)
		}
	}
}

// What a place says of a list does not steer the terminal.
func TestPrintUses(t *testing.T) {
	var out strings.Builder
	d := datasetUses{Enrolled: 5, Before: 2, Jobs: []jobUse{
		{Outcome: notShown, Why: "asking \x1b[2Jhttp://x: 500"}, {Outcome: wasUsed},
		{Outcome: wasNotUsed, before: true},
	}}
	d.print(&out)
	for _, want := range []string{"\nnot shown ", "\nused ", "\nnot used ", "before you were enrolled",
		"2 jobs were charged before"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in:\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "\x1b") {
		t.Error("control characters reach the terminal")
	}
}
