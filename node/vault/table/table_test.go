package table_test

import (
	"errors"
	"io"
	"math/big"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"

	"github.com/assent-network/assent/node/vault/table"
)

func TestNumber(t *testing.T) {
	european := table.Reading{Decimal: ",", Thousands: "."}
	american := table.Reading{Thousands: ",", Units: []string{"$", "%", "kg"}}
	for _, tc := range []struct {
		reading table.Reading
		cell    string
		want    string // empty when it is no number
	}{
		{cell: "20", want: "20"}, {cell: "20.0", want: "20"}, {cell: "-0", want: "0"}, {cell: "-0.0", want: "0"},
		{cell: "0.50", want: "0.5"}, {cell: ".5", want: "0.5"}, {cell: "5.", want: "5"}, {cell: "+3", want: "3"},
		{cell: "1e-7", want: "0.0000001"}, {cell: "-2.5E3", want: "-2500"}, {cell: "1.25e1", want: "12.5"},
		{cell: "0e5",
			want: "0"},
		{cell: "9007199254740993", want: "9007199254740993"}, {cell: "0.1", want: "0.1"},
		{cell: "-0.25", want: "-0.25"},
		{cell: "007"}, {cell: "-"}, {cell: "."}, {cell: ""}, {cell: "--1"}, {cell: "1e"}, {cell: "1e+-2"},
		{cell: "1e999999999999"},
		{cell: "1,5"}, {cell: "1 000"}, {cell: "NaN"}, {cell: "inf"}, {cell: "0x10"}, {cell: "1.2.3"}, {cell: "$5"},
		{cell: "-00"},
		{reading: european, cell: "1.234.567,50", want: "1234567.5"}, {reading: european, cell: "1,5", want: "1.5"},
		{reading: european, cell: "1.5"}, {reading: european, cell: "1.2345"}, {reading: european, cell: ".123"},
		{reading: european, cell: "1.500", want: "1500"},
		{reading: american, cell: "$1,234.50", want: "1234.5"}, {reading: american, cell: "-$3", want: "-3"},
		{reading: american, cell: "12 %", want: "12"}, {reading: american, cell: "70kg", want: "70"},
		{reading: american,
			cell: "1,23"},
		{reading: american, cell: "$"},
		{reading: table.Reading{Parentheses: true}, cell: "(1.50)", want: "-1.5"}, {cell: "(1.50)"},
		{reading: table.Reading{Parentheses: true}, cell: "(-1)"},
		{reading: table.Reading{Parentheses: true}, cell: "()"},
		{reading: table.Reading{Parentheses: true, Units: []string{"$"}}, cell: "($37.67)", want: "-37.67"},
		{reading: table.Reading{Parentheses: true, Units: []string{"$"}}, cell: "$(37.67)", want: "-37.67"},
		{reading: table.Reading{MinusBehind: true, Decimal: ","}, cell: "404,55-", want: "-404.55"},
		{reading: table.Reading{MinusBehind: true}, cell: "-4-"}, {cell: "4-"},
		{reading: table.Reading{MinusBehind: true, Units: []string{"€"}}, cell: "4- €", want: "-4"},
		{reading: table.Reading{Thousands: " "}, cell: "1\u00a0234\u202f567", want: "1234567"},
		{reading: table.Reading{Thousands: " "}, cell: "1\u00a023"},
	} {
		got, err := tc.reading.Number(tc.cell)
		if (err == nil) != (tc.want != "") || got != tc.want {
			t.Errorf("%q: got %q, %v; want %q", tc.cell, got, err, tc.want)
		}
	}
	for _, tc := range []struct {
		number string
		places int
		want   string
	}{{"1.25", 1, "1.3"}, {"-1.25", 1, "-1.3"}, {"9.99", 1, "10"}, {"0.04", 1, "0"}, {"-0.04", 1, "0"}, {"2.5", 0,
		"3"}, {"7", 2, "7"}, {"1.2", 5, "1.2"}} {
		if got := table.Round(tc.number, tc.places); got != tc.want {
			t.Errorf("%s to %d decimals: got %s, want %s", tc.number, tc.places, got, tc.want)
		}
	}
}

func TestDate(t *testing.T) {
	for _, tc := range []struct{ format, cell, want string }{
		{"DD.MM.YYYY", "31.12.2020", "2020-12-31"}, {"D.M.YYYY", "1.2.2020", "2020-02-01"}, {"MM/DD/YYYY", "02/29/2020",
			"2020-02-29"},
		{"MM/DD/YYYY", "02/29/2021", ""}, {"DD.MM.YYYY", "1.2.2020", ""}, {"DD.MM.YYYY", "31.12.2020x", ""},
		{"YYYYMMDD",
			"20200131", "2020-01-31"},
		{"DD-MMM-YYYY", "05-Jan-2020", "2020-01-05"}, {"YYYY-MM-DD hh:mm:ss", "2020-01-31 23:59:01.5", "2020-01-31"},
		{"YYYY-MM-DDThh:mm:ssZ", "2020-01-31T23:59:01Z", "2020-01-31"}, {"DD.MM.YYYY", "", ""},
		{"D.M.20YY", "5.3.21", "2021-03-05"}, {"D.M.19YY", "5.3.21", "1921-03-05"},
		{"D.M.20YY", "5.3.2021", ""}, {"D.M.YYYY hh:mm", "5.3.2021 00:00", "2021-03-05"},
		{table.SerialDays, "44260", "2021-03-05"}, {table.SerialDays, "44260.75", "2021-03-05"},
		{table.SerialDays, "60", ""}, {table.SerialDays, "61", "1900-03-01"}, {"DD.MM.YYYY", "31.13.2020",
			""},
	} {
		reading := table.Reading{Dates: map[string]string{"d": tc.format}}
		if got, err := reading.Date("d", tc.cell); got != tc.want || (err == nil) != (tc.want != "") {
			t.Errorf("%q as %s: got %q, %v", tc.cell, tc.format, got, err)
		}
	}
}

// TestEither: what a mark stands for is open in cells of one to three digits, the mark and three digits.
func TestEither(t *testing.T) {
	for cell, want := range map[string]table.Either{
		"1.234": table.EitherWay, "-12.500": table.EitherWay, "$999.000": table.EitherWay, "0.123": table.EitherNot,
		"1234.567": table.EitherNot, "1.2": table.EitherNot, "1.2345": table.EitherNot, "1.234.567": table.EitherNot,
		"1500": table.EitherNot, "150": table.EitherSilent, "": table.EitherSilent, "word": table.EitherSilent,
		"1,234": table.EitherSilent,
	} {
		if got := table.EitherOf(cell, '.'); got != want {
			t.Errorf("%q: got %d, want %d", cell, got, want)
		}
	}
}

// TestMixed: UTF-8 that is read in an encoding of one byte a character is told from what was written in that.
func TestMixed(t *testing.T) {
	latin, windows := table.Reading{Encoding: "latin-1"}, table.Reading{Encoding: "windows-1252"}
	if !latin.Mixed("K\u00c3\u00b6ln") || !windows.Mixed("\u00e2\u201a\u00ac") || latin.Mixed("K\u00f6ln") ||
		latin.Mixed("Rome") || new(table.Reading).Mixed("K\u00c3\u00b6ln") {
		t.Error("cells are told apart wrongly")
	}
}

// TestMarksGoTogether: no manner names flags that make the reading one that has one sign for two marks.
func TestMarksGoTogether(t *testing.T) {
	for _, reading := range []table.Reading{{}, {Decimal: ","}, {Thousands: ","}, {Decimal: ",", Thousands: "."}} {
		for _, m := range reading.Manners("n") {
			other := reading
			for _, flag := range []string{"--decimal ", "--thousands "} {
				if _, rest, ok := strings.Cut(m.Flags, flag); ok {
					sign := strings.Trim(strings.Fields(rest + " ")[0], "'")
					if flag == "--decimal " {
						other.Decimal = sign
					} else if sign != `"` {
						other.Thousands = sign
					}
				}
			}
			if err := other.Validate(); err != nil && !strings.Contains(m.Flags, `"`) {
				t.Errorf("of %+v, %q makes %v", reading, m.Flags, err)
			}
		}
	}
}

func TestReadingRefuses(t *testing.T) {
	for _, r := range []table.Reading{
		{Delimiter: ";;"}, {Delimiter: "\""}, {Delimiter: "\n"}, {Encoding: "ebcdic"}, {SkipLines: -1}, {Decimal: ";"},
		{Thousands: "x"},
		{Decimal: ",",
			Thousands: ","}, {Thousands: "."}, {Units: []string{"1"}}, {Units: []string{""}},
		{Decimals: map[string]int{"a": 10}},
		{DateFormat: "DD.MM.YY"}, {DateFormat: "DD.MM"}, {DateFormat: "DD.DD.YYYY"},
		{Dates: map[string]string{"a": "%d"}},
	} {
		if r.Validate() == nil {
			t.Errorf("%+v: accepted", r)
		}
	}
	full := table.Reading{Delimiter: ";", Nulls: []string{"NA"}, Dates: map[string]string{"a": "D.M.YYYY"},
		Decimals: map[string]int{"b": 2}}
	b, err := full.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	again, err := table.ParseReading(b)
	if err != nil || again.Delimiter != ";" || again.Dates["a"] != "D.M.YYYY" {
		t.Errorf("read back: %+v, %v", again, err)
	}
}

func TestCodeLists(t *testing.T) {
	countries := table.CodeList("iso-3166")
	if len(countries) != 249 || !slices.IsSorted(countries) || len(slices.Compact(slices.Clone(countries))) != 249 {
		t.Errorf("%d countries, want 249 in order", len(countries))
	}
	if len(table.CodeList("icd-10-letters")) != 26 || table.CodeList("none") != nil {
		t.Error("the other lists are not right")
	}
}

// FuzzReading: no file makes the reader panic, and after each bad line it goes on to the end.
func FuzzReading(f *testing.F) {
	f.Add([]byte("a,b\n1,2\n"), ",", "", 0, false)
	f.Add([]byte("\xff\xfea\x00"), ";", "utf-16", 1, true)
	f.Fuzz(func(t *testing.T, b []byte, delimiter, encoding string, skip int, trim bool) {
		reading := &table.Reading{Delimiter: delimiter, Encoding: encoding, SkipLines: skip, Trim: trim}
		table.Hints(b, &table.Reading{})
		r, err := table.Open(strings.NewReader(string(b)), reading)
		for err == nil {
			var line *table.LineError
			if _, err = r.Next(); errors.As(err, &line) {
				err = nil
			}
		}
		_ = errors.Is(err, io.EOF)
	})
}

// FuzzNumber: what is read as a number has the value that exact arithmetic finds, and reads as itself.
func FuzzNumber(f *testing.F) {
	for _, cell := range []string{"1e-7", "-0.50", "12.", ".5", "+7", "1E3"} {
		f.Add(cell)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		var reading table.Reading
		number, err := reading.Number(cell)
		if err != nil {
			return
		}
		want, ok := new(big.Rat).SetString(cell)
		got, fine := new(big.Rat).SetString(number)
		if !ok || !fine || want.Cmp(got) != 0 {
			t.Errorf("%q is read as %q", cell, number)
		}
		if again, err := reading.Number(number); err != nil || again != number {
			t.Errorf("%q becomes %q, and that %q, %v", cell, number, again, err)
		}
	})
}

// TestMarksOfAColumn: a column has marks of its own beside those of the table.
func TestMarksOfAColumn(t *testing.T) {
	r := table.Reading{Decimal: ",", MarksOf: map[string]table.Marks{"lab": {Decimal: ".", Thousands: ","}}}
	if err := r.Validate(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ column, cell, want string }{
		{"lab", "1,234.5", "1234.5"}, {"price", "1,5", "1.5"}, {"lab", "1.5,0", ""}, {"price", "1.5", ""},
	} {
		if got, err := r.NumberOf(c.column, c.cell); got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s of column %s: %q, %v, want %q", c.cell, c.column, got, err, c.want)
		}
	}
	r.MarksOf["lab"] = table.Marks{Decimal: ",", Thousands: ","}
	if err := r.Validate(); err == nil {
		t.Error("a column with one sign for both marks is taken")
	}
}

// TestEncodingHint: what a file was written in is guessed where its bytes tell, and no other is named.
func TestEncodingHint(t *testing.T) {
	in := func(enc encoding.Encoding, text string) []byte {
		b, err := enc.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	const german, russian = "id;Straße\n1;Köln, Große Höhe\n", "id;Город\n1;Санкт-Петербург\n"
	const japan = "id;なまえ\n1;山田たろう\n"
	for name, c := range map[string]struct {
		text     []byte
		encoding string
		want     string // empty when nothing is wrong
	}{
		"UTF-8":                    {[]byte(german), "", ""},
		"ASCII":                    {[]byte("id;a\n"), "latin-1", ""},
		"German":                   {in(charmap.Windows1252, german), "", "--encoding windows-1252"},
		"Russian":                  {in(charmap.Windows1251, russian), "", "Cyrillic text: --encoding windows-1251"},
		"Japanese":                 {in(japanese.ShiftJIS, japan), "", "Japanese text: --encoding shift-jis"},
		"German, stated":           {in(charmap.Windows1252, german), "windows-1252", ""},
		"Russian, stated":          {in(charmap.Windows1251, russian), "windows-1251", ""},
		"Japanese, stated":         {in(japanese.ShiftJIS, japan), "shift-jis", ""},
		"Russian taken for German": {in(charmap.Windows1251, russian), "windows-1252", "--encoding windows-1251"},
		"Japanese taken for it":    {in(japanese.ShiftJIS, japan), "windows-1252", "--encoding shift-jis"},
		"UTF-8 taken for latin-1":  {[]byte(german), "latin-1", "leave --encoding out"},
		"a euro in latin-1":        {in(charmap.Windows1252, "id;a\n1;5 €\n"), "latin-1", "--encoding windows-1252"},
	} {
		got := table.EncodingHint(c.text, &table.Reading{Encoding: c.encoding})
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	for _, name := range []string{"windows-1251", "Shift-JIS", "koi8-r", "gb18030", "iso-8859-2"} {
		if err := (&table.Reading{Encoding: name}).Validate(); err != nil {
			t.Errorf("encoding %s: %v", name, err)
		}
	}
	if err := (&table.Reading{Encoding: "klingon"}).Validate(); err == nil {
		t.Error("an encoding that is none is taken")
	}
}
