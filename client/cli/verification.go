package cli

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/assent-network/assent/audit"
)

// verification holds the flags that say how a bundle is verified.
type verification struct {
	accept    tcbOptions
	with      []string
	trustRoot string
}

func (v *verification) flags(cmd *cobra.Command) {
	v.accept.flags(cmd)
	withFlag(cmd, &v.with)
	cmd.Flags().StringVar(&v.trustRoot, "trust-root", "", "trust root file; the network's own when not given")
}

// verify reads a bundle's file and verifies it. What fails in the bundle is in the report.
func (a *App) verify(v *verification, file string) (*audit.Report, error) {
	opts := audit.Options{Now: a.Now()}
	var err error
	if opts.TCB, opts.Floor, err = v.accept.parse(); err != nil {
		return nil, err
	}
	root, err := a.TrustRoot(v.trustRoot)
	if err != nil {
		return nil, err
	}
	bundle, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("reading the bundle: %w", err)
	}
	if opts.With, err = readFiles(v.with); err != nil {
		return nil, err
	}
	return audit.Verify(bundle, root, opts), nil
}

// readFiles reads the files with consent entries that a bundle leaves out.
func readFiles(names []string) ([]audit.File, error) {
	var files []audit.File
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("reading a file with consent entries: %w", err)
		}
		files = append(files, audit.File{Name: name, Data: data})
	}
	return files, nil
}
