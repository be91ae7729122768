package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"crypto/ecdsa"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/cli/keyfile"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/protocol/sealed"
)

func (a *App) keyCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "key", Short: "Make and show key files"}
	var forResults bool
	var kemName string
	create := &cobra.Command{
		Use:   "new FILE",
		Short: "Make a key file",
		Long: `Make a key file that signs and pays. With ASSENT_PASSPHRASE set it is encrypted as
wallets do; without, only its mode protects it. With --result it is the key to which a researcher's
results are encrypted: what is printed then is its hash, which a job names.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if forResults {
				kem, err := sealed.ParseKEM(kemName)
				if err != nil {
					return term.Fail(term.ExitInput, "", "--kem: %w", err)
				}
				key, err := keyfile.NewResult(args[0], kem, a.Rand)
				if err != nil {
					return err
				}
				public := key.PublicKey()
				out := map[string]any{"file": args[0], "kem": kem.String(), "publicKey": hexutil.Bytes(public.Bytes()),
					"commitment": public.Commitment()}
				return a.Result(out, func(w io.Writer) { fmt.Fprintln(w, public.Commitment().Hex()) })
			}
			key, err := keyfile.New(args[0], a.Getenv("ASSENT_PASSPHRASE"), a.Rand)
			if err != nil {
				return err
			}
			address := crypto.PubkeyToAddress(key.PublicKey)
			return a.Result(map[string]any{"file": args[0], "address": address},
				func(w io.Writer) { fmt.Fprintln(w, address.Hex()) })
		},
	}
	create.Flags().BoolVar(&forResults, "result", false, "make a key for results")
	create.Flags().StringVar(&kemName, "kem", sealed.DefaultKEM.String(),
		"with --result: "+sealed.MLKEM768X25519.String()+", which outlasts quantum computers, or "+
			sealed.X25519.String())
	cmd.AddCommand(create, &cobra.Command{
		Use:   "show",
		Short: "Print the address of the key that --key names",
		Args:  cobra.NoArgs,
		RunE: func(_ *cobra.Command, _ []string) error {
			key, err := a.Key()
			if err != nil {
				return err
			}
			address := crypto.PubkeyToAddress(key.PublicKey)
			return a.Result(map[string]any{"address": address}, func(w io.Writer) { fmt.Fprintln(w, address.Hex()) })
		},
	})
	return cmd
}

// devKeyOf reads an account from a local network's file of funded accounts.
func devKeyOf(file []byte, i int) (*ecdsa.PrivateKey, error) {
	var f struct {
		Accounts []struct {
			PrivateKey hexutil.Bytes `json:"privateKey"`
		} `json:"accounts"`
	}
	if err := json.Unmarshal(file, &f); err != nil {
		return nil, errors.New("the file of funded accounts is damaged: start the local network anew")
	}
	if i >= len(f.Accounts) {
		return nil, term.Fail(term.ExitInput, fmt.Sprintf("use dev:0 to dev:%d", len(f.Accounts)-1),
			"key dev:%d: the network has %d funded accounts", i, len(f.Accounts))
	}
	return crypto.ToECDSA(f.Accounts[i].PrivateKey)
}
