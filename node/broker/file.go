package broker

import (
	"context"
	"errors"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/job"
)

// readsRows reports whether an enclave may still read rows for a job. Once its result is sealed, what is left to do is
// to open that, which takes the share alone.
func readsRows(j *contracts.Job) bool { return j.State() == job.Claimed || j.State() == job.Charged }

// judgeFile returns the key of the file that a request asks for: the one file that the job reads, by the version, the
// parameters and the table that the broker's own view has the hashes of. It is nil where the share is enough.
func judgeFile(
	ctx context.Context, now *contracts.Open, j *contracts.Job, key *keyring.Entry, f *release.File,
) (*vault.FileKey, error) {
	switch {
	case !readsRows(j), f == nil && j.ReleasedAt != 0:
		return nil, nil
	case f == nil: // its budget would be spent for nothing
		return nil, refuse(release.CodeFile, "the request for a key of job %s, which reads rows, names no file", j.ID)
	}
	version, err := now.Version(ctx, j.Spec.Dataset, j.Spec.DatasetVersion)
	if err != nil {
		return nil, err
	}
	table, err := f.Check(&j.Spec, version.ContentRoot)
	if err != nil {
		return nil, refuse(release.CodeFile, "%v", err)
	}
	file, err := key.FileKey(f.Header)
	if err != nil {
		// The custodian published the header, and gave this broker the key: what does not fit does not change.
		return nil, refuse(release.CodeWrongKey,
			"table %q of version %d of dataset %s: %v; pack it to this broker's recipient",
			table.Name, j.Spec.DatasetVersion, j.Spec.Dataset, unfit(err))
	}
	return &file, nil
}

// unfit says why a key does not open a file without more of the reason than is public.
func unfit(err error) error {
	if errors.Is(err, vault.ErrWrongKey) {
		return vault.ErrWrongKey
	}
	return errors.New("its header is damaged or too large")
}
