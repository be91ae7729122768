package sealed_test

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/hkdf"
	"crypto/mlkem"
	"crypto/sha256"
	"crypto/sha3"
	"encoding/binary"
	"testing"
)

// reference is the sending side of RFC 9180 in base mode for DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-GCM,
// written from the RFC's sections 4.1 and 5.
type reference struct {
	aead     cipher.AEAD
	base     []byte
	exporter []byte
	seq      uint64
	suite    []byte
}

func labeledExtract(t testing.TB, suite, salt []byte, label string, ikm []byte) []byte {
	t.Helper()
	in := append(append(append([]byte("HPKE-v1"), suite...), label...), ikm...)
	out, err := hkdf.Extract(sha256.New, in, salt)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func labeledExpand(t testing.TB, suite, prk []byte, label string, info []byte, n int) []byte {
	t.Helper()
	in := binary.BigEndian.AppendUint16(nil, uint16(n))
	in = append(append(append(append(in, "HPKE-v1"...), suite...), label...), info...)
	out, err := hkdf.Expand(sha256.New, prk, string(in), n)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func newReference(t testing.TB, ephemeral *ecdh.PrivateKey, to *ecdh.PublicKey, info []byte, aead uint16) *reference {
	t.Helper()
	_, shared := encapsulate(t, 0x0020, ephemeral, to.Bytes())
	return schedule(t, 0x0020, shared, info, aead)
}

// encapsulate is the sending side of a KEM. The hybrid is that of draft-ietf-hpke-pq, which is X-Wing
// (draft-connolly-cfrg-xwing-kem, section 5.4).
func encapsulate(t testing.TB, id uint16, ephemeral *ecdh.PrivateKey, to []byte) (enc, shared []byte) {
	t.Helper()
	point, err := ecdh.X25519().NewPublicKey(to[len(to)-32:])
	if err != nil {
		t.Fatal(err)
	}
	dh, err := ephemeral.ECDH(point)
	if err != nil {
		t.Fatal(err)
	}
	enc = ephemeral.PublicKey().Bytes()
	if id == 0x0020 {
		kem := []byte{'K', 'E', 'M', 0x00, 0x20}
		prk := labeledExtract(t, kem, nil, "eae_prk", dh)
		return enc, labeledExpand(t, kem, prk, "shared_secret", append(bytes.Clone(enc), to...), 32)
	}
	lattice, err := mlkem.NewEncapsulationKey768(to[:len(to)-32])
	if err != nil {
		t.Fatal(err)
	}
	secret, ciphertext := lattice.Encapsulate()
	h := sha3.New256()
	for _, part := range [][]byte{secret, dh, enc, to[len(to)-32:], []byte(`\.//^\`)} {
		h.Write(part)
	}
	return append(ciphertext, enc...), h.Sum(nil)
}

// schedule is the key schedule.
func schedule(t testing.TB, kem uint16, shared, info []byte, aead uint16) *reference {
	t.Helper()
	suite := binary.BigEndian.AppendUint16([]byte("HPKE"), kem)
	suite = binary.BigEndian.AppendUint16(append(suite, 0x00, 0x01), aead)
	context := append([]byte{0}, labeledExtract(t, suite, nil, "psk_id_hash", nil)...)
	context = append(context, labeledExtract(t, suite, nil, "info_hash", info)...)
	secret := labeledExtract(t, suite, shared, "secret", nil)
	size := 16
	if aead == 2 {
		size = 32
	}
	block, err := aes.NewCipher(labeledExpand(t, suite, secret, "key", context, size))
	if err != nil {
		t.Fatal(err)
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		t.Fatal(err)
	}
	return &reference{aead: gcm, base: labeledExpand(t, suite, secret, "base_nonce", context, 12),
		exporter: labeledExpand(t, suite, secret, "exp", context, 32), suite: suite}
}

func (r *reference) seal(aad, plaintext []byte) []byte {
	nonce := bytes.Clone(r.base)
	for i := range 8 {
		nonce[4+i] ^= byte(r.seq >> (56 - 8*i))
	}
	r.seq++
	return r.aead.Seal(nil, nonce, plaintext, aad)
}

func (r *reference) export(t testing.TB, context []byte, n int) []byte {
	t.Helper()
	return labeledExpand(t, r.suite, r.exporter, "sec", context, n)
}
