// Command assent is the program of all users of Assent: custodians, subjects, researchers, operators and auditors, and
// developers with a network on their own machine.
package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/assent-network/assent/client/cli"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/internal/lifeline"
	"github.com/assent-network/assent/localnet/command"
	"github.com/assent-network/assent/node/compute/process"
)

func main() { os.Exit(run()) }

func run() int {
	if process.Is(os.Args) { // before anything is opened
		return process.Main()
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := lifeline.Hold(); err != nil {
		fmt.Fprintln(os.Stderr, "assent: error:", err)
		return 1
	}
	t := &term.Terminal{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now, Rand: rand.Reader,
		Color: term.IsTerminal(os.Stdout), Redraw: term.IsTerminal(os.Stderr),
	}
	return cli.Run(ctx, t, cli.New(t, command.Localnet, command.Demo, command.Bench), os.Args[1:])
}
