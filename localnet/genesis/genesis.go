// Package genesis writes the first state of a local network: the consensus genesis document with its validators, the
// runtime and the compute nodes that may run it.
//
// The document differs from a deployment's in few things, each marked where it is set: addresses may be loopback ones,
// the runtime ID carries the test flag, the beacon is the insecure one (a drawing of lots does not matter among nodes
// of one owner), and nothing is pruned. Stake is real, so that voting power and committees are computed as elsewhere.
//
// Compute nodes are registered in the document itself. The committee is elected at the first change of epoch, which the
// document places a few blocks after its start: a new network finalises transactions about as soon as its processes
// run.
package genesis

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"time"

	beacon "github.com/oasisprotocol/oasis-core/go/beacon/api"
	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/signature"
	"github.com/oasisprotocol/oasis-core/go/common/entity"
	"github.com/oasisprotocol/oasis-core/go/common/identity"
	"github.com/oasisprotocol/oasis-core/go/common/node"
	"github.com/oasisprotocol/oasis-core/go/common/quantity"
	"github.com/oasisprotocol/oasis-core/go/common/version"
	"github.com/oasisprotocol/oasis-core/go/consensus/api/transaction"
	cometbft "github.com/oasisprotocol/oasis-core/go/consensus/cometbft/api"
	consensus "github.com/oasisprotocol/oasis-core/go/consensus/genesis"
	"github.com/oasisprotocol/oasis-core/go/genesis/api"
	governance "github.com/oasisprotocol/oasis-core/go/governance/api"
	keymanager "github.com/oasisprotocol/oasis-core/go/keymanager/api"
	"github.com/oasisprotocol/oasis-core/go/keymanager/secrets"
	registry "github.com/oasisprotocol/oasis-core/go/registry/api"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	scheduler "github.com/oasisprotocol/oasis-core/go/scheduler/api"
	staking "github.com/oasisprotocol/oasis-core/go/staking/api"
)

const (
	// pastRootsFor is for how long the consensus state keeps the roots of past rounds: as long as on Oasis mainnet
	// (1200 rounds of six seconds), so that what works here has as much time there.
	pastRootsFor = 2 * time.Hour

	// electionDelay is how many blocks after the first one the committee is elected. The beacon needs one block of
	// entropy; the second is margin.
	electionDelay = 2

	// emptyRoundAfter is how long the committee waits for a transaction before it makes a round without one. A
	// transaction never waits for it, but for the round that is under way: the longer this is, the fewer of those are
	// empty.
	emptyRoundAfter = time.Second

	// nodeLifetime is for how many epochs the registrations in the document count: until a node that needs longer than
	// usual for its first start has registered by itself.
	nodeLifetime = 3

	entityStake = 1_000_000_000_000_000
	stakeClaim  = 1_000_000_000
)

// featureVersion enables every consensus feature of the Oasis Core release that go.mod pins.
var featureVersion = version.MustFromString("26.1")

// Config says what network a document is for. All fields are required.
type Config struct {
	// ChainID names the consensus chain. It must be unique only for people: signatures are bound to the document's
	// hash.
	ChainID string
	// Time is the time of the document; block times start after it.
	Time time.Time
	// BlockInterval is how long consensus waits between blocks.
	BlockInterval time.Duration
	// EpochBlocks is the length of an epoch in blocks. Nodes register again in each, so it must not be so short that
	// they cannot keep up: 20 and more.
	EpochBlocks int64
	// Nodes are the network's nodes; at least one validates and one computes.
	Nodes []Node
	// Runtime is the ParaTime.
	Runtime Runtime
}

// Node is one node and its owner.
type Node struct {
	Identity *identity.Identity
	// Owner signs for the entity that the node belongs to. Every node has an owner of its own.
	Owner signature.Signer
	// Consensus and P2P are the addresses that the node listens on.
	Consensus, P2P netip.AddrPort
	// Validator and Compute are the node's roles.
	Validator, Compute bool
}

// Runtime is the executable that the compute nodes run.
type Runtime struct {
	ID      common.Namespace
	Version version.Version
	// BundleChecksum is the hash of the bundle's manifest.
	BundleChecksum []byte
}

// New returns the document for cfg.
func New(cfg Config) (*api.Document, error) {
	if err := cfg.validate(); err != nil {
		return nil, fmt.Errorf("making the genesis document: %w", err)
	}
	entities, nodes, err := cfg.register()
	if err != nil {
		return nil, fmt.Errorf("making the genesis document: %w", err)
	}
	stake, err := cfg.stake()
	if err != nil {
		return nil, fmt.Errorf("making the genesis document: %w", err)
	}
	var validators int
	for _, n := range cfg.Nodes {
		if n.Validator {
			validators++
		}
	}
	return &api.Document{
		// Epochs change at multiples of their length: this is what places the first change right after the start.
		Height:  cfg.EpochBlocks - electionDelay,
		ChainID: cfg.ChainID,
		Time:    cfg.Time,
		Beacon: beacon.Genesis{Parameters: beacon.ConsensusParameters{
			Backend:            beacon.BackendInsecure, // differs from a deployment: no VRF
			InsecureParameters: &beacon.InsecureParameters{Interval: cfg.EpochBlocks},
		}},
		Consensus: consensus.Genesis{
			Backend: cometbft.BackendName,
			Parameters: consensus.Parameters{
				TimeoutCommit:   cfg.BlockInterval,
				MaxTxSize:       32 << 10,
				MaxBlockSize:    22_020_096,
				MaxEvidenceSize: 1 << 20,
				GasCosts:        transaction.Costs{consensus.GasOpTxByte: 1},
				FeatureVersion:  &featureVersion,
			},
		},
		Registry: registry.Genesis{
			Parameters: registry.ConsensusParameters{
				DebugAllowUnroutableAddresses: true, // differs from a deployment: loopback
				DebugAllowTestRuntimes:        true, // differs from a deployment: the runtime ID's test flag
				GasCosts:                      registry.DefaultGasCosts,
				MaxNodeExpiration:             nodeLifetime + 2,
				EnableRuntimeGovernanceModels: map[registry.RuntimeGovernanceModel]bool{
					registry.GovernanceEntity:  true,
					registry.GovernanceRuntime: true,
				},
				TEEFeatures: &node.TEEFeatures{SGX: node.TEEFeaturesSGX{PCS: true}, FreshnessProofs: true},
			},
			Entities: entities,
			Runtimes: []*registry.Runtime{cfg.runtime()},
			Nodes:    nodes,
		},
		RootHash: roothash.Genesis{
			Parameters: roothash.ConsensusParameters{
				GasCosts:             roothash.DefaultGasCosts,
				MaxRuntimeMessages:   128,
				MaxInRuntimeMessages: 128,
				MaxEvidenceAge:       100,
				MaxPastRootsStored:   uint64(pastRootsFor / cfg.BlockInterval),
			},
		},
		Staking: *stake,
		KeyManager: keymanager.Genesis{
			Genesis: secrets.Genesis{Parameters: secrets.ConsensusParameters{GasCosts: secrets.DefaultGasCosts}},
		},
		Scheduler: scheduler.Genesis{Parameters: scheduler.ConsensusParameters{
			MinValidators:          1,
			MaxValidators:          validators,
			MaxValidatorsPerEntity: 1,
		}},
		Governance: governance.Genesis{Parameters: governance.ConsensusParameters{
			GasCosts:                  governance.DefaultGasCosts,
			MinProposalDeposit:        *quantity.NewFromUint64(100),
			StakeThreshold:            90,
			VotingPeriod:              100,
			UpgradeMinEpochDiff:       300,
			UpgradeCancelMinEpochDiff: 300,
		}},
	}, nil
}

func (cfg *Config) validate() error {
	var validators, computes int
	for i, n := range cfg.Nodes {
		switch {
		case n.Identity == nil || n.Owner == nil:
			return fmt.Errorf("node %d has no keys", i)
		case !n.Validator && !n.Compute:
			return fmt.Errorf("node %d has no role", i)
		case !n.Consensus.IsValid() || !n.P2P.IsValid():
			return fmt.Errorf("node %d has no addresses", i)
		}
		if n.Validator {
			validators++
		}
		if n.Compute {
			computes++
		}
	}
	switch {
	case cfg.ChainID == "":
		return errors.New("the chain ID is missing")
	case cfg.Time.IsZero():
		return errors.New("the time is missing")
	case cfg.BlockInterval < time.Millisecond:
		return fmt.Errorf("a block interval of %s is too short: use one millisecond or more", cfg.BlockInterval)
	case cfg.EpochBlocks < 20:
		return fmt.Errorf("epochs of %d blocks are too short for nodes to register again: use 20 or more",
			cfg.EpochBlocks)
	case validators == 0:
		return errors.New("no node validates")
	case computes == 0:
		return errors.New("no node computes")
	case len(cfg.Runtime.BundleChecksum) != 32:
		return fmt.Errorf("the bundle checksum has %d bytes, not 32", len(cfg.Runtime.BundleChecksum))
	}
	return nil
}

// register signs the owners and the nodes into the document.
func (cfg *Config) register() ([]*entity.SignedEntity, []*node.MultiSignedNode, error) {
	var (
		entities []*entity.SignedEntity
		nodes    []*node.MultiSignedNode
	)
	for i, n := range cfg.Nodes {
		owner, err := entity.SignEntity(n.Owner, registry.RegisterGenesisEntitySignatureContext, &entity.Entity{
			Versioned: cbor.NewVersioned(entity.LatestDescriptorVersion),
			ID:        n.Owner.Public(),
			Nodes:     []signature.PublicKey{n.Identity.NodeSigner.Public()},
		})
		if err != nil {
			return nil, nil, fmt.Errorf("signing the owner of node %d: %w", i, err)
		}
		entities = append(entities, owner)

		descriptor, err := cfg.descriptor(n)
		if err != nil {
			return nil, nil, fmt.Errorf("describing node %d: %w", i, err)
		}
		signed, err := node.MultiSignNode([]signature.Signer{
			n.Identity.NodeSigner, n.Identity.P2PSigner, n.Identity.ConsensusSigner, n.Identity.VRFSigner,
			n.Identity.TLSSigner,
		}, registry.RegisterGenesisNodeSignatureContext, descriptor)
		if err != nil {
			return nil, nil, fmt.Errorf("signing node %d: %w", i, err)
		}
		nodes = append(nodes, signed)
	}
	return entities, nodes, nil
}

func (cfg *Config) descriptor(n Node) (*node.Node, error) {
	d := &node.Node{
		Versioned:       cbor.NewVersioned(node.LatestNodeDescriptorVersion),
		ID:              n.Identity.NodeSigner.Public(),
		EntityID:        n.Owner.Public(),
		Expiration:      nodeLifetime,
		TLS:             node.TLSInfo{PubKey: n.Identity.TLSSigner.Public()},
		P2P:             node.P2PInfo{ID: n.Identity.P2PSigner.Public()},
		Consensus:       node.ConsensusInfo{ID: n.Identity.ConsensusSigner.Public()},
		VRF:             node.VRFInfo{ID: n.Identity.VRFSigner.Public()},
		SoftwareVersion: node.SoftwareVersion(featureVersion.String()),
	}
	var address node.Address
	if err := address.FromIP(net.IP(n.P2P.Addr().AsSlice()), n.P2P.Port()); err != nil {
		return nil, fmt.Errorf("address %s: %w", n.P2P, err)
	}
	d.P2P.Addresses = []node.Address{address}
	if n.Validator {
		if err := address.FromIP(net.IP(n.Consensus.Addr().AsSlice()), n.Consensus.Port()); err != nil {
			return nil, fmt.Errorf("address %s: %w", n.Consensus, err)
		}
		d.AddRoles(node.RoleValidator)
		d.Consensus.Addresses = []node.ConsensusAddress{{ID: d.P2P.ID, Address: address}}
	}
	if n.Compute {
		d.AddRoles(node.RoleComputeWorker)
		d.AddOrUpdateRuntime(cfg.Runtime.ID, cfg.Runtime.Version)
	}
	return d, nil
}

// runtime describes the ParaTime. Only the network's own owners may run it.
func (cfg *Config) runtime() *registry.Runtime {
	var computes int
	owners := make(map[signature.PublicKey]registry.EntityWhitelistConfig)
	for _, n := range cfg.Nodes {
		if n.Compute {
			computes++
			// their nodes may have any role, storage for one
			owners[n.Owner.Public()] = registry.EntityWhitelistConfig{}
		}
	}
	primary, backup, missing := committee(computes)
	rt := &registry.Runtime{
		Versioned:   cbor.NewVersioned(registry.LatestRuntimeDescriptorVersion),
		ID:          cfg.Runtime.ID,
		EntityID:    cfg.Nodes[0].Owner.Public(),
		Kind:        registry.KindCompute,
		TEEHardware: node.TEEHardwareInvalid, // the ParaTime's own trust is its committee's; workers are attested apart
		Executor: registry.ExecutorParameters{
			GroupSize:         primary,
			GroupBackupSize:   backup,
			AllowedStragglers: missing,
			RoundTimeout:      roundTimeout(cfg.BlockInterval),
			MaxMessages:       128,
		},
		TxnScheduler: registry.TxnSchedulerParameters{
			BatchFlushTimeout: emptyRoundAfter,
			MaxBatchSize:      1000,
			MaxBatchSizeBytes: 16 << 20,
			MaxInMessages:     128,
			ProposerTimeout:   2 * time.Second,
		},
		AdmissionPolicy: registry.RuntimeAdmissionPolicy{
			EntityWhitelist: &registry.EntityWhitelistRuntimeAdmissionPolicy{Entities: owners},
		},
		Constraints: map[scheduler.CommitteeKind]map[scheduler.Role]registry.SchedulingConstraints{
			scheduler.KindComputeExecutor: {
				scheduler.RoleWorker: {MinPoolSize: &registry.MinPoolSizeConstraint{Limit: primary}},
			},
		},
		GovernanceModel: registry.GovernanceEntity,
		Deployments: []*registry.VersionInfo{{
			Version:        cfg.Runtime.Version,
			BundleChecksum: cfg.Runtime.BundleChecksum,
		}},
	}
	if backup > 0 {
		rt.Constraints[scheduler.KindComputeExecutor][scheduler.RoleBackupWorker] = registry.SchedulingConstraints{
			MinPoolSize: &registry.MinPoolSizeConstraint{Limit: backup},
		}
	}
	rt.Genesis.StateRoot.Empty()
	return rt
}

// committee says how the n compute nodes share the work. All run every round, and one of several may be missing: with
// two nodes that keeps the network going, with three and more a majority agrees as well. When they disagree, all vote.
func committee(n int) (primary, backup, missing uint16) {
	if n == 1 {
		return 1, 0, 0
	}
	return uint16(n), uint16(n), 1
}

// roundTimeout is five seconds in blocks, and five blocks at least.
func roundTimeout(blockInterval time.Duration) int64 {
	return max(5, int64(5*time.Second/blockInterval))
}

// stake gives every owner the same stake, delegated to itself.
func (cfg *Config) stake() (*staking.Genesis, error) {
	g := &staking.Genesis{
		TokenSymbol:        "TEST", // the consensus layer's; the ParaTime has its own
		TokenValueExponent: 9,
		Parameters: staking.ConsensusParameters{
			DebondingInterval:  1,
			FeeSplitWeightVote: *quantity.NewFromUint64(1),
			MaxAllowances:      16,
			Thresholds:         make(map[staking.ThresholdKind]quantity.Quantity),
		},
		Ledger:      make(map[staking.Address]*staking.Account),
		Delegations: make(map[staking.Address]map[staking.Address]*staking.Delegation),
	}
	for _, kind := range staking.ThresholdKinds {
		g.Parameters.Thresholds[kind] = *quantity.NewFromUint64(stakeClaim)
	}
	for _, n := range cfg.Nodes {
		owner := staking.NewAddress(n.Owner.Public())
		if g.Ledger[owner] != nil {
			return nil, fmt.Errorf("two nodes have the same owner %s", owner)
		}
		g.Ledger[owner] = &staking.Account{
			General: staking.GeneralAccount{Balance: *quantity.NewFromUint64(entityStake)},
			Escrow: staking.EscrowAccount{Active: staking.SharePool{
				Balance:     *quantity.NewFromUint64(entityStake),
				TotalShares: *quantity.NewFromUint64(entityStake),
			}},
		}
		g.Delegations[owner] = map[staking.Address]*staking.Delegation{owner: {Shares: *quantity.NewFromUint64(
			entityStake)}}
		if err := g.TotalSupply.Add(quantity.NewFromUint64(2 * entityStake)); err != nil {
			return nil, fmt.Errorf("adding up stake: %w", err)
		}
	}
	return g, nil
}

// ConsensusPeer is how the configuration of a node names another one.
func ConsensusPeer(id *identity.Identity, at netip.AddrPort) string {
	return id.P2PSigner.Public().String() + "@" + net.JoinHostPort(at.Addr().String(), strconv.Itoa(int(at.Port())))
}
