package worker

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/compute/computetest"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/fetch"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/tee"
)

// heights is a view whose consensus height grows by one a second, from 100 on. It shows round 7 and no later one.
type heights struct {
	reader *contracts.Reader
	start  time.Time
	stuck  uint64 // the height at which it stays, when not zero
}

func newHeights(t *testing.T) *heights {
	r := contracts.NewReader(1, nil, solidity.Addresses{})
	return &heights{reader: r, start: time.Now()}
}

func (h *heights) Latest(ctx context.Context) (*contracts.Open, error) { return h.At(ctx, 7) }

func (h *heights) At(ctx context.Context, round uint64) (*contracts.Open, error) {
	if round > 7 {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	height := 100 + uint64(time.Since(h.start)/time.Second)
	if h.stuck != 0 {
		height = min(height, h.stuck)
	}
	return h.reader.Open(contracts.Round{Number: 7}, height, mkvs.New(nil, nil, node.RootTypeState), nil), nil
}

func (h *heights) Told(context.Context, uint64) (*contracts.Told, error) {
	return nil, errors.New("not asked")
}

func (h *heights) ToldAt(context.Context, uint64) (*contracts.Told, error) {
	return nil, errors.New("not asked")
}

func (h *heights) Confirm(context.Context, *contracts.Told) (*contracts.Open, error) {
	return nil, errors.New("not asked")
}

func (h *heights) Until(context.Context, uint64) error { return errors.New("not asked") }

func (h *heights) Next(context.Context, uint64) (uint64, error) { return 0, errors.New("not asked") }

// The worker accepts no view that is older than what the broker has verified, in rounds or in consensus blocks: on a
// quiet network the newest round can be old, and the host's clock could make any block look new.
func TestCatchUp(t *testing.T) {
	for _, c := range []struct {
		name  string
		key   release.Key
		stuck uint64
		after time.Duration // at least, and a pause more at most
		fails string
	}{
		{name: "what it has seen", key: release.Key{Round: 7, Height: 100}},
		{name: "an older one", key: release.Key{Round: 3, Height: 90}},
		{name: "a height to come", key: release.Key{Round: 7, Height: 105}, after: 5 * time.Second},
		{name: "a height that the node hides", key: release.Key{Round: 7, Height: 105}, stuck: 104,
			fails: "reaching height 105, which the broker has verified, from height 104"},
		{name: "a round that the node hides", key: release.Key{Round: 8, Height: 100},
			fails: "reaching round 8, which the broker has verified"},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				h := newHeights(t)
				h.stuck = c.stuck
				w := &Worker{cfg: Config{View: h}}
				ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
				defer cancel()
				err := w.catchUp(ctx, c.key)
				switch took := time.Since(h.start); {
				case c.fails == "" && err != nil:
					t.Error(err)
				case c.fails != "" && (err == nil || !strings.Contains(err.Error(), c.fails)):
					t.Errorf("%v, want %q", err, c.fails)
				case c.fails == "" && (took < c.after || took > c.after+time.Second):
					t.Errorf("it took %s, want %s", took, c.after)
				}
			})
		})
	}
}

// A round that never comes, which anyone on the line to the broker can name, holds up no one for good.
func TestCatchUp_givesUp(t *testing.T) {
	for name, key := range map[string]release.Key{
		"a round that never comes":  {Round: 1 << 62, Height: 100},
		"a height that never comes": {Round: 7, Height: 1 << 62},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				h := newHeights(t)
				w := &Worker{cfg: Config{View: h}}
				ctx, cancel := context.WithTimeout(t.Context(), 24*time.Hour)
				defer cancel()
				if err := w.catchUp(ctx, key); !errors.Is(err, context.DeadlineExceeded) {
					t.Error(err)
				}
				if took := time.Since(h.start); took > 2*catchUpPatience {
					t.Errorf("it took %s", took)
				}
			})
		})
	}
}

// What was so before a claim is no reason to give it back: a broker whose node lags behind has not seen it.
func TestOfClaim(t *testing.T) {
	j := &contracts.Job{JobRecord: contracts.JobRecord{ClaimRound: 9}}
	for round, ok := range map[uint64]bool{0: true, 1: false, 8: false, 9: true, 10: true} {
		err := ofClaim(&release.Refusal{Code: "job", Round: round}, j)
		var refusal *release.Refusal
		if (err == nil) != ok || errors.As(err, &refusal) {
			t.Errorf("by round %d: %v", round, err)
		}
	}
}

// A share that was made on the line is asked for again, and does not leave the result withheld.
func TestDeriveOpening_refusesAnothersShare(t *testing.T) {
	share, charge, id := bytes.Repeat([]byte{3}, 32), common.Hash{4}, common.Hash{5}
	right, err := opening.Derive([][]byte{share}, id, charge)
	if err != nil {
		t.Fatal(err)
	}
	j := &contracts.Job{ID: id, JobRecord: contracts.JobRecord{Charge: charge, Opening: right.Commitment()}}
	if key, err := deriveOpening(share, j); err != nil || key != right {
		t.Errorf("its own share: %v", err)
	}
	for name, other := range map[string][]byte{"another share": bytes.Repeat([]byte{6}, 32), "a short one": share[:8],
		"none": nil} {
		if _, err := deriveOpening(other, j); err == nil {
			t.Errorf("%s opens it", name)
		}
	}
}

// A key alone does not make a job this enclave's: the hand-over has to be on record.
func TestIsIn(t *testing.T) {
	old, mine := common.Address{1}, common.Address{2}
	for name, c := range map[string]struct {
		record contracts.JobRecord
		ok     bool
	}{
		"not handed over":           {contracts.JobRecord{Enclave: old}, false},
		"handed over":               {contracts.JobRecord{Enclave: mine}, true},
		"handed over when sealed":   {contracts.JobRecord{Enclave: old, Opener: mine}, true},
		"handed over to the former": {contracts.JobRecord{Enclave: mine, Opener: old}, false},
	} {
		if err := isIn(&contracts.Job{JobRecord: c.record}, mine, 7); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A worker takes no part in jobs of a policy with rules that it does not know.
func TestAccepts_noUnknownRules(t *testing.T) {
	me := &contracts.Worker{Measurement: common.Hash{1}, TrustRoot: common.Hash{2}}
	good := policy.Policy{Means: policy.Means{Measurements: []common.Hash{{1}}, TrustRoots: []common.Hash{{2}}}}
	if !accepts(&good, me) {
		t.Fatal("a policy that names this worker does not accept it")
	}
	for name, change := range map[string]func(p *policy.Policy){
		"a restriction":       func(p *policy.Policy) { p.Restrictions = []common.Hash{{9}} },
		"another measurement": func(p *policy.Policy) { p.Measurements = []common.Hash{{9}} },
		"another root":        func(p *policy.Policy) { p.TrustRoots = nil },
	} {
		p := good
		if change(&p); accepts(&p, me) {
			t.Errorf("%s: accepted", name)
		}
	}
}

// A worker takes no part in jobs whose pins its own quotes do not keep: the broker would refuse it.
func TestKeeps(t *testing.T) {
	own := tee.Claims{Platform: tee.TDX, Attributes: "0000001000000000", XFAM: "e702060000000000"}
	if !keeps(pins.Image(), &own) {
		t.Error("a guest as Linux starts it does not keep the image's pins")
	}
	for name, change := range map[string]func(c *tee.Claims){
		"other attributes":     func(c *tee.Claims) { c.Attributes = "0000000000000000" },
		"another XFAM":         func(c *tee.Claims) { c.XFAM = "ff02060000000000" },
		"no XFAM":              func(c *tee.Claims) { c.XFAM = "" },
		"another platform":     func(c *tee.Claims) { c.Platform = 9 },
		"another guest policy": func(c *tee.Claims) { c.Platform, c.Attributes = tee.SNP, "0000000000080000" },
	} {
		c := own
		if change(&c); keeps(pins.Image(), &c) {
			t.Errorf("%s: keeps the pins", name)
		}
	}
}

// TestRead: a job is over the rows of those who count, of a file that is what the version lists. One with other rows
// than listed has none, and its result says that nothing fits. What takes more memory than there is is refused by the
// number that is listed.
func TestRead(t *testing.T) {
	schema, err := schema.Parse([]byte(`{"format":"assent-schema/1","title":"x","subject":"name","maxContributions":1,"columns":[
	 {"name":"age","type":"integer","min":"0","max":"120"},{"name":"group","type":"category","values":["a","b"]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	hash, err := schema.Hash()
	if err != nil {
		t.Fatal(err)
	}
	key, err := vault.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	var sealed bytes.Buffer
	const rows = 5
	pseudonyms := make(map[string]vault.Pseudonym)
	var roster []dataset.RosterEntry
	table := "name,age,group\n"
	for i := range byte(rows) {
		name := string('a' + rune(i))
		pseudonyms[name], table = vault.Pseudonym{i + 1}, table+name+",30,a\n"
		roster = append(roster, dataset.RosterEntry{Pseudonym: pseudonyms[name], Salt: common.Hash{i + 1}})
	}
	_, err = vault.Pack(&sealed, strings.NewReader(table), vault.PackConfig{
		Schema: schema, Roster: roster, Recipients: []string{key.Recipient()},
		Pseudonym: func(name string) (p vault.Pseudonym, ok bool) { p, ok = pseudonyms[name]; return p, ok },
	})
	if err != nil {
		t.Fatal(err)
	}
	root := common.Hash(sha256.Sum256(sealed.Bytes()))
	version := &dataset.Version{RosterRoot: rootOf(t, roster)}
	path := filepath.Join(t.TempDir(), "data.age")
	if err := os.WriteFile(path, sealed.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	store := &fetch.Store{Dir: t.TempDir(), MaxSize: 1 << 20}
	file, err := store.Get(t.Context(), path, root)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	need := vault.HeldBytes(rows, 2)
	everybody := slices.Collect(maps.Values(pseudonyms))
	var moments []time.Duration
	for _, with := range []struct {
		name   string
		live   []vault.Pseudonym
		listed uint32
		schema common.Hash
		memory int64
		rows   int
		fits   bool
		want   error
	}{
		{"nobody", nil, rows, hash, need, 0, true, nil},
		{"one", everybody[:1], rows, hash, need, 1, true, nil},
		{"everybody", everybody, rows, hash, need, rows, true, nil},
		{"more rows than are listed", everybody, rows - 1, hash, need, 0, false, nil},
		{"another schema than is listed", everybody, rows, common.Hash{1}, need, 0, false, nil},
		{"a byte too little memory", nil, rows, hash, need - 1, 0, true, errTooLarge},
	} {
		w := &Worker{cfg: Config{MaxHeld: with.memory, Engines: computetest.Here{}}}
		c := &computation{people: cohortOf(t, with.live...), plan: new(query.Plan), sizes: sizesOf(schema, rows, rows)}
		listed := dataset.Table{Content: root, Schema: with.schema, Rows: with.listed}
		posted := &material{file: file, table: listed, schema: schema}
		secrets := release.Key{
			FileKey: fileKeyOf(t, key, sealed.Bytes()), Share: make([]byte, 32), UseSecret: make([]byte, 32),
		}
		took := paced(t, c, func(ctx context.Context) {
			err = c.read(ctx, w, &contracts.Job{}, posted, secrets,
				version)
		})
		if !errors.Is(err, with.want) {
			t.Errorf("%s: %v, want %v", with.name, err, with.want)
		}
		if err != nil {
			continue
		}
		moments = append(moments, took)
		n := len(c.people.used()) // with a row each
		if n != with.rows || (c.plan != nil) != with.fits || len(c.roster) != rows {
			t.Errorf("%s: %d rows, %d entries of the roster, fits %t", with.name, n, len(c.roster), c.plan != nil)
		}
	}
	if slices.Max(moments) != slices.Min(moments) {
		t.Errorf("reading takes %v", moments)
	}
}

// fileKeyOf unwraps the key of a sealed file.
func fileKeyOf(t testing.TB, key *vault.Key, file []byte) []byte {
	t.Helper()
	header, err := vault.SealHeader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	k, err := key.FileKey(header)
	if err != nil {
		t.Fatal(err)
	}
	return k[:]
}

// TestMaterial: a version of which the tables were sealed with another roster than the one on record, or with other
// headers than are listed, is refused by what is public, before a key is released for it.
func TestMaterial(t *testing.T) {
	s := []byte(`{"columns":[{"name":"age","type":"integer","min":"0","max":"120"}],"format":"assent-schema/1",` +
		`"maxContributions":1,"subject":"name","title":"x"}`)
	key, err := vault.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := schema.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	var sealed bytes.Buffer
	packed, err := vault.Pack(&sealed, strings.NewReader("name,age\na,31\n"), vault.PackConfig{
		Schema: parsed, Recipients: []string{key.Recipient()},
		Pseudonym: func(string) (vault.Pseudonym, bool) { return vault.Pseudonym{1}, true },
	})
	if err != nil {
		t.Fatal(err)
	}
	good := dataset.Table{Name: "data", Content: packed.ContentRoot, Header: packed.SealHeader,
		Schema: crypto.Keccak256Hash(s), Rows: 1, Roster: common.Hash{7}}
	for name, c := range map[string]struct {
		change func(listed *dataset.Table, file *[]byte, v *dataset.Version)
		want   error
	}{
		"what is on record": {func(*dataset.Table, *[]byte, *dataset.Version) {}, nil},
		"another roster": {func(_ *dataset.Table, _ *[]byte, v *dataset.Version) {
			v.RosterRoot = common.Hash{8}
		}, errRoster},
		"another header": {func(listed *dataset.Table, _ *[]byte, _ *dataset.Version) {
			listed.Header[0] ^= 1
		}, errHeader},
		"a file that is none": {func(listed *dataset.Table, file *[]byte, _ *dataset.Version) {
			*file = []byte("sealed")
			listed.Content = sha256.Sum256(*file)
		}, errHeader},
		"a header that is too large": {func(listed *dataset.Table, file *[]byte, _ *dataset.Version) {
			*file = []byte("age-encryption.org/v1\n-> " + strings.Repeat("x", vault.MaxSealHeader) + "\n\n")
			listed.Content = sha256.Sum256(*file)
		}, errHeader},
	} {
		listed, file := good, sealed.Bytes()
		version := &dataset.Version{URI: t.TempDir(), RosterRoot: common.Hash{7}}
		c.change(&listed, &file, version)
		list := dataset.Tables{listed}
		version.ContentRoot, version.Schema = list.ContentRoot(), list.SchemaRoot()
		b, err := list.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		for name, content := range map[string][]byte{
			dataset.TablesFile: b, listed.SchemaFile(): s, listed.DataFile(): file,
		} {
			if err := os.WriteFile(filepath.Join(version.URI, name), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		w := &Worker{cfg: Config{Files: &fetch.Store{Dir: t.TempDir(), MaxSize: 1 << 20, MaxTotal: 1 << 20}}}
		parameters := []byte(`{"format":"assent-query/1"}`)
		posted := &contracts.Job{JobRecord: contracts.JobRecord{}}
		posted.Spec.Parameters = crypto.Keccak256Hash(parameters)
		m, err := w.material(t.Context(), posted, version, parameters)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if err != nil {
			continue
		}
		m.file.Close()
		// What the worker asks with is what the broker takes.
		if table, err := m.asked.Check(&posted.Spec, version.ContentRoot); err != nil || table != listed {
			t.Errorf("%s: the broker finds %+v, %v", name, table, err)
		}
	}
}

// A result that was sealed before its moment is not opened, though the enclave was made to believe that the moment had
// come.
func TestIsInTime(t *testing.T) {
	for sealed, ok := range map[uint64]bool{0: false, 99: false, 100: true, 101: true} {
		if err := isInTime(&contracts.Job{JobRecord: contracts.JobRecord{SealedAt: sealed}},
			100); (err == nil) != ok {
			t.Errorf("sealed at %d: %v", sealed, err)
		}
	}
}
