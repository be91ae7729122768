// Package hardware tells what a network for real data does with simulated TEEs: one whose runtime names the roots of
// Intel and AMD and no simulated one. The story is in the tests.
package hardware
