package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/assent-network/assent/client/cli/term"
)

// usage says in our words what is wrong with the arguments of a command. Cobra's own errors have no type.
func usage(cmd *cobra.Command, err error) error {
	if err == nil {
		return nil
	}
	if failure := new(term.Failure); errors.As(err, &failure) {
		return err
	}
	told := func(prefixes ...string) bool {
		return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(err.Error(), p) })
	}
	switch {
	case told("required flag(s) "):
		var missing []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if _, required := f.Annotations[cobra.BashCompOneRequiredFlag]; required && !f.Changed {
				missing = append(missing, "--"+f.Name)
			}
		})
		err = fmt.Errorf("not given, and required: %s", strings.Join(missing, ", "))
	case told("accepts ", "requires at least "):
		err = fmt.Errorf("the command is %s; given are %s", cmd.UseLine(),
			count(cmd.Flags().NArg(), "argument", "arguments"))
	default:
		return err
	}
	return term.Fail(term.ExitInput, "see: "+cmd.CommandPath()+" --help", "%w", err)
}

// valueNames say in our words what a flag takes, where the library has a type of Go.
var valueNames = map[string]string{"stringArray": "text", "stringSlice": "list", "uint8": "number", "uint32": "number",
	"uint64": "number", "int": "number"}

// nameValues has the help of a command and all below name what their flags take.
func nameValues(cmd *cobra.Command) {
	for _, set := range []*pflag.FlagSet{cmd.Flags(), cmd.PersistentFlags()} {
		set.VisitAll(func(f *pflag.Flag) {
			name, ok := valueNames[f.Value.Type()]
			if !ok {
				return
			}
			if _, isList := f.Value.(pflag.SliceValue); isList {
				name += "..."
				if f.DefValue == "[]" {
					f.DefValue = ""
				}
			}
			f.Value = namedValue{f.Value, name}
		})
	}
	for _, c := range cmd.Commands() {
		nameValues(c)
	}
}

// namedValue is a flag's value under another name of its type.
type namedValue struct {
	pflag.Value
	name string
}

// Type returns the name that help shows.
func (v namedValue) Type() string { return v.name }

// flagError says in our words what is wrong with a flag. The library's name the functions of Go that read it.
func flagError(cmd *cobra.Command, err error) error {
	hint := "see: " + cmd.CommandPath() + " --help"
	var invalid *pflag.InvalidValueError
	if !errors.As(err, &invalid) {
		return term.Fail(term.ExitInput, hint, "%w", err)
	}
	flag := invalid.GetFlag()
	what, kind := "can be read", flag.Value.Type()
	if named, ok := flag.Value.(namedValue); ok {
		kind = named.Value.Type()
	}
	switch {
	case kind == "bool":
		what, hint = "is true or false", "give it without a value, or leave it out"
	case kind == "duration":
		what, hint = "is a duration", "write a duration such as 90m or 24h"
	case strings.HasPrefix(kind, "int"):
		what = "is a whole number in the range of this flag"
	case strings.HasPrefix(kind, "uint"):
		what = "is a whole number, 0 or more, in the range of this flag"
	}
	return term.Fail(term.ExitInput, hint, "--%s: %q is nothing that %s", flag.Name, invalid.GetValue(), what)
}
