package collateral

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/assent-network/assent/tee"
)

// names are the JSON names that are read. encoding/json would take them in any case; decode does not.
var names = func() map[string]string {
	m := map[string]string{}
	for _, n := range strings.Fields(`
		tcbInfo enclaveIdentity signature id version issueDate nextUpdate fmspc pceId tcbType
		tcbEvaluationDataNumber tdxModule tdxModuleIdentities tcbLevels mrsigner attributes attributesMask tcb
		tcbDate tcbStatus advisoryIDs isvsvn sgxtcbcomponents tdxtcbcomponents pcesvn svn miscselect
		miscselectMask isvprodid`) {
		m[strings.ToLower(n)] = n
	}
	return m
}()

const maxDepth = 16

// decode reads exactly one JSON value into v. Names that are given twice, in any case, and known names in another case
// than Intel's are refused, so that every reader of the same bytes sees the same values. Unknown names are allowed:
// Intel adds some from time to time.
func decode(b []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	if err := checkValue(d, 0); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return fmt.Errorf("something follows the JSON value")
	}
	return json.Unmarshal(b, v)
}

func checkValue(d *json.Decoder, depth int) error {
	t, err := d.Token()
	if err != nil {
		return err
	}
	open, ok := t.(json.Delim)
	if !ok {
		return nil
	}
	if depth == maxDepth {
		return fmt.Errorf("JSON nested deeper than %d", maxDepth)
	}
	var seen map[string]bool
	for d.More() {
		if open == '{' {
			if seen == nil {
				seen = map[string]bool{}
			}
			t, err := d.Token()
			if err != nil {
				return err
			}
			name, _ := t.(string)
			folded := strings.ToLower(name)
			if known, ok := names[folded]; seen[folded] || (ok && known != name) {
				return fmt.Errorf("JSON name %q is given twice or spelled otherwise than %q", name, known)
			}
			seen[folded] = true
		}
		if err := checkValue(d, depth+1); err != nil {
			return err
		}
	}
	_, err = d.Token() // the closing bracket
	return err
}

// hexBytes are bytes in hex, in either case: Intel uses both.
type hexBytes []byte

func (h *hexBytes) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	raw, err := hex.DecodeString(s)
	if err != nil {
		return err
	}
	*h = raw
	return nil
}

// into copies to an array that has to have exactly this size.
func (h hexBytes) into(to []byte, what string) error {
	if len(h) != len(to) {
		return fmt.Errorf("%s has %d bytes, want %d", what, len(h), len(to))
	}
	copy(to, h)
	return nil
}

// date is a time as Intel writes it.
type date struct{ time.Time }

const dateFormat = "2006-01-02T15:04:05Z"

func (d *date) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	t, err := time.Parse(dateFormat, s)
	if err != nil || t.Format(dateFormat) != s {
		return fmt.Errorf("time %q is not written as %s", s, dateFormat)
	}
	d.Time = t
	return nil
}

// status is a TCB status; unknown ones are refused.
type status tee.TCBStatus

func (s *status) UnmarshalJSON(b []byte) error {
	var t string
	if err := json.Unmarshal(b, &t); err != nil {
		return err
	}
	switch v := tee.TCBStatus(t); v {
	case tee.UpToDate, tee.SWHardeningNeeded, tee.ConfigurationNeeded, tee.ConfigurationAndSWHardeningNeeded,
		tee.OutOfDate,
		tee.OutOfDateConfigurationNeeded, tee.Revoked:
		*s = status(v)
		return nil
	}
	return fmt.Errorf("TCB status %q is not known", t)
}

// need returns a value that must be present.
func need[T any](p *T, what string) (T, error) {
	if p == nil {
		var zero T
		return zero, fmt.Errorf("%s is missing", what)
	}
	return *p, nil
}
