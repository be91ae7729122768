package keyring_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/broker/keyring"
)

const cheap = 2 // scrypt work factor: the tests protect nothing

func TestPutGetDestroy(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "keys")
	k, err := keyring.Create(dir, "correct horse", cheap)
	if err != nil {
		t.Fatal(err)
	}
	id := common.HexToHash("0x01")
	e, err := keyring.NewEntry("study", rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if err := k.Put(id, e, false); err != nil {
		t.Fatal(err)
	}
	if err := k.Put(id, e, false); err == nil {
		t.Error("a second Put without replace was accepted")
	}
	again, err := keyring.Open(dir, "correct horse")
	if err != nil {
		t.Fatal(err)
	}
	got, err := again.Get(id)
	if err != nil {
		t.Fatal(err)
	}
	if got.Identity != e.Identity || !bytes.Equal(got.Master, e.Master) || got.Name != "study" {
		t.Error("the entry that came back is not the one that was put")
	}
	if ids, err := again.Datasets(); err != nil || len(ids) != 1 || ids[0] != id {
		t.Errorf("Datasets() = %v, %v", ids, err)
	}
	if err := again.Destroy(id); err != nil {
		t.Fatal(err)
	}
	if _, err := again.Get(id); !errors.Is(err, keyring.ErrNoDataset) {
		t.Errorf("after Destroy Get returned %v, want ErrNoDataset", err)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	if _, err := keyring.Open(dir, "x"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("opening an empty folder: %v, want fs.ErrNotExist", err)
	}
	if _, err := keyring.Create(dir, "", cheap); err == nil {
		t.Error("an empty passphrase was accepted")
	}
	k, err := keyring.Create(dir, "right", cheap)
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range []string{"", "wrong"} {
		if _, err := keyring.Open(dir, wrong); !errors.Is(err, keyring.ErrPassphrase) {
			t.Errorf("opening with passphrase %q: %v, want ErrPassphrase", wrong, err)
		}
	}
	if _, err := keyring.Create(dir, "right", cheap); err == nil {
		t.Error("Create overwrote a keyring")
	}
	id := common.HexToHash("0x02")
	e, err := keyring.NewEntry("n", rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if err := k.Put(id, e, false); err != nil {
		t.Fatal(err)
	}
	// Every flipped byte of a stored key is noticed.
	files, err := filepath.Glob(filepath.Join(dir, "000*.age"))
	if err != nil || len(files) != 1 {
		t.Fatalf("files %v, %v", files, err)
	}
	stored, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(stored); i += 7 {
		bad := bytes.Clone(stored)
		bad[i] ^= 1
		if err := os.WriteFile(files[0], bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := k.Get(id); err == nil {
			t.Fatalf("byte %d of the stored key was flipped and Get did not notice", i)
		}
	}
}

// A holder of the disk can move files, though not read them. The key of one dataset is never taken for another's.
func TestSwappedFilesAreNoticed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "keys")
	k, err := keyring.Create(dir, "right", cheap)
	if err != nil {
		t.Fatal(err)
	}
	strict, lax := common.HexToHash("0x01"), common.HexToHash("0x02")
	for _, id := range []common.Hash{strict, lax} {
		e, err := keyring.NewEntry("n", rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if err := k.Put(id, e, false); err != nil {
			t.Fatal(err)
		}
	}
	file := func(id common.Hash) string { return filepath.Join(dir, id.Hex()[2:]+".age") }
	if err := os.Rename(file(strict), file(lax)); err != nil {
		t.Fatal(err)
	}
	if e, err := k.Get(lax); !errors.Is(err, keyring.ErrSwapped) || e != nil {
		t.Errorf("got %v, %v, want ErrSwapped", e, err)
	}
	if _, err := k.Get(strict); !errors.Is(err, keyring.ErrNoDataset) {
		t.Errorf("got %v, want ErrNoDataset", err)
	}
}

func TestShareIsPerJob(t *testing.T) {
	e, err := keyring.NewEntry("n", bytes.NewReader(make([]byte, keyring.ShareSize)))
	if err != nil {
		t.Fatal(err)
	}
	dataset, job1, job2 := common.HexToHash("0xd"), common.HexToHash("0x1"), common.HexToHash("0x2")
	a, _ := e.Share(dataset, job1)
	again, _ := e.Share(dataset, job1)
	b, _ := e.Share(dataset, job2)
	other, _ := e.Share(job1, dataset)
	if !bytes.Equal(a, again) {
		t.Error("the same job got two shares")
	}
	if bytes.Equal(a, b) || bytes.Equal(a, other) {
		t.Error("two jobs got one share")
	}
}

func TestUseSecretIsPerVersion(t *testing.T) {
	e, err := keyring.NewEntry("n", bytes.NewReader(make([]byte, keyring.ShareSize)))
	if err != nil {
		t.Fatal(err)
	}
	dataset, other := common.HexToHash("0xd"), common.HexToHash("0x1")
	secrets := map[string]string{}
	for _, dataset := range []common.Hash{dataset, other} {
		for version := range uint32(3) {
			secret, err := e.UseSecret(dataset, version)
			again, _ := e.UseSecret(dataset, version)
			if err != nil || !bytes.Equal(secret, again) {
				t.Errorf("version %d: %x and %x, %v", version, secret, again, err)
			}
			secrets[string(secret)] = ""
		}
		share, _ := e.Share(dataset, common.Hash{})
		secrets[string(share)] = ""
	}
	if len(secrets) != 8 {
		t.Errorf("%d secrets, want 8", len(secrets))
	}
}
