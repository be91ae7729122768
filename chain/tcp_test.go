package chain_test

import (
	"errors"
	"net"
	"testing"

	"github.com/assent-network/assent/chain"
	"github.com/oasisprotocol/oasis-core/go/common"
)

func TestDial_nobodyAtTheTCPAddress(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = chain.Dial(t.Context(), "tcp:"+address, common.Namespace{})
	var unreachable *chain.UnreachableError
	if !errors.As(err, &unreachable) || unreachable.Socket != "tcp:"+address {
		t.Errorf("dialling %s: %v", address, err)
	}
}
