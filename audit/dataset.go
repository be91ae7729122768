package audit

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/layout"
)

// dataset checks that the dataset version is the registry's and was in use in the consent round, as the registry's
// requireInUse has it: the dataset was not stopped, the version was on record, not retired and the newest unless the
// policy allows older ones. Whether the policy was in effect, and promises data of this kind, is another check.
func (v *verifier) dataset() (string, error) {
	s, p := &v.docs.spec, &v.docs.policy
	id, number := layout.Word(s.Dataset), s.DatasetVersion
	read := func(slot layout.Word) (layout.Word, error) {
		return stored(v.consentState, v.root.Contracts.Registry.Address, slot)
	}
	record, err := read(layout.DatasetVersion.Slot(layout.DatasetSlot(id)))
	if err != nil {
		return "", err
	}
	hash, err := read(layout.VersionHashSlot(id, number))
	if err != nil {
		return "", err
	}
	retired, err := read(layout.VersionRetiredSlot(id, number))
	if err != nil {
		return "", err
	}
	round, newest := v.consented.header.Round, uint32(layout.DatasetVersion.Uint(record))
	switch got := v.docs.version.Hash(); {
	case layout.DatasetStopped.Uint(record) != 0:
		return "", fmt.Errorf("dataset %s was stopped in the consent round %d", s.Dataset, round)
	case number == 0 || number > newest || hash == layout.Word{}:
		return "",
			fmt.Errorf("dataset version %d was not on record in the consent round %d, in which the newest was %d",
				number, round, newest)
	case got != common.Hash(hash):
		return "", fmt.Errorf("dataset version %d has hash %s, the registry has %s", number, got, common.Hash(hash))
	case retired != layout.Word{}:
		return "", fmt.Errorf("dataset version %d was retired in the consent round %d", number, round)
	case number != newest && !p.AllowOldVersions:
		return "", fmt.Errorf(
			"dataset version %d was not the newest in the consent round %d, which was %d, and the policy allows no "+
				"older one", number, round, newest)
	}
	return fmt.Sprintf("version %d of %d, with content %s, was in use in round %d", number, newest,
		v.docs.version.ContentRoot, round), nil
}
