package operate

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/node/worker"
	"github.com/assent-network/assent/protocol/use"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/image"
	"github.com/assent-network/assent/tee/image/channel"
	"github.com/assent-network/assent/tee/image/qemu"
	"github.com/assent-network/assent/tee/insecure"
)

// MachineConfig says how to run a worker, or a broker that joins others, in a confidential VM. Of Config, the trust
// root and the folder are not used: the image has a trust root of its own, and its files are in its memory.
type MachineConfig struct {
	Config
	Image *image.Image
	QEMU  qemu.Config
	// Simulated is the network's simulated attestation root; it is used for emulated machines only.
	Simulated *insecure.Root
	// Collector has the collateral for the quotes of other machines; FileCollateral is one.
	Collector tee.Collector
	Brokers   map[common.Hash]string
	Broker    string
	Random    io.Reader
	Life      time.Duration
	Jobs      int
	// Join, when set, makes the machine a broker; QEMU.Listen says where it is reached, and its port is chosen here.
	// Config needs no key then, and what concerns workers is not used.
	Join *channel.Join
	// Console is where the machine's console is written to.
	Console io.Writer
	// Uses is the folder in which the use lists that a worker gives are shown to subjects; empty: none are taken.
	Uses string
	// EventLog, when set, takes the log of what was measured, on machines with Intel TDX.
	EventLog func(log []byte) error
	// Started, when set, is called once the enclave is registered.
	Started func(enclave common.Address)
}

// FileCollateral is collateral in a file, read anew each time, so that it may be replaced by newer one.
type FileCollateral struct{ Path string }

// Collateral implements tee.Collector.
func (c FileCollateral) Collateral(context.Context, []byte) ([]byte, error) {
	b, err := os.ReadFile(c.Path)
	if err != nil {
		return nil, fmt.Errorf("reading collateral: %w", err)
	}
	return b, nil
}

// SimulatedMeasurement is what an emulated machine's quotes claim: what hardware would measure of the image's files.
// RTMR0, which covers a host's virtual hardware, and RTMR3, which nothing extends, are zero.
func SimulatedMeasurement(i *image.Image) (insecure.Measurement, error) {
	r, err := i.Registers(image.Launch{})
	if err != nil {
		return insecure.Measurement{}, err
	}
	var m insecure.Measurement
	m.MRTD, m.RTMR[1], m.RTMR[2] = r.MRTD, r.RTMR1, r.RTMR2
	return m, nil
}

// RunMachine starts an image and serves it until it ends or the context does. The node's socket is forwarded to it on
// this machine's loopback address.
func RunMachine(ctx context.Context, c MachineConfig) error {
	server, err := c.server()
	if err != nil {
		return err
	}
	node, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("forwarding the node: %w", err)
	}
	server.Settings.Node, err = fromGuest("tcp:" + node.Addr().String())
	if err != nil {
		return errors.Join(err, node.Close())
	}
	ctx, cancel := context.WithCancel(ctx)
	var forwarding sync.WaitGroup
	forwarding.Go(func() { forward(ctx, node, c.Socket, c.Log) })
	err = qemu.Run(ctx, c.QEMU, c.Console, server.Serve)
	cancel()
	forwarding.Wait()
	return err
}

// server is the host's end of the machine's channel.
func (c *MachineConfig) server() (*channel.Server, error) {
	address, err := netip.ParsePrefix(qemu.GuestAddress)
	if err != nil {
		return nil, fmt.Errorf("internal error: %w", err)
	}
	gateway, err := netip.ParseAddr(qemu.HostAddress)
	if err != nil {
		return nil, fmt.Errorf("internal error: %w", err)
	}
	s := &channel.Server{Settings: channel.Settings{Address: address, Gateway: gateway}, Ready: c.Started,
		EventLog: c.EventLog}
	if c.Join != nil {
		err = c.join(&s.Settings)
	} else {
		if c.Uses != "" {
			s.MaxUses, s.Uses = uint32(use.FileSize(use.MaxTags)), showUses(worker.UseLists{Dir: c.Uses})
		}
		err = c.work(&s.Settings)
	}
	if err != nil {
		return nil, err
	}
	if c.QEMU.Kind != qemu.Emulated {
		s.Collector = c.Collector
		return s, nil
	}
	measurement, err := SimulatedMeasurement(c.Image)
	if err != nil {
		return nil, fmt.Errorf("measuring the image: %w", err)
	}
	issuer, err := insecure.NewIssuer(c.Simulated, measurement, c.Random, c.Now())
	if err != nil {
		return nil, fmt.Errorf("simulating a TEE: %w", err)
	}
	s.Issuer, s.Collector = issuer, Collateral{Root: c.Simulated, Now: c.Now}
	return s, nil
}

// showUses shows the lists that a machine gives.
func showUses(lists worker.UseLists) func(common.Hash, []byte) error {
	return func(job common.Hash, file []byte) error {
		list, err := use.DecodeList(file)
		if err != nil {
			return err
		}
		if list.Job() != job {
			return fmt.Errorf("the use list of job %s was given as that of job %s", list.Job(), job)
		}
		if err := lists.Keep(list); err != nil {
			return err
		}
		return lists.Show(job)
	}
}

// work sets what a worker needs.
func (c *MachineConfig) work(s *channel.Settings) (err error) {
	s.Key, s.Life, s.Jobs = hex.EncodeToString(crypto.FromECDSA(c.Key)), int64(c.Life/time.Second), max(c.Jobs, 1)
	if c.Broker != "" {
		if s.Broker, err = fromGuest(c.Broker); err != nil {
			return err
		}
	}
	s.Brokers = make(map[common.Hash]string)
	for dataset, broker := range c.Brokers {
		if s.Brokers[dataset], err = fromGuest(broker); err != nil {
			return err
		}
	}
	return nil
}

// join sets what a broker needs.
func (c *MachineConfig) join(s *channel.Settings) error {
	join := *c.Join
	join.From, join.Port = nil, qemu.GuestPort
	for _, url := range c.Join.From {
		from, err := fromGuest(url)
		if err != nil {
			return err
		}
		join.From = append(join.From, from)
	}
	s.Join = &join
	return nil
}

// fromGuest is how a guest reaches an address: its host's loopback address has another name there.
func fromGuest(address string) (string, error) {
	if rest, ok := strings.CutPrefix(address, "tcp:"); ok {
		host, port, err := net.SplitHostPort(rest)
		if err != nil {
			return "", fmt.Errorf("the address %q: %w", address, err)
		}
		return "tcp:" + net.JoinHostPort(renamed(host), port), nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return "", fmt.Errorf("%q is not the URL of a broker", address)
	}
	if port := u.Port(); port != "" {
		u.Host = net.JoinHostPort(renamed(u.Hostname()), port)
	} else {
		u.Host = renamed(u.Host)
	}
	return u.String(), nil
}

func renamed(host string) string {
	if host == "localhost" || net.ParseIP(host).IsLoopback() {
		return qemu.HostAddress
	}
	return host
}

// forward gives every connection to a listener one to a UNIX socket, until the context ends.
func forward(ctx context.Context, listener net.Listener, socket string, log *slog.Logger) {
	stop := context.AfterFunc(ctx, func() { _ = listener.Close() })
	defer stop()
	var open sync.WaitGroup
	defer open.Wait()
	for {
		from, err := listener.Accept()
		if err != nil {
			return // it was closed
		}
		open.Go(func() {
			if err := pipe(ctx, from, socket); err != nil && ctx.Err() == nil {
				log.WarnContext(ctx, "Failed to forward a connection to the node", slog.Any("error", err))
			}
		})
	}
}

// pipe connects a connection with a UNIX socket until one of them ends.
func pipe(ctx context.Context, from net.Conn, socket string) error {
	defer from.Close() //nolint:errcheck // it has ended
	to, err := new(net.Dialer).DialContext(ctx, "unix", socket)
	if err != nil {
		return err
	}
	defer to.Close() //nolint:errcheck // it has ended
	stop := context.AfterFunc(ctx, func() { _, _ = from.Close(), to.Close() })
	defer stop()
	done := make(chan error, 2)
	for _, d := range []struct{ to, from net.Conn }{{to, from}, {from, to}} {
		go func() {
			_, err := io.Copy(d.to, d.from)
			done <- err
		}()
	}
	err = <-done
	_, _ = from.Close(), to.Close()
	<-done
	return err
}
