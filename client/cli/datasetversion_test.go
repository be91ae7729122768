package cli

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/publish"
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

func TestTableFiles(t *testing.T) {
	got, err := tableFiles([]string{"people=p.csv", "visits=v.csv"}, []string{"visits=v.json", "people=p.json"},
		[]string{"people=m.csv"})
	want := []publish.Table{
		{Name: "people", CSV: "p.csv", Schema: "p.json", Mock: "m.csv"},
		{Name: "visits", CSV: "v.csv", Schema: "v.json"},
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	for name, c := range map[string][3][]string{
		"two files of a table":         {{"p=1.csv", "p=2.csv"}, {"p=p.json"}, nil},
		"two files without a name":     {{"1.csv", "2.csv"}, {"p.json"}, nil},
		"two schemas of a table":       {{"p=1.csv"}, {"p=1.json", "p=2.json"}, nil},
		"two mocks of a table":         {{"p=1.csv"}, {"p=1.json"}, {"p=1.csv", "p=2.csv"}},
		"a schema of no table":         {{"p=1.csv"}, {"p=1.json", "q=2.json"}, nil},
		"a table that has no schema":   {{"p=1.csv"}, nil, nil},
		"a schema file without a name": {{"p=1.csv"}, {"1.json"}, nil},
	} {
		if got, err := tableFiles(c[0], c[1], c[2]); err == nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
