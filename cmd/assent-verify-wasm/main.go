//go:build js

// Command assent-verify-wasm is the offline verifier for browsers and Node. It defines one function:
//
//	assentVerify(bundle: Uint8Array, trustRoot: Uint8Array, options?: Options): string | Error
//
// It returns the report as JSON, the same that "assent audit verify --json" prints, or an Error when the trust root or
// the options cannot be read. What is wrong with the bundle is in the report. An option that is undefined or null is
// absent; one of another name or type than these is an Error, since a check that was asked for must not be left out:
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
	"math"
	"slices"
	"strconv"
	"strings"
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

// maxTime is the last moment of JavaScript's dates, in milliseconds since 1970.
const maxTime = 8.64e15

func verify(args []js.Value) (report string, err error) {
	defer func() { // a panic, such as that of a getter which throws, would end the verifier for the whole page
		if r := recover(); r != nil {
			report, err = "", fmt.Errorf("assentVerify: %v", r)
		}
	}()
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
	if len(args) > 2 {
		if opts, err = optionsOf(args[2]); err != nil {
			return "", fmt.Errorf("assentVerify: options: %w", err)
		}
	}
	text, err := json.Marshal(audit.Verify(bundle, root, opts))
	if err != nil {
		return "", fmt.Errorf("assentVerify: writing the report: %w", err)
	}
	return string(text), nil
}

// bytesOf copies a Uint8Array.
func bytesOf(v js.Value) ([]byte, error) {
	if !v.InstanceOf(js.Global().Get("Uint8Array")) {
		return nil, fmt.Errorf("%s, want a Uint8Array", describe(v))
	}
	b := make([]byte, v.Length())
	js.CopyBytesToGo(b, v)
	return b, nil
}

// optionsOf reads the options. It looks at each by its name, so that none is left out, and takes no other.
func optionsOf(v js.Value) (opts audit.Options, err error) {
	if isAbsent(v) {
		return opts, nil
	}
	if err := checkRecord(v, "now", "with", "tcb", "floor"); err != nil {
		return opts, err
	}
	if now := fieldOf(v, "now"); !isAbsent(now) {
		if now.Type() != js.TypeNumber || !(math.Abs(now.Float()) <= maxTime) {
			return opts, fmt.Errorf("now: %s, want a number of milliseconds since 1970", describe(now))
		}
		opts.Now = time.UnixMilli(int64(now.Float())).UTC()
	}
	if opts.With, err = filesOf(fieldOf(v, "with")); err != nil {
		return opts, fmt.Errorf("with: %w", err)
	}
	var statuses []*string // a null among them is none
	if err := readList(fieldOf(v, "tcb"), &statuses); err != nil {
		return opts, fmt.Errorf("tcb: %w", err)
	}
	for i, status := range statuses {
		if status == nil {
			return opts, fmt.Errorf("tcb: status %d is none", i)
		}
		opts.TCB = append(opts.TCB, tee.TCBStatus(*status))
	}
	if opts.Floor, err = floorOf(fieldOf(v, "floor")); err != nil {
		return opts, fmt.Errorf("floor: %w", err)
	}
	return opts, nil
}

// floorItem is an item of the option floor, as it is given: what is absent is nil.
type floorItem struct {
	Platform  *string `json:"platform"`
	Component *string `json:"component"`
	SVN       *uint16 `json:"svn"`
}

// floorOf reads the option floor.
func floorOf(v js.Value) (floor []policy.Floor, err error) {
	var items []floorItem
	if err := readList(v, &items); err != nil {
		return nil, err
	}
	for i, f := range items {
		if f.Platform == nil || f.Component == nil || f.SVN == nil {
			return nil, fmt.Errorf("item %d lacks one of platform, component and svn", i)
		}
		platform := tee.TDX
		switch *f.Platform {
		case tee.TDX.String():
		case tee.SNP.String():
			platform = tee.SNP
		default:
			return nil, fmt.Errorf("item %d: platform %q is neither %s nor %s", i, *f.Platform, tee.TDX, tee.SNP)
		}
		floor = append(floor, policy.Floor{Platform: platform, Component: *f.Component, SVN: *f.SVN})
	}
	return floor, nil
}

// filesOf copies the files of the option with.
func filesOf(with js.Value) (files []audit.File, err error) {
	if isAbsent(with) {
		return nil, nil
	}
	if !isArray(with) {
		return nil, fmt.Errorf("%s, want an array", describe(with))
	}
	with = js.Global().Get("Array").Call("from", with)
	for i := range with.Length() {
		file := with.Index(i)
		if err := checkRecord(file, "name", "data"); err != nil {
			return nil, fmt.Errorf("file %d: %w", i, err)
		}
		name := fieldOf(file, "name")
		if name.Type() != js.TypeString {
			return nil, fmt.Errorf("file %d: name: %s, want a string", i, describe(name))
		}
		data, err := bytesOf(fieldOf(file, "data"))
		if err != nil {
			return nil, fmt.Errorf("file %d: data: %w", i, err)
		}
		files = append(files, audit.File{Name: name.String(), Data: data})
	}
	return files, nil
}

// readList reads an array by its JSON, whose objects have the fields of dst's items and no other.
func readList(list js.Value, dst any) error {
	if isAbsent(list) {
		return nil
	}
	if !isArray(list) {
		return fmt.Errorf("%s, want an array", describe(list))
	}
	text := js.Global().Get("JSON").Call("stringify", list).String()
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	return d.Decode(dst)
}

func isAbsent(v js.Value) bool { return v.IsUndefined() || v.IsNull() }

func isArray(v js.Value) bool { return js.Global().Get("Array").Call("isArray", v).Bool() }

// fieldOf returns a field of an object. What a getter throws is a panic, whereas out of Value.Get it ends the program.
func fieldOf(v js.Value, name string) js.Value {
	return js.Global().Get("Reflect").Call("get", v, name)
}

// checkRecord checks that a value is a plain object, unlike a Map or an array, and has no field but these.
func checkRecord(v js.Value, fields ...string) error {
	object := js.Global().Get("Object")
	if object.Get("prototype").Get("toString").Call("call", v).String() != "[object Object]" {
		return fmt.Errorf("%s, want a plain object", describe(v))
	}
	keys := object.Call("keys", v)
	for i := range keys.Length() {
		if key := keys.Index(i).String(); !slices.Contains(fields, key) {
			return fmt.Errorf("no field is called %q: the fields are %s", key, strings.Join(fields, ", "))
		}
	}
	return nil
}

// describe says what a value is, for an error.
func describe(v js.Value) string {
	switch v.Type() {
	case js.TypeString:
		return strconv.Quote(v.String())
	case js.TypeNumber, js.TypeBoolean:
		return js.Global().Get("String").Invoke(v).String()
	case js.TypeObject:
		return "an object"
	default:
		return v.Type().String()
	}
}
