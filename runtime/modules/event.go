package modules

import (
	"sort"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/runtime/transaction"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"
)

// Event is something that a transaction or a block did. On the wire it is a tag of the transaction: the key is the
// module's name and the big-endian code, the value a CBOR array of all events with that key, in order.
type Event struct {
	Module string
	Code   uint32
	// Value is encoded to CBOR when it is emitted.
	Value any
}

// eventLog collects encoded events by key.
type eventLog map[string][]cbor.RawMessage

func (l *eventLog) add(ev Event) {
	if *l == nil {
		*l = make(eventLog)
	}
	key := string(types.NewEventKey(ev.Module, ev.Code))
	(*l)[key] = append((*l)[key], cbor.Marshal(ev.Value))
}

func (l *eventLog) merge(other eventLog) {
	for key, values := range other {
		if *l == nil {
			*l = make(eventLog)
		}
		(*l)[key] = append((*l)[key], values...)
	}
}

// tags returns the events as transaction tags, ordered by key.
func (l eventLog) tags() transaction.Tags {
	if len(l) == 0 {
		return nil
	}
	keys := make([]string, 0, len(l))
	for key := range l {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	tags := make(transaction.Tags, 0, len(keys))
	for _, key := range keys {
		tags = append(tags, &transaction.Tag{Key: []byte(key), Value: cbor.Marshal(l[key])})
	}
	return tags
}
