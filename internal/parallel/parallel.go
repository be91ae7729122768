// Package parallel does many pieces of the same work on all processors.
package parallel

import (
	"errors"
	"runtime"
	"sync"
)

// Each calls do with 0 to n-1, on as many goroutines as there are processors. A goroutine stops at its first error; all
// errors are returned together.
func Each(n int, do func(i int) error) error {
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	errs := make([]error, workers)
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n && errs[w] == nil; i += workers {
				errs[w] = do(i)
			}
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}
