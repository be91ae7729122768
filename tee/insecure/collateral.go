package insecure

import (
	"crypto/ecdsa"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
)

// Terms say which collateral to make. The zero value of a field is as in Root.Collateral.
type Terms struct {
	Now        time.Time
	Number     int64      // of the revocation lists
	Evaluation uint32     // TCB evaluation data number; zero is 1
	Revoked    []*big.Int // serial numbers of PCK certificates
	RevokeCA   bool
	Platform   *Platform     // what is the newest; nil is Simulated
	Status     tee.TCBStatus // of it; empty is UpToDate
	Advisories []string      // of it
	WithoutCRL bool
	NoOlder    bool // leaves out the level of whatever is older
}

// Collateral signs TCB info, QE identity and revocation lists as of now. The lists have the number given, which grows,
// and hold the serial numbers of PCK certificates that no longer count.
func (r *Root) Collateral(now time.Time, number int64, revoked ...*big.Int) ([]byte, error) {
	return r.CollateralOf(Terms{Now: now, Number: number, Revoked: revoked})
}

// CollateralOf makes the collateral that the terms describe.
func (r *Root) CollateralOf(t Terms) ([]byte, error) {
	t.Now = t.Now.UTC().Truncate(time.Second)
	if t.Evaluation == 0 {
		t.Evaluation = 1
	}
	if t.Status == "" {
		t.Status = tee.UpToDate
	}
	p := Simulated()
	if t.Platform != nil {
		p = *t.Platform
	}
	c := &collateral.Intel{Signer: r.signer.Raw}
	var err error
	if c.TCBInfo, err = r.signJSON(tcbInfo(t, p)); err != nil {
		return nil, fmt.Errorf("insecure: sign TCB info: %w", err)
	}
	if c.QEIdentity, err = r.signJSON(qeIdentity(t, p)); err != nil {
		return nil, fmt.Errorf("insecure: sign QE identity: %w", err)
	}
	if !t.WithoutCRL {
		var revokedCA []*big.Int
		if t.RevokeCA {
			revokedCA = append(revokedCA, r.ca.SerialNumber)
		}
		if c.RootCRL, err = crl(t, r.cert, r.key, revokedCA); err != nil {
			return nil, err
		}
		if c.PCKCRL, err = crl(t, r.ca, r.caKey, t.Revoked); err != nil {
			return nil, err
		}
		c.PCKCA = r.ca.Raw
	}
	return c.Marshal()
}

func crl(t Terms, issuer *x509.Certificate, key *ecdsa.PrivateKey, revoked []*big.Int) ([]byte, error) {
	tmpl := &x509.RevocationList{
		Number: big.NewInt(t.Number), ThisUpdate: t.Now.Add(-backdate), NextUpdate: t.Now.Add(collateralValidity),
		SignatureAlgorithm: x509.ECDSAWithSHA256,
	}
	for _, serial := range revoked {
		tmpl.RevokedCertificateEntries = append(tmpl.RevokedCertificateEntries,
			x509.RevocationListEntry{SerialNumber: serial, RevocationTime: tmpl.ThisUpdate})
	}
	der, err := x509.CreateRevocationList(nil, tmpl, issuer, deterministic{key})
	if err != nil {
		return nil, fmt.Errorf("insecure: sign revocation list: %w", err)
	}
	return der, nil
}

func (r *Root) signJSON(v any) (s collateral.Signed, err error) {
	if s.Body, err = json.Marshal(v); err != nil {
		return s, err
	}
	sig, err := sign(r.signerKey, s.Body)
	s.Signature = sig[:]
	return s, err
}

// The JSON of Intel's service, in its order.
type (
	component struct {
		SVN int `json:"svn"`
	}
	module struct {
		MRSIGNER       string `json:"mrsigner"`
		Attributes     string `json:"attributes"`
		AttributesMask string `json:"attributesMask"`
	}
	enclaveTCB struct {
		ISVSVN int `json:"isvsvn"`
	}
	platformTCB struct {
		SGX    []component `json:"sgxtcbcomponents"`
		PCESVN int         `json:"pcesvn"`
		TDX    []component `json:"tdxtcbcomponents"`
	}
	level[T any] struct {
		TCB        T             `json:"tcb"`
		Date       string        `json:"tcbDate"`
		Status     tee.TCBStatus `json:"tcbStatus"`
		Advisories []string      `json:"advisoryIDs,omitempty"`
	}
	moduleIdentity struct {
		ID string `json:"id"`
		module
		Levels []level[enclaveTCB] `json:"tcbLevels"`
	}
	head struct {
		ID         string `json:"id"`
		Version    int    `json:"version"`
		IssueDate  string `json:"issueDate"`
		NextUpdate string `json:"nextUpdate"`
	}
	jsonTCBInfo struct {
		head
		FMSPC      string               `json:"fmspc"`
		PCEID      string               `json:"pceId"`
		TCBType    int                  `json:"tcbType"`
		Evaluation uint32               `json:"tcbEvaluationDataNumber"`
		Module     module               `json:"tdxModule"`
		Modules    []moduleIdentity     `json:"tdxModuleIdentities"`
		Levels     []level[platformTCB] `json:"tcbLevels"`
	}
	jsonQEIdentity struct {
		head
		Evaluation     uint32              `json:"tcbEvaluationDataNumber"`
		MiscSelect     string              `json:"miscselect"`
		MiscSelectMask string              `json:"miscselectMask"`
		Attributes     string              `json:"attributes"`
		AttributesMask string              `json:"attributesMask"`
		MRSIGNER       string              `json:"mrsigner"`
		ISVProdID      int                 `json:"isvprodid"`
		Levels         []level[enclaveTCB] `json:"tcbLevels"`
	}
)

const dateFormat = "2006-01-02T15:04:05Z"

// oldDate is when the levels of the simulated platform came to be.
const oldDate = "2026-01-01T00:00:00Z"

func headOf(t Terms, id string, version int) head {
	return head{ID: id, Version: version, IssueDate: t.Now.Add(-backdate).Format(dateFormat),
		NextUpdate: t.Now.Add(collateralValidity).Format(dateFormat)}
}

func zeros(n int) string { return strings.Repeat("00", n) }

// tcbInfo has two levels: the platform as it is, and anything older, which is out of date.
func tcbInfo(t Terms, p Platform) jsonTCBInfo {
	m := module{MRSIGNER: zeros(48), Attributes: zeros(8), AttributesMask: strings.Repeat("FF", 8)}
	platform := func(sgx, tdx [16]uint8, pcesvn uint16) (l platformTCB) {
		for i := range sgx {
			l.SGX, l.TDX = append(l.SGX, component{int(sgx[i])}), append(l.TDX, component{int(tdx[i])})
		}
		l.PCESVN = int(pcesvn)
		return l
	}
	v := jsonTCBInfo{
		head: headOf(t, collateral.IDTDX, 3), FMSPC: hex.EncodeToString(p.FMSPC[:]),
		PCEID: hex.EncodeToString(p.PCEID[:]), Evaluation: t.Evaluation,
		Module: m,
		Levels: []level[platformTCB]{
			{TCB: platform(p.SVN, p.TEETCBSVN, p.PCESVN), Date: oldDate, Status: t.Status, Advisories: t.Advisories},
			{TCB: platform([16]uint8{}, [16]uint8{}, 0), Date: oldDate, Status: tee.OutOfDate,
				Advisories: []string{"SIMULATED-SA-00001"}},
		},
	}
	if t.NoOlder {
		v.Levels = v.Levels[:1]
	}
	if version := p.TEETCBSVN[1]; version > 0 {
		v.Modules = []moduleIdentity{{ID: fmt.Sprintf("TDX_%02X", version), module: m,
			Levels: enclaveLevels(int(p.TEETCBSVN[0]))}}
	}
	return v
}

func qeIdentity(t Terms, p Platform) jsonQEIdentity {
	signer := qeSigner()
	return jsonQEIdentity{
		head: headOf(t, collateral.IDTDQE, 2), Evaluation: t.Evaluation, MiscSelect: zeros(4),
		MiscSelectMask: "FFFFFFFF",
		Attributes:     "11" + zeros(15), AttributesMask: "FBFFFFFFFFFFFFFF" + zeros(8),
		MRSIGNER:  hex.EncodeToString(signer[:]),
		ISVProdID: qeProductID, Levels: enclaveLevels(int(p.QESVN)),
	}
}

func enclaveLevels(svn int) []level[enclaveTCB] {
	return []level[enclaveTCB]{
		{TCB: enclaveTCB{svn}, Date: oldDate, Status: tee.UpToDate},
		{TCB: enclaveTCB{0}, Date: oldDate, Status: tee.OutOfDate, Advisories: []string{"SIMULATED-SA-00002"}},
	}
}
