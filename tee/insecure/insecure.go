// Package insecure attests on machines without a TEE. It protects nothing: the machine's operator can read its memory.
// It exists so that everything above it runs the same code as on hardware.
//
// Its quotes are those of Intel TDX, version 4, in every byte but for who vouches for them: a root of the network's own
// signs the PCK CA, the signer of collateral and revocation lists, as Intel's root does. So package tee/dcap verifies
// them, with that root in place of Intel's. The root is random, is kept on the machine that made it, and is no
// vendor's: every claim says "simulated", and a network that does not name the root refuses it.
package insecure

import (
	"crypto/sha256"

	"github.com/assent-network/assent/tee"
)

const registerSize = 48

// Measurement holds the registers that the issuer claims.
type Measurement struct {
	MRTD [registerSize]byte
	RTMR [4][registerSize]byte
}

// ID is the hash that policies name. A TD on hardware with the same registers has the same one.
func (m Measurement) ID() [32]byte {
	return tee.MeasurementOf(tee.TDX, m.MRTD[:], m.RTMR[0][:], m.RTMR[1][:], m.RTMR[2][:], m.RTMR[3][:])
}

// Platform is the machine that is simulated: what its PCK certificate, quoting enclave and TDX module say.
type Platform struct {
	FMSPC  [6]byte
	PCEID  [2]byte
	SVN    [16]uint8 // SGX TCB components
	PCESVN uint16
	QESVN  uint16
	// TEETCBSVN are the TDX TCB components; the first two are security version and version of the TDX module.
	TEETCBSVN [16]byte
}

// Simulated is the platform of NewIssuer, which Root.Collateral finds up to date.
func Simulated() Platform {
	return Platform{
		FMSPC: [6]byte([]byte("ASSENT")), SVN: [16]uint8{2, 2, 2, 2, 2, 2, 2, 2}, PCESVN: 13, QESVN: 4,
		TEETCBSVN: [16]byte{3, 1, 2},
	}
}

// The quoting enclave, as its identity names it.
const (
	qeProductID  = 2
	qeFlags      = 0x15 // INIT, MODE64BIT, PROVISION_KEY
	qeXFRM       = 0xe7
	qeAuthLength = 32
)

func qeSigner() [32]byte { return sha256.Sum256([]byte("assent.insecure.qe-signer.v2")) }
