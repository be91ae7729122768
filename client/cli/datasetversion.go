package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/client/custodian/roster"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
)

func (a *App) datasetPack() *cobra.Command {
	var config publish.Config
	var schemas, mocks []string
	var policyFile, dir string
	var reading readingFlags
	cmd := &cobra.Command{
		Use: "pack CSV...", Short: "Seal tables into a folder that can be published", Args: cobra.MinimumNArgs(1),
		Long: `Seal tables into a folder that can be published. A single table needs no name; of
several, each is given as NAME=FILE, with its schema as --schema NAME=FILE. How many people have
rows is kept beside the folder, in FOLDER.packed.json, for add-version:

  assent dataset pack people=people.csv visits=visits.csv --schema people=people.json --schema visits=visits.json ...`,
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if config.Tables, err = tableFiles(args, schemas, mocks); err != nil {
				return err
			}
			for i := range config.Tables {
				t := &config.Tables[i]
				if t.Reading, err = a.loadReading(t.Schema); err != nil {
					return err
				}
				if err := reading.apply(cmd, t.Reading); err != nil {
					return err
				}
			}
			if policyFile != "" {
				p, err := readPolicy(policyFile)
				if err != nil {
					return err
				}
				config.Cohort = int(p.MinCohort)
			}
			if dir != "" {
				if config.Keys, err = a.checkRecipients(dir, config.To); err != nil {
					return err
				}
			}
			config.Progress = func(rows int) { a.Note("read %d rows", rows) }
			packed, err := publish.Pack(config)
			if err != nil {
				return a.listProblems(err)
			}
			type sealed struct {
				Table    string `json:"table"`
				Rows     int    `json:"rows"`
				Subjects int    `json:"subjects"`
				Bytes    int64  `json:"bytes"`
				// LeftOutRows are those of people who are not enrolled, and SampledRows those that --sample dropped.
				LeftOutRows     int `json:"leftOutRows"`
				LeftOutSubjects int `json:"leftOutSubjects"`
				SampledRows     int `json:"sampledRows"`
				// Rounded are the cells of each column that lost decimals.
				Rounded map[string]int `json:"rounded,omitempty"`
			}
			var list []sealed
			for i, s := range packed.Summaries {
				list = append(list, sealed{packed.Tables[i].Name, s.Rows, s.Subjects, s.Bytes, s.LeftOutRows,
					s.LeftOutSubjects,
					s.ExcessRows, s.Rounded})
			}
			for i, s := range packed.Summaries {
				a.warnTooLarge(packed.Tables[i].Name, s)
				a.warnRounded(packed.Tables[i].Name, s)
				if m := packed.Mocks[i]; m.Unlikely() {
					a.Warn("note: table %q: %d of the %d rows of its mock data are rows of the table in every cell "+
						"but the subject's; make sure that they are made up", packed.Tables[i].Name, m.Equal, m.Rows)
				}
			}
			if n := packed.Misspelled; n > 0 {
				a.Warn("note: %s not enrolled and %s from one on the roster by case or spaces alone: --trim drops "+
					"spaces around cells; otherwise write them as the roster does",
					count(n, "person of the table is", "people of the table are"), verb(n, "differs", "differ"))
			}
			if packed.People < packed.Roster {
				a.Warn("note: %d of the %d people on the roster have rows; the others count towards a cohort all the "+
					"same",
					packed.People, packed.Roster)
			}
			root := packed.Tables.ContentRoot()
			return a.Result(map[string]any{"contentRoot": root, "tables": list, "people": packed.People,
				"rosterPeople": packed.Roster}, func(w io.Writer) {
				for i, s := range packed.Summaries {
					fmt.Fprintf(w, "sealed %s of %s into %s (%d bytes)\n", count(s.Rows, "row", "rows"),
						count(s.Subjects, "subject", "subjects"),
						filepath.Join(config.Out, packed.Tables[i].DataFile()), s.Bytes)
					if s.LeftOutRows > 0 {
						fmt.Fprintf(w, "left out %s of %s not enrolled\n", count(s.LeftOutRows, "row", "rows"),
							count(s.LeftOutSubjects, "subject who is", "subjects who are"))
					}
					if s.ExcessRows > 0 {
						fmt.Fprintf(w, "dropped %s of subjects who have more than the schema's "+
							"maxContributions\n", count(s.ExcessRows, "row", "rows"))
					}
				}
				fmt.Fprintf(w, "content root %s\n", root)
			})
		},
	}
	f := cmd.Flags()
	f.StringArrayVar(&schemas, "schema", nil, "schema file; of several tables NAME=FILE each; required")
	f.StringVar(&config.Roster, "roster", "", "roster file; required")
	f.StringVar(&config.Datasheet, "datasheet", "", "datasheet to publish with it, as text for people")
	f.StringArrayVar(&mocks, "mock", nil, "mock data to publish with it; of several tables NAME=FILE each")
	f.IntVar(&config.EqualMockRows, "equal-mock-rows", 0, "publish mock data although so many of its rows, made up "+
		"like the others, equal rows of the table")
	f.StringSliceVar(&config.To, "to", nil, "recipient that can open it, as printed by: assent broker add; required")
	f.StringVar(&dir, "dir", "", "folder of a broker's files: refuse recipients none of which is of a key there")
	f.StringVar(&config.Out, "out", "", "folder to publish, which must be new; required")
	f.BoolVar(&config.DropColumns, "drop-columns", false, "leave out columns that the schema does not name")
	f.BoolVar(&config.Sample, "sample", false,
		"of subjects with more rows than the schema allows keep some, instead of refusing the table")
	f.IntVar(&config.AllowMissing, "allow-missing", 0,
		"seal although this many people of the roster, most of them, have no row")
	f.StringVar(&policyFile, "policy", "",
		"policy file: a table with rows of fewer people than its cohort is refused here, and not only by add-version")
	f.IntVar(&config.BelowCohort, "below-cohort", -1,
		"with --policy: seal although so many people, fewer than its cohort, have rows")
	reading.flags(cmd)
	require(cmd, "schema", "roster", "to", "out")
	return cmd
}

// checkRecipients refuses to seal for recipients of which a broker has no key: no worker could ever read the rows. It
// says whose keys it has.
func (a *App) checkRecipients(dir string, to []string) (datasets []common.Hash, err error) {
	k, err := a.keys(dir, false)
	if err != nil {
		return nil, err
	}
	ids, err := k.Datasets()
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		e, err := k.Get(id)
		if err != nil {
			return nil, err
		}
		recipient, err := e.Recipient()
		if err != nil {
			return nil, err
		}
		if slices.Contains(to, recipient) {
			datasets = append(datasets, id)
			a.Note("sealing for the key of dataset %s, called %q when it was made", id, e.Name)
		}
	}
	if len(datasets) == 0 {
		return nil, term.Fail(term.ExitInput, "copy what assent broker recipient DATASET prints, with the same --dir",
			"none of the recipients in --to is of a key in %s, so its broker could open nothing of the folder", dir)
	}
	return datasets, nil
}

// checkSealed refuses a folder that is sealed to the keys of other datasets, as far as the note of packing and the
// folder of the broker's files, which may be empty, tell.
func (a *App) checkSealed(folder, dir string, id common.Hash) error {
	recipient := ""
	if dir != "" {
		k, err := a.keys(dir, false)
		if err != nil {
			return err
		}
		e, err := k.Get(id)
		if err != nil {
			return err
		}
		if recipient, err = e.Recipient(); err != nil {
			return err
		}
	}
	tables, err := publish.ReadTables(folder)
	if err != nil {
		return err
	}
	return publish.CheckKey(folder, tables, id, recipient)
}

// listProblems prints all problems of a table, a line each, and returns an error of one line.
func (a *App) listProblems(err error) error {
	var problems *vault.Problems
	var only *vault.CellError
	if errors.As(err, &only) && only.BySchema() {
		return term.Fail(term.ExitInput, newSchema, "%w", err)
	}
	if !errors.As(err, &problems) {
		return err
	}
	cells, bySchema := 0, false
	for _, p := range problems.List {
		a.Warn("%s", p)
		cells += p.Cells
		bySchema = bySchema || p.BySchema()
	}
	hint := "mend the table, or say how it is written: assent dataset pack --help"
	if bySchema {
		hint += "; " + newSchema
	}
	return term.Fail(term.ExitInput, hint,
		"%s has %s in %s, listed above", problems.Table,
		count(len(problems.List), "kind of problem", "kinds of problems"), count(cells, "place", "places"))
}

// newSchema is what to do where the table is right and the schema is too narrow, and what that costs.
const newSchema = "where the table is right, the schema is too narrow (a boolean column that has a third value " +
	"becomes an integer with bounds, or a category): write a wider one, and have the policy promise it with assent " +
	"dataset set-policy DATASET --schema FILE, which voids the consents given so far, since a schema is part of what " +
	"people agreed to"

// warnRounded says which columns lost decimals.
func (a *App) warnRounded(table string, s *vault.Summary) {
	for _, column := range slices.Sorted(maps.Keys(s.Rounded)) {
		a.Warn("note: table %q, column %q: %s rounded, as its reading says (--decimals)", table, column,
			count(s.Rounded[column], "cell was", "cells were"))
	}
}

// tableFiles puts the files of each table together: one of each kind.
func tableFiles(csvs, schemas, mocks []string) ([]publish.Table, error) {
	twice := func(what, name string) error {
		return term.Fail(term.ExitInput, "name each table once, as NAME=FILE", "the %s of table %q is given twice",
			what,
			name)
	}
	var tables []publish.Table
	for _, arg := range csvs {
		name, file := publish.Named(arg)
		if slices.ContainsFunc(tables, func(t publish.Table) bool { return t.Name == name }) {
			return nil, twice("file", name)
		}
		tables = append(tables, publish.Table{Name: name, CSV: file})
	}
	for what, list := range map[string][]string{"schema": schemas, "mock": mocks} {
		for _, arg := range list {
			name, file := publish.Named(arg)
			i := slices.IndexFunc(tables, func(t publish.Table) bool { return t.Name == name })
			if i < 0 {
				return nil, term.Fail(term.ExitInput, "name tables and their files alike, as NAME=FILE",
					"--%s names the table %q, which is not packed", what, name)
			}
			into := &tables[i].Schema
			if what == "mock" {
				into = &tables[i].Mock
			}
			if *into != "" {
				return nil, twice(what, name)
			}
			*into = file
		}
	}
	for _, t := range tables {
		if t.Schema == "" {
			return nil, term.Fail(term.ExitInput, fmt.Sprintf("say --schema %s=FILE", t.Name), "table %q has no schema",
				t.Name)
		}
	}
	return tables, nil
}

func (a *App) datasetAddVersion() *cobra.Command {
	var uri, rosterFile, dir string
	var asOf uint64
	var endJobs int
	var shrinks shrinkage
	cmd := &cobra.Command{
		Use: "add-version DATASET FOLDER", Short: "Put a published folder on record as the dataset's next version",
		Long: `Put a published folder on record as the dataset's next version. Unless the policy allows older
versions, jobs on the version before that are not charged end: the command says how many those are,
and does it only with that number in --end-jobs.`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			id, err := a.datasetID(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			v, err := publish.VersionOf(args[1], uri, rosterFile, asOf)
			if err != nil {
				return err
			}
			if err := a.checkSealed(args[1], dir, id); err != nil {
				return err
			}
			c, custodian, err := a.Session(ctx)
			if err != nil {
				return err
			}
			if err := objections(a.warnShrinks(ctx, c, id, args[1], rosterFile, shrinks),
				a.warnCohort(ctx, c, id, args[1], shrinks.cohort),
				a.confirmNextVersion(ctx, id.Hex(), endJobs)); err != nil {
				return err
			}
			if uri == "" {
				a.Warn("note: workers find the folder at %s, a path of this machine, which goes on record for all to "+
					"read: --uri names another place", v.URI)
			}
			if asOf == 0 {
				if v.AsOf, err = a.containedUntil(ctx, c, id, rosterFile); err != nil {
					return err
				}
			}
			number, err := c.AddVersion(ctx, custodian, id, v)
			if err != nil {
				return err
			}
			written := writeManifest(ctx, c, id, args[1])
			if err := a.Result(map[string]any{"dataset": id, "version": number,
				"contentRoot": common.Hash(v.ContentRoot),
				"asOf":        v.AsOf}, func(w io.Writer) {
				fmt.Fprintf(w, "version %d of dataset %s\n", number, id)
			}); err != nil {
				return err
			}
			return unwritten(id, number, args[1], written)
		},
	}
	cmd.Flags().StringVar(&dir, "dir", "", "folder of a broker's files: refuse a folder that is not sealed to the "+
		"dataset's key there")
	cmd.Flags().StringVar(&uri, "uri", "", "where workers find the folder; its path when not given")
	cmd.Flags().StringVar(&rosterFile, "roster", "", "the roster file with which the folder was packed; required")
	cmd.Flags().Uint64Var(&asOf, "as-of", 0,
		"block up to which everyone who enrolled is in the data; when not given, the newest that the roster allows")
	cmd.Flags().IntVar(&shrinks.people, "fewer-people", 0,
		"put it on record although so many people who consent, more than half, are not in it")
	cmd.Flags().IntVar(&shrinks.rows, "fewer-rows", 0, "put it on record although it has so many rows fewer, less "+
		"than half of before")
	cmd.Flags().IntVar(&shrinks.cohort, "below-cohort", -1,
		"put it on record although so many people, fewer than the policy's cohort, have rows in it")
	endJobsFlag(cmd, &endJobs, "the version before")
	require(cmd, "roster")
	return cmd
}

// objections are all that a command refuses for, in one failure. What is no failure of the command's own comes first,
// and alone.
func objections(all ...error) error {
	var said, hints []string
	code := 0
	for _, err := range all {
		var f *term.Failure
		if err != nil && !errors.As(err, &f) {
			return err
		}
		if f != nil {
			code, said, hints = f.Code, append(said, f.Error()), append(hints, f.Hint)
		}
	}
	if len(said) == 0 {
		return nil
	}
	return term.Fail(code, strings.Join(hints, "; "), "%s", strings.Join(said, "; and "))
}

// unwritten is the failure of a version that is on record without its manifest, which workers need.
func unwritten(id common.Hash, number uint32, folder string, err error) error {
	if err == nil {
		return nil
	}
	return term.Fail(term.ExitInput, fmt.Sprintf("write it with: assent dataset manifest %s %s", id, folder),
		"version %d of dataset %s is on record, but its manifest was not written: %w", number, id, err)
}

func (a *App) datasetManifest() *cobra.Command {
	return &cobra.Command{
		Use: "manifest DATASET FOLDER", Short: "Write the manifest of the dataset's newest version into its folder",
		Long: `Write the manifest of the dataset's newest version into its published folder, which must
be the one that is on record. The command add-version does so itself; this is for when it could not.`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := a.datasetID(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			c, err := a.Client(cmd.Context())
			if err != nil {
				return err
			}
			if err := writeManifest(cmd.Context(), c, id, args[1]); err != nil {
				return err
			}
			path := filepath.Join(args[1], dataset.ManifestFile)
			return a.Result(map[string]any{"dataset": id, "manifest": path},
				func(w io.Writer) { fmt.Fprintln(w, path) })
		},
	}
}

// containedUntil finds the block up to which the people of a roster file are all who enrolled: people who enrolled
// later do not count towards the minimum cohort of the version.
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
		return 0, term.Fail(term.ExitInput, "make the version anew with the newest roster, or say --as-of BLOCK",
			"roster %s lacks the first person who enrolled in dataset %s", rosterFile, id)
	}
	if until < now.Round.Number {
		a.Warn("note: roster %s lacks a person who enrolled in block %d: who enrolled from there on does not "+
			"count towards the minimum cohort of this version", rosterFile, until+1)
	}
	return until, nil
}

// writeManifest puts the manifest of a dataset's newest version beside its files.
func writeManifest(ctx context.Context, c *client.Client, id common.Hash, folder string) error {
	now, err := c.Now(ctx)
	if err != nil {
		return err
	}
	d, err := now.Dataset(ctx, id)
	if err != nil {
		return err
	}
	v, err := now.Version(ctx, id, d.Version)
	if err != nil {
		return err
	}
	return publish.WriteManifest(folder, dataset.Manifest{
		Format: dataset.ManifestFormat, ChainID: c.ChainID(), Registry: c.Contracts().DatasetRegistry,
		Registrant: d.Registrant, Name: d.Name,
		Family: d.Family, Founder: d.Founder, Open: d.Open, Number: d.Version, Version: v,
	})
}
