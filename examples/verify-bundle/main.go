// Command verify-bundle verifies an audit bundle offline, from a trust root, and says what the job was:
//
//	verify-bundle BUNDLE TRUST_ROOT
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/protocol/trustroot"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: verify-bundle BUNDLE TRUST_ROOT")
	}
	bundle, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	file, err := os.ReadFile(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	root, err := trustroot.Parse(file)
	if err != nil {
		log.Fatal(err)
	}
	report := audit.Verify(bundle, root, audit.Options{})
	for _, c := range report.Checks {
		fmt.Printf("%-8s %s: %s\n", c.Status, c.Name, c.Detail)
	}
	if err := report.Err(); err != nil {
		log.Fatalf("do not rely on this bundle:\n%v", err)
	}
	f := report.Facts
	fmt.Printf("\njob %s: %s for %s, on the data of %d people who consent\n", f.Job, f.Kind, f.Purpose, f.LiveSubjects)
}
