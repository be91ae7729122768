package web

import (
	"bytes"
	"encoding/json"
)

// Bounds of what an error shows of a call.
const (
	// maxIDBytes is the longest id that a call may have.
	maxIDBytes = 128
	// maxNameBytes is the longest name of a method or of a subscription, as it is written in the call.
	maxNameBytes = 64
	// maxNumberBytes is the longest number in a call: a decoder's error repeats one that it has no use for.
	maxNumberBytes = 64
)

// message is the part of a call that the server itself looks at. What is not there is nil.
type message struct {
	id, params json.RawMessage
	method     string
	// name is the method as it is written.
	name []byte
}

// parseMessage reads a call as the RPC server does: names are compared byte by byte, and of members with one name the
// last counts. ok is false of what is no JSON object.
func parseMessage(raw []byte) (m message, ok bool) {
	if !json.Valid(raw) {
		return message{}, false
	}
	raw = bytes.TrimSpace(raw)
	if raw[0] != '{' {
		return message{}, false
	}
	eachMember(raw, func(key, value []byte) {
		if bytes.IndexByte(key, '\\') >= 0 {
			var plain string
			if json.Unmarshal(append(append([]byte{'"'}, key...), '"'), &plain) != nil {
				return
			}
			key = []byte(plain)
		}
		switch string(key) {
		case "id":
			m.id = value
		case "method":
			m.name = value
		case "params":
			m.params = value
		}
	})
	if len(m.name) > 0 && m.name[0] == '"' {
		_ = json.Unmarshal(m.name, &m.method) // It is valid.
	}
	return m, true
}

// eachMember calls f for each member of an object that is valid JSON, with the name between its quotes.
func eachMember(object []byte, f func(key, value []byte)) {
	for i := skipSpace(object, 1); object[i] != '}'; {
		if object[i] == ',' {
			i = skipSpace(object, i+1)
		}
		keyEnd := endOfString(object, i)
		key := object[i+1 : keyEnd]
		i = skipSpace(object, skipSpace(object, keyEnd+1)+1) // Past the colon.
		end := endOfValue(object, i)
		f(key, object[i:end])
		i = skipSpace(object, end)
	}
}

// firstElement is the first element of an array that is valid JSON, nil when there is none.
func firstElement(array []byte) []byte {
	if len(array) == 0 || array[0] != '[' {
		return nil
	}
	i := skipSpace(array, 1)
	if array[i] == ']' {
		return nil
	}
	return array[i:endOfValue(array, i)]
}

// endOfValue is the place behind the value that begins at i, in valid JSON.
func endOfValue(raw []byte, i int) int {
	for depth := 0; i < len(raw); i++ {
		switch raw[i] {
		case '"':
			i = endOfString(raw, i)
			if depth == 0 {
				return i + 1
			}
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth < 0 {
				return i // It closes what the value is in.
			}
			if depth == 0 {
				return i + 1
			}
		case ',', ' ', '\t', '\r', '\n':
			if depth == 0 {
				return i
			}
		}
	}
	return len(raw)
}

// endOfString is where a string ends that begins at i.
func endOfString(raw []byte, i int) int {
	for i++; i < len(raw) && raw[i] != '"'; i++ {
		if raw[i] == '\\' {
			i++
		}
	}
	return i
}

func skipSpace(raw []byte, i int) int {
	for i < len(raw) && (raw[i] == ' ' || raw[i] == '\t' || raw[i] == '\r' || raw[i] == '\n') {
		i++
	}
	return i
}
