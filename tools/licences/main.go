// Command licences checks that everything the programs are built from may be used under the repository's own licence:
// Go modules by the text of their licence files, npm packages by what their lock files say. It prints how many it has
// seen.
//
// usage: licences FOLDER, the repository's. Exit code 1 and one line each for what has no licence, or another than
// these.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/go-enry/go-license-detector/v4/licensedb"
	"github.com/go-enry/go-license-detector/v4/licensedb/filer"
)

// allowed are licences under which a program may be linked and given away with its source. LGPL-3.0 is go-ethereum's
// library, whose programs are not part of ours; MPL-2.0 binds the files that have it alone.
var allowed = []string{
	"Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "BSD-3-Clause-LBNL", "ISC", "MPL-2.0", "LGPL-3.0",
	"LGPL-3.0-or-later", "LGPL-3.0-only", "Unlicense", "CC0-1.0", "0BSD", "BlueOak-1.0.0", "Zlib", "Python-2.0",
	"Unicode-DFS-2016", "CC-BY-4.0", "BSD-Source-Code",
}

// read are the licences of what the detector does not recognise, read by a person: modules without their version, and
// packages of npm by their folder.
var read = map[string]string{
	"github.com/cosmos/gogoproto":       "BSD-3-Clause", // preceded by notices
	"github.com/flynn/noise":            "BSD-3-Clause", // preceded by a trademark
	"github.com/holiman/bloomfilter":    "MIT",          // no text in the module; its repository has it
	"github.com/oasisprotocol/safeopen": "Apache-2.0",   // no text in the module; Oasis Core, whose part it is, has it
	"github.com/rcrowley/go-metrics":    "BSD-2-Clause", // with the disclaimer of FreeBSD
	"node_modules/memorystream":         "MIT",          // its file LICENSE; package.json has an older form
	"node_modules/deep-freeze-strict":   "public domain",
}

const notAllowed = "not on the list of licences that may be used, in tools/licences"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: licences FOLDER")
		os.Exit(2)
	}
	bad, err := check(os.Args[1], os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
	for _, line := range bad {
		fmt.Fprintln(os.Stderr, "licences:", line)
	}
	if len(bad) > 0 {
		os.Exit(1)
	}
}

// check returns a line for each module or package that may not be used.
func check(root string, out io.Writer) (bad []string, err error) {
	modules, err := modulesOf(root)
	if err != nil {
		return nil, err
	}
	for name, folder := range modules {
		found, err := licencesIn(folder)
		if err != nil {
			return nil, fmt.Errorf("reading the licence of %s: %w", name, err)
		}
		if readByHand(name) {
			continue
		}
		if !slices.ContainsFunc(found, func(l string) bool { return slices.Contains(allowed, l) }) {
			bad = append(bad, fmt.Sprintf("%s has %q: %s", name, found, notAllowed))
		}
	}
	packages := 0
	locks, err := exec.Command("git", "-C", root, "ls-files", "*package-lock.json").Output()
	if err != nil {
		return nil, fmt.Errorf("listing lock files of npm: %w", err)
	}
	for _, lock := range strings.Fields(string(locks)) {
		of, count, err := inLock(filepath.Join(root, lock))
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", lock, err)
		}
		packages += count
		for _, line := range of {
			bad = append(bad, lock+": "+line)
		}
	}
	sort.Strings(bad)
	fmt.Fprintf(out, "licences: %d Go modules, %d npm packages\n", len(modules), packages)
	return bad, nil
}

// modulesOf returns the folders of the modules that the repository's programs are built from.
func modulesOf(root string) (map[string]string, error) {
	const format = "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}"
	cmd := exec.Command("go", "list", "-deps", "-f", format, "./cmd/...")
	cmd.Dir, cmd.Stderr = root, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("listing modules: %w", err)
	}
	of := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if name, folder, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			of[name] = folder
		}
	}
	if len(of) == 0 {
		return nil, errors.New("listing modules: there is none")
	}
	return of, nil
}

// readByHand reports whether a person has read the licence of a module (with its version) or package.
func readByHand(name string) bool {
	path, _, _ := strings.Cut(name, " ")
	for of := range read {
		if path == of || strings.HasPrefix(path, of+"/v") {
			return true
		}
	}
	return false
}

// likely is from what likeness of its text on a licence counts as found.
const likely = 0.7

// licencesIn returns the licences whose texts are in a module's folder.
func licencesIn(folder string) ([]string, error) {
	files, err := filer.FromDirectory(folder)
	if err != nil {
		return nil, err
	}
	defer files.Close()
	matches, err := licensedb.Detect(files)
	if errors.Is(err, licensedb.ErrNoLicenseFound) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var found []string
	for name, m := range matches {
		if m.Confidence >= likely {
			found = append(found, name)
		}
	}
	sort.Strings(found)
	return found, nil
}

// inLock reads a lock file of npm.
func inLock(file string) (bad []string, count int, err error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, 0, err
	}
	var lock struct {
		Packages map[string]struct {
			License string `json:"license"`
			Link    bool   `json:"link"`
		} `json:"packages"`
	}
	if err := json.NewDecoder(bytes.NewReader(b)).Decode(&lock); err != nil {
		return nil, 0, err
	}
	for name, p := range lock.Packages {
		if name == "" || p.Link || readByHand(name) {
			continue
		}
		count++
		alternatives := strings.FieldsFunc(p.License, func(r rune) bool { return strings.ContainsRune("() ", r) })
		if !slices.ContainsFunc(alternatives, func(l string) bool { return slices.Contains(allowed, l) }) {
			bad = append(bad, fmt.Sprintf("%s has %q: %s", name, p.License, notAllowed))
		}
	}
	return bad, count, nil
}
