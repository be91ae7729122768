package genesis_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	sdkTesting "github.com/oasisprotocol/oasis-sdk/client-sdk/go/testing"

	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/insecure"
)

const daveEth = "0xdce075e1c39b1ae0b75d554558b6451a226ffe00"

func testDocument(t testing.TB) *genesis.Document {
	t.Helper()
	draft := genesis.Default("test-1", 42334)
	draft.Balances[daveEth] = amount.FromUint64(1000)
	draft.Balances[sdkTesting.Alice.Address.String()] = amount.FromUint64(5)
	doc, err := genesis.New(draft)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestDocument(t *testing.T) {
	doc := testDocument(t)
	parsed, err := genesis.Parse(append([]byte(" \n"), doc.Encode()...))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(parsed.Encode(), doc.Encode()) || parsed.Digest() != doc.Digest() {
		t.Error("parsed to something else")
	}
	// The format and the usual limits are pinned.
	digest := doc.Digest()
	if got, want := hex.EncodeToString(digest[:]),
		"e960e4f156f67390962de5a94e3b3f20a0b4b48f2fbce73e7c6c7a261f2c3859"; got != want {
		t.Errorf("digest is %s, want %s\n%s", got, want, doc.Encode())
	}
	accounts := doc.Accounts()
	if len(accounts) != 2 || bytes.Compare(accounts[0].Address[:], accounts[1].Address[:]) >= 0 {
		t.Fatalf("accounts are %v", accounts)
	}
	for _, account := range accounts {
		want := amount.FromUint64(5)
		if account.Address == sdkTesting.Dave.Address {
			want = amount.FromUint64(1000)
		} else if account.Address != sdkTesting.Alice.Address {
			t.Errorf("account %s is nobody's", account.Address)
		}
		if account.Balance != want {
			t.Errorf("%s has %s", account.Address, account.Balance)
		}
	}
}

func TestBadDocuments(t *testing.T) {
	text := string(testDocument(t).Encode())
	alice := sdkTesting.Alice.Address.String()
	most := "340282366920938463463374607431768211455"
	for name, tc := range map[string]struct{ old, new, want string }{
		"not JSON":                  {text, "{", "line 1, column"},
		"nothing":                   {text, "", "line 1, column"},
		"two documents":             {text, text + text, "line 1, column"},
		"unknown field":             {`"network"`, `"extra":1,"network"`, `field "extra" is unknown`},
		"missing field":             {`"evmChainId":42334,`, ``, `"evmChainId" is missing`},
		"missing limit":             {`"maxTxSigners":4,`, ``, `"limits.maxTxSigners" is missing`},
		"field twice":               {`"version":1`, `"version":1,"version":1`, "line 1, column"},
		"other case":                {`"evmChainId"`, `"EVMChainID"`, "is unknown"},
		"fraction":                  {`"evmChainId":42334`, `"evmChainId":42334.0`, "line 1, column"},
		"version":                   {`"version":1`, `"version":2`, "version is 2"},
		"no chain id":               {`"evmChainId":42334`, `"evmChainId":0`, "evmChainId is 0"},
		"no network":                {`"network":"test-1"`, `"network":""`, "network"},
		"strange network":           {`"network":"test-1"`, `"network":"test 1"`, "other characters"},
		"long network":              {`"network":"test-1"`, `"network":"` + strings.Repeat("x", 65) + `"`, "network"},
		"decimals":                  {`"decimals":18`, `"decimals":37`, "token.decimals"},
		"no gas":                    {`"maxBatch":200000000`, `"maxBatch":0`, "gas.maxBatch is 0"},
		"no transaction fits":       {`"maxTxSize":262144`, `"maxTxSize":0`, "limits.maxTxSize is 0"},
		"batch below a transaction": {`"maxBatchBytes":16777216`, `"maxBatchBytes":262143`, "limits.maxBatchBytes"},
		"price not a string":        {`"minGasPrice":"1000000000"`, `"minGasPrice":1000000000`, "minGasPrice"},
		"price negative":            {`"minGasPrice":"1000000000"`, `"minGasPrice":"-1"`, "amount"},
		"price of 129 bits":         {`"minGasPrice":"1000000000"`, `"minGasPrice":"` + most + `9"`, "amount"},
		"no balances":               {`"balances":{`, `"balances":null,"x":{`, "balances"},
		"address too short":         {daveEth, daveEth[:40], "40 lower-case hexadecimal digits"},
		"address upper-case":        {daveEth, "0x" + strings.ToUpper(daveEth[2:]), "40 lower-case hexadecimal digits"},
		"address of nobody":         {daveEth, "dave", "neither an Ethereum"},
		"address mistyped":          {alice, alice[:len(alice)-1] + "q", "neither an Ethereum"},
		"account twice":             {alice, sdkTesting.Dave.Address.String(), "are the same account"},
		"balance of zero":           {`"1000"`, `"0"`, "holds nothing"},
		"no roots":                  {`"teeRoots":[],`, ``, `"teeRoots" is missing`},
		"root not a certificate":    {`"teeRoots":[]`, `"teeRoots":["0x00"]`, "teeRoots: certificate 0"},
		"root not of hexadecimal":   {`"teeRoots":[]`, `"teeRoots":["root"]`, "teeRoots"},
		"too many roots": {`"teeRoots":[]`, `"teeRoots":["0x"` + strings.Repeat(`,"0x"`, 16) + `]`,
			"teeRoots is 17"},
		"balances overflow": {`"1000"`, `"` + most + `"`, "their sum"},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(text, tc.old) {
				t.Fatalf("%q is not in the document", tc.old)
			}
			_, err := genesis.Parse([]byte(strings.Replace(text, tc.old, tc.new, 1)))
			if err == nil {
				t.Fatal("accepted")
			}
			if !strings.Contains(err.Error(), tc.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error is %q, want one line with %q", err, tc.want)
			}
		})
	}
}

func TestRoots(t *testing.T) {
	root, err := insecure.NewRoot(rand.NewChaCha8([32]byte{}), time.Unix(1_700_000_000, 0))
	if err != nil {
		t.Fatal(err)
	}
	b, err := root.Collateral(time.Unix(1_700_000_000, 0), 1)
	if err != nil {
		t.Fatal(err)
	}
	parts, err := collateral.ParseIntel(b)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		roots []hexutil.Bytes
		want  string
	}{
		"one":   {[]hexutil.Bytes{root.Certificate().Raw}, ""},
		"twice": {[]hexutil.Bytes{root.Certificate().Raw, root.Certificate().Raw}, "is there twice"},
		"leaf":  {[]hexutil.Bytes{parts.Signer}, "may not sign others"},
	} {
		draft := genesis.Default("test-1", 42334)
		draft.TEERoots = c.roots
		doc, err := genesis.New(draft)
		switch {
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v, want %q", name, err, c.want)
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.want == "" && (len(doc.Roots()) != 1 || tee.RootID(doc.Roots()[0]) != root.ID()):
			t.Errorf("%s: roots %v", name, doc.Roots())
		}
	}
}

func TestExecutable(t *testing.T) {
	doc := testDocument(t)
	program := bytes.Repeat([]byte("program "), 1000)
	with, err := genesis.Append(program, doc)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(with, program) {
		t.Error("the program changed")
	}
	if again, err := genesis.Append(program, doc); err != nil || !bytes.Equal(again, with) {
		t.Errorf("not reproducible (%v)", err)
	}
	path := filepath.Join(t.TempDir(), "program")
	if err := os.WriteFile(path, with, 0o700); err != nil {
		t.Fatal(err)
	}
	read, err := genesis.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if read.Digest() != doc.Digest() {
		t.Error("read another document")
	}
	if _, err := genesis.Append(with, doc); err == nil {
		t.Error("a second document was appended")
	}
	if _, err := genesis.Append(nil, doc); err == nil {
		t.Error("appended to nothing")
	}
	if _, err := genesis.ReadFile(path + ".gone"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("reading what is not there: %v", err)
	}

	readBytes := func(data []byte) error {
		_, err := genesis.Read(bytes.NewReader(data), int64(len(data)))
		return err
	}
	for name, data := range map[string][]byte{"no trailer": program, "empty": nil, "cut": with[:len(with)-1],
		"followed": append(bytes.Clone(with), 0)} {
		if err := readBytes(data); !errors.Is(err, genesis.ErrNone) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// Every byte of what was appended counts.
	for i := len(program); i < len(with); i++ {
		changed := bytes.Clone(with)
		changed[i] ^= 0x01
		if readBytes(changed) == nil {
			t.Errorf("byte %d of %d can be changed", i, len(with))
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(testDocument(f).Encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := genesis.Parse(data)
		if err != nil {
			return
		}
		again, err := genesis.Parse(doc.Encode())
		if err != nil || again.Digest() != doc.Digest() {
			t.Fatalf("does not survive its own encoding: %v", err)
		}
	})
}

func FuzzRead(f *testing.F) {
	with, err := genesis.Append([]byte("program"), testDocument(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(with)
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := genesis.Read(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		cut := len(data) - len(with) + len("program")
		if cut > 0 && !bytes.Contains(data, doc.Encode()) {
			t.Fatal("read a document that is not there")
		}
	})
}
