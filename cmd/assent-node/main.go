// Command assent-node is oasis-node as localnet runs it.
//
// It is built from the packages of Oasis Core and changes nothing in them. Three things differ from the official
// binary: it does not refuse to start when fewer than 50,000 files may be open, which a developer's machine seldom
// allows; it reports the version of Oasis Core that it was built from; and it can be tied to the process that started
// it (see package internal/lifeline). It also collects garbage more often, for a small machine's sake, and folds lines
// of its log that say nothing is wrong (see package localnet/nodelog). A deployment runs the official oasis-node with
// the same runtime bundle.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"github.com/oasisprotocol/oasis-core/go/common/service"
	"github.com/oasisprotocol/oasis-core/go/common/version"
	"github.com/oasisprotocol/oasis-core/go/config"
	"github.com/oasisprotocol/oasis-core/go/oasis-node/cmd"
	"github.com/oasisprotocol/oasis-core/go/oasis-node/cmd/node"

	"github.com/assent-network/assent/internal/lifeline"
	"github.com/assent-network/assent/localnet/nodelog"
)

// gcPercent is how much garbage may stand beside what is alive. The databases of a node reserve some 600 MB that they
// hardly touch but that count as alive: with Go's usual 100, as much garbage would pile up before it is collected. With
// much less than this, a node with a large state collects all the time.
const gcPercent = 35

// oasisCoreVersion is the release that go.mod pins; Oasis Core's own build sets it with a linker flag.
const oasisCoreVersion = "26.1"

func main() {
	version.SoftwareVersion = oasisCoreVersion
	if _, set := os.LookupEnv("GOGC"); !set {
		debug.SetGCPercent(gcPercent)
	}
	if err := lifeline.Hold(); err != nil {
		fmt.Fprintln(os.Stderr, "assent-node:", err)
		os.Exit(1)
	}

	root := cmd.RootCommand()
	root.Use = "assent-node"
	root.Short = "Oasis node for a local Assent network"
	root.Version = oasisCoreVersion
	// The official command calls SetIsNodeCmd(true) first, which is what asks for 50,000 open files.
	root.Run = func(*cobra.Command, []string) {
		if err := run(); err != nil {
			fmt.Fprintln(os.Stderr, "assent-node:", err)
			os.Exit(1)
		}
	}
	cmd.Execute()
}

type runnable interface {
	service.CleanupAble
	Wait()
}

// run starts the node that the configuration file describes and returns when it has stopped.
func run() (err error) {
	ended, err := foldLog(&config.GlobalConfig)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ended()) }()
	var n runnable
	switch config.GlobalConfig.Mode {
	case config.ModeSeed:
		n, err = node.NewSeedNode()
	default:
		n, err = node.NewNode()
	}
	switch {
	case errors.Is(err, context.Canceled):
		return nil // asked to stop while it was starting
	case err != nil:
		return fmt.Errorf("starting the node: %w", err)
	}
	defer n.Cleanup()
	n.Wait()
	return nil
}

// tellEvery is how often a log tells of lines that were folded.
const tellEvery = 10 * time.Minute

// foldLog puts package nodelog between the node and its log, which Oasis Core writes to standard output when the node
// starts. The function that it returns ends the log. The last lines before a crash may be lost; what a crash itself
// says goes to standard error.
func foldLog(cfg *config.Config) (ended func() error, err error) {
	if cfg.Common.Log.Format != "json" || cfg.Common.Log.File != "" {
		return func() error { return nil }, nil
	}
	in, out, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("opening the log: %w", err)
	}
	stdout := os.Stdout
	os.Stdout = out
	peers := len(cfg.P2P.ConnectionManager.PersistentPeers) > 0 || cfg.P2P.Discovery.Bootstrap.Enable
	folder := nodelog.Folder{Rules: nodelog.Rules(peers), Every: tellEvery, Now: time.Now}
	done := make(chan error, 1)
	go func() {
		err := folder.Run(in, stdout)
		_ = in.Close() // A later write gets an error, and does not wait.
		done <- err
	}()
	return func() error {
		os.Stdout = stdout
		_ = out.Close()
		return <-done
	}, nil
}
