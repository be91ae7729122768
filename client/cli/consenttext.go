package cli

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/protocol/policy"
)

// readText reads a file with a consent text in each of its languages.
func readText(path string) (policy.Text, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the consent text: %w", err)
	}
	text, err := policy.ParseText(b)
	if err != nil {
		return nil, fmt.Errorf("reading the consent text in %s: %w", path, err)
	}
	return text, nil
}

// showText shows a person the consent text in their language, if it is the one that the policy promises. Without a file
// it says that nothing was checked: the chain has the hash of the text only.
func (a *App) showText(path, language string, promised common.Hash) error {
	if path == "" {
		if promised == (common.Hash{}) {
			a.Note("the policy names no consent text")
		} else {
			a.Note("the consent text was not checked: get it from the custodian and name it with --text")
		}
		return nil
	}
	text, err := readText(path)
	if err != nil {
		return err
	}
	hash, err := text.Hash()
	if err != nil {
		return err
	}
	if hash != promised {
		return term.Fail(term.ExitVerify,
			"ask the custodian for the text of the policy in effect, in all its languages",
			"%s is not the consent text of the policy: it has hash %s, the policy names %s", path, hash, promised)
	}
	words, ok := text[language]
	if !ok {
		return term.Fail(term.ExitInput, "say in which you read it: --language "+
			strings.Join(slices.Sorted(maps.Keys(text)), ", "), "the consent text is not in language %.40q", language)
	}
	for line := range strings.Lines(words) {
		a.Note("  %s", term.Printable(strings.TrimRight(line, "\r\n")))
	}
	return nil
}
