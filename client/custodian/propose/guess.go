package propose

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/assent-network/assent/node/vault/table"
	"github.com/assent-network/assent/protocol/schema"
)

// guess collects what one column's cells have in common.
type guess struct {
	name             string
	reading          *table.Reading
	cells, empty     int
	boolean, rounded bool
	// Cells that are numbers, that have zeros before them, and the line of the first that is neither.
	numbers, coded, other int
	plain                 int // numbers without a mark, which every manner reads
	places                int // most decimals of a cell
	precise               [schema.MaxScale + 1]people
	// The most extreme numbers, doubled, with one in between for what is between two whole numbers.
	least, most     edge
	lowest, highest top
	number          string
	sameNumber      bool
	huge            bool            // a number has more than 53 bits
	owners          map[int64]int32 // of whole numbers, until two people share one: then it is nil
	points          ways            // what a point stands for
	commas          ways            // what a comma stands for
	days            int             // cells that are dates
	first, last     edge            // their most extreme years, with one in between for what is inside the decade
	day             string
	sameDay         bool
	noDay           int               // line of the first cell that is neither a date nor a word for what is missing
	values          map[string]people // by value the first people who have it
	tooMany         bool
	unfit           int // line of the first cell that no category can have as a value
	unfitFor        error
	// Cells that are not plain ASCII, and those of them that were written in UTF-8 and are read in another encoding.
	foreign, mixed int
	nulled         map[string]int // cells that are words for what is missing, as the reading names them
	apart          bool           // numbers of another column have marks that the reading reads
	// cells that are written as ="001"
	excel   int
	named   int            // cells that are the column's name in the header
	missing map[string]int // cells that are words for what is missing
	manners []table.Manner
	fits    []int // cells that each manner reads
}

// ways counts cells with a mark that may be read in two ways, and those that tell which it is.
type ways struct{ either, not int }

func (w *ways) see(e table.Either) {
	switch e {
	case table.EitherWay:
		w.either++
	case table.EitherNot:
		w.not++
	}
}

func (w *ways) open() bool { return w.either > 0 && w.not == 0 }

func newGuess(name string, reading *table.Reading) *guess {
	manners := reading.Manners(name)
	_, rounded := reading.Decimals[name]
	return &guess{name: name, reading: reading, rounded: rounded, boolean: true, values: map[string]people{},
		missing: map[string]int{}, nulled: map[string]int{}, manners: manners, fits: make([]int, len(manners)),
		sameDay: true, sameNumber: true, owners: map[int64]int32{}}
}

func (g *guess) filled() int { return g.cells - g.empty }

// see takes a cell of a person, at a line of the table.
func (g *guess) see(cell string, who int32, line int) {
	g.cells++
	if g.reading.IsNull(g.name, cell) {
		if g.empty++; cell != "" {
			g.nulled[strings.Clone(cell)]++
		}
		return
	}
	number, err := g.reading.NumberOf(g.name, cell)
	g.boolean = g.boolean && (err == nil && (number == "0" || number == "1") ||
		strings.EqualFold(cell, "true") || strings.EqualFold(cell, "false"))
	switch {
	case err == nil:
		g.seeNumber(number, who)
		g.points.see(table.EitherOf(cell, '.'))
		if !strings.ContainsAny(cell, ".,") {
			g.plain++
		}
	case g.other == 0:
		g.other = line
	}
	g.commas.see(table.EitherOf(cell, ','))
	if errors.Is(err, table.ErrZeros) {
		g.coded++
	}
	if day, bad := g.reading.Date(g.name, cell); bad == nil && isDay(day) {
		g.seeDay(day, who)
	} else if g.noDay == 0 && !slices.Contains(table.MissingWords, cell) {
		g.noDay = line
	}
	if err != nil || len(cell) == len("YYYYMMDD") || len(cell) == len("44260") {
		g.seeManner(cell, err == nil)
	}
	g.seeText(cell, line)
	if err != nil && slices.Contains(table.MissingWords, cell) {
		g.missing[strings.Clone(cell)]++
	}
	g.seeValue(cell, who)
}

// seeText notes what keeps a cell from being a category's value.
func (g *guess) seeText(cell string, line int) {
	if strings.ContainsFunc(cell, func(r rune) bool { return r >= utf8.RuneSelf }) {
		g.foreign++
	}
	if g.reading.Mixed(cell) {
		g.mixed++
	}
	if cell == g.name {
		g.named++
	}
	if table.IsExcelText(cell) {
		g.excel++
	}
	if g.unfit != 0 {
		return
	}
	if reason := checkValue(cell); reason != nil {
		g.unfit, g.unfitFor = line, reason
	}
}

// seeValue counts who has a value.
func (g *guess) seeValue(cell string, who int32) {
	if g.tooMany {
		return
	}
	if have, ok := g.values[cell]; !ok {
		g.values[strings.Clone(cell)] = people{who}
	} else if have.few() {
		g.values[cell] = have.add(who)
	}
	if len(g.values) > schema.MaxValues {
		g.tooMany, g.values = true, nil
	}
}

func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// seeDay takes a date, YYYY-MM-DD.
func (g *guess) seeDay(day string, who int32) {
	if g.days++; g.days == 1 {
		g.day = strings.Clone(day)
	}
	g.sameDay = g.sameDay && day == g.day
	year, _ := strconv.ParseInt(day[:4], 10, 64)
	low, high := 2*year, 2*year
	if day[4:] != "-01-01" {
		low++
	}
	if day[4:] != "-12-31" {
		high--
	}
	g.first, g.last = g.first.see(-low, who), g.last.see(high, who)
}

func (g *guess) seeNumber(number string, who int32) {
	if g.numbers++; g.numbers == 1 {
		g.number = strings.Clone(number)
	}
	g.sameNumber = g.sameNumber && number == g.number
	whole, fraction, _ := strings.Cut(number, ".")
	g.places = max(g.places, len(fraction))
	at := min(len(fraction), schema.MaxScale)
	g.precise[at] = g.precise[at].add(who)
	v, err := strconv.ParseInt(whole, 10, 64)
	const most = schema.MaxMagnitude
	if err != nil || v > most-1 && fraction != "" || v > most || v < -most {
		g.huge = true
		return
	}
	if g.owners != nil {
		if other, seen := g.owners[v]; fraction != "" || seen && other != who {
			g.owners = nil
		} else {
			g.owners[v] = who
		}
	}
	v *= 2
	if fraction != "" && strings.HasPrefix(whole, "-") {
		v--
	} else if fraction != "" {
		v++
	}
	g.least, g.most = g.least.see(-v, who), g.most.see(v, who)
	g.lowest.see(-v)
	g.highest.see(v)
}

// scale is the most decimals that FewPeople have in their cells: those of one person alone would tell of that person.
func (g *guess) scale() int {
	var have people
	for places := schema.MaxScale; places > 0; places-- {
		for _, who := range g.precise[places] {
			have = have.add(who)
		}
		if !have.few() {
			return places
		}
	}
	return 0
}

// seeManner counts in which other ways the cell may be read; a way that fails at the most of many cells is given up. A
// number can only be a date written in digits.
func (g *guess) seeManner(cell string, number bool) {
	const enough = 256
	all := g.filled()
	if !number {
		all -= g.numbers
	}
	for i := range g.manners {
		if number && !g.manners[i].Date {
			continue
		}
		if (all < enough || 2*g.fits[i] > all) && g.manners[i].Reads(cell) {
			g.fits[i]++
		}
	}
}
