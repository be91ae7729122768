package vectors

import (
	"encoding/binary"
	"fmt"
	"iter"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/merkle"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/signature"
)

func baseGrant() grant.Grant {
	return grant.Grant{
		Dataset: hash("dataset"), Pseudonym: address("pseudonym"), PolicyVersion: 2,
		Purposes: purpose.SetOf(purpose.HealthResearch, purpose.FairnessAudit),
		Kinds:    kind.SetOf(kind.Query, kind.Fairness),
		Exact:    true, Conditions: condition.Nonprofit, NotBefore: 20000, Expiry: 20365, EpsilonClass: 2,
		Circumstances: hash("circumstances"), Nonce: 7, SubmitBefore: 1_730_000_000,
	}
}

func grantVectors() (any, error) {
	d := domain("ledger")
	widest := grant.Grant{
		Dataset: hash("dataset"), Pseudonym: address("pseudonym"), PolicyVersion: 1<<32 - 1, Purposes: purpose.All,
		Kinds: kind.All,
		Exact: true, Conditions: condition.Count - 1, NotBefore: day.Max - 1, Expiry: day.Max,
		EpsilonClass:  budget.UnlimitedClass,
		Circumstances: common.MaxHash, Nonce: grant.MaxNonce, SubmitBefore: 1<<64 - 1,
	}
	type good struct {
		Name       string       `json:"name"`
		Signed     grant.Signed `json:"signed"`
		StructHash common.Hash  `json:"structHash"`
		Digest     common.Hash  `json:"digest"`
		BatchItem  string       `json:"batchItem"`
	}
	var goods []good
	for _, c := range []struct {
		name string
		g    grant.Grant
	}{
		{"two purposes, exact", baseGrant()},
		{"everything at its largest", widest},
		{"revocation", grant.Revoke(hash("dataset"), address("pseudonym"), 2, 8, 1_730_000_000)},
		{"revocation with the last nonce", grant.Revoke(hash("dataset"), address("pseudonym"), 2, 1<<64-1,
			1_730_000_000)},
	} {
		s, err := c.g.Sign(d, key("pseudonym"))
		if err != nil {
			return nil, err
		}
		goods = append(goods, good{c.name, s, c.g.StructHash(), c.g.Digest(d),
			hexutil.Encode(grant.AppendItem(nil, s))})
	}
	proof, err := proofKeyOf("pseudonym")
	if err != nil {
		return nil, err
	}
	ticket := grant.Ticket{Dataset: hash("dataset"), Pseudonym: address("pseudonym"), ProofKey: proof.Public(),
		Expiry: 1_720_000_000}
	signedTicket, err := ticket.Sign(d, key("enroller"))
	if err != nil {
		return nil, err
	}
	rotation := grant.Rotation{Dataset: hash("dataset"), From: address("pseudonym"), To: address("pseudonym two"),
		Nonce: 9, SubmitBefore: 1_730_000_000}
	signedRotation, err := rotation.Sign(d, key("pseudonym"), key("pseudonym two"))
	if err != nil {
		return nil, err
	}
	invalid, err := bads(goods[0].Signed.Grant, invalidGrants())
	if err != nil {
		return nil, err
	}
	forged, err := bads(goods[0].Signed, forgedGrants(goods[0].Signed.Signature))
	if err != nil {
		return nil, err
	}
	return map[string]any{
		"types":  []string{grant.Type, grant.TicketType, grant.RotationType},
		"domain": d,
		// Nothing here verifies for another chain, nor for another contract.
		"otherDomains": []any{eip712.Domain{ChainID: 1, Contract: d.Contract}, domain("other ledger")},
		"signers":      signers("pseudonym", "pseudonym two", "enroller"),
		"good":         goods, "invalid": invalid, "forged": forged,
		"ticket":   map[string]any{"signed": signedTicket, "digest": ticket.Digest(d)},
		"rotation": map[string]any{"signed": signedRotation, "digest": rotation.Digest(d)},
	}, nil
}

// invalidGrants are values that no grant may have.
func invalidGrants() []change {
	return []change{
		{"no dataset", "dataset", common.Hash{}, "dataset"},
		{"no pseudonym", "pseudonym", "0x0000000000000000000000000000000000000000", "pseudonym"},
		{"policy version zero", "policyVersion", 0, "policyVersion"},
		{"undefined purpose", "purposes", 1 << purpose.Count, "purposes"},
		{"no purpose but kinds", "purposes", 0, "purposes"},
		{"undefined kind", "kinds", 1 << kind.Count, "kinds"},
		{"no kind but purposes", "kinds", 0, "kinds"},
		{"expires before it starts", "expiry", 19999, "expiry"},
		{"expires when it starts", "expiry", 20000, "expiry"},
		{"expiry beyond 24 bits", "expiry", 1 << 24, "expiry"},
		{"undefined class", "epsilonClass", budget.Classes, "epsilonClass"},
		{"undefined conditions", "conditions", condition.Count, "conditions"},
		{"no circumstances", "circumstances", common.Hash{}, "circumstances"},
		{"nonce zero", "nonce", "0", "nonce"},
		{"nonce kept for a revocation", "nonce", "18446744073709551615", "nonce"},
		{"no time to submit", "submitBefore", "0", "submitBefore"},
	}
}

// forgedGrants are changes after which a grant no longer is the one that was signed, or not in its one encoding.
func forgedGrants(sig signature.Signature) []change {
	wrongV, zeroR := sig, sig
	wrongV[64] = 29
	copy(zeroR[:32], make([]byte, 32))
	return []change{
		{"dataset changed", "grant.dataset", hash("other dataset"), "signed by"},
		{"pseudonym changed", "grant.pseudonym", lower(address("other")), "signed by"},
		{"policy version changed", "grant.policyVersion", 3, "signed by"},
		{"purpose added", "grant.purposes", 11, "signed by"},
		{"kind removed", "grant.kinds", 1, "signed by"},
		{"exact changed", "grant.exact", false, "signed by"},
		{"start changed", "grant.notBefore", 20001, "signed by"},
		{"expiry changed", "grant.expiry", 20366, "signed by"},
		{"class changed", "grant.epsilonClass", 3, "signed by"},
		{"conditions changed", "grant.conditions", 1, "signed by"},
		{"circumstances changed", "grant.circumstances", hash("others"), "signed by"},
		{"nonce changed", "grant.nonce", "8", "signed by"},
		{"time to submit changed", "grant.submitBefore", "1730000001", "signed by"},
		{"s in the upper half", "signature", hexutil.Encode(highS(sig)), "upper half"},
		{"v is 29", "signature", wrongV.String(), "v is 29"},
		{"v is 0", "signature", hexutil.Encode(append(sig[:64:64], sig[64]-27)), "v is"},
		{"r is zero", "signature", zeroR.String(), "r is out of range"},
		{"64 bytes", "signature", hexutil.Encode(sig[:64]), "hex digits"},
		{"66 bytes", "signature", hexutil.Encode(append(sig[:], 0)), "hex digits"},
		{"nonce is a number", "grant.nonce", 7, "nonce"},
		{"nonce with leading zero", "grant.nonce", "07", "nonce"},
		{"member missing", "grant.exact", nil, "exact"},
		{"member unknown", "grant.note", "x", "note"},
	}
}

func lower(a common.Address) string { return hexutil.Encode(a[:]) }

func baseEntry() grant.Entry {
	return grant.Entry{Nonce: 7, PolicyVersion: 2, Purposes: 0b1010, Kinds: 0b11, NotBefore: 20000, Expiry: 20365,
		EpsilonClass: 2, Exact: true, Enrolled: true, Origin: address("pseudonym"), OriginBlock: 1200,
		Conditions: condition.Nonprofit}
}

func baseTerms() grant.Terms {
	return grant.Terms{MinGrantVersion: 1, PolicyVersion: 3, Purpose: purpose.FairnessAudit, Kind: kind.Fairness,
		Day: 20100, Conditions: condition.Nonprofit, AsOf: 1200}
}

// packedEntry is an entry with the words that the ledger keeps of it.
type packedEntry struct {
	Name      string         `json:"name"`
	Pseudonym common.Address `json:"pseudonym"`
	Entry     grant.Entry    `json:"entry"`
	Words     grant.Words    `json:"words"`
}

// packedEntries are entries with each field by itself, none, and all of them.
func packedEntries() ([]packedEntry, error) {
	var words []packedEntry
	successor := baseEntry()
	successor.Rotations, successor.RotationDay = 3, 20050
	one, two := common.BytesToAddress([]byte{1}), common.BytesToAddress([]byte{2})
	for _, c := range []struct {
		name string
		e    grant.Entry
	}{
		{"zero", grant.Entry{}}, {"ordinary", baseEntry()}, {"of a successor", successor},
		{"all bits", grant.Entry{Nonce: 1<<64 - 1, PolicyVersion: 1<<32 - 1, Purposes: 1<<32 - 1, Kinds: 1<<16 - 1,
			NotBefore: day.Max, Expiry: day.Max, EpsilonClass: 1<<8 - 1, Exact: true, Enrolled: true, Rotated: true,
			Revoked:  true,
			Linkable: true, Origin: common.MaxAddress, OriginBlock: grant.MaxBlock, Rotations: 1<<8 - 1,
			RotationDay: day.Max, Conditions: 1<<8 - 1}},
		{"nonce", grant.Entry{Nonce: 1}}, {"policyVersion", grant.Entry{PolicyVersion: 1}},
		{"purposes", grant.Entry{Purposes: 1}},
		{"notBefore", grant.Entry{NotBefore: 1}}, {"expiry", grant.Entry{Expiry: 1}}, {"kinds", grant.Entry{Kinds: 1}},
		{"epsilonClass", grant.Entry{EpsilonClass: 1}}, {"exact", grant.Entry{Exact: true}}, {"enrolled",
			grant.Entry{Enrolled: true, Origin: one}},
		{"rotated", grant.Entry{Rotated: true}}, {"revoked", grant.Entry{Revoked: true}},
		{"linkable", grant.Entry{Linkable: true}},
		{"originBlock", grant.Entry{Enrolled: true, Origin: one, OriginBlock: 1}}, {"conditions",
			grant.Entry{Conditions: 1}},
		{"rotations", grant.Entry{Enrolled: true, Origin: two, Rotations: 1}},
		{"rotationDay", grant.Entry{Enrolled: true, Origin: two, Rotations: 1, RotationDay: 1}},
	} {
		pseudonym := one
		if c.e.Enrolled && c.e.Rotations == 0 {
			pseudonym = c.e.Origin
		}
		w, err := c.e.Pack(pseudonym)
		if err != nil {
			return nil, err
		}
		words = append(words, packedEntry{c.name, pseudonym, c.e, w})
	}
	return words, nil
}

func entryVectors() (any, error) {
	words, err := packedEntries()
	if err != nil {
		return nil, err
	}
	reserved := func(bit uint) common.Hash {
		var w common.Hash
		w[31-bit/8] = 1 << (bit % 8)
		return w
	}
	enrolled := reserved(201)
	type live struct {
		Name  string      `json:"name"`
		Words grant.Words `json:"words"`
		Terms grant.Terms `json:"terms"`
		Cause grant.Cause `json:"cause"` // 0 is live
		Says  string      `json:"says"`
	}
	var rule []live
	for _, c := range []struct {
		name string
		edit func(*grant.Entry, *grant.Terms)
	}{
		{"live", func(*grant.Entry, *grant.Terms) {}},
		{"not enrolled", func(e *grant.Entry, _ *grant.Terms) {
			e.Enrolled, e.Origin, e.OriginBlock = false, common.Address{}, 0
		}},
		{"rotated", func(e *grant.Entry, _ *grant.Terms) { e.Rotated = true }},
		{"revoked by the custodian", func(e *grant.Entry, _ *grant.Terms) { e.Revoked = true }},
		{"linkable counts", func(e *grant.Entry, _ *grant.Terms) { e.Linkable = true }},
		{"version at the minimum", func(_ *grant.Entry, t *grant.Terms) { t.MinGrantVersion = 2 }},
		{"version below the minimum", func(_ *grant.Entry, t *grant.Terms) { t.MinGrantVersion = 3 }},
		{"version is the newest", func(_ *grant.Entry, t *grant.Terms) { t.PolicyVersion = 2 }},
		{"version of the future", func(_ *grant.Entry, t *grant.Terms) { t.PolicyVersion = 1 }},
		{"other purpose granted", func(_ *grant.Entry, t *grant.Terms) { t.Purpose = 1 }},
		{"purpose not granted", func(_ *grant.Entry, t *grant.Terms) { t.Purpose = 2 }},
		{"purpose beyond the bitmap", func(e *grant.Entry, t *grant.Terms) { e.Purposes, t.Purpose = 1<<32-1, 32 }},
		{"kind not granted", func(e *grant.Entry, _ *grant.Terms) { e.Kinds = 1 }},
		{"kind beyond the bitmap", func(e *grant.Entry, t *grant.Terms) { e.Kinds, t.Kind = 1<<16-1, 16 }},
		{"day before the first", func(_ *grant.Entry, t *grant.Terms) { t.Day = 19999 }},
		{"first day", func(_ *grant.Entry, t *grant.Terms) { t.Day = 20000 }},
		{"last day", func(_ *grant.Entry, t *grant.Terms) { t.Day = 20364 }},
		{"day of expiry", func(_ *grant.Entry, t *grant.Terms) { t.Day = 20365 }},
		{"exact", func(_ *grant.Entry, t *grant.Terms) { t.Exact = true }},
		{"exact needs no class", func(e *grant.Entry, t *grant.Terms) {
			e.EpsilonClass, t.Exact, t.Total = 0, true,
				1<<60
		}},
		{"exact not granted", func(e *grant.Entry, t *grant.Terms) { e.Exact, t.Exact = false, true }},
		{"stricter policy than asked", func(_ *grant.Entry, t *grant.Terms) { t.Conditions = condition.Public }},
		{"laxer policy than asked", func(_ *grant.Entry, t *grant.Terms) { t.Conditions = condition.Protected }},
		{"policy with undefined conditions", func(_ *grant.Entry, t *grant.Terms) { t.Conditions = condition.Count }},
		{"grant with undefined conditions", func(e *grant.Entry, _ *grant.Terms) { e.Conditions = condition.Count }},
		{"total at the limit", func(_ *grant.Entry, t *grant.Terms) { t.Total = budget.Class(2).Limit() }},
		{"total above the limit", func(_ *grant.Entry, t *grant.Terms) { t.Total = budget.Class(2).Limit() + 1 }},
		{"no private use", func(e *grant.Entry, _ *grant.Terms) { e.EpsilonClass = 0 }},
		{"unlimited", func(e *grant.Entry, t *grant.Terms) {
			e.EpsilonClass, t.Total = budget.UnlimitedClass,
				1<<64-1
		}},
		{"undefined class", func(e *grant.Entry, _ *grant.Terms) { e.EpsilonClass = budget.Classes }},
		{"revocation", func(e *grant.Entry, _ *grant.Terms) {
			e.Purposes, e.Kinds, e.NotBefore, e.Expiry = 0, 0, 0,
				0
		}},
	} {
		e, t := baseEntry(), baseTerms()
		c.edit(&e, &t)
		w, err := e.Pack(address("pseudonym"))
		if err != nil {
			return nil, err
		}
		cause := e.Check(t)
		rule = append(rule, live{c.name, w, t, cause, cause.String()})
	}
	return map[string]any{
		"words": words, "live": rule,
		"bad": []Bad{
			{"flag bit 5", grant.Words{Entry: reserved(205)}, "reserved"}, {"flag bit 6",
				grant.Words{Entry: reserved(206)}, "reserved"},
			{"flag bit 7", grant.Words{Entry: reserved(207)}, "reserved"},
			{"bit 192 of the origin", grant.Words{Entry: enrolled, Origin: reserved(192)}, "reserved"},
			{"bit 255 of the origin", grant.Words{Entry: enrolled, Origin: reserved(255)}, "reserved"},
			{"an origin without enrolment", grant.Words{Origin: reserved(0)}, "enrolled"},
			{"a block without enrolment", grant.Words{Entry: reserved(208)}, "enrolled"},
			{"an origin without a rotation", grant.Words{Entry: enrolled, Origin: reserved(5)}, "rotation"},
			{"a rotation without an origin", grant.Words{Entry: enrolled, Origin: reserved(160)}, "rotation"},
		},
	}, nil
}

// pair is a slot and its value.
type pair = [2]common.Hash

// slots returns the two ranges of a ledger with n entries; every third has expired, and every fourth was revoked by the
// custodian before it enrolled, so that it has no origin.
func slots(n int) (list, origins []pair, live []common.Address, err error) {
	for i := range n {
		var a common.Address
		binary.BigEndian.PutUint32(a[:], uint32(i)*0x01234567) // ascends for n < 226
		a[len(a)-1] = 1                                        // no pseudonym is zero
		e := baseEntry()
		e.Nonce = uint64(i + 1)
		e.Origin = a
		if i%2 == 1 {
			e.Origin, e.Rotations, e.RotationDay = common.BytesToAddress([]byte{1, byte(i)}), 1, 20001
		}
		switch {
		case i%4 == 3:
			e = grant.Entry{Nonce: 1, Revoked: true}
		case i%3 == 2:
			e.Expiry = 20050
		default:
			live = append(live, a)
		}
		w, err := e.Pack(a)
		if err != nil {
			return nil, nil, nil, err
		}
		list = append(list, pair{consent.Slot(a), w.Entry})
		if w.Origin != (common.Hash{}) {
			origins = append(origins, pair{consent.OriginSlot(a), w.Origin})
		}
	}
	return list, origins, live, nil
}

// inOrder yields slots and their values.
func inOrder(list []pair) iter.Seq2[common.Hash, common.Hash] {
	return func(yield func(common.Hash, common.Hash) bool) {
		for _, s := range list {
			if !yield(s[0], s[1]) {
				return
			}
		}
	}
}

// treeStep is a change of a consent tree and what the tree is after it. Words of null take the pseudonym out.
type treeStep struct {
	Pseudonym common.Address `json:"pseudonym"`
	Words     *consent.Words `json:"words"`
	Count     int            `json:"count"`
	Top       common.Hash    `json:"top"`
	Root      common.Hash    `json:"root"`
}

// treeSteps builds a tree and takes it down again in another order. Pseudonyms part in the first bit, the last one, and
// between.
func treeSteps() ([]treeStep, error) {
	var t consent.Tree
	var steps []treeStep
	step := func(p common.Address, w *consent.Words) error {
		if w == nil {
			t.Delete(p)
		} else if err := t.Set(p, *w); err != nil {
			return err
		}
		steps = append(steps, treeStep{p, w, t.Len(), t.Top(), t.Root(hash("state root"))})
		return nil
	}
	last := func(b byte) (p common.Address) { p[19] = b; return p }
	words := func(n byte) *consent.Words {
		return &consent.Words{Entry: common.Hash{31: n}, Origin: common.Hash{0: n}}
	}
	order := []common.Address{last(6), last(7), {0: 0x80}, last(1), {0: 0x7f}, {9: 1}, address("pseudonym"),
		{0: 0xff, 19: 0xff}}
	for i, p := range order {
		if err := step(p, words(byte(i+1))); err != nil {
			return nil, err
		}
	}
	for _, c := range []struct {
		at int
		w  *consent.Words
	}{
		// another word and back; nothing changes
		{2, &consent.Words{Entry: common.Hash{31: 3}}}, {2, words(3)}, {2, words(3)},
		{0, nil}, {0, nil}, {7, nil}, {3, nil}, {5, nil}, {1, nil}, {6, nil}, {4, nil}, {2, nil}, {0, words(1)},
	} {
		if err := step(order[c.at], c.w); err != nil {
			return nil, err
		}
	}
	return steps, nil
}

func consentVectors() (any, error) {
	list, origins, live, err := slots(10)
	if err != nil {
		return nil, err
	}
	state, err := consent.Read(inOrder(list), inOrder(origins))
	if err != nil {
		return nil, err
	}
	steps, err := treeSteps()
	if err != nil {
		return nil, err
	}
	type ranges struct {
		Slots   []pair `json:"slots"`
		Origins []pair `json:"origins"`
	}
	with := func(list []pair, more ...pair) []pair { return append(append([]pair{}, list...), more...) }
	without := func(list []pair, i int) []pair { return append(with(list[:i]), list[i+1:]...) }
	swap := func(list []pair) []pair { return append([]pair{list[1], list[0]}, list[2:]...) }
	last, lastOrigin := list[9], origins[len(origins)-1]

	return map[string]any{
		"slots": list, "origins": origins, "top": state.Top(), "stateRoot": hash("state root"),
		"consentRoot": state.Root(hash("state root")), "emptyRoot": consent.Root(hash("state root"), 0, consent.Hash{}),
		"terms": baseTerms(), "live": live, "steps": steps,
		"bad": []Bad{
			{"two slots swapped", ranges{swap(list), origins}, "does not follow"},
			{"a slot twice", ranges{append([]pair{list[0]}, list...), origins}, "does not follow"},
			{"value zero", ranges{with(list[:9], pair{last[0], {}}), origins}, "zero"},
			{"slot of something else", ranges{with(list, pair{hash("some slot"), list[0][1]}), origins}, "outside"},
			{"origin among the entries", ranges{with(list, origins[0]), origins}, "outside"},
			{"reserved bits set", ranges{with(list[:9], pair{last[0], {6: 1 << 7}}), origins}, "reserved"},
			{"two origins swapped", ranges{list, swap(origins)}, "does not follow"},
			{"an origin twice", ranges{list, with(origins, lastOrigin)}, "does not follow"},
			{"origin zero", ranges{list, with(origins[:len(origins)-1], pair{lastOrigin[0], {}})}, "zero"},
			{"entry among the origins", ranges{list, append([]pair{list[0]}, origins...)}, "outside"},
			{"origin without an entry", ranges{without(list, 5), origins}, "no entry"},
			{"origin after the last entry", ranges{list[:9],
				with(origins[:len(origins)-1], pair{consent.OriginSlot(address("pseudonym")), {1}})}, "no entry"},
		},
	}, nil
}

func merkleVectors() (any, error) {
	const name = "assent.test.root.v1"
	type proof struct {
		Item  common.Hash  `json:"item"`
		In    bool         `json:"in"`
		Proof merkle.Proof `json:"proof"`
	}
	type set struct {
		Items  []common.Hash `json:"items"`
		Root   common.Hash   `json:"root"`
		Proofs []proof       `json:"proofs"`
	}
	var sets []set
	var last set
	for _, n := range []int{0, 1, 2, 3, 4, 5, 7, 8, 9} {
		items := make([]common.Hash, 0, n)
		for i := range n {
			items = append(items, common.BigToHash(bigOf(uint64(2*i+2))))
		}
		t, err := merkle.New(name, items)
		if err != nil {
			return nil, err
		}
		s := set{Items: items, Root: t.Root(), Proofs: []proof{}}
		for i := range 2*n + 2 {
			item := common.BigToHash(bigOf(uint64(i + 1)))
			p := t.Prove(item)
			in, err := merkle.Verify(name, t.Root(), item, p)
			if err != nil {
				return nil, err
			}
			s.Proofs = append(s.Proofs, proof{item, in, p})
		}
		sets = append(sets, s)
		last = s
	}
	in, out := last.Proofs[7], last.Proofs[8] // item 8, and 9 which is between 8 and 10
	if !in.In || out.In || len(out.Proof.Leaves) != 2 {
		return nil, fmt.Errorf("proofs are not those expected")
	}
	leafOf := func(p merkle.Proof, i int) merkle.Leaf { return p.Leaves[i] }
	moved, short, long := leafOf(in.Proof, 0), leafOf(in.Proof, 0), leafOf(in.Proof, 0)
	moved.Index++
	short.Path = short.Path[:len(short.Path)-1]
	long.Path = append(append([]common.Hash{}, long.Path...), common.Hash{})
	type bad struct {
		Root, Item common.Hash
		Proof      merkle.Proof
	}
	as := func(item common.Hash, count uint32, leaves ...merkle.Leaf) any {
		if leaves == nil {
			leaves = []merkle.Leaf{}
		}
		b := bad{last.Root, item, merkle.Proof{Count: count, Leaves: leaves}}
		return map[string]any{"root": b.Root, "item": b.Item, "proof": b.Proof}
	}
	return map[string]any{
		"domain": name, "sets": sets,
		"bad": []Bad{
			{"index moved", as(in.Item, 9, moved), "not under root"},
			{"count changed", as(in.Item, 10, in.Proof.Leaves...), "not under root"},
			{"index beyond the count", as(in.Item, 3, in.Proof.Leaves...), "length"},
			{"path too short", as(in.Item, 9, short), "length"},
			{"path too long", as(in.Item, 9, long), "length"},
			{"leaf of another item", as(out.Item, 9, in.Proof.Leaves...), "neighbours"},
			{"neighbours swapped", as(out.Item, 9, out.Proof.Leaves[1], out.Proof.Leaves[0]), "neighbours"},
			{"neighbours not adjacent", as(out.Item, 9, out.Proof.Leaves[0], last.Proofs[11].Proof.Leaves[0]),
				"neighbours"},
			{"a neighbour is the item", as(in.Item, 9, in.Proof.Leaves[0], out.Proof.Leaves[1]), "neighbours"},
			{"three leaves", as(in.Item, 9, out.Proof.Leaves[0], out.Proof.Leaves[1], out.Proof.Leaves[1]),
				"at most 2"},
			{"no leaf", as(in.Item, 9), "not empty"},
			{"claims to be empty", as(in.Item, 0), "not empty"},
		},
	}, nil
}
