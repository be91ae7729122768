package vectors

import (
	"bytes"
	"crypto/sha512"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/use"
)

// proofKeyOf returns a proof key that everyone knows.
func proofKeyOf(name string) (*use.Key, error) {
	uniform := sha512.Sum512([]byte("assent test proof key " + name))
	return use.NewKey(uniform[:])
}

// badPoints are no public keys: encodings of nothing, second encodings, the identity. The first ones are from the test
// vectors of RFC 9496.
func badPoints() []Bad {
	point := func(s string) common.Hash { return common.HexToHash(s) }
	return []Bad{
		{"the identity", common.Hash{}, "identity"},
		{"field element not reduced", point("00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"),
			"no element"},
		{"field element is the modulus", point("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
			"no element"},
		{"negative field element", point("0100000000000000000000000000000000000000000000000000000000000000"),
			"no element"},
		{"not a square", point("26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371"), "no element"},
		{"negative product", point("3eb858e78f5a7254d8c9731174a94f76755fd3941c0ac93735c07ba14579630e"), "no element"},
		{"s is -1", point("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"), "no element"},
		{"high bit set", point("e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2df6"), "no element"},
	}
}

// person is one whose rows were used, or were not.
type person struct {
	Name      string         `json:"name"`
	Uniform   hexutil.Bytes  `json:"uniform,omitempty"` // what the proof key is made from
	Pseudonym common.Address `json:"pseudonym"`
	ProofKey  use.Point      `json:"proofKey"`
	Shared    use.Point      `json:"shared"`
	TagKey    hexutil.Bytes  `json:"tagKey,omitempty"`
	Tag       hexutil.Bytes  `json:"tag"`
	Used      bool           `json:"used"`
}

// people are those of a roster, with the tags of the ones who were used.
type people struct {
	list   []person
	roster []dataset.RosterEntry
	keys   map[string]*use.Key
	used   []use.Tag
}

// usePeople are five people of a job, of whom every other was used and the last has no proof key.
func usePeople(enclave *use.Enclave, job common.Hash) (people, error) {
	out := people{keys: map[string]*use.Key{}}
	for i, name := range []string{"a", "b", "c", "d", "e"} {
		name = "subject " + name
		p := person{Name: name, Pseudonym: address(name), Used: i%2 == 0}
		var tag use.Tag
		if i == 4 { // enrolled without a proof key
			tag = enclave.Fill(job, p.Pseudonym)
		} else {
			uniform := sha512.Sum512([]byte("assent test proof key " + name))
			k, err := use.NewKey(uniform[:])
			if err != nil {
				return people{}, err
			}
			out.keys[name] = k
			p.Uniform, p.ProofKey = uniform[:], k.Public()
			if p.Shared, err = k.Share(enclave.Public()); err != nil {
				return people{}, err
			}
			tagKey, err := enclave.TagKey(p.Pseudonym, p.ProofKey)
			if err != nil {
				return people{}, err
			}
			p.TagKey = tagKey[:]
			tag = tagKey.Tag(job)
		}
		p.Tag = tag[:]
		if p.Used {
			out.used = append(out.used, tag)
		}
		out.list = append(out.list, p)
		out.roster = append(out.roster, dataset.RosterEntry{Pseudonym: p.Pseudonym, ProofKey: p.ProofKey,
			Salt: hash("salt " + name)})
	}
	return out, nil
}

func useVectors() (any, error) {
	version := use.Version{Dataset: hash("dataset"), Number: 3}
	job := hash("job")
	secret := hash("broker's secret")
	enclave, err := use.NewEnclave(secret[:], version)
	if err != nil {
		return nil, err
	}
	crowd, err := usePeople(enclave, job)
	if err != nil {
		return nil, err
	}
	people, roster, keys, used := crowd.list, crowd.roster, crowd.keys, crowd.used
	// Enough others that the list has two buckets.
	for i := range 1050 {
		p := common.BigToAddress(bigOf(uint64(i + 1)))
		used = append(used, enclave.Fill(job, p))
	}
	list, err := use.NewList(job, used)
	if err != nil {
		return nil, err
	}
	charge := use.Charge{Job: job, Version: version, SubjectsRoot: list.Root(), LiveSubjects: uint32(list.Len()),
		ProofKey: enclave.Public()}

	tree, err := dataset.NewRoster(roster)
	if err != nil {
		return nil, err
	}
	d := domain("registry")
	state := func(n int) (use.Statement, error) {
		name := people[n].Name
		m, err := tree.Prove(d, key("enroller"), version.Dataset, version.Number, roster[n])
		if err != nil {
			return use.Statement{}, err
		}
		if m, err = m.Countersign(d, address("enroller"), key(name)); err != nil {
			return use.Statement{}, err
		}
		proof, err := list.ProveTag(use.Tag(people[n].Tag))
		if err != nil {
			return use.Statement{}, err
		}
		return keys[name].State(charge, m, proof, bytes.NewReader(bytes.Repeat([]byte{byte(n)}, 32)))
	}
	yes, err := state(0)
	if err != nil {
		return nil, err
	}
	no, err := state(1)
	if err != nil {
		return nil, err
	}
	forged, err := forgedStatements(yes, no, charge)
	if err != nil {
		return nil, err
	}
	empty, err := use.NewList(job, nil)
	if err != nil {
		return nil, err
	}
	return map[string]any{
		"secret": secret, "charge": charge, "people": people, "others": 1050, "emptyRoot": empty.Root(),
		"domain": d, "enroller": address("enroller"), "rosterRoot": tree.Root(),
		"used": yes, "unused": no, "forged": forged, "badPoints": badPoints(),
	}, nil
}

// forgedStatements change one thing of a statement each: the member at the path has another value, or is missing when
// the value is null.
func forgedStatements(s, other use.Statement, c use.Charge) ([]Bad, error) {
	twice := append(bytes.Clone(s.Proof.Bucket), s.Proof.Bucket[len(s.Proof.Bucket)-use.TagSize:]...)
	foreign := bytes.Repeat([]byte{0xff}, use.TagSize)
	if s.Proof.Number == 1 {
		foreign = make([]byte, use.TagSize)
	}
	// The order of the group, as a scalar in its second encoding, added to the response.
	unreduced, err := addOrder(s.Equality.Response)
	if err != nil {
		return nil, err
	}
	list := []change{
		{"shared point of another", "shared", other.Shared, "shared point"},
		{"shared point is the person's key", "shared", s.Membership.Entry.ProofKey, "shared point"},
		{"shared point is the enclave's key", "shared", c.ProofKey, "shared point"},
		{"shared point is the identity", "shared", common.Hash{}, "identity"},
		{"equality of another statement", "equality", other.Equality, "shared point"},
		{"challenge changed", "equality.challenge", other.Equality.Challenge, "shared point"},
		{"response changed", "equality.response", other.Equality.Response, "shared point"},
		{"response in a second encoding", "equality.response", unreduced, "one encoding"},
		{"challenge not reduced", "equality.challenge", common.MaxHash, "one encoding"},
		{"nothing proven", "equality", use.Equality{}, "shared point"},
		{"membership of another", "membership", other.Membership, "shared point"},
		{"proof key of another", "membership.entry.proofKey", other.Membership.Entry.ProofKey, "enroller"},
		{"membership of another version", "membership.version", 4, "version"},
		{"membership of another dataset", "membership.dataset", hash("other"), "dataset"},
		{"proof of another job", "proof.job", hash("other job"), "job"},
		{"another bucket's number", "proof.number", 1 - s.Proof.Number, "bucket"},
		{"bucket without its last tag", "proof.bucket",
			hexutil.Encode(s.Proof.Bucket[:len(s.Proof.Bucket)-use.TagSize]), "subjects root"},
		{"bucket with a tag twice", "proof.bucket", hexutil.Encode(twice), "out of order"},
		{"bucket with a tag of another", "proof.bucket", hexutil.Encode(foreign), "belongs in bucket"},
		{"empty bucket", "proof.bucket", "0x", "subjects root"},
		{"half a tag", "proof.bucket", hexutil.Encode(s.Proof.Bucket[:len(s.Proof.Bucket)-1]), "bytes"},
		{"path changed", "proof.path", []common.Hash{hash("other")}, "subjects root"},
		{"path too short", "proof.path", []common.Hash{}, "path"},
		{"path too long", "proof.path", append(append([]common.Hash{}, s.Proof.Path...), common.Hash{}), "path"},
		{"member missing", "shared", nil, "shared"}, {"member unknown", "note", 1, "note"},
	}
	for _, p := range badPoints() {
		list = append(list, change{"shared point: " + p.Name, "shared", p.Input, p.Reason})
	}
	if len(s.Proof.Path) != 1 {
		return nil, fmt.Errorf("the list has %d levels, want one", len(s.Proof.Path))
	}
	// A statement is long, so these inputs are only what to change in the good one.
	var out []Bad
	for _, c := range list {
		if _, err := edit(s, c.path, c.value); err != nil {
			return nil, err
		}
		out = append(out, Bad{Name: c.name, Input: map[string]any{"path": c.path, "value": c.value}, Reason: c.reason})
	}
	return out, nil
}

// addOrder adds the order of the group to a scalar, whose bytes are little endian.
func addOrder(s common.Hash) (common.Hash, error) {
	order := common.HexToHash("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
	carry := 0
	for i := range s {
		carry += int(s[i]) + int(order[i])
		s[i], carry = byte(carry), carry>>8
	}
	if carry != 0 {
		return s, fmt.Errorf("the scalar does not fit")
	}
	return s, nil
}
