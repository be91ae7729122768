package operate

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/google/go-configfs-tsm/configfs/configfsi"
	"github.com/google/go-configfs-tsm/configfs/linuxtsm"

	"github.com/assent-network/assent/node/broker/attestation"
	"github.com/assent-network/assent/protocol/trustroot"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/image/guest"
	"github.com/assent-network/assent/tee/insecure"
	"github.com/assent-network/assent/tee/tsm"
)

// TEE is how a machine attests.
type TEE struct {
	Issuer    tee.Issuer
	Collector tee.Collector
}

// HasTEE says whether this machine has a TEE that OpenTEE opens.
func HasTEE() bool { return guest.HasTEE() }

// OpenTEE opens this machine's TEE. The collector has the collateral for its quotes; FileCollateral is one.
func OpenTEE(collector tee.Collector) (*TEE, error) {
	module, err := linuxtsm.MakeClient()
	if err != nil {
		return nil, fmt.Errorf("opening the TEE: %w", err)
	}
	return openTEE(module, collector)
}

func openTEE(module configfsi.Client, collector tee.Collector) (*TEE, error) {
	issuer, err := tsm.Open(module)
	if err != nil {
		return nil, err
	}
	return &TEE{Issuer: issuer, Collector: collector}, nil
}

// SimulateTEE simulates a TEE under a network's simulated root, on a machine that has none. What it measures is the
// file of a program; see MeasureProgram.
func SimulateTEE(root *insecure.Root, program string, random io.Reader, now func() time.Time) (*TEE, error) {
	measurement, err := MeasureProgram(program)
	if err != nil {
		return nil, err
	}
	issuer, err := insecure.NewIssuer(root, measurement, random, now())
	if err != nil {
		return nil, fmt.Errorf("simulating a TEE: %w", err)
	}
	t, err := openTEE(tsm.Simulate(func(data tee.ReportData) ([]byte,
		error) {
		return issuer.Issue(context.Background(), data)
	}),
		Collateral{Root: root, Now: now})
	if err != nil {
		return nil, fmt.Errorf("simulating a TEE: %w", err)
	}
	return t, nil
}

// AttestationNetwork is what a trust root says about brokers' attestations.
func AttestationNetwork(r trustroot.TrustRoot) (attestation.Network, error) {
	g, err := Genuine(r)
	if err != nil {
		return attestation.Network{}, err
	}
	return attestation.Network{ChainID: r.EVMChainID, Runtime: r.Runtime, Genuine: g}, nil
}
