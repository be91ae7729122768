package release

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/ethereum/go-ethereum/common"
)

// ErrUnreachable says that no broker answered. Trying again later is right: nothing was released.
var ErrUnreachable = errors.New("the broker cannot be reached")

// Client asks one broker.
type Client struct {
	base string
	http *http.Client
}

// NewClient returns a client for the broker at a base URL such as http://127.0.0.1:8600.
func NewClient(base string, client *http.Client) (*Client, error) {
	u, err := url.Parse(base)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return nil, fmt.Errorf("broker URL %q is not of the form http://host:port", base)
	}
	return &Client{base: u.Scheme + "://" + u.Host, http: client}, nil
}

// Challenge asks for a nonce.
func (c *Client) Challenge(ctx context.Context) (common.Hash, error) {
	var ch Challenge
	if err := c.post(ctx, ChallengePath, struct{}{}, &ch); err != nil {
		return common.Hash{}, err
	}
	return ch.Nonce, nil
}

// Serves asks whether the broker serves a dataset. It returns a *Refusal when it does not. The caller verifies either.
func (c *Client) Serves(ctx context.Context, s Serves) (Served, error) {
	var answer Served
	err := c.post(ctx, ServesPath, s, &answer)
	return answer, err
}

// Release asks for a key. It returns a *Refusal when the answer is a refusal; the caller verifies whose it is.
func (c *Client) Release(ctx context.Context, r Request) ([]byte, error) {
	var resp Response
	if err := c.post(ctx, ReleasePath, r, &resp); err != nil {
		return nil, err
	}
	return resp.Wrapped, nil
}

func (c *Client) post(ctx context.Context, path string, in, out any) error {
	answer, err := c.Post(ctx, path, in, MaxBody)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(answer, out); err != nil {
		return fmt.Errorf("reading the answer of the broker at %s: %w", c.base, err)
	}
	return nil
}

// Post asks something of the broker and returns its answer, of at most so many bytes. It returns a *Refusal when the
// broker refuses. What is said under other paths than this package's is in packages of their own.
func (c *Client) Post(ctx context.Context, path string, in any, limit int64) ([]byte, error) {
	body, err := json.Marshal(in)
	if err != nil {
		return nil, fmt.Errorf("asking the broker at %s: %w", c.base, err)
	}
	rq, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+path, bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("asking the broker at %s: %w", c.base, err)
	}
	rq.Header.Set("Content-Type", "application/json")
	resp, err := c.http.Do(rq)
	if err != nil {
		return nil, fmt.Errorf("%w at %s: %w", ErrUnreachable, c.base, err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, limit))
	if err != nil {
		return nil, fmt.Errorf("%w at %s: %w", ErrUnreachable, c.base, err)
	}
	switch resp.StatusCode {
	case http.StatusOK:
		return answer, nil
	case http.StatusForbidden:
		var refusal Refusal
		if err := json.Unmarshal(answer, &refusal); err != nil || refusal.Code == "" {
			return nil, fmt.Errorf("the broker at %s refused without a reason", c.base)
		}
		return nil, &refusal
	default:
		return nil, fmt.Errorf("%w at %s: it answered %s", ErrUnreachable, c.base, resp.Status)
	}
}
