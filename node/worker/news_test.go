package worker

import "testing"

func TestNews(t *testing.T) {
	n := newNews(3)
	if round, fresh := n.take(); round != 3 || fresh {
		t.Errorf("at first: round %d, fresh %v", round, fresh)
	}
	n.tell(9)
	n.tell(7) // feeds go back after they lost their node
	if round, fresh := n.take(); round != 9 || !fresh {
		t.Errorf("told of 9 and 7: round %d, fresh %v", round, fresh)
	}
	if round, fresh := n.take(); round != 9 || fresh {
		t.Errorf("taken: round %d, fresh %v", round, fresh)
	}
	n.tell(2)
	<-n.fresh // as whoever waits for it
	if round, fresh := n.take(); round != 9 || fresh {
		t.Errorf("heard: round %d, fresh %v", round, fresh)
	}
}
