package jobs_test

import (
	"flag"
	"os"
	"strconv"
	"testing"

	"github.com/assent-network/assent/localnet/scenario"
	"github.com/assent-network/assent/node/compute/process"
)

var stories = scenario.NewSuite()

// atOnce is how many stories of the shared network are told at once, unless -parallel says otherwise: they wait for
// rounds most of the time.
const atOnce = 8

func TestMain(m *testing.M) {
	if process.Is(os.Args) {
		os.Exit(process.Main())
	}
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "test.parallel" })
	if !given {
		if err := flag.Set("test.parallel", strconv.Itoa(atOnce)); err != nil {
			panic("internal error: " + err.Error())
		}
	}
	os.Exit(stories.Main(m))
}
