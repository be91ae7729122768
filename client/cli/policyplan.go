package cli

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
)

// policyPlan is a policy that is to take the place of the one in effect, and what that does to consents and jobs. All
// of it is read of one round.
type policyPlan struct {
	*opened
	old, next policy.Policy
	change    policy.Change
}

// planPolicy is what a file and flags make of the policy in effect of a dataset.
func (a *App) planPolicy(ctx context.Context, dataset, file string, files *promised) (*policyPlan, error) {
	if file == "" && !files.given() {
		return nil, term.Fail(term.ExitInput, "write it behind the dataset; assent dataset policy DATASET "+
			"writes the one in effect", "name a policy file, or what is new: --schema, --datasheet, --text or --pins")
	}
	var next policy.Policy
	if file != "" {
		var err error
		if next, err = readPolicy(file); err != nil {
			return nil, err
		}
	}
	if err := files.read(); err != nil {
		return nil, err
	}
	o, err := a.openDataset(ctx, dataset)
	if err != nil {
		return nil, err
	}
	old, err := o.now.Policy(ctx, o.id, o.record.PolicyVersion)
	if err != nil {
		return nil, err
	}
	if file == "" {
		file, next = "effect", old
	}
	files.fill(&next, old)
	if err := next.Validate(); err != nil {
		return nil, fmt.Errorf("reading the policy in %s: %w", file, err)
	}
	return newPolicyPlan(o, old, next), nil
}

func newPolicyPlan(o *opened, old, next policy.Policy) *policyPlan {
	return &policyPlan{opened: o, old: old, next: next, change: policy.Compare(old, next)}
}

// words says what the plan withdraws and changes.
func (p *policyPlan) words() []string {
	said := []string{}
	if p.withdraws() {
		said = append(said, fmt.Sprintf("it withdraws version %d, which is announced and not in effect",
			p.record.PendingVersion))
	}
	return append(said, changeLists(&p.old, &p.next, p.change)...)
}

// account is the account of the key that the command was given.
func (p *policyPlan) account(a *App) (*account.Account, error) {
	key, err := a.Key()
	if err != nil {
		return nil, err
	}
	return p.client.Account(key), nil
}

// grants counts those that count under the policy in effect.
func (p *policyPlan) grants(ctx context.Context) (int, error) {
	n, err := p.client.LiveGrants(ctx, p.now, p.id)
	if err != nil {
		return 0, fmt.Errorf("counting the grants: %w", err)
	}
	return n, nil
}

// jobs counts the jobs that end with the policy in effect, and those that are charged.
func (p *policyPlan) jobs(ctx context.Context) (ending, charged int, err error) {
	return p.countEnding(ctx, p.old.JobTimeout, func(*client.Posted) bool { return true })
}

// countEnding counts the jobs under the policy in effect that can still be charged, of those that are asked for, and
// those that are charged already.
func (o *opened) countEnding(
	ctx context.Context, jobTimeout uint32, asked func(*client.Posted) bool,
) (ending, charged int, err error) {
	all, err := o.client.Jobs(ctx, o.now, o.id)
	if err != nil {
		return 0, 0, fmt.Errorf("counting the jobs under the policy in effect: %w", err)
	}
	for _, j := range all {
		switch {
		case !asked(j):
		case endsWith(j, o.record.PolicyVersion, jobTimeout, o.now.Round.Time):
			ending++
		case j.State() == job.Charged || j.State() == job.Sealed:
			charged++
		}
	}
	return ending, charged, nil
}

// confirmJobs refuses to end other jobs than the custodian said: where names what they were posted on, and after what
// ends them.
func confirmJobs(id common.Hash, ending, said int, where, after string) error {
	if ending == said {
		return nil
	}
	return term.Fail(term.ExitInput, fmt.Sprintf(
		"wait for them (assent job list --dataset %s), or say --end-jobs %d", id, ending),
		"%s posted %s, and can still be run: %s none of them is", count(ending, "job is", "jobs are"), where, after)
}

// endsWith reports whether a job can still be charged under a policy version, and so cannot once another one is in
// effect. One of an older version cannot, nor one that was refused or whose time is over, though the fee is not
// fetched. The time after a key release, and now, are in seconds.
func endsWith(j *client.Posted, policyVersion, jobTimeout uint32, now uint64) bool {
	if j.Spec.PolicyVersion != policyVersion {
		return false
	}
	switch j.State() {
	case job.Posted:
		// Of one that was refused all approvals up to the deadline are withdrawn.
		return now <= j.Spec.Deadline && j.ApprovedUntil < j.Spec.Deadline
	case job.Approved:
		return now <= j.Spec.Deadline
	case job.Claimed:
		return now <= j.Spec.Deadline || j.ReleasedAt != 0 && now <= j.ReleasedAt+uint64(jobTimeout)
	}
	return false
}

// checkNews refuses a policy that is the one in effect, unless it withdraws an announced one.
func (p *policyPlan) checkNews() error {
	if p.old.Hash() != p.next.Hash() || p.withdraws() {
		return nil
	}
	return term.Fail(term.ExitInput, "there is nothing to do; see it with: assent dataset show",
		"the policy is the one in effect, version %d, in every field", p.record.PolicyVersion)
}

// withdraws reports whether a policy version is announced: the registry takes it back when it takes another policy.
func (p *policyPlan) withdraws() bool { return p.record.PendingVersion != 0 }

// checkPolicy refuses a plan that does nothing, or under which no worker can run a job, and says what is odd about it.
func (a *App) checkPolicy(ctx context.Context, p *policyPlan, idle bool) error {
	if err := p.checkNews(); err != nil {
		return err
	}
	if err := withoutWorkers(p.next, idle); err != nil {
		return err
	}
	a.warnUnknown(p.next)
	return a.warnIdle(ctx, p.client, p.client.Contracts().JobMarket, p.next)
}

// policyCost is what the custodian says that a policy costs: how many grants it voids, and how many jobs end with the
// one in effect.
type policyCost struct {
	void, endJobs int
	voidGiven     bool
}

func (c *policyCost) flags(cmd *cobra.Command) {
	cmd.Flags().IntVar(&c.void, "void", 0,
		"how many grants it voids: the number that the command names when it asks for it")
	endJobsFlag(cmd, &c.endJobs, "the policy in effect")
}

// endJobsFlag adds the flag that says how many jobs end with something.
func endJobsFlag(cmd *cobra.Command, into *int, with string) {
	cmd.Flags().IntVar(into, "end-jobs", 0,
		"how many jobs end with "+with+": the number that the command names when it asks for it")
}

// confirmPolicy says what a plan changes and whom it costs, and refuses it unless the custodian said those numbers.
func (a *App) confirmPolicy(ctx context.Context, p *policyPlan, said policyCost) error {
	for _, l := range p.words() {
		a.Warn("%s", l)
	}
	voided := 0
	if p.change.Effect() == policy.Voids {
		var err error
		if voided, err = p.grants(ctx); err != nil {
			return err
		}
		a.Warn("it voids %s today", count(voided, "grant that counts", "grants that count"))
	}
	if said.void != voided {
		hint := fmt.Sprintf("say --void %d if that is meant", voided)
		if said.voidGiven {
			return term.Fail(term.ExitInput, hint, "the policy voids %s, --void says %d",
				count(voided, "grant", "grants"), said.void)
		}
		return term.Fail(term.ExitInput, hint, "the policy voids %s: who gave that has to be asked anew",
			count(voided, "grant", "grants"))
	}
	ending, charged, err := p.jobs(ctx)
	if err != nil {
		return err
	}
	if charged > 0 {
		a.Warn("%s charged already, and %s the result under any policy",
			count(charged, "job is", "jobs are"), verb(charged, "gives", "give"))
	}
	return confirmJobs(p.id, ending, said.endJobs, "under the policy in effect", "under another policy")
}

// stands refuses a plan whose policy in effect is no longer so: it was confirmed beside that one.
func (p *policyPlan) stands(ctx context.Context) error {
	now, err := p.client.Now(ctx)
	if err != nil {
		return err
	}
	d, err := now.Dataset(ctx, p.id)
	if err != nil {
		return err
	}
	if d.PolicyVersion != p.record.PolicyVersion || d.PendingVersion != p.record.PendingVersion {
		return term.Fail(term.ExitPolicy, "do it again, beside the policy that is in effect now",
			"nothing was set: the policy of dataset %s changed since round %d", p.id, p.now.Round.Number)
	}
	return nil
}

// previewed is what a policy would do if it were set.
type previewed struct {
	Round         uint64        `json:"round,string"` // of which all is counted
	Effect        policy.Effect `json:"effect"`
	Looser        []string      `json:"asksMore"`
	Added         []string      `json:"addsOrReplaces"`
	Stricter      []string      `json:"allowsLess"`
	Words         []string      `json:"words"`                // the same for people, and what it withdraws
	EffectiveFrom uint64        `json:"effectiveFrom,string"` // Unix seconds, if it is set now
	Grants        int           `json:"grantsThatCount"`
	Voided        int           `json:"grantsThatStopCounting"`
	Ending        int           `json:"jobsThatEnd"` // posted under the policy in effect, and can still be run
	Charged       int           `json:"jobsCharged"` // whose results leave under any policy
}

// previewPolicy says what a policy would do, and changes nothing.
func (a *App) previewPolicy(ctx context.Context, p *policyPlan) error {
	v := previewed{Round: p.now.Round.Number, Effect: p.change.Effect(), Looser: append([]string{}, p.change.Looser...),
		Added: append([]string{}, p.change.Added...), Stricter: append([]string{}, p.change.Stricter...),
		Words: p.words(), EffectiveFrom: p.now.Round.Time}
	var err error
	if v.Grants, err = p.grants(ctx); err != nil {
		return err
	}
	if v.Effect == policy.Voids {
		v.Voided = v.Grants
	}
	if v.Effect != policy.AtOnce {
		delay, err := p.client.PolicyDelay(ctx)
		if err != nil {
			return err
		}
		v.EffectiveFrom += delay
	}
	if v.Ending, v.Charged, err = p.jobs(ctx); err != nil {
		return err
	}
	return a.Result(v, func(w io.Writer) {
		for _, l := range v.Words {
			fmt.Fprintln(w, l)
		}
		fmt.Fprintf(w, "in effect from %s, if it is set now\n",
			time.Unix(int64(v.EffectiveFrom), 0).UTC().Format(time.RFC3339))
		fmt.Fprintf(w, "%d of %s that count stop counting\n", v.Voided, count(v.Grants, "grant", "grants"))
		fmt.Fprintf(w, "%s posted under the policy in effect, and can still be run: before that time, or not at all\n",
			count(v.Ending, "job is", "jobs are"))
		if v.Charged > 0 {
			fmt.Fprintf(w, "%s charged, and %s the result under any policy\n", count(v.Charged, "job is", "jobs are"),
				verb(v.Charged, "gives", "give"))
		}
		fmt.Fprintln(w, "nothing was changed")
	})
}

// verb is the form of a verb that a number of things takes.
func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
