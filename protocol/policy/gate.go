package policy

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
)

// Moments says at which moments a gate is asked, bit by index.
type Moments uint16

// The moments, as the contract IGate numbers them.
const (
	AtPost Moments = 1 << iota
	AtApprove
	AtClaim
	AtRelease
	AtCharge
	AtSeal
	AtFail
	AtVersion
	AtRerun

	allMoments = AtRerun<<1 - 1
)

// String returns the moments' names, separated by commas.
func (m Moments) String() string {
	return named(uint16(m), "post", "approve", "claim", "release", "charge", "seal", "fail", "version", "rerun")
}

// named returns the names of the bits that are set, separated by commas; of one without a name its number.
func named(bits uint16, names ...string) string {
	var set []string
	for i := range 16 {
		switch {
		case bits&(1<<i) == 0:
		case i < len(names):
			set = append(set, names[i])
		default:
			set = append(set, fmt.Sprint(i))
		}
	}
	if len(set) == 0 {
		return "none"
	}
	return strings.Join(set, ",")
}

// Powers says what a gate may do, bit by index.
type Powers uint16

// The powers.
const (
	MayRefuse          Powers = 1 << iota // subjects were promised that it can say no
	MayApprove                            // has a job posted as approved
	MayFixConsentRound                    // of a study's jobs
	MayNameBroker                         // of a study's seat
	MayExcuse                             // an operator
	MayNameBudgetKey                      // has a study's jobs share the budget of their round
	MayFeed                               // appends contests to the feeds

	allPowers = MayFeed<<1 - 1
)

// String returns the powers' names, separated by commas.
func (p Powers) String() string {
	return named(uint16(p), "refuse", "approve", "fix the consent round", "name the broker", "excuse",
		"name the budget key", "feed")
}

// MaxGates is how many gates a policy can have.
const MaxGates = 4

// Gate is a contract that is asked before something happens.
type Gate struct {
	Contract common.Address `json:"contract"`
	Moments  Moments        `json:"moments"`
	Powers   Powers         `json:"powers"`
}

// Word is the gate as the contracts have it: the address, the moments above it and the powers above those.
func (g Gate) Word() common.Hash {
	var w common.Hash
	w[8], w[9] = byte(g.Powers>>8), byte(g.Powers)
	w[10], w[11] = byte(g.Moments>>8), byte(g.Moments)
	copy(w[12:], g.Contract[:])
	return w
}

// MayShareBudget reports whether a gate may have the jobs of a study's round share one amount of budget.
func (m *Means) MayShareBudget() bool {
	return slices.ContainsFunc(m.Gates, func(g Gate) bool {
		return g.Moments&AtRelease != 0 &&
			g.Powers&MayNameBudgetKey != 0
	})
}

// ParseGate reads a word. It validates that there is nothing else in it.
func ParseGate(w common.Hash) (Gate, error) {
	if !bytes.Equal(w[:8], make([]byte, 8)) {
		return Gate{}, fmt.Errorf("policy: %s is not a gate's word: its first eight bytes are not zero", w)
	}
	return Gate{
		Contract: common.Address(w[12:]),
		Moments:  Moments(w[10])<<8 | Moments(w[11]),
		Powers:   Powers(w[8])<<8 | Powers(w[9]),
	}, nil
}

func validateGates(list []Gate) error {
	if len(list) > MaxGates {
		return &FieldError{"gates", fmt.Sprintf("%d gates, at most %d", len(list), MaxGates)}
	}
	seen := map[common.Address]bool{}
	var last common.Hash
	for i, g := range list {
		switch {
		case g.Contract == common.Address{} || seen[g.Contract]:
			return &FieldError{"gates", fmt.Sprintf("gate %d has no contract, or one that is named twice", i)}
		case g.Moments == 0 || g.Moments&^allMoments != 0:
			return &FieldError{"gates", fmt.Sprintf("gate %d has moments %#x, use bits of %#x", i, uint16(g.Moments),
				uint16(allMoments))}
		case g.Powers == 0 || g.Powers&^allPowers != 0:
			return &FieldError{"gates", fmt.Sprintf("gate %d has powers %#x, use bits of %#x", i, uint16(g.Powers),
				uint16(allPowers))}
		}
		word := g.Word()
		if bytes.Compare(last[:], word[:]) >= 0 {
			return &FieldError{"gates",
				fmt.Sprintf("gate %d is not above the one before it; sort by powers, moments and contract", i)}
		}
		seen[g.Contract], last = true, word
	}
	return nil
}

// GateMay reports whether a gate of the policy that is asked at any of the moments has a power.
func (m Means) GateMay(power Powers, moments Moments) bool {
	for _, g := range m.Gates {
		if g.Powers&power != 0 && g.Moments&moments != 0 {
			return true
		}
	}
	return false
}

func findGate(list []Gate, contract common.Address) Gate {
	for _, g := range list {
		if g.Contract == contract {
			return g
		}
	}
	return Gate{}
}

// keepsRefusals reports whether every refusal that the older list promises is still possible under the newer one.
func keepsRefusals(old, next []Gate) bool {
	for _, g := range old {
		if g.Powers&MayRefuse == 0 {
			continue
		}
		now := findGate(next, g.Contract)
		if now.Powers&MayRefuse == 0 || g.Moments&^now.Moments != 0 {
			return false
		}
	}
	return true
}

// addsPowers reports whether the newer list gives any gate more to say than refusals.
func addsPowers(old, next []Gate) bool {
	for _, g := range next {
		given := g.Powers &^ MayRefuse
		if given == 0 {
			continue
		}
		before := findGate(old, g.Contract)
		if given&^before.Powers != 0 || g.Moments&^before.Moments != 0 {
			return true
		}
	}
	return false
}
