package cli

import (
	"context"

	"github.com/assent-network/assent/chain/network"
)

// nameGateway names a gateway in the network file, as the one that the commands of the network use: when that is asked
// for, and when the file names none, or one that does not answer. Otherwise it returns the URL of the one that stays.
func nameGateway(ctx context.Context, dir, url string, asked bool) (stays string, err error) {
	err = network.Update(dir, func(f *network.File) error {
		if !asked && f.Gateway != "" && f.Gateway != url && dials(ctx, f.Gateway) == nil {
			stays = f.Gateway
			return nil
		}
		f.Gateway = url
		return nil
	})
	return stays, err
}
