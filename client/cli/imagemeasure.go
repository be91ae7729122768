package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/image"
	"github.com/assent-network/assent/tee/image/measure"
	"github.com/assent-network/assent/tee/image/qemu"
	"github.com/assent-network/assent/tee/vendors"
)

// measureOptions are what a measurement depends on beside the image.
type measureOptions struct {
	memory            uint64
	cpus              int
	patched, addFirst bool
	eventLog, rtmr0   string
}

// imageMeasurement is what hardware will measure of an image. A measurement that is absent cannot be named by a policy
// yet; the note beside it says why.
type imageMeasurement struct {
	Emulated emulatedMeasurement `json:"emulated"`
	TDX      tdxMeasurement      `json:"tdx"`
	SNP      snpMeasurement      `json:"snp"`
}

type emulatedMeasurement struct {
	Measurement common.Hash  `json:"measurement"`
	TrustRoot   *common.Hash `json:"trustRoot,omitempty"` // absent away from the network
}

type tdxMeasurement struct {
	MRTD        measure.Register  `json:"mrtd"`
	RTMR0       *measure.Register `json:"rtmr0,omitempty"`
	RTMR1       measure.Register  `json:"rtmr1"`
	RTMR2       measure.Register  `json:"rtmr2"`
	RTMR3       measure.Register  `json:"rtmr3"`
	Measurement *common.Hash      `json:"measurement,omitempty"`
	Note        string            `json:"note,omitempty"`
	// Host are the events behind RTMR0 when an event log told it: they are the host's word.
	Host []hostEvent `json:"host,omitempty"`
}

type hostEvent struct {
	Event  string           `json:"event"`
	Digest measure.Register `json:"digest"`
}

type snpMeasurement struct {
	LaunchDigest *measure.Register `json:"launchDigest,omitempty"`
	Measurement  *common.Hash      `json:"measurement,omitempty"`
	Note         string            `json:"note,omitempty"`
}

// measureImage computes all that an image tells.
func (a *App) measureImage(i *image.Image, o measureOptions) (*imageMeasurement, error) {
	m := new(imageMeasurement)
	simulated, err := operate.SimulatedMeasurement(i)
	if err != nil {
		return nil, err
	}
	m.Emulated.Measurement = simulated.ID()
	if root, err := a.simulatedRoot(); err != nil {
		return nil, err
	} else if root != nil {
		m.Emulated.TrustRoot = root
	}
	firmware, err := measure.ParseFirmware(i.Firmware)
	if err != nil {
		return nil, err
	}
	if err := m.TDX.measure(i, firmware, o); err != nil {
		return nil, err
	}
	digest, err := i.LaunchDigest(measure.SNP{CPUs: o.cpus, Signature: measure.EPYCv4, Features: measure.SNPActive})
	switch {
	case errors.Is(err, measure.ErrNotMeasured), errors.Is(err, measure.ErrFirmware), errors.Is(err, image.ErrHostCode):
		m.SNP.Note = err.Error()
	case err != nil:
		return nil, err
	default:
		id := tee.MeasurementOf(tee.SNP, digest[:])
		m.SNP.LaunchDigest, m.SNP.Measurement = &digest, &id
	}
	return m, nil
}

// simulatedRoot is the ID of the network's simulated root, nil when there is no network here or it has none.
func (a *App) simulatedRoot() (*common.Hash, error) {
	f, err := a.Network()
	if errors.Is(err, network.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	dir := filepath.Dir(f.TrustRoot)
	if !operate.HasSimulatedRoot(dir) {
		return nil, nil
	}
	root, err := operate.SimulatedRoot(dir, a.Rand, a.Now())
	if err != nil {
		return nil, err
	}
	id := root.ID()
	return &id, nil
}

// measure computes the registers of Intel TDX.
func (m *tdxMeasurement) measure(i *image.Image, firmware *measure.Firmware, o measureOptions) error {
	l := image.Launch{Patched: o.patched, MemoryMiB: o.memory}
	if o.addFirst {
		l.Order = measure.AddFirst
	}
	r, err := i.Registers(l)
	if err != nil {
		return err
	}
	m.MRTD, m.RTMR1, m.RTMR2 = r.MRTD, r.RTMR1, r.RTMR2
	if err := firmware.CheckMeasures(); err != nil {
		m.Note = err.Error()
		return nil
	}
	switch {
	case o.eventLog != "":
		if err := m.readLog(o.eventLog, r.Events); err != nil {
			return err
		}
	case o.rtmr0 != "":
		rtmr0, err := parseRegister("--rtmr0", o.rtmr0)
		if err != nil {
			return err
		}
		m.RTMR0 = (*measure.Register)(&rtmr0)
	default:
		m.Note = "RTMR0 covers the host's virtual hardware (ACPI tables, memory map, boot variables): give " +
			"--event-log of a boot on such a host, or --rtmr0"
		return nil
	}
	id := tee.MeasurementOf(tee.TDX, m.MRTD[:], m.RTMR0[:], m.RTMR1[:], m.RTMR2[:], m.RTMR3[:])
	m.Measurement = &id
	return nil
}

func (m *tdxMeasurement) readLog(path string, want measure.Events) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("reading the event log: %w", err)
	}
	log, err := measure.ParseLog(b)
	if err != nil {
		return fmt.Errorf("reading the event log %s: %w", path, err)
	}
	rtmr0, host, err := measure.Check(log, want)
	if errors.Is(err, measure.ErrOtherBoot) {
		return term.Fail(term.ExitVerify,
			"name the host's ways with --patched-kernel and --memory, or build the image that ran", "%s: %w", path, err)
	}
	if err != nil {
		return err
	}
	m.RTMR0 = &rtmr0
	for _, e := range host {
		m.Host = append(m.Host, hostEvent{Event: measure.EventName(e.Kind), Digest: e.Digest})
	}
	return nil
}

// named is what a policy names for a kind of machine, with the roots that its quotes end at.
func (m *imageMeasurement) named(kind qemu.Kind) (common.Hash, []common.Hash, error) {
	switch kind {
	case qemu.Emulated:
		if m.Emulated.TrustRoot == nil {
			return common.Hash{}, nil, term.Fail(term.ExitInput, "name the network with --network",
				"there is no network whose simulated root the policy could name")
		}
		return m.Emulated.Measurement, []common.Hash{*m.Emulated.TrustRoot}, nil
	case qemu.TDX:
		if m.TDX.Measurement == nil {
			return common.Hash{}, nil, term.Fail(term.ExitInput, "",
				"the policy cannot name this image for Intel TDX: %s", m.TDX.Note)
		}
		return *m.TDX.Measurement, []common.Hash{tee.IntelRootID()}, nil
	case qemu.SNP:
		if m.SNP.Measurement == nil {
			return common.Hash{}, nil, term.Fail(term.ExitInput, "",
				"the policy cannot name this image for AMD SEV-SNP: %s", m.SNP.Note)
		}
		roots, err := amdRoots()
		return *m.SNP.Measurement, roots, err
	}
	return common.Hash{}, nil, term.Fail(term.ExitInput, "", "--tee %q is not one of %s, %s, %s", kind, qemu.Emulated,
		qemu.TDX, qemu.SNP)
}

// amdRoots are the roots of AMD's that networks name.
func amdRoots() (ids []common.Hash, err error) {
	list, err := vendors.Roots()
	if err != nil {
		return nil, err
	}
	for _, r := range list {
		parsed, err := tee.ParseRoots(r.Certificate)
		if err != nil {
			return nil, err
		}
		if id := tee.RootID(parsed[0]); slices.Contains(tee.AMDRootIDs(), id) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// withHash adds a hash to an ascending list that does not have it.
func withHash(list []common.Hash, h common.Hash) []common.Hash {
	at, found := slices.BinarySearchFunc(list, h, common.Hash.Cmp)
	if found {
		return list
	}
	return slices.Insert(slices.Clone(list), at, h)
}

func (m *imageMeasurement) print(w io.Writer) {
	fmt.Fprintf(w, "emulated     %s (simulated TEE)\n", m.Emulated.Measurement)
	if m.Emulated.TrustRoot != nil {
		fmt.Fprintf(w, "trust root   %s (simulated)\n", m.Emulated.TrustRoot)
	}
	for _, r := range []struct {
		name  string
		value *measure.Register
	}{{"MRTD", &m.TDX.MRTD}, {"RTMR0", m.TDX.RTMR0}, {"RTMR1", &m.TDX.RTMR1}, {"RTMR2", &m.TDX.RTMR2}} {
		if r.value != nil {
			fmt.Fprintf(w, "%-12s %s\n", r.name, r.value)
		}
	}
	printNamed(w, "tdx", m.TDX.Measurement, m.TDX.Note)
	if len(m.TDX.Host) > 0 {
		fmt.Fprintln(w, "  RTMR0 is the host's word. The ACPI tables behind it hold code that the guest's kernel "+
			"runs,\n  and nothing here has read them:")
	}
	for _, e := range m.TDX.Host {
		fmt.Fprintf(w, "  the host's %s %s\n", e.Event, e.Digest)
	}
	if m.SNP.LaunchDigest != nil {
		fmt.Fprintf(w, "launch       %s\n", m.SNP.LaunchDigest)
	}
	printNamed(w, "snp", m.SNP.Measurement, m.SNP.Note)
}

func printNamed(w io.Writer, what string, id *common.Hash, note string) {
	if id != nil {
		fmt.Fprintf(w, "%-12s %s\n", what, id)
		return
	}
	fmt.Fprintf(w, "%-12s none: %s\n", what, note)
}
