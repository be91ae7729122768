package cli

import (
	"context"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/internal/quoted"
	"github.com/assent-network/assent/protocol/policy"
)

// datasetFacts is a dataset as it stands, for people and programs.
type datasetFacts struct {
	id         common.Hash
	record     contracts.Dataset
	policy     policy.Policy
	budget     contracts.Budget
	versions   []versionFacts
	gates      []gateFacts
	market     common.Address
	idle       []string
	unknownErr error
	// folder is where workers find the newest version, and files are its schemas, where it is on this machine.
	folder string
	files  map[string]string
}

// versionFacts is a version of a dataset's content.
type versionFacts struct {
	Number  uint32 `json:"number"`
	Retired bool   `json:"retired"`
}

// gateFacts is a gate of a policy, and whether there is a contract at its address.
type gateFacts struct {
	policy.Gate
	IsContract bool `json:"isContract"`
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
			f, err := datasetFactsOf(ctx, o)
			if err != nil {
				return err
			}
			return a.Result(f.json(), f.print)
		},
	}
}

// datasetFactsOf reads what there is to show of a dataset.
func datasetFactsOf(ctx context.Context, o *opened) (*datasetFacts, error) {
	f := &datasetFacts{id: o.id, record: o.record, market: o.client.Contracts().JobMarket}
	var err error
	if f.policy, err = o.now.Policy(ctx, o.id, o.record.PolicyVersion); err != nil {
		return nil, err
	}
	if f.budget, err = o.now.Budget(ctx, o.id); err != nil {
		return nil, err
	}
	if err := f.readFiles(ctx, o); err != nil {
		return nil, err
	}
	for number := uint32(1); number <= o.record.Version; number++ {
		retired, err := o.now.Retired(ctx, o.id, number)
		if err != nil {
			return nil, err
		}
		f.versions = append(f.versions, versionFacts{number, retired})
	}
	for _, g := range f.policy.Gates {
		is, err := o.client.IsContract(ctx, g.Contract)
		if err != nil {
			return nil, err
		}
		f.gates = append(f.gates, gateFacts{g, is})
	}
	f.unknownErr = f.policy.UnknownRules()
	f.idle, err = idleWords(ctx, o.client, f.market, f.policy)
	return f, err
}

// readFiles finds where the newest version is, and its schemas.
func (f *datasetFacts) readFiles(ctx context.Context, o *opened) error {
	if o.record.Version == 0 {
		return nil
	}
	v, err := o.now.Version(ctx, o.id, o.record.Version)
	if err != nil {
		return err
	}
	version := v
	f.folder, f.files = version.URI, map[string]string{}
	if tables, ok := tablesAt(version); ok {
		for _, t := range tables {
			f.files[t.Name] = filepath.Join(strings.TrimPrefix(version.URI, "file://"), t.SchemaFile())
		}
	}
	return nil
}

// json is what programs read.
func (f *datasetFacts) json() map[string]any {
	d := f.record
	return map[string]any{
		"dataset": f.id, "name": d.Name, "custodian": d.Custodian, "enroller": d.Enroller, "broker": d.Broker,
		"ledger": d.Ledger, "registrant": d.Registrant, "family": d.Family, "founder": d.Founder,
		"domain": common.Hash(d.Domain), "open": d.Open, "stopped": d.Stopped, "version": d.Version,
		"versions": f.versions, "policyVersion": d.PolicyVersion, "minGrantVersion": d.MinGrantVersion,
		"pendingVersion": d.PendingVersion, "pendingFrom": d.PendingFrom, "pendingVoids": d.PendingVoids,
		"policy": f.policy, "policyHash": f.policy.Hash(), "gates": f.gates, "warnings": f.warnings(),
		"budget": f.budget, "folder": f.folder, "schemaFiles": f.files,
		"usedUpEpsilonClasses": append([]string{}, usedUp(f.budget.Used())...),
	}
}

// warnings says what makes the policy useless, or without effect for subjects.
func (f *datasetFacts) warnings() []string {
	all := append([]string{}, f.idle...)
	if f.unknownErr != nil {
		all = append(all, "workers and brokers of this version take no jobs: "+f.unknownErr.Error())
	}
	return all
}

// print is what people read.
func (f *datasetFacts) print(w io.Writer) {
	d, p := f.record, &f.policy
	state := "in use"
	if d.Stopped {
		state = "STOPPED"
	}
	if d.Open {
		state += ", open: simulated workers may have the data"
	}
	row := func(name, format string, args ...any) {
		fmt.Fprintf(w, "%-10s %s\n", name, fmt.Sprintf(format, args...))
	}
	row("dataset", "%s %s (%s)", f.id, quoted.Text(d.Name), state)
	row("custodian", "%s", d.Custodian)
	row("broker", "%s", d.Broker)
	row("enroller", "%s", d.Enroller)
	row("ledger", "%s", d.Ledger)
	row("version", "%s", f.versionWords())
	if d.Family != "" {
		row("family", "%s of %s: its datasets share their pseudonyms", quoted.Text(d.Family), d.Founder)
	}
	row("policy", "version %d, counts grants from version %d on", d.PolicyVersion, d.MinGrantVersion)
	if d.PendingVersion != 0 {
		row("", "%s", pendingWords(d))
	}
	row("purposes", "%s", p.Purposes)
	row("kinds", "%s", p.Kinds)
	row("cohort", "at least %d subjects", p.MinCohort)
	row("floor", "%s", p.FloorWords())
	row("releases", "private %v, exact %v; %s", p.AllowPrivate, p.AllowExact, p.Conditions.Words())
	row("schema", "%s", p.Schema)
	if f.folder != "" {
		row("folder", "%s", f.folder)
	}
	for _, table := range slices.Sorted(maps.Keys(f.files)) {
		row("", "schema of table %q: %s", table, f.files[table])
	}
	row("datasheet", "%s", hashWords(p.Datasheet))
	row("text", "%s", hashWords(p.Text))
	f.printMeans(row)
	b := f.budget
	row("budget", "rho %s: %s spent, %s of jobs under way", b.Limit.Rho, b.Settled.Rho, b.Open.Rho)
	row("", "delta %s: %s spent, %s of jobs under way", b.Limit.Delta, b.Settled.Delta, b.Open.Delta)
	if p.RhoPerResearcher != 0 {
		row("", "rho %s at most for one researcher", p.RhoPerResearcher)
	}
	for _, class := range usedUp(b.Used()) {
		row("", "used up: the limit %s of consents", class)
	}
	for _, s := range p.Spenders {
		whose := "which is no market of this network"
		if s == f.market {
			whose = "the network's market"
		}
		row("spender", "%s, %s", s, whose)
	}
	for _, warning := range f.warnings() {
		row("WARNING", "%s", warning)
	}
}

// printMeans prints who carries the policy out, and on which terms.
func (f *datasetFacts) printMeans(row func(name, format string, args ...any)) {
	p := &f.policy
	row("review", "%s", reviewWords(p))
	row("accepts", "%d measurements, %d attestation roots; contracts as wallets %v, older versions %v",
		len(p.Measurements), len(p.TrustRoots), p.AllowERC1271, p.AllowOldVersions)
	row("pins", "%s", pinsWords(p))
	for _, g := range f.gates {
		code := ""
		if !g.IsContract {
			code = "; NO CONTRACT is there"
		}
		row("gate", "%s, asked at %s, may %s%s", g.Contract, g.Moments, g.Powers, code)
	}
	for _, r := range p.Restrictions {
		row("restricts", "%s, a rule that this version does not know", r)
	}
	if len(p.Archives) > 0 {
		row("archives", "%d of %d hold a large result", p.ArchivesNeeded, len(p.Archives))
	}
	row("price", "at least %s base units", p.Price)
	row("time", "consent at most %d rounds old; %s from claim to key, %s to the result, %s to its opening; %d reruns",
		p.MaxConsentAge, timeoutWords(p.ClaimTimeout), timeoutWords(p.JobTimeout), timeoutWords(
			p.OpenTimeout), p.MaxReruns)
}

// versionWords is the newest version, and which are retired.
func (f *datasetFacts) versionWords() string {
	var retired []string
	for _, v := range f.versions {
		if v.Retired {
			retired = append(retired, fmt.Sprint(v.Number))
		}
	}
	if len(retired) == 0 {
		return fmt.Sprint(f.record.Version)
	}
	return fmt.Sprintf("%d; retired: %s", f.record.Version, strings.Join(retired, ", "))
}

// reviewWords says what a job's program goes through.
func reviewWords(p *policy.Policy) string {
	switch p.Review {
	case policy.ReviewListed:
		return fmt.Sprintf("%s, of %d programs", p.Review, len(p.Programs))
	case policy.ReviewReviewers:
		return fmt.Sprintf("%d of %d reviewers sign a program", p.ReviewersNeeded, len(p.Reviewers))
	}
	return p.Review.String()
}

// hashWords is a hash that may be of nothing.
func hashWords(h common.Hash) string {
	if h == (common.Hash{}) {
		return "none"
	}
	return h.Hex()
}

// timeoutWords is a number of seconds as people write it.
func timeoutWords(n uint32) time.Duration { return time.Duration(n) * time.Second }
