package localnet

import (
	"encoding/json"
	"strings"
)

// maxLine bounds a line that is shown to people.
const maxLine = 400

// pickLine returns the line of a log that most likely says why its program has ended.
func pickLine(log string) string {
	lines := strings.Split(strings.TrimRight(log, "\n"), "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		line := strings.TrimSpace(lines[i])
		switch {
		case strings.HasPrefix(line, "panic: "), strings.HasPrefix(line, "fatal error: "), strings.HasPrefix(line, "assent-node: "),
			strings.HasPrefix(line, "Error: "):
			return shorten(line)
		}
		var entry struct{ Level, Msg, Err, Module string }
		if json.Unmarshal([]byte(line), &entry) == nil && entry.Level == "error" {
			if entry.Err != "" {
				entry.Msg += ": " + entry.Err
			}
			return shorten(entry.Msg)
		}
	}
	return shorten(strings.TrimSpace(lines[len(lines)-1]))
}

// shorten makes one line of limited length.
func shorten(line string) string {
	line = strings.Join(strings.Fields(line), " ")
	if len(line) > maxLine {
		return strings.ToValidUTF8(line[:maxLine], "") + "…"
	}
	return line
}
