package cli

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/pseudonym"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/signature"
	"github.com/assent-network/assent/protocol/use"
)

// Site is the origin that a subject's wallet signs for when consent is given from the command line.
const Site = "https://cli.assent.example"

func (a *App) consentCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "consent",
		Short: "Grant, narrow, revoke and show a subject's consent",
		Long: `What a data subject does. The wallet's key never appears on chain: it derives a
pseudonym per dataset, which signs.

  assent key new wallet.key
  assent consent pseudonym DATASET --wallet wallet.key     pseudonym and proof key: take them to the custodian
  assent consent grant DATASET --wallet wallet.key --purposes FAIR --ticket ticket.json --key relayer.key
  assent consent show DATASET --wallet wallet.key
  assent consent revoke DATASET --wallet wallet.key --key relayer.key
  assent consent uses DATASET --wallet wallet.key          every use and non-use of your rows, verified

--key pays for the transaction and says nothing about you; a relayer can do it: see --output and assent consent
submit.`,
	}
	cmd.AddCommand(a.consentPseudonym(), a.consentGrant(), a.consentRevoke(), a.consentSubmit(), a.consentShow(),
		a.consentRotate(),
		a.consentUses(), a.consentVerifyUse())
	return cmd
}

// seed derives a subject's seed from the wallet's key, by two signatures of one message as the page of a site asks for
// them.
func (a *App) seed(wallet, site string) (*pseudonym.Seed, error) {
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

// who are the flags that say as whom a subject acts.
type who struct {
	wallet string
	site   string // at which the wallet signs
	ward   uint32
	shared string
}

func (w *who) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&w.wallet, "wallet", "", "the subject's wallet key file; required")
	f.StringVar(&w.site, "site", Site, "the site at which the wallet signs; this program's own when "+
		"consent is given by it")
	f.Uint32Var(&w.ward, "ward", pseudonym.Oneself,
		"number of the person for whom you are guardian, from 1 on; 0 is yourself")
	f.StringVar(&w.shared, "shared-pseudonym", "",
		"agree beforehand to the pseudonym of this family of datasets, as FOUNDER/FAMILY, instead of being asked")
}

// person is a subject in a dataset.
type person struct {
	*opened
	key      *ecdsa.PrivateKey
	address  common.Address
	proof    *use.Key // whose public key is proofKey
	proofKey common.Hash
}

// person derives the pseudonym of a subject in a dataset, if the dataset has a right to it.
func (a *App) person(cmd *cobra.Command, w who, dataset string) (*person, error) {
	s, err := a.seed(w.wallet, w.site)
	if err != nil {
		return nil, err
	}
	d, err := a.openDataset(cmd.Context(), dataset)
	if err != nil {
		return nil, err
	}
	domain, err := a.domain(d, w.shared)
	if err != nil {
		return nil, err
	}
	key, err := s.Key(domain, w.ward)
	if err != nil {
		return nil, err
	}
	proof, err := s.ProofKey(domain, w.ward)
	if err != nil {
		return nil, err
	}
	return &person{
		opened: d, key: key, address: crypto.PubkeyToAddress(key.PublicKey), proof: proof, proofKey: proof.Public(),
	}, nil
}

// basis is what a person signs on.
func (p *person) basis(ctx context.Context) (*client.GrantBasis, error) {
	return p.client.GrantBasis(ctx, p.now, p.id, p.address)
}

// adviseOnNonces adds what to do next for a pseudonym that has used up its nonces.
func adviseOnNonces(err error) error {
	if errors.Is(err, client.ErrNonces) {
		return term.Fail(term.ExitPolicy, "only a revocation is left: assent consent revoke", "%w", err)
	}
	return err
}

func (a *App) consentPseudonym() *cobra.Command {
	var w who
	cmd := &cobra.Command{
		Use: "pseudonym DATASET", Short: "Print a subject's pseudonym and proof key in a dataset",
		Args: cobra.ExactArgs(1),
		Long: `Print a subject's pseudonym and proof key in a dataset, on one line. The custodian, who
knows you, enrols both. The proof key is how you, and no one else, can tell from a job's record
whether your rows were used.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := a.person(cmd, w, args[0])
			if err != nil {
				return err
			}
			return a.Result(map[string]any{"dataset": p.id, "pseudonym": p.address, "proofKey": p.proofKey},
				func(w io.Writer) {
					fmt.Fprintln(w, p.address.Hex(), p.proofKey.Hex())
				})
		},
	}
	w.flags(cmd)
	require(cmd, "wallet")
	return cmd
}

// signedConsent is what a subject hands to a relayer: a signed grant, with a ticket when it is the first.
type signedConsent struct {
	Grant  grant.Signed        `json:"grant"`
	Ticket *grant.SignedTicket `json:"ticket,omitempty"`
}

// grantTerms are the flags that say what is granted, and how.
type grantTerms struct {
	purposes, kinds, from, until, conditions, language, keep string
	class                                                    uint8
	exact, guardian                                          bool
}

func (t *grantTerms) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&t.purposes, "purposes", "", "purposes by code, separated by commas, for example FAIR,HMB; required")
	f.StringVar(&t.kinds, "kinds", "query,fairness", "kinds of computation")
	f.BoolVar(&t.exact, "exact", false, "also for exact, reviewed releases")
	f.StringVar(&t.conditions, "conditions", "",
		"what the policy has to promise at least: open, protected, nonprofit or public; what it promises now when "+
			"not given")
	f.StringVar(&t.from, "from", "", "first day (YYYY-MM-DD); today when not given")
	f.StringVar(&t.until, "until", "", "first day on which it no longer counts; in a year when not given")
	f.Uint8Var(&t.class, "epsilon-class", uint8(budget.UnlimitedClass), classHelp())
	f.StringVar(&t.language, "language", "en", "language in which you read what you consent to")
	f.BoolVar(&t.guardian, "guardian", false, "you consent for a person whose guardian you are; so does --ward")
	f.StringVar(&t.keep, "keep", "",
		"new file for the circumstances, of which the grant has a commitment; beside the wallet when not given")
}

// request reads what is granted, and draws the circumstances that the grant commits to.
func (a *App) request(t *grantTerms, ward uint32) (r client.GrantRequest, err error) {
	r = client.GrantRequest{Exact: t.exact, Class: budget.Class(t.class), At: a.Now()}
	if r.Purposes, err = purpose.ParseSet(t.purposes); err != nil {
		return r, term.Fail(term.ExitInput, "the purposes are: "+purpose.All.String(), "%w", err)
	}
	if r.Kinds, err = parseKinds(t.kinds); err != nil {
		return r, err
	}
	if t.conditions != "" {
		asked, err := condition.Parse(t.conditions)
		if err != nil {
			return r, err
		}
		r.Conditions = &asked
	}
	if r.NotBefore, err = parseDay(t.from, 0); err != nil {
		return r, err
	}
	if r.Expiry, err = parseDay(t.until, 0); err != nil {
		return r, err
	}
	r.Circumstances, err = grant.NewCircumstances(t.language, t.guardian || ward != pseudonym.Oneself, a.Rand)
	return r, err
}

// grant makes the grant of a person, and the circumstances that it commits to.
func (a *App) grant(
	cmd *cobra.Command, p *person, t *grantTerms, ward uint32,
) (grant.Grant, grant.Circumstances, error) {
	basis, err := p.basis(cmd.Context())
	if err != nil {
		return grant.Grant{}, grant.Circumstances{}, err
	}
	if err := a.warnClass(cmd, p, budget.Class(t.class)); err != nil {
		return grant.Grant{}, grant.Circumstances{}, err
	}
	r, err := a.request(t, ward)
	if err != nil {
		return grant.Grant{}, grant.Circumstances{}, err
	}
	for _, each := range r.Purposes.Purposes() {
		if purpose.SetOf(each).Closure()&basis.Promise.Purposes == 0 {
			a.Note("the policy allows no job for %s: that part of the consent lies idle as long as it does not",
				purpose.SetOf(each))
		}
	}
	r.Purposes = r.Purposes.Closure()
	g, err := basis.Grant(r)
	return g, r.Circumstances, adviseOnNonces(err)
}

// keep writes the circumstances of a grant to a file that is the subject's alone, and returns its name. It comes before
// the grant leaves this program: who has the grant accepted and not its circumstances can never show how it was given.
func (a *App) keep(path, wallet string, g grant.Grant, c grant.Circumstances) (string, error) {
	if path == "" {
		name := fmt.Sprintf("circumstances-%x-%d.json", g.Dataset[:4], g.Nonce)
		if path = name; !strings.HasPrefix(wallet, "dev:") {
			path = filepath.Join(filepath.Dir(wallet), name)
		}
	}
	b, err := json.MarshalIndent(map[string]any{"dataset": g.Dataset, "pseudonym": g.Pseudonym, "nonce": g.Nonce,
		"circumstances": c}, "", "  ")
	if err != nil {
		return "", fmt.Errorf("encoding the circumstances: %w", err)
	}
	if err := wholefile.New(path, append(b, '\n'), 0o600); err != nil {
		return "", fmt.Errorf("keeping the circumstances of the consent: %w", err)
	}
	return path, nil
}

// settle says where the circumstances of a grant are kept that was handed on, and removes them when it certainly was
// not: cause is why it failed, if it did. When that is not known, they stay.
func (a *App) settle(ctx context.Context, p *person, g grant.Grant, path string, cause error) error {
	current := func() (grant.Entry, error) { return p.client.Entry(ctx, p.record.Ledger, p.address) }
	switch {
	case cause == nil:
		a.Note("kept in %s in which language, and whether by a guardian, this consent was given: show it only to "+
			"those whom you choose", path)
	case neverRecorded(cause, g, current):
		if err := os.Remove(path); err != nil {
			a.Note("%s is of no use, as the grant is not on record, and could not be removed: %v", path, err)
		}
	default:
		a.Note("the grant may be on record all the same: keep %s until assent consent show tells", path)
	}
	return cause
}

// unwrittenError says why the file for a relayer was not written.
type unwrittenError struct{ error }

func (e unwrittenError) Unwrap() error { return e.error }

// neverRecorded reports whether a grant that failed cannot be on record: its file for a relayer was not written, or it
// was refused or not sent, and the ledger has another one.
func neverRecorded(cause error, g grant.Grant, current func() (grant.Entry, error)) bool {
	var unwritten unwrittenError
	if errors.As(cause, &unwritten) {
		return true
	}
	var refused *solidity.Error
	if !errors.As(cause, &refused) && !errors.Is(cause, account.ErrNotSent) {
		return false
	}
	e, err := current()
	return err == nil && e.Nonce != g.Nonce
}

func (a *App) consentGrant() *cobra.Command {
	var w who
	var t grantTerms
	var ticketFile, textFile, out string
	cmd := &cobra.Command{
		Use: "grant DATASET", Short: "Give consent, or change it: the newest grant is the one that counts",
		Args: cobra.ExactArgs(1),
		Long: `Give consent, or change it: the newest grant is the one that counts. The chain has the
hash of the text that you agree to, not the text: with --text it is held against that hash and shown
before you sign.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := a.person(cmd, w, args[0])
			if err != nil {
				return err
			}
			agreed, err := p.now.Policy(cmd.Context(), p.id, p.record.PolicyVersion)
			if err != nil {
				return err
			}
			var c signedConsent
			if ticketFile != "" {
				c.Ticket = new(grant.SignedTicket)
				if err := readJSON(ticketFile, c.Ticket); err != nil {
					return fmt.Errorf("reading the ticket: %w", err)
				}
			}
			if err := a.showText(textFile, t.language, agreed.Text); err != nil {
				return err
			}
			g, circumstances, err := a.grant(cmd, p, &t, w.ward)
			if err != nil {
				return err
			}
			a.describe(g)
			e := grant.Entry{Purposes: g.Purposes, Kinds: g.Kinds, Exact: g.Exact, Conditions: g.Conditions}
			if unmet := client.Unmet(&e, &agreed.Promise); unmet != "" {
				a.Note("As things stand no job counts your rows: %s.", unmet)
			}
			if c.Grant, err = g.Sign(p.client.LedgerDomain(p.record.Ledger), p.key); err != nil {
				return err
			}
			handOn, err := a.outlet(cmd, p.client, p.record.Ledger, out)
			if err != nil {
				return err
			}
			path, err := a.keep(t.keep, w.wallet, g, circumstances)
			if err != nil {
				return err
			}
			return a.settle(cmd.Context(), p, g, path, handOn(c))
		},
	}
	w.flags(cmd)
	t.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&ticketFile, "ticket", "", "the custodian's ticket, for the first grant")
	f.StringVar(&textFile, "text", "", "the custodian's file with the consent text in all its languages, "+
		"to read and check")
	f.StringVarP(&out, "output", "o", "",
		"write the signed grant to a new file for a relayer, instead of submitting it")
	require(cmd, "wallet", "purposes")
	return cmd
}

// warnClass says that private statistics have passed a limit already, so that no further one counts the person.
func (a *App) warnClass(cmd *cobra.Command, p *person, class budget.Class) error {
	b, err := p.now.Budget(cmd.Context(), p.id)
	if err != nil {
		return err
	}
	if class != budget.NoPrivateUse && class.Validate() == nil && !class.Allows(b.Used()) {
		a.Warn("the limit %d, %s, is used up: the dataset has spent rho %s, so no further private job counts you",
			class,
			class.Words(), b.Used().Rho.Spelling())
	}
	return nil
}

// usedUp are the limits that no further private job of a dataset is within.
func usedUp(spent budget.Cost) (words []string) {
	for c := range budget.Class(budget.Classes) {
		if c != budget.NoPrivateUse && !c.Allows(spent) {
			words = append(words, fmt.Sprintf("%d (%s)", c, c.Words()))
		}
	}
	return words
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
	a.Note("  - %s", g.Conditions.Words())
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

// outlet returns what hands a signed grant on: it submits it, or writes it to a new file for a relayer when out names
// one.
func (a *App) outlet(
	cmd *cobra.Command, c *client.Client, ledger common.Address, out string,
) (func(signedConsent) error, error) {
	if out != "" {
		return func(s signedConsent) error {
			b, err := canonical.Written(s)
			if err == nil {
				err = wholefile.New(out, b, 0o644)
			}
			if err != nil {
				return unwrittenError{err}
			}
			return nil
		}, nil
	}
	key, err := a.Key()
	if err != nil {
		return nil, err
	}
	relayer := c.Account(key)
	return func(s signedConsent) error { return a.submit(cmd, c, relayer, ledger, s) }, nil
}

func (a *App) submit(cmd *cobra.Command, c *client.Client, relayer *account.Account, ledger common.Address,
	s signedConsent) error {
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
	if s.Grant.IsRevocation() {
		done = "revoked"
	}
	return a.Result(map[string]any{"dataset": s.Grant.Dataset, "pseudonym": s.Grant.Pseudonym,
		"done": done},
		func(w io.Writer) {
			fmt.Fprintf(w, "%s for %s\n", done, s.Grant.Pseudonym)
		})
}

func (a *App) consentRevoke() *cobra.Command {
	var w who
	var out string
	cmd := &cobra.Command{
		Use: "revoke DATASET", Short: "Take all consent back", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := a.person(cmd, w, args[0])
			if err != nil {
				return err
			}
			basis, err := p.basis(cmd.Context())
			if err != nil {
				return err
			}
			revocation, err := basis.Revocation(a.Now())
			if err != nil {
				return err
			}
			signed, err := revocation.Sign(p.client.LedgerDomain(p.record.Ledger), p.key)
			if err != nil {
				return err
			}
			handOn, err := a.outlet(cmd, p.client, p.record.Ledger, out)
			if err != nil {
				return err
			}
			return handOn(signedConsent{Grant: signed})
		},
	}
	w.flags(cmd)
	cmd.Flags().StringVarP(&out, "output", "o", "", "write the signed revocation to a new file for a relayer, instead "+
		"of submitting it")
	require(cmd, "wallet")
	return cmd
}

func (a *App) consentShow() *cobra.Command {
	var w who
	var address string
	cmd := &cobra.Command{
		Use: "show DATASET", Short: "Show what a subject has on record", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			d, err := a.openDataset(ctx, args[0])
			if err != nil {
				return err
			}
			var subject common.Address
			if address != "" {
				subject, err = parseAddress("--pseudonym", address)
			} else {
				var p *person
				if p, err = a.person(cmd, w, args[0]); err == nil {
					subject = p.address
				}
			}
			if err != nil {
				return err
			}
			e, err := d.now.Entry(ctx, d.record.Ledger, subject)
			if err != nil {
				return err
			}
			current, err := d.now.Current(ctx, d.record.Ledger, subject)
			if err != nil {
				return err
			}
			agreed, err := d.now.Policy(ctx, d.id, d.record.PolicyVersion)
			if err != nil {
				return err
			}
			none := noGrant(e, current)
			why := none
			if why == "" {
				why = idle(e, d.record, agreed.Promise, d.now.Round.Day())
			}
			spent, err := d.now.Budget(ctx, d.id)
			if err != nil {
				return err
			}
			limited := overLimit(e, spent.Used())
			if why == "" && !e.Exact {
				why = limited
			}
			return a.Result(map[string]any{
				"pseudonym": subject, "entry": e, "current": current, "counts": why == "", "why": why,
			}, func(w io.Writer) {
				fmt.Fprintf(w, "pseudonym  %s\n", subject)
				if none != "" {
					fmt.Fprintln(w, none)
				} else {
					fmt.Fprintf(w,
						"purposes   %s\nkinds      %s\nexact      %v\nconditions %s\nlimit      %s\nfrom %s until %s, "+
							"policy version %d\n",
						e.Purposes, e.Kinds, e.Exact, e.Conditions, e.EpsilonClass.Words(), e.NotBefore, e.Expiry,
						e.PolicyVersion)
					if why == "" {
						why = limited
					}
					if why != "" {
						fmt.Fprintln(w, why)
					}
				}
				if e.Enrolled {
					fmt.Fprintf(w, "enrolled in round %d\n", e.OriginBlock)
				}
			})
		},
	}
	w.flags(cmd)
	cmd.Flags().StringVar(&address, "pseudonym", "", "a pseudonym, instead of a wallet")
	return cmd
}

// noGrant says of a pseudonym that has no grant why that is; nothing when it has one. current is who the person is now.
func noGrant(e grant.Entry, current common.Address) string {
	switch {
	case !e.Enrolled && !e.Revoked:
		return "not enrolled"
	case e.Rotated:
		return fmt.Sprintf("replaced by another key: the person is now %s", current)
	case e.Revoked:
		return "revoked by the custodian, for good"
	case e.Purposes == 0:
		return "revoked"
	}
	return ""
}

// idle says why a grant counts for no job today, whatever the job asks; nothing when it may count.
func idle(e grant.Entry, d contracts.Dataset, p policy.Promise, today day.Day) string {
	unmet := client.Unmet(&e, &p)
	switch {
	case e.PolicyVersion < d.MinGrantVersion:
		return fmt.Sprintf(
			"It does not count: the policy asks more since version %d. To agree to that: assent consent grant",
			d.MinGrantVersion)
	case today < e.NotBefore:
		return "It does not count yet."
	case today >= e.Expiry:
		return "It does not count: its time is over. To consent again: assent consent grant"
	case unmet != "":
		return "It does not count: " + unmet + ". To change it: assent consent grant"
	case d.Stopped:
		return "It does not count while the dataset is stopped."
	}
	return ""
}

// overLimit says what no longer counts a person, as private statistics of the dataset have passed the grant's limit;
// nothing while they have not.
func overLimit(e grant.Entry, spent budget.Cost) string {
	switch {
	case e.EpsilonClass == budget.NoPrivateUse && !e.Exact:
		return "It does not count: it allows neither private statistics nor exact releases. To allow some: " +
			"assent consent grant"
	case e.EpsilonClass == budget.NoPrivateUse, e.EpsilonClass.Allows(spent):
		return ""
	case e.Exact:
		return "No private job counts it: the dataset has spent what its limit allows. Exact ones may."
	}
	return "It does not count: the dataset has spent what its limit allows, and it allows no exact release. To allow " +
		"more: assent consent grant"
}

func (a *App) consentRotate() *cobra.Command {
	var w who
	var to string
	var toWard uint32
	cmd := &cobra.Command{
		Use: "rotate DATASET", Short: "Move consent to the pseudonym of another wallet", Args: cobra.ExactArgs(1),
		Long: `Move consent to the pseudonym of another wallet, or of another ward. Your rows follow. A
pseudonym is replaced once a day (UTC) at most, and eight times until the custodian adds a version
of the dataset. The proof key stays that of the wallet you enrolled with.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			from, err := a.person(cmd, w, args[0])
			if err != nil {
				return err
			}
			// which was agreed to above
			next := who{wallet: to, site: w.site, ward: w.ward, shared: familyOf(&from.record)}
			if cmd.Flags().Changed("to-ward") {
				next.ward = toWard
			}
			target, err := a.person(cmd, next, args[0])
			if err != nil {
				return err
			}
			basis, err := from.basis(cmd.Context())
			if err != nil {
				return err
			}
			rotation, err := basis.Rotation(target.address, a.Now())
			if err != nil {
				return adviseOnNonces(err)
			}
			r, err := rotation.Sign(from.client.LedgerDomain(from.record.Ledger), from.key, target.key)
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
			return a.Result(map[string]any{"from": from.address, "to": target.address}, func(w io.Writer) {
				fmt.Fprintf(w, "rotated %s to %s\n", from.address, target.address)
			})
		},
	}
	w.flags(cmd)
	cmd.Flags().StringVar(&to, "to", "", "key file of the wallet to move to; required")
	cmd.Flags().Uint32Var(&toWard, "to-ward", pseudonym.Oneself,
		"number of the ward at that wallet; that of --ward when not given")
	require(cmd, "wallet", "to")
	return cmd
}
