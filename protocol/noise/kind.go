package noise

import "fmt"

// Mechanism is the distribution that noise is drawn from.
type Mechanism uint8

// The two mechanisms. Both satisfy zero-concentrated differential privacy; Laplace also satisfies pure differential
// privacy, at about twice the variance for the same rho.
const (
	Gaussian Mechanism = iota
	Laplace
)

// String returns the mechanism's name as parameters and results spell it.
func (k Mechanism) String() string {
	switch k {
	case Gaussian:
		return "gaussian"
	case Laplace:
		return "laplace"
	default:
		return fmt.Sprintf("mechanism(%d)", uint8(k))
	}
}

// ParseMechanism is the inverse of Kind.String.
func ParseMechanism(s string) (Mechanism, error) {
	switch s {
	case "gaussian":
		return Gaussian, nil
	case "laplace":
		return Laplace, nil
	default:
		return 0, fmt.Errorf("mechanism %q is unknown: use gaussian or laplace", s)
	}
}
