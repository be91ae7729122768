package grant

import (
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
)

const circumstancesDomain = "assent.grant.circumstances.v1"

// Circumstances say how a consent was given. They are for the subject and those whom the subject shows them to, so a
// grant has a salted commitment only: every grant has one, and none tells more than another.
type Circumstances struct {
	Guardian bool        `json:"guardian"` // a guardian gave it for another person
	Language string      `json:"language"` // of the text that was shown, BCP 47, for example "en"
	Salt     common.Hash `json:"salt"`
}

// NewCircumstances draws the salt from random.
func NewCircumstances(language string, guardian bool, random io.Reader) (Circumstances, error) {
	c := Circumstances{Guardian: guardian, Language: language}
	if _, err := io.ReadFull(random, c.Salt[:]); err != nil {
		return Circumstances{}, fmt.Errorf("grant: draw the salt of the circumstances: %w", err)
	}
	return c, c.Validate()
}

// Validate checks the fields against their limits.
func (c Circumstances) Validate() error {
	if len(c.Language) == 0 || len(c.Language) > 35 {
		return bad("language", fmt.Sprintf("%.40q", c.Language),
			"name the language of the text that was shown, for example en")
	}
	for _, r := range c.Language {
		if r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') {
			return bad("language", fmt.Sprintf("%.40q", c.Language), "a language tag has letters, digits and hyphens")
		}
	}
	if c.Salt == (common.Hash{}) {
		return bad("salt", c.Salt, "draw 32 random bytes")
	}
	return nil
}

// Commitment is what a grant has of the circumstances: keccak256 of the domain, the salt, and the keccak256 of the
// canonical JSON of all members but the salt.
func (c Circumstances) Commitment() (common.Hash, error) {
	if err := c.Validate(); err != nil {
		return common.Hash{}, err
	}
	said, err := canonical.Marshal(map[string]any{"guardian": c.Guardian, "language": c.Language})
	if err != nil {
		return common.Hash{}, fmt.Errorf("grant: encode the circumstances: %w", err)
	}
	return crypto.Keccak256Hash([]byte(circumstancesDomain), c.Salt[:], crypto.Keccak256(said)), nil
}
