package lifeline_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/assent-network/assent/internal/lifeline"
)

const role = "ASSENT_LIFELINE_TEST_ROLE"

// TestMain lets the test binary play the parent and the child: they must be processes, so that one can die.
func TestMain(m *testing.M) {
	switch os.Getenv(role) {
	case "child":
		if err := lifeline.Hold(); err != nil {
			fmt.Println("error:", err)
			os.Exit(2)
		}
		fmt.Println("ready")
		select {}
	case "parent":
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), role+"=child")
		cmd.Stdout = os.Stdout
		after, err := lifeline.Tie(cmd)
		if err != nil {
			fmt.Println("error:", err)
			os.Exit(2)
		}
		err = cmd.Start()
		after()
		if err != nil {
			fmt.Println("error:", err)
			os.Exit(2)
		}
		select {}
	}
	os.Exit(m.Run())
}

func TestHold_endsChildWhenParentIsKilled(t *testing.T) {
	parent := exec.Command(os.Args[0])
	parent.Env = append(os.Environ(), role+"=parent")
	out, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	if line, err := lines.ReadString('\n'); err != nil || line != "ready\n" {
		t.Fatalf("the child said %q (%v), want ready", line, err)
	}
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	// The child holds the writing end of this pipe too: it ends when the child has.
	if rest, err := lines.ReadString('\n'); err == nil {
		t.Fatalf("the child still talks: %q", rest)
	}
	_ = parent.Wait()
}

func TestHold_refusesWhatIsNoFile(t *testing.T) {
	for _, value := range []string{"", "x", "-1", "0", "4095"} {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), role+"=child", "ASSENT_LIFELINE_FD="+value)
		out, err := cmd.Output()
		if err == nil || !strings.HasPrefix(string(out), "error: ASSENT_LIFELINE_FD=") {
			t.Errorf("with %q the child said %q (%v), want an error that names the variable", value, out, err)
		}
	}
}

func TestHold_doesNothingWithoutParent(t *testing.T) {
	if err := lifeline.Hold(); err != nil {
		t.Fatal(err)
	}
}
