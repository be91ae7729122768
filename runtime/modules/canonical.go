package modules

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf8"
)

// maxCBORDepth is how deep arrays and maps of a transaction may nest.
const maxCBORDepth = 64

// Major types of CBOR (RFC 8949, section 3.1).
const (
	cborUint = iota
	cborNegative
	cborBytes
	cborText
	cborArray
	cborMap
	cborTag
	cborSimple
)

var errCBORTruncated = errors.New("cbor: unexpected end of data")

// checkCanonical accepts exactly the byte strings that are one value in the canonical encoding (RFC 7049, section 3.9)
// that all of Oasis uses: definite lengths, shortest forms, map keys sorted and unique, no tags, of the simple values
// only false, true and null, no floats. Decoding alone is laxer, and a transaction that has two encodings would have
// two hashes.
func checkCanonical(data []byte) error {
	rest, err := skipCanonical(data, 0)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("cbor: %d bytes after the value", len(rest))
	}
	return nil
}

// skipCanonical checks the value at the start of data and returns what is after it.
func skipCanonical(data []byte, depth int) ([]byte, error) {
	if depth > maxCBORDepth {
		return nil, fmt.Errorf("cbor: nested deeper than %d", maxCBORDepth)
	}
	if len(data) == 0 {
		return nil, errCBORTruncated
	}
	major, arg, rest, err := cborHead(data)
	if err != nil {
		return nil, err
	}
	switch major {
	case cborUint, cborNegative:
		return rest, nil
	case cborBytes, cborText:
		if arg > uint64(len(rest)) {
			return nil, errCBORTruncated
		}
		if major == cborText && !utf8.Valid(rest[:arg]) {
			return nil, errors.New("cbor: text is not UTF-8")
		}
		return rest[arg:], nil
	case cborArray:
		// Every element takes a byte at least.
		if arg > uint64(len(rest)) {
			return nil, errCBORTruncated
		}
		for range arg {
			if rest, err = skipCanonical(rest, depth+1); err != nil {
				return nil, err
			}
		}
		return rest, nil
	case cborMap:
		if arg > uint64(len(rest))/2 {
			return nil, errCBORTruncated
		}
		var last []byte
		for range arg {
			key := rest
			if rest, err = skipCanonical(rest, depth+1); err != nil {
				return nil, err
			}
			key = key[:len(key)-len(rest)]
			if last != nil && !keyLess(last, key) {
				return nil, errors.New("cbor: map keys are not sorted and unique")
			}
			last = key
			if rest, err = skipCanonical(rest, depth+1); err != nil {
				return nil, err
			}
		}
		return rest, nil
	case cborSimple:
		if data[0] >= 0xf4 && data[0] <= 0xf6 { // false, true, null
			return rest, nil
		}
		return nil, fmt.Errorf("cbor: simple value or float 0x%02x is not used", data[0])
	default:
		return nil, errors.New("cbor: tags are not used")
	}
}

// keyLess is the order of map keys: shorter encodings first, then bytewise.
func keyLess(a, b []byte) bool {
	if len(a) != len(b) {
		return len(a) < len(b)
	}
	return bytes.Compare(a, b) < 0
}

// cborHead reads the first bytes of a value: its major type and its argument.
func cborHead(data []byte) (major int, arg uint64, rest []byte, err error) {
	major = int(data[0] >> 5)
	info := data[0] & 0x1f
	rest = data[1:]
	var size int
	var least uint64
	switch {
	case info < 24:
		return major, uint64(info), rest, nil
	case info == 24:
		size, least = 1, 24
	case info == 25:
		size, least = 2, 1<<8
	case info == 26:
		size, least = 4, 1<<16
	case info == 27:
		size, least = 8, 1<<32
	default:
		return 0, 0, nil, errors.New("cbor: indefinite lengths are not used")
	}
	if len(rest) < size {
		return 0, 0, nil, errCBORTruncated
	}
	var buf [8]byte
	copy(buf[8-size:], rest[:size])
	arg = binary.BigEndian.Uint64(buf[:])
	if arg < least {
		return 0, 0, nil, errors.New("cbor: not in the shortest form")
	}
	return major, arg, rest[size:], nil
}
