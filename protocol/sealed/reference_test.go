package sealed_test

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"testing"
)

// reference is the sending side of RFC 9180 in base mode for DHKEM(X25519,
// HKDF-SHA256), HKDF-SHA256 and AES-GCM, written from the RFC's sections 4.1 and 5.
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
	kem := []byte{'K', 'E', 'M', 0x00, 0x20}
	dh, err := ephemeral.ECDH(to)
	if err != nil {
		t.Fatal(err)
	}
	enc := ephemeral.PublicKey().Bytes()
	prk := labeledExtract(t, kem, nil, "eae_prk", dh)
	shared := labeledExpand(t, kem, prk, "shared_secret", append(bytes.Clone(enc), to.Bytes()...), 32)

	suite := binary.BigEndian.AppendUint16([]byte{'H', 'P', 'K', 'E', 0x00, 0x20, 0x00, 0x01}, aead)
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
