package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/publish"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/protocol/policy"
)

func (a *App) datasetTemplate() *cobra.Command {
	var exact, local bool
	cmd := &cobra.Command{
		Use: "policy-template", Short: "Print a careful policy to start from", Args: cobra.NoArgs,
		RunE: func(_ *cobra.Command, _ []string) error {
			p := publish.PolicyTemplate()
			p.AllowExact = exact
			if local {
				m, err := a.measure("")
				if err != nil {
					return err
				}
				p.Measurements, p.TrustRoots = []common.Hash{m.Measurement}, []common.Hash{m.TrustRoot}
			}
			return (&term.Terminal{Out: a.Out, JSON: true}).Result(p, nil)
		},
	}
	cmd.Flags().BoolVar(&exact, "exact", false, "also let exact, reviewed releases through")
	cmd.Flags().BoolVar(&local, "this-worker", false,
		"accept this program as a worker, under the network's simulated root")
	return cmd
}

// readPolicy reads a policy that may leave accounts and hashes open.
func readPolicy(path string) (policy.Policy, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return policy.Policy{}, fmt.Errorf("reading the policy: %w", err)
	}
	p, err := policy.Read(b)
	if err != nil {
		return policy.Policy{}, fmt.Errorf("reading the policy in %s: %w", path, err)
	}
	return p, nil
}

// promised are the files that a policy's promise has the hashes of.
type promised struct {
	schemas         []string
	datasheet, text string
	pinned          pinned
}

func (f *promised) flags(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.schemas, "schema", nil,
		"schema that the data have; of several tables NAME=FILE each; the policy's when not given")
	cmd.Flags().StringVar(&f.datasheet, "datasheet", "", "the dataset's description for people, with --schema")
	cmd.Flags().StringVar(&f.text, "text", "", "JSON file with the consent text in each language")
	f.pinned.flags(cmd)
}

// given reports whether any of the files is.
func (f *promised) given() bool {
	return len(f.schemas) > 0 || f.datasheet != "" || f.text != "" || f.pinned.given()
}

// fill puts the hashes of the files into the policy.
func (f *promised) fill(p *policy.Policy) error {
	if len(f.schemas) > 0 {
		schemas, err := publish.LoadSchemas(f.schemas)
		if err != nil {
			return err
		}
		if p.Schema, err = publish.SchemaRoot(schemas); err != nil {
			return err
		}
		p.Datasheet = common.Hash{}
	}
	if f.datasheet != "" {
		if len(f.schemas) == 0 {
			return term.Fail(term.ExitInput, "name the schema with --schema", "--datasheet goes with --schema")
		}
		b, err := os.ReadFile(f.datasheet)
		if err != nil {
			return fmt.Errorf("reading the datasheet: %w", err)
		}
		p.Datasheet = crypto.Keccak256Hash(b)
	}
	if err := f.pinned.read(); err != nil || f.text == "" {
		return err
	}
	text, err := readText(f.text)
	if err != nil {
		return err
	}
	p.Text, err = text.Hash()
	return err
}

// pendingWords says when an announced policy takes effect, and whether older grants end with it.
func pendingWords(d bindings.IDatasetRegistryDataset) string {
	s := fmt.Sprintf("version %d takes effect at %s", d.PendingVersion,
		time.Unix(int64(d.PendingFrom), 0).UTC().Format(time.RFC3339))
	if d.PendingVoids {
		s += "; from then on no older grant counts"
	}
	return s
}

func (a *App) datasetPolicy() *cobra.Command {
	var files promised
	var void, ending int
	var preview, idle bool
	var file string
	cmd := &cobra.Command{
		Use: "set-policy DATASET [FILE]", Short: "Set a new policy version, or see what one would change",
		Args: cobra.RangeArgs(1, 2),
		Long: `Set a new policy version. What it leaves open is as in the policy in effect, which assent dataset policy
writes; without a file, only what --schema, --datasheet, --text and --pins say is new. One that asks more of subjects
waits out the network's delay and then voids every grant; the command says how many that are, and does it only with that
number in --void. One that only adds or replaces who carries the policy out waits and voids nothing; any other is in
effect at once. A version that still waits is withdrawn. With --preview it changes nothing, and says what the policy
asks or allows, from when, how many grants stop counting, and how many jobs that have not ended were posted under the
policy in effect.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 2 && file != "" {
				return term.Fail(term.ExitInput, "write it behind the dataset, or with --policy", "name one policy file")
			}
			if len(args) == 2 {
				file = args[1]
			}
			ctx := cmd.Context()
			old, p, o, err := a.nextPolicy(ctx, args[0], file, &files)
			if err != nil {
				return err
			}
			change := policy.Compare(old, p)
			if preview {
				return a.previewPolicy(ctx, o, &old, &p, change)
			}
			if old.Hash() == p.Hash() {
				return term.Fail(term.ExitInput, "there is nothing to do; see it with: assent dataset show",
					"the policy is the one in effect, version %d, in every field", o.record.PolicyVersion)
			}
			if err := withoutWorkers(p, idle); err != nil {
				return err
			}
			a.warnUnknown(p)
			if err := a.warnIdle(ctx, o.client, o.client.Contracts().JobMarket, p); err != nil {
				return err
			}
			if d := o.record; d.PendingVersion != 0 {
				a.Warn("it withdraws version %d, which is announced and not in effect", d.PendingVersion)
			}
			for _, l := range changeLists(&old, &p, change) {
				a.Warn("%s", l)
			}
			if err := a.tellCost(ctx, o, change, cmd.Flags().Changed("void"), void); err != nil {
				return err
			}
			if err := a.tellJobs(ctx, o, ending); err != nil {
				return err
			}
			c, custodian, err := a.Session(ctx)
			if err != nil {
				return err
			}
			if err := files.pinned.post(ctx, c, custodian); err != nil {
				return err
			}
			set, err := c.SetPolicy(ctx, custodian, o.id, p)
			if err != nil {
				return err
			}
			return a.policyResult(set)
		},
	}
	voidFlag(cmd, &void)
	files.flags(cmd)
	cmd.Flags().IntVar(&ending, "end-jobs", 0,
		"how many jobs that have not ended end with the policy in effect: the number that the command names "+
			"when it asks for it")
	cmd.Flags().StringVar(&file, "policy", "", "policy file, instead of the second argument")
	cmd.Flags().BoolVar(&preview, "preview", false, "change nothing, and say what the policy would do to "+
		"consents and jobs")
	cmd.Flags().BoolVar(&idle, "without-workers", false, "it is meant that no worker can run a job under it")
	return cmd
}

// nextPolicy is the policy in effect of a dataset, and the one that a file and flags make of it.
func (a *App) nextPolicy(
	ctx context.Context, dataset, file string, files *promised,
) (old, next policy.Policy, o *opened, err error) {
	if file == "" && !files.given() {
		return old, next, nil, term.Fail(term.ExitInput, "write it behind the dataset; assent dataset policy DATASET "+
			"writes the one in effect", "name a policy file, or what is new: --schema, --text or --pins")
	}
	if file != "" {
		if next, err = readPolicy(file); err != nil {
			return old, next, nil, err
		}
	}
	if o, err = a.openDataset(ctx, dataset); err != nil {
		return old, next, nil, err
	}
	if old, err = o.now.Policy(ctx, o.id, o.record.PolicyVersion); err != nil {
		return old, next, nil, err
	}
	if file == "" {
		file, next = "effect", old
	}
	if err = files.fill(&next); err != nil {
		return old, next, nil, err
	}
	publish.Complete(&next, old)
	files.pinned.fill(&next)
	if err = next.Validate(); err != nil {
		return old, next, nil, fmt.Errorf("reading the policy in %s: %w", file, err)
	}
	return old, next, o, nil
}

// datasetPolicyFile writes the policy in effect.
func (a *App) datasetPolicyFile() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use: "policy DATASET", Short: "Write the policy in effect as a file that set-policy takes", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			o, err := a.openDataset(ctx, args[0])
			if err != nil {
				return err
			}
			p, err := o.now.Policy(ctx, o.id, o.record.PolicyVersion)
			if err != nil {
				return err
			}
			var b strings.Builder
			if err := (&term.Terminal{Out: &b, JSON: true}).Result(p, nil); err != nil {
				return err
			}
			if out == "" {
				_, err := io.WriteString(a.Out, b.String())
				return err
			}
			if err := writeNewFile(out, b.String()); err != nil {
				return err
			}
			return a.Result(map[string]any{"dataset": o.id, "policyVersion": o.record.PolicyVersion, "file": out},
				func(w io.Writer) { fmt.Fprintln(w, out) })
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "file for the policy, which must be new; printed when not given")
	return cmd
}

// writeNewFile writes a file that may not exist yet.
func writeNewFile(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return term.Fail(term.ExitInput, "name a new file, or remove it", "%s exists already", path)
	}
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

// withoutWorkers refuses a policy under which no worker can ever run a job, unless that is meant.
func withoutWorkers(p policy.Policy, meant bool) error {
	field := "measurements"
	switch {
	case meant || len(p.Measurements) > 0 && len(p.TrustRoots) > 0:
		return nil
	case len(p.Measurements) > 0:
		field = "trustRoots"
	}
	return term.Fail(term.ExitInput,
		"assent worker measure prints what to put there, and policy-template --this-worker does it; if it is meant: "+
			"--without-workers",
		"no worker can run a job under the policy: its list of %s is empty", field)
}

// previewed is what a policy would do if it were set.
type previewed struct {
	Effect        policy.Effect `json:"effect"`
	Looser        []string      `json:"asksMore"`
	Added         []string      `json:"addsOrReplaces"`
	Stricter      []string      `json:"allowsLess"`
	Words         []string      `json:"words"`                // the same for people
	EffectiveFrom uint64        `json:"effectiveFrom,string"` // Unix seconds, if it is set now
	Grants        int           `json:"grantsThatCount"`
	Voided        int           `json:"grantsThatStopCounting"`
	Jobs          int           `json:"jobsUnderWay"` // posted under the policy in effect, and not ended
}

// previewPolicy says what a policy would do, and changes nothing.
func (a *App) previewPolicy(ctx context.Context, o *opened, old, next *policy.Policy, change policy.Change) error {
	v := previewed{Effect: change.Effect(), Looser: append([]string{}, change.Looser...),
		Added: append([]string{}, change.Added...), Stricter: append([]string{}, change.Stricter...),
		Words: changeLists(old, next, change), EffectiveFrom: o.now.Round.Time}
	var err error
	if v.Grants, err = o.client.LiveGrants(ctx, o.now, o.id); err != nil {
		return fmt.Errorf("counting the grants: %w", err)
	}
	if v.Effect == policy.Voids {
		v.Voided = v.Grants
	}
	if v.Effect != policy.AtOnce {
		delay, err := o.client.PolicyDelay(ctx)
		if err != nil {
			return err
		}
		v.EffectiveFrom += delay
	}
	if v.Jobs, err = jobsUnderWay(ctx, o); err != nil {
		return err
	}
	return a.Result(v, func(w io.Writer) {
		for _, l := range v.Words {
			fmt.Fprintln(w, l)
		}
		fmt.Fprintf(w, "in effect from %s, if it is set now\n",
			time.Unix(int64(v.EffectiveFrom), 0).UTC().Format(time.RFC3339))
		fmt.Fprintf(w, "%d of %s that count stop counting\n", v.Voided, count(v.Grants, "grant", "grants"))
		fmt.Fprintf(w, "%s posted under the policy in effect, and not ended: they are run under it before that time, "+
			"or not at all\n",
			count(v.Jobs, "job is", "jobs are"))
		fmt.Fprintln(w, "nothing was changed")
	})
}

// jobsUnderWay counts the jobs of a dataset that have not ended.
func jobsUnderWay(ctx context.Context, o *opened) (n int, err error) {
	jobs, err := o.client.Jobs(ctx, o.now, o.id)
	if err != nil {
		return 0, fmt.Errorf("counting the jobs under way: %w", err)
	}
	for _, j := range jobs {
		if !j.State().Final() {
			n++
		}
	}
	return n, nil
}

// tellJobs says how many jobs were posted under the policy in effect and have not ended: they run under it alone, so a
// new policy ends them, which is done only if that number is confirmed.
func (a *App) tellJobs(ctx context.Context, o *opened, said int) error {
	n, err := jobsUnderWay(ctx, o)
	if err != nil || n == said {
		return err
	}
	return term.Fail(term.ExitInput, fmt.Sprintf("wait for them (assent job list --dataset %s), or say --end-jobs %d",
		o.id, n),
		"%s posted under the policy in effect, and not ended: under another policy none of them is run",
		count(n, "job is", "jobs are"))
}

// voidFlag is the number of grants that a new policy version may void.
func voidFlag(cmd *cobra.Command, void *int) {
	cmd.Flags().IntVar(void, "void", 0,
		"how many grants it voids: the number that the command names when it asks for it")
}

// policyResult prints which policy version came of a command, and what it does to older grants.
func (a *App) policyResult(change *client.PolicyChange) error {
	return a.Result(change, func(w io.Writer) {
		fmt.Fprintf(w, "policy version %d is in effect from %s\n", change.Version,
			time.Unix(int64(change.EffectiveFrom), 0).UTC().Format(time.RFC3339))
		if change.Effect == policy.Voids {
			fmt.Fprintln(w, "it asks more than the one before: no older grant counts under it")
		}
	})
}

// changeLists says what a policy changes: what it asks more, adds and allows less.
func changeLists(old, next *policy.Policy, change policy.Change) []string {
	said := []string{}
	for _, l := range []struct {
		what   string
		fields []string
	}{{"asks more", change.Looser}, {"adds or replaces", change.Added}, {"allows less", change.Stricter}} {
		if len(l.fields) > 0 {
			said = append(said, l.what+": "+strings.Join(changeWords(old, next, l.fields), "; "))
		}
	}
	return said
}

// tellCost says whom a new policy costs: one that asks more is set only if the number of the grants that it voids is
// confirmed.
func (a *App) tellCost(ctx context.Context, o *opened, change policy.Change, given bool, void int) error {
	cost := 0
	if change.Effect() == policy.Voids {
		var err error
		if cost, err = o.client.LiveGrants(ctx, o.now, o.id); err != nil {
			return fmt.Errorf("counting the grants that it would void: %w", err)
		}
		a.Warn("it voids %s today", count(cost, "grant that counts", "grants that count"))
	}
	if void != cost {
		hint := fmt.Sprintf("say --void %d if that is meant", cost)
		if given {
			return term.Fail(term.ExitInput, hint, "the policy voids %s, --void says %d",
				count(cost, "grant", "grants"), void)
		}
		return term.Fail(term.ExitInput, hint, "the policy voids %s: who gave that has to be asked anew",
			count(cost, "grant", "grants"))
	}
	return nil
}

// count is a number of things in words.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
