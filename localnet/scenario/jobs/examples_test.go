package jobs_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/assent-network/assent/client/cli/keyfile"
	"github.com/assent-network/assent/gateway"
	"github.com/assent-network/assent/internal/retry"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/statistics"
)

// TestStory_theExamplesRun: what the examples' files say happens on a network with a gateway: one program posts a job,
// another one reviews and approves it, and the first one prints the result. They follow rounds by subscription.
func TestStory_theExamplesRun(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	b := s.startBroker(t, brokerOptions{})
	s.startWorker(t, workerOptions{broker: b.url})
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	programs := exec.CommandContext(t.Context(), "go", "build", "-o", dir, "../../../examples/post-job",
		"../../../examples/custodian-review")
	if out, err := programs.CombinedOutput(); err != nil {
		t.Fatalf("building the examples: %v\n%s", err, out)
	}
	file := *s.net.File
	file.Contracts, file.Gateway = s.Client.Contracts(), "ws://"+strings.TrimPrefix(s.serveGateway(t), "http://")
	check(file.Save(dir))
	writeKey := func(name string, key *ecdsa.PrivateKey) string {
		t.Helper()
		check(keyfile.Write(at(name), "", key))
		return at(name)
	}
	_, err := keyfile.NewResult(at("result.key"), sealed.DefaultKEM, rand.Reader)
	check(err)
	check(os.WriteFile(at("schema.json"), []byte(s.schema), 0o600))
	check(os.WriteFile(at("params.json"), []byte(`{"format": "assent-query/1", "measures": [{"op": "count"}]}`), 0o600))

	ctx, cancel := context.WithTimeout(t.Context(), storyTimeout)
	defer cancel()
	post := exec.CommandContext(ctx, at("post-job"), dir, s.Dataset.Hex(), at("params.json"), at("schema.json"),
		writeKey("researcher.key", s.net.Account(t).Key), at("result.key"))
	var said bytes.Buffer
	post.Stderr = &said
	out, err := post.StdoutPipe()
	check(err)
	check(post.Start())
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	id, posted := strings.CutPrefix(strings.TrimSpace(first), "posted ")
	if err != nil || !posted {
		t.Fatalf("post-job says %q, %v, and ended with %v\n%s", first, err, post.Wait(), said.String())
	}
	reviewed, err := exec.CommandContext(ctx, at("custodian-review"), dir, id,
		writeKey("custodian.key", s.CustodianKey)).CombinedOutput()
	const want = "number of rows; private, rho 0.05\npeople who consent: 8\napproved\n"
	if err != nil || string(reviewed) != want {
		t.Fatalf("custodian-review says %q, %v, want %q", reviewed, err, want)
	}
	rest, err := io.ReadAll(lines)
	check(err)
	if err := post.Wait(); err != nil {
		t.Fatalf("post-job ended with %v\n%s", err, said.String())
	}
	r, err := statistics.Decode(bytes.TrimSpace(rest))
	if err != nil || r.Privacy == nil || r.Privacy.RhoMicro != "50000" || len(r.Query.Cells) != 1 {
		t.Errorf("post-job prints the result %q, %v", rest, err)
	}
}

// serveGateway runs a gateway on the study's network until the test ends, and returns its address.
func (s *study) serveGateway(t testing.TB) string {
	t.Helper()
	g, err := gateway.New(gateway.Config{
		Socket: s.net.Socket(), RuntimeID: s.net.File.RuntimeID.Namespace, ChainID: s.net.File.ChainID,
		DataDir: t.TempDir(), Listen: "127.0.0.1:0", Contracts: s.Client.Contracts(),
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- g.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("the gateway ended with %v", err)
		}
	})
	now, err := s.Client.Now(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	awaitRound(t, g.URL(), now.Round.Number)
	return g.URL()
}

// awaitRound waits until a gateway has read a round: one that has just begun reads all that there are, from the first.
func awaitRound(t testing.TB, url string, round uint64) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), storyTimeout)
	defer cancel()
	c, err := ethclient.DialContext(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for attempts := retry.Growing(time.Second/20, time.Second); ; {
		head, err := c.BlockNumber(ctx)
		if err == nil && head >= round {
			return
		}
		if waited := attempts.Wait(ctx); waited != nil {
			t.Fatalf("the gateway is at round %d of %d: %v", head, round, err)
		}
	}
}
