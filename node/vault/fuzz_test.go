package vault

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

// plainText returns what is inside the sealed file.
func plainText(t testing.TB, schema, table string) []byte {
	t.Helper()
	s := mustSchema(t, schema)
	config := &PackConfig{Schema: s, Pseudonym: pseudonymOf}
	summary := &Summary{}
	rows, err := readTable(strings.NewReader(table), config, summary)
	if err == nil {
		err = rows.bound(config, summary)
	}
	if err != nil {
		t.Fatal(err)
	}
	roster, err := rosterOf(rows, rosterFor(table))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := writeText(&out, s, roster, rows); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// readText reads the inside of a file, and returns what Pack would write for it.
func readText(text []byte) ([]byte, error) {
	r, err := NewReader(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	var rows records
	var row Row
	for {
		err := r.Next(&row)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		text := rows.open()
		start := len(text)
		for i := range r.schema.Columns {
			text = append(text, ',')
			if !row.Nulls[i] {
				text = appendCell(text, &r.schema.Columns[i], row.Values[i])
			}
		}
		rows.add(row.Pseudonym, text, start)
	}
	var out bytes.Buffer
	err = writeText(&out, r.schema, r.roster, &rows)
	return out.Bytes(), err
}

// FuzzDatasetText: what is accepted inside a sealed file re-encodes to the same bytes.
func FuzzDatasetText(f *testing.F) {
	f.Add(plainText(f, testSchema, testTable))
	f.Add(plainText(f, strings.ReplaceAll(testSchema, `"maxContributions": 2`, `"maxContributions": 1`),
		"id,age,income,town,ring,born\n"))
	f.Add([]byte("{}\n\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		again, err := readText(text)
		if err != nil {
			return
		}
		if !bytes.Equal(again, text) {
			t.Errorf("accepted text encodes differently:\n%q\n%q", text, again)
		}
	})
}

// TestTextRefuses moves one thing in the text inside the seal at a time.
func TestTextRefuses(t *testing.T) {
	good := string(plainText(t, testSchema, testTable))
	if again, err := readText([]byte(good)); err != nil || string(again) != good {
		t.Fatalf("the good text: %v", err)
	}
	lines := strings.SplitAfter(good, "\n")
	for name, bad := range map[string]string{
		"no end":       strings.TrimSuffix(good, "\n"),
		"row missing":  strings.Join(lines[:len(lines)-2], ""),
		"row too many": good + lines[len(lines)-2],
		"rows swapped": strings.Join(lines[:6], "") + lines[7] + lines[6] + lines[8] + lines[9],
		"upper case": strings.Join(lines[:6], "") + strings.ToUpper(lines[6][:40]) + lines[6][40:] +
			strings.Join(lines[7:], ""),
		"other names": strings.Join(lines[:5], "") + strings.Replace(lines[5], "age", "agf", 1) +
			strings.Join(lines[6:], ""),
		"roster swapped": lines[0] + lines[2] + lines[1] + strings.Join(lines[3:], ""),
		"entry twice": strings.Replace(lines[0], `"roster":4`, `"roster":5`, 1) + lines[1] +
			strings.Join(lines[1:], ""),
		"entry missing": strings.Replace(lines[0], `"roster":4`, `"roster":3`, 1) + strings.Join(lines[1:2], "") +
			strings.Join(lines[3:], ""),
		"roster too short": strings.Replace(lines[0], `"roster":4`, `"roster":2`, 1) + strings.Join(lines[1:], ""),
		"other entry": lines[0] + strings.Repeat("0", 40) + lines[1][40:] + lines[2] + strings.Repeat("f", 40) +
			lines[3][40:] + strings.Join(lines[4:], ""),
		"entry upper case": lines[0] + strings.ToUpper(lines[1]) + strings.Join(lines[2:], ""),
		"proof key cut":    lines[0] + lines[1][:100] + lines[1][102:] + strings.Join(lines[2:], ""),
		"proof key zero": lines[0] + lines[1][:41] + strings.Repeat("0", 64) + lines[1][105:] +
			strings.Join(lines[2:], ""),
		"salt cut":            lines[0] + lines[1][:len(lines[1])-3] + "\n" + strings.Join(lines[2:], ""),
		"no salt's comma":     lines[0] + lines[1][:105] + "\n" + strings.Join(lines[2:], ""),
		"cell too many in it": lines[0] + strings.TrimSuffix(lines[1], "\n") + ",\n" + strings.Join(lines[2:], ""),
		"header with spaces":  strings.Replace(good, `{"columns"`, `{ "columns"`, 1),
		"other format":        strings.Replace(good, Format, "assent-table/1", 1),
		"subjects":            strings.Replace(good, `"subjects":3`, `"subjects":2`, 1),
		"rows":                strings.Replace(good, `"rows":4`, `"rows":3`, 1),
		"decimals":            strings.Replace(good, "12.50", "12.5", 1),
		"boolean":             strings.Replace(good, ",true,", ",1,", 1),
		"quotes":              strings.Replace(good, "Shire,true", `"Shire",true`, 1),
		"cell missing":        strings.Replace(good, "Shire,true", "Shire", 1),
		"cell too many":       strings.Replace(good, "Shire,true", "Shire,true,true", 1),
		"contributions":       strings.Replace(good, `"maxContributions":2`, `"maxContributions":1`, 1),
		"out of bounds":       strings.Replace(good, ",87,", ",187,", 1),
	} {
		if bad == good {
			t.Errorf("%s: the test changes nothing", name)
		}
		if _, err := readText([]byte(bad)); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// FuzzTable: no table makes the reader panic, or an error hold a cell.
func FuzzTable(f *testing.F) {
	f.Add(testTable)
	f.Add("id,age,income,town,ring,born\nCanary,Canary,Canary,Canary,Canary,Canary\n")
	f.Add("Canary,age\n\"Canary\n")
	f.Fuzz(func(t *testing.T, table string) {
		config := PackConfig{Schema: mustSchema(t, testSchema), Pseudonym: pseudonymOf, DropColumns: true,
			Excess: SampleExcess}
		_, err := readTable(strings.NewReader(table), &config, &Summary{})
		if err != nil && strings.Contains(err.Error(), "Canary") {
			t.Errorf("an error holds a cell: %v", err)
		}
	})
}

func BenchmarkOpen100k(b *testing.B) {
	key := testKey(b)
	var table strings.Builder
	table.WriteString("id,age,income,town,ring,born\n")
	for i := range 100_000 {
		table.WriteString("s")
		table.WriteString(strings.Repeat("x", i%3))
		table.WriteString(string(mustSchema(b, testSchema).Columns[0].AppendText(nil, int64(i))))
		table.WriteString(",38,12.5,Shire,1,1983-04-06\n")
	}
	file, summary := pack(b, key, testSchema, table.String())
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := Open(bytes.NewReader(file), key, summary.ContentRoot)
		if err != nil {
			b.Fatal(err)
		}
		var row Row
		for err = r.Next(&row); err == nil; err = r.Next(&row) {
		}
		if !errors.Is(err, io.EOF) {
			b.Fatal(err)
		}
	}
}
