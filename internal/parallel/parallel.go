// Package parallel does many pieces of the same work on all processors.
package parallel

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// Each calls do with 0 to n-1, as many at a time as there are processors. It returns the first error, after which it
// begins no more pieces.
func Each(n int, do func(i int) error) error {
	g, ctx := errgroup.WithContext(context.Background())
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		if ctx.Err() != nil {
			break
		}
		g.Go(func() error {
			if ctx.Err() != nil {
				return nil // this piece waited for its turn while another failed
			}
			return do(i)
		})
	}
	return g.Wait()
}
