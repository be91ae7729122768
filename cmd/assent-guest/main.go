// Command assent-guest is process 1 of a confidential VM: a worker and nothing else. It takes no arguments but from
// itself, for the processes that run jobs; see docs/operations/image.md. When process 1 ends, the VM does.
package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/node/compute/process"
	"github.com/assent-network/assent/tee/image/guest"
)

func main() {
	if process.Is(os.Args) {
		os.Exit(process.Main())
	}
	if os.Getpid() != 1 {
		fmt.Fprintln(os.Stderr,
			"assent-guest: error: this is process 1 of a confidential VM, not a command\nhint: build and start one "+
				"with assent image build and assent image run")
		os.Exit(2)
	}
	log := slog.New(slog.NewTextHandler(os.Stdout, nil))
	err := process.Shield()
	if err == nil {
		err = operate.RunGuest(context.Background(), rand.Reader, time.Now, log)
	}
	log.Error("The worker ended", slog.Any("error", err))
	log.Error("Failed to power off", slog.Any("error", guest.PowerOff()))
	os.Exit(1) // the kernel ends the VM when process 1 does
}
