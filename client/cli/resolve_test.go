package cli

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client"
)

func TestFindDataset(t *testing.T) {
	me, other := common.Address{1}, common.Address{2}
	ids := []common.Hash{common.HexToHash("0xaabbccdd01" + strings.Repeat("0", 54)),
		common.HexToHash("0xaabbccdd02" + strings.Repeat("0", 54)), common.HexToHash("0x11" + strings.Repeat("0", 62)),
		common.HexToHash("0x22" + strings.Repeat("0", 62))}
	all := []client.DatasetName{{Dataset: ids[0], Name: "study", Registrant: me},
		{Dataset: ids[1], Name: "study", Registrant: other}, {Dataset: ids[2], Name: "heart", Registrant: other},
		{Dataset: ids[3], Name: "aabbccdd01", Registrant: other}}
	for _, c := range []struct {
		arg  string
		mine common.Address
		want common.Hash
		says string
	}{
		{"heart", me, ids[2], ""},
		{"study", me, ids[0], ""},
		{"study", common.Address{3}, common.Hash{}, `"study" names 2 datasets: ` + ids[0].Hex()},
		{"0xaabbccdd02", me, ids[1], ""},
		{"AABBCCDD02", me, ids[1], ""},
		{"0xaabbccdd", me, common.Hash{}, "names 2 datasets"},
		{"aabbccdd01", me, common.Hash{}, "names 2 datasets"}, // a name, and the beginning of an id
		{"0x1100000", me, common.Hash{}, "no dataset"},        // seven digits
		{"haert", me, common.Hash{}, "no dataset"},
		{"", me, common.Hash{}, "no dataset"},
	} {
		got, err := findDataset(all, c.arg, c.mine)
		if got != c.want || (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q: %s, %v; want %s %q", c.arg, got, err, c.want, c.says)
		}
	}
}
