package localnet

import (
	"errors"
	"fmt"
	"time"
)

var (
	// ErrNoNetwork comes when the directory has no network.
	ErrNoNetwork = errors.New("there is no network")

	// ErrBusy comes when another program starts or stops the same network at this moment: wait for it.
	ErrBusy = errors.New("another program is starting or stopping this network")
)

// MissingProgramError comes when a program that the network runs cannot be found.
type MissingProgramError struct {
	// Name is the program's; Where is where it was looked for.
	Name, Where string
}

// Error implements error.
func (e *MissingProgramError) Error() string {
	return fmt.Sprintf("the program %s is not in %s", e.Name, e.Where)
}

// Hint says what to do about it.
func (e *MissingProgramError) Hint() string { return "build it with: make build" }

// StaleError comes when a directory has a network of another version of this program.
type StaleError struct {
	Dir string
	// Found and Want are the formats of the directory.
	Found, Want int
}

// Error implements error.
func (e *StaleError) Error() string {
	return fmt.Sprintf("the network in %s was made by another version of this program (format %d, this one has %d)",
		e.Dir, e.Found, e.Want)
}

// Hint says what to do about it.
func (e *StaleError) Hint() string {
	return "remove it and start a new one: assent localnet down --wipe"
}

// ForeignDirError comes when a directory has files that are no network's.
type ForeignDirError struct{ Dir string }

// Error implements error.
func (e *ForeignDirError) Error() string {
	return fmt.Sprintf("the directory %s has files that belong to no network", e.Dir)
}

// Hint says what to do about it.
func (e *ForeignDirError) Hint() string {
	return "choose an empty directory, or one that does not exist"
}

// DifferentError comes when a network exists but is not made as asked.
type DifferentError struct {
	Dir        string
	What       string
	Has, Asked any
}

// Error implements error.
func (e *DifferentError) Error() string {
	return fmt.Sprintf("the network in %s has %s %v, not %v", e.Dir, e.What, e.Has, e.Asked)
}

// Hint says what to do about it.
func (e *DifferentError) Hint() string {
	return "use another directory, or remove this network first: assent localnet down --wipe"
}

// PortError comes when a port that the network keeps is taken.
type PortError struct {
	Node string
	Port uint16
}

// Error implements error.
func (e *PortError) Error() string {
	return fmt.Sprintf("port %d of %s is used by another program", e.Port, e.Node)
}

// Hint says what to do about it.
func (e *PortError) Hint() string {
	return fmt.Sprintf("stop that program (ss -ltnp 'sport = :%d' names it), or remove the network: assent localnet "+
		"down --wipe", e.Port)
}

// NodeError comes when a node ends although no one stopped it.
type NodeError struct {
	Node string
	// Log is the path of its log, and Line the last line there that says why, if any does.
	Log, Line string
}

// Error implements error.
func (e *NodeError) Error() string {
	if e.Line == "" {
		return fmt.Sprintf("%s ended without saying why: it may have been killed", e.Node)
	}
	return fmt.Sprintf("%s ended: %s", e.Node, e.Line)
}

// Hint says what to do about it.
func (e *NodeError) Hint() string { return "read " + e.Log }

// SlowError comes when a node runs but is not ready in time.
type SlowError struct {
	Node  string
	After time.Duration
	// Log is the path of its log, and Line the last line there that may say why, if any does.
	Log, Line string
}

// Error implements error.
func (e *SlowError) Error() string {
	line := ""
	if e.Line != "" {
		line = "; its log says: " + e.Line
	}
	return fmt.Sprintf("%s is not ready after %s%s", e.Node, e.After.Round(time.Second), line)
}

// Hint says what to do about it.
func (e *SlowError) Hint() string { return "read " + e.Log + "; a machine under load may need longer" }
