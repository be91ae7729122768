package solidity_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
)

func TestDecode(t *testing.T) {
	d, err := solidity.NewDecoder()
	if err != nil {
		t.Fatal(err)
	}
	market := bindings.NewJobMarket().GetABI()
	refuses := market.Errors["JobPolicyRefuses"]
	args, err := refuses.Inputs.Pack(uint8(2))
	if err != nil {
		t.Fatal(err)
	}
	custom := append(append([]byte{}, refuses.ID[:4]...), args...)
	refused := bindings.NewIAttestation().GetABI().Errors["QuoteRefused"]
	args, err = refused.Inputs.Pack("revocation")
	if err != nil {
		t.Fatal(err)
	}
	precompile := append(append([]byte{}, refused.ID[:4]...), args...)
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"a custom error":         {custom, `JobPolicyRefuses: rule recipient`},
		"the precompile's error": {precompile, `QuoteRefused: step "revocation"`},
		"a cut custom error": {custom[:20], "JobPolicyRefuses with arguments that do not decode: " +
			hexutil.Encode(custom[:20])},
		"a reason string": {common.FromHex(
			"0x08c379a0000000000000000000000000000000000000000000000000000000000000002000000000000000000000000000000000000000000000000000000000000000026e6f000000000000000000000000000000000000000000000000000000000000"), `the contract refused: "no"`},
		"nothing":                {nil, "the contract refused without a reason"},
		"another contract's own": {common.FromHex("0xdeadbeef01"), "the contract refused with 0xdeadbeef01"},
	} {
		if got := d.Decode(c.data).Error(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if err := d.Decode(custom); !solidity.Is(err, "JobPolicyRefuses") || solidity.Is(err, "JobLate") {
		t.Error("Is does not tell errors apart")
	}
}

// TestEnumsHaveTheirWords reads the enums of the interfaces: each argument of an error that is one has as many words as
// the enum has members, and they are those, but for capitals and spaces.
func TestEnumsHaveTheirWords(t *testing.T) {
	enums, arguments := map[string][]string{}, 0
	files, err := filepath.Glob(filepath.Join("..", "src", "interfaces", "*.sol"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	var sources []string
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := regexp.MustCompile(`(?m)//.*$`).ReplaceAllString(string(source), "")
		sources = append(sources, text)
		for _, m := range regexp.MustCompile(`enum (\w+) \{([^}]*)\}`).FindAllStringSubmatch(text, -1) {
			for _, member := range strings.Split(m[2], ",") {
				enums[m[1]] = append(enums[m[1]], strings.TrimSpace(member))
			}
		}
	}
	d, err := solidity.NewDecoder()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range sources {
		for _, m := range regexp.MustCompile(`error (\w+)\(([^)]*)\)`).FindAllStringSubmatch(text, -1) {
			for _, argument := range strings.Split(m[2], ",") {
				typ, name, _ := strings.Cut(strings.TrimSpace(argument), " ")
				members, isEnum := enums[typ]
				if !isEnum {
					continue
				}
				arguments++
				for i, member := range members {
					word := d.Word(m[1], name, uint8(i))
					if !strings.HasPrefix(strings.ToLower(strings.ReplaceAll(word, " ", "")), strings.ToLower(member)) {
						t.Errorf("%s.%s: member %d is %s, its word %q", m[1], name, i, member, word)
					}
				}
				if word := d.Word(m[1], name, uint8(len(members))); word != strconv.Itoa(len(members)) {
					t.Errorf("%s.%s: there is a word %q too many", m[1], name, word)
				}
			}
		}
	}
	if arguments < 5 {
		t.Errorf("%d arguments are enums", arguments)
	}
}

func FuzzDecode(f *testing.F) {
	d, err := solidity.NewDecoder()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(common.FromHex("0x08c379a00000000000000000000000000000000000000000000000000000000000000020"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if d.Decode(data).Error() == "" {
			t.Error("an empty line")
		}
	})
}
