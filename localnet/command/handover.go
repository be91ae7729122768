package command

import (
	"context"
	"fmt"
	"os/exec"
	"strings"

	"github.com/assent-network/assent/localnet/internal/service"
)

// successorService is the name of the broker's second instance.
const successorService = "successor"

// brokerReady is how the line begins that a broker prints once it answers; its URL follows.
const brokerReady = "broker is ready at "

func brokerURL(s *service.Service) string {
	url, _, _ := strings.Cut(strings.TrimPrefix(s.Said, brokerReady), " ")
	return url
}

// succeed starts a second instance of the broker, which has no passphrase and no key of its own, shows what it is, ends
// the first and returns the second's URL.
func (d *demo) succeed(ctx context.Context, self, first string) (string, error) {
	network := d.app.NetworkPath()
	done := d.app.Step("a second broker, in a simulated TEE, with the keys of the first")
	second, err := service.Start(ctx, network, service.Spec{
		Name: successorService, Path: self, Ready: brokerReady,
		Env: []string{"ASSENT_KEY=", "ASSENT_BROKER_PASSPHRASE="},
		Args: []string{"broker", "join", "--network", network, "--from", first, "--dir", d.shared(successorService),
			"--listen", "127.0.0.1:0"},
	})
	if err != nil {
		return "", err
	}
	url := brokerURL(second)
	done("%s", url)
	if err := d.show(ctx, self, "broker", "attestation", "--network", network, url); err != nil {
		return "", err
	}
	done = d.app.Step("the first broker ends")
	if _, err := service.Stop(ctx, network, "broker"); err != nil {
		return "", err
	}
	done("")
	return url, nil
}

// journals shows what both instances decided.
func (d *demo) journals(ctx context.Context) error {
	self, err := executable()
	if err != nil {
		return err
	}
	for _, instance := range []struct{ name, dir string }{{"first", "broker"}, {"second", successorService}} {
		d.say("\nThe journal of the %s broker: assent broker log --dir %s", instance.name, d.shared(instance.dir))
		if err := d.show(ctx, self, "broker", "log", "--dir", d.shared(instance.dir)); err != nil {
			return err
		}
	}
	return nil
}

// show runs this program with other arguments and shows what it prints.
func (d *demo) show(ctx context.Context, self string, args ...string) error {
	d.say("  $ assent %s", strings.Join(args, " "))
	out, err := exec.CommandContext(ctx, self, args...).CombinedOutput()
	for line := range strings.Lines(string(out)) {
		d.say("    %s", strings.TrimSuffix(line, "\n"))
	}
	if err != nil {
		return fmt.Errorf("running assent %s: %w", args[0], err)
	}
	return nil
}
