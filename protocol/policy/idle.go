package policy

import "math"

// Idle returns what makes a valid policy useless, or without effect for subjects, each as a sentence about it. Such a
// policy may be intended, such as one that allows nothing for now; mostly a field was forgotten.
func (p Policy) Idle() []string {
	var all []string
	say := func(yes bool, what string) {
		if yes {
			all = append(all, what)
		}
	}
	say(p.Purposes == 0, "no job can be posted: it allows no purpose (purposes)")
	say(p.Kinds == 0, "no job can be posted: it allows no kind (kinds)")
	say(!p.AllowPrivate && !p.AllowExact,
		"no job can be posted: it allows neither private nor exact releases (allowPrivate, allowExact)")
	say(len(p.Spenders) == 0, "no job can be posted: no contract may spend the budget (spenders)")
	say(len(p.Measurements) == 0, "no worker can run a job: it accepts no program (measurements)")
	say(len(p.TrustRoots) == 0, "no worker can run a job: it accepts no attestation (trustRoots)")
	say(p.AllowPrivate && p.RhoLimit == 0, "no private release fits into the budget (rhoLimit 0)")
	say(p.RhoLimit == math.MaxUint64, "the budget has no end, so it protects no one (rhoLimit)")
	say(p.MinCohort <= 1, "a job may be about one person (minCohort)")
	say(p.MinCohort == math.MaxUint32, "no job can be charged: its cohort is never reached (minCohort)")
	return all
}
