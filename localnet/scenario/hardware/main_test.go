package hardware_test

import (
	"os"
	"testing"

	"github.com/assent-network/assent/localnet/scenario"
)

var stories = scenario.NewSuite()

func TestMain(m *testing.M) { os.Exit(stories.Main(m)) }
