package vectors

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/worker"
)

// ascendingHashes returns n small hashes in ascending order.
func ascendingHashes(from, n int) []common.Hash {
	list := make([]common.Hash, 0, n)
	for i := range n {
		list = append(list, common.BigToHash(bigOf(uint64(from+i))))
	}
	return list
}

func ascendingAddresses(from, n int) []common.Address {
	list := make([]common.Address, 0, n)
	for _, h := range ascendingHashes(from, n) {
		list = append(list, common.Address(h[12:]))
	}
	return list
}

func basePolicy() policy.Policy {
	price, err := amount.Parse("1000000000000000000")
	if err != nil {
		panic("vectors: internal error: " + err.Error()) // constant input
	}
	return policy.Policy{
		Promise: policy.Promise{
			Controller: address("custodian"), Purposes: purpose.SetOf(purpose.HealthResearch,
				purpose.FairnessAudit), Kinds: kind.Runnable,
			Conditions: condition.Protected, AllowPrivate: true, AllowExact: true, Schema: hash("schema"),
			Datasheet: hash("datasheet"), Text: hash("text"),
			MinCohort: 20, MinCell: 5, RhoLimit: 1_000_000, DeltaLimit: 1_000_000_000, RhoPerResearcher: 250_000,
			Review:        policy.ReviewListed,
			MaxConsentAge: 100, Spenders: []common.Address{address("market")}, Restrictions: ascendingHashes(0x50, 1),
		},
		Means: policy.Means{
			Broker: address("broker"), Enroller: address("enroller"), ArchivesNeeded: 1, Pins: hash("pins"),
			Measurements: ascendingHashes(0x20, 2),
			TrustRoots:   ascendingHashes(0x30, 1), Programs: ascendingHashes(0x10, 2), Reviewers: []common.Address{},
			Gates: baseGates(), Archives: ascendingAddresses(0x60, 2),
		},
		Service: policy.Service{Price: price, ClaimTimeout: 600, JobTimeout: 3600, OpenTimeout: 1800, MaxReruns: 3},
	}
}

// baseGates are one gate that can only refuse and one that can do more.
func baseGates() []policy.Gate {
	list := ascendingAddresses(0x70, 2)
	return []policy.Gate{
		{Contract: list[1], Moments: policy.AtPost | policy.AtVersion, Powers: policy.MayRefuse},
		{Contract: list[0], Moments: policy.AtPost, Powers: policy.MayApprove | policy.MayFixConsentRound},
	}
}

func reviewedPolicy() policy.Policy {
	p := basePolicy()
	p.Review, p.Programs, p.Reviewers, p.ReviewersNeeded = policy.ReviewReviewers, []common.Hash{},
		ascendingAddresses(0x40, 3), 2
	return p
}

func policyVectors() (any, error) {
	largest := reviewedPolicy()
	largest.Purposes, largest.MinCohort, largest.RhoLimit, largest.RhoPerResearcher = purpose.All, 1<<32-1, 1<<64-1,
		1<<64-1
	largest.Reviewers, largest.ReviewersNeeded = ascendingAddresses(1, policy.MaxList), policy.MaxList
	largest.Measurements, largest.TrustRoots = ascendingHashes(1, policy.MaxList), ascendingHashes(1, policy.MaxList)
	largest.Kinds, largest.Conditions = kind.All, condition.Count-1
	largest.AllowERC1271, largest.AllowOldVersions, largest.MinCell, largest.DeltaLimit = true, true, 1<<32-1, 1<<64-1
	largest.Spenders, largest.Restrictions = ascendingAddresses(1, policy.MaxList), ascendingHashes(1, policy.MaxList)
	largest.Archives, largest.ArchivesNeeded = ascendingAddresses(1, policy.MaxList), policy.MaxList
	largest.Gates = nil
	for _, a := range ascendingAddresses(1, policy.MaxGates) {
		largest.Gates = append(largest.Gates, policy.Gate{Contract: a, Moments: 1<<8 - 1, Powers: 1<<7 - 1})
	}
	for i := range largest.Price {
		largest.Price[i] = 0xff
	}
	largest.ClaimTimeout, largest.JobTimeout, largest.OpenTimeout = policy.MaxTimeout, policy.MaxTimeout,
		policy.MaxTimeout
	largest.MaxConsentAge, largest.MaxReruns = 1<<32-1, 255
	nothing := policy.Policy{
		Promise: policy.Promise{Controller: address("custodian"), Schema: hash("schema"), MaxConsentAge: 1,
			Spenders: []common.Address{}, Restrictions: []common.Hash{}},
		Means: policy.Means{Broker: address("broker"), Enroller: address("enroller"), Measurements: []common.Hash{},
			TrustRoots: []common.Hash{},
			Programs:   []common.Hash{}, Reviewers: []common.Address{}, Gates: []policy.Gate{},
			Archives: []common.Address{}},
		Service: policy.Service{ClaimTimeout: 1, JobTimeout: 1, OpenTimeout: 1},
	}
	type good struct {
		Name   string        `json:"name"`
		Policy policy.Policy `json:"policy"`
		Hash   common.Hash   `json:"hash"`
	}
	goods := []good{}
	for _, c := range []struct {
		name string
		p    policy.Policy
	}{{"listed programs", basePolicy()}, {"two of three reviewers", reviewedPolicy()}, {"everything at its largest",
		largest}, {"nothing allowed", nothing}} {
		if err := c.p.Validate(); err != nil {
			return nil, err
		}
		goods = append(goods, good{c.name, c.p, c.p.Hash()})
	}
	bad, err := bads(basePolicy(), slices.Concat(partChanges(), gateChanges(), timeChanges()))
	if err != nil {
		return nil, err
	}
	more, err := bads(reviewedPolicy(), []change{
		{"more reviewers needed than named", "promised.reviewersNeeded", 4, "reviewersNeeded"},
		{"no reviewer needed", "promised.reviewersNeeded", 0, "reviewersNeeded"},
		{"reviewers not ascending", "means.reviewers",
			[]string{lower(ascendingAddresses(2, 1)[0]), lower(ascendingAddresses(1, 1)[0])}, "reviewers"},
	})
	if err != nil {
		return nil, err
	}
	return map[string]any{"type": policy.Type, "good": goods, "bad": append(bad, more...), "changes": policyChanges()},
		nil
}

// hashesOf returns one hash for each of the numbers.
func hashesOf(numbers ...int) []common.Hash {
	out := []common.Hash{}
	for _, n := range numbers {
		out = append(out, ascendingHashes(n, 1)...)
	}
	return out
}

// partChanges are wrong promises and means, but for the gates.
func partChanges() []change {
	nobody := lower(common.Address{})
	return []change{
		{"no controller", "promised.controller", nobody, "controller"},
		{"undefined purpose", "promised.purposes", 1 << purpose.Count, "purposes"},
		{"undefined kind", "promised.kinds", 1 << kind.Count, "kinds"},
		{"undefined conditions", "promised.conditions", condition.Count, "conditions"},
		{"no schema", "promised.schema", common.Hash{}, "schema"},
		{"programs without their review", "promised.review", 0, "programs"},
		{"listed review without programs", "means.programs", hashesOf(), "programs"},
		{"programs not ascending", "means.programs", hashesOf(17, 16), "programs"},
		{"a program twice", "means.programs", hashesOf(16, 16), "programs"},
		{"a program is zero", "means.programs", hashesOf(0, 16), "programs"},
		{"too many programs", "means.programs", ascendingHashes(1, policy.MaxList+1), "programs"},
		{"reviewers without their review", "means.reviewers", ascendingAddresses(1, 1), "reviewers"},
		{"reviewers needed without their review", "promised.reviewersNeeded", 1, "reviewersNeeded"},
		{"spenders not ascending", "promised.spenders",
			[]string{lower(ascendingAddresses(2, 1)[0]), lower(ascendingAddresses(1, 1)[0])}, "spenders"},
		{"a spender is zero", "promised.spenders", []string{nobody}, "spenders"},
		{"restrictions not ascending", "promised.restrictions", hashesOf(3, 2), "restrictions"},
		{"no broker", "means.broker", nobody, "broker"},
		{"no enroller", "means.enroller", nobody, "enroller"},
		{"measurements not ascending", "means.measurements", hashesOf(3, 2), "measurements"},
		{"trust roots not ascending", "means.trustRoots", hashesOf(3, 2), "trustRoots"},
		{"archives not ascending", "means.archives", []string{lower(ascendingAddresses(2, 1)[0]),
			lower(ascendingAddresses(1, 1)[0])}, "archives"},
		{"more archives needed than named", "means.archivesNeeded", 3, "archivesNeeded"},
		{"no archive needed", "means.archivesNeeded", 0, "archivesNeeded"},
	}
}

// gateChanges are lists of gates that no policy may have.
func gateChanges() []change {
	gates := func(edit func(list []policy.Gate) []policy.Gate) []policy.Gate { return edit(baseGates()) }
	return []change{
		{"a gate that is asked at no moment", "means.gates",
			gates(func(l []policy.Gate) []policy.Gate { l[0].Moments = 0; return l }), "gates"},
		{"a gate with an undefined moment", "means.gates",
			gates(func(l []policy.Gate) []policy.Gate { l[1].Moments |= 1 << 9; return l }), "gates"},
		{"a gate without a power", "means.gates",
			gates(func(l []policy.Gate) []policy.Gate { l[0].Powers = 0; return l }), "gates"},
		{"a gate with an undefined power", "means.gates",
			gates(func(l []policy.Gate) []policy.Gate { l[1].Powers |= 1 << 7; return l }), "gates"},
		{"a gate twice", "means.gates",
			gates(func(l []policy.Gate) []policy.Gate { l[1].Contract = l[0].Contract; return l }), "gates"},
		{"gates not ascending", "means.gates", gates(func(l []policy.Gate) []policy.Gate {
			l[0], l[1] = l[1], l[0]
			return l
		}), "gates"},
		{"a gate at address zero", "means.gates",
			gates(func(l []policy.Gate) []policy.Gate { l[0].Contract = common.Address{}; return l }), "gates"},
		{"too many gates", "means.gates", gates(func([]policy.Gate) []policy.Gate {
			var l []policy.Gate
			for _, a := range ascendingAddresses(1, policy.MaxGates+1) {
				l = append(l, policy.Gate{Contract: a, Moments: policy.AtPost, Powers: policy.MayRefuse})
			}
			return l
		}), "gates"},
	}
}

// timeChanges are wrong times, numbers and members.
func timeChanges() []change {
	nobody := lower(common.Address{})
	return []change{
		{"no time to claim", "service.claimTimeout", 0, "claimTimeout"},
		{"too much time to claim", "service.claimTimeout", policy.MaxTimeout + 1, "claimTimeout"},
		{"no time to finish", "service.jobTimeout", 0, "jobTimeout"},
		{"too much time to finish", "service.jobTimeout", policy.MaxTimeout + 1, "jobTimeout"},
		{"no time to open", "service.openTimeout", 0, "openTimeout"},
		{"too much time to open", "service.openTimeout", policy.MaxTimeout + 1, "openTimeout"},
		{"no consent age", "promised.maxConsentAge", 0, "maxConsentAge"},
		{"undefined review", "promised.review", 3, "review"},
		{"price is a number", "service.price", 1, "price"},
		{"price beyond 128 bits", "service.price", "340282366920938463463374607431768211456", "price"},
		{"member missing", "service.maxReruns", nil, "maxReruns"},
		{"part missing", "means", nil, "means"},
		{"member unknown", "promised.minimum", 1, "minimum"},
		{"member of another part", "promised.broker", nobody, "broker"},
	}
}

type policyChange struct {
	Name     string        `json:"name"`
	Old      policy.Policy `json:"old"`
	Next     policy.Policy `json:"next"`
	Effect   policy.Effect `json:"effect"`
	Looser   []string      `json:"looser"`
	Added    []string      `json:"added"`
	Stricter []string      `json:"stricter"`
}

// policyChanges are changes there and back. The effects are computed; the tests of the contract say by hand which they
// are.
func policyChanges() []policyChange {
	var list []policyChange
	add := func(name string, old policy.Policy, edit func(*policy.Policy)) {
		next := old
		edit(&next)
		for _, pair := range [][2]policy.Policy{{old, next}, {next, old}} {
			c := policy.Compare(pair[0], pair[1])
			list = append(list, policyChange{name, pair[0], pair[1], c.Effect(), orEmpty(c.Looser), orEmpty(c.Added),
				orEmpty(c.Stricter)})
			name = "back: " + name
		}
	}
	b := basePolicy()
	r := reviewedPolicy()
	none := basePolicy()
	none.Review, none.Programs = policy.ReviewNone, []common.Hash{}
	add("nothing", b, func(*policy.Policy) {})
	promiseChanges(add, b, r, none)
	meansChanges(add, b, r)
	add("price, timeouts, reruns", b, func(p *policy.Policy) {
		p.Price, p.ClaimTimeout, p.JobTimeout, p.OpenTimeout, p.MaxReruns = amount.FromUint64(1), 1, 1, 1, 9
	})
	return list
}

type addChange func(name string, old policy.Policy, edit func(*policy.Policy))

func promiseChanges(add addChange, b, r, none policy.Policy) {
	add("another controller", b, func(p *policy.Policy) { p.Controller = address("another custodian") })
	add("another schema", b, func(p *policy.Policy) { p.Schema = hash("another schema") })
	add("another datasheet", b, func(p *policy.Policy) { p.Datasheet = hash("another datasheet") })
	add("another text", b, func(p *policy.Policy) { p.Text = hash("another text") })
	add("a purpose more", b, func(p *policy.Policy) { p.Purposes |= 1 })
	add("one purpose for another", b, func(p *policy.Policy) { p.Purposes = 0b1100 })
	add("a kind less", b, func(p *policy.Policy) { p.Kinds = 1 })
	add("open to any use", b, func(p *policy.Policy) { p.Conditions = condition.Open })
	add("no companies", b, func(p *policy.Policy) { p.Conditions = condition.Nonprofit })
	add("smaller cohort", b, func(p *policy.Policy) { p.MinCohort-- })
	add("smaller cells", b, func(p *policy.Policy) { p.MinCell-- })
	add("larger budget", b, func(p *policy.Policy) { p.RhoLimit++ })
	add("larger delta", b, func(p *policy.Policy) { p.DeltaLimit++ })
	add("larger budget per researcher", b, func(p *policy.Policy) { p.RhoPerResearcher++ })
	add("no limit per researcher", b, func(p *policy.Policy) { p.RhoPerResearcher = 0 })
	add("no review", b, func(p *policy.Policy) { p.Review, p.Programs = policy.ReviewNone, []common.Hash{} })
	add("reviewers for a list", b, func(p *policy.Policy) { *p = r })
	add("reviewers for nothing", none, func(p *policy.Policy) { *p = r })
	add("fewer reviewers needed", r, func(p *policy.Policy) { p.ReviewersNeeded = 1 })
	add("no private releases", b, func(p *policy.Policy) { p.AllowPrivate = false })
	add("no exact releases", b, func(p *policy.Policy) { p.AllowExact = false })
	add("contract accounts", b, func(p *policy.Policy) { p.AllowERC1271 = true })
	add("old versions", b, func(p *policy.Policy) { p.AllowOldVersions = true })
	add("older consent", b, func(p *policy.Policy) { p.MaxConsentAge++ })
	add("no spender", b, func(p *policy.Policy) { p.Spenders = []common.Address{} })
	add("another spender", b, func(p *policy.Policy) { p.Spenders = []common.Address{address("another market")} })
	add("one restriction more", b, func(p *policy.Policy) { p.Restrictions = ascendingHashes(0x50, 2) })
	add("another restriction", b, func(p *policy.Policy) { p.Restrictions = ascendingHashes(0x51, 1) })
}

func meansChanges(add addChange, b, r policy.Policy) {
	gates := func(edit func([]policy.Gate) []policy.Gate) func(*policy.Policy) {
		return func(p *policy.Policy) { p.Gates = edit(baseGates()) }
	}
	add("another broker", b, func(p *policy.Policy) { p.Broker = address("another broker") })
	add("another enroller", b, func(p *policy.Policy) { p.Enroller = address("another enroller") })
	add("another program", b, func(p *policy.Policy) { p.Programs = ascendingHashes(0x10, 3) })
	add("another reviewer", r, func(p *policy.Policy) { p.Reviewers = ascendingAddresses(0x40, 4) })
	add("another measurement", b, func(p *policy.Policy) { p.Measurements = ascendingHashes(0x20, 3) })
	add("one measurement for another", b, func(p *policy.Policy) { p.Measurements = ascendingHashes(0x21, 2) })
	add("another trust root", b, func(p *policy.Policy) { p.TrustRoots = ascendingHashes(0x30, 2) })
	add("no pins", b, func(p *policy.Policy) { p.Pins = common.Hash{} })
	add("other pins", b, func(p *policy.Policy) { p.Pins = hash("other pins") })
	add("another archive", b, func(p *policy.Policy) { p.Archives = ascendingAddresses(0x60, 3) })
	add("one more archive needed", b, func(p *policy.Policy) { p.ArchivesNeeded = 2 })
	add("no gate that can refuse", b, gates(func(l []policy.Gate) []policy.Gate { return l[1:] }))
	add("no gate that can do more", b, gates(func(l []policy.Gate) []policy.Gate { return l[:1] }))
	add("a refusal at fewer moments", b,
		gates(func(l []policy.Gate) []policy.Gate { l[0].Moments = policy.AtPost; return l }))
	add("a gate with more powers", b,
		gates(func(l []policy.Gate) []policy.Gate { l[1].Powers |= policy.MayExcuse; return l }))
	add("a gate with its powers at more moments", b,
		gates(func(l []policy.Gate) []policy.Gate { l[1].Moments |= policy.AtClaim; return l }))
}

func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

const parameters = `{"columns":["age","sex"],"groups":["sex"],"seed":7}`

func baseSpec() (job.Spec, error) {
	program, err := job.Program(kind.Fairness)
	if err != nil {
		return job.Spec{}, err
	}
	ph, err := job.HashParameters([]byte(parameters))
	return job.Spec{
		Kind: kind.Fairness, Program: program, Parameters: ph, Dataset: hash("dataset"), DatasetVersion: 3,
		PolicyVersion: 2,
		Purpose:       purpose.FairnessAudit, Release: job.Private, Rho: 17_468, Delta: 2_000,
		Researcher:    address("researcher"),
		ResearcherKey: hash("researcher's key"), Deadline: 1_730_000_000, Recipient: condition.Institute,
		Fee: amount.FromUint64(1_000_000_000_000_000_000), Nonce: 1,
	}, err
}

func jobVectors() (any, error) {
	d := domain("market")
	base, err := baseSpec()
	if err != nil {
		return nil, err
	}
	exact, largest := base, base
	exact.Release, exact.Rho, exact.Delta = job.Exact, 0, 0
	largest.Purpose, largest.Recipient, largest.Delta = purpose.Count-1, condition.Person, 1<<64-1
	largest.Study, largest.Seat, largest.Round = hash("study"), 1<<16-1, 1<<32-1
	largest.DatasetVersion, largest.PolicyVersion, largest.Rho, largest.Deadline, largest.Nonce = 1<<32-1, 1<<32-1,
		1<<64-1, 1<<64-1, 1<<64-1
	for i := range largest.Fee {
		largest.Fee[i] = 0xff
	}
	type good struct {
		Name       string      `json:"name"`
		Spec       job.Spec    `json:"spec"`
		StructHash common.Hash `json:"structHash"`
		ID         common.Hash `json:"id"`
	}
	var goods []good
	for _, c := range []struct {
		name string
		s    job.Spec
	}{{"private", base}, {"exact", exact}, {"everything at its largest", largest}} {
		if err := c.s.Validate(); err != nil {
			return nil, err
		}
		goods = append(goods, good{c.name, c.s, c.s.StructHash(), c.s.ID(d)})
	}
	zero := common.Hash{}
	bad, err := bads(base, []change{
		{"undefined kind", "kind", kind.Count, "kind"}, {"kind without an engine", "kind", kind.Learning,
			"kind"}, {"undefined purpose", "purpose", purpose.Count, "purpose"},
		{"no program", "program", zero, "program"}, {"no parameters", "parameters", zero, "parameters"},
		{"no dataset", "dataset", zero, "dataset"},
		{"dataset version zero", "datasetVersion", 0, "datasetVersion"},
		{"policy version zero", "policyVersion", 0, "policyVersion"},
		{"undefined recipient", "recipient", condition.Person + 1, "recipient"},
		{"undefined release", "release", 3, "release"}, {"a part, which no engine releases", "release", 2, "release"},
		{"private without budget", "rho", "0", "rho"}, {"exact with budget", "release", 1, "rho"},
		{"no researcher", "researcher", "0x0000000000000000000000000000000000000000", "researcher"},
		{"no researcher key", "researcherKey", zero, "researcherKey"},
		{"a seat without a study", "seat", 1, "seat"}, {"a round without a study", "round", 1, "round"},
		{"an asset, which no engine takes", "asset", hash("asset"), "asset"},
		{"version of no asset", "assetVersion", 1, "assetVersion"}, {"policy of no asset", "assetPolicyVersion", 1,
			"assetPolicyVersion"},
		{"an extension, which no one knows", "extension", hash("extension"), "extension"},
		{"no deadline", "deadline", "0", "deadline"}, {"fee is negative", "fee", "-1", "fee"},
		{"fee with leading zero", "fee", "01", "fee"},
		{"researcher in capitals", "researcher", "0x" + strings.ToUpper(lower(base.Researcher)[2:]), "researcher"},
		{"program too short", "program", "0x00", "program"}, {"member missing", "nonce", nil, "nonce"},
		{"member unknown", "note", 1, "note"},
	})
	if err != nil {
		return nil, err
	}
	spentExact, err := bads(exact, []change{{"exact with delta", "delta", "1", "delta"}})
	if err != nil {
		return nil, err
	}
	bad = append(bad, spentExact...)
	approval := job.Approval{Job: base.ID(d), Expiry: 1_725_000_000}
	signed, err := approval.Sign(d, key("custodian"))
	if err != nil {
		return nil, err
	}
	states := map[string][]job.State{}
	for s := job.None; s <= job.Cancelled; s++ {
		states[s.String()] = append([]job.State{}, s.Next()...)
	}
	programs := map[string]common.Hash{}
	for _, k := range kind.Runnable.Kinds() {
		if programs[k.String()], err = job.Program(k); err != nil {
			return nil, err
		}
	}
	return map[string]any{
		"types": []string{job.Type, job.ApprovalType}, "domain": d, "signers": signers("custodian"),
		"good": goods, "bad": bad, "parameters": parameters, "programs": programs, "states": states,
		"badParameters": []Bad{
			{"white space", `{"a": 1}`, "canonical form"}, {"members not sorted", `{"b":1,"a":2}`, "canonical form"},
			{"fraction", `{"a":0.5}`, "integers"}, {"not JSON", `a`, "value expected"},
			{"too long", `"` + strings.Repeat("x", job.MaxParameters-1) + `"`, "at most"},
		},
		"approval": map[string]any{"signed": signed, "digest": approval.Digest(d)},
	}, nil
}

func receiptVectors() (any, error) {
	d := domain("market")
	spec, err := baseSpec()
	if err != nil {
		return nil, err
	}
	id := spec.ID(d)
	inputs := receipt.Inputs{Job: id, ContentRoot: hash("content"), ConsentRoot: hash("consent root"),
		SubjectsRoot: hash("subjects root"),
		Program:      spec.Program, Parameters: spec.Parameters}
	charge := receipt.Charge{
		Inputs: inputs.Hash(), ConsentRound: 4321, ConsentRoot: inputs.ConsentRoot, SubjectsRoot: inputs.SubjectsRoot,
		LiveSubjects: 60,
		Rho:          spec.Rho, Delta: spec.Delta, Moment: 1_729_000_000, Noise: hash("noise"),
		ProofKey: hash("proof key"),
	}
	salt, plaintext, opening := [32]byte(hash("salt")), []byte(`{"rows":42}`), [32]byte(hash("opening"))
	ciphertext := []byte("ciphertext")
	r := receipt.Receipt{
		Job: id, Charge: charge, Result: receipt.CommitResult(salt,
			plaintext), Ciphertext: receipt.HashBytes(ciphertext),
		Size: uint64(len(ciphertext)), Opening: receipt.HashOpening(opening), Statement: hash("statement"),
		Enclave: address("enclave"), Measurement: hash("measurement"), Quote: receipt.HashBytes([]byte("quote")),
	}
	held := receipt.Held{Job: id, Ciphertext: r.Ciphertext, Size: 1 << 20}
	heldSignature, err := held.Sign(d, key("custodian"))
	if err != nil {
		return nil, err
	}
	signed, err := r.Sign(d, key("enclave"))
	if err != nil {
		return nil, err
	}
	// Every field changed in turn; those that the job fixes are also a mismatch with it.
	b, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	var fields map[string]any
	if err := json.Unmarshal(b, &fields); err != nil {
		return nil, err
	}
	changes := append(memberChanges(receipt.Type, "receipt.", fields),
		memberChanges(receipt.ChargeType, "receipt.charge.", fields["charge"].(map[string]any))...)
	sig := signed.Signature
	zeroS := sig
	copy(zeroS[32:64], make([]byte, 32))
	forged, err := bads(signed, append(changes,
		change{"s in the upper half", "signature", hexutil.Encode(highS(sig)), "upper half"},
		change{"s is zero", "signature", zeroS.String(), "s is out of range"},
		change{"v is 26", "signature", hexutil.Encode(append(sig[:64:64], 26)), "v is 26"},
		change{"member missing", "receipt.quote", nil, "quote"},
		change{"member unknown", "receipt.note", 1, "note"},
		change{"size is a number", "receipt.size", 10, "size"},
		change{"rho is a number", "receipt.charge.rho", 17468, "rho"},
	))
	if err != nil {
		return nil, err
	}
	return map[string]any{
		"types":  []string{receipt.Type, receipt.ChargeType, receipt.InputsType, receipt.HeldType},
		"domain": d, "signers": signers("enclave", "custodian"), "spec": spec,
		"inputs":  map[string]any{"inputs": inputs, "hash": inputs.Hash()},
		"charge":  map[string]any{"charge": charge, "structHash": charge.StructHash()},
		"opening": map[string]any{"key": common.Hash(opening), "hash": r.Opening},
		"held":    map[string]any{"held": held, "digest": held.Digest(d), "signature": heldSignature},
		"result":  map[string]any{"salt": common.Hash(salt), "plaintext": string(plaintext), "commitment": r.Result},
		"good":    map[string]any{"signed": signed, "structHash": r.StructHash(), "id": r.ID(d)},
		"forged":  forged,
	}, nil
}

// memberChanges changes every member of a signed struct that is a value, in turn.
func memberChanges(encodedType, path string, values map[string]any) []change {
	changes := []change{}
	members := encodedType[strings.Index(encodedType, "(")+1 : strings.Index(encodedType, ")")]
	for _, f := range strings.Split(members, ",") {
		typ, name, _ := strings.Cut(f, " ")
		var v any
		switch typ {
		case "bytes32":
			v = hash("changed " + name)
		case "address":
			v = lower(address("changed"))
		case "uint64":
			v = fmt.Sprint(values[name]) + "1"
		case "uint32":
			v = values[name].(float64) + 1
		default:
			continue // a struct, whose members have their own turn
		}
		changes = append(changes, change{name + " changed", path + name, v, "signed by"})
	}
	return changes
}

func workerVectors() (any, error) {
	d := domain("workers")
	r := worker.Registration{Enclave: address("enclave"), Operator: address("operator"), REK: hash("rek"),
		Measurement: hash("measurement"),
		TrustRoot:   hash("trust root"), Platform: 1, Expiry: 1_740_000_000, Quote: hash("evidence"), Nonce: 0}
	signed, err := r.Sign(d, key("enclave"))
	if err != nil {
		return nil, err
	}
	renewed := r
	renewed.Expiry, renewed.Quote, renewed.Nonce = 1_750_000_000, hash("newer evidence"), 1
	signedAgain, err := renewed.Sign(d, key("enclave"))
	if err != nil {
		return nil, err
	}
	forged, err := bads(signed, []change{
		{"operator changed", "registration.operator", lower(address("other")), "signed by"},
		{"platform changed", "registration.platform", 2, "signed by"},
		{"expiry changed", "registration.expiry", "1740000001", "signed by"},
		{"nonce changed", "registration.nonce", "1", "signed by"},
		{"key changed", "registration.rek", hash("other"), "signed by"},
		{"s in the upper half", "signature", hexutil.Encode(highS(signed.Signature)), "upper half"},
	})
	if err != nil {
		return nil, err
	}
	return map[string]any{"type": worker.Type, "domain": d, "signers": signers("enclave"), "good": []any{
		map[string]any{"name": "registration", "signed": signed, "digest": r.Digest(d)},
		map[string]any{"name": "renewal", "signed": signedAgain, "digest": renewed.Digest(d)},
	}, "forged": forged}, nil
}
