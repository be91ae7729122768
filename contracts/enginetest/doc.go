// Package enginetest runs the contracts in the runtime's own engine, over its own state tree, with what the Go packages
// of protocol sign and read. Foundry's tests look into every corner; these hold that Solidity, the engine and Go agree.
package enginetest
