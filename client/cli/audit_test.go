package cli

import (
	"strings"
	"testing"

	"github.com/assent-network/assent/audit"
)

// Only a bundle that shows everything reads as verified.
func TestPrintReport_verdicts(t *testing.T) {
	checks := []audit.Check{{Name: audit.Receipt, Status: audit.Passed, Detail: "on record"}}
	failed := []audit.Check{{Name: audit.Receipt, Status: audit.Failed, Detail: "not on record"}}
	part := "the block of round 7, after which the quote was made"
	for name, tc := range map[string]struct {
		report    audit.Report
		want, not []string
	}{
		"complete": {audit.Report{Checks: checks, Passed: true, Complete: true},
			[]string{"\nVERIFIED: all 1 checks passed, and the file is complete."}, []string{"not shown"}},
		"not complete": {audit.Report{Checks: checks, Passed: true, NotShown: []string{part}},
			[]string{"\nNOT COMPLETE: ", "not shown    in this file: " + part}, []string{"VERIFIED"}},
		"failed": {audit.Report{Checks: failed, NotShown: []string{part}},
			[]string{"\nNOT VERIFIED: receipt failed."}, []string{"COMPLETE"}},
	} {
		var out strings.Builder
		PrintReport(&out, &tc.report)
		for _, s := range tc.want {
			if !strings.Contains(out.String(), s) {
				t.Errorf("%s: it does not say %q:\n%s", name, s, out.String())
			}
		}
		for _, s := range tc.not {
			if strings.Contains(out.String(), s) {
				t.Errorf("%s: it says %q:\n%s", name, s, out.String())
			}
		}
	}
}
