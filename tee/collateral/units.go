package collateral

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/tee"
)

// Units are the runs of a container's parts that are renewed together, as they stand in it. What judges a quote is put
// together from the newest of each: those of its platform, of its root and of the issuer of its certificate.
type Units struct {
	Kind byte // 1 Intel, 2 AMD
	// Levels judge platforms. Intel: TCB info and QE identity with their signatures, and the signing certificate. AMD:
	// VCEK and ASK.
	Levels []byte
	// RootList is the revocation list of the root.
	RootList []byte
	// IssuerList is the certificate of the issuer of PCK certificates and its revocation list; no bytes for AMD.
	IssuerList []byte
}

// partsOf says how many parts the units of a kind have.
func partsOf(kind byte) (units [3]int, ok bool) {
	switch kind {
	case KindIntel:
		return [3]int{5, 1, 2}, true
	case KindAMD:
		return [3]int{2, 1, 0}, true
	}
	return units, false
}

// Split divides a container into its units. It reads lengths and nothing else: what the parts hold may still be
// malformed.
func Split(b []byte) (Units, error) {
	if len(b) > MaxSize || len(b) < len(domain)+1 || string(b[:len(domain)]) != domain {
		return Units{}, fmt.Errorf("%w: %d bytes, at most %d, without the domain %q", ErrMalformed, len(b), MaxSize,
			domain)
	}
	u := Units{Kind: b[len(domain)]}
	parts, ok := partsOf(u.Kind)
	if !ok {
		return Units{}, fmt.Errorf("%w: kind %d is not known", ErrMalformed, u.Kind)
	}
	rest := b[len(domain)+1:]
	for i, unit := range []*[]byte{&u.Levels, &u.RootList, &u.IssuerList} {
		end := 0
		for range parts[i] {
			if len(rest)-end < 4 {
				return Units{}, fmt.Errorf("%w: unit %d is cut", ErrMalformed, i)
			}
			n := binary.BigEndian.Uint32(rest[end:])
			if end += 4; n > maxPart || uint64(n) > uint64(len(rest)-end) {
				return Units{}, fmt.Errorf("%w: a part of unit %d has %d bytes, %d left, at most %d", ErrMalformed, i,
					n, len(rest)-end, maxPart)
			}
			end += int(n)
		}
		*unit, rest = rest[:end:end], rest[end:]
	}
	if len(rest) != 0 {
		return Units{}, fmt.Errorf("%w: %d bytes left over", ErrMalformed, len(rest))
	}
	return u, nil
}

// Without returns the units with those absent that are named.
func (u Units) Without(levels, rootList, issuerList bool) Units {
	parts, _ := partsOf(u.Kind)
	for i, unit := range []struct {
		drop bool
		of   *[]byte
	}{{levels, &u.Levels}, {rootList, &u.RootList}, {issuerList, &u.IssuerList}} {
		if unit.drop {
			*unit.of = make([]byte, 4*parts[i])
		}
	}
	return u
}

// HasLists says whether the revocation lists of every issuer in a quote's chain are there.
func (u Units) HasLists() bool {
	none := u.Without(false, true, true)
	return len(u.RootList) > len(none.RootList) && (u.Kind == KindAMD || issuerListAt(u.IssuerList) > 0)
}

// issuerListAt is the length of an issuer's revocation list in its unit, behind the issuer's certificate.
func issuerListAt(unit []byte) uint32 {
	if len(unit) < 8 {
		return 0
	}
	certificate := uint64(binary.BigEndian.Uint32(unit))
	if certificate > uint64(len(unit)-8) {
		return 0
	}
	return binary.BigEndian.Uint32(unit[4+certificate:])
}

// Container is what Split divided.
func (u Units) Container() []byte {
	b := append([]byte(domain), u.Kind)
	b = append(b, u.Levels...)
	b = append(b, u.RootList...)
	return append(b, u.IssuerList...)
}

// LevelsEnd is the offset in the container at which the levels end.
func (u Units) LevelsEnd() int { return len(domain) + 1 + len(u.Levels) }

// RootListEnd is the offset in the container at which the root's list ends.
func (u Units) RootListEnd() int { return u.LevelsEnd() + len(u.RootList) }

// ID names collateral, whichever containers its units came in: the keccak256 of the kind and of the hashes of the
// units.
func (u Units) ID() common.Hash {
	return crypto.Keccak256Hash([]byte{u.Kind}, crypto.Keccak256(u.Levels), crypto.Keccak256(u.RootList),
		crypto.Keccak256(u.IssuerList))
}

// ID names a container; see Units.ID.
func ID(b []byte) (common.Hash, error) {
	u, err := Split(b)
	if err != nil {
		return common.Hash{}, err
	}
	return u.ID(), nil
}

// Place says which collateral judges a quote: the levels of its platform, and the list of the issuer of its
// certificate. The root of the levels says which list of a root goes with them.
type Place struct {
	Levels common.Hash
	Issuer common.Hash // tee.RootID of the issuer's certificate; zero for AMD
}

const levelsDomain = "assent.collateral.levels.v1"

// TDXLevels names the levels of a family of platforms under a root.
func TDXLevels(root common.Hash, fmspc [6]byte, pceid [2]byte) common.Hash {
	return crypto.Keccak256Hash([]byte(levelsDomain), []byte{byte(tee.TDX)}, root[:], fmspc[:], pceid[:])
}

// SNPLevels names the certificates of a chip at a version of its firmware.
func SNPLevels(chip []byte, tcb uint64) common.Hash {
	return crypto.Keccak256Hash([]byte(levelsDomain), []byte{byte(tee.SNP)}, chip,
		binary.BigEndian.AppendUint64(nil, tcb))
}
