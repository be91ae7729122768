package assent_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// files returns the paths of the repository's files whose names end in one of the suffixes, generated ones left out. It
// skips the test where the repository is no git checkout, such as in an archive of its sources.
func files(t *testing.T, suffixes ...string) []string {
	t.Helper()
	out, err := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		t.Skipf("git does not list the files of this folder: %v", err)
	}
	var of []string
	for name := range strings.SplitSeq(strings.TrimRight(string(out), "\x00"), "\x00") {
		for _, suffix := range suffixes {
			if strings.HasSuffix(name, suffix) && !strings.Contains(name, "/bindings/") {
				if _, err := os.Lstat(name); err == nil { // what is removed and not yet committed is listed, too
					of = append(of, name)
				}
			}
		}
	}
	if len(of) == 0 {
		t.Fatalf("no file ends in %q", suffixes)
	}
	return of
}

// read returns the text of a file.
func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// lineWidth is how many columns a line of source or prose has at most; a tab counts as four.
const lineWidth = 120

// columns is the width of a line.
func columns(line string) int { return utf8.RuneCountInString(strings.ReplaceAll(line, "\t", "    ")) }

// unbroken are long pieces that no line break may come into: addresses, hashes and links.
var unbroken = regexp.MustCompile(`\S{60,}`)

// data are the lines of a file which hold what must not be broken: raw strings of Go tests, tables and code of pages,
// and Solidity but for its comments, which forge fmt breaks.
func data(t *testing.T, name, text string) map[int]bool {
	t.Helper()
	of := map[int]bool{}
	switch {
	case strings.HasSuffix(name, "_test.go"):
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, text, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if l, ok := n.(*ast.BasicLit); ok && strings.HasPrefix(l.Value, "`") {
				for i := set.Position(l.Pos()).Line; i <= set.Position(l.End()).Line; i++ {
					of[i] = true
				}
			}
			return true
		})
	case strings.HasSuffix(name, ".sol"):
		for i, line := range strings.Split(text, "\n") {
			of[i+1] = !strings.HasPrefix(strings.TrimSpace(line), "//")
		}
	case strings.HasSuffix(name, ".md"):
		fence := false
		for i, line := range strings.Split(text, "\n") {
			trimmed := strings.TrimSpace(line)
			of[i+1] = fence || strings.HasPrefix(trimmed, "|") || strings.HasPrefix(line, "    ")
			fence = fence != strings.HasPrefix(trimmed, "```")
		}
	}
	return of
}

// TestLineWidth: no line of Go, Solidity, shell or prose is wider than lineWidth, unless it holds data, or a hash or a
// link which leaves no place to break it.
func TestLineWidth(t *testing.T) {
	for _, name := range files(t, ".go", ".sol", ".md", ".sh", "Makefile", ".mjs") {
		text := read(t, name)
		held := data(t, name, text)
		for i, line := range strings.Split(text, "\n") {
			if columns(line) > lineWidth && !held[i+1] && !unbroken.MatchString(line) {
				t.Errorf("%s:%d: %d columns, at most %d", name, i+1, columns(line), lineWidth)
			}
		}
	}
}

// riddles are words that make a sentence hard to read: they leave open who acts.
var riddles = regexp.MustCompile(`(?i)\b(whoever|whomever|somebody|nobody|anybody|everybody|to be had)\b`)

// signed is the one text with such a word that stays: wallets sign it as it is (docs/protocol/pseudonym.md).
const signed = "DANGER: Whoever gets this signature"

// TestPlainWords: comments, pages, and what programs say name who acts.
func TestPlainWords(t *testing.T) {
	for _, name := range files(t, ".md", ".sol") {
		text := read(t, name)
		held := data(t, name, text)
		for i, line := range strings.Split(text, "\n") {
			if strings.HasSuffix(name, ".sol") {
				_, line, _ = strings.Cut(line, "//")
			} else if held[i+1] && !strings.HasPrefix(line, "|") {
				continue // a message that is signed is quoted as it is
			}
			if word := riddles.FindString(line); word != "" {
				t.Errorf("%s:%d: %q: say who acts", name, i+1, word)
			}
		}
	}
	for _, name := range files(t, ".go") {
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.HasSuffix(name, "_test.go") {
			ast.Inspect(file, func(n ast.Node) bool {
				if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING && !strings.Contains(l.Value, signed) {
					if word := riddles.FindString(l.Value); word != "" && strings.Contains(l.Value, " ") {
						t.Errorf("%s: %q: say who acts", set.Position(l.Pos()), word)
					}
				}
				return true
			})
		}
		for _, group := range file.Comments {
			for _, c := range group.List {
				if word := riddles.FindString(c.Text); word != "" {
					t.Errorf("%s: %q: say who acts", set.Position(c.Pos()), word)
				}
			}
		}
	}
}

// TestPackageComments: each package says in one comment what it is, beginning with its name.
func TestPackageComments(t *testing.T) {
	said := map[string][]string{} // comments of the package in a folder
	for _, name := range files(t, ".go") {
		folder := path.Dir(name)
		if strings.HasSuffix(name, "_test.go") || folder == "." || strings.Contains(folder, "testdata") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.PackageClauseOnly)
		if err != nil {
			t.Error(err)
			continue
		}
		if ast.IsGenerated(file) {
			continue
		}
		if _, ok := said[folder]; !ok {
			said[folder] = nil
		}
		if text := file.Doc.Text(); text != "" {
			said[folder] = append(said[folder], text)
			want := "Package " + file.Name.Name + " "
			if file.Name.Name == "main" {
				want = "Command " + path.Base(folder) + " "
			}
			named := file.Name.Name == "main" && strings.HasPrefix(strings.ToLower(text), path.Base(folder)+" ")
			if !strings.HasPrefix(text, want) && !named {
				t.Errorf("%s: the package's comment does not begin with %q", name, want)
			}
		}
	}
	for folder, texts := range said {
		if len(texts) != 1 {
			t.Errorf("%s has %d package comments, not one", folder, len(texts))
		}
	}
}

var (
	link    = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	heading = regexp.MustCompile(`(?m)^#+ +(.*)$`)
	code    = regexp.MustCompile("(?s)```.*?```|`[^`\n]*`")
)

// anchor is how forges name a heading in links: small letters, digits, hyphens and underscores, spaces as hyphens.
func anchor(text string) string {
	text = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`).ReplaceAllString(text, "$1")
	var out strings.Builder
	for _, r := range strings.ToLower(strings.TrimSpace(text)) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
			out.WriteRune(r)
		case r == ' ':
			out.WriteByte('-')
		}
	}
	return out.String()
}

// TestLinks: each link from one page to a file or heading of the repository leads there. Addresses on the web are not
// tried: a test has no network.
func TestLinks(t *testing.T) {
	count := 0
	for _, page := range files(t, ".md") {
		text := code.ReplaceAllString(read(t, page), "")
		for _, found := range link.FindAllStringSubmatch(text, -1) {
			to := found[1]
			if strings.Contains(to, "://") || strings.HasPrefix(to, "mailto:") {
				continue
			}
			count++
			name, fragment, _ := strings.Cut(to, "#")
			target := page
			if name != "" {
				target = filepath.Join(filepath.Dir(page), name)
			}
			info, err := os.Stat(target)
			if err != nil {
				t.Errorf("%s: the link to %s leads nowhere", page, to)
				continue
			}
			if fragment == "" || info.IsDir() || !strings.HasSuffix(target, ".md") {
				continue
			}
			var is bool
			for _, h := range heading.FindAllStringSubmatch(read(t, target), -1) {
				is = is || anchor(h[1]) == fragment
			}
			if !is {
				t.Errorf("%s: %s has no heading #%s", page, target, fragment)
			}
		}
	}
	if count == 0 {
		t.Error("no link was followed")
	}
	t.Logf("count: %d links", count)
}

// TestWhitespace: text files end in one line feed, and have no carriage return and no space at the end of a line.
func TestWhitespace(t *testing.T) {
	for _, name := range files(t, ".go", ".sol", ".sh", "Makefile", ".mjs", ".yml", ".toml") {
		text := []byte(read(t, name))
		if len(text) == 0 {
			continue
		}
		ends := bytes.HasSuffix(text, []byte("\n")) && !bytes.HasSuffix(text, []byte("\n\n"))
		if !ends || bytes.ContainsRune(text, '\r') {
			t.Errorf("%s: lines end in a line feed alone, and the file in one", name)
		}
	}
}
