package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/policy"
)

// A person who looks at a grant sees that it counts for nothing, and why; what a job asks is another matter.
func TestIdle(t *testing.T) {
	granted := grant.Entry{PolicyVersion: 2, NotBefore: 100, Expiry: 200, Purposes: 1, Kinds: 1}
	promise := policy.Promise{Purposes: 1, Kinds: 1, AllowPrivate: true}
	for name, c := range map[string]struct {
		minVersion uint32
		today      day.Day
		want       string
	}{
		"counts":             {2, 100, ""},
		"last day":           {1, 199, ""},
		"policy asks more":   {3, 150, "since version 3"},
		"before its time":    {2, 99, "not count yet"},
		"after its time":     {2, 200, "its time is over"},
		"voided and expired": {3, 200, "since version 3"},
	} {
		got := idle(granted, contracts.Dataset{MinGrantVersion: c.minVersion}, promise, c.today)
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// So is one that the policy has no use for, and one in a dataset that is stopped.
func TestIdleByDataset(t *testing.T) {
	granted := grant.Entry{PolicyVersion: 2, NotBefore: 100, Expiry: 200, Purposes: 1, Kinds: 1}
	d := contracts.Dataset{Stopped: true}
	promise := policy.Promise{Purposes: 1, Kinds: 1, AllowPrivate: true}
	if got := idle(granted, d, promise, 150); !strings.Contains(got, "while the dataset is stopped") {
		t.Errorf("stopped: %q", got)
	}
	promise.Purposes = 2
	if got := idle(granted, d, promise, 150); !strings.Contains(got, "the policy allows none of its purposes") {
		t.Errorf("other purposes: %q", got)
	}
}

func TestPendingWords(t *testing.T) {
	d := contracts.Dataset{PendingVersion: 3, PendingFrom: 1_795_986_794}
	const at = "version 3 takes effect at 2026-11-29T21:13:14Z"
	if got := pendingWords(d); got != at {
		t.Errorf("%q, want %q", got, at)
	}
	d.PendingVoids = true
	if got, want := pendingWords(d), at+"; from then on no older grant counts"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// The circumstances of a grant are removed only when the grant certainly is not on record.
func TestNeverRecorded(t *testing.T) {
	g := grant.Grant{Nonce: 7}
	has := func(nonce uint64, err error) func() (grant.Entry, error) {
		return func() (grant.Entry, error) { return grant.Entry{Nonce: nonce}, err }
	}
	refused := fmt.Errorf("recording the grant: %w", &solidity.Error{Name: solidity.ErrConsentNotEnrolled})
	for name, c := range map[string]struct {
		cause   error
		current func() (grant.Entry, error)
		want    bool
	}{
		"refused, nothing on record":     {refused, has(0, nil), true},
		"refused, an older one":          {refused, has(6, nil), true},
		"refused, as it is on record":    {refused, has(7, nil), false},
		"refused, the ledger is unknown": {refused, has(0, errors.New("no gateway")), false},
		"the file for a relayer exists":  {unwrittenError{fmt.Errorf("writing: %w", fs.ErrExist)}, nil, true},
		"it has no folder":               {unwrittenError{fmt.Errorf("writing: %w", fs.ErrNotExist)}, nil, true},
		"there are no funds":             {fmt.Errorf("no funds: %w", account.ErrNotSent), has(6, nil), true},
		"sent by another all the same":   {fmt.Errorf("no funds: %w", account.ErrNotSent), has(7, nil), false},
		"not sent, the ledger is unknown": {fmt.Errorf("no funds: %w", account.ErrNotSent),
			has(0, errors.New("no gateway")),
			false},
		"the line broke":  {errors.New("connection reset"), has(0, nil), false},
		"it was given up": {context.Canceled, has(0, nil), false},
	} {
		if got := neverRecorded(c.cause, g, c.current); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// A policy with rules that this version does not know is told of before a job is posted under it.
func TestWarnUnknown(t *testing.T) {
	for name, c := range map[string]struct {
		policy policy.Policy
		want   string
	}{
		"known":       {policy.Policy{}, ""},
		"restriction": {policy.Policy{Promise: policy.Promise{Restrictions: []common.Hash{{7}}}}, "restriction 0x07"},
	} {
		var out bytes.Buffer
		a := &App{Terminal: &term.Terminal{Err: &out}}
		a.warnUnknown(c.policy)
		if got := out.String(); (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestOverLimit: a grant whose limit is used up counts for no private job, and without exact releases for none.
func TestOverLimit(t *testing.T) {
	class := budget.Class(1)
	limit := class.Limit()
	for name, c := range map[string]struct {
		class budget.Class
		exact bool
		spent budget.Rho
		want  string
	}{
		"within":                    {class, false, limit, ""},
		"used up":                   {class, false, limit + 1, "It does not count: the dataset has spent"},
		"used up, exact":            {class, true, limit + 1, "No private job counts it"},
		"no private use, no exact":  {budget.NoPrivateUse, false, 0, "It does not count: it allows neither"},
		"no private use, and exact": {budget.NoPrivateUse, true, 0, ""},
	} {
		got := overLimit(grant.Entry{EpsilonClass: c.class, Exact: c.exact}, budget.Cost{Rho: c.spent})
		if (got == "") != (c.want == "") || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
