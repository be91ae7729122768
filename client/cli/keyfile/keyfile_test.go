package keyfile_test

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assent-network/assent/client/cli/keyfile"
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
		if _, err := keyfile.New(path, passphrase, rand.Reader); err == nil || !strings.Contains(err.Error(), "exists already") {
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
