package main_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/assent-network/assent/client/cli"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/localnet/command"
)

// told is a line that tells people to run a command, and where it is.
type told struct{ at, line string }

// toldBySource are the lines of the string literals of Go files that name a command.
func toldBySource(t *testing.T, dir string) (all []told) {
	t.Helper()
	files := token.NewFileSet()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, "internal/vectors") {
			return fs.SkipDir // names of keys for tests
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(text) {
				all = append(all, told{files.Position(lit.Pos()).String(), line})
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// toldByDocs are the lines of pages that name a command: lines of code, and code within a line.
func toldByDocs(t *testing.T, paths ...string) (all []told) {
	t.Helper()
	code := regexp.MustCompile("`[^`]*`")
	for _, root := range paths {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".md") {
				return err
			}
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for line := range strings.Lines(string(b)) {
				if strings.HasPrefix(line, "    ") {
					all = append(all, told{path, line})
					continue
				}
				for _, c := range code.FindAllString(line, -1) {
					all = append(all, told{path, strings.Trim(c, "`")})
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

var (
	call = regexp.MustCompile(`\bassent ([a-z][^\n]*)`)
	word = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)
	flag = regexp.MustCompile(`^--[a-z][a-z-]*`)
)

// resolve follows the words of a call to its command, and returns what is wrong with them; nothing for a text that is
// no call.
func resolve(root *cobra.Command, words []string) string {
	cmd := root
	for len(words) > 0 {
		name := strings.Trim(words[0], ".,;:()\"'`")
		next, _, err := cmd.Find([]string{name})
		if err != nil || next == cmd {
			if cmd == root && !word.MatchString(name) {
				return ""
			}
			if cmd.HasSubCommands() && word.MatchString(name) && !strings.HasPrefix(words[0], "-") && cmd != root {
				return strconv.Quote(cmd.CommandPath()) + " has no command " + name
			}
			break
		}
		ends := strings.ContainsAny(words[0][len(words[0])-1:], ".,;:)")
		cmd, words = next, words[1:]
		if ends {
			return ""
		}
	}
	if cmd == root {
		return "there is no command " + words[0]
	}
	cmd.InitDefaultHelpFlag()
	for _, w := range words {
		if name := flag.FindString(w); name != "" && lookup(cmd, name[2:]) == nil {
			return strconv.Quote(cmd.CommandPath()) + " has no flag " + name
		}
		if w == "|" || strings.ContainsAny(w[len(w)-1:], ".,;:)") {
			break
		}
	}
	return ""
}

func lookup(cmd *cobra.Command, name string) *pflag.Flag {
	if f := cmd.Flags().Lookup(name); f != nil {
		return f
	}
	return cmd.InheritedFlags().Lookup(name)
}

// Every command that a message, a help text or a page tells people to run is there, with its flags.
func TestHintsNameCommands(t *testing.T) {
	term := &term.Terminal{In: strings.NewReader(""), Out: &bytes.Buffer{}, Err: &bytes.Buffer{},
		Getenv: func(string) string { return "" }}
	root := cli.New(term, command.Localnet, command.Demo, command.Bench)
	for text, wrong := range map[string]string{
		"job show tells": "",
		"consent show DATASET --pseudonym PSEUDONYM": "",
		"dataset --help":                  "",
		"audit bundle JOB -o x, --base y": "",
		"jobs show":                       "there is no command jobs",
		"job look JOB":                    `"assent job" has no command look`,
		"job show JOB --who":              `"assent job show" has no flag --who`,
	} {
		if got := resolve(root, strings.Fields(text)); got != wrong {
			t.Errorf("assent %s: %q, want %q", text, got, wrong)
		}
	}
	lines := toldByDocs(t, "../../README.md", "../../docs")
	for _, dir := range []string{"../../client", "../../node", "../../protocol", "../../localnet/command", "../../tee",
		"../../contracts/solidity"} {
		lines = append(lines, toldBySource(t, dir)...)
	}
	found := 0
	for _, l := range lines {
		for _, m := range call.FindAllStringSubmatch(l.line, -1) {
			found++
			if wrong := resolve(root, strings.Fields(m[1])); wrong != "" {
				t.Errorf("%s: %s: %q", l.at, wrong, strings.TrimSpace(l.line))
			}
		}
	}
	if found < 100 {
		t.Fatalf("%d commands are named", found)
	}
	t.Logf("%d commands are named", found)
}
