// Package transfer has the first stories of a network: somebody sends somebody money, and it arrives once, whatever
// happens to the node meanwhile.
package transfer
