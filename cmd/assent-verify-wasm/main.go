//go:build js

// Command assent-verify-wasm is the offline verifier for browsers and Node. It defines one function:
//
//	assentVerify(bundle: Uint8Array, trustRoot: Uint8Array, options?: Options): string | Error
//
// It returns the report as JSON, the same that "assent audit verify --json" prints, or an Error when the trust root or
// the options cannot be read. What is wrong with the bundle is in the report. Options are:
//
//	now    number                        milliseconds since 1970 by which the bundle's age is stated; none when absent
//	with   {name: string,                other bundles, or snapshot files, that have the consent entries which the
//	        data: Uint8Array}[]          bundle leaves out
//	tcb    string[]                      statuses of platforms that are accepted beside UpToDate
//	floor  {platform: "tdx" | "snp",     smallest security versions of firmware; quotes of SNP need one
//	        component: string,
//	        svn: number}[]
package main

import (
	"encoding/json"
	"fmt"
	"syscall/js"
	"time"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/protocol/trustroot"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/policy"
)

func main() {
	js.Global().Set("assentVerify", js.FuncOf(func(_ js.Value, args []js.Value) any {
		report, err := verify(args)
		if err != nil {
			return js.Global().Get("Error").New(err.Error())
		}
		return report
	}))
	select {} // the function is called for as long as the page lives
}

func verify(args []js.Value) (string, error) {
	if len(args) < 2 {
		return "", fmt.Errorf("assentVerify: %d arguments, want bundle, trust root and perhaps options", len(args))
	}
	bundle, err := bytesOf(args[0])
	if err != nil {
		return "", fmt.Errorf("assentVerify: bundle: %w", err)
	}
	raw, err := bytesOf(args[1])
	if err != nil {
		return "", fmt.Errorf("assentVerify: trust root: %w", err)
	}
	root, err := trustroot.Parse(raw)
	if err != nil {
		return "", fmt.Errorf("assentVerify: %w", err)
	}
	var opts audit.Options
	if len(args) > 2 && args[2].Type() == js.TypeObject {
		if opts, err = optionsOf(args[2]); err != nil {
			return "", fmt.Errorf("assentVerify: options: %w", err)
		}
	}
	report, err := json.Marshal(audit.Verify(bundle, root, opts))
	if err != nil {
		return "", fmt.Errorf("assentVerify: writing the report: %w", err)
	}
	return string(report), nil
}

// bytesOf copies a Uint8Array.
func bytesOf(v js.Value) ([]byte, error) {
	if !v.InstanceOf(js.Global().Get("Uint8Array")) {
		return nil, fmt.Errorf("a %s, want a Uint8Array", v.Type())
	}
	b := make([]byte, v.Length())
	js.CopyBytesToGo(b, v)
	return b, nil
}

func optionsOf(v js.Value) (opts audit.Options, err error) {
	if now := v.Get("now"); now.Type() == js.TypeNumber {
		opts.Now = time.UnixMilli(int64(now.Float())).UTC()
	}
	if with := v.Get("with"); with.Type() == js.TypeObject {
		for i := range with.Length() {
			file := with.Index(i)
			data, err := bytesOf(file.Get("data"))
			if err != nil {
				return opts, fmt.Errorf("file %d of with: %w", i, err)
			}
			opts.With = append(opts.With, audit.File{Name: file.Get("name").String(), Data: data})
		}
	}
	if err := listOf(v, "tcb", &opts.TCB); err != nil {
		return opts, err
	}
	var floor []struct {
		Platform  string
		Component string
		SVN       uint16
	}
	if err := listOf(v, "floor", &floor); err != nil {
		return opts, err
	}
	for _, f := range floor {
		platform := tee.TDX
		switch f.Platform {
		case tee.TDX.String():
		case tee.SNP.String():
			platform = tee.SNP
		default:
			return opts, fmt.Errorf("floor: platform %q is neither %s nor %s", f.Platform, tee.TDX, tee.SNP)
		}
		opts.Floor = append(opts.Floor, policy.Floor{Platform: platform, Component: f.Component, SVN: f.SVN})
	}
	return opts, nil
}

// listOf reads a list among the options, if it is there.
func listOf(options js.Value, name string, dst any) error {
	list := options.Get(name)
	if list.Type() != js.TypeObject {
		return nil
	}
	text := js.Global().Get("JSON").Call("stringify", list).String()
	if err := json.Unmarshal([]byte(text), dst); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
