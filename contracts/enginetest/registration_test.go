package enginetest

import (
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/runtime/attestation"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/insecure"
	"github.com/assent-network/assent/tee/quote"
)

// notAccepted is the registry's refusal of the network's enclave for a check.
func (c *chain) notAccepted(check string) any {
	return &bindings.WorkerRegistryWorkerQuoteRefused{Enclave: c.enclave.Address(), Check: check}
}

// notGenuine is the precompile's refusal of a quote at a step.
func notGenuine(step tee.Step) any { return &bindings.IAttestationQuoteRefused{Step: string(step)} }

// A registration keeps what the quote claims, as the verifier of package dcap has it.
func TestRegistration(t *testing.T) {
	c := deployTo(t, newNetwork(t))
	id := c.post(insecure.Terms{Evaluation: 7})
	evidence := c.evidence(c.enclave, c.operator)
	logs := c.register(c.enclave, c.operator, evidence)
	event, err := c.workers.UnpackWorkerRegisteredEvent(logs[0])
	if err != nil {
		t.Fatal(err)
	}
	same(t, "simulated", event.Simulated, true)
	same(t, "status", event.Status, uint8(1))
	same(t, "collateral", common.Hash(event.Collateral), id)
	same(t, "evidence", crypto.Keccak256Hash(event.Quote), crypto.Keccak256Hash(evidence))
	w := c.worker(c.enclave)
	same(t, "evaluation", w.Evaluation, uint32(7))
	same(t, "valid until", w.ValidUntil >= c.block.Time+29*86400, true)
	same(t, "valid", c.valid(c.enclave), true)
	same(t, "refused twice", c.registerRefused(c.enclave, c.operator, evidence),
		any(&bindings.WorkerRegistryWorkerExists{Enclave: c.enclave.Address()}))
}

func TestRegistration_withoutCollateral(t *testing.T) {
	c := deployTo(t, newNetwork(t))
	evidence := c.evidence(c.enclave, c.operator)
	same(t, "nothing posted", c.registerRefused(c.enclave, c.operator, evidence), c.notAccepted("collateral"))
	c.post(insecure.Terms{WithoutCRL: true})
	same(t, "no lists posted", c.registerRefused(c.enclave, c.operator, evidence), c.notAccepted("revocation"))
	u := c.units(insecure.Terms{})
	c.postBytes(u.Without(true, false, true).Container())
	same(t, "no list of the CA posted", c.registerRefused(c.enclave, c.operator, evidence), c.notAccepted("revocation"))
	c.postBytes(u.Without(true, true, false).Container())
	c.register(c.enclave, c.operator, evidence)
}

// units are those of collateral that the terms describe.
func (c *chain) units(terms insecure.Terms) collateral.Units {
	c.t.Helper()
	u, err := collateral.Split(c.vendor(terms))
	if err != nil {
		c.t.Fatal(err)
	}
	return u
}

func TestRegistration_stale(t *testing.T) {
	c := deployTo(t, newNetwork(t))
	c.post(insecure.Terms{})
	evidence := c.evidence(c.enclave, c.operator)
	c.block.Number += 300
	same(t, "stale", c.registerRefused(c.enclave, c.operator, evidence), c.notAccepted("freshness"))
	n := c.binding(c.operator)
	n.BlockHash = common.Hash{1}
	same(t, "of a fork", c.registerRefused(c.enclave, c.operator, c.attest(c.enclave, c.issuer, n, [32]byte{})),
		c.notAccepted("freshness"))
	n = c.binding(c.operator)
	n.Round, n.BlockHash = c.block.Number+100, common.Hash{}
	same(t, "of the future", c.registerRefused(c.enclave, c.operator, c.attest(c.enclave, c.issuer, n, [32]byte{})),
		c.notAccepted("freshness"))
	c.register(c.enclave, c.operator, c.evidence(c.enclave, c.operator))
}

// Evidence speaks for one enclave of one operator on one network, and for no one who shows it elsewhere.
func TestRegistration_replayed(t *testing.T) {
	c := newChain(t)
	thief := key(t, "thief")
	evidence := c.evidence(c.enclave, c.operator)
	stolen := keys(t, 4)
	got := c.registerRefused(stolen, thief, evidence)
	same(t, "by another operator for keys of its own", got,
		any(&bindings.WorkerRegistryWorkerQuoteRefused{Enclave: stolen.Address(), Check: "reportData"}))
	got = c.registerRefused(stolen, c.operator, evidence)
	same(t, "for other keys of the same operator", got,
		any(&bindings.WorkerRegistryWorkerQuoteRefused{Enclave: stolen.Address(), Check: "reportData"}))

	for name, change := range map[string]func(*network){
		"on another chain":    func(n *network) { n.chainID++ },
		"on another ParaTime": func(n *network) { n.runtime[0] = 1 },
	} {
		there := newNetwork(t)
		change(&there)
		other := deployTo(t, there)
		other.post(insecure.Terms{})
		// Both have the same block, so that the quote is fresh there, too.
		here := deployTo(t, newNetwork(t))
		n := here.binding(here.operator)
		other.binding(other.operator)
		same(t, name, other.registerRefused(other.enclave, other.operator,
			here.attest(here.enclave, here.issuer, n, [32]byte{})), other.notAccepted("reportData"))
	}

	c = deployTo(t, newNetwork(t))
	c.post(insecure.Terms{})
	answer := c.attest(c.enclave, c.issuer, c.binding(c.operator), [32]byte{1})
	same(t, "from an answer to a challenge", c.registerRefused(c.enclave, c.operator, answer),
		c.notAccepted("reportData"))
}

// Each machine or guest differs in one thing.
func TestRegistration_ofTheWrongGuest(t *testing.T) {
	c := deployTo(t, newNetwork(t))
	c.post(insecure.Terms{})
	older := insecure.Simulated()
	older.TEETCBSVN[2]--
	outOfDate, err := insecure.NewIssuerOn(older, c.root, image(), random(5), time.Unix(now, 0))
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		issuer *insecure.Issuer
		want   any
	}{
		"another program": {c.issuer.With(func(r *quote.TDReport) { r.RTMR[2][0]++ }), c.notAccepted("measurement")},
		"debug":           {c.issuer.WithDebug(), c.notAccepted("debug")},
		"migratable": {c.issuer.With(func(r *quote.TDReport) { r.Attributes[3] |= 1 << 5 }),
			c.notAccepted("migratable")},
		"older firmware": {outOfDate, c.notAccepted("tcb")},
	} {
		evidence := c.attest(c.enclave, tc.issuer, c.binding(c.operator), [32]byte{})
		same(t, name, c.registerRefused(c.enclave, c.operator, evidence), tc.want)
	}
	evidence := c.evidence(c.enclave, c.operator)
	for name, change := range map[string]func(*bindings.IWorkerRegistryRegistration){
		"measurement": func(r *bindings.IWorkerRegistryRegistration) { r.Measurement = common.Hash{1} },
		"root":        func(r *bindings.IWorkerRegistryRegistration) { r.TrustRoot = tee.IntelRootID() },
		"platform":    func(r *bindings.IWorkerRegistryRegistration) { r.Platform = uint8(tee.SNP) },
	} {
		r := c.registration(c.enclave)
		change(&r)
		call := c.workers.PackRegister(r, evidence, c.sign(c.enclave, r, c.operator, evidence, 0))
		same(t, "registered as another "+name, c.refused(c.operator, c.at.Workers.Address, nil, call),
			c.notAccepted(name))
	}
	bad := append([]byte{}, evidence...)
	bad[len(evidence)/2] ^= 1
	if _, ok := c.registerRefused(c.enclave, c.operator, bad).(*bindings.IAttestationQuoteRefused); !ok {
		t.Error("a quote with a bit flipped was not refused as such")
	}
	same(t, "no evidence at all", c.registerRefused(c.enclave, c.operator, []byte("quote")),
		notGenuine(tee.StepEvidence))
}

func TestRenewal(t *testing.T) {
	c := newChain(t)
	other := c.attest(c.enclave, c.issuer.With(func(r *quote.TDReport) { r.RTMR[2][0]++ }), c.binding(c.operator),
		[32]byte{})
	same(t, "with another program", c.refused(c.operator, c.at.Workers.Address, nil,
		c.renewing(c.enclave, c.operator, other)),
		c.notAccepted("measurement"))
	c.pass(20 * 24 * time.Hour)
	evidence := c.evidence(c.enclave, c.operator)
	call := c.renewing(c.enclave, c.operator, evidence)
	c.send(c.operator, c.at.Workers.Address, nil, call)
	w := c.worker(c.enclave)
	same(t, "quote", common.Hash(w.Quote), crypto.Keccak256Hash(evidence))
	same(t, "renewals", w.Renewals, uint16(1))
	same(t, "judged at", w.JudgedAt, c.block.Time)
	got := c.refused(c.operator, c.at.Workers.Address, nil, call)
	same(t, "again", got, any(&bindings.WorkerRegistryWorkerSignature{Enclave: c.enclave.Address()}))
}

// A network that names the vendors' roots alone, as those of production do, has no use for simulated quotes.
func TestRegistration_simulatedInProduction(t *testing.T) {
	n := newNetwork(t)
	n.roots = vendorRoots(t)
	c := deployTo(t, n)
	container := c.vendor(insecure.Terms{})
	evidence := c.evidence(c.enclave, c.operator)
	same(t, "post", c.postRefused(container), any(&bindings.IAttestationCollateralRefused{Step: string(tee.StepRoot)}))
	same(t, "register", c.registerRefused(c.enclave, c.operator, evidence), notGenuine(tee.StepRoot))
	got := c.refused(c.operator, attestation.Address, nil,
		bindings.NewIAttestation().PackVerify(evidence, container, c.block.Time))
	same(t, "verify", got, notGenuine(tee.StepRoot))
}
