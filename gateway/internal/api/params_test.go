package api

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/rpcerr"
)

func TestParseSlot(t *testing.T) {
	for in, want := range map[string]string{
		"0x":                                 "0x00",
		"0x0":                                "0x00",
		"0x1":                                "0x01",
		"0Xa":                                "0x0a",
		"0x" + strings.Repeat("f", 64):       "0x" + strings.Repeat("f", 64),
		"0x" + strings.Repeat("0", 63) + "7": "0x07",
	} {
		if got, err := parseSlot(in); err != nil || got != common.HexToHash(want) {
			t.Errorf("%q: got %s %v, want %s", in, got, err, want)
		}
	}
	for _, bad := range []string{"", "0", "1", "x0", "0xg", "0x-1", "0x+1", "0x " + "1", "0x" +
		strings.Repeat("0", 65)} {
		_, err := parseSlot(bad)
		var coded rpc.Error
		if !errors.As(err, &coded) || coded.ErrorCode() != rpcerr.CodeInvalidParams {
			t.Errorf("%q: got %v", bad, err)
		}
	}
}

func TestCount(t *testing.T) {
	for in, want := range map[string]rpcCount{`5`: 5, `"0x5"`: 5, `"0x0"`: 0} {
		var c rpcCount
		if err := json.Unmarshal([]byte(in), &c); err != nil || c != want {
			t.Errorf("%s: got %d %v", in, c, err)
		}
	}
	for _, bad := range []string{`-1`, `1.5`, `"5"`, `"0x05"`, `[]`, `"0x10000000000000000"`} {
		var c rpcCount
		if err := json.Unmarshal([]byte(bad), &c); err == nil {
			t.Errorf("%s: accepted as %d", bad, c)
		}
	}
}

func TestFilterArgs(t *testing.T) {
	one := common.HexToAddress("0x0000000000000000000000000000000000000001")
	var a FilterArgs
	err := json.Unmarshal([]byte(`{"fromBlock":"0x1","toBlock":"latest","address":"`+one.Hex()+
		`","topics":[null,[],"0x`+strings.Repeat("0", 64)+`"]}`), &a)
	if err != nil || *a.From != 1 || *a.To != rpc.LatestBlockNumber || len(a.Addresses) != 1 || len(a.Topics) != 3 ||
		a.Topics[0] != nil || len(a.Topics[1]) != 0 || len(a.Topics[2]) != 1 {
		t.Errorf("got %+v %v", a, err)
	}
	many := `["` + strings.Repeat(one.Hex()+`","`, maxAlternatives) + one.Hex() + `"]`
	for _, bad := range []string{
		`[]`, `"x"`, `{"address":{}}`, `{"address":[1]}`, `{"topics":"0x1"}`, `{"topics":[["0x1"]]}`, `{"topics":[{}]}`,
		`{"fromBlock":"later"}`, `{"blockHash":"0x1"}`, `{"address":` + many + `}`,
		`{"topics":[null,null,null,null,null]}`,
	} {
		if err := json.Unmarshal([]byte(bad), &a); err == nil {
			t.Errorf("%.80s: accepted", bad)
		}
	}
}

// Whatever is asked, the question is understood or refused.
func FuzzFilterArgs(f *testing.F) {
	f.Add([]byte(`{"fromBlock":"0x1","toBlock":"latest","address":["0x0000000000000000000000000000000000000001"],"topics":[null,["0x00"]]}`))
	f.Add([]byte(`{"blockHash":"0x0000000000000000000000000000000000000000000000000000000000000001"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var a FilterArgs
		if err := json.Unmarshal(data, &a); err != nil {
			return
		}
		q := a.query(0, 1)
		if len(q.Topics) > maxTopics || len(q.Addresses) > maxAlternatives {
			t.Fatalf("query of %d topics and %d addresses", len(q.Topics), len(q.Addresses))
		}
		q.Matches(common.Address{}, nil)
	})
}

func FuzzCallArgs(f *testing.F) {
	f.Add([]byte(`{"from":"0x0000000000000000000000000000000000000001","to":null,"data":"0x01","value":"0x1","maxFeePerGas":"0x2"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var a CallArgs
		if err := json.Unmarshal(data, &a); err != nil {
			return
		}
		e := &Eth{&Backend{cfg: Config{ChainID: 1}}}
		if e.checkArgs(&a) == nil {
			if _, err := gasPrice(&a, bigOrZero(nil)); err != nil {
				var coded rpc.Error
				if !errors.As(err, &coded) {
					t.Fatalf("an error without a code: %v", err)
				}
			}
		}
	})
}
