package cli

import (
	"context"
	"log/slog"
	"net"
	"path/filepath"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/assent-network/assent/client/operate/monitor"
)

// TestDoctor_monitored: what a service answers is told apart: well, not well, a token that is wanted or wrong, and
// none.
func TestDoctor_monitored(t *testing.T) {
	token := strings.Repeat("b2", 16)
	dir := t.TempDir()
	listening := func(s monitor.Surface, h monitor.Health) string {
		ctx, cancel := context.WithCancel(t.Context())
		started, ended := make(chan net.Addr, 1), make(chan error, 1)
		go func() {
			ended <- s.Serve(ctx, func(context.Context) monitor.Health { return h }, prometheus.NewRegistry(),
				slog.New(slog.DiscardHandler), func(a net.Addr) { started <- a })
		}()
		t.Cleanup(func() {
			cancel()
			if err := <-ended; err != nil {
				t.Error(err)
			}
		})
		a := <-started
		if a.Network() == "unix" {
			return "unix:" + a.String()
		}
		return a.String()
	}
	well, ill := monitor.Health{OK: true}, monitor.Health{Reason: "the chain cannot be verified"}
	wants := listening(monitor.Surface{Listen: "127.0.0.1:0", Token: token}, well)
	for name, c := range map[string]struct {
		address     string
		how         asking
		state, says string
	}{
		"well": {listening(monitor.Surface{Listen: "127.0.0.1:0"}, well), asking{}, stateOK, "it is well"},
		"a socket": {listening(monitor.Surface{Listen: "unix:" + filepath.Join(dir, "s")}, well), asking{},
			stateOK, ""},
		"not well": {listening(monitor.Surface{Listen: "127.0.0.1:0"}, ill), asking{}, stateWrong,
			"cannot be verified"},
		"with its token":    {wants, asking{token: token}, stateOK, "it is well"},
		"without its token": {wants, asking{}, stateWarning, "it wants a token"},
		"with another":      {wants, asking{token: "x"}, stateWarning, "it wants a token"},
		"not there":         {"unix:" + filepath.Join(dir, "none"), asking{}, stateWrong, "it does not answer"},
		"no certificate":    {wants, asking{certificate: filepath.Join(dir, "none")}, stateWrong, "no such file"},
	} {
		d := new(doctor)
		d.monitored(t.Context(), c.address, c.how)
		if len(d.found) != 1 || d.found[0].State != c.state || !strings.Contains(d.found[0].Detail, c.says) {
			t.Errorf("%s: %+v", name, d.found)
		} else if (d.found[0].Remedy == "") != (c.state == stateOK) {
			t.Errorf("%s: the remedy is %q", name, d.found[0].Remedy)
		}
	}
}
