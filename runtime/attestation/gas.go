package attestation

import "github.com/assent-network/assent/tee"

// Prices, from BenchmarkRun: what the slowest input of a kind takes on the machine of docs/operations/benchmarks.md, at
// the gas that the virtual machine spends in the same time on ordinary contracts. docs/design/attestation.md has the
// figures.
const (
	gasCall    = 2_000   // of any call
	gasTDX     = 900_000 // a chain, two lists, two bodies and three more signatures
	gasSNP     = 3_000_000
	gasInspect = 700_000
	gasLocate  = 100_000
	gasByte    = 16 // parsing: of evidence and collateral
)

// RequiredGas implements vm.PrecompiledContract.
func (c *Contract) RequiredGas(input []byte) uint64 {
	gas := gasCall + gasByte*uint64(len(input))
	call, ok := parse(input)
	if !ok {
		return gas
	}
	switch {
	case call.method == methodLocate:
		return gas + gasLocate
	case call.method == methodInspect: // collateral is tried under each root
		return (gas + gasInspect) * uint64(max(1, len(c.roots)))
	case tee.PlatformOf(call.evidence) == tee.SNP:
		return gas + gasSNP
	default:
		return gas + gasTDX
	}
}
