package handover

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"golang.org/x/time/rate"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/broker/internal/challenge"
	"github.com/assent-network/assent/node/broker/internal/judge"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/genuine"
	"github.com/assent-network/assent/tee"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// View is the predecessor's own verified view of the chain.
type View interface {
	// Latest returns the newest verified round. The caller closes it.
	Latest(ctx context.Context) (*contracts.Open, error)
}

// Keys are the keys of the datasets.
type Keys interface {
	// Get returns the key of a dataset, or keyring.ErrNoDataset.
	Get(dataset common.Hash) (*keyring.Entry, error)
	// Datasets lists the datasets that have a key, in order.
	Datasets() ([]common.Hash, error)
}

// Config is a predecessor's configuration. All fields are required.
type Config struct {
	Keys    Keys
	Journal *journal.Journal
	View    View
	// Account is the broker account's key: it signs what is handed over, and goes with it where it is asked for.
	Account *ecdsa.PrivateKey
	Genuine *genuine.Verifier
	ChainID uint64
	Runtime common.Hash
	// TrustRoot is HashOf the trust root file that View verifies the chain from.
	TrustRoot common.Hash
	// Terms are the custodian's. They name who may be a successor, and go with the keys.
	Terms Terms
	Now   func() time.Time
	// Nonce draws 32 random bytes.
	Nonce func() (common.Hash, error)
	Log   *slog.Logger
}

// Refusals of genuine machines go to disk one by one, so there are bounds on how many do: bursts of refusalBurst, and
// one in refusalPause over time. Beyond them a request that would be refused is left undecided. Hand-overs are not
// counted, and what comes without a genuine quote is summed up.
const (
	refusalBurst = 20
	refusalPause = 5 * time.Second
)

// errManyRefusals leaves a request undecided.
var errManyRefusals = errors.New("too many refused requests; try again")

// Codes of refusals of hand-overs, beside those of package release and the checks of package tee/policy.
const (
	CodeSuccessors release.Code = "successors" // the custodian named none
	CodeTrustRoot  release.Code = "trust-root" // the successor verifies the chain from another file
	CodeDatasets   release.Code = "datasets"   // too many, or one twice
)

// Predecessor hands keys over. It is safe for concurrent use.
type Predecessor struct {
	cfg        Config
	address    common.Address
	judge      judge.Judge
	challenges *challenge.Maker
	refusals   *rate.Limiter
}

// NewPredecessor returns a predecessor.
func NewPredecessor(c Config) (*Predecessor, error) {
	switch {
	case c.Keys == nil, c.Journal == nil, c.View == nil, c.Account == nil, c.Genuine == nil, c.Now == nil,
		c.Nonce == nil, c.Log == nil:
		return nil, errors.New("hand-over: the configuration is not complete")
	}
	challenges, err := challenge.New(c.Nonce)
	if err != nil {
		return nil, fmt.Errorf("hand-over: %w", err)
	}
	return &Predecessor{
		cfg: c, address: crypto.PubkeyToAddress(c.Account.PublicKey), challenges: challenges,
		judge:    judge.Judge{Genuine: c.Genuine, ChainID: c.ChainID, Runtime: c.Runtime, Accept: c.Terms.Policies()},
		refusals: rate.NewLimiter(rate.Every(refusalPause), refusalBurst),
	}, nil
}

// Challenge makes a nonce that one hand-over may answer within two minutes.
func (p *Predecessor) Challenge() (Challenge, error) {
	nonce, err := p.challenges.Next(p.cfg.Now())
	if err != nil {
		return Challenge{}, err
	}
	return Challenge{Nonce: nonce, Account: p.address}, nil
}

// HandOver decides on a request. It returns the sealed estate, or a *release.Refusal, or another error when it could
// not decide: then nothing was handed over.
func (p *Predecessor) HandOver(ctx context.Context, rq Request) (*Response, error) {
	entry := journal.Entry{Time: p.cfg.Now().UTC(), Event: journal.HandOver, Enclave: rq.Enclave}
	genuine := false
	response, err := p.handOver(ctx, rq, &entry, &genuine)
	var refusal *release.Refusal
	switch {
	case err == nil:
		entry.Granted, entry.Reason = true, "handed over"
	case errors.As(err, &refusal) && !genuine:
		if jerr := p.cfg.Journal.Count(p.cfg.Now(), string(refusal.Code)); jerr != nil {
			return nil, jerr
		}
		return nil, refusal
	case errors.As(err, &refusal):
		if !p.refusals.AllowN(p.cfg.Now(), 1) {
			return nil, errManyRefusals
		}
		entry.Reason, entry.Detail = string(refusal.Code), refusal.Detail
	default:
		p.cfg.Log.ErrorContext(ctx, "Failed to decide on a hand-over", slog.String("enclave", rq.Enclave.Hex()),
			slog.Any("error", err))
		return nil, err
	}
	if jerr := p.cfg.Journal.Append(entry); jerr != nil {
		return nil, jerr // a decision that is not on record is not carried out
	}
	p.cfg.Log.InfoContext(ctx, "Decided on a hand-over", slog.String("enclave", rq.Enclave.Hex()),
		slog.String("decision", entry.Reason),
		slog.String("measurement", entry.Measurement.Hex()), slog.Int("datasets", len(entry.Datasets)), slog.Uint64(
			"round", entry.Round))
	return response, err
}

func (p *Predecessor) handOver(
	ctx context.Context, rq Request, entry *journal.Entry, genuine *bool,
) (*Response, error) {
	if len(p.cfg.Terms.Successors) == 0 {
		return nil, release.Refuse(CodeSuccessors, "the custodian named no successor")
	}
	evidence, err := tee.ParseEvidence(rq.Evidence)
	if err != nil {
		return nil, release.Refuse(release.CodeEvidence, "%v", err)
	}
	if !p.challenges.Open(p.cfg.Now(), evidence.Nonce) {
		return nil, refuseNonce()
	}
	if rq.TrustRoot != p.cfg.TrustRoot {
		return nil, release.Refuse(CodeTrustRoot,
			"the successor verifies the chain from trust root %s, this broker from %s; give it the same file",
			rq.TrustRoot, p.cfg.TrustRoot)
	}
	now, err := p.cfg.View.Latest(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the newest round: %w", err)
	}
	defer now.Close()
	entry.Round = now.Round.Number

	claims, err := p.judge.Judge(ctx, now, p.cfg.Now(), evidence, rq.Collateral, judge.Wanted{
		Operator: p.address, Enclave: rq.Enclave, REK: rq.REK, Measurements: p.cfg.Terms.Successors,
		Roots:     p.cfg.Genuine.Roots(),
		Simulated: p.cfg.Terms.SimulatedSuccessors,
	})
	if claims != nil {
		*genuine = true
		entry.Simulated, entry.Measurement = claims.Simulated, claims.Measurement
	}
	var check *teepolicy.CheckError
	if errors.As(err, &check) {
		return nil, release.Refuse(release.Code(check.Check), "%s", check.Reason)
	}
	if err != nil {
		return nil, err
	}
	if !p.challenges.Use(p.cfg.Now(), evidence.Nonce) {
		return nil, refuseNonce()
	}
	estate := Estate{Keys: []Key{}, Terms: p.cfg.Terms, Round: now.Round.Number, Height: now.Height}
	if err := p.gather(ctx, now, rq, claims.Simulated, &estate); err != nil {
		return nil, err
	}
	for _, k := range estate.Keys {
		entry.Datasets = append(entry.Datasets, k.Dataset)
	}
	if rq.WantsAccount {
		estate.Account, entry.Account = crypto.FromECDSA(p.cfg.Account), &p.address
	}
	x := exchange{
		chainID: p.cfg.ChainID, runtime: p.cfg.Runtime, trustRoot: p.cfg.TrustRoot, account: p.address,
		nonce:   evidence.Nonce,
		request: rq,
	}
	return x.seal(&estate, p.cfg.Account)
}

// gather collects the keys that were asked for.
func (p *Predecessor) gather(ctx context.Context, now *contracts.Open, rq Request, simulated bool, e *Estate) error {
	datasets := rq.Datasets
	if len(datasets) == 0 {
		var err error
		if datasets, err = p.cfg.Keys.Datasets(); err != nil {
			return err
		}
	}
	if len(datasets) > MaxDatasets {
		return release.Refuse(CodeDatasets, "%d datasets were asked for, at most %d go at once; name some",
			len(datasets),
			MaxDatasets)
	}
	asked := make(map[common.Hash]bool, len(datasets))
	for _, dataset := range datasets {
		if asked[dataset] {
			return release.Refuse(CodeDatasets, "dataset %s was asked for twice", dataset)
		}
		asked[dataset] = true
		entry, err := p.cfg.Keys.Get(dataset)
		if errors.Is(err, keyring.ErrNoDataset) {
			return release.Refuse(release.CodeNoKey, "this broker has no key for dataset %s", dataset)
		}
		if err != nil {
			return err
		}
		if simulated && !entry.Confirmed {
			d, err := now.Dataset(ctx, dataset)
			if err != nil && !errors.Is(err, solidity.ErrDatasetUnknown) {
				return err
			}
			if err != nil || !d.Open {
				return release.Refuse(release.CodeSimulated,
					"dataset %s is not marked synthetic or public, and its custodian did not let machines without a "+
						"TEE have it; ask for others by name", dataset)
			}
		}
		e.Keys = append(e.Keys, Key{Dataset: dataset, Entry: *entry})
	}
	return nil
}

func refuseNonce() error {
	return release.Refuse(release.CodeNonce, "the quote does not answer an open challenge; ask for a new one")
}
