// Package condition names the conditions under which results are given out: who may receive them, and what they must
// not be used for. A policy promises one entry of a short list, a grant asks for one at least, and a job says who
// receives its result.
//
// The list is short so that what a person asks for does not tell who the person is. Uses are the Data Privacy
// Vocabulary's (DPV).
package condition

import (
	"fmt"
	"math/bits"
	"strings"
)

// Recipient says what kind of researcher receives a result: its value is its bit's index in Recipients.
type Recipient uint8

// The recipients. Numbers are never reused.
const (
	Institute Recipient = 0 // university or research institute
	Hospital  Recipient = 1 // hospital or health service
	Authority Recipient = 2 // public body or statistics office
	NonProfit Recipient = 3 // non-profit organisation
	Company   Recipient = 4
	Person    Recipient = 5

	recipients = 6
)

// Recipients is a set of recipients, bit by index.
type Recipients uint8

// Use is a use of results that conditions can prohibit: its value is its bit's index in Uses.
type Use uint8

// The uses. Numbers are never reused.
const (
	LawEnforcement Use = 0
	Advertising    Use = 1
	Insurance      Use = 2
	Employment     Use = 3
	Immigration    Use = 4

	uses = 5
)

// Uses is a set of uses, bit by index.
type Uses uint8

// Conditions is an entry of the list, by its number.
type Conditions uint8

// The list. Numbers are never reused.
const (
	Open      Conditions = 0 // anyone, nothing prohibited
	Protected Conditions = 1 // anyone, all uses prohibited
	Nonprofit Conditions = 2 // who does not work for profit, all uses prohibited
	Public    Conditions = 3 // research, health and public bodies, all uses prohibited

	Count = 4
)

// Term is a word of a vocabulary with what it means to a person.
type Term struct {
	Name  string `json:"name"`          // in commands and files
	DPV   string `json:"dpv,omitempty"` // IRI of a DPV concept
	Words string `json:"words"`
}

const dpv = "https://w3id.org/dpv#"

// RecipientTable returns the recipients, by bit.
func RecipientTable() [recipients]Term {
	return [recipients]Term{
		Institute: {"institute", dpv + "AcademicScientificOrganisation", "universities and research institutes"},
		Hospital:  {"hospital", "", "hospitals and health services"},
		Authority: {"authority", dpv + "GovernmentalOrganisation", "public bodies and statistics offices"},
		NonProfit: {"nonprofit", dpv + "NonProfitOrganisation", "non-profit organisations"},
		Company:   {"company", dpv + "ForProfitOrganisation", "companies"},
		Person:    {"person", "", "private persons"},
	}
}

// UseTable returns the uses, by bit.
func UseTable() [uses]Term {
	return [uses]Term{
		LawEnforcement: {"law-enforcement", "", "law enforcement"},
		Advertising:    {"advertising", dpv + "Advertising", "advertising"},
		Insurance:      {"insurance", "", "insurance"},
		Employment:     {"employment", dpv + "HumanResourceManagement", "decisions on employment"},
		Immigration:    {"immigration", "", "immigration control"},
	}
}

// Entry is what an entry of the list allows and prohibits.
type Entry struct {
	Conditions Conditions `json:"id"`
	Name       string     `json:"name"`
	Recipients Recipients `json:"recipients"`
	Prohibited Uses       `json:"prohibited"`
}

// Table returns the list.
func Table() [Count]Entry {
	return [Count]Entry{
		{Open, "open", 0x3f, 0},
		{Protected, "protected", 0x3f, 0x1f},
		{Nonprofit, "nonprofit", 0x0f, 0x1f},
		{Public, "public", 0x07, 0x1f},
	}
}

// Parse reads a name such as "protected".
func Parse(s string) (Conditions, error) {
	var names []string
	for _, e := range Table() {
		if e.Name == s {
			return e.Conditions, nil
		}
		names = append(names, e.Name)
	}
	return 0, fmt.Errorf("condition: %.40q is not in the list; use one of %s", s, strings.Join(names, ", "))
}

// ParseRecipient reads a name such as "institute".
func ParseRecipient(s string) (Recipient, error) {
	var names []string
	for r, t := range RecipientTable() {
		if t.Name == s {
			return Recipient(r), nil
		}
		names = append(names, t.Name)
	}
	return 0, fmt.Errorf("condition: %.40q is no kind of recipient; use one of %s", s, strings.Join(names, ", "))
}

// Validate reports whether the recipient is defined.
func (r Recipient) Validate() error {
	if r >= recipients {
		return fmt.Errorf("condition: recipient %d is not defined, the largest is %d", uint8(r), recipients-1)
	}
	return nil
}

// String returns the recipient's name.
func (r Recipient) String() string {
	if r.Validate() != nil {
		return fmt.Sprintf("recipient(%d)", uint8(r))
	}
	return RecipientTable()[r].Name
}

// Words describes the recipients to a person.
func (r Recipients) Words() string {
	if r == Table()[Open].Recipients {
		return "anyone"
	}
	var words []string
	for i, t := range RecipientTable() {
		if r&(1<<i) != 0 {
			words = append(words, t.Words)
		}
	}
	return strings.Join(words, ", ")
}

// Words describes the uses to a person.
func (u Uses) Words() string {
	var words []string
	for i, t := range UseTable() {
		if u&(1<<i) != 0 {
			words = append(words, t.Words)
		}
	}
	return strings.Join(words, ", ")
}

// Validate reports whether the entry is in the list.
func (c Conditions) Validate() error {
	if c >= Count {
		return fmt.Errorf("condition: %d is not in the list, the largest is %d", uint8(c), Count-1)
	}
	return nil
}

// String returns the entry's name.
func (c Conditions) String() string {
	if c.Validate() != nil {
		return fmt.Sprintf("conditions(%d)", uint8(c))
	}
	return Table()[c].Name
}

// Recipients are who may receive results; none under undefined conditions.
func (c Conditions) Recipients() Recipients {
	if c.Validate() != nil {
		return 0
	}
	return Table()[c].Recipients
}

// Prohibited are the uses that the conditions prohibit.
func (c Conditions) Prohibited() Uses {
	if c.Validate() != nil {
		return 0
	}
	return Table()[c].Prohibited
}

// Allows reports whether a researcher of that kind may receive results.
func (c Conditions) Allows(r Recipient) bool {
	return r.Validate() == nil && c.Recipients()&(1<<r) != 0
}

// Within reports whether whatever meets inner also meets outer: no further recipient, and each use that outer prohibits
// is prohibited. Undefined conditions are within nothing, and nothing is within them.
func Within(inner, outer Conditions) bool {
	return inner.Validate() == nil && outer.Validate() == nil &&
		inner.Recipients()&^outer.Recipients() == 0 && outer.Prohibited()&^inner.Prohibited() == 0
}

// Words describes the conditions to the person who is asked for consent.
func (c Conditions) Words() string {
	if c.Validate() != nil {
		return fmt.Sprintf("unknown conditions (%d)", uint8(c))
	}
	words := "results go to " + c.Recipients().Words()
	if n := bits.OnesCount8(uint8(c.Prohibited())); n > 0 {
		return words + "; they must not be used for " + c.Prohibited().Words()
	}
	return words + ", for any use"
}
