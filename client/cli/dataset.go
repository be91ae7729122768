package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/policy"
)

func (a *App) datasetCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "dataset",
		Short: "Register datasets, set policies, enrol subjects",
		Long: `What a custodian does, in this order:

  assent dataset schema people.csv --subject id --out schema.json propose a schema; then widen its bounds by hand
  assent dataset policy-template --this-worker > policy.json      propose a policy; then edit it
  assent dataset register study --policy policy.json --schema schema.json --broker 0x... --key custodian.key
  assent broker add DATASET                                       make the dataset's key; prints its recipient
  assent dataset enrol DATASET --batch people.csv --roster roster.csv --output tickets.jsonl --key enroller.key
  assent dataset ticket DATASET PSEUDONYM PROOFKEY --roster roster.csv --subject 17 --key enroller.key
  assent dataset pack people.csv --schema schema.json --roster roster.csv --to RECIPIENT --out published/
  assent dataset add-version DATASET published/ --roster roster.csv --key custodian.key`,
	}
	cmd.AddCommand(a.datasetList(), a.datasetSchema(), a.datasetTemplate(), a.datasetRegister(), a.datasetInvite(),
		a.datasetTicket(), a.datasetEnrol(),
		a.datasetMembership(), a.datasetPack(), a.datasetAddVersion(), a.datasetManifest(),
		a.datasetShow(), a.datasetPins(), a.datasetPolicy(), a.datasetPolicyFile(), a.datasetStop(true),
		a.datasetStop(false),
		a.datasetRetire(), a.datasetOffer(), a.datasetAccept(), a.datasetRevoke())
	return cmd
}

func (a *App) datasetRegister() *cobra.Command {
	var policyFile, broker, enroller, family, founder string
	var open, idle bool
	var files promised
	cmd := &cobra.Command{
		Use: "register NAME", Short: "Register a dataset with its policy; its consent ledger comes with it",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			p, err := readPolicy(policyFile)
			if err != nil {
				return err
			}
			if err := files.read(); err != nil {
				return err
			}
			c, custodian, err := a.Session(ctx)
			if err != nil {
				return err
			}
			open := client.Registration{Name: args[0], Family: family, Open: open}
			own := policy.Policy{
				Promise: policy.Promise{Controller: custodian.Address(),
					Spenders: []common.Address{c.Contracts().JobMarket}},
				Means: policy.Means{Enroller: custodian.Address()},
			}
			for _, f := range []struct {
				flag, value string
				into        *common.Address
			}{{"--broker", broker, &p.Broker}, {"--enroller", enroller, &p.Enroller}, {"--founder", founder,
				&open.Founder}} {
				if f.value == "" {
					continue
				}
				if *f.into, err = parseAddress(f.flag, f.value); err != nil {
					return err
				}
			}
			files.fill(&p, own)
			if err := lacksFlags(&p); err != nil {
				return err
			}
			if err := withoutWorkers(p, idle); err != nil {
				return err
			}
			a.warnUnknown(p)
			if err := a.warnIdle(ctx, c, c.Contracts().JobMarket, p); err != nil {
				return err
			}
			if err := files.pinned.post(ctx, c, custodian); err != nil {
				return err
			}
			r, err := c.RegisterDataset(ctx, custodian, open, p)
			if err != nil {
				return err
			}
			return a.Result(r, func(w io.Writer) { fmt.Fprintln(w, r.Dataset.Hex()) })
		},
	}
	f := cmd.Flags()
	f.StringVar(&policyFile, "policy", "",
		"policy file; required. Who is not named in it is the custodian, and the spender is the network's market")
	f.StringVar(&broker, "broker", "", "address of the key broker's account; the policy's when not given")
	f.StringVar(&enroller, "enroller", "", "address that signs enrolment tickets; the policy's when not given")
	f.StringVar(&family, "family", "", "name of a family of datasets that are to be joined: subjects have one "+
		"pseudonym in all of them")
	f.StringVar(&founder, "founder", "",
		"whose family it is: the custodian who has invited this one; this one when not given")
	f.BoolVar(&open, "open", false, "the data are synthetic or public: simulated workers may have them")
	f.BoolVar(&idle, "without-workers", false, "it is meant that no worker can run a job under the policy")
	files.flags(cmd)
	require(cmd, "policy")
	return cmd
}

// lacksFlags names the flags that give what a policy to register lacks.
func lacksFlags(p *policy.Policy) error {
	var flags, what []string
	if p.Schema == (common.Hash{}) {
		flags, what = append(flags, "--schema FILE"), append(what, "the schema of the data")
	}
	if p.Broker == (common.Address{}) {
		flags, what = append(flags, "--broker ADDRESS"), append(what, "the account of the key broker")
	}
	if len(flags) == 0 {
		return nil
	}
	return term.Fail(term.ExitInput, "say "+strings.Join(flags, " and "), "the policy does not name %s",
		strings.Join(what, " and "))
}

func (a *App) datasetInvite() *cobra.Command {
	var withdraw bool
	cmd := &cobra.Command{
		Use: "invite FAMILY CUSTODIAN", Short: "Let another custodian register one dataset in a family of yours",
		Args: cobra.ExactArgs(2),
		Long: `Let another custodian register one dataset in a family of yours. A person who joins that
dataset has there the pseudonym that they have in the family's others: their custodian learns which
one it is.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			invited, err := parseAddress("custodian", args[1])
			if err != nil {
				return err
			}
			c, founder, err := a.Session(cmd.Context())
			if err != nil {
				return err
			}
			act, done := c.Invite, "invited"
			if withdraw {
				act, done = c.WithdrawInvitation, "withdrew the invitation of"
			}
			if invited == founder.Address() {
				return term.Fail(term.ExitInput, "register with --family alone: a family's founder needs no invitation",
					"custodian %s is the account of --key, which is the family's founder", invited)
			}
			if _, err := act(cmd.Context(), founder, args[0], invited); err != nil {
				return err
			}
			return a.Result(map[string]any{"founder": founder.Address(), "family": args[0], "custodian": invited,
				"done": done}, func(w io.Writer) {
				fmt.Fprintf(w, "%s %s: register with --family %q --founder %s\n", done, invited, args[0],
					founder.Address())
			})
		},
	}
	cmd.Flags().BoolVar(&withdraw, "withdraw", false, "take an invitation back that has not been used")
	return cmd
}

func (a *App) datasetStop(stop bool) *cobra.Command {
	use, short, done := "resume DATASET", "End a stop", "resumed"
	if stop {
		use, short, done = "stop DATASET", "Stop all use of a dataset at once", "stopped"
	}
	return &cobra.Command{
		Use: use, Short: short, Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := a.datasetID(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			c, custodian, err := a.Session(cmd.Context())
			if err != nil {
				return err
			}
			act := c.Resume
			if stop {
				act = c.Stop
			}
			if _, err := act(cmd.Context(), custodian, id); errors.Is(err, solidity.ErrDatasetIsStopped) {
				return term.Fail(term.ExitPolicy, "there is nothing to do; it goes on with: assent dataset resume",
					"%w", err)
			} else if err != nil {
				return err
			}
			return a.Result(map[string]any{"dataset": id, "done": done}, func(w io.Writer) {
				fmt.Fprintf(w, "%s dataset %s\n", done, id)
			})
		},
	}
}
