package localnet

import (
	"encoding/json"
	"slices"
	"strings"
)

const (
	// maxLine bounds a line that is shown to people.
	maxLine = 400
	// lastLines is how far from its end a log may say why the program has ended. Errors before that were survived.
	lastLines = 20
)

// quiet are the modules that say something in every block, or several things. At the usual level they would fill a
// disk.
var quiet = []string{"cometbft:consensus", "cometbft:state", "cometbft:txindex", "worker/executor/committee"}

// pickLine returns the line of a log that most likely says why its program has ended, and nothing if none does: a
// program that was killed has no last words.
func pickLine(log string) string {
	lines := strings.Split(strings.TrimSpace(log), "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	for _, line := range slices.Backward(lines) {
		for _, prefix := range []string{"panic: ", "fatal error: ", "assent-node: ", "Error: "} {
			if strings.HasPrefix(line, prefix) {
				return shorten(line)
			}
		}
	}
	last := lines[len(lines)-1]
	if !strings.HasPrefix(last, "{") {
		return shorten(last) // words of another kind
	}
	for _, line := range slices.Backward(lines[max(0, len(lines)-lastLines):]) {
		var entry struct{ Level, Msg, Err, Module string }
		// A node without peers complains about that all the time.
		if json.Unmarshal([]byte(line), &entry) == nil && entry.Level == "error" &&
			!strings.HasPrefix(entry.Module, "p2p/") {
			if entry.Err != "" {
				entry.Msg += ": " + entry.Err
			}
			return shorten(entry.Msg)
		}
	}
	return ""
}

// shorten makes one line of limited length.
func shorten(line string) string {
	line = strings.Join(strings.Fields(line), " ")
	if len(line) > maxLine {
		return strings.ToValidUTF8(line[:maxLine], "") + "…"
	}
	return line
}
