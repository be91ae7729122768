package release_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/assent-network/assent/node/broker/release"
)

// The page of the protocol has a row for each code, in the order of the checks, and says which ones last.
func TestCodesAreOnThePage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "..", "docs", "protocol", "key-release.md"))
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("codes.go")
	if err != nil {
		t.Fatal(err)
	}
	var told, have []string
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z-]+)` \\| .* \\| (yes)? ?\\|$").FindAllStringSubmatch(
		string(page), -1) {
		told = append(told, row[1])
		if lasting := row[2] == "yes"; release.Code(row[1]).Lasting() != lasting {
			t.Errorf("%s: the page says that it lasts: %t", row[1], lasting)
		}
	}
	for _, constant := range regexp.MustCompile(`(?m)^\tCode\w+ +Code = "([a-z-]+)"`).FindAllStringSubmatch(
		string(source), -1) {
		have = append(have, constant[1])
	}
	if len(have) == 0 || !slices.Equal(told, have) {
		t.Errorf("the page has %q, the package %q", told, have)
	}
}

// What no broker says of a key lasts neither.
func TestLasting_otherWords(t *testing.T) {
	for _, code := range []release.Code{"", "released", "round", "Policy"} {
		if code.Lasting() || code.NotInUse() || code.Outdated() {
			t.Errorf("%q means something", code)
		}
	}
}

func TestRefusalIsItsCode(t *testing.T) {
	err := fmt.Errorf("asking for a key: %w", release.Refuse(release.CodeCohort, "%d subjects", 7))
	if !errors.Is(err, release.CodeCohort) || errors.Is(err, release.CodeStopped) {
		t.Error("errors.Is does not tell codes apart")
	}
}
