package command

import (
	"bytes"
	"crypto/ecdsa"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/cli"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/internal/parallel"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/localnet/actors"
	tables "github.com/assent-network/assent/node/vault/table"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/purpose"
)

// The files of made-up people.
const (
	walletsFile    = "wallets.csv"
	pseudonymsFile = "pseudonyms.csv"
	walletsHeader  = "subject,key"
)

// peopleCommand plays subjects whom there are none of, by the thousand, for a pilot.
func peopleCommand(a *cli.App) *cobra.Command {
	cmd := &cobra.Command{
		Use: "people", Short: "Play made-up people: a hospital's table, their wallets, their grants",
		Long: `Play made-up people, so that a custodian can try a whole day before there are any: a
table of visits, a wallet for each person in it, and what each of them signs. It is for networks of
your own: real people keep their wallets, and their custodian never has a key.

  assent localnet people table --count 71518 --output hospital/
  assent localnet people wallets DATASET hospital/visits.csv --subject patient --output people/
  assent localnet people consent DATASET people/ --tickets tickets.jsonl --purposes FAIR --output grants.jsonl`,
	}
	cmd.AddCommand(peopleTable(a), peopleWallets(a), peopleConsent(a))
	return cmd
}

func peopleTable(a *cli.App) *cobra.Command {
	var n int
	var seed uint64
	var out string
	cmd := &cobra.Command{
		Use: "table", Short: "Make a hospital's table of visits, with its schema and the parameters of an audit",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if n < 1 || n > 1_000_000 {
				return term.Fail(term.ExitInput, "", "--count %d is not from 1 to 1000000", n)
			}
			if err := os.Mkdir(out, 0o700); err != nil {
				return fmt.Errorf("making the folder: %w", err)
			}
			table, rows := actors.Visits(n, seed)
			for name, content := range map[string][]byte{"visits.csv": table,
				"schema.json": []byte(actors.VisitsSchema),
				"audit.json":  []byte(actors.VisitsAudit)} {
				if err := wholefile.Write(filepath.Join(out, name), content); err != nil {
					return err
				}
			}
			return a.Result(map[string]any{"people": n, "rows": rows, "folder": out}, func(w io.Writer) {
				fmt.Fprintf(w, "%d visits of %d people in %s\n", rows, n, filepath.Join(out, "visits.csv"))
			})
		},
	}
	cmd.Flags().IntVar(&n, "count", 200, "how many people")
	cmd.Flags().Uint64Var(&seed, "seed", 1, "the same seed makes the same table")
	cmd.Flags().StringVarP(&out, "output", "o", "", "new folder for visits.csv, schema.json and audit.json; required")
	needs(cmd, "output")
	return cmd
}

func needs(cmd *cobra.Command, flags ...string) {
	for _, f := range flags {
		if err := cmd.MarkFlagRequired(f); err != nil {
			panic("command: internal error: " + err.Error())
		}
	}
}

func peopleWallets(a *cli.App) *cobra.Command {
	var column, out string
	var reading tables.Reading
	cmd := &cobra.Command{
		Use: "wallets DATASET CSV", Short: "Make a wallet for each person in a table, and their pseudonyms",
		Long: `Make a wallet for each person in a table: ` + walletsFile + ` has their keys, which real people keep to
themselves, and
` + pseudonymsFile + ` what they hand to the custodian: assent dataset enrol --batch.
A key of them in a file is a --wallet.`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			reading.Delimiter = tables.DelimiterOf(reading.Delimiter)
			names, err := subjectsIn(args[1], column, &reading)
			if err != nil {
				return err
			}
			o, err := a.OpenDataset(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if err := os.Mkdir(out, 0o700); err != nil {
				return fmt.Errorf("making the folder: %w", err)
			}
			keys := make([]*ecdsa.PrivateKey, len(names))
			for i := range keys {
				if keys[i], err = ecdsa.GenerateKey(crypto.S256(), a.Rand); err != nil {
					return fmt.Errorf("making a wallet: %w", err)
				}
			}
			people, err := subjectsOf(names, keys, common.Hash(o.Record.Domain))
			if err != nil {
				return err
			}
			wallets, pseudonyms := [][]string{strings.Split(walletsHeader, ",")}, [][]string{{"subject", "pseudonym",
				"proofKey"}}
			for _, p := range people {
				wallets = append(wallets, []string{p.Name, hex.EncodeToString(crypto.FromECDSA(p.Wallet))})
				pseudonyms = append(pseudonyms, []string{p.Name, p.Pseudonym.Hex(), p.ProofKey.Public().Hex()})
			}
			for name, lines := range map[string][][]string{walletsFile: wallets, pseudonymsFile: pseudonyms} {
				var b bytes.Buffer
				if err := csv.NewWriter(&b).WriteAll(lines); err != nil {
					return fmt.Errorf("writing %s: %w", name, err)
				}
				if err := wholefile.Write(filepath.Join(out, name), b.Bytes()); err != nil {
					return err
				}
			}
			return a.Result(map[string]any{"people": len(people), "folder": out}, func(w io.Writer) {
				fmt.Fprintf(w, "%d wallets; pseudonyms in %s\n", len(people), filepath.Join(out, pseudonymsFile))
			})
		},
	}
	cmd.Flags().StringVar(&column, "subject", "", "the column that names the people; required")
	cmd.Flags().StringVar(&reading.Delimiter, "delimiter", "", "sign between cells, such as ';' or tab; a "+
		"comma when not given")
	cmd.Flags().StringVar(&reading.Encoding, "encoding", "", "utf-8 when not given, or latin-1, windows-1252, utf-16")
	cmd.Flags().IntVar(&reading.SkipLines, "skip-lines", 0, "lines before the header")
	cmd.Flags().StringVarP(&out, "output", "o", "", "new folder; required")
	needs(cmd, "subject", "output")
	return cmd
}

func peopleConsent(a *cli.App) *cobra.Command {
	var tickets, purposes, out string
	var exact bool
	var decline int
	cmd := &cobra.Command{
		Use: "consent DATASET FOLDER", Short: "Have made-up people sign grants, with the tickets that the " +
			"custodian gave them",
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := a.OpenDataset(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			set, err := purpose.ParseSet(purposes)
			if err != nil {
				return err
			}
			names, keys, err := readWallets(filepath.Join(args[1], walletsFile))
			if err != nil {
				return err
			}
			given, err := readTickets(tickets)
			if err != nil {
				return err
			}
			people, err := subjectsOf(names, keys, common.Hash(o.Record.Domain))
			if err != nil {
				return err
			}
			var who []actors.Subject
			for i, p := range people {
				if _, ok := given[p.Pseudonym]; !ok {
					return term.Fail(term.ExitInput, "enrol everyone of "+filepath.Join(args[1], pseudonymsFile),
						"%s has no ticket for person %d of %s", tickets, i+1, args[1])
				}
				if i%100 >= decline {
					who = append(who, p)
				}
			}
			lines := make([][]byte, len(who))
			today := o.Now.Round.Day()
			domain := o.Client.LedgerDomain(o.Record.Ledger)
			err = parallel.Each(len(who), func(i int) error {
				g := grant.Grant{
					Dataset: o.ID, Pseudonym: who[i].Pseudonym, PolicyVersion: o.Record.PolicyVersion,
					Purposes: set.Closure(), Kinds: o.Policy.Kinds, Exact: exact, Conditions: o.Policy.Conditions,
					NotBefore: today, Expiry: today + 365, EpsilonClass: budget.UnlimitedClass,
					Nonce: uint64(a.Now().UnixMilli()), SubmitBefore: o.Now.Round.Time +
						uint64((24*time.Hour)/time.Second),
				}
				circumstances, err := grant.NewCircumstances("en", false, a.Rand)
				if err != nil {
					return err
				}
				if g.Circumstances, err = circumstances.Commitment(); err != nil {
					return err
				}
				signed, err := g.Sign(domain, who[i].Key)
				if err != nil {
					return err
				}
				lines[i], err = json.Marshal(map[string]any{"grant": signed, "ticket": given[who[i].Pseudonym]})
				return err
			})
			if err != nil {
				return err
			}
			if err := wholefile.Write(out, append(bytes.Join(lines, []byte("\n")), '\n')); err != nil {
				return err
			}
			return a.Result(map[string]any{"grants": len(who), "declined": len(people) - len(who), "file": out},
				func(w io.Writer) {
					fmt.Fprintf(w, "%d signed grants in %s, %d people declined\n", len(who), out, len(people)-len(who))
				})
		},
	}
	f := cmd.Flags()
	f.StringVar(&tickets, "tickets", "", "file of assent dataset enrol, with a ticket on each line; required")
	f.StringVar(&purposes, "purposes", "FAIR", "purposes by code, separated by commas")
	f.BoolVar(&exact, "exact", false, "also for exact, reviewed releases")
	f.IntVar(&decline, "decline", 0, "how many of each hundred decline")
	f.StringVarP(&out, "output", "o", "", "file for the signed grants, one on each line; required")
	needs(cmd, "tickets", "output")
	return cmd
}

// subjectsOf derives people's pseudonyms as assent consent does with the wallet of each.
func subjectsOf(names []string, keys []*ecdsa.PrivateKey, domain common.Hash) ([]actors.Subject, error) {
	people := make([]actors.Subject, len(names))
	return people, parallel.Each(len(names), func(i int) (err error) {
		people[i], err = actors.SubjectAt(cli.Site, names[i], keys[i], domain)
		return err
	})
}

// subjectsIn are the different values of a column, in the order in which they come.
func subjectsIn(path, column string, reading *tables.Reading) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading the people: %w", err)
	}
	defer f.Close()
	t, err := tables.Open(f, reading)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	at, err := t.Find(column, "column")
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	seen := map[string]bool{}
	var names []string
	for {
		cells, err := t.Next()
		if errors.Is(err, io.EOF) {
			return names, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", path, err)
		}
		if name := cells[at]; !seen[name] {
			name = strings.Clone(name)
			seen[name] = true
			names = append(names, name)
		}
	}
}

func readCSV(path string) ([][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading the people: %w", err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil || len(lines) == 0 {
		return nil, errors.New(path + " is no CSV with a header")
	}
	return lines, nil
}

func readWallets(path string) (names []string, keys []*ecdsa.PrivateKey, err error) {
	lines, err := readCSV(path)
	if err != nil {
		return nil, nil, err
	}
	for i, l := range lines[1:] {
		key, err := crypto.HexToECDSA(l[len(l)-1])
		if err != nil || strings.Join(lines[0], ",") != walletsHeader {
			return nil, nil, term.Fail(term.ExitInput, "make the wallets anew", "%s: line %d is no wallet", path, i+2)
		}
		names, keys = append(names, l[0]), append(keys, key)
	}
	return names, keys, nil
}

func readTickets(path string) (map[common.Address]grant.SignedTicket, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the tickets: %w", err)
	}
	all := map[common.Address]grant.SignedTicket{}
	for i, line := range bytes.Split(bytes.TrimSpace(b), []byte("\n")) {
		var t grant.SignedTicket
		if err := canonical.Unmarshal(line, &t); err != nil {
			return nil, fmt.Errorf("reading the tickets: %s, line %d: %w", path, i+1, err)
		}
		all[t.Ticket.Pseudonym] = t
	}
	return all, nil
}
