package vectors

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the two files below
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/noise"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/pseudonym"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/result"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/signature"
	"github.com/assent-network/assent/protocol/trustroot"
)

func datasetVectors() (any, error) {
	d := domain("registry")
	custodian := address("custodian")
	entries := []dataset.RosterEntry{}
	for _, n := range []string{"a", "b", "c", "d", "e"} {
		proofKey := common.Hash{}
		if n != "e" { // who was enrolled without one
			k, err := proofKeyOf("subject " + n)
			if err != nil {
				return nil, err
			}
			proofKey = k.Public()
		}
		entries = append(entries, dataset.RosterEntry{Pseudonym: address("subject " + n), ProofKey: proofKey,
			Salt: hash("salt " + n)})
	}
	roster, err := dataset.NewRoster(entries)
	if err != nil {
		return nil, err
	}
	tables := dataset.Tables{
		{Name: "people", Content: sha256.Sum256([]byte("people.age")), Header: sha256.Sum256([]byte("people header")),
			Schema: receipt.HashBytes([]byte("people schema")),
			Mock:   receipt.HashBytes([]byte("people mock")), Rows: 900, Roster: roster.Root()},
		{Name: "visits", Content: sha256.Sum256([]byte("visits.age")), Header: sha256.Sum256([]byte("visits header")),
			Schema: receipt.HashBytes([]byte("visits schema")),
			Rows:   4_000, Roster: roster.Root()},
	}
	v := dataset.Version{ContentRoot: tables.ContentRoot(), Schema: tables.SchemaRoot(), Mock: tables.MockRoot(),
		Datasheet: receipt.HashBytes([]byte("datasheet")), RosterRoot: roster.Root(), AsOf: 1234,
		URI: "https://data.example.org/v1/"}
	m := dataset.Manifest{Format: dataset.ManifestFormat, ChainID: d.ChainID, Registry: d.Contract,
		Registrant: custodian, Name: "synthetic-courts",
		Title: "Synthetic court records", Family: "courts", Founder: custodian, Open: true, Number: 1, Version: v,
		Tables: tables}
	if err := m.Validate(); err != nil {
		return nil, err
	}
	bad, err := badManifests(m)
	if err != nil {
		return nil, err
	}
	id := m.ID()
	membership, err := roster.Prove(d, key("enroller"), id, 1, entries[2])
	if err != nil {
		return nil, err
	}
	if membership, err = membership.Countersign(d, address("enroller"), key("subject c")); err != nil {
		return nil, err
	}
	forged, err := bads(membership, []change{
		{"other dataset", "dataset", hash("other"), "enroller"}, {"other version", "version", 2, "enroller"},
		{"other roster", "rosterRoot", hash("other"), "roster"},
		{"other subject", "entry.pseudonym", lower(address("subject a")), "enroller"},
		{"other salt", "entry.salt", hash("other"), "enroller"}, {"other proof key", "entry.proofKey",
			entries[0].ProofKey, "enroller"},
		{"no proof key", "entry.proofKey", common.Hash{}, "enroller"}, {"count changed", "proof.count", 6, "proof"},
		{"enroller's signature twice", "subjectSignature", membership.Enroller.String(), "subject"},
		{"subject's signature twice", "enrollerSignature", membership.Subject.String(), "enroller"},
	})
	if err != nil {
		return nil, err
	}
	return map[string]any{
		"types": []string{dataset.VersionType, dataset.MembershipType}, "domain": d,
		"signers": signers("custodian", "enroller", "subject c"),
		"id":      id, "familyDomain": dataset.FamilyDomain(d.ChainID, d.Contract, custodian, "courts"),
		"manifest": m, "pseudonymDomain": m.Domain(), "versionHash": v.Hash(), "badManifests": bad,
		"roster": map[string]any{"entries": entries, "root": roster.Root()}, "membership": membership, "forged": forged,
	}, nil
}

// badManifests are manifests that differ from a good one in one thing.
func badManifests(m dataset.Manifest) ([]Bad, error) {
	other := func(edit func(dataset.Tables)) dataset.Tables {
		list := append(dataset.Tables{}, m.Tables...)
		edit(list)
		return list
	}
	return bads(m, []change{
		{"other format", "format", "assent-dataset/2", "format"}, {"chain zero", "chainId", 0, "chainId"},
		{"no registry", "registry", "0x0000000000000000000000000000000000000000", "registry"},
		{"no registrant", "registrant", "0x0000000000000000000000000000000000000000", "registrant"},
		{"no name", "name", "", "name"}, {"name too long", "name", strings.Repeat("x", dataset.MaxName+1), "name"},
		{"family too long", "family", strings.Repeat("x", dataset.MaxName+1), "family"},
		{"family without a founder", "founder", "0x0000000000000000000000000000000000000000", "founder"},
		{"founder without a family", "family", "", "founder"}, {"number zero", "number", 0, "number"},
		{"no table", "tables", dataset.Tables{}, "tables"},
		{"tables not ascending", "tables", other(func(l dataset.Tables) { l[0], l[1] = l[1], l[0] }), "tables"},
		{"a table twice", "tables", other(func(l dataset.Tables) { l[1].Name = l[0].Name }), "tables"},
		{"a table outside", "tables", other(func(l dataset.Tables) { l[0].Name = "../people" }), "tables"},
		{"a table without a name", "tables", other(func(l dataset.Tables) { l[0].Name = "" }), "tables"},
		{"a table without content", "tables", other(func(l dataset.Tables) { l[0].Content = common.Hash{} }), "tables"},
		{"a table without a header", "tables", other(func(l dataset.Tables) { l[0].Header = common.Hash{} }), "tables"},
		{"a table without a schema", "tables", other(func(l dataset.Tables) { l[1].Schema = common.Hash{} }), "tables"},
		{"a table without a roster", "tables", other(func(l dataset.Tables) { l[1].Roster = common.Hash{} }), "tables"},
		{"another table", "tables", other(func(l dataset.Tables) { l[1].Name = "wisits" }), "contentRoot"},
		{"another file", "tables", other(func(l dataset.Tables) { l[1].Content[0]++ }), "contentRoot"},
		{"another header", "tables", other(func(l dataset.Tables) { l[1].Header[0]++ }), "contentRoot"},
		{"headers swapped", "tables", other(func(l dataset.Tables) {
			l[0].Header, l[1].Header = l[1].Header, l[0].Header
		}), "contentRoot"},
		{"other rows", "tables", other(func(l dataset.Tables) { l[1].Rows++ }), "contentRoot"},
		{"sealed with another roster", "tables", other(func(l dataset.Tables) { l[1].Roster[0]++ }), "contentRoot"},
		{"another roster", "version.rosterRoot", hash("other"), "rosterRoot"},
		{"another schema", "version.schema", hash("other"), "schema"},
		{"other mock data", "tables", other(func(l dataset.Tables) { l[1].Mock = hash("other") }), "mock"},
		{"no content", "version.contentRoot", common.Hash{}, "contentRoot"},
		{"uri too long", "version.uri", strings.Repeat("x", dataset.MaxURI+1), "uri"},
		{"member missing", "title", nil, "title"}, {"member unknown", "version.note", 1, "note"},
	})
}

func pseudonymVectors() (any, error) {
	const site = "https://consent.example.org"
	wallet := address("wallet")
	text, err := pseudonym.Message(site)
	if err != nil {
		return nil, err
	}
	sig, err := signature.Sign(pseudonym.MessageDigest(text), key("wallet"))
	if err != nil {
		return nil, err
	}
	type derived struct {
		Domain     common.Hash    `json:"domain"`
		Ward       uint32         `json:"ward"`
		PrivateKey common.Hash    `json:"privateKey"`
		Address    common.Address `json:"address"`
		ProofKey   common.Hash    `json:"proofKey"`
	}
	derive := func(seed *pseudonym.Seed) ([]derived, error) {
		var list []derived
		for _, c := range []struct {
			domain string
			ward   uint32
		}{{"dataset", 0}, {"other dataset", 0}, {"family", 0}, {"dataset", 1}, {"dataset", 1<<32 - 1}} {
			k, err := seed.Key(hash(c.domain), c.ward)
			if err != nil {
				return nil, err
			}
			p, err := seed.ProofKey(hash(c.domain), c.ward)
			if err != nil {
				return nil, err
			}
			list = append(list, derived{hash(c.domain), c.ward, common.BytesToHash(crypto.FromECDSA(k)),
				crypto.PubkeyToAddress(k.PublicKey), p.Public()})
		}
		return list, nil
	}
	seed, err := pseudonym.FromWallet(wallet, site, sig)
	if err != nil {
		return nil, err
	}
	fromWallet, err := derive(seed)
	if err != nil {
		return nil, err
	}
	random := make([]byte, 26)
	for i := range random {
		random[i] = byte(7 + 37*i)
	}
	phrase, err := pseudonym.NewPhrase(bytes.NewReader(random))
	if err != nil {
		return nil, err
	}
	if seed, err = pseudonym.FromPhrase(phrase); err != nil {
		return nil, err
	}
	fromPhrase, err := derive(seed)
	if err != nil {
		return nil, err
	}
	typo := []byte(phrase)
	typo[0] ^= 1 // '7' becomes '6'
	swap := []byte(phrase)
	swap[2], swap[3] = swap[3], swap[2]
	return map[string]any{
		"site": site, "message": text, "digest": pseudonym.MessageDigest(text), "signers": signers("wallet"),
		"signature": sig, "keys": fromWallet,
		"otherSites": []string{"https://a.example", "http://127.0.0.1:8080", "http://localhost:5173", "http://[::1]:80",
			"https://xn--bcher-kva.example:8443"},
		"badSites": []Bad{
			{"empty", "", "site"}, {"no scheme", "consent.example.org", "site"}, {"with a path", site + "/", "site"},
			{"with a query", site + "?a", "site"},
			{"with a user", "https://a@consent.example.org", "site"},
			{"plain http", "http://consent.example.org", "https"},
			{"capitals", "https://Consent.example.org", "lower-case"},
			{"another scheme", "ftp://consent.example.org", "https"},
			{"line break", "https://consent.example.org\nhttps://b", "site"},
			{"not ASCII", "https://b\u00fccher.example", "lower-case"},
			{"loopback look-alike", "http://127.0.0.1.example.org", "https"},
			{"too long", "https://" + strings.Repeat("a", 200), "site"},
		},
		"phrase": phrase, "phraseKeys": fromPhrase,
		"phraseTyped": []string{strings.ToLower(phrase), strings.ReplaceAll(phrase, "-", " "), "  " +
			strings.ReplaceAll(phrase, "-", "") + "\n",
			strings.NewReplacer("0", "o", "1", "l").Replace(phrase)},
		"badPhrases": []Bad{
			{"empty", "", "symbols"}, {"too short", phrase[:len(phrase)-1], "symbols"},
			{"too long", phrase + "0", "symbols"},
			{"mistyped", string(typo), "mistyped"}, {"neighbours swapped", string(swap), "mistyped"},
			{"a letter that is not used", "U" + phrase[1:], "no symbol"},
			{"not ASCII", "\u00e9" + phrase[1:], "no symbol"},
		},
	}, nil
}

// Envelopes are random, so these were made once with result.Seal. The generator sees that they still open. The
// certificate was made by package tee/insecure, which protocol does not import.
var (
	//go:embed envelope.hex
	hybridEnvelope string
	//go:embed envelope-x25519.hex
	x25519Envelope string
	//go:embed root.hex
	rootCertificate string
)

// resultSeed is the seed of the researcher's keys.
var resultSeed = [sealed.SeedSize]byte([]byte("not a secret key, for vectors 01"))

// envelopeCase is one result that was sealed to a key.
type envelopeCase struct {
	KEM            string        `json:"kem"`
	Seed           common.Hash   `json:"seed"`
	PublicKey      hexutil.Bytes `json:"publicKey"` // with its KEM's number in front
	KeyCommitment  common.Hash   `json:"keyCommitment"`
	Ciphertext     hexutil.Bytes `json:"ciphertext"`
	CiphertextHash common.Hash   `json:"ciphertextHash"`
	Bad            []Bad         `json:"bad"`
}

func envelopeVectors(kem sealed.KEM, text string, key opening.Key, r receipt.Receipt) (envelopeCase, error) {
	k, err := sealed.NewPrivateKey(kem, resultSeed)
	if err != nil {
		return envelopeCase{}, err
	}
	envelope, err := hexutil.Decode(strings.TrimSpace(text))
	if err != nil {
		return envelopeCase{}, err
	}
	r.Ciphertext, r.Size = receipt.HashBytes(envelope), uint64(len(envelope))
	if _, err := result.Open(k, key, r, envelope); err != nil {
		return envelopeCase{}, fmt.Errorf("envelope to a key of KEM %s: %w", kem, err)
	}
	flip := func(i int) string {
		b := bytes.Clone(envelope)
		b[i] ^= 1
		return hexutil.Encode(b)
	}
	outer := opening.Overhead
	overhead := outer + kem.Overhead()
	inner := func(change func(envelope []byte) []byte) string {
		b, err := key.Open(r.Job, r.Charge.StructHash(), envelope)
		if err == nil {
			b, err = key.Seal(r.Job, r.Charge.StructHash(), change(b))
		}
		if err != nil {
			panic("vectors: internal error: " + err.Error()) // it opened above
		}
		return hexutil.Encode(b)
	}
	flipInner := func(i int) string {
		return inner(func(b []byte) []byte { b[i] ^= 1; return b })
	}
	return envelopeCase{
		KEM: kem.String(), Seed: resultSeed, PublicKey: k.PublicKey().Bytes(),
		KeyCommitment: k.PublicKey().Commitment(),
		Ciphertext:    envelope, CiphertextHash: r.Ciphertext,
		// The hash in the receipt is that of the changed ciphertext, so that the envelope itself must refuse.
		Bad: []Bad{
			{"other version", flip(0), "version"}, {"nonce changed", flip(1), "open"}, {"ciphertext changed",
				flip(overhead), "open"},
			{"tag changed", flip(len(envelope) - 1), "open"}, {"cut", hexutil.Encode(envelope[:len(envelope)-1]),
				"open"},
			{"too short", hexutil.Encode(envelope[:outer-1]), "at least"}, {"empty", "0x", "at least"},
			{"envelope of another version", flipInner(0), "version"}, {"envelope to another KEM", flipInner(2), "KEM"},
			{"encapsulated key changed", flipInner(3), "open"}, {"end of the encapsulated key changed",
				flipInner(kem.Overhead() - 17), "open"},
			{"envelope changed", flipInner(kem.Overhead()), "open"},
			{"envelope cut", inner(func(b []byte) []byte { return b[:len(b)-1] }), "open"},
			{"envelope too short", inner(func(b []byte) []byte { return b[:kem.Overhead()-1] }), "at least"},
			{"envelope without a KEM", inner(func(b []byte) []byte { return b[:1] }), "at least"},
		},
	}, nil
}

func resultVectors() (any, error) {
	salt, plaintext := [32]byte(hash("salt")), `{"rows":42}`
	share, charge := hash("share 1"), receipt.Charge{Inputs: hash("inputs")}
	key, err := opening.Derive([][]byte{share[:]}, hash("job"), charge.StructHash())
	if err != nil {
		return nil, err
	}
	r := receipt.Receipt{
		Job: hash("job"), Charge: charge, Result: receipt.CommitResult(salt,
			[]byte(plaintext)), Opening: key.Commitment(),
	}
	hybrid, err := envelopeVectors(sealed.MLKEM768X25519, hybridEnvelope, key, r)
	if err != nil {
		return nil, err
	}
	classical, err := envelopeVectors(sealed.X25519, x25519Envelope, key, r)
	if err != nil {
		return nil, err
	}
	type size struct {
		Max  int `json:"max"`
		Size int `json:"size"`
	}
	var sizes []size
	for _, max := range []int{0, 1, 844, 845, 2892, 2893, result.MaxPlaintext} {
		s, err := result.Size(max)
		if err != nil {
			return nil, err
		}
		sizes = append(sizes, size{max, s})
	}
	short := append([]byte{}, hybrid.PublicKey[:len(hybrid.PublicKey)-1]...)
	order := append(append([]byte{}, hybrid.PublicKey[:len(hybrid.PublicKey)-32]...), make([]byte, 32)...)
	modulus := append([]byte{}, hybrid.PublicKey...)
	modulus[2], modulus[3] = 0xff, 0xff // a coefficient that is not reduced
	point := func(hex string) string { return "0x0020" + hex }
	return map[string]any{
		"suite": "the key's KEM, HKDF-SHA256, AES-256-GCM", "info": "assent.sealed.v2/result",
		"job": r.Job, "charge": charge, "openingKey": common.Hash(key), "opening": r.Opening,
		"salt": common.Hash(salt), "plaintext": plaintext, "commitment": r.Result,
		"cases": []envelopeCase{hybrid, classical}, "sizes": sizes,
		"badKeys": []Bad{
			{"empty", "0x", "bytes"}, {"a KEM alone", "0x0020", "bytes"}, {"KEM that is not used", "0x0010" +
				strings.Repeat("11", 65), "KEM"},
			{"zero", point(strings.Repeat("00", 32)), "order"}, {"one", point("01" + strings.Repeat("00", 31)),
				"order"},
			{"small order", point("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"), "order"},
			{"minus one", point("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"), "order"},
			{"X25519's under the hybrid's number", "0x647a" + strings.Repeat("09", 32), "bytes"},
			{"hybrid, cut", hexutil.Encode(short), "bytes"}, {"hybrid, small order", hexutil.Encode(order), "order"},
			{"hybrid, coefficient not reduced", hexutil.Encode(modulus), "KEM"},
		},
	}, nil
}

func noiseVectors() (any, error) {
	type commitment struct {
		Job        common.Hash   `json:"job"`
		Shares     []common.Hash `json:"shares"`
		Commitment common.Hash   `json:"commitment"`
	}
	one, two, three := hash("enclave share 1"), hash("enclave share 2"), hash("enclave share 3")
	var cases []commitment
	for _, c := range []commitment{
		{Job: hash("job"), Shares: []common.Hash{}}, {Job: hash("job"), Shares: []common.Hash{one}},
		{Job: hash("other job"), Shares: []common.Hash{one}}, {Job: hash("job"), Shares: []common.Hash{one, two}},
		{Job: hash("job"), Shares: []common.Hash{two, one}}, {Job: hash("job"), Shares: []common.Hash{one, two, three}},
	} {
		shares := make([]noise.Share, len(c.Shares))
		for i, s := range c.Shares {
			shares[i] = noise.Share(s)
		}
		c.Commitment = noise.Commit(c.Job, shares...)
		cases = append(cases, c)
	}
	return map[string]any{"cases": cases}, nil
}

func openingVectors() (any, error) {
	one, two := hash("share 1"), hash("share 2")
	job, charge, message := hash("job"), hash("charge"), []byte("an envelope to the researcher")
	type key struct {
		Shares     []common.Hash `json:"shares"`
		Key        common.Hash   `json:"key"`
		Commitment common.Hash   `json:"commitment"`
		Sealed     hexutil.Bytes `json:"sealed"`
	}
	var keys []key
	var first opening.Key
	for i, shares := range [][]common.Hash{{one}, {one, two}, {two, one}} {
		var raw [][]byte
		for _, s := range shares {
			raw = append(raw, s[:])
		}
		k, err := opening.Derive(raw, job, charge)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			first = k
		}
		b, err := k.Seal(job, charge, message)
		if err != nil {
			return nil, err
		}
		keys = append(keys, key{shares, common.Hash(k), k.Commitment(), b})
	}
	b, err := first.Seal(job, charge, message)
	if err != nil {
		return nil, err
	}
	flip := func(i int) string {
		c := bytes.Clone(b)
		c[i] ^= 1
		return hexutil.Encode(c)
	}
	return map[string]any{
		"job": job, "charge": charge, "message": hexutil.Bytes(message), "keys": keys,
		"bad": []Bad{ // under the first key
			{"other version", flip(0), "version"}, {"nonce changed", flip(1), "open"}, {"message changed", flip(13),
				"open"},
			{"tag changed", flip(len(b) - 1), "open"}, {"cut", hexutil.Encode(b[:len(b)-1]), "open"},
			{"too short", hexutil.Encode(b[:opening.Overhead-1]), "at least"}, {"empty", "0x", "at least"},
		},
	}, nil
}

func trustRootVectors() (any, error) {
	contract := func(n string) trustroot.Contract {
		return trustroot.Contract{Address: address(n), CodeHash: hash("code of " + n)}
	}
	certificate, err := hexutil.Decode(strings.TrimSpace(rootCertificate))
	if err != nil {
		return nil, err
	}
	t := trustroot.TrustRoot{
		Format: trustroot.Format, Network: "localnet", ChainContext: hash("genesis").Hex()[2:],
		CometChainID: "assent-localnet",
		Height:       1, HeaderHash: hash("header"),
		Runtime:    common.HexToHash("8000000000000000000000000000000000000000000000000000000000000a55"),
		EVMChainID: 42334,
		Contracts: trustroot.Contracts{Registry: contract("registry"), Budget: contract("budget"),
			Workers: contract("workers"), Market: contract("market")},
		TEERoots: []trustroot.TEERoot{{Name: "Assent simulated attestation root", Simulated: true,
			Certificate: certificate}},
	}
	if err := t.Validate(); err != nil {
		return nil, err
	}
	bad, err := bads(t, []change{
		{"other format", "format", "assent-trust-root/2", "format"},
		{"chain context too short", "chainContext", "00", "chainContext"},
		{"chain context in capitals", "chainContext", strings.ToUpper(t.ChainContext), "chainContext"},
		{"chain context not hex", "chainContext", strings.Repeat("g", 64), "chainContext"},
		{"no CometBFT chain", "cometChainId", "", "cometChainId"},
		{"CometBFT chain too long", "cometChainId", strings.Repeat("x", 51), "cometChainId"},
		{"height zero", "height", "0", "height"}, {"height is a number", "height", 1, "height"},
		{"no header", "headerHash", common.Hash{}, "headerHash"},
		{"no runtime", "runtime", common.Hash{}, "runtime"}, {"no EVM chain", "evmChainId", 0, "evmChainId"},
		{"no market", "contracts.market.address", "0x0000000000000000000000000000000000000000", "contracts.market"},
		{"no code hash", "contracts.registry.codeHash", common.Hash{}, "contracts.registry"},
		{"certificate malformed", "teeRoots",
			[]any{map[string]any{"name": "x", "simulated": true, "certificate": "0x3000"}}, "teeRoots[0]"},
		{"member missing", "runtime", nil, "runtime"}, {"member unknown", "contracts.ledger", hash("x"), "ledger"},
	})
	if err != nil {
		return nil, err
	}
	return map[string]any{"good": t, "bad": bad}, nil
}
