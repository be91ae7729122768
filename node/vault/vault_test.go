package vault

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/use"
)

const testSchema = `{
  "format": "assent-schema/1", "title": "People", "subject": "id", "maxContributions": 2,
  "columns": [
    {"name": "age", "type": "integer", "min": "0", "max": "120"},
    {"name": "income", "type": "decimal", "scale": 2, "min": "-100.00", "max": "1000.00", "nullable": true},
    {"name": "town", "type": "category", "values": ["Bree", "Gondor, \"White\"", "Shire"]},
    {"name": "ring", "type": "boolean"},
    {"name": "born", "type": "date", "min": "1900-01-01", "max": "2030-12-31", "nullable": true}
  ]
}`

const testTable = "id,age,income,town,ring,born\r\n" +
	"sam,38,12.5,Shire,1,1983-04-06\r\n" +
	"frodo,50,,Shire,true,1968-09-22\r\n" +
	"aragorn,87,-7,\"Gondor, \"\"White\"\"\",0,\r\n" +
	"frodo,51,3.10,Bree,FALSE,1968-09-22\r\n"

func pseudonymOf(subject string) (Pseudonym, bool) {
	h := sha256.Sum256([]byte(subject))
	return Pseudonym(h[:20]), subject != "nobody"
}

// testRoster has the people of testTable, of whom frodo has no proof key, and one who has no rows.
var testRoster = func() (roster []dataset.RosterEntry) {
	for _, name := range []string{"sam", "frodo", "aragorn", "gandalf"} {
		p, _ := pseudonymOf(name)
		e := dataset.RosterEntry{Pseudonym: p, Salt: common.Hash(sha256.Sum256([]byte("salt " + name)))}
		if name != "frodo" {
			uniform := sha512.Sum512(p[:])
			k, err := use.NewKey(uniform[:])
			if err != nil {
				panic(err)
			}
			e.ProofKey = k.Public()
		}
		roster = append(roster, e)
	}
	return roster
}()

// rosterFor returns the roster of the usual table; none for other tables, whose people with rows Pack lists itself.
func rosterFor(table string) []dataset.RosterEntry {
	if table == testTable {
		return testRoster
	}
	return nil
}

func mustSchema(t testing.TB, text string) *schema.Schema {
	t.Helper()
	s, err := schema.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func testKey(t testing.TB) *Key {
	t.Helper()
	k, err := GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func pack(t testing.TB, key *Key, schema, table string) ([]byte, *Summary) {
	t.Helper()
	var file bytes.Buffer
	s, err := Pack(&file, strings.NewReader(table),
		PackConfig{Schema: mustSchema(t, schema), Pseudonym: pseudonymOf, Roster: rosterFor(table),
			Recipients: []string{key.Recipient()}})
	if err != nil {
		t.Fatal(err)
	}
	return file.Bytes(), s
}

// readAll returns every row as text.
func readAll(r *Reader) ([]string, error) {
	var out []string
	var row Row
	for {
		err := r.Next(&row)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		line := fmt.Sprintf("%x", row.Pseudonym[:2])
		for i, v := range row.Values {
			if row.Nulls[i] {
				line += "|null"
			} else {
				line += "|" + r.Schema().Columns[i].Text(v)
			}
		}
		out = append(out, line)
	}
}

func TestPackAndOpen(t *testing.T) {
	key := testKey(t)
	file, summary := pack(t, key, testSchema, testTable)
	if summary.Rows != 4 || summary.Subjects != 3 || summary.Bytes != int64(len(file)) ||
		summary.ContentRoot != sha256.Sum256(file) {
		t.Errorf("summary is wrong: %+v", summary)
	}
	r, err := Open(bytes.NewReader(file), key, summary.ContentRoot)
	if err != nil {
		t.Fatal(err)
	}
	if rows, subjects := r.Len(); rows != 4 || subjects != 3 {
		t.Errorf("Len: got %d, %d", rows, subjects)
	}
	want0, err := dataset.NewRoster(testRoster)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := dataset.NewRoster(r.Roster()); err != nil || got.Root() != want0.Root() ||
		len(r.Roster()) != len(testRoster) {
		t.Errorf("the roster is another one: %v", err)
	}
	got, err := readAll(r)
	if err != nil {
		t.Fatal(err)
	}
	name := func(s string) string { p, _ := pseudonymOf(s); return fmt.Sprintf("%x", p[:2]) }
	want := []string{ // in the order of the pseudonyms
		name("frodo") + "|50|null|Shire|true|1968-09-22",
		name("frodo") + "|51|3.10|Bree|false|1968-09-22",
		name("aragorn") + `|87|-7.00|Gondor, "White"|false|null`,
		name("sam") + "|38|12.50|Shire|true|1983-04-06",
	}
	for _, w := range want {
		found := false
		for _, g := range got {
			found = found || g == w
		}
		if !found {
			t.Errorf("row %q is missing from %q", w, got)
		}
	}
	if err := r.Next(&Row{}); !errors.Is(err, io.EOF) {
		t.Errorf("after the end: %v", err)
	}

	// The order of the lines leaves no trace.
	lines := strings.SplitAfter(strings.TrimSuffix(testTable, "\r\n"), "\r\n")
	shuffled := lines[0] + lines[3] + lines[2] + lines[4] + "\r\n" + lines[1]
	file2, summary2 := pack(t, key, testSchema, shuffled)
	r2, err := Open(bytes.NewReader(file2), key, summary2.ContentRoot)
	if err != nil {
		t.Fatal(err)
	}
	if got2, _ := readAll(r2); fmt.Sprint(got2) != fmt.Sprint(got) {
		t.Errorf("another order of lines gives other rows:\n%q\n%q", got2, got)
	}
}

func TestKeys(t *testing.T) {
	const x25519 = "AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ"
	if _, err := ParseKey(x25519); err == nil || strings.Contains(err.Error(), "QQQ") {
		t.Errorf("a key with a bad checksum: %v", err)
	}
	key := testKey(t)
	again, err := ParseKey(" " + key.Secret() + "\n")
	if err != nil {
		t.Fatal(err)
	}
	if again.Recipient() != key.Recipient() || strings.Contains(fmt.Sprintf("%v %s", key, key), key.Secret()) {
		t.Error("the key does not read back, or prints its secret")
	}
	if _, err := Pack(io.Discard, strings.NewReader(testTable),
		PackConfig{Schema: mustSchema(t, testSchema), Pseudonym: pseudonymOf}); err == nil {
		t.Error("packing without a recipient: accepted")
	}
	if _, err := Pack(io.Discard, strings.NewReader(testTable),
		PackConfig{Schema: mustSchema(t, testSchema), Pseudonym: pseudonymOf,
			Recipients: []string{"age1nothing"}}); err == nil {
		t.Error("packing to a bad recipient: accepted")
	}
}

// TestPackRefuses: each bad table gives one line that names the place and the reason, never a cell, and writes nothing.
func TestPackRefuses(t *testing.T) {
	const head = "id,age,income,town,ring,born\n"
	for _, c := range []struct{ name, table, want string }{
		{"empty", "", "the table is empty: its first line must name the columns"},
		{"no subject column", "age,income,town,ring,born\n38,1,Shire,1,\n", `no subject column "id"`},
		{"column missing", "id,age,income,town,ring\n", `no column "born"`},
		{"column unknown", "id,age,income,town,ring,born,secret\n",
			`the table has 1 columns that the schema has not ("secret")`},
		{"column twice", "id,age,age,town,ring,born\n", `the table has the column "age" twice`},
		{"subject empty", head + ",38,1,Shire,1,\n",
			`line 2, column "id": the cell is empty or not readable, and it must say whose row it is`},
		{"too few cells", head + "sam,38,1,Shire,1,\nfrodo,777\n", "line 3: 2 cells, the header has 6"},
		{"too many cells", head + "sam,38,1,Shire,1,,777\n", "line 2: 7 cells, the header has 6"},
		{"open quote", head + "sam,38,1,\"Shire777,1,\n", "line 2: a quote is missing"},
		{"bare quote", head + "sam,38,1,Sh\"ire777,1,\n", "line 2: a quote stands inside a cell that is not quoted"},
		{"not an integer", head + "sam,777x,1,Shire,1,\n", `line 2, column "age": the cell is not a number`},
		{"integer with decimals", head + "sam,77.7,1,Shire,1,\n",
			`line 2, column "age": the cell is not a whole number`},
		{"integer with zeros", head + "sam,0777,1,Shire,1,\n",
			`line 2, column "age": the cell is a number with zeros before it`},
		{"integer below", head + "sam,-777,1,Shire,1,\n", `line 2, column "age": the cell is below the schema's min`},
		{"integer above", head + "sam,777,1,Shire,1,\n", `line 2, column "age": the cell is above the schema's max`},
		{"integer huge", head + "sam,77777777777777777777,1,Shire,1,\n",
			`line 2, column "age": the cell is a number of more than 53 bits`},
		{"null in a column without", head + "sam,,1,Shire,1,\n",
			`line 2, column "age": the cell is empty, and the column is not nullable`},
		{"decimal with a comma", head + "sam,1,\"7,77\",Shire,1,\n",
			`line 2, column "income": the cell is not a number`},
		{"decimals too many", head + "sam,1,7.771,Shire,1,\n",
			`line 2, column "income": the cell is a number with more decimals than the schema's scale`},
		{"exponent", head + "sam,1,777e777,Shire,1,\n",
			`line 2, column "income": the cell is a number with an exponent out of range`},
		{"two signs", head + "sam,1,--777,Shire,1,\n", `line 2, column "income": the cell is not a number`},
		{"unknown category", head + "sam,1,1,Mordor777,1,\n",
			`line 2, column "town": the cell is not one of the values that the schema lists`},
		{"not a boolean", head + "sam,1,1,Shire,777,\n", `line 2, column "ring": the cell is not a boolean`},
		{"not a date", head + "sam,1,1,Shire,1,1777-02-30\n", `line 2, column "born": the cell is not a date`},
		{"date in other form", head + "sam,1,1,Shire,1,7/7/1977\n", `line 2, column "born": the cell is not a date`},
		{"not UTF-8", head + "sam,1,1,\xff777,1,\n",
			`line 2, column "town": the cell is not readable in the table's encoding`},
		{"too many rows of one subject", head + strings.Repeat("sam,1,1,Shire,1,\n", 3),
			"a subject has 3 rows, the schema's maxContributions is 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var file bytes.Buffer
			_, err := Pack(&file, strings.NewReader(c.table),
				PackConfig{Schema: mustSchema(t, testSchema), Pseudonym: pseudonymOf,
					Recipients: []string{"age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg"}})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("got %v, want %q", err, c.want)
			}
			if strings.Contains(err.Error(), "777") || strings.Contains(err.Error(), "\n") {
				t.Errorf("the error holds a cell, or two lines: %v", err)
			}
			if file.Len() != 0 {
				t.Error("something was written")
			}
		})
	}
}

// A roster that could not be the version's is not sealed.
func TestPackRefusesRosters(t *testing.T) {
	for name, c := range map[string]struct {
		roster []dataset.RosterEntry
		want   string
	}{
		"no proof key": {append(slices.Clone(testRoster), dataset.RosterEntry{ProofKey: common.Hash{1}}),
			"not a public key"},
		"somebody twice":  {append(slices.Clone(testRoster), testRoster[2]), "twice"},
		"somebody absent": {testRoster[1:], "not in the roster"},
		"nobody":          {[]dataset.RosterEntry{}, "not in the roster"},
	} {
		var file bytes.Buffer
		_, err := Pack(&file, strings.NewReader(testTable), PackConfig{
			Schema: mustSchema(t, testSchema), Pseudonym: pseudonymOf, Roster: c.roster,
			Recipients: []string{testKey(t).Recipient()},
		})
		if err == nil || !strings.Contains(err.Error(), c.want) || file.Len() != 0 {
			t.Errorf("%s: %v, %d bytes written", name, err, file.Len())
		}
	}
}

func TestPackLeavesOut(t *testing.T) {
	table := "extra,id,age,income,town,ring,born\n" +
		"x,nobody,1,1,Shire,1,\nx,nobody,2,1,Shire,1,\nx,sam,1,1,Shire,1,\nx,sam,2,1,Shire,1,\nx,sam,3,1,Shire,1,\n"
	config := PackConfig{Schema: mustSchema(t, testSchema), Pseudonym: pseudonymOf,
		Recipients: []string{testKey(t).Recipient()}, DropColumns: true, Excess: SampleExcess}
	s, err := Pack(io.Discard, strings.NewReader(table), config)
	if err != nil {
		t.Fatal(err)
	}
	if s.Rows != 2 || s.Subjects != 1 || s.LeftOutRows != 2 || s.LeftOutSubjects != 1 || s.ExcessRows != 1 {
		t.Errorf("got %+v", s)
	}
}

// TestOpenRefuses moves one thing in a good file at a time.
func TestOpenRefuses(t *testing.T) {
	key := testKey(t)
	big := "id,age,income,town,ring,born\n"
	for i := range 4000 {
		big += fmt.Sprintf("s%d,%d,1,Shire,1,\n", i, i%100)
	}
	file, summary := pack(t, key, testSchema, big)
	open := func(file []byte, k *Key, root [32]byte) error {
		r, err := Open(bytes.NewReader(file), k, root)
		if err == nil {
			_, err = readAll(r)
		}
		return err
	}
	if err := open(file, key, summary.ContentRoot); err != nil {
		t.Fatal(err)
	}
	if err := open(file, testKey(t), summary.ContentRoot); !errors.Is(err, ErrWrongKey) {
		t.Errorf("wrong key: %v", err)
	}
	for _, n := range []int{0, 10, 500, len(file) / 2, 64<<10 + 3000, len(file) - 17, len(file) - 1} {
		if err := open(file[:n], key, summary.ContentRoot); !errors.Is(err, ErrTruncated) &&
			!errors.Is(err, ErrDamaged) {
			t.Errorf("cut to %d of %d bytes: %v", n, len(file), err)
		} else if n == len(file)/2 && !errors.Is(err, ErrTruncated) {
			t.Errorf("cut in the middle: %v, want ErrTruncated", err)
		}
	}
	for _, at := range []int{0, 30, 1900, len(file) / 2, len(file) - 1} {
		flipped := bytes.Clone(file)
		flipped[at] ^= 1
		if err := open(flipped, key, summary.ContentRoot); err == nil {
			t.Errorf("byte %d flipped: accepted", at)
		}
	}
	if err := open(append(bytes.Clone(file), 0), key, summary.ContentRoot); err == nil {
		t.Error("a byte at the end: accepted")
	}
	other := summary.ContentRoot
	other[31] ^= 1
	if err := open(file, key, other); !errors.Is(err, ErrContentRoot) {
		t.Errorf("another content root: %v", err)
	}
	if root, size, err := ContentRoot(bytes.NewReader(file)); err != nil || root != summary.ContentRoot ||
		size != int64(len(file)) {
		t.Errorf("ContentRoot: %x, %d, %v", root, size, err)
	}
}

func TestSelect(t *testing.T) {
	key := testKey(t)
	file, summary := pack(t, key, testSchema, testTable)
	r, err := Open(bytes.NewReader(file), key, summary.ContentRoot)
	if err != nil {
		t.Fatal(err)
	}
	frodo, _ := pseudonymOf("frodo")
	rows := Select(r, func(p Pseudonym) bool { return p == frodo })
	var row Row
	n := 0
	for ; ; n++ {
		if err := rows.Next(&row); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if row.Pseudonym != frodo {
			t.Errorf("row of %v selected", row.Pseudonym)
		}
	}
	if n != 2 {
		t.Errorf("%d rows selected, want 2", n)
	}
}
