package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestSummarise(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		code           int
	}{
		{"passes and skips are counted", `{"Action":"pass","Package":"p","Test":"TestA"}
{"Action":"output","Package":"p","Test":"TestB","Output":"    b_test.go:3: no bwrap here\n"}
{"Action":"skip","Package":"p","Test":"TestB"}
{"Action":"pass","Package":"p","Elapsed":0.1}`, "skip  p.TestB: no bwrap here\n1 passed, 0 failed, 1 skipped\n", 0},
		{"a failure shows its output", `{"Action":"output","Package":"p","Test":"TestA","Output":"got 1, want 2\n"}
{"Action":"fail","Package":"p","Test":"TestA"}`, "FAIL  p.TestA\n      got 1, want 2\n0 passed, 1 failed, 0 skipped\n", 1},
		{"a package that does not build fails", `{"Action":"build-fail","ImportPath":"p"}`,
			"FAIL  p does not build\n0 passed, 1 failed, 0 skipped\n", 1},
		{"no test at all is a failure", ``, "0 passed, 0 failed, 0 skipped\n", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			if code := summarise(strings.NewReader(c.in), &out); code != c.code {
				t.Errorf("exit code %d, want %d", code, c.code)
			}
			if !strings.HasSuffix(out.String(), c.want) {
				t.Errorf("printed %q, want it to end with %q", out.String(), c.want)
			}
		})
	}
}
