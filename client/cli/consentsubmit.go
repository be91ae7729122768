package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/internal/parallel"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/grant"
)

func (a *App) consentSubmit() *cobra.Command {
	return &cobra.Command{
		Use: "submit FILE|FOLDER...", Short: "Submit signed grants and revocations for subjects, as a relayer",
		Long: `Submit signed grants and revocations for subjects, as a relayer: those of files as
assent consent grant --output writes them, of files with one on each line, and of folders of either,
whatever their files are called. Many go in batches. First grants carry a ticket; those that the
dataset's enroller submits go in batches too, those of another relayer one by one.

What is on record already is passed over, so the command can be done again after it was cut off.
What is refused is named with file and reason; the others are done all the same, and then the
command fails. Of documents of one pseudonym with the same nonce that say different things a
revocation is submitted, and no grant.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				if b, err := os.ReadFile(args[0]); err == nil && !hasLines(args[0], b) {
					return a.submitOne(cmd, args[0])
				}
			}
			return a.submitMany(cmd.Context(), args)
		},
	}
}

// hasLines reports whether a file has a document on each line: by its name, or since one of several lines is a whole
// document.
func hasLines(path string, b []byte) bool {
	if strings.EqualFold(filepath.Ext(path), ".jsonl") {
		return true
	}
	lines, whole := 0, false
	for line := range bytes.Lines(b) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			lines++
			whole = whole || line[0] == '{' && json.Valid(line)
		}
	}
	return whole && lines > 1
}

func (a *App) submitOne(cmd *cobra.Command, path string) error {
	var s signedConsent
	b, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("reading a signed grant: %w", err)
	}
	if err := readSigned(b, &s); err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	c, relayer, err := a.Session(cmd.Context())
	if err != nil {
		return err
	}
	now, err := c.Now(cmd.Context())
	if err != nil {
		return err
	}
	d, err := now.Dataset(cmd.Context(), s.Grant.Dataset)
	if err != nil {
		return err
	}
	if err := s.Grant.Verify(c.LedgerDomain(d.Ledger)); err != nil {
		return term.Fail(term.ExitVerify, "ask for one signed for this network and dataset", "the grant in %s: %w",
			path,
			err)
	}
	return a.submit(cmd, c, relayer, d.Ledger, s)
}

// handed is a signed consent, and where it was read.
type handed struct {
	signedConsent
	from string
	err  error // why it cannot be submitted
}

// errFolder is why a folder in a folder is not submitted.
var errFolder = errors.New("it is a folder in a folder: name it on the command line as well")

// readHanded reads signed consents from files and folders. All of a folder is read but hidden files, whatever it is
// called: a grant that is passed over without a word is lost.
func readHanded(paths []string) ([]handed, error) {
	var files []string
	var folders []handed
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, fmt.Errorf("reading signed grants: %w", err)
		}
		if !info.IsDir() {
			files = append(files, path)
			continue
		}
		entries, err := os.ReadDir(path)
		if err != nil {
			return nil, fmt.Errorf("reading signed grants: %w", err)
		}
		for _, e := range entries {
			name := filepath.Join(path, e.Name())
			switch {
			case strings.HasPrefix(e.Name(), "."):
			case e.IsDir():
				folders = append(folders, handed{from: name, err: errFolder})
			default:
				files = append(files, name)
			}
		}
	}
	type text struct {
		from string
		json []byte
	}
	var texts []text
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("reading signed grants: %w", err)
		}
		if !hasLines(file, b) {
			texts = append(texts, text{file, b})
			continue
		}
		for i, line := range bytes.Split(b, []byte("\n")) {
			if len(bytes.TrimSpace(line)) > 0 {
				texts = append(texts, text{fmt.Sprintf("%s, line %d", file, i+1), line})
			}
		}
	}
	if len(texts)+len(folders) == 0 {
		return nil, term.Fail(term.ExitInput, "name the files, or the folder that they are in",
			"there is no signed grant in %s", strings.Join(paths, ", "))
	}
	all := make([]handed, len(texts))
	err := parallel.Each(len(texts), func(i int) error {
		all[i].from = texts[i].from
		all[i].err = readSigned(texts[i].json, &all[i].signedConsent)
		return nil
	})
	return append(all, folders...), err
}

// A signed grant whose purposes are a list, as people read it.
var inWords = regexp.MustCompile(`"purposes"\s*:\s*\[`)

// readSigned reads a signed consent, as programs write it or in the words in which people read it: what was signed is
// the same.
func readSigned(b []byte, s *signedConsent) error {
	err := canonical.Unmarshal(b, s)
	if err == nil {
		return nil
	}
	var spelled signedConsent
	if _, bad := canonical.Read(b, &spelled); bad == nil {
		*s = spelled
		return nil
	} else if inWords.Match(b) {
		err = bad
	}
	var ticket grant.SignedTicket
	if canonical.Unmarshal(b, &ticket) == nil {
		return errors.New("it is a ticket and no signed grant: the person signs with it, by assent consent grant " +
			"--ticket")
	}
	return fmt.Errorf("it is no signed grant: %w", err)
}

// submission is what came of many signed consents.
type submission struct {
	Submitted int             `json:"submitted"`
	Already   int             `json:"already"` // on record before, or older than another one here
	Refused   []refusedHanded `json:"refused"`
}

type refusedHanded struct {
	From      string         `json:"from"`
	Pseudonym common.Address `json:"pseudonym"`
	Reason    string         `json:"reason"`
}

func (s *submission) refuse(h *handed, reason string) {
	s.Refused = append(s.Refused, refusedHanded{h.from, h.Grant.Pseudonym, reason})
}

func (a *App) submitMany(ctx context.Context, paths []string) error {
	all, err := readHanded(paths)
	if err != nil {
		return err
	}
	c, relayer, err := a.Session(ctx)
	if err != nil {
		return err
	}
	byDataset := map[common.Hash][]*handed{}
	var order []common.Hash
	result := submission{Refused: []refusedHanded{}}
	for i := range all {
		h := &all[i]
		if h.err != nil {
			result.refuse(h, h.err.Error())
			continue
		}
		id := h.Grant.Dataset
		if byDataset[id] == nil {
			order = append(order, id)
		}
		byDataset[id] = append(byDataset[id], h)
	}
	var failed error
	for _, id := range order {
		if err := a.submitTo(ctx, c, relayer, id, byDataset[id], &result); err != nil {
			failed = errors.Join(failed, err)
		}
	}
	if err := a.Result(result, result.print); err != nil {
		return err
	}
	switch n := len(result.Refused); {
	case failed != nil:
		return failed
	case n > 0:
		return term.Fail(term.ExitPolicy, "the others are done; mend these and submit them again", "%s refused",
			count(n, "signed grant was", "signed grants were"))
	}
	return nil
}

func (s *submission) print(w io.Writer) {
	fmt.Fprintf(w, "%d submitted, %d on record already, %d refused\n", s.Submitted, s.Already, len(s.Refused))
	const places = 3
	from := map[string][]string{}
	var reasons []string
	for _, r := range s.Refused {
		if from[r.Reason] == nil {
			reasons = append(reasons, r.Reason)
		}
		from[r.Reason] = append(from[r.Reason], r.From)
	}
	for _, reason := range reasons {
		all := from[reason]
		more := ""
		if n := len(all) - places; n > 0 {
			more = fmt.Sprintf(" and %d more", n)
		}
		fmt.Fprintf(w, "refused %s%s: %s\n", strings.Join(all[:min(len(all), places)], "; "), more, reason)
	}
}

// submitTo submits signed consents for one dataset.
func (a *App) submitTo(ctx context.Context, c *client.Client, relayer *account.Account, id common.Hash, all []*handed,
	result *submission) error {
	now, err := c.Now(ctx)
	if err != nil {
		return err
	}
	d, err := now.Dataset(ctx, id)
	if err != nil {
		for _, h := range all {
			result.refuse(h, fmt.Sprintf("dataset %s: %v", id, err))
		}
		return nil
	}
	domain := c.LedgerDomain(d.Ledger)
	if err := parallel.Each(len(all), func(i int) error {
		h := all[i]
		if h.err = h.Grant.Validate(); h.err == nil {
			h.err = h.Grant.Verify(domain)
		}
		if h.err == nil && h.Ticket != nil {
			switch t := h.Ticket.Ticket; {
			case t.Pseudonym != h.Grant.Pseudonym || t.Dataset != id:
				h.err = errors.New("its ticket is of another pseudonym or dataset")
			default:
				h.err = h.Ticket.Verify(domain, d.Enroller, now.Round.Time)
			}
		}
		if h.err == nil && h.Grant.SubmitBefore <= now.Round.Time {
			h.err = errors.New("it was to be submitted earlier; it has to be signed anew")
		}
		return nil
	}); err != nil {
		return err
	}
	newest, err := a.newest(ctx, now.Entries, d.Ledger, all, result)
	if err != nil {
		return err
	}
	return a.record(ctx, c, relayer, d.Ledger, relayer.Address() == d.Enroller, newest, result)
}

// newest are the consents that are newer than what is on record, one for each pseudonym. Of one pseudonym's documents
// that have one nonce and say different things the ledger can take one alone: a revocation is, and no grant, for which
// of two grants the person means no one can tell here.
func (a *App) newest(ctx context.Context,
	entriesOf func(context.Context, common.Address, []common.Address) ([]grant.Entry, error),
	ledger common.Address, all []*handed, result *submission) (news []fresh, err error) {
	of := map[common.Address][]*handed{} // those of the newest nonce, no two of which say the same
	var order []common.Address
	for _, h := range all {
		g := h.Grant.Grant
		others := of[g.Pseudonym]
		switch {
		case h.err != nil:
			result.refuse(h, h.err.Error())
		case others == nil:
			of[g.Pseudonym], order = []*handed{h}, append(order, g.Pseudonym)
		case g.Nonce > others[0].Grant.Nonce:
			result.Already += len(others)
			of[g.Pseudonym] = []*handed{h}
		case g.Nonce < others[0].Grant.Nonce ||
			slices.ContainsFunc(others, func(other *handed) bool { return saysTheSame(g, other.Grant.Grant) }):
			result.Already++
		default:
			of[g.Pseudonym] = append(others, h)
		}
	}
	entries, err := entriesOf(ctx, ledger, order)
	if err != nil {
		return nil, err
	}
	for i, p := range order {
		e := &entries[i]
		for _, h := range of[p] {
			g := h.Grant.Grant
			switch {
			case e.Records(g):
				result.Already++
			case e.Nonce > g.Nonce:
				result.refuse(h, "a newer grant or revocation of this pseudonym is on record")
			case e.Nonce == g.Nonce && e.Rotated:
				result.refuse(h, "the pseudonym was rotated away")
			case e.Nonce == g.Nonce && e.Revoked:
				result.refuse(h, "the custodian revoked the consent of this pseudonym")
			case e.Nonce == g.Nonce:
				result.refuse(h,
					"another grant or revocation of this pseudonym with the same nonce is on record: the person "+
						"has to sign it anew")
			case len(of[p]) > 1 && !g.IsRevocation():
				result.refuse(h,
					"another grant or revocation of this pseudonym with the same nonce is given beside it, and "+
						"says something else: the person has to sign it anew")
			case !e.Enrolled && h.Ticket == nil:
				result.refuse(h, "the pseudonym is not enrolled, and no ticket comes with the grant")
			default:
				news = append(news, fresh{h, e.Enrolled})
			}
		}
	}
	return news, nil
}

// saysTheSame reports whether two documents of one pseudonym and nonce leave the same on record and in the person's
// hands.
func saysTheSame(g, other grant.Grant) bool {
	g.SubmitBefore = other.SubmitBefore
	return g == other || g.IsRevocation() && other.IsRevocation()
}

// fresh is a consent that is not on record.
type fresh struct {
	*handed
	enrolled bool
}

// record submits consents: in batches where it can, first grants of another relayer than the enroller one by one.
func (a *App) record(ctx context.Context, c *client.Client, relayer *account.Account, ledger common.Address,
	enroller bool, news []fresh, result *submission) error {
	from := map[common.Address]*handed{}
	var batch []grant.Signed
	var single []grant.Enrolment
	for _, n := range news {
		from[n.Grant.Pseudonym] = n.handed
		if n.enrolled || enroller {
			batch = append(batch, n.Grant)
		} else {
			single = append(single, grant.Enrolment{Grant: n.Grant, Ticket: *n.Ticket})
		}
	}
	took := func(err error, sent int) error {
		var refused *client.RefusedError
		if !errors.As(err, &refused) {
			if err == nil {
				result.Submitted += sent
			}
			return err
		}
		result.Submitted += refused.Applied
		for _, item := range refused.Items {
			if h := from[item.Pseudonym]; h != nil {
				result.refuse(h, "the ledger refuses it: "+item.Reason)
			}
		}
		if refused.Applied+len(refused.Items) == sent {
			return nil
		}
		return err
	}
	progress := func(done int) {
		if done%(10*client.MaxBatch) == 0 {
			a.Note("%d of %d recorded", done, len(batch))
		}
	}
	var failed error
	if len(batch) > 0 {
		failed = took(c.Batch(ctx, relayer, ledger, batch, enroller, progress), len(batch))
	}
	if len(single) > 0 {
		failed = errors.Join(failed, took(c.EnrolEach(ctx, relayer, ledger, single), len(single)))
	}
	slices.SortStableFunc(result.Refused, func(x, y refusedHanded) int { return strings.Compare(x.From, y.From) })
	return failed
}
