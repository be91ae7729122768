package audit

import (
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/dcap"
)

// Verifiers returns the quote verifiers of this build. Package tee/snp does not build for browsers, where an audit says
// that it cannot verify quotes of that platform.
func Verifiers() []tee.Verifier { return []tee.Verifier{dcap.Verifier{}} }
