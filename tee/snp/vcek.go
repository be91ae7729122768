package snp

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"
	"time"
)

// chipSize is the size of a chip's id, in bytes.
const chipSize = chipEnd - chipAt

// The extensions of a VCEK, by AMD's specification of its key distribution service (publication 57230), under
// 1.3.6.1.4.1.3704.1.
var (
	amdOID       = asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 3704, 1}
	authorityOID = asn1.ObjectIdentifier{2, 5, 29, 35} // of every issuer's certificates
)

const (
	structVersion = "1"
	productName   = "2"
	hardwareID    = "4"
	cloudID       = "5" // of VLEKs
)

// parts are the security versions that make up a TCB, from its lowest byte up.
var parts = [8]string{"3.1", "3.2", "3.4", "3.5", "3.6", "3.7", "3.3", "3.8"}

const (
	// maxVersion is the largest security version of every part but microcode, which has a whole byte.
	maxVersion = 127
	microcode  = 7
)

// lineOfProduct is the product line of each product, with its stepping, for which AMD gives out VCEKs.
func lineOfProduct(product string) (string, error) {
	switch product {
	case "Milan-B0", "Milan-B1":
		return "Milan", nil
	case "Genoa-B0", "Genoa-B1", "Genoa-B2":
		return "Genoa", nil
	case "Turin-B0", "Turin-B1":
		return "Turin", nil
	}
	return "", fmt.Errorf("the product %q is unknown", product)
}

// vcek is what a VCEK says of its chip.
type vcek struct {
	product string
	chip    []byte
	tcb     uint64
}

// parseVCEK reads the extensions of a VCEK. Others than AMD's are refused.
func parseVCEK(cert *x509.Certificate) (*vcek, error) {
	known := []string{structVersion, productName, hardwareID, cloudID}
	found := make(map[string][]byte)
	for _, e := range cert.Extensions {
		if e.Id.Equal(authorityOID) {
			continue
		}
		name, ok := amdName(e.Id)
		if !ok || !slices.Contains(known, name) && !slices.Contains(parts[:], name) {
			return nil, fmt.Errorf("the extension %s is none of AMD's", e.Id)
		}
		if _, ok := found[name]; ok {
			return nil, fmt.Errorf("the extension %s occurs twice", e.Id)
		}
		found[name] = e.Value
	}
	if _, err := parseByte(found[structVersion]); err != nil {
		return nil, fmt.Errorf("version of the structure: %w", err)
	}
	v := &vcek{}
	var err error
	if v.product, err = parseText(found[productName]); err != nil {
		return nil, fmt.Errorf("product name: %w", err)
	}
	if _, ok := found[cloudID]; ok {
		return nil, errors.New("it has the id of a cloud, which VCEKs have not")
	}
	if v.chip, err = parseChip(found[hardwareID]); err != nil {
		return nil, fmt.Errorf("chip id: %w", err)
	}
	for i, name := range parts {
		version, err := parseByte(found[name])
		if err != nil {
			return nil, fmt.Errorf("security version 1.%s: %w", name, err)
		}
		if version > maxVersion && i != microcode {
			return nil, fmt.Errorf("security version 1.%s is %d, the most is %d", name, version, maxVersion)
		}
		v.tcb |= uint64(version) << (8 * i)
	}
	return v, nil
}

// amdName returns an id of AMD's without what all of them begin with.
func amdName(id asn1.ObjectIdentifier) (string, bool) {
	if len(id) <= len(amdOID) || !id[:len(amdOID)].Equal(amdOID) {
		return "", false
	}
	return id[len(amdOID):].String(), true
}

func parseByte(der []byte) (uint8, error) {
	var i int
	rest, err := asn1.Unmarshal(der, &i)
	switch {
	case err != nil:
		return 0, err
	case len(rest) != 0:
		return 0, fmt.Errorf("%d bytes are left over", len(rest))
	case i < 0 || i > 255:
		return 0, fmt.Errorf("%d is no byte", i)
	}
	return uint8(i), nil
}

func parseText(der []byte) (string, error) {
	if len(der) == 0 || der[0] != asn1.TagIA5String {
		return "", errors.New("it is no IA5String")
	}
	var s string
	rest, err := asn1.UnmarshalWithParams(der, &s, "ia5")
	if err == nil && len(rest) != 0 {
		err = fmt.Errorf("%d bytes are left over", len(rest))
	}
	return s, err
}

// parseChip reads a chip's id, which AMD writes without a tag; one with a tag is read as well.
func parseChip(value []byte) ([]byte, error) {
	if len(value) == chipSize {
		return value, nil
	}
	var id []byte
	rest, err := asn1.Unmarshal(value, &id)
	switch {
	case err != nil:
		return nil, err
	case len(rest) != 0:
		return nil, fmt.Errorf("%d bytes are left over", len(rest))
	case len(id) != chipSize:
		return nil, fmt.Errorf("%d bytes, want %d", len(id), chipSize)
	}
	return id, nil
}

// checkName checks that a name is AMD's, for a role.
func checkName(n *pkix.Name, what, commonName string) error {
	for _, f := range []struct {
		field string
		got   []string
		want  string
	}{
		{"country", n.Country, "US"}, {"locality", n.Locality, "Santa Clara"}, {"state", n.Province, "CA"},
		{"organization", n.Organization, "Advanced Micro Devices"},
		{"organizational unit", n.OrganizationalUnit, "Engineering"},
		{"common name", []string{n.CommonName}, commonName},
	} {
		if len(f.got) != 1 || f.got[0] != f.want {
			return fmt.Errorf("the %s %q of the VCEK's %s is not %q", f.field, f.got, what, f.want)
		}
	}
	return nil
}

// verify checks the VCEK and the certificates above it by AMD's rules, for a chip of the product line that the report
// names. A report that names none has the line of the certificate. It returns the VCEK's key.
func (c *certificates) verify(line string, now time.Time) (*ecdsa.PublicKey, error) {
	cert := c.vcek
	if cert.Version != 3 {
		return nil, fmt.Errorf("the VCEK has version %d, want 3", cert.Version)
	}
	if cert.SignatureAlgorithm != x509.SHA384WithRSAPSS {
		return nil, fmt.Errorf("the VCEK is signed with %s, want %s", cert.SignatureAlgorithm, x509.SHA384WithRSAPSS)
	}
	key, ok := cert.PublicKey.(*ecdsa.PublicKey)
	if !ok || key.Curve != elliptic.P384() {
		return nil, errors.New("the key of the VCEK is not on P-384")
	}
	if err := checkName(&cert.Subject, "subject", "SEV-VCEK"); err != nil {
		return nil, err
	}
	v, err := parseVCEK(cert)
	if err != nil {
		return nil, fmt.Errorf("read VCEK: %w", err)
	}
	if line == "" {
		if line, err = lineOfProduct(v.product); err != nil {
			return nil, err
		}
	}
	if err := checkName(&cert.Issuer, "issuer", "SEV-"+line); err != nil {
		return nil, err
	}
	roots, issuers := x509.NewCertPool(), x509.NewCertPool()
	roots.AddCert(c.ark)
	issuers.AddCert(c.ask)
	if _, err := cert.Verify(x509.VerifyOptions{Roots: roots, Intermediates: issuers, CurrentTime: now}); err != nil {
		return nil, fmt.Errorf("verify VCEK: %w", err)
	}
	return key, nil
}
