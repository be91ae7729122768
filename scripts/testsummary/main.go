// Command testsummary reads the output of `go test -json` and prints it for people: one line per package while tests
// run, the whole output of what failed, every skipped test with its reason, and a closing count.
//
// It exits with 1 when a test or a package failed, or when no test ran at all.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
)

func main() { os.Exit(summarise(os.Stdin, os.Stdout)) }

// event is one line of `go test -json` (see `go doc test2json`).
type event struct {
	Action     string
	Package    string
	ImportPath string
	Test       string
	Output     string
	Elapsed    float64
}

// key names one test; an empty test stands for the package itself.
type key struct{ pkg, test string }

func summarise(in io.Reader, out io.Writer) int {
	output := make(map[key][]string)
	var passed, failed int
	var skips []string
	scanner := bufio.NewScanner(in)
	scanner.Buffer(make([]byte, 0, 1<<20), 1<<26)
	for scanner.Scan() {
		var e event
		if json.Unmarshal(scanner.Bytes(), &e) != nil || e.Action == "" {
			fmt.Fprintln(out, scanner.Text()) // a build error is plain text
			continue
		}
		k := key{e.Package, e.Test}
		switch e.Action {
		case "build-output":
			fmt.Fprint(out, e.Output)
		case "build-fail":
			fmt.Fprintf(out, "FAIL  %s does not build\n", e.ImportPath)
			failed++
		case "output":
			output[k] = append(output[k], e.Output)
			if e.Test != "" && strings.Contains(e.Output, ": count: ") { // tests over files say how many cases they ran
				fmt.Fprintf(out, "      %s\n", strings.TrimSpace(e.Output))
			}
		case "pass":
			if e.Test == "" {
				fmt.Fprintf(out, "ok    %s  %.1fs\n", e.Package, e.Elapsed)
			} else {
				passed++
			}
			delete(output, k)
		case "skip":
			if e.Test != "" {
				skips = append(skips, fmt.Sprintf("%s.%s: %s", e.Package, e.Test, reason(output[k])))
			}
			delete(output, k)
		case "fail":
			failed++
			name := e.Package
			if e.Test != "" {
				name += "." + e.Test
			}
			fmt.Fprintf(out, "FAIL  %s\n", name)
			for _, line := range output[k] {
				fmt.Fprint(out, "      "+line)
			}
			delete(output, k)
		}
	}
	if err := scanner.Err(); err != nil {
		fmt.Fprintf(out, "reading test output: %v\n", err)
		return 1
	}
	sort.Strings(skips)
	for _, s := range skips {
		fmt.Fprintln(out, "skip  "+s)
	}
	fmt.Fprintf(out, "%d passed, %d failed, %d skipped\n", passed, failed, len(skips))
	if failed > 0 || passed == 0 {
		return 1
	}
	return 0
}

// reason picks what a skipped test said about itself.
func reason(lines []string) string {
	for _, line := range lines {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "=== ") || strings.HasPrefix(line, "--- ") {
			continue
		}
		if i := strings.Index(line, ".go:"); i >= 0 {
			if j := strings.Index(line[i:], ": "); j >= 0 {
				line = line[i+j+2:]
			}
		}
		return line
	}
	return "no reason given"
}
