package operate

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/trustroot"
	"github.com/assent-network/assent/tee/image"
	"github.com/assent-network/assent/tee/image/channel"
	"github.com/assent-network/assent/tee/image/guest"
)

// guestDir is where a worker in a confidential VM keeps its files: in memory.
const guestDir = "/run/assent"

// RunGuest is the life of a confidential VM, as process 1: it sets the machine up, attests by the machine's TEE, or by
// one that the host simulates, and runs a worker, or a broker that joins others, until the context ends. The trust root
// is the image's, never the host's.
func RunGuest(ctx context.Context, random io.Reader, now func() time.Time, log *slog.Logger) error {
	if err := guest.Mount(); err != nil {
		return err
	}
	b, err := os.ReadFile("/" + image.TrustRootPath)
	if err != nil {
		return fmt.Errorf("reading the image's trust root: %w", err)
	}
	root, err := trustroot.Parse(b)
	if err != nil {
		return fmt.Errorf("reading the image's trust root: %w", err)
	}
	port, err := guest.OpenPort()
	if err != nil {
		return err
	}
	host := channel.NewClient(port)
	settings, err := host.Settings()
	if err != nil {
		return err
	}
	if err := guest.Connect(settings.Address, settings.Gateway); err != nil {
		return err
	}
	if err := giveLog(host); err != nil {
		return err
	}
	attestation, err := attestationOf(host)
	if err != nil {
		return err
	}
	log.InfoContext(ctx, "Attesting", slog.String("platform", attestation.Issuer.Platform().String()))
	c := Config{Root: root, Socket: settings.Node, Now: now, Log: log}
	ready := func(enclave common.Address) {
		if err := host.Ready(enclave); err != nil {
			log.WarnContext(ctx, "Failed to tell the host", slog.Any("error", err))
		}
	}
	if j := settings.Join; j != nil {
		return RunSuccessor(ctx, SuccessorConfig{
			Config: c, From: j.From, Account: j.Account, Datasets: j.Datasets, TEE: attestation, Random: random,
			Journal: filepath.Join(guestDir, "broker", "releases.jsonl"), Listen: fmt.Sprintf(":%d", j.Port),
			Started: func(joined Joined) { ready(joined.Enclave) },
		})
	}
	c.Dir = filepath.Join(guestDir, "worker")
	if c.Key, err = crypto.HexToECDSA(settings.Key); err != nil {
		return fmt.Errorf("reading the operator's key: %w", err)
	}
	rows, err := rowMemory(settings.Jobs)
	if err != nil {
		return err
	}
	return RunWorker(ctx, WorkerConfig{
		Config: c, TEE: attestation, Brokers: settings.Brokers, Broker: settings.Broker, Random: random,
		Life: settings.Registration(), Jobs: settings.Jobs, RowMemory: rows, Started: ready,
		GiveUses: host.Uses,
	})
}

// rowMemory is what the rows of one of so many jobs may take of a machine's memory, in bytes: they share a quarter of
// it, since the machine's files are in its memory too.
func rowMemory(jobs int) (int64, error) {
	var machine syscall.Sysinfo_t
	if err := syscall.Sysinfo(&machine); err != nil {
		return 0, fmt.Errorf("finding out how much memory the machine has: %w", err)
	}
	return int64(machine.Totalram) * int64(machine.Unit) / 4 / int64(max(1, jobs)), nil
}

// giveLog gives the host the log of what was measured, from which authors of policies learn RTMR0.
func giveLog(host *channel.Client) error {
	events, err := guest.EventLog()
	if err != nil || events == nil {
		return err
	}
	return host.EventLog(events)
}

// attestationOf returns the machine's TEE, or what the host simulates when there is none.
func attestationOf(host *channel.Client) (*TEE, error) {
	if HasTEE() {
		return OpenTEE(host)
	}
	return openTEE(channel.NewTSM(host), host)
}
