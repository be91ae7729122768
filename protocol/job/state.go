package job

import (
	"encoding/json"
	"fmt"
)

// State is where a job stands. The numbers are those of the JobMarket contract.
type State uint8

// The states.
const (
	None      State = iota // unknown to the market
	Posted                 // fee in escrow, waits for the custodian
	Approved               // waits for a worker
	Claimed                // consent round fixed; key perhaps released, and budget spent with it
	Charged                // inputs fixed, budget settled, a revocation is too late
	Sealed                 // receipt and ciphertext recorded, the key that opens it is not
	Done                   // opened, everything paid
	Withheld               // not opened in time: fee given back, bond kept until it is
	Failed                 // ended after a key release without a result
	Cancelled              // ended before a key release, everything given back
	states
)

func names() [states]string {
	return [states]string{"none", "posted", "approved", "claimed", "charged", "sealed", "done", "withheld", "failed",
		"cancelled"}
}

// String returns the state's name.
func (s State) String() string {
	if s >= states {
		return fmt.Sprintf("state(%d)", uint8(s))
	}
	return names()[s]
}

// ParseState reads a name.
func ParseState(name string) (State, error) {
	for i, n := range names() {
		if n == name {
			return State(i), nil
		}
	}
	return None, fmt.Errorf("job: %.20q is no state of a job", name)
}

// MarshalJSON writes the name.
func (s State) MarshalJSON() ([]byte, error) {
	if s >= states {
		return nil, fmt.Errorf("job: state %d is not defined", uint8(s))
	}
	return json.Marshal(s.String())
}

// UnmarshalJSON reads a name.
func (s *State) UnmarshalJSON(data []byte) error {
	var name string
	err := json.Unmarshal(data, &name)
	if err == nil {
		*s, err = ParseState(name)
	}
	return err
}

// Next lists the states that may follow.
func (s State) Next() []State {
	switch s {
	case None:
		return []State{Posted}
	case Posted:
		return []State{Approved, Cancelled}
	case Approved:
		return []State{Posted, Claimed, Cancelled}
	case Claimed: // after the key release approved only for a reason that is public, and failed; posted only before it
		return []State{Posted, Approved, Charged, Failed}
	case Charged:
		return []State{Sealed, Failed}
	case Sealed:
		return []State{Done, Withheld}
	case Withheld:
		return []State{Done}
	}
	return nil
}

// Final reports whether nothing can follow.
func (s State) Final() bool { return s == Done || s == Failed || s == Cancelled }

// HasReceipt reports whether a receipt is on record.
func (s State) HasReceipt() bool { return s == Sealed || s == Done || s == Withheld }

// TransitionError says that a job cannot go from one state to another.
type TransitionError struct{ From, To State }

func (e *TransitionError) Error() string {
	return fmt.Sprintf("job: a job that is %s cannot become %s", e.From, e.To)
}

// Move checks a transition.
func Move(from, to State) error {
	for _, n := range from.Next() {
		if n == to {
			return nil
		}
	}
	return &TransitionError{from, to}
}
