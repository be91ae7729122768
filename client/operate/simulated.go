package operate

import (
	"context"
	"crypto/sha512"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/tee/insecure"
)

// simulatedRootFile is the name of a network's simulated attestation root.
const simulatedRootFile = "simulated-root.pem"

// collateralLife is how often the simulated root's collateral is made anew; it is valid for longer.
const collateralLife = time.Hour

// ErrNoSimulatedRoot says that a network accepts quotes of hardware only, as networks for real data do.
var ErrNoSimulatedRoot = errors.New("this network accepts no simulated TEE")

// SimulatedRoot reads the simulated attestation root of the network in a folder, and makes one from random when there
// is none. Without random it returns ErrNoSimulatedRoot instead. It is a secret of this machine.
func SimulatedRoot(dir string, random io.Reader, now time.Time) (*insecure.Root, error) {
	path := filepath.Join(dir, simulatedRootFile)
	b, err := os.ReadFile(path)
	if err == nil {
		root, err := insecure.ParseRoot(b)
		if err != nil {
			return nil, fmt.Errorf("reading the simulated attestation root %s: %w", path, err)
		}
		return root, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading the simulated attestation root: %w", err)
	}
	if random == nil {
		return nil, ErrNoSimulatedRoot
	}
	root, err := insecure.NewRoot(random, now)
	if err != nil {
		return nil, err
	}
	if b, err = root.Marshal(); err != nil {
		return nil, fmt.Errorf("encoding the simulated attestation root: %w", err)
	}
	if err := wholefile.Write(path, b); err != nil {
		return nil, fmt.Errorf("writing the simulated attestation root: %w", err)
	}
	return root, nil
}

// HasSimulatedRoot says whether the network in a folder has a simulated attestation root.
func HasSimulatedRoot(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, simulatedRootFile))
	return err == nil
}

// Collateral makes the collateral of a simulated root.
type Collateral struct {
	Root *insecure.Root
	Now  func() time.Time
}

// Collateral implements tee.Collector: a revocation list as of the last full hour, which grows in number with time.
func (c Collateral) Collateral(context.Context, []byte) ([]byte, error) {
	at := c.Now().Truncate(collateralLife)
	if from := c.Root.Certificate().NotBefore; at.Before(from) {
		at = from
	}
	return c.Root.Collateral(at, at.Unix())
}

// MeasureProgram is the measurement that a simulated machine claims for a program: MRTD is the SHA-384 of its file, so
// that changing one byte of it changes the measurement. The registers that a real machine fills at boot are zero.
func MeasureProgram(path string) (insecure.Measurement, error) {
	f, err := os.Open(path)
	if err != nil {
		return insecure.Measurement{}, fmt.Errorf("measuring the program: %w", err)
	}
	defer f.Close()
	h := sha512.New384()
	if _, err := io.Copy(h, f); err != nil {
		return insecure.Measurement{}, fmt.Errorf("measuring the program: %w", err)
	}
	var m insecure.Measurement
	h.Sum(m.MRTD[:0])
	return m, nil
}
