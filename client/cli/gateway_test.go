package cli

import (
	"net"
	"strings"
	"testing"

	"github.com/assent-network/assent/chain/network"
)

// A gateway that is started beside one that the network names and that answers leaves it there, unless it is asked to
// take its place.
func TestNameGateway(t *testing.T) {
	runs, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer runs.Close()
	ended, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = ended.Close()
	running, gone, started := "http://"+runs.Addr().String(), "http://"+ended.Addr().String(), "http://127.0.0.1:9"
	for name, tc := range map[string]struct {
		named, url  string
		asked       bool
		want, stays string
	}{
		"none is named":           {url: started, want: started},
		"the named one runs":      {named: running, url: started, want: running, stays: running},
		"it is asked for":         {named: running, url: started, asked: true, want: started},
		"the named one is gone":   {named: gone, url: started, want: started},
		"it is the named one":     {named: running, url: running, want: running},
		"the named one is no URL": {named: "://", url: started, want: started},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			f := &network.File{
				Format: network.Format, Name: "test", ChainContext: strings.Repeat("ab", 32),
				ConsensusChainID: strings.Repeat("ab", 25), ChainID: 42334, Sockets: []string{"/run/node.sock"},
				Gateway: tc.named,
			}
			if err := f.RuntimeID.UnmarshalHex(
				"8000000000000000000000000000000000000000000000000000000000000a55"); err != nil {
				t.Fatal(err)
			}
			if err := f.Save(dir); err != nil {
				t.Fatal(err)
			}
			stays, err := nameGateway(t.Context(), dir, tc.url, tc.asked)
			if err != nil || stays != tc.stays {
				t.Errorf("%q stays, %v; want %q", stays, err, tc.stays)
			}
			if got, err := network.Load(dir); err != nil || got.Gateway != tc.want {
				t.Errorf("the network names %q, %v; want %q", got.Gateway, err, tc.want)
			}
		})
	}
}
