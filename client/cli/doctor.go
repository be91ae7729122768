package cli

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/client/operate/monitor"
	"github.com/assent-network/assent/gateway"
	"github.com/assent-network/assent/internal/quoted"
)

// finding is what the doctor says of one thing. State is ok, warning or wrong.
type finding struct {
	Check  string `json:"check"`
	State  string `json:"state"`
	Detail string `json:"detail"`
	Remedy string `json:"remedy,omitempty"` // what to do, where State is not ok
}

const (
	stateOK      = "ok"
	stateWarning = "warning"
	stateWrong   = "wrong"
)

// staleAfter is how old, by consensus time, the newest round of a network that runs may be: rounds come each second.
const staleAfter = 2 * time.Minute

// doctorTimeout bounds each question that goes over a connection.
const doctorTimeout = 10 * time.Second

// doctor looks at an installation and collects findings.
type doctor struct {
	*App
	found []finding
}

func (d *doctor) ok(check, format string, args ...any) { d.add(check, stateOK, "", format, args...) }

func (d *doctor) add(check, state, remedy, format string, args ...any) {
	d.found = append(d.found, finding{check, state, fmt.Sprintf(format, args...), remedy})
}

func (a *App) doctorCommand() *cobra.Command {
	var folders, datasets, monitors []string
	var how asking
	var tokenFile string
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Say what of this installation stands open, is unmonitored, out of date or not approved",
		Args:  cobra.NoArgs,
		Long: `Look at the network file, trust root, node and gateway, at who can read the keys in the folders of
workers and brokers, at whether services answer where they are monitored, and at whether datasets
accept this program as their worker. Nothing is changed.

  assent doctor --dir worker --dir broker --dataset visits --monitor 127.0.0.1:9601

It fails when anything is wrong; warnings alone do not make it fail.`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if tokenFile != "" {
				b, err := os.ReadFile(tokenFile)
				if err != nil {
					return term.Fail(term.ExitInput, "name the file that the service has with --monitor-token",
						"reading the token: %w", err)
				}
				how.token = strings.TrimSpace(string(b))
			}
			d := &doctor{App: a}
			d.network(cmd.Context())
			for _, dir := range folders {
				d.folder(dir)
			}
			for _, address := range monitors {
				d.monitored(cmd.Context(), address, how)
			}
			if len(monitors) == 0 && len(folders) > 0 {
				d.add("monitoring", stateWarning, "run the services with --monitor, and name the addresses here, too",
					"no address of a worker or broker is named: what ends at night is seen in the morning")
			}
			for _, dataset := range datasets {
				d.approved(cmd.Context(), dataset)
			}
			return d.report()
		},
	}
	f := cmd.Flags()
	f.StringArrayVar(&folders, "dir", nil, "folder of a worker or broker; may be given several times")
	f.StringArrayVar(&monitors, "monitor", nil,
		"HOST:PORT or unix:PATH of a service's --monitor; may be given several times")
	f.StringVar(&how.certificate, "monitor-cert", "", "PEM file with the certificate of these services")
	f.StringVar(&tokenFile, "monitor-token", "", "file with the token of these services")
	f.StringArrayVar(&datasets, "dataset", nil,
		"dataset whose policy should accept this program as a worker; may be given several times")
	return cmd
}

// network looks at the network file and what it names.
func (d *doctor) network(ctx context.Context) {
	f, err := d.Network()
	if err != nil {
		d.add("network file", stateWrong, "name the network with --network, or start one with: assent localnet up",
			"%v", err)
		return
	}
	d.ok("network file", "network %s, chain %d", quoted.Text(f.Name), f.ChainID)
	root, err := d.TrustRoot("")
	switch {
	case err != nil:
		d.add("trust root", stateWrong, "get the file from whom you trust for it, and name it in the network file",
			"%v", err)
	case root.ChainContext != f.ChainContext:
		d.add("trust root", stateWrong, "it is of another chain: get this network's",
			"it names chain context %.12s…, the network %.12s…", root.ChainContext, f.ChainContext)
	default:
		d.ok("trust root", "it is this network's")
		d.node(ctx, f)
	}
	d.gateway(ctx, f)
	if f.Accounts != "" {
		d.secret(f.Accounts)
	}
}

// node verifies the newest round of the network's node from the trust root.
func (d *doctor) node(ctx context.Context, f *network.File) {
	ctx, cancel := context.WithTimeout(ctx, doctorTimeout)
	defer cancel()
	root, err := d.TrustRoot("")
	if err != nil || len(f.Sockets) == 0 {
		return
	}
	s, err := operate.Open(ctx, operate.Config{Root: root, Socket: f.Sockets[0], Now: d.Now, Log: d.logger(false)})
	if err != nil {
		d.add("node", stateWrong, "see whether it runs: assent localnet status, or its log", "%v", err)
		return
	}
	defer s.Close()
	head, err := s.Watch.Latest()
	if err != nil {
		d.add("node", stateWrong, "see whether it follows the network", "%v", err)
		return
	}
	if age := d.Now().Sub(head.Time); age > staleAfter {
		d.add("node", stateWrong, "see whether it follows the network",
			"its newest verified block is %s old", age.Round(time.Second))
		return
	}
	d.ok("node", "it answers, and its newest block %d is verified from the trust root", head.Height)
}

// gateway asks the network's gateway, and whether it runs the version that this program has.
func (d *doctor) gateway(ctx context.Context, f *network.File) {
	if f.Gateway == "" {
		d.add("gateway", stateWarning, "start one with: assent gateway", "the network has none")
		return
	}
	u, err := url.Parse(f.Gateway)
	if err != nil {
		d.add("gateway", stateWrong, "mend the network file", "%q is no URL", f.Gateway)
		return
	}
	if u.Scheme == "http" && !monitor.Loopback(u.Hostname()) {
		d.add("gateway's address", stateWarning, "put a TLS proxy in front of it: see docs/operations/gateway.md",
			"%s is asked without TLS: others on the way read and change what is said", f.Gateway)
	}
	ctx, cancel := context.WithTimeout(ctx, doctorTimeout)
	defer cancel()
	c, err := rpc.DialContext(ctx, f.Gateway)
	if err != nil {
		d.add("gateway", stateWrong, "start it with: assent gateway", "%v", err)
		return
	}
	defer c.Close()
	var version string
	if err := c.CallContext(ctx, &version, "web3_clientVersion"); err != nil {
		d.add("gateway", stateWrong, "start it with: assent gateway", "%s does not answer: %v", f.Gateway, err)
		return
	}
	if own := gateway.ClientVersion(); version != own {
		d.add("gateway", stateWarning, "start it anew with this program", "it runs %s, this program is %s",
			quoted.Text(version), own)
		return
	}
	d.ok("gateway", "%s answers, and is of this version", f.Gateway)
}

// folder looks at who can read or change what a worker or broker keeps: keys, decisions, what is remembered of jobs.
func (d *doctor) folder(dir string) {
	check := "folder " + dir
	info, err := os.Stat(dir)
	switch {
	case err != nil:
		d.add(check, stateWrong, "name the folder that the service has with --dir", "%v", err)
		return
	case !info.IsDir():
		d.add(check, stateWrong, "name the folder that the service has with --dir", "it is no folder")
		return
	case info.Mode().Perm()&0o077 == 0:
		d.ok(check, "no other user reaches what is in it")
		return
	}
	before := len(d.found)
	err = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		switch mode := info.Mode().Perm(); {
		case e.Type()&fs.ModeSymlink != 0:
		case mode&0o022 != 0:
			d.add("file "+path, stateWrong, "run: chmod go-w "+path, "other users may change it (mode %04o)", mode)
		case e.IsDir() && path != dir && e.Name() == usesFolder:
			return fs.SkipDir // is shown to subjects
		case !e.IsDir() && mode&0o044 != 0 && !isPublic(e.Name()):
			d.add("file "+path, stateWrong, "run: chmod 600 "+path, "other users can read it (mode %04o)", mode)
		}
		return nil
	})
	if err != nil {
		d.add(check, stateWrong, "let this user read it", "%v", err)
	} else if len(d.found) == before {
		d.ok(check, "no other user changes anything in it, or reads what is not public")
	}
}

// usesFolder is where a worker shows use lists, in its folder.
const usesFolder = "uses"

// isPublic says whether a file in a service's folder may be read by all: what is on chain or anyone's to fetch.
func isPublic(name string) bool {
	return name == "trust-root.json" || name == "trust.json" || strings.HasSuffix(name, ".age")
}

// secret looks at the mode of a file with keys.
func (d *doctor) secret(path string) bool {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return true
	}
	if err != nil {
		d.add("file "+path, stateWrong, "let this user read it", "%v", err)
		return false
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		d.add("file "+path, stateWrong, "run: chmod 600 "+path, "other users can open it (mode %04o)", mode)
		return false
	}
	return true
}

// asking is how services are asked that want TLS or a token.
type asking struct{ certificate, token string }

// client returns what asks a service at a kind of address and a place.
func (a asking) client(kind, place string) (c *http.Client, scheme, host string, err error) {
	t := &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, kind, place)
	}}
	scheme, host = "http", "localhost"
	if a.certificate != "" {
		b, err := os.ReadFile(a.certificate)
		if err != nil {
			return nil, "", "", err
		}
		block, _ := pem.Decode(b)
		if block == nil {
			return nil, "", "", fmt.Errorf("%s is no PEM file", a.certificate)
		}
		certificate, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, "", "", fmt.Errorf("reading %s: %w", a.certificate, err)
		}
		roots := x509.NewCertPool()
		roots.AddCert(certificate)
		scheme, t.TLSClientConfig = "https", &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12}
		switch {
		case len(certificate.DNSNames) > 0:
			host = certificate.DNSNames[0]
		case len(certificate.IPAddresses) > 0:
			host = certificate.IPAddresses[0].String()
		}
	}
	return &http.Client{Transport: t}, scheme, host, nil
}

// monitored asks a service how it is.
func (d *doctor) monitored(ctx context.Context, address string, how asking) {
	check := "service at " + address
	kind, place := "tcp", address
	if path, ok := strings.CutPrefix(address, "unix:"); ok {
		kind, place = "unix", path
	}
	c, scheme, host, err := how.client(kind, place)
	if err != nil {
		d.add(check, stateWrong, "name the certificate that the service has with --monitor-cert", "%v", err)
		return
	}
	defer c.CloseIdleConnections()
	ctx, cancel := context.WithTimeout(ctx, doctorTimeout)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, scheme+"://"+host+"/healthz", http.NoBody)
	if err != nil {
		d.add(check, stateWrong, "write HOST:PORT or unix:PATH", "%v", err)
		return
	}
	if how.token != "" {
		r.Header.Set("Authorization", "Bearer "+how.token)
	}
	res, err := c.Do(r)
	if err != nil {
		d.add(check, stateWrong, "start the service with --monitor "+address+
			"; one with TLS wants --monitor-cert here, too",
			"it does not answer: %v", err)
		return
	}
	defer res.Body.Close()
	said, err := io.ReadAll(io.LimitReader(res.Body, 1<<12))
	text := quoted.Text(strings.TrimSpace(string(said)))
	switch {
	case err != nil:
		d.add(check, stateWrong, "see its log", "its answer was cut: %v", err)
	case res.StatusCode == http.StatusUnauthorized:
		d.add(check, stateWarning, "give the file with its token as --monitor-token",
			"it wants a token: whether it is well "+
				"is not known")
	case res.StatusCode == http.StatusServiceUnavailable:
		d.add(check, stateWrong, "see its log", "it is not well: %s", text)
	case res.StatusCode != http.StatusOK:
		d.add(check, stateWrong, "see whether --monitor of the service is this address",
			"it answers %s: %s", res.Status, text)
	default:
		d.ok(check, "it is well")
	}
}

// approved says whether a dataset's policy accepts this program as a worker.
func (d *doctor) approved(ctx context.Context, dataset string) {
	check := "dataset " + dataset
	o, err := d.OpenDataset(ctx, dataset)
	if err != nil {
		d.add(check, stateWrong, "name a dataset of this network: assent dataset list", "%v", err)
		return
	}
	m, err := d.measure("")
	if err != nil {
		d.add(check, stateWrong, "run the doctor with the program that the worker runs", "%v", err)
		return
	}
	has := func(of []common.Hash, h common.Hash) bool { return slices.Contains(of, h) }
	switch p := o.Policy; {
	case !has(p.Measurements, m.Measurement):
		d.add(check, stateWrong,
			"the custodian adds it: assent dataset policy, then set-policy; subjects consent anew where policies say "+
				"so",
			"its policy does not accept this program (measurement %s)", m.Measurement)
	case !has(p.TrustRoots, m.TrustRoot):
		d.add(check, stateWrong, "run the worker on a machine whose vendor the policy names",
			"its policy does not accept quotes of the simulated root %s", m.TrustRoot)
	default:
		d.ok(check, "its policy accepts this program as a worker")
	}
}

// report prints the findings, and fails when one of them is wrong.
func (d *doctor) report() error {
	wrong := 0
	for _, f := range d.found {
		if f.State == stateWrong {
			wrong++
		}
	}
	err := d.Result(d.found, func(w io.Writer) {
		for _, f := range d.found {
			fmt.Fprintf(w, "%-8s %s: %s\n", f.State, f.Check, f.Detail)
			if f.Remedy != "" {
				fmt.Fprintf(w, "         %s\n", f.Remedy)
			}
		}
	})
	if err != nil || wrong == 0 {
		return err
	}
	return term.Fail(term.ExitPolicy, "do what stands under each line that begins with wrong", "%d of %d checks found "+
		"something wrong", wrong, len(d.found))
}
