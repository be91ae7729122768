package vault

import (
	"bytes"
	"encoding/hex"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "make testdata/vectors anew: new keys, new files")

// TestVectors opens the files in testdata/vectors: people.csv under people.schema.json, sealed to a hybrid key and to
// an X25519 key, with the text inside, and content roots, hashes of the age headers and file keys beside them. A
// subject's pseudonym is the first 20 bytes of the SHA-256 of its name. The keys protect nothing.
func TestVectors(t *testing.T) {
	path := func(name string) string { return filepath.Join("testdata", "vectors", name) }
	read := func(name string) []byte {
		b, err := os.ReadFile(path(name))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	if *update {
		makeVectors(t, path)
	}
	schema, table, text := string(read("people.schema.json")), string(read("people.csv")), read("people.txt")
	if got := plainText(t, schema, table); !bytes.Equal(got, text) {
		t.Errorf("the canonical text is\n%s\nwant\n%s", got, text)
	}
	if hash, err := mustSchema(t, schema).Hash(); err != nil ||
		hash.Hex() != strings.TrimSpace(string(read("people.schema.hash"))) {
		t.Errorf("schema hash %s, %v", hash, err)
	}
	for _, name := range []string{"hybrid", "x25519"} {
		key, err := ParseKey(string(read(name + ".key")))
		if err != nil {
			t.Fatal(err)
		}
		root := hexOf(t, read(name+".root"))
		file := read(name + ".age")
		r, err := Open(bytes.NewReader(file), key, [32]byte(root))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := readAll(r)
		if err != nil || len(rows) != 4 {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
		}
		checkFileKey(t, key, file, hexOf(t, read(name+".header")), hexOf(t, read(name+".filekey")))
		for file, want := range map[string]error{"hybrid.age": ErrWrongKey, "x25519.age": ErrWrongKey, name +
			".cut.age": ErrTruncated} {
			if file == name+".age" {
				continue
			}
			r, err := Open(bytes.NewReader(read(file)), key, [32]byte(root))
			if err == nil {
				_, err = readAll(r)
			}
			if !errors.Is(err, want) {
				t.Errorf("%s with the %s key: %v, want %v", file, name, err, want)
			}
		}
	}
}

func hexOf(t *testing.T, text []byte) []byte {
	t.Helper()
	b, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// checkFileKey checks the hash of a file's age header, and the key that is sealed in it.
func checkFileKey(t *testing.T, key *Key, file, hash, fileKey []byte) {
	t.Helper()
	header := headerOf(t, file)
	if got := HashSealHeader(header); !bytes.Equal(got[:], hash) {
		t.Errorf("the header has hash %x, want %x", got, hash)
	}
	if got, err := key.FileKey(header); err != nil || !bytes.Equal(got[:], fileKey) {
		t.Errorf("the file key is %x, %v, want %x", got[:], err, fileKey)
	}
}

func makeVectors(t *testing.T, path func(string) string) {
	write := func(name, content string) {
		if err := os.WriteFile(path(name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s := mustSchema(t, testSchema)
	schema, err := s.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	hash, err := s.Hash()
	if err != nil {
		t.Fatal(err)
	}
	write("people.schema.json", string(schema))
	write("people.schema.hash", hash.Hex()+"\n")
	write("people.csv", testTable)
	write("people.txt", string(plainText(t, testSchema, testTable)))
	for name, secret := range map[string]string{"hybrid": testKey(t).Secret(), "x25519": vectorX25519} {
		key, err := ParseKey(secret)
		if err != nil {
			t.Fatal(err)
		}
		file, summary := pack(t, key, testSchema, testTable)
		write(name+".key", secret+"\n")
		write(name+".age", string(file))
		write(name+".cut.age", string(file[:len(file)-40]))
		fileKey, err := key.FileKey(headerOf(t, file))
		if err != nil {
			t.Fatal(err)
		}
		write(name+".header", hex.EncodeToString(summary.SealHeader[:])+"\n")
		write(name+".filekey", hex.EncodeToString(fileKey[:])+"\n")
		write(name+".root", hex.EncodeToString(summary.ContentRoot[:])+"\n")
	}
}

// vectorX25519 is the identity of age's own test vectors.
const vectorX25519 = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0"
