package collateral

import (
	"fmt"
	"strings"
	"time"

	"github.com/assent-network/assent/tee"
)

// Components is the number of TCB components of each kind.
const Components = 16

// IDs of TCB infos and QE identities.
const (
	IDSGX  = "SGX"   // TCB info
	IDTDX  = "TDX"   // TCB info
	IDQE   = "QE"    // QE identity for SGX quotes
	IDTDQE = "TD_QE" // QE identity for TDX quotes
)

// TCBInfo is Intel's TCB info, version 3: what each state of the firmware of one family of platforms is worth.
type TCBInfo struct {
	ID         string // IDSGX or IDTDX
	IssueDate  time.Time
	NextUpdate time.Time
	FMSPC      [6]byte
	PCEID      [2]byte
	Evaluation uint32         // TCB evaluation data number
	Module     *Module        // TDX: what is wanted of modules of version 0
	Modules    []ModuleLevels // TDX: later modules
	Levels     []Level        // best first
}

// Module is what is wanted of a TDX module's signer and attributes.
type Module struct {
	MRSIGNER       [48]byte
	Attributes     [8]byte
	AttributesMask [8]byte
}

// ModuleLevels is a version of the TDX module with its levels.
type ModuleLevels struct {
	Module
	ID     string // "TDX_" and the version in two hex digits
	Levels []EnclaveLevel
}

// Level is one state of a platform's firmware.
type Level struct {
	SGX        [Components]uint8
	TDX        [Components]uint8
	PCESVN     uint16
	Date       time.Time
	Status     tee.TCBStatus
	Advisories []string
}

// EnclaveLevel is one state of an enclave or of the TDX module.
type EnclaveLevel struct {
	ISVSVN     uint16
	Date       time.Time
	Status     tee.TCBStatus
	Advisories []string
}

// QEIdentity is Intel's identity of a quoting enclave, version 2.
type QEIdentity struct {
	ID             string // IDQE or IDTDQE
	IssueDate      time.Time
	NextUpdate     time.Time
	Evaluation     uint32
	MiscSelect     [4]byte
	MiscSelectMask [4]byte
	Attributes     [16]byte
	AttributesMask [16]byte
	MRSIGNER       [32]byte
	ISVProdID      uint16
	Levels         []EnclaveLevel // best first
}

type jsonComponent struct {
	SVN *uint8 `json:"svn"`
}

type jsonModule struct {
	MRSIGNER       hexBytes `json:"mrsigner"`
	Attributes     hexBytes `json:"attributes"`
	AttributesMask hexBytes `json:"attributesMask"`
}

type jsonEnclaveLevel struct {
	TCB struct {
		ISVSVN *uint16 `json:"isvsvn"`
	} `json:"tcb"`
	Date       *date    `json:"tcbDate"`
	Status     *status  `json:"tcbStatus"`
	Advisories []string `json:"advisoryIDs"`
}

type jsonHead struct {
	ID         string  `json:"id"`
	Version    *int    `json:"version"`
	IssueDate  *date   `json:"issueDate"`
	NextUpdate *date   `json:"nextUpdate"`
	Evaluation *uint32 `json:"tcbEvaluationDataNumber"`
}

type jsonTCBInfo struct {
	jsonHead
	FMSPC   hexBytes    `json:"fmspc"`
	PCEID   hexBytes    `json:"pceId"`
	Type    *int        `json:"tcbType"`
	Module  *jsonModule `json:"tdxModule"`
	Modules []struct {
		ID string `json:"id"`
		jsonModule
		Levels []jsonEnclaveLevel `json:"tcbLevels"`
	} `json:"tdxModuleIdentities"`
	Levels []struct {
		TCB struct {
			SGX    []jsonComponent `json:"sgxtcbcomponents"`
			TDX    []jsonComponent `json:"tdxtcbcomponents"`
			PCESVN *uint16         `json:"pcesvn"`
		} `json:"tcb"`
		Date       *date    `json:"tcbDate"`
		Status     *status  `json:"tcbStatus"`
		Advisories []string `json:"advisoryIDs"`
	} `json:"tcbLevels"`
}

type jsonQEIdentity struct {
	jsonHead
	MiscSelect     hexBytes           `json:"miscselect"`
	MiscSelectMask hexBytes           `json:"miscselectMask"`
	Attributes     hexBytes           `json:"attributes"`
	AttributesMask hexBytes           `json:"attributesMask"`
	MRSIGNER       hexBytes           `json:"mrsigner"`
	ISVProdID      *uint16            `json:"isvprodid"`
	Levels         []jsonEnclaveLevel `json:"tcbLevels"`
}

// Versions of the formats that are read.
const (
	tcbInfoVersion    = 3
	qeIdentityVersion = 2
)

// ParseTCBInfo reads the body of a TCB info: the bytes that are signed. It checks no signature.
func ParseTCBInfo(body []byte) (*TCBInfo, error) {
	t, err := parseTCBInfo(body)
	if err != nil {
		return nil, fmt.Errorf("%w: TCB info: %w", ErrMalformed, err)
	}
	return t, nil
}

func parseTCBInfo(body []byte) (*TCBInfo, error) {
	var j jsonTCBInfo
	if err := decode(body, &j); err != nil {
		return nil, err
	}
	t := &TCBInfo{ID: j.ID}
	if j.ID != IDSGX && j.ID != IDTDX {
		return nil, fmt.Errorf("id %q is not known", j.ID)
	}
	var err error
	if t.IssueDate, t.NextUpdate, t.Evaluation, err = j.head(tcbInfoVersion); err != nil {
		return nil, err
	}
	if kind, err := need(j.Type, "tcbType"); err != nil || kind != 0 {
		return nil, fmt.Errorf("tcbType is %d, only 0 is known", kind)
	}
	if err := j.FMSPC.into(t.FMSPC[:], "fmspc"); err != nil {
		return nil, err
	}
	if err := j.PCEID.into(t.PCEID[:], "pceId"); err != nil {
		return nil, err
	}
	if j.Module != nil {
		m, err := j.Module.module()
		if err != nil {
			return nil, fmt.Errorf("tdxModule: %w", err)
		}
		t.Module = &m
	}
	if j.ID == IDTDX && j.Module == nil {
		return nil, fmt.Errorf("tdxModule is missing")
	}
	seen := map[string]bool{}
	for _, jm := range j.Modules {
		m := ModuleLevels{ID: jm.ID}
		if seen[strings.ToUpper(jm.ID)] {
			return nil, fmt.Errorf("TDX module %q is given twice", jm.ID)
		}
		seen[strings.ToUpper(jm.ID)] = true
		if m.Module, err = jm.module(); err != nil {
			return nil, fmt.Errorf("TDX module %q: %w", jm.ID, err)
		}
		if m.Levels, err = enclaveLevels(jm.Levels); err != nil {
			return nil, fmt.Errorf("TDX module %q: %w", jm.ID, err)
		}
		t.Modules = append(t.Modules, m)
	}
	if len(j.Levels) == 0 {
		return nil, fmt.Errorf("no TCB levels")
	}
	for i, jl := range j.Levels {
		l := Level{Advisories: jl.Advisories}
		if err := components(&l.SGX, jl.TCB.SGX); err != nil {
			return nil, fmt.Errorf("TCB level %d: SGX %w", i, err)
		}
		if j.ID == IDTDX {
			if err := components(&l.TDX, jl.TCB.TDX); err != nil {
				return nil, fmt.Errorf("TCB level %d: TDX %w", i, err)
			}
		}
		if l.PCESVN, err = need(jl.TCB.PCESVN, "pcesvn"); err != nil {
			return nil, fmt.Errorf("TCB level %d: %w", i, err)
		}
		if l.Date, l.Status, err = judged(jl.Date, jl.Status); err != nil {
			return nil, fmt.Errorf("TCB level %d: %w", i, err)
		}
		t.Levels = append(t.Levels, l)
	}
	return t, nil
}

// ParseQEIdentity reads the body of a QE identity: the bytes that are signed. It checks no signature.
func ParseQEIdentity(body []byte) (*QEIdentity, error) {
	q, err := parseQEIdentity(body)
	if err != nil {
		return nil, fmt.Errorf("%w: QE identity: %w", ErrMalformed, err)
	}
	return q, nil
}

func parseQEIdentity(body []byte) (*QEIdentity, error) {
	var j jsonQEIdentity
	if err := decode(body, &j); err != nil {
		return nil, err
	}
	q := &QEIdentity{ID: j.ID}
	if j.ID != IDQE && j.ID != IDTDQE {
		return nil, fmt.Errorf("id %q is not known", j.ID)
	}
	var err error
	if q.IssueDate, q.NextUpdate, q.Evaluation, err = j.head(qeIdentityVersion); err != nil {
		return nil, err
	}
	for _, f := range []struct {
		from hexBytes
		to   []byte
		name string
	}{
		{j.MiscSelect, q.MiscSelect[:], "miscselect"}, {j.MiscSelectMask, q.MiscSelectMask[:], "miscselectMask"},
		{j.Attributes, q.Attributes[:], "attributes"}, {j.AttributesMask, q.AttributesMask[:], "attributesMask"},
		{j.MRSIGNER, q.MRSIGNER[:], "mrsigner"},
	} {
		if err := f.from.into(f.to, f.name); err != nil {
			return nil, err
		}
	}
	if q.ISVProdID, err = need(j.ISVProdID, "isvprodid"); err != nil {
		return nil, err
	}
	q.Levels, err = enclaveLevels(j.Levels)
	return q, err
}

func (j *jsonHead) head(version int) (issued, next time.Time, evaluation uint32, err error) {
	if v, err := need(j.Version, "version"); err != nil || v != version {
		return issued, next, 0, fmt.Errorf("version is %d, only %d is read", v, version)
	}
	if j.IssueDate == nil || j.NextUpdate == nil || j.NextUpdate.Before(j.IssueDate.Time) {
		return issued, next, 0, fmt.Errorf("issueDate or nextUpdate is missing, or they are in the wrong order")
	}
	if evaluation, err = need(j.Evaluation, "tcbEvaluationDataNumber"); err != nil {
		return issued, next, 0, err
	}
	return j.IssueDate.Time, j.NextUpdate.Time, evaluation, nil
}

func (j *jsonModule) module() (m Module, err error) {
	if err = j.MRSIGNER.into(m.MRSIGNER[:], "mrsigner"); err != nil {
		return m, err
	}
	if err = j.Attributes.into(m.Attributes[:], "attributes"); err != nil {
		return m, err
	}
	return m, j.AttributesMask.into(m.AttributesMask[:], "attributesMask")
}

func components(to *[Components]uint8, from []jsonComponent) error {
	if len(from) != Components {
		return fmt.Errorf("components: %d, want %d", len(from), Components)
	}
	for i, c := range from {
		svn, err := need(c.SVN, "svn")
		if err != nil {
			return fmt.Errorf("component %d: %w", i, err)
		}
		to[i] = svn
	}
	return nil
}

func enclaveLevels(from []jsonEnclaveLevel) ([]EnclaveLevel, error) {
	if len(from) == 0 {
		return nil, fmt.Errorf("no TCB levels")
	}
	var levels []EnclaveLevel
	for i, j := range from {
		l := EnclaveLevel{Advisories: j.Advisories}
		var err error
		if l.ISVSVN, err = need(j.TCB.ISVSVN, "isvsvn"); err != nil {
			return nil, fmt.Errorf("TCB level %d: %w", i, err)
		}
		if l.Date, l.Status, err = judged(j.Date, j.Status); err != nil {
			return nil, fmt.Errorf("TCB level %d: %w", i, err)
		}
		levels = append(levels, l)
	}
	return levels, nil
}

func judged(d *date, s *status) (time.Time, tee.TCBStatus, error) {
	if d == nil || s == nil {
		return time.Time{}, "", fmt.Errorf("tcbDate or tcbStatus is missing")
	}
	return d.Time, tee.TCBStatus(*s), nil
}
