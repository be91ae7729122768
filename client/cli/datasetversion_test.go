package cli

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/cli/term"
)

// A version without its manifest is a failure that says what is on record and what to do.
func TestUnwritten(t *testing.T) {
	id := common.Hash{1}
	if err := unwritten(id, 3, "published", nil); err != nil {
		t.Errorf("without a failure: %v", err)
	}
	err := unwritten(id, 3, "published", fs.ErrPermission)
	var f *term.Failure
	if !errors.As(err, &f) || f.Code == term.ExitOK || !errors.Is(err, fs.ErrPermission) ||
		!strings.Contains(f.Error(), "version 3 of dataset "+id.Hex()+" is on record") ||
		f.Hint != "write it with: assent dataset manifest "+id.Hex()+" published" {
		t.Errorf("%#v", err)
	}
}
