package cli

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/node/broker/attestation"
	"github.com/assent-network/assent/node/broker/handover"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/compute/process"
	"github.com/assent-network/assent/node/genuine"
	"github.com/assent-network/assent/tee"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

func (a *App) brokerJoin(dir *string) *cobra.Command {
	var (
		listen, account, collateral string
		from, datasets              []string
		shared                      stationOptions
		accept                      acceptOptions
	)
	cmd := &cobra.Command{
		Use:   "join --from URL",
		Short: "Run a second instance in a TEE, with the keys of one that runs, until interrupted", Args: cobra.NoArgs,
		Long: `The instance makes keys of its own, attests them, and asks a running instance for the
keys of its datasets and, unless --key names it, for the broker account's. They stay in memory:
started again, it asks again. Which simulated workers may have keys, and who may be the next
successor, came with the keys, and so did what is wanted of quotes; flags for quotes here are
conditions on top.

The first instance must name this program's measurement (assent worker measure) with --successor. On
a machine without a TEE the quotes are simulated, which it must allow with --simulated-successors.
Both need the same trust root file.

  assent broker join --from http://127.0.0.1:8600 --listen 127.0.0.1:8601 --dir second/`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := process.Shield(); err != nil {
				return err
			}
			if err := checkListen(listen); err != nil {
				return err
			}
			c := operate.SuccessorConfig{From: from, Journal: filepath.Join(*dir, journalFile), Listen: listen,
				Random: a.Rand}
			if len(from) == 0 {
				return term.Fail(term.ExitInput, "name a running instance with --from",
					"there is no instance to get the keys from")
			}
			policy, err := accept.policy(cmd)
			if err != nil {
				return err
			}
			if accept.given(cmd) {
				c.Accept = &policy
			}
			if account != "" {
				if c.Account, err = parseAddress("--account", account); err != nil {
					return err
				}
			}
			if c.Datasets, err = parseHashes("--dataset", datasets); err != nil {
				return err
			}
			var key *ecdsa.PrivateKey
			if a.key != "" {
				if key, err = a.Key(); err != nil {
					return err
				}
			}
			var f *network.File
			if c.Config, f, err = a.stationOf(shared, "", key); err != nil {
				return err
			}
			if c.TEE, err = a.machineTEE(f, collateral); err != nil {
				return err
			}
			c.Started = func(j operate.Joined) {
				url, protection, from := serviceURL(listen, j.Address), kindOf(j.Simulated), term.Printable(j.From)
				a.ready(map[string]any{
					"service": "broker", "url": url, "protection": protection, "account": j.Account,
					"datasets": j.Datasets,
					"from":     from, "measurement": j.Measurement,
				}, "broker is ready at %s (%s), for account %s with %d datasets, keys from %s, measurement %s",
					url, protection, j.Account, j.Datasets, from, j.Measurement)
			}
			return joinFailure(operate.RunSuccessor(cmd.Context(), c))
		},
	}
	shared.flags(cmd)
	shared.monitorFlags(cmd)
	accept.flags(cmd)
	f := cmd.Flags()
	f.StringArrayVar(&from, "from", nil, "URL of a running instance; several are asked in order")
	f.StringVar(&account, "account", "", "the broker account that it must have; that of --key, or any, when not given")
	f.StringArrayVar(&datasets, "dataset", nil, "dataset whose key to ask for; all when not given")
	f.StringVar(&listen, "listen", "127.0.0.1:8601", "address to listen on")
	f.StringVar(&collateral, "collateral", "",
		"file with the collateral of this machine's quotes, where it has a TEE; read anew each time")
	return cmd
}

// machineTEE opens this machine's TEE, or simulates one where there is none, as a worker does.
func (a *App) machineTEE(f *network.File, collateral string) (*operate.TEE, error) {
	if operate.HasTEE() {
		if collateral == "" {
			return nil, term.Fail(term.ExitInput, "name the file with --collateral",
				"this machine has a TEE, whose quotes need collateral")
		}
		return operate.OpenTEE(operate.FileCollateral{Path: collateral})
	}
	simulated, err := operate.SimulatedRoot(filepath.Dir(f.TrustRoot), nil, a.Now())
	if err != nil {
		return nil, err
	}
	program, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding this program, to measure it: %w", err)
	}
	return operate.SimulateTEE(simulated, program, a.Rand, a.Now)
}

// joinFailure gives what may go wrong with a hand-over the hint that it deserves.
func joinFailure(err error) error {
	var refusal *release.Refusal
	switch {
	case errors.As(err, &refusal):
		return term.Fail(term.ExitPolicy, handoverHint(refusal.Code), "%w", err)
	case errors.Is(err, handover.ErrAccount):
		return term.Fail(term.ExitPolicy, "leave --key and --account away, or name the account of the first instance",
			"%w", err)
	case errors.Is(err, handover.ErrSignature):
		return term.Fail(term.ExitVerify, "another program answers between the instances; ask the first one itself",
			"%w", err)
	}
	return err
}

// handoverHint says what to do where the first instance refused for a code.
func handoverHint(code release.Code) string {
	switch code {
	case release.Code(teepolicy.CheckMeasurement), handover.CodeSuccessors:
		return "the first instance names this program with --successor; its measurement: assent worker measure"
	case release.CodeSimulated:
		return "the first instance allows it with --simulated-successors; real data also wants its dataset's name " +
			"typed: assent broker add --let-simulated-workers-have"
	case handover.CodeTrustRoot:
		return "give both instances the same file with --trust-root"
	}
	return ""
}

func kindOf(simulated bool) string {
	if simulated {
		return "simulated TEE"
	}
	return "TEE"
}

// attested is what a broker's attestation says, for people and programs.
type attested struct {
	URL         string         `json:"url"`
	Account     common.Address `json:"account"`
	Enclave     common.Address `json:"enclave"`
	REK         common.Hash    `json:"rek"`
	Platform    string         `json:"platform"`
	Simulated   bool           `json:"simulated"`
	TCB         tee.TCBStatus  `json:"tcb"`
	TCBDate     time.Time      `json:"tcbDate,omitzero"`
	Measurement common.Hash    `json:"measurement"`
	Registers   []tee.Register `json:"registers"`
	TrustRoot   common.Hash    `json:"trustRoot"`
	Devices     []string       `json:"devices"`
	Round       uint64         `json:"round,string"`
	Accepted    bool           `json:"accepted"`
	Refusal     string         `json:"refusal,omitempty"`
}

// askTimeout bounds a question to a broker.
const askTimeout = time.Minute

func (a *App) brokerAttestation() *cobra.Command {
	var trustRoot, account string
	var measurements []string
	var accept acceptOptions
	cmd := &cobra.Command{
		Use: "attestation URL", Short: "Ask a broker that runs in a TEE what it is, and verify its answer",
		Args: cobra.ExactArgs(1),
		Long: `Asks for a quote that answers a fresh nonce, verifies it, and prints platform, TCB
status, measurement and whether it is simulated or real. Which certificates are revoked, the chain
says, in a view that is verified from the trust root file; the host that answers has no say in it.
It says that such an instance exists and has just answered; a program that forwards its answers can
look the same, and can read none of its keys.

  assent broker attestation http://127.0.0.1:8601
  assent broker attestation http://127.0.0.1:8601 --measurement 0x...      fail unless it is this program`,
		RunE: func(cmd *cobra.Command, args []string) error {
			policy, err := accept.policy(cmd)
			if err != nil {
				return err
			}
			if policy.Measurements, err = parseHashes("--measurement", measurements); err != nil {
				return err
			}
			var expected common.Address
			if account != "" {
				if expected, err = parseAddress("--account", account); err != nil {
					return err
				}
			}
			c, _, err := a.stationOf(stationOptions{trustRoot: trustRoot}, "", nil)
			if err != nil {
				return err
			}
			client, err := release.NewClient(args[0], &http.Client{Timeout: askTimeout})
			if err != nil {
				return term.Fail(term.ExitInput, "", "%w", err)
			}
			var nonce common.Hash
			if _, err := io.ReadFull(a.Rand, nonce[:]); err != nil {
				return fmt.Errorf("drawing a nonce: %w", err)
			}
			answer, err := attestation.Ask(cmd.Context(), client, nonce)
			if err != nil {
				return err
			}
			report, err := a.judgeAttestation(cmd.Context(), c, answer, nonce, policy)
			if err != nil {
				return attestationFailure(args[0], err)
			}
			report.URL = args[0]
			if expected != (common.Address{}) && report.Account != expected && report.Accepted {
				report.Accepted, report.Refusal = false,
					fmt.Sprintf("it serves account %s, not %s", report.Account, expected)
			}
			if err := a.Result(report, func(w io.Writer) { printAttested(w, report) }); err != nil {
				return err
			}
			if !report.Accepted {
				return term.Fail(term.ExitPolicy,
					"it is genuine; whether to accept it is yours to say, with --tcb, --floor and their like",
					"the broker at %s: %s", args[0], report.Refusal)
			}
			return nil
		},
	}
	accept.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&trustRoot, "trust-root", "", "trust root file; the network's own when not given")
	f.StringArrayVar(&measurements, "measurement", nil, "measurement that it must have; may be given several times")
	f.StringVar(&account, "account", "", "broker account that it must serve")
	return cmd
}

// attestationFailure tells an answer that does not hold from lists that are missing and from a chain that could not be
// read.
func attestationFailure(url string, err error) error {
	var missing *genuine.Missing
	switch {
	case errors.As(err, &missing):
		return term.Fail(term.ExitVerify, "whether it is genuine cannot be known before they are on chain",
			"verifying the attestation of %s: %w", url, err)
	case errors.Is(err, tee.ErrNotGenuine), errors.Is(err, tee.ErrEvidence), errors.Is(err, genuine.ErrPlatform):
		return term.Fail(term.ExitVerify, "do not rely on it", "verifying the attestation of %s: %w", url, err)
	}
	return fmt.Errorf("verifying the attestation of %s: %w", url, err)
}

// judgeAttestation verifies an answer by the newest round of the chain and says whether it is accepted.
func (a *App) judgeAttestation(
	ctx context.Context, station operate.Config, answer attestation.Answer, nonce common.Hash, policy teepolicy.Policy,
) (report *attested, err error) {
	n, err := operate.AttestationNetwork(station.Root)
	if err != nil {
		return nil, err
	}
	s, err := operate.Open(ctx, station)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	round, err := s.View.Latest(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the newest round: %w", err)
	}
	defer round.Close()
	now := a.Now()
	v, err := attestation.Verify(ctx, round, now, answer, nonce, n)
	if err != nil {
		return nil, err
	}
	c := v.Claims
	report = &attested{
		Account: answer.Account, Enclave: answer.Enclave, REK: answer.REK, Platform: c.Platform.String(),
		Simulated: c.Simulated, TCB: c.TCB,
		TCBDate: c.TCBDate, Measurement: c.Measurement, Registers: c.Registers, TrustRoot: c.Root,
		Devices: c.Device.IDs(),
		Round:   v.Binding.Round, Accepted: true,
	}
	if len(policy.Measurements) == 0 {
		policy.Measurements = []common.Hash{c.Measurement}
	}
	// one of the trust root file's, or it would not be genuine
	policy.Roots, policy.Simulated = []common.Hash{c.Root}, true
	facts := teepolicy.Facts{Binding: v.Binding, Nonce: v.Nonce, Round: v.Binding.Round, Now: now}
	if err := policy.Validate(c, facts); err != nil {
		report.Accepted, report.Refusal = false, err.Error()
	}
	return report, nil
}

func printAttested(w io.Writer, r *attested) {
	kind := "real hardware"
	if r.Simulated {
		kind = "SIMULATED: it protects nothing from the operator of the machine"
	}
	fmt.Fprintf(w, "platform     %s, %s\n", r.Platform, kind)
	fmt.Fprintf(w, "tcb          %s", term.Printable(string(r.TCB)))
	if !r.TCBDate.IsZero() {
		fmt.Fprintf(w, " (level of %s)", r.TCBDate.Format(time.DateOnly))
	}
	fmt.Fprintf(w, "\nmeasurement  %s\ntrust root   %s\nmachine      %s\naccount      %s\nenclave      %s\nbound to  "+
		"   round %d\n",
		r.Measurement, r.TrustRoot, strings.Join(r.Devices, " "), r.Account, r.Enclave, r.Round)
	if r.Accepted {
		fmt.Fprintln(w, "\nVERIFIED: genuine, and it answered just now.")
		return
	}
	fmt.Fprintf(w, "\nNOT ACCEPTED: %s.\n", term.Printable(r.Refusal))
}
