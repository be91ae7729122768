package process

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

// rowsOfOne is how many rows a person of a large table has.
const rowsOfOne = 20

// largeSample is a job over a table of so many rows of eight columns, of whose people everyone consents.
func largeSample(t testing.TB, rows int) *sample {
	t.Helper()
	columns := `{"name":"group","type":"category","values":["a","b"]}`
	for i := range 7 {
		columns += fmt.Sprintf(`,{"name":"c%d","type":"integer","min":"0","max":"1000"}`, i)
	}
	s := &sample{key: must(vault.GenerateKey())(t)}
	schema := must(schema.Parse(fmt.Appendf(nil,
		`{"format":"assent-schema/1","title":"x","subject":"name","maxContributions":%d,"columns":[%s]}`, rowsOfOne,
		columns)))(t)
	name := func(i int) common.Address {
		var a common.Address
		binary.BigEndian.PutUint32(a[:], uint32(i)+1)
		return a
	}
	var table bytes.Buffer
	table.WriteString("name,group,c0,c1,c2,c3,c4,c5,c6\n")
	people := rows / rowsOfOne
	for i := range people {
		s.roster = append(s.roster, dataset.RosterEntry{Pseudonym: name(i), Salt: common.Hash{1}})
		s.job.Cohort = append(s.job.Cohort, compute.Member{Pseudonym: name(i), Person: uint32(i)})
		for k := range rowsOfOne {
			fmt.Fprintf(&table, "%d,%c,%d,%d,%d,%d,%d,%d,%d\n", i, 'a'+k%2, k, i%1000, 3, 4, 5, 6, 7)
		}
	}
	var sealed bytes.Buffer
	packed := must(vault.Pack(&sealed, &table, vault.PackConfig{
		Schema: schema, Roster: s.roster, Recipients: []string{s.key.Recipient()},
		Pseudonym: func(n string) (vault.Pseudonym, bool) {
			i, err := strconv.Atoi(n)
			return name(i), err == nil
		},
	}))(t)
	s.file, s.content = sealed.Bytes(), packed.ContentRoot
	var err error
	if _, s.job.Parameters, err = statistics.Read(kind.Query,
		[]byte(`{"format":"assent-query/1","groups":[{"column":"group"}],`+
			`"measures":[{"op":"count"},{"op":"sum","column":"c0"}]}`)); err != nil {
		t.Fatal(err)
	}
	s.job.Kind, s.job.Schema, s.job.Release = kind.Query, must(schema.Canonical())(t), job.Exact
	s.job.Live, s.job.Roster = uint32(people), uint32(people)
	s.job.Memory = vault.HeldBytes(rows, len(schema.Columns))
	return s
}

// peak is the most memory that a process has taken, in bytes.
func peak(t testing.TB, e compute.Session) int64 {
	t.Helper()
	f := must(os.Open(fmt.Sprintf("/proc/%d/status", e.(*engine).child.cmd.Process.Pid)))(t)
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if kib, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			return must(strconv.ParseInt(strings.Fields(kib)[0], 10, 64))(t) << 10
		}
	}
	t.Fatal("the system does not say how much memory the process took")
	return 0
}

// TestStaysWithinItsMemory: a process that holds its rows takes no more than what is said of them, and is bounded to
// what is said of it. ASSENT_MEMORY_ROWS is the number of rows.
func TestStaysWithinItsMemory(t *testing.T) {
	rows := 100_000
	if v := os.Getenv("ASSENT_MEMORY_ROWS"); v != "" {
		rows = must(strconv.Atoi(v))(t)
	}
	s := largeSample(t, rows)
	l := newLauncher(t, Self())
	e := must(l.Start(t.Context(), &s.job))(t)
	defer e.Close()
	head := s.head(t)
	must(e.Roster(t.Context(), head))(t)
	must(e.Select(t.Context(), head.Rest()))(t)
	took := peak(t, e)
	must(e.Run(t.Context(), s.noise, most))(t)
	people := (rosterMemory + cohortMemory) * int64(s.job.Roster)
	t.Logf("%d rows of %d people: %d MiB are said of the rows, the process took %d MiB", rows, s.job.Roster,
		s.job.Memory>>20,
		took>>20)
	if all := s.job.Memory + people + ownMemory; took > all {
		t.Errorf("a process that is said to take %d bytes took %d", all, took)
	}
}

func TestRowMemory(t *testing.T) {
	for memory, want := range map[int64]int64{0: 0, 2 * ownMemory: 0, 2*ownMemory + 1: 1, 2 << 30: 3 << 29} {
		if got := RowMemory(memory); got != want {
			t.Errorf("of %d bytes %d are for rows, want %d", memory, got, want)
		}
	}
}
