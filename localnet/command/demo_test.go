package command

import "testing"

// TestStaying counts as the demonstration chooses: by the place in the table.
func TestStaying(t *testing.T) {
	for _, c := range []struct{ people, decline, revoke int }{
		{2000, 15, 3}, {150, 15, 3}, {10, 15, 3}, {61, 15, 3}, {99, 0, 0}, {100, 100, 0}, {0, 15, 3}, {250, 40, 100},
	} {
		consenting, want := 0, 0
		for i := range c.people {
			if i%100 < c.decline {
				continue
			}
			if consenting%100 >= c.revoke {
				want++
			}
			consenting++
		}
		if got := staying(c.people, c.decline, c.revoke); got != want {
			t.Errorf("%+v: %d stay, want %d", c, got, want)
		}
	}
}
