package dcap

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/quote"
)

// judgement is what collateral says of a platform, its quoting enclave and its TDX module together.
type judgement struct {
	status     tee.TCBStatus
	date       time.Time
	advisories []string
}

// judge finds the TCB level of a platform (Intel SGX PCS API, "Get TCB Info", and "Get TD Quoting Enclave Identity"),
// and narrows it by the states of the quoting enclave and of the TDX module. td is nil for SGX quotes.
func judge(p *PCK, qe *quote.SGXReport, td *quote.TDReport, v *collateral.Verified) (*judgement, error) {
	t, q := v.TCBInfo, v.QEIdentity
	wantTCB, wantQE := collateral.IDSGX, collateral.IDQE
	if td != nil {
		wantTCB, wantQE = collateral.IDTDX, collateral.IDTDQE
	}
	switch {
	case t.ID != wantTCB:
		return nil, fmt.Errorf("the TCB info is for %s, the quote wants %s", t.ID, wantTCB)
	case q.ID != wantQE:
		return nil, fmt.Errorf("the QE identity is for %s, the quote wants %s", q.ID, wantQE)
	case t.FMSPC != p.FMSPC:
		return nil, fmt.Errorf("the TCB info is for FMSPC %x, the platform has %x", t.FMSPC, p.FMSPC)
	case t.PCEID != p.PCEID:
		return nil, fmt.Errorf("the TCB info is for PCEID %x, the platform has %x", t.PCEID, p.PCEID)
	}
	qeLevel, err := matchQE(qe, q)
	if err != nil {
		return nil, err
	}
	level := matchPlatform(p, td, t)
	j := &judgement{status: level.Status, date: level.Date}
	j.add(level.Advisories)
	if td != nil {
		module, err := matchModule(td, t)
		if err != nil {
			return nil, err
		}
		if module != nil {
			j.narrow(module)
		}
	}
	j.narrow(qeLevel)
	slices.Sort(j.advisories)
	return j, nil
}

// narrow takes the state of an enclave or module into account, as Intel's Quote Verification Library does.
func (j *judgement) narrow(l *collateral.EnclaveLevel) {
	j.add(l.Advisories)
	if l.Date.Before(j.date) {
		j.date = l.Date
	}
	switch {
	case l.Status == tee.Revoked || j.status == tee.Revoked:
		j.status = tee.Revoked
	case l.Status == tee.BelowLevels || j.status == tee.BelowLevels:
		j.status = tee.BelowLevels
	case l.Status == tee.UpToDate || j.status == tee.OutOfDate || j.status == tee.OutOfDateConfigurationNeeded:
	case j.status == tee.ConfigurationNeeded || j.status == tee.ConfigurationAndSWHardeningNeeded:
		j.status = tee.OutOfDateConfigurationNeeded
	default: // an enclave has no state between the two: whatever is not up to date is out of date
		j.status = tee.OutOfDate
	}
}

func (j *judgement) add(advisories []string) {
	for _, a := range advisories {
		if !slices.Contains(j.advisories, a) {
			j.advisories = append(j.advisories, a)
		}
	}
}

// matchQE checks that a report is that of the quoting enclave and returns its level.
func matchQE(r *quote.SGXReport, q *collateral.QEIdentity) (*collateral.EnclaveLevel, error) {
	switch {
	case r.MRSIGNER != q.MRSIGNER:
		return nil, fmt.Errorf("the QE is signed by %x, want %x", r.MRSIGNER, q.MRSIGNER)
	case r.ISVProdID != q.ISVProdID:
		return nil, fmt.Errorf("the QE has product ID %d, want %d", r.ISVProdID, q.ISVProdID)
	case !masked(r.MiscSelect[:], q.MiscSelectMask[:], q.MiscSelect[:]):
		return nil, fmt.Errorf("the QE has MISCSELECT %x, want %x under mask %x", r.MiscSelect, q.MiscSelect,
			q.MiscSelectMask)
	case !masked(r.Attributes[:], q.AttributesMask[:], q.Attributes[:]):
		return nil, fmt.Errorf("the QE has attributes %x, want %x under mask %x", r.Attributes, q.Attributes,
			q.AttributesMask)
	}
	return enclaveLevel(q.Levels, r.ISVSVN), nil
}

// matchPlatform returns the first level that the platform reaches in every component; one of status BelowLevels, which
// has no date, when it reaches none.
func matchPlatform(p *PCK, td *quote.TDReport, t *collateral.TCBInfo) *collateral.Level {
	for i := range t.Levels {
		l := &t.Levels[i]
		if p.PCESVN < l.PCESVN || !reaches(p.SVN[:], l.SGX[:]) {
			continue
		}
		if td != nil {
			from := 0
			if td.TEETCBSVN[1] > 0 { // the module is judged by its own levels
				from = 2
			}
			if !reaches(td.TEETCBSVN[from:], l.TDX[from:]) {
				continue
			}
		}
		return l
	}
	return &collateral.Level{Status: tee.BelowLevels}
}

// matchModule checks signer and attributes of the TDX module. It returns the level of a module of version 1 or later,
// and nil for version 0, which the platform's levels judge.
func matchModule(td *quote.TDReport, t *collateral.TCBInfo) (*collateral.EnclaveLevel, error) {
	version, svn := td.TEETCBSVN[1], td.TEETCBSVN[0]
	if version == 0 {
		if t.Module == nil {
			return nil, errors.New("the TCB info says nothing of TDX modules")
		}
		return nil, checkModule(td, t.Module)
	}
	id := fmt.Sprintf("TDX_%02X", version)
	for i := range t.Modules {
		m := &t.Modules[i]
		if !strings.EqualFold(m.ID, id) { // whichever case the hex is in
			continue
		}
		if err := checkModule(td, &m.Module); err != nil {
			return nil, err
		}
		return enclaveLevel(m.Levels, uint16(svn)), nil
	}
	return nil, fmt.Errorf("TDX module %s is not known to the TCB info", id)
}

func checkModule(td *quote.TDReport, m *collateral.Module) error {
	if td.MRSIGNERSEAM != m.MRSIGNER {
		return fmt.Errorf("the TDX module is signed by %x, want %x", td.MRSIGNERSEAM, m.MRSIGNER)
	}
	if !masked(td.SEAMAttributes[:], m.AttributesMask[:], m.Attributes[:]) {
		return fmt.Errorf("the TDX module has attributes %x, want %x under mask %x", td.SEAMAttributes, m.Attributes,
			m.AttributesMask)
	}
	return nil
}

// enclaveLevel returns the first level that a security version reaches; one of status BelowLevels when it reaches none.
func enclaveLevel(levels []collateral.EnclaveLevel, svn uint16) *collateral.EnclaveLevel {
	for i := range levels {
		if svn >= levels[i].ISVSVN {
			return &levels[i]
		}
	}
	return &collateral.EnclaveLevel{Status: tee.BelowLevels}
}

func reaches(have, want []uint8) bool {
	for i := range want {
		if have[i] < want[i] {
			return false
		}
	}
	return true
}

func masked(value, mask, want []byte) bool {
	for i := range value {
		if value[i]&mask[i] != want[i] {
			return false
		}
	}
	return true
}
