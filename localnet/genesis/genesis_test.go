package genesis_test

import (
	"crypto/rand"
	"fmt"
	"net/netip"
	"strings"
	"testing"
	"time"

	memory "github.com/oasisprotocol/oasis-core/go/common/crypto/signature/signers/memory"
	"github.com/oasisprotocol/oasis-core/go/common/identity"
	"github.com/oasisprotocol/oasis-core/go/common/node"
	"github.com/oasisprotocol/oasis-core/go/common/version"
	"github.com/oasisprotocol/oasis-core/go/oasis-node/cmd/common/flags"
	registry "github.com/oasisprotocol/oasis-core/go/registry/api"
	scheduler "github.com/oasisprotocol/oasis-core/go/scheduler/api"
	"github.com/spf13/viper"

	"github.com/assent-network/assent/localnet/genesis"
)

func config(t *testing.T, validators, computes int) genesis.Config {
	t.Helper()
	cfg := genesis.Config{
		ChainID:       "assent-test",
		Time:          time.Unix(1_800_000_000, 0).UTC(),
		BlockInterval: 250 * time.Millisecond,
		EpochBlocks:   240,
		Runtime: genesis.Runtime{
			Version:        version.FromU64(1 << 32),
			BundleChecksum: make([]byte, 32),
		},
	}
	if err := cfg.Runtime.ID.UnmarshalHex(
		"8000000000000000000000000000000000000000000000000000000000000a55"); err != nil {
		t.Fatal(err)
	}
	for i := range max(validators, computes) {
		dir := t.TempDir()
		id, err := identity.LoadOrGenerate(dir, memory.NewFactory())
		if err != nil {
			t.Fatal(err)
		}
		owner, err := memory.NewSigner(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		cfg.Nodes = append(cfg.Nodes, genesis.Node{
			Identity: id, Owner: owner,
			Consensus: netip.AddrPortFrom(netip.AddrFrom4([4]byte{127, 0, 0, 1}), uint16(20000+2*i)),
			P2P:       netip.AddrPortFrom(netip.AddrFrom4([4]byte{127, 0, 0, 1}), uint16(20001+2*i)),
			Validator: i < validators, Compute: i < computes,
		})
	}
	return cfg
}

// TestNew_passesOasisSanityCheck runs the check that every node runs on the document before it starts.
func TestNew_passesOasisSanityCheck(t *testing.T) {
	viper.Set(flags.CfgDebugDontBlameOasis, true) // nodes of a local network run with it
	t.Cleanup(func() { viper.Set(flags.CfgDebugDontBlameOasis, false) })
	for _, size := range []struct{ validators, computes int }{{1, 1}, {1, 2}, {2, 1}, {4, 3}, {3, 4}} {
		t.Run(fmt.Sprintf("%d validators %d compute", size.validators, size.computes), func(t *testing.T) {
			doc, err := genesis.New(config(t, size.validators, size.computes))
			if err != nil {
				t.Fatal(err)
			}
			if err := doc.SanityCheck(); err != nil {
				t.Fatal(err)
			}
			rt := doc.Registry.Runtimes[0]
			if int(rt.Executor.GroupSize) != size.computes ||
				(rt.Executor.AllowedStragglers > 0) != (size.computes > 1) {
				t.Errorf("the committee of %d compute nodes is %+v", size.computes, rt.Executor)
			}
			if got := doc.Scheduler.Parameters.MaxValidators; got != size.validators {
				t.Errorf("the validator set is limited to %d of %d", got, size.validators)
			}
			if blocks := 240 - doc.Height; blocks < 1 || blocks > 5 {
				t.Errorf("the committee is elected %d blocks after the start", blocks)
			}
			limit := rt.Constraints[scheduler.KindComputeExecutor][scheduler.RoleWorker].MinPoolSize.Limit
			if limit != rt.Executor.GroupSize {
				t.Errorf("a committee needs %d candidates for %d places", limit, rt.Executor.GroupSize)
			}
		})
	}
}

func TestNew_registersComputeNodes(t *testing.T) {
	cfg := config(t, 2, 1)
	doc, err := genesis.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Registry.Nodes) != 2 {
		t.Fatalf("%d nodes registered, want 2", len(doc.Registry.Nodes))
	}
	for i, signed := range doc.Registry.Nodes {
		var n node.Node
		if err := signed.Open(registry.RegisterGenesisNodeSignatureContext, &n); err != nil {
			t.Fatalf("node %d: %v", i, err)
		}
		if !n.HasRoles(node.RoleValidator) || n.HasRoles(node.RoleComputeWorker) != (i == 0) {
			t.Errorf("node %d has roles %s", i, n.Roles)
		}
		if i == 0 && (len(n.Runtimes) != 1 || n.Runtimes[0].ID != cfg.Runtime.ID ||
			n.Runtimes[0].Version != cfg.Runtime.Version) {
			t.Errorf("node %d runs %+v", i, n.Runtimes)
		}
	}
}

// TestNew_bindsEverything moves one thing at a time and sees that signatures of one network do not count in another.
func TestNew_bindsEverything(t *testing.T) {
	base := config(t, 1, 1)
	context := func(cfg genesis.Config) string {
		doc, err := genesis.New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		return doc.ChainContext()
	}
	seen := map[string]string{context(base): "base"}
	for name, change := range map[string]func(*genesis.Config){
		"chain ID":        func(c *genesis.Config) { c.ChainID += "x" },
		"time":            func(c *genesis.Config) { c.Time = c.Time.Add(time.Second) },
		"block interval":  func(c *genesis.Config) { c.BlockInterval *= 2 },
		"epoch":           func(c *genesis.Config) { c.EpochBlocks++ },
		"runtime ID":      func(c *genesis.Config) { c.Runtime.ID[31]++ },
		"runtime version": func(c *genesis.Config) { c.Runtime.Version.Patch++ },
		"bundle":          func(c *genesis.Config) { c.Runtime.BundleChecksum = append(make([]byte, 31), 1) },
		"node address": func(c *genesis.Config) {
			nodes := append([]genesis.Node(nil), c.Nodes...)
			nodes[0].P2P = netip.AddrPortFrom(nodes[0].P2P.Addr(), nodes[0].P2P.Port()+10)
			c.Nodes = nodes
		},
	} {
		cfg := base
		change(&cfg)
		c := context(cfg)
		if other, ok := seen[c]; ok {
			t.Errorf("another %s gives the same chain context as %s", name, other)
		}
		seen[c] = name
	}
}

func TestNew_refuses(t *testing.T) {
	for want, change := range map[string]func(*genesis.Config){
		"chain ID is missing":     func(c *genesis.Config) { c.ChainID = "" },
		"time is missing":         func(c *genesis.Config) { c.Time = time.Time{} },
		"block interval of 0s":    func(c *genesis.Config) { c.BlockInterval = 0 },
		"epochs of 19 blocks":     func(c *genesis.Config) { c.EpochBlocks = 19 },
		"no node validates":       func(c *genesis.Config) { c.Nodes[0].Validator = false },
		"no node computes":        func(c *genesis.Config) { c.Nodes[0].Compute = false },
		"node 0 has no role":      func(c *genesis.Config) { c.Nodes[0].Validator, c.Nodes[0].Compute = false, false },
		"node 0 has no keys":      func(c *genesis.Config) { c.Nodes[0].Owner = nil },
		"node 0 has no addresses": func(c *genesis.Config) { c.Nodes[0].P2P = netip.AddrPort{} },
		"checksum has 31 bytes":   func(c *genesis.Config) { c.Runtime.BundleChecksum = make([]byte, 31) },
		"two nodes have the same owner": func(c *genesis.Config) {
			c.Nodes = append(c.Nodes, c.Nodes[0])
		},
	} {
		cfg := config(t, 1, 1)
		change(&cfg)
		if _, err := genesis.New(cfg); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want an error that says %q", err, want)
		}
	}
}

// TestConsensusPeer reads the name back as a node does.
func TestConsensusPeer(t *testing.T) {
	n := config(t, 1, 1).Nodes[0]
	var address node.ConsensusAddress
	if err := address.UnmarshalText([]byte(genesis.ConsensusPeer(n.Identity, n.Consensus))); err != nil {
		t.Fatal(err)
	}
	if address.ID != n.Identity.P2PSigner.Public() || address.Address.String() != n.Consensus.String() {
		t.Errorf("got %s", address)
	}
}
