package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
)

// TestFilesFillAPolicy: files replace what they are of and nothing else, and none takes a datasheet out.
func TestFilesFillAPolicy(t *testing.T) {
	dir := t.TempDir()
	schema, sheet := filepath.Join(dir, "schema.json"), filepath.Join(dir, "sheet.md")
	for path, text := range map[string]string{sheet: "about", schema: `{"format":"assent-schema/1","title":"T",` +
		`"subject":"id","maxContributions":1,"columns":[{"name":"b","type":"boolean"}]}`} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	from := policy.Policy{Promise: policy.Promise{Schema: common.Hash{1}, Datasheet: common.Hash{2},
		Text: common.Hash{3}},
		Means: policy.Means{Pins: common.Hash{4}}}
	other := common.Hash{9}
	ofSheet := crypto.Keccak256Hash([]byte("about"))
	for name, c := range map[string]struct {
		files     promised
		file      common.Hash // the datasheet of the policy file
		datasheet common.Hash
		pins      common.Hash
	}{
		"nothing is named":           {promised{}, common.Hash{}, from.Datasheet, from.Pins},
		"the file names it":          {promised{}, other, other, from.Pins},
		"a schema beside the file's": {promised{schemas: []string{schema}}, other, other, from.Pins},
		"a schema alone":             {promised{schemas: []string{schema}}, common.Hash{}, from.Datasheet, from.Pins},
		"a datasheet alone":          {promised{datasheet: sheet}, other, ofSheet, from.Pins},
		"both": {promised{schemas: []string{schema}, datasheet: sheet}, other, ofSheet,
			from.Pins},
		"none": {promised{datasheet: noDatasheet}, other, common.Hash{}, from.Pins},
		"none of either": {promised{datasheet: noDatasheet, pinned: pinned{file: noPins}}, other, common.Hash{},
			common.Hash{}},
	} {
		if err := c.files.read(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		next := policy.Policy{Promise: policy.Promise{Datasheet: c.file}}
		c.files.fill(&next, from)
		if next.Datasheet != c.datasheet || next.Pins != c.pins || next.Text != from.Text ||
			(next.Schema == from.Schema) != (c.files.schemas == nil) {
			t.Errorf("%s: datasheet %s, pins %s, schema %s, text %s", name, next.Datasheet, next.Pins, next.Schema,
				next.Text)
		}
	}
}

// TestEndsWithThePolicy: jobs that can still be charged end with the policy that they were posted under, and no other.
func TestEndsWithThePolicy(t *testing.T) {
	const now, timeout, past, ahead = 1000, 100, 999, 1001
	for name, c := range map[string]struct {
		state                                     job.State
		version                                   uint32
		deadline, approvedUntil, claimed, release uint64
		want                                      bool
	}{
		"posted":                         {job.Posted, 2, ahead, 0, 0, 0, true},
		"posted under an older policy":   {job.Posted, 1, ahead, 0, 0, 0, false},
		"posted, its time is over":       {job.Posted, 2, past, 0, 0, 0, false},
		"refused":                        {job.Posted, 2, ahead, ahead, 0, 0, false},
		"approved":                       {job.Approved, 2, ahead, ahead, 0, 0, true},
		"its approval is over":           {job.Approved, 2, ahead, past, 0, 0, true},
		"approved, its time is over":     {job.Approved, 2, past, past, 0, 0, false},
		"claimed":                        {job.Claimed, 2, ahead, ahead, past, 0, true},
		"claimed, its time is over":      {job.Claimed, 2, past, past, past, 0, false},
		"released":                       {job.Claimed, 2, past, past, past, now - timeout, true},
		"released, its time is over":     {job.Claimed, 2, past, past, past, now - timeout - 1, false},
		"released under an older policy": {job.Claimed, 1, ahead, ahead, past, now, false},
		"charged":                        {job.Charged, 2, ahead, ahead, past, past, false},
		"sealed":                         {job.Sealed, 2, ahead, ahead, past, past, false},
		"withheld":                       {job.Withheld, 2, ahead, ahead, past, past, false},
		"done":                           {job.Done, 2, ahead, ahead, past, past, false},
		"cancelled":                      {job.Cancelled, 2, ahead, 0, 0, 0, false},
	} {
		j := &contracts.Job{Spec: job.Spec{PolicyVersion: c.version, Deadline: c.deadline}}
		j.JobRecord.State, j.ApprovedUntil = c.state, c.approvedUntil
		j.ClaimedAt, j.ReleasedAt = c.claimed, c.release
		if got := endsWith(&client.Posted{Job: j}, 2, timeout, now); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestJobsEndWithAVersion: what takes a version out of use counts the jobs on it, and ends no others than were said.
func TestJobsEndWithAVersion(t *testing.T) {
	on := func(version uint32) *client.Posted {
		return &client.Posted{Job: &contracts.Job{Spec: job.Spec{DatasetVersion: version}}}
	}
	if asked := onVersion(4); !asked(on(4)) || asked(on(3)) || asked(on(5)) {
		t.Error("the jobs of another version are counted, or not those of this one")
	}
	id := common.Hash{7}
	if err := confirmJobs(id, 2, 2, "on version 4", "with the next"); err != nil {
		t.Errorf("two jobs end, as was said: %v", err)
	}
	for _, said := range []int{0, 1, 3} {
		err := confirmJobs(id, 2, said, "on version 4", "with the next")
		if err == nil || !strings.Contains(err.Error(), "2 jobs are posted on version 4, and can still be run") {
			t.Errorf("two jobs end, %d were said: %v", said, err)
		}
	}
	cmd := &App{Terminal: &term.Terminal{}}
	for _, c := range []*cobra.Command{cmd.datasetAddVersion(), cmd.datasetRetire(), cmd.datasetPolicy()} {
		if c.Flags().Lookup("end-jobs") == nil {
			t.Errorf("%s ends jobs without a flag that says how many", c.Name())
		}
	}
}

// TestPolicyInEffectWithdraws: the policy in effect is no news, unless another one is announced: then it takes that
// back and ends the jobs of the version in effect, which the plan says first.
func TestPolicyInEffectWithdraws(t *testing.T) {
	now := publish.PolicyTemplate()
	o := &opened{record: contracts.Dataset{PolicyVersion: 6}}
	if err := newPolicyPlan(o, now, now).checkNews(); err == nil {
		t.Error("a plan that does nothing is taken")
	}
	o.record.PendingVersion = 7
	plan := newPolicyPlan(o, now, now)
	if err := plan.checkNews(); err != nil {
		t.Errorf("a plan that withdraws version 7 is refused: %v", err)
	}
	want := []string{"it withdraws version 7, which is announced and not in effect"}
	if got := plan.words(); !slices.Equal(got, want) {
		t.Errorf("the plan says %q, want %q", got, want)
	}
	if plan.change.Effect() != policy.AtOnce {
		t.Errorf("the policy in effect, set again: %s", plan.change.Effect())
	}
}
