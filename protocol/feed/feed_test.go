package feed_test

import (
	"errors"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/feed"
)

// chain is a feed of four entries with its head.
func chain() ([]feed.Entry, feed.Head) {
	entries := []feed.Entry{
		{Number: 1, Kind: feed.Post, Dataset: common.Hash{1}, Job: common.Hash{2}, Round: 10},
		{Number: 2, Kind: feed.Refusal, Dataset: common.Hash{1}, Job: common.Hash{2}, Subject: common.Hash{12: 3},
			Round: 12},
		{Number: 3, Kind: feed.Contest, Dataset: common.Hash{1}, Subject: common.Hash{4}, Round: 12},
		{Number: 4, Kind: feed.End, Dataset: common.Hash{1}, Job: common.Hash{2}, Subject: common.Hash{31: 6},
			Round: 1 << 40},
	}
	var head feed.Head
	for _, e := range entries {
		head = e.Head(head)
	}
	return entries, head
}

// The contracts' engine test compares heads with the contract's; here they are the words.
func TestHead(t *testing.T) {
	e := feed.Entry{Number: 0x0102, Kind: feed.Contest, Dataset: common.Hash{3}, Job: common.Hash{4},
		Subject: common.Hash{5}, Round: 0x0607}
	want := crypto.Keccak256Hash(hexutil.MustDecode("0x" +
		"0900000000000000000000000000000000000000000000000000000000000000" +
		"0000000000000000000000000000000000000000000000000000000000000102" +
		"0000000000000000000000000000000000000000000000000000000000000003" +
		"0300000000000000000000000000000000000000000000000000000000000000" +
		"0400000000000000000000000000000000000000000000000000000000000000" +
		"0500000000000000000000000000000000000000000000000000000000000000" +
		"0000000000000000000000000000000000000000000000000000000000000607"))
	if got := e.Head(feed.Head{9}); got != feed.Head(want[:24]) {
		t.Errorf("head %s, want %s", got, want)
	}
}

func TestVerifyFindsWhatIsMissingOrChanged(t *testing.T) {
	entries, head := chain()
	if err := feed.Verify(entries, 4, head, false); err != nil {
		t.Fatal(err)
	}
	if err := feed.Verify(nil, 0, feed.Head{}, false); err != nil {
		t.Fatal(err)
	}
	refused := func(name string, list []feed.Entry, count uint64, all bool) {
		t.Helper()
		var me *feed.MismatchError
		if err := feed.Verify(list, count, head, all); !errors.As(err, &me) {
			t.Errorf("%s: %v", name, err)
		}
	}
	refused("the last is missing", entries[:3], 4, false)
	refused("the last is missing, and the count is smaller", entries[:3], 3, false)
	refused("the first is missing", entries[1:], 4, false)
	refused("one more", append(entries[:4:4], feed.Entry{Number: 5, Dataset: common.Hash{1}}), 4, false)
	typ := reflect.TypeFor[feed.Entry]()
	for n := range entries {
		for i := range typ.NumField() {
			list := append([]feed.Entry{}, entries...)
			switch v := reflect.ValueOf(&list[n]).Elem().Field(i); v.Kind() {
			case reflect.Array:
				v.Index(0).SetUint(v.Index(0).Uint() ^ 1)
			default:
				v.SetUint(v.Uint() + 1)
			}
			refused(typ.Field(i).Name+" changed", list, 4, true)
		}
	}
	swapped := append([]feed.Entry{}, entries...)
	swapped[1], swapped[2] = swapped[2], swapped[1]
	swapped[1].Number, swapped[2].Number = 2, 3
	refused("two swapped", swapped, 4, false)
	foreign := append([]feed.Entry{}, entries...)
	foreign[2].Dataset = common.Hash{7}
	refused("another dataset's", foreign, 4, false)
}
