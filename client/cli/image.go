package cli

import (
	"crypto/ecdsa"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/tee/image"
	"github.com/assent-network/assent/tee/image/channel"
	"github.com/assent-network/assent/tee/image/qemu"
)

// guestProgram is process 1 of a confidential VM, beside this program.
const guestProgram = "assent-guest"

func (a *App) imageCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "image",
		Short: "Build, measure and start the confidential VM of a worker",
		Long: `An image is a kernel, an initrd with the worker as its only program, and firmware. It is
built from Debian's packages, byte for byte the same everywhere, and measured without hardware, so
that a policy can name it before it ever ran.

  scripts/image-inputs build/image-inputs                    get kernel and firmware
  assent image build --out image                             for the network at hand
  assent image measure image                                 what hardware will measure, and what policies name
  assent image measure image --policy policy.json            put it into a policy
  assent image run image --broker http://127.0.0.1:8600 --key operator.key
  assent image run image --join http://127.0.0.1:8600 --listen 127.0.0.1:8601      a broker's second instance`,
	}
	cmd.AddCommand(a.imageBuild(), a.imageMeasure(), a.imageRun())
	return cmd
}

func (a *App) imageBuild() *cobra.Command {
	var in image.Inputs
	var out string
	cmd := &cobra.Command{
		Use: "build", Short: "Build an image for a network", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if in.TrustRoot == "" {
				f, err := a.Network()
				if err != nil {
					return err
				}
				in.TrustRoot = f.TrustRoot
			}
			if in.Worker == "" {
				self, err := os.Executable()
				if err != nil {
					return fmt.Errorf("finding this program: %w", err)
				}
				in.Worker = filepath.Join(filepath.Dir(self), guestProgram)
			}
			i, err := image.Build(in)
			if err != nil {
				return imageFailure(err)
			}
			if err := i.Save(out); err != nil {
				return err
			}
			return a.Result(i.Manifest, func(w io.Writer) {
				for _, f := range i.Manifest.Files {
					fmt.Fprintf(w, "%s  %s (%d bytes)\n", f.SHA256, filepath.Join(out, f.Name), f.Size)
				}
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&out, "out", "image", "folder for the image")
	f.StringVar(&in.System, "inputs", "build/image-inputs",
		"folder with Debian's kernel and ovmf unpacked; see scripts/image-inputs")
	f.StringVar(&in.Release, "kernel-release", "", "the kernel's release, when there are several")
	f.StringVar(&in.Firmware, "firmware", "", "another firmware than that of the package ovmf")
	f.StringVar(&in.Worker, "worker", "", "the static program that is process 1; "+guestProgram+
		" beside this program when not given")
	f.StringVar(&in.TrustRoot, "trust-root", "", "trust root file of the network; the network's own when not given")
	return cmd
}

// imageFailure gives errors about images the exit code and the hint that they deserve.
func imageFailure(err error) error {
	switch {
	case errors.Is(err, image.ErrInputs), errors.Is(err, image.ErrManifest):
		return &term.Failure{Code: term.ExitInput, Err: err}
	case errors.Is(err, qemu.ErrMissing):
		return &term.Failure{Code: term.ExitInput, Hint: "on Debian: apt-get install qemu-system-x86", Err: err}
	}
	return err
}

func (a *App) imageMeasure() *cobra.Command {
	var o measureOptions
	var policyFile, tee string
	cmd := &cobra.Command{
		Use: "measure [IMAGE]", Short: "Compute what hardware will measure of an image, and what policies name",
		Args: cobra.MaximumNArgs(1),
		Long: `Computes, from the image's files alone, what the processor, the firmware and the kernel
will measure. For Intel TDX the register RTMR0 covers the virtual hardware that a host presents,
which no image tells; give the event log of a boot on such a host, or the register itself. With
--policy the measurement and its trust root are added to a policy file.`,
		RunE: func(_ *cobra.Command, args []string) error {
			dir := "image"
			if len(args) > 0 {
				dir = args[0]
			}
			i, err := image.Load(dir)
			if err != nil {
				return imageFailure(err)
			}
			m, err := a.measureImage(i, o)
			if err != nil {
				return err
			}
			if policyFile != "" {
				if err := m.addTo(policyFile, qemu.Kind(tee)); err != nil {
					return err
				}
				a.Note("%s names the %s measurement now", policyFile, tee)
			}
			return a.Result(m, m.print)
		},
	}
	f := cmd.Flags()
	f.Uint64Var(&o.memory, "memory", defaultMemory, "memory of the VM in MiB; matters with --patched-kernel")
	f.IntVar(&o.cpus, "cpus", defaultCPUs, "processors of the VM; matters to AMD SEV-SNP")
	f.BoolVar(&o.patched, "patched-kernel", false,
		"QEMU before 10.0, or OVMF before 2025.02, on the host: the kernel's setup header is filled in before it is "+
			"measured")
	f.BoolVar(&o.addFirst, "add-first", false,
		"a host kernel before Linux 6.16, which adds all pages of a TD before it measures them")
	f.StringVar(&o.eventLog, "event-log", "",
		"event log of a boot of this image as an Intel TDX guest (/sys/firmware/acpi/tables/data/CCEL)")
	f.StringVar(&o.rtmr0, "rtmr0", "", "RTMR0 of the host, in hexadecimal, instead of an event log")
	f.StringVar(&policyFile, "policy", "", "policy file to add the measurement and its trust root to")
	f.StringVar(&tee, "tee", string(qemu.Emulated), "which measurement to add: emulated, tdx or snp")
	return cmd
}

const (
	defaultMemory = 1024
	defaultCPUs   = 2
)

// commandLine is how a person would type a program's arguments.
func commandLine(program string, args []string) string {
	quoted := []string{program}
	for _, arg := range args {
		if strings.ContainsAny(arg, " \"'{}$&|;<>()*?#~`\\") {
			arg = "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
		}
		quoted = append(quoted, arg)
	}
	return strings.Join(quoted, " ")
}

func (a *App) imageRun() *cobra.Command {
	var shared stationOptions
	var q qemu.Config
	var tee, console, collateral, eventLog, account, uses string
	var brokers, from, datasets []string
	var jobs int
	var life time.Duration
	var show bool
	cmd := &cobra.Command{
		Use: "run [IMAGE]", Short: "Start an image and serve it until interrupted", Args: cobra.MaximumNArgs(1),
		Long: `Starts an image under QEMU and forwards the network's node to it on this machine's
loopback address. An emulated machine runs anywhere and is protected by nothing: its quotes are
simulated, under the network's own root, and claim what the image's files measure. On hosts with
Intel TDX or AMD SEV-SNP the quotes are the processor's. With --join the machine is no worker, but
an instance of a custodian's broker; see assent broker join.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			q.Dir, q.Kind = "image", qemu.Kind(tee)
			if len(args) > 0 {
				q.Dir = args[0]
			}
			join, err := joining(cmd, from, account, datasets, &q)
			if err != nil {
				return err
			}
			i, err := image.Load(q.Dir)
			if err != nil {
				return imageFailure(err)
			}
			q.CommandLine = i.Manifest.CommandLine
			if show {
				line, err := q.Args("/run/assent-host")
				if err != nil {
					return err
				}
				return a.Result(map[string]any{"program": qemu.Program, "args": line},
					func(w io.Writer) { fmt.Fprintln(w, commandLine(qemu.Program, line)) })
			}
			if q.Kind != qemu.Emulated && collateral == "" {
				return term.Fail(term.ExitInput, "get it from the processor's maker; see docs/operations/image.md",
					"--collateral is needed on a host with a TEE")
			}
			return a.runImage(cmd, i, q, machineOptions{shared, brokers, life, jobs, console, collateral, eventLog,
				uses, join})
		},
	}
	shared.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&tee, "tee", string(qemu.Emulated), "how the machine is protected: emulated (not at all), tdx or snp")
	f.IntVar(&q.MemoryMiB, "memory", defaultMemory, "memory of the VM in MiB")
	f.IntVar(&q.CPUs, "cpus", defaultCPUs, "processors of the VM")
	f.StringArrayVar(&brokers, "broker", nil, "URL of a custodian's broker, or DATASET=URL; may be given several times")
	f.IntVar(&jobs, "jobs", 1, "how many jobs run at once, at most one for each core")
	f.DurationVar(&life, "registration", time.Hour, "for how long to register; it is renewed at half of it")
	f.StringArrayVar(&from, "join", nil,
		"be a custodian's broker in place of a worker, with the keys of the instance at this URL; several are asked "+
			"in order")
	f.StringVar(&q.Listen, "listen", "127.0.0.1:8601",
		"with --join: address of this machine at which the broker is reached")
	f.StringVar(&account, "account", "", "with --join: the broker account that the other instance must have")
	f.StringArrayVar(&datasets, "dataset", nil, "with --join: dataset whose key to ask for; all when not given")
	f.StringVar(&collateral, "collateral", "",
		"file with the collateral of the processor's quotes, read at each registration")
	f.StringVar(&eventLog, "event-log", "",
		"file to write the event log of an Intel TDX guest to, for assent image measure")
	f.StringVar(&uses, "uses", "uses",
		"folder in which subjects are shown the use lists of the worker's jobs, for a web server to hand out")
	f.StringVar(&console, "console", "", "file for the machine's console; standard error when not given")
	f.BoolVar(&show, "print", false, "print QEMU's command line and start nothing")
	return cmd
}

// machineOptions are the flags of run.
type machineOptions struct {
	shared     stationOptions
	brokers    []string
	life       time.Duration
	jobs       int
	console    string
	collateral string
	eventLog   string
	uses       string
	join       *channel.Join // nil for a worker
}

// joining reads what makes a machine a broker, or returns nil for a worker.
func joining(cmd *cobra.Command, from []string, account string, datasets []string,
	q *qemu.Config) (*channel.Join, error) {
	if len(from) == 0 {
		for _, name := range []string{"listen", "account", "dataset"} {
			if cmd.Flags().Changed(name) {
				return nil, term.Fail(term.ExitInput, "name a running instance with --join", "--%s is for a broker",
					name)
			}
		}
		q.Listen = ""
		return nil, nil
	}
	for _, name := range []string{"broker", "jobs", "registration", "uses"} {
		if cmd.Flags().Changed(name) {
			return nil, term.Fail(term.ExitInput, "a machine is a worker or a broker",
				"--%s is for a worker, --join for a broker", name)
		}
	}
	join, err := &channel.Join{From: from}, checkListen(q.Listen)
	if err != nil {
		return nil, err
	}
	if account != "" {
		if join.Account, err = parseAddress("--account", account); err != nil {
			return nil, err
		}
	}
	join.Datasets, err = parseHashes("--dataset", datasets)
	return join, err
}

func (a *App) runImage(cmd *cobra.Command, i *image.Image, q qemu.Config, o machineOptions) error {
	var key *ecdsa.PrivateKey
	var err error
	if o.join == nil { // a broker's account is handed over
		if err := checkCapacity(o.jobs, o.life); err != nil {
			return err
		}
		if key, err = a.Key(); err != nil {
			return err
		}
	}
	c, f, err := a.stationOf(o.shared, "", key)
	if err != nil {
		return err
	}
	byDataset, otherwise, err := parseBrokers(o.brokers)
	if err != nil {
		return err
	}
	m := operate.MachineConfig{
		Config: c, Image: i, QEMU: q, Brokers: byDataset, Broker: otherwise, Random: a.Rand, Life: o.life, Jobs: o.jobs,
		Console:   term.NewPlain(a.Err),
		Collector: operate.FileCollateral{Path: o.collateral}, Join: o.join, Uses: o.uses,
		Started: func(enclave common.Address) {
			protection := a.protection(q.Kind)
			if o.join != nil {
				url := serviceURL(q.Listen, q.Listen)
				a.ready(map[string]any{"service": "broker", "url": url, "protection": protection},
					"broker is ready at %s in a confidential VM (%s)", url, protection)
				return
			}
			a.ready(map[string]any{"service": "worker", "enclave": enclave, "protection": protection},
				"worker %s is ready in a confidential VM (%s)", enclave, protection)
		},
	}
	if o.join == nil {
		a.noteUses(o.uses)
	}
	if o.eventLog != "" {
		m.EventLog = func(log []byte) error { return wholefile.Write(o.eventLog, log) }
	}
	if q.Kind == qemu.Emulated {
		if !operate.HasSimulatedRoot(filepath.Dir(f.TrustRoot)) {
			return term.Fail(term.ExitInput, "start it with --tee tdx or --tee snp on a host that has it",
				"network %s has no simulated root here to attest an emulated machine with", f.Name)
		}
		if m.Simulated, err = operate.SimulatedRoot(filepath.Dir(f.TrustRoot), a.Rand, a.Now()); err != nil {
			return err
		}
	}
	if o.console != "" {
		file, err := os.Create(o.console)
		if err != nil {
			return fmt.Errorf("opening the console's file: %w", err)
		}
		m.Console = file
		return errors.Join(imageFailure(operate.RunMachine(cmd.Context(), m)), file.Close())
	}
	return imageFailure(operate.RunMachine(cmd.Context(), m))
}

// protection says what protects a machine.
func (a *App) protection(k qemu.Kind) string {
	if k == qemu.Emulated {
		return "emulated, simulated TEE"
	}
	return strings.ToUpper(string(k))
}

// addTo adds a measurement and its trust root to a policy file, which must be a valid policy before and after.
func (m *imageMeasurement) addTo(path string, kind qemu.Kind) error {
	measurement, roots, err := m.named(kind)
	if err != nil {
		return err
	}
	p, err := readPolicy(path)
	if err != nil {
		return err
	}
	p.Measurements = withHash(p.Measurements, measurement)
	for _, r := range roots {
		p.TrustRoots = withHash(p.TrustRoots, r)
	}
	b, err := p.Marshal()
	if err != nil {
		return fmt.Errorf("encoding the policy: %w", err)
	}
	return wholefile.Write(path, append(b, '\n'))
}

// parseRegister reads a register in hexadecimal.
func parseRegister(what, s string) (r [48]byte, err error) {
	b, err := hex.DecodeString(strings.TrimPrefix(s, "0x"))
	if err != nil || len(b) != len(r) {
		return r, term.Fail(term.ExitInput, "", "%s %q is not 48 bytes in hexadecimal", what, s)
	}
	return [48]byte(b), nil
}
