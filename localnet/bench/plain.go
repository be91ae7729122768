package bench

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"

	"github.com/assent-network/assent/contracts/deploy"
	"github.com/assent-network/assent/localnet/accounts"
	"github.com/assent-network/assent/localnet/internal/process"
)

// Settings of the plain chain. It has no consensus, no proofs and no disk. It makes blocks as often as a local
// network's consensus does: left to mine a block for each transaction, as it does by itself, it forgets to under load.
const (
	plainChainID  = 31337
	plainInterval = "0.25"
	// plainFork is the fork that the runtime declares, and plainGas its gas of a round.
	plainFork = "cancun"
	plainGas  = 200_000_000
	// plainReady is what the program prints once it listens.
	plainReady = "Listening on"
)

// plain is a plain Ethereum chain: Foundry's anvil.
type plain struct {
	*chain
	cmd *exec.Cmd
}

func startPlain(ctx context.Context, cfg Config) (_ *plain, err error) {
	done := cfg.Step("plain chain: anvil with %d accounts", firstClient+cfg.Scale.Clients)
	p := &plain{chain: &chain{name: "plain chain", id: plainChainID}}
	if p.accounts, err = accounts.Derive(accounts.TestPhrase, firstClient+cfg.Scale.Clients); err != nil {
		return nil, err
	}
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("looking for a free port: %w", err)
	}
	p.cmd = exec.Command(cfg.Anvil, "--host", host, "--port", port, "--accounts", strconv.Itoa(len(p.accounts)),
		"--mnemonic", accounts.TestPhrase, "--chain-id", strconv.Itoa(plainChainID), "--hardfork", plainFork,
		"--gas-limit", strconv.Itoa(plainGas), "--order", "fifo", "--block-time", plainInterval)
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", cfg.Anvil, err)
	}
	if err := p.cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting the plain chain: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, p.stop())
		}
	}()
	if err := waitLine(out, plainReady); err != nil {
		return nil, fmt.Errorf("starting the plain chain: %w", err)
	}
	go io.Copy(io.Discard, out) //nolint:errcheck // it ends with the program
	if p.eth, err = dial(ctx, "http://"+address, cfg.Scale.Clients); err != nil {
		return nil, err
	}
	opts := bind.NewKeyedTransactor(p.accounts[founderAccount].Key, big.NewInt(plainChainID))
	deployed, err := deploy.Deploy(ctx, p.eth, opts,
		deploy.Config{PolicyDelay: uint64(policyDelay / time.Second), Bond: big.NewInt(bond)})
	if err != nil {
		return nil, fmt.Errorf("deploying the contracts: %w", err)
	}
	if err := p.open(ctx, deployed.Addresses()); err != nil {
		return nil, err
	}
	id, err := process.Of(p.cmd.Process.Pid)
	if err != nil {
		return nil, fmt.Errorf("looking for the plain chain: %w", err)
	}
	p.sampler = sample(map[string]process.ID{"anvil": id})
	done("")
	return p, nil
}

// waitLine reads until a line begins with a prefix.
func waitLine(out io.Reader, prefix string) error {
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), prefix) {
			return nil
		}
	}
	return errors.Join(lines.Err(), errors.New("it ended at once"))
}

// stop ends the chain.
func (p *plain) stop() error {
	if p.sampler != nil {
		p.sampler.end()
	}
	if err := p.cmd.Process.Kill(); err != nil {
		return fmt.Errorf("stopping the plain chain: %w", err)
	}
	_ = p.cmd.Wait() // that it was killed is no news
	return nil
}
