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
	Claimed                // budget reserved, consent round fixed; key perhaps released
	Charged                // inputs fixed, a revocation is too late
	Done                   // receipt recorded, everything paid
	Failed                 // ended after a key release, budget spent
	Cancelled              // ended before a key release, everything given back
	states
)

func names() [states]string {
	return [states]string{"none", "posted", "approved", "claimed", "charged", "done", "failed", "cancelled"}
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
		return []State{Claimed, Cancelled}
	case Claimed: // back to approved, or cancelled, only before the key release; failed only after it
		return []State{Approved, Charged, Failed}
	case Charged:
		return []State{Done, Failed}
	}
	return nil
}

// Final reports whether nothing can follow.
func (s State) Final() bool { return s == Done || s == Failed || s == Cancelled }

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
