// Command lint is what `go vet -vettool` runs beside vet's own checks: staticcheck's, errorlint, sloglint, and that a
// comment on an exported name begins with it. Vet keeps what it found of a package that did not change, so that a
// second run takes seconds.
//
// A comment `//nolint:NAME // reason` on a line, or alone on the line above, takes what the analyzer with that name
// finds there as looked at; staticcheck stands for all of its checks.
package main

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/polyfloyd/go-errorlint/errorlint"
	"go-simpler.org/sloglint"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
	"honnef.co/go/tools/analysis/lint"
	"honnef.co/go/tools/simple"
	"honnef.co/go/tools/staticcheck"
	"honnef.co/go/tools/stylecheck"
)

// omitted are checks of staticcheck that are not ours, each with the reason.
var omitted = []string{
	"ST1000", // a package's comment may stand in any of its files: TestPackageComments holds that there is one
	"ST1003", // names as in the specifications that they come from (chain_id, vTPM)
}

func main() {
	all := []*analysis.Analyzer{
		watch(errorlint.NewAnalyzer(), "errorlint", inTests), // tests compare with the very errors that they made
		watch(sloglint.New(&sloglint.Options{NoMixedArguments: true, AttributesOnly: true, StaticMessage: true,
			NoGlobalLogger: "all"}), "sloglint", nowhere),
	}
	for _, of := range [][]*lint.Analyzer{staticcheck.Analyzers, simple.Analyzers, stylecheck.Analyzers} {
		for _, a := range of {
			if !slices.Contains(omitted, a.Analyzer.Name) {
				all = append(all, watch(a.Analyzer, "staticcheck", nowhere))
			}
		}
	}
	unitchecker.Main(all...)
}

func inTests(file string) bool { return strings.HasSuffix(file, "_test.go") }
func nowhere(string) bool      { return false }

// watch returns an analyzer that reports what another one finds, unless it is in a file that is let through, or its
// line says that it was looked at.
func watch(a *analysis.Analyzer, name string, through func(file string) bool) *analysis.Analyzer {
	watched := *a
	watched.Run = func(pass *analysis.Pass) (any, error) {
		seen := lookedAt(pass.Fset, pass.Files, name)
		generated := map[string]bool{}
		for _, f := range pass.Files {
			generated[pass.Fset.Position(f.Pos()).Filename] = ast.IsGenerated(f)
		}
		quiet := *pass
		quiet.Report = func(d analysis.Diagnostic) {
			if at := pass.Fset.Position(d.Pos); !generated[at.Filename] && !through(at.Filename) &&
				!seen[line{at.Filename, at.Line}] {
				pass.Report(d)
			}
		}
		return a.Run(&quiet)
	}
	return &watched
}

type line struct {
	file   string
	number int
}

// lookedAt are the lines that a comment takes as looked at by the analyzer with a name: its own, and the next.
func lookedAt(set *token.FileSet, files []*ast.File, name string) map[line]bool {
	of := map[line]bool{}
	for _, f := range files {
		trails := map[int]bool{} // lines that have code
		ast.Inspect(f, func(n ast.Node) bool {
			switch n.(type) {
			case nil, *ast.Comment, *ast.CommentGroup:
				return false
			}
			trails[set.Position(n.Pos()).Line] = true
			return true
		})
		for _, group := range f.Comments {
			for _, c := range group.List {
				if !strings.HasPrefix(c.Text, "//nolint:"+name) {
					continue
				}
				at := set.Position(c.Pos())
				of[line{at.Filename, at.Line}] = true
				if !trails[at.Line] {
					of[line{at.Filename, at.Line + 1}] = true
				}
			}
		}
	}
	return of
}
