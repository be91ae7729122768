package web

import (
	"errors"
	"io"

	"github.com/assent-network/assent/gateway/internal/admission"
)

// errTooLarge means that a body has more bytes than a request may have.
var errTooLarge = errors.New("the request is too large")

// body is a request's bytes, which are counted until it is released.
type body struct {
	data    []byte
	pool    *admission.Pool
	client  admission.Client
	counted int64
}

// firstRead is how much of a body is read before its size is known to be more.
const firstRead = 4 << 10

// readBody reads to the end. It counts what it has room for as the bytes come, not what the client says it will send.
func readBody(r io.Reader, limit int, pool *admission.Pool, client admission.Client) (*body, error) {
	b := &body{pool: pool, client: client}
	if err := b.grow(min(firstRead, limit+1)); err != nil {
		return nil, err
	}
	for {
		if len(b.data) == cap(b.data) {
			if err := b.grow(min(2*cap(b.data), limit+1)); err != nil {
				b.release()
				return nil, err
			}
		}
		n, err := r.Read(b.data[len(b.data):cap(b.data)])
		b.data = b.data[:len(b.data)+n]
		switch {
		case len(b.data) > limit:
			b.release()
			return nil, errTooLarge
		case err == io.EOF:
			return b, nil
		case err != nil:
			b.release()
			return nil, err
		}
	}
}

func (b *body) grow(size int) error {
	more := int64(size) - b.counted
	if err := b.pool.Take(b.client, more); err != nil {
		return err
	}
	b.counted += more
	data := make([]byte, len(b.data), size)
	copy(data, b.data)
	b.data = data
	return nil
}

func (b *body) release() {
	b.pool.Give(b.client, b.counted)
	b.counted, b.data = 0, nil
}
