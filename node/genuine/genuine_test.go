package genuine_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/deploy"
	"github.com/assent-network/assent/node/genuine"
	"github.com/assent-network/assent/runtime/memchain"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/insecure"
)

const chainID = 42334

// world is a chain with a registry of collateral, and a machine of a simulated root.
type world struct {
	t        *testing.T
	now      time.Time
	chain    *memchain.Chain
	reader   *contracts.Reader
	registry common.Address
	poster   *ecdsa.PrivateKey
	root     *insecure.Root
	issuer   *insecure.Issuer
	verifier *genuine.Verifier
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{t: t, now: time.Unix(1_800_000_000, 0)}
	var err error
	w.root, err = insecure.NewRoot(rand.Reader, w.now.Add(-time.Hour))
	w.must(err)
	w.issuer, err = insecure.NewIssuer(w.root, insecure.Measurement{MRTD: [48]byte{1}}, rand.Reader,
		w.now.Add(-time.Hour))
	w.must(err)
	w.poster, err = crypto.GenerateKey()
	w.must(err)
	roots := tee.Roots{w.root.Certificate()}
	w.chain, err = memchain.New(chainID, roots, func() uint64 { return uint64(w.now.Unix()) },
		crypto.PubkeyToAddress(w.poster.PublicKey))
	w.must(err)
	t.Cleanup(w.chain.Close)
	at, err := deploy.Deploy(t.Context(), w.chain, bind.NewKeyedTransactor(w.poster, big.NewInt(chainID)),
		deploy.Config{})
	w.must(err)
	w.registry = at.Collateral.Address
	w.reader = contracts.NewReader(chainID, roots, at.Addresses())
	w.verifier, err = genuine.New([]tee.Verifier{dcap.Verifier{}}, roots)
	w.must(err)
	return w
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// container makes collateral of the terms.
func (w *world) container(t insecure.Terms) []byte {
	w.t.Helper()
	if t.Now.IsZero() {
		t.Now = w.now
	}
	if t.Number == 0 {
		t.Number = 1
	}
	b, err := w.root.CollateralOf(t)
	w.must(err)
	return b
}

// lists are the lists of a container alone, and levels its levels.
func (w *world) lists(b []byte) []byte  { return w.without(b, true, false, false) }
func (w *world) levels(b []byte) []byte { return w.without(b, false, true, true) }

func (w *world) without(b []byte, levels, rootList, issuerList bool) []byte {
	w.t.Helper()
	u, err := collateral.Split(b)
	w.must(err)
	return u.Without(levels, rootList, issuerList).Container()
}

func (w *world) post(b []byte) {
	w.t.Helper()
	opts := bind.NewKeyedTransactor(w.poster, big.NewInt(chainID))
	c := bindings.NewCollateralRegistry()
	tx, err := bind.Transact(c.Instance(w.chain, w.registry), opts, c.PackPost(b))
	w.must(err)
	_, err = bind.WaitMined(w.t.Context(), w.chain, tx.Hash())
	w.must(err)
}

func (w *world) verify(brought []byte) (*tee.Claims, error) {
	w.t.Helper()
	quote, err := w.issuer.Issue(w.t.Context(), tee.ReportData{1})
	w.must(err)
	b := w.chain.Latest()
	tree := w.chain.Tree(b)
	defer tree.Close()
	now := w.reader.At(contracts.Round{Number: b.Number, Time: b.Time, StateRoot: common.Hash(b.Root.Hash)}, tree)
	return w.verifier.Verify(context.WithoutCancel(w.t.Context()), now, w.now,
		tee.Evidence{Platform: tee.TDX, Quote: quote}, brought)
}

func TestVerify(t *testing.T) {
	revoked := func(w *world) []*big.Int { return []*big.Int{w.issuer.Serial()} }
	for name, c := range map[string]struct {
		chain   func(w *world)
		brought func(w *world) []byte
		status  tee.TCBStatus // empty: refused
		missing bool
		says    string
	}{
		"by the chain alone": {chain: func(w *world) { w.post(w.container(insecure.Terms{})) }, status: tee.UpToDate},
		"nothing anywhere":   {missing: true, says: "neither the chain nor the machine"},
		"levels on chain, lists nowhere": {
			chain: func(w *world) { w.post(w.container(insecure.Terms{WithoutCRL: true})) }, missing: true,
			says: "no revocation lists of root",
		},
		"levels on chain, lists brought": {
			chain:   func(w *world) { w.post(w.container(insecure.Terms{WithoutCRL: true})) },
			brought: func(w *world) []byte { return w.container(insecure.Terms{}) }, missing: true,
			says: "no revocation lists of root",
		},
		"everything brought": {
			brought: func(w *world) []byte { return w.container(insecure.Terms{}) }, missing: true,
			says: "no revocation lists of root",
		},
		"the root's list on chain, the issuer's brought": {
			chain:   func(w *world) { w.post(w.without(w.container(insecure.Terms{}), true, false, true)) },
			brought: func(w *world) []byte { return w.container(insecure.Terms{}) }, missing: true,
			says: "no revocation lists of root",
		},
		"lists on chain, levels nowhere": {
			chain: func(w *world) { w.post(w.lists(w.container(insecure.Terms{}))) }, missing: true,
			says: "neither the chain nor the machine",
		},
		"lists on chain, levels brought": {
			chain: func(w *world) { w.post(w.lists(w.container(insecure.Terms{}))) },
			brought: func(w *world) []byte {
				return w.levels(
					w.container(insecure.Terms{Status: tee.SWHardeningNeeded}))
			}, status: tee.SWHardeningNeeded,
		},
		"a revocation of the chain, levels and older lists brought": {
			chain:   func(w *world) { w.post(w.lists(w.container(insecure.Terms{Number: 2, Revoked: revoked(w)}))) },
			brought: func(w *world) []byte { return w.container(insecure.Terms{}) }, says: "was revoked",
		},
		"a revocation of the chain, newer lists brought that have none": {
			chain:   func(w *world) { w.post(w.container(insecure.Terms{Number: 2, Revoked: revoked(w)})) },
			brought: func(w *world) []byte { return w.container(insecure.Terms{Number: 3, Evaluation: 2}) },
			says:    "was revoked",
		},
		"newer levels brought": {
			chain:   func(w *world) { w.post(w.container(insecure.Terms{})) },
			brought: func(w *world) []byte { return w.container(insecure.Terms{Evaluation: 2, Status: tee.OutOfDate}) },
			status:  tee.OutOfDate,
		},
		"levels of an older evaluation brought": {
			chain: func(w *world) { w.post(w.container(insecure.Terms{Evaluation: 2, Status: tee.OutOfDate})) },
			brought: func(w *world) []byte {
				return w.container(insecure.Terms{Now: w.now.Add(time.Minute)})
			}, status: tee.OutOfDate,
		},
		"levels of an older day brought": {
			chain:   func(w *world) { w.post(w.container(insecure.Terms{Status: tee.OutOfDate})) },
			brought: func(w *world) []byte { return w.container(insecure.Terms{Now: w.now.Add(-time.Minute)}) },
			status:  tee.OutOfDate,
		},
		"something else brought": {
			chain:   func(w *world) { w.post(w.container(insecure.Terms{})) },
			brought: func(*world) []byte { return []byte("no collateral") }, status: tee.UpToDate,
		},
		"nothing but something else": {brought: func(*world) []byte { return []byte("no collateral") },
			says: "malformed"},
		"levels that are over": {
			chain:   func(w *world) { w.post(w.lists(w.container(insecure.Terms{}))) },
			brought: func(w *world) []byte { return w.container(insecure.Terms{Now: w.now.Add(-40 * 24 * time.Hour)}) },
			says:    "TCB info",
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			if c.chain != nil {
				c.chain(w)
			}
			var brought []byte
			if c.brought != nil {
				brought = c.brought(w)
			}
			claims, err := w.verify(brought)
			var missing *genuine.Missing
			switch {
			case c.status != "":
				if err != nil || claims.TCB != c.status || !claims.Collateral.Revocation {
					t.Errorf("%+v, %v; want %s, judged with lists", claims, err, c.status)
				}
			case err == nil:
				t.Errorf("accepted as %s", claims.TCB)
			case errors.As(err, &missing) != c.missing, !strings.Contains(err.Error(), c.says):
				t.Errorf("got %v, want %q, something missing: %t", err, c.says, c.missing)
			case !c.missing && !errors.Is(err, tee.ErrNotGenuine):
				t.Errorf("%v does not say that the quote is not genuine", err)
			}
		})
	}
}

func TestVerifyOfAnotherPlatform(t *testing.T) {
	w := newWorld(t)
	_, err := w.verifier.Verify(t.Context(), nil, w.now, tee.Evidence{Platform: tee.SNP}, nil)
	if !errors.Is(err, genuine.ErrPlatform) {
		t.Errorf("got %v", err)
	}
	if _, err := genuine.New(nil, tee.Roots{w.root.Certificate()}); err == nil {
		t.Error("made without a verifier")
	}
	if _, err := genuine.New([]tee.Verifier{dcap.Verifier{}}, nil); err == nil {
		t.Error("made without a root")
	}
}

// TestNoOtherPackageJudges: no other package of the node, and none of the line to it, holds a verifier of quotes, with
// which it could judge by other lists.
func TestNoOtherPackageJudges(t *testing.T) {
	files := 0
	walk := func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") ||
			strings.HasPrefix(path, "../genuine/") {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		for _, word := range []string{"tee.Verifier", `assent/tee/dcap"`, `assent/tee/snp"`} {
			if strings.Contains(string(b), word) {
				t.Errorf("%s has %s: quotes are judged in package genuine", path, word)
			}
		}
		return nil
	}
	err := errors.Join(filepath.WalkDir("..", walk), filepath.WalkDir(filepath.Join("..", "..", "chain"), walk))
	if err != nil || files < 50 {
		t.Errorf("%d files read, %v", files, err)
	}
}
