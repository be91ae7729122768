// Package bindings holds the ABI and the creation code of the contracts in
// contracts/src, as Go. It is generated: run `make -C contracts generate` after
// a change to a contract, and never edit bindings.go by hand.
package bindings
