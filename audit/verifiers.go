package audit

import (
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/snp"
)

// Verifiers returns the verifiers of quotes of every platform.
func Verifiers() []tee.Verifier { return []tee.Verifier{dcap.Verifier{}, snp.Verifier{}} }
