package cli

import (
	"fmt"
	"io"
	"os"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/bundle"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/snapshot"
)

func withFlag(cmd *cobra.Command, with *[]string) {
	cmd.Flags().StringArrayVar(with, "with", nil,
		"bundle or snapshot file that has consent entries which the bundle leaves out; may be given more than once")
}

func baseFlag(cmd *cobra.Command, base *[]string) {
	cmd.Flags().StringArrayVar(base, "base", nil,
		"bundle or snapshot file whose consent entries the new bundle leaves out, and is verified with; may be given "+
			"more than once")
}

func (a *App) auditRepack() *cobra.Command {
	var out, ciphertextFile string
	var with, base []string
	cmd := &cobra.Command{
		Use: "repack FILE", Short: "Write a bundle anew: whole, or without the consent entries that other files have",
		Args: cobra.ExactArgs(1),
		Long: `A bundle is written anew with the same content. Without --base it comes out whole, so that it
verifies by itself. With --ciphertext it has the encrypted result as well, where that is too large for the chain.

  assent audit repack job.bundle --base earlier.bundle -o small.bundle
  assent audit repack small.bundle --with earlier.bundle -o job.bundle`,
		RunE: func(_ *cobra.Command, args []string) error {
			b, err := readBundle(args[0])
			if err != nil {
				return err
			}
			given, err := readEntries(with)
			if err != nil {
				return err
			}
			bases, err := readEntries(base)
			if err != nil {
				return err
			}
			if err := shareEntries(b, given, bases); err != nil {
				return err
			}
			ciphertext, err := readCiphertext(ciphertextFile)
			if err != nil {
				return err
			}
			if ciphertext != nil {
				if err := b.Attach(ciphertext); err != nil {
					return err
				}
			}
			r, err := receipt.Parse(b.Receipt)
			if err != nil {
				return err
			}
			return a.writeBundle(out, r.Receipt.Job, b)
		},
	}
	withFlag(cmd, &with)
	baseFlag(cmd, &base)
	ciphertextFlag(cmd, &ciphertextFile)
	requiredOutput(cmd, &out)
	return cmd
}

func (a *App) auditSnapshot() *cobra.Command {
	var out string
	var with []string
	cmd := &cobra.Command{
		Use:   "snapshot FILE",
		Short: "Take the consent entries out of a bundle, whole, for other bundles to be verified with",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := readEntries(args)
			if err != nil {
				return err
			}
			given, err := readEntries(with)
			if err != nil {
				return err
			}
			items, err := s[0].Resolve(given...)
			if err != nil {
				return err
			}
			encoded := snapshot.Whole(items).Encode()
			if err := wholefile.New(out, encoded, 0o644); err != nil {
				return fmt.Errorf("writing the snapshot: %w", err)
			}
			top := items.Top()
			return a.Result(map[string]any{"snapshot": top, "entries": len(items), "file": out, "bytes": len(encoded)},
				func(w io.Writer) {
					fmt.Fprintf(w, "%s (%d bytes): %d consent entries, snapshot %s\n", out, len(encoded), len(items),
						top)
				})
		},
	}
	withFlag(cmd, &with)
	requiredOutput(cmd, &out)
	return cmd
}

func requiredOutput(cmd *cobra.Command, out *string) {
	cmd.Flags().StringVarP(out, "output", "o", "", "file to write, which must be new")
	if err := cmd.MarkFlagRequired("output"); err != nil {
		panic("cli: internal error: " + err.Error())
	}
}

func readBundle(name string) (*bundle.Bundle, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("reading the bundle: %w", err)
	}
	b, err := bundle.Decode(data)
	if err != nil {
		return nil, fmt.Errorf("reading the bundle %s: %w", name, err)
	}
	return b, nil
}

// readEntries reads the consent entries of bundles and snapshot files.
func readEntries(names []string) ([]*snapshot.Snapshot, error) {
	var out []*snapshot.Snapshot
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("reading a file with consent entries: %w", err)
		}
		s, err := bundle.EntriesOf(data)
		if err != nil {
			return nil, fmt.Errorf("reading the consent entries of %s: %w", name, err)
		}
		out = append(out, s)
	}
	return out, nil
}

// shareEntries leaves out of a bundle the consent entries that the bases have, and puts in all others. The bundle's own
// are completed from the snapshots given.
func shareEntries(b *bundle.Bundle, given, bases []*snapshot.Snapshot) error {
	own, err := b.Entries()
	if err != nil {
		return err
	}
	items, err := own.Resolve(append(given, bases...)...)
	if err != nil {
		return err
	}
	var of []consent.Items
	for _, base := range bases {
		i, err := base.Resolve(bases...)
		if err != nil {
			return fmt.Errorf("completing a base: %w", err)
		}
		of = append(of, i)
	}
	b.Snapshot = snapshot.Share(items, of...).Encode()
	return nil
}

func (a *App) writeBundle(out string, job common.Hash, b *bundle.Bundle) error {
	encoded := b.Encode()
	if err := wholefile.New(out, encoded, 0o644); err != nil {
		return fmt.Errorf("writing the bundle: %w", err)
	}
	s, err := b.Entries()
	if err != nil {
		return err
	}
	return a.Result(map[string]any{"job": job, "file": out, "bytes": len(encoded),
		"bases": append([]common.Hash{}, s.Bases...)}, func(w io.Writer) {
		fmt.Fprintf(w, "%s (%d bytes)\n", out, len(encoded))
		for _, base := range s.Bases {
			fmt.Fprintf(w,
				"verify it beside a bundle or snapshot file that has the snapshot %s: assent audit verify %s --with "+
					"FILE\n", base, out)
		}
	})
}
