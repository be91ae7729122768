package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/internal/quoted"
	"github.com/assent-network/assent/protocol/job"
)

// listOptions are the flags of job list.
type listOptions struct {
	waiting, mine  bool
	dataset, state string
	files          schemaFiles
}

// questionsTimeout bounds how long a list reads what datasets publish: jobs of many datasets can be on it.
const questionsTimeout = 30 * time.Second

// listed is a job as the list has it.
type listed struct {
	ID         common.Hash     `json:"job"`
	Dataset    common.Hash     `json:"dataset"`
	Name       string          `json:"name"`
	Researcher common.Address  `json:"researcher"`
	Kind       string          `json:"kind"`
	Purpose    string          `json:"purpose"`
	State      job.State       `json:"state"`
	Question   string          `json:"question,omitempty"`
	Unread     string          `json:"unread,omitempty"` // why the question is not shown
	Waiting    *client.Waiting `json:"waiting,omitempty"`
	Error      string          `json:"error,omitempty"` // why it waits could not be read
}

func (a *App) jobList() *cobra.Command {
	var o listOptions
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List jobs, what each asks, and why those wait that do",
		Long: `List jobs, newest first: what each asks in one line, where it stands, and why it waits
and since when.

The questions are shown of --mine and of --dataset, whose schemas are read from where the datasets
publish them; from a path of this machine only of --mine. Where that place is gone, --schema names
the schema file.

A custodian's inbox is: assent job list --waiting --mine --key custodian.key`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.listJobs(cmd.Context(), &o)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.waiting, "waiting", false, "only jobs that have not ended")
	f.BoolVar(&o.mine, "mine", false, "only jobs that the account of --key posted, and those on its datasets")
	f.StringVar(&o.dataset, "dataset", "", "only jobs on this dataset: its name, its id, or how that begins")
	o.files.flags(cmd)
	f.StringVar(&o.state, "state", "", "only jobs in this state: "+strings.Join(stateNames(), ", "))
	return cmd
}

// stateNames are the states that a job on record can have.
func stateNames() []string {
	var names []string
	for s := job.Posted; s <= job.Cancelled; s++ {
		names = append(names, s.String())
	}
	return names
}

// chosen says which jobs a list shows.
func (o *listOptions) chosen(a *App) (
	want func(*client.Posted, *contracts.Dataset) bool, err error,
) {
	var me common.Address
	if o.state != "" && !slices.Contains(stateNames(), o.state) {
		return nil, term.Fail(term.ExitInput, "the states are "+strings.Join(stateNames(), ", "),
			"--state %.40q is no state of a job",
			o.state)
	}
	if o.mine {
		key, err := a.Key()
		if err != nil {
			return nil, err
		}
		me = crypto.PubkeyToAddress(key.PublicKey)
	}
	return func(j *client.Posted, d *contracts.Dataset) bool {
		return (!o.waiting || !j.State().Final()) &&
			(o.state == "" || o.state == j.State().String()) &&
			(!o.mine || j.Spec.Researcher == me || d.Custodian == me)
	}, nil
}

func (a *App) listJobs(ctx context.Context, o *listOptions) (err error) {
	want, err := o.chosen(a)
	if err != nil {
		return err
	}
	var of common.Hash
	if o.dataset != "" {
		if of, err = a.datasetID(ctx, o.dataset); err != nil {
			return err
		}
	}
	c, err := a.Client(ctx)
	if err != nil {
		return err
	}
	now, err := c.Now(ctx)
	if err != nil {
		return err
	}
	jobs, err := c.Jobs(ctx, now, of)
	if err != nil {
		return err
	}
	library, err := publish.OpenPublished()
	if err != nil {
		return err
	}
	defer func() {
		if cerr := library.Close(); err == nil {
			err = cerr
		}
	}()
	datasets := make(map[common.Hash]*contracts.Dataset)
	waits := c.Waits(now)
	reading, cancel := context.WithTimeout(ctx, questionsTimeout)
	defer cancel()
	all := []listed{}
	for _, j := range slices.Backward(jobs) {
		d := datasets[j.Spec.Dataset]
		if d == nil {
			record, err := now.Dataset(ctx, j.Spec.Dataset)
			if err != nil {
				return err
			}
			d = &record
			datasets[j.Spec.Dataset] = d
		}
		if !want(j, d) {
			continue
		}
		l := list(ctx, waits, j, d)
		if o.mine || o.dataset != "" {
			library.Paths = o.mine
			l.ask(reading, now, library, j, &o.files)
		} else {
			l.Unread = "questions are shown of --mine and of --dataset"
		}
		all = append(all, *l)
	}
	return a.Result(all, func(w io.Writer) {
		for i := range all {
			all[i].print(w)
		}
		switch {
		case len(all) == 0 && o.waiting:
			fmt.Fprintln(w, "no such job waits")
		case len(all) == 0:
			fmt.Fprintln(w, "no such job")
		}
	})
}

// list reads what a list shows of a job on chain.
func list(ctx context.Context, waits *client.Waits, j *client.Posted, d *contracts.Dataset) *listed {
	l := &listed{
		ID: j.ID, Dataset: j.Spec.Dataset, Name: d.Name, Researcher: j.Spec.Researcher, Kind: j.Spec.Kind.String(),
		Purpose: j.Spec.Purpose.String(), State: j.State(),
	}
	var err error
	if l.Waiting, err = waits.Of(ctx, j); err != nil {
		l.Error = err.Error() // the other jobs are shown all the same
	}
	return l
}

// ask reads a job's question. One whose schema cannot be read now is left out.
func (l *listed) ask(
	ctx context.Context, now *contracts.Snapshot, library *publish.Published, j *client.Posted, files *schemaFiles,
) {
	asked, err := files.ask(ctx, now, library, j, 0)
	asked.tellWaiting(ctx, library, j, l.Waiting, err)
	if err != nil {
		l.Unread = err.Error()
		return
	}
	l.Question = asked.Words.Line
}

func (l *listed) print(w io.Writer) {
	fmt.Fprintf(w, "%s  %-9s %s, %s for %s, by %s\n", shortID(l.ID), l.State, quoted.Text(l.Name), l.Kind, l.Purpose,
		l.Researcher)
	question := l.Question
	if question == "" {
		question = fmt.Sprintf("its question is not shown here (assent job show %s --schema FILE): %s", shortID(l.ID),
			l.Unread)
	}
	fmt.Fprintf(w, "            %s\n", question)
	if l.Waiting != nil {
		fmt.Fprintf(w, "            waits for %s since %s: %s\n", l.Waiting.For, clock(l.Waiting.Since), l.Waiting.Why)
	}
	if l.Error != "" {
		fmt.Fprintf(w, "            why it waits cannot be read: %s\n", l.Error)
	}
}
