package cli

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/protocol/policy"
)

// All that subjects and researchers are promised is shown, to people and to programs.
func TestDatasetFacts(t *testing.T) {
	p := publish.PolicyTemplate()
	p.Broker, p.Enroller = common.Address{0xb1}, common.Address{0xe1}
	p.Spenders = []common.Address{{0x01}, {0x02}}
	p.Schema, p.Text = common.Hash{0x5c}, common.Hash{0x7e}
	p.Restrictions = []common.Hash{{0x4e}}
	p.RhoPerResearcher = 250_000
	p.MaxConsentAge = 4321
	p.Review, p.Programs = policy.ReviewListed, []common.Hash{{1}, {2}}
	gate := policy.Gate{Contract: common.Address{0x6a}, Moments: policy.AtClaim | policy.AtRerun,
		Powers: policy.MayRefuse | policy.MayFeed}
	p.Gates = []policy.Gate{gate}
	f := &datasetFacts{
		policy: p, market: common.Address{0x02},
		record:   contracts.Dataset{Name: "study", Version: 3, Broker: p.Broker, Enroller: p.Enroller},
		versions: []versionFacts{{1, true}, {2, true}, {3, false}}, gates: []gateFacts{{gate, false}},
		idle: []string{"no worker can run a job"}, unknownErr: p.UnknownRules(),
	}
	var out bytes.Buffer
	f.print(&out)
	for name, want := range map[string]string{
		"broker": p.Broker.Hex(), "enroller": p.Enroller.Hex(), "version": "3; retired: 1, 2",
		"schema": p.Schema.Hex(), "datasheet": "none", "text": p.Text.Hex(),
		"gate":      gate.Contract.Hex() + ", asked at claim,rerun, may refuse,feed; NO CONTRACT is there",
		"restricts": p.Restrictions[0].Hex(), "price": "at least 1000000000 base units",
		"review": "listed, of 2 programs", "spender": p.Spenders[0].Hex() + ", which is no market of this network",
		"time":    "consent at most 4321 rounds old; 15m0s from claim to key",
		"WARNING": "no worker can run a job",
	} {
		found := false
		for line := range strings.Lines(out.String()) {
			found = found || strings.HasPrefix(line, name+" ") && strings.Contains(line, want)
		}
		if !found {
			t.Errorf("no line %s with %q in\n%s", name, want, out.String())
		}
	}
	for _, want := range []string{p.Spenders[1].Hex() + ", the network's market",
		"rho 0.250000 at most for one researcher",
		"workers and brokers of this version take no jobs: "} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
	b, err := json.Marshal(f.json())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`{"number":2,"retired":true}`, `"isContract":false`, `"maxConsentAge":4321`,
		`"warnings":["no worker can run a job","workers and brokers`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("%s is not in %s", want, b)
		}
	}
}
