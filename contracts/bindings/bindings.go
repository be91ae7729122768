// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// IAttestationClaims is an auto generated low-level Go binding around an user-defined struct.
type IAttestationClaims struct {
	Platform    uint8
	Status      uint8
	Simulated   bool
	Debug       bool
	Migratable  bool
	Revocation  bool
	Evaluation  uint32
	TcbDate     uint64
	IssuedAt    uint64
	ValidUntil  uint64
	Versions    uint32
	Measurement [32]byte
	Root        [32]byte
	Binding     [32]byte
	Challenge   [32]byte
	Round       uint64
	BlockHash   [32]byte
	Nonce       [32]byte
}

// IAttestationContents is an auto generated low-level Go binding around an user-defined struct.
type IAttestationContents struct {
	Kind        uint8
	Root        [32]byte
	Levels      [32]byte
	Issuer      [32]byte
	TcbInfo     IAttestationStamp
	QeIdentity  IAttestationStamp
	RootList    IAttestationStamp
	IssuerList  IAttestationStamp
	LevelsEnd   uint32
	RootListEnd uint32
	ValidUntil  uint64
}

// IAttestationPlace is an auto generated low-level Go binding around an user-defined struct.
type IAttestationPlace struct {
	Levels [32]byte
	Issuer [32]byte
}

// IAttestationStamp is an auto generated low-level Go binding around an user-defined struct.
type IAttestationStamp struct {
	Number   *big.Int
	IssuedAt uint64
}

// IBudgetLedgerAccount is an auto generated low-level Go binding around an user-defined struct.
type IBudgetLedgerAccount struct {
	RhoOpen      uint64
	RhoSettled   uint64
	DeltaOpen    uint64
	DeltaSettled uint64
}

// IBudgetLedgerAmount is an auto generated low-level Go binding around an user-defined struct.
type IBudgetLedgerAmount struct {
	Researcher common.Address
	Rho        uint64
	Delta      uint64
	Holders    uint64
	Returns    uint8
	Stage      uint8
}

// ICollateralRegistryStamps is an auto generated low-level Go binding around an user-defined struct.
type ICollateralRegistryStamps struct {
	TcbInfo    IAttestationStamp
	QeIdentity IAttestationStamp
	RootList   IAttestationStamp
	IssuerList IAttestationStamp
}

// IConsentLedgerGrant is an auto generated low-level Go binding around an user-defined struct.
type IConsentLedgerGrant struct {
	Dataset       [32]byte
	Pseudonym     common.Address
	PolicyVersion uint32
	Purposes      uint32
	Kinds         uint16
	Exact         bool
	Conditions    uint8
	NotBefore     uint32
	Expiry        uint32
	EpsilonClass  uint8
	Circumstances [32]byte
	Nonce         uint64
	SubmitBefore  uint64
}

// IConsentLedgerRotation is an auto generated low-level Go binding around an user-defined struct.
type IConsentLedgerRotation struct {
	Dataset      [32]byte
	From         common.Address
	To           common.Address
	Nonce        uint64
	SubmitBefore uint64
}

// IConsentLedgerTicket is an auto generated low-level Go binding around an user-defined struct.
type IConsentLedgerTicket struct {
	Dataset   [32]byte
	Pseudonym common.Address
	ProofKey  [32]byte
	Expiry    uint64
}

// IDatasetRegistryConsentTerms is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryConsentTerms struct {
	Custodian       common.Address
	Enroller        common.Address
	PolicyVersion   uint32
	MinGrantVersion uint32
	AllowERC1271    bool
	AcknowledgedAt  uint64
	Conditions      uint8
	Withdrawn       *big.Int
}

// IDatasetRegistryDataset is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryDataset struct {
	Registrant      common.Address
	Custodian       common.Address
	Enroller        common.Address
	Broker          common.Address
	Ledger          common.Address
	Domain          [32]byte
	Open            bool
	Stopped         bool
	Version         uint32
	AcknowledgedAt  uint64
	PolicyVersion   uint32
	MinGrantVersion uint32
	PendingVersion  uint32
	PendingFrom     uint64
	PendingVoids    bool
	Founder         common.Address
	Name            string
	Family          string
}

// IDatasetRegistryMeans is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryMeans struct {
	Broker         common.Address
	Enroller       common.Address
	ArchivesNeeded uint8
	Pins           [32]byte
	Measurements   [][32]byte
	TrustRoots     [][32]byte
	Programs       [][32]byte
	Reviewers      []common.Address
	Gates          [][32]byte
	Archives       []common.Address
}

// IDatasetRegistryPolicy is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryPolicy struct {
	Promised IDatasetRegistryPromise
	Means    IDatasetRegistryMeans
	Service  IDatasetRegistryService
}

// IDatasetRegistryPromise is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryPromise struct {
	Controller       common.Address
	Purposes         uint32
	Kinds            uint16
	Conditions       uint8
	AllowPrivate     bool
	AllowExact       bool
	AllowERC1271     bool
	AllowOldVersions bool
	Schema           [32]byte
	Datasheet        [32]byte
	Text             [32]byte
	MinCohort        uint32
	MinCell          uint32
	RhoLimit         uint64
	DeltaLimit       uint64
	RhoPerResearcher uint64
	Review           uint8
	ReviewersNeeded  uint8
	MaxConsentAge    uint32
	Spenders         []common.Address
	Restrictions     [][32]byte
}

// IDatasetRegistryRegistration is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryRegistration struct {
	Name    string
	Family  string
	Founder common.Address
	Open    bool
}

// IDatasetRegistryService is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryService struct {
	Price        *big.Int
	ClaimTimeout uint32
	JobTimeout   uint32
	OpenTimeout  uint32
	MaxReruns    uint8
}

// IDatasetRegistryTerms is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryTerms struct {
	Controller       common.Address
	Purposes         uint32
	Kinds            uint16
	Conditions       uint8
	AllowPrivate     bool
	AllowExact       bool
	AllowERC1271     bool
	AllowOldVersions bool
	MinCohort        uint32
	MinCell          uint32
	RhoLimit         uint64
	DeltaLimit       uint64
	RhoPerResearcher uint64
	Review           uint8
	ReviewersNeeded  uint8
	MaxConsentAge    uint32
	Price            *big.Int
	ClaimTimeout     uint32
	JobTimeout       uint32
	OpenTimeout      uint32
	MaxReruns        uint8
}

// IDatasetRegistryVersion is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryVersion struct {
	ContentRoot [32]byte
	Schema      [32]byte
	Datasheet   [32]byte
	Mock        [32]byte
	RosterRoot  [32]byte
	AsOf        uint64
	Uri         string
}

// IJobMarketCharge is an auto generated low-level Go binding around an user-defined struct.
type IJobMarketCharge struct {
	Inputs       [32]byte
	ConsentRound uint64
	ConsentRoot  [32]byte
	SubjectsRoot [32]byte
	LiveSubjects uint32
	Rho          uint64
	Delta        uint64
	Moment       uint64
	Noise        [32]byte
	ProofKey     [32]byte
}

// IJobMarketJob is an auto generated low-level Go binding around an user-defined struct.
type IJobMarketJob struct {
	State            uint8
	Reruns           uint8
	Shared           bool
	ClaimRound       uint64
	Enclave          common.Address
	Unforced         bool
	Operator         common.Address
	ConsentRound     uint64
	LiveSubjects     uint32
	ApprovedUntil    uint64
	ClaimedAt        uint64
	ReleasedAt       uint64
	ChargeRound      uint64
	Quote            [32]byte
	Charge           [32]byte
	Collateral       [32]byte
	ChargedAt        uint64
	JudgedAt         uint64
	SealedAt         uint64
	RhoTotal         uint64
	Opening          [32]byte
	SeatBroker       common.Address
	DeltaTotal       uint64
	Opener           common.Address
	FirstChargeRound uint64
	Redraws          uint8
	IsShareLost      bool
}

// IJobMarketJobSpec is an auto generated low-level Go binding around an user-defined struct.
type IJobMarketJobSpec struct {
	Program            [32]byte
	Parameters         [32]byte
	Dataset            [32]byte
	ResearcherKey      [32]byte
	Researcher         common.Address
	Kind               uint16
	Purpose            uint8
	Release            uint8
	DatasetVersion     uint32
	PolicyVersion      uint32
	Rho                uint64
	Delta              uint64
	Deadline           uint64
	Nonce              uint64
	Fee                *big.Int
	Recipient          uint8
	Seat               uint16
	Round              uint32
	AssetVersion       uint32
	AssetPolicyVersion uint32
	Asset              [32]byte
	Study              [32]byte
	Extension          [32]byte
}

// IJobMarketReceipt is an auto generated low-level Go binding around an user-defined struct.
type IJobMarketReceipt struct {
	Job         [32]byte
	Charge      IJobMarketCharge
	Result      [32]byte
	Ciphertext  [32]byte
	Size        uint64
	Opening     [32]byte
	Statement   [32]byte
	Enclave     common.Address
	Measurement [32]byte
	Quote       [32]byte
}

// IPolicyCheckerHashes is an auto generated low-level Go binding around an user-defined struct.
type IPolicyCheckerHashes struct {
	Promised [32]byte
	Means    [32]byte
	Policy   [32]byte
}

// IWorkerRegistryFloor is an auto generated low-level Go binding around an user-defined struct.
type IWorkerRegistryFloor struct {
	Statuses      uint16
	Evaluation    uint32
	TcbDate       uint64
	Versions      uint32
	CollateralAge uint64
}

// IWorkerRegistryJudgement is an auto generated low-level Go binding around an user-defined struct.
type IWorkerRegistryJudgement struct {
	Operator    common.Address
	Measurement [32]byte
	TrustRoot   [32]byte
	Quote       [32]byte
	Collateral  [32]byte
}

// IWorkerRegistryRegistration is an auto generated low-level Go binding around an user-defined struct.
type IWorkerRegistryRegistration struct {
	Enclave     common.Address
	Rek         [32]byte
	Measurement [32]byte
	TrustRoot   [32]byte
	Platform    uint8
	Expiry      uint64
}

// IWorkerRegistryWorker is an auto generated low-level Go binding around an user-defined struct.
type IWorkerRegistryWorker struct {
	Operator     common.Address
	Expiry       uint64
	Platform     uint8
	Renewals     uint16
	Rek          [32]byte
	Measurement  [32]byte
	TrustRoot    [32]byte
	Quote        [32]byte
	Status       uint8
	Simulated    bool
	Evaluation   uint32
	TcbDate      uint64
	ValidUntil   uint64
	JudgedAt     uint64
	Collateral   [32]byte
	Levels       [32]byte
	Issuer       [32]byte
	FloorVersion uint32
	IssuedAt     uint64
	RevokedAt    uint64
	Evidence     common.Address
}

// BudgetLedgerMetaData contains all meta data concerning the BudgetLedger contract.
var BudgetLedgerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"registry_\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"asked\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"available\",\"type\":\"uint64\"}],\"name\":\"BudgetDeltaExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"asked\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"available\",\"type\":\"uint64\"}],\"name\":\"BudgetExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"BudgetIsSettled\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"holder\",\"type\":\"bytes32\"}],\"name\":\"BudgetNotHolder\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"BudgetNotSpender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"asked\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"available\",\"type\":\"uint64\"}],\"name\":\"BudgetResearcherExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"BudgetReturnsExhausted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"BudgetTermsDiffer\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"}],\"name\":\"BudgetGivenBack\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"}],\"name\":\"BudgetSettled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"}],\"name\":\"BudgetSpent\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"MAX_RETURNS\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"accountOf\",\"outputs\":[{\"components\":[{\"internalType\":\"uint64\",\"name\":\"rhoOpen\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoSettled\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaOpen\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaSettled\",\"type\":\"uint64\"}],\"internalType\":\"structIBudgetLedger.Account\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"amountOf\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"holders\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"returns_\",\"type\":\"uint8\"},{\"internalType\":\"enumIBudgetLedger.Stage\",\"name\":\"stage\",\"type\":\"uint8\"}],\"internalType\":\"structIBudgetLedger.Amount\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"holder\",\"type\":\"bytes32\"}],\"name\":\"giveBack\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"returned\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"holder\",\"type\":\"bytes32\"}],\"name\":\"holds\",\"outputs\":[{\"internalType\":\"enumIBudgetLedger.Stage\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"limitsOf\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"registry\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"holder\",\"type\":\"bytes32\"}],\"name\":\"settle\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"holder\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"}],\"name\":\"spend\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"rhoTotal\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaTotal\",\"type\":\"uint64\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"}],\"name\":\"usedBy\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "f896d5f33bda51625c55e07bab4982e05b",
	Bin: "0x60a060405234801561000f575f5ffd5b5060405161184638038061184683398101604081905261002e9161003f565b6001600160a01b031660805261006c565b5f6020828403121561004f575f5ffd5b81516001600160a01b0381168114610065575f5ffd5b9392505050565b6080516117ad6100995f395f818161021c0152818161090a01528181610ac00152610f2701526117ad5ff3fe608060405234801561000f575f5ffd5b506004361061009b575f3560e01c80637b103999116100635780637b1039991461020f578063dc63a1f614610246578063edd9727e14610279578063f4a14a7514610293578063fe71a034146102b3575f5ffd5b80630b61a8871461009f5780631be1838a1461018c5780632b5e1e73146101b75780635e6d219e146101cc57806369ce3c11146101ec575b5f5ffd5b6101286100ad36600461126a565b604080516080810182525f808252602082018190529181018290526060810191909152505f9081526020818152604091829020825160808101845290546001600160401b038082168352600160401b8204811693830193909352600160801b8104831693820193909352600160c01b90920416606082015290565b60405161018391905f6080820190506001600160401b0383511682526001600160401b0360208401511660208301526001600160401b0360408401511660408301526001600160401b03606084015116606083015292915050565b60405180910390f35b61019f61019a366004611298565b6102c6565b6040516001600160401b039091168152602001610183565b6101ca6101c53660046112c6565b6102f8565b005b6101df6101da3660046112ef565b6104ef565b604051610183919061135d565b6101ff6101fa3660046112c6565b610570565b6040519015158152602001610183565b6040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152602001610183565b61025961025436600461126a565b610905565b604080516001600160401b03938416815292909116602083015201610183565b610281600381565b60405160ff9091168152602001610183565b6102a66102a136600461136b565b6109ae565b60405161018391906113a0565b6102596102c1366004611426565b610a98565b5f8281526001602090815260408083206001600160a01b03851684529091529020546001600160401b03165b92915050565b5f610304848484610dc4565b9050610314848285856002610e37565b60028154600160f01b900460ff16600281111561033357610333611329565b0361033e5750505050565b805460ff60f01b1916600160f11b1780825560018201545f86815260208190526040812080546001600160401b03600160a01b9095048516949384169391928592849261038d9185911661149d565b92506101000a8154816001600160401b0302191690836001600160401b0316021790555082815f0160088282829054906101000a90046001600160401b03166103d691906114bc565b92506101000a8154816001600160401b0302191690836001600160401b0316021790555081815f0160108282829054906101000a90046001600160401b031661041f919061149d565b92506101000a8154816001600160401b0302191690836001600160401b0316021790555081815f0160188282829054906101000a90046001600160401b031661046891906114bc565b92506101000a8154816001600160401b0302191690836001600160401b0316021790555085336001600160a01b0316887f9879092e94780598a607d95e6dc4f80b6b8ecf6d7740668b2049b2a82c54451786866040516104de9291906001600160401b0392831681529116602082015260400190565b60405180910390a450505050505050565b5f82820361053157505f8481526002602090815260408083206001600160a01b03871684528252808320858452909152902054600160f81b900460ff16610568565b505f8481526003602090815260408083206001600160a01b03871684528252808320858452825280832084845290915290205460ff165b949350505050565b5f5f61057d858585610dc4565b9050600261058d863387876104ef565b600281111561059e5761059e611329565b036105cb5760405163b76faaa960e01b815260048101869052602481018590526044015b60405180910390fd5b83831461061c57600181810180546008906105f7908490600160401b90046001600160401b031661149d565b92506101000a8154816001600160401b0302191690836001600160401b031602179055505b610629858286865f610e37565b83831415801561069057505f858152600360208181526040808420338552825280842088855282528084208785529091529091208054610100900460ff16906001610673836114db565b91906101000a81548160ff021916908360ff16021790555060ff16145b156106b85760405163ccb4a20360e01b815260048101869052602481018590526044016105c2565b60028154600160f01b900460ff1660028111156106d7576106d7611329565b14806106f357506106e781610ec0565b6001600160401b031615155b15610701575f9150506108fe565b8054600160e01b900461ffff16600219016107395760405163ccb4a20360e01b815260048101869052602481018590526044016105c2565b805460018201545f87815260208190526040812080546001600160401b03600160a01b909504851694938416939192859284926107789185911661149d565b92506101000a8154816001600160401b0302191690836001600160401b0316021790555081815f0160108282829054906101000a90046001600160401b03166107c1919061149d565b82546101009290920a6001600160401b038181021990931691831602179091555f8a815260016020908152604080832089546001600160a01b031684529091528120805487945090926108169185911661149d565b92506101000a8154816001600160401b0302191690836001600160401b031602179055506001845f01601c8282829054906101000a900461ffff1661085b91906114f9565b825461ffff9182166101009390930a9283029190920219909116179055508354600162ff000160e01b03191684556001600160401b038216156108ac5760018401805467ffffffffffffffff191690555b604080516001600160401b03808616825284166020820152889133918b917f78ec1f07ba798338f1218eb7a117a64047166c50b25f8ab3bfedd50eb4400035910160405180910390a460019450505050505b9392505050565b5f5f5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663712c6f65856040518263ffffffff1660e01b815260040161095691815260200190565b6102a060405180830381865afa158015610972573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061099691906115d3565b90508061014001518161016001519250925050915091565b6109e36040805160c0810182525f8082526020820181905291810182905260608101829052608081018290529060a082015290565b5f8481526002602090815260408083206001600160a01b038088168552908352818420868552835292819020815160c081018352815494851681526001600160401b03600160a01b90950485169381019390935260018101549093169082015260608101610a5083610ec0565b6001600160401b03168152825460ff600160e01b820481166020840152604090920191600160f01b909104166002811115610a8d57610a8d611329565b905295945050505050565b604051631e43210560e31b8152600481018790523360248201525f9081906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063f219082890604401602060405180830381865afa158015610b05573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610b29919061176e565b610b4f57604051632926639b60e11b8152600481018990523360248201526044016105c2565b5f88815260026020908152604080832033845282528083208a84529091528120908154600160f01b900460ff166002811115610b8d57610b8d611329565b03610c6e57610b9e89878787610f0f565b80546001600160401b038616600160a01b026001600160e01b03199091166001600160a01b0388161717808255600190829060ff60f01b1916600160f01b8302179055506001600160401b03841615610c105760018101805467ffffffffffffffff19166001600160401b0386161790555b604080516001600160a01b03881681526001600160401b0387811660208301528616818301529051899133918c917fbc0e169e02c3ed3d0d71ad43c61febde52ee41357c37052f69609971153994ca919081900360600190a4610ce1565b80546001600160a01b038781169116141580610c9e575080546001600160401b03868116600160a01b9092041614155b80610cb9575060018101546001600160401b03858116911614155b15610ce1576040516325aa314b60e11b8152600481018a9052602481018990526044016105c2565b5f610cee8a338b8b6104ef565b6002811115610cff57610cff611329565b03610d6357878714610d555760018181018054600890610d30908490600160401b90046001600160401b03166114bc565b92506101000a8154816001600160401b0302191690836001600160401b031602179055505b610d6389828a8a6001610e37565b5f8981526020819052604090208054610d8e906001600160401b03600160401b8204811691166114bc565b8154610db3906001600160401b03600160c01b8204811691600160801b9004166114bc565b935093505050965096945050505050565b5f80610dd2853386866104ef565b6002811115610de357610de3611329565b03610e1257604051637606989960e11b81526004810185905260248101849052604481018390526064016105c2565b50505f9182526002602090815260408084203385528252808420928452919052902090565b828203610e6e578354819085906001600160f81b0316600160f81b836002811115610e6457610e64611329565b0217905550610eb9565b5f858152600360209081526040808320338452825280832086845282528083208584529091529020805482919060ff19166001836002811115610eb357610eb3611329565b02179055505b5050505050565b5f808254600160f81b900460ff166002811115610edf57610edf611329565b14610eeb576001610eed565b5f5b60018301546102f29160ff1690600160401b90046001600160401b03166114bc565b60405163712c6f6560e01b8152600481018590525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063712c6f65906024016102a060405180830381865afa158015610f75573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610f9991906115d3565b5f86815260208190526040812061014083015181549394509092610fd99190610fd4906001600160401b03600160401b820481169116611787565b611238565b9050806001600160401b0316856001600160401b031611156110285760405163835791b760e01b8152600481018890526001600160401b038087166024830152821660448201526064016105c2565b61016083015182546110589190610fd4906001600160401b03600160c01b8204811691600160801b900416611787565b9050806001600160401b0316846001600160401b031611156110a75760405163326f0cb560e21b8152600481018890526001600160401b038086166024830152821660448201526064016105c2565b5f8781526001602090815260408083206001600160a01b038a1684529091529020546101808401516001600160401b03918216911615611157576110f9846101800151826001600160401b0316611238565b9150816001600160401b0316866001600160401b03161115611157576040516345b83f4560e01b8152600481018990526001600160a01b03881660248201526001600160401b038088166044830152831660648201526084016105c2565b8254869084905f906111739084906001600160401b03166114bc565b92506101000a8154816001600160401b0302191690836001600160401b0316021790555084835f0160108282829054906101000a90046001600160401b03166111bc91906114bc565b92506101000a8154816001600160401b0302191690836001600160401b0316021790555085816111ec91906114bc565b5f988952600160209081526040808b206001600160a01b039a909a168b5298905296909720805467ffffffffffffffff19166001600160401b0390971696909617909555505050505050565b5f826001600160401b03168210156112625761125d826001600160401b03851661179a565b6108fe565b5f9392505050565b5f6020828403121561127a575f5ffd5b5035919050565b6001600160a01b0381168114611295575f5ffd5b50565b5f5f604083850312156112a9575f5ffd5b8235915060208301356112bb81611281565b809150509250929050565b5f5f5f606084860312156112d8575f5ffd5b505081359360208301359350604090920135919050565b5f5f5f5f60808587031215611302575f5ffd5b84359350602085013561131481611281565b93969395505050506040820135916060013590565b634e487b7160e01b5f52602160045260245ffd5b6003811061135957634e487b7160e01b5f52602160045260245ffd5b9052565b602081016102f2828461133d565b5f5f5f6060848603121561137d575f5ffd5b83359250602084013561138f81611281565b929592945050506040919091013590565b5f60c08201905060018060a01b0383511682526001600160401b0360208401511660208301526001600160401b0360408401511660408301526001600160401b03606084015116606083015260ff608084015116608083015260a083015161140b60a084018261133d565b5092915050565b6001600160401b0381168114611295575f5ffd5b5f5f5f5f5f5f60c0878903121561143b575f5ffd5b863595506020870135945060408701359350606087013561145b81611281565b9250608087013561146b81611412565b915060a087013561147b81611412565b809150509295509295509295565b634e487b7160e01b5f52601160045260245ffd5b6001600160401b0382811682821603908111156102f2576102f2611489565b6001600160401b0381811683821601908111156102f2576102f2611489565b5f60ff821660ff81036114f0576114f0611489565b60010192915050565b61ffff81811683821601908111156102f2576102f2611489565b6040516102a081016001600160401b038111828210171561154257634e487b7160e01b5f52604160045260245ffd5b60405290565b805161155381611281565b919050565b805163ffffffff81168114611553575f5ffd5b805161ffff81168114611553575f5ffd5b805160ff81168114611553575f5ffd5b80518015158114611553575f5ffd5b805161155381611412565b805160038110611553575f5ffd5b80516fffffffffffffffffffffffffffffffff81168114611553575f5ffd5b5f6102a08284031280156115e5575f5ffd5b506115ee611513565b6115f783611548565b815261160560208401611558565b60208201526116166040840161156b565b60408201526116276060840161157c565b60608201526116386080840161158c565b608082015261164960a0840161158c565b60a082015261165a60c0840161158c565b60c082015261166b60e0840161158c565b60e082015261167d6101008401611558565b6101008201526116906101208401611558565b6101208201526116a3610140840161159b565b6101408201526116b6610160840161159b565b6101608201526116c9610180840161159b565b6101808201526116dc6101a084016115a6565b6101a08201526116ef6101c0840161157c565b6101c08201526117026101e08401611558565b6101e082015261171561020084016115b4565b6102008201526117286102208401611558565b61022082015261173b6102408401611558565b61024082015261174e6102608401611558565b610260820152611761610280840161157c565b6102808201529392505050565b5f6020828403121561177e575f5ffd5b6108fe8261158c565b808201808211156102f2576102f2611489565b818103818111156102f2576102f261148956",
}

// BudgetLedger is an auto generated Go binding around an Ethereum contract.
type BudgetLedger struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *BudgetLedger) GetABI() abi.ABI {
	return c.abi
}

// NewBudgetLedger creates a new instance of BudgetLedger.
func NewBudgetLedger() *BudgetLedger {
	parsed, err := BudgetLedgerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &BudgetLedger{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *BudgetLedger) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address registry_) returns()
func (budgetLedger *BudgetLedger) PackConstructor(registry_ common.Address) []byte {
	enc, err := budgetLedger.abi.Pack("", registry_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackMAXRETURNS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xedd9727e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_RETURNS() view returns(uint8)
func (budgetLedger *BudgetLedger) PackMAXRETURNS() []byte {
	enc, err := budgetLedger.abi.Pack("MAX_RETURNS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXRETURNS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xedd9727e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_RETURNS() view returns(uint8)
func (budgetLedger *BudgetLedger) TryPackMAXRETURNS() ([]byte, error) {
	return budgetLedger.abi.Pack("MAX_RETURNS")
}

// UnpackMAXRETURNS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xedd9727e.
//
// Solidity: function MAX_RETURNS() view returns(uint8)
func (budgetLedger *BudgetLedger) UnpackMAXRETURNS(data []byte) (uint8, error) {
	out, err := budgetLedger.abi.Unpack("MAX_RETURNS", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackAccountOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0b61a887.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function accountOf(bytes32 dataset) view returns((uint64,uint64,uint64,uint64))
func (budgetLedger *BudgetLedger) PackAccountOf(dataset [32]byte) []byte {
	enc, err := budgetLedger.abi.Pack("accountOf", dataset)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAccountOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0b61a887.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function accountOf(bytes32 dataset) view returns((uint64,uint64,uint64,uint64))
func (budgetLedger *BudgetLedger) TryPackAccountOf(dataset [32]byte) ([]byte, error) {
	return budgetLedger.abi.Pack("accountOf", dataset)
}

// UnpackAccountOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0b61a887.
//
// Solidity: function accountOf(bytes32 dataset) view returns((uint64,uint64,uint64,uint64))
func (budgetLedger *BudgetLedger) UnpackAccountOf(data []byte) (IBudgetLedgerAccount, error) {
	out, err := budgetLedger.abi.Unpack("accountOf", data)
	if err != nil {
		return *new(IBudgetLedgerAccount), err
	}
	out0 := *abi.ConvertType(out[0], new(IBudgetLedgerAccount)).(*IBudgetLedgerAccount)
	return out0, nil
}

// PackAmountOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4a14a75.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function amountOf(bytes32 dataset, address spender, bytes32 key) view returns((address,uint64,uint64,uint64,uint8,uint8))
func (budgetLedger *BudgetLedger) PackAmountOf(dataset [32]byte, spender common.Address, key [32]byte) []byte {
	enc, err := budgetLedger.abi.Pack("amountOf", dataset, spender, key)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAmountOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4a14a75.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function amountOf(bytes32 dataset, address spender, bytes32 key) view returns((address,uint64,uint64,uint64,uint8,uint8))
func (budgetLedger *BudgetLedger) TryPackAmountOf(dataset [32]byte, spender common.Address, key [32]byte) ([]byte, error) {
	return budgetLedger.abi.Pack("amountOf", dataset, spender, key)
}

// UnpackAmountOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf4a14a75.
//
// Solidity: function amountOf(bytes32 dataset, address spender, bytes32 key) view returns((address,uint64,uint64,uint64,uint8,uint8))
func (budgetLedger *BudgetLedger) UnpackAmountOf(data []byte) (IBudgetLedgerAmount, error) {
	out, err := budgetLedger.abi.Unpack("amountOf", data)
	if err != nil {
		return *new(IBudgetLedgerAmount), err
	}
	out0 := *abi.ConvertType(out[0], new(IBudgetLedgerAmount)).(*IBudgetLedgerAmount)
	return out0, nil
}

// PackGiveBack is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x69ce3c11.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function giveBack(bytes32 dataset, bytes32 key, bytes32 holder) returns(bool returned)
func (budgetLedger *BudgetLedger) PackGiveBack(dataset [32]byte, key [32]byte, holder [32]byte) []byte {
	enc, err := budgetLedger.abi.Pack("giveBack", dataset, key, holder)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGiveBack is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x69ce3c11.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function giveBack(bytes32 dataset, bytes32 key, bytes32 holder) returns(bool returned)
func (budgetLedger *BudgetLedger) TryPackGiveBack(dataset [32]byte, key [32]byte, holder [32]byte) ([]byte, error) {
	return budgetLedger.abi.Pack("giveBack", dataset, key, holder)
}

// UnpackGiveBack is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x69ce3c11.
//
// Solidity: function giveBack(bytes32 dataset, bytes32 key, bytes32 holder) returns(bool returned)
func (budgetLedger *BudgetLedger) UnpackGiveBack(data []byte) (bool, error) {
	out, err := budgetLedger.abi.Unpack("giveBack", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackHolds is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5e6d219e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function holds(bytes32 dataset, address spender, bytes32 key, bytes32 holder) view returns(uint8)
func (budgetLedger *BudgetLedger) PackHolds(dataset [32]byte, spender common.Address, key [32]byte, holder [32]byte) []byte {
	enc, err := budgetLedger.abi.Pack("holds", dataset, spender, key, holder)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHolds is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5e6d219e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function holds(bytes32 dataset, address spender, bytes32 key, bytes32 holder) view returns(uint8)
func (budgetLedger *BudgetLedger) TryPackHolds(dataset [32]byte, spender common.Address, key [32]byte, holder [32]byte) ([]byte, error) {
	return budgetLedger.abi.Pack("holds", dataset, spender, key, holder)
}

// UnpackHolds is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5e6d219e.
//
// Solidity: function holds(bytes32 dataset, address spender, bytes32 key, bytes32 holder) view returns(uint8)
func (budgetLedger *BudgetLedger) UnpackHolds(data []byte) (uint8, error) {
	out, err := budgetLedger.abi.Unpack("holds", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackLimitsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdc63a1f6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function limitsOf(bytes32 dataset) view returns(uint64 rho, uint64 delta)
func (budgetLedger *BudgetLedger) PackLimitsOf(dataset [32]byte) []byte {
	enc, err := budgetLedger.abi.Pack("limitsOf", dataset)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLimitsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdc63a1f6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function limitsOf(bytes32 dataset) view returns(uint64 rho, uint64 delta)
func (budgetLedger *BudgetLedger) TryPackLimitsOf(dataset [32]byte) ([]byte, error) {
	return budgetLedger.abi.Pack("limitsOf", dataset)
}

// LimitsOfOutput serves as a container for the return parameters of contract
// method LimitsOf.
type LimitsOfOutput struct {
	Rho   uint64
	Delta uint64
}

// UnpackLimitsOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdc63a1f6.
//
// Solidity: function limitsOf(bytes32 dataset) view returns(uint64 rho, uint64 delta)
func (budgetLedger *BudgetLedger) UnpackLimitsOf(data []byte) (LimitsOfOutput, error) {
	out, err := budgetLedger.abi.Unpack("limitsOf", data)
	outstruct := new(LimitsOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Rho = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.Delta = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b103999.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registry() view returns(address)
func (budgetLedger *BudgetLedger) PackRegistry() []byte {
	enc, err := budgetLedger.abi.Pack("registry")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b103999.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registry() view returns(address)
func (budgetLedger *BudgetLedger) TryPackRegistry() ([]byte, error) {
	return budgetLedger.abi.Pack("registry")
}

// UnpackRegistry is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7b103999.
//
// Solidity: function registry() view returns(address)
func (budgetLedger *BudgetLedger) UnpackRegistry(data []byte) (common.Address, error) {
	out, err := budgetLedger.abi.Unpack("registry", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSettle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b5e1e73.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function settle(bytes32 dataset, bytes32 key, bytes32 holder) returns()
func (budgetLedger *BudgetLedger) PackSettle(dataset [32]byte, key [32]byte, holder [32]byte) []byte {
	enc, err := budgetLedger.abi.Pack("settle", dataset, key, holder)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSettle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b5e1e73.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function settle(bytes32 dataset, bytes32 key, bytes32 holder) returns()
func (budgetLedger *BudgetLedger) TryPackSettle(dataset [32]byte, key [32]byte, holder [32]byte) ([]byte, error) {
	return budgetLedger.abi.Pack("settle", dataset, key, holder)
}

// PackSpend is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe71a034.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function spend(bytes32 dataset, bytes32 key, bytes32 holder, address researcher, uint64 rho, uint64 delta) returns(uint64 rhoTotal, uint64 deltaTotal)
func (budgetLedger *BudgetLedger) PackSpend(dataset [32]byte, key [32]byte, holder [32]byte, researcher common.Address, rho uint64, delta uint64) []byte {
	enc, err := budgetLedger.abi.Pack("spend", dataset, key, holder, researcher, rho, delta)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSpend is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe71a034.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function spend(bytes32 dataset, bytes32 key, bytes32 holder, address researcher, uint64 rho, uint64 delta) returns(uint64 rhoTotal, uint64 deltaTotal)
func (budgetLedger *BudgetLedger) TryPackSpend(dataset [32]byte, key [32]byte, holder [32]byte, researcher common.Address, rho uint64, delta uint64) ([]byte, error) {
	return budgetLedger.abi.Pack("spend", dataset, key, holder, researcher, rho, delta)
}

// SpendOutput serves as a container for the return parameters of contract
// method Spend.
type SpendOutput struct {
	RhoTotal   uint64
	DeltaTotal uint64
}

// UnpackSpend is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfe71a034.
//
// Solidity: function spend(bytes32 dataset, bytes32 key, bytes32 holder, address researcher, uint64 rho, uint64 delta) returns(uint64 rhoTotal, uint64 deltaTotal)
func (budgetLedger *BudgetLedger) UnpackSpend(data []byte) (SpendOutput, error) {
	out, err := budgetLedger.abi.Unpack("spend", data)
	outstruct := new(SpendOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.RhoTotal = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.DeltaTotal = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackUsedBy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1be1838a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function usedBy(bytes32 dataset, address researcher) view returns(uint64)
func (budgetLedger *BudgetLedger) PackUsedBy(dataset [32]byte, researcher common.Address) []byte {
	enc, err := budgetLedger.abi.Pack("usedBy", dataset, researcher)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUsedBy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1be1838a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function usedBy(bytes32 dataset, address researcher) view returns(uint64)
func (budgetLedger *BudgetLedger) TryPackUsedBy(dataset [32]byte, researcher common.Address) ([]byte, error) {
	return budgetLedger.abi.Pack("usedBy", dataset, researcher)
}

// UnpackUsedBy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1be1838a.
//
// Solidity: function usedBy(bytes32 dataset, address researcher) view returns(uint64)
func (budgetLedger *BudgetLedger) UnpackUsedBy(data []byte) (uint64, error) {
	out, err := budgetLedger.abi.Unpack("usedBy", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// BudgetLedgerBudgetGivenBack represents a BudgetGivenBack event raised by the BudgetLedger contract.
type BudgetLedgerBudgetGivenBack struct {
	Dataset [32]byte
	Spender common.Address
	Key     [32]byte
	Rho     uint64
	Delta   uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const BudgetLedgerBudgetGivenBackEventName = "BudgetGivenBack"

// ContractEventName returns the user-defined event name.
func (BudgetLedgerBudgetGivenBack) ContractEventName() string {
	return BudgetLedgerBudgetGivenBackEventName
}

// UnpackBudgetGivenBackEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BudgetGivenBack(bytes32 indexed dataset, address indexed spender, bytes32 indexed key, uint64 rho, uint64 delta)
func (budgetLedger *BudgetLedger) UnpackBudgetGivenBackEvent(log *types.Log) (*BudgetLedgerBudgetGivenBack, error) {
	event := "BudgetGivenBack"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != budgetLedger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BudgetLedgerBudgetGivenBack)
	if len(log.Data) > 0 {
		if err := budgetLedger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range budgetLedger.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BudgetLedgerBudgetSettled represents a BudgetSettled event raised by the BudgetLedger contract.
type BudgetLedgerBudgetSettled struct {
	Dataset [32]byte
	Spender common.Address
	Key     [32]byte
	Rho     uint64
	Delta   uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const BudgetLedgerBudgetSettledEventName = "BudgetSettled"

// ContractEventName returns the user-defined event name.
func (BudgetLedgerBudgetSettled) ContractEventName() string {
	return BudgetLedgerBudgetSettledEventName
}

// UnpackBudgetSettledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BudgetSettled(bytes32 indexed dataset, address indexed spender, bytes32 indexed key, uint64 rho, uint64 delta)
func (budgetLedger *BudgetLedger) UnpackBudgetSettledEvent(log *types.Log) (*BudgetLedgerBudgetSettled, error) {
	event := "BudgetSettled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != budgetLedger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BudgetLedgerBudgetSettled)
	if len(log.Data) > 0 {
		if err := budgetLedger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range budgetLedger.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BudgetLedgerBudgetSpent represents a BudgetSpent event raised by the BudgetLedger contract.
type BudgetLedgerBudgetSpent struct {
	Dataset    [32]byte
	Spender    common.Address
	Key        [32]byte
	Researcher common.Address
	Rho        uint64
	Delta      uint64
	Raw        *types.Log // Blockchain specific contextual infos
}

const BudgetLedgerBudgetSpentEventName = "BudgetSpent"

// ContractEventName returns the user-defined event name.
func (BudgetLedgerBudgetSpent) ContractEventName() string {
	return BudgetLedgerBudgetSpentEventName
}

// UnpackBudgetSpentEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BudgetSpent(bytes32 indexed dataset, address indexed spender, bytes32 indexed key, address researcher, uint64 rho, uint64 delta)
func (budgetLedger *BudgetLedger) UnpackBudgetSpentEvent(log *types.Log) (*BudgetLedgerBudgetSpent, error) {
	event := "BudgetSpent"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != budgetLedger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BudgetLedgerBudgetSpent)
	if len(log.Data) > 0 {
		if err := budgetLedger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range budgetLedger.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (budgetLedger *BudgetLedger) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], budgetLedger.abi.Errors["BudgetDeltaExceeded"].ID.Bytes()[:4]) {
		return budgetLedger.UnpackBudgetDeltaExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], budgetLedger.abi.Errors["BudgetExceeded"].ID.Bytes()[:4]) {
		return budgetLedger.UnpackBudgetExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], budgetLedger.abi.Errors["BudgetIsSettled"].ID.Bytes()[:4]) {
		return budgetLedger.UnpackBudgetIsSettledError(raw[4:])
	}
	if bytes.Equal(raw[:4], budgetLedger.abi.Errors["BudgetNotHolder"].ID.Bytes()[:4]) {
		return budgetLedger.UnpackBudgetNotHolderError(raw[4:])
	}
	if bytes.Equal(raw[:4], budgetLedger.abi.Errors["BudgetNotSpender"].ID.Bytes()[:4]) {
		return budgetLedger.UnpackBudgetNotSpenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], budgetLedger.abi.Errors["BudgetResearcherExceeded"].ID.Bytes()[:4]) {
		return budgetLedger.UnpackBudgetResearcherExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], budgetLedger.abi.Errors["BudgetReturnsExhausted"].ID.Bytes()[:4]) {
		return budgetLedger.UnpackBudgetReturnsExhaustedError(raw[4:])
	}
	if bytes.Equal(raw[:4], budgetLedger.abi.Errors["BudgetTermsDiffer"].ID.Bytes()[:4]) {
		return budgetLedger.UnpackBudgetTermsDifferError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// BudgetLedgerBudgetDeltaExceeded represents a BudgetDeltaExceeded error raised by the BudgetLedger contract.
type BudgetLedgerBudgetDeltaExceeded struct {
	Dataset   [32]byte
	Asked     uint64
	Available uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BudgetDeltaExceeded(bytes32 dataset, uint64 asked, uint64 available)
func BudgetLedgerBudgetDeltaExceededErrorID() common.Hash {
	return common.HexToHash("0xc9bc32d4cb233e114ac5056034674ca2d83842075cb6ace70659f4cd65d1da3d")
}

// UnpackBudgetDeltaExceededError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BudgetDeltaExceeded(bytes32 dataset, uint64 asked, uint64 available)
func (budgetLedger *BudgetLedger) UnpackBudgetDeltaExceededError(raw []byte) (*BudgetLedgerBudgetDeltaExceeded, error) {
	out := new(BudgetLedgerBudgetDeltaExceeded)
	if err := budgetLedger.abi.UnpackIntoInterface(out, "BudgetDeltaExceeded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BudgetLedgerBudgetExceeded represents a BudgetExceeded error raised by the BudgetLedger contract.
type BudgetLedgerBudgetExceeded struct {
	Dataset   [32]byte
	Asked     uint64
	Available uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BudgetExceeded(bytes32 dataset, uint64 asked, uint64 available)
func BudgetLedgerBudgetExceededErrorID() common.Hash {
	return common.HexToHash("0x835791b7e4230a84ee4c524fbcad9ceb1880e9a010abf2b8454ad2fc71ad9c3c")
}

// UnpackBudgetExceededError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BudgetExceeded(bytes32 dataset, uint64 asked, uint64 available)
func (budgetLedger *BudgetLedger) UnpackBudgetExceededError(raw []byte) (*BudgetLedgerBudgetExceeded, error) {
	out := new(BudgetLedgerBudgetExceeded)
	if err := budgetLedger.abi.UnpackIntoInterface(out, "BudgetExceeded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BudgetLedgerBudgetIsSettled represents a BudgetIsSettled error raised by the BudgetLedger contract.
type BudgetLedgerBudgetIsSettled struct {
	Dataset [32]byte
	Key     [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BudgetIsSettled(bytes32 dataset, bytes32 key)
func BudgetLedgerBudgetIsSettledErrorID() common.Hash {
	return common.HexToHash("0xb76faaa94b92d5f04d4c5369af0b60fa5a0ba756ee4bca67b4bf727219606e8e")
}

// UnpackBudgetIsSettledError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BudgetIsSettled(bytes32 dataset, bytes32 key)
func (budgetLedger *BudgetLedger) UnpackBudgetIsSettledError(raw []byte) (*BudgetLedgerBudgetIsSettled, error) {
	out := new(BudgetLedgerBudgetIsSettled)
	if err := budgetLedger.abi.UnpackIntoInterface(out, "BudgetIsSettled", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BudgetLedgerBudgetNotHolder represents a BudgetNotHolder error raised by the BudgetLedger contract.
type BudgetLedgerBudgetNotHolder struct {
	Dataset [32]byte
	Key     [32]byte
	Holder  [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BudgetNotHolder(bytes32 dataset, bytes32 key, bytes32 holder)
func BudgetLedgerBudgetNotHolderErrorID() common.Hash {
	return common.HexToHash("0xec0d3132bf96289ff2965dfcc50167d57429ff34dae4ca3e60444fd4ae4617a5")
}

// UnpackBudgetNotHolderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BudgetNotHolder(bytes32 dataset, bytes32 key, bytes32 holder)
func (budgetLedger *BudgetLedger) UnpackBudgetNotHolderError(raw []byte) (*BudgetLedgerBudgetNotHolder, error) {
	out := new(BudgetLedgerBudgetNotHolder)
	if err := budgetLedger.abi.UnpackIntoInterface(out, "BudgetNotHolder", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BudgetLedgerBudgetNotSpender represents a BudgetNotSpender error raised by the BudgetLedger contract.
type BudgetLedgerBudgetNotSpender struct {
	Dataset [32]byte
	Caller  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BudgetNotSpender(bytes32 dataset, address caller)
func BudgetLedgerBudgetNotSpenderErrorID() common.Hash {
	return common.HexToHash("0x524cc7364b447c29acdbf9310800c31c2521fa97e3d8a748bc44e0300cfcd9fe")
}

// UnpackBudgetNotSpenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BudgetNotSpender(bytes32 dataset, address caller)
func (budgetLedger *BudgetLedger) UnpackBudgetNotSpenderError(raw []byte) (*BudgetLedgerBudgetNotSpender, error) {
	out := new(BudgetLedgerBudgetNotSpender)
	if err := budgetLedger.abi.UnpackIntoInterface(out, "BudgetNotSpender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BudgetLedgerBudgetResearcherExceeded represents a BudgetResearcherExceeded error raised by the BudgetLedger contract.
type BudgetLedgerBudgetResearcherExceeded struct {
	Dataset    [32]byte
	Researcher common.Address
	Asked      uint64
	Available  uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BudgetResearcherExceeded(bytes32 dataset, address researcher, uint64 asked, uint64 available)
func BudgetLedgerBudgetResearcherExceededErrorID() common.Hash {
	return common.HexToHash("0x45b83f4568732100e94bcd1cf7aa024f8d65da5fd8120c576afcbce8d6a91633")
}

// UnpackBudgetResearcherExceededError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BudgetResearcherExceeded(bytes32 dataset, address researcher, uint64 asked, uint64 available)
func (budgetLedger *BudgetLedger) UnpackBudgetResearcherExceededError(raw []byte) (*BudgetLedgerBudgetResearcherExceeded, error) {
	out := new(BudgetLedgerBudgetResearcherExceeded)
	if err := budgetLedger.abi.UnpackIntoInterface(out, "BudgetResearcherExceeded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BudgetLedgerBudgetReturnsExhausted represents a BudgetReturnsExhausted error raised by the BudgetLedger contract.
type BudgetLedgerBudgetReturnsExhausted struct {
	Dataset [32]byte
	Key     [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BudgetReturnsExhausted(bytes32 dataset, bytes32 key)
func BudgetLedgerBudgetReturnsExhaustedErrorID() common.Hash {
	return common.HexToHash("0xccb4a203cfbea1e4d91eb76952f20cf12dd95458ebad62709886f7dfddaf1d14")
}

// UnpackBudgetReturnsExhaustedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BudgetReturnsExhausted(bytes32 dataset, bytes32 key)
func (budgetLedger *BudgetLedger) UnpackBudgetReturnsExhaustedError(raw []byte) (*BudgetLedgerBudgetReturnsExhausted, error) {
	out := new(BudgetLedgerBudgetReturnsExhausted)
	if err := budgetLedger.abi.UnpackIntoInterface(out, "BudgetReturnsExhausted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BudgetLedgerBudgetTermsDiffer represents a BudgetTermsDiffer error raised by the BudgetLedger contract.
type BudgetLedgerBudgetTermsDiffer struct {
	Dataset [32]byte
	Key     [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BudgetTermsDiffer(bytes32 dataset, bytes32 key)
func BudgetLedgerBudgetTermsDifferErrorID() common.Hash {
	return common.HexToHash("0x4b546296cc25422e74d571e1f36e7a964ade07c0078873af69f19a311985cc07")
}

// UnpackBudgetTermsDifferError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BudgetTermsDiffer(bytes32 dataset, bytes32 key)
func (budgetLedger *BudgetLedger) UnpackBudgetTermsDifferError(raw []byte) (*BudgetLedgerBudgetTermsDiffer, error) {
	out := new(BudgetLedgerBudgetTermsDiffer)
	if err := budgetLedger.abi.UnpackIntoInterface(out, "BudgetTermsDiffer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CollateralRegistryMetaData contains all meta data concerning the CollateralRegistry contract.
var CollateralRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"string\",\"name\":\"part\",\"type\":\"string\"}],\"name\":\"CollateralBackwards\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"countsFrom\",\"type\":\"uint64\"}],\"name\":\"CollateralEarly\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"part\",\"type\":\"string\"}],\"name\":\"CollateralIncomplete\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"CollateralNotNewer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"}],\"name\":\"PinsSize\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"levelsHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"rootListHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"issuerListHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"}],\"name\":\"CollateralPosted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"countsFrom\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"}],\"name\":\"EvaluationShown\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"}],\"name\":\"PinsPosted\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"EVALUATION_DELAY\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"}],\"name\":\"collateralOf\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"container\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"}],\"name\":\"idOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"}],\"name\":\"listsOf\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"container\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"name\":\"pinsOf\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"document\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"collateral\",\"type\":\"bytes\"}],\"name\":\"post\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"document\",\"type\":\"bytes\"}],\"name\":\"postPins\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"}],\"name\":\"stampsOf\",\"outputs\":[{\"components\":[{\"components\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"}],\"internalType\":\"structIAttestation.Stamp\",\"name\":\"tcbInfo\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"}],\"internalType\":\"structIAttestation.Stamp\",\"name\":\"qeIdentity\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"}],\"internalType\":\"structIAttestation.Stamp\",\"name\":\"rootList\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"}],\"internalType\":\"structIAttestation.Stamp\",\"name\":\"issuerList\",\"type\":\"tuple\"}],\"internalType\":\"structICollateralRegistry.Stamps\",\"name\":\"stamps\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "1c054204dffb67ae63dec89ff20d5ba474",
	Bin: "0x6080604052348015600e575f5ffd5b506117a68061001c5f395ff3fe608060405234801561000f575f5ffd5b5060043610610085575f3560e01c8063b7da3e1811610058578063b7da3e1814610108578063baf9b3691461011b578063e3d3f5d814610130578063edf58a4414610150575f5ffd5b806317d82bf3146100895780632559c5c8146100b25780634f9244c2146100d457806358cd0825146100f5575b5f5ffd5b61009c6100973660046112b8565b610163565b6040516100a99190611306565b60405180910390f35b6100bc62375f0081565b6040516001600160401b0390911681526020016100a9565b6100e76100e23660046112b8565b61020a565b6040519081526020016100a9565b61009c61010336600461131f565b610335565b61009c6101163660046112b8565b6103f7565b61012e610129366004611336565b610492565b005b61014361013e3660046112b8565b610942565b6040516100a991906113a2565b61012e61015e366004611336565b610a59565b5f82815260208190526040812080546060920361018f57505060408051602081019091525f8152610204565b6002810154600782018054604080516020808402820181019092528281526102009460ff1693909290918301828280156101f057602002820191905f5260205f20905b81546001600160a01b031681526001909101906020018083116101d2575b5050505050836001015486610b1c565b9150505b92915050565b5f828152602081905260408120805480830361022b57505f91506102049050565b6001808301545f8181526020929092526040822054909181900361026c57507fe8e77626586f73b955364c7b4bbf0bb7f7685ebd40e852b164633a4acbd3244c5b600284015460ff167fc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a4705f1982016102e257505f8381526002602090815260408083208a8452909152812054908190036102e257507f011b4d03dd8c01f1049143cf9c4c817e4b167f1d1b83e5c6f0f10d89ba1e7bce5b6040516001600160f81b031960f884901b16602082015260218101869052604181018490526061810182905260810160405160208183030381529060405280519060200120965050505050505092915050565b5f81815260036020908152604080832080548251818502810185019093528083526060949383018282801561039157602002820191905f5260205f20905b81546001600160a01b03168152600190910190602001808311610373575b505050505090506103a181610d8b565b6001600160401b038111156103b8576103b8611424565b6040519080825280601f01601f1916602001820160405280156103e2576020820181803683370190505b5091506103f081835f610de1565b5050919050565b5f82815260016020526040812080546060920361042357505060408051602081019091525f8152610204565b600281015460ff1660018114801561045157505f858152600260209081526040808320878452909152902054155b1561046e5760405180602001604052805f81525092505050610204565b604080515f8152602081019091526104899082908787610b1c565b95945050505050565b604051637c7c909f60e11b81525f90620a55019063f8f9213e906104be90869086904290600401611438565b6101e060405180830381865afa1580156104da573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906104fe9190611533565b604080518082019091525f80825260208201529091505f5f5f5f85604001515f5f1b1461070a578560800151602001516001600160401b03165f03610576576040516301cc0b9560e51b815260206004820152600860248201526754434220696e666f60c01b60448201526064015b60405180910390fd5b855160ff166001148015610599575060a0860151602001516001600160401b0316155b156105d5576040516301cc0b9560e51b815260206004820152600b60248201526a5145206964656e7469747960a81b604482015260640161056d565b60a0860151516080870151515f91116105f3576080870151516105fa565b60a0870151515b905061064187608001515f5f8a6040015181526020019081526020015f206003016040518060400160405280600881526020016754434220696e666f60c01b815250610e50565b5061068a8760a001515f5f8a6040015181526020019081526020015f206005016040518060400160405280600b81526020016a5145206964656e7469747960a81b815250610e50565b50610699876020015182610ed6565b15915081610704576040808801515f908152602081905220610100880151610701919089906106d19063ffffffff1660158d8f611601565b8b608001516040518060400160405280600881526020016754434220696e666f60c01b8152508d60a0015161103f565b94505b50610755565b60a0860151602001516001600160401b031615610755576040516301cc0b9560e51b815260206004820152600860248201526754434220696e666f60c01b604482015260640161056d565b60c0860151602001516001600160401b0316156107d7576020808701515f9081526001909152604090206101008701516101208801516107d4929189916107a79163ffffffff91821691168c8e611601565b8a60c00151604051806040016040528060098152602001681c9bdbdd081b1a5cdd60ba1b8152508b61103f565b92505b6060860151156108a0578560e00151602001516001600160401b03165f03610830576040516301cc0b9560e51b815260206004820152600b60248201526a1a5cdcdd595c881b1a5cdd60aa1b604482015260640161056d565b6020808701515f90815260028252604080822060608a015183529092522061012087015161089d9190889061086e908b9063ffffffff16818e611601565b8a60e001516040518060400160405280600b81526020016a1a5cdcdd595c881b1a5cdd60aa1b8152508b61103f565b91505b801580156108ac575083155b80156108b6575082155b80156108c0575081155b156108de57604051630fa0377d60e11b815260040160405180910390fd5b6060808701516040808901516020808b015183518a8152918201899052928101879052339481019490945291927f7389eda7af5c74424d9bcc797f356e752803c9614689b804dc60b188f358f6d59060800160405180910390a45050505050505050565b6109a46040805160c0810182525f6080820181815260a083018290528252825180840184528181526020808201839052808401919091528351808501855282815280820183905283850152835180850190945281845283015290606082015290565b5f928352602083815260408085208151808301835260038083015482526004808401546001600160401b03908116848801529287528451808601865260058501548152600685015484168188015287870152600193840154808a5293865284892085518087018752818401548152908201548416818801528786015292885260028552838820968852958452958290208251808401909352948501548252939093015490931692820192909252606082015290565b801580610a67575061100081115b15610a8857604051632d97791d60e21b81526004810182905260240161056d565b5f8282604051610a99929190611628565b60408051918290039091205f8181526003602052919091205490915015610abf57505050565b610ac98383611148565b5f82815260036020526040902090610ae19082611662565b5060405133815281907f3444aabd0b0b385b0a4c0bb2b5e71fdbe7491a36ada2dae38ca26b1bed1938659060200160405180910390a2505050565b60605f60ff8616600114610b31576008610b34565b60145b5f85815260016020908152604080832060070180548251818502810185019093528083529495509293909291830182828015610b9757602002820191905f5260205f20905b81546001600160a01b03168152600190910190602001808311610b79575b5050505050905060605f82515f14610bb757610bb283610d8b565b610bba565b60045b885115610bcf57610bca89610d8b565b610bd1565b845b610bdc90601561170b565b610be6919061170b565b90505f1960ff8a1601610c86575f87815260026020908152604080832089845282529182902060070180548351818402810184019094528084529091830182828015610c5957602002820191905f5260205f20905b81546001600160a01b03168152600190910190602001808311610c3b575b5050505050915081515f14610c7657610c7182610d8b565b610c79565b60085b610c83908261170b565b90505b806001600160401b03811115610c9e57610c9e611424565b6040519080825280601f01601f191660200182016040528015610cc8576020820181803683370190505b5060405173617373656e742e636f6c6c61746572616c2e763160601b60208201526001600160f81b031960f88c901b1660348201529095505f90603501604051602081830303815290604052610d1d9061171e565b90508060208701525f89515f14610d3f57610d3a8a886015610de1565b610d4a565b610d4a86601561170b565b905084515f14610d6457610d5f858883610de1565b610d6f565b610d6f60048261170b565b9050610d7c848883610de1565b50505050505050949350505050565b5f805b8251811015610ddb576001838281518110610dab57610dab611741565b60200260200101516001600160a01b03163b610dc79190611755565b610dd1908361170b565b9150600101610d8e565b50919050565b805f5b8451811015610e48575f858281518110610e0057610e00611741565b602002602001015190505f6001826001600160a01b03163b610e229190611755565b9050806001856020890101843c610e39818561170b565b93505050806001019050610de4565b509392505050565b8154600183015484515f92916001600160401b031690821180610e885750806001600160401b031686602001516001600160401b0316105b15610ea857836040516323a5e4c360e01b815260040161056d9190611306565b8551821080610ecc5750806001600160401b031686602001516001600160401b0316115b9695505050505050565b5f828152600460205260408120600181015460ff168015610ef75750805483115b15611008575f8381526002820160205260408120546001600160401b031690819003610fb0575f8481526002830160205260409020805467ffffffffffffffff1916426001600160401b0381169190911790915585907f36aaef2708821bb4484b4e313686c3581bb31ae367527fde5211bf3d9da9d8c6908690610f7f9062375f0090611768565b604080519283526001600160401b039091166020830152339082015260600160405180910390a25f92505050610204565b610fbd62375f0082611768565b6001600160401b03164210156110065783610fdb62375f0083611768565b6040516314ff921f60e31b815260048101929092526001600160401b0316602482015260440161056d565b505b600181015460ff16158061101c5750805483115b15611035578281556001818101805460ff191690911790555b5060019392505050565b5f5f61104f858a60030186610e50565b9050611082838a6005016040518060400160405280600b81526020016a5145206964656e7469747960a81b815250610e50565b15801561108d575080155b1561109b57505f905061113d565b86866040516110ab929190611628565b604051908190039020808a5560208981015160018c0155895160028c01805460ff191660ff909216919091179055865160038c01558681015160048c01805467ffffffffffffffff199081166001600160401b0393841617909155865160058e01559186015160068d0180549093169116179055915061112b8787611148565b60078a019061113a9082611662565b50505b979650505050505050565b6060615fff6001611159828561170b565b6111639190611755565b61116d9190611787565b6001600160401b0381111561118457611184611424565b6040519080825280602002602001820160405280156111ad578160200160208202803683370190505b5090505f5b8151811015611270575f615fff6111ca83600161170b565b6111d4919061164b565b905061123d85856111e7615fff8661164b565b908785106111f557876111f7565b845b9261120493929190611601565b8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061127792505050565b83838151811061124f5761124f611741565b6001600160a01b0390921660209283029190910190910152506001016111b2565b5092915050565b5f81518060401b6bfe61000180600a3d393df3000161fffe8211840152600b8101601584015ff09150816112b25763301164255f526004601cfd5b90915290565b5f5f604083850312156112c9575f5ffd5b50508035926020909101359150565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f61131860208301846112d8565b9392505050565b5f6020828403121561132f575f5ffd5b5035919050565b5f5f60208385031215611347575f5ffd5b82356001600160401b0381111561135c575f5ffd5b8301601f8101851361136c575f5ffd5b80356001600160401b03811115611381575f5ffd5b856020828401011115611392575f5ffd5b6020919091019590945092505050565b8151805182526020908101516001600160401b031690820152610100810160208381015180516040850152908101516001600160401b031660608401525060408301518051608084015260208101516001600160401b031660a0840152506060830151805160c084015260208101516001600160401b031660e0840152611270565b634e487b7160e01b5f52604160045260245ffd5b60408152826040820152828460608301375f606084830101525f6060601f19601f86011683010190506001600160401b0383166020830152949350505050565b60405161016081016001600160401b038111828210171561149b5761149b611424565b60405290565b805160ff811681146114b1575f5ffd5b919050565b80516001600160401b03811681146114b1575f5ffd5b5f604082840312156114dc575f5ffd5b604080519081016001600160401b03811182821017156114fe576114fe611424565b60405282518152905080611514602084016114b6565b60208201525092915050565b805163ffffffff811681146114b1575f5ffd5b5f6101e0828403128015611545575f5ffd5b5061154e611478565b611557836114a1565b815260208381015190820152604080840151908201526060808401519082015261158484608085016114cc565b60808201526115968460c085016114cc565b60a08201526115a98461010085016114cc565b60c08201526115bc8461014085016114cc565b60e08201526115ce6101808401611520565b6101008201526115e16101a08401611520565b6101208201526115f46101c084016114b6565b6101408201529392505050565b5f5f8585111561160f575f5ffd5b8386111561161b575f5ffd5b5050820193919092039150565b818382375f9101908152919050565b634e487b7160e01b5f52601160045260245ffd5b808202811582820484141761020457610204611637565b81516001600160401b0381111561167b5761167b611424565b6801000000000000000081111561169457611694611424565b8154818355808210156116c857825f528160205f20018282035f5b818110156116c4575f838201556001016116af565b5050505b50602083016116dc835f9081526020902090565b5f5b838110156117035782516001600160a01b0316818301556020909201916001016116de565b505050505050565b8082018082111561020457610204611637565b80516020808301519190811015610ddb575f1960209190910360031b1b16919050565b634e487b7160e01b5f52603260045260245ffd5b8181038181111561020457610204611637565b6001600160401b03818116838216019081111561020457610204611637565b5f826117a157634e487b7160e01b5f52601260045260245ffd5b50049056",
}

// CollateralRegistry is an auto generated Go binding around an Ethereum contract.
type CollateralRegistry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *CollateralRegistry) GetABI() abi.ABI {
	return c.abi
}

// NewCollateralRegistry creates a new instance of CollateralRegistry.
func NewCollateralRegistry() *CollateralRegistry {
	parsed, err := CollateralRegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &CollateralRegistry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *CollateralRegistry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackEVALUATIONDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2559c5c8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function EVALUATION_DELAY() view returns(uint64)
func (collateralRegistry *CollateralRegistry) PackEVALUATIONDELAY() []byte {
	enc, err := collateralRegistry.abi.Pack("EVALUATION_DELAY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEVALUATIONDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2559c5c8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function EVALUATION_DELAY() view returns(uint64)
func (collateralRegistry *CollateralRegistry) TryPackEVALUATIONDELAY() ([]byte, error) {
	return collateralRegistry.abi.Pack("EVALUATION_DELAY")
}

// UnpackEVALUATIONDELAY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2559c5c8.
//
// Solidity: function EVALUATION_DELAY() view returns(uint64)
func (collateralRegistry *CollateralRegistry) UnpackEVALUATIONDELAY(data []byte) (uint64, error) {
	out, err := collateralRegistry.abi.Unpack("EVALUATION_DELAY", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackCollateralOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x17d82bf3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function collateralOf(bytes32 levels, bytes32 issuer) view returns(bytes container)
func (collateralRegistry *CollateralRegistry) PackCollateralOf(levels [32]byte, issuer [32]byte) []byte {
	enc, err := collateralRegistry.abi.Pack("collateralOf", levels, issuer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCollateralOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x17d82bf3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function collateralOf(bytes32 levels, bytes32 issuer) view returns(bytes container)
func (collateralRegistry *CollateralRegistry) TryPackCollateralOf(levels [32]byte, issuer [32]byte) ([]byte, error) {
	return collateralRegistry.abi.Pack("collateralOf", levels, issuer)
}

// UnpackCollateralOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x17d82bf3.
//
// Solidity: function collateralOf(bytes32 levels, bytes32 issuer) view returns(bytes container)
func (collateralRegistry *CollateralRegistry) UnpackCollateralOf(data []byte) ([]byte, error) {
	out, err := collateralRegistry.abi.Unpack("collateralOf", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackIdOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f9244c2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function idOf(bytes32 levels, bytes32 issuer) view returns(bytes32)
func (collateralRegistry *CollateralRegistry) PackIdOf(levels [32]byte, issuer [32]byte) []byte {
	enc, err := collateralRegistry.abi.Pack("idOf", levels, issuer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIdOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f9244c2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function idOf(bytes32 levels, bytes32 issuer) view returns(bytes32)
func (collateralRegistry *CollateralRegistry) TryPackIdOf(levels [32]byte, issuer [32]byte) ([]byte, error) {
	return collateralRegistry.abi.Pack("idOf", levels, issuer)
}

// UnpackIdOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4f9244c2.
//
// Solidity: function idOf(bytes32 levels, bytes32 issuer) view returns(bytes32)
func (collateralRegistry *CollateralRegistry) UnpackIdOf(data []byte) ([32]byte, error) {
	out, err := collateralRegistry.abi.Unpack("idOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackListsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7da3e18.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function listsOf(bytes32 root, bytes32 issuer) view returns(bytes container)
func (collateralRegistry *CollateralRegistry) PackListsOf(root [32]byte, issuer [32]byte) []byte {
	enc, err := collateralRegistry.abi.Pack("listsOf", root, issuer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackListsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7da3e18.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function listsOf(bytes32 root, bytes32 issuer) view returns(bytes container)
func (collateralRegistry *CollateralRegistry) TryPackListsOf(root [32]byte, issuer [32]byte) ([]byte, error) {
	return collateralRegistry.abi.Pack("listsOf", root, issuer)
}

// UnpackListsOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb7da3e18.
//
// Solidity: function listsOf(bytes32 root, bytes32 issuer) view returns(bytes container)
func (collateralRegistry *CollateralRegistry) UnpackListsOf(data []byte) ([]byte, error) {
	out, err := collateralRegistry.abi.Unpack("listsOf", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackPinsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x58cd0825.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pinsOf(bytes32 hash) view returns(bytes document)
func (collateralRegistry *CollateralRegistry) PackPinsOf(hash [32]byte) []byte {
	enc, err := collateralRegistry.abi.Pack("pinsOf", hash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPinsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x58cd0825.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pinsOf(bytes32 hash) view returns(bytes document)
func (collateralRegistry *CollateralRegistry) TryPackPinsOf(hash [32]byte) ([]byte, error) {
	return collateralRegistry.abi.Pack("pinsOf", hash)
}

// UnpackPinsOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x58cd0825.
//
// Solidity: function pinsOf(bytes32 hash) view returns(bytes document)
func (collateralRegistry *CollateralRegistry) UnpackPinsOf(data []byte) ([]byte, error) {
	out, err := collateralRegistry.abi.Unpack("pinsOf", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackPost is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbaf9b369.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function post(bytes collateral) returns()
func (collateralRegistry *CollateralRegistry) PackPost(collateral []byte) []byte {
	enc, err := collateralRegistry.abi.Pack("post", collateral)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPost is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbaf9b369.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function post(bytes collateral) returns()
func (collateralRegistry *CollateralRegistry) TryPackPost(collateral []byte) ([]byte, error) {
	return collateralRegistry.abi.Pack("post", collateral)
}

// PackPostPins is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xedf58a44.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function postPins(bytes document) returns()
func (collateralRegistry *CollateralRegistry) PackPostPins(document []byte) []byte {
	enc, err := collateralRegistry.abi.Pack("postPins", document)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPostPins is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xedf58a44.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function postPins(bytes document) returns()
func (collateralRegistry *CollateralRegistry) TryPackPostPins(document []byte) ([]byte, error) {
	return collateralRegistry.abi.Pack("postPins", document)
}

// PackStampsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3d3f5d8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stampsOf(bytes32 levels, bytes32 issuer) view returns(((uint256,uint64),(uint256,uint64),(uint256,uint64),(uint256,uint64)) stamps)
func (collateralRegistry *CollateralRegistry) PackStampsOf(levels [32]byte, issuer [32]byte) []byte {
	enc, err := collateralRegistry.abi.Pack("stampsOf", levels, issuer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStampsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3d3f5d8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stampsOf(bytes32 levels, bytes32 issuer) view returns(((uint256,uint64),(uint256,uint64),(uint256,uint64),(uint256,uint64)) stamps)
func (collateralRegistry *CollateralRegistry) TryPackStampsOf(levels [32]byte, issuer [32]byte) ([]byte, error) {
	return collateralRegistry.abi.Pack("stampsOf", levels, issuer)
}

// UnpackStampsOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe3d3f5d8.
//
// Solidity: function stampsOf(bytes32 levels, bytes32 issuer) view returns(((uint256,uint64),(uint256,uint64),(uint256,uint64),(uint256,uint64)) stamps)
func (collateralRegistry *CollateralRegistry) UnpackStampsOf(data []byte) (ICollateralRegistryStamps, error) {
	out, err := collateralRegistry.abi.Unpack("stampsOf", data)
	if err != nil {
		return *new(ICollateralRegistryStamps), err
	}
	out0 := *abi.ConvertType(out[0], new(ICollateralRegistryStamps)).(*ICollateralRegistryStamps)
	return out0, nil
}

// CollateralRegistryCollateralPosted represents a CollateralPosted event raised by the CollateralRegistry contract.
type CollateralRegistryCollateralPosted struct {
	Root           [32]byte
	Levels         [32]byte
	Issuer         [32]byte
	LevelsHash     [32]byte
	RootListHash   [32]byte
	IssuerListHash [32]byte
	By             common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const CollateralRegistryCollateralPostedEventName = "CollateralPosted"

// ContractEventName returns the user-defined event name.
func (CollateralRegistryCollateralPosted) ContractEventName() string {
	return CollateralRegistryCollateralPostedEventName
}

// UnpackCollateralPostedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CollateralPosted(bytes32 indexed root, bytes32 indexed levels, bytes32 indexed issuer, bytes32 levelsHash, bytes32 rootListHash, bytes32 issuerListHash, address by)
func (collateralRegistry *CollateralRegistry) UnpackCollateralPostedEvent(log *types.Log) (*CollateralRegistryCollateralPosted, error) {
	event := "CollateralPosted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != collateralRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CollateralRegistryCollateralPosted)
	if len(log.Data) > 0 {
		if err := collateralRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range collateralRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CollateralRegistryEvaluationShown represents a EvaluationShown event raised by the CollateralRegistry contract.
type CollateralRegistryEvaluationShown struct {
	Root       [32]byte
	Number     *big.Int
	CountsFrom uint64
	By         common.Address
	Raw        *types.Log // Blockchain specific contextual infos
}

const CollateralRegistryEvaluationShownEventName = "EvaluationShown"

// ContractEventName returns the user-defined event name.
func (CollateralRegistryEvaluationShown) ContractEventName() string {
	return CollateralRegistryEvaluationShownEventName
}

// UnpackEvaluationShownEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EvaluationShown(bytes32 indexed root, uint256 number, uint64 countsFrom, address by)
func (collateralRegistry *CollateralRegistry) UnpackEvaluationShownEvent(log *types.Log) (*CollateralRegistryEvaluationShown, error) {
	event := "EvaluationShown"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != collateralRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CollateralRegistryEvaluationShown)
	if len(log.Data) > 0 {
		if err := collateralRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range collateralRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CollateralRegistryPinsPosted represents a PinsPosted event raised by the CollateralRegistry contract.
type CollateralRegistryPinsPosted struct {
	Hash [32]byte
	By   common.Address
	Raw  *types.Log // Blockchain specific contextual infos
}

const CollateralRegistryPinsPostedEventName = "PinsPosted"

// ContractEventName returns the user-defined event name.
func (CollateralRegistryPinsPosted) ContractEventName() string {
	return CollateralRegistryPinsPostedEventName
}

// UnpackPinsPostedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PinsPosted(bytes32 indexed hash, address by)
func (collateralRegistry *CollateralRegistry) UnpackPinsPostedEvent(log *types.Log) (*CollateralRegistryPinsPosted, error) {
	event := "PinsPosted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != collateralRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CollateralRegistryPinsPosted)
	if len(log.Data) > 0 {
		if err := collateralRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range collateralRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (collateralRegistry *CollateralRegistry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], collateralRegistry.abi.Errors["CollateralBackwards"].ID.Bytes()[:4]) {
		return collateralRegistry.UnpackCollateralBackwardsError(raw[4:])
	}
	if bytes.Equal(raw[:4], collateralRegistry.abi.Errors["CollateralEarly"].ID.Bytes()[:4]) {
		return collateralRegistry.UnpackCollateralEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], collateralRegistry.abi.Errors["CollateralIncomplete"].ID.Bytes()[:4]) {
		return collateralRegistry.UnpackCollateralIncompleteError(raw[4:])
	}
	if bytes.Equal(raw[:4], collateralRegistry.abi.Errors["CollateralNotNewer"].ID.Bytes()[:4]) {
		return collateralRegistry.UnpackCollateralNotNewerError(raw[4:])
	}
	if bytes.Equal(raw[:4], collateralRegistry.abi.Errors["PinsSize"].ID.Bytes()[:4]) {
		return collateralRegistry.UnpackPinsSizeError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// CollateralRegistryCollateralBackwards represents a CollateralBackwards error raised by the CollateralRegistry contract.
type CollateralRegistryCollateralBackwards struct {
	Part string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CollateralBackwards(string part)
func CollateralRegistryCollateralBackwardsErrorID() common.Hash {
	return common.HexToHash("0x23a5e4c330ad7b34b201fb177ce0a34cb57b71f186201269b7f584ee1c43a570")
}

// UnpackCollateralBackwardsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CollateralBackwards(string part)
func (collateralRegistry *CollateralRegistry) UnpackCollateralBackwardsError(raw []byte) (*CollateralRegistryCollateralBackwards, error) {
	out := new(CollateralRegistryCollateralBackwards)
	if err := collateralRegistry.abi.UnpackIntoInterface(out, "CollateralBackwards", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CollateralRegistryCollateralEarly represents a CollateralEarly error raised by the CollateralRegistry contract.
type CollateralRegistryCollateralEarly struct {
	Number     *big.Int
	CountsFrom uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CollateralEarly(uint256 number, uint64 countsFrom)
func CollateralRegistryCollateralEarlyErrorID() common.Hash {
	return common.HexToHash("0xa7fc90f87b621a6777f3f3b28f388e77b8721865db0a71178b9db6b2c654a738")
}

// UnpackCollateralEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CollateralEarly(uint256 number, uint64 countsFrom)
func (collateralRegistry *CollateralRegistry) UnpackCollateralEarlyError(raw []byte) (*CollateralRegistryCollateralEarly, error) {
	out := new(CollateralRegistryCollateralEarly)
	if err := collateralRegistry.abi.UnpackIntoInterface(out, "CollateralEarly", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CollateralRegistryCollateralIncomplete represents a CollateralIncomplete error raised by the CollateralRegistry contract.
type CollateralRegistryCollateralIncomplete struct {
	Part string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CollateralIncomplete(string part)
func CollateralRegistryCollateralIncompleteErrorID() common.Hash {
	return common.HexToHash("0x398172a0263c607051f7b8d291948d8fa9e630440383a2baa3066cc648b28ecf")
}

// UnpackCollateralIncompleteError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CollateralIncomplete(string part)
func (collateralRegistry *CollateralRegistry) UnpackCollateralIncompleteError(raw []byte) (*CollateralRegistryCollateralIncomplete, error) {
	out := new(CollateralRegistryCollateralIncomplete)
	if err := collateralRegistry.abi.UnpackIntoInterface(out, "CollateralIncomplete", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CollateralRegistryCollateralNotNewer represents a CollateralNotNewer error raised by the CollateralRegistry contract.
type CollateralRegistryCollateralNotNewer struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CollateralNotNewer()
func CollateralRegistryCollateralNotNewerErrorID() common.Hash {
	return common.HexToHash("0x1f406efad7448d24f61a9ebc7d48c2a9e29a26e159e015d37a4a5a36f51855bb")
}

// UnpackCollateralNotNewerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CollateralNotNewer()
func (collateralRegistry *CollateralRegistry) UnpackCollateralNotNewerError(raw []byte) (*CollateralRegistryCollateralNotNewer, error) {
	out := new(CollateralRegistryCollateralNotNewer)
	if err := collateralRegistry.abi.UnpackIntoInterface(out, "CollateralNotNewer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CollateralRegistryPinsSize represents a PinsSize error raised by the CollateralRegistry contract.
type CollateralRegistryPinsSize struct {
	Size *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PinsSize(uint256 size)
func CollateralRegistryPinsSizeErrorID() common.Hash {
	return common.HexToHash("0xb65de474ed8ad19ff6ba4b2a6095766236008b4b9075f4e5a6c36c6ba15b9119")
}

// UnpackPinsSizeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PinsSize(uint256 size)
func (collateralRegistry *CollateralRegistry) UnpackPinsSizeError(raw []byte) (*CollateralRegistryPinsSize, error) {
	out := new(CollateralRegistryPinsSize)
	if err := collateralRegistry.abi.UnpackIntoInterface(out, "PinsSize", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerMetaData contains all meta data concerning the ConsentLedger contract.
var ConsentLedgerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"registry_\",\"type\":\"address\"},{\"internalType\":\"DatasetId\",\"name\":\"dataset_\",\"type\":\"bytes32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"ConsentBatchLength\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"expiry\",\"type\":\"uint32\"}],\"name\":\"ConsentExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"name\":\"ConsentLate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentLinkable\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentMalformed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"given\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"current\",\"type\":\"uint64\"}],\"name\":\"ConsentNonceNotNewer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"ConsentNotCustodian\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentNotEnrolled\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"ConsentNotEnroller\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"given\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"oldest\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"current\",\"type\":\"uint32\"}],\"name\":\"ConsentPolicyVersion\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentPseudonymInUse\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentRevokedByCustodian\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentRotatedAway\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"today\",\"type\":\"uint32\"}],\"name\":\"ConsentRotatedToday\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"most\",\"type\":\"uint8\"}],\"name\":\"ConsentRotationsExhausted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"ConsentTicketExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentTicketSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentUndefined\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"}],\"name\":\"ConsentWrongDataset\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidShortString\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"str\",\"type\":\"string\"}],\"name\":\"StringTooLong\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"changes\",\"type\":\"bytes\"}],\"name\":\"ConsentBatchChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"origin\",\"type\":\"uint256\"}],\"name\":\"ConsentChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"enumIConsentLedger.Refusal\",\"name\":\"reason\",\"type\":\"uint8\"}],\"name\":\"ConsentItemRefused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"current\",\"type\":\"address\"}],\"name\":\"ConsentRevokedFor\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"EIP712DomainChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"PseudonymRotated\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"currentOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"dataset\",\"outputs\":[{\"internalType\":\"DatasetId\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint32\",\"name\":\"day\",\"type\":\"uint32\"}],\"name\":\"endsOn\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"bool\",\"name\":\"exact\",\"type\":\"bool\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"notBefore\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"expiry\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"epsilonClass\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"circumstances\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Grant\",\"name\":\"grant_\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"proofKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Ticket\",\"name\":\"ticket\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"ticketSignature\",\"type\":\"bytes\"}],\"name\":\"enrol\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"items\",\"type\":\"bytes\"}],\"name\":\"enrolBatch\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"applied\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"entryOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"origin\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"bool\",\"name\":\"exact\",\"type\":\"bool\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"notBefore\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"expiry\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"epsilonClass\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"circumstances\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Grant\",\"name\":\"grant_\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"grant\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"items\",\"type\":\"bytes\"}],\"name\":\"grantBatch\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"applied\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"bool\",\"name\":\"exact\",\"type\":\"bool\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"notBefore\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"expiry\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"epsilonClass\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"circumstances\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Grant\",\"name\":\"grant_\",\"type\":\"tuple\"}],\"name\":\"hashGrant\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Rotation\",\"name\":\"rotation\",\"type\":\"tuple\"}],\"name\":\"hashRotation\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"proofKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Ticket\",\"name\":\"ticket\",\"type\":\"tuple\"}],\"name\":\"hashTicket\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"exact\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"day\",\"type\":\"uint32\"}],\"name\":\"isLive\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"lastNarrowed\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"recordNarrowed\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"last\",\"type\":\"uint64\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"registry\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"pseudonyms\",\"type\":\"address[]\"}],\"name\":\"revokeFor\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"revoked\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Rotation\",\"name\":\"rotation\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"fromSignature\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"toSignature\",\"type\":\"bytes\"}],\"name\":\"rotate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"successorOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "9944efb30fa80728ab79fdf6655493ba7c",
	Bin: "0x6101a0604052348015610010575f5ffd5b50604051613bb2380380613bb283398101604081905261002f916101a7565b60405180604001604052806006815260200165105cdcd95b9d60d21b815250604051806040016040528060018152602001603160f81b8152506100778261016160201b60201c565b6101205261008481610161565b61014052815160208084019190912060e052815190820120610100524660a05261011060e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c0526001600160a01b0382166101605261018081905261013a62015180426101de565b600260086101000a81548163ffffffff021916908363ffffffff1602179055505050610258565b5f5f829050601f81511115610194578260405163305a27a960e01b815260040161018b91906101fd565b60405180910390fd5b805161019f82610232565b179392505050565b5f5f604083850312156101b8575f5ffd5b82516001600160a01b03811681146101ce575f5ffd5b6020939093015192949293505050565b5f826101f857634e487b7160e01b5f52601260045260245ffd5b500490565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b80516020808301519190811015610252575f198160200360031b1b821691505b50919050565b60805160a05160c05160e051610100516101205161014051610160516101805161389a6103185f395f818161012201528181610377015281816103b1015281816105c80152818161087a01528181610a6a01528181610aa4015281816110ff015281816112a0015281816112da015261211201525f818161024e015281816105f0015281816108ac015261112501525f611a6601525f611a3b01525f611f8901525f611f6101525f611ebc01525f611ee601525f611f10015261389a5ff3fe608060405234801561000f575f5ffd5b506004361061011c575f3560e01c806360a33c7b116100a9578063ddfd8a351161006e578063ddfd8a35146102d4578063f4e20fee146102e7578063f7d040d3146102fa578063f9f049f41461030d578063fb2bc3c714610320575f5ffd5b806360a33c7b146102395780637b1039991461024c5780637bb137a41461027257806382c7676e1461028557806384b0196e146102b9575f5ffd5b8063231b7d1f116100ef578063231b7d1f146101b557806337224034146101c857806342ce32b3146101eb57806358bb388a146101fe5780635adbc9c714610226575f5ffd5b806302b728ab146101205780630786cc7b146101555780631a526e091461018057806322f4030614610195575b5f5ffd5b7f00000000000000000000000000000000000000000000000000000000000000005b6040519081526020015b60405180910390f35b610168610163366004612e52565b610328565b6040516001600160a01b03909116815260200161014c565b61019361018e366004612ed8565b610338565b005b61019d610544565b6040516001600160401b03909116815260200161014c565b6101426101c3366004612f6d565b6105b9565b6101db6101d6366004613029565b61086b565b604051901515815260200161014c565b6101426101f9366004613096565b610973565b61021161020c366004612e52565b61098e565b6040805192835260208301919091520161014c565b610168610234366004612e52565b6109ab565b6101426102473660046130d4565b6109b5565b7f0000000000000000000000000000000000000000000000000000000000000000610168565b6101426102803660046130ee565b6109c7565b6101db610293366004613109565b62ffffff600882901c165f90815260036020526040902054600160ff9092161c16151590565b6102c1610a19565b60405161014c9796959493929190613152565b6101936102e23660046131f8565b610a5b565b6101426102f5366004613277565b610f75565b610193610308366004613291565b610f82565b61014261031b366004613096565b610f9b565b61019d610ff8565b5f6103328261103b565b92915050565b5f610341611072565b90505f61036a600160c91b61036461035f60408c0160208d01612e52565b61119f565b16151590565b159050801561052d5784357f0000000000000000000000000000000000000000000000000000000000000000146103e25760405163e5679ebd60e01b8152853560048201527f000000000000000000000000000000000000000000000000000000000000000060248201526044015b60405180910390fd5b6103f26080860160608701613301565b6001600160401b0316421115610455576104126040860160208701612e52565b6104226080870160608801613301565b604051630a735d2560e41b81526001600160a01b0390921660048301526001600160401b031660248201526044016103d9565b5f61046b835f0151610466886111c3565b611214565b905061047d60408a0160208b01612e52565b6001600160a01b03166104966040880160208901612e52565b6001600160a01b03161415806104f157506104ef8360600151602001518287878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061123392505050565b155b1561052b5761050660408a0160208b01612e52565b604051631489364160e01b81526001600160a01b0390911660048201526024016103d9565b505b61053a888888858561129c565b5050505050505050565b5f61054d610ff8565b90505f61055d6201518042613344565b60025490915063ffffffff600160401b909104811690821611156105b557600280546bffffffffffffffffffffffff1916600160401b63ffffffff84160267ffffffffffffffff1916176001600160401b0384161790555b5090565b604051637ca411c760e11b81527f000000000000000000000000000000000000000000000000000000000000000060048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063f948238e90602401602060405180830381865afa15801561063d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906106619190613362565b6001600160a01b0316336001600160a01b03161461069457604051636447dd3960e01b81523360048201526024016103d9565b5f805b83811015610840575f8585838181106106b2576106b261337d565b90506020020160208101906106c79190612e52565b90505f6106d38261103b565b90505f6106df8261119f565b90505f6001600160a01b0383161561070957600160cb1b8216610702575f61070c565b600861070c565b60015b90505f81600b81111561072157610721613391565b1461077157836001600160a01b0316857f2a75e190a9b74933fdcde902d737aaad8a09222b562bcec4e34d82ebba5cfec18360405161076091906133a5565b60405180910390a350505050610838565b85806107815750610781826115e8565b9550600160cb1b6bffffffffffffffffffffffff657fffffffff8f60c91b018316176107ad848261162d565b836001600160a01b03165f51602061387a5f395f51905f52826107cf8761164d565b6040805192835260208301919091520160405180910390a2836001600160a01b0316856001600160a01b03167fbf81a9f595a699cf3304f00991d0febd933263ed019e7319ae9f1a8380e144db60405160405180910390a3610830886133cb565b975050505050505b600101610697565b508015610864576002805467ffffffffffffffff1916436001600160401b03161790555b5092915050565b60405163342d2cb160e21b81527f000000000000000000000000000000000000000000000000000000000000000060048201525f9081906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063d0b4b2c49060240161010060405180830381865afa1580156108f2573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109169190613423565b90505f6109228861119f565b905061094987878787866060015187604001518761166e909695949392919063ffffffff16565b801561096757506109678260c001516109628360f81c90565b611784565b98975050505050505050565b5f6109878383610981611072565b5f6117e4565b9392505050565b5f5f6109998361119f565b6109a28461164d565b91509150915091565b5f61033282611a01565b5f6103326109c2836111c3565b611a22565b5f6103327fcca0ce61abc03c77e6a22a6b3a8dc6dd746292808ef3564bbeb10ab70215c0d8836040516020016109fe9291906134fd565b60405160208183030381529060405280519060200120611a22565b5f6060805f5f5f6060610a2a611a34565b610a32611a5f565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b5f610a64611072565b905085357f000000000000000000000000000000000000000000000000000000000000000014610ad05760405163e5679ebd60e01b8152863560048201527f000000000000000000000000000000000000000000000000000000000000000060248201526044016103d9565b610ae060a0870160808801613301565b6001600160401b03164210610b4257610aff6040870160208801612e52565b610b0f60a0880160808901613301565b604051630758bc1960e01b81526001600160a01b0390921660048301526001600160401b031660248201526044016103d9565b5f610b536060880160408901612e52565b6001600160a01b031603610b9657610b716060870160408801612e52565b604051630d8ba77560e01b81526001600160a01b0390911660048201526024016103d9565b6001600160401b03610bae6080880160608901613301565b6001600160401b031603610bcc57610b716040870160208801612e52565b5f610be061035f6040890160208a01612e52565b9050600160c91b8116610c2257610bfd6040880160208901612e52565b60405163c391345b60e01b81526001600160a01b0390911660048201526024016103d9565b600160ca1b811615610c6357610c3e6040880160208901612e52565b604051632af2f17960e01b81526001600160a01b0390911660048201526024016103d9565b600160cb1b811615610ca357610c7f6040880160208901612e52565b60405162a64b0f60e51b81526001600160a01b0390911660048201526024016103d9565b806001600160401b0316610cbd6080890160608a01613301565b6001600160401b031611610d2857610cdb6040880160208901612e52565b610ceb6080890160608a01613301565b825b60405163b2e1b9d160e01b81526001600160a01b0390931660048401526001600160401b0391821660248401521660448201526064016103d9565b610d3b61035f6060890160408a01612e52565b15610d7557610d506060880160408901612e52565b60405163ac174d9360e01b81526001600160a01b0390911660048201526024016103d9565b5f610d8f610d8960408a0160208b01612e52565b84611a8a565b90505f610da2845f01516104668b611bb8565b90505f610dc0610db860408c0160208d01612e52565b838b8b611bec565b50905080610dfd57610dd860408b0160208c01612e52565b604051639fa7673960e01b81526001600160a01b0390911660048201526024016103d9565b5f610e19610e1160608d0160408e01612e52565b848a8a611bec565b909250905081610e3357610dd860608c0160408d01612e52565b808015610e465750856060015160800151155b15610e8057610e5b60608c0160408d01612e52565b60405163017abe5560e01b81526001600160a01b0390911660048201526024016103d9565b610ec4610e9360408d0160208e01612e52565b610ea360608e0160408f01612e52565b6001600160a01b0390811691166b383c2e8978deb1787b24a55160a01b1755565b610edf8b868684610ed5575f611ca7565b600160cc1b611ca7565b610ee8856115e8565b15610f0a576002805467ffffffffffffffff1916436001600160401b03161790555b610f1a60608c0160408d01612e52565b6001600160a01b0316610f3360408d0160208e01612e52565b6001600160a01b03167fc7a48a747adbd4a69516206522d3504f3b61b79220eb9b0b2f4ea0212fbc00d160405160405180910390a35050505050505050505050565b5f6103326109c283611bb8565b610f96838383610f90611072565b5f61129c565b505050565b5f5f610fa5611072565b90508060600151602001516001600160a01b0316336001600160a01b031614610fe3576040516340afc23b60e01b81523360048201526024016103d9565b610ff084848360016117e4565b949350505050565b6002545f9061102090600160401b900463ffffffff1661101b6201518042613344565b611e1d565b61103457506002546001600160401b031690565b435b905090565b5f5f61104683611a01565b90505b6001600160a01b0381161561106b5780925061106483611a01565b9050611049565b5090919050565b60408051608080820183525f8083526020808401829052838501829052845161010081018652828152908101829052938401819052606080850182905291840181905260a0840181905260c0840181905260e08401528101919091526110d6611eb0565b81526110e56201518042613344565b63ffffffff16602082015260405163342d2cb160e21b81527f000000000000000000000000000000000000000000000000000000000000000060048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d0b4b2c49060240161010060405180830381865afa158015611173573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906111979190613423565b606082015290565b5f6b51e40a228396519eaab0c39f60a01b6001600160a01b038316175b5492915050565b5f7fc5b027518d862091db8347c40dd562dfd97f3f8fd72564c13ea7952b0a6f1dbd826040516020016111f792919061363e565b604051602081830303815290604052805190602001209050919050565b60405161190160f01b8152600281019290925260228201526042902090565b5f836001600160a01b03163b5f03611291575f5f6112518585611fd9565b5090925090505f81600381111561126a5761126a613391565b1480156112885750856001600160a01b0316826001600160a01b0316145b92505050610987565b610ff0848484612022565b84357f0000000000000000000000000000000000000000000000000000000000000000146113065760405163e5679ebd60e01b8152853560048201527f000000000000000000000000000000000000000000000000000000000000000060248201526044016103d9565b5f61130f612087565b90506113216040870160208801612e52565b6001600160a01b03166040808301919091526113439060608801908801613109565b63ffffffff166060808301919091526113629060808801908801613109565b63ffffffff166080808301919091526113819060a0880190880161369e565b61ffff1660a08083019190915261139e9060c088019088016136b7565b151560c0808301919091526113b99060e088019088016136d2565b60ff1660e0808301919091526113d6906101008801908801613109565b63ffffffff16610100808301919091526113f7906101208801908801613109565b63ffffffff16610120808301919091526114189061014088019088016136d2565b60ff166101408083019190915286013561016080830191909152611443906101808801908801613301565b6001600160401b031661018080830191909152611467906101a08801908801613301565b6001600160401b03166101a082015260408101515f906114869061119f565b90505f61149583838787612139565b90505f81600b8111156114aa576114aa613391565b146114bb576114bb81848488612375565b5f5f6114d985604001516114d2878a5f01516125f5565b8b8b611bec565b915091508161150c576040808601519051639fa7673960e01b81526001600160a01b0390911660048201526024016103d9565b80801561151f5750866060015160800151155b80156115345750608085015163ffffffff1615155b1561156357604080860151905163017abe5560e01b81526001600160a01b0390911660048201526024016103d9565b5f5f61157187878b86612606565b915091508015611598576002805467ffffffffffffffff1916436001600160401b03161790555b86604001516001600160a01b03165f51602061387a5f395f51905f52836115c28a6040015161164d565b6040805192835260208301919091520160405180910390a2505050505050505050505050565b5f600760c91b8216600160c91b14801561161057506116078260601c90565b63ffffffff1615155b801561033257506116218260b01c90565b61ffff16151592915050565b6001600160a01b03919091166b51e40a228396519eaab0c39f60a01b1755565b5f6b4d0c0ab25cc6f6116fdeecb760a11b6001600160a01b038316176111bc565b5f611678886115e8565b801561169957508263ffffffff166116908960401c90565b63ffffffff1610155b80156116ba57508163ffffffff166116b18960401c90565b63ffffffff1611155b80156116c9575060208760ff16105b80156116f357508660ff166116de8960601c90565b63ffffffff16901c60011663ffffffff166001145b8015611702575060108660ff16105b801561172857508560ff166117178960b01c90565b61ffff16901c60011661ffff166001145b801561174857508363ffffffff166117408960801c90565b62ffffff1611155b801561176757506117598860981c90565b62ffffff168463ffffffff16105b801561096757508415806109675750600160c81b88161515610967565b5f600360ff84161115801561179d5750600360ff831611155b80156117be57506117ad8261272c565b196117b78461272c565b1660ff165f145b801561098757506117ce8361276f565b196117d88361276f565b1660ff16159392505050565b5f8315806117fb57506117f8609a856136ed565b15155b1561181c5760405163027dd72f60e01b8152600481018590526024016103d9565b5f603461182a609a87613344565b6118349190613700565b6001600160401b0381111561184b5761184b6133e3565b6040519080825280601f01601f191660200182016040528015611875576020820181803683370190505b5090505f611881612087565b90505f805b8781101561197c575f80806118b78c858d6118a2609a83613717565b926118af9392919061372a565b888d8d612780565b919450925090505f83600b8111156118d1576118d1613391565b036119145761190487896118e4816133cb565b60408a015160601b60206034938402949094019384015291018490529850565b848061190d5750805b9450611965565b60408601516001600160a01b031661192d609a86613344565b7f2a75e190a9b74933fdcde902d737aaad8a09222b562bcec4e34d82ebba5cfec18560405161195c91906133a5565b60405180910390a35b505050609a816119759190613717565b9050611886565b5080156119a0576002805467ffffffffffffffff1916436001600160401b03161790555b83156119f6577f48ddac38464b6e06da06c2dd314633275cf48640433f28bff9c98a31665ca26a6119e0846119d6603488613700565b8151811082025290565b6040516119ed9190613751565b60405180910390a15b505050949350505050565b6001600160a01b039081166b383c2e8978deb1787b24a55160a01b17541690565b5f610332611a2e611eb0565b83611214565b60606110367f00000000000000000000000000000000000000000000000000000000000000006128c8565b60606110367f00000000000000000000000000000000000000000000000000000000000000006128c8565b5f5f611a958461164d565b9050826020015163ffffffff16611aac8260a81c90565b62ffffff1603611aec57602083015160405163a37c459b60e01b81526001600160a01b038616600482015263ffffffff90911660248201526044016103d9565b5f611af78260a01c90565b905062015180846060015160a001516001600160401b0316611b199190613344565b611b238360a81c90565b62ffffff161015611b3157505f5b600860ff821610611b67576040516362f60d1760e01b81526001600160a01b0386166004820152600860248201526044016103d9565b611baf611b748387612905565b611b7f836001613763565b86602001516001600160a01b03831660ff60a01b60a084901b161762ffffff60a81b60a883901b16179392505050565b95945050505050565b5f7fefd51168b8baa07c761b37f01311fcd1802cf9957a639accaa17dc65b96b20d4826040516020016111f792919061377c565b5f5f5f611bfa868686612924565b50509050866001600160a01b0316816001600160a01b0316148015611c2757506001600160a01b03871615155b15611c395760015f9250925050611c9e565b866001600160a01b03163b5f03611c56575f5f9250925050611c9e565b611c96878787878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061202292505050565b600192509250505b94509492505050565b82611cb86080860160608701613301565b6001600160401b031679100000000000000000000000000000000000ffffffffffffffff1991909116175f611cec82841790565b9050600160ca1b6bffffffffffffffffffffffff657fffffffff8f60c91b01861617611d27611d216040890160208a01612e52565b8261162d565b611d40611d3a6060890160408a01612e52565b8361162d565b611d74611d536060890160408a01612e52565b866001600160a01b03919091166b4d0c0ab25cc6f6116fdeecb760a11b1755565b611d846040880160208901612e52565b6001600160a01b03165f51602061387a5f395f51905f5282611db4611daf60408c0160208d01612e52565b61164d565b6040805192835260208301919091520160405180910390a2611ddc6060880160408901612e52565b6001600160a01b03165f51602061387a5f395f51905f528387604051611e0c929190918252602082015260400190565b60405180910390a250505050505050565b5f80611e3063ffffffff85166001613717565b90505b8263ffffffff168111611ea757600881811c5f8181526003602052604090205460ff841690811c901b9185901c62ffffff1603611e8057611e7860ff8086169061380c565b63ffffffff161b5b8015611e9157600192505050610332565b50611ea060ff82176001613717565b9050611e33565b505f9392505050565b5f306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148015611f0857507f000000000000000000000000000000000000000000000000000000000000000046145b15611f3257507f000000000000000000000000000000000000000000000000000000000000000090565b611036604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f5f5f8351604103612010576020840151604085015160608601515f1a6120028882858561296b565b95509550955050505061201b565b505081515f91506002905b9250925092565b805160408051630b135d3f60e11b8082526004820186905260248201929092525f92906020820185604483015e5f82606483010152601f820160051c60051b915060205f60648401838a5afa9050825f5114601f3d1116811693505050509392505050565b604080516101c0810182525f918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a08101919091527fcca0ce61abc03c77e6a22a6b3a8dc6dd746292808ef3564bbeb10ab70215c0d881527f0000000000000000000000000000000000000000000000000000000000000000602082015290565b5f5f856080015163ffffffff165f14801561215a575060a086015161ffff16155b60408701519091506001600160a01b0316612179576001915050610ff0565b8061228357608086015163ffffffff16158061219b575060a086015161ffff16155b156121aa576001915050610ff0565b62ffffff801686610120015163ffffffff1611806121de575085610120015163ffffffff1686610100015163ffffffff1610155b156121ed576001915050610ff0565b6001600160401b0380168661018001516001600160401b031603612215576001915050610ff0565b6101608601515f0361222b576001915050610ff0565b608086015163fffffc001615158061224a575060a086015161ff001615155b806122605750600660ff1686610140015160ff16115b80612274575060e0860151600360ff909116115b15612283576002915050610ff0565b856101a001516001600160401b031642106122a2576003915050610ff0565b600160ca1b8516156122b8576007915050610ff0565b600160cb1b8516156122ce576008915050610ff0565b821580156122e05750600160c91b8516155b156122ef576006915050610ff0565b846001600160401b03168661018001516001600160401b031611612317576009915050610ff0565b8015612326575f915050610ff0565b836020015163ffffffff1686610120015163ffffffff161161234c576004915050610ff0565b61235e86606001518560600151612a33565b61236957600561236b565b5f5b9695505050505050565b600284600b81111561238957612389613391565b036123b85760408084015190516308cd49f960e01b81526001600160a01b0390911660048201526024016103d9565b600384600b8111156123cc576123cc613391565b03612411576040808401516101a08501519151630758bc1960e01b81526001600160a01b0390911660048201526001600160401b0390911660248201526044016103d9565b600784600b81111561242557612425613391565b03612454576040808401519051632af2f17960e01b81526001600160a01b0390911660048201526024016103d9565b600884600b81111561246857612468613391565b0361249657604080840151905162a64b0f60e51b81526001600160a01b0390911660048201526024016103d9565b600684600b8111156124aa576124aa613391565b036124d957604080840151905163c391345b60e01b81526001600160a01b0390911660048201526024016103d9565b600984600b8111156124ed576124ed613391565b0361250357604083015161018084015183610ced565b600484600b81111561251757612517613391565b03612559576040808401516101208501519151635d2082c160e11b81526001600160a01b03909116600482015263ffffffff90911660248201526044016103d9565b600584600b81111561256d5761256d613391565b036125cb576040808401516060808601518482015191820151918401519351634cb35e7f60e11b81526001600160a01b03909316600484015263ffffffff9081166024840152908116604483015290911660648201526084016103d9565b6040808401519051630d8ba77560e01b81526001600160a01b0390911660048201526024016103d9565b6101c082205f90610ff08382611214565b5f5f5f83612614575f61261a565b600160cc1b5b9050866080015163ffffffff165f0361264d5761264687610180015188606001515f5f5f5f5f5f612aca565b92506126a3565b8660c001511561265e57600160c81b175b612692876101800151886060015189608001518a60a001518b61010001518c61012001518d61014001518e60e00151612aca565b92506126a387610120015186612b4a565b600160c91b861615156126f6816126ba57436126cc565b6126c48860d01c90565b64ffffffffff165b838617600160c91b60d09290921b64ffffffffff60d01b1664ffffffffff60d01b19909116171790565b935061271187876020015186612bc19092919063ffffffff16565b925061272188604001518561162d565b505094509492505050565b5f600160ff8316116127405750603f919050565b60011960ff8316016127545750600f919050565b60021960ff83160161276857506007919050565b505f919050565b5f60ff82161561276857601f610332565b5f5f5f5f61278f898989612cff565b905060018989601e8181106127a6576127a661337d565b9050013560f81c60f81b60f81c60ff1611156127c95750600192505f90506128bd565b5f6127d7886040015161119f565b90506127e588828989612139565b94505f85600b8111156127fa576127fa613391565b1461280a57505f91506128bd9050565b5f61285b61281b8a8a5f01516125f5565b848d8d605a90607a926128309392919061372a565b61283991613828565b8e8e607a90609a9261284d9392919061372a565b61285691613828565b61296b565b5050905088604001516001600160a01b0316816001600160a01b0316146128a85760408901516001600160a01b03163b1561289757600a61289a565b600b5b95505f93506128bd92505050565b6128b489838a5f612606565b90955093505050505b955095509592505050565b60605f6128d483612e04565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f826001600160a01b0381161561291c5780610ff0565b509092915050565b5f80806041849003612958578435602086013560408701355f1a61294a8982858561296b565b955095509550505050612962565b505f915060029050825b93509350939050565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411156129a457505f91506003905082612a29565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa1580156129f5573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b038116612a2057505f925060019150829050612a29565b92505f91508190505b9450945094915050565b5f816040015163ffffffff168363ffffffff1603612a5357506001610332565b816060015163ffffffff168363ffffffff161080612a805750816040015163ffffffff168363ffffffff16115b15612a8c57505f610332565b5f838360400151612a9d919061380c565b63ffffffff16905060ff8110612ab45760ff612ab6565b805b60e08401516001911c161591505092915050565b6001600160401b0388166bffffffff0000000000000000604089901b161763ffffffff60601b606088901b161763ffffffff60801b608086901b161763ffffffff60981b609885901b161761ffff60b01b60b087901b161760ff60c01b60c084901b16176001600160f81b031960f883901b161798975050505050505050565b806040015163ffffffff168263ffffffff1603612b65575050565b63ffffffff821660408083019190915262ffffff600884901c165f90815260036020529081205490600160ff85161b908183169003612bbb5762ffffff600885901c165f90815260036020526040902082821790555b50505050565b5f612bcb836115e8565b612bd657505f610987565b612bdf846115e8565b612beb57506001610987565b612bf58460601c90565b19612c008460601c90565b1663ffffffff165f141580612c2e5750612c1a8460b01c90565b19612c258460b01c90565b1661ffff165f14155b80612c4d5750600160c81b831615158015612c4d5750600160c81b8416155b80612c6f5750612c5d8360c01c90565b60ff16612c6a8560c01c90565b60ff16105b80612c955750612c7f8360981c90565b62ffffff16612c8e8560981c90565b62ffffff16105b80612cd95750612ca58360801c90565b62ffffff16612cb48560801c90565b62ffffff16118015612cd957508163ffffffff16612cd28560801c90565b62ffffff16115b80610ff05750612cf6612cec8460f81c90565b6109628660f81c90565b15949350505050565b5f80612d0e602082868861372a565b612d1791613828565b606081811c60408087019190915263ffffffff9083901c811691860191909152602082811c909116608086015261ffff601083901c1660a086015260ff600883901c8116151560c087015282166101408601529091505f90612d7d90603a90878961372a565b612d8691613845565b60f881901c60e086015263ffffffff60d082901c811661010087015260b082901c166101208601526001600160401b03607082901c8116610180870152603082901c9081166101a087015260f09190911c93509050612de9605a603a878961372a565b612df291613828565b61016090940193909352509392505050565b5f60ff8216601f81111561033257604051632cd44ac360e21b815260040160405180910390fd5b6001600160a01b0381168114612e3f575f5ffd5b50565b8035612e4d81612e2b565b919050565b5f60208284031215612e62575f5ffd5b813561098781612e2b565b5f6101a08284031215612e7e575f5ffd5b50919050565b5f5f83601f840112612e94575f5ffd5b5081356001600160401b03811115612eaa575f5ffd5b602083019150836020828501011115612ec1575f5ffd5b9250929050565b5f60808284031215612e7e575f5ffd5b5f5f5f5f5f5f6102608789031215612eee575f5ffd5b612ef88888612e6d565b95506101a08701356001600160401b03811115612f13575f5ffd5b612f1f89828a01612e84565b9096509450612f349050886101c08901612ec8565b92506102408701356001600160401b03811115612f4f575f5ffd5b612f5b89828a01612e84565b979a9699509497509295939492505050565b5f5f60208385031215612f7e575f5ffd5b82356001600160401b03811115612f93575f5ffd5b8301601f81018513612fa3575f5ffd5b80356001600160401b03811115612fb8575f5ffd5b8560208260051b8401011115612fcc575f5ffd5b6020919091019590945092505050565b60ff81168114612e3f575f5ffd5b8035612e4d81612fdc565b8015158114612e3f575f5ffd5b8035612e4d81612ff5565b63ffffffff81168114612e3f575f5ffd5b8035612e4d8161300d565b5f5f5f5f5f60a0868803121561303d575f5ffd5b853561304881612e2b565b9450602086013561305881612fdc565b9350604086013561306881612fdc565b9250606086013561307881612ff5565b915060808601356130888161300d565b809150509295509295909350565b5f5f602083850312156130a7575f5ffd5b82356001600160401b038111156130bc575f5ffd5b6130c885828601612e84565b90969095509350505050565b5f608082840312156130e4575f5ffd5b6109878383612ec8565b5f6101a082840312156130ff575f5ffd5b6109878383612e6d565b5f60208284031215613119575f5ffd5b81356109878161300d565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b60ff60f81b8816815260e060208201525f61317060e0830189613124565b82810360408401526131828189613124565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b818110156131d75783518352602093840193909201916001016131b9565b50909b9a5050505050505050505050565b5f60a08284031215612e7e575f5ffd5b5f5f5f5f5f60e0868803121561320c575f5ffd5b61321687876131e8565b945060a08601356001600160401b03811115613230575f5ffd5b61323c88828901612e84565b90955093505060c08601356001600160401b0381111561325a575f5ffd5b61326688828901612e84565b969995985093965092949392505050565b5f60a08284031215613287575f5ffd5b61098783836131e8565b5f5f5f6101c084860312156132a4575f5ffd5b6132ae8585612e6d565b92506101a08401356001600160401b038111156132c9575f5ffd5b6132d586828701612e84565b9497909650939450505050565b6001600160401b0381168114612e3f575f5ffd5b8035612e4d816132e2565b5f60208284031215613311575f5ffd5b8135610987816132e2565b634e487b7160e01b5f52601260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b5f826133525761335261331c565b500490565b8051612e4d81612e2b565b5f60208284031215613372575f5ffd5b815161098781612e2b565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b60208101600c83106133c557634e487b7160e01b5f52602160045260245ffd5b91905290565b5f600182016133dc576133dc613330565b5060010190565b634e487b7160e01b5f52604160045260245ffd5b8051612e4d8161300d565b8051612e4d81612ff5565b8051612e4d816132e2565b8051612e4d81612fdc565b5f610100828403128015613435575f5ffd5b5060405161010081016001600160401b038111828210171561346557634e487b7160e01b5f52604160045260245ffd5b60405261347183613357565b815261347f60208401613357565b6020820152613490604084016133f7565b60408201526134a1606084016133f7565b60608201526134b260808401613402565b60808201526134c360a0840161340d565b60a08201526134d460c08401613418565b60c082015260e0928301519281019290925250919050565b803561ffff81168114612e4d575f5ffd5b82815281356020808301919091526101c082019061351c908401612e42565b6001600160a01b0381166040840152506135386040840161301e565b63ffffffff81166060840152506135516060840161301e565b63ffffffff811660808401525061356a608084016134ec565b61ffff811660a08401525061358160a08401613002565b80151560c08401525061359660c08401612fea565b60ff811660e0840152506135ac60e0840161301e565b63ffffffff8116610100840152506135c7610100840161301e565b63ffffffff8116610120840152506135e26101208401612fea565b60ff811661014084015250610140830135610160838101919091526136089084016132f6565b6001600160401b0381166101808401525061362661018084016132f6565b6001600160401b0381166101a0840152509392505050565b828152813560208083019190915260a082019083013561365d81612e2b565b6001600160a01b0316604083810191909152830135606080840191909152830135613687816132e2565b6001600160401b0381166080840152509392505050565b5f602082840312156136ae575f5ffd5b610987826134ec565b5f602082840312156136c7575f5ffd5b813561098781612ff5565b5f602082840312156136e2575f5ffd5b813561098781612fdc565b5f826136fb576136fb61331c565b500690565b808202811582820484141761033257610332613330565b8082018082111561033257610332613330565b5f5f85851115613738575f5ffd5b83861115613744575f5ffd5b5050820193919092039150565b602081525f6109876020830184613124565b60ff818116838216019081111561033257610332613330565b828152813560208083019190915260c082019083013561379b81612e2b565b6001600160a01b03166040838101919091528301356137b981612e2b565b6001600160a01b03166060838101919091528301356137d7816132e2565b6001600160401b03811660808401525060808301356137f5816132e2565b6001600160401b03811660a0840152509392505050565b63ffffffff828116828216039081111561033257610332613330565b80356020831015610332575f19602084900360031b1b1692915050565b803565ffffffffffff19811690601a8410156108645765ffffffffffff19601a9490940360031b84901b169092169291505056fea609dab6076ffdb3b0c2b53c776cfed732bcbd9fb1a6017301d3ea4f8ba7f874",
}

// ConsentLedger is an auto generated Go binding around an Ethereum contract.
type ConsentLedger struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ConsentLedger) GetABI() abi.ABI {
	return c.abi
}

// NewConsentLedger creates a new instance of ConsentLedger.
func NewConsentLedger() *ConsentLedger {
	parsed, err := ConsentLedgerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ConsentLedger{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ConsentLedger) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address registry_, bytes32 dataset_) returns()
func (consentLedger *ConsentLedger) PackConstructor(registry_ common.Address, dataset_ [32]byte) []byte {
	enc, err := consentLedger.abi.Pack("", registry_, dataset_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackCurrentOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0786cc7b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function currentOf(address pseudonym) view returns(address)
func (consentLedger *ConsentLedger) PackCurrentOf(pseudonym common.Address) []byte {
	enc, err := consentLedger.abi.Pack("currentOf", pseudonym)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCurrentOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0786cc7b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function currentOf(address pseudonym) view returns(address)
func (consentLedger *ConsentLedger) TryPackCurrentOf(pseudonym common.Address) ([]byte, error) {
	return consentLedger.abi.Pack("currentOf", pseudonym)
}

// UnpackCurrentOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0786cc7b.
//
// Solidity: function currentOf(address pseudonym) view returns(address)
func (consentLedger *ConsentLedger) UnpackCurrentOf(data []byte) (common.Address, error) {
	out, err := consentLedger.abi.Unpack("currentOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDataset is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x02b728ab.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function dataset() view returns(bytes32)
func (consentLedger *ConsentLedger) PackDataset() []byte {
	enc, err := consentLedger.abi.Pack("dataset")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDataset is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x02b728ab.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function dataset() view returns(bytes32)
func (consentLedger *ConsentLedger) TryPackDataset() ([]byte, error) {
	return consentLedger.abi.Pack("dataset")
}

// UnpackDataset is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x02b728ab.
//
// Solidity: function dataset() view returns(bytes32)
func (consentLedger *ConsentLedger) UnpackDataset(data []byte) ([32]byte, error) {
	out, err := consentLedger.abi.Unpack("dataset", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackEndsOn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x82c7676e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function endsOn(uint32 day) view returns(bool)
func (consentLedger *ConsentLedger) PackEndsOn(day uint32) []byte {
	enc, err := consentLedger.abi.Pack("endsOn", day)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEndsOn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x82c7676e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function endsOn(uint32 day) view returns(bool)
func (consentLedger *ConsentLedger) TryPackEndsOn(day uint32) ([]byte, error) {
	return consentLedger.abi.Pack("endsOn", day)
}

// UnpackEndsOn is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x82c7676e.
//
// Solidity: function endsOn(uint32 day) view returns(bool)
func (consentLedger *ConsentLedger) UnpackEndsOn(data []byte) (bool, error) {
	out, err := consentLedger.abi.Unpack("endsOn", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackEnrol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1a526e09.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function enrol((bytes32,address,uint32,uint32,uint16,bool,uint8,uint32,uint32,uint8,bytes32,uint64,uint64) grant_, bytes signature, (bytes32,address,bytes32,uint64) ticket, bytes ticketSignature) returns()
func (consentLedger *ConsentLedger) PackEnrol(grant IConsentLedgerGrant, signature []byte, ticket IConsentLedgerTicket, ticketSignature []byte) []byte {
	enc, err := consentLedger.abi.Pack("enrol", grant, signature, ticket, ticketSignature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEnrol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1a526e09.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function enrol((bytes32,address,uint32,uint32,uint16,bool,uint8,uint32,uint32,uint8,bytes32,uint64,uint64) grant_, bytes signature, (bytes32,address,bytes32,uint64) ticket, bytes ticketSignature) returns()
func (consentLedger *ConsentLedger) TryPackEnrol(grant IConsentLedgerGrant, signature []byte, ticket IConsentLedgerTicket, ticketSignature []byte) ([]byte, error) {
	return consentLedger.abi.Pack("enrol", grant, signature, ticket, ticketSignature)
}

// PackEnrolBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9f049f4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function enrolBatch(bytes items) returns(uint256 applied)
func (consentLedger *ConsentLedger) PackEnrolBatch(items []byte) []byte {
	enc, err := consentLedger.abi.Pack("enrolBatch", items)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEnrolBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9f049f4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function enrolBatch(bytes items) returns(uint256 applied)
func (consentLedger *ConsentLedger) TryPackEnrolBatch(items []byte) ([]byte, error) {
	return consentLedger.abi.Pack("enrolBatch", items)
}

// UnpackEnrolBatch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf9f049f4.
//
// Solidity: function enrolBatch(bytes items) returns(uint256 applied)
func (consentLedger *ConsentLedger) UnpackEnrolBatch(data []byte) (*big.Int, error) {
	out, err := consentLedger.abi.Unpack("enrolBatch", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackEntryOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x58bb388a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function entryOf(address pseudonym) view returns(uint256 entry, uint256 origin)
func (consentLedger *ConsentLedger) PackEntryOf(pseudonym common.Address) []byte {
	enc, err := consentLedger.abi.Pack("entryOf", pseudonym)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEntryOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x58bb388a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function entryOf(address pseudonym) view returns(uint256 entry, uint256 origin)
func (consentLedger *ConsentLedger) TryPackEntryOf(pseudonym common.Address) ([]byte, error) {
	return consentLedger.abi.Pack("entryOf", pseudonym)
}

// EntryOfOutput serves as a container for the return parameters of contract
// method EntryOf.
type EntryOfOutput struct {
	Entry  *big.Int
	Origin *big.Int
}

// UnpackEntryOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x58bb388a.
//
// Solidity: function entryOf(address pseudonym) view returns(uint256 entry, uint256 origin)
func (consentLedger *ConsentLedger) UnpackEntryOf(data []byte) (EntryOfOutput, error) {
	out, err := consentLedger.abi.Unpack("entryOf", data)
	outstruct := new(EntryOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Entry = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Origin = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackGrant is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf7d040d3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grant((bytes32,address,uint32,uint32,uint16,bool,uint8,uint32,uint32,uint8,bytes32,uint64,uint64) grant_, bytes signature) returns()
func (consentLedger *ConsentLedger) PackGrant(grant IConsentLedgerGrant, signature []byte) []byte {
	enc, err := consentLedger.abi.Pack("grant", grant, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrant is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf7d040d3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grant((bytes32,address,uint32,uint32,uint16,bool,uint8,uint32,uint32,uint8,bytes32,uint64,uint64) grant_, bytes signature) returns()
func (consentLedger *ConsentLedger) TryPackGrant(grant IConsentLedgerGrant, signature []byte) ([]byte, error) {
	return consentLedger.abi.Pack("grant", grant, signature)
}

// PackGrantBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42ce32b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantBatch(bytes items) returns(uint256 applied)
func (consentLedger *ConsentLedger) PackGrantBatch(items []byte) []byte {
	enc, err := consentLedger.abi.Pack("grantBatch", items)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42ce32b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantBatch(bytes items) returns(uint256 applied)
func (consentLedger *ConsentLedger) TryPackGrantBatch(items []byte) ([]byte, error) {
	return consentLedger.abi.Pack("grantBatch", items)
}

// UnpackGrantBatch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x42ce32b3.
//
// Solidity: function grantBatch(bytes items) returns(uint256 applied)
func (consentLedger *ConsentLedger) UnpackGrantBatch(data []byte) (*big.Int, error) {
	out, err := consentLedger.abi.Unpack("grantBatch", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackHashGrant is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7bb137a4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashGrant((bytes32,address,uint32,uint32,uint16,bool,uint8,uint32,uint32,uint8,bytes32,uint64,uint64) grant_) view returns(bytes32 digest)
func (consentLedger *ConsentLedger) PackHashGrant(grant IConsentLedgerGrant) []byte {
	enc, err := consentLedger.abi.Pack("hashGrant", grant)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashGrant is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7bb137a4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashGrant((bytes32,address,uint32,uint32,uint16,bool,uint8,uint32,uint32,uint8,bytes32,uint64,uint64) grant_) view returns(bytes32 digest)
func (consentLedger *ConsentLedger) TryPackHashGrant(grant IConsentLedgerGrant) ([]byte, error) {
	return consentLedger.abi.Pack("hashGrant", grant)
}

// UnpackHashGrant is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7bb137a4.
//
// Solidity: function hashGrant((bytes32,address,uint32,uint32,uint16,bool,uint8,uint32,uint32,uint8,bytes32,uint64,uint64) grant_) view returns(bytes32 digest)
func (consentLedger *ConsentLedger) UnpackHashGrant(data []byte) ([32]byte, error) {
	out, err := consentLedger.abi.Unpack("hashGrant", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackHashRotation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4e20fee.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashRotation((bytes32,address,address,uint64,uint64) rotation) view returns(bytes32 digest)
func (consentLedger *ConsentLedger) PackHashRotation(rotation IConsentLedgerRotation) []byte {
	enc, err := consentLedger.abi.Pack("hashRotation", rotation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashRotation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4e20fee.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashRotation((bytes32,address,address,uint64,uint64) rotation) view returns(bytes32 digest)
func (consentLedger *ConsentLedger) TryPackHashRotation(rotation IConsentLedgerRotation) ([]byte, error) {
	return consentLedger.abi.Pack("hashRotation", rotation)
}

// UnpackHashRotation is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf4e20fee.
//
// Solidity: function hashRotation((bytes32,address,address,uint64,uint64) rotation) view returns(bytes32 digest)
func (consentLedger *ConsentLedger) UnpackHashRotation(data []byte) ([32]byte, error) {
	out, err := consentLedger.abi.Unpack("hashRotation", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackHashTicket is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x60a33c7b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashTicket((bytes32,address,bytes32,uint64) ticket) view returns(bytes32 digest)
func (consentLedger *ConsentLedger) PackHashTicket(ticket IConsentLedgerTicket) []byte {
	enc, err := consentLedger.abi.Pack("hashTicket", ticket)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashTicket is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x60a33c7b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashTicket((bytes32,address,bytes32,uint64) ticket) view returns(bytes32 digest)
func (consentLedger *ConsentLedger) TryPackHashTicket(ticket IConsentLedgerTicket) ([]byte, error) {
	return consentLedger.abi.Pack("hashTicket", ticket)
}

// UnpackHashTicket is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x60a33c7b.
//
// Solidity: function hashTicket((bytes32,address,bytes32,uint64) ticket) view returns(bytes32 digest)
func (consentLedger *ConsentLedger) UnpackHashTicket(data []byte) ([32]byte, error) {
	out, err := consentLedger.abi.Unpack("hashTicket", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackIsLive is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x37224034.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isLive(address pseudonym, uint8 purpose, uint8 kind, bool exact, uint32 day) view returns(bool)
func (consentLedger *ConsentLedger) PackIsLive(pseudonym common.Address, purpose uint8, kind uint8, exact bool, day uint32) []byte {
	enc, err := consentLedger.abi.Pack("isLive", pseudonym, purpose, kind, exact, day)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsLive is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x37224034.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isLive(address pseudonym, uint8 purpose, uint8 kind, bool exact, uint32 day) view returns(bool)
func (consentLedger *ConsentLedger) TryPackIsLive(pseudonym common.Address, purpose uint8, kind uint8, exact bool, day uint32) ([]byte, error) {
	return consentLedger.abi.Pack("isLive", pseudonym, purpose, kind, exact, day)
}

// UnpackIsLive is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x37224034.
//
// Solidity: function isLive(address pseudonym, uint8 purpose, uint8 kind, bool exact, uint32 day) view returns(bool)
func (consentLedger *ConsentLedger) UnpackIsLive(data []byte) (bool, error) {
	out, err := consentLedger.abi.Unpack("isLive", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackLastNarrowed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb2bc3c7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lastNarrowed() view returns(uint64)
func (consentLedger *ConsentLedger) PackLastNarrowed() []byte {
	enc, err := consentLedger.abi.Pack("lastNarrowed")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLastNarrowed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb2bc3c7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lastNarrowed() view returns(uint64)
func (consentLedger *ConsentLedger) TryPackLastNarrowed() ([]byte, error) {
	return consentLedger.abi.Pack("lastNarrowed")
}

// UnpackLastNarrowed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfb2bc3c7.
//
// Solidity: function lastNarrowed() view returns(uint64)
func (consentLedger *ConsentLedger) UnpackLastNarrowed(data []byte) (uint64, error) {
	out, err := consentLedger.abi.Unpack("lastNarrowed", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackRecordNarrowed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x22f40306.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recordNarrowed() returns(uint64 last)
func (consentLedger *ConsentLedger) PackRecordNarrowed() []byte {
	enc, err := consentLedger.abi.Pack("recordNarrowed")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecordNarrowed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x22f40306.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recordNarrowed() returns(uint64 last)
func (consentLedger *ConsentLedger) TryPackRecordNarrowed() ([]byte, error) {
	return consentLedger.abi.Pack("recordNarrowed")
}

// UnpackRecordNarrowed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x22f40306.
//
// Solidity: function recordNarrowed() returns(uint64 last)
func (consentLedger *ConsentLedger) UnpackRecordNarrowed(data []byte) (uint64, error) {
	out, err := consentLedger.abi.Unpack("recordNarrowed", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b103999.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registry() view returns(address)
func (consentLedger *ConsentLedger) PackRegistry() []byte {
	enc, err := consentLedger.abi.Pack("registry")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b103999.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registry() view returns(address)
func (consentLedger *ConsentLedger) TryPackRegistry() ([]byte, error) {
	return consentLedger.abi.Pack("registry")
}

// UnpackRegistry is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7b103999.
//
// Solidity: function registry() view returns(address)
func (consentLedger *ConsentLedger) UnpackRegistry(data []byte) (common.Address, error) {
	out, err := consentLedger.abi.Unpack("registry", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRevokeFor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x231b7d1f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeFor(address[] pseudonyms) returns(uint256 revoked)
func (consentLedger *ConsentLedger) PackRevokeFor(pseudonyms []common.Address) []byte {
	enc, err := consentLedger.abi.Pack("revokeFor", pseudonyms)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeFor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x231b7d1f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeFor(address[] pseudonyms) returns(uint256 revoked)
func (consentLedger *ConsentLedger) TryPackRevokeFor(pseudonyms []common.Address) ([]byte, error) {
	return consentLedger.abi.Pack("revokeFor", pseudonyms)
}

// UnpackRevokeFor is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x231b7d1f.
//
// Solidity: function revokeFor(address[] pseudonyms) returns(uint256 revoked)
func (consentLedger *ConsentLedger) UnpackRevokeFor(data []byte) (*big.Int, error) {
	out, err := consentLedger.abi.Unpack("revokeFor", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRotate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xddfd8a35.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rotate((bytes32,address,address,uint64,uint64) rotation, bytes fromSignature, bytes toSignature) returns()
func (consentLedger *ConsentLedger) PackRotate(rotation IConsentLedgerRotation, fromSignature []byte, toSignature []byte) []byte {
	enc, err := consentLedger.abi.Pack("rotate", rotation, fromSignature, toSignature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRotate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xddfd8a35.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rotate((bytes32,address,address,uint64,uint64) rotation, bytes fromSignature, bytes toSignature) returns()
func (consentLedger *ConsentLedger) TryPackRotate(rotation IConsentLedgerRotation, fromSignature []byte, toSignature []byte) ([]byte, error) {
	return consentLedger.abi.Pack("rotate", rotation, fromSignature, toSignature)
}

// PackSuccessorOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5adbc9c7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function successorOf(address pseudonym) view returns(address)
func (consentLedger *ConsentLedger) PackSuccessorOf(pseudonym common.Address) []byte {
	enc, err := consentLedger.abi.Pack("successorOf", pseudonym)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSuccessorOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5adbc9c7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function successorOf(address pseudonym) view returns(address)
func (consentLedger *ConsentLedger) TryPackSuccessorOf(pseudonym common.Address) ([]byte, error) {
	return consentLedger.abi.Pack("successorOf", pseudonym)
}

// UnpackSuccessorOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5adbc9c7.
//
// Solidity: function successorOf(address pseudonym) view returns(address)
func (consentLedger *ConsentLedger) UnpackSuccessorOf(data []byte) (common.Address, error) {
	out, err := consentLedger.abi.Unpack("successorOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// ConsentLedgerConsentBatchChanged represents a ConsentBatchChanged event raised by the ConsentLedger contract.
type ConsentLedgerConsentBatchChanged struct {
	Changes []byte
	Raw     *types.Log // Blockchain specific contextual infos
}

const ConsentLedgerConsentBatchChangedEventName = "ConsentBatchChanged"

// ContractEventName returns the user-defined event name.
func (ConsentLedgerConsentBatchChanged) ContractEventName() string {
	return ConsentLedgerConsentBatchChangedEventName
}

// UnpackConsentBatchChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ConsentBatchChanged(bytes changes)
func (consentLedger *ConsentLedger) UnpackConsentBatchChangedEvent(log *types.Log) (*ConsentLedgerConsentBatchChanged, error) {
	event := "ConsentBatchChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != consentLedger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ConsentLedgerConsentBatchChanged)
	if len(log.Data) > 0 {
		if err := consentLedger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range consentLedger.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ConsentLedgerConsentChanged represents a ConsentChanged event raised by the ConsentLedger contract.
type ConsentLedgerConsentChanged struct {
	Pseudonym common.Address
	Entry     *big.Int
	Origin    *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const ConsentLedgerConsentChangedEventName = "ConsentChanged"

// ContractEventName returns the user-defined event name.
func (ConsentLedgerConsentChanged) ContractEventName() string {
	return ConsentLedgerConsentChangedEventName
}

// UnpackConsentChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ConsentChanged(address indexed pseudonym, uint256 entry, uint256 origin)
func (consentLedger *ConsentLedger) UnpackConsentChangedEvent(log *types.Log) (*ConsentLedgerConsentChanged, error) {
	event := "ConsentChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != consentLedger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ConsentLedgerConsentChanged)
	if len(log.Data) > 0 {
		if err := consentLedger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range consentLedger.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ConsentLedgerConsentItemRefused represents a ConsentItemRefused event raised by the ConsentLedger contract.
type ConsentLedgerConsentItemRefused struct {
	Index     *big.Int
	Pseudonym common.Address
	Reason    uint8
	Raw       *types.Log // Blockchain specific contextual infos
}

const ConsentLedgerConsentItemRefusedEventName = "ConsentItemRefused"

// ContractEventName returns the user-defined event name.
func (ConsentLedgerConsentItemRefused) ContractEventName() string {
	return ConsentLedgerConsentItemRefusedEventName
}

// UnpackConsentItemRefusedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ConsentItemRefused(uint256 indexed index, address indexed pseudonym, uint8 reason)
func (consentLedger *ConsentLedger) UnpackConsentItemRefusedEvent(log *types.Log) (*ConsentLedgerConsentItemRefused, error) {
	event := "ConsentItemRefused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != consentLedger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ConsentLedgerConsentItemRefused)
	if len(log.Data) > 0 {
		if err := consentLedger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range consentLedger.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ConsentLedgerConsentRevokedFor represents a ConsentRevokedFor event raised by the ConsentLedger contract.
type ConsentLedgerConsentRevokedFor struct {
	Pseudonym common.Address
	Current   common.Address
	Raw       *types.Log // Blockchain specific contextual infos
}

const ConsentLedgerConsentRevokedForEventName = "ConsentRevokedFor"

// ContractEventName returns the user-defined event name.
func (ConsentLedgerConsentRevokedFor) ContractEventName() string {
	return ConsentLedgerConsentRevokedForEventName
}

// UnpackConsentRevokedForEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ConsentRevokedFor(address indexed pseudonym, address indexed current)
func (consentLedger *ConsentLedger) UnpackConsentRevokedForEvent(log *types.Log) (*ConsentLedgerConsentRevokedFor, error) {
	event := "ConsentRevokedFor"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != consentLedger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ConsentLedgerConsentRevokedFor)
	if len(log.Data) > 0 {
		if err := consentLedger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range consentLedger.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ConsentLedgerEIP712DomainChanged represents a EIP712DomainChanged event raised by the ConsentLedger contract.
type ConsentLedgerEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const ConsentLedgerEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (ConsentLedgerEIP712DomainChanged) ContractEventName() string {
	return ConsentLedgerEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (consentLedger *ConsentLedger) UnpackEIP712DomainChangedEvent(log *types.Log) (*ConsentLedgerEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != consentLedger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ConsentLedgerEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := consentLedger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range consentLedger.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ConsentLedgerPseudonymRotated represents a PseudonymRotated event raised by the ConsentLedger contract.
type ConsentLedgerPseudonymRotated struct {
	From common.Address
	To   common.Address
	Raw  *types.Log // Blockchain specific contextual infos
}

const ConsentLedgerPseudonymRotatedEventName = "PseudonymRotated"

// ContractEventName returns the user-defined event name.
func (ConsentLedgerPseudonymRotated) ContractEventName() string {
	return ConsentLedgerPseudonymRotatedEventName
}

// UnpackPseudonymRotatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PseudonymRotated(address indexed from, address indexed to)
func (consentLedger *ConsentLedger) UnpackPseudonymRotatedEvent(log *types.Log) (*ConsentLedgerPseudonymRotated, error) {
	event := "PseudonymRotated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != consentLedger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ConsentLedgerPseudonymRotated)
	if len(log.Data) > 0 {
		if err := consentLedger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range consentLedger.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (consentLedger *ConsentLedger) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentBatchLength"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentBatchLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentExpired"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentLate"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentLateError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentLinkable"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentLinkableError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentMalformed"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentMalformedError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentNonceNotNewer"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentNonceNotNewerError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentNotCustodian"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentNotCustodianError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentNotEnrolled"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentNotEnrolledError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentNotEnroller"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentNotEnrollerError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentPolicyVersion"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentPolicyVersionError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentPseudonymInUse"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentPseudonymInUseError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentRevokedByCustodian"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentRevokedByCustodianError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentRotatedAway"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentRotatedAwayError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentRotatedToday"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentRotatedTodayError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentRotationsExhausted"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentRotationsExhaustedError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentSignature"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentTicketExpired"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentTicketExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentTicketSignature"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentTicketSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentUndefined"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentUndefinedError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentWrongDataset"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentWrongDatasetError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return consentLedger.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return consentLedger.UnpackStringTooLongError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ConsentLedgerConsentBatchLength represents a ConsentBatchLength error raised by the ConsentLedger contract.
type ConsentLedgerConsentBatchLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentBatchLength(uint256 length)
func ConsentLedgerConsentBatchLengthErrorID() common.Hash {
	return common.HexToHash("0x027dd72f36e7d79c20fc5a5de3b399722132333ef31e8a01c14d8bd92be6582a")
}

// UnpackConsentBatchLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentBatchLength(uint256 length)
func (consentLedger *ConsentLedger) UnpackConsentBatchLengthError(raw []byte) (*ConsentLedgerConsentBatchLength, error) {
	out := new(ConsentLedgerConsentBatchLength)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentBatchLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentExpired represents a ConsentExpired error raised by the ConsentLedger contract.
type ConsentLedgerConsentExpired struct {
	Pseudonym common.Address
	Expiry    uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentExpired(address pseudonym, uint32 expiry)
func ConsentLedgerConsentExpiredErrorID() common.Hash {
	return common.HexToHash("0xba410582280cb2f5d391d643b507d2287078d706c6190de104f5fcac69c48710")
}

// UnpackConsentExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentExpired(address pseudonym, uint32 expiry)
func (consentLedger *ConsentLedger) UnpackConsentExpiredError(raw []byte) (*ConsentLedgerConsentExpired, error) {
	out := new(ConsentLedgerConsentExpired)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentLate represents a ConsentLate error raised by the ConsentLedger contract.
type ConsentLedgerConsentLate struct {
	Pseudonym    common.Address
	SubmitBefore uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentLate(address pseudonym, uint64 submitBefore)
func ConsentLedgerConsentLateErrorID() common.Hash {
	return common.HexToHash("0x0758bc1923be49a1e5b38191e0b0a3c6518bb94ec44fac89d4c79ae7d4a45aa8")
}

// UnpackConsentLateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentLate(address pseudonym, uint64 submitBefore)
func (consentLedger *ConsentLedger) UnpackConsentLateError(raw []byte) (*ConsentLedgerConsentLate, error) {
	out := new(ConsentLedgerConsentLate)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentLate", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentLinkable represents a ConsentLinkable error raised by the ConsentLedger contract.
type ConsentLedgerConsentLinkable struct {
	Pseudonym common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentLinkable(address pseudonym)
func ConsentLedgerConsentLinkableErrorID() common.Hash {
	return common.HexToHash("0x017abe55e553bbb8500b8c84315e023b9a19a2fb3914f6727ce36c55c30bbf32")
}

// UnpackConsentLinkableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentLinkable(address pseudonym)
func (consentLedger *ConsentLedger) UnpackConsentLinkableError(raw []byte) (*ConsentLedgerConsentLinkable, error) {
	out := new(ConsentLedgerConsentLinkable)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentLinkable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentMalformed represents a ConsentMalformed error raised by the ConsentLedger contract.
type ConsentLedgerConsentMalformed struct {
	Pseudonym common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentMalformed(address pseudonym)
func ConsentLedgerConsentMalformedErrorID() common.Hash {
	return common.HexToHash("0x0d8ba7750eb9d2d872fd3f91de41d43226e3eb7ebff5fb1021847b95b46be652")
}

// UnpackConsentMalformedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentMalformed(address pseudonym)
func (consentLedger *ConsentLedger) UnpackConsentMalformedError(raw []byte) (*ConsentLedgerConsentMalformed, error) {
	out := new(ConsentLedgerConsentMalformed)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentMalformed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentNonceNotNewer represents a ConsentNonceNotNewer error raised by the ConsentLedger contract.
type ConsentLedgerConsentNonceNotNewer struct {
	Pseudonym common.Address
	Given     uint64
	Current   uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentNonceNotNewer(address pseudonym, uint64 given, uint64 current)
func ConsentLedgerConsentNonceNotNewerErrorID() common.Hash {
	return common.HexToHash("0xb2e1b9d1e1e3db672a4422590f8bb1f12d81817fdaedcb0308926af03fe56770")
}

// UnpackConsentNonceNotNewerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentNonceNotNewer(address pseudonym, uint64 given, uint64 current)
func (consentLedger *ConsentLedger) UnpackConsentNonceNotNewerError(raw []byte) (*ConsentLedgerConsentNonceNotNewer, error) {
	out := new(ConsentLedgerConsentNonceNotNewer)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentNonceNotNewer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentNotCustodian represents a ConsentNotCustodian error raised by the ConsentLedger contract.
type ConsentLedgerConsentNotCustodian struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentNotCustodian(address caller)
func ConsentLedgerConsentNotCustodianErrorID() common.Hash {
	return common.HexToHash("0x6447dd39e2f1975a089e9acd76fe5bb987217ae1bba0dbab5e876e71fc44ae4b")
}

// UnpackConsentNotCustodianError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentNotCustodian(address caller)
func (consentLedger *ConsentLedger) UnpackConsentNotCustodianError(raw []byte) (*ConsentLedgerConsentNotCustodian, error) {
	out := new(ConsentLedgerConsentNotCustodian)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentNotCustodian", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentNotEnrolled represents a ConsentNotEnrolled error raised by the ConsentLedger contract.
type ConsentLedgerConsentNotEnrolled struct {
	Pseudonym common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentNotEnrolled(address pseudonym)
func ConsentLedgerConsentNotEnrolledErrorID() common.Hash {
	return common.HexToHash("0xc391345b97976419d655cd85cf0b126411b2367793edc66dfbbae0c1e6dfe475")
}

// UnpackConsentNotEnrolledError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentNotEnrolled(address pseudonym)
func (consentLedger *ConsentLedger) UnpackConsentNotEnrolledError(raw []byte) (*ConsentLedgerConsentNotEnrolled, error) {
	out := new(ConsentLedgerConsentNotEnrolled)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentNotEnrolled", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentNotEnroller represents a ConsentNotEnroller error raised by the ConsentLedger contract.
type ConsentLedgerConsentNotEnroller struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentNotEnroller(address caller)
func ConsentLedgerConsentNotEnrollerErrorID() common.Hash {
	return common.HexToHash("0x40afc23b131224e3542eca19c70226d1907fc7ab449a1eebcd4b9bdc4ca22dfb")
}

// UnpackConsentNotEnrollerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentNotEnroller(address caller)
func (consentLedger *ConsentLedger) UnpackConsentNotEnrollerError(raw []byte) (*ConsentLedgerConsentNotEnroller, error) {
	out := new(ConsentLedgerConsentNotEnroller)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentNotEnroller", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentPolicyVersion represents a ConsentPolicyVersion error raised by the ConsentLedger contract.
type ConsentLedgerConsentPolicyVersion struct {
	Pseudonym common.Address
	Given     uint32
	Oldest    uint32
	Current   uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentPolicyVersion(address pseudonym, uint32 given, uint32 oldest, uint32 current)
func ConsentLedgerConsentPolicyVersionErrorID() common.Hash {
	return common.HexToHash("0x9966bcfe3bdd56437d42ba37f358b86c4946c6d97d14f66a4d67f034120abbd8")
}

// UnpackConsentPolicyVersionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentPolicyVersion(address pseudonym, uint32 given, uint32 oldest, uint32 current)
func (consentLedger *ConsentLedger) UnpackConsentPolicyVersionError(raw []byte) (*ConsentLedgerConsentPolicyVersion, error) {
	out := new(ConsentLedgerConsentPolicyVersion)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentPolicyVersion", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentPseudonymInUse represents a ConsentPseudonymInUse error raised by the ConsentLedger contract.
type ConsentLedgerConsentPseudonymInUse struct {
	Pseudonym common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentPseudonymInUse(address pseudonym)
func ConsentLedgerConsentPseudonymInUseErrorID() common.Hash {
	return common.HexToHash("0xac174d9328bd2ae07b9c2e5227c3afc2400ed89361068f5305558a3b14faad24")
}

// UnpackConsentPseudonymInUseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentPseudonymInUse(address pseudonym)
func (consentLedger *ConsentLedger) UnpackConsentPseudonymInUseError(raw []byte) (*ConsentLedgerConsentPseudonymInUse, error) {
	out := new(ConsentLedgerConsentPseudonymInUse)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentPseudonymInUse", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentRevokedByCustodian represents a ConsentRevokedByCustodian error raised by the ConsentLedger contract.
type ConsentLedgerConsentRevokedByCustodian struct {
	Pseudonym common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentRevokedByCustodian(address pseudonym)
func ConsentLedgerConsentRevokedByCustodianErrorID() common.Hash {
	return common.HexToHash("0x14c961e095ccf5c15f95ab46af431b15c410a54afa7c878d58c17e1c4044148f")
}

// UnpackConsentRevokedByCustodianError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentRevokedByCustodian(address pseudonym)
func (consentLedger *ConsentLedger) UnpackConsentRevokedByCustodianError(raw []byte) (*ConsentLedgerConsentRevokedByCustodian, error) {
	out := new(ConsentLedgerConsentRevokedByCustodian)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentRevokedByCustodian", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentRotatedAway represents a ConsentRotatedAway error raised by the ConsentLedger contract.
type ConsentLedgerConsentRotatedAway struct {
	Pseudonym common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentRotatedAway(address pseudonym)
func ConsentLedgerConsentRotatedAwayErrorID() common.Hash {
	return common.HexToHash("0x2af2f179bf9d9d1ae621c916f6f06e47436dee578ddc38a775bb5dcf7c23ab59")
}

// UnpackConsentRotatedAwayError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentRotatedAway(address pseudonym)
func (consentLedger *ConsentLedger) UnpackConsentRotatedAwayError(raw []byte) (*ConsentLedgerConsentRotatedAway, error) {
	out := new(ConsentLedgerConsentRotatedAway)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentRotatedAway", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentRotatedToday represents a ConsentRotatedToday error raised by the ConsentLedger contract.
type ConsentLedgerConsentRotatedToday struct {
	Pseudonym common.Address
	Today     uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentRotatedToday(address pseudonym, uint32 today)
func ConsentLedgerConsentRotatedTodayErrorID() common.Hash {
	return common.HexToHash("0xa37c459b7122c8609e9db8cdca9194f1773e1b7a02dbbaa90619853ffe6f19c9")
}

// UnpackConsentRotatedTodayError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentRotatedToday(address pseudonym, uint32 today)
func (consentLedger *ConsentLedger) UnpackConsentRotatedTodayError(raw []byte) (*ConsentLedgerConsentRotatedToday, error) {
	out := new(ConsentLedgerConsentRotatedToday)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentRotatedToday", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentRotationsExhausted represents a ConsentRotationsExhausted error raised by the ConsentLedger contract.
type ConsentLedgerConsentRotationsExhausted struct {
	Pseudonym common.Address
	Most      uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentRotationsExhausted(address pseudonym, uint8 most)
func ConsentLedgerConsentRotationsExhaustedErrorID() common.Hash {
	return common.HexToHash("0x62f60d170f9f87598db2c0f1b3394bbe1499e3f8240b46188076e9bb39aa6d17")
}

// UnpackConsentRotationsExhaustedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentRotationsExhausted(address pseudonym, uint8 most)
func (consentLedger *ConsentLedger) UnpackConsentRotationsExhaustedError(raw []byte) (*ConsentLedgerConsentRotationsExhausted, error) {
	out := new(ConsentLedgerConsentRotationsExhausted)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentRotationsExhausted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentSignature represents a ConsentSignature error raised by the ConsentLedger contract.
type ConsentLedgerConsentSignature struct {
	Pseudonym common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentSignature(address pseudonym)
func ConsentLedgerConsentSignatureErrorID() common.Hash {
	return common.HexToHash("0x9fa76739bc5690168457208af76f4fd14b6cef6536e116643819b2f5649557c9")
}

// UnpackConsentSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentSignature(address pseudonym)
func (consentLedger *ConsentLedger) UnpackConsentSignatureError(raw []byte) (*ConsentLedgerConsentSignature, error) {
	out := new(ConsentLedgerConsentSignature)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentTicketExpired represents a ConsentTicketExpired error raised by the ConsentLedger contract.
type ConsentLedgerConsentTicketExpired struct {
	Pseudonym common.Address
	Expiry    uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentTicketExpired(address pseudonym, uint64 expiry)
func ConsentLedgerConsentTicketExpiredErrorID() common.Hash {
	return common.HexToHash("0xa735d25050a01fe27de4f617671a5cfdfaa980c7d2ca655c2205ca126378fa9d")
}

// UnpackConsentTicketExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentTicketExpired(address pseudonym, uint64 expiry)
func (consentLedger *ConsentLedger) UnpackConsentTicketExpiredError(raw []byte) (*ConsentLedgerConsentTicketExpired, error) {
	out := new(ConsentLedgerConsentTicketExpired)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentTicketExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentTicketSignature represents a ConsentTicketSignature error raised by the ConsentLedger contract.
type ConsentLedgerConsentTicketSignature struct {
	Pseudonym common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentTicketSignature(address pseudonym)
func ConsentLedgerConsentTicketSignatureErrorID() common.Hash {
	return common.HexToHash("0x1489364151e6bf9c64b68fd67abf4a44eee74138a1ac6c86bc6efe35f9d07657")
}

// UnpackConsentTicketSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentTicketSignature(address pseudonym)
func (consentLedger *ConsentLedger) UnpackConsentTicketSignatureError(raw []byte) (*ConsentLedgerConsentTicketSignature, error) {
	out := new(ConsentLedgerConsentTicketSignature)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentTicketSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentUndefined represents a ConsentUndefined error raised by the ConsentLedger contract.
type ConsentLedgerConsentUndefined struct {
	Pseudonym common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentUndefined(address pseudonym)
func ConsentLedgerConsentUndefinedErrorID() common.Hash {
	return common.HexToHash("0x08cd49f99d5ab679db395488131b36e0a9afe8ab44db93f15ac82d836d2a1642")
}

// UnpackConsentUndefinedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentUndefined(address pseudonym)
func (consentLedger *ConsentLedger) UnpackConsentUndefinedError(raw []byte) (*ConsentLedgerConsentUndefined, error) {
	out := new(ConsentLedgerConsentUndefined)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentUndefined", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerConsentWrongDataset represents a ConsentWrongDataset error raised by the ConsentLedger contract.
type ConsentLedgerConsentWrongDataset struct {
	Given    [32]byte
	Expected [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConsentWrongDataset(bytes32 given, bytes32 expected)
func ConsentLedgerConsentWrongDatasetErrorID() common.Hash {
	return common.HexToHash("0xe5679ebd0df968a352bfacdcee78586a2e8399598551712d2033a8d0352d999e")
}

// UnpackConsentWrongDatasetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConsentWrongDataset(bytes32 given, bytes32 expected)
func (consentLedger *ConsentLedger) UnpackConsentWrongDatasetError(raw []byte) (*ConsentLedgerConsentWrongDataset, error) {
	out := new(ConsentLedgerConsentWrongDataset)
	if err := consentLedger.abi.UnpackIntoInterface(out, "ConsentWrongDataset", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerInvalidShortString represents a InvalidShortString error raised by the ConsentLedger contract.
type ConsentLedgerInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func ConsentLedgerInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (consentLedger *ConsentLedger) UnpackInvalidShortStringError(raw []byte) (*ConsentLedgerInvalidShortString, error) {
	out := new(ConsentLedgerInvalidShortString)
	if err := consentLedger.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerStringTooLong represents a StringTooLong error raised by the ConsentLedger contract.
type ConsentLedgerStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func ConsentLedgerStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (consentLedger *ConsentLedger) UnpackStringTooLongError(raw []byte) (*ConsentLedgerStringTooLong, error) {
	out := new(ConsentLedgerStringTooLong)
	if err := consentLedger.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ConsentLedgerFactoryMetaData contains all meta data concerning the ConsentLedgerFactory contract.
var ConsentLedgerFactoryMetaData = bind.MetaData{
	ABI: "[{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"registry\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"ledger\",\"type\":\"address\"}],\"name\":\"LedgerDeployed\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"deploy\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"ledger\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "046bf3d7044d8dcf0ab6d3be9791d7a667",
	Bin: "0x6080604052348015600e575f5ffd5b50613ced8061001c5f395ff3fe608060405234801561000f575f5ffd5b5060043610610029575f3560e01c80632b85ba381461002d575b5f5ffd5b61004061003b366004610123565b61005c565b6040516001600160a01b03909116815260200160405180910390f35b604080513360208201529081018290525f90819060600160405160208183030381529060405280519060200120905080338460405161009a90610116565b6001600160a01b03909216825260208201526040018190604051809103905ff59050801580156100cc573d5f5f3e3d5ffd5b506040516001600160a01b0382168152909250839033907fdb1b961211d74f20a903006937aab491487ccdec84fb92eea5e8924fef8f7abb9060200160405180910390a350919050565b613bb28061013b83390190565b5f60208284031215610133575f5ffd5b503591905056fe6101a0604052348015610010575f5ffd5b50604051613bb2380380613bb283398101604081905261002f916101a7565b60405180604001604052806006815260200165105cdcd95b9d60d21b815250604051806040016040528060018152602001603160f81b8152506100778261016160201b60201c565b6101205261008481610161565b61014052815160208084019190912060e052815190820120610100524660a05261011060e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c0526001600160a01b0382166101605261018081905261013a62015180426101de565b600260086101000a81548163ffffffff021916908363ffffffff1602179055505050610258565b5f5f829050601f81511115610194578260405163305a27a960e01b815260040161018b91906101fd565b60405180910390fd5b805161019f82610232565b179392505050565b5f5f604083850312156101b8575f5ffd5b82516001600160a01b03811681146101ce575f5ffd5b6020939093015192949293505050565b5f826101f857634e487b7160e01b5f52601260045260245ffd5b500490565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b80516020808301519190811015610252575f198160200360031b1b821691505b50919050565b60805160a05160c05160e051610100516101205161014051610160516101805161389a6103185f395f818161012201528181610377015281816103b1015281816105c80152818161087a01528181610a6a01528181610aa4015281816110ff015281816112a0015281816112da015261211201525f818161024e015281816105f0015281816108ac015261112501525f611a6601525f611a3b01525f611f8901525f611f6101525f611ebc01525f611ee601525f611f10015261389a5ff3fe608060405234801561000f575f5ffd5b506004361061011c575f3560e01c806360a33c7b116100a9578063ddfd8a351161006e578063ddfd8a35146102d4578063f4e20fee146102e7578063f7d040d3146102fa578063f9f049f41461030d578063fb2bc3c714610320575f5ffd5b806360a33c7b146102395780637b1039991461024c5780637bb137a41461027257806382c7676e1461028557806384b0196e146102b9575f5ffd5b8063231b7d1f116100ef578063231b7d1f146101b557806337224034146101c857806342ce32b3146101eb57806358bb388a146101fe5780635adbc9c714610226575f5ffd5b806302b728ab146101205780630786cc7b146101555780631a526e091461018057806322f4030614610195575b5f5ffd5b7f00000000000000000000000000000000000000000000000000000000000000005b6040519081526020015b60405180910390f35b610168610163366004612e52565b610328565b6040516001600160a01b03909116815260200161014c565b61019361018e366004612ed8565b610338565b005b61019d610544565b6040516001600160401b03909116815260200161014c565b6101426101c3366004612f6d565b6105b9565b6101db6101d6366004613029565b61086b565b604051901515815260200161014c565b6101426101f9366004613096565b610973565b61021161020c366004612e52565b61098e565b6040805192835260208301919091520161014c565b610168610234366004612e52565b6109ab565b6101426102473660046130d4565b6109b5565b7f0000000000000000000000000000000000000000000000000000000000000000610168565b6101426102803660046130ee565b6109c7565b6101db610293366004613109565b62ffffff600882901c165f90815260036020526040902054600160ff9092161c16151590565b6102c1610a19565b60405161014c9796959493929190613152565b6101936102e23660046131f8565b610a5b565b6101426102f5366004613277565b610f75565b610193610308366004613291565b610f82565b61014261031b366004613096565b610f9b565b61019d610ff8565b5f6103328261103b565b92915050565b5f610341611072565b90505f61036a600160c91b61036461035f60408c0160208d01612e52565b61119f565b16151590565b159050801561052d5784357f0000000000000000000000000000000000000000000000000000000000000000146103e25760405163e5679ebd60e01b8152853560048201527f000000000000000000000000000000000000000000000000000000000000000060248201526044015b60405180910390fd5b6103f26080860160608701613301565b6001600160401b0316421115610455576104126040860160208701612e52565b6104226080870160608801613301565b604051630a735d2560e41b81526001600160a01b0390921660048301526001600160401b031660248201526044016103d9565b5f61046b835f0151610466886111c3565b611214565b905061047d60408a0160208b01612e52565b6001600160a01b03166104966040880160208901612e52565b6001600160a01b03161415806104f157506104ef8360600151602001518287878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061123392505050565b155b1561052b5761050660408a0160208b01612e52565b604051631489364160e01b81526001600160a01b0390911660048201526024016103d9565b505b61053a888888858561129c565b5050505050505050565b5f61054d610ff8565b90505f61055d6201518042613344565b60025490915063ffffffff600160401b909104811690821611156105b557600280546bffffffffffffffffffffffff1916600160401b63ffffffff84160267ffffffffffffffff1916176001600160401b0384161790555b5090565b604051637ca411c760e11b81527f000000000000000000000000000000000000000000000000000000000000000060048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063f948238e90602401602060405180830381865afa15801561063d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906106619190613362565b6001600160a01b0316336001600160a01b03161461069457604051636447dd3960e01b81523360048201526024016103d9565b5f805b83811015610840575f8585838181106106b2576106b261337d565b90506020020160208101906106c79190612e52565b90505f6106d38261103b565b90505f6106df8261119f565b90505f6001600160a01b0383161561070957600160cb1b8216610702575f61070c565b600861070c565b60015b90505f81600b81111561072157610721613391565b1461077157836001600160a01b0316857f2a75e190a9b74933fdcde902d737aaad8a09222b562bcec4e34d82ebba5cfec18360405161076091906133a5565b60405180910390a350505050610838565b85806107815750610781826115e8565b9550600160cb1b6bffffffffffffffffffffffff657fffffffff8f60c91b018316176107ad848261162d565b836001600160a01b03165f51602061387a5f395f51905f52826107cf8761164d565b6040805192835260208301919091520160405180910390a2836001600160a01b0316856001600160a01b03167fbf81a9f595a699cf3304f00991d0febd933263ed019e7319ae9f1a8380e144db60405160405180910390a3610830886133cb565b975050505050505b600101610697565b508015610864576002805467ffffffffffffffff1916436001600160401b03161790555b5092915050565b60405163342d2cb160e21b81527f000000000000000000000000000000000000000000000000000000000000000060048201525f9081906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063d0b4b2c49060240161010060405180830381865afa1580156108f2573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109169190613423565b90505f6109228861119f565b905061094987878787866060015187604001518761166e909695949392919063ffffffff16565b801561096757506109678260c001516109628360f81c90565b611784565b98975050505050505050565b5f6109878383610981611072565b5f6117e4565b9392505050565b5f5f6109998361119f565b6109a28461164d565b91509150915091565b5f61033282611a01565b5f6103326109c2836111c3565b611a22565b5f6103327fcca0ce61abc03c77e6a22a6b3a8dc6dd746292808ef3564bbeb10ab70215c0d8836040516020016109fe9291906134fd565b60405160208183030381529060405280519060200120611a22565b5f6060805f5f5f6060610a2a611a34565b610a32611a5f565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b5f610a64611072565b905085357f000000000000000000000000000000000000000000000000000000000000000014610ad05760405163e5679ebd60e01b8152863560048201527f000000000000000000000000000000000000000000000000000000000000000060248201526044016103d9565b610ae060a0870160808801613301565b6001600160401b03164210610b4257610aff6040870160208801612e52565b610b0f60a0880160808901613301565b604051630758bc1960e01b81526001600160a01b0390921660048301526001600160401b031660248201526044016103d9565b5f610b536060880160408901612e52565b6001600160a01b031603610b9657610b716060870160408801612e52565b604051630d8ba77560e01b81526001600160a01b0390911660048201526024016103d9565b6001600160401b03610bae6080880160608901613301565b6001600160401b031603610bcc57610b716040870160208801612e52565b5f610be061035f6040890160208a01612e52565b9050600160c91b8116610c2257610bfd6040880160208901612e52565b60405163c391345b60e01b81526001600160a01b0390911660048201526024016103d9565b600160ca1b811615610c6357610c3e6040880160208901612e52565b604051632af2f17960e01b81526001600160a01b0390911660048201526024016103d9565b600160cb1b811615610ca357610c7f6040880160208901612e52565b60405162a64b0f60e51b81526001600160a01b0390911660048201526024016103d9565b806001600160401b0316610cbd6080890160608a01613301565b6001600160401b031611610d2857610cdb6040880160208901612e52565b610ceb6080890160608a01613301565b825b60405163b2e1b9d160e01b81526001600160a01b0390931660048401526001600160401b0391821660248401521660448201526064016103d9565b610d3b61035f6060890160408a01612e52565b15610d7557610d506060880160408901612e52565b60405163ac174d9360e01b81526001600160a01b0390911660048201526024016103d9565b5f610d8f610d8960408a0160208b01612e52565b84611a8a565b90505f610da2845f01516104668b611bb8565b90505f610dc0610db860408c0160208d01612e52565b838b8b611bec565b50905080610dfd57610dd860408b0160208c01612e52565b604051639fa7673960e01b81526001600160a01b0390911660048201526024016103d9565b5f610e19610e1160608d0160408e01612e52565b848a8a611bec565b909250905081610e3357610dd860608c0160408d01612e52565b808015610e465750856060015160800151155b15610e8057610e5b60608c0160408d01612e52565b60405163017abe5560e01b81526001600160a01b0390911660048201526024016103d9565b610ec4610e9360408d0160208e01612e52565b610ea360608e0160408f01612e52565b6001600160a01b0390811691166b383c2e8978deb1787b24a55160a01b1755565b610edf8b868684610ed5575f611ca7565b600160cc1b611ca7565b610ee8856115e8565b15610f0a576002805467ffffffffffffffff1916436001600160401b03161790555b610f1a60608c0160408d01612e52565b6001600160a01b0316610f3360408d0160208e01612e52565b6001600160a01b03167fc7a48a747adbd4a69516206522d3504f3b61b79220eb9b0b2f4ea0212fbc00d160405160405180910390a35050505050505050505050565b5f6103326109c283611bb8565b610f96838383610f90611072565b5f61129c565b505050565b5f5f610fa5611072565b90508060600151602001516001600160a01b0316336001600160a01b031614610fe3576040516340afc23b60e01b81523360048201526024016103d9565b610ff084848360016117e4565b949350505050565b6002545f9061102090600160401b900463ffffffff1661101b6201518042613344565b611e1d565b61103457506002546001600160401b031690565b435b905090565b5f5f61104683611a01565b90505b6001600160a01b0381161561106b5780925061106483611a01565b9050611049565b5090919050565b60408051608080820183525f8083526020808401829052838501829052845161010081018652828152908101829052938401819052606080850182905291840181905260a0840181905260c0840181905260e08401528101919091526110d6611eb0565b81526110e56201518042613344565b63ffffffff16602082015260405163342d2cb160e21b81527f000000000000000000000000000000000000000000000000000000000000000060048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d0b4b2c49060240161010060405180830381865afa158015611173573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906111979190613423565b606082015290565b5f6b51e40a228396519eaab0c39f60a01b6001600160a01b038316175b5492915050565b5f7fc5b027518d862091db8347c40dd562dfd97f3f8fd72564c13ea7952b0a6f1dbd826040516020016111f792919061363e565b604051602081830303815290604052805190602001209050919050565b60405161190160f01b8152600281019290925260228201526042902090565b5f836001600160a01b03163b5f03611291575f5f6112518585611fd9565b5090925090505f81600381111561126a5761126a613391565b1480156112885750856001600160a01b0316826001600160a01b0316145b92505050610987565b610ff0848484612022565b84357f0000000000000000000000000000000000000000000000000000000000000000146113065760405163e5679ebd60e01b8152853560048201527f000000000000000000000000000000000000000000000000000000000000000060248201526044016103d9565b5f61130f612087565b90506113216040870160208801612e52565b6001600160a01b03166040808301919091526113439060608801908801613109565b63ffffffff166060808301919091526113629060808801908801613109565b63ffffffff166080808301919091526113819060a0880190880161369e565b61ffff1660a08083019190915261139e9060c088019088016136b7565b151560c0808301919091526113b99060e088019088016136d2565b60ff1660e0808301919091526113d6906101008801908801613109565b63ffffffff16610100808301919091526113f7906101208801908801613109565b63ffffffff16610120808301919091526114189061014088019088016136d2565b60ff166101408083019190915286013561016080830191909152611443906101808801908801613301565b6001600160401b031661018080830191909152611467906101a08801908801613301565b6001600160401b03166101a082015260408101515f906114869061119f565b90505f61149583838787612139565b90505f81600b8111156114aa576114aa613391565b146114bb576114bb81848488612375565b5f5f6114d985604001516114d2878a5f01516125f5565b8b8b611bec565b915091508161150c576040808601519051639fa7673960e01b81526001600160a01b0390911660048201526024016103d9565b80801561151f5750866060015160800151155b80156115345750608085015163ffffffff1615155b1561156357604080860151905163017abe5560e01b81526001600160a01b0390911660048201526024016103d9565b5f5f61157187878b86612606565b915091508015611598576002805467ffffffffffffffff1916436001600160401b03161790555b86604001516001600160a01b03165f51602061387a5f395f51905f52836115c28a6040015161164d565b6040805192835260208301919091520160405180910390a2505050505050505050505050565b5f600760c91b8216600160c91b14801561161057506116078260601c90565b63ffffffff1615155b801561033257506116218260b01c90565b61ffff16151592915050565b6001600160a01b03919091166b51e40a228396519eaab0c39f60a01b1755565b5f6b4d0c0ab25cc6f6116fdeecb760a11b6001600160a01b038316176111bc565b5f611678886115e8565b801561169957508263ffffffff166116908960401c90565b63ffffffff1610155b80156116ba57508163ffffffff166116b18960401c90565b63ffffffff1611155b80156116c9575060208760ff16105b80156116f357508660ff166116de8960601c90565b63ffffffff16901c60011663ffffffff166001145b8015611702575060108660ff16105b801561172857508560ff166117178960b01c90565b61ffff16901c60011661ffff166001145b801561174857508363ffffffff166117408960801c90565b62ffffff1611155b801561176757506117598860981c90565b62ffffff168463ffffffff16105b801561096757508415806109675750600160c81b88161515610967565b5f600360ff84161115801561179d5750600360ff831611155b80156117be57506117ad8261272c565b196117b78461272c565b1660ff165f145b801561098757506117ce8361276f565b196117d88361276f565b1660ff16159392505050565b5f8315806117fb57506117f8609a856136ed565b15155b1561181c5760405163027dd72f60e01b8152600481018590526024016103d9565b5f603461182a609a87613344565b6118349190613700565b6001600160401b0381111561184b5761184b6133e3565b6040519080825280601f01601f191660200182016040528015611875576020820181803683370190505b5090505f611881612087565b90505f805b8781101561197c575f80806118b78c858d6118a2609a83613717565b926118af9392919061372a565b888d8d612780565b919450925090505f83600b8111156118d1576118d1613391565b036119145761190487896118e4816133cb565b60408a015160601b60206034938402949094019384015291018490529850565b848061190d5750805b9450611965565b60408601516001600160a01b031661192d609a86613344565b7f2a75e190a9b74933fdcde902d737aaad8a09222b562bcec4e34d82ebba5cfec18560405161195c91906133a5565b60405180910390a35b505050609a816119759190613717565b9050611886565b5080156119a0576002805467ffffffffffffffff1916436001600160401b03161790555b83156119f6577f48ddac38464b6e06da06c2dd314633275cf48640433f28bff9c98a31665ca26a6119e0846119d6603488613700565b8151811082025290565b6040516119ed9190613751565b60405180910390a15b505050949350505050565b6001600160a01b039081166b383c2e8978deb1787b24a55160a01b17541690565b5f610332611a2e611eb0565b83611214565b60606110367f00000000000000000000000000000000000000000000000000000000000000006128c8565b60606110367f00000000000000000000000000000000000000000000000000000000000000006128c8565b5f5f611a958461164d565b9050826020015163ffffffff16611aac8260a81c90565b62ffffff1603611aec57602083015160405163a37c459b60e01b81526001600160a01b038616600482015263ffffffff90911660248201526044016103d9565b5f611af78260a01c90565b905062015180846060015160a001516001600160401b0316611b199190613344565b611b238360a81c90565b62ffffff161015611b3157505f5b600860ff821610611b67576040516362f60d1760e01b81526001600160a01b0386166004820152600860248201526044016103d9565b611baf611b748387612905565b611b7f836001613763565b86602001516001600160a01b03831660ff60a01b60a084901b161762ffffff60a81b60a883901b16179392505050565b95945050505050565b5f7fefd51168b8baa07c761b37f01311fcd1802cf9957a639accaa17dc65b96b20d4826040516020016111f792919061377c565b5f5f5f611bfa868686612924565b50509050866001600160a01b0316816001600160a01b0316148015611c2757506001600160a01b03871615155b15611c395760015f9250925050611c9e565b866001600160a01b03163b5f03611c56575f5f9250925050611c9e565b611c96878787878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061202292505050565b600192509250505b94509492505050565b82611cb86080860160608701613301565b6001600160401b031679100000000000000000000000000000000000ffffffffffffffff1991909116175f611cec82841790565b9050600160ca1b6bffffffffffffffffffffffff657fffffffff8f60c91b01861617611d27611d216040890160208a01612e52565b8261162d565b611d40611d3a6060890160408a01612e52565b8361162d565b611d74611d536060890160408a01612e52565b866001600160a01b03919091166b4d0c0ab25cc6f6116fdeecb760a11b1755565b611d846040880160208901612e52565b6001600160a01b03165f51602061387a5f395f51905f5282611db4611daf60408c0160208d01612e52565b61164d565b6040805192835260208301919091520160405180910390a2611ddc6060880160408901612e52565b6001600160a01b03165f51602061387a5f395f51905f528387604051611e0c929190918252602082015260400190565b60405180910390a250505050505050565b5f80611e3063ffffffff85166001613717565b90505b8263ffffffff168111611ea757600881811c5f8181526003602052604090205460ff841690811c901b9185901c62ffffff1603611e8057611e7860ff8086169061380c565b63ffffffff161b5b8015611e9157600192505050610332565b50611ea060ff82176001613717565b9050611e33565b505f9392505050565b5f306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148015611f0857507f000000000000000000000000000000000000000000000000000000000000000046145b15611f3257507f000000000000000000000000000000000000000000000000000000000000000090565b611036604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f5f5f8351604103612010576020840151604085015160608601515f1a6120028882858561296b565b95509550955050505061201b565b505081515f91506002905b9250925092565b805160408051630b135d3f60e11b8082526004820186905260248201929092525f92906020820185604483015e5f82606483010152601f820160051c60051b915060205f60648401838a5afa9050825f5114601f3d1116811693505050509392505050565b604080516101c0810182525f918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a08101919091527fcca0ce61abc03c77e6a22a6b3a8dc6dd746292808ef3564bbeb10ab70215c0d881527f0000000000000000000000000000000000000000000000000000000000000000602082015290565b5f5f856080015163ffffffff165f14801561215a575060a086015161ffff16155b60408701519091506001600160a01b0316612179576001915050610ff0565b8061228357608086015163ffffffff16158061219b575060a086015161ffff16155b156121aa576001915050610ff0565b62ffffff801686610120015163ffffffff1611806121de575085610120015163ffffffff1686610100015163ffffffff1610155b156121ed576001915050610ff0565b6001600160401b0380168661018001516001600160401b031603612215576001915050610ff0565b6101608601515f0361222b576001915050610ff0565b608086015163fffffc001615158061224a575060a086015161ff001615155b806122605750600660ff1686610140015160ff16115b80612274575060e0860151600360ff909116115b15612283576002915050610ff0565b856101a001516001600160401b031642106122a2576003915050610ff0565b600160ca1b8516156122b8576007915050610ff0565b600160cb1b8516156122ce576008915050610ff0565b821580156122e05750600160c91b8516155b156122ef576006915050610ff0565b846001600160401b03168661018001516001600160401b031611612317576009915050610ff0565b8015612326575f915050610ff0565b836020015163ffffffff1686610120015163ffffffff161161234c576004915050610ff0565b61235e86606001518560600151612a33565b61236957600561236b565b5f5b9695505050505050565b600284600b81111561238957612389613391565b036123b85760408084015190516308cd49f960e01b81526001600160a01b0390911660048201526024016103d9565b600384600b8111156123cc576123cc613391565b03612411576040808401516101a08501519151630758bc1960e01b81526001600160a01b0390911660048201526001600160401b0390911660248201526044016103d9565b600784600b81111561242557612425613391565b03612454576040808401519051632af2f17960e01b81526001600160a01b0390911660048201526024016103d9565b600884600b81111561246857612468613391565b0361249657604080840151905162a64b0f60e51b81526001600160a01b0390911660048201526024016103d9565b600684600b8111156124aa576124aa613391565b036124d957604080840151905163c391345b60e01b81526001600160a01b0390911660048201526024016103d9565b600984600b8111156124ed576124ed613391565b0361250357604083015161018084015183610ced565b600484600b81111561251757612517613391565b03612559576040808401516101208501519151635d2082c160e11b81526001600160a01b03909116600482015263ffffffff90911660248201526044016103d9565b600584600b81111561256d5761256d613391565b036125cb576040808401516060808601518482015191820151918401519351634cb35e7f60e11b81526001600160a01b03909316600484015263ffffffff9081166024840152908116604483015290911660648201526084016103d9565b6040808401519051630d8ba77560e01b81526001600160a01b0390911660048201526024016103d9565b6101c082205f90610ff08382611214565b5f5f5f83612614575f61261a565b600160cc1b5b9050866080015163ffffffff165f0361264d5761264687610180015188606001515f5f5f5f5f5f612aca565b92506126a3565b8660c001511561265e57600160c81b175b612692876101800151886060015189608001518a60a001518b61010001518c61012001518d61014001518e60e00151612aca565b92506126a387610120015186612b4a565b600160c91b861615156126f6816126ba57436126cc565b6126c48860d01c90565b64ffffffffff165b838617600160c91b60d09290921b64ffffffffff60d01b1664ffffffffff60d01b19909116171790565b935061271187876020015186612bc19092919063ffffffff16565b925061272188604001518561162d565b505094509492505050565b5f600160ff8316116127405750603f919050565b60011960ff8316016127545750600f919050565b60021960ff83160161276857506007919050565b505f919050565b5f60ff82161561276857601f610332565b5f5f5f5f61278f898989612cff565b905060018989601e8181106127a6576127a661337d565b9050013560f81c60f81b60f81c60ff1611156127c95750600192505f90506128bd565b5f6127d7886040015161119f565b90506127e588828989612139565b94505f85600b8111156127fa576127fa613391565b1461280a57505f91506128bd9050565b5f61285b61281b8a8a5f01516125f5565b848d8d605a90607a926128309392919061372a565b61283991613828565b8e8e607a90609a9261284d9392919061372a565b61285691613828565b61296b565b5050905088604001516001600160a01b0316816001600160a01b0316146128a85760408901516001600160a01b03163b1561289757600a61289a565b600b5b95505f93506128bd92505050565b6128b489838a5f612606565b90955093505050505b955095509592505050565b60605f6128d483612e04565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f826001600160a01b0381161561291c5780610ff0565b509092915050565b5f80806041849003612958578435602086013560408701355f1a61294a8982858561296b565b955095509550505050612962565b505f915060029050825b93509350939050565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411156129a457505f91506003905082612a29565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa1580156129f5573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b038116612a2057505f925060019150829050612a29565b92505f91508190505b9450945094915050565b5f816040015163ffffffff168363ffffffff1603612a5357506001610332565b816060015163ffffffff168363ffffffff161080612a805750816040015163ffffffff168363ffffffff16115b15612a8c57505f610332565b5f838360400151612a9d919061380c565b63ffffffff16905060ff8110612ab45760ff612ab6565b805b60e08401516001911c161591505092915050565b6001600160401b0388166bffffffff0000000000000000604089901b161763ffffffff60601b606088901b161763ffffffff60801b608086901b161763ffffffff60981b609885901b161761ffff60b01b60b087901b161760ff60c01b60c084901b16176001600160f81b031960f883901b161798975050505050505050565b806040015163ffffffff168263ffffffff1603612b65575050565b63ffffffff821660408083019190915262ffffff600884901c165f90815260036020529081205490600160ff85161b908183169003612bbb5762ffffff600885901c165f90815260036020526040902082821790555b50505050565b5f612bcb836115e8565b612bd657505f610987565b612bdf846115e8565b612beb57506001610987565b612bf58460601c90565b19612c008460601c90565b1663ffffffff165f141580612c2e5750612c1a8460b01c90565b19612c258460b01c90565b1661ffff165f14155b80612c4d5750600160c81b831615158015612c4d5750600160c81b8416155b80612c6f5750612c5d8360c01c90565b60ff16612c6a8560c01c90565b60ff16105b80612c955750612c7f8360981c90565b62ffffff16612c8e8560981c90565b62ffffff16105b80612cd95750612ca58360801c90565b62ffffff16612cb48560801c90565b62ffffff16118015612cd957508163ffffffff16612cd28560801c90565b62ffffff16115b80610ff05750612cf6612cec8460f81c90565b6109628660f81c90565b15949350505050565b5f80612d0e602082868861372a565b612d1791613828565b606081811c60408087019190915263ffffffff9083901c811691860191909152602082811c909116608086015261ffff601083901c1660a086015260ff600883901c8116151560c087015282166101408601529091505f90612d7d90603a90878961372a565b612d8691613845565b60f881901c60e086015263ffffffff60d082901c811661010087015260b082901c166101208601526001600160401b03607082901c8116610180870152603082901c9081166101a087015260f09190911c93509050612de9605a603a878961372a565b612df291613828565b61016090940193909352509392505050565b5f60ff8216601f81111561033257604051632cd44ac360e21b815260040160405180910390fd5b6001600160a01b0381168114612e3f575f5ffd5b50565b8035612e4d81612e2b565b919050565b5f60208284031215612e62575f5ffd5b813561098781612e2b565b5f6101a08284031215612e7e575f5ffd5b50919050565b5f5f83601f840112612e94575f5ffd5b5081356001600160401b03811115612eaa575f5ffd5b602083019150836020828501011115612ec1575f5ffd5b9250929050565b5f60808284031215612e7e575f5ffd5b5f5f5f5f5f5f6102608789031215612eee575f5ffd5b612ef88888612e6d565b95506101a08701356001600160401b03811115612f13575f5ffd5b612f1f89828a01612e84565b9096509450612f349050886101c08901612ec8565b92506102408701356001600160401b03811115612f4f575f5ffd5b612f5b89828a01612e84565b979a9699509497509295939492505050565b5f5f60208385031215612f7e575f5ffd5b82356001600160401b03811115612f93575f5ffd5b8301601f81018513612fa3575f5ffd5b80356001600160401b03811115612fb8575f5ffd5b8560208260051b8401011115612fcc575f5ffd5b6020919091019590945092505050565b60ff81168114612e3f575f5ffd5b8035612e4d81612fdc565b8015158114612e3f575f5ffd5b8035612e4d81612ff5565b63ffffffff81168114612e3f575f5ffd5b8035612e4d8161300d565b5f5f5f5f5f60a0868803121561303d575f5ffd5b853561304881612e2b565b9450602086013561305881612fdc565b9350604086013561306881612fdc565b9250606086013561307881612ff5565b915060808601356130888161300d565b809150509295509295909350565b5f5f602083850312156130a7575f5ffd5b82356001600160401b038111156130bc575f5ffd5b6130c885828601612e84565b90969095509350505050565b5f608082840312156130e4575f5ffd5b6109878383612ec8565b5f6101a082840312156130ff575f5ffd5b6109878383612e6d565b5f60208284031215613119575f5ffd5b81356109878161300d565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b60ff60f81b8816815260e060208201525f61317060e0830189613124565b82810360408401526131828189613124565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b818110156131d75783518352602093840193909201916001016131b9565b50909b9a5050505050505050505050565b5f60a08284031215612e7e575f5ffd5b5f5f5f5f5f60e0868803121561320c575f5ffd5b61321687876131e8565b945060a08601356001600160401b03811115613230575f5ffd5b61323c88828901612e84565b90955093505060c08601356001600160401b0381111561325a575f5ffd5b61326688828901612e84565b969995985093965092949392505050565b5f60a08284031215613287575f5ffd5b61098783836131e8565b5f5f5f6101c084860312156132a4575f5ffd5b6132ae8585612e6d565b92506101a08401356001600160401b038111156132c9575f5ffd5b6132d586828701612e84565b9497909650939450505050565b6001600160401b0381168114612e3f575f5ffd5b8035612e4d816132e2565b5f60208284031215613311575f5ffd5b8135610987816132e2565b634e487b7160e01b5f52601260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b5f826133525761335261331c565b500490565b8051612e4d81612e2b565b5f60208284031215613372575f5ffd5b815161098781612e2b565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b60208101600c83106133c557634e487b7160e01b5f52602160045260245ffd5b91905290565b5f600182016133dc576133dc613330565b5060010190565b634e487b7160e01b5f52604160045260245ffd5b8051612e4d8161300d565b8051612e4d81612ff5565b8051612e4d816132e2565b8051612e4d81612fdc565b5f610100828403128015613435575f5ffd5b5060405161010081016001600160401b038111828210171561346557634e487b7160e01b5f52604160045260245ffd5b60405261347183613357565b815261347f60208401613357565b6020820152613490604084016133f7565b60408201526134a1606084016133f7565b60608201526134b260808401613402565b60808201526134c360a0840161340d565b60a08201526134d460c08401613418565b60c082015260e0928301519281019290925250919050565b803561ffff81168114612e4d575f5ffd5b82815281356020808301919091526101c082019061351c908401612e42565b6001600160a01b0381166040840152506135386040840161301e565b63ffffffff81166060840152506135516060840161301e565b63ffffffff811660808401525061356a608084016134ec565b61ffff811660a08401525061358160a08401613002565b80151560c08401525061359660c08401612fea565b60ff811660e0840152506135ac60e0840161301e565b63ffffffff8116610100840152506135c7610100840161301e565b63ffffffff8116610120840152506135e26101208401612fea565b60ff811661014084015250610140830135610160838101919091526136089084016132f6565b6001600160401b0381166101808401525061362661018084016132f6565b6001600160401b0381166101a0840152509392505050565b828152813560208083019190915260a082019083013561365d81612e2b565b6001600160a01b0316604083810191909152830135606080840191909152830135613687816132e2565b6001600160401b0381166080840152509392505050565b5f602082840312156136ae575f5ffd5b610987826134ec565b5f602082840312156136c7575f5ffd5b813561098781612ff5565b5f602082840312156136e2575f5ffd5b813561098781612fdc565b5f826136fb576136fb61331c565b500690565b808202811582820484141761033257610332613330565b8082018082111561033257610332613330565b5f5f85851115613738575f5ffd5b83861115613744575f5ffd5b5050820193919092039150565b602081525f6109876020830184613124565b60ff818116838216019081111561033257610332613330565b828152813560208083019190915260c082019083013561379b81612e2b565b6001600160a01b03166040838101919091528301356137b981612e2b565b6001600160a01b03166060838101919091528301356137d7816132e2565b6001600160401b03811660808401525060808301356137f5816132e2565b6001600160401b03811660a0840152509392505050565b63ffffffff828116828216039081111561033257610332613330565b80356020831015610332575f19602084900360031b1b1692915050565b803565ffffffffffff19811690601a8410156108645765ffffffffffff19601a9490940360031b84901b169092169291505056fea609dab6076ffdb3b0c2b53c776cfed732bcbd9fb1a6017301d3ea4f8ba7f874",
}

// ConsentLedgerFactory is an auto generated Go binding around an Ethereum contract.
type ConsentLedgerFactory struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ConsentLedgerFactory) GetABI() abi.ABI {
	return c.abi
}

// NewConsentLedgerFactory creates a new instance of ConsentLedgerFactory.
func NewConsentLedgerFactory() *ConsentLedgerFactory {
	parsed, err := ConsentLedgerFactoryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ConsentLedgerFactory{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ConsentLedgerFactory) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackDeploy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b85ba38.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deploy(bytes32 dataset) returns(address ledger)
func (consentLedgerFactory *ConsentLedgerFactory) PackDeploy(dataset [32]byte) []byte {
	enc, err := consentLedgerFactory.abi.Pack("deploy", dataset)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeploy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b85ba38.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deploy(bytes32 dataset) returns(address ledger)
func (consentLedgerFactory *ConsentLedgerFactory) TryPackDeploy(dataset [32]byte) ([]byte, error) {
	return consentLedgerFactory.abi.Pack("deploy", dataset)
}

// UnpackDeploy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2b85ba38.
//
// Solidity: function deploy(bytes32 dataset) returns(address ledger)
func (consentLedgerFactory *ConsentLedgerFactory) UnpackDeploy(data []byte) (common.Address, error) {
	out, err := consentLedgerFactory.abi.Unpack("deploy", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// ConsentLedgerFactoryLedgerDeployed represents a LedgerDeployed event raised by the ConsentLedgerFactory contract.
type ConsentLedgerFactoryLedgerDeployed struct {
	Registry common.Address
	Dataset  [32]byte
	Ledger   common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const ConsentLedgerFactoryLedgerDeployedEventName = "LedgerDeployed"

// ContractEventName returns the user-defined event name.
func (ConsentLedgerFactoryLedgerDeployed) ContractEventName() string {
	return ConsentLedgerFactoryLedgerDeployedEventName
}

// UnpackLedgerDeployedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event LedgerDeployed(address indexed registry, bytes32 indexed dataset, address ledger)
func (consentLedgerFactory *ConsentLedgerFactory) UnpackLedgerDeployedEvent(log *types.Log) (*ConsentLedgerFactoryLedgerDeployed, error) {
	event := "LedgerDeployed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != consentLedgerFactory.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ConsentLedgerFactoryLedgerDeployed)
	if len(log.Data) > 0 {
		if err := consentLedgerFactory.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range consentLedgerFactory.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DatasetRegistryMetaData contains all meta data concerning the DatasetRegistry contract.
var DatasetRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"ledgers_\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"policyDelay_\",\"type\":\"uint64\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"DatasetCustodyNotOffered\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"DatasetCustodyPending\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetExists\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"DatasetFamilyInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"gate\",\"type\":\"address\"}],\"name\":\"DatasetGateExceeds\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetIsStopped\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"DatasetNameInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"DatasetNotCustodian\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"}],\"name\":\"DatasetNotInvited\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetNotStopped\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"enumIDatasetRegistry.VersionField\",\"name\":\"field\",\"type\":\"uint8\"}],\"name\":\"DatasetVersionInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"DatasetVersionNotPromised\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"newest\",\"type\":\"uint32\"}],\"name\":\"DatasetVersionOld\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"DatasetVersionRetired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"DatasetVersionUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"enumIDatasetRegistry.PolicyField\",\"name\":\"field\",\"type\":\"uint8\"}],\"name\":\"PolicyInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"current\",\"type\":\"uint32\"}],\"name\":\"PolicyNotInEffect\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"PolicyUnknown\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"}],\"name\":\"CustodyAccepted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"CustodyOffered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"registrant\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"ledger\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"domain\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"open\",\"type\":\"bool\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"}],\"name\":\"DatasetRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetResumed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetStopped\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"}],\"name\":\"FamilyInvitationWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"}],\"name\":\"FamilyInvited\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"policyHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"enumIDatasetRegistry.Change\",\"name\":\"change\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"effectiveFrom\",\"type\":\"uint64\"},{\"components\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"text\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"address[]\",\"name\":\"spenders\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"restrictions\",\"type\":\"bytes32[]\"}],\"internalType\":\"structIDatasetRegistry.Promise\",\"name\":\"promised\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"archivesNeeded\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"pins\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"gates\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"archives\",\"type\":\"address[]\"}],\"internalType\":\"structIDatasetRegistry.Means\",\"name\":\"means\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Service\",\"name\":\"service\",\"type\":\"tuple\"}],\"indexed\":false,\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"policy\",\"type\":\"tuple\"}],\"name\":\"PolicySet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"PolicyWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"versionHash\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"contentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"mock\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"rosterRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"asOf\",\"type\":\"uint64\"},{\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"}],\"indexed\":false,\"internalType\":\"structIDatasetRegistry.Version\",\"name\":\"content\",\"type\":\"tuple\"}],\"name\":\"VersionAdded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"VersionRetired\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"acceptCustody\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"effectiveFrom\",\"type\":\"uint64\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"}],\"name\":\"acceptsProgram\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"}],\"name\":\"acceptsWorker\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"contentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"mock\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"rosterRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"asOf\",\"type\":\"uint64\"},{\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"}],\"internalType\":\"structIDatasetRegistry.Version\",\"name\":\"content\",\"type\":\"tuple\"}],\"name\":\"addVersion\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"}],\"name\":\"archivesOf\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"archives\",\"type\":\"address[]\"},{\"internalType\":\"uint8\",\"name\":\"needed\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"brokerOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"consentTerms\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minGrantVersion\",\"type\":\"uint32\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"uint64\",\"name\":\"acknowledgedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"withdrawn\",\"type\":\"uint256\"}],\"internalType\":\"structIDatasetRegistry.ConsentTerms\",\"name\":\"terms\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"currentTerms\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Terms\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"custodianOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"registrant\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"}],\"name\":\"datasetId\",\"outputs\":[{\"internalType\":\"DatasetId\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"datasetOf\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"registrant\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"ledger\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"domain\",\"type\":\"bytes32\"},{\"internalType\":\"bool\",\"name\":\"open\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"stopped\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"acknowledgedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minGrantVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"pendingVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"pendingFrom\",\"type\":\"uint64\"},{\"internalType\":\"bool\",\"name\":\"pendingVoids\",\"type\":\"bool\"},{\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"}],\"internalType\":\"structIDatasetRegistry.Dataset\",\"name\":\"d\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"}],\"name\":\"familyDomain\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"}],\"name\":\"gatesOf\",\"outputs\":[{\"internalType\":\"bytes32[]\",\"name\":\"\",\"type\":\"bytes32[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"contentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"mock\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"rosterRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"asOf\",\"type\":\"uint64\"},{\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"}],\"internalType\":\"structIDatasetRegistry.Version\",\"name\":\"content\",\"type\":\"tuple\"}],\"name\":\"hashVersion\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"}],\"name\":\"inUse\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"}],\"name\":\"invite\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"}],\"name\":\"isInvited\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"isRetired\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"isSpender\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"ledgerOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"offerCustody\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"partHashesOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"promiseHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"meansHash\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"pendingFrom\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"policyChecker\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"policyDelay\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"policyHashOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"policyOf\",\"outputs\":[{\"components\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"text\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"address[]\",\"name\":\"spenders\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"restrictions\",\"type\":\"bytes32[]\"}],\"internalType\":\"structIDatasetRegistry.Promise\",\"name\":\"promised\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"archivesNeeded\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"pins\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"gates\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"archives\",\"type\":\"address[]\"}],\"internalType\":\"structIDatasetRegistry.Means\",\"name\":\"means\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Service\",\"name\":\"service\",\"type\":\"tuple\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"open\",\"type\":\"bool\"}],\"internalType\":\"structIDatasetRegistry.Registration\",\"name\":\"registration\",\"type\":\"tuple\"},{\"components\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"text\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"address[]\",\"name\":\"spenders\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"restrictions\",\"type\":\"bytes32[]\"}],\"internalType\":\"structIDatasetRegistry.Promise\",\"name\":\"promised\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"archivesNeeded\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"pins\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"gates\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"archives\",\"type\":\"address[]\"}],\"internalType\":\"structIDatasetRegistry.Means\",\"name\":\"means\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Service\",\"name\":\"service\",\"type\":\"tuple\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"policy_\",\"type\":\"tuple\"}],\"name\":\"register\",\"outputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"ledger\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"}],\"name\":\"requireInUse\",\"outputs\":[],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"resume\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"resumeBlock\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"retireVersion\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"components\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"text\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"address[]\",\"name\":\"spenders\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"restrictions\",\"type\":\"bytes32[]\"}],\"internalType\":\"structIDatasetRegistry.Promise\",\"name\":\"promised\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"archivesNeeded\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"pins\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"gates\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"archives\",\"type\":\"address[]\"}],\"internalType\":\"structIDatasetRegistry.Means\",\"name\":\"means\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Service\",\"name\":\"service\",\"type\":\"tuple\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"policy_\",\"type\":\"tuple\"}],\"name\":\"setPolicy\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"effectiveFrom\",\"type\":\"uint64\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"stop\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"stoppedAt\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"termsOf\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Terms\",\"name\":\"terms\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"versionHashOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"versionOf\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"contentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"mock\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"rosterRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"asOf\",\"type\":\"uint64\"},{\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"}],\"internalType\":\"structIDatasetRegistry.Version\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"}],\"name\":\"withdrawInvitation\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "fc1a2a435f258eca31459375ca10aeed91",
	Bin: "0x60e060405234801561000f575f5ffd5b5060405161757238038061757283398101604081905261002e9161008c565b6001600160a01b0382166080526040516100479061007f565b604051809103905ff080158015610060573d5f5f3e3d5ffd5b506001600160a01b031660a0526001600160401b031660c052506100da565b611b9d806159d583390190565b5f5f6040838503121561009d575f5ffd5b82516001600160a01b03811681146100b3575f5ffd5b60208401519092506001600160401b03811681146100cf575f5ffd5b809150509250929050565b60805160a05160c0516158bc6101195f395f818161032d0152612ca201525f81816104ea01528181612bb001526132ce01525f6116f301526158bc5ff3fe608060405234801561000f575f5ffd5b5060043610610234575f3560e01c8063a97e48f711610135578063e5e56ba0116100b4578063f948238e11610079578063f948238e14610660578063fa7a296214610673578063fb35297214610686578063fb3af90c14610699578063fc08a8ab146106ac575f5ffd5b8063e5e56ba014610601578063e6fb429314610614578063ee8114d014610627578063f21908281461063a578063f70df9931461064d575f5ffd5b8063d0b4b2c4116100fa578063d0b4b2c41461057a578063d37e791e1461059a578063d60e83cb146105ba578063d83c6950146105db578063e1b5224b146105ee575f5ffd5b8063a97e48f714610491578063b65dae28146104c8578063ba0fc53d146104e8578063c68538ec14610522578063ceba23a61461054a575f5ffd5b806363c4f031116101c157806393fa9aed1161018657806393fa9aed146103cf57806394e106d914610401578063a68245b014610429578063a68478041461043c578063a86ae6dd1461045c575f5ffd5b806363c4f03114610351578063712c6f651461036457806377bc57791461037757806379374e941461038a5780638e92a3a51461039d575f5ffd5b806327f3bff71161020757806327f3bff7146102b45780632d443eaa146102d75780635be13c4f146102ea5780635e5ae4f01461030b5780635fcfcadd1461032b575f5ffd5b80630651cc6814610238578063114fc5a214610261578063208070251461028c57806324313052146102a1575b5f5ffd5b61024b610246366004613c7d565b6106bf565b6040516102589190613cdb565b60405180910390f35b61027461026f366004613ed9565b610873565b6040516001600160401b039091168152602001610258565b61029f61029a366004613ef0565b610893565b005b6102746102af366004613ed9565b610a7a565b6102c76102c2366004613f85565b610ad4565b6040519015158152602001610258565b6102c76102e5366004613fe8565b610b4a565b6102fd6102f83660046140ef565b610b97565b604051908152602001610258565b61031e610319366004613c7d565b610c08565b6040516102589190614501565b7f0000000000000000000000000000000000000000000000000000000000000000610274565b61029f61035f366004613ed9565b610c1a565b61024b610372366004613ed9565b610cfd565b6102fd6103853660046140ef565b610d24565b610274610398366004613ed9565b610d5e565b6102fd6103ab366004613c7d565b5f91825260016020908152604080842063ffffffff93909316845291905290205490565b6102fd6103dd366004613c7d565b5f91825260026020908152604080842063ffffffff93909316845291905290205490565b61041461040f366004613c7d565b610d81565b60408051928352602083019190915201610258565b61029f610437366004614513565b610da4565b61044f61044a366004613ed9565b610e37565b6040516102589190614593565b6102c761046a366004613c7d565b5f91825260036020908152604080842063ffffffff93909316845291905290205460ff1690565b6104a461049f366004613ed9565b61115a565b6040805163ffffffff90931683526001600160401b03909116602083015201610258565b6104db6104d6366004613c7d565b611306565b6040516102589190614716565b7f00000000000000000000000000000000000000000000000000000000000000005b6040516001600160a01b039091168152602001610258565b61053561053036600461473e565b61136a565b60405163ffffffff9091168152602001610258565b61055d610558366004614781565b611535565b604080519283526001600160a01b03909116602083015201610258565b61058d610588366004613ed9565b61183e565b60405161025891906147d2565b6105ad6105a8366004613c7d565b61193b565b604051610258919061486e565b6105cd6105c8366004613c7d565b611ad5565b6040516102589291906148ce565b6102c76105e9366004614927565b611b61565b6104a46105fc36600461473e565b611b9a565b61029f61060f36600461495f565b611c44565b6102fd61062236600461498d565b611d76565b61029f610635366004613c7d565b611d80565b6102c761064836600461495f565b611ebc565b61050a61065b366004613ed9565b611f3c565b61050a61066e366004613ed9565b611f68565b61029f610681366004613ed9565b611f76565b6102c7610694366004613ef0565b61205c565b61050a6106a7366004613ed9565b612153565b61029f6106ba366004614513565b612170565b6106c7613990565b5f6106d28484612227565b80546001600160a01b038116845263ffffffff600160a01b82048116602086015261ffff600160c01b80840491909116604087015260ff600160d01b840481166060880152600160d81b8404811615156080880152600160e01b84048116151560a0880152600160e81b84048116151560c0880152600160f01b9093048316151560e0870152600484015480831661010088015264010000000081049092166101208701526001600160401b03600160401b83048116610140880152600160801b8304811661016088015291041661018085015260058201549192506101a08401911660028111156107c6576107c6613ca7565b908160028111156107d9576107d9613ca7565b9052506005015460ff610100820481166101c084015263ffffffff6201000090920482166101e08401525f948552600460209081526040808720958416875294905292909320600301546001600160801b038116610200830152600160801b81048416610220830152600160a01b81048416610240830152600160c01b8104909316610260820152600160e01b9092041661028082015290565b5f61087d8261224c565b54600160d01b900465ffffffffffff1692915050565b5f61089d8461224c565b8054909150600160c81b900460ff16156108d25760405163102b69bb60e21b8152600481018590526024015b60405180910390fd5b63ffffffff831615806108f65750805463ffffffff600160a01b9091048116908416115b15610923576040516308b8134960e41b81526004810185905263ffffffff841660248201526044016108c9565b5f84815260036020908152604080832063ffffffff8716845290915290205460ff161561097257604051630c801b9d60e31b81526004810185905263ffffffff841660248201526044016108c9565b5f61097c8261228c565b5090508063ffffffff168363ffffffff16146109c25760405163179fbe7560e21b81526004810186905263ffffffff8085166024830152821660448201526064016108c9565b6109ce85838684612320565b610a0d578154604051637831dac160e01b81526004810187905263ffffffff8087166024830152600160a01b90920490911660448201526064016108c9565b5f85815260046020908152604080832063ffffffff80861685529083528184206002015489855260088452828520918916855292529091205414610a73576040516374dd9e6f60e01b81526004810186905263ffffffff851660248201526044016108c9565b5050505050565b5f5f610a858361224c565b90505f610a918261228c565b50600283015490915063ffffffff808316600160401b9092041614610aca576002820154600160601b90046001600160401b0316610acc565b5f5b949350505050565b5f60095f610b178787878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250610b9792505050565b815260208082019290925260409081015f9081206001600160a01b038616825290925290205460ff169050949350505050565b5f6001610b578585612227565b6005015460ff166002811115610b6f57610b6f613ca7565b141580610b8d5750610b8d610b84858561235b565b600501836123c0565b90505b9392505050565b5f6040518060400160405280601881526020017f617373656e742e646174617365742e66616d696c792e76310000000000000000815250610bd88484610d24565b604051602001610be99291906149be565b6040516020818303038152906040528051906020012090505b92915050565b610c10613a34565b610b908383612449565b80610c2d81610c288361224c565b612975565b6001600160a01b0316336001600160a01b031614610c6757604051633387dc2160e11b8152600481018290523360248201526044016108c9565b5f82815260208190526040902054600160c81b900460ff1615610ca05760405163102b69bb60e21b8152600481018390526024016108c9565b5f82815260208190526040808220805465ffffffffffff4216600160d01b026001600160c81b0390911617600160c81b1790555183917f03361fa9a39c7058d2e7bf32eef88f70f9bb5adfd9f63b56944da57cd22c5c1b91a25050565b610d05613990565b5f610d17610d128461224c565b61228c565b509050610b9083826106bf565b805160208083019190912060408051469381019390935230908301526001600160a01b038416606083015260808201525f9060a001610be9565b5f610d688261224c565b60020154600160c81b900465ffffffffffff1692915050565b5f5f5f610d8e858561299f565b80546001909101549093509150505b9250929050565b610de53384848080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152508692506129ee915050565b806001600160a01b0316336001600160a01b03167f5ba5738099e260dd7c7a9a3c8665b7a02308326ac491a3f97111d2d71d9867958585604051610e2a929190614a00565b60405180910390a3505050565b60408051610240810182525f8082526020820181905291810182905260608082018390526080820183905260a0820183905260c0820183905260e08201839052610100820183905261012082018390526101408201839052610160820183905261018082018390526101a082018390526101c082018390526101e08201839052610200820181905261022082015290610ecf8361224c565b9050610eda8161228c565b63ffffffff9081166101608501521661014083015280546001600160a01b03168252610f068382612975565b6001600160a01b03166020830152610140820151610f2590849061235b565b600101546001600160a01b03166040830152610140820151610f4890849061235b565b546001600160a01b03908116606084015260018201549081166080840152600382015460a0840152815460ff600160c01b82048116151560c0860152600160c81b820416151560e085015263ffffffff600160a01b9182900481166101008601526001600160401b0391909204166101208401526101408301516002830154600160401b90048216911614611018576002810154600160401b810463ffffffff16610180840152600160601b81046001600160401b03166101a0840152600160a01b900460ff1615156101c08301525b60048101546001600160a01b03166101e083015260068101805461103b90614a13565b80601f016020809104026020016040519081016040528092919081815260200182805461106790614a13565b80156110b25780601f10611089576101008083540402835291602001916110b2565b820191905f5260205f20905b81548152906001019060200180831161109557829003601f168201915b50505050508261020001819052508060070180546110cf90614a13565b80601f01602080910402602001604051908101604052809291908181526020018280546110fb90614a13565b80156111465780601f1061111d57610100808354040283529160200191611146565b820191905f5260205f20905b81548152906001019060200180831161112957829003601f168201915b505050505082610220018190525050919050565b5f5f5f6111668461224c565b60058101549091506001600160a01b0316331461119e576040516267eab560e81b8152600481018590523360248201526044016108c9565b6005810180546001600160a01b031916905560048101546001600160a01b0316158015906111d9575060048101546001600160a01b03163314155b15611283576004810154600782018054611283926001600160a01b0316919061120190614a13565b80601f016020809104026020016040519081016040528092919081815260200182805461122d90614a13565b80156112785780601f1061124f57610100808354040283529160200191611278565b820191905f5260205f20905b81548152906001019060200180831161125b57829003601f168201915b5050505050336129ee565b5f61128d8261228c565b5090505f61129b8683612449565b80518051339091529091506112b08783612a71565b60405163ffffffff83168152919750955033906001600160a01b0383169089907fd4b58837b2cce36e1d2699306956fed1949110b77733a4c865d685f7e2d338059060200160405180910390a450505050915091565b6060611312838361235b565b60070180548060200260200160405190810160405280929190818152602001828054801561135d57602002820191905f5260205f20905b815481526020019060010190808311611349575b5050505050905092915050565b5f8261137981610c288361224c565b6001600160a01b0316336001600160a01b0316146113b357604051633387dc2160e11b8152600481018290523360248201526044016108c9565b5f848152602081905260408120906113ca8261228c565b5090506113d986838388612d5c565b815482906014906113f690600160a01b900463ffffffff16614a59565b91906101000a81548163ffffffff021916908363ffffffff16021790559350428260010160146101000a8154816001600160401b0302191690836001600160401b031602179055505f61144886612ea6565b5f88815260026020908152604080832063ffffffff8a168085529083528184208590558b8452600783528184209084529091529020909150869061148c8282614be2565b9050506114a186602001358760400135612f73565b5f88815260086020908152604080832063ffffffff8a16808552925291829020929092555188907fb0786160e8825ff412949d837535077a2a83d9465e10442cb01c094e75aaba2e906114f79085908b90614d0a565b60405180910390a361152b87838789604051602001611517929190614d22565b604051602081830303815290604052612f8e565b5050505092915050565b5f80806115428580614a91565b9150508015806115525750604081115b15611573576040516382d0749f60e01b8152600481018290526024016108c9565b3361157e8580614d40565b61158c906020810190614d5f565b6001600160a01b0316146115b5575f604051634727cb6160e11b81526004016108c99190614d7a565b6115fc336115c38780614a91565b8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250610d2492505050565b5f8181526020819052604090206001810154919450906001600160a01b03161561163c57604051631084f4a560e01b8152600481018590526024016108c9565b80546001600160a01b0319163317815561165c6080870160608801614dac565b8154901515600160c01b0260ff60c01b1990911617815561167d8680614a91565b600683019161168d919083614b29565b50611698848761315e565b6004830180546001600160a01b0319166001600160a01b039290921691909117905560038201556116cc6020870187614a91565b60078301916116dc919083614b29565b50604051630570b74760e31b8152600481018590527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690632b85ba38906024016020604051808303815f875af1158015611741573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906117659190614dc7565b6001820180546001600160a01b0319166001600160a01b0383161790556003820154909350339085907ff8e43608885dbb70e57150a956b7ca68ff827718de54e06740f1b13c2b5eeca49086906117c260808c0160608d01614dac565b60048701546001600160a01b03166117da8d80614a91565b8e80602001906117ea9190614a91565b6040516117fe989796959493929190614de2565b60405180910390a360028101805467ffffffffffffffff1916640100000001179055611835848261182e8861513b565b5f426132b5565b50509250929050565b60408051610100810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052906118878361224c565b90506118928161228c565b63ffffffff908116606085015216604083018190525f906118b4908590612227565b80546001600160a01b0381168552600160e81b900460ff161515608085015260408401519091506118e690859061235b565b6001908101546001600160a01b031660208501528154600160d01b900460ff1660c0850152820154600160a01b90046001600160401b031660a084015261192e848385613866565b60e0840152509092915050565b61197e6040518060e001604052805f81526020015f81526020015f81526020015f81526020015f81526020015f6001600160401b03168152602001606081525090565b5f83815260026020908152604080832063ffffffff8616845290915281205490036119cb576040516308b8134960e41b81526004810184905263ffffffff831660248201526044016108c9565b5f83815260076020908152604080832063ffffffff86168452825291829020825160e08101845281548152600182015492810192909252600281015492820192909252600382015460608201526004820154608082015260058201546001600160401b031660a082015260068201805491929160c084019190611a4d90614a13565b80601f0160208091040260200160405190810160405280929190818152602001828054611a7990614a13565b8015611ac45780601f10611a9b57610100808354040283529160200191611ac4565b820191905f5260205f20905b815481529060010190602001808311611aa757829003601f168201915b505050505081525050905092915050565b60605f5f611ae3858561235b565b9050806008018160010160149054906101000a900460ff1681805480602002602001604051908101604052809291908181526020018280548015611b4e57602002820191905f5260205f20905b81546001600160a01b03168152600190910190602001808311611b30575b5050505050915092509250509250929050565b5f5f611b6d868661235b565b9050611b7c81600301856123c0565b8015611b905750611b9081600401846123c0565b9695505050505050565b5f5f83611baa81610c288361224c565b6001600160a01b0316336001600160a01b031614611be457604051633387dc2160e11b8152600481018290523360248201526044016108c9565b33611bef8580614d40565b611bfd906020810190614d5f565b6001600160a01b031614611c26575f604051634727cb6160e11b81526004016108c99190614d7a565b611c3885611c338661513b565b612a71565b92509250509250929050565b81611c5281610c288361224c565b6001600160a01b0316336001600160a01b031614611c8c57604051633387dc2160e11b8152600481018290523360248201526044016108c9565b5f83815260208190526040812090611ca38261228c565b506002830154909150600160401b900463ffffffff168015801590611cd457508163ffffffff168163ffffffff1614155b15611d24575f611ce48783612227565b546001600160a01b03169050338114611d2257604051630311c2bf60e11b8152600481018890526001600160a01b03821660248201526044016108c9565b505b6005830180546001600160a01b0319166001600160a01b03871690811790915560405187907f49b5ecbeeddc48d987a5cfbfa4d0909a8aa242ef5367aa1e6cf43c14183f179f905f90a3505050505050565b5f610c0282612ea6565b81611d8e81610c288361224c565b6001600160a01b0316336001600160a01b031614611dc857604051633387dc2160e11b8152600481018290523360248201526044016108c9565b5f83815260026020908152604080832063ffffffff861684529091528120549003611e15576040516308b8134960e41b81526004810184905263ffffffff831660248201526044016108c9565b5f83815260036020908152604080832063ffffffff8616845290915290205460ff1615611e6457604051630c801b9d60e31b81526004810184905263ffffffff831660248201526044016108c9565b5f83815260036020908152604080832063ffffffff86168085529252808320805460ff1916600117905551909185917f274b2d3285156e74c30756f5b87c0fd0c9d9f61d028cbf06c6a93ece8b8d060e9190a3505050565b5f5f611eca610d128561224c565b5090505f611ed88583612227565b60060190505f5b8154811015611f3157846001600160a01b0316828281548110611f0457611f0461535b565b5f918252602090912001546001600160a01b031603611f295760019350505050610c02565b600101611edf565b505f95945050505050565b5f5f611f4a610d128461224c565b509050611f57838261235b565b546001600160a01b03169392505050565b5f610c0282610c288461224c565b80611f8481610c288361224c565b6001600160a01b0316336001600160a01b031614611fbe57604051633387dc2160e11b8152600481018290523360248201526044016108c9565b5f82815260208190526040902054600160c81b900460ff16611ff657604051630cad206d60e41b8152600481018390526024016108c9565b5f82815260208190526040808220805460ff60c81b19168155600201805465ffffffffffff60c81b1916600160c81b4365ffffffffffff16021790555183917f92b74b056525bd45c6e961df7f41607179651f8fa117f67f634f657a0ad1999391a25050565b5f5f6120678561224c565b90505f6120738261228c565b508254909150600160c81b900460ff16158015612095575063ffffffff851615155b80156120b35750815463ffffffff600160a01b909104811690861611155b80156120de57505f86815260036020908152604080832063ffffffff8916845290915290205460ff16155b80156120f557508063ffffffff168463ffffffff16145b8015612108575061210886838784612320565b8015611b9057505f86815260046020908152604080832063ffffffff8086168552908352818420600201548a855260088452828520918a168552925290912054149695505050505050565b5f61215d8261224c565b600101546001600160a01b031692915050565b61217a8383613924565b600160095f6121be3387878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250610b9792505050565b815260208082019290925260409081015f9081206001600160a01b0386168083529352819020805460ff191693151593909317909255905133907fe066f699b4d6f94788205acfed6eade5122a02fe9df954d6b9edca4f4335f52590610e2a9087908790614a00565b5f60055f612235858561299f565b54815260208101919091526040015f209392505050565b5f81815260208190526040902060018101546001600160a01b0316612287576040516359f0374b60e01b8152600481018390526024016108c9565b919050565b60028101545f908190600160401b900463ffffffff1680158015906122c557506002840154600160601b90046001600160401b03164210155b156123035760028401548190600160a01b900460ff166122f7576002850154640100000000900463ffffffff166122f9565b815b9250925050915091565b5050506002015463ffffffff808216926401000000009092041690565b82545f9063ffffffff848116600160a01b90920416148061235257506123468583612227565b54600160f01b900460ff165b95945050505050565b5f82815260046020908152604080832063ffffffff851684529091528120600101548082036123ac5760405163e618cd8f60e01b81526004810185905263ffffffff841660248201526044016108c9565b5f9081526006602052604090209392505050565b81545f9081905b8082101561243f575f60026123dc838561536f565b6123e69190615382565b90505f8682815481106123fb576123fb61535b565b905f5260205f200154905085810361241a576001945050505050610c02565b858110156124345761242d82600161536f565b9350612438565b8192505b50506123c7565b505f949350505050565b612451613a34565b5f61245c848461299f565b6040805182545f9081526005602081905290839020610300830190935282546001600160a01b0381166060840190815263ffffffff600160a01b83048116608086015261ffff600160c01b8085049190911660a087015260ff600160d01b8504811660c0880152600160d81b85048116151560e0880152600160e01b850481161515610100880152600160e81b850481161515610120880152600160f01b90940484161515610140870152600187015461016087015260028088015461018088015260038801546101a088015260048801548084166101c089015264010000000081049093166101e08801526001600160401b03600160401b84048116610200890152600160801b840481166102208901529190920416610240860152928501549596509294859492610260860192919091169081111561259f5761259f613ca7565b60028111156125b0576125b0613ca7565b81526005820154610100810460ff166020808401919091526201000090910463ffffffff16604080840191909152600684018054825181850281018501909352808352606090940193919290919083018282801561263557602002820191905f5260205f20905b81546001600160a01b03168152600190910190602001808311612617575b505050505081526020016007820180548060200260200160405190810160405280929190818152602001828054801561268b57602002820191905f5260205f20905b815481526020019060010190808311612677575b5050509190925250505081526001838101545f9081526006602090815260409182902082516101408101845281546001600160a01b0390811682529482015494851681840152600160a01b90940460ff168484015260028101546060850152600381018054845181850281018501909552808552958301959193608086019390929083018282801561273a57602002820191905f5260205f20905b815481526020019060010190808311612726575b505050505081526020016004820180548060200260200160405190810160405280929190818152602001828054801561279057602002820191905f5260205f20905b81548152602001906001019080831161277c575b50505050508152602001600582018054806020026020016040519081016040528092919081815260200182805480156127e657602002820191905f5260205f20905b8154815260200190600101908083116127d2575b505050505081526020016006820180548060200260200160405190810160405280929190818152602001828054801561284657602002820191905f5260205f20905b81546001600160a01b03168152600190910190602001808311612828575b505050505081526020016007820180548060200260200160405190810160405280929190818152602001828054801561289c57602002820191905f5260205f20905b815481526020019060010190808311612888575b50505050508152602001600882018054806020026020016040519081016040528092919081815260200182805480156128fc57602002820191905f5260205f20905b81546001600160a01b031681526001909101906020018083116128de575b5050509190925250505081526040805160a0810182526003909401546001600160801b038116855263ffffffff600160801b82048116602087810191909152600160a01b8304821693870193909352600160c01b820416606086015260ff600160e01b9091041660808501520191909152905092915050565b5f5f6129808361228c565b50905061298d8482612227565b546001600160a01b0316949350505050565b5f82815260046020908152604080832063ffffffff8516845290915281208054909103610c025760405163e618cd8f60e01b81526004810184905263ffffffff831660248201526044016108c9565b5f6129f98484610b97565b5f8181526009602090815260408083206001600160a01b038716845290915290205490915060ff16612a445783838360405163ca7e66dd60e01b81526004016108c9939291906153a1565b5f9081526009602090815260408083206001600160a01b03909416835292905220805460ff191690555050565b5f82815260208190526040812081908180612a8b8361228c565b60028501549193509150600160401b900463ffffffff1615612bad57600283015463ffffffff808416600160401b9092041603612af05760028301805463ffffffff8381166401000000000267ffffffffffffffff1990921690851617179055612b8c565b60028301805463ffffffff60a81b198116600160401b90910463ffffffff8116600160a81b81029290921790925590612b2e9060ff908116906153dc565b5f898152600a6020908152604080832062ffffff600887901c1684529091528082208054600163ffffffff9586161b17905551918316918a917fd5518c86693512e0d4030435bc422933baa23ed68b609e98307e62cbd7e6cecc91a3505b60028301805474ffffffffffffffffffffffffff0000000000000000191690555b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316631aabef62612be78a86612449565b896040518363ffffffff1660e01b8152600401612c059291906153f8565b602060405180830381865afa158015612c20573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612c44919061541c565b600185810154429750919250612c6791600160e01b900463ffffffff1690615437565b95505f816002811115612c7c57612c7c613ca7565b03612c9d5760028401805463ffffffff191663ffffffff8816179055612d44565b612cc77f000000000000000000000000000000000000000000000000000000000000000086615453565b6002858101805473ffffffffffffffffffffffff00000000000000001916600160401b63ffffffff8b160267ffffffffffffffff60601b191617600160601b6001600160401b03851602179055909550816002811115612d2957612d29613ca7565b60028601805460ff60a01b191691909214600160a01b021790555b612d5188858984896132b5565b505050509250929050565b5f612d678584612227565b905081355f03612d8c575f60405163072066c760e31b81526004016108c99190615472565b8060010154826020013514612db757600160405163072066c760e31b81526004016108c99190615472565b8060020154826040013514612de257600260405163072066c760e31b81526004016108c99190615472565b43612df360c0840160a08501615486565b6001600160401b03161180612e5157505f8581526007602090815260408083208754600160a01b900463ffffffff1684529091529020600501546001600160401b0316612e4660c0840160a08501615486565b6001600160401b0316105b15612e7257600360405163072066c760e31b81526004016108c99190615472565b610100612e8260c0840184614a91565b90501115610a7357600460405163072066c760e31b81526004016108c99190615472565b5f7fdddeb34b354bff2d742b09dfa4fcdd85c0af7e59e53b93c9354e0647fefb1c4082356020840135604085013560608601356080870135612eee60c0890160a08a01615486565b612efb60c08a018a614a91565b604051612f099291906154a1565b6040805191829003822060208301999099528101969096526060860194909452608085019290925260a084015260c08301526001600160401b031660e082015261010081019190915261012001604051602081830303815290604052805190602001209050919050565b60408051602081018490529081018290525f90606001610be9565b5f612f99848461235b565b600701805480602002602001604051908101604052809291908181526020018280548015612fe457602002820191905f5260205f20905b815481526020019060010190808311612fd0575b509394505f93505050505b8151811015610a735761301c82828151811061300d5761300d61535b565b60200260200101516007613958565b1561315657613029613b82565b600781526020810186905233608082015260a0810184905282515f906130669085908590811061305b5761305b61535b565b602002602001015190565b90505f816001600160a01b0316638d555474846040518263ffffffff1660e01b815260040161309591906154b0565b60a0604051808303815f875af11580156130b1573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906130d591906156a6565b8051909150806130f1575060208101516001600160401b031615155b80613108575060408101516001600160a01b031615155b80613114575080606001515b806131225750608081015115155b1561315257604051637d21fe1d60e01b8152600481018990526001600160a01b03831660248201526044016108c9565b5050505b600101612fef565b5f8061316d6020840184614a91565b90505f036131b9575f6131866060850160408601614d5f565b6001600160a01b0316146131af57604051636884c6bb60e01b81525f60048201526024016108c9565b508290505f610d9d565b6131ce6131c96020850185614a91565b613924565b5f6131df6060850160408601614d5f565b6001600160a01b031614613202576131fd6060840160408501614d5f565b613204565b335b90506001600160a01b038116331461326257613262816132276020860186614a91565b8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152503392506129ee915050565b6132ac816132736020860186614a91565b8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250610b9792505050565b91509250929050565b6040516318c57d8560e31b81525f906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063c62bec2890613303908790600401614501565b606060405180830381865afa15801561331e573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906133429190615719565b90505f85600101601c81819054906101000a900463ffffffff1661336590614a59565b825463ffffffff8083166101009490940a848102910219909116179092555f89815260046020908152604080832093835292815282822086518352600590915291902054919250906001600160a01b031661361757855183515f908152600560208181526040928390208451815492860151948601516060870151608088015160a089015160c08a015160e08b01516001600160a01b039096166001600160c01b031990981697909717600160a01b63ffffffff9a8b16021762ffffff60c01b1916600160c01b61ffff909516850260ff60d01b191617600160d01b60ff909416939093029290921761ffff60d81b1916600160d81b9115159190910260ff60e01b191617600160e01b911515919091021761ffff60e81b1916600160e81b9415159490940260ff60f01b191693909317600160f01b9115159190910217815561010085015160018083019190915561012086015160028084019190915561014087015160038401556101608701516004840180546101808a01516101a08b01516101c08c01516101e08d0151958c1667ffffffffffffffff199094169390931764010000000092909b16919091029990991777ffffffffffffffffffffffffffffffff00000000000000001916600160401b6001600160401b039a8b160267ffffffffffffffff60801b191617600160801b918a1691909102176001600160c01b0316979091169094029590951790925561020085015192810180549194909260ff199092169190849081111561359f5761359f613ca7565b021790555061022082015160058201805461024085015163ffffffff16620100000265ffffffff00001960ff909416610100029390931665ffffffffff00199091161791909117905561026082015160068201906135fd9082615754565b50610280820151600782019061361390826157e0565b5050505b6020808401515f908152600690915260409020546001600160a01b031661372d57602080870151848201515f90815260068352604090819020825181546001600160a01b039182166001600160a01b0319909116178255938301516001820180549385015160ff16600160a01b026001600160a81b031990941691909516179190911790925560608101516002830155608081015190919060038201906136be90826157e0565b5060a082015160048201906136d390826157e0565b5060c082015160058201906136e890826157e0565b5060e082015160068201906136fd9082615754565b50610100820151600782019061371390826157e0565b5061012082015160088201906137299082615754565b5050505b82518155602083015160018201558551610100810151610120909101516137549190612f73565b6002820155604080870151805160038401805460208085015185870151606087015160809097015160ff16600160e01b0260ff60e01b1963ffffffff988916600160c01b0263ffffffff60c01b19938a16600160a01b029390931667ffffffffffffffff60a01b19948a16600160801b026001600160a01b03199097166001600160801b0390991698909817959095179290921695909517949094179190911692909217905585830180515f8d81526001845285812094881680825294909352918490209190915551915190918a917fe88d43da0a4e210075525da7cf49cc33e8cb2033becc8cb72d73031f772fc80991613854918a908a908d90615873565b60405180910390a35050505050505050565b606081015160028301545f9163ffffffff908116600160a81b90920416101561389057505f610b90565b604082015162ffffff600882901c169060ff165f82156138d6575f878152600a60205260408120906138c36001866158a9565b81526020019081526020015f20546138d8565b5f5b90506138e582600161536f565b81901b6138f38360ff6158a9565b5f988952600a60209081526040808b20968b52959052939097205490921c95909517600160ff1b1795945050505050565b808015806139325750604081115b1561395357604051636884c6bb60e01b8152600481018290526024016108c9565b505050565b5f81600881111561396b5761396b613ca7565b60ff166139788460a01c90565b61ffff16901c60011661ffff165f1415905092915050565b604080516102a0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e0810182905261010081018290526101208101829052610140810182905261016081018290526101808101829052906101a082019081525f6020820181905260408201819052606082018190526080820181905260a0820181905260c0820181905260e09091015290565b6040805161030081019091525f60608083018281526080840183905260a0840183905260c0840183905260e08401839052610100840183905261012084018390526101408401839052610160840183905261018084018390526101a084018390526101c084018390526101e08401839052610200840183905261022084018390526102408401839052610260840183905261028084018390526102a08401929092526102c083018190526102e083015281908152602001613b526040518061014001604052805f6001600160a01b031681526020015f6001600160a01b031681526020015f60ff1681526020015f81526020016060815260200160608152602001606081526020016060815260200160608152602001606081525090565b81526040805160a0810182525f808252602082810182905292820181905260608201819052608082015291015290565b6040805160c08101909152805f81526020015f81526020015f8152602001613c57604080516102e0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c081018290529060e082019081525f6020820181905260408201819052606082018190526080820181905260a0820181905260c0820181905260e08201819052610100820181905261012082018190526101408201819052610160820181905261018082018190526101a082018190526101c082018190526101e09091015290565b81525f6020820152606060409091015290565b803563ffffffff81168114612287575f5ffd5b5f5f60408385031215613c8e575f5ffd5b82359150613c9e60208401613c6a565b90509250929050565b634e487b7160e01b5f52602160045260245ffd5b60038110613ccb57613ccb613ca7565b50565b613cd781613cbb565b9052565b81516001600160a01b031681526102a081016020830151613d04602084018263ffffffff169052565b506040830151613d1a604084018261ffff169052565b506060830151613d2f606084018260ff169052565b506080830151613d43608084018215159052565b5060a0830151613d5760a084018215159052565b5060c0830151613d6b60c084018215159052565b5060e0830151613d7f60e084018215159052565b50610100830151613d9961010084018263ffffffff169052565b50610120830151613db361012084018263ffffffff169052565b50610140830151613dd06101408401826001600160401b03169052565b50610160830151613ded6101608401826001600160401b03169052565b50610180830151613e0a6101808401826001600160401b03169052565b506101a0830151613e1f6101a0840182613cce565b506101c0830151613e366101c084018260ff169052565b506101e0830151613e506101e084018263ffffffff169052565b50610200830151613e6d6102008401826001600160801b03169052565b50610220830151613e8761022084018263ffffffff169052565b50610240830151613ea161024084018263ffffffff169052565b50610260830151613ebb61026084018263ffffffff169052565b50610280830151613ed261028084018260ff169052565b5092915050565b5f60208284031215613ee9575f5ffd5b5035919050565b5f5f5f60608486031215613f02575f5ffd5b83359250613f1260208501613c6a565b9150613f2060408501613c6a565b90509250925092565b6001600160a01b0381168114613ccb575f5ffd5b803561228781613f29565b5f5f83601f840112613f58575f5ffd5b5081356001600160401b03811115613f6e575f5ffd5b602083019150836020828501011115610d9d575f5ffd5b5f5f5f5f60608587031215613f98575f5ffd5b8435613fa381613f29565b935060208501356001600160401b03811115613fbd575f5ffd5b613fc987828801613f48565b9094509250506040850135613fdd81613f29565b939692955090935050565b5f5f5f60608486031215613ffa575f5ffd5b8335925061400a60208501613c6a565b929592945050506040919091013590565b634e487b7160e01b5f52604160045260245ffd5b60405161014081016001600160401b03811182821017156140525761405261401b565b60405290565b60405160a081016001600160401b03811182821017156140525761405261401b565b604051606081016001600160401b03811182821017156140525761405261401b565b6040516102a081016001600160401b03811182821017156140525761405261401b565b604051601f8201601f191681016001600160401b03811182821017156140e7576140e761401b565b604052919050565b5f5f60408385031215614100575f5ffd5b823561410b81613f29565b915060208301356001600160401b03811115614125575f5ffd5b8301601f81018513614135575f5ffd5b80356001600160401b0381111561414e5761414e61401b565b614161601f8201601f19166020016140bf565b818152866020838501011115614175575f5ffd5b816020840160208301375f602083830101528093505050509250929050565b5f8151808452602084019350602083015f5b828110156141cd5781516001600160a01b03168652602095860195909101906001016141a6565b5093949350505050565b5f8151808452602084019350602083015f5b828110156141cd5781518652602095860195909101906001016141e9565b80516001600160a01b031682525f602082015161422f60208501826001600160a01b03169052565b506040820151614244604085018260ff169052565b50606082015160608401526080820151610140608085015261426a6101408501826141d7565b905060a083015184820360a086015261428382826141d7565b91505060c083015184820360c086015261429d82826141d7565b91505060e083015184820360e08601526142b78282614194565b9150506101008301518482036101008601526142d382826141d7565b9150506101208301518482036101208601526123528282614194565b5f815160e0845261430c60e0850182516001600160a01b03169052565b602081015163ffffffff811661010086015250604081015161ffff811661012086015250606081015160ff81166101408601525060808101518015156101608601525060a08101518015156101808601525060c08101518015156101a08601525060e08101518015156101c0860152506101008101516101e085015261012081015161020085015261014081015161022085015261016081015163ffffffff81166102408601525061018081015163ffffffff8116610260860152506101a08101516001600160401b038116610280860152506101c08101516001600160401b0381166102a0860152506101e08101516001600160401b0381166102c0860152506102008101516144216102e0860182613cce565b5061022081015160ff1661030085015261024081015163ffffffff166103208501526102608101516102a0610340860152614460610380860182614194565b9050610280820151915060df198582030161036086015261448181836141d7565b9150506020830151848203602086015261449b8282614207565b91505060408301516144f960408601826001600160801b03815116825263ffffffff602082015116602083015263ffffffff604082015116604083015263ffffffff606082015116606083015260ff60808201511660808301525050565b509392505050565b602081525f610b9060208301846142ef565b5f5f5f60408486031215614525575f5ffd5b83356001600160401b0381111561453a575f5ffd5b61454686828701613f48565b909450925050602084013561455a81613f29565b809150509250925092565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081526145ad6020820183516001600160a01b03169052565b5f60208301516145c860408401826001600160a01b03169052565b5060408301516001600160a01b03811660608401525060608301516001600160a01b03811660808401525060808301516001600160a01b03811660a08401525060a083015160c083015260c083015161462560e084018215159052565b5060e08301518015156101008401525061010083015163ffffffff8116610120840152506101208301516001600160401b0381166101408401525061014083015163ffffffff81166101608401525061016083015163ffffffff81166101808401525061018083015163ffffffff81166101a0840152506101a08301516001600160401b0381166101c0840152506101c08301518015156101e0840152506101e08301516001600160a01b038116610200840152506102008301516102406102208401526146f7610260840182614565565b9050610220840151601f19848303016102408501526123528282614565565b602081525f610b9060208301846141d7565b5f60e08284031215614738575f5ffd5b50919050565b5f5f6040838503121561474f575f5ffd5b8235915060208301356001600160401b0381111561476b575f5ffd5b61477785828601614728565b9150509250929050565b5f5f60408385031215614792575f5ffd5b82356001600160401b038111156147a7575f5ffd5b8301608081860312156147b8575f5ffd5b915060208301356001600160401b0381111561476b575f5ffd5b81516001600160a01b0390811682526020808401519091169082015260408083015163ffffffff169082015260608083015161010083019161481b9084018263ffffffff169052565b50608083015161482f608084018215159052565b5060a083015161484a60a08401826001600160401b03169052565b5060c083015161485f60c084018260ff169052565b5060e092830151919092015290565b6020815281516020820152602082015160408201526040820151606082015260608201516080820152608082015160a08201526001600160401b0360a08301511660c08201525f60c083015160e080840152610acc610100840182614565565b604080825283519082018190525f9060208501906060840190835b818110156149105783516001600160a01b03168352602093840193909201916001016148e9565b5050809250505060ff831660208301529392505050565b5f5f5f5f6080858703121561493a575f5ffd5b8435935061494a60208601613c6a565b93969395505050506040820135916060013590565b5f5f60408385031215614970575f5ffd5b82359150602083013561498281613f29565b809150509250929050565b5f6020828403121561499d575f5ffd5b81356001600160401b038111156149b2575f5ffd5b610acc84828501614728565b5f83518060208601845e9190910191825250602001919050565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b602081525f610b8d6020830184866149d8565b600181811c90821680614a2757607f821691505b60208210810361473857634e487b7160e01b5f52602260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b5f63ffffffff821663ffffffff8103614a7457614a74614a45565b60010192915050565b6001600160401b0381168114613ccb575f5ffd5b5f5f8335601e19843603018112614aa6575f5ffd5b8301803591506001600160401b03821115614abf575f5ffd5b602001915036819003821315610d9d575f5ffd5b5f5b82811015613953575f82820155600101614ad5565b601f821115613953578282111561395357805f5260205f20601f840160051c6020851015614b1557505f5b610a7381601f860160051c03828401614ad3565b6001600160401b03831115614b4057614b4061401b565b614b5483614b4e8354614a13565b83614aea565b5f601f841160018114614b85575f8515614b6e5750838201355b5f19600387901b1c1916600186901b178355610a73565b5f83815260208120601f198716915b82811015614bb45786850135825560209485019460019092019101614b94565b5086821015614bd0575f1960f88860031b161c19848701351681555b505060018560011b0183555050505050565b81358155602082013560018201556040820135600282015560608201356003820155608082013560048201555f60a0830135614c1d81614a7d565b60058301805467ffffffffffffffff19166001600160401b0390921691909117905550614c4d60c0830183614a91565b614c5b818360068601614b29565b50505050565b803561228781614a7d565b80358252602080820135908301526040808201359083015260608082013590830152608080820135908301525f60a0820135614ca781614a7d565b6001600160401b031660a084015260c082013536839003601e19018112614ccc575f5ffd5b82016020810190356001600160401b03811115614ce7575f5ffd5b803603821315614cf5575f5ffd5b60e060c086015261235260e0860182846149d8565b828152604060208201525f610b8d6040830184614c6c565b63ffffffff83168152604060208201525f610b8d6040830184614c6c565b5f823561029e19833603018112614d55575f5ffd5b9190910192915050565b5f60208284031215614d6f575f5ffd5b8135610b9081613f29565b6020810160168310614d8e57614d8e613ca7565b91905290565b8015158114613ccb575f5ffd5b803561228781614d94565b5f60208284031215614dbc575f5ffd5b8135610b9081614d94565b5f60208284031215614dd7575f5ffd5b8151610b9081613f29565b6001600160a01b0389811682526020820189905287151560408301528616606082015260c0608082018190525f90614e1d90830186886149d8565b82810360a0840152614e308185876149d8565b9b9a5050505050505050505050565b803561ffff81168114612287575f5ffd5b803560ff81168114612287575f5ffd5b60038110613ccb575f5ffd5b803561228781614e60565b5f6001600160401b03821115614e8f57614e8f61401b565b5060051b60200190565b5f82601f830112614ea8575f5ffd5b8135614ebb614eb682614e77565b6140bf565b8082825260208201915060208360051b860101925085831115614edc575f5ffd5b602085015b83811015614f02578035614ef481613f29565b835260209283019201614ee1565b5095945050505050565b5f82601f830112614f1b575f5ffd5b8135614f29614eb682614e77565b8082825260208201915060208360051b860101925085831115614f4a575f5ffd5b602085015b83811015614f02578035835260209283019201614f4f565b5f6101408284031215614f78575f5ffd5b614f8061402f565b9050614f8b82613f3d565b8152614f9960208301613f3d565b6020820152614faa60408301614e50565b60408201526060828101359082015260808201356001600160401b03811115614fd1575f5ffd5b614fdd84828501614f0c565b60808301525060a08201356001600160401b03811115614ffb575f5ffd5b61500784828501614f0c565b60a08301525060c08201356001600160401b03811115615025575f5ffd5b61503184828501614f0c565b60c08301525060e08201356001600160401b0381111561504f575f5ffd5b61505b84828501614e99565b60e0830152506101008201356001600160401b0381111561507a575f5ffd5b61508684828501614f0c565b610100830152506101208201356001600160401b038111156150a6575f5ffd5b6150b284828501614e99565b6101208301525092915050565b5f60a082840312156150cf575f5ffd5b6150d7614058565b905081356001600160801b03811681146150ef575f5ffd5b81526150fd60208301613c6a565b602082015261510e60408301613c6a565b604082015261511f60608301613c6a565b606082015261513060808301614e50565b608082015292915050565b5f60e0823603121561514b575f5ffd5b61515361407a565b82356001600160401b03811115615168575f5ffd5b83016102a036829003121561517b575f5ffd5b61518361409c565b61518c82613f3d565b815261519a60208301613c6a565b60208201526151ab60408301614e3f565b60408201526151bc60608301614e50565b60608201526151cd60808301614da1565b60808201526151de60a08301614da1565b60a08201526151ef60c08301614da1565b60c082015261520060e08301614da1565b60e08201526101008281013590820152610120808301359082015261014080830135908201526152336101608301613c6a565b6101608201526152466101808301613c6a565b6101808201526152596101a08301614c61565b6101a082015261526c6101c08301614c61565b6101c082015261527f6101e08301614c61565b6101e08201526152926102008301614e6c565b6102008201526152a56102208301614e50565b6102208201526152b86102408301613c6a565b6102408201526102608201356001600160401b038111156152d7575f5ffd5b6152e336828501614e99565b610260830152506102808201356001600160401b03811115615303575f5ffd5b61530f36828501614f0c565b6102808301525082525060208301356001600160401b03811115615331575f5ffd5b61533d36828601614f67565b60208301525061535036604085016150bf565b604082015292915050565b634e487b7160e01b5f52603260045260245ffd5b80820180821115610c0257610c02614a45565b5f8261539c57634e487b7160e01b5f52601260045260245ffd5b500490565b6001600160a01b03841681526060602082018190525f906153c490830185614565565b905060018060a01b0383166040830152949350505050565b63ffffffff8281168282160390811115610c0257610c02614a45565b604081525f61540a60408301856142ef565b828103602084015261235281856142ef565b5f6020828403121561542c575f5ffd5b8151610b9081614e60565b63ffffffff8181168382160190811115610c0257610c02614a45565b6001600160401b038181168382160190811115610c0257610c02614a45565b6020810160058310614d8e57614d8e613ca7565b5f60208284031215615496575f5ffd5b8135610b9081614a7d565b818382375f9101908152919050565b602081525f8251600981106154c7576154c7613ca7565b806020840152506020830151604083015260408301516060830152606083015180516080840152602081015160a0840152604081015160c0840152606081015160e084015260808101516155276101008501826001600160a01b03169052565b5060a081015161ffff1661012084015260c081015160ff1661014084015260e0810151615558610160850182613cce565b5061010081015163ffffffff81166101808501525061012081015163ffffffff81166101a0850152506101408101516001600160401b0381166101c0850152506101608101516001600160401b0381166101e0850152506101808101516001600160401b038116610200850152506101a08101516001600160401b038116610220850152506101c08101516001600160801b038116610240850152506101e081015160ff81166102608501525061020081015161ffff81166102808501525061022081015163ffffffff81166102a08501525061024081015163ffffffff81166102c08501525061026081015163ffffffff81166102e0850152506102808101516103008401526102a08101516103208401526102c0015161034083015260808301516001600160a01b0381166103608401525060a083015161038080840152610acc6103a0840182614565565b5f60a08284031280156156b7575f5ffd5b506156c0614058565b82516156cb81614d94565b815260208301516156db81614a7d565b602082015260408301516156ee81613f29565b6040820152606083015161570181614d94565b60608201526080928301519281019290925250919050565b5f606082840312801561572a575f5ffd5b5061573361407a565b82518152602080840151908201526040928301519281019290925250919050565b81516001600160401b0381111561576d5761576d61401b565b600160401b8111156157815761578161401b565b8154818355808210156157a557825f528160205f20016157a383830382614ad3565b505b5060208301825f5260205f205f5b838110156157d85782516001600160a01b0316828201556020909201916001016157b3565b505050505050565b81516001600160401b038111156157f9576157f961401b565b600160401b81111561580d5761580d61401b565b81548183558082101561584157825f528160205f20018282035f5b8181101561583d575f83820155600101615828565b5050505b5060208301615855835f9081526020902090565b5f5b838110156157d857825182820155602090920191600101615857565b84815261587f84613cbb565b8360208201526001600160401b0383166040820152608060608201525f611b9060808301846142ef565b81810381811115610c0257610c02614a45566080604052348015600e575f5ffd5b50611b818061001c5f395ff3fe608060405234801561000f575f5ffd5b5060043610610034575f3560e01c80631aabef6214610038578063c62bec2814610061575b5f5ffd5b61004b610046366004611974565b610096565b60405161005891906119fb565b60405180910390f35b61007461006f366004611a0e565b6100aa565b6040805182518152602080840151908201529181015190820152606001610058565b5f6100a18383610177565b90505b92915050565b6100cb60405180606001604052805f81526020015f81526020015f81525090565b6100d4826101d4565b81516100df90610200565b815260208201516100ef9061041f565b602082018190528151604084015161016d929061010b906105d5565b604080517f9cdd2c1f942ba412ec9636557c424582dc25e90b34b07d3fed2fd3c0e716c5db602082015290810184905260608101839052608081018290525f9060a0016040516020818303038152906040528051906020012090509392505050565b6040820152919050565b815181515f9161018691610662565b806101aa57506101a88360200151610100015183602001516101000151610956565b155b156101b7575060026100a4565b6101c18383610a1d565b6101cb575f6100a1565b50600192915050565b80516101df90610ba0565b6101f0815f01518260200151610c68565b6101fd8160400151610e01565b50565b5f5f7fded04d13ae9627836ffe72004d7a16b2ed4a8740b02c8b34a87cbd308cdfbb6e835f015184602001518560400151866060015187608001518860a001518960c001518a60e001516040516020016102ba999897969594939291909889526001600160a01b0397909716602089015263ffffffff95909516604088015261ffff93909316606087015260ff919091166080860152151560a0850152151560c0840152151560e083015215156101008201526101200190565b60408051808303601f1901815282825261010086810151610120808901516101408a01516101608b01516101808c01516101a08d01516101c08e01516101e08f015160208d0198909852998b019490945260608a019290925263ffffffff90811660808a01521660a08801526001600160401b0390811660c088015294851660e087015293169084015292505f910160405160208183030381529060405290505f8461020001518561022001518661024001518761026001516040516020016103839190611a47565b604051602081830303815290604052805190602001208861028001516040516020016103af9190611a85565b604051602081830303815290604052805190602001206040516020016103d9959493929190611aaf565b60405160208183030381529060405290508282826040516020016103ff93929190611afd565b604051602081830303815290604052805190602001209350505050919050565b5f7fbc188b55ce0052eded039a2cf7d6573b46553cefa48cc0f5377fff1f4c18b454825f015183602001518460400151856060015186608001516040516020016104699190611a85565b604051602081830303815290604052805190602001208760a001516040516020016104949190611a85565b604051602081830303815290604052805190602001208860c001516040516020016104bf9190611a85565b604051602081830303815290604052805190602001208960e001516040516020016104ea9190611a47565b604051602081830303815290604052805190602001208a61010001516040516020016105169190611a85565b604051602081830303815290604052805190602001208b61012001516040516020016105429190611a47565b60408051601f1981840301815282825280516020918201209083019c909c526001600160a01b039a8b169082015298909716606089015260ff909516608088015260a087019390935260c086019190915260e0850152610100840152610120830152610140820152610160810191909152610180015b604051602081830303815290604052805190602001209050919050565b5f7f225da32079ba3bf20e5f781a4cbcbc8af4c14f61fe036f07687decc9b0126945826040516020016105b89291905f60c0820190508382526001600160801b03835116602083015263ffffffff602084015116604083015263ffffffff604084015116606083015263ffffffff606084015116608083015260ff60808401511660a08301529392505050565b815181515f916001600160a01b03918216911614158061068c575082610100015182610100015114155b806106a1575082610120015182610120015114155b806106b6575082610140015182610140015114155b156106c3575060016100a4565b82602001511982602001511663ffffffff165f1415806106f2575082604001511982604001511661ffff165f14155b156106ff575060016100a4565b61071182606001518460600151610e46565b61071d575060016100a4565b8160800151801561073057508260800151155b8061074957508160a00151801561074957508260a00151155b8061076257508160c00151801561076257508260c00151155b8061077b57508160e00151801561077b57508260e00151155b15610788575060016100a4565b82610160015163ffffffff1682610160015163ffffffff1610806107c1575082610180015163ffffffff1682610180015163ffffffff16105b156107ce575060016100a4565b826101a001516001600160401b0316826101a001516001600160401b031611806108135750826101c001516001600160401b0316826101c001516001600160401b0316115b15610820575060016100a4565b6101e08301516001600160401b03161580159061086e57506101e08201516001600160401b0316158061086e5750826101e001516001600160401b0316826101e001516001600160401b0316115b1561087b575060016100a4565b82610240015163ffffffff1682610240015163ffffffff1611156108a1575060016100a4565b5f83610200015160028111156108b9576108b96119d7565b1415801561090c575082610200015160028111156108d9576108d96119d7565b82610200015160028111156108f0576108f06119d7565b14158061090c575082610220015160ff1682610220015160ff16105b15610919575060016100a4565b61093361092883610260015190565b610260850151610ea6565b15806100a1575061094e836102800151836102800151610ea6565b159392505050565b5f805b8351811015610a135761098684828151811061097757610977611b1a565b60200260200101516001610f6d565b15610a0b575f6109af848684815181106109a2576109a2611b1a565b6020026020010151610f87565b90506109bc816001610f6d565b15806109fa57506109cd8160a01c90565b196109f18684815181106109e3576109e3611b1a565b602002602001015160a01c90565b1661ffff165f14155b15610a09575f925050506100a4565b505b600101610959565b5060019392505050565b60208083015190820151815181515f9392916001600160a01b039182169116141580610a63575081602001516001600160a01b031681602001516001600160a01b031614155b15610a73576001925050506100a4565b606082015115801590610a8e57508160600151816060015114155b15610a9e576001925050506100a4565b610ab081608001518360800151610ea6565b1580610acb5750610ac98160a001518360a00151610ea6565b155b15610adb576001925050506100a4565b5f855161020001516002811115610af457610af46119d7565b14158015610b305750610b0f8160c001518360c00151610ea6565b1580610b305750610b2e610b248260e0015190565b60e0840151610ea6565b155b15610b40576001925050506100a4565b610b5a610b4f82610120015190565b610120840151610ea6565b1580610b735750816040015160ff16816040015160ff16105b15610b83576001925050506100a4565b610b97826101000151826101000151610ffc565b95945050505050565b8051610bb7906001600160a01b031615155f6110bb565b610bd3610bcc826020015163fffffc00161590565b60016110bb565b610bed610be6826040015161ff00161590565b60026110bb565b6060810151610c0690600360ff909116111560036110bb565b610100810151610c1990151560046110bb565b610c3281610240015163ffffffff165f141560076110bb565b610c50610c49610c4483610260015190565b6110e8565b60086110bb565b6101fd610c618261028001516110e8565b60096110bb565b5f60018361020001516002811115610c8257610c826119d7565b1490505f60028461020001516002811115610c9f57610c9f6119d7565b845191149150610cbb906001600160a01b03161515600a6110bb565b6020830151610cd6906001600160a01b03161515600b6110bb565b610ced610ce684608001516110e8565b600c6110bb565b610d04610cfd8460a001516110e8565b600d6110bb565b610d2f610d148460c001516110e8565b8015610d28575060c0840151511515831515145b600e6110bb565b610d5b610d40610c448560e0015190565b8015610d54575060e0840151511515821515145b600f6110bb565b610d9084610220015160ff165f14151515821515148015610d8957508360e001515185610220015160ff1611155b60066110bb565b610da8610da1846101000151611156565b60106110bb565b610dc1610dba610c4485610120015190565b60116110bb565b610120830151516040840151610dfb91151560ff9091161515148015610df4575083610120015151846040015160ff1611155b60126110bb565b50505050565b610e18610e1182602001516112c6565b60136110bb565b610e2f610e2882604001516112c6565b60146110bb565b6101fd610e3f82606001516112c6565b60156110bb565b5f600360ff841611158015610e5f5750600360ff831611155b8015610e805750610e6f826112ea565b19610e79846112ea565b1660ff165f145b80156100a15750610e908361132d565b19610e9a8361132d565b1660ff16159392505050565b5f80805b8451811015610f62575b835182108015610ef55750848181518110610ed157610ed1611b1a565b6020026020010151848381518110610eeb57610eeb611b1a565b6020026020010151105b15610f0a57610f0382611b42565b9150610eb4565b8351821480610f4b5750848181518110610f2657610f26611b1a565b6020026020010151848381518110610f4057610f40611b1a565b602002602001015114155b15610f5a575f925050506100a4565b600101610eaa565b506001949350505050565b5f81610f798460b01c90565b1661ffff1615159392505050565b5f805b8351811015610ff357825f1c6001600160a01b0316848281518110610fb157610fb1611b1a565b60200260200101515f1c6001600160a01b031603610feb57838181518110610fdb57610fdb611b1a565b60200260200101519150506100a4565b600101610f8a565b505f9392505050565b5f805b8251811015610ff3575f60011961102f85848151811061102157611021611b1a565b602002602001015160b01c90565b1690508061ffff165f0361104357506110b3565b5f61105a868685815181106109a2576109a2611b1a565b90506110668160b01c90565b19821661ffff165f14158061109f57506110808160a01c90565b196110968685815181106109e3576109e3611b1a565b1661ffff165f14155b156110b057600193505050506100a4565b50505b600101610fff565b816110e45780604051634727cb6160e11b81526004016110db9190611b5a565b60405180910390fd5b5050565b5f6040825111156110fa57505f919050565b5f805b8351811015610a13578184828151811061111957611119611b1a565b60200260200101511161112f57505f9392505050565b83818151811061114157611141611b1a565b602002602001015191508060010190506110fd565b5f60048251111561116857505f919050565b5f5b82518110156101cb575f83828151811061118657611186611b1a565b602002602001015190505f821180156111c25750836111a6600184611b6e565b815181106111b6576111b6611b1a565b60200260200101518111155b156111d057505f9392505050565b60c081901c1515806111e957506001600160a01b038116155b156111f757505f9392505050565b6112018160a01c90565b61ffff16158061122357506101ff1961121a8260a01c90565b1661ffff165f14155b1561123157505f9392505050565b61123b8160b01c90565b61ffff16158061125c5750607f196112538260b01c90565b1661ffff165f14155b1561126a57505f9392505050565b5f5b828110156112bc57815f1c6001600160a01b031685828151811061129257611292611b1a565b60200260200101515f1c6001600160a01b0316036112b457505f949350505050565b60010161126c565b505060010161116a565b5f63ffffffff8216158015906100a4575062278d0063ffffffff8316111592915050565b5f600160ff8316116112fe5750603f919050565b60011960ff8316016113125750600f919050565b60021960ff83160161132657506007919050565b505f919050565b5f60ff82161561132657601f6100a4565b634e487b7160e01b5f52604160045260245ffd5b60405161014081016001600160401b03811182821017156113755761137561133e565b60405290565b604051606081016001600160401b03811182821017156113755761137561133e565b6040516102a081016001600160401b03811182821017156113755761137561133e565b604051601f8201601f191681016001600160401b03811182821017156113e8576113e861133e565b604052919050565b80356001600160a01b0381168114611406575f5ffd5b919050565b803563ffffffff81168114611406575f5ffd5b803561ffff81168114611406575f5ffd5b803560ff81168114611406575f5ffd5b80358015158114611406575f5ffd5b80356001600160401b0381168114611406575f5ffd5b803560038110611406575f5ffd5b5f6001600160401b0382111561148a5761148a61133e565b5060051b60200190565b5f82601f8301126114a3575f5ffd5b81356114b66114b182611472565b6113c0565b8082825260208201915060208360051b8601019250858311156114d7575f5ffd5b602085015b838110156114fb576114ed816113f0565b8352602092830192016114dc565b5095945050505050565b5f82601f830112611514575f5ffd5b81356115226114b182611472565b8082825260208201915060208360051b860101925085831115611543575f5ffd5b602085015b838110156114fb578035835260209283019201611548565b5f6101408284031215611571575f5ffd5b611579611352565b9050611584826113f0565b8152611592602083016113f0565b60208201526115a36040830161142f565b60408201526060828101359082015260808201356001600160401b038111156115ca575f5ffd5b6115d684828501611505565b60808301525060a08201356001600160401b038111156115f4575f5ffd5b61160084828501611505565b60a08301525060c08201356001600160401b0381111561161e575f5ffd5b61162a84828501611505565b60c08301525060e08201356001600160401b03811115611648575f5ffd5b61165484828501611494565b60e0830152506101008201356001600160401b03811115611673575f5ffd5b61167f84828501611505565b610100830152506101208201356001600160401b0381111561169f575f5ffd5b6116ab84828501611494565b6101208301525092915050565b5f60a082840312156116c8575f5ffd5b60405160a081016001600160401b03811182821017156116ea576116ea61133e565b60405290508082356001600160801b0381168114611706575f5ffd5b81526117146020840161140b565b60208201526117256040840161140b565b60408201526117366060840161140b565b60608201526117476080840161142f565b60808201525092915050565b5f60e08284031215611763575f5ffd5b61176b61137b565b905081356001600160401b03811115611782575f5ffd5b82016102a08185031215611794575f5ffd5b61179c61139d565b6117a5826113f0565b81526117b36020830161140b565b60208201526117c46040830161141e565b60408201526117d56060830161142f565b60608201526117e66080830161143f565b60808201526117f760a0830161143f565b60a082015261180860c0830161143f565b60c082015261181960e0830161143f565b60e082015261010082810135908201526101208083013590820152610140808301359082015261184c610160830161140b565b61016082015261185f610180830161140b565b6101808201526118726101a0830161144e565b6101a08201526118856101c0830161144e565b6101c08201526118986101e0830161144e565b6101e08201526118ab6102008301611464565b6102008201526118be610220830161142f565b6102208201526118d1610240830161140b565b6102408201526102608201356001600160401b038111156118f0575f5ffd5b6118fc86828501611494565b610260830152506102808201356001600160401b0381111561191c575f5ffd5b61192886828501611505565b6102808301525082525060208201356001600160401b0381111561194a575f5ffd5b61195684828501611560565b60208301525061196983604084016116b8565b604082015292915050565b5f5f60408385031215611985575f5ffd5b82356001600160401b0381111561199a575f5ffd5b6119a685828601611753565b92505060208301356001600160401b038111156119c1575f5ffd5b6119cd85828601611753565b9150509250929050565b634e487b7160e01b5f52602160045260245ffd5b600381106101fd576101fd6119d7565b60208101611a08836119eb565b91905290565b5f60208284031215611a1e575f5ffd5b81356001600160401b03811115611a33575f5ffd5b611a3f84828501611753565b949350505050565b81515f90829060208501835b82811015611a7a5781516001600160a01b0316845260209384019390910190600101611a53565b509195945050505050565b81515f90829060208501835b82811015611a7a578151845260209384019390910190600101611a91565b60a08101611abc876119eb565b95815260ff94909416602085015263ffffffff929092166040840152606083015260809091015290565b5f81518060208401855e5f93019283525090919050565b5f610b97611b14611b0e8488611ae6565b86611ae6565b84611ae6565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b5f60018201611b5357611b53611b2e565b5060010190565b6020810160168310611a0857611a086119d7565b818103818111156100a4576100a4611b2e56",
}

// DatasetRegistry is an auto generated Go binding around an Ethereum contract.
type DatasetRegistry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *DatasetRegistry) GetABI() abi.ABI {
	return c.abi
}

// NewDatasetRegistry creates a new instance of DatasetRegistry.
func NewDatasetRegistry() *DatasetRegistry {
	parsed, err := DatasetRegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &DatasetRegistry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *DatasetRegistry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address ledgers_, uint64 policyDelay_) returns()
func (datasetRegistry *DatasetRegistry) PackConstructor(ledgers_ common.Address, policyDelay_ uint64) []byte {
	enc, err := datasetRegistry.abi.Pack("", ledgers_, policyDelay_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAcceptCustody is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa97e48f7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptCustody(bytes32 id) returns(uint32 number, uint64 effectiveFrom)
func (datasetRegistry *DatasetRegistry) PackAcceptCustody(id [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("acceptCustody", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptCustody is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa97e48f7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptCustody(bytes32 id) returns(uint32 number, uint64 effectiveFrom)
func (datasetRegistry *DatasetRegistry) TryPackAcceptCustody(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("acceptCustody", id)
}

// AcceptCustodyOutput serves as a container for the return parameters of contract
// method AcceptCustody.
type AcceptCustodyOutput struct {
	Number        uint32
	EffectiveFrom uint64
}

// UnpackAcceptCustody is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa97e48f7.
//
// Solidity: function acceptCustody(bytes32 id) returns(uint32 number, uint64 effectiveFrom)
func (datasetRegistry *DatasetRegistry) UnpackAcceptCustody(data []byte) (AcceptCustodyOutput, error) {
	out, err := datasetRegistry.abi.Unpack("acceptCustody", data)
	outstruct := new(AcceptCustodyOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Number = *abi.ConvertType(out[0], new(uint32)).(*uint32)
	outstruct.EffectiveFrom = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackAcceptsProgram is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2d443eaa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptsProgram(bytes32 id, uint32 policyVersion, bytes32 program) view returns(bool)
func (datasetRegistry *DatasetRegistry) PackAcceptsProgram(id [32]byte, policyVersion uint32, program [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("acceptsProgram", id, policyVersion, program)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptsProgram is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2d443eaa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptsProgram(bytes32 id, uint32 policyVersion, bytes32 program) view returns(bool)
func (datasetRegistry *DatasetRegistry) TryPackAcceptsProgram(id [32]byte, policyVersion uint32, program [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("acceptsProgram", id, policyVersion, program)
}

// UnpackAcceptsProgram is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2d443eaa.
//
// Solidity: function acceptsProgram(bytes32 id, uint32 policyVersion, bytes32 program) view returns(bool)
func (datasetRegistry *DatasetRegistry) UnpackAcceptsProgram(data []byte) (bool, error) {
	out, err := datasetRegistry.abi.Unpack("acceptsProgram", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackAcceptsWorker is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd83c6950.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptsWorker(bytes32 id, uint32 policyVersion, bytes32 measurement, bytes32 trustRoot) view returns(bool)
func (datasetRegistry *DatasetRegistry) PackAcceptsWorker(id [32]byte, policyVersion uint32, measurement [32]byte, trustRoot [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("acceptsWorker", id, policyVersion, measurement, trustRoot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptsWorker is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd83c6950.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptsWorker(bytes32 id, uint32 policyVersion, bytes32 measurement, bytes32 trustRoot) view returns(bool)
func (datasetRegistry *DatasetRegistry) TryPackAcceptsWorker(id [32]byte, policyVersion uint32, measurement [32]byte, trustRoot [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("acceptsWorker", id, policyVersion, measurement, trustRoot)
}

// UnpackAcceptsWorker is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd83c6950.
//
// Solidity: function acceptsWorker(bytes32 id, uint32 policyVersion, bytes32 measurement, bytes32 trustRoot) view returns(bool)
func (datasetRegistry *DatasetRegistry) UnpackAcceptsWorker(data []byte) (bool, error) {
	out, err := datasetRegistry.abi.Unpack("acceptsWorker", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackAddVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc68538ec.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function addVersion(bytes32 id, (bytes32,bytes32,bytes32,bytes32,bytes32,uint64,string) content) returns(uint32 number)
func (datasetRegistry *DatasetRegistry) PackAddVersion(id [32]byte, content IDatasetRegistryVersion) []byte {
	enc, err := datasetRegistry.abi.Pack("addVersion", id, content)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAddVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc68538ec.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function addVersion(bytes32 id, (bytes32,bytes32,bytes32,bytes32,bytes32,uint64,string) content) returns(uint32 number)
func (datasetRegistry *DatasetRegistry) TryPackAddVersion(id [32]byte, content IDatasetRegistryVersion) ([]byte, error) {
	return datasetRegistry.abi.Pack("addVersion", id, content)
}

// UnpackAddVersion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc68538ec.
//
// Solidity: function addVersion(bytes32 id, (bytes32,bytes32,bytes32,bytes32,bytes32,uint64,string) content) returns(uint32 number)
func (datasetRegistry *DatasetRegistry) UnpackAddVersion(data []byte) (uint32, error) {
	out, err := datasetRegistry.abi.Unpack("addVersion", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackArchivesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd60e83cb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function archivesOf(bytes32 id, uint32 policyVersion) view returns(address[] archives, uint8 needed)
func (datasetRegistry *DatasetRegistry) PackArchivesOf(id [32]byte, policyVersion uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("archivesOf", id, policyVersion)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackArchivesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd60e83cb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function archivesOf(bytes32 id, uint32 policyVersion) view returns(address[] archives, uint8 needed)
func (datasetRegistry *DatasetRegistry) TryPackArchivesOf(id [32]byte, policyVersion uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("archivesOf", id, policyVersion)
}

// ArchivesOfOutput serves as a container for the return parameters of contract
// method ArchivesOf.
type ArchivesOfOutput struct {
	Archives []common.Address
	Needed   uint8
}

// UnpackArchivesOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd60e83cb.
//
// Solidity: function archivesOf(bytes32 id, uint32 policyVersion) view returns(address[] archives, uint8 needed)
func (datasetRegistry *DatasetRegistry) UnpackArchivesOf(data []byte) (ArchivesOfOutput, error) {
	out, err := datasetRegistry.abi.Unpack("archivesOf", data)
	outstruct := new(ArchivesOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Archives = *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	outstruct.Needed = *abi.ConvertType(out[1], new(uint8)).(*uint8)
	return *outstruct, nil
}

// PackBrokerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf70df993.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function brokerOf(bytes32 id) view returns(address)
func (datasetRegistry *DatasetRegistry) PackBrokerOf(id [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("brokerOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBrokerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf70df993.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function brokerOf(bytes32 id) view returns(address)
func (datasetRegistry *DatasetRegistry) TryPackBrokerOf(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("brokerOf", id)
}

// UnpackBrokerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf70df993.
//
// Solidity: function brokerOf(bytes32 id) view returns(address)
func (datasetRegistry *DatasetRegistry) UnpackBrokerOf(data []byte) (common.Address, error) {
	out, err := datasetRegistry.abi.Unpack("brokerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackConsentTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0b4b2c4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function consentTerms(bytes32 id) view returns((address,address,uint32,uint32,bool,uint64,uint8,uint256) terms)
func (datasetRegistry *DatasetRegistry) PackConsentTerms(id [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("consentTerms", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConsentTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0b4b2c4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function consentTerms(bytes32 id) view returns((address,address,uint32,uint32,bool,uint64,uint8,uint256) terms)
func (datasetRegistry *DatasetRegistry) TryPackConsentTerms(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("consentTerms", id)
}

// UnpackConsentTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd0b4b2c4.
//
// Solidity: function consentTerms(bytes32 id) view returns((address,address,uint32,uint32,bool,uint64,uint8,uint256) terms)
func (datasetRegistry *DatasetRegistry) UnpackConsentTerms(data []byte) (IDatasetRegistryConsentTerms, error) {
	out, err := datasetRegistry.abi.Unpack("consentTerms", data)
	if err != nil {
		return *new(IDatasetRegistryConsentTerms), err
	}
	out0 := *abi.ConvertType(out[0], new(IDatasetRegistryConsentTerms)).(*IDatasetRegistryConsentTerms)
	return out0, nil
}

// PackCurrentTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x712c6f65.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function currentTerms(bytes32 id) view returns((address,uint32,uint16,uint8,bool,bool,bool,bool,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,uint128,uint32,uint32,uint32,uint8))
func (datasetRegistry *DatasetRegistry) PackCurrentTerms(id [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("currentTerms", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCurrentTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x712c6f65.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function currentTerms(bytes32 id) view returns((address,uint32,uint16,uint8,bool,bool,bool,bool,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,uint128,uint32,uint32,uint32,uint8))
func (datasetRegistry *DatasetRegistry) TryPackCurrentTerms(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("currentTerms", id)
}

// UnpackCurrentTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x712c6f65.
//
// Solidity: function currentTerms(bytes32 id) view returns((address,uint32,uint16,uint8,bool,bool,bool,bool,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,uint128,uint32,uint32,uint32,uint8))
func (datasetRegistry *DatasetRegistry) UnpackCurrentTerms(data []byte) (IDatasetRegistryTerms, error) {
	out, err := datasetRegistry.abi.Unpack("currentTerms", data)
	if err != nil {
		return *new(IDatasetRegistryTerms), err
	}
	out0 := *abi.ConvertType(out[0], new(IDatasetRegistryTerms)).(*IDatasetRegistryTerms)
	return out0, nil
}

// PackCustodianOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf948238e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function custodianOf(bytes32 id) view returns(address)
func (datasetRegistry *DatasetRegistry) PackCustodianOf(id [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("custodianOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCustodianOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf948238e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function custodianOf(bytes32 id) view returns(address)
func (datasetRegistry *DatasetRegistry) TryPackCustodianOf(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("custodianOf", id)
}

// UnpackCustodianOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf948238e.
//
// Solidity: function custodianOf(bytes32 id) view returns(address)
func (datasetRegistry *DatasetRegistry) UnpackCustodianOf(data []byte) (common.Address, error) {
	out, err := datasetRegistry.abi.Unpack("custodianOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDatasetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x77bc5779.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function datasetId(address registrant, string name) view returns(bytes32)
func (datasetRegistry *DatasetRegistry) PackDatasetId(registrant common.Address, name string) []byte {
	enc, err := datasetRegistry.abi.Pack("datasetId", registrant, name)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDatasetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x77bc5779.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function datasetId(address registrant, string name) view returns(bytes32)
func (datasetRegistry *DatasetRegistry) TryPackDatasetId(registrant common.Address, name string) ([]byte, error) {
	return datasetRegistry.abi.Pack("datasetId", registrant, name)
}

// UnpackDatasetId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x77bc5779.
//
// Solidity: function datasetId(address registrant, string name) view returns(bytes32)
func (datasetRegistry *DatasetRegistry) UnpackDatasetId(data []byte) ([32]byte, error) {
	out, err := datasetRegistry.abi.Unpack("datasetId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDatasetOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa6847804.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function datasetOf(bytes32 id) view returns((address,address,address,address,address,bytes32,bool,bool,uint32,uint64,uint32,uint32,uint32,uint64,bool,address,string,string) d)
func (datasetRegistry *DatasetRegistry) PackDatasetOf(id [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("datasetOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDatasetOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa6847804.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function datasetOf(bytes32 id) view returns((address,address,address,address,address,bytes32,bool,bool,uint32,uint64,uint32,uint32,uint32,uint64,bool,address,string,string) d)
func (datasetRegistry *DatasetRegistry) TryPackDatasetOf(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("datasetOf", id)
}

// UnpackDatasetOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa6847804.
//
// Solidity: function datasetOf(bytes32 id) view returns((address,address,address,address,address,bytes32,bool,bool,uint32,uint64,uint32,uint32,uint32,uint64,bool,address,string,string) d)
func (datasetRegistry *DatasetRegistry) UnpackDatasetOf(data []byte) (IDatasetRegistryDataset, error) {
	out, err := datasetRegistry.abi.Unpack("datasetOf", data)
	if err != nil {
		return *new(IDatasetRegistryDataset), err
	}
	out0 := *abi.ConvertType(out[0], new(IDatasetRegistryDataset)).(*IDatasetRegistryDataset)
	return out0, nil
}

// PackFamilyDomain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5be13c4f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function familyDomain(address founder, string family) view returns(bytes32)
func (datasetRegistry *DatasetRegistry) PackFamilyDomain(founder common.Address, family string) []byte {
	enc, err := datasetRegistry.abi.Pack("familyDomain", founder, family)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFamilyDomain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5be13c4f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function familyDomain(address founder, string family) view returns(bytes32)
func (datasetRegistry *DatasetRegistry) TryPackFamilyDomain(founder common.Address, family string) ([]byte, error) {
	return datasetRegistry.abi.Pack("familyDomain", founder, family)
}

// UnpackFamilyDomain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5be13c4f.
//
// Solidity: function familyDomain(address founder, string family) view returns(bytes32)
func (datasetRegistry *DatasetRegistry) UnpackFamilyDomain(data []byte) ([32]byte, error) {
	out, err := datasetRegistry.abi.Unpack("familyDomain", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGatesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb65dae28.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function gatesOf(bytes32 id, uint32 policyVersion) view returns(bytes32[])
func (datasetRegistry *DatasetRegistry) PackGatesOf(id [32]byte, policyVersion uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("gatesOf", id, policyVersion)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGatesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb65dae28.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function gatesOf(bytes32 id, uint32 policyVersion) view returns(bytes32[])
func (datasetRegistry *DatasetRegistry) TryPackGatesOf(id [32]byte, policyVersion uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("gatesOf", id, policyVersion)
}

// UnpackGatesOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb65dae28.
//
// Solidity: function gatesOf(bytes32 id, uint32 policyVersion) view returns(bytes32[])
func (datasetRegistry *DatasetRegistry) UnpackGatesOf(data []byte) ([][32]byte, error) {
	out, err := datasetRegistry.abi.Unpack("gatesOf", data)
	if err != nil {
		return *new([][32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([][32]byte)).(*[][32]byte)
	return out0, nil
}

// PackHashVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6fb4293.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashVersion((bytes32,bytes32,bytes32,bytes32,bytes32,uint64,string) content) pure returns(bytes32)
func (datasetRegistry *DatasetRegistry) PackHashVersion(content IDatasetRegistryVersion) []byte {
	enc, err := datasetRegistry.abi.Pack("hashVersion", content)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6fb4293.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashVersion((bytes32,bytes32,bytes32,bytes32,bytes32,uint64,string) content) pure returns(bytes32)
func (datasetRegistry *DatasetRegistry) TryPackHashVersion(content IDatasetRegistryVersion) ([]byte, error) {
	return datasetRegistry.abi.Pack("hashVersion", content)
}

// UnpackHashVersion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe6fb4293.
//
// Solidity: function hashVersion((bytes32,bytes32,bytes32,bytes32,bytes32,uint64,string) content) pure returns(bytes32)
func (datasetRegistry *DatasetRegistry) UnpackHashVersion(data []byte) ([32]byte, error) {
	out, err := datasetRegistry.abi.Unpack("hashVersion", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackInUse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb352972.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function inUse(bytes32 id, uint32 number, uint32 policyVersion) view returns(bool)
func (datasetRegistry *DatasetRegistry) PackInUse(id [32]byte, number uint32, policyVersion uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("inUse", id, number, policyVersion)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInUse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb352972.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function inUse(bytes32 id, uint32 number, uint32 policyVersion) view returns(bool)
func (datasetRegistry *DatasetRegistry) TryPackInUse(id [32]byte, number uint32, policyVersion uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("inUse", id, number, policyVersion)
}

// UnpackInUse is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfb352972.
//
// Solidity: function inUse(bytes32 id, uint32 number, uint32 policyVersion) view returns(bool)
func (datasetRegistry *DatasetRegistry) UnpackInUse(data []byte) (bool, error) {
	out, err := datasetRegistry.abi.Unpack("inUse", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackInvite is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc08a8ab.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function invite(string family, address custodian) returns()
func (datasetRegistry *DatasetRegistry) PackInvite(family string, custodian common.Address) []byte {
	enc, err := datasetRegistry.abi.Pack("invite", family, custodian)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInvite is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc08a8ab.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function invite(string family, address custodian) returns()
func (datasetRegistry *DatasetRegistry) TryPackInvite(family string, custodian common.Address) ([]byte, error) {
	return datasetRegistry.abi.Pack("invite", family, custodian)
}

// PackIsInvited is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x27f3bff7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isInvited(address founder, string family, address custodian) view returns(bool)
func (datasetRegistry *DatasetRegistry) PackIsInvited(founder common.Address, family string, custodian common.Address) []byte {
	enc, err := datasetRegistry.abi.Pack("isInvited", founder, family, custodian)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsInvited is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x27f3bff7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isInvited(address founder, string family, address custodian) view returns(bool)
func (datasetRegistry *DatasetRegistry) TryPackIsInvited(founder common.Address, family string, custodian common.Address) ([]byte, error) {
	return datasetRegistry.abi.Pack("isInvited", founder, family, custodian)
}

// UnpackIsInvited is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x27f3bff7.
//
// Solidity: function isInvited(address founder, string family, address custodian) view returns(bool)
func (datasetRegistry *DatasetRegistry) UnpackIsInvited(data []byte) (bool, error) {
	out, err := datasetRegistry.abi.Unpack("isInvited", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsRetired is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa86ae6dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isRetired(bytes32 id, uint32 number) view returns(bool)
func (datasetRegistry *DatasetRegistry) PackIsRetired(id [32]byte, number uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("isRetired", id, number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsRetired is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa86ae6dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isRetired(bytes32 id, uint32 number) view returns(bool)
func (datasetRegistry *DatasetRegistry) TryPackIsRetired(id [32]byte, number uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("isRetired", id, number)
}

// UnpackIsRetired is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa86ae6dd.
//
// Solidity: function isRetired(bytes32 id, uint32 number) view returns(bool)
func (datasetRegistry *DatasetRegistry) UnpackIsRetired(data []byte) (bool, error) {
	out, err := datasetRegistry.abi.Unpack("isRetired", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsSpender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2190828.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isSpender(bytes32 id, address spender) view returns(bool)
func (datasetRegistry *DatasetRegistry) PackIsSpender(id [32]byte, spender common.Address) []byte {
	enc, err := datasetRegistry.abi.Pack("isSpender", id, spender)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsSpender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2190828.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isSpender(bytes32 id, address spender) view returns(bool)
func (datasetRegistry *DatasetRegistry) TryPackIsSpender(id [32]byte, spender common.Address) ([]byte, error) {
	return datasetRegistry.abi.Pack("isSpender", id, spender)
}

// UnpackIsSpender is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf2190828.
//
// Solidity: function isSpender(bytes32 id, address spender) view returns(bool)
func (datasetRegistry *DatasetRegistry) UnpackIsSpender(data []byte) (bool, error) {
	out, err := datasetRegistry.abi.Unpack("isSpender", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackLedgerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb3af90c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ledgerOf(bytes32 id) view returns(address)
func (datasetRegistry *DatasetRegistry) PackLedgerOf(id [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("ledgerOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLedgerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb3af90c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ledgerOf(bytes32 id) view returns(address)
func (datasetRegistry *DatasetRegistry) TryPackLedgerOf(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("ledgerOf", id)
}

// UnpackLedgerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfb3af90c.
//
// Solidity: function ledgerOf(bytes32 id) view returns(address)
func (datasetRegistry *DatasetRegistry) UnpackLedgerOf(data []byte) (common.Address, error) {
	out, err := datasetRegistry.abi.Unpack("ledgerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOfferCustody is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe5e56ba0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function offerCustody(bytes32 id, address to) returns()
func (datasetRegistry *DatasetRegistry) PackOfferCustody(id [32]byte, to common.Address) []byte {
	enc, err := datasetRegistry.abi.Pack("offerCustody", id, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOfferCustody is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe5e56ba0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function offerCustody(bytes32 id, address to) returns()
func (datasetRegistry *DatasetRegistry) TryPackOfferCustody(id [32]byte, to common.Address) ([]byte, error) {
	return datasetRegistry.abi.Pack("offerCustody", id, to)
}

// PackPartHashesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x94e106d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function partHashesOf(bytes32 id, uint32 number) view returns(bytes32 promiseHash, bytes32 meansHash)
func (datasetRegistry *DatasetRegistry) PackPartHashesOf(id [32]byte, number uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("partHashesOf", id, number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPartHashesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x94e106d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function partHashesOf(bytes32 id, uint32 number) view returns(bytes32 promiseHash, bytes32 meansHash)
func (datasetRegistry *DatasetRegistry) TryPackPartHashesOf(id [32]byte, number uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("partHashesOf", id, number)
}

// PartHashesOfOutput serves as a container for the return parameters of contract
// method PartHashesOf.
type PartHashesOfOutput struct {
	PromiseHash [32]byte
	MeansHash   [32]byte
}

// UnpackPartHashesOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x94e106d9.
//
// Solidity: function partHashesOf(bytes32 id, uint32 number) view returns(bytes32 promiseHash, bytes32 meansHash)
func (datasetRegistry *DatasetRegistry) UnpackPartHashesOf(data []byte) (PartHashesOfOutput, error) {
	out, err := datasetRegistry.abi.Unpack("partHashesOf", data)
	outstruct := new(PartHashesOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.PromiseHash = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.MeansHash = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	return *outstruct, nil
}

// PackPendingFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24313052.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingFrom(bytes32 id) view returns(uint64)
func (datasetRegistry *DatasetRegistry) PackPendingFrom(id [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("pendingFrom", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24313052.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingFrom(bytes32 id) view returns(uint64)
func (datasetRegistry *DatasetRegistry) TryPackPendingFrom(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("pendingFrom", id)
}

// UnpackPendingFrom is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x24313052.
//
// Solidity: function pendingFrom(bytes32 id) view returns(uint64)
func (datasetRegistry *DatasetRegistry) UnpackPendingFrom(data []byte) (uint64, error) {
	out, err := datasetRegistry.abi.Unpack("pendingFrom", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackPolicyChecker is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xba0fc53d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function policyChecker() view returns(address)
func (datasetRegistry *DatasetRegistry) PackPolicyChecker() []byte {
	enc, err := datasetRegistry.abi.Pack("policyChecker")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPolicyChecker is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xba0fc53d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function policyChecker() view returns(address)
func (datasetRegistry *DatasetRegistry) TryPackPolicyChecker() ([]byte, error) {
	return datasetRegistry.abi.Pack("policyChecker")
}

// UnpackPolicyChecker is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xba0fc53d.
//
// Solidity: function policyChecker() view returns(address)
func (datasetRegistry *DatasetRegistry) UnpackPolicyChecker(data []byte) (common.Address, error) {
	out, err := datasetRegistry.abi.Unpack("policyChecker", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPolicyDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5fcfcadd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function policyDelay() view returns(uint64)
func (datasetRegistry *DatasetRegistry) PackPolicyDelay() []byte {
	enc, err := datasetRegistry.abi.Pack("policyDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPolicyDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5fcfcadd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function policyDelay() view returns(uint64)
func (datasetRegistry *DatasetRegistry) TryPackPolicyDelay() ([]byte, error) {
	return datasetRegistry.abi.Pack("policyDelay")
}

// UnpackPolicyDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5fcfcadd.
//
// Solidity: function policyDelay() view returns(uint64)
func (datasetRegistry *DatasetRegistry) UnpackPolicyDelay(data []byte) (uint64, error) {
	out, err := datasetRegistry.abi.Unpack("policyDelay", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackPolicyHashOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e92a3a5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function policyHashOf(bytes32 id, uint32 number) view returns(bytes32)
func (datasetRegistry *DatasetRegistry) PackPolicyHashOf(id [32]byte, number uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("policyHashOf", id, number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPolicyHashOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e92a3a5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function policyHashOf(bytes32 id, uint32 number) view returns(bytes32)
func (datasetRegistry *DatasetRegistry) TryPackPolicyHashOf(id [32]byte, number uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("policyHashOf", id, number)
}

// UnpackPolicyHashOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8e92a3a5.
//
// Solidity: function policyHashOf(bytes32 id, uint32 number) view returns(bytes32)
func (datasetRegistry *DatasetRegistry) UnpackPolicyHashOf(data []byte) ([32]byte, error) {
	out, err := datasetRegistry.abi.Unpack("policyHashOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPolicyOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5e5ae4f0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function policyOf(bytes32 id, uint32 number) view returns(((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)))
func (datasetRegistry *DatasetRegistry) PackPolicyOf(id [32]byte, number uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("policyOf", id, number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPolicyOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5e5ae4f0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function policyOf(bytes32 id, uint32 number) view returns(((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)))
func (datasetRegistry *DatasetRegistry) TryPackPolicyOf(id [32]byte, number uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("policyOf", id, number)
}

// UnpackPolicyOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5e5ae4f0.
//
// Solidity: function policyOf(bytes32 id, uint32 number) view returns(((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)))
func (datasetRegistry *DatasetRegistry) UnpackPolicyOf(data []byte) (IDatasetRegistryPolicy, error) {
	out, err := datasetRegistry.abi.Unpack("policyOf", data)
	if err != nil {
		return *new(IDatasetRegistryPolicy), err
	}
	out0 := *abi.ConvertType(out[0], new(IDatasetRegistryPolicy)).(*IDatasetRegistryPolicy)
	return out0, nil
}

// PackRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xceba23a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function register((string,string,address,bool) registration, ((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) policy_) returns(bytes32 id, address ledger)
func (datasetRegistry *DatasetRegistry) PackRegister(registration IDatasetRegistryRegistration, policy IDatasetRegistryPolicy) []byte {
	enc, err := datasetRegistry.abi.Pack("register", registration, policy)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xceba23a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function register((string,string,address,bool) registration, ((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) policy_) returns(bytes32 id, address ledger)
func (datasetRegistry *DatasetRegistry) TryPackRegister(registration IDatasetRegistryRegistration, policy IDatasetRegistryPolicy) ([]byte, error) {
	return datasetRegistry.abi.Pack("register", registration, policy)
}

// RegisterOutput serves as a container for the return parameters of contract
// method Register.
type RegisterOutput struct {
	Id     [32]byte
	Ledger common.Address
}

// UnpackRegister is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xceba23a6.
//
// Solidity: function register((string,string,address,bool) registration, ((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) policy_) returns(bytes32 id, address ledger)
func (datasetRegistry *DatasetRegistry) UnpackRegister(data []byte) (RegisterOutput, error) {
	out, err := datasetRegistry.abi.Unpack("register", data)
	outstruct := new(RegisterOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Id = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.Ledger = *abi.ConvertType(out[1], new(common.Address)).(*common.Address)
	return *outstruct, nil
}

// PackRequireInUse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20807025.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requireInUse(bytes32 id, uint32 number, uint32 policyVersion) view returns()
func (datasetRegistry *DatasetRegistry) PackRequireInUse(id [32]byte, number uint32, policyVersion uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("requireInUse", id, number, policyVersion)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequireInUse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20807025.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requireInUse(bytes32 id, uint32 number, uint32 policyVersion) view returns()
func (datasetRegistry *DatasetRegistry) TryPackRequireInUse(id [32]byte, number uint32, policyVersion uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("requireInUse", id, number, policyVersion)
}

// PackResume is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfa7a2962.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function resume(bytes32 id) returns()
func (datasetRegistry *DatasetRegistry) PackResume(id [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("resume", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackResume is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfa7a2962.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function resume(bytes32 id) returns()
func (datasetRegistry *DatasetRegistry) TryPackResume(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("resume", id)
}

// PackResumeBlock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79374e94.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function resumeBlock(bytes32 id) view returns(uint64)
func (datasetRegistry *DatasetRegistry) PackResumeBlock(id [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("resumeBlock", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackResumeBlock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79374e94.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function resumeBlock(bytes32 id) view returns(uint64)
func (datasetRegistry *DatasetRegistry) TryPackResumeBlock(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("resumeBlock", id)
}

// UnpackResumeBlock is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x79374e94.
//
// Solidity: function resumeBlock(bytes32 id) view returns(uint64)
func (datasetRegistry *DatasetRegistry) UnpackResumeBlock(data []byte) (uint64, error) {
	out, err := datasetRegistry.abi.Unpack("resumeBlock", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackRetireVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xee8114d0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function retireVersion(bytes32 id, uint32 number) returns()
func (datasetRegistry *DatasetRegistry) PackRetireVersion(id [32]byte, number uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("retireVersion", id, number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRetireVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xee8114d0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function retireVersion(bytes32 id, uint32 number) returns()
func (datasetRegistry *DatasetRegistry) TryPackRetireVersion(id [32]byte, number uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("retireVersion", id, number)
}

// PackSetPolicy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe1b5224b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setPolicy(bytes32 id, ((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) policy_) returns(uint32 number, uint64 effectiveFrom)
func (datasetRegistry *DatasetRegistry) PackSetPolicy(id [32]byte, policy IDatasetRegistryPolicy) []byte {
	enc, err := datasetRegistry.abi.Pack("setPolicy", id, policy)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetPolicy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe1b5224b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setPolicy(bytes32 id, ((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) policy_) returns(uint32 number, uint64 effectiveFrom)
func (datasetRegistry *DatasetRegistry) TryPackSetPolicy(id [32]byte, policy IDatasetRegistryPolicy) ([]byte, error) {
	return datasetRegistry.abi.Pack("setPolicy", id, policy)
}

// SetPolicyOutput serves as a container for the return parameters of contract
// method SetPolicy.
type SetPolicyOutput struct {
	Number        uint32
	EffectiveFrom uint64
}

// UnpackSetPolicy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe1b5224b.
//
// Solidity: function setPolicy(bytes32 id, ((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) policy_) returns(uint32 number, uint64 effectiveFrom)
func (datasetRegistry *DatasetRegistry) UnpackSetPolicy(data []byte) (SetPolicyOutput, error) {
	out, err := datasetRegistry.abi.Unpack("setPolicy", data)
	outstruct := new(SetPolicyOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Number = *abi.ConvertType(out[0], new(uint32)).(*uint32)
	outstruct.EffectiveFrom = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackStop is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x63c4f031.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stop(bytes32 id) returns()
func (datasetRegistry *DatasetRegistry) PackStop(id [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("stop", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStop is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x63c4f031.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stop(bytes32 id) returns()
func (datasetRegistry *DatasetRegistry) TryPackStop(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("stop", id)
}

// PackStoppedAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x114fc5a2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stoppedAt(bytes32 id) view returns(uint64)
func (datasetRegistry *DatasetRegistry) PackStoppedAt(id [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("stoppedAt", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStoppedAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x114fc5a2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stoppedAt(bytes32 id) view returns(uint64)
func (datasetRegistry *DatasetRegistry) TryPackStoppedAt(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("stoppedAt", id)
}

// UnpackStoppedAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x114fc5a2.
//
// Solidity: function stoppedAt(bytes32 id) view returns(uint64)
func (datasetRegistry *DatasetRegistry) UnpackStoppedAt(data []byte) (uint64, error) {
	out, err := datasetRegistry.abi.Unpack("stoppedAt", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackTermsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0651cc68.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function termsOf(bytes32 id, uint32 number) view returns((address,uint32,uint16,uint8,bool,bool,bool,bool,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,uint128,uint32,uint32,uint32,uint8) terms)
func (datasetRegistry *DatasetRegistry) PackTermsOf(id [32]byte, number uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("termsOf", id, number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTermsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0651cc68.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function termsOf(bytes32 id, uint32 number) view returns((address,uint32,uint16,uint8,bool,bool,bool,bool,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,uint128,uint32,uint32,uint32,uint8) terms)
func (datasetRegistry *DatasetRegistry) TryPackTermsOf(id [32]byte, number uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("termsOf", id, number)
}

// UnpackTermsOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0651cc68.
//
// Solidity: function termsOf(bytes32 id, uint32 number) view returns((address,uint32,uint16,uint8,bool,bool,bool,bool,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,uint128,uint32,uint32,uint32,uint8) terms)
func (datasetRegistry *DatasetRegistry) UnpackTermsOf(data []byte) (IDatasetRegistryTerms, error) {
	out, err := datasetRegistry.abi.Unpack("termsOf", data)
	if err != nil {
		return *new(IDatasetRegistryTerms), err
	}
	out0 := *abi.ConvertType(out[0], new(IDatasetRegistryTerms)).(*IDatasetRegistryTerms)
	return out0, nil
}

// PackVersionHashOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x93fa9aed.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function versionHashOf(bytes32 id, uint32 number) view returns(bytes32)
func (datasetRegistry *DatasetRegistry) PackVersionHashOf(id [32]byte, number uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("versionHashOf", id, number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVersionHashOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x93fa9aed.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function versionHashOf(bytes32 id, uint32 number) view returns(bytes32)
func (datasetRegistry *DatasetRegistry) TryPackVersionHashOf(id [32]byte, number uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("versionHashOf", id, number)
}

// UnpackVersionHashOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x93fa9aed.
//
// Solidity: function versionHashOf(bytes32 id, uint32 number) view returns(bytes32)
func (datasetRegistry *DatasetRegistry) UnpackVersionHashOf(data []byte) ([32]byte, error) {
	out, err := datasetRegistry.abi.Unpack("versionHashOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackVersionOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd37e791e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function versionOf(bytes32 id, uint32 number) view returns((bytes32,bytes32,bytes32,bytes32,bytes32,uint64,string))
func (datasetRegistry *DatasetRegistry) PackVersionOf(id [32]byte, number uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("versionOf", id, number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVersionOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd37e791e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function versionOf(bytes32 id, uint32 number) view returns((bytes32,bytes32,bytes32,bytes32,bytes32,uint64,string))
func (datasetRegistry *DatasetRegistry) TryPackVersionOf(id [32]byte, number uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("versionOf", id, number)
}

// UnpackVersionOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd37e791e.
//
// Solidity: function versionOf(bytes32 id, uint32 number) view returns((bytes32,bytes32,bytes32,bytes32,bytes32,uint64,string))
func (datasetRegistry *DatasetRegistry) UnpackVersionOf(data []byte) (IDatasetRegistryVersion, error) {
	out, err := datasetRegistry.abi.Unpack("versionOf", data)
	if err != nil {
		return *new(IDatasetRegistryVersion), err
	}
	out0 := *abi.ConvertType(out[0], new(IDatasetRegistryVersion)).(*IDatasetRegistryVersion)
	return out0, nil
}

// PackWithdrawInvitation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa68245b0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdrawInvitation(string family, address custodian) returns()
func (datasetRegistry *DatasetRegistry) PackWithdrawInvitation(family string, custodian common.Address) []byte {
	enc, err := datasetRegistry.abi.Pack("withdrawInvitation", family, custodian)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdrawInvitation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa68245b0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdrawInvitation(string family, address custodian) returns()
func (datasetRegistry *DatasetRegistry) TryPackWithdrawInvitation(family string, custodian common.Address) ([]byte, error) {
	return datasetRegistry.abi.Pack("withdrawInvitation", family, custodian)
}

// DatasetRegistryCustodyAccepted represents a CustodyAccepted event raised by the DatasetRegistry contract.
type DatasetRegistryCustodyAccepted struct {
	Dataset       [32]byte
	From          common.Address
	To            common.Address
	PolicyVersion uint32
	Raw           *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryCustodyAcceptedEventName = "CustodyAccepted"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryCustodyAccepted) ContractEventName() string {
	return DatasetRegistryCustodyAcceptedEventName
}

// UnpackCustodyAcceptedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CustodyAccepted(bytes32 indexed dataset, address indexed from, address indexed to, uint32 policyVersion)
func (datasetRegistry *DatasetRegistry) UnpackCustodyAcceptedEvent(log *types.Log) (*DatasetRegistryCustodyAccepted, error) {
	event := "CustodyAccepted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != datasetRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DatasetRegistryCustodyAccepted)
	if len(log.Data) > 0 {
		if err := datasetRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range datasetRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DatasetRegistryCustodyOffered represents a CustodyOffered event raised by the DatasetRegistry contract.
type DatasetRegistryCustodyOffered struct {
	Dataset [32]byte
	To      common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryCustodyOfferedEventName = "CustodyOffered"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryCustodyOffered) ContractEventName() string {
	return DatasetRegistryCustodyOfferedEventName
}

// UnpackCustodyOfferedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CustodyOffered(bytes32 indexed dataset, address indexed to)
func (datasetRegistry *DatasetRegistry) UnpackCustodyOfferedEvent(log *types.Log) (*DatasetRegistryCustodyOffered, error) {
	event := "CustodyOffered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != datasetRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DatasetRegistryCustodyOffered)
	if len(log.Data) > 0 {
		if err := datasetRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range datasetRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DatasetRegistryDatasetRegistered represents a DatasetRegistered event raised by the DatasetRegistry contract.
type DatasetRegistryDatasetRegistered struct {
	Dataset    [32]byte
	Registrant common.Address
	Ledger     common.Address
	Domain     [32]byte
	Open       bool
	Founder    common.Address
	Name       string
	Family     string
	Raw        *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryDatasetRegisteredEventName = "DatasetRegistered"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryDatasetRegistered) ContractEventName() string {
	return DatasetRegistryDatasetRegisteredEventName
}

// UnpackDatasetRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DatasetRegistered(bytes32 indexed dataset, address indexed registrant, address ledger, bytes32 domain, bool open, address founder, string name, string family)
func (datasetRegistry *DatasetRegistry) UnpackDatasetRegisteredEvent(log *types.Log) (*DatasetRegistryDatasetRegistered, error) {
	event := "DatasetRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != datasetRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DatasetRegistryDatasetRegistered)
	if len(log.Data) > 0 {
		if err := datasetRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range datasetRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DatasetRegistryDatasetResumed represents a DatasetResumed event raised by the DatasetRegistry contract.
type DatasetRegistryDatasetResumed struct {
	Dataset [32]byte
	Raw     *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryDatasetResumedEventName = "DatasetResumed"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryDatasetResumed) ContractEventName() string {
	return DatasetRegistryDatasetResumedEventName
}

// UnpackDatasetResumedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DatasetResumed(bytes32 indexed dataset)
func (datasetRegistry *DatasetRegistry) UnpackDatasetResumedEvent(log *types.Log) (*DatasetRegistryDatasetResumed, error) {
	event := "DatasetResumed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != datasetRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DatasetRegistryDatasetResumed)
	if len(log.Data) > 0 {
		if err := datasetRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range datasetRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DatasetRegistryDatasetStopped represents a DatasetStopped event raised by the DatasetRegistry contract.
type DatasetRegistryDatasetStopped struct {
	Dataset [32]byte
	Raw     *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryDatasetStoppedEventName = "DatasetStopped"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryDatasetStopped) ContractEventName() string {
	return DatasetRegistryDatasetStoppedEventName
}

// UnpackDatasetStoppedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DatasetStopped(bytes32 indexed dataset)
func (datasetRegistry *DatasetRegistry) UnpackDatasetStoppedEvent(log *types.Log) (*DatasetRegistryDatasetStopped, error) {
	event := "DatasetStopped"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != datasetRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DatasetRegistryDatasetStopped)
	if len(log.Data) > 0 {
		if err := datasetRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range datasetRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DatasetRegistryFamilyInvitationWithdrawn represents a FamilyInvitationWithdrawn event raised by the DatasetRegistry contract.
type DatasetRegistryFamilyInvitationWithdrawn struct {
	Founder   common.Address
	Family    string
	Custodian common.Address
	Raw       *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryFamilyInvitationWithdrawnEventName = "FamilyInvitationWithdrawn"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryFamilyInvitationWithdrawn) ContractEventName() string {
	return DatasetRegistryFamilyInvitationWithdrawnEventName
}

// UnpackFamilyInvitationWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event FamilyInvitationWithdrawn(address indexed founder, string family, address indexed custodian)
func (datasetRegistry *DatasetRegistry) UnpackFamilyInvitationWithdrawnEvent(log *types.Log) (*DatasetRegistryFamilyInvitationWithdrawn, error) {
	event := "FamilyInvitationWithdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != datasetRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DatasetRegistryFamilyInvitationWithdrawn)
	if len(log.Data) > 0 {
		if err := datasetRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range datasetRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DatasetRegistryFamilyInvited represents a FamilyInvited event raised by the DatasetRegistry contract.
type DatasetRegistryFamilyInvited struct {
	Founder   common.Address
	Family    string
	Custodian common.Address
	Raw       *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryFamilyInvitedEventName = "FamilyInvited"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryFamilyInvited) ContractEventName() string {
	return DatasetRegistryFamilyInvitedEventName
}

// UnpackFamilyInvitedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event FamilyInvited(address indexed founder, string family, address indexed custodian)
func (datasetRegistry *DatasetRegistry) UnpackFamilyInvitedEvent(log *types.Log) (*DatasetRegistryFamilyInvited, error) {
	event := "FamilyInvited"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != datasetRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DatasetRegistryFamilyInvited)
	if len(log.Data) > 0 {
		if err := datasetRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range datasetRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DatasetRegistryPolicySet represents a PolicySet event raised by the DatasetRegistry contract.
type DatasetRegistryPolicySet struct {
	Dataset       [32]byte
	Version       uint32
	PolicyHash    [32]byte
	Change        uint8
	EffectiveFrom uint64
	Policy        IDatasetRegistryPolicy
	Raw           *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryPolicySetEventName = "PolicySet"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryPolicySet) ContractEventName() string {
	return DatasetRegistryPolicySetEventName
}

// UnpackPolicySetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PolicySet(bytes32 indexed dataset, uint32 indexed version, bytes32 policyHash, uint8 change, uint64 effectiveFrom, ((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) policy)
func (datasetRegistry *DatasetRegistry) UnpackPolicySetEvent(log *types.Log) (*DatasetRegistryPolicySet, error) {
	event := "PolicySet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != datasetRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DatasetRegistryPolicySet)
	if len(log.Data) > 0 {
		if err := datasetRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range datasetRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DatasetRegistryPolicyWithdrawn represents a PolicyWithdrawn event raised by the DatasetRegistry contract.
type DatasetRegistryPolicyWithdrawn struct {
	Dataset [32]byte
	Version uint32
	Raw     *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryPolicyWithdrawnEventName = "PolicyWithdrawn"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryPolicyWithdrawn) ContractEventName() string {
	return DatasetRegistryPolicyWithdrawnEventName
}

// UnpackPolicyWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PolicyWithdrawn(bytes32 indexed dataset, uint32 indexed version)
func (datasetRegistry *DatasetRegistry) UnpackPolicyWithdrawnEvent(log *types.Log) (*DatasetRegistryPolicyWithdrawn, error) {
	event := "PolicyWithdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != datasetRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DatasetRegistryPolicyWithdrawn)
	if len(log.Data) > 0 {
		if err := datasetRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range datasetRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DatasetRegistryVersionAdded represents a VersionAdded event raised by the DatasetRegistry contract.
type DatasetRegistryVersionAdded struct {
	Dataset     [32]byte
	Version     uint32
	VersionHash [32]byte
	Content     IDatasetRegistryVersion
	Raw         *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryVersionAddedEventName = "VersionAdded"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryVersionAdded) ContractEventName() string {
	return DatasetRegistryVersionAddedEventName
}

// UnpackVersionAddedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event VersionAdded(bytes32 indexed dataset, uint32 indexed version, bytes32 versionHash, (bytes32,bytes32,bytes32,bytes32,bytes32,uint64,string) content)
func (datasetRegistry *DatasetRegistry) UnpackVersionAddedEvent(log *types.Log) (*DatasetRegistryVersionAdded, error) {
	event := "VersionAdded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != datasetRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DatasetRegistryVersionAdded)
	if len(log.Data) > 0 {
		if err := datasetRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range datasetRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DatasetRegistryVersionRetired represents a VersionRetired event raised by the DatasetRegistry contract.
type DatasetRegistryVersionRetired struct {
	Dataset [32]byte
	Version uint32
	Raw     *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryVersionRetiredEventName = "VersionRetired"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryVersionRetired) ContractEventName() string {
	return DatasetRegistryVersionRetiredEventName
}

// UnpackVersionRetiredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event VersionRetired(bytes32 indexed dataset, uint32 indexed version)
func (datasetRegistry *DatasetRegistry) UnpackVersionRetiredEvent(log *types.Log) (*DatasetRegistryVersionRetired, error) {
	event := "VersionRetired"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != datasetRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DatasetRegistryVersionRetired)
	if len(log.Data) > 0 {
		if err := datasetRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range datasetRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (datasetRegistry *DatasetRegistry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetCustodyNotOffered"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetCustodyNotOfferedError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetCustodyPending"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetCustodyPendingError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetExists"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetExistsError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetFamilyInvalid"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetFamilyInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetGateExceeds"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetGateExceedsError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetIsStopped"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetIsStoppedError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetNameInvalid"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetNameInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetNotCustodian"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetNotCustodianError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetNotInvited"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetNotInvitedError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetNotStopped"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetNotStoppedError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetUnknown"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetVersionInvalid"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetVersionInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetVersionNotPromised"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetVersionNotPromisedError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetVersionOld"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetVersionOldError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetVersionRetired"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetVersionRetiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetVersionUnknown"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetVersionUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["PolicyInvalid"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackPolicyInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["PolicyNotInEffect"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackPolicyNotInEffectError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["PolicyUnknown"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackPolicyUnknownError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// DatasetRegistryDatasetCustodyNotOffered represents a DatasetCustodyNotOffered error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetCustodyNotOffered struct {
	Dataset [32]byte
	Caller  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetCustodyNotOffered(bytes32 dataset, address caller)
func DatasetRegistryDatasetCustodyNotOfferedErrorID() common.Hash {
	return common.HexToHash("0x67eab500351421e7ac4d4260ad96ebba77cd32fd8ef587c6b10bcca0be61b66e")
}

// UnpackDatasetCustodyNotOfferedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetCustodyNotOffered(bytes32 dataset, address caller)
func (datasetRegistry *DatasetRegistry) UnpackDatasetCustodyNotOfferedError(raw []byte) (*DatasetRegistryDatasetCustodyNotOffered, error) {
	out := new(DatasetRegistryDatasetCustodyNotOffered)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetCustodyNotOffered", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetCustodyPending represents a DatasetCustodyPending error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetCustodyPending struct {
	Dataset [32]byte
	To      common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetCustodyPending(bytes32 dataset, address to)
func DatasetRegistryDatasetCustodyPendingErrorID() common.Hash {
	return common.HexToHash("0x0623857e5d1ddaf79f28ca198f38ff6e3e11f1f4a339dafc69edc72366bb02d6")
}

// UnpackDatasetCustodyPendingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetCustodyPending(bytes32 dataset, address to)
func (datasetRegistry *DatasetRegistry) UnpackDatasetCustodyPendingError(raw []byte) (*DatasetRegistryDatasetCustodyPending, error) {
	out := new(DatasetRegistryDatasetCustodyPending)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetCustodyPending", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetExists represents a DatasetExists error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetExists struct {
	Dataset [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetExists(bytes32 dataset)
func DatasetRegistryDatasetExistsErrorID() common.Hash {
	return common.HexToHash("0x1084f4a500122fdf2a6106b0b4fec430e6b6a3013470065022c68612f29981b3")
}

// UnpackDatasetExistsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetExists(bytes32 dataset)
func (datasetRegistry *DatasetRegistry) UnpackDatasetExistsError(raw []byte) (*DatasetRegistryDatasetExists, error) {
	out := new(DatasetRegistryDatasetExists)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetExists", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetFamilyInvalid represents a DatasetFamilyInvalid error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetFamilyInvalid struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetFamilyInvalid(uint256 length)
func DatasetRegistryDatasetFamilyInvalidErrorID() common.Hash {
	return common.HexToHash("0x6884c6bbe0320c3e6dc85f98d25d43cc97dfa8c3ddf6d68aae6b730cadf7ad79")
}

// UnpackDatasetFamilyInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetFamilyInvalid(uint256 length)
func (datasetRegistry *DatasetRegistry) UnpackDatasetFamilyInvalidError(raw []byte) (*DatasetRegistryDatasetFamilyInvalid, error) {
	out := new(DatasetRegistryDatasetFamilyInvalid)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetFamilyInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetGateExceeds represents a DatasetGateExceeds error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetGateExceeds struct {
	Dataset [32]byte
	Gate    common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetGateExceeds(bytes32 dataset, address gate)
func DatasetRegistryDatasetGateExceedsErrorID() common.Hash {
	return common.HexToHash("0x7d21fe1dd7f82e2fe8a1d784113d3eb2d0fed87db002a1dfc94e46f690a28229")
}

// UnpackDatasetGateExceedsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetGateExceeds(bytes32 dataset, address gate)
func (datasetRegistry *DatasetRegistry) UnpackDatasetGateExceedsError(raw []byte) (*DatasetRegistryDatasetGateExceeds, error) {
	out := new(DatasetRegistryDatasetGateExceeds)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetGateExceeds", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetIsStopped represents a DatasetIsStopped error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetIsStopped struct {
	Dataset [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetIsStopped(bytes32 dataset)
func DatasetRegistryDatasetIsStoppedErrorID() common.Hash {
	return common.HexToHash("0x40ada6ec7dfd489a0f429ab66f4088fac2d6b28dced73b87f55c3055f06e5611")
}

// UnpackDatasetIsStoppedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetIsStopped(bytes32 dataset)
func (datasetRegistry *DatasetRegistry) UnpackDatasetIsStoppedError(raw []byte) (*DatasetRegistryDatasetIsStopped, error) {
	out := new(DatasetRegistryDatasetIsStopped)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetIsStopped", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetNameInvalid represents a DatasetNameInvalid error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetNameInvalid struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetNameInvalid(uint256 length)
func DatasetRegistryDatasetNameInvalidErrorID() common.Hash {
	return common.HexToHash("0x82d0749f2876f3d116c617aa7a1190c2216071e2e1bc5a0dcc0de023fe31e48c")
}

// UnpackDatasetNameInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetNameInvalid(uint256 length)
func (datasetRegistry *DatasetRegistry) UnpackDatasetNameInvalidError(raw []byte) (*DatasetRegistryDatasetNameInvalid, error) {
	out := new(DatasetRegistryDatasetNameInvalid)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetNameInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetNotCustodian represents a DatasetNotCustodian error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetNotCustodian struct {
	Dataset [32]byte
	Caller  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetNotCustodian(bytes32 dataset, address caller)
func DatasetRegistryDatasetNotCustodianErrorID() common.Hash {
	return common.HexToHash("0x670fb842160d75f26cec3bb12dc070787edd7467deeea7bf064c66f17c933bef")
}

// UnpackDatasetNotCustodianError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetNotCustodian(bytes32 dataset, address caller)
func (datasetRegistry *DatasetRegistry) UnpackDatasetNotCustodianError(raw []byte) (*DatasetRegistryDatasetNotCustodian, error) {
	out := new(DatasetRegistryDatasetNotCustodian)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetNotCustodian", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetNotInvited represents a DatasetNotInvited error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetNotInvited struct {
	Founder   common.Address
	Family    string
	Custodian common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetNotInvited(address founder, string family, address custodian)
func DatasetRegistryDatasetNotInvitedErrorID() common.Hash {
	return common.HexToHash("0xca7e66dd8377c8d83254a09d7736b003239f8d9d42baa9af883df9d86f49ec42")
}

// UnpackDatasetNotInvitedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetNotInvited(address founder, string family, address custodian)
func (datasetRegistry *DatasetRegistry) UnpackDatasetNotInvitedError(raw []byte) (*DatasetRegistryDatasetNotInvited, error) {
	out := new(DatasetRegistryDatasetNotInvited)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetNotInvited", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetNotStopped represents a DatasetNotStopped error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetNotStopped struct {
	Dataset [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetNotStopped(bytes32 dataset)
func DatasetRegistryDatasetNotStoppedErrorID() common.Hash {
	return common.HexToHash("0xcad206d08b53cd02d40e60cd1a179d8f62e917e59e99f2b406987cda2a53d8ff")
}

// UnpackDatasetNotStoppedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetNotStopped(bytes32 dataset)
func (datasetRegistry *DatasetRegistry) UnpackDatasetNotStoppedError(raw []byte) (*DatasetRegistryDatasetNotStopped, error) {
	out := new(DatasetRegistryDatasetNotStopped)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetNotStopped", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetUnknown represents a DatasetUnknown error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetUnknown struct {
	Dataset [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetUnknown(bytes32 dataset)
func DatasetRegistryDatasetUnknownErrorID() common.Hash {
	return common.HexToHash("0x59f0374b856f74b8d6953de0b9f127386fa5a2c8d45ac6be4508c67073c4ded3")
}

// UnpackDatasetUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetUnknown(bytes32 dataset)
func (datasetRegistry *DatasetRegistry) UnpackDatasetUnknownError(raw []byte) (*DatasetRegistryDatasetUnknown, error) {
	out := new(DatasetRegistryDatasetUnknown)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetVersionInvalid represents a DatasetVersionInvalid error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetVersionInvalid struct {
	Field uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetVersionInvalid(uint8 field)
func DatasetRegistryDatasetVersionInvalidErrorID() common.Hash {
	return common.HexToHash("0x39033638fcf0d3f509fb7562ae6fb611f383d2d67c98a437afe07f98b861bb86")
}

// UnpackDatasetVersionInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetVersionInvalid(uint8 field)
func (datasetRegistry *DatasetRegistry) UnpackDatasetVersionInvalidError(raw []byte) (*DatasetRegistryDatasetVersionInvalid, error) {
	out := new(DatasetRegistryDatasetVersionInvalid)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetVersionInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetVersionNotPromised represents a DatasetVersionNotPromised error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetVersionNotPromised struct {
	Dataset [32]byte
	Version uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetVersionNotPromised(bytes32 dataset, uint32 version)
func DatasetRegistryDatasetVersionNotPromisedErrorID() common.Hash {
	return common.HexToHash("0x74dd9e6fccc76eee665e556c2213a6fd4089f755af41e149dd0cad1dfa962dd4")
}

// UnpackDatasetVersionNotPromisedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetVersionNotPromised(bytes32 dataset, uint32 version)
func (datasetRegistry *DatasetRegistry) UnpackDatasetVersionNotPromisedError(raw []byte) (*DatasetRegistryDatasetVersionNotPromised, error) {
	out := new(DatasetRegistryDatasetVersionNotPromised)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetVersionNotPromised", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetVersionOld represents a DatasetVersionOld error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetVersionOld struct {
	Dataset [32]byte
	Version uint32
	Newest  uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetVersionOld(bytes32 dataset, uint32 version, uint32 newest)
func DatasetRegistryDatasetVersionOldErrorID() common.Hash {
	return common.HexToHash("0x7831dac1494c01deeb5abf826a88e06c0594bcdc8db4a7d2660869f9356d9b80")
}

// UnpackDatasetVersionOldError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetVersionOld(bytes32 dataset, uint32 version, uint32 newest)
func (datasetRegistry *DatasetRegistry) UnpackDatasetVersionOldError(raw []byte) (*DatasetRegistryDatasetVersionOld, error) {
	out := new(DatasetRegistryDatasetVersionOld)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetVersionOld", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetVersionRetired represents a DatasetVersionRetired error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetVersionRetired struct {
	Dataset [32]byte
	Version uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetVersionRetired(bytes32 dataset, uint32 version)
func DatasetRegistryDatasetVersionRetiredErrorID() common.Hash {
	return common.HexToHash("0x6400dce82cc18a57760365dee2a86e1ab4ede733d9c8f94eaeafd5bae041052d")
}

// UnpackDatasetVersionRetiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetVersionRetired(bytes32 dataset, uint32 version)
func (datasetRegistry *DatasetRegistry) UnpackDatasetVersionRetiredError(raw []byte) (*DatasetRegistryDatasetVersionRetired, error) {
	out := new(DatasetRegistryDatasetVersionRetired)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetVersionRetired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetVersionUnknown represents a DatasetVersionUnknown error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetVersionUnknown struct {
	Dataset [32]byte
	Version uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetVersionUnknown(bytes32 dataset, uint32 version)
func DatasetRegistryDatasetVersionUnknownErrorID() common.Hash {
	return common.HexToHash("0x8b813490e9c18f5f226f8b15943ebd5843e93717fc48013223913def83ff39a9")
}

// UnpackDatasetVersionUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetVersionUnknown(bytes32 dataset, uint32 version)
func (datasetRegistry *DatasetRegistry) UnpackDatasetVersionUnknownError(raw []byte) (*DatasetRegistryDatasetVersionUnknown, error) {
	out := new(DatasetRegistryDatasetVersionUnknown)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetVersionUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryPolicyInvalid represents a PolicyInvalid error raised by the DatasetRegistry contract.
type DatasetRegistryPolicyInvalid struct {
	Field uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PolicyInvalid(uint8 field)
func DatasetRegistryPolicyInvalidErrorID() common.Hash {
	return common.HexToHash("0x8e4f96c22d7eda63a1de065a9266fab001bbd980dbe8b33b8a3c74e6cc8ac230")
}

// UnpackPolicyInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PolicyInvalid(uint8 field)
func (datasetRegistry *DatasetRegistry) UnpackPolicyInvalidError(raw []byte) (*DatasetRegistryPolicyInvalid, error) {
	out := new(DatasetRegistryPolicyInvalid)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "PolicyInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryPolicyNotInEffect represents a PolicyNotInEffect error raised by the DatasetRegistry contract.
type DatasetRegistryPolicyNotInEffect struct {
	Dataset [32]byte
	Version uint32
	Current uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PolicyNotInEffect(bytes32 dataset, uint32 version, uint32 current)
func DatasetRegistryPolicyNotInEffectErrorID() common.Hash {
	return common.HexToHash("0x5e7ef9d40109def45e499499167a0947f0b123825cac96d2446080d4d47dc00d")
}

// UnpackPolicyNotInEffectError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PolicyNotInEffect(bytes32 dataset, uint32 version, uint32 current)
func (datasetRegistry *DatasetRegistry) UnpackPolicyNotInEffectError(raw []byte) (*DatasetRegistryPolicyNotInEffect, error) {
	out := new(DatasetRegistryPolicyNotInEffect)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "PolicyNotInEffect", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryPolicyUnknown represents a PolicyUnknown error raised by the DatasetRegistry contract.
type DatasetRegistryPolicyUnknown struct {
	Dataset [32]byte
	Version uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PolicyUnknown(bytes32 dataset, uint32 version)
func DatasetRegistryPolicyUnknownErrorID() common.Hash {
	return common.HexToHash("0xe618cd8f993e213883f696af22394df6b2cb2589e1965da2bca4a7c87e7269db")
}

// UnpackPolicyUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PolicyUnknown(bytes32 dataset, uint32 version)
func (datasetRegistry *DatasetRegistry) UnpackPolicyUnknownError(raw []byte) (*DatasetRegistryPolicyUnknown, error) {
	out := new(DatasetRegistryPolicyUnknown)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "PolicyUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// IAttestationMetaData contains all meta data concerning the IAttestation contract.
var IAttestationMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"string\",\"name\":\"step\",\"type\":\"string\"}],\"name\":\"CollateralRefused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"step\",\"type\":\"string\"}],\"name\":\"QuoteRefused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"collateral\",\"type\":\"bytes\"},{\"internalType\":\"uint64\",\"name\":\"time\",\"type\":\"uint64\"}],\"name\":\"inspect\",\"outputs\":[{\"components\":[{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"}],\"internalType\":\"structIAttestation.Stamp\",\"name\":\"tcbInfo\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"}],\"internalType\":\"structIAttestation.Stamp\",\"name\":\"qeIdentity\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"}],\"internalType\":\"structIAttestation.Stamp\",\"name\":\"rootList\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"}],\"internalType\":\"structIAttestation.Stamp\",\"name\":\"issuerList\",\"type\":\"tuple\"},{\"internalType\":\"uint32\",\"name\":\"levelsEnd\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"rootListEnd\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"validUntil\",\"type\":\"uint64\"}],\"internalType\":\"structIAttestation.Contents\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"evidence\",\"type\":\"bytes\"}],\"name\":\"locate\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"}],\"internalType\":\"structIAttestation.Place\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"evidence\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"collateral\",\"type\":\"bytes\"},{\"internalType\":\"uint64\",\"name\":\"time\",\"type\":\"uint64\"}],\"name\":\"verify\",\"outputs\":[{\"components\":[{\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"simulated\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"debug\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"migratable\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"revocation\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"evaluation\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"tcbDate\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"validUntil\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"versions\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"binding\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"challenge\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"round\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"blockHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"nonce\",\"type\":\"bytes32\"}],\"internalType\":\"structIAttestation.Claims\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "f1d359ce13a1c055fc171787c83e5c0006",
}

// IAttestation is an auto generated Go binding around an Ethereum contract.
type IAttestation struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *IAttestation) GetABI() abi.ABI {
	return c.abi
}

// NewIAttestation creates a new instance of IAttestation.
func NewIAttestation() *IAttestation {
	parsed, err := IAttestationMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &IAttestation{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *IAttestation) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackInspect is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf8f9213e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function inspect(bytes collateral, uint64 time) view returns((uint8,bytes32,bytes32,bytes32,(uint256,uint64),(uint256,uint64),(uint256,uint64),(uint256,uint64),uint32,uint32,uint64))
func (iAttestation *IAttestation) PackInspect(collateral []byte, time uint64) []byte {
	enc, err := iAttestation.abi.Pack("inspect", collateral, time)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInspect is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf8f9213e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function inspect(bytes collateral, uint64 time) view returns((uint8,bytes32,bytes32,bytes32,(uint256,uint64),(uint256,uint64),(uint256,uint64),(uint256,uint64),uint32,uint32,uint64))
func (iAttestation *IAttestation) TryPackInspect(collateral []byte, time uint64) ([]byte, error) {
	return iAttestation.abi.Pack("inspect", collateral, time)
}

// UnpackInspect is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf8f9213e.
//
// Solidity: function inspect(bytes collateral, uint64 time) view returns((uint8,bytes32,bytes32,bytes32,(uint256,uint64),(uint256,uint64),(uint256,uint64),(uint256,uint64),uint32,uint32,uint64))
func (iAttestation *IAttestation) UnpackInspect(data []byte) (IAttestationContents, error) {
	out, err := iAttestation.abi.Unpack("inspect", data)
	if err != nil {
		return *new(IAttestationContents), err
	}
	out0 := *abi.ConvertType(out[0], new(IAttestationContents)).(*IAttestationContents)
	return out0, nil
}

// PackLocate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe1c193b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function locate(bytes evidence) view returns((bytes32,bytes32))
func (iAttestation *IAttestation) PackLocate(evidence []byte) []byte {
	enc, err := iAttestation.abi.Pack("locate", evidence)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLocate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe1c193b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function locate(bytes evidence) view returns((bytes32,bytes32))
func (iAttestation *IAttestation) TryPackLocate(evidence []byte) ([]byte, error) {
	return iAttestation.abi.Pack("locate", evidence)
}

// UnpackLocate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfe1c193b.
//
// Solidity: function locate(bytes evidence) view returns((bytes32,bytes32))
func (iAttestation *IAttestation) UnpackLocate(data []byte) (IAttestationPlace, error) {
	out, err := iAttestation.abi.Unpack("locate", data)
	if err != nil {
		return *new(IAttestationPlace), err
	}
	out0 := *abi.ConvertType(out[0], new(IAttestationPlace)).(*IAttestationPlace)
	return out0, nil
}

// PackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb8a346e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verify(bytes evidence, bytes collateral, uint64 time) view returns((uint8,uint8,bool,bool,bool,bool,uint32,uint64,uint64,uint64,uint32,bytes32,bytes32,bytes32,bytes32,uint64,bytes32,bytes32))
func (iAttestation *IAttestation) PackVerify(evidence []byte, collateral []byte, time uint64) []byte {
	enc, err := iAttestation.abi.Pack("verify", evidence, collateral, time)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb8a346e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verify(bytes evidence, bytes collateral, uint64 time) view returns((uint8,uint8,bool,bool,bool,bool,uint32,uint64,uint64,uint64,uint32,bytes32,bytes32,bytes32,bytes32,uint64,bytes32,bytes32))
func (iAttestation *IAttestation) TryPackVerify(evidence []byte, collateral []byte, time uint64) ([]byte, error) {
	return iAttestation.abi.Pack("verify", evidence, collateral, time)
}

// UnpackVerify is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdb8a346e.
//
// Solidity: function verify(bytes evidence, bytes collateral, uint64 time) view returns((uint8,uint8,bool,bool,bool,bool,uint32,uint64,uint64,uint64,uint32,bytes32,bytes32,bytes32,bytes32,uint64,bytes32,bytes32))
func (iAttestation *IAttestation) UnpackVerify(data []byte) (IAttestationClaims, error) {
	out, err := iAttestation.abi.Unpack("verify", data)
	if err != nil {
		return *new(IAttestationClaims), err
	}
	out0 := *abi.ConvertType(out[0], new(IAttestationClaims)).(*IAttestationClaims)
	return out0, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (iAttestation *IAttestation) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], iAttestation.abi.Errors["CollateralRefused"].ID.Bytes()[:4]) {
		return iAttestation.UnpackCollateralRefusedError(raw[4:])
	}
	if bytes.Equal(raw[:4], iAttestation.abi.Errors["QuoteRefused"].ID.Bytes()[:4]) {
		return iAttestation.UnpackQuoteRefusedError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// IAttestationCollateralRefused represents a CollateralRefused error raised by the IAttestation contract.
type IAttestationCollateralRefused struct {
	Step string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CollateralRefused(string step)
func IAttestationCollateralRefusedErrorID() common.Hash {
	return common.HexToHash("0xa01b18e2fb901efc11d0f8789fba5f1dcc830ddfdce5c0dfdd3c25d576706511")
}

// UnpackCollateralRefusedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CollateralRefused(string step)
func (iAttestation *IAttestation) UnpackCollateralRefusedError(raw []byte) (*IAttestationCollateralRefused, error) {
	out := new(IAttestationCollateralRefused)
	if err := iAttestation.abi.UnpackIntoInterface(out, "CollateralRefused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// IAttestationQuoteRefused represents a QuoteRefused error raised by the IAttestation contract.
type IAttestationQuoteRefused struct {
	Step string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error QuoteRefused(string step)
func IAttestationQuoteRefusedErrorID() common.Hash {
	return common.HexToHash("0xd377fc9d4f556acd364d2550e95f9dbc48b75b6ae9499983af61d08cdfb7bc28")
}

// UnpackQuoteRefusedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error QuoteRefused(string step)
func (iAttestation *IAttestation) UnpackQuoteRefusedError(raw []byte) (*IAttestationQuoteRefused, error) {
	out := new(IAttestationQuoteRefused)
	if err := iAttestation.abi.UnpackIntoInterface(out, "QuoteRefused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// IPolicyCheckerMetaData contains all meta data concerning the IPolicyChecker contract.
var IPolicyCheckerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"components\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"text\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"address[]\",\"name\":\"spenders\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"restrictions\",\"type\":\"bytes32[]\"}],\"internalType\":\"structIDatasetRegistry.Promise\",\"name\":\"promised\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"archivesNeeded\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"pins\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"gates\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"archives\",\"type\":\"address[]\"}],\"internalType\":\"structIDatasetRegistry.Means\",\"name\":\"means\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Service\",\"name\":\"service\",\"type\":\"tuple\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"previous\",\"type\":\"tuple\"},{\"components\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"text\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"address[]\",\"name\":\"spenders\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"restrictions\",\"type\":\"bytes32[]\"}],\"internalType\":\"structIDatasetRegistry.Promise\",\"name\":\"promised\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"archivesNeeded\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"pins\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"gates\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"archives\",\"type\":\"address[]\"}],\"internalType\":\"structIDatasetRegistry.Means\",\"name\":\"means\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Service\",\"name\":\"service\",\"type\":\"tuple\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"next\",\"type\":\"tuple\"}],\"name\":\"compare\",\"outputs\":[{\"internalType\":\"enumIDatasetRegistry.Change\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"text\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"address[]\",\"name\":\"spenders\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"restrictions\",\"type\":\"bytes32[]\"}],\"internalType\":\"structIDatasetRegistry.Promise\",\"name\":\"promised\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"archivesNeeded\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"pins\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"gates\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"archives\",\"type\":\"address[]\"}],\"internalType\":\"structIDatasetRegistry.Means\",\"name\":\"means\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Service\",\"name\":\"service\",\"type\":\"tuple\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"policy\",\"type\":\"tuple\"}],\"name\":\"inspect\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"promised\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"means\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"policy\",\"type\":\"bytes32\"}],\"internalType\":\"structIPolicyChecker.Hashes\",\"name\":\"hashes\",\"type\":\"tuple\"}],\"stateMutability\":\"pure\",\"type\":\"function\"}]",
	ID:  "24002a79ce593f13e61a8359270ea5f614",
}

// IPolicyChecker is an auto generated Go binding around an Ethereum contract.
type IPolicyChecker struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *IPolicyChecker) GetABI() abi.ABI {
	return c.abi
}

// NewIPolicyChecker creates a new instance of IPolicyChecker.
func NewIPolicyChecker() *IPolicyChecker {
	parsed, err := IPolicyCheckerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &IPolicyChecker{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *IPolicyChecker) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackCompare is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1aabef62.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function compare(((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) previous, ((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) next) pure returns(uint8)
func (iPolicyChecker *IPolicyChecker) PackCompare(previous IDatasetRegistryPolicy, next IDatasetRegistryPolicy) []byte {
	enc, err := iPolicyChecker.abi.Pack("compare", previous, next)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCompare is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1aabef62.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function compare(((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) previous, ((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) next) pure returns(uint8)
func (iPolicyChecker *IPolicyChecker) TryPackCompare(previous IDatasetRegistryPolicy, next IDatasetRegistryPolicy) ([]byte, error) {
	return iPolicyChecker.abi.Pack("compare", previous, next)
}

// UnpackCompare is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1aabef62.
//
// Solidity: function compare(((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) previous, ((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) next) pure returns(uint8)
func (iPolicyChecker *IPolicyChecker) UnpackCompare(data []byte) (uint8, error) {
	out, err := iPolicyChecker.abi.Unpack("compare", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackInspect is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc62bec28.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function inspect(((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) policy) pure returns((bytes32,bytes32,bytes32) hashes)
func (iPolicyChecker *IPolicyChecker) PackInspect(policy IDatasetRegistryPolicy) []byte {
	enc, err := iPolicyChecker.abi.Pack("inspect", policy)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInspect is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc62bec28.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function inspect(((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) policy) pure returns((bytes32,bytes32,bytes32) hashes)
func (iPolicyChecker *IPolicyChecker) TryPackInspect(policy IDatasetRegistryPolicy) ([]byte, error) {
	return iPolicyChecker.abi.Pack("inspect", policy)
}

// UnpackInspect is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc62bec28.
//
// Solidity: function inspect(((address,uint32,uint16,uint8,bool,bool,bool,bool,bytes32,bytes32,bytes32,uint32,uint32,uint64,uint64,uint64,uint8,uint8,uint32,address[],bytes32[]),(address,address,uint8,bytes32,bytes32[],bytes32[],bytes32[],address[],bytes32[],address[]),(uint128,uint32,uint32,uint32,uint8)) policy) pure returns((bytes32,bytes32,bytes32) hashes)
func (iPolicyChecker *IPolicyChecker) UnpackInspect(data []byte) (IPolicyCheckerHashes, error) {
	out, err := iPolicyChecker.abi.Unpack("inspect", data)
	if err != nil {
		return *new(IPolicyCheckerHashes), err
	}
	out0 := *abi.ConvertType(out[0], new(IPolicyCheckerHashes)).(*IPolicyCheckerHashes)
	return out0, nil
}

// JobEndsMetaData contains all meta data concerning the JobEnds contract.
var JobEndsMetaData = bind.MetaData{
	ABI: "[]",
	ID:  "2b4df6b391cb680181ea5f75be91d40b6a",
	Bin: "0x614bbc610034600b8282823980515f1a607314602857634e487b7160e01b5f525f60045260245ffd5b305f52607381538281f3fe73000000000000000000000000000000000000000030146080604052600436106100fb575f3560e01c80637b079a801161009e578063ba0479191161006e578063ba04791914610256578063c7f3426b14610275578063e25a322214610294578063fc151bc0146102b3575f5ffd5b80637b079a80146101da578063849834d4146101f9578063af69696514610218578063b838455814610237575f5ffd5b8063304d78ed116100d9578063304d78ed1461015e57806339392f371461017d5780634539dc481461019c5780636041a4d7146101bb575f5ffd5b8063035e66a2146100ff5780632692ed2e146101205780632714660b1461013f575b5f5ffd5b81801561010a575f5ffd5b5061011e610119366004613a3d565b6102d2565b005b81801561012b575f5ffd5b5061011e61013a366004613ba4565b610330565b81801561014a575f5ffd5b5061011e610159366004613a3d565b610496565b818015610169575f5ffd5b5061011e610178366004613ba4565b6104de565b818015610188575f5ffd5b5061011e610197366004613bea565b61063d565b8180156101a7575f5ffd5b5061011e6101b6366004613ba4565b6108e6565b8180156101c6575f5ffd5b5061011e6101d5366004613ba4565b610a93565b8180156101e5575f5ffd5b5061011e6101f4366004613c4d565b610b11565b818015610204575f5ffd5b5061011e610213366004613ba4565b610c71565b818015610223575f5ffd5b5061011e610232366004613c86565b610cd1565b818015610242575f5ffd5b5061011e610251366004613c86565b610dc2565b818015610261575f5ffd5b5061011e610270366004613ba4565b610ee1565b818015610280575f5ffd5b5061011e61028f366004613cec565b610f21565b81801561029f575f5ffd5b5061011e6102ae366004613d40565b611003565b8180156102be575f5ffd5b5061011e6102cd366004613df1565b611082565b5f806102de848461121b565b600481015491935091506001600160a01b0316331461031e576040516326785b9160e11b8152600481018490523360248201526044015b60405180910390fd5b61032a848484846112a2565b50505050565b5f8061033d868585611303565b90925090506003825460ff16600981111561035a5761035a613e88565b14610382578154604051630cb9410b60e31b815261031591869160ff90911690600401613e9c565b61038c84836113c7565b5f61039a865f015183611401565b6102800151835490915060ff8083166101009092041610156103eb578254604051630a1ea04f60e11b81526004810187905261010090910460ff908116602483015282166044820152606401610315565b5f6103f9875f015184611537565b9050610405848261160b565b61042557604051632d834be960e01b815260048101879052602401610315565b5f610430858361164b565b6104435761043e8989611681565b610445565b5f5b6002860154909150600160801b90046001600160401b03165f0361047c57610472898989886003866116b4565b505050505061032a565b61048b8989896003808661180c565b505050505050505050565b5f806104a2848461121b565b60058101549193509150600160801b90046001600160401b0316421161031e5760405163b843d70760e01b815260048101849052602401610315565b5f806104eb868585611303565b90925090506003825460ff16600981111561050857610508613e88565b14610530578154604051630cb9410b60e31b815261031591869160ff90911690600401613e9c565b60018201546001600160a01b031633146105525784516105529085848461190b565b6002820154600160801b90046001600160401b031615155f81610589576002840154600160401b90046001600160401b031661059f565b6002840154600160801b90046001600160401b03165b90505f6105b0885f015185846119c0565b9050801580156105be575082155b156105f9575f6105d1895f015186611401565b610240015189519091506105f590866105f063ffffffff851642613ed4565b611a3b565b9150505b80610619576040516263711f60e91b815260048101889052602401610315565b8261062d576104728989898860045f6116b4565b61048b898989600460025f61180c565b5f8061064a878686611303565b9150915061065885836113c7565b5f6004835460ff16600981111561067157610671613e88565b14905080158161069757506003835460ff16600981111561069457610694613e88565b14155b156106bf578254604051630cb9410b60e31b815261031591889160ff90911690600401613e9c565b6002830154600160801b90046001600160401b03165f036106f657604051637c65817960e11b815260048101879052602401610315565b80801561071d5750600483015461071a61071536879003870187613f03565b611a8c565b14155b1561073e576040516364932e8560e11b815260048101879052602401610315565b6001830154600160a01b90046001600160401b03166107636040860160208701613faa565b6001600160401b0316146107c157856107826040860160208701613faa565b600185015460405163538ccad960e11b815260048101939093526001600160401b039182166024840152600160a01b9004166044820152606401610315565b5f6107cc8484611add565b6107d6575f6107f5565b886007015f6107e6898787611b1a565b81526020019081526020015f20545b905080158061080d575061080a848487611b89565b81145b1561082e576040516377f8d21d60e01b815260048101889052602401610315565b8161084c57610843898989600660055f61180c565b505050506108df565b867f538dd6fe5649ceb8b2df0fd475e59cf288693b1d262e0468fc00f75eda817d0060055f60405161087f929190613fd9565b60405180910390a26108948988866008611dc6565b600483015460068401546108be918b916001600160a01b03909116906001600160801b0316611e27565b6001840154606089015161048b918b916001600160a01b0390911690611e27565b5050505050565b5f6108f18584611ef6565b805490915060ff165f600382600981111561090e5761090e613e88565b1490508015816109305750600182600981111561092d5761092d613e88565b14155b801561094e5750600282600981111561094b5761094b613e88565b14155b15610970578482604051630cb9410b60e31b8152600401610315929190613e9c565b85515f8681526001890160205260408120909161098e918890611f3b565b6002850154909150600160801b90046001600160401b0316156109c7576040516389b45ad760e01b815260048101879052602401610315565b80156109e8575f8681526008890160205260409020805460ff191660011790555b60028401546001600160401b039081169086161015610a125760028401546001600160401b031694505b835460ff191660011784556002840180546001600160401b03871667ffffffffffffffff19909116811790915560405190815286907fed519dafe98dfebc4a9a2571824635bbda574f90cd4602be6517a0edc8eb6ea49060200160405180910390a28115610a8957610a898888888760055f6116b4565b5050505050505050565b5f80610aa0868585611303565b91509150610aae84836113c7565b6002820154600160801b90046001600160401b03165f03610ae557604051637c65817960e11b815260048101859052602401610315565b5f610af3865f015183611401565b61028001519050610b088787878460016120fe565b50505050505050565b5f610b1c8584611ef6565b90505f6007825460ff166009811115610b3757610b37613e88565b149050801581610b5d57506005825460ff166009811115610b5a57610b5a613e88565b14155b15610b85578154604051630cb9410b60e31b815261031591869160ff90911690600401613e9c565b60078201546040805160208101869052016040516020818303038152906040528051906020012014610bcd576040516311e8551360e31b815260048101859052602401610315565b837fdf4ce3063fd5e16cec06dcce522e64a1d45b4fbf0c20ed332dec5fbb64ebaa1684604051610bff91815260200190565b60405180910390a2610c148685846006611dc6565b6001820154610c69906001600160a01b031682610c5b575f8681526001890160205260409020600601546060880151610c56916001600160801b031690613ed4565b610c61565b86606001515b889190611e27565b505050505050565b5f80610c7f86858584612367565b915091505f610c91865f015183611401565b61022001519050610ca383838361241f565b610cc35760405163b843d70760e01b815260048101869052602401610315565b610b0887878786855f61246c565b5f80610cde878686611303565b60028201549193509150600160801b90046001600160401b03165f03610d1a57604051637c65817960e11b815260048101869052602401610315565b5f610d28875f015183611401565b61024081015160028501549192505f91610d589163ffffffff1690600160801b90046001600160401b0316613ed4565b90506004845460ff166009811115610d7257610d72613e88565b03610d8d57610d8a6001600160401b03861682613ed4565b90505b804211610db05760405163b843d70760e01b815260048101889052602401610315565b61048b8989898561028001515f6120fe565b5f80610dcf878686611303565b90925090506005825460ff166009811115610dec57610dec613e88565b14610e14578154604051630cb9410b60e31b815261031591879160ff90911690600401613e9c565b5f610e22875f015183611401565b610260015160068401549091506001600160401b0380861691610e549163ffffffff851691600160801b900416613ed4565b610e5e9190613ed4565b4211610e805760405163b843d70760e01b815260048101879052602401610315565b60405186907fe9255e51f59645ba0174fd733e413aca1cfeb26a3e9c1f15efb6ab8bb5aa686d905f90a2610eb78887856007611dc6565b60048201546006830154610a89918a916001600160a01b03909116906001600160801b0316611e27565b5f80610eef86858584612367565b91509150610efd84836113c7565b5f610f0b865f015183611401565b61022001519050610b088787878685600161246c565b5f80610f2f87868584612367565b91509150610f42865f015186848461190b565b81546001600160a01b03858116600160581b9092041614610fa0578154604051631198556b60e21b815260048101879052600160581b9091046001600160a01b031660248201526001600160401b0384166044820152606401610315565b5f85815260058801602090815260408083206001600160a01b0388168085529252909120805467ffffffffffffffff19166001600160401b031790556002808301546007840154610ff4938b938a916124d9565b610b088787878560025f6116b4565b85515f868152600189016020526040812090916110249188908787876124f9565b9050857f43019db15b6ffd9fcd8a0b1a59a17b4bdd824958e50e85c8f01d5b80cf49c1576101808701356110606101c089016101a08a01613faa565b8460405161107093929190613fe7565b60405180910390a25050505050505050565b5f61108f8887600461273d565b90506110a4876020015187838888888861279a565b5f6110b761012087016101008801613faa565b9050806001600160401b03164210156110f5576040516307b8356560e31b8152600481018890526001600160401b0382166024820152604401610315565b5f87815260018a016020526040902061110f908390611add565b156111235761112389888489602001612910565b611165885f0151888b6001015f8b81526020019081526020015f2060058a604051602001611151919061418a565b60405160208183030381529060405261299b565b5050815460ff191660051782556006820180546001600160401b034216600160801b0267ffffffffffffffff60801b199091161790556101c086013560078301555f87815260028a01602052604090208590556111ca61022087016102008801614199565b6001600160a01b031685887f0fe5a2fd2bd0010a3108cc8294d01b7ff3fe720709c5368621ef96028205fa19898888604051611208939291906141b4565b60405180910390a4505050505050505050565b5f5f6112278484611ef6565b91506001825460ff16600981111561124157611241613e88565b1415801561126557506002825460ff16600981111561126257611262613e88565b14155b1561128d578154604051630cb9410b60e31b815261031591859160ff90911690600401613e9c565b505f9182526001909201602052604090209091565b60405183907f9ccc861eaec2aceb9488758b457d6274b344707bc4e961cbaefacd208025410f905f90a26112d98484846009611dc6565b6004810154600682015461032a9186916001600160a01b03909116906001600160801b0316611e27565b5f5f61130f8585611ef6565b8054909250630100000090046001600160401b03165f0361134d578154604051630cb9410b60e31b815261031591869160ff90911690600401613e9c565b81546001600160401b03848116630100000090920416146113b1578154604051631198556b60e21b815260048101869052600160581b82046001600160a01b0316602482015263010000009091046001600160401b03166044820152606401610315565b505f928352600190930160205250604090209091565b60018101546001600160a01b031633146113fd576040516310367ef360e31b815260048101839052336024820152604401610315565b5050565b604080516102a0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a081018290526101c081018290526101e081018290526102008101829052610220810182905261024081018290526102608101829052610280810191909152600282015460048084015460405162ca398d60e31b815291820192909252600160e01b90910463ffffffff1660248201526001600160a01b03841690630651cc68906044016102a060405180830381865afa15801561150a573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061152e919061426a565b90505b92915050565b6002810154604051633ecebe4360e21b81525f916001600160a01b0385169163fb3af90c9161156c9160040190815260200190565b602060405180830381865afa158015611587573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906115ab9190614405565b6001600160a01b03166322f403066040518163ffffffff1660e01b81526004016020604051808303815f875af11580156115e7573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061152e9190614420565b81545f906001600160401b0363010000009091048116908316118061152e57505060019190910154600160a01b90046001600160401b0390811691161190565b81545f90600160f81b900460ff1615801561152e57505060019190910154600160a01b90046001600160401b0390811691161190565b5f60408260600151611693919061443b565b905080836006015f8282546116a89190613ed4565b90915550909392505050565b6001830154600284015484546040516001600160a01b03938416936001600160401b0393841693600160581b84049091169289927f28c64e6baa3a6fc1309265a5bfe3afd7349609c8b00ee2b357dcb23c4006b25a92611720926301000000900416908990899061445a565b60405180910390a35f8681526020899052604081208181556001810182905560028101829055600381018290556004810182905560058082018390556006820183905560078201929092556008810180546001600160e01b031916905560090180546001600160f01b03191690558460068111156117a0576117a0613e88565b146117ac5760026117af565b60015b8554869060ff191660018360098111156117cb576117cb613e88565b021790555060028501805467ffffffffffffffff19166001600160401b0383161790556060870151610a8990839061180490869061448b565b8a9190611e27565b5f8481526020878152604080832060018a019092528220909161183188888585612bfe565b905080801561185457506005820154600160801b90046001600160401b03164211155b1561186f57611867898989868a896116b4565b505050610c69565b867f538dd6fe5649ceb8b2df0fd475e59cf288693b1d262e0468fc00f75eda817d0086866040516118a1929190613fd9565b60405180910390a26118b68988856008611dc6565b600482015460068301546118e0918b916001600160a01b03909116906001600160801b0316611e27565b6001830154606089015161048b916001600160a01b03169061190390879061448b565b8b9190611e27565b60088201546001600160a01b03168061198e57600282015460405163f70df99360e01b815260048101919091526001600160a01b0386169063f70df99390602401602060405180830381865afa158015611967573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061198b9190614405565b90505b336001600160a01b038216146108df576040516380f1e5a760e01b815260048101859052336024820152604401610315565b600282015460048301545f916119f09186919063ffffffff600160c01b8204811691600160e01b90041686612d13565b80611a315750600783015415801590611a31575060078301546006840154611a3191869163ffffffff600160b81b8204811691600160d81b90041686612d13565b90505b9392505050565b5f611a4b84846002015484612e1f565b6001600160401b0316151580611a315750600783015415801590611a315750611a7984846007015484612e1f565b6001600160401b03161515949350505050565b5f7f3ad73b1585e0735a0fa2c6053bb2717b741ac4fd3ac8437c64038950c8681ead82604051602001611ac092919061449e565b604051602081830303815290604052805190602001209050919050565b81545f9062010000900460ff16801561152e57505f6004830154600160b81b900460ff166002811115611b1257611b12613e88565b149392505050565b81545f9062010000900460ff16611b32575082611a34565b600882015460068301546002840154604080516020810194909452600160981b90920463ffffffff169183019190915260608201526080016040516020818303038152906040528051906020012090509392505050565b604080516102e0810182528354815260018401546020820152600280850154928201929092526003840154606082015260048401546001600160a01b038116608083015261ffff600160a01b82041660a083015260ff600160b01b8204811660c08401525f93849392879260e0850192600160b81b9092041690811115611c1257611c12613e88565b6002811115611c2357611c23613e88565b81526004820154600160c01b80820463ffffffff9081166020850152600160e01b909204821660408085019190915260058501546001600160401b03808216606080880191909152600160401b83048216608080890191909152600160801b808504841660a0808b01919091529690940490921660c088015260068801546001600160801b03811660e089015292830460ff16610100880152600160881b830461ffff16610120880152600160981b83048616610140880152600160b81b83048616610160880152600160d81b90920490941661018086015260078601546101a08087019190915260088701546101c0808801919091526009909701546101e0909601959095525f95870186905293860185905261020086018590529285018490528482019390935292935083929086013591611d6591908701908701614556565b60068801546008890154604051611da6959493926101008a013592600160c01b9091046001600160401b0390811692600160a01b9092041690602001614766565b604051602081830303815290604052805190602001209150509392505050565b81548190839060ff19166001836009811115611de457611de4613e88565b02179055505f846001015f8581526020019081526020015f2090506108df8582600201548360070154876001876009811115611e2257611e22613e88565b6124d9565b805f03611e3357505050565b611e40828261c350612ea4565b15611e8d57816001600160a01b03167f47db2abce6d5fbcd80ffd9b4ba74dcde804a746ef732bc7f8a70fabfc912c59082604051611e8091815260200190565b60405180910390a2505050565b6001600160a01b0382165f90815260048401602052604081208054839290611eb6908490613ed4565b90915550506040518181526001600160a01b038316907f65aeb1e6201b230ddd849955b527d54c29a348e60178292128c92f728c5adcaf90602001611e80565b5f81815260208390526040812090815460ff166009811115611f1a57611f1a613e88565b036115315760405163c63e069360e01b815260048101839052602401610315565b6002810154604051637ca411c760e11b81525f916001600160a01b0386169163f948238e91611f709160040190815260200190565b602060405180830381865afa158015611f8b573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611faf9190614405565b6001600160a01b03163303611fc657506001611a34565b60028201546004808401546040516316cbb5c560e31b815291820192909252600160e01b90910463ffffffff1660248201525f906001600160a01b0386169063b65dae28906044015f60405180830381865afa158015612028573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f1916820160405261204f91908101906147dd565b90505f5b81518110156120db57336001600160a01b031661208683838151811061207b5761207b614868565b602002602001015190565b6001600160a01b03161480156120c457506120c460028383815181106120ae576120ae614868565b6020026020010151612eb590919063ffffffff16565b156120d3575f92505050611a34565b600101612053565b50604051632e66143d60e01b815260048101859052336024820152604401610315565b5f838152602086815260408083206001808a01909352908320909290916003845460ff16600981111561213357612133613e88565b036121ed575f612148895f015186868a612ecf565b9194509092509050821561216b5780955061216589898787612bfe565b506121e7565b88604001516001600160a01b0316632b5e1e73856002015461218e8b8989611b1a565b6040516001600160e01b031960e085901b16815260048101929092526024820152604481018b90526064015f604051808303815f87803b1580156121d0575f5ffd5b505af11580156121e2573d5f5f3e3d5ffd5b505050505b5061222d565b6004845460ff16600981111561220557612205613e88565b1461222d578354604051630cb9410b60e31b815261031591899160ff90911690600401613e9c565b5f61223d895f0151898689612f68565b905080801561224a575082155b156122585760049550600192505b5f838015612264575082155b801561226e575081155b612278575f612282565b6122828b8b611681565b9050887f538dd6fe5649ceb8b2df0fd475e59cf288693b1d262e0468fc00f75eda817d0088836040516122b6929190613fd9565b60405180910390a26122cb8b8a886008611dc6565b831561232b57600485015460068601546122fb918d916001600160a01b03909116906001600160801b0316611e27565b600186015460608b0151612326916001600160a01b03169061231e90849061448b565b8d9190611e27565b61235a565b600485015460608b0151600687015461235a926001600160a01b03169161231e916001600160801b0316613ed4565b5050505050505050505050565b5f5f612374868686611303565b90925090506003825460ff16600981111561239157612391613e88565b146123b9578154604051630cb9410b60e31b815261031591879160ff90911690600401613e9c565b6002820154600160801b90046001600160401b03161515831515146124165782156123fa57604051637c65817960e11b815260048101869052602401610315565b6040516389b45ad760e01b815260048101869052602401610315565b94509492505050565b60028301545f906124479063ffffffff841690600160401b90046001600160401b0316613ed4565b421180611a315750505060050154600160801b90046001600160401b03164211919050565b61247c63ffffffff83164261487c565b5f858152600588016020908152604080832060018801546001600160a01b031684529091529020805467ffffffffffffffff19166001600160401b0392909216919091179055610c6986868686856124d48585611681565b6116b4565b6124e686868585856130e9565b8315610c6957610c6986858585856130e9565b600284015460048086015460405163d60e83cb60e01b815291820192909252600160e01b90910463ffffffff1660248201526060905f9081906001600160a01b038a169063d60e83cb906044015f60405180830381865afa158015612560573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f19168201604052612587919081019061489b565b915091508060ff165f148061259e575060ff811684105b156125cf57604051630af883a360e21b8152600481018990526024810185905260ff82166044820152606401610315565b836001600160401b038111156125e7576125e7613a5d565b604051908082528060200260200182016040528015612610578160200160208202803683370190505b5092505f805b8581101561272f5761264b8888888481811061263457612634614868565b90506020028101906126469190614946565b61317e565b90505085828151811061266057612660614868565b60200260200101816001600160a01b03166001600160a01b0316815250505b8351821080156126d3575084818151811061269c5761269c614868565b60200260200101516001600160a01b03168483815181106126bf576126bf614868565b60200260200101516001600160a01b031614155b156126e8576126e18261498f565b915061267f565b8351820361271c57604051630af883a360e21b8152600481018b90526024810182905260ff84166044820152606401610315565b6127258261498f565b9150600101612616565b505050509695505050505050565b5f6127488484611ef6565b905081600981111561275c5761275c613e88565b815460ff16600981111561277257612772613e88565b14611a34578054604051630cb9410b60e31b815261031591859160ff90911690600401613e9c565b8454600160581b90046001600160a01b03168435871415806127d4575060048601546127d161071536889003880160208901613f03565b14155b8061280257506001600160a01b0381166127f661022087016102008801614199565b6001600160a01b031614155b806128165750856003015485610240013514155b8061288d5750604051631b727ddd60e01b81526001600160a01b038281166004830152891690631b727ddd90602401602060405180830381865afa158015612860573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061288491906149a7565b85610220013514155b8061289b57506101c0850135155b156128bc57604051635f81a62d60e11b815260048101889052602401610315565b5f6128c885858561317e565b50509050816001600160a01b0316816001600160a01b03161461048b57604051632c76b4bd60e11b8152600481018990526001600160a01b0383166024820152604401610315565b5f83815260018501602052604081209061292b858584611b1a565b90505f612939858486611b89565b5f83815260078901602052604081205491925081900361296a575f8381526007890160205260409020829055610a89565b818114610a895760405163e565009160e01b8152600481018890526024810183905260448101829052606401610315565b6040805160a0810182525f808252602082018190529181018290526060810182905260808101829052906129cd613955565b60028601546004808801546040516316cbb5c560e31b815291820192909252600160e01b90910463ffffffff1660248201525f906001600160a01b038a169063b65dae28906044015f60405180830381865afa158015612a2f573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f19168201604052612a5691908101906147dd565b90505f5b8151811015612af557612a8f87838381518110612a7957612a79614868565b60200260200101516131c590919063ffffffff16565b15612aed5760019350612aa989898a600201548a8a6131fd565b9250612aed83612ad2848481518110612ac457612ac4614868565b602002602001015160b01c90565b612ae785858151811061207b5761207b614868565b886133e0565b600101612a5a565b5060078701545f03612b08575050612bf4565b600787015460068801546040516316cbb5c560e31b81526004810192909252600160d81b900463ffffffff1660248201526001600160a01b038a169063b65dae28906044015f60405180830381865afa158015612b67573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f19168201604052612b8e91908101906147dd565b90505f5b8151811015612bf057612bb187838381518110612a7957612a79614868565b15612be85760019350612bcb89898a600701548a8a6131fd565b9250612be8836001612ae785858151811061207b5761207b614868565b600101612b92565b5050505b9550959350505050565b5f5f612c0b858585611b1a565b604087810151600286015491516369ce3c1160e01b8152600481019290925260248201839052604482018890529192506001600160a01b03909116906369ce3c11906064016020604051808303815f875af1925050508015612c8a575060408051601f3d908101601f19168201909252612c87918101906149be565b60015b612d045760408087015160028501549151632b5e1e7360e01b8152600481019290925260248201839052604482018790526001600160a01b031690632b5e1e73906064015f604051808303815f87803b158015612ce5575f5ffd5b505af1158015612cf7573d5f5f3e3d5ffd5b505050505f915050612d0b565b5060019150505b949350505050565b604051637d9a94b960e11b81526004810185905263ffffffff8085166024830152831660448201525f906001600160a01b0387169063fb35297290606401602060405180830381865afa158015612d6c573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612d9091906149be565b1580612e1557506040516308a7e2d160e11b8152600481018690526001600160401b038316906001600160a01b0388169063114fc5a290602401602060405180830381865afa158015612de5573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612e099190614420565b6001600160401b031610155b9695505050505050565b604051631218982960e11b8152600481018390525f906001600160a01b03851690632431305290602401602060405180830381865afa158015612e64573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612e889190614420565b905081816001600160401b03161115611a3457505f9392505050565b5f5f385f38868887f1949350505050565b5f81612ec18460b01c90565b1661ffff1615159392505050565b5f5f5f612ef487868860020160109054906101000a90046001600160401b03166119c0565b15612f085750600191506002905081612f5e565b855460ff808616610100909204161015612f2657505f915081612f5e565b5f612f318887611537565b9050612f3d878261160b565b15612f5c5760016003612f50898461164b565b93509350935050612f5e565b505b9450945094915050565b60028201546004808401546040516316cbb5c560e31b815291820192909252600160e01b90910463ffffffff1660248201525f9081906001600160a01b0387169063b65dae28906044015f60405180830381865afa158015612fcc573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f19168201604052612ff391908101906147dd565b90505f5b81518110156130df576130176006838381518110612a7957612a79614868565b156130d7575f61304e8787886002015460068960405160200161303a91906149d7565b6040516020818303038152906040526131fd565b90505f6130a961306985858151811061207b5761207b614868565b8360405160240161307a91906149e5565b60408051601f198184030181529190526020810180516001600160e01b0316632355551d60e21b17905261364f565b90508080156130ca57506130ca60108585815181106120ae576120ae614868565b156130d457600194505b50505b600101612ff7565b5050949350505050565b5f8481526003860160205260408120819061310790878787876136e4565b5f80805260038a016020526040812092945090925090819061312c90898989896136e4565b9150915086887f481363943a2c3abcf3becf0a8da0de3aa46e55170b91868af693db791dc8c62e88888888888860405161316b96959493929190614a90565b60405180910390a3505050505050505050565b5f808060418490036131b2578435602086013560408701355f1a6131a489828585613766565b9550955095505050506131bc565b505f915060029050825b93509350939050565b5f8160088111156131d8576131d8613e88565b60ff166131e58460a01c90565b61ffff16901c60011661ffff165f1415905092915050565b613205613955565b6040518060c0016040528084600881111561322257613222613e88565b8152602080820187905260408083018a905280516102e0810182528954815260018a0154928101929092526002808a015491830191909152600389015460608381019190915260048a01546001600160a01b038116608085015261ffff600160a01b82041660a085015260ff600160b01b8204811660c086015291909401938a9260e0850192600160b81b909204909116908111156132c3576132c3613e88565b60028111156132d4576132d4613e88565b81526004820154600160c01b80820463ffffffff908116602080860191909152600160e01b909304811660408086019190915260058601546001600160401b038082166060880152600160401b820481166080880152600160801b808304821660a0890152949091041660c086015260068601546001600160801b03811660e087015292830460ff16610100860152600160881b830461ffff16610120860152600160981b83048216610140860152600160b81b83048216610160860152600160d81b9092041661018084015260078401546101a084015260088401546101c08401526009909301546101e0909201919091529183523391830191909152019290925250949350505050565b604051632355551d60e21b81525f906001600160a01b03841690638d5554749061340e9088906004016149e5565b60a0604051808303815f875af115801561342a573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061344e9190614ade565b905061345c855f015161382a565b60608601516102a001519416935f0361347857602c1993909316925b80515f908015613489575060028516155b80613495575081606001515b905081602001516001600160401b03165f1461350e5780806134b8575060048516155b806134cf57504382602001516001600160401b0316115b8061350b575060208301516001600160401b03161580159061350b575081602001516001600160401b031683602001516001600160401b031614155b90505b60408201516001600160a01b03161561356d57808061352e575060088516155b8061356a575060408301516001600160a01b03161580159061356a575081604001516001600160a01b031683604001516001600160a01b031614155b90505b6080820151156135a2578080613584575060208516155b8061359f575061359786606001516138d2565b826080015114155b90505b80156135d957604080870151905163f7e6615d60e01b815260048101919091526001600160a01b0385166024820152604401610315565b8251806135e4575081515b1515835260208201516001600160401b03161561360f576020808301516001600160401b0316908401525b60408201516001600160a01b031615613636576040808301516001600160a01b0316908401525b608082015115610c695750608090810151910152505050565b5f8061365f602062030d4061443b565b61366c9062030d40613ed4565b61367890612710613ed4565b9050805a10156136a7575a604051639f1a6b4960e01b8152600481019190915260248101829052604401610315565b5f5f6136ba865f62030d4060a089613909565b92505091508180156136cd5750805160a0145b8015612e1557506080015160011495945050505050565b84545f9081906136fe906001600160401b0316600161487c565b87546040805192945061372a92600160401b909204901b90849087908a908a9089904390602001614b6a565b60408051601f1981840301815291815281516020909201919091209081901c600160401b026001600160401b0384161790975550959350505050565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561379f57505f91506003905082612f5e565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa1580156137f0573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661381b57505f925060019150829050612f5e565b975f9750879650945050505050565b5f8082600881111561383e5761383e613e88565b148061385b5750600182600881111561385957613859613e88565b145b1561386857506002919050565b600282600881111561387c5761387c613e88565b036138895750600c919050565b600882600881111561389d5761389d613e88565b036138aa57506004919050565b60038260088111156138be576138be613e88565b036138cb57506020919050565b505f919050565b6102a08101516102208201516040808401518151602081019490945263ffffffff9092169083015260608201525f90608001611ac0565b5f5f606060405190505f388551602087018a8c8bf192503d8561ffff163d111561393857506001915061ffff85165b80825260208201815f823e01604052919790965090945092505050565b6040805160c08101909152805f81526020015f81526020015f8152602001613a2a604080516102e0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c081018290529060e082019081525f6020820181905260408201819052606082018190526080820181905260a0820181905260c0820181905260e08201819052610100820181905261012082018190526101408201819052610160820181905261018082018190526101a082018190526101c082018190526101e09091015290565b81525f6020820152606060409091015290565b5f5f60408385031215613a4e575f5ffd5b50508035926020909101359150565b634e487b7160e01b5f52604160045260245ffd5b60405161014081016001600160401b0381118282101715613a9457613a94613a5d565b60405290565b6040516102a081016001600160401b0381118282101715613a9457613a94613a5d565b604051601f8201601f191681016001600160401b0381118282101715613ae557613ae5613a5d565b604052919050565b6001600160a01b0381168114613b01575f5ffd5b50565b5f60808284031215613b14575f5ffd5b604051608081016001600160401b0381118282101715613b3657613b36613a5d565b6040529050808235613b4781613aed565b81526020830135613b5781613aed565b60208201526040830135613b6a81613aed565b6040820152606092830135920191909152919050565b6001600160401b0381168114613b01575f5ffd5b8035613b9f81613b80565b919050565b5f5f5f5f60e08587031215613bb7575f5ffd5b84359350613bc88660208701613b04565b925060a0850135915060c0850135613bdf81613b80565b939692955090935050565b5f5f5f5f5f858703610220811215613c00575f5ffd5b86359550613c118860208901613b04565b945060a0870135935060c0870135613c2881613b80565b925061014060df1982011215613c3c575f5ffd5b5060e0860190509295509295909350565b5f5f5f5f60e08587031215613c60575f5ffd5b84359350613c718660208701613b04565b939693955050505060a08201359160c0013590565b5f5f5f5f5f6101008688031215613c9b575f5ffd5b85359450613cac8760208801613b04565b935060a0860135925060c0860135613cc381613b80565b915060e0860135613cd381613b80565b809150509295509295909350565b8035613b9f81613aed565b5f5f5f5f5f6101008688031215613d01575f5ffd5b85359450613d128760208801613b04565b935060a0860135925060c0860135613cc381613aed565b5f6102608284031215613d3a575f5ffd5b50919050565b5f5f5f5f5f5f5f610360888a031215613d57575f5ffd5b87359650613d688960208a01613b04565b955060a08801359450613d7e8960c08a01613d29565b935061032088013592506103408801356001600160401b03811115613da1575f5ffd5b8801601f81018a13613db1575f5ffd5b80356001600160401b03811115613dc6575f5ffd5b8a60208260051b8401011115613dda575f5ffd5b602082019350809250505092959891949750929550565b5f5f5f5f5f5f5f610360888a031215613e08575f5ffd5b87359650613e198960208a01613b04565b955060a08801359450613e2f8960c08a01613d29565b935061032088013592506103408801356001600160401b03811115613e52575f5ffd5b8801601f81018a13613e62575f5ffd5b80356001600160401b03811115613e77575f5ffd5b8a6020828401011115613dda575f5ffd5b634e487b7160e01b5f52602160045260245ffd5b82815260408101600a8310613eb357613eb3613e88565b8260208301529392505050565b634e487b7160e01b5f52601160045260245ffd5b8082018082111561153157611531613ec0565b63ffffffff81168114613b01575f5ffd5b8035613b9f81613ee7565b5f610140828403128015613f15575f5ffd5b50613f1e613a71565b82358152613f2e60208401613b94565b60208201526040838101359082015260608084013590820152613f5360808401613ef8565b6080820152613f6460a08401613b94565b60a0820152613f7560c08401613b94565b60c0820152613f8660e08401613b94565b60e08201526101008381013590820152610120928301359281019290925250919050565b5f60208284031215613fba575f5ffd5b8135611a3481613b80565b60068110613fd557613fd5613e88565b9052565b60408101613eb38285613fc5565b5f606082018583526001600160401b0385166020840152606060408401528084518083526080850191506020860192505f5b818110156140405783516001600160a01b0316835260209384019390920191600101614019565b5090979650505050505050565b8035825261405d60208201613b94565b6001600160401b03166020830152604081810135908301526060808201359083015261408b60808201613ef8565b63ffffffff1660808301526140a260a08201613b94565b6001600160401b031660a08301526140bc60c08201613b94565b6001600160401b031660c08301526140d660e08201613b94565b6001600160401b031660e0830152610100818101359083015261012090810135910152565b8035825261410f602080840190830161404d565b610160818101359083015261018080820135908301526141326101a08201613b94565b6001600160401b03166101a08301526101c081810135908301526101e080820135908301526141646102008201613ce1565b6001600160a01b0316610200830152610220818101359083015261024090810135910152565b610260810161153182846140fb565b5f602082840312156141a9575f5ffd5b8135611a3481613aed565b6141be81856140fb565b6102806102608201528161028082015281836102a08301375f8183016102a090810191909152601f909201601f1916010192915050565b8051613b9f81613aed565b8051613b9f81613ee7565b805161ffff81168114613b9f575f5ffd5b805160ff81168114613b9f575f5ffd5b80518015158114613b9f575f5ffd5b8051613b9f81613b80565b805160038110613b9f575f5ffd5b80516001600160801b0381168114613b9f575f5ffd5b5f6102a082840312801561427c575f5ffd5b50614285613a9a565b61428e836141f5565b815261429c60208401614200565b60208201526142ad6040840161420b565b60408201526142be6060840161421c565b60608201526142cf6080840161422c565b60808201526142e060a0840161422c565b60a08201526142f160c0840161422c565b60c082015261430260e0840161422c565b60e08201526143146101008401614200565b6101008201526143276101208401614200565b61012082015261433a610140840161423b565b61014082015261434d610160840161423b565b610160820152614360610180840161423b565b6101808201526143736101a08401614246565b6101a08201526143866101c0840161421c565b6101c08201526143996101e08401614200565b6101e08201526143ac6102008401614254565b6102008201526143bf6102208401614200565b6102208201526143d26102408401614200565b6102408201526143e56102608401614200565b6102608201526143f8610280840161421c565b6102808201529392505050565b5f60208284031215614415575f5ffd5b8151611a3481613aed565b5f60208284031215614430575f5ffd5b8151611a3481613b80565b5f8261445557634e487b7160e01b5f52601260045260245ffd5b500490565b6001600160401b0384168152606081016007841061447a5761447a613e88565b602082019390935260400152919050565b8181038181111561153157611531613ec0565b5f610160820190508382528251602083015260208301516144ca60408401826001600160401b03169052565b50604083015160608301526060830151608083015260808301516144f660a084018263ffffffff169052565b5060a08301516001600160401b03811660c08401525060c08301516001600160401b03811660e08401525060e08301516001600160401b038116610100840152506101008301516101208301526101208301516101408301529392505050565b5f60208284031215614566575f5ffd5b8135611a3481613ee7565b60038110613fd557613fd5613e88565b8051825260208101516020830152604081015160408301526060810151606083015260808101516145bd60808401826001600160a01b03169052565b5060a08101516145d360a084018261ffff169052565b5060c08101516145e860c084018260ff169052565b5060e08101516145fb60e0840182614571565b5061010081015161461561010084018263ffffffff169052565b5061012081015161462f61012084018263ffffffff169052565b5061014081015161464c6101408401826001600160401b03169052565b506101608101516146696101608401826001600160401b03169052565b506101808101516146866101808401826001600160401b03169052565b506101a08101516146a36101a08401826001600160401b03169052565b506101c08101516146c06101c08401826001600160801b03169052565b506101e08101516146d76101e084018260ff169052565b506102008101516146ef61020084018261ffff169052565b5061022081015161470961022084018263ffffffff169052565b5061024081015161472361024084018263ffffffff169052565b5061026081015161473d61026084018263ffffffff169052565b506102808101516102808301526102a08101516102a08301526102c08101516102c08301525050565b61038081016147758289614581565b866102e083015263ffffffff8616610300830152846103208301526001600160401b0384166103408301526001600160401b038316610360830152979650505050505050565b5f6001600160401b038211156147d3576147d3613a5d565b5060051b60200190565b5f602082840312156147ed575f5ffd5b81516001600160401b03811115614802575f5ffd5b8201601f81018413614812575f5ffd5b8051614825614820826147bb565b613abd565b8082825260208201915060208360051b850101925086831115614846575f5ffd5b6020840193505b82841015612e1557835182526020938401939091019061484d565b634e487b7160e01b5f52603260045260245ffd5b6001600160401b03818116838216019081111561153157611531613ec0565b5f5f604083850312156148ac575f5ffd5b82516001600160401b038111156148c1575f5ffd5b8301601f810185136148d1575f5ffd5b80516148df614820826147bb565b8082825260208201915060208360051b850101925087831115614900575f5ffd5b6020840193505b8284101561492b57835161491a81613aed565b825260209384019390910190614907565b945061493d925050506020840161421c565b90509250929050565b5f5f8335601e1984360301811261495b575f5ffd5b8301803591506001600160401b03821115614974575f5ffd5b602001915036819003821315614988575f5ffd5b9250929050565b5f600182016149a0576149a0613ec0565b5060010190565b5f602082840312156149b7575f5ffd5b5051919050565b5f602082840312156149ce575f5ffd5b61152e8261422c565b602081016115318284613fc5565b602081525f8251600981106149fc576149fc613e88565b8060208401525060208301516040830152604083015160608301526060830151614a296080840182614581565b5060808301516001600160a01b031661036083015260a08301516103808084015280516103a0840181905280602083016103c086015e5f6103c082860101526103c0601f19601f8301168501019250505092915050565b60048110613fd557613fd5613e88565b60c08101614a9e8289614a80565b60208201969096526001600160401b03948516604082015267ffffffffffffffff199384166060820152919093166080820152911660a090910152919050565b5f60a0828403128015614aef575f5ffd5b5060405160a081016001600160401b0381118282101715614b1257614b12613a5d565b604052614b1e8361422c565b81526020830151614b2e81613b80565b60208201526040830151614b4181613aed565b6040820152614b526060840161422c565b60608201526080928301519281019290925250919050565b67ffffffffffffffff19881681526001600160401b038716602082015260e08101614b986040830188614a80565b8560608301528460808301528360a08301528260c08301529897505050505050505056",
}

// JobEnds is an auto generated Go binding around an Ethereum contract.
type JobEnds struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *JobEnds) GetABI() abi.ABI {
	return c.abi
}

// NewJobEnds creates a new instance of JobEnds.
func NewJobEnds() *JobEnds {
	parsed, err := JobEndsMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &JobEnds{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *JobEnds) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// JobMarketMetaData contains all meta data concerning the JobMarket contract.
var JobMarketMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"registry_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"workers_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"budget_\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"bond_\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"grace\",\"type\":\"uint64\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"InvalidShortString\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"JobApprovalExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"current\",\"type\":\"uint64\"}],\"name\":\"JobApprovalNotNewer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobApprovalSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"signed\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"JobArchives\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"moment\",\"type\":\"uint64\"}],\"name\":\"JobBeforeMoment\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"sent\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"bond\",\"type\":\"uint256\"}],\"name\":\"JobBondWrong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"enumIJobMarket.ChargeField\",\"name\":\"field\",\"type\":\"uint8\"}],\"name\":\"JobChargeInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobChargeMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"max\",\"type\":\"uint256\"}],\"name\":\"JobCiphertextSize\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobClaimLapsed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"}],\"name\":\"JobClaimMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"}],\"name\":\"JobCohortBelowMinimum\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"lastNarrowed\",\"type\":\"uint64\"}],\"name\":\"JobConsentNarrowed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"given\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"expected\",\"type\":\"uint64\"}],\"name\":\"JobConsentRoundWrong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"usedSince\",\"type\":\"uint64\"}],\"name\":\"JobConsentTooEarly\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"maxAge\",\"type\":\"uint64\"}],\"name\":\"JobConsentTooOld\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"}],\"name\":\"JobDeadlinePassed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"draw\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"first\",\"type\":\"bytes32\"}],\"name\":\"JobDrawDiffers\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobDrawFits\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobDrawShared\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobExists\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"}],\"name\":\"JobFeeBelowPrice\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"sent\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"fee\",\"type\":\"uint256\"}],\"name\":\"JobFeeWrong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"left\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"JobGasTooLow\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"gate\",\"type\":\"address\"}],\"name\":\"JobGateExceeds\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobInUse\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"finishBefore\",\"type\":\"uint64\"}],\"name\":\"JobLate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"JobNotBroker\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"JobNotCustodian\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobNotDue\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"JobNotGate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobNotNarrowed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"JobNotOperator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobNotReleased\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"JobNotResearcher\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"JobNothingToWithdraw\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobOpeningWrong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"until\",\"type\":\"uint64\"}],\"name\":\"JobOperatorWaits\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"}],\"name\":\"JobParametersMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"max\",\"type\":\"uint256\"}],\"name\":\"JobParametersSize\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"JobPaymentFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"pendingFrom\",\"type\":\"uint64\"}],\"name\":\"JobPolicyEnds\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"enumIJobMarket.Rule\",\"name\":\"rule\",\"type\":\"uint8\"}],\"name\":\"JobPolicyRefuses\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobReceiptMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"JobReceiptSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobRedrawNotNeeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"max\",\"type\":\"uint8\"}],\"name\":\"JobRedrawsExhausted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobReleased\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobRerunNotNeeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"max\",\"type\":\"uint8\"}],\"name\":\"JobRerunsExhausted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"reruns\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"max\",\"type\":\"uint8\"}],\"name\":\"JobRerunsLeft\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"}],\"name\":\"JobResearcherKeyMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"max\",\"type\":\"uint256\"}],\"name\":\"JobResearcherKeySize\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"enumIJobMarket.SpecField\",\"name\":\"field\",\"type\":\"uint8\"}],\"name\":\"JobSpecInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"rhoTotal\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaTotal\",\"type\":\"uint64\"}],\"name\":\"JobTotalAbove\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobUnknown\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"JobWiringWrong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"}],\"name\":\"JobWorkerNotAccepted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"JobWorkerRefused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"enumIJobMarket.State\",\"name\":\"state\",\"type\":\"uint8\"}],\"name\":\"JobWrongState\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"str\",\"type\":\"string\"}],\"name\":\"StringTooLong\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"enumIJobMarket.ClaimEnd\",\"name\":\"how\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"kept\",\"type\":\"uint256\"}],\"name\":\"ClaimEnded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"EIP712DomainChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"enumIJobMarket.FeedKind\",\"name\":\"kind\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"subject\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"number\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"bytes24\",\"name\":\"head\",\"type\":\"bytes24\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"numberOfAll\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"bytes24\",\"name\":\"headOfAll\",\"type\":\"bytes24\"}],\"name\":\"FeedAppended\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"JobApproved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobCancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"moment\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"noise\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"proofKey\",\"type\":\"bytes32\"}],\"indexed\":false,\"internalType\":\"structIJobMarket.Charge\",\"name\":\"charge\",\"type\":\"tuple\"}],\"name\":\"JobCharged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"name\":\"JobClaimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"upTo\",\"type\":\"uint64\"}],\"name\":\"JobDisapproved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"enumIJobMarket.Failure\",\"name\":\"why\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"kept\",\"type\":\"uint256\"}],\"name\":\"JobFailed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"name\":\"JobHandedOver\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"researcherKey\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"kind\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"enumIJobMarket.Release\",\"name\":\"release\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint8\",\"name\":\"recipient\",\"type\":\"uint8\"},{\"internalType\":\"uint16\",\"name\":\"seat\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"assetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"assetPolicyVersion\",\"type\":\"uint32\"},{\"internalType\":\"DatasetId\",\"name\":\"asset\",\"type\":\"bytes32\"},{\"internalType\":\"StudyId\",\"name\":\"study\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"extension\",\"type\":\"bytes32\"}],\"indexed\":false,\"internalType\":\"structIJobMarket.JobSpec\",\"name\":\"spec\",\"type\":\"tuple\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"parameters\",\"type\":\"bytes\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"researcherKey\",\"type\":\"bytes\"}],\"name\":\"JobPosted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"reruns\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"}],\"name\":\"JobRerun\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"ReceiptId\",\"name\":\"receipt\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"job\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"moment\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"noise\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"proofKey\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Charge\",\"name\":\"charge\",\"type\":\"tuple\"},{\"internalType\":\"bytes32\",\"name\":\"result\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"ciphertext\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"size\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"opening\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"statement\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"indexed\":false,\"internalType\":\"structIJobMarket.Receipt\",\"name\":\"content\",\"type\":\"tuple\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"JobSealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobWithheld\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"finishBefore\",\"type\":\"uint64\"}],\"name\":\"KeyReleased\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"PaymentKept\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"PaymentSent\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"PaymentWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"ciphertext\",\"type\":\"bytes\"}],\"name\":\"ResultDelivered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"ciphertext\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"size\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"address[]\",\"name\":\"archives\",\"type\":\"address[]\"}],\"name\":\"ResultHeld\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"ResultOpened\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"MAX_CIPHERTEXT\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_KEY\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_PARAMETERS\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_REDRAWS\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"OPEN_GRACE\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"SEAL_GRACE\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"}],\"name\":\"abandon\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"contest\",\"type\":\"bytes32\"}],\"name\":\"appendContest\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"approve\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"bond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"budget\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"budgetKeyOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"burnt\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"cancelExpired\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"moment\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"noise\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"proofKey\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Charge\",\"name\":\"charge_\",\"type\":\"tuple\"}],\"name\":\"charge\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"claim\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"upTo\",\"type\":\"uint64\"}],\"name\":\"disapprove\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"drawOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"moment\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"noise\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"proofKey\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Charge\",\"name\":\"charge_\",\"type\":\"tuple\"}],\"name\":\"endDrawDiffers\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"}],\"name\":\"endNarrowed\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"}],\"name\":\"endNotInUse\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"}],\"name\":\"fail\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"feedOf\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"count\",\"type\":\"uint64\"},{\"internalType\":\"bytes24\",\"name\":\"head\",\"type\":\"bytes24\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"fromEnclave\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"}],\"name\":\"handOver\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"hashApproval\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"moment\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"noise\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"proofKey\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Charge\",\"name\":\"charge_\",\"type\":\"tuple\"}],\"name\":\"hashCharge\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"ciphertext\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"size\",\"type\":\"uint64\"}],\"name\":\"hashHeld\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"job\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"moment\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"noise\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"proofKey\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Charge\",\"name\":\"charge\",\"type\":\"tuple\"},{\"internalType\":\"bytes32\",\"name\":\"result\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"ciphertext\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"size\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"opening\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"statement\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Receipt\",\"name\":\"receipt\",\"type\":\"tuple\"}],\"name\":\"hashReceipt\",\"outputs\":[{\"internalType\":\"ReceiptId\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"isRefused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"researcherKey\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"kind\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"enumIJobMarket.Release\",\"name\":\"release\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint8\",\"name\":\"recipient\",\"type\":\"uint8\"},{\"internalType\":\"uint16\",\"name\":\"seat\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"assetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"assetPolicyVersion\",\"type\":\"uint32\"},{\"internalType\":\"DatasetId\",\"name\":\"asset\",\"type\":\"bytes32\"},{\"internalType\":\"StudyId\",\"name\":\"study\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"extension\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.JobSpec\",\"name\":\"spec_\",\"type\":\"tuple\"}],\"name\":\"jobId\",\"outputs\":[{\"internalType\":\"JobId\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"jobOf\",\"outputs\":[{\"components\":[{\"internalType\":\"enumIJobMarket.State\",\"name\":\"state\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reruns\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"shared\",\"type\":\"bool\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"unforced\",\"type\":\"bool\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"approvedUntil\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"claimedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"releasedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"chargeRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"charge\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"collateral\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"chargedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"judgedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"sealedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoTotal\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"opening\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"seatBroker\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"deltaTotal\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"opener\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"firstChargeRound\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"redraws\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"isShareLost\",\"type\":\"bool\"}],\"internalType\":\"structIJobMarket.Job\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"}],\"name\":\"lapse\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"libraryCodes\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"steps\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"ends\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"open\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"owed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"researcherKey\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"kind\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"enumIJobMarket.Release\",\"name\":\"release\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint8\",\"name\":\"recipient\",\"type\":\"uint8\"},{\"internalType\":\"uint16\",\"name\":\"seat\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"assetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"assetPolicyVersion\",\"type\":\"uint32\"},{\"internalType\":\"DatasetId\",\"name\":\"asset\",\"type\":\"bytes32\"},{\"internalType\":\"StudyId\",\"name\":\"study\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"extension\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.JobSpec\",\"name\":\"spec_\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"parameters\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"researcherKey\",\"type\":\"bytes\"}],\"name\":\"post\",\"outputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"receiptOf\",\"outputs\":[{\"internalType\":\"ReceiptId\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoMost\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaMost\",\"type\":\"uint64\"}],\"name\":\"recordRelease\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"moment\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"noise\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"proofKey\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Charge\",\"name\":\"previous\",\"type\":\"tuple\"},{\"internalType\":\"bytes32\",\"name\":\"noise\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"moment\",\"type\":\"uint64\"}],\"name\":\"redraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"}],\"name\":\"refuse\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"registry\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"}],\"name\":\"rerun\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"}],\"name\":\"returnClaim\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"job\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"moment\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"noise\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"proofKey\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Charge\",\"name\":\"charge\",\"type\":\"tuple\"},{\"internalType\":\"bytes32\",\"name\":\"result\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"ciphertext\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"size\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"opening\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"statement\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Receipt\",\"name\":\"receipt\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"ciphertext\",\"type\":\"bytes\"}],\"name\":\"seal\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"job\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"moment\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"noise\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"proofKey\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Charge\",\"name\":\"charge\",\"type\":\"tuple\"},{\"internalType\":\"bytes32\",\"name\":\"result\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"ciphertext\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"size\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"opening\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"statement\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Receipt\",\"name\":\"receipt\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"},{\"internalType\":\"bytes[]\",\"name\":\"held\",\"type\":\"bytes[]\"}],\"name\":\"sealByHash\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"specOf\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"researcherKey\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"kind\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"enumIJobMarket.Release\",\"name\":\"release\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"delta\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint8\",\"name\":\"recipient\",\"type\":\"uint8\"},{\"internalType\":\"uint16\",\"name\":\"seat\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"assetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"assetPolicyVersion\",\"type\":\"uint32\"},{\"internalType\":\"DatasetId\",\"name\":\"asset\",\"type\":\"bytes32\"},{\"internalType\":\"StudyId\",\"name\":\"study\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"extension\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.JobSpec\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"waitsUntil\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"addresspayable\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"}],\"name\":\"withhold\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"workers\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "6b1669be1c13ad1db45e7bcfc786c15632",
	Bin: "0x610260604052348015610010575f5ffd5b5060405161428c38038061428c83398101604081905261002f9161027f565b60405180604001604052806006815260200165105cdcd95b9d60d21b815250604051806040016040528060018152602001603160f81b8152506100778261021e60201b60201c565b610120526100848161021e565b61014052815160208084019190912060e052815190820120610100524660a05261011060e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c0526001600160401b038116610160819052610180526001600160a01b038581166101a08190528582166101c0528482166101e081905261020085905273__$79b1f2e4a574f9ba44f477ee2b1aa6d264$__83163f6102205273__$2b4df6b391cb680181ea5f75be91d40b6a$__9092163f6102405260408051637b10399960e01b81529051919291637b103999916004808201926020929091908290030181865afa1580156101c9573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906101ed91906102e9565b6001600160a01b031614610214576040516313dd950360e31b815260040160405180910390fd5b5050505050610364565b5f5f829050601f81511115610251578260405163305a27a960e01b81526004016102489190610309565b60405180910390fd5b805161025c8261033e565b179392505050565b80516001600160a01b038116811461027a575f5ffd5b919050565b5f5f5f5f5f60a08688031215610293575f5ffd5b61029c86610264565b94506102aa60208701610264565b93506102b860408701610264565b6060870151608088015191945092506001600160401b03811681146102db575f5ffd5b809150509295509295909350565b5f602082840312156102f9575f5ffd5b61030282610264565b9392505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b8051602080830151919081101561035e575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516101e051610200516102205161024051613e566104365f395f6107de01525f6107bb01525f81816105de01526120ff01525f8181610a2401526120d001525f818161094b01526120a101525f818161063b01528181611a01015261207201525f8181610a7801526111ae01525f81816107360152610ea801525f61220401525f6121d401525f61254301525f61251b01525f61247601525f6124a001525f6124ca0152613e565ff3fe6080604052600436106102f3575f3560e01c806396c144f011610189578063c4d252f5116100d8578063e3cb984a11610092578063f52d54521161006d578063f52d545214610a67578063f599398414610a9a578063f644206c14610ab9578063f6fa1f6114610ae5575f5ffd5b8063e3cb984a146109f7578063ed01bf2914610a16578063f143ac4614610a48575f5ffd5b8063c4d252f51461091e578063cabb62f01461093d578063d91f5a0e1461096f578063dcba79131461098e578063df18e047146109ad578063e29c06bd146109e1575f5ffd5b8063b192da2d11610143578063be42c1a81161011e578063be42c1a8146108a2578063c182c82e146108c1578063c255e780146108e0578063c3ec89c0146108ff575f5ffd5b8063b192da2d1461085a578063ba351f611461086e578063be4277a21461088d575f5ffd5b806396c144f01461075857806396dd6bac1461076b578063a020e0d91461078a578063a10afc3e146107a9578063ae3e0f0214610808578063affe000e1461082e575f5ffd5b806349c5f2831161024557806364c9ec6f116101ff57806384b0196e116101da57806384b0196e14610673578063853d341c1461069a57806395f99c67146107065780639655647514610725575f5ffd5b806364c9ec6f146105d057806372a41fdd146106025780637b1039991461062d575f5ffd5b806349c5f283146104dd5780634dd88618146104fc57806351cff8d914610511578063618b25081461053057806362e69cb614610592578063649e09f1146105b1575f5ffd5b80631fd25f14116102b05780633828f5491161028b5780633828f549146104615780633e31161c146104805780634124261d1461049f5780634774579f146104be575f5ffd5b80631fd25f1414610404578063282759cd1461042357806337d5f39214610442575f5ffd5b8063025f380e146102f7578063054a0d66146103295780630703bed11461034a5780630c49571b1461036957806317512459146103885780631a7ac1d7146103a7575b5f5ffd5b348015610302575f5ffd5b50610316610311366004612679565b610af8565b6040519081526020015b60405180910390f35b348015610334575f5ffd5b506103486103433660046126b4565b610b20565b005b348015610355575f5ffd5b506103486103643660046126b4565b610ba5565b348015610374575f5ffd5b506103486103833660046126b4565b610bd1565b348015610393575f5ffd5b506103166103a23660046126b4565b610bfd565b3480156103b2575f5ffd5b506103f46103c1366004612701565b5f9182526007602090815260408084206001600160a01b039390931684529190529020546001600160401b039081161490565b6040519015158152602001610320565b34801561040f575f5ffd5b5061034861041e366004612724565b610c68565b34801561042e575f5ffd5b5061034861043d36600461277a565b610cf0565b34801561044d575f5ffd5b5061034861045c36600461277a565b610d3f565b34801561046c575f5ffd5b5061031661047b3660046127b7565b610d6b565b34801561048b575f5ffd5b5061034861049a3660046126b4565b610d83565b3480156104aa575f5ffd5b506103486104b9366004612679565b610daf565b3480156104c9575f5ffd5b506103486104d83660046127d2565b610e29565b3480156104e8575f5ffd5b506103486104f73660046126b4565b610e78565b348015610507575f5ffd5b5061031661400081565b34801561051c575f5ffd5b5061034861052b3660046127f6565b610ee7565b34801561053b575f5ffd5b5061057a61054a366004612701565b5f9182526007602090815260408084206001600160a01b039390931684529190529020546001600160401b031690565b6040516001600160401b039091168152602001610320565b34801561059d575f5ffd5b506103486105ac366004612811565b611009565b3480156105bc575f5ffd5b506103486105cb3660046126b4565b611097565b3480156105db575f5ffd5b507f0000000000000000000000000000000000000000000000000000000000000000610316565b34801561060d575f5ffd5b5061031661061c366004612679565b5f9081526004602052604090205490565b348015610638575f5ffd5b507f00000000000000000000000000000000000000000000000000000000000000005b6040516001600160a01b039091168152602001610320565b34801561067e575f5ffd5b506106876110c3565b604051610320979695949392919061289c565b3480156106a5575f5ffd5b506106dd6106b4366004612679565b5f9081526005602052604090819020546001600160401b03811692600160401b90910490911b90565b604080516001600160401b03909316835267ffffffffffffffff19909116602083015201610320565b348015610711575f5ffd5b506103486107203660046126b4565b611105565b348015610730575f5ffd5b5061057a7f000000000000000000000000000000000000000000000000000000000000000081565b610348610766366004612701565b611131565b348015610776575f5ffd5b506103486107853660046126b4565b61117e565b348015610795575f5ffd5b506103166107a4366004612679565b6111ed565b3480156107b4575f5ffd5b50604080517f000000000000000000000000000000000000000000000000000000000000000081527f0000000000000000000000000000000000000000000000000000000000000000602082015201610320565b348015610813575f5ffd5b5061081c600381565b60405160ff9091168152602001610320565b348015610839575f5ffd5b5061084d610848366004612679565b611227565b604051610320919061295a565b348015610865575f5ffd5b50600854610316565b348015610879575f5ffd5b50610348610888366004612c44565b6114c0565b348015610898575f5ffd5b5061031661080081565b3480156108ad575f5ffd5b506103486108bc366004612cff565b611654565b3480156108cc575f5ffd5b506103166108db366004612d30565b6116a1565b3480156108eb575f5ffd5b506103166108fa366004612d4b565b6116b3565b34801561090a575f5ffd5b50610348610919366004612d66565b6116c0565b348015610929575f5ffd5b50610348610938366004612679565b611713565b348015610948575f5ffd5b507f000000000000000000000000000000000000000000000000000000000000000061065b565b34801561097a575f5ffd5b50610316610989366004612dbc565b61175a565b348015610999575f5ffd5b506103486109a8366004612de7565b6117b6565b3480156109b8575f5ffd5b506103166109c73660046127f6565b6001600160a01b03165f9081526006602052604090205490565b3480156109ec575f5ffd5b506103166201000081565b348015610a02575f5ffd5b50610348610a11366004612e72565b611915565b348015610a21575f5ffd5b507f000000000000000000000000000000000000000000000000000000000000000061065b565b348015610a53575f5ffd5b50610348610a62366004612ec2565b6119a0565b348015610a72575f5ffd5b5061057a7f000000000000000000000000000000000000000000000000000000000000000081565b348015610aa5575f5ffd5b50610348610ab4366004612eeb565b611ba9565b348015610ac4575f5ffd5b50610ad8610ad3366004612679565b611c05565b6040516103209190612f52565b610316610af3366004613141565b611e5d565b5f610b1a82610b08600282611f57565b5f858152600360205260409020611f9c565b92915050565b610b2861200b565b73__$2b4df6b391cb680181ea5f75be91d40b6a$__63ba0479196002610b4c612042565b85856040518563ffffffff1660e01b8152600401610b6d94939291906131f6565b5f6040518083038186803b158015610b83575f5ffd5b505af4158015610b95573d5f5f3e3d5ffd5b50505050610ba1612126565b5050565b610bad61200b565b73__$2b4df6b391cb680181ea5f75be91d40b6a$__634539dc486002610b4c612042565b610bd961200b565b73__$2b4df6b391cb680181ea5f75be91d40b6a$__636041a4d76002610b4c612042565b604080517f510f29a693063024f7c5555f9dfe6afe062c30b5cfab55c97afbf6def4d4f8f060208201529081018390526001600160401b03821660608201525f90610c61906080015b60405160208183030381529060405280519060200120612150565b9392505050565b610c7061200b565b73__$2b4df6b391cb680181ea5f75be91d40b6a$__63c7f3426b6002610c94612042565b8686866040518663ffffffff1660e01b8152600401610cb7959493929190613228565b5f6040518083038186803b158015610ccd575f5ffd5b505af4158015610cdf573d5f5f3e3d5ffd5b50505050610ceb612126565b505050565b610cf861200b565b73__$2b4df6b391cb680181ea5f75be91d40b6a$__6339392f376002610d1c612042565b8686866040518663ffffffff1660e01b8152600401610cb7959493929190613335565b610d4761200b565b73__$79b1f2e4a574f9ba44f477ee2b1aa6d264$__6371a9c3716002610d1c612042565b5f610b1a610d7e368490038401846133fc565b61217c565b610d8b61200b565b73__$2b4df6b391cb680181ea5f75be91d40b6a$__63304d78ed6002610b4c612042565b610db761200b565b604051632714660b60e01b8152600260048201526024810182905273__$2b4df6b391cb680181ea5f75be91d40b6a$__90632714660b906044015b5f6040518083038186803b158015610e08575f5ffd5b505af4158015610e1a573d5f5f3e3d5ffd5b50505050610e26612126565b50565b610e3161200b565b73__$79b1f2e4a574f9ba44f477ee2b1aa6d264$__63eab511b66002610e55612042565b8686866040518663ffffffff1660e01b8152600401610cb79594939291906134a3565b610e8061200b565b73__$2b4df6b391cb680181ea5f75be91d40b6a$__63af6969656002610ea4612042565b85857f00000000000000000000000000000000000000000000000000000000000000006040518663ffffffff1660e01b8152600401610b6d9594939291906134a3565b610eef61200b565b335f9081526006602052604081205490819003610f26576040516307b294bb60e01b81523360048201526024015b60405180910390fd5b335f8181526006602052604080822091909155516001600160a01b03841691907f16d46b28f1a9377c2df78652a0a8e31568b99311665bcec24cbba72edd2e5c2c90610f759085815260200190565b60405180910390a35f826001600160a01b0316826040515f6040518083038185875af1925050503d805f8114610fc6576040519150601f19603f3d011682016040523d82523d5f602084013e610fcb565b606091505b5050905080610fff576040516375f0dc8d60e11b81526001600160a01b038416600482015260248101839052604401610f1d565b5050610e26612126565b61101161200b565b73__$79b1f2e4a574f9ba44f477ee2b1aa6d264$__6356c7f1db6002611035612042565b88888888886040518863ffffffff1660e01b815260040161105c97969594939291906134de565b5f6040518083038186803b158015611072575f5ffd5b505af4158015611084573d5f5f3e3d5ffd5b50505050611090612126565b5050505050565b61109f61200b565b73__$2b4df6b391cb680181ea5f75be91d40b6a$__63849834d46002610b4c612042565b5f6060805f5f5f60606110d46121cd565b6110dc6121fd565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b61110d61200b565b73__$2b4df6b391cb680181ea5f75be91d40b6a$__632692ed2e6002610b4c612042565b61113961200b565b73__$79b1f2e4a574f9ba44f477ee2b1aa6d264$__63dcda15bf600261115d612042565b85856040518563ffffffff1660e01b8152600401610b6d9493929190613538565b61118661200b565b73__$2b4df6b391cb680181ea5f75be91d40b6a$__63b838455860026111aa612042565b85857f00000000000000000000000000000000000000000000000000000000000000006040518663ffffffff1660e01b8152600401610b6d9594939291906134a3565b5f60098161121284611200600282611f57565b5f878152600360205260409020611f9c565b81526020019081526020015f20549050919050565b60408051610360810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a081018290526101c081018290526101e08101829052610200810182905261022081018290526102408101829052610260810182905261028081018290526102a081018290526102c081018290526102e081018290526103008101829052610320810182905261034081019190915261130a600283611f57565b6040805161036081019091528154909190829060ff16600981111561133157611331612932565b600981111561134257611342612932565b8152815460ff610100808304821660208501526201000083048216151560408501526001600160401b0363010000008404811660608601526001600160a01b03600160581b850481166080870152600160f81b9094048316151560a0860152600186015480851660c0870152600160a01b808204831660e088015263ffffffff600160e01b9283900416938701939093526002870154808316610120880152600160401b8082048416610140890152600160801b80830485166101608a0152600160c01b9283900485166101808a015260038a01546101a08a015260048a01546101c08a015260058a01546101e08a015260068a01548086166102008b015291820485166102208a015281048416610240890152048216610260870152600787015461028087015260088701548086166102a088015283900482166102c08701526009909601549384166102e0860152908304166103008401529281048316610320830152600160e81b900490911615156103409091015292915050565b6114c861200b565b620100006114de6101c087016101a0880161356c565b6001600160401b03161161152c576114fe6101c086016101a0870161356c565b6040516327112c2560e01b81526001600160401b039091166004820152620100006024820152604401610f1d565b73__$2b4df6b391cb680181ea5f75be91d40b6a$__63fc151bc06002611550612042565b898961155b8b6116b3565b8a8a6040518863ffffffff1660e01b815260040161157f979695949392919061363e565b5f6040518083038186803b158015611595575f5ffd5b505af41580156115a7573d5f5f3e3d5ffd5b505050505f6115ca87876101800135886101a0016020810190610989919061356c565b905073__$2b4df6b391cb680181ea5f75be91d40b6a$__63e25a322260026115f0612042565b8a8a8689896040518863ffffffff1660e01b8152600401611617979695949392919061368e565b5f6040518083038186803b15801561162d575f5ffd5b505af415801561163f573d5f5f3e3d5ffd5b505050505061164c612126565b505050505050565b61165c61200b565b73__$2b4df6b391cb680181ea5f75be91d40b6a$__637b079a806002611680612042565b85856040518563ffffffff1660e01b8152600401610b6d9493929190613765565b5f610b1a6116ae83612228565b612150565b5f610b1a6116ae8361225c565b6116c861200b565b73__$79b1f2e4a574f9ba44f477ee2b1aa6d264$__63f3ce4e3360026116ec612042565b88888888886040518863ffffffff1660e01b815260040161105c979695949392919061378b565b61171b61200b565b6040516301af335160e11b8152600260048201526024810182905273__$2b4df6b391cb680181ea5f75be91d40b6a$__9063035e66a290604401610df2565b604080517f6472488f11d67ba3639bb04beb9ea3877374b8e2d2a7f89aeec27aefe5f38bf66020820152908101849052606081018390526001600160401b03821660808201525f906117ae9060a001610c46565b949350505050565b6117be61200b565b620100008111156117ee576040516327112c2560e01b815260048101829052620100006024820152604401610f1d565b81816040516117fe9291906137e0565b60405180910390208561018001351415806118335750806118276101c087016101a0880161356c565b6001600160401b031614155b1561185457604051635f81a62d60e11b815260048101879052602401610f1d565b73__$2b4df6b391cb680181ea5f75be91d40b6a$__63fc151bc06002611878612042565b89896118838b6116b3565b8a8a6040518863ffffffff1660e01b81526004016118a7979695949392919061363e565b5f6040518083038186803b1580156118bd575f5ffd5b505af41580156118cf573d5f5f3e3d5ffd5b50505050857f8bd0e01a27f513774098aae96200621ff0775d366334ae6f3eba93200b02950683836040516119059291906137ef565b60405180910390a261164c612126565b61191d61200b565b73__$79b1f2e4a574f9ba44f477ee2b1aa6d264$__636f0ecb8c6002611941612042565b878787876040518763ffffffff1660e01b815260040161196696959493929190613802565b5f6040518083038186803b15801561197c575f5ffd5b505af415801561198e573d5f5f3e3d5ffd5b5050505061199a612126565b50505050565b6119a861200b565b81158015906119c057506119be60028484612344565b155b156119e15760405163c63e069360e01b815260048101839052602401610f1d565b60405163342d2cb160e21b8152600481018490525f906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063b65dae28908690839063d0b4b2c49060240161010060405180830381865afa158015611a51573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611a759190613899565b604001516040518363ffffffff1660e01b8152600401611aa592919091825263ffffffff16602082015260400190565b5f60405180830381865afa158015611abf573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f19168201604052611ae6919081019061393a565b90505f5b8151811015611b7e57336001600160a01b0316611b1d838381518110611b1257611b126139e0565b602002602001015190565b6001600160a01b0316148015611b5b5750611b5b6040838381518110611b4557611b456139e0565b602002602001015161237490919063ffffffff16565b15611b7657611b6f6002868660038761238e565b5050611ba1565b600101611aea565b5060405163ce73c6c960e01b815260048101859052336024820152604401610f1d565b610ceb612126565b611bb161200b565b73__$79b1f2e4a574f9ba44f477ee2b1aa6d264$__63764191da6002611bd5612042565b8787611be18a8a610bfd565b88886040518863ffffffff1660e01b815260040161196697969594939291906139f4565b604080516102e0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a081018290526101c081018290526101e08101829052610200810182905261022081018290526102408101829052610260810182905261028081018290526102a081018290526102c0810191909152611cc8600283611f57565b505f8281526003602081815260409283902083516102e081018552815481526001820154928101929092526002818101549483019490945291820154606082015260048201546001600160a01b038116608083015261ffff600160a01b82041660a083015260ff600160b01b8204811660c0840152919360e0850192600160b81b90920490911690811115611d5f57611d5f612932565b6002811115611d7057611d70612932565b81526004820154600160c01b80820463ffffffff9081166020850152600160e01b9092048216604084015260058401546001600160401b038082166060860152600160401b820481166080860152600160801b808304821660a0870152929091041660c084015260068401546001600160801b03811660e085015290810460ff16610100840152600160881b810461ffff16610120840152600160981b81048216610140840152600160b81b81048216610160840152600160d81b90041661018082015260078201546101a082015260088201546101c08201526009909101546101e09091015292915050565b5f611e6661200b565b614000841115611e945760405163c350e17760e01b8152600481018590526140006024820152604401610f1d565b610800821115611ec257604051630404a5e560e51b8152600481018390526108006024820152604401610f1d565b611ecb866116a1565b905073__$79b1f2e4a574f9ba44f477ee2b1aa6d264$__63dc5833066002611ef1612042565b848a8a8a8a8a6040518963ffffffff1660e01b8152600401611f1a989796959493929190613c4f565b5f6040518083038186803b158015611f30575f5ffd5b505af4158015611f42573d5f5f3e3d5ffd5b50505050611f4e612126565b95945050505050565b5f81815260208390526040812090815460ff166009811115611f7b57611f7b612932565b03610b1a5760405163c63e069360e01b815260048101839052602401610f1d565b81545f9062010000900460ff16611fb4575082610c61565b600882015460068301546002840154604080516020810194909452600160981b90920463ffffffff169183019190915260608201526080016040516020818303038152906040528051906020012090509392505050565b612013612423565b61204060017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b90612463565b565b604080516080810182525f80825260208201819052918101829052606081019190915260405180608001604052807f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681526020017f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681526020017f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031681526020017f0000000000000000000000000000000000000000000000000000000000000000815250905090565b6120405f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f0061203a565b5f610b1a61215c61246a565b8360405161190160f01b8152600281019290925260228201526042902090565b5f7f3ad73b1585e0735a0fa2c6053bb2717b741ac4fd3ac8437c64038950c8681ead826040516020016121b0929190613cae565b604051602081830303815290604052805190602001209050919050565b60606121f87f0000000000000000000000000000000000000000000000000000000000000000612593565b905090565b60606121f87f0000000000000000000000000000000000000000000000000000000000000000612593565b5f7f6277581f44d917f8974f4b48fded2d0b99967d0ab009f8bb4894476e273eabf9826040516020016121b0929190613d66565b5f7f7523b33fef0390e2f24656ddbdd1893c3a0bef4be13cf810301876ebd40b59618235612295610d7e368690038601602087016133fc565b6101608501356101808601356122b36101c088016101a0890161356c565b6101c08801356101e08901356122d16102208b016102008c016127f6565b60408051602081019a909a528901979097526060880195909552608087019390935260a08601919091526001600160401b031660c085015260e08401526101008301526001600160a01b0316610120820152610220830135610140820152610240830135610160820152610180016121b0565b5f81815260018401602052604081206002810154849081148061236a5750808260070154145b9695505050505050565b5f816123808460b01c90565b1661ffff1615159392505050565b5f848152600386016020526040812081906123ac90878787876125d0565b5f80805260038a01602052604081209294509092509081906123d190898989896125d0565b9150915086887f481363943a2c3abcf3becf0a8da0de3aa46e55170b91868af693db791dc8c62e88888888888860405161241096959493929190613d8b565b60405180910390a3505050505050505050565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c1561204057604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b5f306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480156124c257507f000000000000000000000000000000000000000000000000000000000000000046145b156124ec57507f000000000000000000000000000000000000000000000000000000000000000090565b6121f8604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60605f61259f83612652565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b84545f9081906125ea906001600160401b03166001613dd9565b87546040805192945061261692600160401b909204901b90849087908a908a9089904390602001613e04565b60408051601f1981840301815291815281516020909201919091209081901c600160401b026001600160401b0384161790975550959350505050565b5f60ff8216601f811115610b1a57604051632cd44ac360e21b815260040160405180910390fd5b5f60208284031215612689575f5ffd5b5035919050565b6001600160401b0381168114610e26575f5ffd5b80356126af81612690565b919050565b5f5f604083850312156126c5575f5ffd5b8235915060208301356126d781612690565b809150509250929050565b6001600160a01b0381168114610e26575f5ffd5b80356126af816126e2565b5f5f60408385031215612712575f5ffd5b8235915060208301356126d7816126e2565b5f5f5f60608486031215612736575f5ffd5b833592506020840135612748816126e2565b9150604084013561275881612690565b809150509250925092565b5f6101408284031215612774575f5ffd5b50919050565b5f5f5f610180848603121561278d575f5ffd5b83359250602084013561279f81612690565b91506127ae8560408601612763565b90509250925092565b5f61014082840312156127c8575f5ffd5b610c618383612763565b5f5f5f606084860312156127e4575f5ffd5b83359250602084013561274881612690565b5f60208284031215612806575f5ffd5b8135610c61816126e2565b5f5f5f5f5f6101c08688031215612826575f5ffd5b85359450602086013561283881612690565b93506128478760408801612763565b925061018086013591506101a086013561286081612690565b809150509295509295909350565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b60ff60f81b8816815260e060208201525f6128ba60e083018961286e565b82810360408401526128cc818961286e565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015612921578351835260209384019390920191600101612903565b50909b9a5050505050505050505050565b634e487b7160e01b5f52602160045260245ffd5b600a811061295657612956612932565b9052565b5f6103608201905061296d828451612946565b6020830151612981602084018260ff169052565b506040830151612995604084018215159052565b5060608301516129b060608401826001600160401b03169052565b5060808301516129cb60808401826001600160a01b03169052565b5060a08301516129df60a084018215159052565b5060c08301516129fa60c08401826001600160a01b03169052565b5060e0830151612a1560e08401826001600160401b03169052565b50610100830151612a2f61010084018263ffffffff169052565b50610120830151612a4c6101208401826001600160401b03169052565b50610140830151612a696101408401826001600160401b03169052565b50610160830151612a866101608401826001600160401b03169052565b50610180830151612aa36101808401826001600160401b03169052565b506101a08301516101a08301526101c08301516101c08301526101e08301516101e0830152610200830151612ae46102008401826001600160401b03169052565b50610220830151612b016102208401826001600160401b03169052565b50610240830151612b1e6102408401826001600160401b03169052565b50610260830151612b3b6102608401826001600160401b03169052565b506102808301516102808301526102a0830151612b646102a08401826001600160a01b03169052565b506102c0830151612b816102c08401826001600160401b03169052565b506102e0830151612b9e6102e08401826001600160a01b03169052565b50610300830151612bbb6103008401826001600160401b03169052565b50610320830151612bd261032084018260ff169052565b50610340830151612be861034084018215159052565b5092915050565b5f6102608284031215612774575f5ffd5b5f5f83601f840112612c10575f5ffd5b5081356001600160401b03811115612c26575f5ffd5b602083019150836020828501011115612c3d575f5ffd5b9250929050565b5f5f5f5f5f5f6102c08789031215612c5a575f5ffd5b86359550612c6b8860208901612bef565b94506102808701356001600160401b03811115612c86575f5ffd5b612c9289828a01612c00565b9095509350506102a08701356001600160401b03811115612cb1575f5ffd5b8701601f81018913612cc1575f5ffd5b80356001600160401b03811115612cd6575f5ffd5b8960208260051b8401011115612cea575f5ffd5b60208201935080925050509295509295509295565b5f5f60408385031215612d10575f5ffd5b50508035926020909101359150565b5f6102e08284031215612774575f5ffd5b5f6102e08284031215612d41575f5ffd5b610c618383612d1f565b5f6102608284031215612d5c575f5ffd5b610c618383612bef565b5f5f5f5f5f60a08688031215612d7a575f5ffd5b853594506020860135612d8c816126e2565b93506040860135612d9c81612690565b92506060860135612dac81612690565b9150608086013561286081612690565b5f5f5f60608486031215612dce575f5ffd5b8335925060208401359150604084013561275881612690565b5f5f5f5f5f5f6102c08789031215612dfd575f5ffd5b86359550612e0e8860208901612bef565b94506102808701356001600160401b03811115612e29575f5ffd5b612e3589828a01612c00565b9095509350506102a08701356001600160401b03811115612e54575f5ffd5b612e6089828a01612c00565b979a9699509497509295939492505050565b5f5f5f5f60808587031215612e85575f5ffd5b843593506020850135612e97816126e2565b92506040850135612ea7816126e2565b91506060850135612eb781612690565b939692955090935050565b5f5f5f60608486031215612ed4575f5ffd5b505081359360208301359350604090920135919050565b5f5f5f5f60608587031215612efe575f5ffd5b843593506020850135612f1081612690565b925060408501356001600160401b03811115612f2a575f5ffd5b612f3687828801612c00565b95989497509550505050565b6003811061295657612956612932565b5f6102e082019050825182526020830151602083015260408301516040830152606083015160608301526080830151612f9660808401826001600160a01b03169052565b5060a0830151612fac60a084018261ffff169052565b5060c0830151612fc160c084018260ff169052565b5060e0830151612fd460e0840182612f42565b50610100830151612fee61010084018263ffffffff169052565b5061012083015161300861012084018263ffffffff169052565b506101408301516130256101408401826001600160401b03169052565b506101608301516130426101608401826001600160401b03169052565b5061018083015161305f6101808401826001600160401b03169052565b506101a083015161307c6101a08401826001600160401b03169052565b506101c08301516130996101c08401826001600160801b03169052565b506101e08301516130b06101e084018260ff169052565b506102008301516130c861020084018261ffff169052565b506102208301516130e261022084018263ffffffff169052565b506102408301516130fc61024084018263ffffffff169052565b5061026083015161311661026084018263ffffffff169052565b506102808301516102808301526102a08301516102a08301526102c08301516102c083015292915050565b5f5f5f5f5f6103208688031215613156575f5ffd5b6131608787612d1f565b94506102e08601356001600160401b0381111561317b575f5ffd5b61318788828901612c00565b9095509350506103008601356001600160401b038111156131a6575f5ffd5b6131b288828901612c00565b969995985093965092949392505050565b80516001600160a01b03908116835260208083015182169084015260408083015190911690830152606090810151910152565b84815260e0810161320a60208301866131c3565b8360a08301526001600160401b03831660c083015295945050505050565b858152610100810161323d60208301876131c3565b60a08201949094526001600160a01b039290921660c08301526001600160401b031660e09091015292915050565b63ffffffff81168114610e26575f5ffd5b80356126af8161326b565b80358252613297602082016126a4565b6001600160401b0316602083015260408181013590830152606080820135908301526132c56080820161327c565b63ffffffff1660808301526132dc60a082016126a4565b6001600160401b031660a08301526132f660c082016126a4565b6001600160401b031660c083015261331060e082016126a4565b6001600160401b031660e0830152610100818101359083015261012090810135910152565b858152610220810161334a60208301876131c3565b8460a08301526001600160401b03841660c083015261236a60e0830184613287565b634e487b7160e01b5f52604160045260245ffd5b60405161014081016001600160401b03811182821017156133a3576133a361336c565b60405290565b60405161010081016001600160401b03811182821017156133a3576133a361336c565b604051601f8201601f191681016001600160401b03811182821017156133f4576133f461336c565b604052919050565b5f61014082840312801561340e575f5ffd5b50613417613380565b82358152613427602084016126a4565b6020820152604083810135908201526060808401359082015261344c6080840161327c565b608082015261345d60a084016126a4565b60a082015261346e60c084016126a4565b60c082015261347f60e084016126a4565b60e08201526101008381013590820152610120928301359281019290925250919050565b85815261010081016134b860208301876131c3565b60a08201949094526001600160401b0392831660c0820152911660e09091015292915050565b87815261026081016134f360208301896131c3565b8660a08301526001600160401b03861660c083015261351560e0830186613287565b836102208301526001600160401b03831661024083015298975050505050505050565b84815260e0810161354c60208301866131c3565b60a08201939093526001600160a01b039190911660c09091015292915050565b5f6020828403121561357c575f5ffd5b8135610c6181612690565b8035825261359b6020808401908301613287565b610160818101359083015261018080820135908301526135be6101a082016126a4565b6001600160401b03166101a08301526101c081810135908301526101e080820135908301526135f061020082016126f6565b6001600160a01b0316610200830152610220818101359083015261024090810135910152565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b87815261364e60208201886131c3565b8560a082015261366160c0820186613587565b836103208201526103606103408201525f61368161036083018486613616565b9998505050505050505050565b5f61036082018983526136a4602084018a6131c3565b8760a08401526136b760c0840188613587565b6103208301869052610360610340840152839052610380600584901b83018101908301855f601e1936839003015b878210156137535786850361037f190184528235818112613704575f5ffd5b89016020810190356001600160401b0381111561371f575f5ffd5b80360382131561372d575f5ffd5b613738878284613616565b965050506020830192506020840193506001820191506136e5565b50929c9b505050505050505050505050565b84815260e0810161377960208301866131c3565b60a082019390935260c0015292915050565b87815261014081016137a060208301896131c3565b60a08201969096526001600160a01b039490941660c08501526001600160401b0392831660e0850152908216610100840152166101209091015292915050565b818382375f9101908152919050565b602081525f6117ae602083018486613616565b868152610120810161381760208301886131c3565b60a08201959095526001600160a01b0393841660c08201529190921660e08201526001600160401b039091166101009091015292915050565b80516126af816126e2565b80516126af8161326b565b805180151581146126af575f5ffd5b80516126af81612690565b60ff81168114610e26575f5ffd5b80516126af81613880565b5f6101008284031280156138ab575f5ffd5b506138b46133a9565b82516138bf816126e2565b81526138cd60208401613850565b60208201526138de6040840161385b565b60408201526138ef6060840161385b565b606082015261390060808401613866565b608082015261391160a08401613875565b60a082015261392260c0840161388e565b60c082015260e0928301519281019290925250919050565b5f6020828403121561394a575f5ffd5b81516001600160401b0381111561395f575f5ffd5b8201601f8101841361396f575f5ffd5b80516001600160401b038111156139885761398861336c565b8060051b613998602082016133cc565b918252602081840181019290810190878411156139b3575f5ffd5b6020850194505b838510156139d55784518252602094850194909101906139ba565b979650505050505050565b634e487b7160e01b5f52603260045260245ffd5b878152613a0460208201886131c3565b8560a08201526001600160401b03851660c08201528360e08201526101206101008201525f61368161012083018486613616565b803561ffff811681146126af575f5ffd5b80356126af81613880565b8035600381106126af575f5ffd5b80356001600160801b03811681146126af575f5ffd5b80358252602080820135908301526040808201359083015260608082013590830152613aa6608082016126f6565b6001600160a01b03166080830152613ac060a08201613a38565b61ffff1660a0830152613ad560c08201613a49565b60ff1660c0830152613ae960e08201613a54565b613af660e0840182612f42565b50613b04610100820161327c565b63ffffffff16610100830152613b1d610120820161327c565b63ffffffff16610120830152613b3661014082016126a4565b6001600160401b0316610140830152613b5261016082016126a4565b6001600160401b0316610160830152613b6e61018082016126a4565b6001600160401b0316610180830152613b8a6101a082016126a4565b6001600160401b03166101a0830152613ba66101c08201613a62565b6001600160801b03166101c0830152613bc26101e08201613a49565b60ff166101e0830152613bd86102008201613a38565b61ffff16610200830152613bef610220820161327c565b63ffffffff16610220830152613c08610240820161327c565b63ffffffff16610240830152613c21610260820161327c565b63ffffffff1661026083015261028081810135908301526102a080820135908301526102c090810135910152565b888152613c5f60208201896131c3565b8660a0820152613c7260c0820187613a78565b6103e06103a08201525f613c8b6103e083018688613616565b8281036103c0840152613c9f818587613616565b9b9a5050505050505050505050565b5f61016082019050838252825160208301526020830151613cda60408401826001600160401b03169052565b5060408301516060830152606083015160808301526080830151613d0660a084018263ffffffff169052565b5060a08301516001600160401b03811660c08401525060c08301516001600160401b03811660e08401525060e08301516001600160401b038116610100840152506101008301516101208301526101208301516101408301529392505050565b8281526103008101610c616020830184613a78565b6004811061295657612956612932565b60c08101613d998289613d7b565b60208201969096526001600160401b03948516604082015267ffffffffffffffff199384166060820152919093166080820152911660a090910152919050565b6001600160401b038181168382160190811115610b1a57634e487b7160e01b5f52601160045260245ffd5b67ffffffffffffffff19881681526001600160401b038716602082015260e08101613e326040830188613d7b565b8560608301528460808301528360a08301528260c08301529897505050505050505056",
	Deps: []*bind.MetaData{
		&JobEndsMetaData,
		&JobStepsMetaData,
	},
}

// JobMarket is an auto generated Go binding around an Ethereum contract.
type JobMarket struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *JobMarket) GetABI() abi.ABI {
	return c.abi
}

// NewJobMarket creates a new instance of JobMarket.
func NewJobMarket() *JobMarket {
	parsed, err := JobMarketMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &JobMarket{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *JobMarket) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address registry_, address workers_, address budget_, uint256 bond_, uint64 grace) returns()
func (jobMarket *JobMarket) PackConstructor(registry_ common.Address, workers_ common.Address, budget_ common.Address, bond_ *big.Int, grace uint64) []byte {
	enc, err := jobMarket.abi.Pack("", registry_, workers_, budget_, bond_, grace)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackMAXCIPHERTEXT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe29c06bd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_CIPHERTEXT() view returns(uint256)
func (jobMarket *JobMarket) PackMAXCIPHERTEXT() []byte {
	enc, err := jobMarket.abi.Pack("MAX_CIPHERTEXT")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXCIPHERTEXT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe29c06bd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_CIPHERTEXT() view returns(uint256)
func (jobMarket *JobMarket) TryPackMAXCIPHERTEXT() ([]byte, error) {
	return jobMarket.abi.Pack("MAX_CIPHERTEXT")
}

// UnpackMAXCIPHERTEXT is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe29c06bd.
//
// Solidity: function MAX_CIPHERTEXT() view returns(uint256)
func (jobMarket *JobMarket) UnpackMAXCIPHERTEXT(data []byte) (*big.Int, error) {
	out, err := jobMarket.abi.Unpack("MAX_CIPHERTEXT", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXKEY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbe4277a2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_KEY() view returns(uint256)
func (jobMarket *JobMarket) PackMAXKEY() []byte {
	enc, err := jobMarket.abi.Pack("MAX_KEY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXKEY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbe4277a2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_KEY() view returns(uint256)
func (jobMarket *JobMarket) TryPackMAXKEY() ([]byte, error) {
	return jobMarket.abi.Pack("MAX_KEY")
}

// UnpackMAXKEY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbe4277a2.
//
// Solidity: function MAX_KEY() view returns(uint256)
func (jobMarket *JobMarket) UnpackMAXKEY(data []byte) (*big.Int, error) {
	out, err := jobMarket.abi.Unpack("MAX_KEY", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXPARAMETERS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4dd88618.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_PARAMETERS() view returns(uint256)
func (jobMarket *JobMarket) PackMAXPARAMETERS() []byte {
	enc, err := jobMarket.abi.Pack("MAX_PARAMETERS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXPARAMETERS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4dd88618.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_PARAMETERS() view returns(uint256)
func (jobMarket *JobMarket) TryPackMAXPARAMETERS() ([]byte, error) {
	return jobMarket.abi.Pack("MAX_PARAMETERS")
}

// UnpackMAXPARAMETERS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4dd88618.
//
// Solidity: function MAX_PARAMETERS() view returns(uint256)
func (jobMarket *JobMarket) UnpackMAXPARAMETERS(data []byte) (*big.Int, error) {
	out, err := jobMarket.abi.Unpack("MAX_PARAMETERS", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXREDRAWS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae3e0f02.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_REDRAWS() view returns(uint8)
func (jobMarket *JobMarket) PackMAXREDRAWS() []byte {
	enc, err := jobMarket.abi.Pack("MAX_REDRAWS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXREDRAWS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae3e0f02.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_REDRAWS() view returns(uint8)
func (jobMarket *JobMarket) TryPackMAXREDRAWS() ([]byte, error) {
	return jobMarket.abi.Pack("MAX_REDRAWS")
}

// UnpackMAXREDRAWS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xae3e0f02.
//
// Solidity: function MAX_REDRAWS() view returns(uint8)
func (jobMarket *JobMarket) UnpackMAXREDRAWS(data []byte) (uint8, error) {
	out, err := jobMarket.abi.Unpack("MAX_REDRAWS", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackOPENGRACE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf52d5452.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function OPEN_GRACE() view returns(uint64)
func (jobMarket *JobMarket) PackOPENGRACE() []byte {
	enc, err := jobMarket.abi.Pack("OPEN_GRACE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOPENGRACE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf52d5452.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function OPEN_GRACE() view returns(uint64)
func (jobMarket *JobMarket) TryPackOPENGRACE() ([]byte, error) {
	return jobMarket.abi.Pack("OPEN_GRACE")
}

// UnpackOPENGRACE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf52d5452.
//
// Solidity: function OPEN_GRACE() view returns(uint64)
func (jobMarket *JobMarket) UnpackOPENGRACE(data []byte) (uint64, error) {
	out, err := jobMarket.abi.Unpack("OPEN_GRACE", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackSEALGRACE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x96556475.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function SEAL_GRACE() view returns(uint64)
func (jobMarket *JobMarket) PackSEALGRACE() []byte {
	enc, err := jobMarket.abi.Pack("SEAL_GRACE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSEALGRACE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x96556475.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function SEAL_GRACE() view returns(uint64)
func (jobMarket *JobMarket) TryPackSEALGRACE() ([]byte, error) {
	return jobMarket.abi.Pack("SEAL_GRACE")
}

// UnpackSEALGRACE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x96556475.
//
// Solidity: function SEAL_GRACE() view returns(uint64)
func (jobMarket *JobMarket) UnpackSEALGRACE(data []byte) (uint64, error) {
	out, err := jobMarket.abi.Unpack("SEAL_GRACE", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackAbandon is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0c49571b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function abandon(bytes32 id, uint64 claimRound) returns()
func (jobMarket *JobMarket) PackAbandon(id [32]byte, claimRound uint64) []byte {
	enc, err := jobMarket.abi.Pack("abandon", id, claimRound)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAbandon is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0c49571b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function abandon(bytes32 id, uint64 claimRound) returns()
func (jobMarket *JobMarket) TryPackAbandon(id [32]byte, claimRound uint64) ([]byte, error) {
	return jobMarket.abi.Pack("abandon", id, claimRound)
}

// PackAppendContest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf143ac46.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function appendContest(bytes32 dataset, bytes32 id, bytes32 contest) returns()
func (jobMarket *JobMarket) PackAppendContest(dataset [32]byte, id [32]byte, contest [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("appendContest", dataset, id, contest)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAppendContest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf143ac46.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function appendContest(bytes32 dataset, bytes32 id, bytes32 contest) returns()
func (jobMarket *JobMarket) TryPackAppendContest(dataset [32]byte, id [32]byte, contest [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("appendContest", dataset, id, contest)
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5993984.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(bytes32 id, uint64 expiry, bytes signature) returns()
func (jobMarket *JobMarket) PackApprove(id [32]byte, expiry uint64, signature []byte) []byte {
	enc, err := jobMarket.abi.Pack("approve", id, expiry, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5993984.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(bytes32 id, uint64 expiry, bytes signature) returns()
func (jobMarket *JobMarket) TryPackApprove(id [32]byte, expiry uint64, signature []byte) ([]byte, error) {
	return jobMarket.abi.Pack("approve", id, expiry, signature)
}

// PackBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64c9ec6f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bond() view returns(uint256)
func (jobMarket *JobMarket) PackBond() []byte {
	enc, err := jobMarket.abi.Pack("bond")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64c9ec6f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bond() view returns(uint256)
func (jobMarket *JobMarket) TryPackBond() ([]byte, error) {
	return jobMarket.abi.Pack("bond")
}

// UnpackBond is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x64c9ec6f.
//
// Solidity: function bond() view returns(uint256)
func (jobMarket *JobMarket) UnpackBond(data []byte) (*big.Int, error) {
	out, err := jobMarket.abi.Unpack("bond", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBudget is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xed01bf29.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function budget() view returns(address)
func (jobMarket *JobMarket) PackBudget() []byte {
	enc, err := jobMarket.abi.Pack("budget")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBudget is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xed01bf29.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function budget() view returns(address)
func (jobMarket *JobMarket) TryPackBudget() ([]byte, error) {
	return jobMarket.abi.Pack("budget")
}

// UnpackBudget is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xed01bf29.
//
// Solidity: function budget() view returns(address)
func (jobMarket *JobMarket) UnpackBudget(data []byte) (common.Address, error) {
	out, err := jobMarket.abi.Unpack("budget", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackBudgetKeyOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x025f380e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function budgetKeyOf(bytes32 id) view returns(bytes32)
func (jobMarket *JobMarket) PackBudgetKeyOf(id [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("budgetKeyOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBudgetKeyOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x025f380e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function budgetKeyOf(bytes32 id) view returns(bytes32)
func (jobMarket *JobMarket) TryPackBudgetKeyOf(id [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("budgetKeyOf", id)
}

// UnpackBudgetKeyOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x025f380e.
//
// Solidity: function budgetKeyOf(bytes32 id) view returns(bytes32)
func (jobMarket *JobMarket) UnpackBudgetKeyOf(data []byte) ([32]byte, error) {
	out, err := jobMarket.abi.Unpack("budgetKeyOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackBurnt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb192da2d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burnt() view returns(uint256)
func (jobMarket *JobMarket) PackBurnt() []byte {
	enc, err := jobMarket.abi.Pack("burnt")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurnt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb192da2d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burnt() view returns(uint256)
func (jobMarket *JobMarket) TryPackBurnt() ([]byte, error) {
	return jobMarket.abi.Pack("burnt")
}

// UnpackBurnt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb192da2d.
//
// Solidity: function burnt() view returns(uint256)
func (jobMarket *JobMarket) UnpackBurnt(data []byte) (*big.Int, error) {
	out, err := jobMarket.abi.Unpack("burnt", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d252f5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancel(bytes32 id) returns()
func (jobMarket *JobMarket) PackCancel(id [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("cancel", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d252f5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancel(bytes32 id) returns()
func (jobMarket *JobMarket) TryPackCancel(id [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("cancel", id)
}

// PackCancelExpired is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4124261d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancelExpired(bytes32 id) returns()
func (jobMarket *JobMarket) PackCancelExpired(id [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("cancelExpired", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancelExpired is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4124261d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancelExpired(bytes32 id) returns()
func (jobMarket *JobMarket) TryPackCancelExpired(id [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("cancelExpired", id)
}

// PackCharge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x37d5f392.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function charge(bytes32 id, uint64 claimRound, (bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32) charge_) returns()
func (jobMarket *JobMarket) PackCharge(id [32]byte, claimRound uint64, charge IJobMarketCharge) []byte {
	enc, err := jobMarket.abi.Pack("charge", id, claimRound, charge)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCharge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x37d5f392.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function charge(bytes32 id, uint64 claimRound, (bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32) charge_) returns()
func (jobMarket *JobMarket) TryPackCharge(id [32]byte, claimRound uint64, charge IJobMarketCharge) ([]byte, error) {
	return jobMarket.abi.Pack("charge", id, claimRound, charge)
}

// PackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x96c144f0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claim(bytes32 id, address enclave) payable returns()
func (jobMarket *JobMarket) PackClaim(id [32]byte, enclave common.Address) []byte {
	enc, err := jobMarket.abi.Pack("claim", id, enclave)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x96c144f0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claim(bytes32 id, address enclave) payable returns()
func (jobMarket *JobMarket) TryPackClaim(id [32]byte, enclave common.Address) ([]byte, error) {
	return jobMarket.abi.Pack("claim", id, enclave)
}

// PackDisapprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0703bed1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function disapprove(bytes32 id, uint64 upTo) returns()
func (jobMarket *JobMarket) PackDisapprove(id [32]byte, upTo uint64) []byte {
	enc, err := jobMarket.abi.Pack("disapprove", id, upTo)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDisapprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0703bed1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function disapprove(bytes32 id, uint64 upTo) returns()
func (jobMarket *JobMarket) TryPackDisapprove(id [32]byte, upTo uint64) ([]byte, error) {
	return jobMarket.abi.Pack("disapprove", id, upTo)
}

// PackDrawOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa020e0d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function drawOf(bytes32 id) view returns(bytes32)
func (jobMarket *JobMarket) PackDrawOf(id [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("drawOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDrawOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa020e0d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function drawOf(bytes32 id) view returns(bytes32)
func (jobMarket *JobMarket) TryPackDrawOf(id [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("drawOf", id)
}

// UnpackDrawOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa020e0d9.
//
// Solidity: function drawOf(bytes32 id) view returns(bytes32)
func (jobMarket *JobMarket) UnpackDrawOf(data []byte) ([32]byte, error) {
	out, err := jobMarket.abi.Unpack("drawOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackEndDrawDiffers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x282759cd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function endDrawDiffers(bytes32 id, uint64 claimRound, (bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32) charge_) returns()
func (jobMarket *JobMarket) PackEndDrawDiffers(id [32]byte, claimRound uint64, charge IJobMarketCharge) []byte {
	enc, err := jobMarket.abi.Pack("endDrawDiffers", id, claimRound, charge)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEndDrawDiffers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x282759cd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function endDrawDiffers(bytes32 id, uint64 claimRound, (bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32) charge_) returns()
func (jobMarket *JobMarket) TryPackEndDrawDiffers(id [32]byte, claimRound uint64, charge IJobMarketCharge) ([]byte, error) {
	return jobMarket.abi.Pack("endDrawDiffers", id, claimRound, charge)
}

// PackEndNarrowed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95f99c67.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function endNarrowed(bytes32 id, uint64 claimRound) returns()
func (jobMarket *JobMarket) PackEndNarrowed(id [32]byte, claimRound uint64) []byte {
	enc, err := jobMarket.abi.Pack("endNarrowed", id, claimRound)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEndNarrowed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95f99c67.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function endNarrowed(bytes32 id, uint64 claimRound) returns()
func (jobMarket *JobMarket) TryPackEndNarrowed(id [32]byte, claimRound uint64) ([]byte, error) {
	return jobMarket.abi.Pack("endNarrowed", id, claimRound)
}

// PackEndNotInUse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3e31161c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function endNotInUse(bytes32 id, uint64 claimRound) returns()
func (jobMarket *JobMarket) PackEndNotInUse(id [32]byte, claimRound uint64) []byte {
	enc, err := jobMarket.abi.Pack("endNotInUse", id, claimRound)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEndNotInUse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3e31161c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function endNotInUse(bytes32 id, uint64 claimRound) returns()
func (jobMarket *JobMarket) TryPackEndNotInUse(id [32]byte, claimRound uint64) ([]byte, error) {
	return jobMarket.abi.Pack("endNotInUse", id, claimRound)
}

// PackFail is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x49c5f283.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fail(bytes32 id, uint64 claimRound) returns()
func (jobMarket *JobMarket) PackFail(id [32]byte, claimRound uint64) []byte {
	enc, err := jobMarket.abi.Pack("fail", id, claimRound)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFail is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x49c5f283.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fail(bytes32 id, uint64 claimRound) returns()
func (jobMarket *JobMarket) TryPackFail(id [32]byte, claimRound uint64) ([]byte, error) {
	return jobMarket.abi.Pack("fail", id, claimRound)
}

// PackFeedOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x853d341c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function feedOf(bytes32 dataset) view returns(uint64 count, bytes24 head)
func (jobMarket *JobMarket) PackFeedOf(dataset [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("feedOf", dataset)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFeedOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x853d341c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function feedOf(bytes32 dataset) view returns(uint64 count, bytes24 head)
func (jobMarket *JobMarket) TryPackFeedOf(dataset [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("feedOf", dataset)
}

// FeedOfOutput serves as a container for the return parameters of contract
// method FeedOf.
type FeedOfOutput struct {
	Count uint64
	Head  [24]byte
}

// UnpackFeedOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x853d341c.
//
// Solidity: function feedOf(bytes32 dataset) view returns(uint64 count, bytes24 head)
func (jobMarket *JobMarket) UnpackFeedOf(data []byte) (FeedOfOutput, error) {
	out, err := jobMarket.abi.Unpack("feedOf", data)
	outstruct := new(FeedOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Count = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.Head = *abi.ConvertType(out[1], new([24]byte)).(*[24]byte)
	return *outstruct, nil
}

// PackHandOver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3cb984a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function handOver(bytes32 id, address fromEnclave, address enclave, uint64 claimRound) returns()
func (jobMarket *JobMarket) PackHandOver(id [32]byte, fromEnclave common.Address, enclave common.Address, claimRound uint64) []byte {
	enc, err := jobMarket.abi.Pack("handOver", id, fromEnclave, enclave, claimRound)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHandOver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3cb984a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function handOver(bytes32 id, address fromEnclave, address enclave, uint64 claimRound) returns()
func (jobMarket *JobMarket) TryPackHandOver(id [32]byte, fromEnclave common.Address, enclave common.Address, claimRound uint64) ([]byte, error) {
	return jobMarket.abi.Pack("handOver", id, fromEnclave, enclave, claimRound)
}

// PackHashApproval is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x17512459.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashApproval(bytes32 id, uint64 expiry) view returns(bytes32 digest)
func (jobMarket *JobMarket) PackHashApproval(id [32]byte, expiry uint64) []byte {
	enc, err := jobMarket.abi.Pack("hashApproval", id, expiry)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashApproval is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x17512459.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashApproval(bytes32 id, uint64 expiry) view returns(bytes32 digest)
func (jobMarket *JobMarket) TryPackHashApproval(id [32]byte, expiry uint64) ([]byte, error) {
	return jobMarket.abi.Pack("hashApproval", id, expiry)
}

// UnpackHashApproval is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x17512459.
//
// Solidity: function hashApproval(bytes32 id, uint64 expiry) view returns(bytes32 digest)
func (jobMarket *JobMarket) UnpackHashApproval(data []byte) ([32]byte, error) {
	out, err := jobMarket.abi.Unpack("hashApproval", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackHashCharge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3828f549.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashCharge((bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32) charge_) pure returns(bytes32)
func (jobMarket *JobMarket) PackHashCharge(charge IJobMarketCharge) []byte {
	enc, err := jobMarket.abi.Pack("hashCharge", charge)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashCharge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3828f549.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashCharge((bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32) charge_) pure returns(bytes32)
func (jobMarket *JobMarket) TryPackHashCharge(charge IJobMarketCharge) ([]byte, error) {
	return jobMarket.abi.Pack("hashCharge", charge)
}

// UnpackHashCharge is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3828f549.
//
// Solidity: function hashCharge((bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32) charge_) pure returns(bytes32)
func (jobMarket *JobMarket) UnpackHashCharge(data []byte) ([32]byte, error) {
	out, err := jobMarket.abi.Unpack("hashCharge", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackHashHeld is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd91f5a0e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashHeld(bytes32 id, bytes32 ciphertext, uint64 size) view returns(bytes32 digest)
func (jobMarket *JobMarket) PackHashHeld(id [32]byte, ciphertext [32]byte, size uint64) []byte {
	enc, err := jobMarket.abi.Pack("hashHeld", id, ciphertext, size)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashHeld is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd91f5a0e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashHeld(bytes32 id, bytes32 ciphertext, uint64 size) view returns(bytes32 digest)
func (jobMarket *JobMarket) TryPackHashHeld(id [32]byte, ciphertext [32]byte, size uint64) ([]byte, error) {
	return jobMarket.abi.Pack("hashHeld", id, ciphertext, size)
}

// UnpackHashHeld is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd91f5a0e.
//
// Solidity: function hashHeld(bytes32 id, bytes32 ciphertext, uint64 size) view returns(bytes32 digest)
func (jobMarket *JobMarket) UnpackHashHeld(data []byte) ([32]byte, error) {
	out, err := jobMarket.abi.Unpack("hashHeld", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackHashReceipt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc255e780.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashReceipt((bytes32,(bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32),bytes32,bytes32,uint64,bytes32,bytes32,address,bytes32,bytes32) receipt) view returns(bytes32 digest)
func (jobMarket *JobMarket) PackHashReceipt(receipt IJobMarketReceipt) []byte {
	enc, err := jobMarket.abi.Pack("hashReceipt", receipt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashReceipt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc255e780.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashReceipt((bytes32,(bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32),bytes32,bytes32,uint64,bytes32,bytes32,address,bytes32,bytes32) receipt) view returns(bytes32 digest)
func (jobMarket *JobMarket) TryPackHashReceipt(receipt IJobMarketReceipt) ([]byte, error) {
	return jobMarket.abi.Pack("hashReceipt", receipt)
}

// UnpackHashReceipt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc255e780.
//
// Solidity: function hashReceipt((bytes32,(bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32),bytes32,bytes32,uint64,bytes32,bytes32,address,bytes32,bytes32) receipt) view returns(bytes32 digest)
func (jobMarket *JobMarket) UnpackHashReceipt(data []byte) ([32]byte, error) {
	out, err := jobMarket.abi.Unpack("hashReceipt", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackIsRefused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1a7ac1d7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isRefused(bytes32 id, address enclave) view returns(bool)
func (jobMarket *JobMarket) PackIsRefused(id [32]byte, enclave common.Address) []byte {
	enc, err := jobMarket.abi.Pack("isRefused", id, enclave)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsRefused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1a7ac1d7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isRefused(bytes32 id, address enclave) view returns(bool)
func (jobMarket *JobMarket) TryPackIsRefused(id [32]byte, enclave common.Address) ([]byte, error) {
	return jobMarket.abi.Pack("isRefused", id, enclave)
}

// UnpackIsRefused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1a7ac1d7.
//
// Solidity: function isRefused(bytes32 id, address enclave) view returns(bool)
func (jobMarket *JobMarket) UnpackIsRefused(data []byte) (bool, error) {
	out, err := jobMarket.abi.Unpack("isRefused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackJobId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc182c82e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function jobId((bytes32,bytes32,bytes32,bytes32,address,uint16,uint8,uint8,uint32,uint32,uint64,uint64,uint64,uint64,uint128,uint8,uint16,uint32,uint32,uint32,bytes32,bytes32,bytes32) spec_) view returns(bytes32)
func (jobMarket *JobMarket) PackJobId(spec IJobMarketJobSpec) []byte {
	enc, err := jobMarket.abi.Pack("jobId", spec)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackJobId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc182c82e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function jobId((bytes32,bytes32,bytes32,bytes32,address,uint16,uint8,uint8,uint32,uint32,uint64,uint64,uint64,uint64,uint128,uint8,uint16,uint32,uint32,uint32,bytes32,bytes32,bytes32) spec_) view returns(bytes32)
func (jobMarket *JobMarket) TryPackJobId(spec IJobMarketJobSpec) ([]byte, error) {
	return jobMarket.abi.Pack("jobId", spec)
}

// UnpackJobId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc182c82e.
//
// Solidity: function jobId((bytes32,bytes32,bytes32,bytes32,address,uint16,uint8,uint8,uint32,uint32,uint64,uint64,uint64,uint64,uint128,uint8,uint16,uint32,uint32,uint32,bytes32,bytes32,bytes32) spec_) view returns(bytes32)
func (jobMarket *JobMarket) UnpackJobId(data []byte) ([32]byte, error) {
	out, err := jobMarket.abi.Unpack("jobId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackJobOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaffe000e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function jobOf(bytes32 id) view returns((uint8,uint8,bool,uint64,address,bool,address,uint64,uint32,uint64,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint64,uint64,uint64,uint64,bytes32,address,uint64,address,uint64,uint8,bool))
func (jobMarket *JobMarket) PackJobOf(id [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("jobOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackJobOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaffe000e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function jobOf(bytes32 id) view returns((uint8,uint8,bool,uint64,address,bool,address,uint64,uint32,uint64,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint64,uint64,uint64,uint64,bytes32,address,uint64,address,uint64,uint8,bool))
func (jobMarket *JobMarket) TryPackJobOf(id [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("jobOf", id)
}

// UnpackJobOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xaffe000e.
//
// Solidity: function jobOf(bytes32 id) view returns((uint8,uint8,bool,uint64,address,bool,address,uint64,uint32,uint64,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint64,uint64,uint64,uint64,bytes32,address,uint64,address,uint64,uint8,bool))
func (jobMarket *JobMarket) UnpackJobOf(data []byte) (IJobMarketJob, error) {
	out, err := jobMarket.abi.Unpack("jobOf", data)
	if err != nil {
		return *new(IJobMarketJob), err
	}
	out0 := *abi.ConvertType(out[0], new(IJobMarketJob)).(*IJobMarketJob)
	return out0, nil
}

// PackLapse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649e09f1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lapse(bytes32 id, uint64 claimRound) returns()
func (jobMarket *JobMarket) PackLapse(id [32]byte, claimRound uint64) []byte {
	enc, err := jobMarket.abi.Pack("lapse", id, claimRound)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLapse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649e09f1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lapse(bytes32 id, uint64 claimRound) returns()
func (jobMarket *JobMarket) TryPackLapse(id [32]byte, claimRound uint64) ([]byte, error) {
	return jobMarket.abi.Pack("lapse", id, claimRound)
}

// PackLibraryCodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa10afc3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function libraryCodes() view returns(bytes32 steps, bytes32 ends)
func (jobMarket *JobMarket) PackLibraryCodes() []byte {
	enc, err := jobMarket.abi.Pack("libraryCodes")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLibraryCodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa10afc3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function libraryCodes() view returns(bytes32 steps, bytes32 ends)
func (jobMarket *JobMarket) TryPackLibraryCodes() ([]byte, error) {
	return jobMarket.abi.Pack("libraryCodes")
}

// LibraryCodesOutput serves as a container for the return parameters of contract
// method LibraryCodes.
type LibraryCodesOutput struct {
	Steps [32]byte
	Ends  [32]byte
}

// UnpackLibraryCodes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa10afc3e.
//
// Solidity: function libraryCodes() view returns(bytes32 steps, bytes32 ends)
func (jobMarket *JobMarket) UnpackLibraryCodes(data []byte) (LibraryCodesOutput, error) {
	out, err := jobMarket.abi.Unpack("libraryCodes", data)
	outstruct := new(LibraryCodesOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Steps = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.Ends = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	return *outstruct, nil
}

// PackOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbe42c1a8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function open(bytes32 id, bytes32 key) returns()
func (jobMarket *JobMarket) PackOpen(id [32]byte, key [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("open", id, key)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbe42c1a8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function open(bytes32 id, bytes32 key) returns()
func (jobMarket *JobMarket) TryPackOpen(id [32]byte, key [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("open", id, key)
}

// PackOwed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdf18e047.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owed(address account) view returns(uint256)
func (jobMarket *JobMarket) PackOwed(account common.Address) []byte {
	enc, err := jobMarket.abi.Pack("owed", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdf18e047.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owed(address account) view returns(uint256)
func (jobMarket *JobMarket) TryPackOwed(account common.Address) ([]byte, error) {
	return jobMarket.abi.Pack("owed", account)
}

// UnpackOwed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdf18e047.
//
// Solidity: function owed(address account) view returns(uint256)
func (jobMarket *JobMarket) UnpackOwed(data []byte) (*big.Int, error) {
	out, err := jobMarket.abi.Unpack("owed", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackPost is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf6fa1f61.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function post((bytes32,bytes32,bytes32,bytes32,address,uint16,uint8,uint8,uint32,uint32,uint64,uint64,uint64,uint64,uint128,uint8,uint16,uint32,uint32,uint32,bytes32,bytes32,bytes32) spec_, bytes parameters, bytes researcherKey) payable returns(bytes32 id)
func (jobMarket *JobMarket) PackPost(spec IJobMarketJobSpec, parameters []byte, researcherKey []byte) []byte {
	enc, err := jobMarket.abi.Pack("post", spec, parameters, researcherKey)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPost is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf6fa1f61.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function post((bytes32,bytes32,bytes32,bytes32,address,uint16,uint8,uint8,uint32,uint32,uint64,uint64,uint64,uint64,uint128,uint8,uint16,uint32,uint32,uint32,bytes32,bytes32,bytes32) spec_, bytes parameters, bytes researcherKey) payable returns(bytes32 id)
func (jobMarket *JobMarket) TryPackPost(spec IJobMarketJobSpec, parameters []byte, researcherKey []byte) ([]byte, error) {
	return jobMarket.abi.Pack("post", spec, parameters, researcherKey)
}

// UnpackPost is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf6fa1f61.
//
// Solidity: function post((bytes32,bytes32,bytes32,bytes32,address,uint16,uint8,uint8,uint32,uint32,uint64,uint64,uint64,uint64,uint128,uint8,uint16,uint32,uint32,uint32,bytes32,bytes32,bytes32) spec_, bytes parameters, bytes researcherKey) payable returns(bytes32 id)
func (jobMarket *JobMarket) UnpackPost(data []byte) ([32]byte, error) {
	out, err := jobMarket.abi.Unpack("post", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackReceiptOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x72a41fdd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function receiptOf(bytes32 id) view returns(bytes32)
func (jobMarket *JobMarket) PackReceiptOf(id [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("receiptOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReceiptOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x72a41fdd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function receiptOf(bytes32 id) view returns(bytes32)
func (jobMarket *JobMarket) TryPackReceiptOf(id [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("receiptOf", id)
}

// UnpackReceiptOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x72a41fdd.
//
// Solidity: function receiptOf(bytes32 id) view returns(bytes32)
func (jobMarket *JobMarket) UnpackReceiptOf(data []byte) ([32]byte, error) {
	out, err := jobMarket.abi.Unpack("receiptOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRecordRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc3ec89c0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recordRelease(bytes32 id, address enclave, uint64 claimRound, uint64 rhoMost, uint64 deltaMost) returns()
func (jobMarket *JobMarket) PackRecordRelease(id [32]byte, enclave common.Address, claimRound uint64, rhoMost uint64, deltaMost uint64) []byte {
	enc, err := jobMarket.abi.Pack("recordRelease", id, enclave, claimRound, rhoMost, deltaMost)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecordRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc3ec89c0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recordRelease(bytes32 id, address enclave, uint64 claimRound, uint64 rhoMost, uint64 deltaMost) returns()
func (jobMarket *JobMarket) TryPackRecordRelease(id [32]byte, enclave common.Address, claimRound uint64, rhoMost uint64, deltaMost uint64) ([]byte, error) {
	return jobMarket.abi.Pack("recordRelease", id, enclave, claimRound, rhoMost, deltaMost)
}

// PackRedraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x62e69cb6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function redraw(bytes32 id, uint64 claimRound, (bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32) previous, bytes32 noise, uint64 moment) returns()
func (jobMarket *JobMarket) PackRedraw(id [32]byte, claimRound uint64, previous IJobMarketCharge, noise [32]byte, moment uint64) []byte {
	enc, err := jobMarket.abi.Pack("redraw", id, claimRound, previous, noise, moment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRedraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x62e69cb6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function redraw(bytes32 id, uint64 claimRound, (bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32) previous, bytes32 noise, uint64 moment) returns()
func (jobMarket *JobMarket) TryPackRedraw(id [32]byte, claimRound uint64, previous IJobMarketCharge, noise [32]byte, moment uint64) ([]byte, error) {
	return jobMarket.abi.Pack("redraw", id, claimRound, previous, noise, moment)
}

// PackRefuse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1fd25f14.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function refuse(bytes32 id, address enclave, uint64 claimRound) returns()
func (jobMarket *JobMarket) PackRefuse(id [32]byte, enclave common.Address, claimRound uint64) []byte {
	enc, err := jobMarket.abi.Pack("refuse", id, enclave, claimRound)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRefuse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1fd25f14.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function refuse(bytes32 id, address enclave, uint64 claimRound) returns()
func (jobMarket *JobMarket) TryPackRefuse(id [32]byte, enclave common.Address, claimRound uint64) ([]byte, error) {
	return jobMarket.abi.Pack("refuse", id, enclave, claimRound)
}

// PackRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b103999.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registry() view returns(address)
func (jobMarket *JobMarket) PackRegistry() []byte {
	enc, err := jobMarket.abi.Pack("registry")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b103999.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registry() view returns(address)
func (jobMarket *JobMarket) TryPackRegistry() ([]byte, error) {
	return jobMarket.abi.Pack("registry")
}

// UnpackRegistry is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7b103999.
//
// Solidity: function registry() view returns(address)
func (jobMarket *JobMarket) UnpackRegistry(data []byte) (common.Address, error) {
	out, err := jobMarket.abi.Unpack("registry", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRerun is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4774579f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rerun(bytes32 id, uint64 claimRound, uint64 consentRound) returns()
func (jobMarket *JobMarket) PackRerun(id [32]byte, claimRound uint64, consentRound uint64) []byte {
	enc, err := jobMarket.abi.Pack("rerun", id, claimRound, consentRound)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRerun is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4774579f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rerun(bytes32 id, uint64 claimRound, uint64 consentRound) returns()
func (jobMarket *JobMarket) TryPackRerun(id [32]byte, claimRound uint64, consentRound uint64) ([]byte, error) {
	return jobMarket.abi.Pack("rerun", id, claimRound, consentRound)
}

// PackReturnClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x054a0d66.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function returnClaim(bytes32 id, uint64 claimRound) returns()
func (jobMarket *JobMarket) PackReturnClaim(id [32]byte, claimRound uint64) []byte {
	enc, err := jobMarket.abi.Pack("returnClaim", id, claimRound)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReturnClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x054a0d66.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function returnClaim(bytes32 id, uint64 claimRound) returns()
func (jobMarket *JobMarket) TryPackReturnClaim(id [32]byte, claimRound uint64) ([]byte, error) {
	return jobMarket.abi.Pack("returnClaim", id, claimRound)
}

// PackSeal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdcba7913.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function seal(bytes32 id, (bytes32,(bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32),bytes32,bytes32,uint64,bytes32,bytes32,address,bytes32,bytes32) receipt, bytes signature, bytes ciphertext) returns()
func (jobMarket *JobMarket) PackSeal(id [32]byte, receipt IJobMarketReceipt, signature []byte, ciphertext []byte) []byte {
	enc, err := jobMarket.abi.Pack("seal", id, receipt, signature, ciphertext)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSeal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdcba7913.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function seal(bytes32 id, (bytes32,(bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32),bytes32,bytes32,uint64,bytes32,bytes32,address,bytes32,bytes32) receipt, bytes signature, bytes ciphertext) returns()
func (jobMarket *JobMarket) TryPackSeal(id [32]byte, receipt IJobMarketReceipt, signature []byte, ciphertext []byte) ([]byte, error) {
	return jobMarket.abi.Pack("seal", id, receipt, signature, ciphertext)
}

// PackSealByHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xba351f61.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sealByHash(bytes32 id, (bytes32,(bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32),bytes32,bytes32,uint64,bytes32,bytes32,address,bytes32,bytes32) receipt, bytes signature, bytes[] held) returns()
func (jobMarket *JobMarket) PackSealByHash(id [32]byte, receipt IJobMarketReceipt, signature []byte, held [][]byte) []byte {
	enc, err := jobMarket.abi.Pack("sealByHash", id, receipt, signature, held)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSealByHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xba351f61.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sealByHash(bytes32 id, (bytes32,(bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32),bytes32,bytes32,uint64,bytes32,bytes32,address,bytes32,bytes32) receipt, bytes signature, bytes[] held) returns()
func (jobMarket *JobMarket) TryPackSealByHash(id [32]byte, receipt IJobMarketReceipt, signature []byte, held [][]byte) ([]byte, error) {
	return jobMarket.abi.Pack("sealByHash", id, receipt, signature, held)
}

// PackSpecOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf644206c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function specOf(bytes32 id) view returns((bytes32,bytes32,bytes32,bytes32,address,uint16,uint8,uint8,uint32,uint32,uint64,uint64,uint64,uint64,uint128,uint8,uint16,uint32,uint32,uint32,bytes32,bytes32,bytes32))
func (jobMarket *JobMarket) PackSpecOf(id [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("specOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSpecOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf644206c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function specOf(bytes32 id) view returns((bytes32,bytes32,bytes32,bytes32,address,uint16,uint8,uint8,uint32,uint32,uint64,uint64,uint64,uint64,uint128,uint8,uint16,uint32,uint32,uint32,bytes32,bytes32,bytes32))
func (jobMarket *JobMarket) TryPackSpecOf(id [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("specOf", id)
}

// UnpackSpecOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf644206c.
//
// Solidity: function specOf(bytes32 id) view returns((bytes32,bytes32,bytes32,bytes32,address,uint16,uint8,uint8,uint32,uint32,uint64,uint64,uint64,uint64,uint128,uint8,uint16,uint32,uint32,uint32,bytes32,bytes32,bytes32))
func (jobMarket *JobMarket) UnpackSpecOf(data []byte) (IJobMarketJobSpec, error) {
	out, err := jobMarket.abi.Unpack("specOf", data)
	if err != nil {
		return *new(IJobMarketJobSpec), err
	}
	out0 := *abi.ConvertType(out[0], new(IJobMarketJobSpec)).(*IJobMarketJobSpec)
	return out0, nil
}

// PackWaitsUntil is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x618b2508.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function waitsUntil(bytes32 id, address operator) view returns(uint64)
func (jobMarket *JobMarket) PackWaitsUntil(id [32]byte, operator common.Address) []byte {
	enc, err := jobMarket.abi.Pack("waitsUntil", id, operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWaitsUntil is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x618b2508.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function waitsUntil(bytes32 id, address operator) view returns(uint64)
func (jobMarket *JobMarket) TryPackWaitsUntil(id [32]byte, operator common.Address) ([]byte, error) {
	return jobMarket.abi.Pack("waitsUntil", id, operator)
}

// UnpackWaitsUntil is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x618b2508.
//
// Solidity: function waitsUntil(bytes32 id, address operator) view returns(uint64)
func (jobMarket *JobMarket) UnpackWaitsUntil(data []byte) (uint64, error) {
	out, err := jobMarket.abi.Unpack("waitsUntil", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51cff8d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(address to) returns()
func (jobMarket *JobMarket) PackWithdraw(to common.Address) []byte {
	enc, err := jobMarket.abi.Pack("withdraw", to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51cff8d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(address to) returns()
func (jobMarket *JobMarket) TryPackWithdraw(to common.Address) ([]byte, error) {
	return jobMarket.abi.Pack("withdraw", to)
}

// PackWithhold is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x96dd6bac.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withhold(bytes32 id, uint64 claimRound) returns()
func (jobMarket *JobMarket) PackWithhold(id [32]byte, claimRound uint64) []byte {
	enc, err := jobMarket.abi.Pack("withhold", id, claimRound)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithhold is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x96dd6bac.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withhold(bytes32 id, uint64 claimRound) returns()
func (jobMarket *JobMarket) TryPackWithhold(id [32]byte, claimRound uint64) ([]byte, error) {
	return jobMarket.abi.Pack("withhold", id, claimRound)
}

// PackWorkers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcabb62f0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function workers() view returns(address)
func (jobMarket *JobMarket) PackWorkers() []byte {
	enc, err := jobMarket.abi.Pack("workers")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWorkers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcabb62f0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function workers() view returns(address)
func (jobMarket *JobMarket) TryPackWorkers() ([]byte, error) {
	return jobMarket.abi.Pack("workers")
}

// UnpackWorkers is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcabb62f0.
//
// Solidity: function workers() view returns(address)
func (jobMarket *JobMarket) UnpackWorkers(data []byte) (common.Address, error) {
	out, err := jobMarket.abi.Unpack("workers", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// JobMarketClaimEnded represents a ClaimEnded event raised by the JobMarket contract.
type JobMarketClaimEnded struct {
	Job        [32]byte
	Enclave    common.Address
	ClaimRound uint64
	How        uint8
	Kept       *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const JobMarketClaimEndedEventName = "ClaimEnded"

// ContractEventName returns the user-defined event name.
func (JobMarketClaimEnded) ContractEventName() string {
	return JobMarketClaimEndedEventName
}

// UnpackClaimEndedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ClaimEnded(bytes32 indexed job, address indexed enclave, uint64 claimRound, uint8 how, uint256 kept)
func (jobMarket *JobMarket) UnpackClaimEndedEvent(log *types.Log) (*JobMarketClaimEnded, error) {
	event := "ClaimEnded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketClaimEnded)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketEIP712DomainChanged represents a EIP712DomainChanged event raised by the JobMarket contract.
type JobMarketEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const JobMarketEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (JobMarketEIP712DomainChanged) ContractEventName() string {
	return JobMarketEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (jobMarket *JobMarket) UnpackEIP712DomainChangedEvent(log *types.Log) (*JobMarketEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketFeedAppended represents a FeedAppended event raised by the JobMarket contract.
type JobMarketFeedAppended struct {
	Dataset     [32]byte
	Job         [32]byte
	Kind        uint8
	Subject     [32]byte
	Number      uint64
	Head        [24]byte
	NumberOfAll uint64
	HeadOfAll   [24]byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const JobMarketFeedAppendedEventName = "FeedAppended"

// ContractEventName returns the user-defined event name.
func (JobMarketFeedAppended) ContractEventName() string {
	return JobMarketFeedAppendedEventName
}

// UnpackFeedAppendedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event FeedAppended(bytes32 indexed dataset, bytes32 indexed job, uint8 kind, bytes32 subject, uint64 number, bytes24 head, uint64 numberOfAll, bytes24 headOfAll)
func (jobMarket *JobMarket) UnpackFeedAppendedEvent(log *types.Log) (*JobMarketFeedAppended, error) {
	event := "FeedAppended"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketFeedAppended)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketJobApproved represents a JobApproved event raised by the JobMarket contract.
type JobMarketJobApproved struct {
	Job    [32]byte
	Expiry uint64
	Raw    *types.Log // Blockchain specific contextual infos
}

const JobMarketJobApprovedEventName = "JobApproved"

// ContractEventName returns the user-defined event name.
func (JobMarketJobApproved) ContractEventName() string {
	return JobMarketJobApprovedEventName
}

// UnpackJobApprovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobApproved(bytes32 indexed job, uint64 expiry)
func (jobMarket *JobMarket) UnpackJobApprovedEvent(log *types.Log) (*JobMarketJobApproved, error) {
	event := "JobApproved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketJobApproved)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketJobCancelled represents a JobCancelled event raised by the JobMarket contract.
type JobMarketJobCancelled struct {
	Job [32]byte
	Raw *types.Log // Blockchain specific contextual infos
}

const JobMarketJobCancelledEventName = "JobCancelled"

// ContractEventName returns the user-defined event name.
func (JobMarketJobCancelled) ContractEventName() string {
	return JobMarketJobCancelledEventName
}

// UnpackJobCancelledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobCancelled(bytes32 indexed job)
func (jobMarket *JobMarket) UnpackJobCancelledEvent(log *types.Log) (*JobMarketJobCancelled, error) {
	event := "JobCancelled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketJobCancelled)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketJobCharged represents a JobCharged event raised by the JobMarket contract.
type JobMarketJobCharged struct {
	Job     [32]byte
	Enclave common.Address
	Charge  IJobMarketCharge
	Raw     *types.Log // Blockchain specific contextual infos
}

const JobMarketJobChargedEventName = "JobCharged"

// ContractEventName returns the user-defined event name.
func (JobMarketJobCharged) ContractEventName() string {
	return JobMarketJobChargedEventName
}

// UnpackJobChargedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobCharged(bytes32 indexed job, address indexed enclave, (bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32) charge)
func (jobMarket *JobMarket) UnpackJobChargedEvent(log *types.Log) (*JobMarketJobCharged, error) {
	event := "JobCharged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketJobCharged)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketJobClaimed represents a JobClaimed event raised by the JobMarket contract.
type JobMarketJobClaimed struct {
	Job          [32]byte
	Enclave      common.Address
	Operator     common.Address
	ClaimRound   uint64
	ConsentRound uint64
	Quote        [32]byte
	Raw          *types.Log // Blockchain specific contextual infos
}

const JobMarketJobClaimedEventName = "JobClaimed"

// ContractEventName returns the user-defined event name.
func (JobMarketJobClaimed) ContractEventName() string {
	return JobMarketJobClaimedEventName
}

// UnpackJobClaimedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobClaimed(bytes32 indexed job, address indexed enclave, address indexed operator, uint64 claimRound, uint64 consentRound, bytes32 quote)
func (jobMarket *JobMarket) UnpackJobClaimedEvent(log *types.Log) (*JobMarketJobClaimed, error) {
	event := "JobClaimed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketJobClaimed)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketJobDisapproved represents a JobDisapproved event raised by the JobMarket contract.
type JobMarketJobDisapproved struct {
	Job  [32]byte
	UpTo uint64
	Raw  *types.Log // Blockchain specific contextual infos
}

const JobMarketJobDisapprovedEventName = "JobDisapproved"

// ContractEventName returns the user-defined event name.
func (JobMarketJobDisapproved) ContractEventName() string {
	return JobMarketJobDisapprovedEventName
}

// UnpackJobDisapprovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobDisapproved(bytes32 indexed job, uint64 upTo)
func (jobMarket *JobMarket) UnpackJobDisapprovedEvent(log *types.Log) (*JobMarketJobDisapproved, error) {
	event := "JobDisapproved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketJobDisapproved)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketJobFailed represents a JobFailed event raised by the JobMarket contract.
type JobMarketJobFailed struct {
	Job  [32]byte
	Why  uint8
	Kept *big.Int
	Raw  *types.Log // Blockchain specific contextual infos
}

const JobMarketJobFailedEventName = "JobFailed"

// ContractEventName returns the user-defined event name.
func (JobMarketJobFailed) ContractEventName() string {
	return JobMarketJobFailedEventName
}

// UnpackJobFailedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobFailed(bytes32 indexed job, uint8 why, uint256 kept)
func (jobMarket *JobMarket) UnpackJobFailedEvent(log *types.Log) (*JobMarketJobFailed, error) {
	event := "JobFailed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketJobFailed)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketJobHandedOver represents a JobHandedOver event raised by the JobMarket contract.
type JobMarketJobHandedOver struct {
	Job   [32]byte
	From  common.Address
	To    common.Address
	Quote [32]byte
	Raw   *types.Log // Blockchain specific contextual infos
}

const JobMarketJobHandedOverEventName = "JobHandedOver"

// ContractEventName returns the user-defined event name.
func (JobMarketJobHandedOver) ContractEventName() string {
	return JobMarketJobHandedOverEventName
}

// UnpackJobHandedOverEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobHandedOver(bytes32 indexed job, address indexed from, address indexed to, bytes32 quote)
func (jobMarket *JobMarket) UnpackJobHandedOverEvent(log *types.Log) (*JobMarketJobHandedOver, error) {
	event := "JobHandedOver"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketJobHandedOver)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketJobPosted represents a JobPosted event raised by the JobMarket contract.
type JobMarketJobPosted struct {
	Job           [32]byte
	Dataset       [32]byte
	Researcher    common.Address
	Spec          IJobMarketJobSpec
	Parameters    []byte
	ResearcherKey []byte
	Raw           *types.Log // Blockchain specific contextual infos
}

const JobMarketJobPostedEventName = "JobPosted"

// ContractEventName returns the user-defined event name.
func (JobMarketJobPosted) ContractEventName() string {
	return JobMarketJobPostedEventName
}

// UnpackJobPostedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobPosted(bytes32 indexed job, bytes32 indexed dataset, address indexed researcher, (bytes32,bytes32,bytes32,bytes32,address,uint16,uint8,uint8,uint32,uint32,uint64,uint64,uint64,uint64,uint128,uint8,uint16,uint32,uint32,uint32,bytes32,bytes32,bytes32) spec, bytes parameters, bytes researcherKey)
func (jobMarket *JobMarket) UnpackJobPostedEvent(log *types.Log) (*JobMarketJobPosted, error) {
	event := "JobPosted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketJobPosted)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketJobRerun represents a JobRerun event raised by the JobMarket contract.
type JobMarketJobRerun struct {
	Job          [32]byte
	Reruns       uint8
	ConsentRound uint64
	Raw          *types.Log // Blockchain specific contextual infos
}

const JobMarketJobRerunEventName = "JobRerun"

// ContractEventName returns the user-defined event name.
func (JobMarketJobRerun) ContractEventName() string {
	return JobMarketJobRerunEventName
}

// UnpackJobRerunEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobRerun(bytes32 indexed job, uint8 reruns, uint64 consentRound)
func (jobMarket *JobMarket) UnpackJobRerunEvent(log *types.Log) (*JobMarketJobRerun, error) {
	event := "JobRerun"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketJobRerun)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketJobSealed represents a JobSealed event raised by the JobMarket contract.
type JobMarketJobSealed struct {
	Job       [32]byte
	Receipt   [32]byte
	Enclave   common.Address
	Content   IJobMarketReceipt
	Signature []byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const JobMarketJobSealedEventName = "JobSealed"

// ContractEventName returns the user-defined event name.
func (JobMarketJobSealed) ContractEventName() string {
	return JobMarketJobSealedEventName
}

// UnpackJobSealedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobSealed(bytes32 indexed job, bytes32 indexed receipt, address indexed enclave, (bytes32,(bytes32,uint64,bytes32,bytes32,uint32,uint64,uint64,uint64,bytes32,bytes32),bytes32,bytes32,uint64,bytes32,bytes32,address,bytes32,bytes32) content, bytes signature)
func (jobMarket *JobMarket) UnpackJobSealedEvent(log *types.Log) (*JobMarketJobSealed, error) {
	event := "JobSealed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketJobSealed)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketJobWithheld represents a JobWithheld event raised by the JobMarket contract.
type JobMarketJobWithheld struct {
	Job [32]byte
	Raw *types.Log // Blockchain specific contextual infos
}

const JobMarketJobWithheldEventName = "JobWithheld"

// ContractEventName returns the user-defined event name.
func (JobMarketJobWithheld) ContractEventName() string {
	return JobMarketJobWithheldEventName
}

// UnpackJobWithheldEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobWithheld(bytes32 indexed job)
func (jobMarket *JobMarket) UnpackJobWithheldEvent(log *types.Log) (*JobMarketJobWithheld, error) {
	event := "JobWithheld"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketJobWithheld)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketKeyReleased represents a KeyReleased event raised by the JobMarket contract.
type JobMarketKeyReleased struct {
	Job          [32]byte
	Enclave      common.Address
	ClaimRound   uint64
	FinishBefore uint64
	Raw          *types.Log // Blockchain specific contextual infos
}

const JobMarketKeyReleasedEventName = "KeyReleased"

// ContractEventName returns the user-defined event name.
func (JobMarketKeyReleased) ContractEventName() string {
	return JobMarketKeyReleasedEventName
}

// UnpackKeyReleasedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event KeyReleased(bytes32 indexed job, address indexed enclave, uint64 claimRound, uint64 finishBefore)
func (jobMarket *JobMarket) UnpackKeyReleasedEvent(log *types.Log) (*JobMarketKeyReleased, error) {
	event := "KeyReleased"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketKeyReleased)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketPaymentKept represents a PaymentKept event raised by the JobMarket contract.
type JobMarketPaymentKept struct {
	To     common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const JobMarketPaymentKeptEventName = "PaymentKept"

// ContractEventName returns the user-defined event name.
func (JobMarketPaymentKept) ContractEventName() string {
	return JobMarketPaymentKeptEventName
}

// UnpackPaymentKeptEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PaymentKept(address indexed to, uint256 amount)
func (jobMarket *JobMarket) UnpackPaymentKeptEvent(log *types.Log) (*JobMarketPaymentKept, error) {
	event := "PaymentKept"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketPaymentKept)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketPaymentSent represents a PaymentSent event raised by the JobMarket contract.
type JobMarketPaymentSent struct {
	To     common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const JobMarketPaymentSentEventName = "PaymentSent"

// ContractEventName returns the user-defined event name.
func (JobMarketPaymentSent) ContractEventName() string {
	return JobMarketPaymentSentEventName
}

// UnpackPaymentSentEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PaymentSent(address indexed to, uint256 amount)
func (jobMarket *JobMarket) UnpackPaymentSentEvent(log *types.Log) (*JobMarketPaymentSent, error) {
	event := "PaymentSent"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketPaymentSent)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketPaymentWithdrawn represents a PaymentWithdrawn event raised by the JobMarket contract.
type JobMarketPaymentWithdrawn struct {
	From   common.Address
	To     common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const JobMarketPaymentWithdrawnEventName = "PaymentWithdrawn"

// ContractEventName returns the user-defined event name.
func (JobMarketPaymentWithdrawn) ContractEventName() string {
	return JobMarketPaymentWithdrawnEventName
}

// UnpackPaymentWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PaymentWithdrawn(address indexed from, address indexed to, uint256 amount)
func (jobMarket *JobMarket) UnpackPaymentWithdrawnEvent(log *types.Log) (*JobMarketPaymentWithdrawn, error) {
	event := "PaymentWithdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketPaymentWithdrawn)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketResultDelivered represents a ResultDelivered event raised by the JobMarket contract.
type JobMarketResultDelivered struct {
	Job        [32]byte
	Ciphertext []byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const JobMarketResultDeliveredEventName = "ResultDelivered"

// ContractEventName returns the user-defined event name.
func (JobMarketResultDelivered) ContractEventName() string {
	return JobMarketResultDeliveredEventName
}

// UnpackResultDeliveredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ResultDelivered(bytes32 indexed job, bytes ciphertext)
func (jobMarket *JobMarket) UnpackResultDeliveredEvent(log *types.Log) (*JobMarketResultDelivered, error) {
	event := "ResultDelivered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketResultDelivered)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketResultHeld represents a ResultHeld event raised by the JobMarket contract.
type JobMarketResultHeld struct {
	Job        [32]byte
	Ciphertext [32]byte
	Size       uint64
	Archives   []common.Address
	Raw        *types.Log // Blockchain specific contextual infos
}

const JobMarketResultHeldEventName = "ResultHeld"

// ContractEventName returns the user-defined event name.
func (JobMarketResultHeld) ContractEventName() string {
	return JobMarketResultHeldEventName
}

// UnpackResultHeldEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ResultHeld(bytes32 indexed job, bytes32 ciphertext, uint64 size, address[] archives)
func (jobMarket *JobMarket) UnpackResultHeldEvent(log *types.Log) (*JobMarketResultHeld, error) {
	event := "ResultHeld"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketResultHeld)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// JobMarketResultOpened represents a ResultOpened event raised by the JobMarket contract.
type JobMarketResultOpened struct {
	Job [32]byte
	Key [32]byte
	Raw *types.Log // Blockchain specific contextual infos
}

const JobMarketResultOpenedEventName = "ResultOpened"

// ContractEventName returns the user-defined event name.
func (JobMarketResultOpened) ContractEventName() string {
	return JobMarketResultOpenedEventName
}

// UnpackResultOpenedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ResultOpened(bytes32 indexed job, bytes32 key)
func (jobMarket *JobMarket) UnpackResultOpenedEvent(log *types.Log) (*JobMarketResultOpened, error) {
	event := "ResultOpened"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketResultOpened)
	if len(log.Data) > 0 {
		if err := jobMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range jobMarket.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (jobMarket *JobMarket) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return jobMarket.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobApprovalExpired"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobApprovalExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobApprovalNotNewer"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobApprovalNotNewerError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobApprovalSignature"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobApprovalSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobArchives"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobArchivesError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobBeforeMoment"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobBeforeMomentError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobBondWrong"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobBondWrongError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobChargeInvalid"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobChargeInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobChargeMismatch"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobChargeMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobCiphertextSize"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobCiphertextSizeError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobClaimLapsed"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobClaimLapsedError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobClaimMismatch"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobClaimMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobCohortBelowMinimum"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobCohortBelowMinimumError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobConsentNarrowed"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobConsentNarrowedError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobConsentRoundWrong"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobConsentRoundWrongError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobConsentTooEarly"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobConsentTooEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobConsentTooOld"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobConsentTooOldError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobDeadlinePassed"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobDeadlinePassedError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobDrawDiffers"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobDrawDiffersError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobDrawFits"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobDrawFitsError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobDrawShared"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobDrawSharedError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobExists"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobExistsError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobFeeBelowPrice"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobFeeBelowPriceError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobFeeWrong"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobFeeWrongError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobGasTooLow"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobGasTooLowError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobGateExceeds"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobGateExceedsError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobInUse"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobInUseError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobLate"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobLateError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobNotBroker"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobNotBrokerError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobNotCustodian"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobNotCustodianError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobNotDue"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobNotDueError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobNotGate"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobNotGateError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobNotNarrowed"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobNotNarrowedError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobNotOperator"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobNotOperatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobNotReleased"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobNotReleasedError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobNotResearcher"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobNotResearcherError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobNothingToWithdraw"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobNothingToWithdrawError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobOpeningWrong"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobOpeningWrongError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobOperatorWaits"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobOperatorWaitsError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobParametersMismatch"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobParametersMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobParametersSize"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobParametersSizeError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobPaymentFailed"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobPaymentFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobPolicyEnds"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobPolicyEndsError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobPolicyRefuses"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobPolicyRefusesError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobReceiptMismatch"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobReceiptMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobReceiptSignature"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobReceiptSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobRedrawNotNeeded"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobRedrawNotNeededError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobRedrawsExhausted"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobRedrawsExhaustedError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobReleased"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobReleasedError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobRerunNotNeeded"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobRerunNotNeededError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobRerunsExhausted"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobRerunsExhaustedError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobRerunsLeft"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobRerunsLeftError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobResearcherKeyMismatch"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobResearcherKeyMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobResearcherKeySize"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobResearcherKeySizeError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobSpecInvalid"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobSpecInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobTotalAbove"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobTotalAboveError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobUnknown"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobWiringWrong"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobWiringWrongError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobWorkerNotAccepted"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobWorkerNotAcceptedError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobWorkerRefused"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobWorkerRefusedError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobWrongState"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobWrongStateError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return jobMarket.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return jobMarket.UnpackStringTooLongError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// JobMarketInvalidShortString represents a InvalidShortString error raised by the JobMarket contract.
type JobMarketInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func JobMarketInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (jobMarket *JobMarket) UnpackInvalidShortStringError(raw []byte) (*JobMarketInvalidShortString, error) {
	out := new(JobMarketInvalidShortString)
	if err := jobMarket.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobApprovalExpired represents a JobApprovalExpired error raised by the JobMarket contract.
type JobMarketJobApprovalExpired struct {
	Job    [32]byte
	Expiry uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobApprovalExpired(bytes32 job, uint64 expiry)
func JobMarketJobApprovalExpiredErrorID() common.Hash {
	return common.HexToHash("0x02872715527819d21bc23cca0d464c8ea62d4840e156218677d0bc20c2a0ecba")
}

// UnpackJobApprovalExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobApprovalExpired(bytes32 job, uint64 expiry)
func (jobMarket *JobMarket) UnpackJobApprovalExpiredError(raw []byte) (*JobMarketJobApprovalExpired, error) {
	out := new(JobMarketJobApprovalExpired)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobApprovalExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobApprovalNotNewer represents a JobApprovalNotNewer error raised by the JobMarket contract.
type JobMarketJobApprovalNotNewer struct {
	Job     [32]byte
	Expiry  uint64
	Current uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobApprovalNotNewer(bytes32 job, uint64 expiry, uint64 current)
func JobMarketJobApprovalNotNewerErrorID() common.Hash {
	return common.HexToHash("0x891db1ef0522adf5434c08bf15f7df7a24dca2815e728c050473c911d126b8ec")
}

// UnpackJobApprovalNotNewerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobApprovalNotNewer(bytes32 job, uint64 expiry, uint64 current)
func (jobMarket *JobMarket) UnpackJobApprovalNotNewerError(raw []byte) (*JobMarketJobApprovalNotNewer, error) {
	out := new(JobMarketJobApprovalNotNewer)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobApprovalNotNewer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobApprovalSignature represents a JobApprovalSignature error raised by the JobMarket contract.
type JobMarketJobApprovalSignature struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobApprovalSignature(bytes32 job)
func JobMarketJobApprovalSignatureErrorID() common.Hash {
	return common.HexToHash("0x1303ab32f75f239d27f49c4d03c2ca76d5157630274f3d66891ccb3caef868e7")
}

// UnpackJobApprovalSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobApprovalSignature(bytes32 job)
func (jobMarket *JobMarket) UnpackJobApprovalSignatureError(raw []byte) (*JobMarketJobApprovalSignature, error) {
	out := new(JobMarketJobApprovalSignature)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobApprovalSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobArchives represents a JobArchives error raised by the JobMarket contract.
type JobMarketJobArchives struct {
	Job    [32]byte
	Signed *big.Int
	Needed *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobArchives(bytes32 job, uint256 signed, uint256 needed)
func JobMarketJobArchivesErrorID() common.Hash {
	return common.HexToHash("0x2be20e8c0b26ab838cf0b83228d3b98e0605b591e1a4f6da71cd3c2639de6715")
}

// UnpackJobArchivesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobArchives(bytes32 job, uint256 signed, uint256 needed)
func (jobMarket *JobMarket) UnpackJobArchivesError(raw []byte) (*JobMarketJobArchives, error) {
	out := new(JobMarketJobArchives)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobArchives", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobBeforeMoment represents a JobBeforeMoment error raised by the JobMarket contract.
type JobMarketJobBeforeMoment struct {
	Job    [32]byte
	Moment uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobBeforeMoment(bytes32 job, uint64 moment)
func JobMarketJobBeforeMomentErrorID() common.Hash {
	return common.HexToHash("0x3dc1ab28c1ac86e7116bc2b5cd9509d531be6348b229a5ad5490bad8dc9d8b9b")
}

// UnpackJobBeforeMomentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobBeforeMoment(bytes32 job, uint64 moment)
func (jobMarket *JobMarket) UnpackJobBeforeMomentError(raw []byte) (*JobMarketJobBeforeMoment, error) {
	out := new(JobMarketJobBeforeMoment)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobBeforeMoment", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobBondWrong represents a JobBondWrong error raised by the JobMarket contract.
type JobMarketJobBondWrong struct {
	Sent *big.Int
	Bond *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobBondWrong(uint256 sent, uint256 bond)
func JobMarketJobBondWrongErrorID() common.Hash {
	return common.HexToHash("0x63eb88b787015d4c4507de515f4880ebdee07f4654120ca49660cd89d425d026")
}

// UnpackJobBondWrongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobBondWrong(uint256 sent, uint256 bond)
func (jobMarket *JobMarket) UnpackJobBondWrongError(raw []byte) (*JobMarketJobBondWrong, error) {
	out := new(JobMarketJobBondWrong)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobBondWrong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobChargeInvalid represents a JobChargeInvalid error raised by the JobMarket contract.
type JobMarketJobChargeInvalid struct {
	Field uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobChargeInvalid(uint8 field)
func JobMarketJobChargeInvalidErrorID() common.Hash {
	return common.HexToHash("0x9cef1435bb15793be7949ad13e633effb6ad981e759a065440d319dc64385d58")
}

// UnpackJobChargeInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobChargeInvalid(uint8 field)
func (jobMarket *JobMarket) UnpackJobChargeInvalidError(raw []byte) (*JobMarketJobChargeInvalid, error) {
	out := new(JobMarketJobChargeInvalid)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobChargeInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobChargeMismatch represents a JobChargeMismatch error raised by the JobMarket contract.
type JobMarketJobChargeMismatch struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobChargeMismatch(bytes32 job)
func JobMarketJobChargeMismatchErrorID() common.Hash {
	return common.HexToHash("0xc9265d0a932ae8d44988fc6a6e894a97d7084a1407e349c0f4458158bc24f496")
}

// UnpackJobChargeMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobChargeMismatch(bytes32 job)
func (jobMarket *JobMarket) UnpackJobChargeMismatchError(raw []byte) (*JobMarketJobChargeMismatch, error) {
	out := new(JobMarketJobChargeMismatch)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobChargeMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobCiphertextSize represents a JobCiphertextSize error raised by the JobMarket contract.
type JobMarketJobCiphertextSize struct {
	Size *big.Int
	Max  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobCiphertextSize(uint256 size, uint256 max)
func JobMarketJobCiphertextSizeErrorID() common.Hash {
	return common.HexToHash("0x27112c253d982ce6d67e3ce8aa97b6cd07fa5eaeb0e3584c0a75091d4c57f7e6")
}

// UnpackJobCiphertextSizeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobCiphertextSize(uint256 size, uint256 max)
func (jobMarket *JobMarket) UnpackJobCiphertextSizeError(raw []byte) (*JobMarketJobCiphertextSize, error) {
	out := new(JobMarketJobCiphertextSize)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobCiphertextSize", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobClaimLapsed represents a JobClaimLapsed error raised by the JobMarket contract.
type JobMarketJobClaimLapsed struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobClaimLapsed(bytes32 job)
func JobMarketJobClaimLapsedErrorID() common.Hash {
	return common.HexToHash("0xa37b3c8a8ed498d3cddd402ced0a4c114780476d6b29773a92d1e5f4c793386f")
}

// UnpackJobClaimLapsedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobClaimLapsed(bytes32 job)
func (jobMarket *JobMarket) UnpackJobClaimLapsedError(raw []byte) (*JobMarketJobClaimLapsed, error) {
	out := new(JobMarketJobClaimLapsed)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobClaimLapsed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobClaimMismatch represents a JobClaimMismatch error raised by the JobMarket contract.
type JobMarketJobClaimMismatch struct {
	Job        [32]byte
	Enclave    common.Address
	ClaimRound uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobClaimMismatch(bytes32 job, address enclave, uint64 claimRound)
func JobMarketJobClaimMismatchErrorID() common.Hash {
	return common.HexToHash("0x466155ac777b14d6a1535646e5fab1fb670727b928675ed12dc901e9fb4ef59b")
}

// UnpackJobClaimMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobClaimMismatch(bytes32 job, address enclave, uint64 claimRound)
func (jobMarket *JobMarket) UnpackJobClaimMismatchError(raw []byte) (*JobMarketJobClaimMismatch, error) {
	out := new(JobMarketJobClaimMismatch)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobClaimMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobCohortBelowMinimum represents a JobCohortBelowMinimum error raised by the JobMarket contract.
type JobMarketJobCohortBelowMinimum struct {
	Job          [32]byte
	LiveSubjects uint32
	MinCohort    uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobCohortBelowMinimum(bytes32 job, uint32 liveSubjects, uint32 minCohort)
func JobMarketJobCohortBelowMinimumErrorID() common.Hash {
	return common.HexToHash("0x162deb129186aec9f9eebedf2ec9a9a25e18d2ac009b25f9ee74bafa12ed5440")
}

// UnpackJobCohortBelowMinimumError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobCohortBelowMinimum(bytes32 job, uint32 liveSubjects, uint32 minCohort)
func (jobMarket *JobMarket) UnpackJobCohortBelowMinimumError(raw []byte) (*JobMarketJobCohortBelowMinimum, error) {
	out := new(JobMarketJobCohortBelowMinimum)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobCohortBelowMinimum", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobConsentNarrowed represents a JobConsentNarrowed error raised by the JobMarket contract.
type JobMarketJobConsentNarrowed struct {
	Job          [32]byte
	ConsentRound uint64
	LastNarrowed uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobConsentNarrowed(bytes32 job, uint64 consentRound, uint64 lastNarrowed)
func JobMarketJobConsentNarrowedErrorID() common.Hash {
	return common.HexToHash("0xb5ef4ace82ffdf3c213b986d9ce2b45401e210ff29d2c1062835d237088f10cb")
}

// UnpackJobConsentNarrowedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobConsentNarrowed(bytes32 job, uint64 consentRound, uint64 lastNarrowed)
func (jobMarket *JobMarket) UnpackJobConsentNarrowedError(raw []byte) (*JobMarketJobConsentNarrowed, error) {
	out := new(JobMarketJobConsentNarrowed)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobConsentNarrowed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobConsentRoundWrong represents a JobConsentRoundWrong error raised by the JobMarket contract.
type JobMarketJobConsentRoundWrong struct {
	Job      [32]byte
	Given    uint64
	Expected uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobConsentRoundWrong(bytes32 job, uint64 given, uint64 expected)
func JobMarketJobConsentRoundWrongErrorID() common.Hash {
	return common.HexToHash("0xa71995b2da7dc6db6cfd604c8de20d3dda8d24881e284d2dc175a2bdb4cd3c4a")
}

// UnpackJobConsentRoundWrongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobConsentRoundWrong(bytes32 job, uint64 given, uint64 expected)
func (jobMarket *JobMarket) UnpackJobConsentRoundWrongError(raw []byte) (*JobMarketJobConsentRoundWrong, error) {
	out := new(JobMarketJobConsentRoundWrong)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobConsentRoundWrong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobConsentTooEarly represents a JobConsentTooEarly error raised by the JobMarket contract.
type JobMarketJobConsentTooEarly struct {
	Job          [32]byte
	ConsentRound uint64
	UsedSince    uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobConsentTooEarly(bytes32 job, uint64 consentRound, uint64 usedSince)
func JobMarketJobConsentTooEarlyErrorID() common.Hash {
	return common.HexToHash("0x248e07f703eff07de8a16f429d90b32ee0a87dc783d1e17a180045fe719c185b")
}

// UnpackJobConsentTooEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobConsentTooEarly(bytes32 job, uint64 consentRound, uint64 usedSince)
func (jobMarket *JobMarket) UnpackJobConsentTooEarlyError(raw []byte) (*JobMarketJobConsentTooEarly, error) {
	out := new(JobMarketJobConsentTooEarly)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobConsentTooEarly", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobConsentTooOld represents a JobConsentTooOld error raised by the JobMarket contract.
type JobMarketJobConsentTooOld struct {
	Job          [32]byte
	ConsentRound uint64
	MaxAge       uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobConsentTooOld(bytes32 job, uint64 consentRound, uint64 maxAge)
func JobMarketJobConsentTooOldErrorID() common.Hash {
	return common.HexToHash("0x7635d6204afa83b33c71fb872adef500ea913e4bd289352cbbc2f13035067f5e")
}

// UnpackJobConsentTooOldError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobConsentTooOld(bytes32 job, uint64 consentRound, uint64 maxAge)
func (jobMarket *JobMarket) UnpackJobConsentTooOldError(raw []byte) (*JobMarketJobConsentTooOld, error) {
	out := new(JobMarketJobConsentTooOld)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobConsentTooOld", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobDeadlinePassed represents a JobDeadlinePassed error raised by the JobMarket contract.
type JobMarketJobDeadlinePassed struct {
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobDeadlinePassed(uint64 deadline)
func JobMarketJobDeadlinePassedErrorID() common.Hash {
	return common.HexToHash("0x6ee5d1fb694804b08a6d1fc45ea6ae4ad872e43e396a5ed90756c2e257174f6d")
}

// UnpackJobDeadlinePassedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobDeadlinePassed(uint64 deadline)
func (jobMarket *JobMarket) UnpackJobDeadlinePassedError(raw []byte) (*JobMarketJobDeadlinePassed, error) {
	out := new(JobMarketJobDeadlinePassed)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobDeadlinePassed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobDrawDiffers represents a JobDrawDiffers error raised by the JobMarket contract.
type JobMarketJobDrawDiffers struct {
	Job   [32]byte
	Draw  [32]byte
	First [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobDrawDiffers(bytes32 job, bytes32 draw, bytes32 first)
func JobMarketJobDrawDiffersErrorID() common.Hash {
	return common.HexToHash("0xe565009176f8eed8d8e798d15a217ac5d64bf98e180b86c740d8f2d6c8f78848")
}

// UnpackJobDrawDiffersError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobDrawDiffers(bytes32 job, bytes32 draw, bytes32 first)
func (jobMarket *JobMarket) UnpackJobDrawDiffersError(raw []byte) (*JobMarketJobDrawDiffers, error) {
	out := new(JobMarketJobDrawDiffers)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobDrawDiffers", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobDrawFits represents a JobDrawFits error raised by the JobMarket contract.
type JobMarketJobDrawFits struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobDrawFits(bytes32 job)
func JobMarketJobDrawFitsErrorID() common.Hash {
	return common.HexToHash("0x77f8d21d656b5728947195974fd9a18229f912d19f9e99bb62c11f78885d1798")
}

// UnpackJobDrawFitsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobDrawFits(bytes32 job)
func (jobMarket *JobMarket) UnpackJobDrawFitsError(raw []byte) (*JobMarketJobDrawFits, error) {
	out := new(JobMarketJobDrawFits)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobDrawFits", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobDrawShared represents a JobDrawShared error raised by the JobMarket contract.
type JobMarketJobDrawShared struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobDrawShared(bytes32 job)
func JobMarketJobDrawSharedErrorID() common.Hash {
	return common.HexToHash("0xe01773f2698e4ee684ddf1dff710f4d5722717491a2684ea561f19d3b21ee30c")
}

// UnpackJobDrawSharedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobDrawShared(bytes32 job)
func (jobMarket *JobMarket) UnpackJobDrawSharedError(raw []byte) (*JobMarketJobDrawShared, error) {
	out := new(JobMarketJobDrawShared)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobDrawShared", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobExists represents a JobExists error raised by the JobMarket contract.
type JobMarketJobExists struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobExists(bytes32 job)
func JobMarketJobExistsErrorID() common.Hash {
	return common.HexToHash("0x9e2b4bfd54f0778ae5b46dc678017f9ac3f783c5abec883f886f9464cfd3e050")
}

// UnpackJobExistsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobExists(bytes32 job)
func (jobMarket *JobMarket) UnpackJobExistsError(raw []byte) (*JobMarketJobExists, error) {
	out := new(JobMarketJobExists)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobExists", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobFeeBelowPrice represents a JobFeeBelowPrice error raised by the JobMarket contract.
type JobMarketJobFeeBelowPrice struct {
	Fee   *big.Int
	Price *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobFeeBelowPrice(uint128 fee, uint128 price)
func JobMarketJobFeeBelowPriceErrorID() common.Hash {
	return common.HexToHash("0x78a2c3390f8cd32db00b8d8d5b324053f79e6d001c78f807c6b1227fe503dd1e")
}

// UnpackJobFeeBelowPriceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobFeeBelowPrice(uint128 fee, uint128 price)
func (jobMarket *JobMarket) UnpackJobFeeBelowPriceError(raw []byte) (*JobMarketJobFeeBelowPrice, error) {
	out := new(JobMarketJobFeeBelowPrice)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobFeeBelowPrice", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobFeeWrong represents a JobFeeWrong error raised by the JobMarket contract.
type JobMarketJobFeeWrong struct {
	Sent *big.Int
	Fee  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobFeeWrong(uint256 sent, uint256 fee)
func JobMarketJobFeeWrongErrorID() common.Hash {
	return common.HexToHash("0x4517ba612e9f8265c4b8835f8b7b300189dded0affb29c5f75ab0a8abde8a0f9")
}

// UnpackJobFeeWrongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobFeeWrong(uint256 sent, uint256 fee)
func (jobMarket *JobMarket) UnpackJobFeeWrongError(raw []byte) (*JobMarketJobFeeWrong, error) {
	out := new(JobMarketJobFeeWrong)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobFeeWrong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobGasTooLow represents a JobGasTooLow error raised by the JobMarket contract.
type JobMarketJobGasTooLow struct {
	Left   *big.Int
	Needed *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobGasTooLow(uint256 left, uint256 needed)
func JobMarketJobGasTooLowErrorID() common.Hash {
	return common.HexToHash("0x9f1a6b49dc91f54b228aefd4cce87200fe05483589e85c8603d6cbbf53c64de8")
}

// UnpackJobGasTooLowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobGasTooLow(uint256 left, uint256 needed)
func (jobMarket *JobMarket) UnpackJobGasTooLowError(raw []byte) (*JobMarketJobGasTooLow, error) {
	out := new(JobMarketJobGasTooLow)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobGasTooLow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobGateExceeds represents a JobGateExceeds error raised by the JobMarket contract.
type JobMarketJobGateExceeds struct {
	Job  [32]byte
	Gate common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobGateExceeds(bytes32 job, address gate)
func JobMarketJobGateExceedsErrorID() common.Hash {
	return common.HexToHash("0xf7e6615d95adbe2a17eb365a02df44487735ecd0d4cdac99c9c454119628e91a")
}

// UnpackJobGateExceedsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobGateExceeds(bytes32 job, address gate)
func (jobMarket *JobMarket) UnpackJobGateExceedsError(raw []byte) (*JobMarketJobGateExceeds, error) {
	out := new(JobMarketJobGateExceeds)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobGateExceeds", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobInUse represents a JobInUse error raised by the JobMarket contract.
type JobMarketJobInUse struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobInUse(bytes32 job)
func JobMarketJobInUseErrorID() common.Hash {
	return common.HexToHash("0xc6e23e00c2d36c15ac27214e94c723749897fc7ee131390e2760f939b4bd5ee0")
}

// UnpackJobInUseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobInUse(bytes32 job)
func (jobMarket *JobMarket) UnpackJobInUseError(raw []byte) (*JobMarketJobInUse, error) {
	out := new(JobMarketJobInUse)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobInUse", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobLate represents a JobLate error raised by the JobMarket contract.
type JobMarketJobLate struct {
	Job          [32]byte
	FinishBefore uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobLate(bytes32 job, uint64 finishBefore)
func JobMarketJobLateErrorID() common.Hash {
	return common.HexToHash("0x2b7a5f465b4eb084ae8f22e63fd2bda447d3028530d1a6f1ee674c325fdd9115")
}

// UnpackJobLateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobLate(bytes32 job, uint64 finishBefore)
func (jobMarket *JobMarket) UnpackJobLateError(raw []byte) (*JobMarketJobLate, error) {
	out := new(JobMarketJobLate)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobLate", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobNotBroker represents a JobNotBroker error raised by the JobMarket contract.
type JobMarketJobNotBroker struct {
	Job    [32]byte
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobNotBroker(bytes32 job, address caller)
func JobMarketJobNotBrokerErrorID() common.Hash {
	return common.HexToHash("0x80f1e5a7c8686e439b3442543fbbcc2a8a13990aa4a4dfa4fcfd4b4fecc167d5")
}

// UnpackJobNotBrokerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobNotBroker(bytes32 job, address caller)
func (jobMarket *JobMarket) UnpackJobNotBrokerError(raw []byte) (*JobMarketJobNotBroker, error) {
	out := new(JobMarketJobNotBroker)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobNotBroker", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobNotCustodian represents a JobNotCustodian error raised by the JobMarket contract.
type JobMarketJobNotCustodian struct {
	Job    [32]byte
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobNotCustodian(bytes32 job, address caller)
func JobMarketJobNotCustodianErrorID() common.Hash {
	return common.HexToHash("0x2e66143d69c1ee3d2bd68c574d40c69e0cc513d198994cb88d48dd30a01a47c0")
}

// UnpackJobNotCustodianError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobNotCustodian(bytes32 job, address caller)
func (jobMarket *JobMarket) UnpackJobNotCustodianError(raw []byte) (*JobMarketJobNotCustodian, error) {
	out := new(JobMarketJobNotCustodian)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobNotCustodian", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobNotDue represents a JobNotDue error raised by the JobMarket contract.
type JobMarketJobNotDue struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobNotDue(bytes32 job)
func JobMarketJobNotDueErrorID() common.Hash {
	return common.HexToHash("0xb843d707fef07eac33b206da3df43f9e6b29328540a9f1b91aeaa012273b984b")
}

// UnpackJobNotDueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobNotDue(bytes32 job)
func (jobMarket *JobMarket) UnpackJobNotDueError(raw []byte) (*JobMarketJobNotDue, error) {
	out := new(JobMarketJobNotDue)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobNotDue", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobNotGate represents a JobNotGate error raised by the JobMarket contract.
type JobMarketJobNotGate struct {
	Dataset [32]byte
	Caller  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobNotGate(bytes32 dataset, address caller)
func JobMarketJobNotGateErrorID() common.Hash {
	return common.HexToHash("0xce73c6c952161ca225412aaa8789764b5e9073195e7674c05259da1a3456533d")
}

// UnpackJobNotGateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobNotGate(bytes32 dataset, address caller)
func (jobMarket *JobMarket) UnpackJobNotGateError(raw []byte) (*JobMarketJobNotGate, error) {
	out := new(JobMarketJobNotGate)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobNotGate", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobNotNarrowed represents a JobNotNarrowed error raised by the JobMarket contract.
type JobMarketJobNotNarrowed struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobNotNarrowed(bytes32 job)
func JobMarketJobNotNarrowedErrorID() common.Hash {
	return common.HexToHash("0x2d834be983835c61b1a7b3755774b19eae18a68440d71d3bc583078e60d38437")
}

// UnpackJobNotNarrowedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobNotNarrowed(bytes32 job)
func (jobMarket *JobMarket) UnpackJobNotNarrowedError(raw []byte) (*JobMarketJobNotNarrowed, error) {
	out := new(JobMarketJobNotNarrowed)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobNotNarrowed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobNotOperator represents a JobNotOperator error raised by the JobMarket contract.
type JobMarketJobNotOperator struct {
	Job    [32]byte
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobNotOperator(bytes32 job, address caller)
func JobMarketJobNotOperatorErrorID() common.Hash {
	return common.HexToHash("0x81b3f798ba1a6c5a25e8009b9cb70075d644bbdfb5160950fc1225c8ffb664dc")
}

// UnpackJobNotOperatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobNotOperator(bytes32 job, address caller)
func (jobMarket *JobMarket) UnpackJobNotOperatorError(raw []byte) (*JobMarketJobNotOperator, error) {
	out := new(JobMarketJobNotOperator)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobNotOperator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobNotReleased represents a JobNotReleased error raised by the JobMarket contract.
type JobMarketJobNotReleased struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobNotReleased(bytes32 job)
func JobMarketJobNotReleasedErrorID() common.Hash {
	return common.HexToHash("0xf8cb02f214e56c5010124ad3eb5e209a1fb34728fb3cb7b88b819308235e2066")
}

// UnpackJobNotReleasedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobNotReleased(bytes32 job)
func (jobMarket *JobMarket) UnpackJobNotReleasedError(raw []byte) (*JobMarketJobNotReleased, error) {
	out := new(JobMarketJobNotReleased)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobNotReleased", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobNotResearcher represents a JobNotResearcher error raised by the JobMarket contract.
type JobMarketJobNotResearcher struct {
	Job    [32]byte
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobNotResearcher(bytes32 job, address caller)
func JobMarketJobNotResearcherErrorID() common.Hash {
	return common.HexToHash("0x4cf0b722b850e483ade4bd76aeeca6beca2e912de7724de8b0741917e4afad33")
}

// UnpackJobNotResearcherError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobNotResearcher(bytes32 job, address caller)
func (jobMarket *JobMarket) UnpackJobNotResearcherError(raw []byte) (*JobMarketJobNotResearcher, error) {
	out := new(JobMarketJobNotResearcher)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobNotResearcher", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobNothingToWithdraw represents a JobNothingToWithdraw error raised by the JobMarket contract.
type JobMarketJobNothingToWithdraw struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobNothingToWithdraw(address account)
func JobMarketJobNothingToWithdrawErrorID() common.Hash {
	return common.HexToHash("0x07b294bbed50df4844dbac352caed13f35e03240ef8e17a853d97d193fb8c1e7")
}

// UnpackJobNothingToWithdrawError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobNothingToWithdraw(address account)
func (jobMarket *JobMarket) UnpackJobNothingToWithdrawError(raw []byte) (*JobMarketJobNothingToWithdraw, error) {
	out := new(JobMarketJobNothingToWithdraw)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobNothingToWithdraw", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobOpeningWrong represents a JobOpeningWrong error raised by the JobMarket contract.
type JobMarketJobOpeningWrong struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobOpeningWrong(bytes32 job)
func JobMarketJobOpeningWrongErrorID() common.Hash {
	return common.HexToHash("0x8f42a898b4311a895e8eb9a051074be9df54048e341bce0e0b9b8821c96e4467")
}

// UnpackJobOpeningWrongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobOpeningWrong(bytes32 job)
func (jobMarket *JobMarket) UnpackJobOpeningWrongError(raw []byte) (*JobMarketJobOpeningWrong, error) {
	out := new(JobMarketJobOpeningWrong)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobOpeningWrong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobOperatorWaits represents a JobOperatorWaits error raised by the JobMarket contract.
type JobMarketJobOperatorWaits struct {
	Job      [32]byte
	Operator common.Address
	Until    uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobOperatorWaits(bytes32 job, address operator, uint64 until)
func JobMarketJobOperatorWaitsErrorID() common.Hash {
	return common.HexToHash("0xcf35b22d228b75dd4b0225a0ae5306d06353d756295021211f67ea4964a8bc1b")
}

// UnpackJobOperatorWaitsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobOperatorWaits(bytes32 job, address operator, uint64 until)
func (jobMarket *JobMarket) UnpackJobOperatorWaitsError(raw []byte) (*JobMarketJobOperatorWaits, error) {
	out := new(JobMarketJobOperatorWaits)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobOperatorWaits", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobParametersMismatch represents a JobParametersMismatch error raised by the JobMarket contract.
type JobMarketJobParametersMismatch struct {
	Given    [32]byte
	Expected [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobParametersMismatch(bytes32 given, bytes32 expected)
func JobMarketJobParametersMismatchErrorID() common.Hash {
	return common.HexToHash("0x1b49e2bbb3e26582bada9ef4abf541b975cf2602566613fc295da827133d2923")
}

// UnpackJobParametersMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobParametersMismatch(bytes32 given, bytes32 expected)
func (jobMarket *JobMarket) UnpackJobParametersMismatchError(raw []byte) (*JobMarketJobParametersMismatch, error) {
	out := new(JobMarketJobParametersMismatch)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobParametersMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobParametersSize represents a JobParametersSize error raised by the JobMarket contract.
type JobMarketJobParametersSize struct {
	Size *big.Int
	Max  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobParametersSize(uint256 size, uint256 max)
func JobMarketJobParametersSizeErrorID() common.Hash {
	return common.HexToHash("0xc350e177506ac6d9af2be241949c503fd08ea1020dcff01f87fdd6e604fa6e37")
}

// UnpackJobParametersSizeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobParametersSize(uint256 size, uint256 max)
func (jobMarket *JobMarket) UnpackJobParametersSizeError(raw []byte) (*JobMarketJobParametersSize, error) {
	out := new(JobMarketJobParametersSize)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobParametersSize", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobPaymentFailed represents a JobPaymentFailed error raised by the JobMarket contract.
type JobMarketJobPaymentFailed struct {
	To     common.Address
	Amount *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobPaymentFailed(address to, uint256 amount)
func JobMarketJobPaymentFailedErrorID() common.Hash {
	return common.HexToHash("0xebe1b91a11e7d318622c847cbf544a9deb418c85e3621bbe6242cb6d896c4ebf")
}

// UnpackJobPaymentFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobPaymentFailed(address to, uint256 amount)
func (jobMarket *JobMarket) UnpackJobPaymentFailedError(raw []byte) (*JobMarketJobPaymentFailed, error) {
	out := new(JobMarketJobPaymentFailed)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobPaymentFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobPolicyEnds represents a JobPolicyEnds error raised by the JobMarket contract.
type JobMarketJobPolicyEnds struct {
	Job         [32]byte
	PendingFrom uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobPolicyEnds(bytes32 job, uint64 pendingFrom)
func JobMarketJobPolicyEndsErrorID() common.Hash {
	return common.HexToHash("0x024270e68fa6f6efc09cffefccb936217bdd433ca9c26a48fca20418a6c11350")
}

// UnpackJobPolicyEndsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobPolicyEnds(bytes32 job, uint64 pendingFrom)
func (jobMarket *JobMarket) UnpackJobPolicyEndsError(raw []byte) (*JobMarketJobPolicyEnds, error) {
	out := new(JobMarketJobPolicyEnds)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobPolicyEnds", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobPolicyRefuses represents a JobPolicyRefuses error raised by the JobMarket contract.
type JobMarketJobPolicyRefuses struct {
	Rule uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobPolicyRefuses(uint8 rule)
func JobMarketJobPolicyRefusesErrorID() common.Hash {
	return common.HexToHash("0x153cb8b224c5c892c4aaf7e94624ad3b0bb35be7beacb803e891f1cd486711de")
}

// UnpackJobPolicyRefusesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobPolicyRefuses(uint8 rule)
func (jobMarket *JobMarket) UnpackJobPolicyRefusesError(raw []byte) (*JobMarketJobPolicyRefuses, error) {
	out := new(JobMarketJobPolicyRefuses)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobPolicyRefuses", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobReceiptMismatch represents a JobReceiptMismatch error raised by the JobMarket contract.
type JobMarketJobReceiptMismatch struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobReceiptMismatch(bytes32 job)
func JobMarketJobReceiptMismatchErrorID() common.Hash {
	return common.HexToHash("0xbf034c5a9019cd58d64d2f959610cf8cea50c814cd984c6ac151e1c433a45147")
}

// UnpackJobReceiptMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobReceiptMismatch(bytes32 job)
func (jobMarket *JobMarket) UnpackJobReceiptMismatchError(raw []byte) (*JobMarketJobReceiptMismatch, error) {
	out := new(JobMarketJobReceiptMismatch)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobReceiptMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobReceiptSignature represents a JobReceiptSignature error raised by the JobMarket contract.
type JobMarketJobReceiptSignature struct {
	Job     [32]byte
	Enclave common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobReceiptSignature(bytes32 job, address enclave)
func JobMarketJobReceiptSignatureErrorID() common.Hash {
	return common.HexToHash("0x58ed697ac1353416ddb89fcbf7e0f664ec6f8b76817f8430645848d7dc5e6575")
}

// UnpackJobReceiptSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobReceiptSignature(bytes32 job, address enclave)
func (jobMarket *JobMarket) UnpackJobReceiptSignatureError(raw []byte) (*JobMarketJobReceiptSignature, error) {
	out := new(JobMarketJobReceiptSignature)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobReceiptSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobRedrawNotNeeded represents a JobRedrawNotNeeded error raised by the JobMarket contract.
type JobMarketJobRedrawNotNeeded struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobRedrawNotNeeded(bytes32 job)
func JobMarketJobRedrawNotNeededErrorID() common.Hash {
	return common.HexToHash("0x41aa04b8cfd8b73e96ef8d6b0a81aae79c6d14298b67e7ea3c83d0deb25ca91a")
}

// UnpackJobRedrawNotNeededError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobRedrawNotNeeded(bytes32 job)
func (jobMarket *JobMarket) UnpackJobRedrawNotNeededError(raw []byte) (*JobMarketJobRedrawNotNeeded, error) {
	out := new(JobMarketJobRedrawNotNeeded)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobRedrawNotNeeded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobRedrawsExhausted represents a JobRedrawsExhausted error raised by the JobMarket contract.
type JobMarketJobRedrawsExhausted struct {
	Job [32]byte
	Max uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobRedrawsExhausted(bytes32 job, uint8 max)
func JobMarketJobRedrawsExhaustedErrorID() common.Hash {
	return common.HexToHash("0x503727a27a31739f13690bad862309d50c0488608b06f41312cf0fe79baea4d7")
}

// UnpackJobRedrawsExhaustedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobRedrawsExhausted(bytes32 job, uint8 max)
func (jobMarket *JobMarket) UnpackJobRedrawsExhaustedError(raw []byte) (*JobMarketJobRedrawsExhausted, error) {
	out := new(JobMarketJobRedrawsExhausted)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobRedrawsExhausted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobReleased represents a JobReleased error raised by the JobMarket contract.
type JobMarketJobReleased struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobReleased(bytes32 job)
func JobMarketJobReleasedErrorID() common.Hash {
	return common.HexToHash("0x89b45ad71d9cc59246a5948a77401bb9c52b0a93ac5124a0a301d176398939bc")
}

// UnpackJobReleasedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobReleased(bytes32 job)
func (jobMarket *JobMarket) UnpackJobReleasedError(raw []byte) (*JobMarketJobReleased, error) {
	out := new(JobMarketJobReleased)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobReleased", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobRerunNotNeeded represents a JobRerunNotNeeded error raised by the JobMarket contract.
type JobMarketJobRerunNotNeeded struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobRerunNotNeeded(bytes32 job)
func JobMarketJobRerunNotNeededErrorID() common.Hash {
	return common.HexToHash("0xedda68d253a4d5c1158731dcf62fe0858967fb9d9aaaf6a2df599f09a38ddc11")
}

// UnpackJobRerunNotNeededError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobRerunNotNeeded(bytes32 job)
func (jobMarket *JobMarket) UnpackJobRerunNotNeededError(raw []byte) (*JobMarketJobRerunNotNeeded, error) {
	out := new(JobMarketJobRerunNotNeeded)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobRerunNotNeeded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobRerunsExhausted represents a JobRerunsExhausted error raised by the JobMarket contract.
type JobMarketJobRerunsExhausted struct {
	Job [32]byte
	Max uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobRerunsExhausted(bytes32 job, uint8 max)
func JobMarketJobRerunsExhaustedErrorID() common.Hash {
	return common.HexToHash("0x79844684830ae5a757009fa19e9e4c0bc6ac31f76e0f6385e37f4f62e9eeea37")
}

// UnpackJobRerunsExhaustedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobRerunsExhausted(bytes32 job, uint8 max)
func (jobMarket *JobMarket) UnpackJobRerunsExhaustedError(raw []byte) (*JobMarketJobRerunsExhausted, error) {
	out := new(JobMarketJobRerunsExhausted)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobRerunsExhausted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobRerunsLeft represents a JobRerunsLeft error raised by the JobMarket contract.
type JobMarketJobRerunsLeft struct {
	Job    [32]byte
	Reruns uint8
	Max    uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobRerunsLeft(bytes32 job, uint8 reruns, uint8 max)
func JobMarketJobRerunsLeftErrorID() common.Hash {
	return common.HexToHash("0x143d409ece0011da5ff8df153ae51db458342bf29a969c9cdc0a1acb62653bda")
}

// UnpackJobRerunsLeftError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobRerunsLeft(bytes32 job, uint8 reruns, uint8 max)
func (jobMarket *JobMarket) UnpackJobRerunsLeftError(raw []byte) (*JobMarketJobRerunsLeft, error) {
	out := new(JobMarketJobRerunsLeft)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobRerunsLeft", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobResearcherKeyMismatch represents a JobResearcherKeyMismatch error raised by the JobMarket contract.
type JobMarketJobResearcherKeyMismatch struct {
	Given    [32]byte
	Expected [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobResearcherKeyMismatch(bytes32 given, bytes32 expected)
func JobMarketJobResearcherKeyMismatchErrorID() common.Hash {
	return common.HexToHash("0x101836228af34ebc874d465257e7cf1913e546a3d51d4deccdec9cee942a322f")
}

// UnpackJobResearcherKeyMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobResearcherKeyMismatch(bytes32 given, bytes32 expected)
func (jobMarket *JobMarket) UnpackJobResearcherKeyMismatchError(raw []byte) (*JobMarketJobResearcherKeyMismatch, error) {
	out := new(JobMarketJobResearcherKeyMismatch)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobResearcherKeyMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobResearcherKeySize represents a JobResearcherKeySize error raised by the JobMarket contract.
type JobMarketJobResearcherKeySize struct {
	Size *big.Int
	Max  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobResearcherKeySize(uint256 size, uint256 max)
func JobMarketJobResearcherKeySizeErrorID() common.Hash {
	return common.HexToHash("0x8094bca0887ea548d7d270da762da58301d88cc3b96ff57584326cbcdcc02d40")
}

// UnpackJobResearcherKeySizeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobResearcherKeySize(uint256 size, uint256 max)
func (jobMarket *JobMarket) UnpackJobResearcherKeySizeError(raw []byte) (*JobMarketJobResearcherKeySize, error) {
	out := new(JobMarketJobResearcherKeySize)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobResearcherKeySize", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobSpecInvalid represents a JobSpecInvalid error raised by the JobMarket contract.
type JobMarketJobSpecInvalid struct {
	Field uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobSpecInvalid(uint8 field)
func JobMarketJobSpecInvalidErrorID() common.Hash {
	return common.HexToHash("0xb60821ef4370616ecf0a3d5841023c1863956681ac6ae3bf4cdca372795e5c3f")
}

// UnpackJobSpecInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobSpecInvalid(uint8 field)
func (jobMarket *JobMarket) UnpackJobSpecInvalidError(raw []byte) (*JobMarketJobSpecInvalid, error) {
	out := new(JobMarketJobSpecInvalid)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobSpecInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobTotalAbove represents a JobTotalAbove error raised by the JobMarket contract.
type JobMarketJobTotalAbove struct {
	Job        [32]byte
	RhoTotal   uint64
	DeltaTotal uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobTotalAbove(bytes32 job, uint64 rhoTotal, uint64 deltaTotal)
func JobMarketJobTotalAboveErrorID() common.Hash {
	return common.HexToHash("0x04465298b8058d9ee2652628c19a3fc52b706baa2fd0f0d79e111f3d65841c2f")
}

// UnpackJobTotalAboveError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobTotalAbove(bytes32 job, uint64 rhoTotal, uint64 deltaTotal)
func (jobMarket *JobMarket) UnpackJobTotalAboveError(raw []byte) (*JobMarketJobTotalAbove, error) {
	out := new(JobMarketJobTotalAbove)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobTotalAbove", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobUnknown represents a JobUnknown error raised by the JobMarket contract.
type JobMarketJobUnknown struct {
	Job [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobUnknown(bytes32 job)
func JobMarketJobUnknownErrorID() common.Hash {
	return common.HexToHash("0xc63e06938373a5647ff6890104b9105b8c71e3f043f935a7c666ea578a0835d5")
}

// UnpackJobUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobUnknown(bytes32 job)
func (jobMarket *JobMarket) UnpackJobUnknownError(raw []byte) (*JobMarketJobUnknown, error) {
	out := new(JobMarketJobUnknown)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobWiringWrong represents a JobWiringWrong error raised by the JobMarket contract.
type JobMarketJobWiringWrong struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobWiringWrong()
func JobMarketJobWiringWrongErrorID() common.Hash {
	return common.HexToHash("0x9eeca818484cd92d0c8f20b8e719562dfd883fd1c4104097ea76fd6b84d2f7fd")
}

// UnpackJobWiringWrongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobWiringWrong()
func (jobMarket *JobMarket) UnpackJobWiringWrongError(raw []byte) (*JobMarketJobWiringWrong, error) {
	out := new(JobMarketJobWiringWrong)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobWiringWrong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobWorkerNotAccepted represents a JobWorkerNotAccepted error raised by the JobMarket contract.
type JobMarketJobWorkerNotAccepted struct {
	Enclave     common.Address
	Measurement [32]byte
	TrustRoot   [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobWorkerNotAccepted(address enclave, bytes32 measurement, bytes32 trustRoot)
func JobMarketJobWorkerNotAcceptedErrorID() common.Hash {
	return common.HexToHash("0x3f1e7f17832bf92b0302563cd2053820805eea6340530502080c61e1678da26a")
}

// UnpackJobWorkerNotAcceptedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobWorkerNotAccepted(address enclave, bytes32 measurement, bytes32 trustRoot)
func (jobMarket *JobMarket) UnpackJobWorkerNotAcceptedError(raw []byte) (*JobMarketJobWorkerNotAccepted, error) {
	out := new(JobMarketJobWorkerNotAccepted)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobWorkerNotAccepted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobWorkerRefused represents a JobWorkerRefused error raised by the JobMarket contract.
type JobMarketJobWorkerRefused struct {
	Job     [32]byte
	Enclave common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobWorkerRefused(bytes32 job, address enclave)
func JobMarketJobWorkerRefusedErrorID() common.Hash {
	return common.HexToHash("0x9387b3d8f3d2c916a3b49075136bced682f4d185e54ab81f975bfacc3a5c3ee9")
}

// UnpackJobWorkerRefusedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobWorkerRefused(bytes32 job, address enclave)
func (jobMarket *JobMarket) UnpackJobWorkerRefusedError(raw []byte) (*JobMarketJobWorkerRefused, error) {
	out := new(JobMarketJobWorkerRefused)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobWorkerRefused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobWrongState represents a JobWrongState error raised by the JobMarket contract.
type JobMarketJobWrongState struct {
	Job   [32]byte
	State uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobWrongState(bytes32 job, uint8 state)
func JobMarketJobWrongStateErrorID() common.Hash {
	return common.HexToHash("0x65ca0858e0f93b9575f774e7ca05e579dc704153883b42712f90bbbad5655dd5")
}

// UnpackJobWrongStateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobWrongState(bytes32 job, uint8 state)
func (jobMarket *JobMarket) UnpackJobWrongStateError(raw []byte) (*JobMarketJobWrongState, error) {
	out := new(JobMarketJobWrongState)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobWrongState", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the JobMarket contract.
type JobMarketReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func JobMarketReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (jobMarket *JobMarket) UnpackReentrancyGuardReentrantCallError(raw []byte) (*JobMarketReentrancyGuardReentrantCall, error) {
	out := new(JobMarketReentrancyGuardReentrantCall)
	if err := jobMarket.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketStringTooLong represents a StringTooLong error raised by the JobMarket contract.
type JobMarketStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func JobMarketStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (jobMarket *JobMarket) UnpackStringTooLongError(raw []byte) (*JobMarketStringTooLong, error) {
	out := new(JobMarketStringTooLong)
	if err := jobMarket.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobStepsMetaData contains all meta data concerning the JobSteps contract.
var JobStepsMetaData = bind.MetaData{
	ABI: "[]",
	ID:  "79b1f2e4a574f9ba44f477ee2b1aa6d264",
	Bin: "0x615f3d610034600b8282823980515f1a607314602857634e487b7160e01b5f525f60045260245ffd5b305f52607381538281f3fe7300000000000000000000000000000000000000003014608060405260043610610090575f3560e01c8063dc58330611610063578063dc58330614610112578063dcda15bf14610131578063eab511b614610150578063f3ce4e331461016f575f5ffd5b806356c7f1db146100945780636f0ecb8c146100b557806371a9c371146100d4578063764191da146100f3575b5f5ffd5b81801561009f575f5ffd5b506100b36100ae366004614cf8565b61018e565b005b8180156100c0575f5ffd5b506100b36100cf366004614d7a565b6104e3565b8180156100df575f5ffd5b506100b36100ee366004614de7565b6107a6565b8180156100fe575f5ffd5b506100b361010d366004614e83565b6109ae565b81801561011d575f5ffd5b506100b361012c366004614f03565b610c29565b81801561013c575f5ffd5b506100b361014b366004614fb3565b610fa7565b81801561015b575f5ffd5b506100b361016a366004614ff9565b6112ff565b81801561017a575f5ffd5b506100b3610189366004615054565b6115d2565b5f8061019b898888611980565b90925090506004825460ff1660098111156101b8576101b86150c5565b146101e9578154604051630cb9410b60e31b81526101e091899160ff909116906004016150e9565b60405180910390fd5b6101f38783611a3a565b600482015461020f61020a36889003880188615122565b611a74565b14610230576040516364932e8560e11b8152600481018890526024016101e0565b6009820154600160e81b900460ff16158061026a57505f6004820154600160b81b900460ff166002811115610267576102676150c5565b14155b1561028b57604051630835409760e31b8152600481018890526024016101e0565b6102958282611ac5565b156102b65760405163700bb9f960e11b8152600481018890526024016101e0565b60098201546003600160e01b90910460ff16106102f05760405163281b93d160e11b815260048101889052600360248201526044016101e0565b61030787836103028b5f015185611b05565b611c32565b505f878152600a8a016020908152604080832061010089013584529091529020805460ff1916600117905583158061035957505f878152600a8a016020908152604080832087845290915290205460ff165b1561037a576006604051639cef143560e01b81526004016101e091906151c9565b61038b610100860160e087016151e3565b6001600160401b0316836001600160401b031610156103c0576005604051639cef143560e01b81526004016101e091906151c9565b5f6103d036879003870187615122565b6001600160401b0380861660e0830152610100820187905260098501549192505f91600160a01b90041615610419576009840154600160a01b90046001600160401b031661042f565b6002840154600160c01b90046001600160401b03165b90506104618a5f01518a8560048660405160200161044d91906152b1565b604051602081830303815290604052611ca6565b505061046f8a8a8685611f14565b60098401805467ffffffffffffffff60a01b1916600160a01b6001600160401b0384160217808255601c906104ad90600160e01b900460ff166152d4565b825460ff9182166101009390930a9283029190920219909116179055505050600901805460ff60e81b1916905550505050505050565b5f806104f0888785611980565b8154919350915060ff165f600582600981111561050f5761050f6150c5565b148061052c5750600782600981111561052a5761052a6150c5565b145b90508015801561054e5750600382600981111561054b5761054b6150c5565b14155b801561056c57506004826009811115610569576105696150c5565b14155b1561058e578782604051630cb9410b60e31b81526004016101e09291906150e9565b885161059c90898686612046565b6002840154600160801b90046001600160401b03165f036105d357604051637c65817960e11b8152600481018990526024016101e0565b60038260098111156105e7576105e76150c5565b0361060857610606898986866106008e5f015189611b05565b8b612102565b505b60098401545f906001600160a01b0316156106305760098501546001600160a01b0316610643565b8454600160581b90046001600160a01b03165b9050806001600160a01b0316886001600160a01b03161461067d57888187604051631198556b60e21b81526004016101e0939291906152f2565b60018501545f9061069e908d908d908d908c906001600160a01b0316612186565b905082156106c8576009860180546001600160a01b0319166001600160a01b038a16179055610746565b8554600160581b600160f81b031916600160581b6001600160a01b038a1602178655606081015160038701556004846009811115610708576107086150c5565b03610746576107178682612254565b816001600160a01b0316886001600160a01b0316146107465760098601805460ff60e81b1916600160e81b1790555b876001600160a01b0316826001600160a01b03168b7fa858497be8cc44439b21dfb13329cc287a7bd9ec90432776e728ffb93e054563846060015160405161079091815260200190565b60405180910390a4505050505050505050505050565b5f806107b58786866001612285565b915091506107c38583611a3a565b85516107cf908261233d565b5f6107dd875f015183611b05565b90506107ea868483611c32565b5086516107fb90878585858961244d565b6108058383611ac5565b1561087c575f610816848487612716565b90505f896007015f6108298a8888612953565b815260208101919091526040015f20549050801580159061084a5750818114155b156108795760405163e565009160e01b81526004810189905260248101839052604481018290526064016101e0565b50505b5f610899885f0151888560048960405160200161044d919061531a565b91505080156108d15787516108ae908461233d565b87516108d19088856108c660408a0160208b016151e3565b866101e001516129c2565b6108eb8888866108e6368a90038a018a615122565b611f14565b835460ff1916600417845561090660a08601608087016153d3565b84600101601c6101000a81548163ffffffff021916908363ffffffff16021790555087604001516001600160a01b0316632b5e1e73846002015461094b8a8888612953565b6040516001600160e01b031960e085901b16815260048101929092526024820152604481018a90526064015f604051808303815f87803b15801561098d575f5ffd5b505af115801561099f573d5f5f3e3d5ffd5b50505050505050505050505050565b5f806109ba8988612a73565b60058101549193509150600160801b90046001600160401b0316421115610a0b576005810154604051636ee5d1fb60e01b8152600160801b9091046001600160401b031660048201526024016101e0565b856001600160401b0316421115610a4757604051630287271560e01b8152600481018890526001600160401b03871660248201526044016101e0565b8751610a53908261233d565b85610a6089898484612afa565b8015610a7c57505f88815260088b01602052604090205460ff16155b15610abd5760058201546001600160401b03600160801b90910481169082161115610ab857506005810154600160801b90046001600160401b03165b610bc1565b88516002830154604051637ca411c760e11b815260048101919091525f916001600160a01b03169063f948238e90602401602060405180830381865afa158015610b09573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610b2d91906153f9565b9050610b6f818888888080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250612b3092505050565b610b8f57604051630981d59960e11b8152600481018a90526024016101e0565b5f89815260088c01602052604090205460ff1615610bbf575f89815260088c0160205260409020805460ff191690555b505b60028301546001600160401b0390811690821611610c1257600283015460405163891db1ef60e01b8152600481018a90526001600160401b03808416602483015290911660448201526064016101e0565b610c1d888483612ba0565b50505050505050505050565b5f86815260208990526040812090815460ff166009811115610c4d57610c4d6150c5565b14610c6e57604051639e2b4bfd60e01b8152600481018890526024016101e0565b610c7e60a0870160808801615414565b6001600160a01b0316336001600160a01b031614610cb8576040516326785b9160e11b8152600481018890523360248201526044016101e0565b610cca6101e087016101c0880161544e565b6001600160801b03163414610d175734610cec6101e088016101c0890161544e565b604051634517ba6160e01b815260048101929092526001600160801b031660248201526044016101e0565b85602001358585604051610d2c929190615469565b604051809103902014610d73578484604051610d49929190615469565b604051908190038120631b49e2bb60e01b82526004820152602087013560248201526044016101e0565b85606001358383604051610d88929190615469565b604051809103902014610dcf578282604051610da5929190615469565b60405190819003812063080c1b1160e11b82526004820152606087013560248201526044016101e0565b610de16101a0870161018088016151e3565b6001600160401b0316421115610e2857610e036101a0870161018088016151e3565b604051636ee5d1fb60e01b81526001600160401b0390911660048201526024016101e0565b8751610e349087612c07565b805460ff1916600190811782555f888152908a0160205260409020610e5981886130b1565b610e6960a0880160808901615414565b6001600160a01b03168760400135897fe2ced5db94f14c49bbca260cb7014e1810d5e66e9688bd9946580ac5d6c9272a8a8a8a8a8a604051610eaf9594939291906154fe565b60405180910390a4610ece8a60408901356102808a01358b5f8061349b565b5f610eed8a5f01518a845f60405180602001604052805f815250611ca6565b50805190915015610f4c57610f158a8a84610f106101a08d016101808e016151e3565b612afa565b50610f328984610f2d6101a08c016101808d016151e3565b612ba0565b6102a088013515610f4757610f478b836134bb565b610f9a565b6102a088013515610f7357600760405163b60821ef60e01b81526004016101e0919061570d565b6102c088013515610f9a57600960405163b60821ef60e01b81526004016101e0919061570d565b5050505050505050505050565b5f610fb485846002613517565b5f84815260018701602052604090206060860151919250903414610ffa5760608501516040516363eb88b760e01b815234600482015260248101919091526044016101e0565b6005810154600160801b90046001600160401b0316421115611046576005810154604051636ee5d1fb60e01b8152600160801b9091046001600160401b031660048201526024016101e0565b60028201546001600160401b031642111561108c576002820154604051630287271560e01b8152600481018690526001600160401b0390911660248201526044016101e0565b5f84815260058701602090815260408083203384529091529020546001600160401b03164281106110d65784338260405163cf35b22d60e01b81526004016101e0939291906152f2565b5f6110e4875f015184611b05565b90505f81610240015163ffffffff1682610220015163ffffffff164261110a919061571a565b611114919061571a565b9050611125885f0151888684613574565b8751604080516001600160a01b03891660208201525f92839261114f928c918a916002910161044d565b915091508015611167578951611167908a8886613574565b5f6111758c8c8c8c33612186565b602084015190915043905f906001600160401b03161561119957846020015161119b565b815b90506111b08e8e8e8c858c6101e001516135ae565b895460036001600160a01b038d8116600160581b02600160581b600160f81b03196001600160401b038781166301000000029190911662ffff01600160f81b0319909516949094171782178d5560018d018054858516600160a01b0267ffffffffffffffff60a01b1933166001600160e01b03199092169190911717905560028d01805442909416600160401b0267ffffffffffffffff60401b19909416939093179092556060850151908c01556040860151161561129057604085015160088b0180546001600160a01b0319166001600160a01b039092169190911790555b606080840151604080516001600160401b038087168252851660208201529081019190915233916001600160a01b038e16918f917f74dee539fc09ba7ab2e060f21394343c46f740ed15f9b0fda42aadd3bf447c58910160405180910390a45050505050505050505050505050565b5f8061130c878686611980565b90925090506003825460ff166009811115611329576113296150c5565b14611351578154604051630cb9410b60e31b81526101e091879160ff909116906004016150e9565b61135b8583611a3a565b60018201546001600160401b03600160a01b909104811690841681146113ae5760405163538ccad960e11b8152600481018790526001600160401b038086166024830152821660448201526064016101e0565b5f6113bc885f015184611b05565b90505f816101e0015163ffffffff16836001600160401b0316436113e0919061572d565b1190505f6113f18a5f0151866136e0565b905043846001600160401b0316148061141a57508115801561141a575061141886826137b4565b155b1561143b576040516376ed346960e11b8152600481018a90526024016101e0565b610280830151865460ff9182166101009091049091161061148257610280830151604051631e6111a160e21b8152600481018b905260ff90911660248201526044016101e0565b6002860154600160801b90046001600160401b0316156114a9576114a7898785611c32565b505b5f6114c98b5f01518b88600860405180602001604052805f815250611ca6565b5060208101519091506001600160401b0381165f036114e95750436114fc565b6114fc8d8d8d8a858a6101e001516135ae565b856001600160401b0316836001600160401b0316116115295787546001600160f81b0316600160f81b1788555b6001888101805467ffffffffffffffff60a01b1916600160a01b6001600160401b0385160217905588548c917ff7287058d86a3dceb8ea8b19a3cbc3058ef06f62cbf13217fb36170a06284f2b918b919061158b90610100900460ff166152d4565b825460ff9182166101009390930a8381029202191617909155604080519182526001600160401b03851660208301520160405180910390a250505050505050505050505050565b5f806115e089888784612285565b915091506115f3885f0151888484612046565b81546001600160a01b03878116600160581b909204161461163f578154604051631198556b60e21b81526101e0918991600160581b9091046001600160a01b03169088906004016152f2565b5f61164d895f015183611b05565b905061165f83838361022001516137f4565b15611680576040516351bd9e4560e11b8152600481018990526024016101e0565b5f61168f8a8a8686868d612102565b60208b015160405163d71265c760e01b81526001600160a01b038b8116600483015292935091169063d71265c79060240160a0604051808303815f875af11580156116dc573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906117009190615740565b5060028401805467ffffffffffffffff60801b1916600160801b426001600160401b03160217905560808101511561174257835462ff00001916620100001784555b5f5f8b604001516001600160a01b031663fe71a03486600201546117678e8a8a612953565b8e896004015f9054906101000a90046001600160a01b03168a6005015f9054906101000a90046001600160401b03168b60050160089054906101000a90046001600160401b03166040518763ffffffff1660e01b815260040161180796959493929190958652602086019490945260408501929092526001600160a01b031660608401526001600160401b0390811660808401521660a082015260c00190565b60408051808303815f875af1158015611822573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061184691906157a3565b91509150876001600160401b0316826001600160401b0316118061187b5750866001600160401b0316816001600160401b0316115b156118b2576040516288ca5360e31b8152600481018c90526001600160401b038084166024830152821660448201526064016101e0565b6006860180546001600160401b03808516600160c01b026001600160c01b039092169190911790915581161561190a5760088601805467ffffffffffffffff60a01b1916600160a01b6001600160401b038416021790555b896001600160a01b03168b7ff5d015f6675ebf4932027fa5cc1495c294eb2ce30dabd97b9353062f7a774c5f8b87610240015163ffffffff164261194e91906157db565b604080516001600160401b0393841681529290911660208301520160405180910390a350505050505050505050505050565b5f5f61198c8585613844565b8054909250630100000090046001600160401b03165f036119ca578154604051630cb9410b60e31b81526101e091869160ff909116906004016150e9565b81546001600160401b0384811663010000009092041614611a24578154604051631198556b60e21b81526101e0918691600160581b82046001600160a01b031691630100000090046001600160401b0316906004016152f2565b505f928352600190930160205250604090209091565b60018101546001600160a01b03163314611a70576040516310367ef360e31b8152600481018390523360248201526044016101e0565b5050565b5f7f3ad73b1585e0735a0fa2c6053bb2717b741ac4fd3ac8437c64038950c8681ead82604051602001611aa89291906157fa565b604051602081830303815290604052805190602001209050919050565b81545f9062010000900460ff168015611afc57505f6004830154600160b81b900460ff166002811115611afa57611afa6150c5565b145b90505b92915050565b604080516102a0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a081018290526101c081018290526101e081018290526102008101829052610220810182905261024081018290526102608101829052610280810191909152600282015460048084015460405162ca398d60e31b815291820192909252600160e01b90910463ffffffff1660248201526001600160a01b03841690630651cc68906044016102a060405180830381865afa158015611c0e573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611afc9190615855565b5f81610240015163ffffffff168360020160109054906101000a90046001600160401b0316611c6191906157db565b9050806001600160401b0316421115611c9f576040516315bd2fa360e11b8152600481018590526001600160401b03821660248201526044016101e0565b9392505050565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810182905290611cd8614a90565b60028601546004808801546040516316cbb5c560e31b815291820192909252600160e01b90910463ffffffff1660248201525f906001600160a01b038a169063b65dae28906044015f60405180830381865afa158015611d3a573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f19168201604052611d6191908101906159f0565b90505f5b8151811015611e0b57611d9a87838381518110611d8457611d84615a9a565b602002602001015161388990919063ffffffff16565b15611e035760019350611db489898a600201548a8a6138c1565b9250611e0383611ddd848481518110611dcf57611dcf615a9a565b602002602001015160b01c90565b611dfd858581518110611df257611df2615a9a565b602002602001015190565b88613aa4565b600101611d65565b5060078701545f03611e1e575050611f0a565b600787015460068801546040516316cbb5c560e31b81526004810192909252600160d81b900463ffffffff1660248201526001600160a01b038a169063b65dae28906044015f60405180830381865afa158015611e7d573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f19168201604052611ea491908101906159f0565b90505f5b8151811015611f0657611ec787838381518110611d8457611d84615a9a565b15611efe5760019350611ee189898a600701548a8a6138c1565b9250611efe836001611dfd858581518110611df257611df2615a9a565b600101611ea8565b5050505b9550959350505050565b6020840151825460405163d71265c760e01b8152600160581b9091046001600160a01b0390811660048301525f92169063d71265c79060240160a0604051808303815f875af1158015611f69573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611f8d9190615740565b6002840180546001600160c01b0316600160c01b436001600160401b031602179055606081015160038501559050611fc482611a74565b600484015560068301805467ffffffffffffffff1916426001600160401b0316179055611ff18382612254565b8254604051600160581b9091046001600160a01b03169085907fc395aefa33c84f200d22471ff27319edcbde5eabeeb0dcea5de2a2b134f9861d906120379086906152b1565b60405180910390a35050505050565b60088201546001600160a01b0316806120c957600282015460405163f70df99360e01b815260048101919091526001600160a01b0386169063f70df99390602401602060405180830381865afa1580156120a2573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906120c691906153f9565b90505b336001600160a01b038216146120fb576040516380f1e5a760e01b8152600481018590523360248201526044016101e0565b5050505050565b6040805160a0810182525f808252602082018190529181018290526060810182905260808101919091526121398787878787613d13565b8651604080516001600160a01b03851660208201525f926121639290918a9189916003910161044d565b9092509050801561217b5761217b8888888888613d13565b509695505050505050565b6121bc6040518060a001604052805f6001600160a01b031681526020015f81526020015f81526020015f81526020015f81525090565b5f84815260058701602090815260408083206001600160a01b03871684529091529020546001600160401b031667fffffffffffffffe190161222357604051631270f67b60e31b8152600481018590526001600160a01b03841660248201526044016101e0565b61224a855f0151866020015186896001015f8981526020019081526020015f208787613db4565b9695505050505050565b608001516005820155600601805467ffffffffffffffff60401b1916600160401b426001600160401b031602179055565b5f5f612292868686611980565b90925090506003825460ff1660098111156122af576122af6150c5565b146122d7578154604051630cb9410b60e31b81526101e091879160ff909116906004016150e9565b6002820154600160801b90046001600160401b031615158315151461233457821561231857604051637c65817960e11b8152600481018690526024016101e0565b6040516389b45ad760e01b8152600481018690526024016101e0565b94509492505050565b6002810154600480830154604051632080702560e01b81529182019290925263ffffffff600160c01b830481166024830152600160e01b90920490911660448201526001600160a01b038316906320807025906064015f6040518083038186803b1580156123a9575f5ffd5b505afa1580156123bb573d5f5f3e3d5ffd5b50505050600781015415611a705760078101546006820154604051632080702560e01b8152600481019290925263ffffffff600160b81b820481166024840152600160d81b9091041660448201526001600160a01b038316906320807025906064015f6040518083038186803b158015612433575f5ffd5b505afa158015612445573d5f5f3e3d5ffd5b505050505050565b80355f03612470575f604051639cef143560e01b81526004016101e091906151c9565b60408101355f03612497576002604051639cef143560e01b81526004016101e091906151c9565b60058301546001600160401b03166124b560c0830160a084016151e3565b6001600160401b0316146124df576003604051639cef143560e01b81526004016101e091906151c9565b6005830154600160401b90046001600160401b031661250460e0830160c084016151e3565b6001600160401b03161461252e576004604051639cef143560e01b81526004016101e091906151c9565b61253f610100820160e083016151e3565b6001600160401b03165f0361256a576005604051639cef143560e01b81526004016101e091906151c9565b610100810135151560026004850154600160b81b900460ff166002811115612594576125946150c5565b141580156125c557505f6004850154600160b81b900460ff1660028111156125be576125be6150c5565b1481151514155b156125e6576006604051639cef143560e01b81526004016101e091906151c9565b6001850154600160a01b90046001600160401b03168061260c60408501602086016151e3565b6001600160401b03161461265f578661262b60408501602086016151e3565b60405163538ccad960e11b815260048101929092526001600160401b039081166024830152821660448201526064016101e0565b806001600160401b0316431161268b576001604051639cef143560e01b81526004016101e091906151c9565b61269d88888784886101e001516129c2565b61010084015163ffffffff166126b960a08501608086016153d3565b63ffffffff16101561270c57866126d660a08501608086016153d3565b610100860151604051630b16f58960e11b8152600481019390935263ffffffff91821660248401521660448201526064016101e0565b5050505050505050565b604080516102e0810182528354815260018401546020820152600280850154928201929092526003840154606082015260048401546001600160a01b038116608083015261ffff600160a01b82041660a083015260ff600160b01b8204811660c08401525f93849392879260e0850192600160b81b909204169081111561279f5761279f6150c5565b60028111156127b0576127b06150c5565b81526004820154600160c01b80820463ffffffff9081166020850152600160e01b909204821660408085019190915260058501546001600160401b03808216606080880191909152600160401b83048216608080890191909152600160801b808504841660a0808b01919091529690940490921660c088015260068801546001600160801b03811660e089015292830460ff16610100880152600160881b830461ffff16610120880152600160981b83048616610140880152600160b81b83048616610160880152600160d81b90920490941661018086015260078601546101a08087019190915260088701546101c0808801919091526009909701546101e0909601959095525f958701869052938601859052610200860185905292850184905284820193909352929350839290860135916128f2919087019087016153d3565b60068801546008890154604051612933959493926101008a013592600160c01b9091046001600160401b0390811692600160a01b9092041690602001615c93565b604051602081830303815290604052805190602001209150509392505050565b81545f9062010000900460ff1661296b575082611c9f565b600882015460068301546002840154604080516020810194909452600160981b90920463ffffffff169183019190915260608201526080016040516020818303038152906040528051906020012090509392505050565b63ffffffff81166129dc6001600160401b0384164361572d565b1115612a19576040516303b1aeb160e51b8152600481018590526001600160401b038316602482015263ffffffff821660448201526064016101e0565b5f612a2486856136e0565b9050826001600160401b0316816001600160401b0316111561244557604051635af7a56760e11b8152600481018690526001600160401b038085166024830152821660448201526064016101e0565b5f5f612a7f8484613844565b91506001825460ff166009811115612a9957612a996150c5565b14158015612abd57506002825460ff166009811115612aba57612aba6150c5565b14155b15612ae5578154604051630cb9410b60e31b81526101e091859160ff909116906004016150e9565b505f9182526001909201602052604090209091565b8351604080516001600160401b03841660208201525f928392612b2492889188916001910161044d565b50519695505050505050565b5f836001600160a01b03163b5f03612b8e575f5f612b4e858561402d565b5090925090505f816003811115612b6757612b676150c5565b148015612b855750856001600160a01b0316826001600160a01b0316145b92505050611c9f565b612b99848484614076565b9050611c9f565b815460ff191660029081178355820180546001600160401b03831667ffffffffffffffff19909116811790915560405190815283907fc1e0a19396ebd96d765fd9c9e5dc458f16fa20488c11718ee6819840e329e93c9060200160405180910390a2505050565b612c10816140db565b6001600160a01b03821663208070256040830135612c36610120850161010086016153d3565b612c48610140860161012087016153d3565b6040516001600160e01b031960e086901b168152600481019390935263ffffffff91821660248401521660448201526064015f6040518083038186803b158015612c90575f5ffd5b505afa158015612ca2573d5f5f3e3d5ffd5b505f925050506001600160a01b038316630651cc686040840135612cce610140860161012087016153d3565b6040516001600160e01b031960e085901b168152600481019290925263ffffffff1660248201526044016102a060405180830381865afa158015612d14573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612d389190615855565b9050612d4a60e0830160c08401615ce8565b60ff16816020015163ffffffff16901c60011663ffffffff165f03612d84575f604051630a9e5c5960e11b81526004016101e09190615d13565b612d9460c0830160a08401615d20565b61ffff16816040015161ffff16901c60011661ffff165f03612dcc576001604051630a9e5c5960e11b81526004016101e09190615d13565b6060810151612dec90612de761020085016101e08601615ce8565b61437b565b612e0c576002604051630a9e5c5960e11b81526004016101e09190615d13565b612e1e610160830161014084016151e3565b6001600160401b0316158015612e3657508060a00151155b15612e57576004604051630a9e5c5960e11b81526004016101e09190615d13565b612e69610160830161014084016151e3565b6001600160401b031615801590612e8257508060800151155b15612ea3576003604051630a9e5c5960e11b81526004016101e09190615d13565b6002816101a001516002811115612ebc57612ebc6150c5565b03612edd576005604051630a9e5c5960e11b81526004016101e09190615d13565b6001600160a01b038316632d443eaa6040840135612f03610140860161012087016153d3565b60405160e084901b6001600160e01b0319168152600481019290925263ffffffff16602482015284356044820152606401602060405180830381865afa158015612f4f573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612f739190615d3b565b612f93576006604051630a9e5c5960e11b81526004016101e09190615d13565b60408051631e43210560e31b81529083013560048201523060248201526001600160a01b0384169063f219082890604401602060405180830381865afa158015612fdf573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906130039190615d3b565b613023576007604051630a9e5c5960e11b81526004016101e09190615d13565b6102008101516001600160801b03166130446101e084016101c0850161544e565b6001600160801b03161015613097576130656101e083016101c0840161544e565b6102008201516040516378a2c33960e01b81526001600160801b039283166004820152911660248201526044016101e0565b610280820135156130ac576130ac83836143ad565b505050565b803582556020810135600183015560408101356002830155606081013560038301556130e360a0820160808301615414565b6004830180546001600160a01b0319166001600160a01b039290921691909117905561311560c0820160a08301615d20565b60048301805461ffff92909216600160a01b0261ffff60a01b1990921691909117905561314860e0820160c08301615ce8565b60048301805460ff92909216600160b01b0260ff60b01b1990921691909117905561317a610100820160e08301615d54565b60048301805460ff60b81b1916600160b81b83600281111561319e5761319e6150c5565b02179055506131b5610120820161010083016153d3565b60048301805463ffffffff92909216600160c01b0263ffffffff60c01b199092169190911790556131ee610140820161012083016153d3565b60048301805463ffffffff92909216600160e01b026001600160e01b03909216919091179055613226610160820161014083016151e3565b60058301805467ffffffffffffffff19166001600160401b039290921691909117905561325b610180820161016083016151e3565b6005830180546001600160401b0392909216600160401b0267ffffffffffffffff60401b1990921691909117905561329b6101a0820161018083016151e3565b6005830180546001600160401b0392909216600160801b0267ffffffffffffffff60801b199092169190911790556132db6101c082016101a083016151e3565b6005830180546001600160401b0392909216600160c01b026001600160c01b039092169190911790556133166101e082016101c0830161544e565b6006830180546fffffffffffffffffffffffffffffffff19166001600160801b039290921691909117905561335361020082016101e08301615ce8565b60068301805460ff92909216600160801b0260ff60801b1990921691909117905561338661022082016102008301615d20565b60068301805461ffff92909216600160881b0261ffff60881b199092169190911790556133bb610240820161022083016153d3565b60068301805463ffffffff92909216600160981b0263ffffffff60981b199092169190911790556133f4610260820161024083016153d3565b60068301805463ffffffff92909216600160b81b0263ffffffff60b81b1990921691909117905561342d610280820161026083016153d3565b60068301805463ffffffff92909216600160d81b0263ffffffff60d81b199092169190911790556102808101351561346b5761028081013560078301555b6102a081013515613482576102a081013560088301555b6102c081013515611a70576102c0013560099190910155565b6134a8868685858561466b565b831561244557612445868585858561466b565b5f6134c582614700565b5f8181526009850160205260408120549192506001600160401b0390911690036130ac575f9081526009929092016020525060409020805467ffffffffffffffff1916436001600160401b0316179055565b5f6135228484613844565b9050816009811115613536576135366150c5565b815460ff16600981111561354c5761354c6150c5565b14611c9f578054604051630cb9410b60e31b81526101e091859160ff909116906004016150e9565b61357e848361233d565b61358e8484846002015484614743565b6007820154156135a8576135a88484846007015484614743565b50505050565b84516135bd90858585856129c2565b6001600160401b0382164314612445575f866009015f6135dc86614700565b81526020019081526020015f205f9054906101000a90046001600160401b031690505f865f01516001600160a01b03166379374e9486600201546040518263ffffffff1660e01b815260040161363491815260200190565b602060405180830381865afa15801561364f573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906136739190615d6f565b9050816001600160401b0316816001600160401b03161115613693578091505b816001600160401b0316846001600160401b0316101561270c5760405163248e07f760e01b8152600481018790526001600160401b038086166024830152831660448201526064016101e0565b6002810154604051633ecebe4360e21b81525f916001600160a01b0385169163fb3af90c916137159160040190815260200190565b602060405180830381865afa158015613730573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061375491906153f9565b6001600160a01b03166322f403066040518163ffffffff1660e01b81526004016020604051808303815f875af1158015613790573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611afc9190615d6f565b81545f906001600160401b03630100000090910481169083161180611afc57505060019190910154600160a01b90046001600160401b0390811691161190565b60028301545f9061381c9063ffffffff841690600160401b90046001600160401b031661571a565b42118061383c57506005830154600160801b90046001600160401b031642115b949350505050565b5f81815260208390526040812090815460ff166009811115613868576138686150c5565b03611aff5760405163c63e069360e01b8152600481018390526024016101e0565b5f81600881111561389c5761389c6150c5565b60ff166138a98460a01c90565b61ffff16901c60011661ffff165f1415905092915050565b6138c9614a90565b6040518060c001604052808460088111156138e6576138e66150c5565b8152602080820187905260408083018a905280516102e0810182528954815260018a0154928101929092526002808a015491830191909152600389015460608381019190915260048a01546001600160a01b038116608085015261ffff600160a01b82041660a085015260ff600160b01b8204811660c086015291909401938a9260e0850192600160b81b90920490911690811115613987576139876150c5565b6002811115613998576139986150c5565b81526004820154600160c01b80820463ffffffff908116602080860191909152600160e01b909304811660408086019190915260058601546001600160401b038082166060880152600160401b820481166080880152600160801b808304821660a0890152949091041660c086015260068601546001600160801b03811660e087015292830460ff16610100860152600160881b830461ffff16610120860152600160981b83048216610140860152600160b81b83048216610160860152600160d81b9092041661018084015260078401546101a084015260088401546101c08401526009909301546101e0909201919091529183523391830191909152019290925250949350505050565b604051632355551d60e21b81525f906001600160a01b03841690638d55547490613ad2908890600401615d8a565b60a0604051808303815f875af1158015613aee573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613b129190615e1e565b9050613b20855f015161478b565b60608601516102a001519416935f03613b3c57602c1993909316925b80515f908015613b4d575060028516155b80613b59575081606001515b905081602001516001600160401b03165f14613bd2578080613b7c575060048516155b80613b9357504382602001516001600160401b0316115b80613bcf575060208301516001600160401b031615801590613bcf575081602001516001600160401b031683602001516001600160401b031614155b90505b60408201516001600160a01b031615613c31578080613bf2575060088516155b80613c2e575060408301516001600160a01b031615801590613c2e575081604001516001600160a01b031683604001516001600160a01b031614155b90505b608082015115613c66578080613c48575060208516155b80613c635750613c5b8660600151614833565b826080015114155b90505b8015613c9d57604080870151905163f7e6615d60e01b815260048101919091526001600160a01b03851660248201526044016101e0565b825180613ca8575081515b1515835260208201516001600160401b031615613cd3576020808301516001600160401b0316908401525b60408201516001600160a01b031615613cfa576040808301516001600160a01b0316908401525b6080820151156124455750608090810151910152505050565b5f81610240015163ffffffff1642613d2b919061571a565b6002850154909150600160801b90046001600160401b031615613d5f57613d53858584611c32565b6001600160401b031690505b8551613d6d90868584613574565b610280820151845460ff9182166101009091049091161061244557612445865f015186858760010160149054906101000a90046001600160401b0316866101e001516129c2565b613dea6040518060a001604052805f6001600160a01b031681526020015f81526020015f81526020015f81526020015f81525090565b60405163d71265c760e01b81526001600160a01b03848116600483015287169063d71265c79060240160a0604051808303815f875af1158015613e2f573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613e539190615740565b9050805f01516001600160a01b0316826001600160a01b031614613e9c576040516310367ef360e31b8152600481018690526001600160a01b03831660248201526044016101e0565b600284015460048086015460208401516040808601519051630d83c69560e41b815293840194909452600160e01b90910463ffffffff166024830152604482015260648101919091525f906001600160a01b0389169063d83c695090608401602060405180830381865afa158015613f16573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613f3a9190615d3b565b9050808015613f4c5750600785015415155b15613fed576007850154600686015460208401516040808601519051630d83c69560e41b81526004810194909452600160d81b90920463ffffffff166024840152604483015260648201526001600160a01b0389169063d83c695090608401602060405180830381865afa158015613fc6573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613fea9190615d3b565b90505b8061217b5760208201516040808401519051633f1e7f1760e01b81526001600160a01b0387166004820152602481019290925260448201526064016101e0565b5f5f5f8351604103614064576020840151604085015160608601515f1a6140568882858561486a565b95509550955050505061406f565b505081515f91506002905b9250925092565b805160408051630b135d3f60e11b8082526004820186905260248201929092525f92906020820185604483015e5f82606483010152601f820160051c60051b915060205f60648401838a5afa9050825f5114601f3d1116811693505050509392505050565b600f6140ed60c0830160a08401615d20565b61ffff16118061411e575061410860c0820160a08301615d20565b61ffff1660ff61ffff16901c60011661ffff165f145b1561412c5761412c5f614932565b601f61413e60e0830160c08401615ce8565b60ff161180614172575061415860e0820160c08301615ce8565b60ff166103ff63ffffffff16901c60011663ffffffff165f145b15614181576141816001614932565b600661419561020083016101e08401615ce8565b60ff16106141a7576141a76003614932565b60026141ba610100830160e08401615d54565b60028111156141cb576141cb6150c5565b1415801561421857506141e6610160820161014083016151e3565b6001600160401b0316156001614203610100840160e08501615d54565b6002811115614214576142146150c5565b1414155b15614227576142276004614932565b614239610160820161014083016151e3565b6001600160401b0316158015614268575061425c610180820161016083016151e3565b6001600160401b031615155b15614277576142776005614932565b6102808101351515614291610260830161024084016153d3565b63ffffffff165f141515158115151415806142ca57506142b9610280830161026084016153d3565b63ffffffff165f1415151581151514155b806142e557508080156142e557508160400135826102800135145b156142f4576142f46006614932565b6102a08201355f03611a705761431261022083016102008401615d20565b61ffff161515806143395750614330610240830161022084016153d3565b63ffffffff1615155b15614348576143486008614932565b600261435b610100840160e08501615d54565b600281111561436c5761436c6150c5565b03611a7057611a706002614932565b5f600660ff8316108015611afc57508160ff166143978461494d565b60ff16901c60011660ff165f1415905092915050565b6001600160a01b03821663208070256102808301356143d4610260850161024086016153d3565b6143e6610280860161026087016153d3565b6040516001600160e01b031960e086901b168152600481019390935263ffffffff91821660248401521660448201526064015f6040518083038186803b15801561442e575f5ffd5b505afa158015614440573d5f5f3e3d5ffd5b505f925050506001600160a01b038316630651cc68610280840180359061446b9061026087016153d3565b6040516001600160e01b031960e085901b168152600481019290925263ffffffff1660248201526044016102a060405180830381865afa1580156144b1573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906144d59190615855565b90506144e760e0830160c08401615ce8565b60ff16816020015163ffffffff16901c60011663ffffffff165f1480614531575061451860c0830160a08401615d20565b61ffff16816040015161ffff16901c60011661ffff165f145b806145545750606081015161455290612de761020085016101e08601615ce8565b155b8061458c575061456c610160830161014084016151e3565b6001600160401b03161561458457806080015161458a565b8060a001515b155b806145ad57506002816101a0015160028111156145ab576145ab6150c5565b145b8061464a57506001600160a01b038316632d443eaa61028084018035906145d89061026087016153d3565b60405160e084901b6001600160e01b0319168152600481019290925263ffffffff16602482015284356044820152606401602060405180830381865afa158015614624573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906146489190615d3b565b155b156130ac576008604051630a9e5c5960e11b81526004016101e09190615d13565b5f848152600386016020526040812081906146899087878787614989565b5f80805260038a01602052604081209294509092509081906146ae9089898989614989565b9150915086887f481363943a2c3abcf3becf0a8da0de3aa46e55170b91868af693db791dc8c62e8888888888886040516146ed96959493929190615e9d565b60405180910390a3505050505050505050565b6002810154600482015460408051602081019390935263ffffffff600160c01b8304811691840191909152600160e01b9091041660608201525f90608001611aa8565b5f61474f858484614a0b565b90506001600160401b038116156120fb57604051630121387360e11b8152600481018590526001600160401b03821660248201526044016101e0565b5f8082600881111561479f5761479f6150c5565b14806147bc575060018260088111156147ba576147ba6150c5565b145b156147c957506002919050565b60028260088111156147dd576147dd6150c5565b036147ea5750600c919050565b60088260088111156147fe576147fe6150c5565b0361480b57506004919050565b600382600881111561481f5761481f6150c5565b0361482c57506020919050565b505f919050565b6102a08101516102208201516040808401518151602081019490945263ffffffff9092169083015260608201525f90608001611aa8565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411156148a357505f91506003905082614928565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa1580156148f4573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661491f57505f925060019150829050614928565b92505f91508190505b9450945094915050565b8060405163b60821ef60e01b81526004016101e0919061570d565b5f600160ff8316116149615750603f919050565b60011960ff8316016149755750600f919050565b60021960ff83160161482c57506007919050565b84545f9081906149a3906001600160401b031660016157db565b8754604080519294506149cf92600160401b909204901b90849087908a908a9089904390602001615eeb565b60408051601f1981840301815291815281516020909201919091209081901c600160401b026001600160401b0384161790975550959350505050565b604051631218982960e11b8152600481018390525f906001600160a01b03851690632431305290602401602060405180830381865afa158015614a50573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190614a749190615d6f565b905081816001600160401b03161115611c9f57505f9392505050565b6040805160c08101909152805f81526020015f81526020015f8152602001614b65604080516102e0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c081018290529060e082019081525f6020820181905260408201819052606082018190526080820181905260a0820181905260c0820181905260e08201819052610100820181905261012082018190526101408201819052610160820181905261018082018190526101a082018190526101c082018190526101e09091015290565b81525f6020820152606060409091015290565b634e487b7160e01b5f52604160045260245ffd5b60405161014081016001600160401b0381118282101715614baf57614baf614b78565b60405290565b60405160a081016001600160401b0381118282101715614baf57614baf614b78565b6040516102a081016001600160401b0381118282101715614baf57614baf614b78565b604051601f8201601f191681016001600160401b0381118282101715614c2257614c22614b78565b604052919050565b6001600160a01b0381168114614c3e575f5ffd5b50565b5f60808284031215614c51575f5ffd5b604051608081016001600160401b0381118282101715614c7357614c73614b78565b6040529050808235614c8481614c2a565b81526020830135614c9481614c2a565b60208201526040830135614ca781614c2a565b6040820152606092830135920191909152919050565b6001600160401b0381168114614c3e575f5ffd5b8035614cdc81614cbd565b919050565b5f6101408284031215614cf2575f5ffd5b50919050565b5f5f5f5f5f5f5f610260888a031215614d0f575f5ffd5b87359650614d208960208a01614c41565b955060a0880135945060c0880135614d3781614cbd565b9350614d468960e08a01614ce1565b92506102208801359150610240880135614d5f81614cbd565b8091505092959891949750929550565b8035614cdc81614c2a565b5f5f5f5f5f5f6101208789031215614d90575f5ffd5b86359550614da18860208901614c41565b945060a0870135935060c0870135614db881614c2a565b925060e0870135614dc881614c2a565b9150610100870135614dd981614cbd565b809150509295509295509295565b5f5f5f5f5f6102208688031215614dfc575f5ffd5b85359450614e0d8760208801614c41565b935060a0860135925060c0860135614e2481614cbd565b9150614e338760e08801614ce1565b90509295509295909350565b5f5f83601f840112614e4f575f5ffd5b5081356001600160401b03811115614e65575f5ffd5b602083019150836020828501011115614e7c575f5ffd5b9250929050565b5f5f5f5f5f5f5f610120888a031215614e9a575f5ffd5b87359650614eab8960208a01614c41565b955060a0880135945060c0880135614ec281614cbd565b935060e088013592506101008801356001600160401b03811115614ee4575f5ffd5b614ef08a828b01614e3f565b989b979a50959850939692959293505050565b5f5f5f5f5f5f5f5f888a036103e0811215614f1c575f5ffd5b89359850614f2d8b60208c01614c41565b975060a08a013596506102e060bf1982011215614f48575f5ffd5b5060c0890194506103a08901356001600160401b03811115614f68575f5ffd5b614f748b828c01614e3f565b9095509350506103c08901356001600160401b03811115614f93575f5ffd5b614f9f8b828c01614e3f565b999c989b5096995094979396929594505050565b5f5f5f5f60e08587031215614fc6575f5ffd5b84359350614fd78660208701614c41565b925060a0850135915060c0850135614fee81614c2a565b939692955090935050565b5f5f5f5f5f610100868803121561500e575f5ffd5b8535945061501f8760208801614c41565b935060a0860135925060c086013561503681614cbd565b915060e086013561504681614cbd565b809150509295509295909350565b5f5f5f5f5f5f5f610140888a03121561506b575f5ffd5b8735965061507c8960208a01614c41565b955060a0880135945060c088013561509381614c2a565b935060e08801356150a381614cbd565b92506101008801356150b481614cbd565b9150610120880135614d5f81614cbd565b634e487b7160e01b5f52602160045260245ffd5b600a8110614c3e57614c3e6150c5565b828152604081016150f9836150d9565b8260208301529392505050565b63ffffffff81168114614c3e575f5ffd5b8035614cdc81615106565b5f610140828403128015615134575f5ffd5b5061513d614b8c565b8235815261514d60208401614cd1565b6020820152604083810135908201526060808401359082015261517260808401615117565b608082015261518360a08401614cd1565b60a082015261519460c08401614cd1565b60c08201526151a560e08401614cd1565b60e08201526101008381013590820152610120928301359281019290925250919050565b60208101600783106151dd576151dd6150c5565b91905290565b5f602082840312156151f3575f5ffd5b8135611c9f81614cbd565b80518252602081015161521c60208401826001600160401b03169052565b5060408101516040830152606081015160608301526080810151615248608084018263ffffffff169052565b5060a081015161526360a08401826001600160401b03169052565b5060c081015161527e60c08401826001600160401b03169052565b5060e081015161529960e08401826001600160401b03169052565b50610100818101519083015261012090810151910152565b6101408101611aff82846151fe565b634e487b7160e01b5f52601160045260245ffd5b5f60ff821660ff81036152e9576152e96152c0565b60010192915050565b9283526001600160a01b039190911660208301526001600160401b0316604082015260600190565b81358152610140810161532f60208401614cd1565b6001600160401b03166020830152604083810135908301526060808401359083015261535d60808401615117565b63ffffffff16608083015261537460a08401614cd1565b6001600160401b031660a083015261538e60c08401614cd1565b6001600160401b031660c08301526153a860e08401614cd1565b6001600160401b031660e0830152610100838101359083015261012092830135929091019190915290565b5f602082840312156153e3575f5ffd5b8135611c9f81615106565b8051614cdc81614c2a565b5f60208284031215615409575f5ffd5b8151611c9f81614c2a565b5f60208284031215615424575f5ffd5b8135611c9f81614c2a565b6001600160801b0381168114614c3e575f5ffd5b8035614cdc8161542f565b5f6020828403121561545e575f5ffd5b8135611c9f8161542f565b818382375f9101908152919050565b61ffff81168114614c3e575f5ffd5b8035614cdc81615478565b60ff81168114614c3e575f5ffd5b8035614cdc81615492565b60038110614c3e575f5ffd5b8035614cdc816154ab565b600381106154d2576154d26150c5565b9052565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b853581526020808701359082015260408087013590820152606080870135908201525f61552d60808801614d6f565b6001600160a01b0316608083015261554760a08801615487565b61ffff1660a083015261555c60c088016154a0565b60ff1660c083015261557060e088016154b7565b61557d60e08401826154c2565b5061558b6101008801615117565b63ffffffff166101008301526155a46101208801615117565b63ffffffff166101208301526155bd6101408801614cd1565b6001600160401b03166101408301526155d96101608801614cd1565b6001600160401b03166101608301526155f56101808801614cd1565b6001600160401b03166101808301526156116101a08801614cd1565b6001600160401b03166101a083015261562d6101c08801615443565b6001600160801b03166101c08301526156496101e088016154a0565b60ff166101e083015261565f6102008801615487565b61ffff166102008301526156766102208801615117565b63ffffffff1661022083015261568f6102408801615117565b63ffffffff166102408301526156a86102608801615117565b63ffffffff1661026083015261028087810135908301526102a080880135908301526102c080880135908301526103206102e083018190526156ed90830186886154d6565b8281036103008401526157018185876154d6565b98975050505050505050565b602081016151dd836150d9565b80820180821115611aff57611aff6152c0565b81810381811115611aff57611aff6152c0565b5f60a0828403128015615751575f5ffd5b5061575a614bb5565b825161576581614c2a565b81526020838101519082015260408084015190820152606080840151908201526080928301519281019290925250919050565b8051614cdc81614cbd565b5f5f604083850312156157b4575f5ffd5b82516157bf81614cbd565b60208401519092506157d081614cbd565b809150509250929050565b6001600160401b038181168382160190811115611aff57611aff6152c0565b8281526101608101611c9f60208301846151fe565b8051614cdc81615106565b8051614cdc81615478565b8051614cdc81615492565b80518015158114614cdc575f5ffd5b8051614cdc816154ab565b8051614cdc8161542f565b5f6102a0828403128015615867575f5ffd5b50615870614bd7565b615879836153ee565b81526158876020840161580f565b60208201526158986040840161581a565b60408201526158a960608401615825565b60608201526158ba60808401615830565b60808201526158cb60a08401615830565b60a08201526158dc60c08401615830565b60c08201526158ed60e08401615830565b60e08201526158ff610100840161580f565b610100820152615912610120840161580f565b6101208201526159256101408401615798565b6101408201526159386101608401615798565b61016082015261594b6101808401615798565b61018082015261595e6101a0840161583f565b6101a08201526159716101c08401615825565b6101c08201526159846101e0840161580f565b6101e0820152615997610200840161584a565b6102008201526159aa610220840161580f565b6102208201526159bd610240840161580f565b6102408201526159d0610260840161580f565b6102608201526159e36102808401615825565b6102808201529392505050565b5f60208284031215615a00575f5ffd5b81516001600160401b03811115615a15575f5ffd5b8201601f81018413615a25575f5ffd5b80516001600160401b03811115615a3e57615a3e614b78565b8060051b615a4e60208201614bfa565b91825260208184018101929081019087841115615a69575f5ffd5b6020850194505b83851015615a8f57845180835260209586019590935090910190615a70565b979650505050505050565b634e487b7160e01b5f52603260045260245ffd5b805182526020810151602083015260408101516040830152606081015160608301526080810151615aea60808401826001600160a01b03169052565b5060a0810151615b0060a084018261ffff169052565b5060c0810151615b1560c084018260ff169052565b5060e0810151615b2860e08401826154c2565b50610100810151615b4261010084018263ffffffff169052565b50610120810151615b5c61012084018263ffffffff169052565b50610140810151615b796101408401826001600160401b03169052565b50610160810151615b966101608401826001600160401b03169052565b50610180810151615bb36101808401826001600160401b03169052565b506101a0810151615bd06101a08401826001600160401b03169052565b506101c0810151615bed6101c08401826001600160801b03169052565b506101e0810151615c046101e084018260ff169052565b50610200810151615c1c61020084018261ffff169052565b50610220810151615c3661022084018263ffffffff169052565b50610240810151615c5061024084018263ffffffff169052565b50610260810151615c6a61026084018263ffffffff169052565b506102808101516102808301526102a08101516102a08301526102c08101516102c08301525050565b6103808101615ca28289615aae565b866102e083015263ffffffff8616610300830152846103208301526001600160401b0384166103408301526001600160401b038316610360830152979650505050505050565b5f60208284031215615cf8575f5ffd5b8135611c9f81615492565b60098110614c3e57614c3e6150c5565b602081016151dd83615d03565b5f60208284031215615d30575f5ffd5b8135611c9f81615478565b5f60208284031215615d4b575f5ffd5b611afc82615830565b5f60208284031215615d64575f5ffd5b8135611c9f816154ab565b5f60208284031215615d7f575f5ffd5b8151611c9f81614cbd565b602081525f8251615d9a81615d03565b8060208401525060208301516040830152604083015160608301526060830151615dc76080840182615aae565b5060808301516001600160a01b031661036083015260a08301516103808084015280516103a0840181905280602083016103c086015e5f6103c082860101526103c0601f19601f8301168501019250505092915050565b5f60a0828403128015615e2f575f5ffd5b50615e38614bb5565b615e4183615830565b81526020830151615e5181614cbd565b60208201526040830151615e6481614c2a565b6040820152615e7560608401615830565b60608201526080928301519281019290925250919050565b600481106154d2576154d26150c5565b60c08101615eab8289615e8d565b60208201969096526001600160401b03948516604082015267ffffffffffffffff199384166060820152919093166080820152911660a090910152919050565b67ffffffffffffffff19881681526001600160401b038716602082015260e08101615f196040830188615e8d565b8560608301528460808301528360a08301528260c08301529897505050505050505056",
}

// JobSteps is an auto generated Go binding around an Ethereum contract.
type JobSteps struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *JobSteps) GetABI() abi.ABI {
	return c.abi
}

// NewJobSteps creates a new instance of JobSteps.
func NewJobSteps() *JobSteps {
	parsed, err := JobStepsMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &JobSteps{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *JobSteps) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// WorkerRegistryMetaData contains all meta data concerning the WorkerRegistry contract.
var WorkerRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"runtime_\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"collateral_\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"InvalidShortString\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"str\",\"type\":\"string\"}],\"name\":\"StringTooLong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerExists\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"WorkerExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"WorkerExpiryInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"WorkerFieldInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint16\",\"name\":\"statuses\",\"type\":\"uint16\"}],\"name\":\"WorkerFloorInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"WorkerNotOperator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"check\",\"type\":\"string\"}],\"name\":\"WorkerQuoteRefused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"}],\"name\":\"WorkerQuoteSize\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerRenewalsExhausted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerRevokedAlready\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerUnknown\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"EIP712DomainChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"components\":[{\"internalType\":\"uint16\",\"name\":\"statuses\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"evaluation\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"tcbDate\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"versions\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"collateralAge\",\"type\":\"uint64\"}],\"indexed\":false,\"internalType\":\"structIWorkerRegistry.Floor\",\"name\":\"floor\",\"type\":\"tuple\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"FloorSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"evaluation\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"collateral\",\"type\":\"bytes32\"}],\"name\":\"WorkerJudged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"simulated\",\"type\":\"bool\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"collateral\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"quote\",\"type\":\"bytes\"}],\"name\":\"WorkerRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"collateral\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"quote\",\"type\":\"bytes\"}],\"name\":\"WorkerRenewed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"}],\"name\":\"WorkerRevoked\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"MAX_LIFE\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"acceptOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"check\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"internalType\":\"uint16\",\"name\":\"renewals\",\"type\":\"uint16\"},{\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"simulated\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"evaluation\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"tcbDate\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"validUntil\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"judgedAt\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"collateral\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"floorVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"revokedAt\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"evidence\",\"type\":\"address\"}],\"internalType\":\"structIWorkerRegistry.Worker\",\"name\":\"worker\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"collateral\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"evidenceOf\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"floor\",\"outputs\":[{\"components\":[{\"internalType\":\"uint16\",\"name\":\"statuses\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"evaluation\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"tcbDate\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"versions\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"collateralAge\",\"type\":\"uint64\"}],\"internalType\":\"structIWorkerRegistry.Floor\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"floorVersion\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"internalType\":\"structIWorkerRegistry.Registration\",\"name\":\"registration\",\"type\":\"tuple\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"quoteHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"}],\"name\":\"hashRegistration\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"isValid\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"judge\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"collateral\",\"type\":\"bytes32\"}],\"internalType\":\"structIWorkerRegistry.Judgement\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"measurementOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingOwner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"internalType\":\"structIWorkerRegistry.Registration\",\"name\":\"registration\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"quote\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"register\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"bytes\",\"name\":\"quote\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"renew\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"revoke\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"runtime\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint16\",\"name\":\"statuses\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"evaluation\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"tcbDate\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"versions\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"collateralAge\",\"type\":\"uint64\"}],\"internalType\":\"structIWorkerRegistry.Floor\",\"name\":\"floor_\",\"type\":\"tuple\"}],\"name\":\"setFloor\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"workerOf\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"internalType\":\"uint16\",\"name\":\"renewals\",\"type\":\"uint16\"},{\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"simulated\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"evaluation\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"tcbDate\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"validUntil\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"judgedAt\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"collateral\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"floorVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"revokedAt\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"evidence\",\"type\":\"address\"}],\"internalType\":\"structIWorkerRegistry.Worker\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "46ef681d2e14fe5779dec419687b285be7",
	Bin: "0x6101a0604052348015610010575f5ffd5b50604051613e8c380380613e8c83398101604081905261002f91610231565b8260405180604001604052806006815260200165105cdcd95b9d60d21b815250604051806040016040528060018152602001603160f81b8152506100788261016c60201b60201c565b610120526100858161016c565b61014052815160208084019190912060e052815190820120610100524660a05261011160e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c0526001600160a01b03811661014857604051631e4fbdf760e01b81525f60048201526024015b60405180910390fd5b610151816101a9565b50610160919091526001600160a01b031661018052506102c5565b5f5f829050601f81511115610196578260405163305a27a960e01b815260040161013f919061026a565b80516101a18261029f565b179392505050565b600380546001600160a01b03191690556101c2816101c5565b50565b600280546001600160a01b038381166001600160a01b0319831681179093556040519116919082907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a35050565b80516001600160a01b038116811461022c575f5ffd5b919050565b5f5f5f60608486031215610243575f5ffd5b61024c84610216565b92506020840151915061026160408501610216565b90509250925092565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b805160208083015191908110156102bf575f198160200360031b1b821691505b50919050565b60805160a05160c05160e0516101005161012051610140516101605161018051613b466103465f395f818161045f01528181611a5e01528181612108015261236a01525f818161029a0152612a0e01525f61202c01525f611ffc01525f612dd601525f612dae01525f612d0901525f612d3301525f612d5d0152613b465ff3fe608060405234801561000f575f5ffd5b506004361061013d575f3560e01c806384b0196e116100b4578063d09e8e8a11610079578063d09e8e8a146103f1578063d71265c714610404578063d8dfeb451461045d578063e30c397814610483578063e55c020714610494578063f2fde38b146104a7575f5ffd5b806384b0196e146103565780638b1b925f146103715780638da5cb5b14610394578063a4954f4c146103b9578063c23697a8146103de575f5ffd5b80636fa9d0d0116101055780636fa9d0d0146102d1578063715018a6146102f357806374a8f103146102fb57806377614a421461030e57806379ba50971461032e5780638449adca14610336575f5ffd5b806313590cb5146101415780631b727ddd14610156578063406953631461019457806354d75aa6146102985780636da83cd9146102be575b5f5ffd5b61015461014f366004612f3d565b6104ba565b005b610181610164366004612fcf565b6001600160a01b03165f9081526004602052604090206002015490565b6040519081526020015b60405180910390f35b6040805160a080820183525f80835260208084018290528385018290526060808501839052608094850192909252845160c08101865260055461ffff808216835263ffffffff62010000830481168486019081526001600160401b03600160301b85048116868c01908152600160701b86048416878a01908152600160901b87048316888d01908152600160d01b9097048516888c01528c51808c018e5297519095168088529251841687890190815290518216878d0190815294518416878a0190815295518216968b019687528b51928352518316968201969096529151851698820198909852905190961692860192909252905116918301919091520161018b565b7f0000000000000000000000000000000000000000000000000000000000000000610181565b6101546102cc366004612fea565b610725565b6102db62278d0081565b6040516001600160401b03909116815260200161018b565b610154610932565b610154610309366004612fcf565b610945565b61032161031c366004612fcf565b610a4d565b60405161018b9190613003565b610154610b9d565b610349610344366004612fcf565b610be1565b60405161018b91906131ea565b61035e610c07565b60405161018b97969594939291906131fc565b61038461037f366004612fcf565b610c49565b604051901515815260200161018b565b6002546001600160a01b03165b6040516001600160a01b03909116815260200161018b565b600554600160d01b900463ffffffff1660405163ffffffff909116815260200161018b565b6103216103ec366004612fcf565b610cc5565b6101816103ff3660046132a8565b610eca565b610417610412366004612fcf565b610ef0565b60405161018b919081516001600160a01b031681526020808301519082015260408083015190820152606080830151908201526080918201519181019190915260a00190565b7f00000000000000000000000000000000000000000000000000000000000000006103a1565b6003546001600160a01b03166103a1565b6101546104a23660046132f9565b611597565b6101546104b5366004612fcf565b611774565b5f6104c4876117e5565b604080516102a08101825282546001600160a01b0380821683526001600160401b03600160a01b83048116602085015260ff600160e01b840481169585019590955261ffff600160e81b90930492909216606084015260018501546080840152600285015460a0840152600385015460c0840152600485015460e08401526005850154808516610100808601919091528104909416151561012084015263ffffffff6201000085048116610140850152600160301b85048316610160850152600160701b85048316610180850152600160b01b90940482166101a084015260068501546101c084015260078501546101e08401526008850154610200840152600985015493841661022084015264010000000084048216610240840152600160601b909304166102608201819052600a90930154909116610280820152915015610631576040516301c152e360e01b81526001600160a01b03881660048201526024015b60405180910390fd5b80516001600160a01b0316331461066c576040516314e3c4b960e21b81526001600160a01b0388166004820152336024820152604401610628565b61ffff8016816060015161ffff16036106a357604051631cde8dad60e31b81526001600160a01b0388166004820152602401610628565b6106c9878288888888888860600180516106bc9061338d565b61ffff169081905261182a565b866001600160a01b03167f7d2e3c21dd7ccac820aceea6b3962106ef7bddb32316df059a127062359657ac87836101000151846101c0015189896040516107149594939291906133d5565b60405180910390a250505050505050565b61072d611f83565b607e1961073d6020830183613420565b1661ffff165f14610775576107556020820182613420565b6040516350757f3360e11b815261ffff9091166004820152602401610628565b6005545f9061079290600160d01b900463ffffffff16600161343b565b6040805160c08101909152909150806107ae6020850185613420565b61ffff1681526020018360200160208101906107ca9190613468565b63ffffffff1681526020016107e56060850160408601613483565b6001600160401b031681526020016108036080850160608601613468565b63ffffffff16815260200161081e60a0850160808601613483565b6001600160401b03908116825263ffffffff80851660209384015283516005805494860151604080880151606089015160808a015160a0909a01518716600160d01b0263ffffffff60d01b199a8916600160901b029a909a166bffffffffffffffffffffffff60901b19918816600160701b0263ffffffff60701b1993909916600160301b029290921671ffffffffffffffffffffffff0000000000001994909716620100000265ffffffffffff1990991661ffff9096169590951797909717919091169390931793909317169290921792909217909155517f330b2b6795dc429c5c75b4243bcbb9e5a63347f827d4af3d987c321784027c3f90610926908490849061349e565b60405180910390a15050565b61093a611f83565b6109435f611fb0565b565b5f61094f826117e5565b6009810154909150600160601b90046001600160401b031615610990576040516301c152e360e01b81526001600160a01b0383166004820152602401610628565b80546001600160a01b031633148015906109b557506002546001600160a01b03163314155b156109e4576040516314e3c4b960e21b81526001600160a01b0383166004820152336024820152604401610628565b60098101805467ffffffffffffffff60601b1916600160601b426001600160401b0316021790556040513381526001600160a01b038316907f2c5d095386a3d2e20e54cef0107fbc023f347b1de830215f51957bd9b3a001f99060200160405180910390a25050565b610a55612e26565b610a5e826117e5565b604080516102a08101825282546001600160a01b0380821683526001600160401b03600160a01b83048116602085015260ff600160e01b840481169585019590955261ffff600160e81b90930492909216606084015260018501546080840152600285015460a0840152600385015460c0840152600485015460e08401526005850154808516610100808601919091528104909416151561012084015263ffffffff6201000085048116610140850152600160301b85048316610160850152600160701b85048316610180850152600160b01b90940482166101a084015260068501546101c084015260078501546101e08401526008850154610200840152600985015493841661022084015264010000000084048216610240840152600160601b90930416610260820152600a909201541661028082015292915050565b60035433906001600160a01b03168114610bd55760405163118cdaa760e01b81526001600160a01b0382166004820152602401610628565b610bde81611fb0565b50565b6060610c01610bef836117e5565b600a01546001600160a01b0316611fc9565b92915050565b5f6060805f5f5f6060610c18611ff5565b610c20612025565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b604051631846d2f560e31b81526001600160a01b03821660048201525f90309063c23697a8906024016102a060405180830381865afa925050508015610cac575060408051601f3d908101601f19168201909252610ca991810190613615565b60015b610cb757505f919050565b50600192915050565b919050565b610ccd612e26565b610cd6826117e5565b604080516102a08101825282546001600160a01b0380821683526001600160401b03600160a01b8304811660208086019190915260ff600160e01b850481168688015261ffff600160e81b90950494909416606086015260018701546080860152600287015460a0860152600387015460c086015260048088015460e08701526005880154808616610100808901919091528104909516151561012087015263ffffffff6201000086048116610140880152600160301b86048416610160880152600160701b86048416610180880152600160b01b90950483166101a087015260068801546101c087015260078801546101e08701526008880154610200870152600988015494851661022087015264010000000085048316610240870152600160601b909404909116610260850152600a90950154811661028084015286165f90815293529082209092508190610e2f908590612050565b915091508015610ec3576040805160c08101825260055461ffff8116825263ffffffff620100008204811660208401526001600160401b03600160301b8304811694840194909452600160701b820481166060840152600160901b82049093166080830152600160d01b900490911660a0820152610280840151610ec191869186918691610ebc90611fc9565b612264565b505b5050919050565b5f610ee5610edd3687900387018761377c565b858585612515565b90505b949350505050565b610f266040518060a001604052805f6001600160a01b031681526020015f81526020015f81526020015f81526020015f81525090565b5f610f30836117e5565b90505f5f610f3e8584612050565b915091508015611553575f83604051806102a00160405290815f82015f9054906101000a90046001600160a01b03166001600160a01b03166001600160a01b031681526020015f820160149054906101000a90046001600160401b03166001600160401b03166001600160401b031681526020015f8201601c9054906101000a900460ff1660ff1660ff1681526020015f8201601d9054906101000a900461ffff1661ffff1661ffff16815260200160018201548152602001600282015481526020016003820154815260200160048201548152602001600582015f9054906101000a900460ff1660ff1660ff1681526020016005820160019054906101000a900460ff161515151581526020016005820160029054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020016005820160069054906101000a90046001600160401b03166001600160401b03166001600160401b0316815260200160058201600e9054906101000a90046001600160401b03166001600160401b03166001600160401b031681526020016005820160169054906101000a90046001600160401b03166001600160401b03166001600160401b03168152602001600682015481526020016007820154815260200160088201548152602001600982015f9054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020016009820160049054906101000a90046001600160401b03166001600160401b03166001600160401b0316815260200160098201600c9054906101000a90046001600160401b03166001600160401b03166001600160401b03168152602001600a82015f9054906101000a90046001600160a01b03166001600160a01b03166001600160a01b03168152505090506112d986828560056040518060c00160405290815f82015f9054906101000a900461ffff1661ffff1661ffff1681526020015f820160029054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160069054906101000a90046001600160401b03166001600160401b03166001600160401b031681526020015f8201600e9054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160129054906101000a90046001600160401b03166001600160401b03166001600160401b031681526020015f8201601a9054906101000a900463ffffffff1663ffffffff1663ffffffff1681525050610ebc866102800151611fc9565b506001600160a01b038087165f8181526004602081815260409283902086518154928801518589015160608a015161ffff16600160e81b0261ffff60e81b1960ff928316600160e01b021662ffffff60e01b196001600160401b03948516600160a01b026001600160e01b0319909816958c16959095179690961793909316949094179190911782556080880151600183015560a0880151600283015560c0880151600383015560e088015193820193909355610100808801516005830180546101208b01516101408c01516101608d01516101808e01516101a08f01518b16600160b01b0267ffffffffffffffff60b01b19918c16600160701b02919091166fffffffffffffffffffffffffffffffff60701b19928c16600160301b026dffffffffffffffff0000000000001963ffffffff8087166201000002919091166dffffffffffffffffffffffff000019971515909b0261ffff199098169c8a169c909c179690961794909416979097179390931792909216179390931790556101c089015160068401556101e0890151600784015561020089015160088401556102208901516009840180546102408c01516102608d01518916600160601b0267ffffffffffffffff60601b1991909916640100000000026bffffffffffffffffffffffff199092169390971692909217919091179490941694909417909255610280870151600a9091018054919096166001600160a01b03199190911617909455905191927f13a69750a6dbd31b78e4e1c3505b7576f0494b75d96bc3ba56300d7e62017b2492611549929190889060ff93909316835263ffffffff919091166020830152604082015260600190565b60405180910390a2505b506040805160a08101825283546001600160a01b03168152600284015460208201526003840154918101919091526004909201546060830152608082015292915050565b5f6115a56020870187612fcf565b6001600160a01b038082165f9081526004602052604090205491925016156115eb5760405163621f134960e01b81526001600160a01b0382166004820152602401610628565b60208601355f0361162557604051636768612160e11b815260206004820152600360248201526272656b60e81b6044820152606401610628565b60408601355f0361166757604051636768612160e11b815260206004820152600b60248201526a1b59585cdd5c995b595b9d60aa1b6044820152606401610628565b60608601355f036116a757604051636768612160e11b81526020600482015260096024820152681d1c9d5cdd149bdbdd60ba1b6044820152606401610628565b6116b760a087016080880161380b565b60ff165f036116f457604051636768612160e11b8152602060048201526008602482015267706c6174666f726d60c01b6044820152606401610628565b6116fc612e26565b33815261170f60a088016080890161380b565b60ff166040808301919091526020880135608083015287013560a080830191909152606088013560c08084019190915261175f9184918491611755918c01908c01613483565b898989895f61182a565b61176b828288886125de565b50505050505050565b61177c611f83565b600380546001600160a01b0383166001600160a01b031990911681179091556117ad6002546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b6001600160a01b038082165f9081526004602052604090208054909116610cc057604051632895c5cb60e21b81526001600160a01b0383166004820152602401610628565b42866001600160401b0316111580611856575061184a62278d0042613826565b866001600160401b0316115b1561187f57604051630c712b2360e01b81526001600160401b0387166004820152602401610628565b83158061188d5750615fff84115b156118ae57604051635e2286dd60e01b815260048101859052602401610628565b6001600160401b03861660208801526040516118cd9086908690613839565b60405180910390208760e00181815250505f6040518060c001604052808a6001600160a01b03168152602001896080015181526020018960a0015181526020018960c001518152602001896040015160ff168152602001886001600160401b031681525090505f611947828a5f01518b60e0015186612515565b90505f611955828787612666565b505090508a6001600160a01b0316816001600160a01b031614158061198157506001600160a01b038116155b156119aa57604051639b2c0ffd60e01b81526001600160a01b038c166004820152602401610628565b60405163fe1c193b60e01b81525f90620a55019063fe1c193b906119d4908c908c90600401613848565b6040805180830381865afa1580156119ee573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611a12919061385b565b80516020820180516102008f01526101e08e0191909152815190516040516327c9226160e11b8152600481019290925260248201529091505f90611bf8908e908e906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690634f9244c290604401602060405180830381865afa158015611aa3573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611ac791906138a9565b60056040518060c00160405290815f82015f9054906101000a900461ffff1661ffff1661ffff1681526020015f820160029054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160069054906101000a90046001600160401b03166001600160401b03166001600160401b031681526020015f8201600e9054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160129054906101000a90046001600160401b03166001600160401b03166001600160401b031681526020015f8201601a9054906101000a900463ffffffff1663ffffffff1663ffffffff16815250508e8e8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061226492505050565b6102008101519091501580611c215750806102000151816101e001516001600160401b03164014155b15611c6c57604080516338f124e360e11b81526001600160a01b038f1660048201526024810191909152600960448201526866726573686e65737360b81b6064820152608401610628565b611caa8a8a8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506126ad92505050565b8c61028001906001600160a01b031690816001600160a01b0316815250508b60045f8f6001600160a01b03166001600160a01b031681526020019081526020015f205f820151815f015f6101000a8154816001600160a01b0302191690836001600160a01b031602179055506020820151815f0160146101000a8154816001600160401b0302191690836001600160401b031602179055506040820151815f01601c6101000a81548160ff021916908360ff1602179055506060820151815f01601d6101000a81548161ffff021916908361ffff1602179055506080820151816001015560a0820151816002015560c0820151816003015560e08201518160040155610100820151816005015f6101000a81548160ff021916908360ff1602179055506101208201518160050160016101000a81548160ff0219169083151502179055506101408201518160050160026101000a81548163ffffffff021916908363ffffffff1602179055506101608201518160050160066101000a8154816001600160401b0302191690836001600160401b0316021790555061018082015181600501600e6101000a8154816001600160401b0302191690836001600160401b031602179055506101a08201518160050160166101000a8154816001600160401b0302191690836001600160401b031602179055506101c082015181600601556101e082015181600701556102008201518160080155610220820151816009015f6101000a81548163ffffffff021916908363ffffffff1602179055506102408201518160090160046101000a8154816001600160401b0302191690836001600160401b0316021790555061026082015181600901600c6101000a8154816001600160401b0302191690836001600160401b0316021790555061028082015181600a015f6101000a8154816001600160a01b0302191690836001600160a01b0316021790555090505050505050505050505050505050565b6002546001600160a01b031633146109435760405163118cdaa760e01b8152336004820152602401610628565b600380546001600160a01b0319169055610bde816126ee565b60405164ffffffffff5f19833b0116602181015f601f8401853c80825260408201810160405250919050565b60606120207f000000000000000000000000000000000000000000000000000000000000000061273f565b905090565b60606120207f000000000000000000000000000000000000000000000000000000000000000061273f565b60098101545f908190600160601b90046001600160401b031615612092576040516301c152e360e01b81526001600160a01b0385166004820152602401610628565b8254600160a01b90046001600160401b03164211156120e7578254604051633d7fe66960e11b81526001600160a01b0386166004820152600160a01b9091046001600160401b03166024820152604401610628565b600783015460088401546040516327c9226160e11b81526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001692634f9244c29261214492600401918252602082015260400190565b602060405180830381865afa15801561215f573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061218391906138a9565b6040805160c08101825260055461ffff8116825263ffffffff620100008204811660208401526001600160401b03600160301b8304811694840194909452600160701b820481166060840152600160901b82049093166080830152600160d01b900490911660a0820152600685015491935090831415806122165750600984015460a082015163ffffffff908116911614155b8061223457506005840154600160701b90046001600160401b031642115b8061225a5750600984015461225a9064010000000090046001600160401b03168261277c565b9150509250929050565b60408051610240810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a081018290526101c081018290526101e08101829052610200810182905261022081018290529084900361234257604080516338f124e360e11b81526001600160a01b03881660048201526024810191909152600a60448201526918dbdb1b185d195c985b60b21b6064820152608401610628565b6101e08501516102008601516040516317d82bf360e01b8152620a55019263db8a346e9286927f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316926317d82bf3926123ae92600401918252602082015260400190565b5f60405180830381865afa1580156123c8573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f191682016040526123ef91908101906138c0565b426040518463ffffffff1660e01b815260040161240e93929190613952565b61024060405180830381865afa15801561242a573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061244e9190613990565b90505f61245d878784876127c1565b905080515f146124845786816040516338f124e360e11b8152600401610628929190613ac4565b50602081015160ff1661010080870191909152604082015115156101208088019190915260c083015163ffffffff90811661014089015260e08401516001600160401b039081166101608a01529184015182166101808901524282166101a08901526101c088019690965260a090940151909416610220860152928301519091166102409093019290925292915050565b83516020808601516040808801516060808a01516080808c015160a0808e015187517fb457b4259b7532032156d07c297b6a2e0e06705b581911e2f075e605a8bfa16e9a81019a909a526001600160a01b039a8b16978a0197909752988c16938801939093528601949094529484015260c083019190915260ff90921660e08201526001600160401b0391821661010082015261012081018490529082166101408201525f90610ee5906101600160405160208183030381529060405280519060200120612af5565b8260a00151835f01516001600160a01b0316856001600160a01b03167f3e349a44d16f6e6a22c28b2f46388b13b6839f3c9e516622d6398fd994a1a11d86608001518760c00151886040015189602001518a61012001518b61010001518c6101c001518c8c60405161265899989796959493929190613ae7565b60405180910390a450505050565b5f8080604184900361269a578435602086013560408701355f1a61268c89828585612b21565b9550955095505050506126a4565b505f915060029050825b93509350939050565b5f81518060401b6bfe61000180600a3d393df3000161fffe8211840152600b8101601584015ff09150816126e85763301164255f526004601cfd5b90915290565b600280546001600160a01b038381166001600160a01b0319831681179093556040519116919082907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a35050565b60605f61274b83612be9565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f81608001516001600160401b03165f141580156127ba575081608001516001600160401b0316836001600160401b03166127b79190613826565b42115b9392505050565b6060836040015160ff16835f015160ff16146127fc5750604080518082019091526008815267706c6174666f726d60c01b6020820152610ee8565b8360c001518361018001511461282d57506040805180820190915260048152631c9bdbdd60e21b6020820152610ee8565b8360a0015183610160015114612865575060408051808201909152600b81526a1b59585cdd5c995b595b9d60aa1b6020820152610ee8565b8260600151156128915750604080518082019091526005815264646562756760d81b6020820152610ee8565b8260800151156128c2575060408051808201909152600a8152696d696772617461626c6560b01b6020820152610ee8565b6128cc8383612c10565b6128f057506040805180820190915260038152623a31b160e91b6020820152610ee8565b825160ff166003148015906129185750816020015163ffffffff168360c0015163ffffffff16105b15612944575060408051808201909152600a81526932bb30b63ab0ba34b7b760b11b6020820152610ee8565b8260a00151612974575060408051808201909152600a8152693932bb37b1b0ba34b7b760b11b6020820152610ee8565b8261012001516001600160401b031642118061299a575061299a8361010001518361277c565b156129c6575060408051808201909152600a81526918dbdb1b185d195c985b60b21b6020820152610ee8565b83516080808601516101e0860151610200870151604080517f4bb96fbd980a50623cd85a2234a6e6720f1290d91c6d1c95336cd5061616984b602082015246918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201526001600160a01b039586169481019490945293891660a084015260c08301919091526001600160401b031660e08201526101008101919091525f906101200160405160208183030381529060405280519060200120905080846101a00151141580612aa157506101c084015115155b80612ab0575061022084015115155b15612add57505060408051808201909152600a8152697265706f72744461746160b01b6020820152610ee8565b505060408051602081019091525f8152949350505050565b5f610c01612b01612cfd565b8360405161190160f01b8152600281019290925260228201526042902090565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841115612b5a57505f91506003905082612bdf565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa158015612bab573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b038116612bd657505f925060019150829050612bdf565b92505f91508190505b9450945094915050565b5f60ff8216601f811115610c0157604051632cd44ac360e21b815260040160405180910390fd5b81515f9060ff16600314612c7957602083015160ff1660011480612c4c5750826020015160ff16825f015161ffff16901c60011661ffff166001145b8015612c72575081604001516001600160401b03168360e001516001600160401b031610155b9050610c01565b602083015160ff166008141580612c985750606082015163ffffffff16155b15612ca457505f610c01565b5f5b6020811015612cf35780836060015163ffffffff16901c60ff168185610140015163ffffffff16901c60ff161015612ce1575f915050610c01565b612cec600882613826565b9050612ca6565b5060019392505050565b5f306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148015612d5557507f000000000000000000000000000000000000000000000000000000000000000046145b15612d7f57507f000000000000000000000000000000000000000000000000000000000000000090565b612020604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b604080516102a0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a081018290526101c081018290526101e08101829052610200810182905261022081018290526102408101829052610260810182905261028081019190915290565b6001600160a01b0381168114610bde575f5ffd5b6001600160401b0381168114610bde575f5ffd5b5f5f83601f840112612f09575f5ffd5b5081356001600160401b03811115612f1f575f5ffd5b602083019150836020828501011115612f36575f5ffd5b9250929050565b5f5f5f5f5f5f60808789031215612f52575f5ffd5b8635612f5d81612ed1565b95506020870135612f6d81612ee5565b945060408701356001600160401b03811115612f87575f5ffd5b612f9389828a01612ef9565b90955093505060608701356001600160401b03811115612fb1575f5ffd5b612fbd89828a01612ef9565b979a9699509497509295939492505050565b5f60208284031215612fdf575f5ffd5b81356127ba81612ed1565b5f60a0828403128015612ffb575f5ffd5b509092915050565b81516001600160a01b031681526102a08101602083015161302f60208401826001600160401b03169052565b506040830151613044604084018260ff169052565b50606083015161305a606084018261ffff169052565b506080830151608083015260a083015160a083015260c083015160c083015260e083015160e083015261010083015161309961010084018260ff169052565b506101208301516130af61012084018215159052565b506101408301516130c961014084018263ffffffff169052565b506101608301516130e66101608401826001600160401b03169052565b506101808301516131036101808401826001600160401b03169052565b506101a08301516131206101a08401826001600160401b03169052565b506101c08301516101c08301526101e08301516101e083015261020083015161020083015261022083015161315e61022084018263ffffffff169052565b5061024083015161317b6102408401826001600160401b03169052565b506102608301516131986102608401826001600160401b03169052565b506102808301516131b56102808401826001600160a01b03169052565b5092915050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f6127ba60208301846131bc565b60ff60f81b8816815260e060208201525f61321a60e08301896131bc565b828103604084015261322c81896131bc565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015613281578351835260209384019390920191600101613263565b50909b9a5050505050505050505050565b5f60c082840312156132a2575f5ffd5b50919050565b5f5f5f5f61012085870312156132bc575f5ffd5b6132c68686613292565b935060c08501356132d681612ed1565b925060e085013591506101008501356132ee81612ee5565b939692955090935050565b5f5f5f5f5f610100868803121561330e575f5ffd5b6133188787613292565b945060c08601356001600160401b03811115613332575f5ffd5b61333e88828901612ef9565b90955093505060e08601356001600160401b0381111561335c575f5ffd5b61336888828901612ef9565b969995985093965092949392505050565b634e487b7160e01b5f52601160045260245ffd5b5f61ffff821661ffff81036133a4576133a4613379565b60010192915050565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b6001600160401b038616815260ff85166020820152836040820152608060608201525f6134066080830184866133ad565b979650505050505050565b61ffff81168114610bde575f5ffd5b5f60208284031215613430575f5ffd5b81356127ba81613411565b63ffffffff8181168382160190811115610c0157610c01613379565b63ffffffff81168114610bde575f5ffd5b5f60208284031215613478575f5ffd5b81356127ba81613457565b5f60208284031215613493575f5ffd5b81356127ba81612ee5565b60c0810183356134ad81613411565b61ffff16825260208401356134c181613457565b63ffffffff16602083015260408401356134da81612ee5565b6001600160401b0316604083015260608401356134f681613457565b63ffffffff166060830152608084013561350f81612ee5565b6001600160401b0316608083015263ffffffff9290921660a090910152919050565b634e487b7160e01b5f52604160045260245ffd5b6040516102a081016001600160401b038111828210171561356857613568613531565b60405290565b60405161024081016001600160401b038111828210171561356857613568613531565b604051601f8201601f191681016001600160401b03811182821017156135b9576135b9613531565b604052919050565b8051610cc081612ed1565b8051610cc081612ee5565b60ff81168114610bde575f5ffd5b8051610cc0816135d7565b8051610cc081613411565b80518015158114610cc0575f5ffd5b8051610cc081613457565b5f6102a0828403128015613627575f5ffd5b50613630613545565b613639836135c1565b8152613647602084016135cc565b6020820152613658604084016135e5565b6040820152613669606084016135f0565b60608201526080838101519082015260a0808401519082015260c0808401519082015260e080840151908201526136a361010084016135e5565b6101008201526136b661012084016135fb565b6101208201526136c9610140840161360a565b6101408201526136dc61016084016135cc565b6101608201526136ef61018084016135cc565b6101808201526137026101a084016135cc565b6101a08201526101c083810151908201526101e080840151908201526102008084015190820152613736610220840161360a565b61022082015261374961024084016135cc565b61024082015261375c61026084016135cc565b61026082015261376f61028084016135c1565b6102808201529392505050565b5f60c082840312801561378d575f5ffd5b5060405160c081016001600160401b03811182821017156137b0576137b0613531565b60405282356137be81612ed1565b815260208381013590820152604080840135908201526060808401359082015260808301356137ec816135d7565b608082015260a08301356137ff81612ee5565b60a08201529392505050565b5f6020828403121561381b575f5ffd5b81356127ba816135d7565b80820180821115610c0157610c01613379565b818382375f9101908152919050565b602081525f610ee86020830184866133ad565b5f604082840312801561386c575f5ffd5b50604080519081016001600160401b038111828210171561388f5761388f613531565b604052825181526020928301519281019290925250919050565b5f602082840312156138b9575f5ffd5b5051919050565b5f602082840312156138d0575f5ffd5b81516001600160401b038111156138e5575f5ffd5b8201601f810184136138f5575f5ffd5b80516001600160401b0381111561390e5761390e613531565b613921601f8201601f1916602001613591565b818152856020838501011115613935575f5ffd5b8160208401602083015e5f91810160200191909152949350505050565b606081525f61396460608301866131bc565b828103602084015261397681866131bc565b9150506001600160401b0383166040830152949350505050565b5f6102408284031280156139a2575f5ffd5b506139ab61356e565b6139b4836135e5565b81526139c2602084016135e5565b60208201526139d3604084016135fb565b60408201526139e4606084016135fb565b60608201526139f5608084016135fb565b6080820152613a0660a084016135fb565b60a0820152613a1760c0840161360a565b60c0820152613a2860e084016135cc565b60e0820152613a3a61010084016135cc565b610100820152613a4d61012084016135cc565b610120820152613a60610140840161360a565b610140820152610160838101519082015261018080840151908201526101a080840151908201526101c08084015190820152613a9f6101e084016135cc565b6101e08201526102008381015190820152610220928301519281019290925250919050565b6001600160a01b03831681526040602082018190525f90610ee8908301846131bc565b89815288602082015260ff881660408201526001600160401b0387166060820152851515608082015260ff851660a08201528360c082015261010060e08201525f613b37610100830184866133ad565b9b9a505050505050505050505056",
}

// WorkerRegistry is an auto generated Go binding around an Ethereum contract.
type WorkerRegistry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *WorkerRegistry) GetABI() abi.ABI {
	return c.abi
}

// NewWorkerRegistry creates a new instance of WorkerRegistry.
func NewWorkerRegistry() *WorkerRegistry {
	parsed, err := WorkerRegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &WorkerRegistry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *WorkerRegistry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address owner_, bytes32 runtime_, address collateral_) returns()
func (workerRegistry *WorkerRegistry) PackConstructor(owner_ common.Address, runtime_ [32]byte, collateral_ common.Address) []byte {
	enc, err := workerRegistry.abi.Pack("", owner_, runtime_, collateral_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackMAXLIFE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6fa9d0d0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_LIFE() view returns(uint64)
func (workerRegistry *WorkerRegistry) PackMAXLIFE() []byte {
	enc, err := workerRegistry.abi.Pack("MAX_LIFE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXLIFE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6fa9d0d0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_LIFE() view returns(uint64)
func (workerRegistry *WorkerRegistry) TryPackMAXLIFE() ([]byte, error) {
	return workerRegistry.abi.Pack("MAX_LIFE")
}

// UnpackMAXLIFE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6fa9d0d0.
//
// Solidity: function MAX_LIFE() view returns(uint64)
func (workerRegistry *WorkerRegistry) UnpackMAXLIFE(data []byte) (uint64, error) {
	out, err := workerRegistry.abi.Unpack("MAX_LIFE", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (workerRegistry *WorkerRegistry) PackAcceptOwnership() []byte {
	enc, err := workerRegistry.abi.Pack("acceptOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptOwnership() returns()
func (workerRegistry *WorkerRegistry) TryPackAcceptOwnership() ([]byte, error) {
	return workerRegistry.abi.Pack("acceptOwnership")
}

// PackCheck is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc23697a8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function check(address enclave) view returns((address,uint64,uint8,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,uint64,address) worker)
func (workerRegistry *WorkerRegistry) PackCheck(enclave common.Address) []byte {
	enc, err := workerRegistry.abi.Pack("check", enclave)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCheck is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc23697a8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function check(address enclave) view returns((address,uint64,uint8,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,uint64,address) worker)
func (workerRegistry *WorkerRegistry) TryPackCheck(enclave common.Address) ([]byte, error) {
	return workerRegistry.abi.Pack("check", enclave)
}

// UnpackCheck is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc23697a8.
//
// Solidity: function check(address enclave) view returns((address,uint64,uint8,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,uint64,address) worker)
func (workerRegistry *WorkerRegistry) UnpackCheck(data []byte) (IWorkerRegistryWorker, error) {
	out, err := workerRegistry.abi.Unpack("check", data)
	if err != nil {
		return *new(IWorkerRegistryWorker), err
	}
	out0 := *abi.ConvertType(out[0], new(IWorkerRegistryWorker)).(*IWorkerRegistryWorker)
	return out0, nil
}

// PackCollateral is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd8dfeb45.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function collateral() view returns(address)
func (workerRegistry *WorkerRegistry) PackCollateral() []byte {
	enc, err := workerRegistry.abi.Pack("collateral")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCollateral is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd8dfeb45.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function collateral() view returns(address)
func (workerRegistry *WorkerRegistry) TryPackCollateral() ([]byte, error) {
	return workerRegistry.abi.Pack("collateral")
}

// UnpackCollateral is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd8dfeb45.
//
// Solidity: function collateral() view returns(address)
func (workerRegistry *WorkerRegistry) UnpackCollateral(data []byte) (common.Address, error) {
	out, err := workerRegistry.abi.Unpack("collateral", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackEvidenceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8449adca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function evidenceOf(address enclave) view returns(bytes)
func (workerRegistry *WorkerRegistry) PackEvidenceOf(enclave common.Address) []byte {
	enc, err := workerRegistry.abi.Pack("evidenceOf", enclave)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEvidenceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8449adca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function evidenceOf(address enclave) view returns(bytes)
func (workerRegistry *WorkerRegistry) TryPackEvidenceOf(enclave common.Address) ([]byte, error) {
	return workerRegistry.abi.Pack("evidenceOf", enclave)
}

// UnpackEvidenceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8449adca.
//
// Solidity: function evidenceOf(address enclave) view returns(bytes)
func (workerRegistry *WorkerRegistry) UnpackEvidenceOf(data []byte) ([]byte, error) {
	out, err := workerRegistry.abi.Unpack("evidenceOf", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackFloor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40695363.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function floor() view returns((uint16,uint32,uint64,uint32,uint64))
func (workerRegistry *WorkerRegistry) PackFloor() []byte {
	enc, err := workerRegistry.abi.Pack("floor")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFloor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40695363.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function floor() view returns((uint16,uint32,uint64,uint32,uint64))
func (workerRegistry *WorkerRegistry) TryPackFloor() ([]byte, error) {
	return workerRegistry.abi.Pack("floor")
}

// UnpackFloor is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x40695363.
//
// Solidity: function floor() view returns((uint16,uint32,uint64,uint32,uint64))
func (workerRegistry *WorkerRegistry) UnpackFloor(data []byte) (IWorkerRegistryFloor, error) {
	out, err := workerRegistry.abi.Unpack("floor", data)
	if err != nil {
		return *new(IWorkerRegistryFloor), err
	}
	out0 := *abi.ConvertType(out[0], new(IWorkerRegistryFloor)).(*IWorkerRegistryFloor)
	return out0, nil
}

// PackFloorVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa4954f4c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function floorVersion() view returns(uint32)
func (workerRegistry *WorkerRegistry) PackFloorVersion() []byte {
	enc, err := workerRegistry.abi.Pack("floorVersion")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFloorVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa4954f4c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function floorVersion() view returns(uint32)
func (workerRegistry *WorkerRegistry) TryPackFloorVersion() ([]byte, error) {
	return workerRegistry.abi.Pack("floorVersion")
}

// UnpackFloorVersion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa4954f4c.
//
// Solidity: function floorVersion() view returns(uint32)
func (workerRegistry *WorkerRegistry) UnpackFloorVersion(data []byte) (uint32, error) {
	out, err := workerRegistry.abi.Unpack("floorVersion", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackHashRegistration is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd09e8e8a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashRegistration((address,bytes32,bytes32,bytes32,uint8,uint64) registration, address operator, bytes32 quoteHash, uint64 nonce) view returns(bytes32 digest)
func (workerRegistry *WorkerRegistry) PackHashRegistration(registration IWorkerRegistryRegistration, operator common.Address, quoteHash [32]byte, nonce uint64) []byte {
	enc, err := workerRegistry.abi.Pack("hashRegistration", registration, operator, quoteHash, nonce)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashRegistration is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd09e8e8a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashRegistration((address,bytes32,bytes32,bytes32,uint8,uint64) registration, address operator, bytes32 quoteHash, uint64 nonce) view returns(bytes32 digest)
func (workerRegistry *WorkerRegistry) TryPackHashRegistration(registration IWorkerRegistryRegistration, operator common.Address, quoteHash [32]byte, nonce uint64) ([]byte, error) {
	return workerRegistry.abi.Pack("hashRegistration", registration, operator, quoteHash, nonce)
}

// UnpackHashRegistration is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd09e8e8a.
//
// Solidity: function hashRegistration((address,bytes32,bytes32,bytes32,uint8,uint64) registration, address operator, bytes32 quoteHash, uint64 nonce) view returns(bytes32 digest)
func (workerRegistry *WorkerRegistry) UnpackHashRegistration(data []byte) ([32]byte, error) {
	out, err := workerRegistry.abi.Unpack("hashRegistration", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackIsValid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b1b925f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isValid(address enclave) view returns(bool)
func (workerRegistry *WorkerRegistry) PackIsValid(enclave common.Address) []byte {
	enc, err := workerRegistry.abi.Pack("isValid", enclave)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsValid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b1b925f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isValid(address enclave) view returns(bool)
func (workerRegistry *WorkerRegistry) TryPackIsValid(enclave common.Address) ([]byte, error) {
	return workerRegistry.abi.Pack("isValid", enclave)
}

// UnpackIsValid is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8b1b925f.
//
// Solidity: function isValid(address enclave) view returns(bool)
func (workerRegistry *WorkerRegistry) UnpackIsValid(data []byte) (bool, error) {
	out, err := workerRegistry.abi.Unpack("isValid", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackJudge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd71265c7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function judge(address enclave) returns((address,bytes32,bytes32,bytes32,bytes32))
func (workerRegistry *WorkerRegistry) PackJudge(enclave common.Address) []byte {
	enc, err := workerRegistry.abi.Pack("judge", enclave)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackJudge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd71265c7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function judge(address enclave) returns((address,bytes32,bytes32,bytes32,bytes32))
func (workerRegistry *WorkerRegistry) TryPackJudge(enclave common.Address) ([]byte, error) {
	return workerRegistry.abi.Pack("judge", enclave)
}

// UnpackJudge is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd71265c7.
//
// Solidity: function judge(address enclave) returns((address,bytes32,bytes32,bytes32,bytes32))
func (workerRegistry *WorkerRegistry) UnpackJudge(data []byte) (IWorkerRegistryJudgement, error) {
	out, err := workerRegistry.abi.Unpack("judge", data)
	if err != nil {
		return *new(IWorkerRegistryJudgement), err
	}
	out0 := *abi.ConvertType(out[0], new(IWorkerRegistryJudgement)).(*IWorkerRegistryJudgement)
	return out0, nil
}

// PackMeasurementOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b727ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function measurementOf(address enclave) view returns(bytes32)
func (workerRegistry *WorkerRegistry) PackMeasurementOf(enclave common.Address) []byte {
	enc, err := workerRegistry.abi.Pack("measurementOf", enclave)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMeasurementOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b727ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function measurementOf(address enclave) view returns(bytes32)
func (workerRegistry *WorkerRegistry) TryPackMeasurementOf(enclave common.Address) ([]byte, error) {
	return workerRegistry.abi.Pack("measurementOf", enclave)
}

// UnpackMeasurementOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1b727ddd.
//
// Solidity: function measurementOf(address enclave) view returns(bytes32)
func (workerRegistry *WorkerRegistry) UnpackMeasurementOf(data []byte) ([32]byte, error) {
	out, err := workerRegistry.abi.Unpack("measurementOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (workerRegistry *WorkerRegistry) PackOwner() []byte {
	enc, err := workerRegistry.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (workerRegistry *WorkerRegistry) TryPackOwner() ([]byte, error) {
	return workerRegistry.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (workerRegistry *WorkerRegistry) UnpackOwner(data []byte) (common.Address, error) {
	out, err := workerRegistry.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (workerRegistry *WorkerRegistry) PackPendingOwner() []byte {
	enc, err := workerRegistry.abi.Pack("pendingOwner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingOwner() view returns(address)
func (workerRegistry *WorkerRegistry) TryPackPendingOwner() ([]byte, error) {
	return workerRegistry.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (workerRegistry *WorkerRegistry) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := workerRegistry.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe55c0207.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function register((address,bytes32,bytes32,bytes32,uint8,uint64) registration, bytes quote, bytes signature) returns()
func (workerRegistry *WorkerRegistry) PackRegister(registration IWorkerRegistryRegistration, quote []byte, signature []byte) []byte {
	enc, err := workerRegistry.abi.Pack("register", registration, quote, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe55c0207.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function register((address,bytes32,bytes32,bytes32,uint8,uint64) registration, bytes quote, bytes signature) returns()
func (workerRegistry *WorkerRegistry) TryPackRegister(registration IWorkerRegistryRegistration, quote []byte, signature []byte) ([]byte, error) {
	return workerRegistry.abi.Pack("register", registration, quote, signature)
}

// PackRenew is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x13590cb5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renew(address enclave, uint64 expiry, bytes quote, bytes signature) returns()
func (workerRegistry *WorkerRegistry) PackRenew(enclave common.Address, expiry uint64, quote []byte, signature []byte) []byte {
	enc, err := workerRegistry.abi.Pack("renew", enclave, expiry, quote, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenew is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x13590cb5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renew(address enclave, uint64 expiry, bytes quote, bytes signature) returns()
func (workerRegistry *WorkerRegistry) TryPackRenew(enclave common.Address, expiry uint64, quote []byte, signature []byte) ([]byte, error) {
	return workerRegistry.abi.Pack("renew", enclave, expiry, quote, signature)
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (workerRegistry *WorkerRegistry) PackRenounceOwnership() []byte {
	enc, err := workerRegistry.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() returns()
func (workerRegistry *WorkerRegistry) TryPackRenounceOwnership() ([]byte, error) {
	return workerRegistry.abi.Pack("renounceOwnership")
}

// PackRevoke is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x74a8f103.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revoke(address enclave) returns()
func (workerRegistry *WorkerRegistry) PackRevoke(enclave common.Address) []byte {
	enc, err := workerRegistry.abi.Pack("revoke", enclave)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevoke is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x74a8f103.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revoke(address enclave) returns()
func (workerRegistry *WorkerRegistry) TryPackRevoke(enclave common.Address) ([]byte, error) {
	return workerRegistry.abi.Pack("revoke", enclave)
}

// PackRuntime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x54d75aa6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function runtime() view returns(bytes32)
func (workerRegistry *WorkerRegistry) PackRuntime() []byte {
	enc, err := workerRegistry.abi.Pack("runtime")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRuntime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x54d75aa6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function runtime() view returns(bytes32)
func (workerRegistry *WorkerRegistry) TryPackRuntime() ([]byte, error) {
	return workerRegistry.abi.Pack("runtime")
}

// UnpackRuntime is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x54d75aa6.
//
// Solidity: function runtime() view returns(bytes32)
func (workerRegistry *WorkerRegistry) UnpackRuntime(data []byte) ([32]byte, error) {
	out, err := workerRegistry.abi.Unpack("runtime", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSetFloor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6da83cd9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setFloor((uint16,uint32,uint64,uint32,uint64) floor_) returns()
func (workerRegistry *WorkerRegistry) PackSetFloor(floor IWorkerRegistryFloor) []byte {
	enc, err := workerRegistry.abi.Pack("setFloor", floor)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetFloor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6da83cd9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setFloor((uint16,uint32,uint64,uint32,uint64) floor_) returns()
func (workerRegistry *WorkerRegistry) TryPackSetFloor(floor IWorkerRegistryFloor) ([]byte, error) {
	return workerRegistry.abi.Pack("setFloor", floor)
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (workerRegistry *WorkerRegistry) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := workerRegistry.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (workerRegistry *WorkerRegistry) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return workerRegistry.abi.Pack("transferOwnership", newOwner)
}

// PackWorkerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x77614a42.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function workerOf(address enclave) view returns((address,uint64,uint8,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,uint64,address))
func (workerRegistry *WorkerRegistry) PackWorkerOf(enclave common.Address) []byte {
	enc, err := workerRegistry.abi.Pack("workerOf", enclave)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWorkerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x77614a42.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function workerOf(address enclave) view returns((address,uint64,uint8,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,uint64,address))
func (workerRegistry *WorkerRegistry) TryPackWorkerOf(enclave common.Address) ([]byte, error) {
	return workerRegistry.abi.Pack("workerOf", enclave)
}

// UnpackWorkerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x77614a42.
//
// Solidity: function workerOf(address enclave) view returns((address,uint64,uint8,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,uint64,address))
func (workerRegistry *WorkerRegistry) UnpackWorkerOf(data []byte) (IWorkerRegistryWorker, error) {
	out, err := workerRegistry.abi.Unpack("workerOf", data)
	if err != nil {
		return *new(IWorkerRegistryWorker), err
	}
	out0 := *abi.ConvertType(out[0], new(IWorkerRegistryWorker)).(*IWorkerRegistryWorker)
	return out0, nil
}

// WorkerRegistryEIP712DomainChanged represents a EIP712DomainChanged event raised by the WorkerRegistry contract.
type WorkerRegistryEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const WorkerRegistryEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (WorkerRegistryEIP712DomainChanged) ContractEventName() string {
	return WorkerRegistryEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (workerRegistry *WorkerRegistry) UnpackEIP712DomainChangedEvent(log *types.Log) (*WorkerRegistryEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != workerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(WorkerRegistryEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := workerRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range workerRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// WorkerRegistryFloorSet represents a FloorSet event raised by the WorkerRegistry contract.
type WorkerRegistryFloorSet struct {
	Floor   IWorkerRegistryFloor
	Version uint32
	Raw     *types.Log // Blockchain specific contextual infos
}

const WorkerRegistryFloorSetEventName = "FloorSet"

// ContractEventName returns the user-defined event name.
func (WorkerRegistryFloorSet) ContractEventName() string {
	return WorkerRegistryFloorSetEventName
}

// UnpackFloorSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event FloorSet((uint16,uint32,uint64,uint32,uint64) floor, uint32 version)
func (workerRegistry *WorkerRegistry) UnpackFloorSetEvent(log *types.Log) (*WorkerRegistryFloorSet, error) {
	event := "FloorSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != workerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(WorkerRegistryFloorSet)
	if len(log.Data) > 0 {
		if err := workerRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range workerRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// WorkerRegistryOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the WorkerRegistry contract.
type WorkerRegistryOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const WorkerRegistryOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (WorkerRegistryOwnershipTransferStarted) ContractEventName() string {
	return WorkerRegistryOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (workerRegistry *WorkerRegistry) UnpackOwnershipTransferStartedEvent(log *types.Log) (*WorkerRegistryOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != workerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(WorkerRegistryOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := workerRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range workerRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// WorkerRegistryOwnershipTransferred represents a OwnershipTransferred event raised by the WorkerRegistry contract.
type WorkerRegistryOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const WorkerRegistryOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (WorkerRegistryOwnershipTransferred) ContractEventName() string {
	return WorkerRegistryOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (workerRegistry *WorkerRegistry) UnpackOwnershipTransferredEvent(log *types.Log) (*WorkerRegistryOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != workerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(WorkerRegistryOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := workerRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range workerRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// WorkerRegistryWorkerJudged represents a WorkerJudged event raised by the WorkerRegistry contract.
type WorkerRegistryWorkerJudged struct {
	Enclave    common.Address
	Status     uint8
	Evaluation uint32
	Collateral [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const WorkerRegistryWorkerJudgedEventName = "WorkerJudged"

// ContractEventName returns the user-defined event name.
func (WorkerRegistryWorkerJudged) ContractEventName() string {
	return WorkerRegistryWorkerJudgedEventName
}

// UnpackWorkerJudgedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event WorkerJudged(address indexed enclave, uint8 status, uint32 evaluation, bytes32 collateral)
func (workerRegistry *WorkerRegistry) UnpackWorkerJudgedEvent(log *types.Log) (*WorkerRegistryWorkerJudged, error) {
	event := "WorkerJudged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != workerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(WorkerRegistryWorkerJudged)
	if len(log.Data) > 0 {
		if err := workerRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range workerRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// WorkerRegistryWorkerRegistered represents a WorkerRegistered event raised by the WorkerRegistry contract.
type WorkerRegistryWorkerRegistered struct {
	Enclave     common.Address
	Operator    common.Address
	Measurement [32]byte
	Rek         [32]byte
	TrustRoot   [32]byte
	Platform    uint8
	Expiry      uint64
	Simulated   bool
	Status      uint8
	Collateral  [32]byte
	Quote       []byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const WorkerRegistryWorkerRegisteredEventName = "WorkerRegistered"

// ContractEventName returns the user-defined event name.
func (WorkerRegistryWorkerRegistered) ContractEventName() string {
	return WorkerRegistryWorkerRegisteredEventName
}

// UnpackWorkerRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event WorkerRegistered(address indexed enclave, address indexed operator, bytes32 indexed measurement, bytes32 rek, bytes32 trustRoot, uint8 platform, uint64 expiry, bool simulated, uint8 status, bytes32 collateral, bytes quote)
func (workerRegistry *WorkerRegistry) UnpackWorkerRegisteredEvent(log *types.Log) (*WorkerRegistryWorkerRegistered, error) {
	event := "WorkerRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != workerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(WorkerRegistryWorkerRegistered)
	if len(log.Data) > 0 {
		if err := workerRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range workerRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// WorkerRegistryWorkerRenewed represents a WorkerRenewed event raised by the WorkerRegistry contract.
type WorkerRegistryWorkerRenewed struct {
	Enclave    common.Address
	Expiry     uint64
	Status     uint8
	Collateral [32]byte
	Quote      []byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const WorkerRegistryWorkerRenewedEventName = "WorkerRenewed"

// ContractEventName returns the user-defined event name.
func (WorkerRegistryWorkerRenewed) ContractEventName() string {
	return WorkerRegistryWorkerRenewedEventName
}

// UnpackWorkerRenewedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event WorkerRenewed(address indexed enclave, uint64 expiry, uint8 status, bytes32 collateral, bytes quote)
func (workerRegistry *WorkerRegistry) UnpackWorkerRenewedEvent(log *types.Log) (*WorkerRegistryWorkerRenewed, error) {
	event := "WorkerRenewed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != workerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(WorkerRegistryWorkerRenewed)
	if len(log.Data) > 0 {
		if err := workerRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range workerRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// WorkerRegistryWorkerRevoked represents a WorkerRevoked event raised by the WorkerRegistry contract.
type WorkerRegistryWorkerRevoked struct {
	Enclave common.Address
	By      common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const WorkerRegistryWorkerRevokedEventName = "WorkerRevoked"

// ContractEventName returns the user-defined event name.
func (WorkerRegistryWorkerRevoked) ContractEventName() string {
	return WorkerRegistryWorkerRevokedEventName
}

// UnpackWorkerRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event WorkerRevoked(address indexed enclave, address by)
func (workerRegistry *WorkerRegistry) UnpackWorkerRevokedEvent(log *types.Log) (*WorkerRegistryWorkerRevoked, error) {
	event := "WorkerRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != workerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(WorkerRegistryWorkerRevoked)
	if len(log.Data) > 0 {
		if err := workerRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range workerRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (workerRegistry *WorkerRegistry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackStringTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerExists"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerExistsError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerExpired"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerExpiryInvalid"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerExpiryInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerFieldInvalid"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerFieldInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerFloorInvalid"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerFloorInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerNotOperator"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerNotOperatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerQuoteRefused"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerQuoteRefusedError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerQuoteSize"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerQuoteSizeError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerRenewalsExhausted"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerRenewalsExhaustedError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerRevokedAlready"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerRevokedAlreadyError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerSignature"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerUnknown"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerUnknownError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// WorkerRegistryInvalidShortString represents a InvalidShortString error raised by the WorkerRegistry contract.
type WorkerRegistryInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func WorkerRegistryInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (workerRegistry *WorkerRegistry) UnpackInvalidShortStringError(raw []byte) (*WorkerRegistryInvalidShortString, error) {
	out := new(WorkerRegistryInvalidShortString)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the WorkerRegistry contract.
type WorkerRegistryOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func WorkerRegistryOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (workerRegistry *WorkerRegistry) UnpackOwnableInvalidOwnerError(raw []byte) (*WorkerRegistryOwnableInvalidOwner, error) {
	out := new(WorkerRegistryOwnableInvalidOwner)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the WorkerRegistry contract.
type WorkerRegistryOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func WorkerRegistryOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (workerRegistry *WorkerRegistry) UnpackOwnableUnauthorizedAccountError(raw []byte) (*WorkerRegistryOwnableUnauthorizedAccount, error) {
	out := new(WorkerRegistryOwnableUnauthorizedAccount)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryStringTooLong represents a StringTooLong error raised by the WorkerRegistry contract.
type WorkerRegistryStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func WorkerRegistryStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (workerRegistry *WorkerRegistry) UnpackStringTooLongError(raw []byte) (*WorkerRegistryStringTooLong, error) {
	out := new(WorkerRegistryStringTooLong)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryWorkerExists represents a WorkerExists error raised by the WorkerRegistry contract.
type WorkerRegistryWorkerExists struct {
	Enclave common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WorkerExists(address enclave)
func WorkerRegistryWorkerExistsErrorID() common.Hash {
	return common.HexToHash("0x621f134973ee7560aef0adb266389c5cc55e777f8fb4aa2b4f6106f6962c41a9")
}

// UnpackWorkerExistsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WorkerExists(address enclave)
func (workerRegistry *WorkerRegistry) UnpackWorkerExistsError(raw []byte) (*WorkerRegistryWorkerExists, error) {
	out := new(WorkerRegistryWorkerExists)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "WorkerExists", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryWorkerExpired represents a WorkerExpired error raised by the WorkerRegistry contract.
type WorkerRegistryWorkerExpired struct {
	Enclave common.Address
	Expiry  uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WorkerExpired(address enclave, uint64 expiry)
func WorkerRegistryWorkerExpiredErrorID() common.Hash {
	return common.HexToHash("0x7affccd27d202ea7cf011bf5ce5b4f27cf95f1ca330b9097d8d51fa98abd11c2")
}

// UnpackWorkerExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WorkerExpired(address enclave, uint64 expiry)
func (workerRegistry *WorkerRegistry) UnpackWorkerExpiredError(raw []byte) (*WorkerRegistryWorkerExpired, error) {
	out := new(WorkerRegistryWorkerExpired)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "WorkerExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryWorkerExpiryInvalid represents a WorkerExpiryInvalid error raised by the WorkerRegistry contract.
type WorkerRegistryWorkerExpiryInvalid struct {
	Expiry uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WorkerExpiryInvalid(uint64 expiry)
func WorkerRegistryWorkerExpiryInvalidErrorID() common.Hash {
	return common.HexToHash("0x0c712b233f20560718b3901e7d9f614e772631b284465656105d8b0b6d9af07a")
}

// UnpackWorkerExpiryInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WorkerExpiryInvalid(uint64 expiry)
func (workerRegistry *WorkerRegistry) UnpackWorkerExpiryInvalidError(raw []byte) (*WorkerRegistryWorkerExpiryInvalid, error) {
	out := new(WorkerRegistryWorkerExpiryInvalid)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "WorkerExpiryInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryWorkerFieldInvalid represents a WorkerFieldInvalid error raised by the WorkerRegistry contract.
type WorkerRegistryWorkerFieldInvalid struct {
	Field string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WorkerFieldInvalid(string field)
func WorkerRegistryWorkerFieldInvalidErrorID() common.Hash {
	return common.HexToHash("0xced0c242bd67e56b4918bac153845d08e8ed69e27246c7846ea19a79135c9f5b")
}

// UnpackWorkerFieldInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WorkerFieldInvalid(string field)
func (workerRegistry *WorkerRegistry) UnpackWorkerFieldInvalidError(raw []byte) (*WorkerRegistryWorkerFieldInvalid, error) {
	out := new(WorkerRegistryWorkerFieldInvalid)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "WorkerFieldInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryWorkerFloorInvalid represents a WorkerFloorInvalid error raised by the WorkerRegistry contract.
type WorkerRegistryWorkerFloorInvalid struct {
	Statuses uint16
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WorkerFloorInvalid(uint16 statuses)
func WorkerRegistryWorkerFloorInvalidErrorID() common.Hash {
	return common.HexToHash("0xa0eafe6643e0646c80a76cf24feb502cb70d2f606ec521de1171aa6977c93161")
}

// UnpackWorkerFloorInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WorkerFloorInvalid(uint16 statuses)
func (workerRegistry *WorkerRegistry) UnpackWorkerFloorInvalidError(raw []byte) (*WorkerRegistryWorkerFloorInvalid, error) {
	out := new(WorkerRegistryWorkerFloorInvalid)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "WorkerFloorInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryWorkerNotOperator represents a WorkerNotOperator error raised by the WorkerRegistry contract.
type WorkerRegistryWorkerNotOperator struct {
	Enclave common.Address
	Caller  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WorkerNotOperator(address enclave, address caller)
func WorkerRegistryWorkerNotOperatorErrorID() common.Hash {
	return common.HexToHash("0x538f12e473cac2158d7adcbf57902d05fd74ea9e0f9259265665ec3e4689961d")
}

// UnpackWorkerNotOperatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WorkerNotOperator(address enclave, address caller)
func (workerRegistry *WorkerRegistry) UnpackWorkerNotOperatorError(raw []byte) (*WorkerRegistryWorkerNotOperator, error) {
	out := new(WorkerRegistryWorkerNotOperator)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "WorkerNotOperator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryWorkerQuoteRefused represents a WorkerQuoteRefused error raised by the WorkerRegistry contract.
type WorkerRegistryWorkerQuoteRefused struct {
	Enclave common.Address
	Check   string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WorkerQuoteRefused(address enclave, string check)
func WorkerRegistryWorkerQuoteRefusedErrorID() common.Hash {
	return common.HexToHash("0x71e249c6e4ae19e3e27d8ef6ff48b13c61525de884a78ed376cf69ef4a17b517")
}

// UnpackWorkerQuoteRefusedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WorkerQuoteRefused(address enclave, string check)
func (workerRegistry *WorkerRegistry) UnpackWorkerQuoteRefusedError(raw []byte) (*WorkerRegistryWorkerQuoteRefused, error) {
	out := new(WorkerRegistryWorkerQuoteRefused)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "WorkerQuoteRefused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryWorkerQuoteSize represents a WorkerQuoteSize error raised by the WorkerRegistry contract.
type WorkerRegistryWorkerQuoteSize struct {
	Size *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WorkerQuoteSize(uint256 size)
func WorkerRegistryWorkerQuoteSizeErrorID() common.Hash {
	return common.HexToHash("0x5e2286ddb5b4fdbd199184f109b56d00cab0a93dcd22dc70297ced038ea185bd")
}

// UnpackWorkerQuoteSizeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WorkerQuoteSize(uint256 size)
func (workerRegistry *WorkerRegistry) UnpackWorkerQuoteSizeError(raw []byte) (*WorkerRegistryWorkerQuoteSize, error) {
	out := new(WorkerRegistryWorkerQuoteSize)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "WorkerQuoteSize", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryWorkerRenewalsExhausted represents a WorkerRenewalsExhausted error raised by the WorkerRegistry contract.
type WorkerRegistryWorkerRenewalsExhausted struct {
	Enclave common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WorkerRenewalsExhausted(address enclave)
func WorkerRegistryWorkerRenewalsExhaustedErrorID() common.Hash {
	return common.HexToHash("0xe6f46d689953e7e1928c5a221e89b3899fe1d219029f2685eab46192391adf1f")
}

// UnpackWorkerRenewalsExhaustedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WorkerRenewalsExhausted(address enclave)
func (workerRegistry *WorkerRegistry) UnpackWorkerRenewalsExhaustedError(raw []byte) (*WorkerRegistryWorkerRenewalsExhausted, error) {
	out := new(WorkerRegistryWorkerRenewalsExhausted)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "WorkerRenewalsExhausted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryWorkerRevokedAlready represents a WorkerRevokedAlready error raised by the WorkerRegistry contract.
type WorkerRegistryWorkerRevokedAlready struct {
	Enclave common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WorkerRevokedAlready(address enclave)
func WorkerRegistryWorkerRevokedAlreadyErrorID() common.Hash {
	return common.HexToHash("0x01c152e35d7be688ad22f451259878249c70003c09ea05f5424558c03d40d2e7")
}

// UnpackWorkerRevokedAlreadyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WorkerRevokedAlready(address enclave)
func (workerRegistry *WorkerRegistry) UnpackWorkerRevokedAlreadyError(raw []byte) (*WorkerRegistryWorkerRevokedAlready, error) {
	out := new(WorkerRegistryWorkerRevokedAlready)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "WorkerRevokedAlready", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryWorkerSignature represents a WorkerSignature error raised by the WorkerRegistry contract.
type WorkerRegistryWorkerSignature struct {
	Enclave common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WorkerSignature(address enclave)
func WorkerRegistryWorkerSignatureErrorID() common.Hash {
	return common.HexToHash("0x9b2c0ffda1b7238fd15855ed28a4a98bb749ad8ad4b4fd8178b47d47bd9c3597")
}

// UnpackWorkerSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WorkerSignature(address enclave)
func (workerRegistry *WorkerRegistry) UnpackWorkerSignatureError(raw []byte) (*WorkerRegistryWorkerSignature, error) {
	out := new(WorkerRegistryWorkerSignature)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "WorkerSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// WorkerRegistryWorkerUnknown represents a WorkerUnknown error raised by the WorkerRegistry contract.
type WorkerRegistryWorkerUnknown struct {
	Enclave common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WorkerUnknown(address enclave)
func WorkerRegistryWorkerUnknownErrorID() common.Hash {
	return common.HexToHash("0xa257172c99a0bf621d2a8b3a94470969c138a5fbca0b380e37d017d54f866cfb")
}

// UnpackWorkerUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WorkerUnknown(address enclave)
func (workerRegistry *WorkerRegistry) UnpackWorkerUnknownError(raw []byte) (*WorkerRegistryWorkerUnknown, error) {
	out := new(WorkerRegistryWorkerUnknown)
	if err := workerRegistry.abi.UnpackIntoInterface(out, "WorkerUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}
