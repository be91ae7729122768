package tsm_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-configfs-tsm/configfs/configfsi"
	"github.com/google/go-configfs-tsm/configfs/faketsm"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/insecure"
	"github.com/assent-network/assent/tee/tsm"
)

var now = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

func random(b byte) *bytes.Reader { return bytes.NewReader(bytes.Repeat([]byte{b}, 64)) }

func simulated(t testing.TB) (*insecure.Root, *insecure.Issuer) {
	t.Helper()
	root, err := insecure.NewRoot(random(1), now)
	if err != nil {
		t.Fatal(err)
	}
	issuer, err := insecure.NewIssuer(root, insecure.Measurement{MRTD: [48]byte{7}}, random(2), now)
	if err != nil {
		t.Fatal(err)
	}
	return root, issuer
}

// kernel is go-configfs-tsm's fake of the kernel's configfs, with a provider and quotes of our choice.
func kernel(provider string, quote func(inblob []byte) ([]byte, error)) configfsi.Client {
	return &faketsm.Client{Subsystems: map[string]configfsi.Client{"report": &faketsm.ReportSubsystem{
		Random: random(9),
		MakeEntry: func() *faketsm.ReportEntry {
			return &faketsm.ReportEntry{InAttrs: map[string]*faketsm.ReportAttributeState{"inblob": {},
				"privlevel": {}}}
		},
		CheckInAttr: func(_ *faketsm.ReportEntry, attr string, content []byte) error {
			if attr == "inblob" && len(content) != 64 {
				return os.ErrInvalid
			}
			return nil
		},
		ReadAttr: func(e *faketsm.ReportEntry, attr string) ([]byte, error) {
			switch attr {
			case "provider":
				return []byte(provider + "\n"), nil
			case "outblob":
				return quote(e.InAttrs["inblob"].Value)
			}
			return nil, os.ErrNotExist
		},
	}}}
}

// TestGuest runs the same guest code over the kernel's interface and over the simulator, and verifies what it gets.
func TestGuest(t *testing.T) {
	root, issuer := simulated(t)
	ctx := context.Background()
	padded := func(data tee.ReportData) ([]byte, error) { // as a kernel hands a quote out
		b, err := issuer.Issue(ctx, data)
		return append(b, make([]byte, 100)...), err
	}
	collateral, err := root.Collateral(now, 1)
	if err != nil {
		t.Fatal(err)
	}
	for name, client := range map[string]configfsi.Client{
		"kernel":    kernel(tsm.ProviderTDX, func(b []byte) ([]byte, error) { return padded(tee.ReportData(b)) }),
		"simulator": tsm.Simulate(padded),
	} {
		t.Run(name, func(t *testing.T) {
			guest, err := tsm.Open(client)
			if err != nil {
				t.Fatal(err)
			}
			if guest.Platform() != tee.TDX {
				t.Errorf("platform %s", guest.Platform())
			}
			for i := range byte(3) { // an entry each
				data := tee.ReportData{i, 63: 9}
				b, err := guest.Issue(ctx, data)
				if err != nil {
					t.Fatal(err)
				}
				c, err := dcap.Verifier{}.Verify(b, collateral, tee.Roots{root.Certificate()}, now)
				if err != nil {
					t.Fatal(err)
				}
				if c.ReportData != data || b[len(b)-2] != '\n' {
					t.Errorf("report data %x, the quote ends with %x", c.ReportData, b[len(b)-2:])
				}
			}
			canceled, cancel := context.WithCancel(ctx)
			cancel()
			if _, err := guest.Issue(canceled, tee.ReportData{}); !errors.Is(err, context.Canceled) {
				t.Errorf("canceled: %v", err)
			}
		})
	}
}

// TestSNP hands reports through as they are.
func TestSNP(t *testing.T) {
	report := bytes.Repeat([]byte{5, 0}, 592)
	guest, err := tsm.Open(kernel(tsm.ProviderSNP, func([]byte) ([]byte, error) { return report, nil }))
	if err != nil {
		t.Fatal(err)
	}
	b, err := guest.Issue(context.Background(), tee.ReportData{})
	if err != nil || guest.Platform() != tee.SNP || !bytes.Equal(b, report) {
		t.Errorf("%s: %d bytes, %v", guest.Platform(), len(b), err)
	}
}

func TestRefuses(t *testing.T) {
	if _, err := tsm.Open(kernel("arm_cca_guest", nil)); err == nil || !strings.Contains(err.Error(), "arm_cca_guest") {
		t.Errorf("another provider: %v", err)
	}
	if _, err := tsm.Open(&faketsm.Client{}); err == nil {
		t.Error("opened a kernel without reports")
	}
	broken := errors.New("the host has no quoting service")
	guest, err := tsm.Open(tsm.Simulate(func(tee.ReportData) ([]byte, error) { return nil, broken }))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := guest.Issue(context.Background(), tee.ReportData{}); err == nil ||
		!strings.Contains(err.Error(), broken.Error()) {
		t.Errorf("got %v", err)
	}
	// What does not parse is handed on.
	guest, err = tsm.Open(tsm.Simulate(func(tee.ReportData) ([]byte, error) { return []byte{1, 0, 0}, nil }))
	if err != nil {
		t.Fatal(err)
	}
	if b, err := guest.Issue(context.Background(), tee.ReportData{}); err != nil || len(b) != 3 {
		t.Errorf("%x, %v", b, err)
	}
}

// TestSimulatedIsConfigfs holds the simulator to what a kernel does with bad requests.
func TestSimulatedIsConfigfs(t *testing.T) {
	s := tsm.Simulate(func(tee.ReportData) ([]byte, error) { return []byte{1}, nil })
	entry, err := s.MkdirTemp("/sys/kernel/config/tsm/report", "entry")
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]func() error{
		"quote of nothing":     func() error { _, err := s.ReadFile(entry + "/outblob"); return err },
		"another attribute":    func() error { _, err := s.ReadFile(entry + "/auxblob"); return err },
		"another entry":        func() error { _, err := s.ReadFile(entry + "x/outblob"); return err },
		"write elsewhere":      func() error { return s.WriteFile(entry+"x/inblob", make([]byte, 64)) },
		"write too little":     func() error { return s.WriteFile(entry+"/inblob", make([]byte, 63)) },
		"write something else": func() error { return s.WriteFile(entry+"/outblob", make([]byte, 64)) },
		"list":                 func() error { _, err := s.ReadDir(entry); return err },
	} {
		if f() == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := s.WriteFile(entry+"/inblob", make([]byte, 64)); err != nil {
		t.Fatal(err)
	}
	if b, err := s.ReadFile(entry + "/generation"); err != nil || string(b) != "1\n" {
		t.Errorf("generation %q, %v", b, err)
	}
	if err := s.RemoveAll(entry); err != nil {
		t.Fatal(err)
	}
	if _, err := s.ReadFile(entry + "/generation"); err == nil {
		t.Error("read of a removed entry")
	}
}
