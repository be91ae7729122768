package budget

import "fmt"

// Class is the index of a limit in a short list. A grant names one as the largest
// cumulative budget of the dataset that the person's row may be part of. The list
// is short so that a grant does not tell one person from another.
type Class uint8

// The classes with a meaning of their own.
const (
	NoPrivateUse   Class = 0           // the row takes part in no private release
	UnlimitedClass Class = Classes - 1 // any private release
)

// Classes is how many classes there are.
const Classes = 7

// limits are the largest rho whose epsilon at delta 10^-6 is 0.5, 1, 2, 4 and 8;
// a test holds that.
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

// Allows reports whether a row of this class may take part in a private release
// after which the dataset's cumulative rho, spent and reserved, is total.
func (c Class) Allows(total Rho) bool {
	return c != NoPrivateUse && c.Validate() == nil && total <= c.Limit()
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
	return fmt.Sprintf("private statistics up to a total epsilon of %s (delta one in a million)", words[c])
}
