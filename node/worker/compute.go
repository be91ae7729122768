package worker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/internal/retry"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/fetch"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/result"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/statistics"
	"github.com/assent-network/assent/protocol/use"
)

// errCohort says that too few subjects consent in the consent round. The count is public.
var errCohort = errors.New("too few subjects consent")

// errHeader says that no broker gives a key for a file: its age header is not the one that the version's list of tables
// names. Both are public.
var errHeader = errors.New("the dataset file's header is not the one on record; the custodian has to publish it anew")

// computation is what the enclave knows about one job on one consent round. All of it but the charge depends on rows or
// keys and stays here.
type computation struct {
	claimRound  uint64
	charge      receipt.Charge
	measurement common.Hash
	parameters  []byte
	to          sealed.PublicKey // the researcher's key
	sizes       query.Sizes      // of the job's table, and who is live
	plan        *query.Plan      // of what was posted; nil when it does not fit the schema
	engine      compute.Session  // has the rows of those who count, in another process; nil before, and once it is over
	people      *cohort          // who consents
	minCohort   uint32
	minCell     uint32                // the floor of an exact release
	few         bool                  // who has rows are fewer than the policy wants
	roster      []dataset.RosterEntry // of the dataset version, as the engine read it
	uses        *use.List
	secrets     secrets
	offered     int           // which charge of the job the share was first sent for, from one; zero: none
	noise       mechanism.Key // once the charge is final, as the opening key
	opening     opening.Key
	pace        pacer
	plain       []byte      // of the result, once computed and until it is sealed
	most        int         // bytes that it could have had
	commitment  common.Hash // of the result, once sealed
	ciphertext  []byte
}

// of reports whether this is a computation on the claim and the consent round that a job is at. None is of no job.
func (c *computation) of(j *contracts.Job) bool {
	return c != nil && c.claimRound == j.ClaimRound && c.charge.ConsentRound == j.ConsentRound
}

// prepare takes the consent state of the job's consent round, gets the key, and selects the rows whose subjects
// consent. It begins on the node's word, since the broker, which gives the key on nothing but a confirmed round, takes
// no less time than the header that confirms the claim. No row is looked at before job and consent state are confirmed.
func (w *Worker) prepare(ctx context.Context, told *contracts.Told, j *contracts.Job) (*computation, error) {
	now := told.Unconfirmed()
	c := &computation{claimRound: j.ClaimRound, pace: pacer{step: w.cfg.Pace, now: w.cfg.Now, pause: retry.Wait}}
	if err := w.readPost(ctx, j, c); err != nil {
		return nil, err
	}
	who, err := w.consent(ctx, j)
	var unfit *contracts.UnfitRound
	if errors.Is(err, errCohort) || errors.As(err, &unfit) {
		if _, cerr := w.cfg.View.Confirm(ctx, who.told); cerr != nil {
			return nil, fmt.Errorf("confirming who consents to job %s: %w", j.ID, cerr)
		}
		return nil, err // too few who consent are better known before the key is released
	}
	if err != nil {
		return nil, err
	}
	me, err := now.Worker(ctx, w.cfg.Keys.Address())
	if err != nil {
		return nil, err
	}
	c.measurement = me.Measurement
	version, err := now.Version(ctx, j.Spec.Dataset, j.Spec.DatasetVersion)
	if err != nil {
		return nil, err
	}
	posted, err := w.material(ctx, j, &version, c.parameters)
	if err != nil {
		return nil, err
	}
	defer posted.file.Close()
	key, err := w.key(ctx, now, j, &posted.asked)
	if err != nil {
		return nil, err
	}
	for _, t := range []*contracts.Told{told, who.told} {
		if _, err := w.cfg.View.Confirm(ctx, t); err != nil {
			return nil, fmt.Errorf("confirming by what job %s was prepared: %w", j.ID, err)
		}
	}
	released, err := w.released(ctx, j, key)
	if err != nil {
		return nil, err
	}
	if err := who.release(released); err != nil {
		return nil, err
	}
	c.people, c.minCohort, c.minCell = newCohort(who.state, who.terms), who.minCohort, who.minCell
	c.plan = posted.plan
	c.sizes = query.Sizes{Schema: posted.schema, Rows: posted.table.Rows, Live: who.state.CountLive(who.terms)}
	c.charge = receipt.Charge{
		ConsentRound: who.round, ConsentRoot: who.root, LiveSubjects: c.sizes.Live, Rho: j.Spec.Rho,
		Delta:  j.Spec.Delta,
		Moment: released.ReleasedAt + c.sizes.Held(c.plan, j.Spec.Release),
	}
	if j.State() == job.Charged && j.Spec.Release == job.Private {
		work := c.sizes.ReadTime() + c.sizes.RunTime(c.plan, j.Spec.Release)
		c.charge.Moment = redrawMoment(released.ReleasedAt, now.Round.Time, work)
	}
	if err := c.commit(w, j, key.Share); err != nil {
		return nil, err
	}
	if err := c.read(ctx, w, j, posted, key, &version); err != nil {
		c.close()
		c.forget()
		return nil, err
	}
	return c, nil
}

// readPost gets what was posted with a job, and checks it against the specification.
func (w *Worker) readPost(ctx context.Context, j *contracts.Job, c *computation) error {
	post, err := w.cfg.Feed.Post(ctx, j)
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
		return fmt.Errorf("the node has the key %s for job %s, which names %s", c.to.Commitment(), j.ID,
			j.Spec.ResearcherKey)
	}
	c.parameters = post.Parameters
	return nil
}

// released returns the job as it is in the round that the broker named with the key: its release is on record there.
func (w *Worker) released(ctx context.Context, j *contracts.Job, key release.Key) (*contracts.Job, error) {
	if j.ReleasedAt != 0 {
		return j, nil
	}
	at, err := w.cfg.View.At(ctx, key.Round)
	if err != nil {
		return nil, err
	}
	defer at.Close()
	released, err := at.Job(ctx, j.ID)
	if err != nil {
		return nil, err
	}
	if released.ReleasedAt == 0 || released.ClaimRound != j.ClaimRound {
		return nil, fmt.Errorf("job %s took another course: in round %d it is of claim %d, released at %d", j.ID,
			key.Round, released.ClaimRound, released.ReleasedAt)
	}
	return released, nil
}

// material is what a job is made of, as far as it is public.
type material struct {
	file   *fetch.File // closed by what asked for it
	asked  release.File
	table  dataset.Table
	schema *schema.Schema
	plan   *query.Plan // nil when the parameters do not fit
}

// material returns what a job is made of, as the chain records it. Parameters do not fit when they name no table of the
// version or ask of its schema what it does not give, or when the schemas are not the ones on record: such a job goes
// its way to the result that says so. Tables that were sealed with another roster than the one on record are refused:
// no enclave reads them. So are files with another header than is on record: no broker gives a key for them.
func (w *Worker) material(
	ctx context.Context, j *contracts.Job, v *dataset.Version, parameters []byte,
) (*material, error) {
	tables, err := w.cfg.Files.Tables(ctx, v.URI, v.ContentRoot)
	if err != nil {
		return nil, err
	}
	if tables.CheckRoster(v.RosterRoot) != nil {
		return nil, errRoster
	}
	m := &material{table: tables.Of(parameters)}
	p, unfit := statistics.Parse(j.Spec.Kind, parameters)
	if unfit == nil {
		_, unfit = tables.Find(p.Table())
	}
	b, err := w.cfg.Files.Schema(ctx, v.URI, m.table)
	if err != nil {
		return nil, err
	}
	if m.schema, err = schema.Parse(b); err != nil {
		return nil, fmt.Errorf("reading the schema of table %s: %w", m.table.Name, err)
	}
	if unfit == nil && tables.SchemaRoot() == common.Hash(v.Schema) {
		plan, err := query.Compile(p, m.schema)
		if err == nil && plan.Check(j.Spec.Release, j.Spec.Rho) == nil {
			m.plan = plan
		}
	}
	list, err := tables.Marshal()
	if err != nil {
		return nil, fmt.Errorf("writing the tables of %s: %w", common.Hash(v.ContentRoot), err)
	}
	m.file, err = w.cfg.Files.Get(ctx, strings.TrimSuffix(v.URI, "/")+"/"+m.table.DataFile(), m.table.Content)
	if err != nil {
		return nil, err
	}
	header, err := sealHeader(m.file, m.table.Header)
	if err != nil {
		m.file.Close()
		return nil, err
	}
	m.asked = release.File{Tables: list, Parameters: parameters, Header: header}
	return m, nil
}

// sealHeader reads the age header of a dataset file, of which the version's list of tables has the hash.
func sealHeader(file *fetch.File, want common.Hash) ([]byte, error) {
	f, err := file.Open()
	if err != nil {
		return nil, fmt.Errorf("opening the dataset file: %w", err)
	}
	defer f.Close()
	header, err := vault.SealHeader(f)
	if errors.Is(err, vault.ErrDamaged) || errors.Is(err, vault.ErrTruncated) || errors.Is(err, vault.ErrSealHeader) {
		return nil, fmt.Errorf("%w: %w", errHeader, err)
	}
	if err != nil {
		return nil, err
	}
	if got := common.Hash(vault.HashSealHeader(header)); got != want {
		return nil, fmt.Errorf("%w: it has hash %s, the list of tables says %s", errHeader, got, want)
	}
	return header, nil
}

// consented is the consent state of a job's consent round.
type consented struct {
	told      *contracts.Told // closed; it counts once it is confirmed
	round     uint64
	root      common.Hash
	state     *consent.State
	terms     grant.Terms
	minCohort uint32
	minCell   uint32
}

// consent reads who consents in the job's consent round. It returns a *view.UnfitRound when that cannot be one: no
// auditor would take a receipt by it.
func (w *Worker) consent(ctx context.Context, j *contracts.Job) (*consented, error) {
	w.cfg.Step(j.ID, StepConsent)
	told, err := w.cfg.View.ToldAt(ctx, j.ConsentRound)
	if err != nil {
		return nil, err
	}
	defer told.Close()
	at := told.Unconfirmed()
	c := &consented{told: told, round: j.ConsentRound}
	if err := at.CheckConsentRound(ctx, j); err != nil {
		return c, err
	}
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
func (c *consented) check(j *contracts.Job) error {
	if count := c.state.CountLive(c.terms); count < c.minCohort {
		return fmt.Errorf("%w to job %s in round %d: %d, the policy wants %d", errCohort, j.ID, c.round, count,
			c.minCohort)
	}
	return nil
}

// release takes what was used of the dataset's budget when the key was released, which decides about those who set a
// limit.
func (c *consented) release(j *contracts.Job) error {
	c.terms.Total, c.terms.TotalDelta = j.Total().Rho, j.Total().Delta
	return c.check(j)
}

// key gets this job's share from the custodian's broker, and the key of a file where one is asked for, and waits until
// the worker's own view is no older than the broker's.
func (w *Worker) key(ctx context.Context, now *contracts.Open, j *contracts.Job,
	file *release.File) (release.Key, error) {
	client, err := w.broker(j.Spec.Dataset)
	if err != nil {
		return release.Key{}, err
	}
	w.cfg.Step(j.ID, StepKey)
	challenge, err := client.Challenge(ctx)
	if err != nil {
		return release.Key{}, err
	}
	evidence, _, err := w.attest(ctx, now, challenge)
	if err != nil {
		return release.Key{}, err
	}
	request := release.Request{
		Job: j.ID, Enclave: w.cfg.Keys.Address(), Operator: w.cfg.Sender.Address(), REK: w.cfg.Keys.REK(),
		Evidence: evidence,
		File:     file,
	}
	// The line to the broker is not trusted: who gives a challenge a second time has an old answer to go with it, which
	// is none to this request.
	if _, err := io.ReadFull(w.cfg.Random, request.Nonce[:]); err != nil {
		return release.Key{}, fmt.Errorf("drawing the nonce of a request for a key of job %s: %w", j.ID, err)
	}
	if err := request.Sign(w.domain(), w.cfg.Keys.Signing()); err != nil {
		return release.Key{}, err
	}
	wrapped, err := client.Release(ctx, request)
	if err != nil {
		return release.Key{}, w.heard(ctx, j, request, err)
	}
	key, err := release.Unwrap(wrapped, w.cfg.Keys.Decryption(), j.ID, w.cfg.Keys.Address(), request.Nonce)
	if err != nil {
		return release.Key{}, err
	}
	w.cfg.Step(j.ID, StepVerify)
	if err := w.catchUp(ctx, key); err != nil {
		return release.Key{}, err
	}
	w.cfg.Log.InfoContext(ctx, "Received a key", slog.String("job", j.ID.Hex()), slog.Uint64("round", key.Round))
	return key, nil
}

// heard returns the error of a request for a key. A refusal remains one only when the job's broker signed it and the
// worker's own view has reached the round that it names: the line to the broker is not trusted.
func (w *Worker) heard(ctx context.Context, j *contracts.Job, rq release.Request, err error) error {
	var refusal *release.Refusal
	if !errors.As(err, &refusal) {
		return err
	}
	now, verr := w.cfg.View.Latest(ctx)
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
	if verr := w.awaitVerified(ctx, refusal.Round); verr != nil {
		return fmt.Errorf("reaching round %d, by which the broker refused (%s): %w", refusal.Round, refusal.Code, verr)
	}
	return err
}

// ofClaim returns an error for a refusal by a round before the job was claimed, as of a broker whose node lags behind.
// The error is no refusal: the claim would be given back for what was so before it.
func ofClaim(refusal *release.Refusal, j *contracts.Job) error {
	if refusal.Round == 0 || refusal.Round >= j.ClaimRound { // zero: no fact of the chain was needed
		return nil
	}
	return fmt.Errorf("the broker refused (%s: %s) by round %d, and had not seen round %d, in which job %s was claimed",
		refusal.Code, refusal.Detail, refusal.Round, j.ClaimRound, j.ID)
}

// catchUp waits until the worker's own view is no older than the broker's: in the round, and in the consensus height,
// by which the broker's clock vouches for what the worker sees.
func (w *Worker) catchUp(ctx context.Context, key release.Key) error {
	ctx, cancel := context.WithTimeout(ctx, catchUpPatience)
	defer cancel()
	for pauses := retry.Growing(catchUpFirst, catchUpLongest); ; {
		at, err := w.cfg.View.At(ctx, key.Round)
		if err != nil {
			return fmt.Errorf("reaching round %d, which the broker has verified: %w", key.Round, err)
		}
		height := at.Height
		at.Close()
		if height >= key.Height {
			return nil
		}
		if err := pauses.Wait(ctx); err != nil {
			return fmt.Errorf("reaching height %d, which the broker has verified, from height %d: %w", key.Height,
				height, err)
		}
	}
}

// catchUpPatience bounds catchUp. Anyone on the line can have made a key's wrapping, with a round that never comes, and
// the jobs of others wait meanwhile.
const catchUpPatience = time.Minute

// The pauses of catchUp: blocks come about every second.
const (
	catchUpFirst   = 50 * time.Millisecond
	catchUpLongest = 400 * time.Millisecond
)

// fix computes what the charge commits to: the subjects used and the inputs.
func (c *computation) fix(
	j *contracts.Job, key release.Key, version *dataset.Version, enclave *use.Enclave,
	tags []use.TagKey,
) error {
	var err error
	if c.uses, err = useList(j.ID, enclave, tags, c.roster, c.people.names(), c.people.used()); err != nil {
		return fmt.Errorf("committing to the subjects: %w", err)
	}
	c.charge.ProofKey, c.charge.SubjectsRoot = common.Hash(enclave.Public()), c.uses.Root()
	c.charge.Inputs = receipt.Inputs{
		Job: j.ID, ContentRoot: version.ContentRoot, ConsentRoot: c.charge.ConsentRoot,
		SubjectsRoot: c.charge.SubjectsRoot,
		Program:      j.Spec.Program, Parameters: j.Spec.Parameters,
	}.Hash()
	return nil
}

// unfit is the result of a job whose parameters do not fit the dataset's schema. Both are public, so it tells nothing
// of the rows; the custodian's approval should have kept such a job out.
const unfit = `{"error":"the parameters do not fit the dataset's schema","format":"assent-no-result/1"}`

// seal computes the result and encrypts it to the researcher. A run that fails gives the default value, of the same
// shape and size, so that a failure tells nothing of the rows. Called again it returns the same ciphertext.
func (c *computation) seal(ctx context.Context, w *Worker, j *contracts.Job) ([]byte, error) {
	if c.ciphertext != nil {
		return c.ciphertext, nil
	}
	w.cfg.Step(j.ID, StepCompute)
	if c.plain == nil {
		var err error
		if c.plain, c.most, err = c.result(ctx, w, j); err != nil {
			return nil, fmt.Errorf("computing job %s: %w", j.ID, err)
		}
		c.close()
	}
	size, err := result.Size(c.most)
	if err != nil {
		return nil, fmt.Errorf("sizing the result of job %s: %w", j.ID, err)
	}
	c.ciphertext, c.commitment, err = result.Seal(c.to, c.opening, j.ID, c.charge.StructHash(),
		c.noise.Derive("result", "salt"), c.plain, size)
	if err != nil {
		return nil, fmt.Errorf("sealing the result of job %s: %w", j.ID, err)
	}
	c.plain = nil
	return c.ciphertext, nil
}

// result returns the plaintext, and the most bytes that it could have had whatever the rows are. It takes as long as
// computing may take at the most.
func (c *computation) result(ctx context.Context, w *Worker, j *contracts.Job) (plain []byte, most int, err error) {
	if c.plan == nil {
		w.cfg.Log.WarnContext(ctx, "Parameters do not fit the schema", slog.String("job", j.ID.Hex()))
		return []byte(unfit), len(unfit), nil
	}
	prepared, err := c.plan.Prepare(query.Release{
		How: j.Spec.Release, Rho: j.Spec.Rho, Key: c.noise, LiveSubjects: c.charge.LiveSubjects, Floor: c.minCell,
	})
	if err == nil {
		most, err = prepared.MaxSize()
	}
	if err != nil {
		return nil, 0, err
	}
	// The default value is made here, before the engine has the noise key, so that it is there whatever becomes of the
	// engine. Whether the run failed is between the rows and the researcher: the log is the operator's, and says
	// nothing of it. An exact release of fewer people's rows than the policy wants is none, however many consent. A
	// private one does not look: that would tell of single rows, at no price.
	hide := j.Spec.Release == job.Exact && c.few
	var otherwise []byte
	// A run that is late may go on for a while after the computation is forgotten.
	engine, key := c.engine, c.noise.Clone()
	plain, err = within(ctx, c.pace, c.sizes.RunTime(c.plan, j.Spec.Release), func() ([]byte, error) {
		var err error
		otherwise, err = encode(prepared.Default())
		return otherwise, err
	}, func(ctx context.Context) []byte {
		defer key.Clear()
		plain, err := engine.Run(ctx, key, most)
		if err != nil || hide {
			return otherwise
		}
		return plain
	})
	return plain, most, err
}

func encode(r *statistics.Result, err error) ([]byte, error) {
	if err != nil {
		return nil, err
	}
	return r.Encode()
}
