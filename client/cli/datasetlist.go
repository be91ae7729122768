package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/internal/quoted"
	"github.com/assent-network/assent/protocol/budget"
)

// datasetLine is a dataset in the list.
type datasetLine struct {
	Dataset   common.Hash    `json:"dataset"`
	Name      string         `json:"name"`
	Custodian common.Address `json:"custodian"`
	Version   uint32         `json:"version"` // newest; 0 before the first
	// Enrolled are the people who ever enrolled and were not replaced; Consents the grants that count for anything now.
	Enrolled int        `json:"enrolled"`
	Consents int        `json:"consents"`
	RhoLeft  budget.Rho `json:"rhoLeft"`
	State    string     `json:"state"`
}

func (a *App) datasetList() *cobra.Command {
	var mine bool
	cmd := &cobra.Command{
		Use: "list", Short: "List the datasets of the network: people, consents, budget left and state",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			var me common.Address
			if mine {
				key, err := a.Key()
				if err != nil {
					return err
				}
				me = crypto.PubkeyToAddress(key.PublicKey)
			}
			c, err := a.Client(ctx)
			if err != nil {
				return err
			}
			names, err := c.DatasetNames(ctx)
			if err != nil {
				return err
			}
			now, err := c.Now(ctx)
			if err != nil {
				return err
			}
			lines := []datasetLine{}
			for _, n := range names {
				if n.Round > now.Round.Number {
					break
				}
				l, err := datasetLineOf(ctx, c, now, n.Dataset)
				if err != nil {
					return err
				}
				if !mine || l.Custodian == me {
					lines = append(lines, l)
				}
			}
			return a.Result(lines, func(w io.Writer) {
				if len(lines) == 0 {
					fmt.Fprintln(w, "there is no dataset")
					return
				}
				for _, l := range lines {
					fmt.Fprintf(w, "%s  %s\n", shortID(l.Dataset), quoted.Text(l.Name))
					fmt.Fprintf(w, "            %s, version %d; %d enrolled, %s; rho %s left; custodian %s\n", l.State,
						l.Version, l.Enrolled, count(l.Consents, "consent",
							"consents"), l.RhoLeft.Spelling(), l.Custodian)
				}
			})
		},
	}
	cmd.Flags().BoolVar(&mine, "mine", false, "only those whose custodian is the account of --key")
	return cmd
}

func datasetLineOf(ctx context.Context, c *client.Client, now *contracts.Snapshot,
	id common.Hash) (datasetLine, error) {
	fail := func(err error) (datasetLine, error) { return datasetLine{}, fmt.Errorf("dataset %s: %w", id, err) }
	d, err := now.Dataset(ctx, id)
	if err != nil {
		return fail(err)
	}
	l := datasetLine{Dataset: id, Name: d.Name, Custodian: d.Custodian, Version: d.Version, State: "in use"}
	if l.Enrolled, l.Consents, err = c.People(ctx, now, id); err != nil {
		return fail(err)
	}
	b, err := now.Budget(ctx, id)
	if err != nil {
		return fail(err)
	}
	if used, ok := b.Settled.Rho.Add(b.Open.Rho); ok && used <= b.Limit.Rho {
		l.RhoLeft = b.Limit.Rho - used
	}
	switch {
	case d.Stopped:
		l.State = "stopped"
	case d.Version == 0:
		l.State = "without data"
	default:
		retired, err := now.Retired(ctx, id, d.Version)
		if err != nil {
			return fail(err)
		}
		if retired {
			l.State = "newest version retired, so no job can be posted"
		}
	}
	return l, nil
}
