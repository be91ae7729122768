package cli

import (
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/runtime/attestation"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
)

func (a *App) collateralCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "collateral",
		Short: "What quotes are judged with: pack it, look at it, post it on chain",
		Long: `Collateral is what Intel and AMD sign beside quotes: how healthy firmware of which
version is, and which certificates are revoked. The chain judges workers by the newest that anyone
has posted.`,
	}
	cmd.AddCommand(a.collateralPack(), a.collateralShow(), a.collateralPost())
	return cmd
}

// maxCollateralFile bounds what is read of a file.
const maxCollateralFile = collateral.MaxSize + 1

func readCollateralFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading collateral: %w", err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxCollateralFile))
	if err != nil {
		return nil, fmt.Errorf("reading collateral %s: %w", path, err)
	}
	return b, nil
}

// der reads a certificate or a list in PEM or DER, the first of a chain; nothing when there is no path.
func der(path string) ([]byte, error) {
	if path == "" {
		return nil, nil
	}
	b, err := readCollateralFile(path)
	if err != nil {
		return nil, err
	}
	if block, _ := pem.Decode(b); block != nil {
		return block.Bytes, nil
	}
	return b, nil
}

func (a *App) collateralPack() *cobra.Command {
	var out, tcbInfo, qeIdentity, signer, rootList, issuer, issuerList, vcek, ask string
	cmd := &cobra.Command{
		Use: "pack", Short: "Put what the vendor's services answer into one file",
		Long: `For Intel: --tcb-info and --qe-identity are the answers of the provisioning
certification service (version 4 of its interface, the TDX ones), --signer the chain that came with
them, --root-crl and --pck-crl the lists, --pck-ca the chain that came with the latter. For AMD:
--vcek and --ask are the certificates of the chip's key and of its issuer, --root-crl the list of
the root. Certificates and lists may be PEM or DER; of a chain the first is taken. Nothing is
verified here: see assent collateral show.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if tcbInfo+qeIdentity+signer+rootList+issuer+issuerList+vcek+ask == "" {
				return term.Fail(term.ExitInput, "see: assent collateral pack --help",
					"there is nothing to pack: no part is named")
			}
			var packed []byte
			var err error
			if vcek != "" || ask != "" {
				packed, err = packAMD(vcek, ask, rootList)
			} else {
				packed, err = packIntel(tcbInfo, qeIdentity, signer, rootList, issuer, issuerList)
			}
			if err != nil {
				return err
			}
			if err := wholefile.New(out, packed, 0o644); err != nil {
				return fmt.Errorf("writing collateral: %w", err)
			}
			return a.Result(map[string]any{"file": out, "bytes": len(packed)},
				func(w io.Writer) { fmt.Fprintf(w, "%s (%d bytes)\n", out, len(packed)) })
		},
	}
	f := cmd.Flags()
	f.StringVarP(&out, "output", "o", "", "file to write, which must be new; required")
	f.StringVar(&tcbInfo, "tcb-info", "", "Intel: TCB info of the platform's FMSPC, as answered")
	f.StringVar(&qeIdentity, "qe-identity", "", "Intel: identity of the TD quoting enclave, as answered")
	f.StringVar(&signer, "signer", "", "Intel: certificate that signed both")
	f.StringVar(&rootList, "root-crl", "", "revocation list of the root")
	f.StringVar(&issuer, "pck-ca", "", "Intel: certificate of the PCK CA")
	f.StringVar(&issuerList, "pck-crl", "", "Intel: revocation list of the PCK CA")
	f.StringVar(&vcek, "vcek", "", "AMD: certificate of the chip's key")
	f.StringVar(&ask, "ask", "", "AMD: certificate of its issuer")
	require(cmd, "output")
	return cmd
}

func packIntel(tcbInfo, qeIdentity, signer, rootList, issuer, issuerList string) ([]byte, error) {
	c := &collateral.Intel{}
	for _, part := range []struct {
		path string
		to   *collateral.Signed
		read func([]byte) (collateral.Signed, error)
	}{{tcbInfo, &c.TCBInfo, collateral.ParseTCBInfoResponse}, {qeIdentity, &c.QEIdentity,
		collateral.ParseQEIdentityResponse}} {
		if part.path == "" {
			continue
		}
		b, err := readCollateralFile(part.path)
		if err != nil {
			return nil, err
		}
		if *part.to, err = part.read(b); err != nil {
			return nil, term.Fail(term.ExitInput, "it has to be the service's answer, byte for byte", "reading %s: %w",
				part.path, err)
		}
	}
	var err error
	for _, part := range []struct {
		path string
		to   *[]byte
	}{{signer, &c.Signer}, {rootList, &c.RootCRL}, {issuer, &c.PCKCA}, {issuerList, &c.PCKCRL}} {
		if *part.to, err = der(part.path); err != nil {
			return nil, err
		}
	}
	return c.Marshal()
}

func packAMD(vcek, ask, list string) ([]byte, error) {
	c := &collateral.AMD{}
	var err error
	for _, part := range []struct {
		path string
		to   *[]byte
	}{{vcek, &c.VCEK}, {ask, &c.ASK}, {list, &c.CRL}} {
		if *part.to, err = der(part.path); err != nil {
			return nil, err
		}
	}
	return c.Marshal()
}

// collateralFacts is what a file of collateral says, for people and programs.
type collateralFacts struct {
	ID         common.Hash   `json:"id"`
	Root       common.Hash   `json:"root"`
	RootName   string        `json:"rootName"`
	Simulated  bool          `json:"simulated"`
	Levels     common.Hash   `json:"levels,omitzero"`
	Issuer     common.Hash   `json:"issuer,omitzero"`
	Parts      []partVersion `json:"parts"`
	ValidUntil time.Time     `json:"validUntil"`
}

type partVersion struct {
	Part     string    `json:"part"`
	Number   string    `json:"number"`
	IssuedAt time.Time `json:"issuedAt"`
}

func (a *App) collateralShow() *cobra.Command {
	var trustRoot string
	cmd := &cobra.Command{
		Use: "show FILE", Short: "Verify a file of collateral offline, and show how new it is",
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			root, err := a.TrustRoot(trustRoot)
			if err != nil {
				return err
			}
			roots, err := operate.Roots(root)
			if err != nil {
				return err
			}
			b, err := readCollateralFile(args[0])
			if err != nil {
				return err
			}
			c, err := attestation.Inspect(b, roots, a.Now())
			var refusal *tee.Refusal
			if errors.As(err, &refusal) {
				return term.Fail(term.ExitVerify, "get it anew from the vendor's service",
					"%s does not hold under the roots of network %s: %w", args[0], root.Network, refusal.Err)
			}
			if err != nil {
				return err
			}
			f := collateralFacts{ID: c.Units.ID(), Root: c.Root, Levels: c.Place.Levels, Issuer: c.Place.Issuer,
				ValidUntil: c.Until}
			for i, r := range root.TEERoots {
				if roots[i].Equal(c.Certificate) {
					f.RootName, f.Simulated = r.Name, r.Simulated
				}
			}
			for _, p := range []struct {
				name  string
				stamp collateral.Stamp
			}{{"TCB info", c.Version.TCBInfo}, {"QE identity", c.Version.QEIdentity}, {"root list",
				c.Version.RootCRL}, {"issuer list", c.Version.PCKCRL}} {
				if p.stamp.Number != nil {
					f.Parts = append(f.Parts, partVersion{p.name, p.stamp.Number.String(), p.stamp.IssuedAt})
				}
			}
			return a.Result(f, func(w io.Writer) {
				fmt.Fprintf(w, "id          %s\nroot        %s (%s)\n", f.ID, f.RootName, f.Root)
				for _, p := range f.Parts {
					fmt.Fprintf(w, "%-11s number %s, issued at %s\n", p.Part, p.Number,
						p.IssuedAt.UTC().Format(time.RFC3339))
				}
				fmt.Fprintf(w, "valid until %s\n", f.ValidUntil.UTC().Format(time.RFC3339))
			})
		},
	}
	cmd.Flags().StringVar(&trustRoot, "trust-root", "", "trust root file; the network's own when not given")
	return cmd
}

func (a *App) collateralPost() *cobra.Command {
	return &cobra.Command{
		Use: "post FILE", Short: "Post collateral on chain; anyone may, and only what is newer is taken",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := readCollateralFile(args[0])
			if err != nil {
				return err
			}
			c, by, err := a.Session(cmd.Context())
			if err != nil {
				return err
			}
			receipt, err := c.PostCollateral(cmd.Context(), by, b)
			if errors.Is(err, client.ErrCollateralNotNewer) {
				return a.Result(map[string]any{"posted": false},
					func(w io.Writer) { fmt.Fprintln(w, "nothing to do: "+strings.TrimSpace(err.Error())) })
			}
			if err != nil {
				return err
			}
			return a.Result(map[string]any{"posted": true, "round": receipt.BlockNumber.Uint64()}, func(w io.Writer) {
				fmt.Fprintf(w, "posted in round %d; workers are judged by it from now on\n",
					receipt.BlockNumber.Uint64())
			})
		},
	}
}
