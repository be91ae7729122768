// Package paratime puts the modules of the Assent ParaTime together.
package paratime

import (
	"github.com/oasisprotocol/oasis-core/go/common/version"

	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/modules/accounts"
	"github.com/assent-network/assent/runtime/modules/consensusaccounts"
	"github.com/assent-network/assent/runtime/modules/core"
	"github.com/assent-network/assent/runtime/modules/evm"
)

// Version is the version of the runtime. The deployment in the runtime's descriptor must name it.
var Version = version.Version{Major: 0, Minor: 1, Patch: 0}

// New returns the runtime for the chain. The order of the modules is that of their hooks.
func New(doc *genesis.Document) (*modules.Set, error) {
	return modules.NewSet(Version,
		core.New(doc),
		accounts.New(doc),
		consensusaccounts.New(),
		evm.New(doc),
	)
}
