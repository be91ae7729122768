package cli

import (
	"context"
	"fmt"
	"io"
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
	var void int
	cmd := &cobra.Command{
		Use: "set-policy DATASET FILE", Short: "Set a new policy version", Args: cobra.ExactArgs(2),
		Long: `Set a new policy version. What it leaves open is as in the policy in effect. One that asks more of subjects waits out the network's
delay and then voids every grant; the command says how many that are, and does it only with that number in --void. One that only adds
or replaces who carries the policy out waits and voids nothing; any other is in effect at once. A version that still waits is
withdrawn.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := readPolicy(args[1])
			if err != nil {
				return err
			}
			if err := files.fill(&p); err != nil {
				return err
			}
			ctx := cmd.Context()
			o, err := a.openDataset(ctx, args[0])
			if err != nil {
				return err
			}
			old, err := o.now.Policy(ctx, o.id, o.record.PolicyVersion)
			if err != nil {
				return err
			}
			publish.Complete(&p, old)
			files.pinned.fill(&p)
			if err := p.Validate(); err != nil {
				return fmt.Errorf("reading the policy in %s: %w", args[1], err)
			}
			a.warnUnknown(p)
			if err := a.warnIdle(ctx, o.client, o.client.Contracts().JobMarket, p); err != nil {
				return err
			}
			if d := o.record; d.PendingVersion != 0 {
				a.Note("it withdraws version %d, which is announced and not in effect", d.PendingVersion)
			}
			if err := a.tellCost(ctx, o, policy.Compare(old, p), cmd.Flags().Changed("void"), void); err != nil {
				return err
			}
			c, custodian, err := a.Session(ctx)
			if err != nil {
				return err
			}
			if err := files.pinned.post(ctx, c, custodian); err != nil {
				return err
			}
			change, err := c.SetPolicy(ctx, custodian, o.id, p)
			if err != nil {
				return err
			}
			return a.policyResult(change)
		},
	}
	voidFlag(cmd, &void)
	files.flags(cmd)
	return cmd
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

// tellCost says what a new policy changes, and whom that costs: one that asks more is set only if the number of the
// grants that it voids is confirmed.
func (a *App) tellCost(ctx context.Context, o *opened, change policy.Change, given bool, void int) error {
	for _, l := range []struct {
		what   string
		fields []string
	}{{"asks more", change.Looser}, {"adds or replaces", change.Added}, {"allows less", change.Stricter}} {
		if len(l.fields) > 0 {
			a.Note("%s: %s", l.what, strings.Join(l.fields, ", "))
		}
	}
	cost := 0
	if change.Effect() == policy.Voids {
		var err error
		if cost, err = o.client.LiveGrants(ctx, o.now, o.id); err != nil {
			return fmt.Errorf("counting the grants that it would void: %w", err)
		}
		a.Note("it voids %s today", count(cost, "grant that counts", "grants that count"))
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
