package budget

import "fmt"

// Class is the index of a limit in a short list. A grant names one as the largest cumulative budget of the dataset, rho
// and delta, that the person's row may be part of. The list is short so that a grant does not tell one person from
// another.
type Class uint8

// The classes with a meaning of their own.
const (
	NoPrivateUse   Class = 0           // the row takes part in no private release
	UnlimitedClass Class = Classes - 1 // any private release
)

// Classes is how many classes there are.
const Classes = 7

// ClassDelta is the largest cumulative delta of the classes with a limit: 10^-6. Their rho is stated at the same delta,
// so that both together mean twice as much.
const ClassDelta Delta = DeltaUnits / 1_000_000

// limits are the largest rho whose epsilon at delta 10^-6 is 0.5, 1, 2, 4 and 8; a test holds that.
func limits() [Classes]Rho {
	return [Classes]Rho{0, 4_443, 17_468, 67_573, 253_935, 909_706, Unlimited}
}

// Validate reports whether the class is in the list.
func (c Class) Validate() error {
	if c >= Classes {
		return fmt.Errorf("budget: epsilon class %d is not defined, the largest is %d", uint8(c), Classes-1)
	}
	return nil
}

// Limit is the largest cumulative rho of the class; zero for undefined ones.
func (c Class) Limit() Rho {
	if c.Validate() != nil {
		return 0
	}
	return limits()[c]
}

// DeltaLimit is the largest cumulative delta of the class; zero for undefined ones.
func (c Class) DeltaLimit() Delta {
	switch {
	case c.Validate() != nil, c == NoPrivateUse:
		return 0
	case c == UnlimitedClass:
		return UnlimitedDelta
	}
	return ClassDelta
}

// Allows reports whether a row of this class may take part in a private release after which the dataset's cumulative
// budget, open and settled, is total.
func (c Class) Allows(total Cost) bool {
	return c != NoPrivateUse && c.Validate() == nil && total.Rho <= c.Limit() && total.Delta <= c.DeltaLimit()
}

// Words describes the class to the person who chooses it.
func (c Class) Words() string {
	switch c {
	case NoPrivateUse:
		return "no private statistics"
	case UnlimitedClass:
		return "private statistics without a limit of my own"
	}
	if c.Validate() != nil {
		return fmt.Sprintf("an unknown limit (%d)", uint8(c))
	}
	words := [Classes]string{1: "0.5", 2: "1", 3: "2", 4: "4", 5: "8"}
	return fmt.Sprintf("private statistics up to a total epsilon of %s (delta two in a million)", words[c])
}
