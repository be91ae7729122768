package events_test

import (
	"bytes"
	"math"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/core"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain/events"
	"github.com/assent-network/assent/runtime/modules/evm"
)

func event(module string, code uint32, value any) *types.Event {
	return &types.Event{Module: module, Code: code, Value: cbor.Marshal(value)}
}

func logged(logs ...sdk.Event) *types.Event { return event(sdk.ModuleName, events.CodeLog, logs) }

// TestCodes holds the codes to those that the runtime writes.
func TestCodes(t *testing.T) {
	if events.CodeLog != evm.LogEventCode || events.CodeReverted != evm.ErrReverted.Code || sdk.ModuleName != evm.Name {
		t.Errorf("the runtime's are %d and %d of %s", evm.LogEventCode, evm.ErrReverted.Code, evm.Name)
	}
}

func TestGasUsed(t *testing.T) {
	got, err := events.GasUsed([]*types.Event{
		event(core.ModuleName, core.GasUsedEventCode, []core.GasUsedEvent{{Amount: 1}, {Amount: 20}}),
		event(core.ModuleName, core.GasUsedEventCode+1, "of another kind"),
		event("accounts", core.GasUsedEventCode, "of another module"),
		event(core.ModuleName, core.GasUsedEventCode, []core.GasUsedEvent{{Amount: 300}}),
	})
	if err != nil || got != 321 {
		t.Errorf("got %d, %v", got, err)
	}
	for name, value := range map[string]any{
		"no list":      "much",
		"beyond bound": []core.GasUsedEvent{{Amount: math.MaxUint64}, {Amount: 1}},
	} {
		if got, err := events.GasUsed([]*types.Event{event(core.ModuleName, core.GasUsedEventCode,
			value)}); err == nil {
			t.Errorf("%s: read as %d", name, got)
		}
	}
}

func TestLogs(t *testing.T) {
	address, topic := bytes.Repeat([]byte{9}, 20), bytes.Repeat([]byte{8}, 32)
	got, err := events.Logs([]*types.Event{
		logged(sdk.Event{Address: address, Topics: [][]byte{topic, topic, topic, topic}, Data: []byte{1}},
			sdk.Event{Address: address}),
		event(sdk.ModuleName, events.CodeLog+1, "of another kind"),
		event("accounts", events.CodeLog, "of another module"),
		logged(),
		logged(sdk.Event{Address: address, Topics: [][]byte{topic}, Data: []byte{2}}),
	})
	if err != nil || len(got) != 3 {
		t.Fatalf("%d logs, %v", len(got), err)
	}
	for i, want := range []struct {
		topics int
		data   []byte
	}{{4, []byte{1}}, {0, []byte{}}, {1, []byte{2}}} {
		l := got[i]
		if l.Address != common.Address(address) || len(l.Topics) != want.topics || l.Data == nil ||
			!bytes.Equal(l.Data, want.data) {
			t.Errorf("log %d is %+v", i, l)
		}
		for _, x := range l.Topics {
			if x != common.Hash(topic) {
				t.Errorf("log %d has the topic %s", i, x)
			}
		}
	}
	if none, err := events.Logs(nil); err != nil || none == nil || len(none) != 0 {
		t.Errorf("of nothing: %v, %v", none, err)
	}
}

func TestLogs_refuseWhatTheEVMCannotWrite(t *testing.T) {
	address := make([]byte, 20)
	for name, e := range map[string]*types.Event{
		"nothing":       {Module: sdk.ModuleName, Code: events.CodeLog},
		"no list":       event(sdk.ModuleName, events.CodeLog, 7),
		"no log":        event(sdk.ModuleName, events.CodeLog, []any{nil}),
		"rest":          {Module: sdk.ModuleName, Code: events.CodeLog, Value: append(logged().Value, 0)},
		"short address": logged(sdk.Event{Address: address[:19]}),
		"long address":  logged(sdk.Event{Address: make([]byte, 32)}),
		"short topic":   logged(sdk.Event{Address: address, Topics: [][]byte{make([]byte, 31)}}),
		"long topic":    logged(sdk.Event{Address: address, Topics: [][]byte{make([]byte, 33)}}),
		"five topics":   logged(sdk.Event{Address: address, Topics: make([][]byte, 5)}),
	} {
		if got, err := events.Logs([]*types.Event{e}); err == nil {
			t.Errorf("%s: read as %+v", name, got)
		}
	}
}

func TestRevertData(t *testing.T) {
	for message, want := range map[string][]byte{
		"reverted: AQID":                       {1, 2, 3},
		"reverted: ":                           {},
		"reverted:":                            {},
		"querying x: failed: reverted: AQID":   {1, 2, 3},
		"reverted: before, reverted: AQIDBA==": {1, 2, 3, 4},
	} {
		if got, ok := events.RevertData("evm", events.CodeReverted, message); !ok || !bytes.Equal(got, want) {
			t.Errorf("%q: %x, %t", message, got, ok)
		}
	}
	for name, ok := range map[string]func() ([]byte, bool){
		"another module": func() ([]byte, bool) { return events.RevertData("core", 8, "reverted: AQID") },
		"another code":   func() ([]byte, bool) { return events.RevertData("evm", 2, "reverted: AQID") },
		"no base64":      func() ([]byte, bool) { return events.RevertData("evm", 8, "reverted: not base64!") },
		"no mark":        func() ([]byte, bool) { return events.RevertData("evm", 8, "AQID") },
	} {
		if got, ok := ok(); ok {
			t.Errorf("%s: %x", name, got)
		}
	}
}

// FuzzLogs reads whatever a node may give as an event of logs: what is read is what the event says, to the byte.
func FuzzLogs(f *testing.F) {
	address, topic := bytes.Repeat([]byte{9}, 20), bytes.Repeat([]byte{8}, 32)
	f.Add(logged().Value)
	f.Add(logged(sdk.Event{Address: address}).Value)
	f.Add(logged(sdk.Event{Address: address, Topics: [][]byte{topic, topic}, Data: []byte("data")}).Value)
	f.Add(logged(sdk.Event{Address: address[:3], Topics: [][]byte{topic[:3]}}).Value)
	f.Add(cbor.Marshal([]any{nil}))
	f.Fuzz(func(t *testing.T, value []byte) {
		logs, err := events.Logs([]*types.Event{{Module: sdk.ModuleName, Code: events.CodeLog, Value: value}})
		if err != nil {
			return
		}
		var said []sdk.Event
		if err := cbor.Unmarshal(value, &said); err != nil || len(said) != len(logs) {
			t.Fatalf("%d logs of %d, %v", len(logs), len(said), err)
		}
		for i, l := range logs {
			if !bytes.Equal(l.Address[:], said[i].Address) || !bytes.Equal(l.Data, said[i].Data) ||
				len(l.Topics) != len(said[i].Topics) {
				t.Fatalf("log %d is %+v, the event says %+v", i, l, said[i])
			}
			for j := range l.Topics {
				if !bytes.Equal(l.Topics[j][:], said[i].Topics[j]) {
					t.Fatalf("topic %d of log %d is %s, the event says %x", j, i, l.Topics[j], said[i].Topics[j])
				}
			}
		}
	})
}
