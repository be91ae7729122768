package worker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"time"
	"unsafe"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/fetch"
	"github.com/assent-network/assent/node/mechanism"
	"github.com/assent-network/assent/node/query"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/result"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/use"
)

// errCohort says that too few subjects consent in the consent round. The count is public.
var errCohort = errors.New("too few subjects consent")

// errMalformed says that a file was sealed with rows that its schema does not allow. Which rows, and why, stays in the enclave.
var errMalformed = errors.New("reading the dataset: its rows do not keep its schema; the custodian has to publish it anew")

// computation is what the enclave knows about one job on one consent round. All of it but the charge depends on rows or
// keys and stays here.
type computation struct {
	claimRound  uint64
	charge      receipt.Charge
	measurement common.Hash
	parameters  []byte
	to          sealed.PublicKey // the researcher's key
	schema      *vault.Schema
	otherSchema bool // the file holds another table or schema than the one on record, by which the job was approved
	rows        *held
	people      *cohort // who consents
	minCohort   uint32
	minCell     uint32                // the floor of an exact release
	few         bool                  // who has rows are fewer than the policy wants
	roster      []dataset.RosterEntry // of the dataset version, as the file has it
	uses        *use.List
	noise       mechanism.Key
	opening     opening.Key
	started     time.Time // arrival of the key
	now         func() time.Time
	commitment  common.Hash // of the result, once sealed
	ciphertext  []byte
}

// prepare takes the consent state of the job's consent round, gets the key, and selects the rows whose subjects consent.
func (w *Worker) prepare(ctx context.Context, now *view.Open, j *view.Job) (*computation, error) {
	c := &computation{claimRound: j.ClaimRound, now: w.Now}
	if err := w.readPost(ctx, j, c); err != nil {
		return nil, err
	}
	who, err := w.consent(ctx, j)
	if err != nil {
		return nil, err // too few who consent are better known before the key is released
	}
	me, err := now.Worker(ctx, w.Keys.Address())
	if err != nil {
		return nil, err
	}
	c.measurement = me.Measurement
	version, err := now.Version(ctx, j.Spec.Dataset, j.Spec.DatasetVersion)
	if err != nil {
		return nil, err
	}
	file, table, fits, err := w.file(ctx, now, j, c.parameters)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	key, err := w.key(ctx, now, j)
	if err != nil {
		return nil, err
	}
	c.started = w.Now()
	released, err := w.released(ctx, j, key)
	if err != nil {
		return nil, err
	}
	if err := who.release(released); err != nil {
		return nil, err
	}
	c.people, c.minCohort, c.minCell = newCohort(who.state, who.terms), who.minCohort, who.minCell
	c.charge = receipt.Charge{
		ConsentRound: who.round, ConsentRoot: who.root, LiveSubjects: who.state.CountLive(who.terms), Rho: j.Spec.Rho, Delta: j.Spec.Delta,
		Moment: receipt.Moment(released.ReleasedAt, 0),
	}
	if err := c.selectRows(file, key, table.Content, w.MaxHeld); err != nil {
		return nil, err
	}
	hash, err := c.schema.Hash()
	if err != nil {
		return nil, fmt.Errorf("hashing the schema: %w", err)
	}
	c.otherSchema = !fits || hash != table.Schema
	if err := c.fix(w, j, key, &version); err != nil {
		return nil, err
	}
	return c, nil
}

// readPost gets what was posted with a job, and checks it against the specification.
func (w *Worker) readPost(ctx context.Context, j *view.Job, c *computation) error {
	post, err := w.Feed.Post(ctx, j)
	if err != nil {
		return err
	}
	if err := j.Spec.VerifyParameters(post.Parameters); err != nil {
		return err
	}
	if c.to, err = sealed.ParsePublicKey(post.ResearcherKey); err != nil {
		return fmt.Errorf("the researcher's key of job %s: %w", j.ID, err)
	}
	if c.to.Commitment() != j.Spec.ResearcherKey {
		return fmt.Errorf("the node has the key %s for job %s, which names %s", c.to.Commitment(), j.ID, j.Spec.ResearcherKey)
	}
	c.parameters = post.Parameters
	return nil
}

// released returns the job as it is in the round that the broker named with the key: its release is on record there.
func (w *Worker) released(ctx context.Context, j *view.Job, key release.Key) (*view.Job, error) {
	if j.ReleasedAt != 0 {
		return j, nil
	}
	at, err := w.View.At(ctx, key.Round)
	if err != nil {
		return nil, err
	}
	defer at.Close()
	released, err := at.Job(ctx, j.ID)
	if err != nil {
		return nil, err
	}
	if released.ReleasedAt == 0 || released.ClaimRound != j.ClaimRound {
		return nil, fmt.Errorf("job %s took another course: in round %d it is of claim %d, released at %d", j.ID, key.Round, released.ClaimRound, released.ReleasedAt)
	}
	return released, nil
}

// file returns the file of the job's table, as the chain records it. The caller closes it. fits is false when the parameters name
// no table of the version, or when its schemas are not the ones on record: the first table stands in, so that such a job goes
// its way to the result that says so.
func (w *Worker) file(ctx context.Context, now *view.Open, j *view.Job, parameters []byte) (file *fetch.File, table dataset.Table, fits bool, err error) {
	v, err := now.Version(ctx, j.Spec.Dataset, j.Spec.DatasetVersion)
	if err != nil {
		return nil, table, false, err
	}
	tables, err := w.Files.Tables(ctx, v.Uri, v.ContentRoot)
	if err != nil {
		return nil, table, false, err
	}
	table, fits = tables[0], tables.SchemaRoot() == common.Hash(v.Schema)
	if p, err := query.Parse(j.Spec.Kind, parameters); err == nil {
		named, err := tables.Find(p.Table())
		if fits = fits && err == nil; fits {
			table = named
		}
	}
	file, err = w.Files.Get(ctx, strings.TrimSuffix(v.Uri, "/")+"/"+table.DataFile(), table.Content)
	return file, table, fits, err
}

// consented is the consent state of a job's consent round, which was verified.
type consented struct {
	round     uint64
	root      common.Hash
	state     *consent.State
	terms     grant.Terms
	minCohort uint32
	minCell   uint32
}

// consent reads who consents in the job's consent round. It returns a *view.UnfitRound when that cannot be one:
// no auditor would take a receipt by it.
func (w *Worker) consent(ctx context.Context, j *view.Job) (*consented, error) {
	w.Step(j.ID, "consent")
	at, err := w.View.At(ctx, j.ConsentRound)
	if err != nil {
		return nil, err
	}
	defer at.Close()
	if err := at.CheckConsentRound(ctx, j); err != nil {
		return nil, err
	}
	c := &consented{round: j.ConsentRound}
	if c.terms, err = at.Terms(ctx, j); err != nil {
		return nil, err
	}
	dataset, err := at.Dataset(ctx, j.Spec.Dataset)
	if err != nil {
		return nil, err
	}
	if c.state, err = at.Consent(ctx, dataset.Ledger); err != nil {
		return nil, err
	}
	c.root = c.state.Root(at.Round.StateRoot)
	policy, err := at.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
	if err != nil {
		return nil, err
	}
	c.minCohort, c.minCell = policy.MinCohort, policy.MinCell
	return c, c.check(j)
}

// check checks that enough subjects consent.
func (c *consented) check(j *view.Job) error {
	if count := c.state.CountLive(c.terms); count < c.minCohort {
		return fmt.Errorf("%w to job %s in round %d: %d, the policy wants %d", errCohort, j.ID, c.round, count, c.minCohort)
	}
	return nil
}

// release takes what was used of the dataset's budget when the key was released, which decides about those who set a limit.
func (c *consented) release(j *view.Job) error {
	c.terms.Total, c.terms.TotalDelta = j.Total().Rho, j.Total().Delta
	return c.check(j)
}

// key gets the dataset's key and this job's share from the custodian's broker, and waits until the worker's own view is no
// older than the broker's.
func (w *Worker) key(ctx context.Context, now *view.Open, j *view.Job) (release.Key, error) {
	client, err := w.broker(j.Spec.Dataset)
	if err != nil {
		return release.Key{}, err
	}
	w.Step(j.ID, "key")
	challenge, err := client.Challenge(ctx)
	if err != nil {
		return release.Key{}, err
	}
	evidence, _, err := w.attest(ctx, now, challenge)
	if err != nil {
		return release.Key{}, err
	}
	request := release.Request{
		Job: j.ID, Enclave: w.Keys.Address(), Operator: w.Sender.Address(), REK: w.Keys.REK(), Evidence: evidence,
	}
	// The line to the broker is not trusted: who gives a challenge a second time has an old answer to go with it,
	// which is none to this request.
	if _, err := io.ReadFull(w.Random, request.Nonce[:]); err != nil {
		return release.Key{}, fmt.Errorf("drawing the nonce of a request for a key of job %s: %w", j.ID, err)
	}
	if err := request.Sign(w.domain(), w.Keys.Signing()); err != nil {
		return release.Key{}, err
	}
	wrapped, err := client.Release(ctx, request)
	if err != nil {
		return release.Key{}, w.heard(ctx, j, request, err)
	}
	key, err := release.Unwrap(wrapped, w.Keys.Decryption(), j.ID, w.Keys.Address(), request.Nonce)
	if err != nil {
		return release.Key{}, err
	}
	w.Step(j.ID, "verify the broker's round")
	if err := w.catchUp(ctx, key); err != nil {
		return release.Key{}, err
	}
	w.Log.InfoContext(ctx, "Received a key", slog.String("job", j.ID.Hex()), slog.Uint64("round", key.Round))
	return key, nil
}

// heard returns the error of a request for a key. A refusal remains one only when the job's broker signed it and
// the worker's own view has reached the round that it names: the line to the broker is not trusted.
func (w *Worker) heard(ctx context.Context, j *view.Job, rq release.Request, err error) error {
	var refusal *release.Refusal
	if !errors.As(err, &refusal) {
		return err
	}
	now, verr := w.View.Latest(ctx)
	if verr != nil {
		return verr
	}
	dataset, verr := now.Dataset(ctx, j.Spec.Dataset)
	now.Close()
	if verr != nil {
		return verr
	}
	verr = refusal.Verify(w.domain(), rq, j.Broker(dataset.Broker))
	if verr != nil && refusal.Code == release.CodeBroker { // a gate named another for the job's seat
		verr = refusal.Verify(w.domain(), rq, dataset.Broker)
	}
	if verr != nil {
		return verr
	}
	if verr := ofClaim(refusal, j); verr != nil {
		return verr
	}
	if verr := w.reach(ctx, refusal.Round); verr != nil {
		return fmt.Errorf("reaching round %d, by which the broker refused (%s): %w", refusal.Round, refusal.Code, verr)
	}
	return err
}

// ofClaim returns an error for a refusal by a round before the job was claimed, as of a broker whose node lags behind. The error is no
// refusal: the claim would be given back for what was so before it.
func ofClaim(refusal *release.Refusal, j *view.Job) error {
	if refusal.Round == 0 || refusal.Round >= j.ClaimRound { // zero: no fact of the chain was needed
		return nil
	}
	return fmt.Errorf("the broker refused (%s: %s) by round %d, and had not seen round %d, in which job %s was claimed",
		refusal.Code, refusal.Detail, refusal.Round, j.ClaimRound, j.ID)
}

// catchUp waits until the worker's own view is no older than the broker's: in the round, and in the consensus height, by which
// the broker's clock vouches for what the worker sees.
func (w *Worker) catchUp(ctx context.Context, key release.Key) error {
	ctx, cancel := context.WithTimeout(ctx, catchUpPatience)
	defer cancel()
	for attempt := 0; ; attempt++ {
		at, err := w.View.At(ctx, key.Round)
		if err != nil {
			return fmt.Errorf("reaching round %d, which the broker has verified: %w", key.Round, err)
		}
		height := at.Height
		at.Close()
		if height >= key.Height {
			return nil
		}
		if err := pause(ctx, backoff(min(attempt, catchUpSteps))); err != nil {
			return fmt.Errorf("reaching height %d, which the broker has verified, from height %d: %w", key.Height, height, err)
		}
	}
}

// catchUpPatience bounds catchUp. Anybody on the line can have made a key's wrapping, with a round that never comes, and the jobs of others
// wait meanwhile.
const catchUpPatience = time.Minute

// catchUpSteps bounds the pauses of catchUp: blocks come about every second.
const catchUpSteps = 3

// errTooLarge says that a dataset does not fit this worker. How large it is stays in the enclave.
var errTooLarge = errors.New("the dataset's rows take more memory than this worker has for them")

// What a row takes in memory: its frame, and its cells in each column.
const (
	rowBytes  = int64(unsafe.Sizeof(vault.Row{}))
	cellBytes = int64(unsafe.Sizeof(int64(0)) + unsafe.Sizeof(false))
)

// selectRows decrypts the dataset and keeps the rows whose subjects are live, if all rows would take no more than so many bytes.
func (c *computation) selectRows(file *fetch.File, key release.Key, contentRoot common.Hash, most int64) error {
	f, err := file.Open()
	if err != nil {
		return fmt.Errorf("opening the dataset file: %w", err)
	}
	defer f.Close()
	k, err := vault.ParseKey(key.Identity)
	if err != nil {
		return fmt.Errorf("reading the dataset key: %w", err)
	}
	r, err := vault.Open(f, k, contentRoot)
	if err != nil {
		return fmt.Errorf("opening the dataset: %w", err)
	}
	// Whether they fit is judged by all rows, so that it tells nothing of who consents.
	rows, _ := r.Len()
	if perRow := rowBytes + cellBytes*int64(len(r.Schema().Columns)); int64(rows) > most/perRow {
		return fmt.Errorf("%w: %d bytes", errTooLarge, most)
	}
	c.schema = r.Schema()
	c.rows = &held{}
	selected := vault.Select(r, func(p vault.Pseudonym) bool { return c.people.counts(p) })
	for {
		var row vault.Row
		err := selected.Next(&row)
		if errors.Is(err, io.EOF) {
			c.roster = r.Roster()
			c.few = len(c.people.rows) < int(c.minCohort)
			return nil
		}
		var cell *vault.CellError
		if errors.As(err, &cell) {
			return errMalformed
		}
		if err != nil {
			return fmt.Errorf("reading the dataset: %w", err)
		}
		c.rows.rows = append(c.rows.rows, vault.Row{
			Pseudonym: row.Pseudonym, Values: slices.Clone(row.Values), Nulls: slices.Clone(row.Nulls),
		})
	}
}

// fix computes what the charge commits to: the subjects used and the inputs.
func (c *computation) fix(w *Worker, j *view.Job, key release.Key, version *bindings.IDatasetRegistryVersion) error {
	enclave, err := use.NewEnclave(key.UseSecret, use.Version{Dataset: j.Spec.Dataset, Number: j.Spec.DatasetVersion})
	if err != nil {
		return err
	}
	keys, err := w.tagKeys.get(enclave, c.roster, version.RosterRoot)
	if err != nil {
		return err
	}
	if c.uses, err = useList(j.ID, enclave, keys, c.roster, c.people.names(), c.rows.subjects()); err != nil {
		return fmt.Errorf("committing to the subjects: %w", err)
	}
	c.charge.ProofKey, c.charge.SubjectsRoot = common.Hash(enclave.Public()), c.uses.Root()
	c.charge.Inputs = receipt.Inputs{
		Job: j.ID, ContentRoot: version.ContentRoot, ConsentRoot: c.charge.ConsentRoot, SubjectsRoot: c.charge.SubjectsRoot,
		Program: j.Spec.Program, Parameters: j.Spec.Parameters,
	}.Hash()
	if c.noise, err = mechanism.NewKey([][]byte{key.Share}, c.charge.Inputs); err != nil {
		return fmt.Errorf("deriving the noise key: %w", err)
	}
	c.opening, err = opening.Derive([][]byte{key.Share}, j.ID, c.charge.Inputs)
	return err
}

// keepPace waits for the next point of the grid of time that began with the key's arrival.
func (c *computation) keepPace(ctx context.Context, grid time.Duration) error {
	gone := c.now().Sub(c.started)
	return pause(ctx, grid-gone%grid)
}

// held are rows in memory; it can be read any number of times.
type held struct {
	rows []vault.Row
}

// subjects are the pseudonyms of the rows.
func (h *held) subjects() map[common.Address]bool {
	seen := make(map[common.Address]bool)
	for i := range h.rows {
		seen[h.rows[i].Pseudonym] = true
	}
	return seen
}

// reader returns a stream over the rows.
func (h *held) reader() vault.Rows { return &heldReader{rows: h.rows} }

type heldReader struct{ rows []vault.Row }

// Next implements vault.Rows.
func (r *heldReader) Next(row *vault.Row) error {
	if len(r.rows) == 0 {
		return io.EOF
	}
	*row, r.rows = r.rows[0], r.rows[1:]
	return nil
}

// unfit is the result of a job whose parameters do not fit the dataset's schema. Both are public, so it tells nothing of the
// rows; the custodian's approval should have kept such a job out.
const unfit = `{"error":"the parameters do not fit the dataset's schema","format":"assent-no-result/1"}`

// seal computes the result and encrypts it to the researcher. A run that fails gives the default value, of the same shape and
// size, so that a failure tells nothing of the rows. Called again it returns the same ciphertext.
func (c *computation) seal(ctx context.Context, w *Worker, j *view.Job) ([]byte, error) {
	if c.ciphertext != nil {
		return c.ciphertext, nil
	}
	w.Step(j.ID, "compute")
	plain, most, err := c.result(ctx, w, j)
	if err != nil {
		return nil, fmt.Errorf("computing job %s: %w", j.ID, err)
	}
	size, err := result.Size(most)
	if err != nil {
		return nil, fmt.Errorf("sizing the result of job %s: %w", j.ID, err)
	}
	c.ciphertext, c.commitment, err = result.Seal(c.to, c.opening, j.ID, c.charge.Inputs, c.noise.Derive("result", "salt"), plain, size)
	if err != nil {
		return nil, fmt.Errorf("sealing the result of job %s: %w", j.ID, err)
	}
	return c.ciphertext, nil
}

// result returns the plaintext, and the most bytes that it could have had whatever the rows are.
func (c *computation) result(ctx context.Context, w *Worker, j *view.Job) (plain []byte, most int, err error) {
	how := query.Release{How: j.Spec.Release, Rho: j.Spec.Rho, Key: c.noise, LiveSubjects: c.charge.LiveSubjects, Floor: c.minCell}
	plan, err := c.plan(j.Spec.Kind)
	if err == nil {
		most, err = plan.MaxSize(how.How, how.Rho)
	}
	if err != nil {
		w.Log.WarnContext(ctx, "Parameters do not fit the schema", slog.String("job", j.ID.Hex()), slog.Any("error", err))
		return []byte(unfit), len(unfit), nil
	}
	// Whether the run failed is between the rows and the researcher: the log is the operator's, and says nothing of it. An exact
	// release of fewer people's rows than the policy wants is none, however many consent. A private one does not look: that
	// would tell of single rows, at no price.
	if how.How == job.Exact && c.few {
		plain, err = encode(plan.Default(how))
	} else if plain, err = c.compute(plan, how); err != nil {
		plain, err = encode(plan.Default(how))
	}
	return plain, most, err
}

// plan is what the parameters ask of the schema on record, which is public.
func (c *computation) plan(k kind.Kind) (*query.Plan, error) {
	if c.otherSchema {
		return nil, errors.New("the parameters name no table of the version, or its file holds another schema than the one on record")
	}
	p, err := query.Parse(k, c.parameters)
	if err != nil {
		return nil, err
	}
	return query.Compile(p, c.schema)
}

// compute runs the plan over the rows. A panic in it counts as a run that failed.
func (c *computation) compute(plan *query.Plan, how query.Release) (plain []byte, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("the run failed")
		}
	}()
	return encode(plan.Run(c.rows.reader(), how))
}

func encode(r *query.Result, err error) ([]byte, error) {
	if err != nil {
		return nil, err
	}
	return r.Encode()
}
