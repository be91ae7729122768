package worker

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/noise"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/tee/enclave"
)

// drawer is a worker that draws given bytes, and the computation of a job by it, committed and not yet charged.
func drawer(t *testing.T, how job.Release, own byte) (*computation, *contracts.Job) {
	t.Helper()
	w := &Worker{cfg: Config{Random: bytes.NewReader(bytes.Repeat([]byte{own}, 32))}}
	j := &contracts.Job{ID: common.Hash{7}, Spec: job.Spec{Release: how}}
	c := &computation{charge: receipt.Charge{Inputs: common.Hash{1}, Moment: 9}}
	if err := c.commit(w, j, bytes.Repeat([]byte{3}, 32)); err != nil {
		t.Fatal(err)
	}
	return c, j
}

// keyed is the same once its charge is on record, in a round with a header.
func keyed(t *testing.T, how job.Release, own, header byte) *computation {
	t.Helper()
	c, j := drawer(t, how, own)
	if err := c.fixKeys(j.ID, common.Hash{header}); err != nil {
		t.Fatal(err)
	}
	return c
}

// The charge of a private release commits to the share that its enclave drew; that of an exact one to nothing, and yet
// its salt is not that of the broker's share and the inputs.
func TestCommit(t *testing.T) {
	for how, want := range map[job.Release]common.Hash{
		job.Private: noise.Commit(common.Hash{7}, noise.Share(bytes.Repeat([]byte{5}, 32))), job.Exact: {},
	} {
		c, _ := drawer(t, how, 5)
		if c.charge.Noise != want {
			t.Errorf("%s: the charge commits to %s, want %s", how, c.charge.Noise, want)
		}
		if err := c.charge.CheckNoise(how); err != nil {
			t.Error(err)
		}
		if keyed(t, how, 5, 1).noise.Derive("result", "salt") == keyed(t, how, 6, 1).noise.Derive("result", "salt") {
			t.Errorf("%s: another share gives the same salt", how)
		}
	}
	w := &Worker{cfg: Config{Random: strings.NewReader("too few bytes")}}
	if err := new(computation).commit(w, new(contracts.Job), nil); err == nil {
		t.Error("it commits to what it did not draw")
	}
}

// TestNoiseEndsWithTheJob: what a broker, its backups and the chain know gives other noise than what was released, and
// so do the enclave's share with another header, or the header with another share. The enclave itself has nothing left.
func TestNoiseEndsWithTheJob(t *testing.T) {
	c := keyed(t, job.Private, 5, 2)
	broker, right := bytes.Repeat([]byte{3}, 32), noise.Share(bytes.Repeat([]byte{5}, 32))
	released := c.noise.Stream("noise", "count").Uint64()
	for name, d := range map[string]mechanism.Draw{
		"another share":          {Enclaves: [][]byte{bytes.Repeat([]byte{6}, 32)}, Header: [32]byte{2}},
		"the broker's share":     {Enclaves: [][]byte{broker}, Header: [32]byte{2}},
		"the commitment":         {Enclaves: [][]byte{c.charge.Noise[:]}, Header: [32]byte{2}},
		"no share":               {Enclaves: [][]byte{make([]byte, 32)}, Header: [32]byte{2}},
		"another header":         {Enclaves: [][]byte{right[:]}, Header: [32]byte{4}},
		"no header":              {Enclaves: [][]byte{right[:]}},
		"the share of a redrawn": {Enclaves: [][]byte{right[:], right[:]}, Header: [32]byte{2}},
	} {
		d.Brokers, d.Inputs = [][]byte{broker}, c.charge.Inputs
		key, err := mechanism.NewKey(d)
		if err != nil {
			t.Fatal(err)
		}
		if key.Stream("noise", "count").Uint64() == released {
			t.Errorf("%s gives the noise that was released", name)
		}
	}
	if c.secrets.own != (noise.Share{}) || c.secrets.broker != nil {
		t.Error("the shares are there when the keys are fixed")
	}
	again := c.noise
	c.forget()
	if b := again.Bytes()[:32]; !bytes.Equal(b, make([]byte, 32)) {
		t.Errorf("the noise key is still there: %x", b)
	}
	var none *computation
	none.forget()
}

// The shares of a job that ends before its charge are overwritten where they were.
func TestForgetBeforeTheCharge(t *testing.T) {
	c, _ := drawer(t, job.Private, 5)
	broker := c.secrets.broker
	c.forget()
	if !bytes.Equal(broker, make([]byte, 32)) || c.secrets.own != (noise.Share{}) {
		t.Errorf("left: %x, %x", broker, c.secrets.own)
	}
}

// TestWhatItSealedOpensByItsCharge: what an enclave sealed under a charge that another one replaced opens by no key
// that follows from the charge on record.
func TestWhatItSealedOpensByItsCharge(t *testing.T) {
	first, second := keyed(t, job.Private, 5, 1), keyed(t, job.Private, 6, 2)
	id := common.Hash{7}
	sealed, err := first.opening.Seal(id, first.charge.StructHash(), []byte("a result"))
	if err != nil {
		t.Fatal(err)
	}
	for _, charge := range []common.Hash{first.charge.StructHash(), second.charge.StructHash()} {
		if _, err := second.opening.Open(id, charge, sealed); !errors.Is(err, opening.ErrOpen) {
			t.Errorf("the key of the charge on record opens it: %v", err)
		}
	}
	j := &contracts.Job{ID: id, JobRecord: contracts.JobRecord{
		Charge: second.charge.StructHash(), Opening: second.opening.Commitment(),
	}}
	if key, err := deriveOpening(bytes.Repeat([]byte{3}, 32), j); err != nil || key != second.opening {
		t.Errorf("one that only opens derives %x: %v", key, err)
	}
}

func TestRedrawMoment(t *testing.T) {
	for _, c := range []struct {
		now  uint64
		work time.Duration
		want uint64
	}{
		{90, time.Second, 102}, {100, time.Second, 102}, {104, time.Second, 106}, {110, 2 * time.Second, 116},
		{130, time.Minute, 196},
	} {
		got := redrawMoment(100, c.now, c.work)
		if got != c.want {
			t.Errorf("%s of work at %d: the moment is %d, want %d", c.work, c.now, got, c.want)
		}
		if err := receipt.CheckMoment(got, 100); err != nil {
			t.Error(err)
		}
	}
}

// rounds is a view of rounds with their headers.
type rounds struct {
	View
	headers map[uint64]common.Hash
}

func (r rounds) At(_ context.Context, round uint64) (*contracts.Open, error) {
	h, ok := r.headers[round]
	if !ok {
		return nil, errors.New("it lies ahead")
	}
	return new(contracts.Reader).Open(contracts.Round{Number: round, BlockHash: h}, round,
		mkvs.New(nil, nil, node.RootTypeState), nil), nil
}

// The header comes from the verified view, of the charge's own round, and there is no noise without.
func TestHeader(t *testing.T) {
	w := &Worker{cfg: Config{View: rounds{headers: map[uint64]common.Hash{7: {7}, 8: {8}, 9: {}}}}}
	now, err := w.cfg.View.At(t.Context(), 8)
	if err != nil {
		t.Fatal(err)
	}
	for round, want := range map[uint64]common.Hash{7: {7}, 8: {8}} {
		if got, err := w.header(t.Context(), now, round); err != nil || got != want {
			t.Errorf("round %d: %s, %v", round, got, err)
		}
	}
	for _, round := range []uint64{9, 10} {
		c, j := drawer(t, job.Private, 5)
		j.ChargeRound = round
		if err := w.fixKeys(t.Context(), now, j, c); err == nil || c.opening != (opening.Key{}) {
			t.Errorf("round %d: it has keys, %v", round, err)
		}
	}
	c, j := drawer(t, job.Private, 5)
	j.ChargeRound = 7
	if err := w.fixKeys(t.Context(), now, j, c); err != nil {
		t.Fatal(err)
	}
	if c.noise.Derive("a") != keyed(t, job.Private, 5, 7).noise.Derive("a") {
		t.Error("the noise is not that of the charge's round")
	}
}

// TestNoDrawComesBack: an enclave that gets a job again, which another one had meanwhile, neither seals what it drew
// before nor offers its old share: it drops all of it and prepares the job anew. So does one that has the job no more.
func TestNoDrawComesBack(t *testing.T) {
	keys, err := enclave.Generate(rand.NewChaCha8([32]byte{7}))
	if err != nil {
		t.Fatal(err)
	}
	memory, err := OpenMemory(filepath.Join(t.TempDir(), "memory"), 0)
	if err != nil {
		t.Fatal(err)
	}
	operator, other := common.Address{8}, common.Address{9}
	w := &Worker{cfg: Config{Keys: keys, Sender: sends{operator: operator}, Memory: memory}}
	reader := contracts.NewReader(1, nil, solidity.Addresses{})
	now := reader.Open(contracts.Round{Number: 20}, 20, mkvs.New(nil, nil, node.RootTypeState), nil)
	for name, c := range map[string]struct {
		enclave common.Address
		charge  byte // whose share the charge on record commits to
		redraws uint8
		offered int
		isLost  bool // the share of the charge on record
		isKept  bool
	}{
		"its charge is on record":                    {keys.Address(), 5, 0, 1, false, true},
		"its redraw is on record":                    {keys.Address(), 5, 2, 3, false, true},
		"its charge is, and another had the job":     {keys.Address(), 5, 0, 1, true, true},
		"a copy's is in its place":                   {keys.Address(), 6, 0, 1, false, true},
		"another's is in its place":                  {keys.Address(), 6, 1, 1, true, false},
		"another's came first":                       {keys.Address(), 6, 1, 2, true, false},
		"its own is there once more, after others'":  {keys.Address(), 5, 2, 1, false, false},
		"another enclave has the job":                {other, 5, 0, 1, true, false},
		"another enclave has it, and drew its noise": {other, 6, 1, 1, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			kept, engine := keyed(t, job.Private, 5, 2), new(counted)
			kept.offered, kept.engine = c.offered, engine
			key, onRecord := kept.noise, keyed(t, job.Private, c.charge, 3).charge
			j := &contracts.Job{ID: common.Hash{7}, Spec: job.Spec{Release: job.Private},
				JobRecord: contracts.JobRecord{
					State: job.Charged, Operator: operator, Enclave: c.enclave, ChargeRound: 12,
					Redraws: c.redraws,
					Charge:  onRecord.StructHash(), IsShareLost: c.isLost,
				}}
			p := progress{c: kept}
			if c.isKept {
				if kept.isSpent(j) {
					t.Error("it drops what nothing takes the place of")
				}
				return
			}
			end, _, err := w.confirmedStep(t.Context(), now, now.Round, j, &p)
			// Of a job that another enclave has, it asks next what the chain says, which here is nothing.
			if ours := c.enclave == keys.Address(); ours && (end != "" || err != nil) {
				t.Errorf("it goes on with the job: %q, %v", end, err)
			}
			if p.c != nil || engine.closed != 1 || !bytes.Equal(key.Bytes()[:32], make([]byte, 32)) {
				t.Errorf("it keeps what it drew: %v, its engine was closed %d times", p.c != nil, engine.closed)
			}
		})
	}
}

// TestOffer: the share of a computation is for the charge that it was first sent for, and for no other.
func TestOffer(t *testing.T) {
	c, j := drawer(t, job.Private, 5)
	if c.isSpent(j) {
		t.Error("a share is spent that was never sent")
	}
	for range 2 {
		if c.offer(j); c.offered != 1 || c.isSpent(j) {
			t.Errorf("before the charge it is offered for charge %d", c.offered)
		}
	}
	second, _ := drawer(t, job.Private, 6)
	j.ChargeRound, j.Charge = 12, c.charge.StructHash()
	if second.offer(j); second.offered != 2 || second.isSpent(j) {
		t.Errorf("after the charge it is offered for charge %d", second.offered)
	}
}

// sends is a sender that has an address alone.
type sends struct {
	Sender
	operator common.Address
}

func (s sends) Address() common.Address { return s.operator }
