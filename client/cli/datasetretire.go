package cli

import (
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/cli/term"
)

func (a *App) datasetRetire() *cobra.Command {
	return &cobra.Command{
		Use: "retire DATASET VERSION", Short: "Take a version of a dataset out of use, for good",
		Args: cobra.ExactArgs(2),
		Long: `Take a version of a dataset out of use, for good: no job on it is posted, claimed or
charged from then on, and no policy brings it back. Erasing a person from the data is a new version
without them and the end of the old ones.`,
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
}
