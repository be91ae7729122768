// Package tsm gets quotes from the trusted security module that the kernel of a confidential VM offers under configfs:
// Intel TDX and AMD SEV-SNP alike. A guest without one may be given a client of the same interface that asks its host
// for simulated quotes, so that everything above runs the same code.
package tsm

import (
	"context"
	"fmt"

	"github.com/google/go-configfs-tsm/configfs/configfsi"
	"github.com/google/go-configfs-tsm/report"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/quote"
)

// The providers that name themselves in a report's entry; Linux, Documentation/ABI/testing/configfs-tsm.
const (
	ProviderTDX       = "tdx_guest"
	ProviderSNP       = "sev_guest"
	ProviderSimulated = "assent_simulated" // Simulate
)

// platforms are those that the providers' quotes belong to.
func platformOf(provider string) (tee.Platform, error) {
	switch provider {
	case ProviderTDX, ProviderSimulated: // whose root is simulated, verifiers see
		return tee.TDX, nil
	case ProviderSNP:
		return tee.SNP, nil
	}
	return 0, fmt.Errorf("tsm: provider %q is not one of %s, %s, %s", provider, ProviderTDX, ProviderSNP,
		ProviderSimulated)
}

// Issuer makes quotes with a module.
type Issuer struct {
	client   configfsi.Client
	platform tee.Platform
}

var _ tee.Issuer = (*Issuer)(nil)

// Open asks a module which platform it attests.
func Open(client configfsi.Client) (*Issuer, error) {
	r, err := report.CreateOpenReport(client)
	if err != nil {
		return nil, fmt.Errorf("tsm: open a report: %w", err)
	}
	// Some modules name themselves only to those who have begun a report. No quote is made before one is read.
	err = r.WriteOption("inblob", make([]byte, tee.ReportDataSize))
	var provider []byte
	if err == nil {
		provider, err = r.ReadOption("provider")
	}
	if destroyed := r.Destroy(); err == nil {
		err = destroyed
	}
	if err != nil {
		return nil, fmt.Errorf("tsm: ask for the provider: %w", err)
	}
	platform, err := platformOf(line(provider))
	if err != nil {
		return nil, err
	}
	return &Issuer{client: client, platform: platform}, nil
}

// line takes off the newline that the kernel ends a value with.
func line(b []byte) string {
	if n := len(b); n > 0 && b[n-1] == '\n' {
		b = b[:n-1]
	}
	return string(b)
}

// Platform says which verifier reads the module's quotes.
func (i *Issuer) Platform() tee.Platform { return i.platform }

// Issue gets a quote. The kernel offers no way to end the wait for one, so the context is looked at before only.
func (i *Issuer) Issue(ctx context.Context, data tee.ReportData) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("tsm: issue quote: %w", err)
	}
	r, err := report.Get(i.client, &report.Request{InBlob: data[:]})
	if err != nil {
		return nil, fmt.Errorf("tsm: issue quote: %w", err)
	}
	if p, err := platformOf(line([]byte(r.Provider))); err != nil || p != i.platform {
		return nil, fmt.Errorf("tsm: issue quote: the provider is %q now, it was that of %s", r.Provider, i.platform)
	}
	return i.trim(r.OutBlob), nil
}

// trim takes off the zeros behind a quote of TDX, with which the kernel fills its buffer: a quote is stored and paid
// for by the byte. What does not parse is left as it is, for a verifier to refuse.
func (i *Issuer) trim(b []byte) []byte {
	if i.platform != tee.TDX {
		return b
	}
	q, err := quote.Parse(b)
	if err != nil {
		return b
	}
	return b[:len(b)-q.Padding]
}
