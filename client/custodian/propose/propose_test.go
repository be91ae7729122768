package propose_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/assent-network/assent/client/custodian/propose"
	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/node/vault/table"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/schema"
)

// columnOf is the proposed column as JSON, or empty when there is none.
func columnOf(t *testing.T, p *propose.Proposal, name string) string {
	t.Helper()
	if p.Schema == nil {
		return ""
	}
	i, err := p.Schema.Column(name)
	if err != nil {
		return ""
	}
	b, err := canonical.Marshal(p.Schema.Columns[i])
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// rows writes a table with a column n, two people for each cell.
func rows(cells []string) string {
	var b strings.Builder
	b.WriteString("id,n,b\n")
	for i, cell := range cells {
		fmt.Fprintf(&b, "s%d,\"%s\",true\nt%d,\"%s\",true\n", i, cell, i, cell)
	}
	return b.String()
}

func times(n int, cells ...string) (out []string) {
	for range n {
		out = append(out, cells...)
	}
	return out
}

func confirmed(values ...string) propose.Config {
	return propose.Config{Confirmed: map[string]propose.Confirmation{"n": propose.ConfirmationOf(values)}}
}

func named(values ...string) propose.Config {
	return propose.Config{Categories: map[string][]string{"n": values}}
}

func decimals(places int) propose.Config {
	return propose.Config{Reading: table.Reading{Decimals: map[string]int{"n": places}}}
}

// TestSchemaOfAColumn: what is proposed of one column keeps its range, packs its table, and never stops the rest; and
// no note holds a cell.
func TestSchemaOfAColumn(t *testing.T) {
	var names, precise []string
	for i := range 50 {
		names = append(names, fmt.Sprintf("Canary Person %d", i))
		precise = append(precise, fmt.Sprintf("%d.123456789012", 10+i))
	}
	for name, tc := range map[string]struct {
		cells  []string
		config propose.Config
		column string // as JSON; empty when it is left out
		note   string
		err    string
	}{
		"ten million": {cells: []string{"1", "10000000"},
			column: `{"max":"20000000","min":"0","name":"n","type":"integer"}`},
		"a bound on the grid": {cells: []string{"500", "200"},
			column: `{"max":"1000","min":"100","name":"n","type":"integer"}`},
		"a bound of zero": {cells: []string{"0", "7"}, column: `{"max":"10","min":"-1","name":"n","type":"integer"}`},
		"below zero": {cells: []string{"-500", "-20"},
			column: `{"max":"-10","min":"-1000","name":"n","type":"integer"}`},
		"a constant": {cells: times(9, "500"), note: "all its cells hold one value"},
		"a constant, confirmed": {cells: times(9, "500"), config: confirmed("500"),
			column: `{"name":"n","type":"category","values":["500"]}`},
		"a constant day": {cells: times(9, "2020-05-01"), note: "all its cells hold one value"},
		"the largest": {cells: []string{"9007199254740991", "-9007199254740991"}, note: "too large for a sum",
			column: `{"max":"9007199254740991","min":"-9007199254740991","name":"n","type":"integer"}`},
		"more than 53 bits": {cells: []string{"9007199254740992"},
			note: "left out: its numbers do not fit into 53 bits"},
		"money": {cells: times(5, "12345678.25", "0.5"),
			column: `{"max":"20000000.00","min":"0.00","name":"n","scale":2,"type":"decimal"}`},
		"decimals of few people": {cells: append(times(5, "1.5", "3"), "2.12345"),
			column: `{"max":"5.0","min":"1.0","name":"n","scale":1,"type":"decimal"}`,
			note:   "more than 1 decimals are those of fewer than 10 people: --decimals 'n=5' keeps more"},
		"decimals of few people, stated": {cells: append(times(5, "1.5", "3"), "2.12345"), config: decimals(5),
			column: `{"max":"5.00000","min":"1.00000","name":"n","scale":5,"type":"decimal"}`},
		"whole numbers as pandas writes them": {cells: []string{"20.0", "", "31.0"},
			column: `{"max":"50","min":"10","name":"n","nullable":true,"type":"integer"}`},
		"minus zero, exponents": {cells: times(5, "-0", "1e2", "2.5E-1"),
			column: `{"max":"200.00","min":"-1.00","name":"n","scale":2,"type":"decimal"}`},
		"eight digits": {cells: []string{"10000000", "20000000"},
			column: `{"max":"50000000","min":"5000000","name":"n","type":"integer"}`, note: "beforehand"},
		"digits of dates": {cells: []string{"20200131", "19991231"}, note: "--date 'YYYYMMDD'",
			column: `{"max":"50000000","min":"10000000","name":"n","type":"integer"}`},
		"serial days": {cells: []string{"44260", "30000"}, note: "--date 'n=excel'",
			column: `{"max":"50000","min":"20000","name":"n","type":"integer"}`},
		"serial days stated": {cells: []string{"44260", "30000.5"},
			config: propose.Config{Reading: table.Reading{Dates: map[string]string{"n": table.SerialDays}}},
			column: `{"max":"2029-12-31","min":"1980-01-01","name":"n","type":"date"}`},
		"many decimals": {cells: precise, note: "12 decimals are rounded to 9",
			column: `{"max":"100.000000000","min":"10.000000000","name":"n","scale":9,"type":"decimal"}`},
		"a mean is possible": {cells: times(5, "3000000000.25", "1"), note: "--decimals 'n=1'",
			column: `{"max":"5000000000.0","min":"0.0","name":"n","scale":1,"type":"decimal"}`},
		"0 and 1": {cells: []string{"0", "1"}, column: `{"name":"n","type":"boolean"}`, note: "is a guess"},
		"dates": {cells: []string{"1987-05-02", "2003-01-01"},
			column: `{"max":"2009-12-31","min":"1980-01-01","name":"n","type":"date"}`},
		"a decade's ends": {cells: []string{"1980-01-01", "2009-12-31"},
			column: `{"max":"2019-12-31","min":"1970-01-01","name":"n","type":"date"}`},
		"a date of one person": {cells: append(times(9, "1987-05-02", "2003-01-01"), "9999-01-01"),
			column: `{"max":"9999-12-31","min":"1980-01-01","name":"n","type":"date"}`,
			note:   "2 people alone set its max"},
		"a sign for nothing": {cells: append(times(9, "20", "31"), times(9, "-9")...),
			note:   "-9, which sets its min, often stands",
			column: `{"max":"50","min":"-10","name":"n","type":"integer"}`},
		"another": {cells: append(times(9, "20", "31"), times(9, "999")...), note: "--null 'n=999' if it does",
			column: `{"max":"1000","min":"10","name":"n","type":"integer"}`},
		"a great age": {cells: append(times(9, "20", "31"), "104"), note: "2 people alone set its max",
			column: `{"max":"200","min":"10","name":"n","type":"integer"}`},
		"yes and no": {cells: []string{"yes"}, note: "published list",
			column: `{"name":"n","type":"category","values":["yes","no"]}`},
		"names": {cells: names, note: "as names do"},
		"towns": {cells: times(10, "Canary Bree", "Canary Shire"), note: "--show 'n', which says how to confirm them"},
		"towns, confirmed": {cells: times(10, "Canary Bree", "Canary Shire"), config: confirmed("Canary Bree",
			"Canary Shire"),
			column: `{"name":"n","type":"category","values":["Canary Bree","Canary Shire"]}`},
		"other towns": {cells: times(10, "Canary Bree", "Canary Shire"),
			config: confirmed("Canary Bree", "Canary Mordor"),
			err:    "its values are not those that you confirmed"},
		"a rare town, confirmed": {cells: append(times(10, "Canary Bree"), "Canary Mordor"),
			config: confirmed("Canary Bree", "Canary Mordor"),
			err:    "1 of its 2 values belong to fewer than 10 people each"},
		"half of the towns rare": {cells: append(times(10, "Canary A", "Canary B"), "Canary C", "Canary D"),
			note: "2 of them belong to fewer than 10"},
		"a rare town, named": {cells: append(times(10, "Bree"), "Mordor"), config: named("Bree", "Mordor"),
			column: `{"name":"n","type":"category","values":["Bree","Mordor"]}`,
			note:   "1 of them belong to fewer than 10"},
		"towns that look alike": {cells: times(10, "Bree", "bree"), config: confirmed("Bree", "bree"),
			column: `{"name":"n","type":"category","values":["Bree","bree"]}`,
			note:   "1 of them differ from another by case"},
		"a zero-width space": {cells: times(10, "Canary", "Canary\u200b"),
			note: "on line 4 is text that no category has " +
				"as a value: it has an invisible character"},
		"a zero-width space, confirmed": {cells: times(10, "Canary", "Canary\u200b"), config: confirmed("Canary",
			"Canary\u200b"),
			err: "an invisible character"},
		"a zero-width space, named": {cells: times(10, "Bree", "Bree\u200b"), config: named("Bree", "Bree\u200b"),
			err: "value 2 of those that you named has an invisible character"},
		"a filler": {cells: times(10, "Canary", "\u3164"), note: "an invisible character"},
		"blanks":   {cells: times(10, "Canary", "  "), note: "begins or ends with a space (--trim drops spaces)"},
		"codes":    {cells: times(10, "02139", "10001"), note: "--show 'n'"},
		"codes as numbers": {cells: times(9, "1", "2"), config: named("1", "2", "3"),
			column: `{"name":"n","type":"category","values":["1","2","3"]}`},
		"words for nothing": {cells: append(times(9, "20", "31"), "NA", "?"), note: "first on line 38: --null '?,NA'"},
		"words stated": {cells: append(times(9, "20", "31"), "NA", "?"),
			config: propose.Config{Reading: table.Reading{Nulls: []string{"NA", "?"}}},
			column: `{"max":"50","min":"10","name":"n","nullable":true,"type":"integer"}`},
		"an impossible date": {cells: append(times(9, "2020-01-31", "2021-12-15"), "2024-02-30"),
			note: "36 of its 38 cells are dates and the others are not, the first other on line 38: correct it, or " +
				"--null 'n=CELL'"},
		"an impossible date, with its format": {cells: append(times(9, "2020-01-31", "2021-12-15"), "31/02/2024"),
			config: propose.Config{Reading: table.Reading{DateFormat: "YYYY-M-D"}}, note: "the first other on line 38"},
		"an impossible date, null": {cells: append(times(9, "2020-01-31", "2021-12-15"), "2024-02-30"),
			config: propose.Config{Reading: table.Reading{NullsOf: map[string][]string{"n": {"2024-02-30"}}}},
			column: `{"max":"2029-12-31","min":"2020-01-01","name":"n","nullable":true,"type":"date"}`},
		"dates and a word": {cells: append(times(9, "2020-01-31", "2021-12-15"), "unknown"),
			note: "are dates and the others are not: --null 'unknown'"},
		"German dates": {cells: []string{"31.01.2020", "15.12.2021"},
			note: "looks like a date: --date 'DD.MM.YYYY'"},
		"a time of day": {cells: []string{"5.3.2021 00:00", "15.12.2021 10:30"}, note: "--date 'D.M.YYYY hh:mm'"},
		"two digits of years": {cells: []string{"05.03.21", "15.12.87"},
			note: "--date 'D.M.20YY' or --date 'D.M.19YY'"},
		"two digits of years, stated": {cells: []string{"05.03.21", "15.12.07"},
			config: propose.Config{Reading: table.Reading{DateFormat: "DD.MM.20YY"}},
			column: `{"max":"2029-12-31","min":"2000-01-01","name":"n","type":"date"}`},
		"American dates": {cells: []string{"1/31/2020", "12/15/2021"}, note: "looks like a date: --date 'M/D/YYYY'"},
		"dates either way": {cells: []string{"01/02/2020", "12/11/2021"},
			note: "--date 'MM/DD/YYYY', or looks like a date: --date 'DD/MM/YYYY'"},
		"dates stated": {cells: []string{"31.01.2020", "15.12.2021"},
			config: propose.Config{Reading: table.Reading{DateFormat: "DD.MM.YYYY"}},
			column: `{"max":"2029-12-31","min":"2020-01-01","name":"n","type":"date"}`},
		"digits of dates stated": {cells: []string{"20200131", "19991231"},
			config: propose.Config{Reading: table.Reading{DateFormat: "YYYYMMDD"}},
			column: `{"max":"2029-12-31","min":"1990-01-01","name":"n","type":"date"}`},
		"thousands among small numbers": {cells: []string{"500", "1,234", "17", "3"}, note: "--thousands ,"},
		"thousands":                     {cells: []string{"1,234.50", "7,000"}, note: "--thousands ,"},
		"thousands or commas": {cells: []string{"1,234", "7,000"}, note: "--decimal ,, or like numbers with " +
			"commas between thousands: --thousands ,"},
		"points either way": {cells: []string{"1.234", "7.500", "12"},
			note: "say which, --decimals 'n=3', or for the " +
				"whole table --decimal . or --decimal , --thousands ."},
		"points before decimals": {cells: times(5, "1.234", "7.5", "2.125"),
			column: `{"max":"10.000","min":"1.000","name":"n","scale":3,"type":"decimal"}`},
		"points before decimals, stated": {cells: times(5, "1.234", "7.500"),
			config: propose.Config{Reading: table.Reading{Decimal: "."}},
			column: `{"max":"10.000","min":"1.000","name":"n","scale":3,"type":"decimal"}`},
		"points between thousands, stated": {cells: times(5, "1.234", "7.500"),
			config: propose.Config{Reading: table.Reading{Decimal: ",", Thousands: "."}},
			column: `{"max":"10000","min":"1000","name":"n","type":"integer"}`},
		"a decimal comma": {cells: []string{"1,5", "2,25"}, note: "--decimal ,"},
		"points where commas are stated": {cells: []string{"1.234.567", "2.250.000"},
			note:   "looks like numbers with points between thousands: --thousands .",
			config: propose.Config{Reading: table.Reading{Decimal: ","}}},
		"commas where commas are stated": {cells: []string{"1,234.50", "2,250.25"}, note: "--decimal . --thousands ,",
			config: propose.Config{Reading: table.Reading{Decimal: ","}}},
		"euros": {cells: []string{"1.234,50", "2,25"}, note: "--decimal , --thousands ."},
		"euros stated": {cells: times(5, "1.234,50", "2,25"),
			config: propose.Config{Reading: table.Reading{Decimal: ",",
				Thousands: "."}},
			column: `{"max":"2000.00","min":"2.00","name":"n","scale":2,"type":"decimal"}`},
		"apostrophes":     {cells: []string{"1'234", "22'500.50"}, note: "--thousands \"'\""},
		"no-break spaces": {cells: []string{"1\u00a0234", "22\u00a0500"}, note: "--thousands \" \""},
		"no-break spaces stated": {cells: []string{"1\u00a0234", "22\u202f500"},
			config: propose.Config{Reading: table.Reading{Thousands: " "}},
			column: `{"max":"50000","min":"1000","name":"n","type":"integer"}`},
		"parentheses": {cells: []string{"(1.00)", "2.50"}, note: "--parentheses"},
		"parentheses stated": {cells: times(5, "(1.50)", "2.50"),
			config: propose.Config{Reading: table.Reading{Parentheses: true}},
			column: `{"max":"5.0","min":"-2.0","name":"n","scale":1,"type":"decimal"}`},
		"dollars": {cells: []string{"$5", "$7"}, note: "--units"},
		"percent stated": {cells: []string{"12%", "30 %"},
			config: propose.Config{Reading: table.Reading{Units: []string{"%"}}},
			column: `{"max":"50","min":"10","name":"n","type":"integer"}`},
		"two lines": {cells: []string{"plain", "Canary\nsecond"}, note: "no category has as a value"},
		"rounded on request": {cells: []string{"1.25", "2.5"}, config: decimals(1),
			column: `{"max":"5.0","min":"1.0","name":"n","scale":1,"type":"decimal"}`},
	} {
		t.Run(name, func(t *testing.T) {
			text := rows(tc.cells)
			tc.config.Subject = "id"
			p, err := propose.Schema(strings.NewReader(text), tc.config)
			if tc.err != "" {
				if err == nil || !strings.Contains(err.Error(), tc.err) || strings.Contains(err.Error(), "Canary") {
					t.Fatalf("got %v, want %q", err, tc.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := columnOf(t, p, "n"); got != tc.column {
				t.Errorf("got  %s\nwant %s\nnotes %q", got, tc.column, p.Notes)
			}
			notes := strings.Join(p.Notes, "\n")
			if !strings.Contains(notes, tc.note) || strings.Contains(notes, "Canary") {
				t.Errorf("no note %q, or a cell, in %q", tc.note, p.Notes)
			}
			packs(t, text, p)
		})
	}
}

// packs checks that a table packs by the schema proposed for it.
func packs(t *testing.T, text string, p *propose.Proposal) {
	t.Helper()
	key, err := vault.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	_, err = vault.Pack(io.Discard, strings.NewReader(text), vault.PackConfig{Schema: p.Schema, Reading: &p.Reading,
		Recipients: []string{key.Recipient()}, DropColumns: true,
		Pseudonym: func(s string) (w vault.Pseudonym, ok bool) { copy(w[:], s); return w, true }})
	if err != nil {
		t.Errorf("the proposed schema does not fit its table: %v", err)
	}
}

// TestSchemaOfATable: bad columns and bad lines are told of, and keep no other column from being proposed.
func TestSchemaOfATable(t *testing.T) {
	for name, tc := range map[string]struct {
		text    string
		reading table.Reading
		note    string
		err     string
	}{
		"a name twice": {text: "id,age,x,x\na,1,2,3\n", note: `"x": left out: the header has the name twice`},
		"a delimiter too many": {text: "id,age,\na,1,\n", note: "column 3: left out: its name in the header " +
			"is empty; rename"},
		"a long name":    {text: "id,age," + strings.Repeat("x", 65) + "\na,1,2\n", note: "column 3: left out"},
		"spaces":         {text: "id, age\na, 1\n", err: "no column is left"},
		"spaces trimmed": {text: "id, age\na, 1\n", reading: table.Reading{Trim: true}},
		"a short line": {text: "id,age\na,1\nb\nc,2\n", note: "1 line is no row of this table and packing " +
			"refuses them, the first: line 3"},
		"a stray quote": {text: "id,age\na,1\nb,2\"\nc,2\n", note: "line 3: a quote stands inside"},
		"no subject": {text: "id,age\na,1\n,2\n", note: "1 row does not say whose it is and packing refuses " +
			"them, the first on line 3"},
		"the pseudonym":     {text: "id,age,pseudonym\na,1,2\n", note: "the name stands for the pseudonym"},
		"semicolons":        {text: "id;age\na;1\n", err: "--delimiter ';'"},
		"semicolons stated": {text: "id;age\na;1\n", reading: table.Reading{Delimiter: ";"}},
		"tabs":              {text: "id\tage\na\t1\n", err: "--delimiter tab"},
		"a preamble":        {text: "Canary export\n\nid,age,x\na,1,2\nb,2,3\n", err: "--skip-lines 2"},
		"a preamble stated": {text: "Canary export\n\nid,age,x\na,1,2\nb,2,3\n", reading: table.Reading{SkipLines: 2}},
		"no header":         {text: "Canary,1\nb,2\n", err: "--names a,b,c"},
		"no header, stated": {text: "Canary,1\nb,2\n", reading: table.Reading{Names: []string{"id", "age"}}},
		"Latin-1": {text: "id,age,town\na,1,K\xf6ln\n",
			note: `the file is not UTF-8, and looks like a language of western Europe`},
		"a control character of latin-1": {text: "id,age,town\na,1,5 \x80\nb,0,6 \x80\n",
			reading: table.Reading{Encoding: "latin-1"}, note: "--encoding windows-1252"},
		"UTF-8 read as latin-1": {text: "id,age,town\na,1,K\xc3\xb6ln\nb,0,K\xc3\xb6ln\n",
			reading: table.Reading{Encoding: "latin-1"}, note: "the file is UTF-8: leave --encoding out"},
		"Cyrillic read as western": {text: "id,age,town\na,1,\xcc\xee\xf1\xea\xe2\xe0\nb,0,\xca\xe0\xe7\xe0\xed\xfc\n",
			reading: table.Reading{Encoding: "windows-1252"},
			note:    "the file looks like Cyrillic text: --encoding windows-1251"},
		"a padded preamble": {text: "Canary 2026;;;\n;;;\nid;age;x;y\na;1;2;3\nb;0;2;3\nc;1;;\n",
			reading: table.Reading{Delimiter: ";"}, err: "--skip-lines 2"},
		"names with --header": {text: "id,age,Patient Name\na,1,0\nb,0,1\n", err: "what may be a person's name"},
		"UTF-16": {text: "\xff\xfei\x00d\x00,\x00a\x00g\x00e\x00\n\x00a\x00,\x001\x00\n\x00",
			err: "--encoding utf-16"},
		"UTF-16 stated": {text: "\xff\xfei\x00d\x00,\x00a\x00g\x00e\x00\n\x00a\x00,\x001\x00\n\x00",
			reading: table.Reading{Encoding: "utf-16"}},
		"carriage returns":  {text: "id,age\ra,1\rb,2\r"},
		"quoted semicolons": {text: "\"id\";\"age\"\r\n\"a\";\"1\"\r\n", err: "--delimiter ';'"},
		"no rows":           {text: "id,age\n", err: "no row"},
		"nothing":           {text: "", err: "the table is empty"},
		"Excel's own line":  {text: "sep=;\nid;age\na;1\nb;2\n", err: "--skip-lines 1 --delimiter ';'"},
		"a workbook":        {text: "PK\x03\x04\x14\x00", err: "the file is a workbook"},
		"Excel's text":      {text: "id,age,x\na,1,=\"001\"\nb,0,=\"002\"\n", note: "--excel-text", err: "no row"},
		"Excel's text in quotes": {text: "id,age,x\na,1,\"=\"\"001\"\"\"\nb,0,\"=\"\"002\"\"\"\n",
			note: `column "x": left out: its cells are written as ="001", as spreadsheets keep zeros: --excel-text`},
		"rows of one person": {text: "id,age\na,1\na,0\na,1\nb,0\n", note: "which 1 person alone has"},
		"Excel's text, stated": {text: "id,age,x\na,1,=\"001\"\nb,0,=\"002\"\n",
			reading: table.Reading{ExcelText: true},
			note:    `column "x": left out: it has 2 different values`},
		"two encodings": {text: "id,age,town\na,1,K\xf6ln\nb,0,K\xc3\xb6ln\n",
			reading: table.Reading{Encoding: "latin-1"},
			note:    "1 of its cells are UTF-8 and are not read as they were written"},
		"a row for a header": {text: "id,34,Canary\nx,35,b\ny,36,c\n",
			err: "in column 2 it is as the cells are"},
		"a row for a header, twice": {text: "id,Canary,age\nid,b,1\nz,c,0\n",
			err: "in column 1 it is as the cells are"},
		"a word for a header": {text: "id,F,age\nx,F,1\ny,M,0\n", err: "in column 2 it is as the cells are"},
		"a day for a header": {text: "id,2020-01-02,age\nx,2020-01-03,1\ny,2020-05-03,0\n",
			err: "in column 2 it is as the cells are"},
		"nothing for a header": {text: "id,age,NA\nx,1,5\ny,0,6\n", err: "in column 3 it is as the cells are"},
		"a column that is not there": {text: "id,age\na,1\nb,0\n",
			reading: table.Reading{Decimals: map[string]int{"Age": 1}},
			err:     `no column "Age" among the 2 that its header names; it has "age"`},
		"the header again": {text: "id,age\na,1\nid,age\nb,0\n", note: "line 3: it repeats the header"},
		"spellings": {text: "id,age\na,1\nA ,0\n", note: "1 subject differs from another by case " +
			"or spaces alone"},
		"another case": {text: "ID,age\na,1\n", err: `it has "ID"`},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := propose.Schema(strings.NewReader(tc.text), propose.Config{Subject: "id", Reading: tc.reading})
			said := strings.Join(p.Notes, "\n") + fmt.Sprint(err)
			if (err != nil) != (tc.err != "") || !strings.Contains(said, tc.err) || !strings.Contains(said, tc.note) ||
				strings.Contains(said, "Canary") {
				t.Fatalf("got %v with %q, want error %q and note %q", err, p.Notes, tc.err, tc.note)
			}
			if err == nil && columnOf(t, p, "age") == "" {
				t.Errorf("age is not proposed: %q", p.Notes)
			}
		})
	}
}

// TestHeaderOfCells: what stands in the header and may be a cell, a person's name or a day needs the custodian's word.
func TestHeaderOfCells(t *testing.T) {
	for name, c := range map[string]struct{ header, err string }{
		"a number with more":      {"id,age,<0.5 Canary", "in column 3 it is as the cells are"},
		"a word for nothing":      {"id,age,n/a Canary", "in column 3 it is as the cells are"},
		"a person with a day":     {"id,age,Canary 1950-02-03", "a person's name or a day, in column 3"},
		"a German day":            {"id,age,canary 3.2.1950", "a person's name or a day, in column 3"},
		"a person":                {"id,age,Bert Canary", "a person's name or a day, in column 3"},
		"a person, turned":        {"id,age,\"Canary, Bert HIV\"", "a person's name or a day, in column 3"},
		"a subject":               {"S0,age,x", "in column 1 it is as the cells are"},
		"a title":                 {"id,age,Blood pressure", ""},
		"a title of short forms":  {"id,age,BMI (kg)", ""},
		"a version and a year":    {"id,age,score 2.1 2020", ""},
		"a number in the middle":  {"id,age,day 30", ""},
		"a subject without digit": {"Name,age,x", ""},
	} {
		text := c.header + "\n"
		for i := range 20 {
			text += fmt.Sprintf("S%d,%d,%d\n", i+1, 20+i%7, 3+i%5)
		}
		subject, _, _ := strings.Cut(c.header, ",")
		p, err := propose.Schema(strings.NewReader(text), propose.Config{Subject: subject})
		said := fmt.Sprint(err, p.Notes)
		if (err != nil) != (c.err != "") || !strings.Contains(said, c.err) || strings.Contains(said, "Canary") {
			t.Errorf("%s: %s, want %q", name, said, c.err)
		}
		if err == nil && !strings.Contains(said, "these names of columns will be public") {
			t.Errorf("%s: the names are not said to be public: %s", name, said)
		}
		if p, err := propose.Schema(strings.NewReader(text),
			propose.Config{Subject: subject, Header: true}); err != nil ||
			len(p.Schema.Columns) != 2 {
			t.Errorf("%s: with --header: %v", name, err)
		}
	}
}

// TestNumbersThatAreNone: codes and numbers that name people stay numbers, with a note of what they may be.
func TestNumbersThatAreNone(t *testing.T) {
	text := "id,sex,stage,age,record,half\n"
	for i := range 60 {
		text += fmt.Sprintf("s%d,%d,%d,%d,%d,%d.5\n", i%30, []int{1, 2, 9}[i%3], 3+i%4, 20+i%13, 70000+37*(i%30), i)
	}
	p, err := propose.Schema(strings.NewReader(text), propose.Config{Subject: "id"})
	if err != nil || len(p.Schema.Columns) != 5 {
		t.Fatalf("%+v, %v", p, err)
	}
	notes := strings.Join(p.Notes, "\n")
	for name, want := range map[string]string{
		"sex": "3 different whole numbers: if they are codes, look at them with --show 'sex', and make them a " +
			"category with --categories 'sex=@iso-5218'",
		"stage": "4 different whole numbers: if they are codes, look at them with --show 'stage', and make them a " +
			"category with --categories 'stage=a,b,c'",
		"record": "no two people share one of its whole numbers",
	} {
		if !strings.Contains(notes, want) {
			t.Errorf("%s: no %q in %s", name, want, notes)
		}
	}
	if strings.Count(notes, "whole numbers") != 3 {
		t.Errorf("notes of other columns: %s", notes)
	}
}

// TestNotesAreSaidOnce: what is said of many columns is one note that names them, and what is left out comes first.
func TestNotesAreSaidOnce(t *testing.T) {
	header, text := "id", ""
	for c := range 200 {
		header += fmt.Sprintf(",c%d", c)
	}
	for i := range 40 {
		text += fmt.Sprintf("s%d", i)
		for c := range 200 {
			switch {
			case c == 7 || c == 150:
				text += fmt.Sprintf(",\"%d,%d5\"", 10+i%30, i%10)
			case c == 100:
				text += fmt.Sprintf(",town %d", i%2)
			default:
				text += fmt.Sprintf(",%d", 20+(i*(c%36+1))%37)
			}
		}
		text += "\n"
	}
	p, err := propose.Schema(strings.NewReader(header+"\n"+text), propose.Config{Subject: "id"})
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Notes) > 20 {
		t.Errorf("%d notes: %q", len(p.Notes), p.Notes)
	}
	if !strings.HasPrefix(p.Notes[0],
		`each of 2 columns, "c7", "c150": left out: it looks like numbers with a decimal comma`) ||
		!strings.HasPrefix(p.Notes[1], `column "c100": left out: it has 2 different values`) ||
		!strings.Contains(p.Notes[1], "--show 'c100'") {
		t.Errorf("what is left out is not first: %q", p.Notes[:3])
	}
	widened := 0
	for _, note := range p.Notes {
		if strings.Contains(note, "its bounds were widened") {
			widened++
			if !strings.HasPrefix(note, "each of 197 columns, ") || !strings.Contains(note, `"c199"`) {
				t.Errorf("bounds: %s", note)
			}
		}
	}
	if widened != 1 {
		t.Errorf("%d notes of bounds", widened)
	}
}

// TestBoundsAreNoValues: of random columns of numbers and dates no bound is a cell.
func TestBoundsAreNoValues(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		var text strings.Builder
		text.WriteString("id,n,d\n")
		cells := map[string]bool{}
		for i := range 2 + random.IntN(30) {
			n := (random.Int64N(11) - 5) * []int64{1, 10, 100, 1000, 7, 1 << 20}[random.IntN(6)]
			day := fmt.Sprintf("%d-%s", 1899+random.IntN(200), []string{"01-01", "12-31", "06-15"}[random.IntN(3)])
			cells[fmt.Sprint(n)], cells[day] = true, true
			fmt.Fprintf(&text, "s%d,%d,%s\n", i, n, day)
		}
		p, err := propose.Schema(strings.NewReader(text.String()), propose.Config{Subject: "id"})
		if err != nil {
			continue // constants alone
		}
		for _, c := range p.Schema.Columns {
			if cells[c.Min] || cells[c.Max] {
				t.Fatalf("column %s has the bounds %s and %s, of the table\n%s", c.Name, c.Min, c.Max, text.String())
			}
		}
		packs(t, text.String(), p)
	}
}

// TestUnfitNamesAreNotObeyed: what was said of a column whose name no schema can have fails, and does not show the
// name.
func TestUnfitNamesAreNotObeyed(t *testing.T) {
	text := "id,age,Canary \n" + strings.Repeat("a,1,x\nb,0,y\n", 2)
	for name, config := range map[string]propose.Config{
		"named": {Categories: map[string][]string{"Canary ": {"x", "y"}}},
		"confirmed": {Confirmed: map[string]propose.Confirmation{"Canary ": propose.ConfirmationOf(
			[]string{"x", "y"})}},
	} {
		config.Subject = "id"
		p, err := propose.Schema(strings.NewReader(text), config)
		if err == nil || p.Schema != nil ||
			!strings.Contains(err.Error(), "of 1 column cannot be done: column 3: left out") ||
			strings.Contains(err.Error()+strings.Join(p.Notes, ""), "Canary") {
			t.Errorf("%s: %v, with %q", name, err, p.Notes)
		}
	}
	p, err := propose.Schema(strings.NewReader(text), propose.Config{Subject: "id"})
	if err != nil || len(p.Schema.Columns) != 1 {
		t.Errorf("nothing said of it: %+v, %v", p.Schema, err)
	}
}

// TestContributionsAreNoOnesOwn: the most rows of a subject are in the schema only if many people have so many.
func TestContributionsAreNoOnesOwn(t *testing.T) {
	for name, c := range map[string]struct {
		rows []int // of each subject
		want int
		note string
	}{
		"a row each":           {slices.Repeat([]int{1}, 12), 1, ""},
		"a row of one person":  {[]int{1}, 1, ""},
		"one visits often":     {append(slices.Repeat([]int{2}, 12), 37), 50, "which 1 person alone has"},
		"as often as the grid": {append(slices.Repeat([]int{2}, 12), 50), 100, "which 1 person alone has"},
		"a few as often":       {append(slices.Repeat([]int{1}, 12), 2, 2, 2), 5, "which 3 people alone have"},
		"all as often":         {slices.Repeat([]int{2}, 10), 2, "in this table: replace it"},
		"many off the grid":    {slices.Repeat([]int{3}, 10), 5, "in this table: replace it"},
		"the most there may be": {append(slices.Repeat([]int{2}, 12), schema.MaxContributions), schema.MaxContributions,
			"which 1 person alone has"},
	} {
		var text strings.Builder
		text.WriteString("id,age\n")
		for who, n := range c.rows {
			for i := range n {
				fmt.Fprintf(&text, "s%d,%d\n", who, i%2)
			}
		}
		p, err := propose.Schema(strings.NewReader(text.String()), propose.Config{Subject: "id"})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		notes := strings.Join(p.Notes, "\n")
		if got := p.Schema.MaxContributions; got != c.want || !strings.Contains(notes, c.note) ||
			(c.note == "") == strings.Contains(notes, "maxContributions") {
			t.Errorf("%s: maxContributions is %d, want %d, with %q, want %q", name, got, c.want, notes, c.note)
		}
		packs(t, text.String(), p)
	}
	var text strings.Builder
	text.WriteString("id,age\n")
	for _, who := range []string{"Ann", "ann", "ANN", "aNN", "anN", "AnN", "aNn", "ANn", "AN N", "an n"} {
		text.WriteString(who + ",1\n" + who + ",0\n")
	}
	p, err := propose.Schema(strings.NewReader(text.String()), propose.Config{Subject: "id"})
	if err != nil || p.Schema.MaxContributions != 5 {
		t.Errorf("ten spellings of one person stand for ten people: %+v, %v", p.Schema, err)
	}
}

// TestPeopleAreCountedOnce: ten spellings of one person are one, so that their value is rare.
func TestPeopleAreCountedOnce(t *testing.T) {
	var text strings.Builder
	text.WriteString("id,n,b\n")
	for i, who := range []string{"Ann", "ann", "ANN", " ann", "ann ", "a nn", "an\u200bn", "\uff41nn", "AnN", "aNN",
		"Ann\u00a0"} {
		fmt.Fprintf(&text, "%s,Canary,1\nx%d,Bree,0\n", who, i)
	}
	values, _, err := propose.Values(strings.NewReader(text.String()), propose.Config{Subject: "id"}, "n")
	if err != nil || len(values) != 2 || values[1].People != 1 || values[0].People != propose.FewPeople {
		t.Errorf("counted are %+v, %v", values, err)
	}
}

// TestValuesTellOfMixedEncodings: who looks at a column's values before confirming them learns that some are misread.
func TestValuesTellOfMixedEncodings(t *testing.T) {
	for name, c := range map[string]struct{ cells, note string }{
		"one encoding": {"a,K\xf6ln\nb,Bonn\n", ""},
		"two encodings": {"a,K\xf6ln\nb,K\xc3\xb6ln\n",
			"1 of its cells are UTF-8 and are not read as they were written"},
		"two spellings": {"a,Bonn\nb,bonn\n", "1 of them differ from another by case"},
	} {
		values, notes, err := propose.Values(strings.NewReader("id,town\n"+c.cells),
			propose.Config{Subject: "id", Reading: table.Reading{Encoding: "latin-1"}}, "town")
		said := strings.Join(notes, "\n")
		if err != nil || len(values) != 2 || (said == "") != (c.note == "") || !strings.Contains(said, c.note) {
			t.Errorf("%s: %+v, %q, %v", name, values, notes, err)
		}
	}
}

// TestNothingPublishesACell: of random tables of every kind of trouble, neither a schema nor a note nor an error holds
// a cell that the custodian did not confirm.
func TestNothingPublishesACell(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	signs := []string{",", ";", "\t", "\"", "\n", " ", "1", "0", "$", "%", "-", "é", "\xff", "NA", ".", "/"}
	for range 400 {
		var text strings.Builder
		if random.IntN(2) == 0 {
			text.WriteString("id,age,word,mix\n")
		}
		for i := range 1 + random.IntN(60) {
			cell := fmt.Sprintf("Canary%d", random.IntN(1+random.IntN(30)))
			fmt.Fprintf(&text, "s%d,%d,%s,%s%s%s\n", i, random.IntN(90), cell, signs[random.IntN(len(signs))], cell,
				signs[random.IntN(len(signs))])
		}
		p, err := propose.Schema(strings.NewReader(text.String()), propose.Config{Subject: "id"})
		said := strings.Join(p.Notes, "\n") + fmt.Sprint(err)
		if p.Schema != nil {
			b, err := p.Schema.Canonical()
			if err != nil {
				t.Fatal(err)
			}
			said += string(b)
		}
		schema, _ := schema.Parse([]byte(`{"columns":[{"max":"50","min":"0","name":"age","type":"integer"},` +
			`{"name":"word","type":"category","values":["a"]}],"format":"assent-schema/1","maxContributions":1,` +
			`"subject":"id","title":"T"}`))
		key, _ := vault.GenerateKey()
		_, err = vault.Pack(io.Discard, strings.NewReader(text.String()),
			vault.PackConfig{Schema: schema, DropColumns: true,
				Recipients: []string{key.Recipient()}, Pseudonym: func(string) (w vault.Pseudonym, ok bool) {
					return w,
						true
				}})
		if said += fmt.Sprint(err); strings.Contains(said, "Canary") {
			t.Fatalf("a cell is said: %s\nof the table %q", said, text.String())
		}
	}
}

// TestCOMPAS: the schema proposed for ProPublica's file packs that file, and has no value that was not confirmed.
func TestCOMPAS(t *testing.T) {
	b := sharedtest.Read(t, "data", "compas_two_years_nonames.csv")
	p, err := propose.Schema(bytes.NewReader(b),
		propose.Config{Subject: "id", Confirmed: map[string]propose.Confirmation{
			"age_cat": propose.ConfirmationOf([]string{"25 - 45", "Greater than 45", "Less than 25"})}})
	if err != nil {
		t.Fatal(err)
	}
	packs(t, string(b), p)
	if columnOf(t, p, "age_cat") == "" || columnOf(t, p, "race") != "" || columnOf(t, p, "age") == "" || columnOf(t, p,
		"sex") == "" {
		t.Errorf("proposed are %+v", p.Schema.Columns)
	}
}

// TestSharedCases reads tables that tripped custodians, with the flags that each asks for.
func TestSharedCases(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedtest.Path(t, "cases", "data"), "*.[ct]sv"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d tables, %v", len(files), err)
	}
	readings := map[string]table.Reading{
		"02": {Delimiter: ";", Decimal: ","}, "04": {Nulls: []string{"NA", "?"}}, "11": {Encoding: "latin-1"},
		"15": {Names: []string{"pid", "age", "sex"},
			Trim: true}, "16": {Trim: true}, "18": {SkipLines: 2}, "26": {Delimiter: "\t"},
	}
	for _, file := range files {
		base := filepath.Base(file)
		t.Run(base, func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			number, _, _ := strings.Cut(base, "-")
			reading := readings[number]
			subject := ""
			for _, name := range []string{"pid", "mrn", "id", "patient", "subject"} {
				if slices.Contains(header(b, reading), name) {
					subject = name
					break
				}
			}
			if subject == "" {
				t.Logf("count: no subject column known in %d bytes", len(b))
				subject = header(b, reading)[0]
			}
			p, err := propose.Schema(bytes.NewReader(b), propose.Config{Subject: subject, Reading: reading})
			if number == "05" && err != nil && strings.Contains(err.Error(), "no column is left") {
				return // codes alone, each of few people
			}
			if err != nil {
				t.Fatalf("%v; notes %q", err, p.Notes)
			}
			if strings.HasPrefix(number, "41") && columnOf(t, p, "name") != "" {
				t.Error("names are proposed")
			}
			if !strings.Contains(strings.Join(p.Notes, "\n"), "refuse") &&
				p.Schema.MaxContributions < schema.MaxContributions {
				packs(t, string(b), p)
			}
		})
	}
}

// FuzzSchema: no table makes the proposal panic, and what is proposed packs its table, but for lines that it told of.
func FuzzSchema(f *testing.F) {
	f.Add("id,a\nx,1.50\ny,-0\n", ",", "", "")
	f.Add("id;a\nx;31.12.2020\n", ";", ".", "DD.MM.YYYY")
	f.Fuzz(func(t *testing.T, text, delimiter, thousands, date string) {
		reading := table.Reading{Delimiter: delimiter, Thousands: thousands, DateFormat: date}
		p, err := propose.Schema(strings.NewReader(text), propose.Config{Subject: "id", Reading: reading})
		if err == nil && !strings.Contains(strings.Join(p.Notes, "\n"), "packing refuses") &&
			p.Schema.MaxContributions < schema.MaxContributions {
			packs(t, text, p)
		}
	})
}

func header(b []byte, reading table.Reading) []string {
	t, err := table.Open(bytes.NewReader(b), &reading)
	if err != nil {
		return []string{""}
	}
	return t.Names
}

// TestNullWordsAreCounted: in how many cells each word stands is said, so that a word that was split at its comma, or
// stands in no cell, takes no value away without a word.
func TestNullWordsAreCounted(t *testing.T) {
	text := "id,crp\n"
	for i := range 40 {
		text += fmt.Sprintf("p%d,\"%s\"\n", i, []string{"<0,6", "6", "7,1", "8"}[i%4])
	}
	for want, words := range map[string][]string{
		`words for a missing value stand in column "crp": "<0" in no cell, "6" in 10 cells; one that is in no cell`: {
			"<0", "6"},
		`words for a missing value stand in column "crp": "<0,6" in 10 cells`: {"<0,6"},
		`"nixda" in no cell; one that is in no cell may be written otherwise`: {"nixda"},
	} {
		p, err := propose.Schema(strings.NewReader(text), propose.Config{Subject: "id",
			Reading: table.Reading{Decimal: ",", NullsOf: map[string][]string{"crp": words}}})
		if notes := strings.Join(p.Notes, "\n"); !strings.Contains(notes, want) {
			t.Errorf("%q: no note %q in %q (%v)", words, want, p.Notes, err)
		}
	}
}

// TestCodesAreNamed: codes of a published list are proposed by the column's name, and no other list is.
func TestCodesAreNamed(t *testing.T) {
	text := "id,baseline_complete,sex,arm,birth_year\n"
	for i := range 60 {
		text += fmt.Sprintf("p%d,%d,%d,%d,%d\n", i, 2*(i%2), 1+i%2, i%3, 1950+i)
	}
	p, err := propose.Schema(strings.NewReader(text), propose.Config{Subject: "id", Header: true})
	if err != nil {
		t.Fatal(err)
	}
	notes := strings.Join(p.Notes, "\n")
	for _, want := range []string{"--categories 'baseline_complete=0,1,2'", "--categories 'sex=@iso-5218'",
		"--categories 'arm=a,b,c'", `these names of columns will be public: "baseline_complete", "sex", "arm"`} {
		if !strings.Contains(notes, want) {
			t.Errorf("no note %q in %q", want, p.Notes)
		}
	}
	if got := columnOf(t, p, "birth_year"); !strings.Contains(got, `"max":"2019","min":"1940"`) {
		t.Errorf("years have the bounds of %s", got)
	}
}
