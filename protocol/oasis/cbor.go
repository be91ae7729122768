package oasis

import (
	"errors"
	"fmt"

	"github.com/fxamacker/cbor/v2"
)

// maxElements is the largest number of elements of an array, and of pairs of a map.
const maxElements = 10_000_000

// RawCBOR is a value that is not decoded yet.
type RawCBOR = cbor.RawMessage

// The options are Oasis Core's. Loose decoding passes over fields that the destination has not.
var (
	encoding = must(cbor.EncOptions{
		Sort: cbor.SortCanonical, ShortestFloat: cbor.ShortestFloat16, NaNConvert: cbor.NaNConvert7e00,
		InfConvert: cbor.InfConvertFloat16, IndefLength: cbor.IndefLengthForbidden, Time: cbor.TimeUnix,
		TagsMd: cbor.TagsForbidden,
	}.EncMode())
	strict = must(cbor.DecOptions{
		DupMapKey: cbor.DupMapKeyEnforcedAPF, IndefLength: cbor.IndefLengthForbidden, TagsMd: cbor.TagsForbidden,
		ExtraReturnErrors: cbor.ExtraDecErrorUnknownField, MaxArrayElements: maxElements, MaxMapPairs: maxElements,
	}.DecMode())
	loose = must(cbor.DecOptions{
		DupMapKey: cbor.DupMapKeyEnforcedAPF, IndefLength: cbor.IndefLengthForbidden, TagsMd: cbor.TagsForbidden,
		MaxArrayElements: maxElements, MaxMapPairs: maxElements,
	}.DecMode())
)

// must returns a mode. Its options are constants, so it fails never or always.
func must[Mode any](mode Mode, err error) Mode {
	if err != nil {
		panic(fmt.Sprintf("oasis: CBOR options: %v", err))
	}
	return mode
}

// MarshalCBOR returns the canonical encoding of a value. It panics when the value's type has none.
func MarshalCBOR(v any) []byte {
	b, err := encoding.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("oasis: encoding %T: %v", v, err))
	}
	return b
}

// UnmarshalCBOR decodes a value whose type has every field that occurs.
func UnmarshalCBOR(data []byte, dst any) error { return unmarshal(strict, data, dst) }

// UnmarshalPartOfCBOR decodes the fields that the destination's type has.
func UnmarshalPartOfCBOR(data []byte, dst any) error { return unmarshal(loose, data, dst) }

func unmarshal(mode cbor.DecMode, data []byte, dst any) error {
	if len(data) == 0 {
		return errors.New("no bytes")
	}
	return mode.Unmarshal(data, dst)
}
