// Package jobs has the stories of jobs: what the design guarantees, broken on purpose and seen to hold, on real nodes
// with real contracts. docs/design/guarantees.md says which story holds which guarantee.
package jobs
