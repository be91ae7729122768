package keyfile_test

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assent-network/assent/client/cli/keyfile"
	"github.com/assent-network/assent/protocol/sealed"
)

func TestNewThenLoad(t *testing.T) {
	for _, passphrase := range []string{"", "correct horse"} {
		path := filepath.Join(t.TempDir(), "deep", "key")
		key, err := keyfile.New(path, passphrase, rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		got, err := keyfile.Load(path, passphrase)
		if err != nil {
			t.Fatal(err)
		}
		if !got.Equal(key) {
			t.Error("the key that came back is another")
		}
		if _, err := keyfile.New(path, passphrase, rand.Reader); err == nil ||
			!strings.Contains(err.Error(), "exists already") {
			t.Errorf("a key file was replaced: %v", err)
		}
		if passphrase != "" {
			if _, err := keyfile.Load(path, "wrong"); !errors.Is(err, keyfile.ErrPassphrase) {
				t.Errorf("a wrong passphrase: %v, want ErrPassphrase", err)
			}
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		mode    os.FileMode
		want    string
	}{
		"readable by others": {strings.Repeat("11", 32), 0o644, "chmod 600"},
		"short":              {"1122", 0o600, "64 hexadecimal digits"},
		"not hex":            {strings.Repeat("zz", 32), 0o600, "64 hexadecimal digits"},
		"zero":               {strings.Repeat("00", 32), 0o600, "secp256k1"},
		"broken JSON":        {"{", 0o600, "reading key file"},
	} {
		path := filepath.Join(t.TempDir(), "key")
		if err := os.WriteFile(path, []byte(c.content), c.mode); err != nil {
			t.Fatal(err)
		}
		_, err := keyfile.Load(path, "")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want it to say %q", name, err, c.want)
		}
	}
}

// A key for results keeps its KEM, and no other kind of key is taken for one.
func TestResultKeys(t *testing.T) {
	for _, kem := range []sealed.KEM{sealed.MLKEM768X25519, sealed.X25519} {
		path := filepath.Join(t.TempDir(), "deep", "result.key")
		key, err := keyfile.NewResult(path, kem, rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		got, err := keyfile.LoadResult(path)
		if err != nil || got.KEM() != kem || got.PublicKey().Commitment() != key.PublicKey().Commitment() {
			t.Errorf("a key of KEM %s came back as %s of %s, %v", kem, got.PublicKey().Commitment(), got.KEM(), err)
		}
		if _, err := keyfile.NewResult(path, kem, rand.Reader); err == nil || !strings.Contains(err.Error(),
			"exists already") {
			t.Errorf("a key file was replaced: %v", err)
		}
		if _, err := keyfile.Load(path, ""); err == nil {
			t.Error("a key for results was read as one that signs")
		}
	}
	for name, c := range map[string]struct{ content, want string }{
		"one that signs":          {strings.Repeat("11", 32), "no key for results"},
		"a KEM that is not used":  {"P-256 " + strings.Repeat("11", 32), "KEM"},
		"short":                   {"X25519 1122", "64 hexadecimal digits"},
		"not hex":                 {"MLKEM768-X25519 " + strings.Repeat("zz", 32), "64 hexadecimal digits"},
		"nothing behind its name": {"X25519", "no key for results"},
	} {
		path := filepath.Join(t.TempDir(), "key")
		if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := keyfile.LoadResult(path); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want it to say %q", name, err, c.want)
		}
	}
}

// A key file that is missing comes with the command that makes one of its kind.
func TestMissingFilesNameTheirCommand(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.key")
	_, err := keyfile.Load(path, "")
	if err == nil || !strings.HasSuffix(err.Error(), "assent key new "+path) {
		t.Errorf("a key: %v", err)
	}
	if _, err = keyfile.LoadResult(path); err == nil ||
		!strings.HasSuffix(err.Error(), "assent key new --result "+path) {
		t.Errorf("a key for results: %v", err)
	}
}
