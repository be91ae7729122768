package vault

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

// TestHead: a text is passed on whole, in two parts. The first part has no row, and what the first line says is known
// before either is passed on.
func TestHead(t *testing.T) {
	text := plainText(t, headSchema, "name,age\nann,1\nbob,2\nbob,3\n")
	h, err := ReadHead(oneByte{bytes.NewReader(text)})
	if err != nil {
		t.Fatal(err)
	}
	if h.Rows != 3 || h.Subjects != 2 || h.Roster < 2 || len(h.Schema.Columns) != 1 {
		t.Errorf("%+v", h)
	}
	var head, rest bytes.Buffer
	n, err := h.WriteTo(&head)
	if err != nil || n != int64(head.Len()) {
		t.Errorf("%d bytes of %d, %v", n, head.Len(), err)
	}
	if _, err := rest.ReadFrom(h.Rest()); err != nil {
		t.Fatal(err)
	}
	if got := head.String() + rest.String(); got != string(text) {
		t.Errorf("passed on as\n%s", got)
	}
	if !strings.HasSuffix(head.String(), "\npseudonym,age\n") || strings.Count(rest.String(), "\n") != 3 {
		t.Errorf("the parts are\n%s\nand\n%s", &head, &rest)
	}
	r, err := NewReader(&head)
	if err != nil || len(r.Roster()) != h.Roster {
		t.Errorf("the first part alone: %v", err)
	}
	for cut := 1; cut < int(n); cut++ { // within every line
		h, err := ReadHead(bytes.NewReader(text[:cut]))
		if err == nil {
			_, err = h.WriteTo(io.Discard)
		}
		var malformed *CellError
		if !errors.As(err, &malformed) {
			t.Fatalf("cut off after %d bytes: %v", cut, err)
		}
	}
	broken := errors.New("broken")
	h, err = ReadHead(io.MultiReader(bytes.NewReader(text[:n-3]), failing{broken}))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.WriteTo(io.Discard); !errors.Is(err, broken) {
		t.Errorf("of a text that cannot be read: %v", err)
	}
}

const headSchema = `{"format":"assent-schema/1","title":"x","subject":"name","maxContributions":2,"columns":[
 {"name":"age","type":"integer","min":"0","max":"120"}]}`

// oneByte reads one byte at a time.
type oneByte struct{ r io.Reader }

func (o oneByte) Read(b []byte) (int, error) { return o.r.Read(b[:1]) }

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
