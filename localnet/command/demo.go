package command

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/cli"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/localnet"
	"github.com/assent-network/assent/localnet/internal/service"
)

// demoConfig is what the demonstration can be told.
type demoConfig struct {
	data            string
	people          int
	decline, revoke int // percent
	epsilon         string
	skipPrivate     bool
	skipExact       bool
	handOver        bool // the broker's keys go to a second instance, and the first ends
}

// Demo returns the command that shows the whole network at work.
func Demo(a *cli.App) *cobra.Command {
	var c demoConfig
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "See the main job on this machine: from a wallet's consent to an auditor's proof",
		Long: `Starts a local network (or uses the one that runs), registers a dataset, gives every
person in it a wallet, collects signed consent, posts a fairness audit, lets some people revoke
while it waits, runs it in a worker, decrypts the result, shows it, has one of the people find out
that their rows were used, and verifies its receipt offline. Without --data the people are made up
(2,000 of them, from a fixed seed).`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, p := range []struct {
				flag  string
				value int
			}{{"--decline", c.decline}, {"--revoke", c.revoke}} {
				if p.value < 0 || p.value > 100 {
					return term.Fail(term.ExitInput, "", "%s %d is not a percentage", p.flag, p.value)
				}
			}
			if c.skipExact && c.skipPrivate {
				return term.Fail(term.ExitInput, "leave out one of the two",
					"--no-exact and --no-private leave no job to run")
			}
			return newDemo(a, c).run(cmd.Context())
		},
	}
	f := cmd.Flags()
	f.StringVar(&c.data, "data", "",
		"a table with the columns of ProPublica's COMPAS two-year file; made-up people when not given")
	f.IntVar(&c.people, "people", 2_000, "how many people to make up")
	f.IntVar(&c.decline, "decline", 15, "percentage of people who do not consent")
	f.IntVar(&c.revoke, "revoke", 3, "percentage of those who consented that revoke while the job waits")
	f.StringVar(&c.epsilon, "epsilon", "1", "privacy budget of the private release, epsilon at delta 10^-6")
	f.BoolVar(&c.skipPrivate, "no-private", false, "leave out the differentially private release")
	f.BoolVar(&c.skipExact, "no-exact", false, "leave out the exact, reviewed release")
	f.BoolVar(&c.handOver, "hand-over", false,
		"have the broker hand its keys over to a second instance in a simulated TEE, and end, before any job runs")
	return cmd
}

// staying is how many people consent and do not revoke, of whom the given percentages of each hundred decline and, of
// those who consent, revoke.
func staying(people, decline, revoke int) int {
	left := func(n, percent int) int { return n - n/100*percent - min(n%100, percent) }
	return left(left(people, decline), revoke)
}

// demo is one run of the demonstration.
type demo struct {
	app *cli.App
	demoConfig
	dir string // of this run
}

func newDemo(a *cli.App, c demoConfig) *demo { return &demo{app: a, demoConfig: c} }

func (d *demo) say(format string, args ...any) { d.app.Note(format, args...) }

// chapter begins a part of the story.
func (d *demo) chapter(title string) { d.say("\n%s", title) }

func (d *demo) run(ctx context.Context) error {
	start := d.app.Now()
	table, err := d.table()
	if err != nil {
		return err // bad input changes nothing
	}
	least := int(publish.PolicyTemplate().MinCohort)
	if n := staying(len(table.people), d.decline, d.revoke); n < least {
		return term.Fail(term.ExitInput, "have more --people, or fewer who --decline or --revoke",
			"%d of %d people would consent, and no job runs on fewer than %d", n, len(table.people), least)
	}
	d.chapter("A network on this machine")
	if _, err := Up(ctx, d.app.Terminal, localnet.Config{Dir: d.app.NetworkPath()}, nil); err != nil {
		return err
	}
	if err := d.makeDir(); err != nil {
		return err
	}
	cast, err := d.cast(ctx, table)
	if err != nil {
		return err
	}
	d.chapter("A custodian registers a dataset; its subjects consent with their wallets")
	if err := cast.enrol(ctx, d, table); err != nil {
		return err
	}
	if err := cast.publish(ctx, d, table); err != nil {
		return err
	}
	d.chapter("The custodian's key broker and a worker (simulated TEE) start")
	if err := d.services(ctx, cast); err != nil {
		return err
	}
	var last common.Hash
	for _, exact := range []bool{true, false} {
		if exact && d.skipExact || !exact && d.skipPrivate {
			continue
		}
		if last, err = cast.audit(ctx, d, exact); err != nil {
			return err
		}
	}
	d.chapter("One of the people looks at what was done with their rows, by the lists that the worker shows")
	if err := cast.uses(ctx, d); err != nil {
		return err
	}
	d.chapter("An auditor checks the record, offline, from the trust root alone")
	if err := cast.verify(ctx, d, last); err != nil {
		return err
	}
	if d.handOver {
		if err := d.journals(ctx); err != nil {
			return err
		}
	}
	d.say("\nDone in %.0f seconds. The files of this run are in %s.", d.app.Now().Sub(start).Seconds(), d.dir)
	d.say("The network goes on: assent localnet status, assent job show %s, assent localnet down.", last)
	return nil
}

// makeDir makes a folder for this run.
func (d *demo) makeDir() error {
	base := filepath.Join(d.app.NetworkPath(), "demo")
	if err := os.MkdirAll(base, 0o700); err != nil {
		return fmt.Errorf("making a folder for the demonstration: %w", err)
	}
	dir, err := os.MkdirTemp(base, d.app.Now().UTC().Format("20060102-150405-"))
	if err != nil {
		return fmt.Errorf("making a folder for the demonstration: %w", err)
	}
	if d.dir, err = filepath.Abs(dir); err != nil {
		return fmt.Errorf("making a folder for the demonstration: %w", err)
	}
	return nil
}

// shared is the folder of the broker and the worker, which serve all runs.
func (d *demo) shared(name string) string {
	return filepath.Join(filepath.Dir(d.dir), name)
}

// passphrase protects the broker's keys. A person would choose it; the demonstration draws it once for its network.
func (d *demo) passphrase() (string, error) {
	path := d.shared("passphrase")
	b, err := os.ReadFile(path)
	if err == nil {
		return string(b), nil
	}
	if !errors.Is(err, os.ErrNotExist) {
		return "", fmt.Errorf("reading the broker's passphrase: %w", err)
	}
	b = make([]byte, 16)
	if _, err := io.ReadFull(rand.Reader, b); err != nil {
		return "", fmt.Errorf("drawing a passphrase: %w", err)
	}
	text := hex.EncodeToString(b)
	if err := wholefile.Write(path, []byte(text)); err != nil {
		return "", fmt.Errorf("writing the broker's passphrase: %w", err)
	}
	return text, nil
}

// services starts the broker and the worker as processes of their own, as they run anywhere. Those of an earlier run
// are stopped first: the worker's measurement is that of the program of now.
func (d *demo) services(ctx context.Context, c *cast) error {
	self, err := executable()
	if err != nil {
		return err
	}
	passphrase, err := d.passphrase()
	if err != nil {
		return err
	}
	network := d.app.NetworkPath()
	for _, name := range []string{"worker", successorService, "broker"} {
		if _, err := service.Stop(ctx, network, name); err != nil {
			return err
		}
	}
	args := []string{"broker", "run", "--network", network, "--dir", d.shared("broker"), "--key", brokerAccount,
		"--listen", "127.0.0.1:0", "--worker", c.operator.Hex()}
	if d.handOver {
		measurement, err := operate.MeasureProgram(self)
		if err != nil {
			return err
		}
		args = append(args, "--successor", common.Hash(measurement.ID()).Hex(), "--simulated-successors")
	}
	done := d.app.Step("broker")
	broker, err := service.Start(ctx, network, service.Spec{
		Name: "broker", Path: self, Ready: brokerReady, Env: []string{"ASSENT_BROKER_PASSPHRASE=" + passphrase},
		Args: args,
	})
	if err != nil {
		return err
	}
	done("%s", broker.Said)
	url := brokerURL(broker)
	if d.handOver {
		if url, err = d.succeed(ctx, self, url); err != nil {
			return err
		}
	}
	done = d.app.Step("worker")
	worker, err := service.Start(ctx, network, service.Spec{
		Name: "worker", Path: self, Ready: "worker ",
		Args: []string{"worker", "run", "--network", network, "--dir", d.shared("worker"), "--key", operatorAccount,
			"--broker", url},
	})
	if err != nil {
		return err
	}
	done("%s", worker.Said)
	return nil
}

func executable() (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("finding this program: %w", err)
	}
	return self, nil
}

// patience is how long the demonstration waits for one job.
const patience = 5 * time.Minute
