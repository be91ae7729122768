package client

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

// IsContract reports whether an account has code.
func (c *Client) IsContract(ctx context.Context, account common.Address) (bool, error) {
	code, err := c.backend.CodeAt(ctx, account, nil)
	if err != nil {
		return false, fmt.Errorf("reading the code of %s: %w", account, err)
	}
	return len(code) > 0, nil
}
