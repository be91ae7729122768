package cli

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/node/vault/table"
)

// readingFlags say how a table is written.
type readingFlags struct {
	delimiter, encoding                 string
	decimal, thousands                  []string
	skip                                int
	trim, parentheses, minus, excelText bool
	names, columns                      string
	nulls, units, decimals, dates       []string
}

func (r *readingFlags) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&r.delimiter, "delimiter", "", "sign between cells, such as ';', '|' or tab; a comma when not given")
	f.StringVar(&r.encoding, "encoding", "", "utf-8 when not given, or latin-1, windows-1252, windows-1251, "+
		"shift-jis, utf-16 and others that the Encoding Standard names")
	f.IntVar(&r.skip, "skip-lines", 0, "lines before the header")
	f.StringVar(&r.names, "names", "", "names of the columns, a,b,c, of a table without a header")
	f.BoolVar(&r.trim, "trim", false, "drop the spaces around cells and names")
	f.StringArrayVar(&r.nulls, "null", nil, "words for a missing value, such as NA,?,-; COLUMN=NA,- for "+
		"one column; a word with a comma in it in double quotes, COLUMN=\"<0,6\"")
	f.StringArrayVar(&r.decimal, "decimal", nil, "decimal mark of numbers: , or a point, as when not given; COLUMN=, "+
		"for one column")
	f.StringArrayVar(&r.thousands, "thousands", nil, "sign between groups of three digits, such as , or .; COLUMN=. "+
		"for one column")
	f.BoolVar(&r.parentheses, "parentheses", false, "numbers in parentheses are below zero")
	f.BoolVar(&r.minus, "minus-behind", false, "numbers with a minus behind them are below zero")
	f.BoolVar(&r.excelText, "excel-text", false, "cells written as =\"001\" are the text 001")
	f.StringArrayVar(&r.units, "units", nil, "signs before or after numbers that are dropped, such as '$,%'")
	f.StringArrayVar(&r.decimals, "decimals", nil, "round the numbers of a column, as COLUMN=2")
	f.StringArrayVar(&r.dates, "date", nil,
		"how dates are written, such as DD.MM.YYYY, D.M.20YY or excel (serial days); COLUMN=MM/DD/YYYY for one "+
			"column; YYYY-MM-DD when not given")
	f.StringVar(&r.columns, "columns", "", "read only these columns beside the subject's, a,b,c")
}

// apply puts what flags say over a reading.
func (r *readingFlags) apply(cmd *cobra.Command, into *table.Reading) error {
	changed := cmd.Flags().Changed
	if changed("delimiter") {
		into.Delimiter = table.DelimiterOf(r.delimiter)
	}
	if changed("encoding") {
		into.Encoding = r.encoding
	}
	for _, mark := range []struct {
		values []string
		into   *string
		of     func(*table.Marks) *string
	}{{r.decimal, &into.Decimal, func(m *table.Marks) *string { return &m.Decimal }},
		{r.thousands, &into.Thousands, func(m *table.Marks) *string { return &m.Thousands }}} {
		for _, value := range mark.values {
			column, sign, ok := strings.Cut(value, "=")
			if !ok {
				*mark.into = value
				continue
			}
			own := into.MarksOf[column]
			*mark.of(&own) = sign
			put(&into.MarksOf, column, own)
		}
	}
	if changed("skip-lines") {
		into.SkipLines = r.skip
	}
	for flag, f := range map[string]struct {
		value bool
		into  *bool
	}{"trim": {r.trim, &into.Trim}, "parentheses": {r.parentheses, &into.Parentheses},
		"minus-behind": {r.minus, &into.MinusBehind},
		"excel-text":   {r.excelText, &into.ExcelText}} {
		if changed(flag) {
			*f.into = f.value
		}
	}
	for flag, f := range map[string]struct {
		value string
		into  *[]string
	}{"names": {r.names, &into.Names}, "columns": {r.columns, &into.Columns}} {
		if !changed(flag) {
			continue
		}
		list, err := splitWords(f.value)
		if err != nil {
			return fmt.Errorf("reading --%s: %w", flag, err)
		}
		*f.into = list
	}
	for _, arg := range r.nulls {
		column, text, ok := strings.Cut(arg, "=")
		if !ok || column == "" {
			column, text = "", arg
		}
		words, err := splitWords(text)
		if err != nil {
			return fmt.Errorf("reading --null: %w", err)
		}
		if column == "" {
			into.Nulls = append(into.Nulls, words...)
		} else {
			put(&into.NullsOf, column, words)
		}
	}
	for _, arg := range r.units {
		words, err := splitWords(arg)
		if err != nil {
			return fmt.Errorf("reading --units: %w", err)
		}
		into.Units = append(into.Units, words...)
	}
	for _, arg := range r.decimals {
		column, text, ok := strings.Cut(arg, "=")
		places, err := strconv.Atoi(text)
		if !ok || err != nil {
			return term.Fail(term.ExitInput, "write --decimals weight=2",
				"--decimals names a column and a number of decimals")
		}
		put(&into.Decimals, column, places)
	}
	for _, arg := range r.dates {
		if column, format, ok := strings.Cut(arg, "="); ok {
			put(&into.Dates, column, format)
		} else {
			into.DateFormat = arg
		}
	}
	return into.Validate()
}

// splitWords splits a list at its commas. A word with a comma in it stands in double quotes, as in a table.
func splitWords(text string) ([]string, error) {
	if text == "" {
		return []string{""}, nil
	}
	r := csv.NewReader(strings.NewReader(text))
	r.LazyQuotes = true
	words, err := r.Read()
	if err != nil {
		return nil, term.Fail(term.ExitInput, "write a,b,c, and a word with a comma in it in double quotes: \"a,b\",c",
			"the list %.60q cannot be split: %w", text, err)
	}
	if _, err := r.Read(); !errors.Is(err, io.EOF) {
		return nil, term.Fail(term.ExitInput, "write a,b,c on one line", "the list %.60q has more than one line", text)
	}
	return words, nil
}

func put[V any](m *map[string]V, key string, v V) {
	if *m == nil {
		*m = map[string]V{}
	}
	(*m)[key] = v
}

// readingFile is where the reading of a schema's table is kept: beside the schema, and never published.
func readingFile(schemaFile string) string {
	return strings.TrimSuffix(schemaFile, filepath.Ext(schemaFile)) + ".reading.json"
}

// loadReading reads the reading that is kept beside a schema, if there is one.
func (a *App) loadReading(schemaFile string) (*table.Reading, error) {
	path := readingFile(schemaFile)
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &table.Reading{}, nil
	}
	if err != nil {
		return nil, err
	}
	r, err := table.ParseReading(b)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	a.Note("the table is read as %s says", path)
	return r, nil
}

// saveReading keeps a reading beside its schema.
func saveReading(schemaFile string, r *table.Reading) error {
	b, err := r.Marshal()
	if err != nil {
		return err
	}
	return wholefile.Write(readingFile(schemaFile), append(bytes.TrimSpace(b), '\n'))
}
