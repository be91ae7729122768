// Command assent-runtime is the program in the runtime bundle. oasis-node starts it and says where it listens in
// OASIS_WORKER_HOST; the genesis document of the chain stands at the end of the program's own file.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/paratime"
	"github.com/assent-network/assent/runtime/rhp"
	"github.com/assent-network/assent/runtime/state"
)

const (
	// hostVariable names the environment variable with the host's socket.
	hostVariable = "OASIS_WORKER_HOST"
	// garbagePercent and memoryLimit are when garbage is collected. What the cache of state keeps is no garbage, and
	// costs nothing to look at, so half of the heap again is enough of it, and less where the cache is full.
	garbagePercent = 50
	memoryLimit    = state.DefaultCapacity + 192<<20
)

// usage is what --help shows.
const usage = `assent-runtime: the Assent ParaTime, to be run by oasis-node from a bundle

  OASIS_WORKER_HOST=SOCKET assent-runtime   answer the node that listens there
  assent-runtime --genesis                  print the genesis document it carries
  assent-runtime --version                  print its version
`

func main() {
	os.Exit(run(os.Args, os.Getenv(hostVariable), os.Stdout, os.Stderr))
}

// run is the program. It returns the exit code: 1 for a failure, 2 for wrong usage.
func run(args []string, socket string, stdout, stderr io.Writer) int {
	var err error
	switch {
	case len(args) == 2 && args[1] == "--help":
		_, err = io.WriteString(stdout, usage)
	case len(args) == 2 && args[1] == "--version":
		_, err = fmt.Fprintln(stdout, paratime.Version)
	case len(args) == 2 && args[1] == "--genesis":
		var doc *genesis.Document
		if doc, err = ownGenesis(args[0]); err == nil {
			_, err = fmt.Fprintf(stdout, "%s\n", doc.Encode())
		}
	case len(args) > 1 || socket == "":
		_, _ = io.WriteString(stderr, usage)
		return 2
	default:
		err = serve(args[0], socket, rhp.NewLogger(stdout, slog.LevelInfo))
	}
	if err != nil {
		_, _ = fmt.Fprintln(stderr, "assent-runtime:", err)
		return 1
	}
	return 0
}

// serve answers the node until it goes away.
func serve(program, socket string, logger *slog.Logger) error {
	doc, err := ownGenesis(program)
	if err != nil {
		return err
	}
	set, err := paratime.New(doc)
	if err != nil {
		return err
	}
	conn, err := net.Dial("unix", socket)
	if err != nil {
		return fmt.Errorf("connecting to the node (%s): %w", hostVariable, err)
	}
	debug.SetGCPercent(garbagePercent)
	debug.SetMemoryLimit(min(memoryLimit, debug.SetMemoryLimit(-1))) // The environment may ask for less.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return rhp.New(set, doc, logger).Serve(ctx, conn)
}

// ownGenesis reads the genesis document that the running program carries. Inside the node's sandbox there is no /proc;
// the program's own name is a path then.
func ownGenesis(program string) (*genesis.Document, error) {
	doc, err := genesis.ReadFile("/proc/self/exe")
	if errors.Is(err, fs.ErrNotExist) {
		return genesis.ReadFile(program)
	}
	return doc, err
}
