package command

import (
	"slices"
	"testing"
)

// Origins that were named once are those of the next time, until others are.
func TestOriginsAreKept(t *testing.T) {
	dir := t.TempDir()
	page := []string{"extensions", "loopback", "https://app.example"}
	for _, step := range []struct {
		name        string
		named, want []string
		changed     bool
	}{
		{"never named", nil, nil, false},
		{"named", page, page, true},
		{"kept", nil, page, false},
		{"named again", page, page, false},
		{"others", []string{"*"}, []string{"*"}, true},
	} {
		got, changed, err := originsOf(dir, step.named)
		if err != nil || changed != step.changed || !slices.Equal(got, step.want) {
			t.Errorf("%s: got %v, changed %v, %v", step.name, got, changed, err)
		}
	}
	if _, _, err := originsOf(dir, []string{"app.example"}); err == nil {
		t.Error("took a name that is no origin")
	}
	if got, _, err := originsOf(dir, nil); err != nil || !slices.Equal(got, []string{"*"}) {
		t.Errorf("after a refusal: got %v %v", got, err)
	}
}
