package vault

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"filippo.io/age"
)

// headerOf returns the age header of a file.
func headerOf(t testing.TB, file []byte) []byte {
	t.Helper()
	header, err := SealHeader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return header
}

// A file key opens the file that it was unwrapped for, and no other of the same key.
func TestFileKeyOpensOneFile(t *testing.T) {
	key := testKey(t)
	file, summary := pack(t, key, testSchema, testTable)
	other, otherSummary := pack(t, key, testSchema, testTable)
	header := headerOf(t, file)
	if !bytes.HasPrefix(file, header) || summary.SealHeader != sha256.Sum256(header) {
		t.Errorf("the header is not what the file begins with, or not what packing says")
	}
	opens, err := key.FileKey(header)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Open(bytes.NewReader(file), opens, summary.ContentRoot)
	if err != nil {
		t.Fatal(err)
	}
	if rows, err := readAll(r); err != nil || len(rows) != 4 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	if _, err := Open(bytes.NewReader(other), opens, otherSummary.ContentRoot); !errors.Is(err, ErrWrongKey) {
		t.Errorf("another file of the same key: %v, want %v", err, ErrWrongKey)
	}
	// The payload of one file under the header of another is neither file.
	mixed := append(bytes.Clone(header), other[len(headerOf(t, other)):]...)
	if _, err := Open(bytes.NewReader(mixed), opens, otherSummary.ContentRoot); err == nil {
		t.Error("the payload of another file: opened")
	}
	const hidden = "a file key a file key a file key a file key"
	if shown := fmt.Sprintf("%v %+v %#v %s", opens, opens, opens, opens); shown != hidden {
		t.Errorf("a file key prints as %q", shown)
	}
	for n := range 40 {
		if _, err := ParseFileKey(make([]byte, n)); (err == nil) != (n == FileKeySize) {
			t.Errorf("a file key of %d bytes: %v", n, err)
		}
	}
}

// A header is taken whole, as it is in the file, and for the key that it was sealed to.
func TestFileKeyRefuses(t *testing.T) {
	key, stranger := testKey(t), testKey(t)
	file, _ := pack(t, key, testSchema, testTable)
	header := headerOf(t, file)
	foreign, _ := pack(t, stranger, testSchema, testTable)
	lines := bytes.SplitAfter(header, []byte("\n"))
	footer := lines[len(lines)-2]
	stanza := header[len(lines[0]) : len(header)-len(footer)]
	for name, c := range map[string]struct {
		header []byte
		want   error
	}{
		"of another key":       {headerOf(t, foreign), ErrWrongKey},
		"a stanza too many":    {slices.Concat(lines[0], stanza, stanza, footer), ErrDamaged},
		"a foreign stanza":     {slices.Concat(lines[0], stanza, []byte("-> grease\n\n"), footer), ErrDamaged},
		"a foreign one first":  {slices.Concat(lines[0], []byte("-> grease\n\n"), stanza, footer), ErrDamaged},
		"no stanza":            {slices.Concat(lines[0], footer), nil},
		"cut":                  {header[:len(header)-1], ErrTruncated},
		"cut in the stanza":    {header[:100], ErrTruncated},
		"nothing":              {nil, ErrTruncated},
		"a byte too many":      {append(bytes.Clone(header), 'x'), ErrDamaged},
		"the file's beginning": {file[:len(header)+16], ErrDamaged},
		"other line ends":      {bytes.ReplaceAll(header, []byte("\n"), []byte("\r\n")), nil},
		"a space before":       {append([]byte(" "), header...), nil},
		"another code": {slices.Concat(lines[0], stanza, []byte("--- "+strings.Repeat("A", 43)+"\n")),
			ErrDamaged},
		"too large":             {large(lines[0], stanza, footer, MaxSealHeader+1), ErrSealHeader},
		"too large by far":      {large(lines[0], stanza, footer, 1<<20), ErrSealHeader},
		"with a passphrase too": {slices.Concat(lines[0], stanza, scryptStanza(t), footer), ErrDamaged},
	} {
		_, err := key.FileKey(c.header)
		if err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	for i := range header {
		flipped := bytes.Clone(header)
		flipped[i] ^= 1
		if _, err := key.FileKey(flipped); err == nil {
			t.Fatalf("byte %d was flipped, and the header taken", i)
		}
	}
}

// large is a header of so many bytes at the least.
func large(intro, stanza, footer []byte, least int) []byte {
	b := append(bytes.Clone(intro), stanza...)
	for len(b)+len(footer) < least {
		b = append(b, "-> "+strings.Repeat("grease ", 20)+"grease\n\n"...)
	}
	return append(b, footer...)
}

// scryptStanza is one that a passphrase opens.
func scryptStanza(t testing.TB) []byte {
	t.Helper()
	to, err := age.NewScryptRecipient("x")
	if err != nil {
		t.Fatal(err)
	}
	to.SetWorkFactor(2)
	var file bytes.Buffer
	if _, err := age.Encrypt(&file, to); err != nil {
		t.Fatal(err)
	}
	lines := bytes.SplitAfter(headerOf(t, file.Bytes()), []byte("\n"))
	return bytes.Join(lines[1:len(lines)-2], nil)
}

// A table is not sealed to more recipients than its header may have.
func TestPackRefusesManyRecipients(t *testing.T) {
	config := PackConfig{Schema: mustSchema(t, testSchema), Pseudonym: pseudonymOf, Roster: testRoster}
	for range 10 {
		config.Recipients = append(config.Recipients, testKey(t).Recipient())
	}
	var file bytes.Buffer
	if _, err := Pack(&file, strings.NewReader(testTable), config); err != nil {
		t.Fatalf("ten recipients: %v", err)
	}
	if header := headerOf(t, file.Bytes()); len(header) > MaxSealHeader {
		t.Errorf("its header has %d bytes", len(header))
	}
	config.Recipients = append(config.Recipients, config.Recipients[0])
	file.Reset()
	if _, err := Pack(&file, strings.NewReader(testTable), config); !errors.Is(err, ErrSealHeader) || file.Len() != 0 {
		t.Errorf("eleven: %v, %d bytes written", err, file.Len())
	}
}

// The text of a file can be read apart from its rows: its reader says at the end whether the file is the registered
// one, and who reads the rows takes that for theirs.
func TestPlain(t *testing.T) {
	key := testKey(t)
	file, summary := pack(t, key, testSchema, testTable)
	opens, err := key.FileKey(headerOf(t, file))
	if err != nil {
		t.Fatal(err)
	}
	want := plainText(t, testSchema, testTable)
	plain, err := Decrypt(iotest.OneByteReader(bytes.NewReader(file)), opens, summary.ContentRoot)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(plain); err != nil || !bytes.Equal(got, want) {
		t.Errorf("the text is\n%s\n%v, want\n%s", got, err, want)
	}
	if n, err := plain.Read(make([]byte, 1)); n != 0 || !errors.Is(err, io.EOF) {
		t.Errorf("after the end: %d bytes, %v", n, err)
	}
	for name, c := range map[string]struct {
		file []byte
		root [32]byte
		want error
	}{
		"another content root": {file, [32]byte{1}, ErrContentRoot},
		"a cut file":           {file[:len(file)-1], summary.ContentRoot, ErrTruncated},
		"a changed end": {append(bytes.Clone(file[:len(file)-1]), file[len(file)-1]^1), summary.ContentRoot,
			nil},
		"a longer file": {append(bytes.Clone(file), 0), summary.ContentRoot, nil},
	} {
		for range 2 {
			err := readThrough(c.file, opens, c.root)
			if err == nil || c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("%s: %v, want %v", name, err, c.want)
			}
		}
	}
	failed := errors.New("the disk failed")
	broken := io.MultiReader(bytes.NewReader(file[:len(file)-3]), iotest.ErrReader(failed))
	plain, err = Decrypt(broken, opens, summary.ContentRoot)
	if err == nil {
		_, err = io.ReadAll(plain)
	}
	if !errors.Is(err, failed) {
		t.Errorf("a disk that fails: %v", err)
	}
	// Rows of a text whose end is not good are not good.
	r, err := NewReader(io.MultiReader(bytes.NewReader(want), iotest.ErrReader(failed)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := readAll(r); !errors.Is(err, failed) {
		t.Errorf("a text whose end is not good: %v", err)
	}
}

// readThrough returns how reading the text of a file ends, the second time too.
func readThrough(file []byte, key Opener, root [32]byte) error {
	plain, err := Decrypt(bytes.NewReader(file), key, root)
	if err != nil {
		return err
	}
	if _, err = io.ReadAll(plain); err == nil {
		return nil
	}
	if _, again := plain.Read(make([]byte, 1)); !errors.Is(again, err) {
		return nil
	}
	return err
}

// FuzzSealHeader: no header makes the reader panic, and what opens is a header to the byte.
func FuzzSealHeader(f *testing.F) {
	key, err := ParseKey(vectorX25519)
	if err != nil {
		f.Fatal(err)
	}
	file, _ := pack(f, key, testSchema, testTable)
	header := headerOf(f, file)
	f.Add(header)
	f.Add(header[:40])
	f.Add(append([]byte("age-encryption.org/v1\n-> grease a b\nAAAA\n"), header[22:]...))
	f.Fuzz(func(t *testing.T, b []byte) {
		read, err := SealHeader(bytes.NewReader(b))
		if err == nil && !bytes.HasPrefix(b, read) {
			t.Errorf("the header\n%q\nis not what the file begins with:\n%q", read, b)
		}
		if opens, err := key.FileKey(b); err == nil {
			if !bytes.Equal(read, b) {
				t.Errorf("opened with %d bytes of %d", len(read), len(b))
			}
			if _, err := opens.unwrap(b); err != nil {
				t.Errorf("its own key does not open it: %v", err)
			}
		}
	})
}
