package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	engine "github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
	"github.com/assent-network/assent/tee"
)

func (a *App) jobCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "job",
		Short: "Post jobs, review them, watch them, read their results",
		Long: `A researcher posts a job; the custodian reads its question and approves or refuses it; a
worker runs it; the researcher decrypts the result.

  assent key new --result result.key
  assent job template --kind fairness --schema schema.json > audit.json
  assent job post DATASET --kind fairness --params audit.json --purpose FAIR --recipient institute \
    --rho 0.05 --schema schema.json --result-key result.key --key me.key
  assent job list --waiting --mine --key custodian.key
  assent job approve JOB --key custodian.key
  assent job watch JOB
  assent job result JOB --result-key result.key

JOB is a job's id, or its first eight digits.`,
	}
	cmd.AddCommand(a.jobTemplate(), a.jobCheck(), a.jobPost(), a.jobRun(), a.jobList(), a.jobShow(), a.jobWatch(),
		a.jobResult(), a.jobApprove(), a.jobRefuse(), a.jobDisapprove(), a.jobCancel(), a.jobExpire())
	return cmd
}

// compiled are parameters that were held against a schema.
type compiled struct {
	canonical []byte
	plan      *engine.Plan // nil without a schema, as are the others below
	held      *held
	cautions  []string // what of the question is easily misread
	noise     []string // how far off the figures may be; none for an exact release
	words     *question.Question
}

// asks says in words which rows take part, in which groups, and what comes out of them: also what is left out.
func (c *compiled) asks() []string {
	if c.words == nil {
		return nil
	}
	all := []string{"rows: " + c.words.Rows}
	for _, g := range c.words.Groups {
		all = append(all, "groups: "+g)
	}
	for _, f := range c.words.Figures {
		all = append(all, "figures: "+f)
	}
	return all
}

// compileParameters reads parameters loosely, returns their canonical form, and checks them against the schema of their
// table if there are schemas.
func compileParameters(
	k kind.Kind, path string, schemas map[string]*schema.Schema, tables dataset.Tables, how job.Release, rho budget.Rho,
) (*compiled, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the parameters: %w", err)
	}
	params, canonical, err := statistics.Read(k, raw)
	if err != nil {
		err = fmt.Errorf("reading the parameters in %s: %w", path, err)
		if other, known := kindOfParameters(raw); known && other != k {
			err = term.Fail(term.ExitInput, "say --kind "+other.String(), "%w", err)
		}
		return nil, err
	}
	out := &compiled{canonical: canonical}
	if len(schemas) == 0 {
		return out, nil
	}
	table := params.Table()
	if len(schemas) == 1 && schemas[publish.DefaultTable] != nil {
		table = "" // a schema file that is given without a name may be that of any table
	}
	schema, err := schemaOf(schemas, table)
	if err != nil {
		return nil, fmt.Errorf("holding the parameters in %s against the schema: %w", path, err)
	}
	if out.plan, err = engine.Compile(params, schema); err != nil {
		return nil, fmt.Errorf("holding the parameters in %s against the schema: %w", path, err)
	}
	if err := out.plan.Check(how, rho); err != nil {
		return nil, fmt.Errorf("holding the parameters in %s against the budget: %w", path, err)
	}
	words, err := question.Of(params, schema, question.Terms{Release: how, Rho: rho})
	if err != nil {
		return nil, fmt.Errorf("saying what the parameters in %s ask: %w", path, err)
	}
	out.words = words
	out.noise, out.cautions = words.Errors, out.plan.Cautions()
	if f := params.Fairness; f != nil && reflect.DeepEqual(f.Prediction, f.Label) {
		out.cautions = append(slices.Clip(out.cautions),
			"prediction and label are the same condition: every row counts as "+
				"predicted right, so that only the shares of the groups tell anything")
	}
	out.held, err = heldOf(tables, params.Table(), schema, out.plan, how)
	return out, err
}

// kindOfParameters is the kind whose parameters a file says that it has, if it says one.
func kindOfParameters(raw []byte) (k kind.Kind, known bool) {
	var head struct {
		Format string `json:"format"`
	}
	if json.Unmarshal(raw, &head) != nil {
		return 0, false
	}
	k, known = map[string]kind.Kind{query.Format: kind.Query, fairness.Format: kind.Fairness}[head.Format]
	return k, known
}

// terms are the flags that say how a result leaves.
type jobTerms struct {
	kind, rho, epsilon string
	exact              bool
}

func (t *jobTerms) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&t.kind, "kind", "query", "kind of computation: "+kind.Runnable.String())
	cmd.Flags().StringVar(&t.rho, "rho", "", "privacy budget of a private release, zCDP, for example 0.05")
	cmd.Flags().StringVar(&t.epsilon, "epsilon", "", "privacy budget as an epsilon at delta 10^-6, instead of --rho")
	cmd.Flags().BoolVar(&t.exact, "exact", false, "exact release, where the policy lets it through after review")
}

func (t *jobTerms) parse() (kind.Kind, job.Release, budget.Rho, error) {
	k, err := parseKind(t.kind)
	if err != nil {
		return 0, 0, 0, err
	}
	switch {
	case t.exact && (t.rho != "" || t.epsilon != ""):
		return 0, 0, 0, term.Fail(term.ExitInput, "", "an exact release takes no privacy budget: leave out --rho and "+
			"--epsilon, or --exact")
	case t.exact:
		return k, job.Exact, 0, nil
	case t.rho != "" && t.epsilon != "":
		return 0, 0, 0, term.Fail(term.ExitInput, "", "--rho and --epsilon are two ways to say the same: give one")
	case t.rho != "":
		micro, err := ParseMicro("--rho", t.rho)
		return k, job.Private, budget.Rho(micro), err
	case t.epsilon != "":
		micro, err := ParseMicro("--epsilon", t.epsilon)
		if err != nil {
			return 0, 0, 0, err
		}
		rho, err := budget.FromEpsilon(budget.Epsilon(micro), budget.DeltaExponent)
		return k, job.Private, rho, err
	default:
		return 0, 0, 0, term.Fail(term.ExitInput, "",
			"a private release needs --rho or --epsilon; an exact one --exact")
	}
}

// ParseMicro reads a decimal number with at most six decimals as millionths.
func ParseMicro(what, s string) (uint64, error) {
	whole, frac, _ := strings.Cut(s, ".")
	bad := term.Fail(term.ExitInput, "", "%s %.40q is not a positive decimal number with at most six decimals", what, s)
	if len(whole) > 9 || len(frac) > 6 || whole == "" || strings.Trim(whole+frac, "0123456789") != "" {
		return 0, bad
	}
	var v uint64
	for _, d := range whole + frac + strings.Repeat("0", 6-len(frac)) {
		v = v*10 + uint64(d-'0')
	}
	if v == 0 {
		return 0, bad
	}
	return v, nil
}

// schemaOf is the schema of the table that parameters name; that of the only one when they name none.
func schemaOf(schemas map[string]*schema.Schema, table string) (*schema.Schema, error) {
	if schema := schemas[table]; schema != nil {
		return schema, nil
	}
	if len(schemas) == 1 && table == "" {
		for _, only := range schemas {
			return only, nil
		}
	}
	have := strings.Join(slices.Sorted(maps.Keys(schemas)), ", ")
	if table == "" {
		return nil, term.Fail(term.ExitInput, `name one in the parameters, as "table"`,
			"the parameters name no table, and there are schemas of several: %s", have)
	}
	return nil, term.Fail(term.ExitInput, "name its schema as --schema NAME=FILE",
		"there is no schema of table %q, only of: %s",
		table, have)
}

// after returns the time so long after a round, in Unix seconds: terms count by the chain's clock, not by this
// machine's.
func after(r contracts.Round, flag string, d time.Duration) (uint64, error) {
	if d < time.Second {
		return 0, term.Fail(term.ExitInput, "write a duration such as 90m or 24h", "%s %s is no time ahead", flag, d)
	}
	return r.Time + uint64(d/time.Second), nil
}

func (a *App) jobCheck() *cobra.Command {
	var t jobTerms
	var on checkedOn
	var schema []string
	var policyFile, tablesFile string
	cmd := &cobra.Command{
		Use:   "check PARAMETERS",
		Short: "Check parameters against a schema and a budget, without posting anything",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			k, how, rho, err := t.parse()
			if err != nil {
				return err
			}
			tables, err := readTables(tablesFile, schema)
			if err != nil {
				return err
			}
			schemas, err := publish.LoadSchemas(schema)
			if err != nil {
				return err
			}
			of, err := compileParameters(k, args[0], schemas, tables, how, rho)
			if err != nil {
				return err
			}
			hash, err := job.HashParameters(of.canonical)
			if err != nil {
				return err
			}
			out, sizeWords := map[string]any{"parameters": hash, "bytes": len(of.canonical)}, ""
			if of.plan != nil {
				out["outputs"] = of.plan.OutputNames()
				size, err := of.plan.MaxSize(how, rho)
				if err != nil {
					return err
				}
				out["lines"], out["resultBytes"], out["cautions"] = of.plan.LineCount(), size, of.cautions
				out["errors"], out["question"] = of.noise, of.words
				sizeWords = of.plan.SizeWords(size)
			}
			of.held.put(out)
			floor := "exact releases suppress cells of fewer people than the policy's minCell: give --policy to see " +
				"how many"
			if policyFile != "" {
				p, err := readPolicy(policyFile)
				if err != nil {
					return err
				}
				floor, out["minCell"] = p.FloorWords(), p.MinCell
				if err := of.held.check(p.JobTimeout); err != nil {
					return err
				}
			}
			people, err := on.effect(cmd.Context(), a, job.Spec{Kind: k, Release: how, Rho: rho})
			if err != nil {
				return err
			}
			if people != nil {
				out["people"] = people
			}
			return a.Result(out, func(w io.Writer) {
				fmt.Fprintf(w, "parameters %s, %d bytes\n", hash, len(of.canonical))
				if of.plan != nil {
					fmt.Fprintf(w, "outputs: %s\n", strings.Join(of.plan.OutputNames(), ", "))
					fmt.Fprintln(w, sizeWords)
					for _, asked := range of.asks() {
						fmt.Fprintln(w, asked)
					}
					for _, far := range of.noise {
						fmt.Fprintf(w, "error: %s\n", far)
					}
					for _, caution := range of.cautions {
						fmt.Fprintf(w, "mind: %s\n", caution)
					}
					fmt.Fprintln(w, of.held.words())
				}
				if how == job.Exact {
					fmt.Fprintln(w, floor)
				}
				if people != nil {
					people.print(w)
				}
			})
		},
	}
	t.flags(cmd)
	cmd.Flags().StringArrayVar(&schema, "schema", nil, "the dataset's schema file; of several tables NAME=FILE each")
	cmd.Flags().StringVar(&tablesFile, "tables", "", tablesHelp)
	cmd.Flags().StringVar(&policyFile, "policy", "",
		"the dataset's policy file, to see what an exact release suppresses")
	on.flags(cmd)
	return cmd
}

// warnUnknown warns of a policy with rules that this version does not know: workers and brokers that do not know them
// either take none of its jobs.
func (a *App) warnUnknown(p policy.Policy) {
	if err := p.UnknownRules(); err != nil {
		a.Note("warning: workers and brokers of this version take no jobs of this dataset: %v", err)
	}
}

func require(cmd *cobra.Command, names ...string) {
	for _, n := range names {
		if err := cmd.MarkFlagRequired(n); err != nil {
			panic("cli: internal error: " + err.Error())
		}
	}
}

// attestationView says what kind of TEE runs a job.
type attestationView struct {
	Platform  string        `json:"platform"`
	Simulated bool          `json:"simulated"`
	TCB       tee.TCBStatus `json:"tcb"`
}

// attestationOf reads what the chain found of an enclave; nothing for the zero address.
func attestationOf(ctx context.Context, c *client.Client, enclave common.Address) (*attestationView, error) {
	if enclave == (common.Address{}) {
		return nil, nil
	}
	w, err := c.Worker(ctx, enclave)
	if err != nil {
		return nil, err
	}
	f := factsOf(w)
	return &attestationView{Platform: f.Platform, Simulated: f.Simulated, TCB: f.TCB}, nil
}

func (v *attestationView) String() string {
	if v.Simulated {
		return fmt.Sprintf("%s, simulated: no hardware protects it; TCB status %s", v.Platform, v.TCB)
	}
	return fmt.Sprintf("%s, real; TCB status %s", v.Platform, v.TCB)
}

// meaning says of a state what one may not know.
func meaning(s job.State) string {
	switch s {
	case job.Sealed:
		return "The result is on record and waits for the key that opens it. The worker is paid when it gives that " +
			"away."
	case job.Withheld:
		return "The worker did not give away in time the key that opens the result. The fee is back with the " +
			"researcher, the bond stays until it does."
	}
	return ""
}

func (a *App) jobCancel() *cobra.Command {
	return &cobra.Command{
		Use: "cancel JOB", Short: "Take back a job that is not claimed", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.jobAct(cmd, args[0], "cancelled", func(ctx context.Context, s jobSender, id common.Hash) error {
				_, err := s.Client.Cancel(ctx, s.Account, id)
				return err
			})
		},
	}
}

func (a *App) jobExpire() *cobra.Command {
	return &cobra.Command{
		Use:   "expire JOB",
		Short: "End what has run out of time: a job, a claim, or the wait for a result's key; anyone may",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.jobAct(cmd, args[0], "expired", func(ctx context.Context, s jobSender, id common.Hash) error {
				_, err := s.Client.Expire(ctx, s.Account, id)
				return err
			})
		},
	}
}
