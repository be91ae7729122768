// Package uses finds the use lists of jobs in the places where workers show them, and tells a person by them whether
// its rows were used.
//
// A list is asked for by its job alone, and taken whole: all people send the same request, so that no place learns a
// pseudonym, which bucket is looked at, or what was found. What a place gives is not trusted: a list counts when it is
// the one that the job's charge commits to.
package uses

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/protocol/use"
)

// ErrNotShown is wrapped by the error of Find when no place has a job's list.
var ErrNotShown = errors.New("no place shows its use list yet")

// ErrOtherList is wrapped by the error of Find when places show something, and nothing that the charge commits to.
var ErrOtherList = errors.New("what is shown is not the use list that was charged")

// Place is where use lists are shown: a folder or a site.
type Place struct {
	name string
	site *url.URL // nil for a folder
	http *http.Client
}

// Open returns the place of that name: the URL of a site, below which lists have the names that use.FileName gives, or
// a folder.
func Open(name string, client *http.Client) (Place, error) {
	if !network.IsURL(name) {
		return Place{name: name}, nil
	}
	u, err := url.Parse(name)
	if err != nil || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return Place{}, fmt.Errorf("%q is not the URL of a site with use lists: https://HOST/PATH", name)
	}
	return Place{name: name, site: u, http: client}, nil
}

// String returns the place's name.
func (p Place) String() string { return p.name }

// Read returns what the place has as the list of a job, and fs.ErrNotExist when it has none. It reads at most so many
// bytes, and fails when there are more.
func (p Place) Read(ctx context.Context, job common.Hash, most int64) ([]byte, error) {
	r, err := p.open(ctx, job)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, fmt.Errorf("reading the use list of job %s at %s: %w", job, p.name, err)
	}
	if int64(len(b)) > most {
		return nil, fmt.Errorf("%w: the one of job %s at %s has more than %d bytes", ErrOtherList, job, p.name, most)
	}
	return b, nil
}

func (p Place) open(ctx context.Context, job common.Hash) (io.ReadCloser, error) {
	if p.site == nil {
		f, err := os.Open(filepath.Join(p.name, use.FileName(job)))
		if err != nil {
			return nil, fmt.Errorf("reading the use list of job %s: %w", job, err)
		}
		return f, nil
	}
	at := p.site.JoinPath(use.FileName(job))
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return nil, fmt.Errorf("asking %s for the use list of job %s: %w", p.name, job, err)
	}
	response, err := p.http.Do(request)
	if err != nil {
		return nil, fmt.Errorf("asking %s for the use list of job %s: %w", p.name, job, err)
	}
	if response.StatusCode == http.StatusOK {
		return response.Body, nil
	}
	err = errors.New(response.Status)
	if response.StatusCode == http.StatusNotFound || response.StatusCode == http.StatusGone {
		err = fs.ErrNotExist
	}
	return nil, errors.Join(fmt.Errorf("asking %s for the use list of job %s: %w", p.name, job, err),
		response.Body.Close())
}

// Find returns the use list that a charge commits to, from the first place that shows it. Its error wraps ErrNotShown
// when no place has one, ErrOtherList when there are others only, and what a place failed with otherwise.
func Find(ctx context.Context, places []Place, c use.Charge) (*use.List, error) {
	if c.LiveSubjects > use.MaxTags {
		return nil, fmt.Errorf("%w: job %s was charged with %d live subjects, a list has at most %d", ErrOtherList,
			c.Job,
			c.LiveSubjects, use.MaxTags)
	}
	var others, failures []error
	for _, p := range places {
		b, err := p.Read(ctx, c.Job, use.FileSize(c.LiveSubjects))
		switch {
		case err == nil:
		case errors.Is(err, fs.ErrNotExist):
			continue
		case errors.Is(err, ErrOtherList):
			others = append(others, err)
			continue
		default:
			failures = append(failures, err)
			continue
		}
		l, err := Check(b, c)
		if err == nil {
			return l, nil
		}
		others = append(others, fmt.Errorf("at %s: %w", p, err))
	}
	if len(others)+len(failures) > 0 {
		return nil, errors.Join(append(others, failures...)...)
	}
	return nil, fmt.Errorf("job %s: %w", c.Job, ErrNotShown)
}

// Check returns the list that a file has, if it is the one that the charge commits to.
func Check(file []byte, c use.Charge) (*use.List, error) {
	l, err := use.DecodeList(file)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrOtherList, err)
	}
	switch {
	case l.Job() != c.Job:
		return nil, fmt.Errorf("%w: it is of job %s, not %s", ErrOtherList, l.Job(), c.Job)
	case l.Len() != int(c.LiveSubjects):
		return nil, fmt.Errorf("%w: it has %d tags, %d subjects were live for job %s", ErrOtherList, l.Len(),
			c.LiveSubjects, c.Job)
	case l.Root() != c.SubjectsRoot:
		return nil, fmt.Errorf("%w: it leads to subjects root %s, job %s was charged with %s", ErrOtherList, l.Root(),
			c.Job, c.SubjectsRoot)
	}
	return l, nil
}

// Look tells a person whether its rows were used in the job of a list that Find returned, with the proof.
func Look(l *use.List, c use.Charge, key *use.Key, pseudonym common.Address) (proof use.Proof, used bool, err error) {
	tag, err := key.Tag(c, pseudonym)
	if err != nil {
		return use.Proof{}, false, err
	}
	if proof, err = l.ProveTag(tag); err != nil {
		return use.Proof{}, false, err
	}
	used, err = proof.Verify(c, tag)
	return proof, used, err
}
