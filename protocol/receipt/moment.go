package receipt

import (
	"fmt"
	"math/bits"
	"time"
)

// momentAfter is how many seconds after the key release a result is released at the earliest. It has room for the work
// of a small job. Where blocks take longer the charge is final later, and the result follows it by a time that is as
// public.
const momentAfter = 1

// momentWork is the work for which momentAfter has room.
const momentWork = time.Second / 2

// Moment is the moment of the release in a job's charge, Unix seconds, by when its key was released and how long the
// work on its rows takes at most. Both are public, so that an enclave that takes over names the same.
//
// The seconds in between are rounded up to the next of 1, 2, 3, 4, 6, 8, 12 and so on: an auditor who has no sizes can
// tell that the moment says next to nothing.
func Moment(releasedAt uint64, work time.Duration) uint64 {
	seconds := uint64(momentAfter)
	if more := work - momentWork; more > 0 {
		seconds += uint64((more-1)/time.Second) + 1
	}
	return releasedAt + heldFor(seconds)
}

// heldFor is the least of the times for which a result may be held that is not below so many seconds, of at least one.
func heldFor(seconds uint64) uint64 {
	power := uint64(1) << bits.Len64(seconds-1) // the least power of two that is not below
	if between := power / 4 * 3; between >= seconds && between >= momentAfter {
		return between
	}
	return power
}

// CheckMoment returns an error for a moment that does not follow from a key release by any work.
func CheckMoment(moment, releasedAt uint64) error {
	if held := moment - releasedAt; moment < releasedAt+momentAfter || held > 1<<32 || heldFor(held) != held {
		return fmt.Errorf("receipt: the moment %d follows from no key release at %d: "+
			"a result is held for 1, 2, 3, 4, 6, 8 seconds and so on", moment, releasedAt)
	}
	return nil
}
