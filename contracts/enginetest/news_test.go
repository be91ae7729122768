package enginetest

import (
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/insecure"
)

// News from a vendor count from the next transaction on.
func TestNews(t *testing.T) {
	newer := insecure.Simulated()
	newer.TEETCBSVN[2]++
	for name, tc := range map[string]struct {
		news insecure.Terms
		want func(*chain) any
	}{
		"the machine is revoked": {
			insecure.Terms{Number: 2, Revoked: []*big.Int{}}, // its serial number is filled in below
			func(*chain) any { return notGenuine(tee.StepRevocation) },
		},
		"the firmware is out of date": {
			insecure.Terms{Evaluation: 2, Status: tee.OutOfDate}, func(c *chain) any { return c.notAccepted("tcb") },
		},
		"the firmware needs a setting": {
			insecure.Terms{Evaluation: 2, Status: tee.ConfigurationNeeded},
			func(c *chain) any { return c.notAccepted("tcb") },
		},
		"there is newer firmware": {
			insecure.Terms{Evaluation: 2, Platform: &newer}, func(c *chain) any { return c.notAccepted("tcb") },
		},
		"the firmware is revoked": {
			insecure.Terms{Evaluation: 2, Status: tee.Revoked}, func(c *chain) any { return c.notAccepted("tcb") },
		},
	} {
		for _, s := range steps {
			t.Run(name+", "+s.name, func(t *testing.T) {
				c := newChain(t)
				job := c.approved()
				s.before(job)
				if tc.news.Revoked != nil {
					tc.news.Revoked = []*big.Int{c.issuer.Serial()}
				}
				c.post(tc.news)
				same(t, s.name, s.refused(job), tc.want(c))
				same(t, "judge", c.judgeRefused(), tc.want(c))
				call := c.renewing(c.enclave, c.operator, c.evidence(c.enclave, c.operator))
				same(t, "renew", c.refused(c.operator, c.at.Workers.Address, nil, call), tc.want(c))
			})
		}
	}
}

// The CA that certified the machine is revoked by its root. The list comes alone: nothing that this CA has signed can
// be posted with it.
func TestNews_ofARevokedCA(t *testing.T) {
	c := newChain(t)
	u := c.units(insecure.Terms{Number: 2, RevokeCA: true})
	same(t, "posted with what the CA signed", c.postRefused(u.Container()),
		any(&bindings.IAttestationCollateralRefused{Step: string(tee.StepCollateral)}))
	c.postBytes(u.Without(true, false, true).Container())
	same(t, "judge", c.judgeRefused(), notGenuine(tee.StepRevocation))
}

// A newer evaluation that anyone posts early takes no machine out before its time.
func TestEarlyEvaluation(t *testing.T) {
	c := deployTo(t, newNetwork(t))
	c.post(insecure.Terms{})
	c.register(c.enclave, c.operator, c.evidence(c.enclave, c.operator))
	early := insecure.Terms{Evaluation: 2, Status: tee.OutOfDate}
	c.post(early)
	from := c.block.Time + 42*24*3600
	c.judge()
	same(t, "evaluation", c.worker(c.enclave).Evaluation, uint32(1))
	same(t, "again", c.postRefused(c.vendor(early)), any(&bindings.CollateralRegistryCollateralEarly{
		Number: big.NewInt(2), CountsFrom: from,
	}))
	// The one before goes on, and revocations count at once.
	c.pass(20 * 24 * time.Hour)
	c.post(insecure.Terms{Number: 2})
	c.block.Time = from - 2
	same(t, "a second before", c.postRefused(c.units(early).Without(false, true, true).Container()),
		any(&bindings.CollateralRegistryCollateralEarly{Number: big.NewInt(2), CountsFrom: from}))
	c.block.Time = from
	early.Number = 3
	c.post(early)
	stamps, err := c.collateral.UnpackStampsOf(c.call(c.at.Collateral.Address,
		c.collateral.PackStampsOf(c.worker(c.enclave).Levels, c.worker(c.enclave).Issuer)))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "it counts", stamps.TcbInfo.Number.Uint64(), uint64(2))
}

// knowLaterEvaluations has evaluations up to the hundredth count under the root.
func (c *chain) knowLaterEvaluations() {
	c.t.Helper()
	another := insecure.Simulated()
	another.FMSPC = [6]byte([]byte("OTHERS"))
	c.post(insecure.Terms{Platform: &another, Evaluation: 100, WithoutCRL: true})
}

// A job goes on through good news, and when collateral has expired, once there is some again.
func TestNews_good(t *testing.T) {
	c := newChain(t)
	job := c.approved()
	before := c.worker(c.enclave)
	for i, s := range steps[:3] {
		logs := c.judge()
		same(t, "nothing to say", len(logs), 0)
		id := c.post(insecure.Terms{Number: int64(i + 2), Evaluation: uint32(i + 2)})
		s.step(job)
		w := c.worker(c.enclave)
		same(t, "judged anew for the "+s.name, common.Hash(w.Collateral), id)
		same(t, "evaluation", w.Evaluation, uint32(i+2))
		same(t, "judged at", w.JudgedAt, c.block.Time)
	}
	w := c.worker(c.enclave)
	same(t, "quote", w.Quote, before.Quote)
	same(t, "renewals", w.Renewals, uint16(0))
}

func TestExpiredCollateral(t *testing.T) {
	for _, s := range steps[:3] {
		c := deployTo(t, newNetwork(t))
		// A policy lets a job stand for an hour; so all but an hour of the collateral's month is over.
		c.knowLaterEvaluations()
		c.post(insecure.Terms{Now: time.Unix(now, 0).Add(-29*24*time.Hour - 23*time.Hour - 55*time.Minute)})
		c.register(c.enclave, c.operator, c.evidence(c.enclave, c.operator))
		job := c.approved()
		s.before(job)
		c.pass(6 * time.Minute)
		same(t, s.name, s.refused(job), notGenuine(tee.StepCollateral))
		same(t, "judge", c.judgeRefused(), notGenuine(tee.StepCollateral))
		c.post(insecure.Terms{Number: 2, Evaluation: 2})
		s.step(job)
		same(t, "valid again", c.valid(c.enclave), true)
	}
}

func TestCollateral_goesNoStepBack(t *testing.T) {
	c := newChain(t)
	good := insecure.Terms{Now: time.Unix(now, 0).Add(time.Hour), Number: 5, Evaluation: 5}
	c.pass(2 * time.Hour)
	id := c.post(good)
	u := c.units(good)
	for name, tc := range map[string]struct {
		terms                 insecure.Terms
		levels, roots, issuer bool
		want                  string
	}{
		"older evaluation": {insecure.Terms{Now: good.Now, Number: 5, Evaluation: 4}, true, false,
			false, "TCB info"},
		"older evaluation with a newer date": {insecure.Terms{Now: good.Now.Add(time.Minute), Number: 5,
			Evaluation: 4}, true, false, false, "TCB info"},
		"newer evaluation with an older date": {insecure.Terms{Now: good.Now.Add(-time.Second), Number: 5,
			Evaluation: 6}, true, false, false, "TCB info"},
		"root list with a smaller number": {insecure.Terms{Now: good.Now.Add(time.Minute), Number: 4}, false,
			true, false, "root list"},
		"root list with an older date": {insecure.Terms{Now: good.Now.Add(-time.Second), Number: 6}, false,
			true, false, "root list"},
		"issuer list with a smaller number": {insecure.Terms{Now: good.Now.Add(time.Minute), Number: 4}, false,
			false, true, "issuer list"},
		"issuer list with an older date": {insecure.Terms{Now: good.Now.Add(-time.Second), Number: 6}, false,
			false, true, "issuer list"},
		"all of it old, from before revocation": {insecure.Terms{Now: time.Unix(now, 0), Number: 1}, true, true, true,
			"TCB info"},
	} {
		container := c.units(tc.terms).Without(!tc.levels, !tc.roots, !tc.issuer).Container()
		same(t, name, c.postRefused(container), any(&bindings.CollateralRegistryCollateralBackwards{Part: tc.want}))
	}
	// The QE identity is as old as the TCB info in what these roots make; here it comes from other terms.
	newer, err := collateral.ParseIntel(c.vendor(insecure.Terms{Now: good.Now.Add(time.Minute), Evaluation: 6}))
	if err != nil {
		t.Fatal(err)
	}
	older, err := collateral.ParseIntel(c.vendor(insecure.Terms{Now: good.Now.Add(-time.Second), Evaluation: 6}))
	if err != nil {
		t.Fatal(err)
	}
	newer.QEIdentity = older.QEIdentity
	mixed, err := newer.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	same(t, "older QE identity", c.postRefused(mixed),
		any(&bindings.CollateralRegistryCollateralBackwards{Part: "QE identity"}))
	newer.QEIdentity = collateral.Signed{}
	half, err := newer.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	same(t, "no QE identity", c.postRefused(half),
		any(&bindings.CollateralRegistryCollateralIncomplete{Part: "QE identity"}))

	same(t, "the same", c.postRefused(u.Container()), any(&bindings.CollateralRegistryCollateralNotNewer{}))
	w := c.worker(c.enclave)
	place := collateral.Place{Levels: w.Levels, Issuer: w.Issuer}
	same(t, "what is here", crypto.Keccak256Hash(c.collateralOf(place)), crypto.Keccak256Hash(u.Container()))
	got, err := c.collateral.UnpackIdOf(c.call(c.at.Collateral.Address,
		c.collateral.PackIdOf(place.Levels, place.Issuer)))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "its name", common.Hash(got), id)
	stamps, err := c.collateral.UnpackStampsOf(
		c.call(c.at.Collateral.Address, c.collateral.PackStampsOf(place.Levels, place.Issuer)))
	if err != nil {
		t.Fatal(err)
	}
	issued := uint64(good.Now.Add(-time.Hour).Unix())
	same(t, "stamps", stamps, bindings.ICollateralRegistryStamps{
		TcbInfo: stamp(5, issued), QeIdentity: stamp(5, issued), RootList: stamp(5, issued),
		IssuerList: stamp(5, issued),
	})
}

func stamp(number int64, issuedAt uint64) bindings.IAttestationStamp {
	return bindings.IAttestationStamp{Number: big.NewInt(number), IssuedAt: issuedAt}
}

// A signature can be written in two ways. The other way is no news, so that no one can have every worker judged again.
func TestCollateral_otherBytesOfTheSame(t *testing.T) {
	c := newChain(t)
	parts, err := collateral.ParseIntel(c.vendor(
		insecure.Terms{Now: time.Unix(now+86400, 0), Evaluation: 2, Number: 2}))
	if err != nil {
		t.Fatal(err)
	}
	c.pass(24 * time.Hour)
	first, err := parts.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	c.postBytes(first)
	order, _ := new(big.Int).SetString("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16)
	s := new(big.Int).SetBytes(parts.TCBInfo.Signature[32:])
	s.Sub(order, s).FillBytes(parts.TCBInfo.Signature[32:])
	second, err := parts.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the other signature", c.postRefused(second), any(&bindings.CollateralRegistryCollateralNotNewer{}))
}

func TestFloor(t *testing.T) {
	c := newChain(t)
	c.setFloor(bindings.IWorkerRegistryFloor{Evaluation: 2})
	same(t, "evaluation", c.judgeRefused(), c.notAccepted("evaluation"))
	c.post(insecure.Terms{Evaluation: 2, Status: tee.SWHardeningNeeded})
	same(t, "status", c.judgeRefused(), c.notAccepted("tcb"))
	c.setFloor(bindings.IWorkerRegistryFloor{Evaluation: 2, Statuses: 1 << tee.SWHardeningNeeded.Number()})
	c.judge()
	same(t, "status", c.worker(c.enclave).Status, uint8(tee.SWHardeningNeeded.Number()))
	same(t, "floor version", c.worker(c.enclave).FloorVersion, uint32(2))
	c.setFloor(bindings.IWorkerRegistryFloor{Statuses: 1 << tee.SWHardeningNeeded.Number(), TcbDate: now})
	same(t, "date", c.judgeRefused(), c.notAccepted("tcb"))
	c.setFloor(bindings.IWorkerRegistryFloor{Statuses: 1 << tee.SWHardeningNeeded.Number(), CollateralAge: 3 * 3600})
	c.judge()
	c.pass(3 * time.Hour)
	same(t, "age", c.judgeRefused(), c.notAccepted("collateral"))
	got := c.refused(c.operator, c.at.Workers.Address, nil, c.workers.PackSetFloor(bindings.IWorkerRegistryFloor{}))
	same(t, "by somebody else", got, any(&bindings.WorkerRegistryOwnableUnauthorizedAccount{Account: addr(c.operator)}))
}
