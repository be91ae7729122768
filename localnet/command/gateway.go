package command

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/assent-network/assent/gateway"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/localnet/internal/service"
)

// gatewayPort is the first port that is tried for the gateway; wallets know it.
const gatewayPort = 8545

// Files that keep what the gateway of a network was given, so that it is the same when it is started again.
const (
	portFile    = "gateway.port"
	originsFile = "gateway.origins"
)

// startGateway runs the gateway on the port that wallets expect, or on a free one, for the origins that are named, or
// were the last time. It stops one that runs for others.
func startGateway(ctx context.Context, dir string, origins []string) (*service.Service, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding this program: %w", err)
	}
	port, err := gatewayPortOf(dir)
	if err != nil {
		return nil, err
	}
	origins, changed, err := originsOf(dir, origins)
	if err != nil {
		return nil, err
	}
	if changed {
		if _, err := service.Stop(ctx, dir, "gateway"); err != nil {
			return nil, err
		}
	}
	args := []string{
		"gateway",
		"--network",
		dir,
		"--listen",
		net.JoinHostPort("127.0.0.1", strconv.Itoa(port)),
		"--dir",
		filepath.Join(dir, "gateway"),
		"--default",
	}
	for _, origin := range origins {
		args = append(args, "--origin", origin)
	}
	return service.Start(ctx, dir, service.Spec{Name: "gateway", Path: self, Ready: "gateway is ready", Args: args})
}

// originsOf returns the origins that are named, which it keeps, or those that were kept. Changed tells that they are
// others than before.
func originsOf(dir string, named []string) (origins []string, changed bool, err error) {
	path := filepath.Join(dir, originsFile)
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, false, fmt.Errorf("reading the origins of the gateway: %w", err)
	}
	kept := strings.Fields(string(data))
	if len(named) == 0 || slices.Equal(named, kept) {
		return kept, false, nil
	}
	for _, origin := range named {
		if err := gateway.CheckOrigin(origin); err != nil {
			return nil, false, err
		}
	}
	if err := wholefile.Write(path, []byte(strings.Join(named, "\n")+"\n")); err != nil {
		return nil, false, fmt.Errorf("keeping the origins of the gateway: %w", err)
	}
	return named, true, nil
}

func gatewayPortOf(dir string) (int, error) {
	path := filepath.Join(dir, portFile)
	if b, err := os.ReadFile(path); err == nil {
		if port, err := strconv.Atoi(string(b)); err == nil {
			return port, nil
		}
	}
	for port := gatewayPort; port < gatewayPort+100; port++ {
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err != nil {
			continue
		}
		return port, errors.Join(l.Close(), wholefile.Write(path, []byte(strconv.Itoa(port))))
	}
	return 0, fmt.Errorf("no port from %d to %d is free for the gateway", gatewayPort, gatewayPort+99)
}
