package jobs_test

import (
	"crypto/ecdsa"
	"crypto/rand"
	"fmt"
	"log/slog"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/client/operate/bootstrap"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/localnet/scenario"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/statistics"
	"github.com/assent-network/assent/protocol/trustroot"
	"github.com/assent-network/assent/tee/insecure"
)

const (
	// policyDelay is how long a looser policy waits on the networks of stories.
	policyDelay = 2 * time.Second
	// grace is how long after its time a job can be sealed or opened there.
	grace = 12 * time.Second
	// bond is what a claim brings.
	bond = 1_000_000_000_000_000
	// storyPace is four times the usual: on a machine on which everything runs at once, a run that has a quarter of a
	// second may miss its moment, and leave its default value.
	storyPace = time.Second
	// storyTimeout bounds what a story waits for.
	storyTimeout = 2 * time.Minute
)

// founded has the owners of the networks that were founded, by directory.
var founded = struct {
	sync.Mutex
	owners map[string]*ecdsa.PrivateKey
}{owners: make(map[string]*ecdsa.PrivateKey)}

// study is one dataset with everyone around it: a custodian with a broker, subjects, a researcher, and what it takes to
// run workers. Every study has a measurement of its own, so that workers of one do not take the jobs of another.
type study struct {
	*actors.Story
	net       *scenario.Network
	root      trustroot.TrustRoot
	simulated *insecure.Root
	dir       string
	program   string // the file that is measured
	missing   int    // people on the roster who have no row, where most have none

	keys       *keyring.Keyring
	entry      *keyring.Entry
	brokerKey  *ecdsa.PrivateKey
	operator   *ecdsa.PrivateKey
	researcher *account.Account
	resultKey  sealed.PrivateKey
	owner      *ecdsa.PrivateKey // of the worker registry
	table      string
	schema     string
	began      uint64          // the round in which the study was about to begin
	log        *slog.Logger    // of broker and workers; the test's when nil
	others     map[string]file // further tables, by name
	drawn      recorder        // what its workers drew
}

// setting is what a study can have otherwise than usual.
type setting struct {
	people   int                    // 8 when zero
	policy   func(p *policy.Policy) // changes the usual policy
	consent  actors.Consent         // exact releases are always granted
	declines func(i int) bool       // who never grants
	// schema and table replace the usual ones; names are the table's subjects.
	schema, table string
	others        map[string]file // further tables of the dataset, by name
	names         []string
}

// file is a table beside the usual one.
type file struct{ schema, table string }

// usualSchema has a column by which a sum tells every row that entered it: see usualTable.
const usualSchema = `{"format":"assent-schema/1","title":"weights","subject":"name","maxContributions":1,"columns":[
 {"name":"weight","type":"integer","min":"0","max":"2147483648"},
 {"name":"group","type":"category","values":["a","b"]},
 {"name":"predicted","type":"boolean"},{"name":"actual","type":"boolean"}]}`

// usualTable gives subject i the weight 2^i.
func usualTable(people int) (names []string, table string) {
	var b strings.Builder
	b.WriteString("name,weight,group,predicted,actual\n")
	for i := range people {
		names = append(names, fmt.Sprintf("person %d", i))
		fmt.Fprintf(&b, "%s,%d,%s,%d,%d\n", names[i], uint64(1)<<i, string("ab"[i%2]), i/2%2, i/3%2)
	}
	return names, b.String()
}

// whoTook asks for the sum of the weights, which names the rows that were used, and their count.
const whoTook = `{"format":"assent-query/1","measures":[{"op":"count"},{"op":"sum","column":"weight"}]}`

// newStudy founds the network if need be, registers a dataset, enrols its subjects and publishes its data.
func newStudy(t testing.TB, net *scenario.Network, with setting) *study {
	t.Helper()
	ctx := t.Context()
	s := &study{net: net, dir: t.TempDir()}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	var err error
	s.root, s.owner = foundOnce(t, net)
	s.simulated, err = operate.SimulatedRoot(net.Dir, rand.Reader, time.Now())
	must(err)
	s.program = filepath.Join(s.dir, "program")
	must(os.WriteFile(s.program, []byte(t.Name()+rand.Text()), 0o600))
	measurement, err := operate.MeasureProgram(s.program)
	must(err)

	s.began, err = net.Client(t).LatestRound(ctx)
	must(err)
	c, err := client.New(ctx, net.Ethereum(t), net.File.ChainID, solidity.AddressesOf(s.root))
	must(err)
	s.brokerKey, s.operator = net.Account(t).Key, net.Account(t).Key
	s.researcher = c.Account(net.Account(t).Key)
	s.resultKey, err = sealed.GenerateKey(sealed.DefaultKEM, rand.Reader)
	must(err)

	if with.people == 0 {
		with.people = 8
	}
	if s.schema = with.schema; s.schema == "" {
		s.schema = usualSchema
		with.names, with.table = usualTable(with.people)
	}
	s.table = with.table

	p := publish.PolicyTemplate()
	s.others = with.others
	schemas := publish.One([]byte(s.schema))
	for name, other := range s.others {
		schemas[name] = []byte(other.schema)
	}
	must(publish.Describe(&p, schemas, nil))
	p.AllowExact, p.MinCohort, p.MinCell, p.RhoLimit = true, 2, 0, 1_000_000
	p.Measurements, p.TrustRoots = []common.Hash{common.Hash(measurement.ID())}, []common.Hash{s.simulated.ID()}
	if with.policy != nil {
		with.policy(&p)
	}
	s.Story, err = actors.Begin(ctx, c, net.Account(t).Key, crypto.PubkeyToAddress(s.brokerKey.PublicKey), "study "+
		rand.Text(), true, p, time.Now)
	must(err)

	must(s.MakeSubjects(with.names, func(int) (*ecdsa.PrivateKey, error) { return crypto.GenerateKey() }, rand.Reader))
	var enrolled []actors.Subject
	for i, who := range s.Subjects {
		if with.declines == nil || !with.declines(i) {
			enrolled = append(enrolled, who)
		}
	}
	with.consent.Exact = true
	must(s.Enrol(ctx, enrolled, with.consent, nil))

	s.keys, err = keyring.Create(filepath.Join(s.dir, "keys"), "passphrase", 2)
	must(err)
	s.entry, err = keyring.NewEntry(t.Name(), rand.Reader)
	must(err)
	must(s.keys.Put(s.Dataset, s.entry, false))
	s.publish(t)
	return s
}

// foundOnce founds a network unless it is, and returns its trust root and the owner of its worker registry.
func foundOnce(t testing.TB, net *scenario.Network) (trustroot.TrustRoot, *ecdsa.PrivateKey) {
	t.Helper()
	founded.Lock()
	defer founded.Unlock()
	owner := founded.owners[net.Dir]
	if owner == nil {
		owner = net.Account(t).Key
		founded.owners[net.Dir] = owner
	}
	root, err := bootstrap.Network(t.Context(), bootstrap.Config{
		Dir: net.Dir, Key: owner, PolicyDelay: policyDelay, Grace: grace, Bond: big.NewInt(bond), Random: rand.Reader,
		Now: time.Now,
	})
	if err != nil {
		t.Fatal(err)
	}
	return root, owner
}

// publish seals the table as a new version of the dataset and returns its number.
func (s *study) publish(t testing.TB) uint32 {
	t.Helper()
	dir, err := os.MkdirTemp(s.dir, "version-")
	if err != nil {
		t.Fatal(err)
	}
	path := func(name string) string { return filepath.Join(dir, name) }
	recipient, err := s.entry.Recipient()
	if err != nil {
		t.Fatal(err)
	}
	tables := []publish.Table{{Name: publish.DefaultTable, CSV: path("table.csv"), Schema: path("schema.json")}}
	files := map[string]string{"table.csv": s.table, "schema.json": s.schema}
	for name, other := range s.others {
		files[name+".csv"], files[name+".json"] = other.table, other.schema
		tables = append(tables, publish.Table{Name: name, CSV: path(name + ".csv"), Schema: path(name + ".json")})
	}
	for name, content := range files {
		if err := os.WriteFile(path(name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Roster.Save(path("roster.csv")); err != nil {
		t.Fatal(err)
	}
	if _, err := publish.Pack(publish.Config{
		Tables: tables, Roster: path("roster.csv"), Out: path("public"), To: []string{recipient},
		AllowMissing: s.missing,
	}); err != nil {
		t.Fatal(err)
	}
	number, err := s.AddVersion(t.Context(), path("public"), "", path("roster.csv"))
	if err != nil {
		t.Fatal(err)
	}
	return number
}

// wanted is a job that a researcher asks for. Its zero value asks exactly who took part.
type wanted struct {
	kind       kind.Kind
	parameters string // whoTook when empty
	rho        budget.Rho
}

// post posts a job.
func (s *study) post(t testing.TB, w wanted) common.Hash {
	t.Helper()
	id, err := s.tryPost(t, w)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func (s *study) tryPost(t testing.TB, w wanted) (common.Hash, error) {
	t.Helper()
	if w.parameters == "" {
		w.parameters = whoTook
	}
	_, parameters, err := statistics.Read(w.kind, []byte(w.parameters))
	if err != nil {
		t.Fatal(err)
	}
	how := job.Exact
	if w.rho > 0 {
		how = job.Private
	}
	return s.Post(t.Context(), s.researcher, w.kind, parameters, how, w.rho, s.resultKey)
}

// ask posts a job and has it approved.
func (s *study) ask(t testing.TB, w wanted) common.Hash {
	t.Helper()
	id := s.post(t, w)
	s.approve(t, id)
	return id
}

func (s *study) approve(t testing.TB, id common.Hash) {
	t.Helper()
	if err := s.Approve(t.Context(), id); err != nil {
		t.Fatal(err)
	}
}
