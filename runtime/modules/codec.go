package modules

import (
	"fmt"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
)

// cborNull is the encoding of null: the result of a method that has none.
var cborNull = []byte{0xf6}

func outOfGasMessage(limit, wanted uint64) string {
	return fmt.Sprintf("out of gas (limit: %d wanted: %d)", limit, wanted)
}

// decodeArgs decodes strictly: canonical bytes, no unknown fields.
func decodeArgs(body []byte, args any) error {
	if _, none := args.(*None); none {
		if len(body) != 1 || body[0] != cborNull[0] {
			return fmt.Errorf("takes no arguments: send null")
		}
		return nil
	}
	if err := checkCanonical(body); err != nil {
		return err
	}
	return cbor.Unmarshal(body, args)
}

func encodeResult(result any) []byte {
	if _, none := result.(None); none {
		return cborNull
	}
	return cbor.Marshal(result)
}
