package cli

import (
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/cli/term"
)

func (a *App) datasetOffer() *cobra.Command {
	var withdraw bool
	cmd := &cobra.Command{
		Use:   "offer DATASET [CUSTODIAN]",
		Short: "Offer custody of a dataset to another custodian, who has to accept it",
		Args:  cobra.RangeArgs(1, 2),
		Long: `Offer custody of a dataset to another custodian, who has to accept it (assent dataset
accept). A new offer replaces an earlier one. Until an acceptance is in effect the custodian of now
has all their rights, and a set-policy of theirs withdraws it. In a family that they did not found
the next custodian also needs its founder's invitation (assent dataset invite).`,
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := a.datasetID(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if withdraw != (len(args) == 1) {
				return term.Fail(term.ExitInput, "see: assent dataset offer --help",
					"an offer names a custodian, and --withdraw none")
			}
			var to common.Address
			if !withdraw {
				if to, err = parseAddress("custodian", args[1]); err != nil {
					return err
				}
			}
			c, custodian, err := a.Session(cmd.Context())
			if err != nil {
				return err
			}
			if withdraw {
				if _, err := c.WithdrawCustody(cmd.Context(), custodian, id); err != nil {
					return err
				}
				return a.Result(map[string]any{"dataset": id, "done": "withdrew"}, func(w io.Writer) {
					fmt.Fprintf(w, "took the offer of custody of dataset %s back\n", id)
				})
			}
			if to == custodian.Address() {
				return term.Fail(term.ExitInput, "name the account that is to have it",
					"custodian %s is the account of --key: an offer is to another one", to)
			}
			if _, err := c.OfferCustody(cmd.Context(), custodian, id, to); err != nil {
				return err
			}
			return a.Result(map[string]any{"dataset": id, "custodian": to, "done": "offered"}, func(w io.Writer) {
				fmt.Fprintf(w, "offered custody of dataset %s to %s, who takes it with: assent dataset accept %s\n", id,
					to, id)
			})
		},
	}
	cmd.Flags().BoolVar(&withdraw, "withdraw", false, "take an offer back that was not accepted")
	return cmd
}

func (a *App) datasetAccept() *cobra.Command {
	var said policyCost
	cmd := &cobra.Command{
		Use: "accept DATASET", Short: "Accept custody of a dataset that was offered to you", Args: cobra.ExactArgs(1),
		Long: `Accept custody of a dataset that was offered to you. The policy in effect becomes a new
version that names you as controller. As subjects agreed to another controller, it waits out the
network's delay and then voids every grant; the command says how many that are, and does it only
with that number in --void; so it is with the jobs that end with the policy in effect, and
--end-jobs. The broker, the enroller and all else stay as they are until you set a policy.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			c, by, err := a.Session(ctx)
			if err != nil {
				return err
			}
			o, err := a.openDataset(ctx, args[0])
			if err != nil {
				return err
			}
			old, err := o.now.Policy(ctx, o.id, o.record.PolicyVersion)
			if err != nil {
				return err
			}
			next := old
			next.Controller = by.Address()
			if next.Controller == old.Controller {
				return term.Fail(term.ExitInput, "name the key of the one who was offered it with --key",
					"account %s is the custodian of dataset %s already", by.Address(), o.id)
			}
			plan := newPolicyPlan(o, old, next)
			said.voidGiven = cmd.Flags().Changed("void")
			if err := a.confirmPolicy(ctx, plan, said); err != nil {
				return err
			}
			if err := plan.stands(ctx); err != nil {
				return err
			}
			set, err := c.AcceptCustody(ctx, by, o.id)
			if err != nil {
				return err
			}
			return a.policyResult(o.id, set)
		},
	}
	said.flags(cmd)
	return cmd
}
