package layout

import (
	"crypto/sha512"
	"encoding/hex"
)

// ethAddressContext separates accounts derived from Ethereum addresses from all other accounts of the SDK.
const ethAddressContext = "oasis-runtime-sdk/address: secp256k1eth"

// addressVersion is the only version of addresses there is.
const addressVersion = 0

// AccountAddress is an address of the accounts module: a version byte and 20 bytes of a hash.
type AccountAddress [21]byte

// String returns the address in plain hexadecimal.
func (a AccountAddress) String() string { return hex.EncodeToString(a[:]) }

// AccountOf returns the account that holds the nonce and the balances of an Ethereum address: version ‖
// SHA-512/256(context ‖ version ‖ address)[:20]. It is what the SDK derives for a secp256k1eth public key, too, because
// that key is hashed to its Ethereum address first.
func AccountOf(addr Address) AccountAddress {
	var buf [len(ethAddressContext) + 1 + len(addr)]byte
	copy(buf[:], ethAddressContext)
	buf[len(ethAddressContext)] = addressVersion
	copy(buf[len(ethAddressContext)+1:], addr[:])
	sum := sha512.Sum512_256(buf[:])

	var out AccountAddress
	out[0] = addressVersion
	copy(out[1:], sum[:20])
	return out
}
