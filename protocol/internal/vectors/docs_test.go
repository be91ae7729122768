package vectors_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/pseudonym"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/use"
	"github.com/assent-network/assent/protocol/worker"
)

// TestDocs holds that the pages say what the code does, where both have the words.
func TestDocs(t *testing.T) {
	pages := map[string][]string{
		"grant.md":   {grant.Type, grant.TicketType, grant.RotationType},
		"dataset.md": {dataset.VersionType, dataset.MembershipType, dataset.ManifestFormat},
		"policy.md":  {policy.Type},
		"use.md": {use.EnclaveDomain, use.TagKeyDomain, use.TagDomain, use.RootDomain, use.ListFormat,
			use.EqualityDomain, fmt.Sprintf("At most %d kB", use.MaxProofSize/1000)},
		"job.md":     {job.Type, job.ApprovalType},
		"receipt.md": {receipt.Type, receipt.ChargeType, receipt.InputsType, receipt.HeldType},
		"worker.md":  {worker.Type},
	}
	for _, signed := range []string{grant.Type, grant.TicketType, grant.RotationType, job.Type, job.ApprovalType,
		receipt.Type, receipt.HeldType, worker.Type, dataset.MembershipType} {
		name, _, _ := strings.Cut(signed, "(")
		pages["signatures.md"] = append(pages["signatures.md"], "`"+name+"`")
	}
	for _, i := range purpose.Table() {
		duo := i.DUO
		if duo == "" {
			duo = "–"
		}
		pages["purpose.md"] = append(pages["purpose.md"],
			fmt.Sprintf("| %d | %s | %s | %s (%s) | %s |", i.Purpose, i.Code, duo,
				strings.TrimPrefix(i.DPV, "https://w3id.org/dpv#"), strings.TrimSuffix(string(i.DPVMatch),
					"Match"), i.Words))
	}
	for _, k := range kind.All.Kinds() {
		pages["purpose.md"] = append(pages["purpose.md"], fmt.Sprintf("| %d | `%s` | %s |", k, k, k.Words()))
	}
	row := "| rho, millionths |"
	for c := range budget.Class(budget.Classes - 1) {
		row += fmt.Sprintf(" %d |", uint64(c.Limit()))
	}
	pages["budget.md"] = []string{row + " unlimited |"}
	text, err := pseudonym.Message("https://a.example")
	if err != nil {
		t.Fatal(err)
	}
	pages["pseudonym.md"] = []string{strings.Replace(text, "https://a.example", "SITE", 1)}
	var states []string
	for s := job.None; s <= job.Cancelled; s++ {
		states = append(states, fmt.Sprintf("%s %d", s, uint8(s)))
	}
	pages["job.md"] = append(pages["job.md"], strings.Join(states, ", "))

	checked := 0
	for page, words := range pages {
		b, err := os.ReadFile(filepath.Join("..", "..", "..", "docs", "protocol", page))
		if err != nil {
			t.Fatal(err)
		}
		content := strings.Join(strings.Fields(string(b)), " ")
		for _, w := range words {
			checked++
			if !strings.Contains(content, strings.Join(strings.Fields(w), " ")) {
				t.Errorf("%s does not say: %s", page, w)
			}
		}
	}
	t.Logf("%d sayings in %d pages checked", checked, len(pages))
}
