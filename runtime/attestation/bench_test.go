package attestation_test

import (
	"crypto/x509"
	"math/big"
	"testing"
	"time"

	"github.com/assent-network/assent/runtime/attestation"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/insecure"
	"github.com/assent-network/assent/tee/vectortest"
)

// BenchmarkRun measures what inputs take, good ones and those that are made to be slow, beside what they cost: gas/us
// is how much gas pays for a microsecond. The least of them must not be below what the virtual machine earns with the
// slowest of Ethereum's own precompiled contracts; see BenchmarkEcrecover in runtime/evm.
func BenchmarkRun(b *testing.B) {
	m := newMachine(b, 1)
	roots := tee.Roots{m.root.Certificate()}
	e, coll := evidence(b, tee.TDX, m.quote(b)), m.collateral(b, insecure.Terms{Now: now, Number: 1})
	run := func(name string, roots tee.Roots, input []byte) {
		b.Run(name, func(b *testing.B) {
			c := attestation.New(roots)
			for b.Loop() {
				_, _ = c.Run(input)
			}
			b.ReportMetric(float64(c.RequiredGas(input)), "gas")
			b.ReportMetric(float64(c.RequiredGas(input))*float64(b.N)*1000/float64(b.Elapsed().Nanoseconds()), "gas/us")
		})
	}
	run("verify", roots, verify(e, coll, now))
	run("inspect", roots, inspect(coll, now))
	run("locate", roots, locate(e))
	run("nothing", roots, nil)

	many := m.collateral(b, insecure.Terms{Now: now, Number: 1, Revoked: serials(3000)})
	run("verify/long list", roots, verify(e, many, now))
	run("inspect/long list", roots, inspect(many, now))
	// Without a key of the root: what is read before a signature is found wrong.
	forged, err := collateral.ParseIntel(many)
	if err != nil {
		b.Fatal(err)
	}
	forged.RootCRL = forged.PCKCRL
	bad, err := forged.Marshal()
	if err != nil {
		b.Fatal(err)
	}
	run("inspect/forged list", roots, inspect(bad, now))
	run("inspect/forged list, many roots", manyRoots(b), inspect(bad, now))

	b.Run("real", func(b *testing.B) {
		intel, q := vectortest.IntelRoot(b), vectortest.Quotes()[0]
		run := func(name string, roots tee.Roots, input []byte) {
			b.Run(name, func(b *testing.B) {
				c := attestation.New(roots)
				for b.Loop() {
					if _, err := c.Run(input); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(c.RequiredGas(input)), "gas")
				b.ReportMetric(float64(c.RequiredGas(input))*float64(b.N)*1000/float64(b.Elapsed().Nanoseconds()),
					"gas/us")
			})
		}
		run("verify TDX", intel, verify(evidence(b, tee.TDX, vectortest.Read(b, q.File)), q.Marshal(b), q.Now))
		run("inspect TDX", intel, inspect(q.Marshal(b), q.Now))
		report, coll, amd := milan(b)
		at := time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
		run("verify SNP", amd, verify(evidence(b, tee.SNP, report), coll, at))
		run("inspect SNP", amd, inspect(coll, at))
		run("locate SNP", amd, locate(evidence(b, tee.SNP, report)))
	})
}

func serials(n int) []*big.Int {
	s := make([]*big.Int, n)
	for i := range s {
		s[i] = new(big.Int).Lsh(big.NewInt(int64(i+1)), 120)
	}
	return s
}

func manyRoots(b *testing.B) tee.Roots {
	b.Helper()
	roots := tee.Roots{}
	for i := range 16 {
		roots = append(roots, []*x509.Certificate{newMachine(b, byte(i+1)).root.Certificate()}...)
	}
	return roots
}
