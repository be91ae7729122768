package audit_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/audit/collect/recordtest"
	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/proof/prooftest"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/insecure"
)

// wrongFact is a job that should not be: every proof is genuine, the receipt is signed, one fact is wrong.
type wrongFact struct {
	name   string
	change changer
	want   audit.Name // the check that names it
}

func TestVerify_wrongFacts(t *testing.T) {
	for _, tc := range slices.Concat(receiptFacts(), policyFacts(t), attestationFacts(t), datasetFacts(),
		consentFacts()) {
		t.Run(tc.name, func(t *testing.T) {
			j := recordtest.New(t, recordtest.Options{Subjects: 20, Change: tc.change})
			r := audit.Verify(j.Bundle(t), j.Root, audit.Options{})
			if r.Passed || r.Failed()[0] != tc.want {
				t.Fatalf("want %q\n%s", tc.want, words(r))
			}
		})
	}
}

// genesisTime is when the rounds of the made networks begin.
var genesisTime = uint64(prooftest.Genesis.Unix())

func u64(v uint64) []byte { return []byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)} }

// slotsOf are where the contracts keep what they have of a job.
func slotsOf(j *recordtest.Job) (jobSlot, workerSlot, datasetSlot, budgetSlot, amount layout.Word) {
	id := layout.Word(j.Docs.Spec.ID(j.Root.Domain(j.Root.Contracts.Market.Address)))
	d := layout.Word(j.Docs.Spec.Dataset)
	market := layout.Address(j.Root.Contracts.Market.Address)
	return layout.JobSlot(id), layout.WorkerSlot(layout.Address(j.Keys.Address())), layout.DatasetSlot(d),
		layout.BudgetSlot(d), layout.AmountSlot(d, market, id)
}

// changer changes a job before its storage is written.
type changer = func(j *recordtest.Job)

// setMarket sets a field of the job in the final round.
func setMarket(f layout.Field, value []byte) changer {
	return func(j *recordtest.Job) {
		s, _, _, _, _ := slotsOf(j)
		j.SetFinal(j.Root.Contracts.Market.Address, s, f, value)
	}
}

// setWorker sets a field of the worker's record.
func setWorker(f layout.Field, value []byte) changer {
	return func(j *recordtest.Job) {
		_, s, _, _, _ := slotsOf(j)
		j.SetConsent(j.Root.Contracts.Workers.Address, s, f, value)
	}
}

// setDataset sets a field of the dataset's record.
func setDataset(f layout.Field, value []byte) changer {
	return func(j *recordtest.Job) {
		_, _, s, _, _ := slotsOf(j)
		j.SetConsent(j.Root.Contracts.Registry.Address, s, f, value)
	}
}

// setLedger sets a field of the dataset's budget.
func setLedger(f layout.Field, value []byte) changer {
	return func(j *recordtest.Job) {
		_, _, _, s, _ := slotsOf(j)
		j.SetFinal(j.Root.Contracts.Budget.Address, s, f, value)
	}
}

// setSpent sets a field of what the job spent.
func setSpent(f layout.Field, value []byte) changer {
	return func(j *recordtest.Job) {
		_, _, _, _, s := slotsOf(j)
		j.SetFinal(j.Root.Contracts.Budget.Address, s, f, value)
	}
}

// setRules changes the policy.
func setRules(change func(p *policy.Policy)) changer {
	return func(j *recordtest.Job) { change(&j.Docs.Policy) }
}

// setSigned changes what the enclave signs.
func setSigned(change func(r *receipt.Receipt)) changer {
	return func(j *recordtest.Job) { j.ChangeReceipt = change }
}

// setRegistered sets a word of a mapping of the registry, by the dataset and a version.
func setRegistered(slot func(layout.Word, uint32) layout.Word, version uint32, value []byte) changer {
	return func(j *recordtest.Job) {
		j.SetConsent(j.Root.Contracts.Registry.Address, slot(layout.Word(j.Docs.Spec.Dataset), version), 32, value)
	}
}

// setLater puts a word on record in the final round only.
func setLater(slot func(layout.Word, uint32) layout.Word, version uint32,
	value func(j *recordtest.Job) common.Hash) changer {
	return func(j *recordtest.Job) {
		at, registry := slot(layout.Word(j.Docs.Spec.Dataset), version), j.Root.Contracts.Registry.Address
		j.SetConsent(registry, at, 32, nil)
		j.SetFinal(registry, at, 32, value(j).Bytes())
	}
}

// setAtConsent sets a field of the job in both rounds.
func setAtConsent(f layout.Field, value, final []byte) changer {
	return func(j *recordtest.Job) {
		s, _, _, _, _ := slotsOf(j)
		j.SetConsent(j.Root.Contracts.Market.Address, s, f, value)
		j.SetFinal(j.Root.Contracts.Market.Address, s, f, final)
	}
}

// receiptFacts are what the market has on record and the enclave signed.
func receiptFacts() []wrongFact {
	return []wrongFact{
		{"job not done", setMarket(layout.JobState, []byte{byte(job.Charged)}), audit.Receipt},
		{"job failed", setMarket(layout.JobState, []byte{byte(job.Failed)}), audit.Receipt},
		{"another enclave on record", setMarket(layout.JobEnclave, []byte{1}), audit.Receipt},
		{"another quote on record", setMarket(layout.JobQuote, []byte{1}), audit.Receipt},
		{"job sealed, not opened", setMarket(layout.JobState, []byte{byte(job.Sealed)}), audit.Receipt},
		{"job withheld", setMarket(layout.JobState, []byte{byte(job.Withheld)}), audit.Receipt},
		{"another charge", setMarket(layout.JobCharge, []byte{1}), audit.Receipt},
		{"another opening key", setMarket(layout.JobOpening, []byte{1}), audit.Receipt},
		{"another consent round charged", setMarket(layout.JobConsentRound, []byte{2}), audit.Receipt},
		{"another number charged", setMarket(layout.JobLiveSubjects, []byte{1}), audit.Receipt},
		{"another receipt on record", func(j *recordtest.Job) {
			id := layout.Word(j.Docs.Spec.ID(j.Root.Domain(j.Root.Contracts.Market.Address)))
			j.SetFinal(j.Root.Contracts.Market.Address, layout.ReceiptSlot(id), 32, []byte{1})
		}, audit.Receipt},
		{"another rho signed", setSigned(func(r *receipt.Receipt) { r.Charge.Rho++ }), audit.Receipt},
		{"another delta signed", setSigned(func(r *receipt.Receipt) { r.Charge.Delta++ }), audit.Receipt},
		{"an unknown statement", setSigned(func(r *receipt.Receipt) { r.Statement[0] ^= 1 }), audit.Receipt},
		{"a private release that commits to no noise",
			setSigned(func(r *receipt.Receipt) { r.Charge.Noise = common.Hash{} }), audit.Receipt},
		{"an exact release that commits to noise", func(j *recordtest.Job) {
			j.Docs.Spec.Release, j.Docs.Spec.Rho = job.Exact, 0
			setSigned(func(r *receipt.Receipt) { r.Charge.Noise = common.Hash{1} })(j)
		}, audit.Receipt},
		{"shares of noise that were not charged", func(j *recordtest.Job) {
			former := j.Docs.Receipt.Charge
			former.Noise = common.Hash{1}
			setMarket(layout.JobCharge, former.StructHash().Bytes())(j)
		}, audit.Receipt},
		{"no key for proofs of use", setSigned(func(r *receipt.Receipt) { r.Charge.ProofKey = common.Hash{} }),
			audit.Receipt},
		{"a key for proofs of use that is none",
			setSigned(func(r *receipt.Receipt) { r.Charge.ProofKey = common.HexToHash("0xff") }), audit.Receipt},
		{"a later moment signed and charged", setSigned(func(r *receipt.Receipt) { r.Charge.Moment += 4 }),
			audit.Receipt},
		{"an earlier moment signed and charged", setSigned(func(r *receipt.Receipt) { r.Charge.Moment-- }),
			audit.Receipt},
		{"sealed before the moment of the release", setMarket(layout.JobSealedAt, []byte{1}), audit.Receipt},
		{"another size signed", setSigned(func(r *receipt.Receipt) { r.Size++ }), audit.Inputs},
		{"other inputs signed and charged", setSigned(func(r *receipt.Receipt) { r.Charge.Inputs[0] ^= 1 }),
			audit.Inputs},
		{"other subjects signed and charged", setSigned(func(r *receipt.Receipt) { r.Charge.SubjectsRoot[0] ^= 1 }),
			audit.Inputs},
		{"another consent root signed and charged",
			setSigned(func(r *receipt.Receipt) { r.Charge.ConsentRoot[0] ^= 1 }),
			audit.Inputs},
		{"more live subjects signed and charged", setSigned(func(r *receipt.Receipt) { r.Charge.LiveSubjects++ }),
			audit.Consent},
		{"another ciphertext signed", setSigned(func(r *receipt.Receipt) { r.Ciphertext[0] ^= 1 }), audit.Inputs},
		{"another measurement signed", setSigned(func(r *receipt.Receipt) { r.Measurement[0] ^= 1 }), audit.Policy},
	}
}

// policyFacts are what the policy does not allow.
func policyFacts(t *testing.T) []wrongFact {
	t.Helper()
	return []wrongFact{
		{"charged too late", setMarket(layout.JobChargeRound, u64(500)), audit.Policy},
		{"redrawn, and first charged too late", setMarket(layout.JobFirstChargeRound, u64(500)), audit.Policy},
		{"redrawn, and first charged before the consent round", setMarket(layout.JobFirstChargeRound, u64(3)),
			audit.Policy},
		{"charged before the consent round", setMarket(layout.JobChargeRound, u64(3)), audit.Policy},
		{"run again too often", setMarket(layout.JobReruns, []byte{4}), audit.Policy},
		{"purpose not allowed", setRules(func(p *policy.Policy) { p.Purposes = purpose.SetOf(0) }), audit.Policy},
		{"kind not allowed", setRules(func(p *policy.Policy) { p.Kinds = kind.SetOf(kind.Fairness) }), audit.Policy},
		{"release not allowed", setRules(func(p *policy.Policy) { p.AllowPrivate = false }), audit.Policy},
		{"program not listed", setRules(func(p *policy.Policy) {
			p.Review, p.Programs = policy.ReviewListed,
				[]common.Hash{{1}}
		}), audit.Policy},
		{"review not possible", setRules(func(p *policy.Policy) {
			p.Review, p.Reviewers, p.ReviewersNeeded = policy.ReviewReviewers, []common.Address{{1}}, 1
		}), audit.Policy},
		{"cohort too small", setRules(func(p *policy.Policy) { p.MinCohort = 1000 }), audit.Policy},
		{"an unknown restriction", setRules(func(p *policy.Policy) { p.Restrictions = []common.Hash{{1}} }),
			audit.Policy},
		{"pins that are not in the bundle", setRules(func(p *policy.Policy) { p.Pins = common.Hash{1} }), audit.Policy},
		{"pins that are left out", func(j *recordtest.Job) { j.Docs.Pins = nil }, audit.Policy},
		{"pins that the policy does not name", setRules(func(p *policy.Policy) { p.Pins = common.Hash{} }),
			audit.Policy},
		{"pins that the quote does not keep", func(j *recordtest.Job) {
			strict := pins.Image()
			strict.TDX.XFAM = strict.TDX.XFAM[1:]
			var err error
			if j.Docs.Pins, err = strict.Marshal(); err != nil {
				t.Fatal(err)
			}
			j.Docs.Policy.Pins = pins.HashOf(j.Docs.Pins)
		}, audit.Attestation},
		{"measurement not accepted", setRules(func(p *policy.Policy) { p.Measurements = []common.Hash{{1}} }),
			audit.Policy},
		{"root not accepted", setRules(func(p *policy.Policy) { p.TrustRoots = []common.Hash{{1}} }), audit.Policy},
		{"price not paid", setRules(func(p *policy.Policy) { p.Price = amount.Amount{0: 1} }), audit.Policy},
		{"another policy in effect", setDataset(layout.DatasetPolicyVersion, []byte{2}), audit.Policy},
		{"another policy came into effect", func(j *recordtest.Job) {
			setDataset(layout.DatasetPendingVersion, []byte{2})(j)
			setDataset(layout.DatasetPendingFrom, u64(uint64(prooftest.Genesis.Unix())))(j)
		}, audit.Policy},
	}
}

// attestationFacts are enclaves that should not have had the job.
func attestationFacts(t *testing.T) []wrongFact {
	t.Helper()
	return []wrongFact{
		{"enclave not registered", setWorker(layout.WorkerOperator, nil), audit.Attestation},
		{"enclave revoked long before the charge", setWorker(layout.WorkerRevokedAt, []byte{1}), audit.Attestation},
		{"enclave revoked a second before the charge", setWorker(layout.WorkerRevokedAt, u64(genesisTime-1)),
			audit.Attestation},
		{"another operator", setWorker(layout.WorkerOperator, []byte{1}), audit.Attestation},
		{"another encryption key", setWorker(layout.WorkerRek, []byte{1}), audit.Attestation},
		{"another measurement registered", setWorker(layout.WorkerMeasurement, []byte{1}), audit.Attestation},
		{"another platform registered", setWorker(layout.WorkerPlatform, []byte{byte(tee.SNP)}), audit.Attestation},
		{"another evidence", func(j *recordtest.Job) { j.Docs.Evidence[70] ^= 1 }, audit.Attestation}, // In the nonce.
		{"other collateral", func(j *recordtest.Job) {
			newer, err := j.TEE.Collateral(prooftest.Genesis, 2)
			if err != nil {
				t.Fatal(err)
			}
			j.Docs.Collateral = newer
			s, _, _, _, _ := slotsOf(j)
			j.SetFinal(j.Root.Contracts.Market.Address, s, layout.JobCollateral, []byte{1})
		}, audit.Attestation},
		{"revoked by the collateral of the charge", func(j *recordtest.Job) {
			b, err := j.TEE.Collateral(prooftest.Genesis, 2, j.Machine.Serial())
			if err != nil {
				t.Fatal(err)
			}
			j.Docs.Collateral = b
		}, audit.Attestation},
		{"out of date by the collateral of the charge", func(j *recordtest.Job) {
			b, err := j.TEE.CollateralOf(insecure.Terms{Now: prooftest.Genesis, Number: 2, Status: tee.OutOfDate})
			if err != nil {
				t.Fatal(err)
			}
			j.Docs.Collateral = b
		}, audit.Attestation},
		{"charged when the collateral had expired",
			setMarket(layout.JobJudgedAt, u64(uint64(prooftest.Genesis.Unix()+40*24*3600))), audit.Attestation},
		{"charged before the collateral was issued",
			setMarket(layout.JobJudgedAt, u64(uint64(prooftest.Genesis.Unix()-2*3600))), audit.Attestation},
	}
}

// datasetFacts are versions, policies and times.
func datasetFacts() []wrongFact {
	return []wrongFact{
		{"dataset stopped", setDataset(layout.DatasetStopped, []byte{1}), audit.Dataset},
		{"version retired", setRegistered(layout.VersionRetiredSlot, 2, []byte{1}), audit.Dataset},
		{"version not the newest", setDataset(layout.DatasetVersion, []byte{3}), audit.Dataset},
		{"version not added yet", setDataset(layout.DatasetVersion, []byte{1}), audit.Dataset},
		{"version put on record after the consent round",
			setLater(layout.VersionHashSlot, 2,
				func(j *recordtest.Job) common.Hash { return j.Docs.Version.Hash() }), audit.Dataset},
		{"another version on record", setRegistered(layout.VersionHashSlot, 2, []byte{1}), audit.Dataset},
		{"a schema that the policy does not promise", setRules(func(p *policy.Policy) { p.Schema[0] ^= 1 }),
			audit.Policy},
		{"a datasheet that the policy does not promise", setRules(func(p *policy.Policy) { p.Datasheet[0] ^= 1 }),
			audit.Policy},
		{"policy put on record after the consent round",
			setLater(layout.PolicyHashSlot, 1,
				func(j *recordtest.Job) common.Hash { return j.Docs.Policy.Hash() }), audit.Policy},
		{"claimed when it was not approved any more", setMarket(layout.JobApprovedUntil, u64(uint64(genesisTime-1))),
			audit.Policy},
		{"never approved", setMarket(layout.JobApprovedUntil, nil), audit.Policy},
		{"claimed after its deadline", func(j *recordtest.Job) {
			j.Docs.Spec.Deadline = genesisTime - 1
			setMarket(layout.JobApprovedUntil, u64(genesisTime+1<<20))(j)
		}, audit.Policy},
		{"key released long after the claim", setMarket(layout.JobClaimedAt, u64(genesisTime-3600)), audit.Policy},
		{"key released before the claim", setMarket(layout.JobClaimedAt, u64(genesisTime+3600)), audit.Policy},
		{"charged long after the key release", setMarket(layout.JobChargedAt, u64(genesisTime+3600)), audit.Policy},
		{"charged before the key release", setMarket(layout.JobChargedAt, u64(genesisTime-3600)), audit.Policy},
	}
}

// consentFacts are claims, rounds and budgets.
func consentFacts() []wrongFact {
	return []wrongFact{
		{"claimed by another operator", setMarket(layout.JobOperator, []byte{1}), audit.Attestation},
		{"enclave refused by the broker", func(j *recordtest.Job) {
			at := layout.BarredSlot(layout.Word(j.Docs.Spec.ID(j.Root.Domain(j.Root.Contracts.Market.Address))),
				layout.Address(j.Keys.Address()))
			j.SetFinal(j.Root.Contracts.Market.Address, at, 8, bytes.Repeat([]byte{0xff}, 8))
		}, audit.Attestation},
		{"registration expired before the charge", setWorker(layout.WorkerExpiry, u64(genesisTime-1)),
			audit.Attestation},
		{"in another claim at the consent round", setAtConsent(layout.JobClaimRound, []byte{2}, []byte{3}),
			audit.Consent},
		{"claimed after the consent round", setAtConsent(layout.JobClaimRound, []byte{9}, []byte{9}), audit.Consent},
		{"another consent round fixed by the claim", setAtConsent(layout.JobConsentRound, []byte{2}, []byte{3}),
			audit.Consent},
		{"a study whose gates fix no round", func(j *recordtest.Job) {
			j.Docs.Spec.Study = common.Hash{1}
			j.Docs.Policy.Gates = []policy.Gate{{Contract: common.Address{1}, Moments: policy.AtClaim,
				Powers: policy.MayNameBroker}}
			setAtConsent(layout.JobState, []byte{byte(job.Approved)}, []byte{byte(job.Done)})(j)
		}, audit.Consent},
		{"budget of a study that it is not of", setMarket(layout.JobShared, []byte{1}), audit.Budget},
		{"budget of a study without a gate", func(j *recordtest.Job) {
			j.Docs.Spec.Study = common.Hash{1}
			setMarket(layout.JobShared, []byte{1})(j)
		}, audit.Budget},
		{"old grants do not count", setDataset(layout.DatasetMinGrantVersion, []byte{2}), audit.Consent},
		{"job not claimed at the consent round", func(j *recordtest.Job) {
			s, _, _, _, _ := slotsOf(j)
			j.SetConsent(j.Root.Contracts.Market.Address, s, layout.JobState, []byte{byte(job.Approved)})
		}, audit.Consent},
		{"budget open, not settled", setSpent(layout.AmountStage, []byte{1}), audit.Budget},
		{"budget of another researcher", setSpent(layout.AmountResearcher, []byte{1}), audit.Budget},
		{"less budget spent", setSpent(layout.AmountRho, []byte{1}), audit.Budget},
		{"more delta spent", setSpent(layout.AmountDelta, []byte{1}), audit.Budget},
		{"over the limit", setRules(func(p *policy.Policy) { p.RhoLimit = 119_999 }), audit.Budget},
		{"over the limit of delta", func(j *recordtest.Job) {
			setMarket(layout.JobDeltaTotal, []byte{1})(j)
			j.Docs.Policy.DeltaLimit = 0
		}, audit.Budget},
		{"less used than the job cost", setMarket(layout.JobRhoTotal, []byte{1}), audit.Budget},
		{"over the researcher's limit", setRules(func(p *policy.Policy) { p.RhoPerResearcher = 19_999 }), audit.Budget},
		{"nothing used by the researcher", func(j *recordtest.Job) {
			s := layout.BudgetUsedSlot(layout.Word(j.Docs.Spec.Dataset), layout.Address(j.Docs.Spec.Researcher))
			j.SetFinal(j.Root.Contracts.Budget.Address, s, layout.BudgetRhoOpen, nil)
		}, audit.Budget},
		{"nothing settled", setLedger(layout.BudgetRhoSettled, nil), audit.Budget},
		{"recipient not allowed", func(j *recordtest.Job) {
			j.Docs.Policy.Conditions, j.Docs.Spec.Recipient = condition.Nonprofit, condition.Company
		}, audit.Policy},
		{"a market that may not spend", setRules(func(p *policy.Policy) { p.Spenders = []common.Address{{1}} }),
			audit.Policy},
	}
}

// Limits that are met exactly pass.
func TestVerify_edges(t *testing.T) {
	for name, change := range map[string]func(j *recordtest.Job){
		"cohort":              func(j *recordtest.Job) { j.Docs.Policy.MinCohort = 16 },
		"budget":              func(j *recordtest.Job) { j.Docs.Policy.RhoLimit = 120_000 },
		"researcher's budget": func(j *recordtest.Job) { j.Docs.Policy.RhoPerResearcher = budget.Rho(j.Docs.Spec.Rho) },
		"consent age":         func(j *recordtest.Job) { j.Docs.Policy.MaxConsentAge = 1 },
		"drawn again when the consent is older than it may be at a charge": func(j *recordtest.Job) {
			j.Docs.Policy.MaxConsentAge = 1
			s, _, _, _, _ := slotsOf(j)
			market := j.Root.Contracts.Market.Address
			j.SetFinal(market, s, layout.JobFirstChargeRound, u64(4))
			j.SetFinal(market, s, layout.JobRedraws, []byte{1})
			j.SetFinal(market, s, layout.JobChargeRound, u64(500))
		},
		"a policy that is still pending": func(j *recordtest.Job) {
			base := layout.DatasetSlot(layout.Word(j.Docs.Spec.Dataset))
			j.SetConsent(j.Root.Contracts.Registry.Address, base, layout.DatasetPendingVersion, []byte{2})
			j.SetConsent(j.Root.Contracts.Registry.Address, base, layout.DatasetPendingFrom, []byte{1, 0, 0, 0, 0})
		},
		"an older version, which the policy allows": func(j *recordtest.Job) {
			j.Docs.Policy.AllowOldVersions = true
			j.SetConsent(j.Root.Contracts.Registry.Address, layout.DatasetSlot(layout.Word(j.Docs.Spec.Dataset)),
				layout.DatasetVersion, []byte{3})
		},
		"a version that is retired and a dataset that is stopped by now": func(j *recordtest.Job) {
			id, registry := layout.Word(j.Docs.Spec.Dataset), j.Root.Contracts.Registry.Address
			j.SetFinal(registry, layout.VersionRetiredSlot(id, 2), 32, []byte{1})
			j.SetFinal(registry, layout.DatasetSlot(id), layout.DatasetStopped, []byte{1})
		},
		"a study whose gate fixed the round before the claim": func(j *recordtest.Job) {
			j.Docs.Spec.Study = common.Hash{1}
			j.Docs.Policy.Gates = []policy.Gate{{Contract: common.Address{1}, Moments: policy.AtClaim,
				Powers: policy.MayFixConsentRound}}
			base := layout.JobSlot(layout.Word(j.Docs.Spec.ID(j.Root.Domain(j.Root.Contracts.Market.Address))))
			j.SetConsent(j.Root.Contracts.Market.Address, base, layout.JobState, []byte{byte(job.Approved)})
		},
		"no subject filter": func(j *recordtest.Job) { j.Docs.Policy.MinCohort = 0 },
	} {
		t.Run(name, func(t *testing.T) {
			j := recordtest.New(t, recordtest.Options{Subjects: 20, Change: change})
			mustPass(t, audit.Verify(j.Bundle(t), j.Root, audit.Options{}))
		})
	}
}
