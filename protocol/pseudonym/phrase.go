package pseudonym

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A phrase is for people without a wallet: 26 symbols of Crockford's base 32 (130 random bits) and two that check them,
// in groups of four, for example "7K2M-X0QD-…". Capital and small letters are the same, O reads as 0 and I and L as
// 1. It needs no word list and no slow hash, since no person chooses it.
const (
	alphabet      = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	phraseSymbols = 26
	checkSymbols  = 2
	groupSize     = 4
	checkDomain   = "assent.pseudonym.phrase.check.v1"
)

// ErrPhrase is wrapped by the errors about a phrase that cannot be right.
var ErrPhrase = errors.New("pseudonym: the phrase is not right")

// NewPhrase makes a phrase from 26 bytes of randomness.
func NewPhrase(random io.Reader) (string, error) {
	var b [phraseSymbols]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("pseudonym: read randomness for a phrase: %w", err)
	}
	for i := range b {
		b[i] = alphabet[b[i]%32] // 256 is a multiple of 32
	}
	return group(string(b[:]) + check(string(b[:]))), nil
}

func check(symbols string) string {
	h := sha256.Sum256([]byte(checkDomain + symbols))
	return string([]byte{alphabet[h[0]%32], alphabet[h[1]%32]})
}

func group(symbols string) string {
	var b strings.Builder
	for i, c := range symbols {
		if i > 0 && i%groupSize == 0 {
			b.WriteByte('-')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// NormalizePhrase returns a phrase as NewPhrase writes it, or says what is wrong with what was typed.
func NormalizePhrase(typed string) (string, error) {
	var symbols []byte
	for i, c := range strings.ToUpper(typed) {
		switch {
		case c == '-' || c == ' ' || c == '\t' || c == '\n' || c == '\r':
			continue
		case c == 'O':
			c = '0'
		case c == 'I' || c == 'L':
			c = '1'
		}
		if c > 'Z' || !strings.ContainsRune(alphabet, c) {
			return "", fmt.Errorf("%w: character %d is no symbol of a phrase", ErrPhrase, i+1)
		}
		if symbols = append(symbols, byte(c)); len(symbols) > phraseSymbols+checkSymbols {
			break
		}
	}
	if len(symbols) != phraseSymbols+checkSymbols {
		return "", fmt.Errorf("%w: it has %d symbols, a phrase has %d", ErrPhrase, len(symbols), phraseSymbols+
			checkSymbols)
	}
	if check(string(symbols[:phraseSymbols])) != string(symbols[phraseSymbols:]) {
		return "", fmt.Errorf("%w: a symbol was mistyped", ErrPhrase)
	}
	return group(string(symbols)), nil
}

// FromPhrase returns the seed of a phrase, however it was typed.
func FromPhrase(typed string) (*Seed, error) {
	p, err := NormalizePhrase(typed)
	if err != nil {
		return nil, err
	}
	symbols := strings.ReplaceAll(p, "-", "")
	return extract(phraseSalt, []byte(symbols[:phraseSymbols]))
}
