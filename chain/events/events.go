// Package events reads what the runtime says of a transaction in the modules' own encodings: the gas that it used, the
// logs that its contracts wrote, and what a contract reverted with.
//
// It refuses what the EVM cannot have written, so that no caller crops or pads it. Who told of the events is for the
// caller to judge: nothing is verified here.
package events

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"math/bits"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	ethtypes "github.com/ethereum/go-ethereum/core/types"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/core"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"
)

// Codes of the EVM module, which the client of the Oasis SDK does not name.
const (
	// CodeLog is the event of a contract's logs.
	CodeLog = 1
	// CodeReverted is the error of a call that its contract reverted.
	CodeReverted = 8
)

// maxTopics is the most topics that a log of the EVM can have.
const maxTopics = 4

// errGasOverflow comes of amounts that no block can have used.
var errGasOverflow = errors.New("the gas of a transaction exceeds 64 bits")

// GasUsed adds up the gas that a transaction used. Events of other kinds are passed over.
func GasUsed(events []*types.Event) (uint64, error) {
	var used uint64
	for _, e := range events {
		if e.Module != core.ModuleName || e.Code != core.GasUsedEventCode {
			continue
		}
		var amounts []core.GasUsedEvent
		if err := decode(e.Value, &amounts); err != nil {
			return 0, fmt.Errorf("decoding an event of gas: %w", err)
		}
		for _, a := range amounts {
			sum, carry := bits.Add64(used, a.Amount, 0)
			if carry != 0 {
				return 0, errGasOverflow
			}
			used = sum
		}
	}
	return used, nil
}

// Logs returns the logs that a transaction's contracts wrote, in order, with address, topics and data alone: where they
// stand in the chain is for the caller to fill in. The list and each log's data are never nil, since go-ethereum
// encodes nil otherwise than none. Events of other kinds are passed over.
func Logs(events []*types.Event) ([]*ethtypes.Log, error) {
	logs := []*ethtypes.Log{}
	for _, e := range events {
		if e.Module != evm.ModuleName || e.Code != CodeLog {
			continue
		}
		var written []evm.Event
		if err := decode(e.Value, &written); err != nil {
			return nil, fmt.Errorf("decoding an event of logs: %w", err)
		}
		for i := range written {
			l, err := decodeLog(&written[i])
			if err != nil {
				return nil, fmt.Errorf("log %d: %w", len(logs), err)
			}
			logs = append(logs, l)
		}
	}
	return logs, nil
}

// decode reads the one CBOR value that an event is. The library's own Unmarshal takes nothing for a value, and does not
// look at what comes after one.
func decode(value []byte, into any) error {
	d := cbor.NewDecoder(bytes.NewReader(value))
	if err := d.Decode(into); err != nil {
		return err
	}
	if rest := len(value) - d.NumBytesRead(); rest > 0 {
		return fmt.Errorf("%d bytes follow the value", rest)
	}
	return nil
}

func decodeLog(e *evm.Event) (*ethtypes.Log, error) {
	if len(e.Address) != common.AddressLength {
		return nil, fmt.Errorf("its address has %d bytes, not %d", len(e.Address), common.AddressLength)
	}
	if len(e.Topics) > maxTopics {
		return nil, fmt.Errorf("it has %d topics, more than %d", len(e.Topics), maxTopics)
	}
	l := &ethtypes.Log{Address: common.Address(e.Address), Topics: make([]common.Hash, len(e.Topics)), Data: e.Data}
	if l.Data == nil {
		l.Data = []byte{}
	}
	for i, topic := range e.Topics {
		if len(topic) != common.HashLength {
			return nil, fmt.Errorf("topic %d has %d bytes, not %d", i, len(topic), common.HashLength)
		}
		l.Topics[i] = common.Hash(topic)
	}
	return l, nil
}

// revertMark stands before the data in the message of a revert.
const revertMark = "reverted:"

// RevertData returns what a contract returned when it reverted a call, from the module, the code and the message of the
// call's error. The message may have words of callers before the error's own. It returns false for any other error.
func RevertData(module string, code uint32, message string) ([]byte, bool) {
	if module != evm.ModuleName || code != CodeReverted {
		return nil, false
	}
	at := strings.LastIndex(message, revertMark)
	if at < 0 {
		return nil, false
	}
	data, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(message[at+len(revertMark):], " "))
	if err != nil {
		return nil, false
	}
	return data, true
}
