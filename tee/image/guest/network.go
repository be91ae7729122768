//go:build linux

package guest

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"

	"golang.org/x/sys/unix"
)

// card is the name of the network card: the kernel's own, since nothing renames it.
const card = "eth0"

// Connect gives the network card its address and makes the gateway the way to everything else. The loopback card comes
// up too.
func Connect(address netip.Prefix, gateway netip.Addr) error {
	if err := await("the network card "+card, func() (bool, error) {
		_, err := os.Stat("/sys/class/net/" + card)
		return err == nil, nil
	}); err != nil {
		return err
	}
	if err := configure("lo", netip.MustParsePrefix("127.0.0.1/8")); err != nil {
		return err
	}
	if err := configure(card, address); err != nil {
		return err
	}
	if err := addDefaultRoute(gateway); err != nil {
		return fmt.Errorf("guest: route by %s: %w", gateway, err)
	}
	return nil
}

// configure sets a card's address and brings it up.
func configure(name string, address netip.Prefix) error {
	s, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return fmt.Errorf("guest: configure %s: %w", name, err)
	}
	defer unix.Close(s) //nolint:errcheck // nothing was written
	ip := address.Addr().As4()
	for _, step := range []struct {
		what    string
		request uint
		set     func(*unix.Ifreq) error
	}{
		{"address", unix.SIOCSIFADDR, func(r *unix.Ifreq) error { return r.SetInet4Addr(ip[:]) }},
		{"network", unix.SIOCSIFNETMASK, func(r *unix.Ifreq) error {
			return r.SetInet4Addr(
				net.CIDRMask(address.Bits(), 32))
		}},
		{"state", unix.SIOCSIFFLAGS, func(r *unix.Ifreq) error {
			r.SetUint16(
				unix.IFF_UP | unix.IFF_RUNNING)
			return nil
		}},
	} {
		r, err := unix.NewIfreq(name)
		if err == nil {
			err = step.set(r)
		}
		if err == nil {
			err = unix.IoctlIfreq(s, step.request, r)
		}
		if err != nil {
			return fmt.Errorf("guest: set the %s of %s to %s: %w", step.what, name, address, err)
		}
	}
	return nil
}

// addDefaultRoute asks the kernel, by route netlink, to send everything by a gateway; Linux, rtnetlink(7).
func addDefaultRoute(gateway netip.Addr) error {
	s, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC, unix.NETLINK_ROUTE)
	if err != nil {
		return err
	}
	defer unix.Close(s) //nolint:errcheck // nothing was written
	if err := unix.Sendto(s, routeRequest(gateway), 0, &unix.SockaddrNetlink{Family: unix.AF_NETLINK}); err != nil {
		return err
	}
	answer := make([]byte, unix.Getpagesize())
	n, _, err := unix.Recvfrom(s, answer, 0)
	if err != nil {
		return err
	}
	if n < unix.SizeofNlMsghdr+4 || binary.NativeEndian.Uint16(answer[4:]) != unix.NLMSG_ERROR {
		return errors.New("the kernel gave no answer")
	}
	if code := -int32(binary.NativeEndian.Uint32(answer[unix.SizeofNlMsghdr:])); code != 0 {
		return unix.Errno(code)
	}
	return nil
}

// routeRequest is a message that adds a default route and wants an answer.
func routeRequest(gateway netip.Addr) []byte {
	const (
		attribute = 4 + 4 // its head and an IPv4 address
		size      = unix.SizeofNlMsghdr + unix.SizeofRtMsg + attribute
	)
	b := make([]byte, 0, size)
	b = binary.NativeEndian.AppendUint32(b, size)
	b = binary.NativeEndian.AppendUint16(b, unix.RTM_NEWROUTE)
	b = binary.NativeEndian.AppendUint16(b, unix.NLM_F_REQUEST|unix.NLM_F_ACK|unix.NLM_F_CREATE)
	b = binary.NativeEndian.AppendUint32(b, 1) // sequence
	b = binary.NativeEndian.AppendUint32(b, 0) // port: the kernel's choice
	// family, lengths of destination and source, service, table, origin, scope, kind, flags
	b = append(b, unix.AF_INET, 0, 0, 0, unix.RT_TABLE_MAIN, unix.RTPROT_BOOT, unix.RT_SCOPE_UNIVERSE, unix.RTN_UNICAST,
		0, 0, 0, 0)
	b = binary.NativeEndian.AppendUint16(b, attribute)
	b = binary.NativeEndian.AppendUint16(b, unix.RTA_GATEWAY)
	ip := gateway.As4()
	return append(b, ip[:]...)
}
