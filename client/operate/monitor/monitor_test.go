package monitor

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

var token = strings.Repeat("a1", 16)

// TestSurface_Check: an address beyond this machine is taken with TLS and a token alone.
func TestSurface_Check(t *testing.T) {
	both := func(listen string) Surface { return Surface{listen, "c.pem", "k.pem", token} }
	for name, c := range map[string]struct {
		s    Surface
		want error
	}{
		"nothing":                     {Surface{}, nil},
		"loopback":                    {Surface{Listen: "127.0.0.1:0"}, nil},
		"another loopback":            {Surface{Listen: "127.1.2.3:9000"}, nil},
		"loopback of version 6":       {Surface{Listen: "[::1]:9000"}, nil},
		"mapped loopback":             {Surface{Listen: "[::ffff:127.0.0.1]:9000"}, nil},
		"by name":                     {Surface{Listen: "localhost:9000"}, nil},
		"a socket":                    {Surface{Listen: "unix:/run/x.sock"}, nil},
		"a socket without a name":     {Surface{Listen: "unix:"}, ErrAddress},
		"all addresses":               {Surface{Listen: ":9000"}, ErrOpen},
		"all addresses, written":      {Surface{Listen: "0.0.0.0:9000"}, ErrOpen},
		"all addresses of version 6":  {Surface{Listen: "[::]:9000"}, ErrOpen},
		"another address":             {Surface{Listen: "10.0.0.1:9000"}, ErrOpen},
		"a name":                      {Surface{Listen: "worker.example:9000"}, ErrOpen},
		"a name like loopback":        {Surface{Listen: "127.0.0.1.example:9000"}, ErrOpen},
		"TLS without a token":         {Surface{Listen: ":9000", Certificate: "c.pem", Key: "k.pem"}, ErrOpen},
		"a token without TLS":         {Surface{Listen: ":9000", Token: token}, ErrOpen},
		"a certificate without a key": {Surface{Listen: "127.0.0.1:1", Certificate: "c.pem"}, ErrOpen},
		"a short token":               {Surface{Listen: "127.0.0.1:1", Token: "secret"}, ErrOpen},
		"both":                        {both(":9000"), nil},
		"both on loopback":            {both("127.0.0.1:1"), nil},
		"both and no address":         {both(""), ErrAddress},
		"no port":                     {Surface{Listen: "127.0.0.1"}, ErrAddress},
	} {
		if err := c.s.Check(); !errors.Is(err, c.want) || (err == nil) != (c.want == nil) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// serve starts a surface and returns its address.
func serve(t *testing.T, s Surface, health func(context.Context) Health) net.Addr {
	t.Helper()
	registry := prometheus.NewRegistry()
	registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "assent_test", Help: "Seven."},
		func() float64 { return 7 }))
	ctx, cancel := context.WithCancel(t.Context())
	started, ended := make(chan net.Addr, 1), make(chan error, 1)
	go func() {
		ended <- s.Serve(ctx, health, registry, slog.New(slog.DiscardHandler), func(a net.Addr) { started <- a })
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	select {
	case a := <-started:
		return a
	case err := <-ended:
		ended <- nil
		t.Fatal(err)
		return nil
	}
}

func get(t *testing.T, c *http.Client, url, auth string) (status int, body string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	if auth != "" {
		r.Header.Set("Authorization", auth)
	}
	res, err := c.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(b)
}

func TestSurface_socket(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.sock")
	state := Health{OK: true}
	serve(t, Surface{Listen: "unix:" + path}, func(context.Context) Health { return state })
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	c := &http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "unix", path)
	}}}
	defer c.CloseIdleConnections()
	if status, body := get(t, c, "http://x/metrics", ""); status != 200 || !strings.Contains(body, "assent_test 7") {
		t.Errorf("%d %s", status, body)
	}
	if status, body := get(t, c, "http://x/healthz", ""); status != 200 || body != "{\"ok\":true}\n" {
		t.Errorf("%d %s", status, body)
	}
	state = Health{Reason: "the node does not answer"}
	if status, body := get(t, c, "http://x/healthz", ""); status != 503 || !strings.Contains(body, "does not answer") {
		t.Errorf("%d %s", status, body)
	}
	if status, _ := get(t, c, "http://x/debug/pprof/", ""); status != 404 {
		t.Errorf("status %d of what is not there", status)
	}
}

// TestSurface_hosts: a page whose name leads to this machine reads nothing, and only so many are answered at once.
func TestSurface_hosts(t *testing.T) {
	asked, answer := make(chan struct{}, maxAsked+1), make(chan struct{})
	address := serve(t, Surface{Listen: "127.0.0.1:0"}, func(context.Context) Health {
		asked <- struct{}{}
		<-answer
		return Health{OK: true}
	}).String()
	ask := func(host, origin, path string) int {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+address+path, http.NoBody)
		if err != nil {
			t.Error(err)
			return 0
		}
		r.Host = host
		if origin != "" {
			r.Header.Set("Origin", origin)
		}
		res, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Error(err)
			return 0
		}
		defer res.Body.Close()
		return res.StatusCode
	}
	for _, c := range []struct {
		host, origin string
		want         int
	}{
		{address, "", 200}, {"localhost", "", 200}, {"[::1]:9601", "", 200},
		{"localhost:80", "http://localhost:80", 403},
		{"evil.example:9601", "", 403}, {"127.0.0.1.evil.example", "", 403},
		{"evil.example", "https://evil.example", 403},
	} {
		if got := ask(c.host, c.origin, "/metrics"); got != c.want {
			t.Errorf("host %q, origin %q: status %d, want %d", c.host, c.origin, got, c.want)
		}
	}
	statuses := make(chan int, maxAsked)
	for range maxAsked {
		go func() { statuses <- ask(address, "", "/healthz") }()
	}
	for range maxAsked {
		<-asked
	}
	if got := ask(address, "", "/healthz"); got != http.StatusTooManyRequests {
		t.Errorf("status %d of one more", got)
	}
	close(answer)
	for range maxAsked {
		if got := <-statuses; got != http.StatusOK {
			t.Errorf("status %d", got)
		}
	}
}

// TestSurface_connections: a stranger's connections are bounded, whether they send a token or not.
func TestSurface_connections(t *testing.T) {
	address := serve(t, Surface{Listen: "127.0.0.1:0", Token: token}, func(context.Context) Health {
		return Health{OK: true}
	}).String()
	for range 4 * maxConnections {
		if status, _ := get(t, http.DefaultClient, "http://"+address+"/metrics", "Bearer wrong"); status != 401 {
			t.Fatalf("status %d", status)
		}
	}
	held := make([]net.Conn, 0, 2*maxConnections)
	defer func() {
		for _, c := range held {
			_ = c.Close()
		}
	}()
	for range maxConnections {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		held = append(held, c)
	}
	// The next one is taken when one of them is gone, and not before.
	last, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer last.Close()
	if _, err := io.WriteString(last, "GET /healthz HTTP/1.0\r\nAuthorization: Bearer "+token+"\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	if err := last.SetReadDeadline(time.Now().Add(time.Second / 4)); err != nil {
		t.Fatal(err)
	}
	if n, err := last.Read(make([]byte, 1)); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("one more connection is answered: %d bytes, %v", n, err)
	}
	for _, c := range held {
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := last.SetReadDeadline(time.Time{}); err != nil {
		t.Fatal(err)
	}
	answer, err := io.ReadAll(last)
	if err != nil || !strings.Contains(string(answer), "200 OK") {
		t.Errorf("%s, %v", answer, err)
	}
}

func TestSurface_tokenOverTLS(t *testing.T) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	s := Surface{Listen: "127.0.0.1:0", Certificate: filepath.Join(dir, "c"), Key: filepath.Join(dir, "k"),
		Token: token}
	for path, block := range map[string]*pem.Block{
		s.Certificate: {Type: "CERTIFICATE", Bytes: der}, s.Key: {Type: "PRIVATE KEY", Bytes: secret},
	} {
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	url := "https://" + serve(t, s, func(context.Context) Health { return Health{OK: true} }).String()
	pool := x509.NewCertPool()
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool.AddCert(certificate)
	c := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}}
	defer c.CloseIdleConnections()
	for auth, want := range map[string]int{
		"": 401, "Bearer ": 401, "Bearer " + token[1:]: 401, token: 401, "Bearer " + token: 200,
	} {
		if status, body := get(t, c, url+"/metrics", auth); status != want ||
			status != 200 && strings.Contains(body, "assent_test") {
			t.Errorf("%q: status %d, want %d: %s", auth, status, want, body)
		}
	}
}
