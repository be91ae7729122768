package audit_test

import (
	"bytes"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/audit"
	"github.com/assent-network/assent/node/record/recordtest"
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

// Jobs that should not be: every proof is genuine, the receipt is signed, one
// fact is wrong. The check that it belongs to names it.
func TestVerify_wrongFacts(t *testing.T) {
	u64 := func(v uint64) []byte { return []byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)} }
	slots := func(j *recordtest.Job) (jobSlot, workerSlot, datasetSlot, budgetSlot, amount layout.Word) {
		id := layout.Word(j.Docs.Spec.ID(j.Root.Domain(j.Root.Contracts.Market.Address)))
		d := layout.Word(j.Docs.Spec.Dataset)
		market := layout.Address(j.Root.Contracts.Market.Address)
		return layout.JobSlot(id), layout.WorkerSlot(layout.Address(j.Keys.Address())), layout.DatasetSlot(d),
			layout.BudgetSlot(d), layout.AmountSlot(d, market, id)
	}
	type changer = func(j *recordtest.Job)
	market := func(f layout.Field, value []byte) changer {
		return func(j *recordtest.Job) {
			s, _, _, _, _ := slots(j)
			j.SetFinal(j.Root.Contracts.Market.Address, s, f, value)
		}
	}
	worker := func(f layout.Field, value []byte) changer {
		return func(j *recordtest.Job) {
			_, s, _, _, _ := slots(j)
			j.SetConsent(j.Root.Contracts.Workers.Address, s, f, value)
		}
	}
	dataset := func(f layout.Field, value []byte) changer {
		return func(j *recordtest.Job) {
			_, _, s, _, _ := slots(j)
			j.SetConsent(j.Root.Contracts.Registry.Address, s, f, value)
		}
	}
	ledger := func(f layout.Field, value []byte) changer {
		return func(j *recordtest.Job) {
			_, _, _, s, _ := slots(j)
			j.SetFinal(j.Root.Contracts.Budget.Address, s, f, value)
		}
	}
	spent := func(f layout.Field, value []byte) changer {
		return func(j *recordtest.Job) {
			_, _, _, _, s := slots(j)
			j.SetFinal(j.Root.Contracts.Budget.Address, s, f, value)
		}
	}
	rules := func(change func(p *policy.Policy)) changer {
		return func(j *recordtest.Job) { change(&j.Docs.Policy) }
	}
	signed := func(change func(r *receipt.Receipt)) changer {
		return func(j *recordtest.Job) { j.ChangeReceipt = change }
	}
	// A word of a mapping of the registry, by the dataset and a version.
	registered := func(slot func(layout.Word, uint32) layout.Word, version uint32, value []byte) changer {
		return func(j *recordtest.Job) {
			j.SetConsent(j.Root.Contracts.Registry.Address, slot(layout.Word(j.Docs.Spec.Dataset), version), 32, value)
		}
	}
	// The word is on record in the final round only.
	later := func(slot func(layout.Word, uint32) layout.Word, version uint32,
		value func(j *recordtest.Job) common.Hash) changer {
		return func(j *recordtest.Job) {
			at, registry := slot(layout.Word(j.Docs.Spec.Dataset), version), j.Root.Contracts.Registry.Address
			j.SetConsent(registry, at, 32, nil)
			j.SetFinal(registry, at, 32, value(j).Bytes())
		}
	}
	atConsent := func(f layout.Field, value, final []byte) changer {
		return func(j *recordtest.Job) {
			s, _, _, _, _ := slots(j)
			j.SetConsent(j.Root.Contracts.Market.Address, s, f, value)
			j.SetFinal(j.Root.Contracts.Market.Address, s, f, final)
		}
	}
	genesis := uint64(prooftest.Genesis.Unix())
	for _, tc := range []struct {
		name   string
		change changer
		want   audit.Name
	}{
		{"job not done", market(layout.JobState, []byte{byte(job.Charged)}), audit.Receipt},
		{"job failed", market(layout.JobState, []byte{byte(job.Failed)}), audit.Receipt},
		{"another enclave on record", market(layout.JobEnclave, []byte{1}), audit.Receipt},
		{"another quote on record", market(layout.JobQuote, []byte{1}), audit.Receipt},
		{"job sealed, not opened", market(layout.JobState, []byte{byte(job.Sealed)}), audit.Receipt},
		{"job withheld", market(layout.JobState, []byte{byte(job.Withheld)}), audit.Receipt},
		{"another charge", market(layout.JobCharge, []byte{1}), audit.Receipt},
		{"another opening key", market(layout.JobOpening, []byte{1}), audit.Receipt},
		{"another consent round charged", market(layout.JobConsentRound, []byte{2}), audit.Receipt},
		{"another number charged", market(layout.JobLiveSubjects, []byte{1}), audit.Receipt},
		{"another receipt on record", func(j *recordtest.Job) {
			id := layout.Word(j.Docs.Spec.ID(j.Root.Domain(j.Root.Contracts.Market.Address)))
			j.SetFinal(j.Root.Contracts.Market.Address, layout.ReceiptSlot(id), 32, []byte{1})
		}, audit.Receipt},
		{"another rho signed", signed(func(r *receipt.Receipt) { r.Charge.Rho++ }), audit.Receipt},
		{"another delta signed", signed(func(r *receipt.Receipt) { r.Charge.Delta++ }), audit.Receipt},
		{"an unknown statement", signed(func(r *receipt.Receipt) { r.Statement[0] ^= 1 }), audit.Receipt},
		{"unknown shares of noise", signed(func(r *receipt.Receipt) { r.Charge.Noise[0] ^= 1 }), audit.Receipt},
		{"no key for proofs of use", signed(func(r *receipt.Receipt) { r.Charge.ProofKey = common.Hash{} }),
			audit.Receipt},
		{"a key for proofs of use that is none",
			signed(func(r *receipt.Receipt) { r.Charge.ProofKey = common.HexToHash("0xff") }), audit.Receipt},
		{"a later moment signed and charged", signed(func(r *receipt.Receipt) { r.Charge.Moment += 3 }), audit.Receipt},
		{"an earlier moment signed and charged", signed(func(r *receipt.Receipt) { r.Charge.Moment-- }), audit.Receipt},
		{"sealed before the moment of the release", market(layout.JobSealedAt, []byte{1}), audit.Receipt},
		{"another size signed", signed(func(r *receipt.Receipt) { r.Size++ }), audit.Inputs},
		{"other inputs signed and charged", signed(func(r *receipt.Receipt) { r.Charge.Inputs[0] ^= 1 }), audit.Inputs},
		{"other subjects signed and charged", signed(func(r *receipt.Receipt) { r.Charge.SubjectsRoot[0] ^= 1 }),
			audit.Inputs},
		{"another consent root signed and charged", signed(func(r *receipt.Receipt) { r.Charge.ConsentRoot[0] ^= 1 }),
			audit.Inputs},
		{"more live subjects signed and charged", signed(func(r *receipt.Receipt) { r.Charge.LiveSubjects++ }),
			audit.Consent},
		{"another ciphertext signed", signed(func(r *receipt.Receipt) { r.Ciphertext[0] ^= 1 }), audit.Inputs},
		{"another measurement signed", signed(func(r *receipt.Receipt) { r.Measurement[0] ^= 1 }), audit.Policy},
		{"charged too late", market(layout.JobChargeRound, u64(500)), audit.Policy},
		{"charged before the consent round", market(layout.JobChargeRound, u64(3)), audit.Policy},
		{"run again too often", market(layout.JobReruns, []byte{4}), audit.Policy},
		{"purpose not allowed", rules(func(p *policy.Policy) { p.Purposes = purpose.SetOf(0) }), audit.Policy},
		{"kind not allowed", rules(func(p *policy.Policy) { p.Kinds = kind.SetOf(kind.Fairness) }), audit.Policy},
		{"release not allowed", rules(func(p *policy.Policy) { p.AllowPrivate = false }), audit.Policy},
		{"program not listed", rules(func(p *policy.Policy) { p.Review, p.Programs = policy.ReviewListed, []common.Hash{{1}} }), audit.Policy},
		{"review not possible", rules(func(p *policy.Policy) {
			p.Review, p.Reviewers, p.ReviewersNeeded = policy.ReviewReviewers, []common.Address{{1}}, 1
		}), audit.Policy},
		{"cohort too small", rules(func(p *policy.Policy) { p.MinCohort = 1000 }), audit.Policy},
		{"an unknown restriction", rules(func(p *policy.Policy) { p.Restrictions = []common.Hash{{1}} }), audit.Policy},
		{"pins that are not in the bundle", rules(func(p *policy.Policy) { p.Pins = common.Hash{1} }), audit.Policy},
		{"pins that are left out", func(j *recordtest.Job) { j.Docs.Pins = nil }, audit.Policy},
		{"pins that the policy does not name", rules(func(p *policy.Policy) { p.Pins = common.Hash{} }), audit.Policy},
		{"pins that the quote does not keep", func(j *recordtest.Job) {
			strict := pins.Image()
			strict.TDX.XFAM = strict.TDX.XFAM[1:]
			var err error
			if j.Docs.Pins, err = strict.Marshal(); err != nil {
				t.Fatal(err)
			}
			j.Docs.Policy.Pins = pins.HashOf(j.Docs.Pins)
		}, audit.Attestation},
		{"measurement not accepted", rules(func(p *policy.Policy) { p.Measurements = []common.Hash{{1}} }), audit.Policy},
		{"root not accepted", rules(func(p *policy.Policy) { p.TrustRoots = []common.Hash{{1}} }), audit.Policy},
		{"price not paid", rules(func(p *policy.Policy) { p.Price = amount.Amount{0: 1} }), audit.Policy},
		{"another policy in effect", dataset(layout.DatasetPolicyVersion, []byte{2}), audit.Policy},
		{"another policy came into effect", func(j *recordtest.Job) {
			dataset(layout.DatasetPendingVersion, []byte{2})(j)
			dataset(layout.DatasetPendingFrom, u64(uint64(prooftest.Genesis.Unix())))(j)
		}, audit.Policy},
		{"enclave not registered", worker(layout.WorkerOperator, nil), audit.Attestation},
		{"enclave revoked long before the charge", worker(layout.WorkerRevokedAt, []byte{1}), audit.Attestation},
		{"enclave revoked a second before the charge", worker(layout.WorkerRevokedAt, u64(genesis-1)),
			audit.Attestation},
		{"another operator", worker(layout.WorkerOperator, []byte{1}), audit.Attestation},
		{"another encryption key", worker(layout.WorkerRek, []byte{1}), audit.Attestation},
		{"another measurement registered", worker(layout.WorkerMeasurement, []byte{1}), audit.Attestation},
		{"another platform registered", worker(layout.WorkerPlatform, []byte{byte(tee.SNP)}), audit.Attestation},
		{"another evidence", func(j *recordtest.Job) { j.Docs.Evidence[70] ^= 1 }, audit.Attestation}, // In the nonce.
		{"other collateral", func(j *recordtest.Job) {
			newer, err := j.TEE.Collateral(prooftest.Genesis, 2)
			if err != nil {
				t.Fatal(err)
			}
			j.Docs.Collateral = newer
			s, _, _, _, _ := slots(j)
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
		{"charged when the collateral had expired", market(layout.JobJudgedAt, u64(uint64(prooftest.Genesis.Unix()+40*24*3600))), audit.Attestation},
		{"charged before the collateral was issued", market(layout.JobJudgedAt, u64(uint64(prooftest.Genesis.Unix()-2*3600))), audit.Attestation},
		{"dataset stopped", dataset(layout.DatasetStopped, []byte{1}), audit.Dataset},
		{"version retired", registered(layout.VersionRetiredSlot, 2, []byte{1}), audit.Dataset},
		{"version not the newest", dataset(layout.DatasetVersion, []byte{3}), audit.Dataset},
		{"version not added yet", dataset(layout.DatasetVersion, []byte{1}), audit.Dataset},
		{"version put on record after the consent round",
			later(layout.VersionHashSlot, 2,
				func(j *recordtest.Job) common.Hash { return j.Docs.Version.Hash() }), audit.Dataset},
		{"another version on record", registered(layout.VersionHashSlot, 2, []byte{1}), audit.Dataset},
		{"a schema that the policy does not promise", rules(func(p *policy.Policy) { p.Schema[0] ^= 1 }), audit.Policy},
		{"a datasheet that the policy does not promise", rules(func(p *policy.Policy) { p.Datasheet[0] ^= 1 }),
			audit.Policy},
		{"policy put on record after the consent round",
			later(layout.PolicyHashSlot, 1,
				func(j *recordtest.Job) common.Hash { return j.Docs.Policy.Hash() }), audit.Policy},
		{"claimed when it was not approved any more", market(layout.JobApprovedUntil, u64(uint64(genesis-1))),
			audit.Policy},
		{"never approved", market(layout.JobApprovedUntil, nil), audit.Policy},
		{"claimed after its deadline", func(j *recordtest.Job) {
			j.Docs.Spec.Deadline = genesis - 1
			market(layout.JobApprovedUntil, u64(genesis+1<<20))(j)
		}, audit.Policy},
		{"key released long after the claim", market(layout.JobClaimedAt, u64(genesis-3600)), audit.Policy},
		{"key released before the claim", market(layout.JobClaimedAt, u64(genesis+3600)), audit.Policy},
		{"charged long after the key release", market(layout.JobChargedAt, u64(genesis+3600)), audit.Policy},
		{"charged before the key release", market(layout.JobChargedAt, u64(genesis-3600)), audit.Policy},
		{"claimed by another operator", market(layout.JobOperator, []byte{1}), audit.Attestation},
		{"enclave refused by the broker", func(j *recordtest.Job) {
			at := layout.BarredSlot(layout.Word(j.Docs.Spec.ID(j.Root.Domain(j.Root.Contracts.Market.Address))),
				layout.Address(j.Keys.Address()))
			j.SetFinal(j.Root.Contracts.Market.Address, at, 8, bytes.Repeat([]byte{0xff}, 8))
		}, audit.Attestation},
		{"registration expired before the charge", worker(layout.WorkerExpiry, u64(genesis-1)), audit.Attestation},
		{"in another claim at the consent round", atConsent(layout.JobClaimRound, []byte{2}, []byte{3}), audit.Consent},
		{"claimed after the consent round", atConsent(layout.JobClaimRound, []byte{9}, []byte{9}), audit.Consent},
		{"another consent round fixed by the claim", atConsent(layout.JobConsentRound, []byte{2}, []byte{3}),
			audit.Consent},
		{"a study whose gates fix no round", func(j *recordtest.Job) {
			j.Docs.Spec.Study = common.Hash{1}
			j.Docs.Policy.Gates = []policy.Gate{{Contract: common.Address{1}, Moments: policy.AtClaim,
				Powers: policy.MayNameBroker}}
			atConsent(layout.JobState, []byte{byte(job.Approved)}, []byte{byte(job.Done)})(j)
		}, audit.Consent},
		{"budget of a study that it is not of", market(layout.JobShared, []byte{1}), audit.Budget},
		{"budget of a study without a gate", func(j *recordtest.Job) {
			j.Docs.Spec.Study = common.Hash{1}
			market(layout.JobShared, []byte{1})(j)
		}, audit.Budget},
		{"old grants do not count", dataset(layout.DatasetMinGrantVersion, []byte{2}), audit.Consent},
		{"job not claimed at the consent round", func(j *recordtest.Job) {
			s, _, _, _, _ := slots(j)
			j.SetConsent(j.Root.Contracts.Market.Address, s, layout.JobState, []byte{byte(job.Approved)})
		}, audit.Consent},
		{"budget open, not settled", spent(layout.AmountStage, []byte{1}), audit.Budget},
		{"budget of another researcher", spent(layout.AmountResearcher, []byte{1}), audit.Budget},
		{"less budget spent", spent(layout.AmountRho, []byte{1}), audit.Budget},
		{"more delta spent", spent(layout.AmountDelta, []byte{1}), audit.Budget},
		{"over the limit", rules(func(p *policy.Policy) { p.RhoLimit = 119_999 }), audit.Budget},
		{"over the limit of delta", func(j *recordtest.Job) {
			market(layout.JobDeltaTotal, []byte{1})(j)
			j.Docs.Policy.DeltaLimit = 0
		}, audit.Budget},
		{"less used than the job cost", market(layout.JobRhoTotal, []byte{1}), audit.Budget},
		{"over the researcher's limit", rules(func(p *policy.Policy) { p.RhoPerResearcher = 19_999 }), audit.Budget},
		{"nothing used by the researcher", func(j *recordtest.Job) {
			s := layout.BudgetUsedSlot(layout.Word(j.Docs.Spec.Dataset), layout.Address(j.Docs.Spec.Researcher))
			j.SetFinal(j.Root.Contracts.Budget.Address, s, layout.BudgetRhoOpen, nil)
		}, audit.Budget},
		{"nothing settled", ledger(layout.BudgetRhoSettled, nil), audit.Budget},
		{"recipient not allowed", func(j *recordtest.Job) {
			j.Docs.Policy.Conditions, j.Docs.Spec.Recipient = condition.Nonprofit, condition.Company
		}, audit.Policy},
		{"a market that may not spend", rules(func(p *policy.Policy) { p.Spenders = []common.Address{{1}} }),
			audit.Policy},
	} {
		t.Run(tc.name, func(t *testing.T) {
			j := recordtest.New(t, recordtest.Options{Subjects: 20, Change: tc.change})
			r := audit.Verify(j.Bundle(t), j.Root, audit.Options{})
			if r.Passed || r.Failed()[0] != tc.want {
				t.Fatalf("want %q\n%s", tc.want, words(r))
			}
		})
	}
}

// Limits that are met exactly pass.
func TestVerify_edges(t *testing.T) {
	for name, change := range map[string]func(j *recordtest.Job){
		"cohort":              func(j *recordtest.Job) { j.Docs.Policy.MinCohort = 16 },
		"budget":              func(j *recordtest.Job) { j.Docs.Policy.RhoLimit = 120_000 },
		"researcher's budget": func(j *recordtest.Job) { j.Docs.Policy.RhoPerResearcher = budget.Rho(j.Docs.Spec.Rho) },
		"consent age":         func(j *recordtest.Job) { j.Docs.Policy.MaxConsentAge = 1 },
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
