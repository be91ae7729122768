package modules

import (
	"bytes"
	"fmt"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
)

// Keys of the core module. The first is the SDK's; the second is of our own: the digest of the genesis document.
var (
	metadataKey = []byte("core\x01")
	genesisKey  = []byte("core\x40")
)

// metadata records which versions of modules wrote the state.
type metadata struct {
	Versions map[string]uint32 `json:"versions"`
}

// initialize writes the first state when there is none. Where there is one, it must be of the same genesis document and
// modules.
func (s *Set) initialize(c *Context) error {
	digest := c.block.Chain.Digest()
	recorded, err := c.store.Get(c.ctx, genesisKey)
	if err != nil {
		return err
	}
	if recorded == nil {
		return s.writeGenesis(c, digest[:])
	}
	if !bytes.Equal(recorded, digest[:]) {
		return fmt.Errorf("the state began with genesis %x, this program carries %x: run the program that belongs to "+
			"this chain", recorded, digest)
	}
	return s.checkVersions(c)
}

func (s *Set) writeGenesis(c *Context, digest []byte) error {
	init := *c
	init.mode = ModeExecute
	if err := hooks(s, func(m Initializer) error { return m.InitGenesis(&init, c.block.Chain) }); err != nil {
		return fmt.Errorf("writing the first state: %w", err)
	}
	if err := c.store.Insert(c.ctx, metadataKey, cbor.Marshal(metadata{Versions: s.versions()})); err != nil {
		return err
	}
	return c.store.Insert(c.ctx, genesisKey, bytes.Clone(digest))
}

func (s *Set) versions() map[string]uint32 {
	versions := make(map[string]uint32, len(s.modules))
	for _, m := range s.modules {
		versions[m.Name()] = m.Version()
	}
	return versions
}

func (s *Set) checkVersions(c *Context) error {
	value, err := c.store.Get(c.ctx, metadataKey)
	if err != nil {
		return err
	}
	var meta metadata
	if err := cbor.Unmarshal(value, &meta); err != nil {
		return fmt.Errorf("reading the versions of modules: %w", err)
	}
	for name, version := range s.versions() {
		if recorded, ok := meta.Versions[name]; !ok || recorded != version {
			return fmt.Errorf("module %q is of version %d, the state of version %d: this program cannot migrate it",
				name, version, recorded)
		}
	}
	return nil
}
