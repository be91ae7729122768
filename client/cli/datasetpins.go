package cli

import (
	"context"
	"fmt"
	"os"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/protocol/policy"
)

// noPins is said in place of a file for a policy that pins nothing.
const noPins = "none"

// pinned is the document of pins that a policy is to name.
type pinned struct {
	file     string
	document []byte // nil when no file was named
}

func (f *pinned) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.file, "pins", "", "JSON file with what quotes have to show beside their measurement "+
		"(assent dataset pins), which is posted on chain; none pins nothing")
}

// given reports whether pins, or none, are said.
func (f *pinned) given() bool { return f.file != "" }

// read reads the file, if one was named.
func (f *pinned) read() error {
	if f.file == "" || f.file == noPins {
		return nil
	}
	b, err := os.ReadFile(f.file)
	if err != nil {
		return fmt.Errorf("reading the pins: %w", err)
	}
	if f.document, err = canonical.Canonicalize(b); err != nil {
		return fmt.Errorf("reading the pins in %s: %w", f.file, err)
	}
	if _, err := pins.Parse(f.document); err != nil {
		return fmt.Errorf("reading the pins in %s: %w", f.file, err)
	}
	return nil
}

// fill names the document in a policy that is complete otherwise.
func (f *pinned) fill(p *policy.Policy) {
	switch {
	case f.document != nil:
		p.Pins = pins.HashOf(f.document)
	case f.file == noPins:
		p.Pins = common.Hash{}
	}
}

// post posts the document: a policy whose pins others cannot read accepts no machine.
func (f *pinned) post(ctx context.Context, c *client.Client, custodian *account.Account) error {
	if f.document == nil {
		return nil
	}
	return c.PostPins(ctx, custodian, f.document)
}

// pinsWords says what a policy pins, in one line.
func pinsWords(p *policy.Policy) string {
	if p.Pins == (common.Hash{}) {
		return "none: a machine may have any attributes beside its measurement"
	}
	return p.Pins.Hex() + " (assent dataset pins)"
}

func (a *App) datasetPins() *cobra.Command {
	return &cobra.Command{
		Use: "pins [DATASET]", Short: "Print what quotes have to show beside their measurement",
		Args: cobra.MaximumNArgs(1),
		Long: `Print the document of pins that a dataset's policy names; without a dataset that of the
machine image, to start from. It goes into a policy with --pins of register or set-policy.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			p := pins.Image()
			if len(args) > 0 {
				var err error
				if p, err = a.pinsOf(cmd.Context(), args[0]); err != nil {
					return err
				}
			}
			return (&term.Terminal{Out: a.Out, JSON: true}).Result(p, nil)
		},
	}
}

// pinsOf reads the pins that a dataset's policy names.
func (a *App) pinsOf(ctx context.Context, dataset string) (*pins.Pins, error) {
	o, err := a.openDataset(ctx, dataset)
	if err != nil {
		return nil, err
	}
	terms, err := o.now.Policy(ctx, o.id, o.record.PolicyVersion)
	if err != nil {
		return nil, err
	}
	if terms.Pins == (common.Hash{}) {
		return nil, term.Fail(term.ExitInput, "set some with: assent dataset set-policy --pins FILE",
			"the policy of dataset %s pins nothing", dataset)
	}
	p, _, err := o.now.Pins(ctx, terms.Pins)
	return p, err
}
