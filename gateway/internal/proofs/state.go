package proofs

import (
	"context"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/quantity"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/gateway/internal/rpcerr"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
)

// AccountProof is the answer to assent_getProof: values of an account, a proof of them against the state root of a
// round, and what leads to that round from the consensus layer.
type AccountProof struct {
	Header
	Anchor
	Address  common.Address `json:"address"`
	Nonce    hexutil.Uint64 `json:"nonce"`
	Balance  *hexutil.Big   `json:"balance"`
	CodeHash common.Hash    `json:"codeHash"`
	Storage  []StorageValue `json:"storage"`
	// StorageProof shows the keys of the account's nonce, its native balance, its code hash and the slots, as
	// protocol/layout has them, present or absent. It is for proof.Entries.Open with the header's state root.
	StorageProof []hexutil.Bytes `json:"storageProof"`
}

// StorageValue is a storage slot with its value.
type StorageValue struct {
	Slot  common.Hash `json:"slot"`
	Value common.Hash `json:"value"`
}

// GetProof is assent_getProof.
func (a *Assent) GetProof(ctx context.Context, addr common.Address, slots []common.Hash,
	where *rpc.BlockNumberOrHash) (*AccountProof, error) {
	if len(slots) > maxSlots {
		return nil, rpcerr.New(rpcerr.CodeLimit, "%d slots, at most %d at a time", len(slots), maxSlots)
	}
	weighed := anchorBytes + provenKeyBytes*(3+len(slots))
	ctx, leave, err := a.enter(ctx, weighed)
	if err != nil {
		return nil, err
	}
	defer leave()
	header, err := a.header(ctx, where)
	if err != nil {
		return nil, err
	}
	out := &AccountProof{Header: *header, Address: addr, Storage: []StorageValue{}, StorageProof: []hexutil.Bytes{}}
	if err := a.fillAccount(ctx, out, slots); err != nil {
		return nil, fail(err)
	}
	anchor, err := a.anchor(ctx, uint64(header.Round))
	if err != nil {
		return nil, fail(err)
	}
	out.Anchor = *anchor
	size := len(anchor.LightBlock) + sizeOf(anchor.ConsensusProof) + sizeOf(anchor.Newer) + sizeOf(out.StorageProof) +
		2*common.HashLength*len(slots)
	return out, a.grow(ctx, size, weighed)
}

// fillAccount proves and reads what is asked of the account.
func (a *Assent) fillAccount(ctx context.Context, out *AccountProof, slots []common.Hash) error {
	h, err := proof.DecodeHeader(out.Header.Header)
	if err != nil {
		return err
	}
	address := layout.Address(out.Address)
	account := layout.AccountOf(address)
	nonceKey, balanceKey, codeKey := layout.AccountKey(account), layout.BalanceKey(account, ""),
		layout.CodeHashKey(address)
	keys := [][]byte{nonceKey, balanceKey, codeKey}
	for _, slot := range slots {
		keys = append(keys, layout.StorageKey(address, layout.Word(slot)))
	}
	out.CodeHash, out.Balance = types.EmptyCodeHash, new(hexutil.Big)
	if h.StateRoot == oasis.EmptyHash() {
		for _, slot := range slots {
			out.Storage = append(out.Storage, StorageValue{Slot: slot})
		}
		return nil
	}
	tree, err := showAll(ctx, a.cfg.Node.RuntimeState(), fromnode.StorageRoot(h), keys)
	if err != nil {
		return err
	}
	if out.StorageProof, err = prove(tree, keys); err != nil {
		return err
	}
	var (
		nonce   struct{ Nonce uint64 }
		balance quantity.Quantity
	)
	for _, field := range []struct {
		key  []byte
		into any
	}{{nonceKey, &nonce}, {balanceKey, &balance}} {
		v, ok, err := tree.Get(field.key)
		if err != nil {
			return err
		}
		if ok {
			if err := cbor.UnmarshalTrusted(v, field.into); err != nil {
				return err
			}
		}
	}
	out.Nonce, out.Balance = hexutil.Uint64(nonce.Nonce), (*hexutil.Big)(balance.ToBigInt())
	if v, ok, err := tree.Get(codeKey); err != nil {
		return err
	} else if ok {
		out.CodeHash = common.BytesToHash(v)
	}
	for i, slot := range slots {
		v, _, err := tree.Get(keys[3+i])
		if err != nil {
			return err
		}
		out.Storage = append(out.Storage, StorageValue{Slot: slot, Value: common.BytesToHash(v)})
	}
	return nil
}

// ConsentRange is the answer to assent_getConsentRange: a page of one of the two words of a consent ledger's entries,
// in the order of pseudonyms.
type ConsentRange struct {
	Header
	Ledger  common.Address `json:"ledger"`
	Entries []ConsentEntry `json:"entries"`
	// Next is the pseudonym to go on from, absent at the end.
	Next *common.Address `json:"next,omitempty"`
	// Proof shows that the entries are all there are between the first pseudonym asked for and Next, for
	// proof.VerifyTree and Tree.Walk with the header's state root. assent_getProof leads to the header.
	Proof []hexutil.Bytes `json:"proof"`
}

// ConsentEntry is a pseudonym with the word asked for.
type ConsentEntry struct {
	Pseudonym common.Address `json:"pseudonym"`
	Word      common.Hash    `json:"word"`
}

// consentEntryBytes is what a ConsentEntry takes in an answer, halved as hexadecimal is.
const consentEntryBytes = common.AddressLength + common.HashLength + 20

// RangeOptions say which page of a ledger is meant.
type RangeOptions struct {
	// From is the first pseudonym, the very first by default.
	From *common.Address `json:"from"`
	// Limit is how many entries are wanted.
	Limit *hexutil.Uint64 `json:"limit"`
	// Origins asks for the origin words in place of the entry words. A ledger's two words are two ranges of its
	// storage.
	Origins bool `json:"origins"`
}

// GetConsentRange is assent_getConsentRange.
func (a *Assent) GetConsentRange(ctx context.Context, ledger common.Address, where *rpc.BlockNumberOrHash,
	options *RangeOptions) (*ConsentRange, error) {
	limit, from := uint64(defaultPage), layout.Address{}
	if options != nil && options.Limit != nil {
		if limit = uint64(*options.Limit); limit < 1 || limit > maxRangePage {
			return nil, rpcerr.New(rpcerr.CodeLimit, "limit of %d entries, it must be from 1 to %d", limit,
				maxRangePage)
		}
	}
	if options != nil && options.From != nil {
		from = layout.Address(*options.From)
	}
	weighed := headerBytes + rangeEntryBytes*int(limit)
	ctx, leave, err := a.enter(ctx, weighed)
	if err != nil {
		return nil, err
	}
	defer leave()
	header, err := a.header(ctx, where)
	if err != nil {
		return nil, err
	}
	out := &ConsentRange{Header: *header, Ledger: ledger, Entries: []ConsentEntry{}, Proof: []hexutil.Bytes{}}
	if err := a.fillRange(ctx, out, wordsOf(ledger, options), from, uint16(limit)); err != nil {
		return nil, fail(err)
	}
	return out, a.grow(ctx, sizeOf(out.Proof)+consentEntryBytes*len(out.Entries), weighed)
}

// words are one of the two ranges of a ledger.
type words struct {
	prefix []byte
	slot   func(layout.Address) layout.Word
}

func wordsOf(ledger common.Address, options *RangeOptions) words {
	if options != nil && options.Origins {
		return words{layout.ConsentOriginRange(layout.Address(ledger)), layout.ConsentOriginSlot}
	}
	return words{layout.ConsentEntryRange(layout.Address(ledger)), layout.ConsentEntrySlot}
}

func (a *Assent) fillRange(ctx context.Context, out *ConsentRange, of words, from layout.Address, limit uint16) error {
	h, err := proof.DecodeHeader(out.Header.Header)
	if err != nil {
		return err
	}
	if h.StateRoot == oasis.EmptyHash() {
		return nil
	}
	root := fromnode.StorageRoot(h)
	prefix, start := of.prefix, layout.StorageKey(layout.Address(out.Ledger), of.slot(from))
	rsp, err := a.cfg.Node.RuntimeState().SyncIterate(ctx, &syncer.IterateRequest{
		Tree: syncer.TreeID{Root: root, Position: root.Hash}, Key: start, Prefetch: limit, ProofVersion: 1,
	})
	if err != nil {
		return err
	}
	tree, err := fromnode.VerifyTree(root.Hash, &rsp.Proof)
	if err != nil {
		return err
	}
	out.Proof = entries(rsp.Proof.Entries)
	next, err := tree.Walk(prefix, start, func(key, value []byte) error {
		out.Entries = append(out.Entries, ConsentEntry{Pseudonym: common.Address(key[len(prefix):]),
			Word: common.BytesToHash(value)})
		return nil
	})
	if err != nil || next == nil {
		return err
	}
	out.Next = pseudonymFrom(prefix, next)
	return nil
}

// pseudonymFrom is the least pseudonym whose key is not less than a key or the beginning of one.
func pseudonymFrom(prefix, key []byte) *common.Address {
	var addr common.Address
	if len(key) > len(prefix) {
		copy(addr[:], key[len(prefix):])
	}
	return &addr
}
