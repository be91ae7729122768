package evm

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/internal/sharedtest"
)

// TestSDKPrecompileVectors runs the SDK's vectors of precompiled contracts that this EVM has as well. The fifth file of
// the folder is about mnemonics.
func TestSDKPrecompileVectors(t *testing.T) {
	dir := sharedtest.Path(t, "vectors", "oasis_sdk_precompiles")
	engine, tree := New(Config{ChainID: 1}), newTree()
	defer tree.Close()
	var cases int
	for file, number := range map[string]byte{
		"modexp_eip2565.json": 5, "bn256Add.json": 6, "bn256ScalarMul.json": 7, "bn256Pairing.json": 8,
	} {
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		var vectors []struct {
			Name, Input, Expected string
			Gas                   uint64
		}
		if err := json.Unmarshal(data, &vectors); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, v := range vectors {
			cases++
			input, to := common.FromHex(v.Input), common.Address{19: number}
			intrinsic, _ := IntrinsicGas(input, nil, false)
			res, err := engine.Call(context.Background(), tree, Block{},
				Message{To: &to, Data: input, GasLimit: intrinsic + v.Gas})
			switch {
			case err != nil:
				t.Errorf("%s %s: %v", file, v.Name, err)
			case res.Err != nil:
				t.Errorf("%s %s: %v", file, v.Name, res.Err)
			case !bytes.Equal(res.Return, common.FromHex(v.Expected)):
				t.Errorf("%s %s: got %x, want %s", file, v.Name, res.Return, v.Expected)
			case res.GasUsed != intrinsic+v.Gas:
				t.Errorf("%s %s: gas %d, want %d", file, v.Name, res.GasUsed-intrinsic, v.Gas)
			}
		}
	}
	t.Logf("count: %d vectors of precompiled contracts ran", cases)
}
