package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/uses"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/use"
)

// listTimeout is how long one use list may take to come: 16 MB for a million people.
const listTimeout = 2 * time.Minute

// outcome is what a person learns of a job.
type outcome string

// The outcomes.
const (
	wasUsed    outcome = "used"
	wasNotUsed outcome = "not used"
	notShown   outcome = "not shown"      // no place has the job's list
	unverified outcome = "not verifiable" // what places have is not what was charged
)

// jobUse is a job as a person is shown it.
type jobUse struct {
	Job        common.Hash    `json:"job"`
	Version    uint32         `json:"datasetVersion"`
	ChargedAt  time.Time      `json:"chargedAt"`
	Researcher common.Address `json:"researcher"`
	Recipient  string         `json:"recipient"`
	Purpose    string         `json:"purpose"`
	Kind       string         `json:"kind"`
	Release    string         `json:"release"`
	State      string         `json:"state"`
	Outcome    outcome        `json:"outcome"`
	Why        string         `json:"why,omitempty"`

	before bool // charged before the person was enrolled
	err    error
	proof  use.Proof
	of     *client.Charged
}

// datasetUses are a person's uses in one dataset.
type datasetUses struct {
	Dataset   common.Hash    `json:"dataset"`
	Pseudonym common.Address `json:"pseudonym"`
	// Enrolled is the round of the enrolment; zero when the ledger does not know the pseudonym.
	Enrolled uint64   `json:"enrolledRound,string"`
	Before   int      `json:"jobsBefore"` // charged before that, and left out
	Jobs     []jobUse `json:"jobs"`

	person *person
}

func (a *App) consentUses() *cobra.Command {
	var w who
	var from []string
	var all bool
	var proofOf, membershipFile, out string
	cmd := &cobra.Command{
		Use: "uses DATASET...", Short: "Show every use and non-use of a subject's rows, verified on this machine",
		Args: cobra.MinimumNArgs(1),
		Long: `Show every job that was charged on datasets since you were enrolled, and whether your
rows were used in it. Each answer is computed here, by your proof key, from the use list that the
job's charge commits to.

No request names you. Of each dataset all jobs are read, all lists are fetched, each whole, and the
events of its whole ledger, whether you are in them or not: a place that shows lists, or the
gateway, sees which datasets are looked at from here, and no pseudonym. Run it for one dataset at a
time, or over different connections, if even that is too much.

Name the wallet that you enrolled with: proofs stay with it when consent moves to another. With
--proof it writes a statement for others, which shows the use or non-use of your rows in one job to
those who have the job's audit bundle:

  assent consent uses DATASET --wallet alice.key --proof JOB --membership membership.json --out statement.json
  assent consent verify-use statement.json --bundle job.bundle --trust-root trust-root.json

Those who have a statement can look for this pseudonym in all jobs on that version of the dataset.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			wanted, err := proofFlags(proofOf, membershipFile, out)
			if err != nil {
				return err
			}
			places, err := a.usePlaces(from)
			if err != nil {
				return err
			}
			found := make([]datasetUses, len(args))
			for i, id := range args {
				p, err := a.person(cmd, w, id)
				if err != nil {
					return err
				}
				if found[i], err = lookUp(cmd.Context(), p, places, all); err != nil {
					return err
				}
			}
			if wanted != nil {
				if err := a.state(cmd.Context(), found, *wanted, membershipFile, out); err != nil {
					return err
				}
			}
			err = a.Result(map[string]any{"datasets": found}, func(w io.Writer) {
				for i := range found {
					found[i].print(w)
				}
			})
			if err != nil {
				return err
			}
			return verdict(found)
		},
	}
	w.flags(cmd)
	f := cmd.Flags()
	f.StringArrayVar(&from, "from", nil,
		"folder or URL where workers show use lists; may be given several times; those in the network file when not "+
			"given")
	f.BoolVar(&all, "all", false, "also jobs that were charged before you were enrolled")
	f.StringVar(&proofOf, "proof", "", "job of which to write a statement for others")
	f.StringVar(&membershipFile, "membership", "",
		"with --proof, your membership in the dataset version, from the custodian: assent dataset membership")
	f.StringVarP(&out, "out", "o", "", "with --proof, the new file for the statement")
	require(cmd, "wallet")
	return cmd
}

// proofFlags reads which job a statement is wanted of; nil when none is.
func proofFlags(proofOf, membership, out string) (*common.Hash, error) {
	switch {
	case proofOf == "" && membership == "" && out == "":
		return nil, nil
	case proofOf == "" || membership == "" || out == "":
		return nil, term.Fail(term.ExitInput, "", "a statement needs all three of --proof, --membership and --out")
	}
	id, err := parseHash("--proof: job", proofOf)
	return &id, err
}

// usePlaces are the places named, or those of the network file.
func (a *App) usePlaces(from []string) ([]uses.Place, error) {
	if len(from) == 0 {
		f, err := a.Network()
		if err != nil {
			return nil, err
		}
		from = f.Uses
	}
	if len(from) == 0 {
		return nil, term.Fail(term.ExitInput, "name it with --from: operators and custodians say where their lists are",
			"the network file names no folder or site with use lists")
	}
	places := make([]uses.Place, len(from))
	for i, name := range from {
		var err error
		if places[i], err = uses.Open(name, &http.Client{Timeout: listTimeout}); err != nil {
			return nil, err
		}
	}
	return places, nil
}

// lookUp finds out about all jobs of a dataset. What it reads and fetches, and in which order, is the same for
// everyone.
func lookUp(ctx context.Context, p *person, places []uses.Place, all bool) (datasetUses, error) {
	found := datasetUses{Dataset: p.id, Pseudonym: p.address, Jobs: []jobUse{}, person: p}
	charged, err := p.client.Charged(ctx, p.now, p.id)
	if err != nil {
		return found, err
	}
	first, err := p.client.FirstChanges(ctx, p.now, p.record.Ledger)
	if err != nil {
		return found, err
	}
	found.Enrolled = first[p.address]
	for i := range charged {
		u := lookAt(ctx, p, places, &charged[i])
		if u.before = found.Enrolled == 0 || charged[i].ConsentRound < found.Enrolled; u.before && !all {
			found.Before++
			if u.err == nil { // a forged list is reported for every job
				continue
			}
		}
		found.Jobs = append(found.Jobs, u)
	}
	return found, ctx.Err()
}

// lookAt finds out about one job.
func lookAt(ctx context.Context, p *person, places []uses.Place, c *client.Charged) jobUse {
	s := &c.Spec
	u := jobUse{
		Job: c.ID, Version: s.DatasetVersion, ChargedAt: time.Unix(int64(c.ChargedAt), 0).UTC(),
		Researcher: s.Researcher,
		Recipient:  s.Recipient.String(), Purpose: s.Purpose.String(), Kind: s.Kind.String(),
		Release: s.Release.String(),
		State:   c.State().String(), of: c,
	}
	list, err := uses.Find(ctx, places, c.Use())
	if err == nil {
		var used bool
		u.proof, used, err = uses.Look(list, c.Use(), p.proof, p.address)
		if u.Outcome = wasNotUsed; used {
			u.Outcome = wasUsed
		}
	}
	switch {
	case err == nil:
	case errors.Is(err, uses.ErrOtherList), errors.Is(err, use.ErrPoint), errors.Is(err, use.ErrProof):
		u.Outcome, u.Why, u.err = unverified, err.Error(), err
	case errors.Is(err, uses.ErrNotShown):
		u.Outcome = notShown
		u.Why = fmt.Sprintf("ask the operator %s, whose worker made it, or the dataset's custodian", c.Operator)
	default:
		u.Outcome, u.Why = notShown, err.Error()
	}
	return u
}

func (d *datasetUses) print(w io.Writer) {
	fmt.Fprintf(w, "dataset   %s\npseudonym %s\n", d.Dataset, d.Pseudonym)
	if d.Enrolled == 0 {
		fmt.Fprintln(w, "not enrolled with this wallet: no rows are used under this pseudonym")
	}
	for i := range d.Jobs {
		u := &d.Jobs[i]
		fmt.Fprintf(w, "\n%-14s job %s\n  charged %s on version %d, %s; %s for %s, %s release\n  for %s (%s)\n",
			u.Outcome, u.Job,
			u.ChargedAt.Format(
				time.DateOnly), u.Version, u.State, u.Kind, u.Purpose, u.Release, u.Researcher, u.Recipient)
		if u.before {
			fmt.Fprintln(w, "  before you were enrolled")
		}
		if u.Why != "" {
			fmt.Fprintf(w, "  %s\n", term.Printable(u.Why))
		}
	}
	since := "before you were enrolled"
	if d.Enrolled == 0 {
		since = "on this dataset"
	} else if len(d.Jobs) == 0 {
		fmt.Fprintln(w, "no job was charged since you were enrolled")
	}
	if d.Before > 0 {
		fmt.Fprintf(w, "\n%s charged %s; to see them: --all\n", count(d.Before, "job was", "jobs were"), since)
	}
}

// verdict is the error for lists that are not those that were charged. It depends on the lists alone, never on what a
// person found in them.
func verdict(found []datasetUses) error {
	for i := range found {
		for j := range found[i].Jobs {
			if u := &found[i].Jobs[j]; u.Outcome == unverified {
				return term.Fail(term.ExitVerify,
					"name another place with --from, or ask the operator and the custodian",
					"the use list of job %s: %w", u.Job, u.err)
			}
		}
	}
	return nil
}

// state writes the statement of use or non-use in one job.
func (a *App) state(ctx context.Context, found []datasetUses, id common.Hash, membershipFile, out string) error {
	for i := range found {
		for j := range found[i].Jobs {
			if u := &found[i].Jobs[j]; u.Job == id {
				return a.stateOf(ctx, found[i].person, u, membershipFile, out)
			}
		}
	}
	return term.Fail(term.ExitInput, "--all names jobs from before you were enrolled, too",
		"job %s is none that was charged on these datasets since you were enrolled", id)
}

func (a *App) stateOf(ctx context.Context, p *person, u *jobUse, membershipFile, out string) error {
	if u.Outcome != wasUsed && u.Outcome != wasNotUsed {
		return term.Fail(term.ExitInput, "", "there is no statement on job %s: %s", u.Job, u.Why)
	}
	b, err := os.ReadFile(membershipFile)
	if err != nil {
		return fmt.Errorf("reading the membership: %w", err)
	}
	var o offered
	if err := canonical.Unmarshal(b, &o); err != nil {
		return term.Fail(term.ExitInput, "ask the custodian for a file of: assent dataset membership", "reading %s: %w",
			membershipFile, err)
	}
	m := o.membership()
	policy, err := p.now.Policy(ctx, p.id, u.of.Spec.PolicyVersion)
	if err != nil {
		return err
	}
	version, err := p.now.Version(ctx, p.id, u.Version)
	if err != nil {
		return err
	}
	roster := use.Roster{Domain: p.client.RegistryDomain(), Enroller: policy.Enroller, Root: version.RosterRoot}
	if m, err = m.Countersign(roster.Domain, roster.Enroller, p.key); err == nil {
		err = m.Verify(roster.Domain, roster.Enroller, roster.Root)
	}
	if err != nil {
		return term.Fail(term.ExitVerify,
			fmt.Sprintf("ask the custodian for your membership in version %d: assent dataset membership", u.Version),
			"the membership in %s: %w", filepath.Base(membershipFile), err)
	}
	statement, err := p.proof.State(u.of.Use(), m, u.proof, a.Rand)
	if err != nil {
		return err
	}
	if _, err := statement.Verify(u.of.Use(), roster); err != nil {
		return err
	}
	if err := writeJSON(out, statement); err != nil {
		return err
	}
	a.Note("wrote %s: who has it can look for this pseudonym in all jobs on version %d of the dataset", out, u.Version)
	return nil
}

func (a *App) consentVerifyUse() *cobra.Command {
	var bundleFile string
	var with verification
	cmd := &cobra.Command{
		Use: "verify-use FILE", Short: "Verify a subject's statement of use or non-use, offline",
		Args: cobra.ExactArgs(1),
		Long: `Verify a subject's statement of use or non-use, offline: first the job's audit bundle,
by the trust root, and then the statement by the bundle's receipt and roster. Nothing is asked of a
network.`,
		RunE: func(_ *cobra.Command, args []string) error {
			raw, err := os.ReadFile(args[0])
			if err != nil {
				return fmt.Errorf("reading the statement: %w", err)
			}
			s, err := use.ParseStatement(raw)
			if err != nil {
				return term.Fail(term.ExitInput, "ask for a file of: assent consent uses --proof", "reading %s: %w",
					args[0], err)
			}
			report, err := a.verify(&with, bundleFile)
			if err != nil {
				return err
			}
			if err := report.Err(); err != nil {
				return term.Fail(term.ExitVerify, "see what fails: assent audit verify "+bundleFile, "verifying %s: %w",
					filepath.Base(bundleFile), err)
			}
			used, err := s.Verify(report.Facts.Use, report.Facts.Roster)
			if err != nil {
				return term.Fail(term.ExitVerify, "do not rely on it; was it made for the job of this bundle?",
					"verifying %s: %w", filepath.Base(args[0]), err)
			}
			return a.printUse(&s, &report.Facts, used)
		},
	}
	with.flags(cmd)
	cmd.Flags().StringVar(&bundleFile, "bundle", "", "the job's audit bundle; required")
	require(cmd, "bundle")
	return cmd
}

// printUse tells what a statement shows.
func (a *App) printUse(s *use.Statement, f *audit.Facts, used bool) error {
	o := wasNotUsed
	if used {
		o = wasUsed
	}
	pseudonym := s.Membership.Entry.Pseudonym
	return a.Result(map[string]any{
		"job": f.Job, "dataset": f.Dataset, "datasetVersion": f.DatasetVersion, "pseudonym": pseudonym, "used": used,
	}, func(w io.Writer) {
		fmt.Fprintf(w, "VERIFIED: the rows of %s were %s in job %s\n", pseudonym, o, f.Job)
		fmt.Fprintf(w, "dataset    %s, version %d\npurpose    %s, %s, %s release\nresearcher %s (%s)\nreleased   %s\n",
			f.Dataset,
			f.DatasetVersion, f.Purpose, f.Kind, f.Release, f.Researcher, term.Printable(f.Recipient),
			f.Moment.Format(time.RFC3339))
	})
}
