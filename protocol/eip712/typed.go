package eip712

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

const (
	maxTypes = 64  // struct types in one document
	maxDepth = 32  // nesting of structs and arrays
	maxItems = 1e5 // encoded values in one document
)

// Member is one member of a struct type.
type Member struct {
	Name string `json:"name"`
	Type string `json:"type"`
}

// TypedData is the document that eth_signTypedData_v4 takes. Numbers in Domain and Message may be decimal or 0x
// strings, json.Number or Go integers.
type TypedData struct {
	Types       map[string][]Member `json:"types"`
	PrimaryType string              `json:"primaryType"`
	Domain      map[string]any      `json:"domain"`
	Message     map[string]any      `json:"message"`
}

// New returns the document of one of our flat structs, from its encoded type and the members' values in the order of
// the type.
func New(d Domain, encodedType string, values ...any) (TypedData, error) {
	name, rest, ok := strings.Cut(encodedType, "(")
	if !ok || !strings.HasSuffix(rest, ")") {
		return TypedData{}, fmt.Errorf("eip712: %q is not an encoded type", encodedType)
	}
	var members []Member
	for _, m := range strings.Split(strings.TrimSuffix(rest, ")"), ",") {
		typ, field, ok := strings.Cut(m, " ")
		if !ok {
			return TypedData{}, fmt.Errorf("eip712: %q in %s is not a member", m, name)
		}
		members = append(members, Member{Name: field, Type: typ})
	}
	if len(members) != len(values) {
		return TypedData{}, fmt.Errorf("eip712: %s has %d members, got %d values", name, len(members), len(values))
	}
	msg := make(map[string]any, len(values))
	for i, m := range members {
		msg[m.Name] = values[i]
	}
	return TypedData{
		Types: map[string][]Member{
			"EIP712Domain": {{"name", "string"}, {"version", "string"}, {"chainId", "uint256"},
				{"verifyingContract", "address"}},
			name: members,
		},
		PrimaryType: name,
		Domain: map[string]any{
			"name": Name, "version": Version,
			"chainId":           strconv.FormatUint(d.ChainID, 10),
			"verifyingContract": "0x" + hex.EncodeToString(d.Contract[:]),
		},
		Message: msg,
	}, nil
}

// Parse reads a document as wallets and dApps write it. Unknown members of the document are errors; members of the
// message that no type names are too, since a wallet would show them and the signature would not cover them.
func Parse(data []byte) (TypedData, error) {
	var t TypedData
	dec := json.NewDecoder(strings.NewReader(string(data)))
	dec.UseNumber()
	dec.DisallowUnknownFields()
	if err := dec.Decode(&t); err != nil {
		return t, fmt.Errorf("eip712: parse typed data: %w", err)
	}
	if dec.More() {
		return t, errors.New("eip712: parse typed data: data after the document")
	}
	_, err := t.Digest()
	return t, err
}

// Digest returns what a wallet signs for this document.
func (t TypedData) Digest() (common.Hash, error) {
	if len(t.Types) > maxTypes {
		return common.Hash{}, fmt.Errorf("eip712: %d types, at most %d", len(t.Types), maxTypes)
	}
	dom := t.withDomainType()
	sep, err := dom.HashStruct("EIP712Domain", t.Domain)
	if err != nil {
		return common.Hash{}, err
	}
	if t.PrimaryType == "EIP712Domain" {
		return crypto.Keccak256Hash([]byte{0x19, 0x01}, sep[:]), nil
	}
	h, err := t.HashStruct(t.PrimaryType, t.Message)
	if err != nil {
		return common.Hash{}, err
	}
	return crypto.Keccak256Hash([]byte{0x19, 0x01}, sep[:], h[:]), nil
}

// withDomainType adds the domain's type from the members present, as viem and ethers do when the document leaves it
// out.
func (t TypedData) withDomainType() TypedData {
	if _, ok := t.Types["EIP712Domain"]; ok {
		return t
	}
	var ms []Member
	for _, m := range []Member{{"name", "string"}, {"version", "string"}, {"chainId", "uint256"},
		{"verifyingContract", "address"}, {"salt", "bytes32"}} {
		if _, ok := t.Domain[m.Name]; ok {
			ms = append(ms, m)
		}
	}
	t.Types = map[string][]Member{"EIP712Domain": ms}
	return t
}

// EncodeType returns the type with the types it uses, as EIP-712 orders them.
func (t TypedData) EncodeType(name string) (string, error) {
	deps := map[string]bool{}
	if err := t.collect(name, deps); err != nil {
		return "", err
	}
	delete(deps, name)
	var names []string
	for n := range deps {
		names = append(names, n)
	}
	slices.Sort(names)
	var b strings.Builder
	for _, n := range append([]string{name}, names...) {
		b.WriteString(n + "(")
		for i, m := range t.Types[n] {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(m.Type + " " + m.Name)
		}
		b.WriteByte(')')
	}
	return b.String(), nil
}

func (t TypedData) collect(name string, seen map[string]bool) error {
	if seen[name] {
		return nil
	}
	members, ok := t.Types[name]
	if !ok {
		return fmt.Errorf("eip712: type %q is not defined", name)
	}
	seen[name] = true
	names := map[string]bool{}
	for _, m := range members {
		if !identifier(m.Name) || names[m.Name] {
			return fmt.Errorf("eip712: member %q of %s is no identifier or appears twice", m.Name, name)
		}
		names[m.Name] = true
		base, _, _ := strings.Cut(m.Type, "[")
		if _, isStruct := t.Types[base]; isStruct {
			if err := t.collect(base, seen); err != nil {
				return err
			}
		}
	}
	return nil
}

func identifier(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c != '_' && c != '$' && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

// HashStruct hashes a value of a struct type of this document.
func (t TypedData) HashStruct(name string, value map[string]any) (common.Hash, error) {
	items := 0
	return t.hashStruct(name, value, 0, &items)
}

func (t TypedData) hashStruct(name string, value map[string]any, depth int, items *int) (common.Hash, error) {
	b, err := t.encodeData(name, value, depth, items)
	if err != nil {
		return common.Hash{}, err
	}
	return crypto.Keccak256Hash(b), nil
}

// encodeData is the type hash followed by one word per member.
func (t TypedData) encodeData(name string, value map[string]any, depth int, items *int) ([]byte, error) {
	enc, err := t.EncodeType(name)
	if err != nil {
		return nil, err
	}
	h := TypeHash(enc)
	b := h[:]
	for _, m := range t.Types[name] {
		v, ok := value[m.Name]
		if !ok {
			return nil, fmt.Errorf("eip712: %s.%s has no value", name, m.Name)
		}
		w, err := t.word(m.Type, v, depth+1, items)
		if err != nil {
			return nil, fmt.Errorf("eip712: %s.%s: %w", name, m.Name, err)
		}
		b = append(b, w[:]...)
	}
	if len(value) != len(t.Types[name]) {
		for k := range value {
			if !slices.ContainsFunc(t.Types[name], func(m Member) bool { return m.Name == k }) {
				return nil, fmt.Errorf("eip712: %s has no member %q, a signature would not cover it", name, k)
			}
		}
	}
	return b, nil
}

func (t TypedData) word(typ string, v any, depth int, items *int) (Word, error) {
	if *items++; depth > maxDepth || *items > maxItems {
		return Word{}, fmt.Errorf("data nested deeper than %d or with more than %d values", maxDepth, int(maxItems))
	}
	if strings.HasSuffix(typ, "]") {
		return t.array(typ, v, depth, items)
	}
	if _, ok := t.Types[typ]; ok {
		m, ok := v.(map[string]any)
		if !ok {
			return Word{}, fmt.Errorf("%s expected, got %T", typ, v)
		}
		h, err := t.hashStruct(typ, m, depth, items)
		return Word(h), err
	}
	return atom(typ, v)
}

func (t TypedData) array(typ string, v any, depth int, items *int) (Word, error) {
	open := strings.LastIndexByte(typ, '[')
	if open <= 0 {
		return Word{}, fmt.Errorf("type %q is malformed", typ)
	}
	list, ok := v.([]any)
	if !ok {
		return Word{}, fmt.Errorf("array expected, got %T", v)
	}
	if size := typ[open+1 : len(typ)-1]; size != "" {
		n, err := strconv.Atoi(size)
		if err != nil || n != len(list) {
			return Word{}, fmt.Errorf("%s has %d elements", typ, len(list))
		}
	}
	words := make([]Word, len(list))
	for i, e := range list {
		w, err := t.word(typ[:open], e, depth+1, items)
		if err != nil {
			return Word{}, fmt.Errorf("element %d: %w", i, err)
		}
		words[i] = w
	}
	return Array(words...), nil
}

// atom encodes a value of an elementary type.
func atom(typ string, v any) (w Word, err error) {
	switch typ {
	case "bool":
		b, ok := v.(bool)
		if !ok {
			return w, fmt.Errorf("bool expected, got %T", v)
		}
		return Bool(b), nil
	case "string":
		s, ok := v.(string)
		if !ok {
			return w, fmt.Errorf("string expected, got %T", v)
		}
		return String(s), nil
	case "bytes":
		b, err := byteValue(v)
		if err != nil {
			return w, err
		}
		return Bytes(b), nil
	case "address":
		b, err := byteValue(v)
		if err != nil || len(b) != 20 {
			return w, fmt.Errorf("address of 20 bytes expected, got %v", v)
		}
		return Address(common.Address(b)), nil
	}
	switch {
	case strings.HasPrefix(typ, "bytes"):
		n, err := width(typ[5:], 32, 1)
		if err != nil {
			return w, fmt.Errorf("type %q: %w", typ, err)
		}
		b, err := byteValue(v)
		if err != nil || len(b) != n {
			return w, fmt.Errorf("%s expected, got %v", typ, v)
		}
		copy(w[:], b)
		return w, nil
	case strings.HasPrefix(typ, "uint"), strings.HasPrefix(typ, "int"):
		signed := typ[0] == 'i'
		n, err := width(strings.TrimPrefix(strings.TrimPrefix(typ, "u"), "int"), 256, 8)
		if err != nil {
			return w, fmt.Errorf("type %q: %w", typ, err)
		}
		i, err := integer(v)
		if err != nil {
			return w, err
		}
		return integerWord(i, n, signed)
	}
	return w, fmt.Errorf("type %q is unknown", typ)
}

// width parses the size in a type's name: a multiple of step up to max.
func width(s string, max, step int) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < step || n > max || n%step != 0 || strconv.Itoa(n) != s {
		return 0, fmt.Errorf("size %q is not a multiple of %d up to %d", s, step, max)
	}
	return n, nil
}

func byteValue(v any) ([]byte, error) {
	switch v := v.(type) {
	case []byte:
		return v, nil
	case string:
		if !strings.HasPrefix(v, "0x") {
			return nil, fmt.Errorf("bytes must start with 0x, got %.16q", v)
		}
		return hex.DecodeString(v[2:])
	}
	return nil, fmt.Errorf("bytes expected, got %T", v)
}

func integer(v any) (*big.Int, error) {
	var s string
	switch v := v.(type) {
	case string:
		s = v
	case json.Number:
		s = v.String()
	case *big.Int:
		return v, nil
	case int:
		return big.NewInt(int64(v)), nil
	case uint64:
		return new(big.Int).SetUint64(v), nil
	default:
		return nil, fmt.Errorf("integer expected, got %T", v)
	}
	base, digits := 10, s
	if strings.HasPrefix(s, "0x") {
		base, digits = 16, s[2:]
	}
	if len(s) > 80 || digits == "" || strings.ContainsAny(digits, "_+") || base == 16 && digits[0] == '-' {
		return nil, fmt.Errorf("%.80q is no integer", s)
	}
	i, ok := new(big.Int).SetString(digits, base)
	if !ok {
		return nil, fmt.Errorf("%.80q is no integer", s)
	}
	return i, nil
}

// integerWord encodes in two's complement and refuses what does not fit.
func integerWord(i *big.Int, bits int, signed bool) (w Word, err error) {
	low, high := new(big.Int), new(big.Int).Lsh(big.NewInt(1), uint(bits))
	if signed {
		high.Rsh(high, 1)
		low.Neg(high)
	}
	if i.Cmp(low) < 0 || i.Cmp(high) >= 0 {
		return w, fmt.Errorf("%s does not fit %d bits", i, bits)
	}
	if i.Sign() < 0 {
		i = new(big.Int).Add(i, new(big.Int).Lsh(big.NewInt(1), 256))
	}
	i.FillBytes(w[:])
	return w, nil
}
