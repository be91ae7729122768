package cli

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/operate"
)

func (a *App) auditCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "audit",
		Short: "Record and verify audit bundles",
		Long: `An audit bundle is one file that proves who computed what on whose consent. It is
verified offline, from a trust root.

  assent audit bundle JOB -o job.bundle
  assent audit verify job.bundle --trust-root trust-root.json

Most of a bundle is the consent of everyone in the dataset. A further job's bundle can leave out
what an earlier one has, and is verified together with that one, or with a snapshot file made from
it:

  assent audit bundle JOB --base earlier.bundle -o job.bundle
  assent audit verify job.bundle --with earlier.bundle`,
	}
	cmd.AddCommand(a.auditBundle(), a.auditVerify(), a.auditRepack(), a.auditSnapshot())
	return cmd
}

func (a *App) auditBundle() *cobra.Command {
	var out, trustRoot, ciphertextFile string
	var base []string
	cmd := &cobra.Command{
		Use: "bundle JOB", Short: "Record the audit bundle of a finished job, before nodes prune what it rests on",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			id, err := a.jobID(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			bases, err := readEntries(base)
			if err != nil {
				return err
			}
			ciphertext, err := readCiphertext(ciphertextFile)
			if err != nil {
				return err
			}
			root, err := a.TrustRoot(trustRoot)
			if err != nil {
				return err
			}
			f, err := a.Network()
			if err != nil {
				return err
			}
			c, err := a.Client(ctx)
			if err != nil {
				return err
			}
			dir, err := os.MkdirTemp("", "assent-audit-")
			if err != nil {
				return err
			}
			defer os.RemoveAll(dir) //nolint:errcheck // a folder for temporary files
			b, err := operate.RecordBundle(ctx, operate.Config{
				Root: root, Socket: f.Sockets[0], Dir: dir, Now: a.Now, Log: slog.New(slog.DiscardHandler),
			}, c, id)
			if err != nil {
				return err
			}
			if ciphertext != nil {
				if err := b.Attach(ciphertext); err != nil {
					return err
				}
			}
			if err := shareEntries(b, nil, bases); err != nil {
				return err
			}
			if out == "" {
				out = id.Hex()[2:18] + ".bundle"
			}
			return a.writeBundle(out, id, b)
		},
	}
	baseFlag(cmd, &base)
	ciphertextFlag(cmd, &ciphertextFile)
	cmd.Flags().StringVarP(&out, "output", "o", "", "file to write, which must be new")
	cmd.Flags().StringVar(&trustRoot, "trust-root", "", "trust root file; the network's own when not given")
	return cmd
}

func (a *App) auditVerify() *cobra.Command {
	var with verification
	var complete bool
	cmd := &cobra.Command{
		Use: "verify FILE", Short: "Verify a bundle offline, one named check at a time", Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			report, err := a.verify(&with, args[0])
			if err != nil {
				return err
			}
			if err := a.Result(report, func(w io.Writer) { PrintReport(w, report) }); err != nil {
				return err
			}
			if complete && report.Passed && !report.Complete {
				return term.Fail(term.ExitVerify, "ask for a bundle that shows it, or do without --complete",
					"verifying %s: not shown in this file: %s", filepath.Base(args[0]),
					strings.Join(report.NotShown, "; "))
			}
			if err := report.Err(); err != nil {
				hint := "do not rely on it; ask for a bundle recorded anew, and check the trust root"
				if len(report.Facts.Missing) > 0 {
					hint = "name the bundle or snapshot file that it was recorded with: --with FILE"
				}
				return term.Fail(term.ExitVerify, hint, "verifying %s: %w", filepath.Base(args[0]), err)
			}
			return nil
		},
	}
	with.flags(cmd)
	cmd.Flags().BoolVar(&complete, "complete", false, "fail when the file does not show all that a bundle can")
	return cmd
}

// PrintReport prints the outcome of a verification for people.
func PrintReport(w io.Writer, r *audit.Report) {
	for _, c := range r.Checks {
		fmt.Fprintf(w, "%-8s %-15s %s\n", c.Status, c.Name, term.Printable(c.Detail))
	}
	f := r.Facts
	if f.Attestation != "" {
		fmt.Fprintf(w, "\nattestation  %s; TCB status %s by evaluation %d at %s\nmeasurement  %s\n", f.Attestation,
			f.TCB, f.Evaluation, f.JudgedAt.Format(time.RFC3339), f.Measurement)
	}
	if !f.RevokedAt.IsZero() {
		fmt.Fprintf(w, "revoked      enclave %s, at %s\n", f.Enclave, f.RevokedAt.Format(time.RFC3339))
	}
	if r.Passed {
		if len(f.Archives) > 0 {
			fmt.Fprintf(w, "result       %d bytes, held by %d archives\n", f.ResultSize, len(f.Archives))
		}
		fmt.Fprintf(w, "consent      %d of %d entries live in round %d\nsnapshot     %s\n", f.LiveSubjects, f.Entries,
			f.ConsentRound, f.Snapshot)
		for _, c := range f.Committees {
			fmt.Fprintf(w, "committee    round %d: signatures of %d of %d workers shown, %d are enough; of %d of %d "+
				"backups\n",
				c.Round, c.Signed, c.Workers, c.Needed, c.BackupsSigned, c.Backups)
		}
		fmt.Fprintf(w, "consensus    height %d at %s, signatures of %d of %d validators shown\n", f.FinalHeight,
			f.ConsensusTime.UTC().Format(time.RFC3339), f.Signed, f.Validators)
		if f.Age > 0 {
			fmt.Fprintf(w, "age          %s: what happened since is not in the bundle\n",
				time.Duration(f.Age)*time.Second)
		}
		for _, part := range r.NotShown {
			fmt.Fprintf(w, "not shown    in this file: %s\n", term.Printable(part))
		}
		if !r.Complete {
			fmt.Fprintf(w, "\nNOT COMPLETE: all %d checks passed on what the file shows; parts are not shown.\n",
				len(r.Checks))
			return
		}
		fmt.Fprintf(w, "\nVERIFIED: all %d checks passed, and the file is complete.\n", len(r.Checks))
		return
	}
	var names []string
	for _, n := range r.Failed() {
		names = append(names, string(n))
	}
	fmt.Fprintf(w, "\nNOT VERIFIED: %s failed.\n", strings.Join(names, ", "))
}
