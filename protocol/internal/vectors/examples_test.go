package vectors_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// worked finds the example of a page: where in the vectors it is from, and what the page shows of it.
var worked = regexp.MustCompile("(?s)\n## Example\n.*?\nFrom `([a-z0-9]+\\.json)`, `([^`]+)`:\n\n```json\n(.*?)```")

// withoutVectors are pages whose format has no file of vectors here: containers that other tests read whole, and rules.
var withoutVectors = []string{
	"README.md", "attestation.md", "audit-bundle.md", "dataset-file.md", "feed.md", "hand-over.md", "key-release.md",
	"parameters-fairness.md", "parameters-query.md", "pins.md", "proof.md", "statistics-result.md",
}

// TestExamplesOfPages: each page on a format with vectors shows one case of them, as it is.
func TestExamplesOfPages(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join("..", "..", "..", "docs", "protocol", "*.md"))
	if err != nil || len(pages) == 0 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	without := map[string]bool{}
	for _, page := range withoutVectors {
		without[page] = true
	}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(page)
		found := worked.FindStringSubmatch(string(text))
		switch {
		case found == nil && without[name]:
			continue
		case found == nil:
			t.Errorf("%s has no example", name)
			continue
		case without[name]:
			t.Errorf("%s has an example: take it off the list of those without", name)
		}
		if err := shows(found[1], found[2], found[3]); err != "" {
			t.Errorf("%s: %s", name, err)
		}
	}
}

// shows says what of an example is not as the vectors have it at a path such as good[0].spec; nothing when all is.
func shows(file, path, example string) string {
	b, err := os.ReadFile(filepath.Join("..", "..", "testdata", file))
	if err != nil {
		return err.Error()
	}
	var at, shown any
	if err := json.Unmarshal(b, &at); err != nil {
		return err.Error()
	}
	if err := json.Unmarshal([]byte(example), &shown); err != nil {
		return err.Error()
	}
	for step := range strings.FieldsFuncSeq(path, func(r rune) bool { return strings.ContainsRune(".[]", r) }) {
		switch v := at.(type) {
		case map[string]any:
			at = v[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(v) {
				return "there is no " + path + " in " + file
			}
			at = v[i]
		}
	}
	if !within(shown, at) {
		return "what it shows is not " + path + " of " + file
	}
	return ""
}

// within reports whether all that is shown is there, member by member; members of the outer value may be left out.
func within(shown, at any) bool {
	outer, ok := shown.(map[string]any)
	of, also := at.(map[string]any)
	if !ok || !also {
		return shown != nil && reflect.DeepEqual(shown, at)
	}
	for name, v := range outer {
		if !reflect.DeepEqual(v, of[name]) {
			return false
		}
	}
	return len(outer) > 0
}

func TestShows(t *testing.T) {
	if err := shows("budget.json", "studyKey", `{"round": 16909060}`); err != "" {
		t.Error(err)
	}
	for path, example := range map[string]string{
		"studyKey": `{"round": 16909061}`, "studyKey.round": `1`, "nothing": `{"round": 16909060}`, "account": `{}`,
		"classes[99]": `{}`,
	} {
		if shows("budget.json", path, example) == "" {
			t.Errorf("%s is taken for %s", example, path)
		}
	}
}
