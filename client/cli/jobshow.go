package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/client/custodian/review"
	"github.com/assent-network/assent/internal/quoted"
	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/protocol/job"
)

// jobView is a job as the commands print it.
type jobView struct {
	ID      common.Hash    `json:"job"`
	State   job.State      `json:"state"`
	Spec    job.Spec       `json:"spec"`
	Enclave common.Address `json:"enclave"`
	// Attestation is what the chain found of the enclave; absent before a claim.
	Attestation  *attestationView `json:"attestation,omitempty"`
	ClaimRound   uint64           `json:"claimRound,string"`
	ConsentRound uint64           `json:"consentRound,string"`
	ChargeRound  uint64           `json:"chargeRound,string"`
	SealedAt     uint64           `json:"sealedAt,string"` // Unix seconds; zero before the seal
	LiveSubjects uint32           `json:"liveSubjects"`
	Reruns       uint8            `json:"reruns"`
	// Redraws is how often an enclave drew the noise again, since the one that was charged is gone.
	Redraws     uint8 `json:"redraws"`
	KeyReleased bool  `json:"keyReleased"`
}

func viewOf(j *contracts.Job) jobView {
	return jobView{
		ID: j.ID, State: j.State(), Spec: j.Spec, Enclave: j.Enclave, ClaimRound: j.ClaimRound,
		ConsentRound: j.ConsentRound,
		ChargeRound:  j.ChargeRound, SealedAt: j.SealedAt, LiveSubjects: j.LiveSubjects, Reruns: j.Reruns,
		Redraws:     j.Redraws,
		KeyReleased: j.ReleasedAt != 0,
	}
}

func (v jobView) print(w io.Writer) {
	fmt.Fprintf(w, "job        %s\nstate      %s\nkind       %s\nrelease    %s\n", v.ID, v.State, v.Spec.Kind,
		v.Spec.Release)
	if v.Spec.Release == job.Private {
		fmt.Fprintf(w, "rho        %s\n", v.Spec.Rho)
	}
	fmt.Fprintf(w, "purpose    %s\ndataset    %s version %d, policy %d\nresearcher %s\n",
		v.Spec.Purpose.Words(), v.Spec.Dataset, v.Spec.DatasetVersion, v.Spec.PolicyVersion, v.Spec.Researcher)
	if v.ClaimRound != 0 {
		fmt.Fprintf(w, "enclave    %s\n", v.Enclave)
		if v.Attestation != nil {
			fmt.Fprintf(w, "           %s\n", v.Attestation)
		}
		fmt.Fprintf(w, "claimed in round %d, consent of round %d\n", v.ClaimRound, v.ConsentRound)
	}
	if v.ChargeRound != 0 {
		fmt.Fprintf(w, "charged in round %d, %d subjects consented\n", v.ChargeRound, v.LiveSubjects)
		if v.Redraws != 0 {
			fmt.Fprintf(w, "times that its noise was drawn again, as the enclave that had it was gone: %d\n", v.Redraws)
		}
	}
	if v.SealedAt != 0 {
		fmt.Fprintf(w, "sealed at %s\n", time.Unix(int64(v.SealedAt), 0).UTC().Format(time.RFC3339))
	}
	if text := meaning(v.State); text != "" {
		fmt.Fprintln(w, text)
	}
}

// details are what job show knows beside a job's record.
type details struct {
	jobView
	Name     string             `json:"name"` // the dataset's
	Question *question.Question `json:"question,omitempty"`
	// Unread says why the question is not there.
	Unread  string          `json:"unread,omitempty"`
	Waiting *client.Waiting `json:"waiting,omitempty"`
	Refusal *client.Refusal `json:"refusal,omitempty"`
	// Refusals are all that the custodian gave a reason for, also before a later approval.
	Refusals []client.Refusal `json:"refusals,omitempty"`
	// Near are the exact releases of the dataset that may differ from this one by few people, and Others those that do
	// not look so.
	Near     []review.Release `json:"near,omitempty"`
	Others   []review.Release `json:"others,omitempty"`
	releases *review.Releases
	// Ends are the ends of claims, and why the job failed.
	Ends []client.End `json:"ends,omitempty"`
}

func (a *App) jobShow() *cobra.Command {
	var files schemaFiles
	cmd := &cobra.Command{
		Use: "show JOB", Short: "Show what a job asks, where it stands, and why it waits", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, id, err := a.job(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			d, err := detailsOf(cmd.Context(), c, id, &files)
			if err != nil {
				return err
			}
			return a.Result(d, d.print)
		},
	}
	files.flags(cmd)
	return cmd
}

// detailsOf reads all that there is to show of a job. The question is left out, with the reason, when its schema cannot
// be read; one that was named has to hold.
func detailsOf(ctx context.Context, c *client.Client, id common.Hash, files *schemaFiles) (d *details, err error) {
	now, err := c.Now(ctx)
	if err != nil {
		return nil, err
	}
	j, err := c.Posted(ctx, now, id)
	if err != nil {
		return nil, err
	}
	d = &details{jobView: viewOf(j.Job)}
	record, err := now.Dataset(ctx, j.Spec.Dataset)
	if err != nil {
		return nil, err
	}
	d.Name = record.Name
	if d.Attestation, err = attestationOf(ctx, c, j.Enclave); err != nil {
		return nil, err
	}
	if d.Waiting, err = c.Waits(now).Of(ctx, j); err != nil {
		return nil, err
	}
	if d.Refusal, err = c.Refusal(ctx, j.Job); err != nil {
		return nil, err
	}
	if d.Refusals, err = c.Refusals(ctx, j.Job); err != nil {
		return nil, err
	}
	if d.Ends, err = c.Ends(ctx, j); err != nil {
		return nil, err
	}
	library, err := publish.OpenPublished()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, library.Close()) }()
	asked, err := files.ask(ctx, now, library, j, int(j.LiveSubjects))
	asked.tellWaiting(ctx, library, j, d.Waiting, err)
	switch {
	case err == nil:
		d.Question = asked.Words
		if d.releases, err = (&review.Source{Library: library}).Releases(ctx, c, now, j, asked.Question); err != nil {
			return nil, err
		}
		d.Near, d.Others = d.releases.Near, d.releases.Others
	case len(files.schemas) > 0:
		return nil, err
	default:
		d.Unread = err.Error()
	}
	return d, nil
}

// tellWaiting says of a job that no worker has claimed whether it waits for the dataset's files, of which the chain
// tells nothing. unread is why the question could not be read; where that is not for the files, they are not judged.
func (q *asked) tellWaiting(
	ctx context.Context, library *publish.Published, j *client.Posted, why *client.Waiting, unread error,
) {
	if why == nil || why.For != client.ForWorker || j.State() != job.Approved {
		return
	}
	switch {
	case unread == nil:
		q.tellFile(ctx, library, why, "")
	case errors.Is(unread, review.ErrPublished) && !errors.Is(unread, publish.ErrPath) && ctx.Err() == nil:
		q.tellFile(ctx, library, why, unread.Error())
	}
}

// waitingFor is client.WaitingFor, and knows of the dataset's files.
func waitingFor(ctx context.Context, c *client.Client, id common.Hash) (why *client.Waiting, err error) {
	now, err := c.Now(ctx)
	if err != nil {
		return nil, err
	}
	j, err := c.Posted(ctx, now, id)
	if err != nil {
		return nil, err
	}
	if why, err = c.Waits(now).Of(ctx, j); err != nil || why == nil || why.For != client.ForWorker {
		return why, err
	}
	library, err := publish.OpenPublished()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, library.Close()) }()
	q, unread := new(schemaFiles).ask(ctx, now, library, j, 0)
	q.tellWaiting(ctx, library, j, why, unread)
	return why, nil
}

// tellFile says what of a dataset's files keeps workers from a job that none has claimed.
func (q *asked) tellFile(ctx context.Context, library *publish.Published, why *client.Waiting, unread string) {
	gone := &client.Waiting{For: client.ForFile, Since: why.Since, Do: "the custodian puts the version's files there " +
		"again, as they were packed; a worker looks again every few seconds"}
	if unread != "" {
		gone.Why = fmt.Sprintf(
			"what the version publishes at %.200q cannot be read from here, and workers that cannot "+
				"read it "+
				"claim nothing", q.Version.URI)
	} else if err := q.CheckData(ctx, library); err != nil {
		gone.Why = fmt.Sprintf("the file with the rows is not at %.200q, where the version says: %v", q.Version.URI,
			err)
	} else {
		why.Why += q.held.large()
		return
	}
	*why = *gone
}

func (d *details) print(w io.Writer) {
	d.jobView.print(w)
	fmt.Fprintf(w, "name       %s\n", quoted.Text(d.Name))
	if d.Question != nil {
		printQuestion(w, d.Question)
	} else {
		fmt.Fprintf(w, "question   not shown: %s\n           with the schema that was published it is: assent job "+
			"show %s --schema FILE\n", d.Unread, shortID(d.ID))
	}
	for _, e := range d.Ends {
		fmt.Fprintf(w, "round %d: %s\n", e.Round, e.Words)
	}
	printReleases(w, d.releases)
	printRefusals(w, d.Refusals)
	if d.Refusal != nil && d.Refusal.Reason == "" && d.Waiting == nil {
		printRefusals(w, []client.Refusal{*d.Refusal})
	}
	printWaiting(w, d.Waiting)
}

// printWaiting says why a job waits, since when, and what helps.
func printWaiting(w io.Writer, why *client.Waiting) {
	if why == nil {
		return
	}
	fmt.Fprintf(w, "waits for  %s since %s: %s\n", why.For, clock(why.Since), why.Why)
	if why.Until != 0 {
		fmt.Fprintf(w, "           until %s\n", clock(why.Until))
	}
	if why.Do != "" {
		fmt.Fprintf(w, "           %s\n", why.Do)
	}
}

func (a *App) jobWatch() *cobra.Command {
	var timeout time.Duration
	cmd := &cobra.Command{
		Use: "watch JOB", Short: "Follow a job until it ends, and say why it waits", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, id, err := a.job(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			j, err := a.watch(cmd.Context(), c, id, timeout)
			if err != nil {
				return err
			}
			v := viewOf(j)
			if err := a.Result(v, v.print); err != nil {
				return err
			}
			return notDone(cmd.Context(), c, j)
		},
	}
	cmd.Flags().DurationVar(&timeout, "timeout", 10*time.Minute, "how long to wait")
	return cmd
}

// watch follows a job until it ends; past the timeout it says what the job waits for.
func (a *App) watch(ctx context.Context, c *client.Client, id common.Hash,
	timeout time.Duration) (*contracts.Job, error) {
	bounded, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	waiting := func(ctx context.Context, id common.Hash) (*client.Waiting, error) { return waitingFor(ctx, c, id) }
	j, err := c.Watch(bounded, id, client.WatchOptions{Waiting: waiting, Changed: func(c client.Change) {
		a.Note("round %d: %s", c.Round, ChangeWords(c))
	}})
	var stands *client.StandsError
	if errors.As(err, &stands) {
		return nil, term.Fail(term.ExitPolicy, stands.Waiting.Do, "%w", err)
	}
	if err == nil || !errors.Is(bounded.Err(), context.DeadlineExceeded) || ctx.Err() != nil {
		return j, err
	}
	w, err := waiting(ctx, id)
	if err != nil {
		return nil, term.Fail(term.ExitNetwork, "take it up again: assent job watch "+shortID(id),
			"job %s has not ended after %s, and why it waits cannot be read: %w", shortID(id), timeout, err)
	}
	if w == nil {
		return c.Job(ctx, id)
	}
	return nil, term.Fail(term.ExitPolicy, w.Do, "job %s has not ended after %s: it waits for %s since %s: %s",
		shortID(id), timeout,
		w.For, clock(w.Since), w.Why)
}

// notDone is the error of a job that ended without a result.
func notDone(ctx context.Context, c *client.Client, j *contracts.Job) error {
	if j.State() == job.Done {
		return nil
	}
	why := ""
	now, err := c.Now(ctx)
	if err != nil {
		return err
	}
	posted, err := c.Posted(ctx, now, j.ID)
	if err != nil {
		return err
	}
	ends, err := c.Ends(ctx, posted)
	if err != nil {
		return err
	}
	if len(ends) > 0 && j.State() == job.Failed {
		why = ": " + ends[len(ends)-1].Words
	}
	return term.Fail(term.ExitPolicy, "the fee is back with the researcher", "job %s is %s%s", j.ID, j.State(), why)
}
