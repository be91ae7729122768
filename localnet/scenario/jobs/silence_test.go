package jobs_test

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/sealed"
)

// TestStory_nothingButTheReleaseTellsOfTheRows is guarantee 5 as it shows from outside: two datasets whose public sides
// are alike and whose rows have nothing in common go through the same steps, with results of the same size. One of them
// has a column in which every row is missing what the job asks for.
func TestStory_nothingButTheReleaseTellsOfTheRows(t *testing.T) {
	t.Parallel()
	const people = 60
	const schema = `{"format":"assent-schema/1","title":"rows","subject":"name","maxContributions":3,"columns":[
 {"name":"amount","type":"decimal","scale":2,"min":"0.00","max":"1000000.00","nullable":true},
 {"name":"group","type":"category","values":["a","b","c","d"]}]}`
	const parameters = `{"format":"assent-query/1","groups":[{"column":"group"}],"measures":[{"op":"count"},{"op":"sum","column":"amount"},{"op":"mean","column":"amount"}]}`
	full := func(i int) string {
		return fmt.Sprintf("p%d,999999.%02d,%s\np%d,1.50,d\np%d,0.01,a\n", i, i, string("abcd"[i%4]), i, i)
	}
	empty := func(i int) string { return fmt.Sprintf("p%d,,a\n", i) }
	type outside struct {
		steps string
		size  int
		calls []string
	}
	var seen []outside
	for _, rho := range []budget.Rho{0, 5_000} {
		for _, row := range []func(int) string{full, empty} {
			with := setting{schema: schema, table: "name,amount,group\n"}
			for i := range people {
				with.names = append(with.names, fmt.Sprintf("p%d", i))
				with.table += row(i)
			}
			s := newStudy(t, stories.Shared(t), with)
			b := s.startBroker(t, brokerOptions{})
			w := s.startWorker(t, workerOptions{broker: b.url})
			id := s.ask(t, wanted{kind: kind.Query, parameters: parameters, rho: rho})
			s.end(t, id, job.Done)
			h := s.checkSteps(t, id, usualSteps()...)
			d := must(s.Client.Delivery(t.Context(), id))(t)
			seen = append(seen, outside{fmt.Sprint(h.steps, b.reasons(t, id)), len(d.Ciphertext), w.took()})
		}
	}
	for i := 0; i < len(seen); i += 2 {
		if a, b := seen[i], seen[i+1]; a.steps != b.steps || a.size != b.size ||
			fmt.Sprint(a.calls) != fmt.Sprint(b.calls) {
			t.Errorf("one dataset gives %+v, the other %+v", a, b)
		}
	}
}

// TestStory_noSecretIsOnTheChainOrInALog is guarantee 8, and the custodian's and the operator's logs: nothing of what
// only the subjects, the custodian, the enclave or the researcher know is in any transaction, result or event of the
// chain, nor in what broker and worker log.
func TestStory_noSecretIsOnTheChainOrInALog(t *testing.T) {
	t.Parallel()
	var with setting
	with.schema = `{"format":"assent-schema/1","title":"diaries","subject":"name","maxContributions":1,"columns":[
 {"name":"number","type":"integer","min":"0","max":"2000000000"},{"name":"group","type":"category","values":["a","b"]}]}`
	with.table = "name,number,group\n"
	const first = 1_234_567_001
	for i := range 12 {
		with.names = append(with.names, fmt.Sprintf("Josephine Diarist the %dth", i))
		with.table += fmt.Sprintf("%s,%d,%s\n", with.names[i], first+i*7919, string("ab"[i%2]))
	}
	s := newStudy(t, stories.Shared(t), with)
	logs := new(buffer)
	s.log = slog.New(slog.NewTextHandler(logs, &slog.HandlerOptions{Level: slog.LevelDebug}))
	b := s.startBroker(t, brokerOptions{})
	d := newDirector()
	s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	// With a rerun, a private and an exact release, and a failure, to have something to log.
	const parameters = `{"format":"assent-query/1","measures":[{"op":"count"},{"op":"sum","column":"number"}]}`
	d.once(atCharge, func(*runningWorker, common.Hash) { s.revoke(t, 2, 11) })
	exact := s.ask(t, wanted{parameters: parameters})
	s.end(t, exact, job.Done)
	private := s.ask(t, wanted{parameters: parameters, rho: 1000})
	s.end(t, private, job.Done)
	done := d.once(atKey, func(*runningWorker,
		common.Hash) {
		try(s.Client.Stop(t.Context(), s.Custodian, s.Dataset))(t)
	})
	refused := s.ask(t, wanted{parameters: parameters})
	happened(t, done)
	s.waitStep(t, refused, notInUse)

	secrets := map[string][]byte{
		"the dataset's key":      []byte(s.entry.Identity),
		"the broker's master":    s.entry.Master,
		"the researcher's key":   seedOf(s.resultKey),
		"the sum of the numbers": []byte(fmt.Sprint(11*first + 7919*55)),
	}
	for i, who := range s.Subjects {
		secrets[fmt.Sprintf("the name of subject %d", i)] = []byte(who.Name)
		secrets[fmt.Sprintf("the number of subject %d", i)] = []byte(fmt.Sprint(first + i*7919))
		secrets[fmt.Sprintf("the wallet of subject %d", i)] = crypto.PubkeyToAddress(who.Wallet.PublicKey).Bytes()
		secrets[fmt.Sprintf("the wallet's public key of subject %d", i)] = crypto.FromECDSAPub(
			&who.Wallet.PublicKey)[1:33]
		secrets[fmt.Sprintf("the pseudonym's key of subject %d", i)] = crypto.FromECDSA(who.Key)
	}
	for _, id := range []common.Hash{exact, private, refused} {
		secrets["the noise share of job "+id.Hex()] = must(s.entry.Share(s.Dataset, id))(t)
	}
	charged := must(s.Client.Delivery(t.Context(), private))(t).Receipt.Charge
	drawn := s.drawn.committed(t, private, charged.Noise)
	secrets["the enclave's share of noise"] = drawn[:]
	secrets["the use secret"] = must(s.entry.UseSecret(s.Dataset, 1))(t)
	for _, id := range []common.Hash{exact, private} {
		secrets["the result of job "+id.Hex()] = plaintext(t, s, id)[:64]
	}
	chain := s.everythingOnChain(t)
	if !bytes.Contains(chain, s.Subjects[0].Pseudonym.Bytes()) {
		t.Error("the chain does not have the pseudonyms: the test looks in the wrong place")
	}
	if !strings.Contains(logs.String(), exact.Hex()) {
		t.Error("the logs do not have the job: the test looks in the wrong place")
	}
	for what, secret := range secrets {
		for _, form := range [][]byte{secret, []byte(hex.EncodeToString(secret)),
			[]byte(strings.ToUpper(hex.EncodeToString(secret)))} {
			if bytes.Contains(chain, form) {
				t.Errorf("%s is on the chain", what)
			}
			if bytes.Contains([]byte(logs.String()), form) {
				t.Errorf("%s is in a log", what)
			}
		}
	}
}

// plaintext opens a job's result.
func plaintext(t testing.TB, s *study, id common.Hash) []byte {
	t.Helper()
	return must(must(s.Client.Delivery(t.Context(), id))(t).Result(s.resultKey))(t)
}

// everythingOnChain is every transaction since the study began, with its result and its events, one after the other.
func (s *study) everythingOnChain(t testing.TB) []byte {
	t.Helper()
	node := s.net.Client(t)
	latest := must(node.LatestRound(t.Context()))(t)
	var all bytes.Buffer
	for round := s.began; round <= latest; round++ {
		for _, tx := range must(node.Transactions(t.Context(), round))(t) {
			all.Write(tx.Raw)
			all.Write(tx.Result.Ok)
			for _, e := range tx.Events {
				all.Write(e.Value)
			}
		}
	}
	return all.Bytes()
}

// buffer is a bytes.Buffer for many writers.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// seedOf is the secret of a key for results.
func seedOf(k sealed.PrivateKey) []byte {
	seed := k.Seed()
	return seed[:]
}
