// Package transfer has the first stories of a network: one account sends another money, and it arrives once, whatever
// happens to the node meanwhile.
package transfer
