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
		Limit budget.Rho   `json:"limit,string"`
		Delta budget.Delta `json:"delta,string"`
		Words string
	}
	StudyKey struct {
		Study   common.Hash
		Round   uint32
		Dataset common.Hash
		Key     common.Hash
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
		Limit budget.Cost
		Steps []struct {
			Op                         string
			Key, Holder                common.Hash
			Cost, Limit, Open, Settled budget.Cost
			OK                         bool
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
		if c.Class.Limit() != c.Limit || c.Class.DeltaLimit() != c.Delta || c.Class.Words() != c.Words {
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
	if k := f.StudyKey; budget.StudyKey(k.Study, k.Round, k.Dataset) != k.Key {
		t.Error("a study's key differs")
	}
	a := budget.NewAccount(f.Account.Limit)
	spender := common.Address{1}
	for i, s := range f.Account.Steps {
		var err error
		switch s.Op {
		case "spend":
			err = a.Spend(spender, s.Key, s.Holder, s.Cost)
		case "settle":
			err = a.Settle(spender, s.Key, s.Holder)
		case "giveBack":
			_, err = a.GiveBack(spender, s.Key, s.Holder)
		case "limit":
			a.SetLimit(s.Cost)
		default:
			t.Fatalf("step %d: %s", i, s.Op)
		}
		if (err == nil) != s.OK || a.Limit() != s.Limit || a.Open() != s.Open || a.Settled() != s.Settled {
			t.Errorf("step %d %s: %v, limit %v open %v settled %v", i, s.Op, err, a.Limit(), a.Open(), a.Settled())
		}
	}
	t.Logf("%d conversions and %d steps run", len(f.ToEpsilon)+len(f.FromPure), len(f.Account.Steps))
}

// TestToEpsilonIsConservative compares with floating point: never below the formula, and above by less than two
// millionths.
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
	for c, e := range map[budget.Class]budget.Epsilon{1: 500_000, 2: 1_000_000, 3: 2_000_000, 4: 4_000_000,
		5: 8_000_000} {
		if want, err := budget.FromEpsilon(e, budget.DeltaExponent); err != nil || c.Limit() != want {
			t.Errorf("class %d: limit %d, want %d, %v", c, c.Limit(), want, err)
		}
		at := budget.Cost{Rho: c.Limit(), Delta: c.DeltaLimit()}
		if !c.Allows(at) || c.Allows(budget.Cost{Rho: at.Rho + 1}) || c.Allows(budget.Cost{Delta: at.Delta +
			1}) || !c.Allows(budget.Cost{}) {
			t.Errorf("class %d: edges", c)
		}
		if c.DeltaLimit() != budget.ClassDelta || budget.ClassDelta.String() != "0.000001000000000" {
			t.Errorf("class %d: delta %s", c, c.DeltaLimit())
		}
	}
	most := budget.Cost{Rho: budget.Unlimited, Delta: budget.UnlimitedDelta}
	if budget.NoPrivateUse.Allows(budget.Cost{}) || !budget.UnlimitedClass.Allows(most) ||
		budget.Class(budget.Classes).Allows(budget.Cost{}) {
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
		a := budget.NewAccount(drawCost(t, 1000))
		b := books{}
		t.Repeat(map[string]func(*rapid.T){
			"spend":     func(t *rapid.T) { b.spend(t, a) },
			"give back": func(t *rapid.T) { b.giveBack(t, a) },
			"settle":    func(t *rapid.T) { b.settle(t, a) },
			"limit":     func(t *rapid.T) { a.SetLimit(drawCost(t, 1000)) },
			"":          func(t *rapid.T) { b.agree(t, a) },
		})
	})
}

// page is what the books know of an amount.
type page struct {
	cost     budget.Cost
	settled  bool
	returns  int
	open     map[common.Hash]bool // holders that have not settled
	final    map[common.Hash]bool // holders that have
	occupied bool
}

type pageKey struct {
	spender common.Address
	key     common.Hash
}

type books map[pageKey]*page

func (b books) draw(t *rapid.T) (pageKey, common.Hash, *page) {
	k := pageKey{common.Address{rapid.ByteRange(1, 2).Draw(t, "spender")},
		common.Hash{rapid.ByteRange(1, 3).Draw(t, "key")}}
	if b[k] == nil {
		b[k] = &page{open: map[common.Hash]bool{}, final: map[common.Hash]bool{}}
	}
	return k, common.Hash{rapid.ByteRange(1, 3).Draw(t, "holder")}, b[k]
}

func (b books) total() (open, settled budget.Cost) {
	for _, p := range b {
		switch {
		case p.occupied && p.settled:
			settled.Rho, settled.Delta = settled.Rho+p.cost.Rho, settled.Delta+p.cost.Delta
		case p.occupied:
			open.Rho, open.Delta = open.Rho+p.cost.Rho, open.Delta+p.cost.Delta
		}
	}
	return open, settled
}

func (b books) spend(t *rapid.T, a *budget.Account) {
	k, holder, p := b.draw(t)
	cost := drawCost(t, 400)
	if p.occupied && rapid.Bool().Draw(t, "same") {
		cost = p.cost
	}
	open, settled := b.total()
	// Nothing fits below any limit, even one that was lowered.
	fits := (cost.Rho == 0 || open.Rho+settled.Rho+cost.Rho <= a.Limit().Rho) &&
		(cost.Delta == 0 || open.Delta+settled.Delta+cost.Delta <= a.Limit().Delta)
	err := a.Spend(k.spender, k.key, holder, cost)
	want := fits
	if p.occupied {
		want = cost == p.cost
	}
	var over *budget.OverBudgetError
	if (err == nil) != want || !p.occupied && !fits != errors.As(err, &over) {
		t.Fatalf("occupied %v, fits %v: %v", p.occupied, fits, err)
	}
	if err != nil {
		return
	}
	p.occupied, p.cost = true, cost
	if !p.final[holder] {
		p.open[holder] = true
	}
}

func (b books) giveBack(t *rapid.T, a *budget.Account) {
	k, holder, p := b.draw(t)
	last := len(p.open)+len(p.final) == 1 && !p.settled
	returned, err := a.GiveBack(k.spender, k.key, holder)
	if want := p.open[holder] && !(last && p.returns == budget.MaxReturns); (err == nil) != want || returned && !last {
		t.Fatalf("last %v, %d returns: %v, %v", last, p.returns, returned, err)
	}
	if err != nil {
		return
	}
	delete(p.open, holder)
	if last {
		p.occupied, p.returns = false, p.returns+1
	}
	if returned != last {
		t.Fatalf("last %v, returned %v", last, returned)
	}
}

func (b books) settle(t *rapid.T, a *budget.Account) {
	k, holder, p := b.draw(t)
	err := a.Settle(k.spender, k.key, holder)
	if (err == nil) != (p.open[holder] || p.final[holder]) {
		t.Fatalf("held %v: %v", p.open[holder], err)
	}
	if err == nil {
		delete(p.open, holder)
		p.final[holder], p.settled = true, true
	}
}

func (b books) agree(t *rapid.T, a *budget.Account) {
	if open, settled := b.total(); a.Open() != open || a.Settled() != settled {
		t.Fatalf("open %v settled %v, the books have %v and %v", a.Open(), a.Settled(), open, settled)
	}
}

func drawCost(t *rapid.T, most uint64) budget.Cost {
	return budget.Cost{
		Rho:   budget.Rho(rapid.Uint64Range(0, most).Draw(t, "rho")),
		Delta: budget.Delta(rapid.Uint64Range(0, most).Draw(t, "delta")),
	}
}
