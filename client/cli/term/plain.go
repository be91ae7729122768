package term

import "io"

// Plain passes text on without what steers a terminal: escape sequences and control characters. It is for the output of
// other machines, whose lines it leaves as they are.
type Plain struct {
	to    io.Writer
	state plainState
}

type plainState int

const (
	plainText     plainState = iota
	plainEscape              // after an escape
	plainSequence            // in a control sequence, which ends with a byte from @ to ~
)

// NewPlain returns a writer that passes plain text on.
func NewPlain(to io.Writer) *Plain { return &Plain{to: to} }

// Write implements io.Writer. Not for concurrent use.
func (p *Plain) Write(b []byte) (int, error) {
	out := make([]byte, 0, len(b))
	for _, c := range b {
		switch {
		case c == 0x1b:
			p.state = plainEscape
		case p.state == plainEscape && c == '[':
			p.state = plainSequence
		case p.state == plainEscape:
			p.state = plainText
		case p.state == plainSequence:
			if c >= '@' && c <= '~' {
				p.state = plainText
			}
		case c == '\n' || c == '\t' || c >= ' ' && c < 0x7f:
			out = append(out, c)
		}
	}
	if _, err := p.to.Write(out); err != nil {
		return 0, err
	}
	return len(b), nil
}
