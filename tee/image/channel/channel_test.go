package channel_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/netip"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/image/channel"
	"github.com/assent-network/assent/tee/tsm"
)

func settings() channel.Settings {
	return channel.Settings{
		Address: netip.MustParsePrefix("10.0.2.15/24"), Gateway: netip.MustParseAddr("10.0.2.2"),
		Node: "tcp:10.0.2.2:1",
		Key:  strings.Repeat("ab", 32), Broker: "http://10.0.2.2:2",
		Brokers: map[common.Hash]string{{1}: "http://10.0.2.2:3"}, Life: 3600, Jobs: 2,
	}
}

// join are the settings of a broker.
func join() channel.Settings {
	s := settings()
	s.Key, s.Broker, s.Brokers, s.Life, s.Jobs = "", "", nil, 0, 0
	s.Join = &channel.Join{From: []string{"http://10.0.2.2:4"}, Account: common.Address{1},
		Datasets: []common.Hash{{2}}, Port: 8600}
	return s
}

// teeOf stands for a host's TEE: quotes and collateral say what they were asked for.
type teeOf struct{ err error }

func (teeOf) Platform() tee.Platform { return tee.TDX }

func (s teeOf) Issue(_ context.Context, d tee.ReportData) ([]byte, error) {
	return append([]byte("quote of "), d[:]...), s.err
}

func (s teeOf) Collateral(_ context.Context, quote []byte) ([]byte, error) {
	return append([]byte("collateral of "), quote...), s.err
}

// serve connects a guest's end with a host's, and checks that the host's ends well.
func serve(t testing.TB, s *channel.Server) *channel.Client {
	t.Helper()
	guest, host := net.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(context.Background(), host) }()
	t.Cleanup(func() {
		_ = guest.Close()
		if err := <-ended; err != nil {
			t.Errorf("the host's end: %v", err)
		}
	})
	return channel.NewClient(guest)
}

func TestChannel(t *testing.T) {
	var ready common.Address
	var logged string
	c := serve(t, &channel.Server{Settings: settings(), Issuer: teeOf{}, Collector: teeOf{},
		Ready:    func(e common.Address) { ready = e },
		EventLog: func(b []byte) error { logged = string(b); return nil }})
	got, err := c.Settings()
	if err != nil {
		t.Fatal(err)
	}
	want, _ := json.Marshal(settings())
	if b, _ := json.Marshal(got); !bytes.Equal(b, want) {
		t.Errorf("settings %s, want %s", b, want)
	}
	issuer, err := tsm.Open(channel.NewTSM(c))
	if err != nil {
		t.Fatal(err)
	}
	data := tee.ReportData{1, 2, 3}
	quote, err := issuer.Issue(t.Context(), data)
	if err != nil || !bytes.Equal(quote, append([]byte("quote of "), data[:]...)) || issuer.Platform() != tee.TDX {
		t.Errorf("quote %q of %s, %v", quote, issuer.Platform(), err)
	}
	if b, err := c.Collateral(t.Context(), []byte("q")); err != nil || string(b) != "collateral of q" {
		t.Errorf("collateral %q, %v", b, err)
	}
	if err := c.EventLog([]byte("log")); err != nil || logged != "log" {
		t.Errorf("event log %q, %v", logged, err)
	}
	if err := c.Ready(common.Address{7}); err != nil || ready != (common.Address{7}) {
		t.Errorf("ready %s, %v", ready, err)
	}
}

func TestChannel_hostsErrorsReachTheGuest(t *testing.T) {
	c := serve(t, &channel.Server{Settings: settings(), Issuer: teeOf{errors.New("no quote today")},
		Collector: teeOf{errors.New("none\x1b")}})
	issuer, err := tsm.Open(channel.NewTSM(c))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := issuer.Issue(t.Context(), tee.ReportData{}); err == nil ||
		!strings.Contains(err.Error(), "no quote today") {
		t.Errorf("%v", err)
	}
	if _, err := c.Collateral(t.Context(), nil); err == nil || strings.Contains(err.Error(), "\x1b") {
		t.Errorf("%v", err)
	}
	if _, err := c.Settings(); err != nil {
		t.Errorf("the channel is of no use after an error: %v", err)
	}
	none := serve(t, new(channel.Server))
	if _, err := none.Collateral(t.Context(), nil); err == nil {
		t.Error("a host without a simulated TEE gave collateral")
	}
}

// scripted is a host that says the same whatever it is asked.
type scripted struct{ io.Reader }

func (scripted) Write(b []byte) (int, error) { return len(b), nil }

func TestChannel_hostThatTalksNonsense(t *testing.T) {
	for name, answer := range map[string]string{
		"nothing":        "",
		"cut off":        "\x00\x00\x00\x00\x09abc",
		"endless":        "\x00\xff\xff\xff\xff",
		"unknown status": "\x07\x00\x00\x00\x00",
		"no settings":    "\x00\x00\x00\x00\x02[]",
	} {
		if s, err := channel.NewClient(scripted{strings.NewReader(answer)}).Settings(); err == nil {
			t.Errorf("%s: %+v", name, s)
		}
	}
}

func TestParseSettings(t *testing.T) {
	for name, change := range map[string]func(s *channel.Settings){
		"no address":         func(s *channel.Settings) { s.Address = netip.Prefix{} },
		"IPv6":               func(s *channel.Settings) { s.Address = netip.MustParsePrefix("fd00::1/64") },
		"gateway elsewhere":  func(s *channel.Settings) { s.Gateway = netip.MustParseAddr("10.0.3.2") },
		"no node":            func(s *channel.Settings) { s.Node = "" },
		"short key":          func(s *channel.Settings) { s.Key = "ab" },
		"key no hexadecimal": func(s *channel.Settings) { s.Key = strings.Repeat("xy", 32) },
		"no life":            func(s *channel.Settings) { s.Life = 0 },
		"life of centuries":  func(s *channel.Settings) { s.Life = 1 << 40 },
		"no jobs":            func(s *channel.Settings) { s.Jobs = 0 },
		"too many jobs":      func(s *channel.Settings) { s.Jobs = 65 },
		"worker and broker":  func(s *channel.Settings) { s.Join = join().Join },
		"nobody to join":     func(s *channel.Settings) { *s = join(); s.Join.From = nil },
		"no port":            func(s *channel.Settings) { *s = join(); s.Join.Port = 0 },
		"a broker's key":     func(s *channel.Settings) { *s = join(); s.Key = strings.Repeat("ab", 32) },
		"a broker's broker":  func(s *channel.Settings) { *s = join(); s.Broker = "http://10.0.2.2:2" },
	} {
		s := settings()
		change(&s)
		b, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := channel.ParseSettings(b); !errors.Is(err, channel.ErrSettings) {
			t.Errorf("%s: %v", name, err)
		}
	}
	b, err := json.Marshal(join())
	if err != nil {
		t.Fatal(err)
	}
	if s, err := channel.ParseSettings(b); err != nil || s.Join.Port != 8600 || len(s.Join.From) != 1 {
		t.Errorf("a broker's settings: %+v, %v", s, err)
	}
	if _, err := channel.ParseSettings([]byte(`{"trustRoot":"mine"}`)); !errors.Is(err, channel.ErrSettings) {
		t.Errorf("a setting that is none: %v", err)
	}
}

func FuzzParseSettings(f *testing.F) {
	for _, s := range []channel.Settings{settings(), join()} {
		b, _ := json.Marshal(s)
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := channel.ParseSettings(b)
		if err != nil {
			if !errors.Is(err, channel.ErrSettings) {
				t.Errorf("an error of another kind: %v", err)
			}
			return
		}
		again, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := channel.ParseSettings(again); err != nil {
			t.Errorf("%s parses and %s does not: %v", b, again, err)
		}
	})
}

// FuzzServe has a hostile guest talk to a host.
func FuzzServe(f *testing.F) {
	f.Add([]byte("\x01\x00\x00\x00\x00"))
	f.Add(append([]byte("\x02\x00\x00\x00\x40"), make([]byte, 64)...))
	uses := append([]byte("\x06\x00\x00\x00\x2a"), make([]byte, 35)...)
	f.Add(append(uses, 2, 0, 0, 0, 0, 'a', 'b')) // a list of two bytes, in one part
	f.Add([]byte("\x04\x00\x00\x00\x14abcdefghijklmnopqrst"))
	f.Fuzz(func(_ *testing.T, b []byte) {
		s := &channel.Server{MaxUses: 64, Uses: func(common.Hash, []byte) error { return nil }, Settings: settings(),
			Issuer: teeOf{}, Collector: teeOf{}}
		_ = s.Serve(context.Background(), scripted{bytes.NewReader(b)})
	})
}

// A use list comes to the host whole, of one part or of several, and one that breaks off does not.
func TestChannel_uses(t *testing.T) {
	got := map[common.Hash][]byte{}
	const most = 3 * channel.MaxBody
	server := &channel.Server{MaxUses: most, Uses: func(job common.Hash, list []byte) error {
		got[job] = list
		return nil
	}}
	c := serve(t, server)
	for i, size := range []int{1, channel.MaxBody / 2, channel.MaxBody/2 + 1, most} {
		job, list := common.Hash{byte(i)}, bytes.Repeat([]byte{1, 2, 3, 5, 7, 11, 13}, size/7+1)[:size]
		if err := c.Uses(job, list); err != nil || !bytes.Equal(got[job], list) {
			t.Errorf("a list of %d bytes: %d came, %v", size, len(got[job]), err)
		}
	}
	if err := c.Uses(common.Hash{9}, make([]byte, most+1)); err == nil || got[common.Hash{9}] != nil {
		t.Errorf("a list that is too long: %v", err)
	}
	none := serve(t, new(channel.Server))
	if err := none.Uses(common.Hash{1}, []byte{1}); err == nil || !strings.Contains(err.Error(), "shows no use lists") {
		t.Errorf("a host that shows none: %v", err)
	}
	server.Uses = func(common.Hash, []byte) error { return errors.New("the disk is full") }
	if err := serve(t, server).Uses(common.Hash{1}, []byte{1}); err == nil ||
		!strings.Contains(err.Error(), "disk is full") {
		t.Errorf("a host that cannot keep it: %v", err)
	}
}
