package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/internal/wholefile"
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
	named           policy.Promise // the hashes of the files that are given
}

// noDatasheet is said in place of a file for a policy that promises no datasheet.
const noDatasheet = "none"

func (f *promised) flags(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.schemas, "schema", nil,
		"schema that the data have; of several tables NAME=FILE each; the policy's when not given")
	cmd.Flags().StringVar(&f.datasheet, "datasheet", "", "the dataset's description for people; the policy's when not "+
		"given; none promises none")
	cmd.Flags().StringVar(&f.text, "text", "", "JSON file with the consent text in each language")
	f.pinned.flags(cmd)
}

// given reports whether any of the files is.
func (f *promised) given() bool {
	return len(f.schemas) > 0 || f.datasheet != "" || f.text != "" || f.pinned.given()
}

// read reads the files that are given.
func (f *promised) read() error {
	if len(f.schemas) > 0 {
		schemas, err := publish.LoadSchemas(f.schemas)
		if err != nil {
			return err
		}
		if f.named.Schema, err = publish.SchemaRoot(schemas); err != nil {
			return err
		}
	}
	if f.datasheet != "" && f.datasheet != noDatasheet {
		b, err := os.ReadFile(f.datasheet)
		if err != nil {
			return fmt.Errorf("reading the datasheet: %w", err)
		}
		f.named.Datasheet = crypto.Keccak256Hash(b)
	}
	if f.text != "" {
		text, err := readText(f.text)
		if err != nil {
			return err
		}
		if f.named.Text, err = text.Hash(); err != nil {
			return err
		}
	}
	return f.pinned.read()
}

// fill puts the hashes of the files that were read into a policy, and what it leaves open then from another one.
func (f *promised) fill(p *policy.Policy, from policy.Policy) {
	for into, named := range map[*common.Hash]common.Hash{
		&p.Schema: f.named.Schema, &p.Datasheet: f.named.Datasheet, &p.Text: f.named.Text,
	} {
		if named != (common.Hash{}) {
			*into = named
		}
	}
	publish.Complete(p, from)
	if f.datasheet == noDatasheet {
		p.Datasheet = common.Hash{}
	}
	f.pinned.fill(p)
}

// pendingWords says when an announced policy takes effect, and whether older grants end with it.
func pendingWords(d contracts.Dataset) string {
	s := fmt.Sprintf("version %d takes effect at %s", d.PendingVersion,
		time.Unix(int64(d.PendingFrom), 0).UTC().Format(time.RFC3339))
	if d.PendingVoids {
		s += "; from then on no older grant counts"
	}
	return s
}

func (a *App) datasetPolicy() *cobra.Command {
	var files promised
	var said policyCost
	var preview, idle bool
	var file string
	cmd := &cobra.Command{
		Use: "set-policy DATASET [FILE]", Short: "Set a new policy version, or see what one would change",
		Args: cobra.RangeArgs(1, 2),
		Long: `Set a new policy version. What it leaves open is as in the policy in effect, which assent dataset policy
writes; without a file, only what --schema, --datasheet, --text and --pins say is new. One that asks more of subjects
waits out the network's delay and then voids every grant; the command says how many that are, and does it only with that
number in --void. One that only adds or replaces who carries the policy out waits and voids nothing; any other is in
effect at once. A version that still waits is withdrawn, and the policy in effect, set again, withdraws it and changes
nothing else. With --preview it changes nothing, and says what the policy
asks or allows, which version it withdraws, from when it is in effect, how many grants stop counting, and how many jobs
end with the policy in effect, or refuses one that cannot be set as it is. What it leaves open is not taken out:
--datasheet none and --pins none do that.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 2 && file != "" {
				return term.Fail(term.ExitInput, "write it behind the dataset, or with --policy",
					"name one policy file")
			}
			if len(args) == 2 {
				file = args[1]
			}
			ctx := cmd.Context()
			plan, err := a.planPolicy(ctx, args[0], file, &files)
			if err != nil {
				return err
			}
			if err := a.checkPolicy(ctx, plan, idle); err != nil {
				return err
			}
			if preview {
				return a.previewPolicy(ctx, plan)
			}
			said.voidGiven = cmd.Flags().Changed("void")
			if err := a.confirmPolicy(ctx, plan, said); err != nil {
				return err
			}
			custodian, err := plan.account(a)
			if err != nil {
				return err
			}
			if err := files.pinned.post(ctx, plan.client, custodian); err != nil {
				return err
			}
			if err := plan.stands(ctx); err != nil {
				return err
			}
			set, err := plan.client.SetPolicy(ctx, custodian, plan.id, plan.next)
			if err != nil {
				return err
			}
			return a.policyResult(plan.id, set)
		},
	}
	said.flags(cmd)
	files.flags(cmd)
	cmd.Flags().StringVar(&file, "policy", "", "policy file, instead of the second argument")
	cmd.Flags().BoolVar(&preview, "preview", false, "change nothing, and say what the policy would do to "+
		"consents and jobs")
	cmd.Flags().BoolVar(&idle, "without-workers", false, "it is meant that no worker can run a job under it")
	return cmd
}

// datasetPolicyFile writes the policy in effect.
func (a *App) datasetPolicyFile() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use: "policy DATASET", Short: "Write the policy in effect as a file that set-policy takes",
		Args: cobra.ExactArgs(1),
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
			if err := wholefile.New(out, []byte(b.String()), 0o644); err != nil {
				return err
			}
			return a.Result(map[string]any{"dataset": o.id, "policyVersion": o.record.PolicyVersion, "file": out},
				func(w io.Writer) { fmt.Fprintln(w, out) })
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "file for the policy, which must be new; printed when not given")
	return cmd
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

// policyResult prints which policy version came of a command, what it does to older grants, and how to withdraw it.
func (a *App) policyResult(dataset common.Hash, change *client.PolicyChange) error {
	if change.Effect != policy.AtOnce {
		a.Note("until then it can be taken back: the policy in effect, set again, withdraws it "+
			"(assent dataset policy %[1]s -o FILE; assent dataset set-policy %[1]s FILE)", shortID(dataset))
	}
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

// count is a number of things in words.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
