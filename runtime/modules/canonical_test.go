package modules

import (
	"bytes"
	"encoding/hex"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
)

func TestCheckCanonical(t *testing.T) {
	nested := func(depth int) []byte { return append(bytes.Repeat([]byte{0x81}, depth), 0x00) }
	for name, tc := range map[string]struct {
		data []byte
		good bool
	}{
		"zero":              {unhex("00"), true},
		"23":                {unhex("17"), true},
		"24":                {unhex("1818"), true},
		"255":               {unhex("18ff"), true},
		"256":               {unhex("190100"), true},
		"65536":             {unhex("1a00010000"), true},
		"2^32":              {unhex("1b0000000100000000"), true},
		"2^64-1":            {unhex("1bffffffffffffffff"), true},
		"-1":                {unhex("20"), true},
		"bytes":             {unhex("43010203"), true},
		"text":              {unhex("6161"), true},
		"array":             {unhex("83010203"), true},
		"map":               {unhex("a2616101626161f6"), true},
		"short key first":   {unhex("a26161016262620a"), true},
		"false, true, null": {unhex("83f4f5f6"), true},
		"deepest":           {nested(maxCBORDepth), true},
		"too deep":          {nested(maxCBORDepth + 1), false},
		"nothing":           {nil, false},
		"two values":        {unhex("0000"), false},
		"23 long":           {unhex("1817"), false},
		"255 long":          {unhex("1900ff"), false},
		"65535 long":        {unhex("1a0000ffff"), false},
		"2^32-1 long":       {unhex("1b00000000ffffffff"), false},
		"head cut":          {unhex("19ff"), false},
		"reserved head":     {unhex("1c"), false},
		"bytes cut":         {unhex("430102"), false},
		"bytes of 2^64-1":   {unhex("5bffffffffffffffff"), false},
		"array of 2^64-1":   {unhex("9bffffffffffffffff"), false},
		"map of 2^63":       {unhex("bb8000000000000000"), false},
		"array cut":         {unhex("8301"), false},
		"map without value": {unhex("a16161"), false},
		"keys equal":        {unhex("a2616101616102"), false},
		"keys swapped":      {unhex("a2616202616101"), false},
		"long key first":    {unhex("a262626101616202"), false},
		"text not UTF-8":    {unhex("61ff"), false},
		"indefinite bytes":  {unhex("5f4101ff"), false},
		"indefinite array":  {unhex("9f01ff"), false},
		"break":             {unhex("ff"), false},
		"tag":               {unhex("c100"), false},
		"undefined":         {unhex("f7"), false},
		"simple value":      {unhex("f820"), false},
		"half float":        {unhex("f93c00"), false},
		"double":            {unhex("fb3ff199999999999a"), false},
	} {
		t.Run(name, func(t *testing.T) {
			if err := checkCanonical(tc.data); (err == nil) != tc.good {
				t.Errorf("%x: got %v, want good: %v", tc.data, err, tc.good)
			}
		})
	}
}

func unhex(s string) []byte {
	data, err := hex.DecodeString(s)
	if err != nil {
		panic(err)
	}
	return data
}

// FuzzCheckCanonical holds the check against the library: what it accepts the library decodes, and encodes to the same
// bytes.
func FuzzCheckCanonical(f *testing.F) {
	f.Add(cbor.Marshal(map[string]any{"a": []any{1, -2, "x", []byte{3}, nil, true}, "bb": map[uint64]any{7: false}}))
	f.Add(unhex("1bffffffffffffffff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if checkCanonical(data) != nil {
			return
		}
		var value any
		if err := cbor.Unmarshal(data, &value); err != nil {
			// Keys that Go cannot use in a map, numbers below its least.
			t.Skip(err)
		}
		if again := cbor.Marshal(value); !bytes.Equal(again, data) {
			t.Errorf("%x encodes again as %x", data, again)
		}
	})
}
