package modules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/oasisprotocol/oasis-core/go/common/version"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"
)

// Set is the modules of a runtime, in the order in which their hooks run. It is immutable and safe for concurrent use.
type Set struct {
	version version.Version
	modules []Module
	methods map[string]Method
	queries map[string]Query
	info    map[string]ModuleInfo
}

// MethodInfo describes a method or a query, for core.RuntimeInfo.
type MethodInfo struct {
	Kind string `json:"kind"`
	Name string `json:"name"`
}

// ModuleInfo describes a module, for core.RuntimeInfo.
type ModuleInfo struct {
	Version uint32       `json:"version"`
	Params  any          `json:"params"`
	Methods []MethodInfo `json:"methods"`
}

// NewSet returns the runtime that the modules make together. version is the runtime's own. Two modules, methods or
// queries of the same name are a bug of the caller's and reported as an error.
func NewSet(version version.Version, modules ...Module) (*Set, error) {
	s := &Set{
		version: version,
		modules: modules,
		methods: make(map[string]Method),
		queries: make(map[string]Query),
		info:    make(map[string]ModuleInfo),
	}
	for _, m := range modules {
		if err := s.add(m); err != nil {
			return nil, fmt.Errorf("registering module %q: %w", m.Name(), err)
		}
	}
	return s, nil
}

func (s *Set) add(m Module) error {
	if _, ok := s.info[m.Name()]; ok {
		return fmt.Errorf("a module of that name is registered")
	}
	info := ModuleInfo{Version: m.Version(), Methods: []MethodInfo{}}
	if p, ok := m.(MethodProvider); ok {
		for _, method := range p.Methods() {
			if _, ok := s.methods[method.Name]; ok {
				return fmt.Errorf("method %q is registered", method.Name)
			}
			s.methods[method.Name] = method
			info.Methods = append(info.Methods, MethodInfo{Kind: "call", Name: method.Name})
		}
	}
	var queries []Query
	if p, ok := m.(QueryProvider); ok {
		queries = p.Queries()
	}
	if p, ok := m.(ParametersProvider); ok {
		params := p.Parameters()
		info.Params = params
		queries = append(queries, NewQuery(m.Name()+".Parameters", func(*Context, None) (any, error) {
			return params, nil
		}))
	}
	for _, query := range queries {
		if _, ok := s.queries[query.Name]; ok {
			return fmt.Errorf("query %q is registered", query.Name)
		}
		s.queries[query.Name] = query
		info.Methods = append(info.Methods, MethodInfo{Kind: "query", Name: query.Name})
	}
	slices.SortFunc(info.Methods, func(a, b MethodInfo) int {
		return strings.Compare(a.Kind+a.Name, b.Kind+b.Name)
	})
	s.info[m.Name()] = info
	return nil
}

// Version returns the runtime's version.
func (s *Set) Version() version.Version { return s.version }

// Info describes the modules by name. It must not be changed.
func (s *Set) Info() map[string]ModuleInfo { return s.info }

// hooks calls fn for each module that has the interface H, in order, until one returns an error.
func hooks[H any](s *Set, fn func(H) error) error {
	for _, m := range s.modules {
		if h, ok := m.(H); ok {
			if err := fn(h); err != nil {
				return err
			}
		}
	}
	return nil
}

// CallResult is the outcome of a transaction's call: Failed is nil when it succeeded with Ok, an encoded value.
type CallResult struct {
	Ok     []byte
	Failed *Error
}

// IsSuccess reports whether the call succeeded.
func (r *CallResult) IsSuccess() bool { return r.Failed == nil }

// Encode returns the result as it stands in the chain.
func (r *CallResult) wire() *types.CallResult {
	if r.Failed != nil {
		return &types.CallResult{Failed: &types.FailedCallResult{
			Module: r.Failed.Module, Code: r.Failed.Code, Message: r.Failed.Message,
		}}
	}
	return &types.CallResult{Ok: r.Ok}
}
