package accounts

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/holiman/uint256"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/runtime/modules"
)

// Prefixes below the module's name. The first two are layout's; the others no one outside reads.
const (
	balancePrefix     = "accounts\x02"
	totalSupplyPrefix = "accounts\x03"
)

// few and many are how many keys an iteration fetches at a time.
const (
	few  = 4
	many = 1000
)

// maxAmountBytes is the size of an amount: the SDK's are of 128 bits.
const maxAmountBytes = 16

// State reads and writes accounts in a state tree. Errors of its methods are either those of this package or faults of
// the tree, which end the batch.
type State struct {
	ctx  context.Context
	tree mkvs.KeyValueTree
}

// NewState returns the accounts of the tree.
func NewState(ctx context.Context, tree mkvs.KeyValueTree) State {
	return State{ctx: ctx, tree: tree}
}

// StateOf returns the accounts of the context's state.
func StateOf(c *modules.Context) State { return NewState(c.Context(), c.State()) }

// account is an account's metadata.
type account struct {
	Nonce uint64 `json:"nonce,omitempty"`
}

// Nonce returns the account's nonce; it is zero for accounts that never sent a transaction.
func (s State) Nonce(addr types.Address) (uint64, error) {
	key := layout.AccountKey(layout.AccountAddress(addr))
	value, err := s.tree.Get(s.ctx, key)
	if err != nil || value == nil {
		return 0, fault(err)
	}
	var acct account
	if err := cbor.Unmarshal(value, &acct); err != nil {
		return 0, fault(fmt.Errorf("reading account %s: %w", addr, err))
	}
	return acct.Nonce, nil
}

// SetNonce sets the account's nonce.
func (s State) SetNonce(addr types.Address, nonce uint64) error {
	key := layout.AccountKey(layout.AccountAddress(addr))
	return fault(s.tree.Insert(s.ctx, key, cbor.Marshal(account{Nonce: nonce})))
}

// Balance returns the account's balance of a denomination.
func (s State) Balance(addr types.Address, denomination types.Denomination) (uint256.Int, error) {
	return s.amount(balanceKey(addr, denomination))
}

// SetBalance sets the account's balance. The caller answers for the total supply: the sum of all balances must stay
// what [State.TotalSupply] says.
func (s State) SetBalance(addr types.Address, denomination types.Denomination, amount *uint256.Int) error {
	return s.setAmount(balanceKey(addr, denomination), amount)
}

// Add adds to the account's balance. It fails with [ErrInvalidArgument] when the balance would pass 128 bits.
func (s State) Add(addr types.Address, denomination types.Denomination, amount *uint256.Int) error {
	return s.add(balanceKey(addr, denomination), amount)
}

// Sub subtracts from the account's balance. It fails with [ErrInsufficientBalance] when there is too little.
func (s State) Sub(addr types.Address, denomination types.Denomination, amount *uint256.Int) error {
	return s.sub(balanceKey(addr, denomination), amount)
}

// Move moves an amount from one account to another, without an event.
func (s State) Move(from, to types.Address, denomination types.Denomination, amount *uint256.Int) error {
	if err := s.Sub(from, denomination, amount); err != nil {
		return err
	}
	return s.Add(to, denomination, amount)
}

// TotalSupply returns how much of a denomination there is.
func (s State) TotalSupply(denomination types.Denomination) (uint256.Int, error) {
	return s.amount(supplyKey(denomination))
}

// SetTotalSupply sets how much of a denomination there is; see [State.SetBalance].
func (s State) SetTotalSupply(denomination types.Denomination, amount *uint256.Int) error {
	return s.setAmount(supplyKey(denomination), amount)
}

// Balances returns all balances of the account by denomination, zero ones that are in the state included.
func (s State) Balances(addr types.Address) (map[types.Denomination]uint256.Int, error) {
	prefix := string(balanceKey(addr, ""))
	balances := make(map[types.Denomination]uint256.Int)
	err := s.each(prefix, few, func(rest string, amount uint256.Int) error {
		balances[types.Denomination(rest)] = amount
		return nil
	})
	return balances, err
}

// TotalSupplies returns the total supplies by denomination.
func (s State) TotalSupplies() (map[types.Denomination]uint256.Int, error) {
	supplies := make(map[types.Denomination]uint256.Int)
	err := s.each(totalSupplyPrefix, few, func(rest string, amount uint256.Int) error {
		supplies[types.Denomination(rest)] = amount
		return nil
	})
	return supplies, err
}

// EachBalance calls fn for every balance in the state, in the order of addresses and denominations, until it returns an
// error.
func (s State) EachBalance(fn func(types.Address, types.Denomination, uint256.Int) error) error {
	return s.each(balancePrefix, many, func(rest string, amount uint256.Int) error {
		var addr types.Address
		if len(rest) < len(addr) {
			return fault(fmt.Errorf("balance key of %d bytes is too short", len(rest)))
		}
		copy(addr[:], rest)
		return fn(addr, types.Denomination(rest[len(addr):]), amount)
	})
}

// each calls fn for the amounts below a prefix. A remote tree fetches as many at a time as prefetch says.
func (s State) each(prefix string, prefetch uint16, fn func(rest string, amount uint256.Int) error) error {
	it := s.tree.NewIterator(s.ctx, mkvs.IteratorPrefetch(prefetch))
	defer it.Close()
	for it.Seek([]byte(prefix)); it.Valid(); it.Next() {
		rest, ok := strings.CutPrefix(string(it.Key()), prefix)
		if !ok {
			break
		}
		amount, err := decodeAmount(it.Value())
		if err != nil {
			return fault(fmt.Errorf("reading amount at %x: %w", it.Key(), err))
		}
		if err := fn(rest, amount); err != nil {
			return err
		}
	}
	return fault(it.Err())
}

func (s State) amount(key []byte) (uint256.Int, error) {
	value, err := s.tree.Get(s.ctx, key)
	if err != nil || value == nil {
		return uint256.Int{}, fault(err)
	}
	amount, err := decodeAmount(value)
	if err != nil {
		return uint256.Int{}, fault(fmt.Errorf("reading amount at %x: %w", key, err))
	}
	return amount, nil
}

func (s State) setAmount(key []byte, amount *uint256.Int) error {
	if amount.ByteLen() > maxAmountBytes {
		return ErrInvalidArgument
	}
	return fault(s.tree.Insert(s.ctx, key, encodeAmount(amount)))
}

func (s State) add(key []byte, amount *uint256.Int) error {
	if amount.IsZero() {
		return nil
	}
	value, err := s.amount(key)
	if err != nil {
		return err
	}
	if _, overflow := value.AddOverflow(&value, amount); overflow {
		return ErrInvalidArgument
	}
	return s.setAmount(key, &value)
}

func (s State) sub(key []byte, amount *uint256.Int) error {
	if amount.IsZero() {
		return nil
	}
	value, err := s.amount(key)
	if err != nil {
		return err
	}
	if _, underflow := value.SubOverflow(&value, amount); underflow {
		return ErrInsufficientBalance
	}
	return s.setAmount(key, &value)
}

func balanceKey(addr types.Address, denomination types.Denomination) []byte {
	return layout.BalanceKey(layout.AccountAddress(addr), string(denomination))
}

func supplyKey(denomination types.Denomination) []byte {
	return append([]byte(totalSupplyPrefix), denomination...)
}

// fault marks an error of the tree so that it ends the batch: other replicas may not have it.
func fault(err error) error {
	if err == nil {
		return nil
	}
	return modules.Abort(err)
}

// encodeAmount encodes an amount as the SDK does: a CBOR byte string, big endian, without leading zeros.
func encodeAmount(amount *uint256.Int) []byte {
	n := amount.ByteLen()
	buf := make([]byte, 1+n)
	buf[0] = 0x40 | byte(n)
	word := amount.Bytes32()
	copy(buf[1:], word[len(word)-n:])
	return buf
}

var errMalformedAmount = errors.New("not an amount of at most 128 bits")

func decodeAmount(value []byte) (uint256.Int, error) {
	var amount uint256.Int
	if len(value) == 0 || len(value)-1 > maxAmountBytes || value[0] != 0x40|byte(len(value)-1) {
		return amount, errMalformedAmount
	}
	if len(value) > 1 && value[1] == 0 {
		return amount, errMalformedAmount
	}
	amount.SetBytes(value[1:])
	return amount, nil
}

// Quantity returns the amount as the SDK's type.
func Quantity(amount *uint256.Int) types.Quantity {
	var q types.Quantity
	if err := q.FromBigInt(amount.ToBig()); err != nil {
		panic("accounts: internal error: " + err.Error()) // Never negative.
	}
	return q
}

// Amount returns the SDK's quantity as an amount. It fails with [ErrInvalidArgument] above 128 bits.
func Amount(q *types.Quantity) (uint256.Int, error) {
	var amount uint256.Int
	if overflow := amount.SetFromBig(q.ToBigInt()); overflow || amount.ByteLen() > maxAmountBytes {
		return uint256.Int{}, ErrInvalidArgument
	}
	return amount, nil
}
