package vectors

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/snapshot"
)

func snapshotVectors() (any, error) {
	var base consent.Items
	for i := range 8 {
		base = append(base, consent.Item{Pseudonym: common.Address{0: byte(i) << 5, 19: byte(i)},
			Words: consent.Words{Entry: common.Hash{31: byte(i + 1)}}})
	}
	next := slices.Clone(base)
	next[5].Words.Origin = common.Hash{0: 1}
	later := append(slices.Clone(next[1:]), consent.Item{Pseudonym: common.Address{0: 0xff},
		Words: consent.Words{Entry: common.Hash{31: 9}}})

	type good struct {
		Name     string         `json:"name"`
		Encoded  hexutil.Bytes  `json:"encoded"`
		Top      common.Hash    `json:"top"`
		Given    []string       `json:"given"`
		Resolved []consent.Item `json:"resolved"`
	}
	var goods []good
	encoded := map[string][]byte{}
	for _, c := range []struct {
		name  string
		s     *snapshot.Snapshot
		items consent.Items
		given []string
	}{
		{"empty", snapshot.Whole(nil), consent.Items{}, nil},
		{"whole", snapshot.Whole(base), base, nil},
		{"one change", snapshot.Share(next, base), next, []string{"whole"}},
		{"nothing changed", snapshot.Share(base, base), base, []string{"whole"}},
		{"of two others", snapshot.Share(later, base, next), later, []string{"one change", "whole"}},
	} {
		if c.given == nil {
			c.given = []string{}
		}
		encoded[c.name] = c.s.Encode()
		goods = append(goods, good{c.name, encoded[c.name], c.items.Top(), c.given, c.items})
	}

	type bad struct {
		Name   string        `json:"name"`
		Input  hexutil.Bytes `json:"input"`
		Given  []string      `json:"given"`
		Reason string        `json:"reason"`
	}
	head := len(snapshot.Format) + 1
	whole, small := encoded["whole"], encoded["one change"]
	with := func(b []byte, at int, v ...byte) []byte { return slices.Replace(bytes.Clone(b), at, at+len(v), v...) }
	parts := func(bases int, b ...[]byte) []byte {
		return slices.Concat(append([][]byte{[]byte(snapshot.Format), {byte(bases)}}, b...)...)
	}
	top, otherTop := base.Top(), hash("other")
	shared := func(h common.Hash) []byte { return append([]byte{2}, h[:]...) }
	entry := whole[head+5 : head+5+snapshot.EntrySize]
	entries := func(n byte, e ...[]byte) []byte { return append([]byte{0, 0, 0, 0, n}, slices.Concat(e...)...) }
	if small[head+32] != 1 {
		return nil, fmt.Errorf("the snapshot does not begin with a branch")
	}
	return map[string]any{
		"snapshots": goods,
		"bad": []bad{
			{"nothing", nil, []string{}, "begins with"},
			{"another format", with(whole, 0, 'b'), []string{}, "begins with"},
			{"a byte more", append(bytes.Clone(whole), 0), []string{}, "left over"},
			{"a byte less", whole[:len(whole)-1], []string{}, "entries"},
			{"no entries in a part", parts(0, entries(0)), []string{}, "entries"},
			{"more entries than follow", with(whole, head+4, 9), []string{}, "entries"},
			{"an entry twice", parts(0, entries(2, entry, entry)), []string{}, "out of order"},
			{"unknown part", parts(0, []byte{3}), []string{}, "unknown"},
			{"branch without a shared part", parts(0, []byte{1, 0}, entries(1, entry), entries(1, entry)), []string{},
				"belong together"},
			{"branch with one side", parts(0, []byte{1, 0}, entries(1, entry)), []string{}, "ends"},
			{"branch beyond the bits", parts(1, top[:], []byte{1, 160}, shared(top), shared(top)), []string{"whole"},
				"branch"},
			{"branch at another bit", with(small, head+33, 1), []string{"whole"}, "top"},
			{"sides swapped", parts(1, top[:], []byte{1, 0}, shared(top), entries(1, entry)), []string{"whole"},
				"out of order"},
			{"a part twice", parts(1, top[:], []byte{1, 0}, shared(top), shared(top)), []string{"whole"},
				"out of order"},
			{"more bases than bytes", parts(2, top[:]), []string{"whole"}, "bases"},
			{"too many bases", parts(65, make([]byte, 65*32)), []string{"whole"}, "bases"},
			{"base twice", parts(2, top[:], top[:], shared(top)), []string{"whole"}, "out of order"},
			{"shares nothing with its base", parts(1, top[:], entries(1, entry)), []string{"whole"}, "shares nothing"},
			{"base of no use", parts(2, sortedHashes(top, next.Top()), shared(top)), []string{"whole", "one change"},
				"shares nothing"},
			{"part of no base", parts(1, top[:], []byte{1, 0}, shared(otherTop), small[len(small)-33:]),
				[]string{"whole"}, "in none of"},
			{"shared part without a base", parts(0, shared(top)), []string{"whole"}, "in none of"},
			{"base is not given", small, []string{}, top.Hex()},
			{"other snapshots given", small, []string{"empty", "one change"}, top.Hex()},
			{"base of the base is not given", encoded["of two others"], []string{"one change"}, top.Hex()},
			{"needs itself", parts(1, top[:], shared(top)), []string{"nothing changed"}, "itself"},
		},
	}, nil
}

func sortedHashes(h ...common.Hash) (out []byte) {
	slices.SortFunc(h, func(a, b common.Hash) int { return bytes.Compare(a[:], b[:]) })
	for _, x := range h {
		out = append(out, x[:]...)
	}
	return out
}
