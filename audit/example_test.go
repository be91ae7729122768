package audit_test

import (
	"fmt"
	"log"
	"os"
	"time"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/protocol/trustroot"
)

// recorded reads a bundle of a network that is long gone, and the trust root of that network.
func recorded() ([]byte, trustroot.TrustRoot) {
	bundle, err := os.ReadFile("testdata/demo.bundle")
	if err != nil {
		log.Fatal(err)
	}
	file, err := os.ReadFile("testdata/demo.trust-root.json")
	if err != nil {
		log.Fatal(err)
	}
	root, err := trustroot.Parse(file)
	if err != nil {
		log.Fatal(err)
	}
	return bundle, root
}

// A bundle and a trust root are all that an auditor needs.
func ExampleVerify() {
	bundle, root := recorded()
	report := audit.Verify(bundle, root, audit.Options{})
	f := report.Facts
	fmt.Println("passed:", report.Passed, "complete:", report.Complete)
	fmt.Printf("%s job for %s: %d of %d people consented\n", f.Kind, f.Purpose, f.LiveSubjects, f.Entries)
	fmt.Println("attestation:", f.Attestation)
	// Output:
	// passed: true complete: true
	// fairness job for FAIR: 114 of 120 people consented
	// attestation: tdx, simulated
}

// A clock says how old a bundle is. The verdict does not depend on it.
func ExampleVerify_age() {
	bundle, root := recorded()
	report := audit.Verify(bundle, root, audit.Options{Now: time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)})
	fmt.Println(report.Passed, time.Duration(report.Facts.Age)*time.Second)
	// Output:
	// true 27069h50m49s
}

// Each check says what it found.
func ExampleReport() {
	bundle, root := recorded()
	for _, c := range audit.Verify(bundle, root, audit.Options{}).Checks {
		if c.Name == audit.RuntimeRounds || c.Name == audit.Consent {
			fmt.Printf("%s %s: %s\n", c.Name, c.Status, c.Detail)
		}
	}
	// Output:
	// runtime rounds passed: round 18 is final at height 2434, consent is that of round 14, 2026-11-30T02:09:07Z
	// consent passed: 114 of 120 subjects consented in round 14
}

// A trust root of another network does not lead to the bundle.
func ExampleReport_Failed() {
	bundle, root := recorded()
	root.HeaderHash[0] ^= 1
	fmt.Println(audit.Verify(bundle, root, audit.Options{}).Failed())
	// Output:
	// [light blocks]
}

// Err has the reasons, for programs that only go on with a bundle that holds.
func ExampleReport_Err() {
	bundle, root := recorded()
	fmt.Println(audit.Verify(bundle[:len(bundle)-1], root, audit.Options{}).Err())
	// Output:
	// encoding: audit bundle: the file is damaged, or no bundle
}

// Reports have every check, in this order.
func ExampleNames() {
	for _, n := range audit.Names() {
		fmt.Println(n)
	}
	// Output:
	// encoding
	// receipt signature
	// job
	// light blocks
	// runtime rounds
	// committee
	// storage proofs
	// receipt
	// dataset
	// inputs
	// policy
	// attestation
	// consent
	// budget
}

// A verification looks at quotes with these, unless its options have others.
func ExampleVerifiers() {
	for _, v := range audit.Verifiers() {
		fmt.Println(v.Platform())
	}
	// Output:
	// tdx
	// snp
}
