// Command lint is what `go vet -vettool` runs beside vet's own checks: staticcheck's, errorlint, sloglint, and that
// every exported name has a comment which begins with it. Vet keeps what it found of a package that did not change, so
// that a second run takes seconds.
package main

import (
	"slices"

	"github.com/polyfloyd/go-errorlint/errorlint"
	"go-simpler.org/sloglint"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
	"honnef.co/go/tools/analysis/lint"
	"honnef.co/go/tools/simple"
	"honnef.co/go/tools/staticcheck"
	"honnef.co/go/tools/stylecheck"
	"honnef.co/go/tools/unused"
)

// omitted are checks of staticcheck that are not ours, each with the reason.
var omitted = []string{
	"ST1000", // a package's comment may stand in any of its files: TestPackageComments holds that there is one
	"ST1003", // names as in the specifications that they come from (chain_id, vTPM)
}

func main() {
	all := []*analysis.Analyzer{
		errorlint.NewAnalyzer(),
		sloglint.New(&sloglint.Options{NoMixedArguments: true, AttributesOnly: true, StaticMessage: true,
			NoGlobalLogger: "all"}),
		unused.Analyzer.Analyzer,
	}
	for _, of := range [][]*lint.Analyzer{staticcheck.Analyzers, simple.Analyzers, stylecheck.Analyzers} {
		for _, a := range of {
			if !slices.Contains(omitted, a.Analyzer.Name) {
				all = append(all, a.Analyzer)
			}
		}
	}
	unitchecker.Main(all...)
}
