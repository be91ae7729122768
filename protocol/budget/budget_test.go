package budget_test

import (
	"errors"
	"math"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/internal/vectest"
)

type file struct {
	Classes []struct {
		Class budget.Class
		Limit budget.Rho `json:"limit,string"`
		Words string
	}
	ToEpsilon []struct {
		Rho           budget.Rho `json:"rho,string"`
		DeltaExponent int
		Epsilon       budget.Epsilon `json:"epsilon,string"`
	}
	FromPure []struct {
		Epsilon budget.Epsilon `json:"epsilon,string"`
		Rho     budget.Rho     `json:"rho,string"`
		Back    budget.Epsilon `json:"back,string"`
	}
	Account struct {
		Limit budget.Rho `json:"limit,string"`
		Steps []struct {
			Op       string
			Job      common.Hash
			Rho      budget.Rho `json:"rho,string"`
			OK       bool
			Limit    budget.Rho `json:"limit,string"`
			Reserved budget.Rho `json:"reserved,string"`
			Spent    budget.Rho `json:"spent,string"`
		}
	}
}

func TestVectors(t *testing.T) {
	var f file
	vectest.Load(t, "budget.json", &f)
	if len(f.Classes) != budget.Classes {
		t.Errorf("%d classes", len(f.Classes))
	}
	for _, c := range f.Classes {
		if c.Class.Limit() != c.Limit || c.Class.Words() != c.Words {
			t.Errorf("class %d", c.Class)
		}
	}
	for _, c := range f.ToEpsilon {
		if got, err := c.Rho.ToEpsilon(c.DeltaExponent); err != nil || got != c.Epsilon {
			t.Errorf("%s at 10^-%d: got %s, %v", c.Rho, c.DeltaExponent, got, err)
		}
	}
	for _, c := range f.FromPure {
		if got, err := budget.FromPure(c.Epsilon); err != nil || got != c.Rho || got.ToPure() != c.Back {
			t.Errorf("%s: got %s, %v", c.Epsilon, got, err)
		}
	}
	a := budget.NewAccount(f.Account.Limit)
	for i, s := range f.Account.Steps {
		var err error
		switch s.Op {
		case "reserve":
			err = a.Reserve(s.Job, s.Rho)
		case "spend":
			err = a.Spend(s.Job)
		case "giveBack":
			err = a.GiveBack(s.Job)
		case "limit":
			a.SetLimit(s.Rho)
		default:
			t.Fatalf("step %d: %s", i, s.Op)
		}
		if (err == nil) != s.OK || a.Limit() != s.Limit || a.Reserved() != s.Reserved || a.Spent() != s.Spent {
			t.Errorf("step %d %s: %v, limit %s reserved %s spent %s", i, s.Op, err, a.Limit(), a.Reserved(), a.Spent())
		}
	}
	t.Logf("%d conversions and %d steps run", len(f.ToEpsilon)+len(f.FromPure), len(f.Account.Steps))
}

// TestToEpsilonIsConservative compares with floating point: never below the formula,
// and above by less than two millionths.
func TestToEpsilonIsConservative(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rho := budget.Rho(rapid.Uint64Range(0, 1e12).Draw(t, "rho"))
		k := rapid.IntRange(1, budget.MaxDeltaExponent).Draw(t, "k")
		got, err := rho.ToEpsilon(k)
		if err != nil {
			t.Fatal(err)
		}
		r := float64(rho) / budget.Micro
		want := (r + 2*math.Sqrt(r*float64(k)*math.Ln10)) * budget.Micro
		slack := want * 1e-12
		if float64(got) < want-slack || float64(got) > want+2+slack {
			t.Fatalf("got %d, the formula gives %f", got, want)
		}
		back, err := budget.FromEpsilon(got, k)
		if err != nil || back < rho {
			t.Fatalf("back %d, %v", back, err)
		}
		if e, err := back.ToEpsilon(k); err != nil || e > got {
			t.Fatalf("rho %d for epsilon %d gives %d, %v", back, got, e, err)
		}
		if e, err := (back + 1).ToEpsilon(k); err != nil || e <= got {
			t.Fatalf("rho %d is not the largest for epsilon %d", back, got)
		}
	})
}

func TestPureIsConservative(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := budget.Epsilon(rapid.Uint64Range(0, 1e10).Draw(t, "epsilon"))
		rho, err := budget.FromPure(e)
		if err != nil {
			t.Fatal(err)
		}
		exact := float64(e) * float64(e) / 2 / budget.Micro
		if float64(rho) < exact*(1-1e-12) || float64(rho) > exact*(1+1e-12)+1 {
			t.Fatalf("rho %d, exact %f", rho, exact)
		}
		if back := rho.ToPure(); back < e {
			t.Fatalf("epsilon %d costs %d, which buys %d only", e, rho, back)
		}
		if again, err := budget.FromPure(rho.ToPure()); err != nil || again > rho {
			t.Fatalf("rho %d buys an epsilon that costs %d", rho, again)
		}
	})
}

func TestLimits(t *testing.T) {
	for _, k := range []int{-1, 0, budget.MaxDeltaExponent + 1} {
		if _, err := budget.Rho(1).ToEpsilon(k); err == nil {
			t.Errorf("exponent %d accepted", k)
		}
		if _, err := budget.FromEpsilon(1, k); err == nil {
			t.Errorf("exponent %d accepted", k)
		}
	}
	if _, err := budget.Unlimited.ToEpsilon(6); err == nil {
		t.Error("the largest rho has no epsilon that fits")
	}
	if _, err := budget.FromPure(math.MaxUint64); err == nil {
		t.Error("the largest epsilon has no rho that fits")
	}
	if _, err := budget.FromEpsilon(math.MaxUint64, 6); err != nil {
		t.Error(err)
	}
	if _, ok := budget.Unlimited.Add(1); ok {
		t.Error("overflow not seen")
	}
	if budget.Unlimited.String() != "unlimited" || budget.Rho(17_468).String() != "0.017468" {
		t.Error("text")
	}
}

// TestClasses derives the list: epsilons of 0.5, 1, 2, 4 and 8 at delta 10^-6.
func TestClasses(t *testing.T) {
	for c, e := range map[budget.Class]budget.Epsilon{1: 500_000, 2: 1_000_000, 3: 2_000_000, 4: 4_000_000, 5: 8_000_000} {
		if want, err := budget.FromEpsilon(e, budget.DeltaExponent); err != nil || c.Limit() != want {
			t.Errorf("class %d: limit %d, want %d, %v", c, c.Limit(), want, err)
		}
		if !c.Allows(c.Limit()) || c.Allows(c.Limit()+1) || !c.Allows(0) {
			t.Errorf("class %d: edges", c)
		}
	}
	if budget.NoPrivateUse.Allows(0) || !budget.UnlimitedClass.Allows(math.MaxUint64) || budget.Class(budget.Classes).Allows(0) {
		t.Error("edges of the list")
	}
	for c := range budget.Class(budget.Classes - 1) {
		if c.Limit() >= (c + 1).Limit() {
			t.Errorf("class %d is not below the next", c)
		}
	}
}

// TestAccount drives the account at random and keeps its books apart.
func TestAccount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limit := budget.Rho(rapid.Uint64Range(0, 1000).Draw(t, "limit"))
		a := budget.NewAccount(limit)
		type book struct {
			rho   budget.Rho
			state string
		}
		books := map[common.Hash]book{}
		t.Repeat(map[string]func(*rapid.T){
			"reserve": func(t *rapid.T) {
				job, rho := drawJob(t), budget.Rho(rapid.Uint64Range(0, 400).Draw(t, "rho"))
				fits := a.Spent()+a.Reserved()+rho <= a.Limit()
				err := a.Reserve(job, rho)
				free := books[job].state == ""
				var over *budget.OverBudgetError
				if (err == nil) != (fits && free) || free && !fits != errors.As(err, &over) {
					t.Fatalf("fits %v, free %v: %v", fits, free, err)
				}
				if err == nil {
					books[job] = book{rho, "reserved"}
				}
			},
			"spend": func(t *rapid.T) {
				job := drawJob(t)
				err := a.Spend(job)
				if (err == nil) != (books[job].state == "reserved") {
					t.Fatalf("%s: %v", books[job].state, err)
				}
				if err == nil {
					books[job] = book{books[job].rho, "spent"}
				}
			},
			"give back": func(t *rapid.T) {
				job := drawJob(t)
				err := a.GiveBack(job)
				if (err == nil) != (books[job].state == "reserved") {
					t.Fatalf("%s: %v", books[job].state, err)
				}
				if err == nil {
					delete(books, job)
				}
			},
			"limit": func(t *rapid.T) { a.SetLimit(budget.Rho(rapid.Uint64Range(0, 1000).Draw(t, "limit"))) },
			"": func(t *rapid.T) {
				var reserved, spent budget.Rho
				for _, b := range books {
					if b.state == "reserved" {
						reserved += b.rho
					} else {
						spent += b.rho
					}
				}
				if a.Reserved() != reserved || a.Spent() != spent {
					t.Fatalf("reserved %d spent %d, the books have %d and %d", a.Reserved(), a.Spent(), reserved, spent)
				}
			},
		})
	})
}

func drawJob(t *rapid.T) common.Hash { return common.Hash{rapid.ByteRange(1, 5).Draw(t, "job")} }
