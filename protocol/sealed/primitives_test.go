package sealed_test

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/hpke"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"golang.org/x/crypto/sha3"

	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/protocol/sealed"
)

// The tests in this file check what we build on, not ours: HPKE against RFC 9180, and X25519, HKDF, HMAC and AES-GCM
// against Wycheproof.

type hexBytes []byte

func (h *hexBytes) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	var err error
	*h, err = hex.DecodeString(s)
	return err
}

// TestHPKE has crypto/hpke open what a second implementation seals, and compares both with RFC 9180's vectors, for our
// KEM and KDF and every AES.
func TestHPKE(t *testing.T) {
	var cases []struct {
		Mode        uint16   `json:"mode"`
		KEM         uint16   `json:"kem_id"`
		KDF         uint16   `json:"kdf_id"`
		AEAD        uint16   `json:"aead_id"`
		Info        hexBytes `json:"info"`
		IkmE        hexBytes `json:"ikmE"`
		SkRm        hexBytes `json:"skRm"`
		Enc         hexBytes `json:"enc"`
		Encryptions hexBytes `json:"encryptions_accumulated"`
		Exports     hexBytes `json:"exports_accumulated"`
	}
	if err := json.Unmarshal(sharedtest.Read(t, "vectors/hpke/rfc9180.json"), &cases); err != nil {
		t.Fatal(err)
	}
	run, ours := 0, 0
	for _, c := range cases {
		if c.Mode != 0 || c.KEM != 0x0020 || c.KDF != 1 || c.AEAD > 2 {
			continue
		}
		aead, err := hpke.NewAEAD(c.AEAD)
		if err != nil {
			t.Fatal(err)
		}
		k, err := ecdh.X25519().NewPrivateKey(c.SkRm)
		if err != nil {
			t.Fatal(err)
		}
		private, err := hpke.NewDHKEMPrivateKey(k)
		if err != nil {
			t.Fatal(err)
		}
		receiver, err := hpke.NewRecipient(c.Enc, private, hpke.HKDFSHA256(), aead, c.Info)
		if err != nil {
			t.Fatal(err)
		}
		derived, err := hpke.DHKEM(ecdh.X25519()).DeriveKeyPair(c.IkmE)
		if err != nil {
			t.Fatal(err)
		}
		scalar, err := derived.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		ephemeral, err := ecdh.X25519().NewPrivateKey(scalar)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(ephemeral.PublicKey().Bytes(), c.Enc) {
			t.Fatalf("AEAD %d: encapsulated key differs", c.AEAD)
		}
		sender := newReference(t, ephemeral, k.PublicKey(), c.Info, c.AEAD)
		source, sink := sha3.NewShake128(), sha3.NewShake128()
		for range 1000 {
			aad, plaintext := draw(source), draw(source)
			ct := sender.seal(aad, plaintext)
			sink.Write(ct)
			if got, err := receiver.Open(aad, ct); err != nil || !bytes.Equal(got, plaintext) {
				t.Fatalf("AEAD %d: %v", c.AEAD, err)
			}
		}
		if got := read(sink, len(c.Encryptions)); !bytes.Equal(got, c.Encryptions) {
			t.Errorf("AEAD %d: ciphertexts differ from the RFC's", c.AEAD)
		}
		source, sink = sha3.NewShake128(), sha3.NewShake128()
		for n := range 1000 {
			context := draw(source)
			got, err := receiver.Export(string(context), n)
			if err != nil || !bytes.Equal(got, sender.export(t, context, n)) {
				t.Fatalf("AEAD %d, export %d: %v", c.AEAD, n, err)
			}
			sink.Write(got)
		}
		if got := read(sink, len(c.Exports)); !bytes.Equal(got, c.Exports) {
			t.Errorf("AEAD %d: exports differ from the RFC's", c.AEAD)
		}
		run++
		if c.AEAD == 2 {
			ours++
		}
	}
	if ours != 1 {
		t.Error("our suite was not among the cases")
	}
	t.Logf("%d of %d suites run, our own among them, 2000 cases each", run, len(cases))
}

// read takes n bytes from a stream that does not fail.
func read(r io.Reader, n int) []byte {
	b := make([]byte, n)
	if _, err := io.ReadFull(r, b); err != nil {
		panic(err)
	}
	return b
}

// draw takes a length and as many bytes from the vectors' input stream.
func draw(r io.Reader) []byte { return read(r, int(read(r, 1)[0])) }

// TestEnvelopeFromRFC opens envelopes that are put together from the RFC, and the hybrid's draft, alone.
func TestEnvelopeFromRFC(t *testing.T) {
	for _, kem := range kems {
		k := newKey(t, kem)
		ephemeral, err := ecdh.X25519().GenerateKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		enc, shared := encapsulate(t, uint16(kem), ephemeral, k.PublicKey().Bytes()[2:])
		sender := schedule(t, uint16(kem), shared, []byte("assent.sealed.v2/label"), 2)
		env := append(binary.BigEndian.AppendUint16([]byte{2}, uint16(kem)), enc...)
		env = append(env, sender.seal([]byte("context"), []byte("plaintext"))...)
		if got, err := sealed.Open("label", k, []byte("context"), env); err != nil || string(got) != "plaintext" {
			t.Errorf("%s: %q, %v", kem, got, err)
		}
	}
}

func wycheproof[T any](t *testing.T, name string) []struct{ Tests []T } {
	t.Helper()
	var f struct {
		TestGroups []struct{ Tests []T }
	}
	if err := json.Unmarshal(sharedtest.Read(t, "vectors/wycheproof/"+name), &f); err != nil {
		t.Fatal(err)
	}
	return f.TestGroups
}

func TestX25519(t *testing.T) {
	type test struct {
		TcID                    int
		Public, Private, Shared hexBytes
		Result                  string
		Flags                   []string
	}
	n := 0
	for _, g := range wycheproof[test](t, "x25519_test.json") {
		for _, c := range g.Tests {
			n++
			var got []byte
			k, err := ecdh.X25519().NewPrivateKey(c.Private)
			if err == nil {
				var pub *ecdh.PublicKey
				if pub, err = ecdh.X25519().NewPublicKey(c.Public); err == nil {
					got, err = k.ECDH(pub)
				}
			}
			zero := strings.Trim(hex.EncodeToString(c.Shared), "0") == ""
			if (err != nil) != zero || err == nil && !bytes.Equal(got, c.Shared) {
				t.Errorf("case %d (%s %v): %x, %v", c.TcID, c.Result, c.Flags, got, err)
			}
		}
	}
	t.Logf("%d cases run", n)
}

func TestHKDF(t *testing.T) {
	type test struct {
		TcID                 int
		IKM, Salt, Info, OKM hexBytes
		Size                 int
		Result               string
	}
	n := 0
	for _, g := range wycheproof[test](t, "hkdf_sha256_test.json") {
		for _, c := range g.Tests {
			n++
			got, err := hkdf.Key(sha256.New, c.IKM, c.Salt, string(c.Info), c.Size)
			if (err == nil) != (c.Result == "valid") || err == nil && !bytes.Equal(got, c.OKM) {
				t.Errorf("case %d (%s): %v", c.TcID, c.Result, err)
			}
		}
	}
	t.Logf("%d cases run", n)
}

func TestHMAC(t *testing.T) {
	type test struct {
		TcID          int
		Key, Msg, Tag hexBytes
		Result        string
	}
	n := 0
	for _, g := range wycheproof[test](t, "hmac_sha256_test.json") {
		for _, c := range g.Tests {
			n++
			m := hmac.New(sha256.New, c.Key)
			m.Write(c.Msg)
			if ok := hmac.Equal(m.Sum(nil)[:len(c.Tag)], c.Tag); ok != (c.Result == "valid") {
				t.Errorf("case %d (%s)", c.TcID, c.Result)
			}
		}
	}
	t.Logf("%d cases run", n)
}

func TestAESGCM(t *testing.T) {
	type test struct {
		TcID                       int
		Key, IV, AAD, Msg, CT, Tag hexBytes
		Result                     string
	}
	n, skipped := 0, 0
	for _, g := range wycheproof[test](t, "aes_gcm_test.json") {
		for _, c := range g.Tests {
			if len(c.Key) != 32 || len(c.IV) != 12 || len(c.Tag) != 16 {
				skipped++ // HPKE uses no other sizes
				continue
			}
			n++
			block, err := aes.NewCipher(c.Key)
			if err != nil {
				t.Fatal(err)
			}
			aead, err := cipher.NewGCM(block)
			if err != nil {
				t.Fatal(err)
			}
			got, err := aead.Open(nil, c.IV, append(bytes.Clone(c.CT), c.Tag...), c.AAD)
			if (err == nil) != (c.Result == "valid") || err == nil && !bytes.Equal(got, c.Msg) {
				t.Errorf("case %d (%s): %v", c.TcID, c.Result, err)
			}
		}
	}
	t.Logf("%d cases run, %d of other sizes", n, skipped)
}
