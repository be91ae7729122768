package guest

import (
	"encoding/binary"
	"net/netip"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// TestRouteRequest reads the request as the kernel does, by the standard library's parser of netlink messages.
func TestRouteRequest(t *testing.T) {
	messages, err := syscall.ParseNetlinkMessage(routeRequest(netip.MustParseAddr("10.0.2.2")))
	if err != nil || len(messages) != 1 {
		t.Fatalf("%d messages, %v", len(messages), err)
	}
	m := messages[0]
	if m.Header.Type != unix.RTM_NEWROUTE || m.Header.Flags&unix.NLM_F_ACK == 0 || m.Data[0] != unix.AF_INET ||
		m.Data[1] != 0 {
		t.Errorf("%+v", m)
	}
	attributes, err := syscall.ParseNetlinkRouteAttr(&m)
	if err != nil || len(attributes) != 1 {
		t.Fatalf("%d attributes, %v", len(attributes), err)
	}
	if a := attributes[0]; a.Attr.Type != unix.RTA_GATEWAY || binary.BigEndian.Uint32(a.Value) != 0x0a000202 {
		t.Errorf("%+v", a)
	}
}

func TestAwait(t *testing.T) {
	asked := 0
	if err := await("something", func() (bool, error) { asked++; return asked == 3, nil }); err != nil || asked != 3 {
		t.Errorf("asked %d times, %v", asked, err)
	}
	if err := await("something", func() (bool, error) { return false, unix.EIO }); err != unix.EIO {
		t.Errorf("%v", err)
	}
}
