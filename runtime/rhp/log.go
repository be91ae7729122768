package rhp

import (
	"io"
	"log/slog"
)

// maxLogValue is the longest string of a log line. The host drops lines of more than 10,000 bytes.
const maxLogValue = 4_000

// NewLogger returns a logger in the form that oasis-node reads from the standard output of its runtimes: JSON lines
// with its names of levels.
func NewLogger(w io.Writer, level slog.Level) *slog.Logger {
	return slog.New(slog.NewJSONHandler(w, &slog.HandlerOptions{
		Level: level,
		ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
			if len(groups) > 0 {
				return a
			}
			switch a.Key {
			case slog.TimeKey:
				a.Key = "ts"
			case slog.LevelKey:
				if level, ok := a.Value.Any().(slog.Level); ok {
					a.Value = slog.StringValue(levelName(level))
				}
			}
			if a.Value.Kind() == slog.KindString && len(a.Value.String()) > maxLogValue {
				a.Value = slog.StringValue(a.Value.String()[:maxLogValue] + "...")
			}
			return a
		},
	}))
}

func levelName(level slog.Level) string {
	switch {
	case level < slog.LevelInfo:
		return "DEBG"
	case level < slog.LevelWarn:
		return "INFO"
	case level < slog.LevelError:
		return "WARN"
	default:
		return "ERRO"
	}
}
