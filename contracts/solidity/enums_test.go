package solidity

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"
)

// TestEnumsHaveTheirWords reads the enums of the interfaces: each one that is an argument of an error has as many words
// as members, and they are those, but for capitals and spaces.
func TestEnumsHaveTheirWords(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "src", "interfaces", "*.sol"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	enums := map[string][]string{}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := regexp.MustCompile(`(?m)//.*$`).ReplaceAllString(string(source), "")
		for _, m := range regexp.MustCompile(`enum (\w+) \{([^}]*)\}`).FindAllStringSubmatch(text, -1) {
			enum := strings.TrimSuffix(filepath.Base(file), ".sol") + "." + m[1]
			for member := range strings.SplitSeq(m[2], ",") {
				enums[enum] = append(enums[enum], strings.TrimSpace(member))
			}
		}
	}
	source, err := os.ReadFile("names.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(`"uint8", "([\w.]+)"\}`).FindAllStringSubmatch(string(source), -1) {
		members, words := enums[m[1]], membersOf(m[1])
		seen[m[1]] = true
		if len(members) == 0 || len(words) != len(members) {
			t.Errorf("%s has the members %q, and the words %q", m[1], members, words)
			continue
		}
		for i, word := range words {
			if !strings.HasPrefix(strings.ToLower(strings.ReplaceAll(word, " ", "")), strings.ToLower(members[i])) {
				t.Errorf("%s: member %d is %s, its word %q", m[1], i, members[i], word)
			}
		}
	}
	if len(seen) < 6 {
		t.Errorf("%d enums are arguments of errors", len(seen))
	}
	// A member that a newer contract may have is shown by its number.
	selector := [4]byte(crypto.Keccak256([]byte("JobPolicyRefuses(uint8)"))[:4])
	newer := append(selector[:], make([]byte, 32)...)
	newer[len(newer)-1] = 200
	if got := DecodeError(newer).Error(); got != "JobPolicyRefuses: rule 200" {
		t.Errorf("an unknown rule is %q", got)
	}
}
