package command

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli"
	"github.com/assent-network/assent/client/cli/keyfile"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/client/report"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/statistics"
)

// Accounts of a local network that the demonstration's people use.
const (
	custodianAccount  = "dev:1"
	brokerAccount     = "dev:2"
	operatorAccount   = "dev:3"
	researcherAccount = "dev:4"
)

// cast are the people of the demonstration.
type cast struct {
	*actors.Story
	client     *client.Client
	researcher *account.Account
	operator   common.Address
	resultKey  sealed.PrivateKey
	consenting []actors.Subject
	revoking   []actors.Subject // of those consenting, in the order in which they revoke
	shown      *actors.Subject  // of those consenting, the one who looks at what was done; nil when all revoke
}

// cast hires the people and registers the dataset.
func (d *demo) cast(ctx context.Context, t *table) (*cast, error) {
	keys := make(map[string]*ecdsa.PrivateKey)
	for _, name := range []string{custodianAccount, brokerAccount, operatorAccount, researcherAccount} {
		key, err := d.app.LoadKey(name)
		if err != nil {
			return nil, err
		}
		keys[name] = key
	}
	c, err := d.app.Client(ctx)
	if err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding this program, to measure it: %w", err)
	}
	measurement, err := operate.MeasureProgram(self)
	if err != nil {
		return nil, err
	}
	simulated, err := operate.SimulatedRoot(d.app.NetworkPath(), nil, d.app.Now())
	if err != nil {
		return nil, err
	}
	p := publish.PolicyTemplate()
	p.AllowExact = true
	p.Measurements, p.TrustRoots = []common.Hash{common.Hash(measurement.ID())}, []common.Hash{simulated.ID()}
	if err := publish.Describe(&p, publish.One(t.schemaFile), t.sheet); err != nil {
		return nil, err
	}
	name := "demo " + filepath.Base(d.dir)
	s, err := actors.Begin(ctx, c, keys[custodianAccount], crypto.PubkeyToAddress(keys[brokerAccount].PublicKey), name,
		true, p, d.app.Now)
	if err != nil {
		return nil, err
	}
	researcher := c.Account(keys[researcherAccount])
	resultKey, err := sealed.GenerateKey(sealed.DefaultKEM, d.app.Rand)
	if err != nil {
		return nil, fmt.Errorf("making the researcher's key: %w", err)
	}
	return &cast{
		Story: s, client: c, researcher: researcher, operator: crypto.PubkeyToAddress(keys[operatorAccount].PublicKey),
		resultKey: resultKey,
	}, nil
}

// enrol gives everyone a wallet and collects consent.
func (c *cast) enrol(ctx context.Context, d *demo, t *table) error {
	d.say("  dataset %s: %s; policy: fairness audits, at least 50 subjects", c.Dataset.TerminalString(), t.title)
	done := d.app.Step("wallets and pseudonyms")
	random := d.app.Rand
	err := c.MakeSubjects(t.people, func(int) (*ecdsa.PrivateKey,
		error) {
		return ecdsa.GenerateKey(crypto.S256(), random)
	}, random)
	if err != nil {
		return err
	}
	done("%d", len(c.Subjects))
	// Who declines follows from the place in the table, so that the story is the same every time.
	for i, s := range c.Subjects {
		if i%100 >= d.decline {
			c.consenting = append(c.consenting, s)
		}
	}
	done = d.app.Step("signed grants")
	if err := c.Enrol(ctx, c.consenting, actors.Consent{Exact: true}, nil); err != nil {
		return err
	}
	done("%d recorded, %d people declined", len(c.consenting), len(c.Subjects)-len(c.consenting))
	for i, s := range c.consenting {
		if i%100 < d.revoke {
			c.revoking = append(c.revoking, s)
		} else {
			c.shown = &s
		}
	}
	return nil
}

// publish makes the dataset's key, seals the table and puts it on record.
func (c *cast) publish(ctx context.Context, d *demo, t *table) error {
	done := d.app.Step("sealed dataset")
	passphrase, err := d.passphrase()
	if err != nil {
		return err
	}
	dir := filepath.Join(d.shared("broker"), "keys")
	keys, err := keyring.Open(dir, passphrase)
	if errors.Is(err, os.ErrNotExist) {
		keys, err = keyring.Create(dir, passphrase, demoScryptWork)
	}
	if err != nil {
		return err
	}
	e, err := keyring.NewEntry(filepath.Base(d.dir), d.app.Rand)
	if err != nil {
		return err
	}
	if err := keys.Put(c.Dataset, e, false); err != nil {
		return err
	}
	recipient, err := e.Recipient()
	if err != nil {
		return err
	}
	files := map[string][]byte{"table.csv": t.csv, "schema.json": t.schemaFile, "datasheet.md": t.sheet,
		"mock.csv": t.mock}
	for name, content := range files {
		if err := wholefile.Write(filepath.Join(d.dir, name), content); err != nil {
			return fmt.Errorf("writing the demonstration's files: %w", err)
		}
	}
	in := func(name string) string { return filepath.Join(d.dir, name) }
	if err := c.Roster.Save(in("roster.csv")); err != nil {
		return err
	}
	packed, err := publish.Pack(publish.Config{
		Tables: []publish.Table{{Name: publish.DefaultTable, CSV: in("table.csv"), Schema: in("schema.json"),
			Mock: in("mock.csv")}},
		Roster: in("roster.csv"), Datasheet: in("datasheet.md"),
		Out: in("published"), To: []string{recipient}, DropColumns: true,
	})
	if err != nil {
		return err
	}
	if _, err := c.AddVersion(ctx, in("published"), "", in("roster.csv")); err != nil {
		return err
	}
	done("%d rows, content root %s on record", packed.Summaries[0].Rows, packed.Tables.ContentRoot().TerminalString())
	return nil
}

// demoScryptWork protects a random passphrase, which needs no slow hash.
const demoScryptWork = 12

// parameters of the audit: who is called a risk, who did reoffend, by race.
const parameters = `{
  "format": "assent-fairness/1",
  "prediction": {"column": "score_text", "op": "!=", "value": "Low"},
  "label": {"column": "two_year_recid", "op": "=", "value": "true"},
  "groups": [{"column": "race", "reference": "Caucasian"}]
}`

// audit posts a fairness audit, lets people revoke while it waits, and shows the result.
func (c *cast) audit(ctx context.Context, d *demo, exact bool) (common.Hash, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	how, rho, name := job.Exact, budget.Rho(0), "exact"
	if exact {
		d.chapter("A researcher posts a fairness audit; the custodian reviews it; the release is exact")
	} else {
		d.chapter("The same audit, released with differential privacy instead of a review")
		how, name = job.Private, "private"
		micro, err := cli.ParseMicro("--epsilon", d.epsilon)
		if err != nil {
			return common.Hash{}, err
		}
		if rho, err = budget.FromEpsilon(budget.Epsilon(micro), budget.DeltaExponent); err != nil {
			return common.Hash{}, err
		}
	}
	_, canonical, err := statistics.Read(kind.Fairness, []byte(parameters))
	if err != nil {
		return common.Hash{}, err
	}
	id, err := c.Post(ctx, c.researcher, kind.Fairness, canonical, how, rho, c.resultKey)
	if err != nil {
		return id, err
	}
	d.say("  job %s posted, fee in escrow", id)
	if n := len(c.revoking); n > 0 {
		done := d.app.Step("revocations while it waits")
		if err := c.Revoke(ctx, c.revoking, 2); err != nil {
			return id, err
		}
		done("%d", n)
		c.revoking = nil
	}
	if err := c.Approve(ctx, id); err != nil {
		return id, err
	}
	start := d.app.Now()
	j, err := c.client.Watch(ctx, id, client.WatchOptions{Changed: func(c client.Change) {
		d.say("  %5.1fs  %s", d.app.Now().Sub(start).Seconds(), cli.ChangeWords(c))
	}})
	if err != nil {
		return id, err
	}
	if j.State() != job.Done {
		return id, term.Fail(term.ExitPolicy, "see the logs of worker and broker in the network's folder",
			"job %s ended as %s", id, j.State())
	}
	delivery, err := c.client.Delivery(ctx, id)
	if err != nil {
		return id, err
	}
	plain, err := delivery.Result(c.resultKey)
	if err != nil {
		return id, err
	}
	r, err := statistics.Decode(plain)
	if err != nil {
		return id, fmt.Errorf("reading the result: %w", err)
	}
	picture := filepath.Join(d.dir, name+".svg")
	for path, content := range map[string][]byte{picture: report.SVG(r), filepath.Join(d.dir, name+".json"): plain} {
		if err := wholefile.Write(path, content); err != nil {
			return id, fmt.Errorf("writing the result: %w", err)
		}
	}
	d.say("  decrypted with the researcher's key; a picture of it is %s\n", picture)
	var shown error
	err = d.app.Result(r, func(w io.Writer) { shown = report.Text(w, r, report.Style{Color: d.app.Color}) })
	if err != nil {
		return id, err
	}
	return id, shown
}

// uses has one of the people look at what was done with their rows, by the command that any person has.
func (c *cast) uses(ctx context.Context, d *demo) error {
	if c.shown == nil {
		return nil
	}
	wallet := filepath.Join(d.dir, "subject.key")
	if err := keyfile.Write(wallet, d.app.Getenv("ASSENT_PASSPHRASE"), c.shown.Wallet); err != nil {
		return err
	}
	args := []string{"consent", "uses", c.Dataset.Hex(), "--wallet", wallet, "--site", actors.Site, "--from",
		filepath.Join(d.shared("worker"), "uses")}
	d.say("  assent %s", strings.Join(args, " "))
	terminal := *d.app.Terminal // the command sets flags of its own
	root := cli.New(&terminal)
	args = append(args, "--network", d.app.NetworkPath())
	if d.app.JSON {
		args = append(args, "--json")
	}
	root.SetArgs(args)
	return root.ExecuteContext(ctx)
}

// verify records the audit bundle of a job and verifies it from the trust root alone.
func (c *cast) verify(ctx context.Context, d *demo, id common.Hash) error {
	root, err := d.app.TrustRoot("")
	if err != nil {
		return err
	}
	f, err := d.app.Network()
	if err != nil {
		return err
	}
	done := d.app.Step("audit bundle")
	b, err := operate.RecordBundle(ctx, operate.Config{
		Root: root, Socket: f.Sockets[0], Dir: filepath.Join(d.dir, "audit"), Now: d.app.Now,
		Log: slog.New(slog.DiscardHandler),
	}, c.client, id)
	if err != nil {
		return err
	}
	path := filepath.Join(d.dir, "job.bundle")
	encoded := b.Encode()
	if err := wholefile.Write(path, encoded); err != nil {
		return fmt.Errorf("writing the bundle: %w", err)
	}
	done("%s (%d bytes)", path, len(encoded))
	started := d.app.Now()
	r := audit.Verify(encoded, root, audit.Options{Now: d.app.Now()})
	took := d.app.Now().Sub(started)
	if err := d.app.Result(r, func(w io.Writer) { cli.PrintReport(w, r) }); err != nil {
		return err
	}
	if err := r.Err(); err != nil {
		return term.Fail(term.ExitVerify, "", "verifying job %s: %w", id, err)
	}
	d.say("  verified in %d ms; do it again with: assent audit verify %s --trust-root %s", took.Milliseconds(), path,
		f.TrustRoot)
	return nil
}
