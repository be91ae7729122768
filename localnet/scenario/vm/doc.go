// Package vm tells of workers in confidential VMs: an image is built, measured, booted under emulation, and does a job.
package vm
