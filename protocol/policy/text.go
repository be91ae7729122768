package policy

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
)

// Text is the text that subjects are shown, by language (BCP 47). One hash covers it in all its languages.
type Text map[string]string

// ParseText reads a text's JSON strictly.
func ParseText(data []byte) (Text, error) {
	var t Text
	if err := canonical.Unmarshal(data, &t); err != nil {
		return nil, fmt.Errorf("policy: parse text: %w", err)
	}
	if len(t) == 0 {
		return nil, &FieldError{"text", "it has no language"}
	}
	for language, words := range t {
		if language == "" || words == "" {
			return nil, &FieldError{"text", fmt.Sprintf("language %q has no name or no text", language)}
		}
	}
	return t, nil
}

// Hash is keccak256 of the text's canonical JSON.
func (t Text) Hash() (common.Hash, error) {
	b, err := canonical.Marshal(t)
	if err != nil {
		return common.Hash{}, fmt.Errorf("policy: hash text: %w", err)
	}
	return crypto.Keccak256Hash(b), nil
}
