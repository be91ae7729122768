package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
)

func (a *App) datasetRetire() *cobra.Command {
	var endJobs int
	cmd := &cobra.Command{
		Use: "retire DATASET VERSION", Short: "Take a version of a dataset out of use, for good",
		Args: cobra.ExactArgs(2),
		Long: `Take a version of a dataset out of use, for good: no job on it is posted, claimed or
charged from then on, and no policy brings it back. Jobs on it that are not charged end: the command
says how many those are, and does it only with that number in --end-jobs. Erasing a person from the
data is a new version without them and the end of the old ones.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			number, err := strconv.ParseUint(args[1], 10, 32)
			if err != nil || number == 0 {
				return term.Fail(term.ExitInput,
					"versions are numbered from 1: assent dataset show DATASET tells the newest",
					"version %.40q is no number of a version", args[1])
			}
			c, custodian, err := a.Session(ctx)
			if err != nil {
				return err
			}
			o, err := a.openDataset(ctx, args[0])
			if err != nil {
				return err
			}
			if err := o.confirmVersionEnd(ctx, uint32(number), endJobs,
				fmt.Sprintf("once version %d is retired", number)); err != nil {
				return err
			}
			if _, err := c.RetireVersion(ctx, custodian, o.id, uint32(number)); err != nil {
				return err
			}
			if uint32(number) == o.record.Version {
				a.Warn("it was the newest: until the next version (assent dataset add-version) no job can be posted " +
					"but on older ones, if the policy allows them")
			}
			return a.Result(map[string]any{"dataset": o.id, "version": number, "done": "retired"}, func(w io.Writer) {
				fmt.Fprintf(w, "retired version %d of dataset %s\n", number, o.id)
			})
		},
	}
	endJobsFlag(cmd, &endJobs, "the version")
	return cmd
}

// confirmVersionEnd refuses to take a version out of use that other jobs need than the custodian said.
func (o *opened) confirmVersionEnd(ctx context.Context, version uint32, said int, after string) error {
	p, err := o.now.Policy(ctx, o.id, o.record.PolicyVersion)
	if err != nil {
		return err
	}
	ending, _, err := o.countEnding(ctx, p.JobTimeout, onVersion(version))
	if err != nil {
		return err
	}
	return confirmJobs(o.id, ending, said, fmt.Sprintf("on version %d", version), after)
}

// onVersion picks the jobs on a version of a dataset.
func onVersion(number uint32) func(*client.Posted) bool {
	return func(j *client.Posted) bool { return j.Spec.DatasetVersion == number }
}

// confirmNextVersion refuses to add a version while other jobs need the newest one than the custodian said. Where the
// policy allows older versions they go on.
func (a *App) confirmNextVersion(ctx context.Context, dataset string, said int) error {
	o, err := a.openDataset(ctx, dataset)
	if err != nil || o.record.Version == 0 {
		return err
	}
	p, err := o.now.Policy(ctx, o.id, o.record.PolicyVersion)
	if err != nil {
		return err
	}
	if p.AllowOldVersions {
		return confirmJobs(o.id, 0, said, "on older versions", "with the next version")
	}
	return o.confirmVersionEnd(ctx, o.record.Version, said,
		"under a policy that allows no older version, with the next")
}
