package vectors

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/protocol/amount"
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
		Purposes: purpose.SetOf(purpose.HealthResearch, purpose.FairnessAudit), Kinds: kind.All, MinCohort: 20,
		RhoLimit: 1_000_000, RhoPerResearcher: 250_000, Review: policy.ReviewListed,
		Reviewers: []common.Address{}, Programs: ascendingHashes(0x10, 2), AllowPrivate: true, AllowExact: true,
		Measurements: ascendingHashes(0x20, 2), TrustRoots: ascendingHashes(0x30, 1),
		Price: price, ClaimTimeout: 600, JobTimeout: 3600, MaxConsentAge: 100, MaxReruns: 3,
	}
}

func reviewedPolicy() policy.Policy {
	p := basePolicy()
	p.Review, p.Programs, p.Reviewers, p.ReviewersNeeded = policy.ReviewReviewers, []common.Hash{}, ascendingAddresses(0x40, 3), 2
	return p
}

func policyVectors() (any, error) {
	largest := reviewedPolicy()
	largest.Purposes, largest.MinCohort, largest.RhoLimit, largest.RhoPerResearcher = purpose.All, 1<<32-1, 1<<64-1, 1<<64-1
	largest.Reviewers, largest.ReviewersNeeded = ascendingAddresses(1, policy.MaxList), policy.MaxList
	largest.Measurements, largest.TrustRoots = ascendingHashes(1, policy.MaxList), ascendingHashes(1, policy.MaxList)
	largest.AllowERC1271 = true
	for i := range largest.Price {
		largest.Price[i] = 0xff
	}
	largest.ClaimTimeout, largest.JobTimeout, largest.MaxConsentAge, largest.MaxReruns = policy.MaxTimeout, policy.MaxTimeout, 1<<32-1, 255
	nothing := policy.Policy{Reviewers: []common.Address{}, Programs: []common.Hash{}, Measurements: []common.Hash{}, TrustRoots: []common.Hash{},
		ClaimTimeout: 1, JobTimeout: 1, MaxConsentAge: 1}
	type good struct {
		Name   string        `json:"name"`
		Policy policy.Policy `json:"policy"`
		Hash   common.Hash   `json:"hash"`
	}
	goods := []good{}
	for _, c := range []struct {
		name string
		p    policy.Policy
	}{{"listed programs", basePolicy()}, {"two of three reviewers", reviewedPolicy()}, {"everything at its largest", largest}, {"nothing allowed", nothing}} {
		if err := c.p.Validate(); err != nil {
			return nil, err
		}
		goods = append(goods, good{c.name, c.p, c.p.Hash()})
	}
	h := func(list ...int) []common.Hash {
		out := []common.Hash{}
		for _, i := range list {
			out = append(out, ascendingHashes(i, 1)...)
		}
		return out
	}
	bad, err := bads(basePolicy(), []change{
		{"undefined purpose", "purposes", 1 << purpose.Count, "purposes"},
		{"undefined kind", "kinds", 1 << kind.Count, "kinds"},
		{"undefined review", "review", 3, "review"},
		{"programs without their review", "review", 0, "programs"},
		{"listed review without programs", "programs", h(), "programs"},
		{"programs not ascending", "programs", h(17, 16), "programs"},
		{"a program twice", "programs", h(16, 16), "programs"},
		{"a program is zero", "programs", h(0, 16), "programs"},
		{"too many programs", "programs", ascendingHashes(1, policy.MaxList+1), "programs"},
		{"reviewers without their review", "reviewers", ascendingAddresses(1, 1), "reviewers"},
		{"reviewers needed without their review", "reviewersNeeded", 1, "reviewersNeeded"},
		{"measurements not ascending", "measurements", h(3, 2), "measurements"},
		{"trust roots not ascending", "trustRoots", h(3, 2), "trustRoots"},
		{"no time to claim", "claimTimeout", 0, "claimTimeout"},
		{"too much time to claim", "claimTimeout", policy.MaxTimeout + 1, "claimTimeout"},
		{"no time to finish", "jobTimeout", 0, "jobTimeout"},
		{"too much time to finish", "jobTimeout", policy.MaxTimeout + 1, "jobTimeout"},
		{"no consent age", "maxConsentAge", 0, "maxConsentAge"},
		{"price is a number", "price", 1, "price"},
		{"price beyond 128 bits", "price", "340282366920938463463374607431768211456", "price"},
		{"member missing", "maxReruns", nil, "maxReruns"},
		{"member unknown", "minimum", 1, "minimum"},
	})
	if err != nil {
		return nil, err
	}
	more, err := bads(reviewedPolicy(), []change{
		{"more reviewers needed than named", "reviewersNeeded", 4, "reviewersNeeded"},
		{"no reviewer needed", "reviewersNeeded", 0, "reviewersNeeded"},
		{"reviewers not ascending", "reviewers", []string{lower(ascendingAddresses(2, 1)[0]), lower(ascendingAddresses(1, 1)[0])}, "reviewers"},
	})
	if err != nil {
		return nil, err
	}
	return map[string]any{"type": policy.Type, "good": goods, "bad": append(bad, more...), "changes": policyChanges()}, nil
}

type policyChange struct {
	Name     string        `json:"name"`
	Old      policy.Policy `json:"old"`
	Next     policy.Policy `json:"next"`
	Looser   []string      `json:"looser"`
	Stricter []string      `json:"stricter"`
}

func policyChanges() []policyChange {
	var list []policyChange
	add := func(name string, old policy.Policy, edit func(*policy.Policy)) {
		next := old
		edit(&next)
		for _, pair := range [][2]policy.Policy{{old, next}, {next, old}} {
			c := policy.Compare(pair[0], pair[1])
			list = append(list, policyChange{name, pair[0], pair[1], orEmpty(c.Looser), orEmpty(c.Stricter)})
			name = "back: " + name
		}
	}
	b := basePolicy()
	r := reviewedPolicy()
	none := basePolicy()
	none.Review, none.Programs = policy.ReviewNone, []common.Hash{}
	add("nothing", b, func(*policy.Policy) {})
	add("a purpose more", b, func(p *policy.Policy) { p.Purposes |= 1 })
	add("one purpose for another", b, func(p *policy.Policy) { p.Purposes = 0b1100 })
	add("a kind less", b, func(p *policy.Policy) { p.Kinds = 1 })
	add("smaller cohort", b, func(p *policy.Policy) { p.MinCohort-- })
	add("larger budget", b, func(p *policy.Policy) { p.RhoLimit++ })
	add("larger budget per researcher", b, func(p *policy.Policy) { p.RhoPerResearcher++ })
	add("no limit per researcher", b, func(p *policy.Policy) { p.RhoPerResearcher = 0 })
	add("another program", b, func(p *policy.Policy) { p.Programs = ascendingHashes(0x10, 3) })
	add("no review", b, func(p *policy.Policy) { p.Review, p.Programs = policy.ReviewNone, []common.Hash{} })
	add("reviewers for a list", b, func(p *policy.Policy) { *p = r })
	add("reviewers for nothing", none, func(p *policy.Policy) { *p = r })
	add("fewer reviewers needed", r, func(p *policy.Policy) { p.ReviewersNeeded = 1 })
	add("another reviewer", r, func(p *policy.Policy) { p.Reviewers = ascendingAddresses(0x40, 4) })
	add("no private releases", b, func(p *policy.Policy) { p.AllowPrivate = false })
	add("no exact releases", b, func(p *policy.Policy) { p.AllowExact = false })
	add("contract accounts", b, func(p *policy.Policy) { p.AllowERC1271 = true })
	add("another measurement", b, func(p *policy.Policy) { p.Measurements = ascendingHashes(0x20, 3) })
	add("one measurement for another", b, func(p *policy.Policy) { p.Measurements = ascendingHashes(0x21, 2) })
	add("another trust root", b, func(p *policy.Policy) { p.TrustRoots = ascendingHashes(0x30, 2) })
	add("older consent", b, func(p *policy.Policy) { p.MaxConsentAge++ })
	add("price, timeouts, reruns", b, func(p *policy.Policy) {
		p.Price, p.ClaimTimeout, p.JobTimeout, p.MaxReruns = amount.FromUint64(1), 1, 1, 9
	})
	return list
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
		Kind: kind.Fairness, Program: program, Parameters: ph, Dataset: hash("dataset"), DatasetVersion: 3, PolicyVersion: 2,
		Purpose: purpose.FairnessAudit, Release: job.Private, Rho: 17_468, Researcher: address("researcher"),
		ResearcherKey: hash("researcher X25519 key"), Redundancy: 1, Deadline: 1_730_000_000,
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
	exact.Release, exact.Rho = job.Exact, 0
	largest.Kind, largest.Purpose = kind.Count-1, purpose.Count-1
	largest.DatasetVersion, largest.PolicyVersion, largest.Rho, largest.Deadline, largest.Nonce = 1<<32-1, 1<<32-1, 1<<64-1, 1<<64-1, 1<<64-1
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
		{"undefined kind", "kind", kind.Count, "kind"}, {"undefined purpose", "purpose", purpose.Count, "purpose"},
		{"no program", "program", zero, "program"}, {"no parameters", "parameters", zero, "parameters"}, {"no dataset", "dataset", zero, "dataset"},
		{"dataset version zero", "datasetVersion", 0, "datasetVersion"}, {"policy version zero", "policyVersion", 0, "policyVersion"},
		{"undefined release", "release", 2, "release"}, {"private without budget", "rho", "0", "rho"}, {"exact with budget", "release", 1, "rho"},
		{"no researcher", "researcher", "0x0000000000000000000000000000000000000000", "researcher"},
		{"researcher key is zero", "researcherKey", zero, "researcherKey"},
		{"researcher key is one", "researcherKey", common.Hash{0: 1}, "researcherKey"},
		{"redundancy zero", "redundancy", 0, "redundancy"}, {"redundancy two", "redundancy", 2, "redundancy"},
		{"no deadline", "deadline", "0", "deadline"}, {"fee is negative", "fee", "-1", "fee"}, {"fee with leading zero", "fee", "01", "fee"},
		{"researcher in capitals", "researcher", "0x" + strings.ToUpper(lower(base.Researcher)[2:]), "researcher"},
		{"program too short", "program", "0x00", "program"}, {"member missing", "nonce", nil, "nonce"}, {"member unknown", "note", 1, "note"},
	})
	if err != nil {
		return nil, err
	}
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
	for _, k := range kind.All.Kinds() {
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
	inputs := receipt.Inputs{Job: id, ContentRoot: hash("content"), ConsentRoot: hash("consent root"), SubjectsRoot: hash("subjects root"),
		Program: spec.Program, Parameters: spec.Parameters}
	charge := receipt.Charge{Inputs: inputs.Hash(), ConsentRound: 4321, ConsentRoot: inputs.ConsentRoot, SubjectsRoot: inputs.SubjectsRoot, LiveSubjects: 60}
	salt, plaintext := [32]byte(hash("salt")), []byte(`{"rows":42}`)
	r := receipt.Receipt{
		Job: id, ConsentRound: charge.ConsentRound, ConsentRoot: charge.ConsentRoot, SubjectsRoot: charge.SubjectsRoot,
		LiveSubjects: charge.LiveSubjects, Dataset: spec.Dataset, DatasetVersion: spec.DatasetVersion, PolicyVersion: spec.PolicyVersion,
		Program: spec.Program, Parameters: spec.Parameters, Rho: spec.Rho, Inputs: charge.Inputs,
		Result: receipt.CommitResult(salt, plaintext), Ciphertext: receipt.HashBytes([]byte("ciphertext")),
		Enclave: address("enclave"), Measurement: hash("measurement"), Quote: receipt.HashBytes([]byte("quote")),
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
	changes := []change{}
	for _, f := range strings.Split(strings.TrimSuffix(receipt.Type[len("Receipt("):], ")"), ",") {
		typ, name, _ := strings.Cut(f, " ")
		var v any
		switch typ {
		case "bytes32":
			v = hash("changed " + name)
		case "address":
			v = lower(address("changed"))
		case "uint64":
			v = fmt.Sprint(fields[name]) + "0"
		default:
			v = fields[name].(float64) + 1
		}
		changes = append(changes, change{name + " changed", "receipt." + name, v, "signed by"})
	}
	sig := signed.Signature
	zeroS := sig
	copy(zeroS[32:64], make([]byte, 32))
	forged, err := bads(signed, append(changes,
		change{"s in the upper half", "signature", hexutil.Encode(highS(sig)), "upper half"},
		change{"s is zero", "signature", zeroS.String(), "s is out of range"},
		change{"v is 26", "signature", hexutil.Encode(append(sig[:64:64], 26)), "v is 26"},
		change{"member missing", "receipt.quote", nil, "quote"},
		change{"member unknown", "receipt.note", 1, "note"},
		change{"rho is a number", "receipt.rho", 17468, "rho"},
	))
	if err != nil {
		return nil, err
	}
	return map[string]any{
		"types": []string{receipt.Type, receipt.InputsType}, "domain": d, "signers": signers("enclave"), "spec": spec,
		"inputs": map[string]any{"inputs": inputs, "hash": inputs.Hash()}, "charge": charge,
		"result": map[string]any{"salt": common.Hash(salt), "plaintext": string(plaintext), "commitment": r.Result},
		"good":   map[string]any{"signed": signed, "structHash": r.StructHash(), "id": r.ID(d)},
		"forged": forged,
	}, nil
}

func workerVectors() (any, error) {
	d := domain("workers")
	r := worker.Registration{Enclave: address("enclave"), Operator: address("operator"), REK: hash("rek"), Measurement: hash("measurement"),
		TrustRoot: hash("trust root"), Platform: 1, Expiry: 1_740_000_000, Quote: hash("evidence"), Nonce: 0}
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
