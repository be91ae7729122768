package cli

import (
	"cmp"
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/roster"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/merkle"
	"github.com/assent-network/assent/protocol/signature"
	"github.com/assent-network/assent/protocol/use"
)

func (a *App) datasetTicket() *cobra.Command {
	var rosterFile, subject, out string
	var life time.Duration
	cmd := &cobra.Command{
		Use:   "ticket DATASET PSEUDONYM PROOFKEY",
		Short: "Enrol a known subject: sign a ticket and note pseudonym and proof key in the roster",
		Long: `Enrol a known subject: sign a ticket and note pseudonym and proof key in the roster. The
subject prints both with assent consent pseudonym.`,
		Args: cobra.ExactArgs(3),
		RunE: func(cmd *cobra.Command, args []string) error {
			pseudonym, err := parseAddress("pseudonym", args[1])
			if err != nil {
				return err
			}
			proofKey, err := parseHash("proof key", args[2])
			if err != nil {
				return err
			}
			if err := use.CheckPoint(proofKey); err != nil {
				return term.Fail(term.ExitInput, "take it as the subject's assent consent pseudonym prints it", "%w",
					err)
			}
			d, key, err := a.openAsEnroller(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			expiry, err := after(d.now.Round, "--for", life)
			if err != nil {
				return err
			}
			ticket, err := grant.Ticket{Dataset: d.id, Pseudonym: pseudonym, ProofKey: proofKey, Expiry: expiry}.
				Sign(d.client.LedgerDomain(d.record.Ledger), key)
			if err != nil {
				return err
			}
			r, err := roster.LoadOrNew(rosterFile)
			if err != nil {
				return err
			}
			// First the roster: a ticket enrols, and a dataset version wants everyone who enrolled to be in it. When
			// the ticket cannot be written, the same command writes it the next time.
			if err := r.Add(subject, pseudonym, proofKey, a.Rand); err != nil {
				return err
			}
			if err := r.Save(rosterFile); err != nil {
				return err
			}
			if out == "" {
				return (&term.Terminal{Out: a.Out, JSON: true}).Result(ticket, nil)
			}
			return writeJSON(out, ticket)
		},
	}
	f := cmd.Flags()
	f.StringVar(&rosterFile, "roster", "",
		"the custodian's roster: who has which pseudonym; made when it is not there; required")
	f.StringVar(&subject, "subject", "", "the subject's name in the table; required")
	f.StringVarP(&out, "output", "o", "", "write the ticket to a new file instead of printing it")
	f.DurationVar(&life, "for", 30*24*time.Hour, "how long the ticket enrols")
	require(cmd, "roster", "subject")
	return cmd
}

// openAsEnroller reads a dataset whose enroller has the key of --key, and returns that key.
func (a *App) openAsEnroller(ctx context.Context, arg string) (*opened, *ecdsa.PrivateKey, error) {
	key, err := a.Key()
	if err != nil {
		return nil, nil, err
	}
	d, err := a.openDataset(ctx, arg)
	if err != nil {
		return nil, nil, err
	}
	if signer := crypto.PubkeyToAddress(key.PublicKey); signer != d.record.Enroller {
		return nil, nil, term.Fail(term.ExitInput, "name the enroller's key with --key",
			"the enroller of dataset %s is %s, this key is %s", d.id, d.record.Enroller, signer)
	}
	return d, key, nil
}

// offered is a membership as the enroller signs it, which the subject has yet to countersign.
type offered struct {
	Dataset    common.Hash         `json:"dataset"`
	Version    uint32              `json:"version"`
	RosterRoot common.Hash         `json:"rosterRoot"`
	Entry      dataset.RosterEntry `json:"entry"`
	Proof      merkle.Proof        `json:"proof"`
	Enroller   signature.Signature `json:"enrollerSignature"`
}

func (o offered) membership() dataset.Membership {
	return dataset.Membership{Dataset: o.Dataset, Version: o.Version, RosterRoot: o.RosterRoot, Entry: o.Entry,
		Proof: o.Proof, Enroller: o.Enroller}
}

func (a *App) datasetMembership() *cobra.Command {
	var rosterFile, out string
	var version uint32
	cmd := &cobra.Command{
		Use: "membership DATASET PSEUDONYM", Short: "Sign that a subject is in a version's roster",
		Args: cobra.ExactArgs(2),
		Long: `Sign that a subject is in a version's roster, with its proof key. The subject keeps it,
and needs it to show others whether its rows were used: assent consent uses --proof.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			subject, err := parseAddress("pseudonym", args[1])
			if err != nil {
				return err
			}
			d, key, err := a.openAsEnroller(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			version = cmp.Or(version, d.record.Version)
			onRecord, err := d.now.Version(cmd.Context(), d.id, version)
			if err != nil {
				return err
			}
			r, err := roster.Load(rosterFile)
			if err != nil {
				return err
			}
			entries := r.Entries()
			i := slices.IndexFunc(entries, func(e dataset.RosterEntry) bool { return e.Pseudonym == subject })
			if i < 0 {
				return term.Fail(term.ExitInput, "", "pseudonym %s is not in the roster %s", subject, rosterFile)
			}
			tree, err := dataset.NewRoster(entries)
			if err != nil {
				return err
			}
			if tree.Root() != onRecord.RosterRoot {
				return term.Fail(term.ExitInput,
					"name the roster with which the version was added, or another --version",
					"the roster %s has root %s, version %d of the dataset %s", rosterFile, tree.Root(), version,
					common.Hash(onRecord.RosterRoot))
			}
			m, err := tree.Prove(d.client.RegistryDomain(), key, d.id, version, entries[i])
			if err != nil {
				return err
			}
			o := offered{Dataset: m.Dataset, Version: m.Version, RosterRoot: m.RosterRoot, Entry: m.Entry,
				Proof:    m.Proof,
				Enroller: m.Enroller}
			if out == "" {
				return (&term.Terminal{Out: a.Out, JSON: true}).Result(o, nil)
			}
			return writeJSON(out, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&rosterFile, "roster", "", "the roster with which the version was added; required")
	f.Uint32Var(&version, "version", 0, "version of the dataset; the newest when not given")
	f.StringVarP(&out, "output", "o", "", "write the membership to a new file instead of printing it")
	require(cmd, "roster")
	return cmd
}

func (a *App) datasetRevoke() *cobra.Command {
	return &cobra.Command{
		Use: "revoke DATASET PSEUDONYM...", Short: "Revoke for subjects, for good, as their custodian",
		Args: cobra.MinimumNArgs(2),
		Long: `Revoke for subjects, for good, as their custodian. It is done to the people who wear or
wore the pseudonyms, whatever they rotated to. Who never enrolled is barred from doing so. Each that
the ledger refuses is named, and then the command fails.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			d, err := a.openDataset(ctx, args[0])
			if err != nil {
				return err
			}
			var pseudonyms []common.Address
			for _, s := range args[1:] {
				p, err := parseAddress("pseudonym", s)
				if err != nil {
					return err
				}
				pseudonyms = append(pseudonyms, p)
			}
			c, custodian, err := a.Session(ctx)
			if err != nil {
				return err
			}
			revoked, err := c.RevokeFor(ctx, custodian, d.record.Ledger, pseudonyms)
			var refused client.RefusedError
			if some := new(client.RefusedError); errors.As(err, &some) {
				refused = *some
			} else if err != nil {
				return err
			}
			result := map[string]any{"dataset": d.id, "revoked": revoked, "refused": refused.Items}
			if err := a.Result(result, func(w io.Writer) {
				for _, r := range revoked {
					switch {
					case !r.Enrolled:
						fmt.Fprintf(w, "barred %s from now on: not enrolled, so there was no consent to revoke\n",
							r.Pseudonym)
					case r.Current == r.Pseudonym:
						fmt.Fprintf(w, "revoked %s\n", r.Pseudonym)
					default:
						fmt.Fprintf(w, "revoked %s, who is now %s\n", r.Pseudonym, r.Current)
					}
				}
				for _, r := range refused.Items {
					fmt.Fprintf(w, "refused %s: %s\n", r.Pseudonym, r.Reason)
				}
			}); err != nil {
				return err
			}
			return err
		},
	}
}
