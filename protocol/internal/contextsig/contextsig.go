// Package contextsig verifies the Ed25519 signatures of Oasis nodes, which sign the hash of a context and a message.
package contextsig

import (
	"crypto/sha512"

	"github.com/oasisprotocol/curve25519-voi/primitives/ed25519"
)

// options are oasis-core's, so that a verifier accepts exactly the signatures that the network accepts.
var options = &ed25519.Options{Verify: &ed25519.VerifyOptions{AllowNonCanonicalA: true, AllowNonCanonicalR: true}}

// Verify reports whether signature is that of key over message in a context.
func Verify(key *[ed25519.PublicKeySize]byte, context string, message []byte,
	signature *[ed25519.SignatureSize]byte) bool {
	h := sha512.New512_256()
	_, _ = h.Write([]byte(context))
	_, _ = h.Write(message)
	return ed25519.VerifyWithOptions(key[:], h.Sum(nil), signature[:], options)
}
