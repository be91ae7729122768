package cli

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/internal/nearest"
	"github.com/assent-network/assent/internal/quoted"
)

// prefixOf is the part of an id that an argument is, in small letters; empty when it is none.
var prefixOf = regexp.MustCompile(fmt.Sprintf(`^(?:0[xX])?([0-9a-fA-F]{%d,63})$`, shortest))

// datasetID finds the dataset that an argument names: by its id, by the beginning of one, or by the name under which
// exactly one dataset is registered, of the account of --key first. Anyone registers under any name: a dataset that was
// not named by its whole id is said, with its custodian, before anything is done with it.
func (a *App) datasetID(ctx context.Context, arg string) (common.Hash, error) {
	if id, err := parseHash("dataset", arg); err == nil {
		return id, nil
	}
	c, err := a.Client(ctx)
	if err != nil {
		return common.Hash{}, err
	}
	all, err := c.DatasetNames(ctx)
	if err != nil {
		return common.Hash{}, err
	}
	var mine common.Address
	if a.key != "" {
		if key, err := a.LoadKey(a.key); err == nil {
			mine = crypto.PubkeyToAddress(key.PublicKey)
		}
	}
	id, err := findDataset(all, arg, mine)
	if err != nil {
		return common.Hash{}, err
	}
	now, err := c.Now(ctx)
	if err != nil {
		return common.Hash{}, err
	}
	record, err := now.Dataset(ctx, id)
	if err != nil {
		return common.Hash{}, err
	}
	a.noteOnce("%.80q is dataset %s, %s of custodian %s", arg, id, quoted.Text(record.Name), record.Custodian)
	return id, nil
}

// findDataset is datasetID among datasets.
func findDataset(all []client.DatasetName, arg string, mine common.Address) (common.Hash, error) {
	var byName, own, byPrefix []client.DatasetName
	prefix := prefixOf.FindStringSubmatch(arg)
	var names []string
	for _, d := range all {
		names = append(names, d.Name)
		if d.Name == arg {
			byName = append(byName, d)
			if d.Registrant == mine {
				own = append(own, d)
			}
		}
		if prefix != nil && strings.HasPrefix(d.Dataset.Hex()[2:], strings.ToLower(prefix[1])) {
			byPrefix = append(byPrefix, d)
		}
	}
	found := byName
	switch {
	case len(own) == 1 && len(byPrefix) == 0:
		return own[0].Dataset, nil
	case len(own) > 1:
		found = own
	}
	found = append(found, byPrefix...)
	switch len(found) {
	case 1:
		return found[0].Dataset, nil
	case 0:
		hint := "see all with: assent dataset list"
		if n := nearest.To(arg, names); n != "" {
			hint = fmt.Sprintf("is %q meant? %s", n, hint)
		}
		return common.Hash{}, term.Fail(term.ExitInput, hint,
			"no dataset has the name %.80q, or an id that begins so with %d digits or more", arg, shortest)
	}
	var candidates []string
	for _, d := range found {
		candidates = append(candidates, fmt.Sprintf("%s (%s)", d.Dataset, quoted.Text(d.Name)))
	}
	return common.Hash{}, term.Fail(term.ExitInput, "name one by its id", "%.80q names %d datasets: %s", arg,
		len(found),
		strings.Join(candidates, ", "))
}

// job connects to the network and finds the job that an argument names.
func (a *App) job(ctx context.Context, arg string) (*client.Client, common.Hash, error) {
	c, err := a.Client(ctx)
	if err != nil {
		return nil, common.Hash{}, err
	}
	id, err := findJob(ctx, c, arg)
	return c, id, err
}

// jobID finds the job that an argument names, by its id or the beginning of one.
func (a *App) jobID(ctx context.Context, arg string) (common.Hash, error) {
	if id, err := parseHash("job", arg); err == nil {
		return id, nil
	}
	_, id, err := a.job(ctx, arg)
	return id, err
}
