package preinstalled

import (
	"strings"
	"testing"
)

// The code is that which the addresses have elsewhere: its hash says so.
func TestContracts(t *testing.T) {
	sizes := map[string]int{Create2Deployer.Name: 69, Multicall3.Name: 3808}
	for _, c := range Contracts() {
		code, err := c.Code()
		if err != nil {
			t.Errorf("%s: %v", c.Name, err)
		}
		if len(code) != sizes[c.Name] {
			t.Errorf("%s has %d bytes, want %d", c.Name, len(code), sizes[c.Name])
		}
		changed := c
		changed.code = strings.Replace(c.code, "60", "61", 1)
		if _, err := changed.Code(); err == nil {
			t.Errorf("%s: changed code was accepted", c.Name)
		}
	}
}
