package localnet

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os/exec"
	"strings"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/version"

	"github.com/assent-network/assent/localnet/accounts"
	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/runtime/bundle"
	runtimegenesis "github.com/assent-network/assent/runtime/genesis"
)

// bundleInfo describes the runtime bundle of a network.
type bundleInfo struct {
	version  version.Version
	checksum []byte
	// digest is the hash of the program before the network's genesis was put into it.
	digest string
}

// makeBundle writes the bundle that the nodes run: the runtime program with the attestation roots and the first
// balances.
func makeBundle(ctx context.Context, program, out string, id common.Namespace, roots []hexutil.Bytes,
	funded []accounts.Account, balance *big.Int) (*bundleInfo, error) {
	v, err := runtimeVersion(ctx, program)
	if err != nil {
		return nil, err
	}
	each, err := amount.FromBig(balance)
	if err != nil {
		return nil, fmt.Errorf("a balance of %s: %w", balance, err)
	}
	draft := runtimegenesis.Default("localnet", ChainID)
	draft.TEERoots = roots
	for _, a := range funded {
		draft.Balances[strings.ToLower(a.Address.Hex())] = each
	}
	document, err := runtimegenesis.New(draft)
	if err != nil {
		return nil, err
	}
	digest, err := fileDigest(program)
	if err != nil {
		return nil, fmt.Errorf("reading the runtime: %w", err)
	}
	checksum, err := bundle.BuildFile(out, program,
		bundle.Config{Name: "assent", RuntimeID: id, Version: v, Genesis: document})
	if err != nil {
		return nil, err
	}
	return &bundleInfo{version: v, checksum: checksum[:], digest: digest}, nil
}

// runtimeVersion asks the program itself: it may be of another build than this one.
func runtimeVersion(ctx context.Context, program string) (version.Version, error) {
	out, err := exec.CommandContext(ctx, program, "--version").Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			err = fmt.Errorf("%w: %s", err, strings.TrimSpace(string(exit.Stderr)))
		}
		return version.Version{}, fmt.Errorf("asking %s for its version: %w", program, err)
	}
	v, err := version.FromString(strings.TrimSpace(string(out)))
	if err != nil {
		return version.Version{}, fmt.Errorf("asking %s for its version: it says %.40q: %w", program, out, err)
	}
	return v, nil
}
