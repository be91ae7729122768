package actors

import (
	"bytes"
	"fmt"
	"math/rand/v2"
)

// VisitsSchema is the schema of the table that Visits makes.
const VisitsSchema = `{
  "format": "assent-schema/1",
  "title": "Made-up hospital visits",
  "subject": "patient",
  "maxContributions": 4,
  "columns": [
    {"name": "age", "type": "integer", "min": 0, "max": 110},
    {"name": "sex", "type": "category", "values": ["f", "m"]},
    {"name": "department", "type": "category", "values": ["cardiology", "medicine", "surgery", "urology"]},
    {"name": "days", "type": "integer", "min": 1, "max": 30},
    {"name": "flagged", "type": "boolean"},
    {"name": "readmitted", "type": "boolean"}
  ]
}
`

// VisitsAudit are the parameters of an audit of that table: whether a score flags the patients who come back alike for
// women and men.
const VisitsAudit = `{
  "format": "assent-fairness/1",
  "prediction": {"column": "flagged", "op": "=", "value": true},
  "label": {"column": "readmitted", "op": "=", "value": true},
  "groups": [{"column": "sex", "reference": "m"}]
}
`

// Visits makes a hospital's table of visits as CSV, of so many people, and returns how many rows it has: one to four of
// a person. The same seed makes the same table.
func Visits(people int, seed uint64) (table []byte, rows int) {
	random := rand.New(rand.NewPCG(seed, 0))
	departments := []string{"cardiology", "medicine", "surgery", "urology"}
	var b bytes.Buffer
	b.WriteString("patient,age,sex,department,days,flagged,readmitted\n")
	for i := range people {
		sex := []string{"f", "m"}[random.IntN(2)]
		age := 20 + random.IntN(75)
		visits := 1
		for visits < 4 && random.IntN(100) < 30 {
			visits++
		}
		for range visits {
			days := 1 + random.IntN(14)
			risk := age/3 + 2*days
			readmitted := random.IntN(100) < risk
			if sex == "m" {
				risk += 8 // what the audit is to find: the score flags men more often
			}
			flagged := random.IntN(60) < risk
			fmt.Fprintf(&b, "P%06d,%d,%s,%s,%d,%t,%t\n", i+1, age, sex, departments[random.IntN(4)], days, flagged,
				readmitted)
			rows++
		}
	}
	return b.Bytes(), rows
}
