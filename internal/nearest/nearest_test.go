package nearest_test

import (
	"testing"

	"github.com/assent-network/assent/internal/nearest"
)

func TestTo(t *testing.T) {
	known := []string{"list", "show", "purposes", "rhoLimit", "disapprove"}
	for word, want := range map[string]string{
		"lst": "list", "lsit": "list", "Show": "show", "purpose": "purposes", "rholimits": "rhoLimit",
		"dis": "disapprove", "zebra": "", "": "", "x": "",
	} {
		if got := nearest.To(word, known); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}
