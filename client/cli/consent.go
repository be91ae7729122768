package cli

import (
	"crypto/ecdsa"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/chain/account"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/pseudonym"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/signature"
)

// site is the origin that a subject's wallet signs for when consent is given from the command line.
const site = "https://cli.assent.example"

func (a *App) consentCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "consent",
		Short: "Grant, narrow, revoke and show a subject's consent",
		Long: `What a data subject does. The wallet's key never appears on chain: it derives a pseudonym per dataset, which signs.

  assent key new wallet.key
  assent consent pseudonym DATASET --wallet wallet.key                the custodian enrols this, and gives you a ticket
  assent consent grant DATASET --wallet wallet.key --purposes FAIR --ticket ticket.json --key relayer.key
  assent consent show DATASET --wallet wallet.key
  assent consent revoke DATASET --wallet wallet.key --key relayer.key

--key pays for the transaction and says nothing about you; a relayer can do it: see --output and assent consent submit.`,
	}
	cmd.AddCommand(a.consentPseudonym(), a.consentGrant(), a.consentRevoke(), a.consentSubmit(), a.consentShow(), a.consentRotate())
	return cmd
}

// seed derives a subject's seed from the wallet's key, by two signatures of one message as a page asks for them.
func (a *App) seed(wallet string) (*pseudonym.Seed, error) {
	if wallet == "" {
		return nil, term.Fail(term.ExitInput, "name the subject's wallet with --wallet", "this needs a subject")
	}
	key, err := a.LoadKey(wallet)
	if err != nil {
		return nil, err
	}
	message, err := pseudonym.Message(site)
	if err != nil {
		return nil, err
	}
	var sigs [2]signature.Signature
	for i := range sigs {
		if sigs[i], err = signature.Sign(pseudonym.MessageDigest(message), key); err != nil {
			return nil, err
		}
	}
	return pseudonym.FromNewWallet(crypto.PubkeyToAddress(key.PublicKey), site, sigs[0], sigs[1])
}

// person is a subject in a dataset.
type person struct {
	*opened
	key     *ecdsa.PrivateKey
	address common.Address
}

// person derives the pseudonym of a subject in a dataset.
func (a *App) person(cmd *cobra.Command, wallet, dataset string) (*person, error) {
	s, err := a.seed(wallet)
	if err != nil {
		return nil, err
	}
	d, err := a.openDataset(cmd.Context(), dataset)
	if err != nil {
		return nil, err
	}
	key, err := s.Key(d.record.Domain)
	if err != nil {
		return nil, err
	}
	return &person{opened: d, key: key, address: crypto.PubkeyToAddress(key.PublicKey)}, nil
}

func (a *App) consentPseudonym() *cobra.Command {
	var wallet string
	cmd := &cobra.Command{
		Use: "pseudonym DATASET", Short: "Print a subject's pseudonym in a dataset", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := a.person(cmd, wallet, args[0])
			if err != nil {
				return err
			}
			return a.Result(map[string]any{"dataset": p.id, "pseudonym": p.address}, func(w io.Writer) { fmt.Fprintln(w, p.address.Hex()) })
		},
	}
	cmd.Flags().StringVar(&wallet, "wallet", "", "the subject's wallet key file; required")
	require(cmd, "wallet")
	return cmd
}

// signedConsent is what a subject hands to a relayer: a signed grant, with a ticket when it is the first.
type signedConsent struct {
	Grant  grant.Signed        `json:"grant"`
	Ticket *grant.SignedTicket `json:"ticket,omitempty"`
}

func (a *App) consentGrant() *cobra.Command {
	var wallet, purposes, kinds, from, until, ticketFile, out string
	var class uint8
	var exact bool
	cmd := &cobra.Command{
		Use: "grant DATASET", Short: "Give consent, or change it: the newest grant is the one that counts", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := a.person(cmd, wallet, args[0])
			if err != nil {
				return err
			}
			g := grant.Grant{
				Dataset: p.id, Pseudonym: p.address, PolicyVersion: p.record.PolicyVersion, Exact: exact,
				EpsilonClass: budget.Class(class), Nonce: uint64(a.Now().UnixMilli()), SubmitBefore: uint64(a.Now().Add(time.Hour).Unix()),
			}
			set, err := purpose.ParseSet(purposes)
			if err != nil {
				return term.Fail(term.ExitInput, "the purposes are: "+purpose.All.String(), "%w", err)
			}
			g.Purposes = set.Closure()
			if g.Kinds, err = parseKinds(kinds); err != nil {
				return err
			}
			if g.NotBefore, err = parseDay(from, day.Of(uint64(a.Now().Unix()))); err != nil {
				return err
			}
			if g.Expiry, err = parseDay(until, day.Of(uint64(a.Now().Unix()))+365); err != nil {
				return err
			}
			if err := g.Validate(); err != nil {
				return err
			}
			a.describe(g)
			signed, err := g.Sign(p.client.LedgerDomain(p.record.Ledger), p.key)
			if err != nil {
				return err
			}
			c := signedConsent{Grant: signed}
			if ticketFile != "" {
				c.Ticket = new(grant.SignedTicket)
				if err := readJSON(ticketFile, c.Ticket); err != nil {
					return err
				}
			}
			return a.submitOrWrite(cmd, p.client, p.record.Ledger, c, out)
		},
	}
	f := cmd.Flags()
	f.StringVar(&wallet, "wallet", "", "the subject's wallet key file; required")
	f.StringVar(&purposes, "purposes", "", "purposes by code, separated by commas, for example FAIR,HMB; required")
	f.StringVar(&kinds, "kinds", "query,fairness", "kinds of computation")
	f.BoolVar(&exact, "exact", false, "also for exact, reviewed releases")
	f.StringVar(&from, "from", "", "first day (YYYY-MM-DD); today when not given")
	f.StringVar(&until, "until", "", "first day on which it no longer counts; in a year when not given")
	f.Uint8Var(&class, "epsilon-class", uint8(budget.UnlimitedClass), classHelp())
	f.StringVar(&ticketFile, "ticket", "", "the custodian's ticket, for the first grant")
	f.StringVarP(&out, "output", "o", "", "write the signed grant to a new file for a relayer, instead of submitting it")
	require(cmd, "wallet", "purposes")
	return cmd
}

func classHelp() string {
	s := "limit on private statistics:"
	for c := range budget.Class(budget.Classes) {
		s += fmt.Sprintf("\n%d %s", c, c.Words())
	}
	return s
}

// describe shows a person in words what is about to be signed.
func (a *App) describe(g grant.Grant) {
	a.Note("You allow:")
	for _, p := range g.Purposes.Purposes() {
		a.Note("  - %s", p.Words())
	}
	for _, k := range g.Kinds.Kinds() {
		a.Note("  - by %s", k.Words())
	}
	a.Note("  - %s", g.EpsilonClass.Words())
	if g.Exact {
		a.Note("  - exact results, after review")
	}
	a.Note("from %s until %s, under policy version %d.", g.NotBefore, g.Expiry, g.PolicyVersion)
}

func parseKinds(s string) (kind.Set, error) {
	var set kind.Set
	for _, name := range splitList(s) {
		k, err := kind.Parse(name)
		if err != nil {
			return 0, err
		}
		set |= kind.SetOf(k)
	}
	return set, nil
}

func parseDay(s string, otherwise day.Day) (day.Day, error) {
	if s == "" {
		return otherwise, nil
	}
	return day.Parse(s)
}

// submitOrWrite submits a signed grant, or writes it to a file for a relayer.
func (a *App) submitOrWrite(cmd *cobra.Command, c *client.Client, ledger common.Address, s signedConsent, out string) error {
	if out != "" {
		return writeJSON(out, s)
	}
	key, err := a.Key()
	if err != nil {
		return err
	}
	relayer, err := c.Account(key)
	if err != nil {
		return err
	}
	return a.submit(cmd, c, relayer, ledger, s)
}

func (a *App) submit(cmd *cobra.Command, c *client.Client, relayer *account.Account, ledger common.Address, s signedConsent) error {
	var err error
	if s.Ticket != nil {
		_, err = c.Enrol(cmd.Context(), relayer, ledger, grant.Enrolment{Grant: s.Grant, Ticket: *s.Ticket})
	} else {
		_, err = c.Grant(cmd.Context(), relayer, ledger, s.Grant)
	}
	if err != nil {
		return err
	}
	done := "granted"
	if s.Grant.Grant.IsRevocation() {
		done = "revoked"
	}
	return a.Result(map[string]any{"dataset": s.Grant.Grant.Dataset, "pseudonym": s.Grant.Grant.Pseudonym, "done": done}, func(w io.Writer) {
		fmt.Fprintf(w, "%s for %s\n", done, s.Grant.Grant.Pseudonym)
	})
}

func (a *App) consentRevoke() *cobra.Command {
	var wallet, out string
	cmd := &cobra.Command{
		Use: "revoke DATASET", Short: "Take all consent back", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := a.person(cmd, wallet, args[0])
			if err != nil {
				return err
			}
			g := grant.Revoke(p.id, p.address, p.record.PolicyVersion, uint64(a.Now().UnixMilli()), uint64(a.Now().Add(time.Hour).Unix()))
			signed, err := g.Sign(p.client.LedgerDomain(p.record.Ledger), p.key)
			if err != nil {
				return err
			}
			return a.submitOrWrite(cmd, p.client, p.record.Ledger, signedConsent{Grant: signed}, out)
		},
	}
	cmd.Flags().StringVar(&wallet, "wallet", "", "the subject's wallet key file; required")
	cmd.Flags().StringVarP(&out, "output", "o", "", "write the signed revocation to a new file for a relayer, instead of submitting it")
	require(cmd, "wallet")
	return cmd
}

func (a *App) consentSubmit() *cobra.Command {
	return &cobra.Command{
		Use: "submit FILE", Short: "Submit a signed grant or revocation for somebody, as a relayer", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := os.ReadFile(args[0])
			if err != nil {
				return err
			}
			var s signedConsent
			if err := json.Unmarshal(b, &s); err != nil {
				return fmt.Errorf("reading %s: it is no signed grant: %w", args[0], err)
			}
			c, relayer, err := a.Session(cmd.Context())
			if err != nil {
				return err
			}
			now, err := c.Now(cmd.Context())
			if err != nil {
				return err
			}
			d, err := now.Dataset(cmd.Context(), s.Grant.Grant.Dataset)
			if err != nil {
				return err
			}
			if err := s.Grant.Verify(c.LedgerDomain(d.Ledger)); err != nil {
				return term.Fail(term.ExitVerify, "ask for one signed for this network and dataset", "the grant in %s: %w", args[0], err)
			}
			return a.submit(cmd, c, relayer, d.Ledger, s)
		},
	}
}

func (a *App) consentShow() *cobra.Command {
	var wallet, address string
	cmd := &cobra.Command{
		Use: "show DATASET", Short: "Show what a subject has on record", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			d, err := a.openDataset(ctx, args[0])
			if err != nil {
				return err
			}
			var who common.Address
			if address != "" {
				who, err = parseAddress("--pseudonym", address)
			} else {
				var p *person
				if p, err = a.person(cmd, wallet, args[0]); err == nil {
					who = p.address
				}
			}
			if err != nil {
				return err
			}
			e, err := d.now.Entry(ctx, d.record.Ledger, who)
			if err != nil {
				return err
			}
			return a.Result(map[string]any{"pseudonym": who, "entry": e}, func(w io.Writer) {
				fmt.Fprintf(w, "pseudonym  %s\n", who)
				switch {
				case !e.Enrolled:
					fmt.Fprintln(w, "not enrolled")
					return
				case e.Rotated:
					fmt.Fprintln(w, "replaced by another key")
				case e.Revoked:
					fmt.Fprintln(w, "revoked by the custodian, for good")
				case e.Purposes == 0:
					fmt.Fprintln(w, "revoked")
				default:
					fmt.Fprintf(w, "purposes   %s\nkinds      %s\nexact      %v\nlimit      %s\nfrom %s until %s, policy version %d\n",
						e.Purposes, e.Kinds, e.Exact, e.EpsilonClass.Words(), e.NotBefore, e.Expiry, e.PolicyVersion)
				}
				fmt.Fprintf(w, "changed in round %d\n", e.UpdatedAt)
			})
		},
	}
	cmd.Flags().StringVar(&wallet, "wallet", "", "the subject's wallet key file")
	cmd.Flags().StringVar(&address, "pseudonym", "", "a pseudonym, instead of a wallet")
	return cmd
}

func (a *App) consentRotate() *cobra.Command {
	var wallet, to string
	cmd := &cobra.Command{
		Use: "rotate DATASET", Short: "Move consent to the pseudonym of another wallet", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			from, err := a.person(cmd, wallet, args[0])
			if err != nil {
				return err
			}
			next, err := a.person(cmd, to, args[0])
			if err != nil {
				return err
			}
			r, err := grant.Rotation{
				Dataset: from.id, From: from.address, To: next.address, Nonce: uint64(a.Now().UnixMilli()),
				SubmitBefore: uint64(a.Now().Add(time.Hour).Unix()),
			}.Sign(from.client.LedgerDomain(from.record.Ledger), from.key, next.key)
			if err != nil {
				return err
			}
			_, relayer, err := a.Session(cmd.Context())
			if err != nil {
				return err
			}
			if _, err := from.client.Rotate(cmd.Context(), relayer, from.record.Ledger, r); err != nil {
				return err
			}
			return a.Result(map[string]any{"from": from.address, "to": next.address}, func(w io.Writer) {
				fmt.Fprintf(w, "rotated %s to %s; tell the custodian, who keeps the roster\n", from.address, next.address)
			})
		},
	}
	cmd.Flags().StringVar(&wallet, "wallet", "", "the subject's wallet key file; required")
	cmd.Flags().StringVar(&to, "to", "", "key file of the wallet to move to; required")
	require(cmd, "wallet", "to")
	return cmd
}
