package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/publish"
	"github.com/assent-network/assent/client/roster"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/use"
)

func (a *App) datasetCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "dataset",
		Short: "Register datasets, set policies, enrol subjects",
		Long: `What a custodian does, in this order:

  assent dataset schema people.csv --subject id > schema.json     propose a schema; then widen its bounds by hand
  assent dataset policy-template > policy.json                    propose a policy; then edit it
  assent dataset register study --policy policy.json --schema schema.json --broker 0x... --key custodian.key
  assent broker add DATASET                                       make the dataset's key; prints its recipient
  assent dataset ticket DATASET PSEUDONYM PROOFKEY --roster roster.csv --subject 17 --key enroller.key
  assent dataset pack people.csv --schema schema.json --roster roster.csv --to RECIPIENT --out published/
  assent dataset add-version DATASET published/ --roster roster.csv --key custodian.key`,
	}
	cmd.AddCommand(a.datasetSchema(), a.datasetTemplate(), a.datasetRegister(), a.datasetInvite(), a.datasetTicket(), a.datasetPack(), a.datasetAddVersion(),
		a.datasetShow(), a.datasetPolicy(), a.datasetStop(true), a.datasetStop(false), a.datasetRevoke())
	return cmd
}

func (a *App) datasetSchema() *cobra.Command {
	var config vault.InferConfig
	cmd := &cobra.Command{
		Use: "schema CSV", Short: "Propose a schema for a table", Args: cobra.ExactArgs(1),
		Long: `Propose a schema for a table. A schema is public, and what is proposed comes from the data: look at every note and widen
bounds and lists to what was known beforehand.`,
		RunE: func(_ *cobra.Command, args []string) error {
			f, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			schema, notes, err := vault.Infer(f, config)
			if err != nil {
				return fmt.Errorf("reading %s: %w", args[0], err)
			}
			for _, n := range notes {
				a.Note("note: %s", n)
			}
			return (&term.Terminal{Out: a.Out, JSON: true}).Result(schema, nil)
		},
	}
	cmd.Flags().StringVar(&config.Subject, "subject", "", "the column that says whose row it is; required")
	cmd.Flags().StringVar(&config.Title, "title", "", "one line that describes the dataset")
	require(cmd, "subject")
	return cmd
}

func (a *App) datasetTemplate() *cobra.Command {
	var exact, local bool
	cmd := &cobra.Command{
		Use: "policy-template", Short: "Print a careful policy to start from", Args: cobra.NoArgs,
		RunE: func(_ *cobra.Command, _ []string) error {
			p := publish.PolicyTemplate()
			p.AllowExact = exact
			if local {
				m, err := a.measure("")
				if err != nil {
					return err
				}
				p.Measurements, p.TrustRoots = []common.Hash{m.Measurement}, []common.Hash{m.TrustRoot}
			}
			return (&term.Terminal{Out: a.Out, JSON: true}).Result(p, nil)
		},
	}
	cmd.Flags().BoolVar(&exact, "exact", false, "also let exact, reviewed releases through")
	cmd.Flags().BoolVar(&local, "this-worker", false, "accept this program as a worker, under the network's simulated root")
	return cmd
}

// readPolicy reads a policy that may leave accounts and hashes open.
func readPolicy(path string) (policy.Policy, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return policy.Policy{}, fmt.Errorf("reading the policy: %w", err)
	}
	p, err := policy.ParseDraft(b)
	if err != nil {
		return policy.Policy{}, fmt.Errorf("reading the policy in %s: %w", path, err)
	}
	return p, nil
}

// promised are the files that a policy's promise has the hashes of.
type promised struct {
	schemas         []string
	datasheet, text string
}

func (f *promised) flags(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.schemas, "schema", nil, "schema that the data have; of several tables NAME=FILE each; the policy's when not given")
	cmd.Flags().StringVar(&f.datasheet, "datasheet", "", "the dataset's description for people, with --schema")
	cmd.Flags().StringVar(&f.text, "text", "", "JSON file with the consent text in each language")
}

// fill puts the hashes of the files into the policy.
func (f *promised) fill(p *policy.Policy) error {
	if len(f.schemas) > 0 {
		schemas, err := publish.LoadSchemas(f.schemas)
		if err != nil {
			return err
		}
		if p.Schema, err = publish.SchemaRoot(schemas); err != nil {
			return err
		}
		p.Datasheet = common.Hash{}
	}
	if f.datasheet != "" {
		if len(f.schemas) == 0 {
			return term.Fail(term.ExitInput, "name the schema with --schema", "--datasheet goes with --schema")
		}
		b, err := os.ReadFile(f.datasheet)
		if err != nil {
			return fmt.Errorf("reading the datasheet: %w", err)
		}
		p.Datasheet = crypto.Keccak256Hash(b)
	}
	if f.text == "" {
		return nil
	}
	b, err := os.ReadFile(f.text)
	if err != nil {
		return fmt.Errorf("reading the consent text: %w", err)
	}
	text, err := policy.ParseText(b)
	if err != nil {
		return fmt.Errorf("reading the consent text in %s: %w", f.text, err)
	}
	p.Text, err = text.Hash()
	return err
}

func (a *App) datasetRegister() *cobra.Command {
	var policyFile, broker, enroller, family, founder string
	var open bool
	var files promised
	cmd := &cobra.Command{
		Use: "register NAME", Short: "Register a dataset with its policy; its consent ledger comes with it", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			p, err := readPolicy(policyFile)
			if err != nil {
				return err
			}
			if err := files.fill(&p); err != nil {
				return err
			}
			c, custodian, err := a.Session(ctx)
			if err != nil {
				return err
			}
			open := client.Registration{Name: args[0], Family: family, Open: open}
			own := policy.Policy{
				Promise: policy.Promise{Controller: custodian.Address(), Spenders: []common.Address{c.Contracts().JobMarket}},
				Means:   policy.Means{Enroller: custodian.Address()},
			}
			for _, f := range []struct {
				flag, value string
				into        *common.Address
			}{{"--broker", broker, &p.Broker}, {"--enroller", enroller, &p.Enroller}, {"--founder", founder, &open.Founder}} {
				if f.value == "" {
					continue
				}
				if *f.into, err = parseAddress(f.flag, f.value); err != nil {
					return err
				}
			}
			publish.Complete(&p, own)
			r, err := c.RegisterDataset(ctx, custodian, open, p)
			if err != nil {
				return err
			}
			return a.Result(r, func(w io.Writer) { fmt.Fprintln(w, r.Dataset.Hex()) })
		},
	}
	f := cmd.Flags()
	f.StringVar(&policyFile, "policy", "", "policy file; required. Who is not named in it is the custodian, and the spender is the network's market")
	f.StringVar(&broker, "broker", "", "address of the key broker's account; the policy's when not given")
	f.StringVar(&enroller, "enroller", "", "address that signs enrolment tickets; the policy's when not given")
	f.StringVar(&family, "family", "", "name of a family of datasets that are to be joined: subjects have one pseudonym in all of them")
	f.StringVar(&founder, "founder", "", "whose family it is: the custodian who has invited this one; this one when not given")
	f.BoolVar(&open, "open", false, "the data are synthetic or public: simulated workers may have them")
	files.flags(cmd)
	require(cmd, "policy")
	return cmd
}

func (a *App) datasetInvite() *cobra.Command {
	var withdraw bool
	cmd := &cobra.Command{
		Use: "invite FAMILY CUSTODIAN", Short: "Let another custodian register one dataset in a family of yours", Args: cobra.ExactArgs(2),
		Long: `Let another custodian register one dataset in a family of yours. Whoever joins that dataset has there the pseudonym that they
have in the family's others: their custodian learns which one it is.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			invited, err := parseAddress("custodian", args[1])
			if err != nil {
				return err
			}
			c, founder, err := a.Session(cmd.Context())
			if err != nil {
				return err
			}
			act, done := c.Invite, "invited"
			if withdraw {
				act, done = c.WithdrawInvitation, "withdrew the invitation of"
			}
			if _, err := act(cmd.Context(), founder, args[0], invited); err != nil {
				return err
			}
			return a.Result(map[string]any{"founder": founder.Address(), "family": args[0], "custodian": invited, "done": done}, func(w io.Writer) {
				fmt.Fprintf(w, "%s %s: register with --family %q --founder %s\n", done, invited, args[0], founder.Address())
			})
		},
	}
	cmd.Flags().BoolVar(&withdraw, "withdraw", false, "take an invitation back that has not been used")
	return cmd
}

func (a *App) datasetTicket() *cobra.Command {
	var rosterFile, subject, out string
	var life time.Duration
	cmd := &cobra.Command{
		Use: "ticket DATASET PSEUDONYM PROOFKEY", Short: "Enrol a known subject: sign a ticket and note pseudonym and proof key in the roster",
		Long: `Enrol a known subject: sign a ticket and note pseudonym and proof key in the roster. The subject prints both with
assent consent pseudonym.`,
		Args: cobra.ExactArgs(3),
		RunE: func(cmd *cobra.Command, args []string) error {
			subjects, err := parseAddress("pseudonym", args[1])
			if err != nil {
				return err
			}
			proofKey, err := parseHash("proof key", args[2])
			if err != nil {
				return err
			}
			if err := use.CheckPoint(proofKey); err != nil {
				return term.Fail(term.ExitInput, "take it as the subject's assent consent pseudonym prints it", "%w", err)
			}
			key, err := a.Key()
			if err != nil {
				return err
			}
			d, err := a.openDataset(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if signer := crypto.PubkeyToAddress(key.PublicKey); signer != d.record.Enroller {
				return term.Fail(term.ExitInput, "name its key with --key", "dataset %s takes tickets of %s, this key is %s", d.id, d.record.Enroller, signer)
			}
			ticket, err := grant.Ticket{Dataset: d.id, Pseudonym: subjects, ProofKey: proofKey, Expiry: d.now.Round.Time + uint64(life/time.Second)}.
				Sign(d.client.LedgerDomain(d.record.Ledger), key)
			if err != nil {
				return err
			}
			r, err := roster.Load(rosterFile)
			if err != nil {
				return err
			}
			if err := r.Add(subject, subjects, proofKey, a.Rand); err != nil {
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
	f.StringVar(&rosterFile, "roster", "", "the custodian's roster: who has which pseudonym; made when it is not there; required")
	f.StringVar(&subject, "subject", "", "the subject's name in the table; required")
	f.StringVarP(&out, "output", "o", "", "write the ticket to a new file instead of printing it")
	f.DurationVar(&life, "for", 30*24*time.Hour, "how long the ticket enrols")
	require(cmd, "roster", "subject")
	return cmd
}

func (a *App) datasetPack() *cobra.Command {
	var config publish.Config
	var schemas, mocks []string
	cmd := &cobra.Command{
		Use: "pack CSV...", Short: "Seal tables into a folder that can be published", Args: cobra.MinimumNArgs(1),
		Long: `Seal tables into a folder that can be published. A single table needs no name; of several, each is given as NAME=FILE, with its schema
as --schema NAME=FILE:

  assent dataset pack people=people.csv visits=visits.csv --schema people=people.json --schema visits=visits.json ...`,
		RunE: func(_ *cobra.Command, args []string) error {
			var err error
			if config.Tables, err = tableFiles(args, schemas, mocks); err != nil {
				return err
			}
			config.Progress = func(rows int) { a.Note("read %d rows", rows) }
			packed, err := publish.Pack(config)
			if err != nil {
				return err
			}
			type sealed struct {
				Table       string `json:"table"`
				Rows        int    `json:"rows"`
				Subjects    int    `json:"subjects"`
				Bytes       int64  `json:"bytes"`
				LeftOutRows int    `json:"leftOutRows"`
			}
			var list []sealed
			for i, s := range packed.Summaries {
				list = append(list, sealed{packed.Tables[i].Name, s.Rows, s.Subjects, s.Bytes, s.LeftOutRows})
			}
			root := packed.Tables.ContentRoot()
			return a.Result(map[string]any{"contentRoot": root, "tables": list}, func(w io.Writer) {
				for i, s := range packed.Summaries {
					fmt.Fprintf(w, "sealed %d rows of %d subjects into %s (%d bytes)\n", s.Rows, s.Subjects, filepath.Join(config.Out, packed.Tables[i].DataFile()), s.Bytes)
					if s.LeftOutRows > 0 {
						fmt.Fprintf(w, "left out %d rows of %d subjects who are not enrolled\n", s.LeftOutRows, s.LeftOutSubjects)
					}
				}
				fmt.Fprintf(w, "content root %s\n", root)
			})
		},
	}
	f := cmd.Flags()
	f.StringArrayVar(&schemas, "schema", nil, "schema file; of several tables NAME=FILE each; required")
	f.StringVar(&config.Roster, "roster", "", "roster file; required")
	f.StringVar(&config.Datasheet, "datasheet", "", "datasheet to publish with it")
	f.StringArrayVar(&mocks, "mock", nil, "mock data to publish with it; of several tables NAME=FILE each")
	f.StringSliceVar(&config.To, "to", nil, "recipient that can open it, as printed by: assent broker add; required")
	f.StringVar(&config.Out, "out", "", "folder to publish, which must be new; required")
	f.BoolVar(&config.DropColumns, "drop-columns", false, "leave out columns that the schema does not name")
	f.BoolVar(&config.Sample, "sample", false, "of subjects with more rows than the schema allows keep some, instead of refusing the table")
	require(cmd, "schema", "roster", "to", "out")
	return cmd
}

// tableFiles puts the files of each table together.
func tableFiles(csvs, schemas, mocks []string) ([]publish.Table, error) {
	var tables []publish.Table
	for _, arg := range csvs {
		name, file := publish.Named(arg)
		tables = append(tables, publish.Table{Name: name, CSV: file})
	}
	for what, list := range map[string][]string{"schema": schemas, "mock": mocks} {
		for _, arg := range list {
			name, file := publish.Named(arg)
			i := slices.IndexFunc(tables, func(t publish.Table) bool { return t.Name == name })
			if i < 0 {
				return nil, term.Fail(term.ExitInput, "name tables and their files alike, as NAME=FILE", "--%s names the table %q, which is not packed", what, name)
			}
			if what == "schema" {
				tables[i].Schema = file
			} else {
				tables[i].Mock = file
			}
		}
	}
	for _, t := range tables {
		if t.Schema == "" {
			return nil, term.Fail(term.ExitInput, fmt.Sprintf("say --schema %s=FILE", t.Name), "table %q has no schema", t.Name)
		}
	}
	return tables, nil
}

func (a *App) datasetAddVersion() *cobra.Command {
	var uri, rosterFile string
	var asOf uint64
	cmd := &cobra.Command{
		Use: "add-version DATASET FOLDER", Short: "Put a published folder on record as the dataset's next version", Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			id, err := parseHash("dataset", args[0])
			if err != nil {
				return err
			}
			c, custodian, err := a.Session(ctx)
			if err != nil {
				return err
			}
			if asOf == 0 {
				if asOf, err = a.containedUntil(ctx, c, id, rosterFile); err != nil {
					return err
				}
			}
			v, err := publish.VersionOf(args[1], uri, rosterFile, asOf)
			if err != nil {
				return err
			}
			number, err := c.AddVersion(ctx, custodian, id, v)
			if err != nil {
				return err
			}
			if err := writeManifest(ctx, c, id, number, v, args[1]); err != nil {
				a.Note("note: the version is on record, but its manifest was not written: %v", err)
			}
			return a.Result(map[string]any{"dataset": id, "version": number, "contentRoot": common.Hash(v.ContentRoot), "asOf": v.AsOf}, func(w io.Writer) {
				fmt.Fprintf(w, "version %d of dataset %s\n", number, id)
			})
		},
	}
	cmd.Flags().StringVar(&uri, "uri", "", "where workers find the folder; its path when not given")
	cmd.Flags().StringVar(&rosterFile, "roster", "", "roster file, to commit to; required")
	cmd.Flags().Uint64Var(&asOf, "as-of", 0, "block up to which everybody who enrolled is in the data; when not given, the newest that the roster allows")
	require(cmd, "roster")
	return cmd
}

// containedUntil finds the block up to which the people of a roster file are all who enrolled: people who enrolled later do not
// count towards the minimum cohort of the version.
func (a *App) containedUntil(ctx context.Context, c *client.Client, id common.Hash, rosterFile string) (uint64, error) {
	r, err := roster.Load(rosterFile)
	if err != nil {
		return 0, err
	}
	now, err := c.Now(ctx)
	if err != nil {
		return 0, err
	}
	d, err := now.Dataset(ctx, id)
	if err != nil {
		return 0, err
	}
	until, err := c.ContainedUntil(ctx, now, d.Ledger, r.Entries())
	if err != nil {
		return 0, fmt.Errorf("finding who enrolled and is not in roster %s: %w", rosterFile, err)
	}
	if until == 0 {
		return 0, term.Fail(term.ExitInput, "make the version anew with the newest roster, or say --as-of BLOCK", "roster %s lacks the first person who enrolled in dataset %s", rosterFile, id)
	}
	if until < now.Round.Number {
		a.Note("note: roster %s lacks a person who enrolled in block %d: who enrolled from there on does not count towards the minimum cohort of this version", rosterFile, until+1)
	}
	return until, nil
}

// writeManifest puts the manifest of a version beside its files.
func writeManifest(ctx context.Context, c *client.Client, id common.Hash, number uint32, v dataset.Version, folder string) error {
	now, err := c.Now(ctx)
	if err != nil {
		return err
	}
	d, err := now.Dataset(ctx, id)
	if err != nil {
		return err
	}
	return publish.WriteManifest(folder, dataset.Manifest{
		Format: dataset.ManifestFormat, ChainID: c.ChainID(), Registry: c.Contracts().DatasetRegistry, Registrant: d.Registrant, Name: d.Name,
		Family: d.Family, Founder: d.Founder, Open: d.Open, Number: number, Version: v,
	})
}

func (a *App) datasetShow() *cobra.Command {
	return &cobra.Command{
		Use: "show DATASET", Short: "Show a dataset, its policy and its budget", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			o, err := a.openDataset(ctx, args[0])
			if err != nil {
				return err
			}
			id, d := o.id, o.record
			p, err := o.now.Policy(ctx, id, d.PolicyVersion)
			if err != nil {
				return err
			}
			b, err := o.now.Budget(ctx, id)
			if err != nil {
				return err
			}
			return a.Result(map[string]any{
				"dataset": id, "name": d.Name, "custodian": d.Custodian, "enroller": d.Enroller, "broker": d.Broker, "ledger": d.Ledger,
				"registrant": d.Registrant, "family": d.Family, "founder": d.Founder, "domain": common.Hash(d.Domain), "open": d.Open, "stopped": d.Stopped, "version": d.Version,
				"policyVersion": d.PolicyVersion, "minGrantVersion": d.MinGrantVersion, "pendingVersion": d.PendingVersion,
				"pendingFrom": d.PendingFrom, "pendingVoids": d.PendingVoids, "policy": p, "budget": b,
			}, func(w io.Writer) {
				state := "in use"
				if d.Stopped {
					state = "STOPPED"
				}
				fmt.Fprintf(w, "dataset    %s %q (%s)\ncustodian  %s\nledger     %s\nversion    %d\n", id, d.Name, state, d.Custodian, d.Ledger, d.Version)
				if d.Family != "" {
					fmt.Fprintf(w, "family     %q of %s: its datasets share their pseudonyms\n", d.Family, d.Founder)
				}
				fmt.Fprintf(w, "policy     version %d, counts grants from version %d on\n", d.PolicyVersion, d.MinGrantVersion)
				if d.PendingVersion != 0 {
					fmt.Fprintf(w, "           %s\n", pendingWords(d))
				}
				fmt.Fprintf(w, "purposes   %s\nkinds      %s\ncohort     at least %d subjects\nfloor      %s\n", p.Purposes, p.Kinds, p.MinCohort, p.FloorWords())
				fmt.Fprintf(w, "releases   private %v, exact %v; %s\n", p.AllowPrivate, p.AllowExact, p.Conditions.Words())
				fmt.Fprintf(w, "budget     rho %s: %s spent, %s of jobs under way\n", b.Limit.Rho, b.Settled.Rho, b.Open.Rho)
				fmt.Fprintf(w, "           delta %s: %s spent, %s of jobs under way\n", b.Limit.Delta, b.Settled.Delta, b.Open.Delta)
			})
		},
	}
}

// pendingWords says when an announced policy takes effect, and whether older grants end with it.
func pendingWords(d bindings.IDatasetRegistryDataset) string {
	s := fmt.Sprintf("version %d takes effect at %s", d.PendingVersion, time.Unix(int64(d.PendingFrom), 0).UTC().Format(time.RFC3339))
	if d.PendingVoids {
		s += "; from then on no older grant counts"
	}
	return s
}

func (a *App) datasetPolicy() *cobra.Command {
	var files promised
	var void int
	cmd := &cobra.Command{
		Use: "set-policy DATASET FILE", Short: "Set a new policy version", Args: cobra.ExactArgs(2),
		Long: `Set a new policy version. What it leaves open is as in the policy in effect. One that asks more of subjects waits out the network's
delay and then voids every grant; the command says how many that are, and does it only with that number in --void. One that only adds
or replaces who carries the policy out waits and voids nothing; any other is in effect at once. A version that still waits is
withdrawn.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := readPolicy(args[1])
			if err != nil {
				return err
			}
			if err := files.fill(&p); err != nil {
				return err
			}
			ctx := cmd.Context()
			o, err := a.openDataset(ctx, args[0])
			if err != nil {
				return err
			}
			old, err := o.now.Policy(ctx, o.id, o.record.PolicyVersion)
			if err != nil {
				return err
			}
			publish.Complete(&p, old)
			if err := p.Validate(); err != nil {
				return fmt.Errorf("reading the policy in %s: %w", args[1], err)
			}
			if d := o.record; d.PendingVersion != 0 {
				a.Note("it withdraws version %d, which is announced and not in effect", d.PendingVersion)
			}
			if err := a.tellCost(ctx, o, policy.Compare(old, p), cmd.Flags().Changed("void"), void); err != nil {
				return err
			}
			c, custodian, err := a.Session(ctx)
			if err != nil {
				return err
			}
			change, err := c.SetPolicy(ctx, custodian, o.id, p)
			if err != nil {
				return err
			}
			return a.Result(change, func(w io.Writer) {
				fmt.Fprintf(w, "policy version %d is in effect from %s\n", change.Version, time.Unix(int64(change.EffectiveFrom), 0).UTC().Format(time.RFC3339))
				if change.Effect == policy.Voids {
					fmt.Fprintln(w, "it asks more than the one before: no older grant counts under it")
				}
			})
		},
	}
	cmd.Flags().IntVar(&void, "void", 0, "how many grants it voids: the number that the command names when it asks for it")
	files.flags(cmd)
	return cmd
}

// tellCost says what a new policy changes, and whom that costs: one that asks more is set only if the number of the grants that it
// voids is confirmed.
func (a *App) tellCost(ctx context.Context, o *opened, change policy.Change, given bool, void int) error {
	for _, l := range []struct {
		what   string
		fields []string
	}{{"asks more", change.Looser}, {"adds or replaces", change.Added}, {"allows less", change.Stricter}} {
		if len(l.fields) > 0 {
			a.Note("%s: %s", l.what, strings.Join(l.fields, ", "))
		}
	}
	cost := 0
	if change.Effect() == policy.Voids {
		var err error
		if cost, err = o.client.LiveGrants(ctx, o.now, o.id); err != nil {
			return fmt.Errorf("counting the grants that it would void: %w", err)
		}
		a.Note("it voids %s today", count(cost, "grant that counts", "grants that count"))
	}
	if void != cost {
		hint := fmt.Sprintf("say --void %d if that is meant", cost)
		if given {
			return term.Fail(term.ExitInput, hint, "the policy voids %s, --void says %d", count(cost, "grant", "grants"), void)
		}
		return term.Fail(term.ExitInput, hint, "the policy voids %s: who gave that has to be asked anew", count(cost, "grant", "grants"))
	}
	return nil
}

// count is a number of things in words.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func (a *App) datasetStop(stop bool) *cobra.Command {
	use, short, done := "resume DATASET", "End a stop", "resumed"
	if stop {
		use, short, done = "stop DATASET", "Stop all use of a dataset at once", "stopped"
	}
	return &cobra.Command{
		Use: use, Short: short, Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := parseHash("dataset", args[0])
			if err != nil {
				return err
			}
			c, custodian, err := a.Session(cmd.Context())
			if err != nil {
				return err
			}
			act := c.Resume
			if stop {
				act = c.Stop
			}
			if _, err := act(cmd.Context(), custodian, id); err != nil {
				return err
			}
			return a.Result(map[string]any{"dataset": id, "done": done}, func(w io.Writer) { fmt.Fprintf(w, "%s dataset %s\n", done, id) })
		},
	}
}

func (a *App) datasetRevoke() *cobra.Command {
	return &cobra.Command{
		Use: "revoke DATASET PSEUDONYM...", Short: "Revoke for subjects, for good, as their custodian", Args: cobra.MinimumNArgs(2),
		Long: `Revoke for subjects, for good, as their custodian. It is done to the people who wear or wore the pseudonyms, whatever they
rotated to. Each that the ledger refuses is named, and then the command fails.`,
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
					if r.Current == r.Pseudonym {
						fmt.Fprintf(w, "revoked %s\n", r.Pseudonym)
					} else {
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
