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
}

// IJobMarketJob is an auto generated low-level Go binding around an user-defined struct.
type IJobMarketJob struct {
	State         uint8
	Reruns        uint8
	ClaimRound    uint64
	Enclave       common.Address
	Operator      common.Address
	ConsentRound  uint64
	LiveSubjects  uint32
	ApprovedUntil uint64
	ClaimedAt     uint64
	ReleasedAt    uint64
	ChargeRound   uint64
	Quote         [32]byte
	Inputs        [32]byte
	ConsentRoot   [32]byte
	SubjectsRoot  [32]byte
	Collateral    [32]byte
	ChargedAt     uint64
	JudgedAt      uint64
}

// IJobMarketJobSpec is an auto generated low-level Go binding around an user-defined struct.
type IJobMarketJobSpec struct {
	Kind           uint8
	Program        [32]byte
	Parameters     [32]byte
	Dataset        [32]byte
	DatasetVersion uint32
	PolicyVersion  uint32
	Purpose        uint8
	Release        uint8
	Rho            uint64
	Researcher     common.Address
	ResearcherKey  [32]byte
	Redundancy     uint8
	Deadline       uint64
	Fee            *big.Int
	Nonce          uint64
}

// IJobMarketReceipt is an auto generated low-level Go binding around an user-defined struct.
type IJobMarketReceipt struct {
	Job            [32]byte
	ConsentRound   uint64
	ConsentRoot    [32]byte
	SubjectsRoot   [32]byte
	LiveSubjects   uint32
	Dataset        [32]byte
	DatasetVersion uint32
	PolicyVersion  uint32
	Program        [32]byte
	Parameters     [32]byte
	Rho            uint64
	Inputs         [32]byte
	Result         [32]byte
	Ciphertext     [32]byte
	Enclave        common.Address
	Measurement    [32]byte
	Quote          [32]byte
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
	Revoked      bool
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
	Evidence     common.Address
}

// BudgetLedgerMetaData contains all meta data concerning the BudgetLedger contract.
var BudgetLedgerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"registry_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"market_\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"asked\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"available\",\"type\":\"uint64\"}],\"name\":\"BudgetExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"BudgetNotMarket\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"asked\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"available\",\"type\":\"uint64\"}],\"name\":\"BudgetResearcherExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"enumIBudgetLedger.Reservation\",\"name\":\"state\",\"type\":\"uint8\"}],\"name\":\"BudgetWrongState\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"}],\"name\":\"BudgetGivenBack\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"}],\"name\":\"BudgetReserved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"}],\"name\":\"BudgetSpent\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"budgetOf\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"limit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"reserved\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"spent\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"giveBack\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"market\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"registry\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"reservationOf\",\"outputs\":[{\"internalType\":\"enumIBudgetLedger.Reservation\",\"name\":\"state\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"}],\"name\":\"reserve\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"spend\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"}],\"name\":\"usedBy\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "f896d5f33bda51625c55e07bab4982e05b",
	Bin: "0x60c060405234801561000f575f5ffd5b50604051610e98380380610e9883398101604081905261002e91610060565b6001600160a01b039182166080521660a052610091565b80516001600160a01b038116811461005b575f5ffd5b919050565b5f5f60408385031215610071575f5ffd5b61007a83610045565b915061008860208401610045565b90509250929050565b60805160a051610dc36100d55f395f818161017e015281816102db0152818161045801526105be01525f81816101070152818161023601526106770152610dc35ff3fe608060405234801561000f575f5ffd5b5060043610610085575f3560e01c806380f556051161005857806380f556051461017c57806385d5fde1146101a25780638fcdb5e9146101b7578063ebaa0d96146101ca575f5ffd5b80631be1838a146100895780631c15d11f146100b95780637b103999146101055780637bcaf3c11461013f575b5f5ffd5b61009c6100973660046109e9565b6101dd565b6040516001600160401b0390911681526020015b60405180910390f35b6100f76100c7366004610a17565b5f90815260026020526040902060010154600160e01b810460ff1691600160a01b9091046001600160401b031690565b6040516100b0929190610a62565b7f00000000000000000000000000000000000000000000000000000000000000005b6040516001600160a01b0390911681526020016100b0565b61015261014d366004610a17565b61020f565b604080516001600160401b03948516815292841660208401529216918101919091526060016100b0565b7f0000000000000000000000000000000000000000000000000000000000000000610127565b6101b56101b0366004610a17565b6102d0565b005b6101b56101c5366004610a17565b61044d565b6101b56101d8366004610a9a565b6105b3565b5f8281526001602090815260408083206001600160a01b03851684529091529020546001600160401b03165b92915050565b5f81815260208190526040808220905163712c6f6560e01b815260048101849052829182917f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063712c6f65906024016102a060405180830381865afa158015610284573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906102a89190610b9c565b6101400151905490956001600160401b038083169650600160401b9092049091169350915050565b336001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161461032057604051633188ff6160e21b81523360048201526024015b60405180910390fd5b5f61032a82610939565b805460018201805492935090916001600160401b03600160a01b8204169160029160ff60e01b1916600160e01b8302179055505f82815260208190526040812080548392906103839084906001600160401b0316610d4b565b92506101000a8154816001600160401b0302191690836001600160401b03160217905550805f5f8481526020019081526020015f205f0160088282829054906101000a90046001600160401b03166103db9190610d6a565b92506101000a8154816001600160401b0302191690836001600160401b0316021790555083827f5cc934a032cac8d6d753342a669e2c14705d5f079c6fbfdb7a8bff8df1812bb68360405161043f91906001600160401b0391909116815260200190565b60405180910390a350505050565b336001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161461049857604051633188ff6160e21b8152336004820152602401610317565b5f6104a282610939565b805460018201545f828152602081905260408120805494955092936001600160401b03600160a01b90930483169384939092916104e191859116610d4b565b82546101009290920a6001600160401b038181021990931691831602179091555f848152600160208181526040808420928901546001600160a01b0316845291905281208054859450909261053891859116610d4b565b82546101009290920a6001600160401b038181021990931691831602179091555f86815260026020908152604080832092835560019290920180546001600160e81b03191690559051918416825286925084917f62a09dd0341547a75cab5e1c48f118b695f4129241fd437473e7b58cb1c34584910161043f565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146105fe57604051633188ff6160e21b8152336004820152602401610317565b5f848152600260205260408120906001820154600160e01b900460ff16600281111561062c5761062c610a2e565b1461065f578481600101601c9054906101000a900460ff1660405163609d414760e11b8152600401610317929190610d89565b60405163712c6f6560e01b8152600481018590525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063712c6f65906024016102a060405180830381865afa1580156106c5573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906106e99190610b9c565b5f868152602081905260408120610140830151815493945090926107299190610724906001600160401b03600160401b820481169116610d9d565b61099f565b9050806001600160401b0316856001600160401b031611156107785760405163835791b760e01b8152600481018890526001600160401b03808716602483015282166044820152606401610317565b5f8781526001602090815260408083206001600160a01b038a1684529091529020546101808401516001600160401b03918216911615610828576107ca846101800151826001600160401b031661099f565b9150816001600160401b0316866001600160401b03161115610828576040516345b83f4560e01b8152600481018990526001600160a01b03881660248201526001600160401b03808816604483015283166064820152608401610317565b878555600180860180546001600160401b038916600160a01b026001600160e01b03199091166001600160a01b038b16171780825560ff60e01b1916600160e01b8302179055508254869084905f9061088b9084906001600160401b0316610d6a565b92506101000a8154816001600160401b0302191690836001600160401b0316021790555085816108bb9190610d6a565b5f8981526001602090815260408083206001600160a01b038c168452825291829020805467ffffffffffffffff19166001600160401b03948516179055905191881682528a918a917fcd5a91762d6e9cd93c3213c9573e96af055fe0ee603a11af4b25fd729c77f6a8910160405180910390a3505050505050505050565b5f818152600260205260409020600180820154600160e01b900460ff16600281111561096757610967610a2e565b1461099a578181600101601c9054906101000a900460ff1660405163609d414760e11b8152600401610317929190610d89565b919050565b5f826001600160401b03168210156109c9576109c4826001600160401b038516610db0565b6109cb565b5f5b9392505050565b6001600160a01b03811681146109e6575f5ffd5b50565b5f5f604083850312156109fa575f5ffd5b823591506020830135610a0c816109d2565b809150509250929050565b5f60208284031215610a27575f5ffd5b5035919050565b634e487b7160e01b5f52602160045260245ffd5b60038110610a5e57634e487b7160e01b5f52602160045260245ffd5b9052565b60408101610a708285610a42565b6001600160401b03831660208301529392505050565b6001600160401b03811681146109e6575f5ffd5b5f5f5f5f60808587031215610aad575f5ffd5b84359350602085013592506040850135610ac6816109d2565b91506060850135610ad681610a86565b939692955090935050565b6040516102a081016001600160401b0381118282101715610b1057634e487b7160e01b5f52604160045260245ffd5b60405290565b805161099a816109d2565b805163ffffffff8116811461099a575f5ffd5b805161ffff8116811461099a575f5ffd5b805160ff8116811461099a575f5ffd5b8051801515811461099a575f5ffd5b805161099a81610a86565b80516003811061099a575f5ffd5b80516fffffffffffffffffffffffffffffffff8116811461099a575f5ffd5b5f6102a0828403128015610bae575f5ffd5b50610bb7610ae1565b610bc083610b16565b8152610bce60208401610b21565b6020820152610bdf60408401610b34565b6040820152610bf060608401610b45565b6060820152610c0160808401610b55565b6080820152610c1260a08401610b55565b60a0820152610c2360c08401610b55565b60c0820152610c3460e08401610b55565b60e0820152610c466101008401610b21565b610100820152610c596101208401610b21565b610120820152610c6c6101408401610b64565b610140820152610c7f6101608401610b64565b610160820152610c926101808401610b64565b610180820152610ca56101a08401610b6f565b6101a0820152610cb86101c08401610b45565b6101c0820152610ccb6101e08401610b21565b6101e0820152610cde6102008401610b7d565b610200820152610cf16102208401610b21565b610220820152610d046102408401610b21565b610240820152610d176102608401610b21565b610260820152610d2a6102808401610b45565b6102808201529392505050565b634e487b7160e01b5f52601160045260245ffd5b6001600160401b03828116828216039081111561020957610209610d37565b6001600160401b03818116838216019081111561020957610209610d37565b828152604081016109cb6020830184610a42565b8082018082111561020957610209610d37565b8181038181111561020957610209610d3756",
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
// Solidity: constructor(address registry_, address market_) returns()
func (budgetLedger *BudgetLedger) PackConstructor(registry_ common.Address, market_ common.Address) []byte {
	enc, err := budgetLedger.abi.Pack("", registry_, market_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackBudgetOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7bcaf3c1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function budgetOf(bytes32 dataset) view returns(uint64 limit, uint64 reserved, uint64 spent)
func (budgetLedger *BudgetLedger) PackBudgetOf(dataset [32]byte) []byte {
	enc, err := budgetLedger.abi.Pack("budgetOf", dataset)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBudgetOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7bcaf3c1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function budgetOf(bytes32 dataset) view returns(uint64 limit, uint64 reserved, uint64 spent)
func (budgetLedger *BudgetLedger) TryPackBudgetOf(dataset [32]byte) ([]byte, error) {
	return budgetLedger.abi.Pack("budgetOf", dataset)
}

// BudgetOfOutput serves as a container for the return parameters of contract
// method BudgetOf.
type BudgetOfOutput struct {
	Limit    uint64
	Reserved uint64
	Spent    uint64
}

// UnpackBudgetOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7bcaf3c1.
//
// Solidity: function budgetOf(bytes32 dataset) view returns(uint64 limit, uint64 reserved, uint64 spent)
func (budgetLedger *BudgetLedger) UnpackBudgetOf(data []byte) (BudgetOfOutput, error) {
	out, err := budgetLedger.abi.Unpack("budgetOf", data)
	outstruct := new(BudgetOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Limit = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.Reserved = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	outstruct.Spent = *abi.ConvertType(out[2], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackGiveBack is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8fcdb5e9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function giveBack(bytes32 job) returns()
func (budgetLedger *BudgetLedger) PackGiveBack(job [32]byte) []byte {
	enc, err := budgetLedger.abi.Pack("giveBack", job)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGiveBack is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8fcdb5e9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function giveBack(bytes32 job) returns()
func (budgetLedger *BudgetLedger) TryPackGiveBack(job [32]byte) ([]byte, error) {
	return budgetLedger.abi.Pack("giveBack", job)
}

// PackMarket is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80f55605.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function market() view returns(address)
func (budgetLedger *BudgetLedger) PackMarket() []byte {
	enc, err := budgetLedger.abi.Pack("market")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMarket is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80f55605.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function market() view returns(address)
func (budgetLedger *BudgetLedger) TryPackMarket() ([]byte, error) {
	return budgetLedger.abi.Pack("market")
}

// UnpackMarket is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x80f55605.
//
// Solidity: function market() view returns(address)
func (budgetLedger *BudgetLedger) UnpackMarket(data []byte) (common.Address, error) {
	out, err := budgetLedger.abi.Unpack("market", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
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

// PackReservationOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1c15d11f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reservationOf(bytes32 job) view returns(uint8 state, uint64 rho)
func (budgetLedger *BudgetLedger) PackReservationOf(job [32]byte) []byte {
	enc, err := budgetLedger.abi.Pack("reservationOf", job)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReservationOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1c15d11f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reservationOf(bytes32 job) view returns(uint8 state, uint64 rho)
func (budgetLedger *BudgetLedger) TryPackReservationOf(job [32]byte) ([]byte, error) {
	return budgetLedger.abi.Pack("reservationOf", job)
}

// ReservationOfOutput serves as a container for the return parameters of contract
// method ReservationOf.
type ReservationOfOutput struct {
	State uint8
	Rho   uint64
}

// UnpackReservationOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1c15d11f.
//
// Solidity: function reservationOf(bytes32 job) view returns(uint8 state, uint64 rho)
func (budgetLedger *BudgetLedger) UnpackReservationOf(data []byte) (ReservationOfOutput, error) {
	out, err := budgetLedger.abi.Unpack("reservationOf", data)
	outstruct := new(ReservationOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.State = *abi.ConvertType(out[0], new(uint8)).(*uint8)
	outstruct.Rho = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackReserve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xebaa0d96.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reserve(bytes32 job, bytes32 dataset, address researcher, uint64 rho) returns()
func (budgetLedger *BudgetLedger) PackReserve(job [32]byte, dataset [32]byte, researcher common.Address, rho uint64) []byte {
	enc, err := budgetLedger.abi.Pack("reserve", job, dataset, researcher, rho)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReserve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xebaa0d96.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reserve(bytes32 job, bytes32 dataset, address researcher, uint64 rho) returns()
func (budgetLedger *BudgetLedger) TryPackReserve(job [32]byte, dataset [32]byte, researcher common.Address, rho uint64) ([]byte, error) {
	return budgetLedger.abi.Pack("reserve", job, dataset, researcher, rho)
}

// PackSpend is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x85d5fde1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function spend(bytes32 job) returns()
func (budgetLedger *BudgetLedger) PackSpend(job [32]byte) []byte {
	enc, err := budgetLedger.abi.Pack("spend", job)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSpend is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x85d5fde1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function spend(bytes32 job) returns()
func (budgetLedger *BudgetLedger) TryPackSpend(job [32]byte) ([]byte, error) {
	return budgetLedger.abi.Pack("spend", job)
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
	Job     [32]byte
	Rho     uint64
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
// Solidity: event BudgetGivenBack(bytes32 indexed dataset, bytes32 indexed job, uint64 rho)
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

// BudgetLedgerBudgetReserved represents a BudgetReserved event raised by the BudgetLedger contract.
type BudgetLedgerBudgetReserved struct {
	Dataset [32]byte
	Job     [32]byte
	Rho     uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const BudgetLedgerBudgetReservedEventName = "BudgetReserved"

// ContractEventName returns the user-defined event name.
func (BudgetLedgerBudgetReserved) ContractEventName() string {
	return BudgetLedgerBudgetReservedEventName
}

// UnpackBudgetReservedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BudgetReserved(bytes32 indexed dataset, bytes32 indexed job, uint64 rho)
func (budgetLedger *BudgetLedger) UnpackBudgetReservedEvent(log *types.Log) (*BudgetLedgerBudgetReserved, error) {
	event := "BudgetReserved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != budgetLedger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BudgetLedgerBudgetReserved)
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
	Dataset [32]byte
	Job     [32]byte
	Rho     uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const BudgetLedgerBudgetSpentEventName = "BudgetSpent"

// ContractEventName returns the user-defined event name.
func (BudgetLedgerBudgetSpent) ContractEventName() string {
	return BudgetLedgerBudgetSpentEventName
}

// UnpackBudgetSpentEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BudgetSpent(bytes32 indexed dataset, bytes32 indexed job, uint64 rho)
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
	if bytes.Equal(raw[:4], budgetLedger.abi.Errors["BudgetExceeded"].ID.Bytes()[:4]) {
		return budgetLedger.UnpackBudgetExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], budgetLedger.abi.Errors["BudgetNotMarket"].ID.Bytes()[:4]) {
		return budgetLedger.UnpackBudgetNotMarketError(raw[4:])
	}
	if bytes.Equal(raw[:4], budgetLedger.abi.Errors["BudgetResearcherExceeded"].ID.Bytes()[:4]) {
		return budgetLedger.UnpackBudgetResearcherExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], budgetLedger.abi.Errors["BudgetWrongState"].ID.Bytes()[:4]) {
		return budgetLedger.UnpackBudgetWrongStateError(raw[4:])
	}
	return nil, errors.New("Unknown error")
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

// BudgetLedgerBudgetNotMarket represents a BudgetNotMarket error raised by the BudgetLedger contract.
type BudgetLedgerBudgetNotMarket struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BudgetNotMarket(address caller)
func BudgetLedgerBudgetNotMarketErrorID() common.Hash {
	return common.HexToHash("0xc623fd84a191637c2bf6dba378e2bed28c0ba028532fa2059416debbd59856a3")
}

// UnpackBudgetNotMarketError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BudgetNotMarket(address caller)
func (budgetLedger *BudgetLedger) UnpackBudgetNotMarketError(raw []byte) (*BudgetLedgerBudgetNotMarket, error) {
	out := new(BudgetLedgerBudgetNotMarket)
	if err := budgetLedger.abi.UnpackIntoInterface(out, "BudgetNotMarket", raw); err != nil {
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

// BudgetLedgerBudgetWrongState represents a BudgetWrongState error raised by the BudgetLedger contract.
type BudgetLedgerBudgetWrongState struct {
	Job   [32]byte
	State uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BudgetWrongState(bytes32 job, uint8 state)
func BudgetLedgerBudgetWrongStateErrorID() common.Hash {
	return common.HexToHash("0xc13a828e244273c3a1a59fa6ad3c73bc4e74335844d7fe01ffd1b87ebec3d272")
}

// UnpackBudgetWrongStateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BudgetWrongState(bytes32 job, uint8 state)
func (budgetLedger *BudgetLedger) UnpackBudgetWrongStateError(raw []byte) (*BudgetLedgerBudgetWrongState, error) {
	out := new(BudgetLedgerBudgetWrongState)
	if err := budgetLedger.abi.UnpackIntoInterface(out, "BudgetWrongState", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CollateralRegistryMetaData contains all meta data concerning the CollateralRegistry contract.
var CollateralRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"string\",\"name\":\"part\",\"type\":\"string\"}],\"name\":\"CollateralBackwards\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"part\",\"type\":\"string\"}],\"name\":\"CollateralIncomplete\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"CollateralNotNewer\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"levelsHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"rootListHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"issuerListHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"}],\"name\":\"CollateralPosted\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"}],\"name\":\"collateralOf\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"container\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"}],\"name\":\"idOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"collateral\",\"type\":\"bytes\"}],\"name\":\"post\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"}],\"name\":\"stampsOf\",\"outputs\":[{\"components\":[{\"components\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"}],\"internalType\":\"structIAttestation.Stamp\",\"name\":\"tcbInfo\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"}],\"internalType\":\"structIAttestation.Stamp\",\"name\":\"qeIdentity\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"}],\"internalType\":\"structIAttestation.Stamp\",\"name\":\"rootList\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"}],\"internalType\":\"structIAttestation.Stamp\",\"name\":\"issuerList\",\"type\":\"tuple\"}],\"internalType\":\"structICollateralRegistry.Stamps\",\"name\":\"stamps\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "1c054204dffb67ae63dec89ff20d5ba474",
	Bin: "0x6080604052348015600e575f5ffd5b506112358061001c5f395ff3fe608060405234801561000f575f5ffd5b506004361061004a575f3560e01c806317d82bf31461004e5780634f9244c214610077578063baf9b36914610098578063e3d3f5d8146100ad575b5f5ffd5b61006161005c366004610d7d565b6100cd565b60405161006e9190610dcb565b60405180910390f35b61008a610085366004610d7d565b6103a1565b60405190815260200161006e565b6100ab6100a6366004610de4565b6104cc565b005b6100c06100bb366004610d7d565b6108a2565b60405161006e9190610e50565b5f8281526020819052604081208054606092036100f957505060408051602081019091525f815261039b565b60028101546007820180546040805160208084028201810190925282815260ff909416935f939092909183018282801561015a57602002820191905f5260205f20905b81546001600160a01b0316815260019091019060200180831161013c575b505050505090505f60015f856001015481526020019081526020015f206007018054806020026020016040519081016040528092919081815260200182805480156101cc57602002820191905f5260205f20905b81546001600160a01b031681526001909101906020018083116101ae575b505050505090505f81515f146101ea576101e5826109b9565b6101ed565b60045b6101f6846109b9565b610201906015610ee6565b61020b9190610ee6565b905060605f1960ff8616016102b25760018601545f9081526002602090815260408083208b84528252918290206007018054835181840281018401909452808452909183018282801561028557602002820191905f5260205f20905b81546001600160a01b03168152600190910190602001808311610267575b5050505050905080515f146102a25761029d816109b9565b6102a5565b60085b6102af9083610ee6565b91505b816001600160401b038111156102ca576102ca610ef9565b6040519080825280601f01601f1916602001820160405280156102f4576020820181803683370190505b5060405173617373656e742e636f6c6c61746572616c2e763160601b60208201526001600160f81b031960f888901b1660348201529097505f9060350160405160208183030381529060405261034990610f0d565b6020890181905290505f61035f868a6015610a0f565b905084515f1461037957610374858a83610a0f565b610384565b610384600482610ee6565b9050610391838a83610a0f565b5050505050505050505b92915050565b5f82815260208190526040812080548083036103c257505f915061039b9050565b6001808301545f8181526020929092526040822054909181900361040357507fe8e77626586f73b955364c7b4bbf0bb7f7685ebd40e852b164633a4acbd3244c5b600284015460ff167fc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a4705f19820161047957505f8381526002602090815260408083208a84529091528120549081900361047957507f011b4d03dd8c01f1049143cf9c4c817e4b167f1d1b83e5c6f0f10d89ba1e7bce5b6040516001600160f81b031960f884901b16602082015260218101869052604181018490526061810182905260810160405160208183030381529060405280519060200120965050505050505092915050565b604051637c7c909f60e11b81525f90620a55019063f8f9213e906104f890869086904290600401610f30565b6101e060405180830381865afa158015610514573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610538919061102b565b604080518082019091525f80825260208201529091505f5f5f84604001515f5f1b14610675578460800151602001516001600160401b03165f036105af576040516301cc0b9560e51b815260206004820152600860248201526754434220696e666f60c01b60448201526064015b60405180910390fd5b845160ff1660011480156105d2575060a0850151602001516001600160401b0316155b1561060e576040516301cc0b9560e51b815260206004820152600b60248201526a5145206964656e7469747960a81b60448201526064016105a6565b6040808601515f90815260208190522061010086015161066e9190879061063e9063ffffffff1660158b8d6110f9565b89608001516040518060400160405280600881526020016754434220696e666f60c01b8152508b60a00151610a7e565b92506106c0565b60a0850151602001516001600160401b0316156106c0576040516301cc0b9560e51b815260206004820152600860248201526754434220696e666f60c01b60448201526064016105a6565b60c0850151602001516001600160401b031615610742576020808601515f90815260019091526040902061010086015161012087015161073f929188916107129163ffffffff91821691168b8d6110f9565b8960c00151604051806040016040528060098152602001681c9bdbdd081b1a5cdd60ba1b8152508a610a7e565b91505b60608501511561080b578460e00151602001516001600160401b03165f0361079b576040516301cc0b9560e51b815260206004820152600b60248201526a1a5cdcdd595c881b1a5cdd60aa1b60448201526064016105a6565b6020808601515f9081526002825260408082206060890151835290925220610120860151610808919087906107d9908a9063ffffffff16818d6110f9565b8960e001516040518060400160405280600b81526020016a1a5cdcdd595c881b1a5cdd60aa1b8152508a610a7e565b90505b82158015610817575081155b8015610821575080155b1561083f57604051630fa0377d60e11b815260040160405180910390fd5b6060808601516040808801516020808a01518351898152918201889052928101869052339481019490945291927f7389eda7af5c74424d9bcc797f356e752803c9614689b804dc60b188f358f6d59060800160405180910390a450505050505050565b6109046040805160c0810182525f6080820181815260a083018290528252825180840184528181526020808201839052808401919091528351808501855282815280820183905283850152835180850190945281845283015290606082015290565b5f928352602083815260408085208151808301835260038083015482526004808401546001600160401b03908116848801529287528451808601865260058501548152600685015484168188015287870152600193840154808a5293865284892085518087018752818401548152908201548416818801528786015292885260028552838820968852958452958290208251808401909352948501548252939093015490931692820192909252606082015290565b5f805b8251811015610a095760018382815181106109d9576109d9611120565b60200260200101516001600160a01b03163b6109f59190611134565b6109ff9083610ee6565b91506001016109bc565b50919050565b805f5b8451811015610a76575f858281518110610a2e57610a2e611120565b602002602001015190505f6001826001600160a01b03163b610a509190611134565b9050806001856020890101843c610a678185610ee6565b93505050806001019050610a12565b509392505050565b5f5f610a8e858a60030186610b87565b9050610ac1838a6005016040518060400160405280600b81526020016a5145206964656e7469747960a81b815250610b87565b158015610acc575080155b15610ada57505f9050610b7c565b8686604051610aea929190611147565b604051908190039020808a5560208981015160018c0155895160028c01805460ff191660ff909216919091179055865160038c01558681015160048c01805467ffffffffffffffff199081166001600160401b0393841617909155865160058e01559186015160068d01805490931691161790559150610b6a8787610c0d565b60078a0190610b79908261116d565b50505b979650505050505050565b8154600183015484515f92916001600160401b031690821180610bbf5750806001600160401b031686602001516001600160401b0316105b15610bdf57836040516323a5e4c360e01b81526004016105a69190610dcb565b8551821080610c035750806001600160401b031686602001516001600160401b0316115b9695505050505050565b6060615fff6001610c1e8285610ee6565b610c289190611134565b610c329190611216565b6001600160401b03811115610c4957610c49610ef9565b604051908082528060200260200182016040528015610c72578160200160208202803683370190505b5090505f5b8151811015610d35575f615fff610c8f836001610ee6565b610c999190611156565b9050610d028585610cac615fff86611156565b90878510610cba5787610cbc565b845b92610cc9939291906110f9565b8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250610d3c92505050565b838381518110610d1457610d14611120565b6001600160a01b039092166020928302919091019091015250600101610c77565b5092915050565b5f81518060401b6bfe61000180600a3d393df3000161fffe8211840152600b8101601584015ff0915081610d775763301164255f526004601cfd5b90915290565b5f5f60408385031215610d8e575f5ffd5b50508035926020909101359150565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f610ddd6020830184610d9d565b9392505050565b5f5f60208385031215610df5575f5ffd5b82356001600160401b03811115610e0a575f5ffd5b8301601f81018513610e1a575f5ffd5b80356001600160401b03811115610e2f575f5ffd5b856020828401011115610e40575f5ffd5b6020919091019590945092505050565b8151805182526020908101516001600160401b031690820152610100810160208381015180516040850152908101516001600160401b031660608401525060408301518051608084015260208101516001600160401b031660a0840152506060830151805160c084015260208101516001600160401b031660e0840152610d35565b634e487b7160e01b5f52601160045260245ffd5b8082018082111561039b5761039b610ed2565b634e487b7160e01b5f52604160045260245ffd5b80516020808301519190811015610a09575f1960209190910360031b1b16919050565b60408152826040820152828460608301375f606084830101525f6060601f19601f86011683010190506001600160401b0383166020830152949350505050565b60405161016081016001600160401b0381118282101715610f9357610f93610ef9565b60405290565b805160ff81168114610fa9575f5ffd5b919050565b80516001600160401b0381168114610fa9575f5ffd5b5f60408284031215610fd4575f5ffd5b604080519081016001600160401b0381118282101715610ff657610ff6610ef9565b6040528251815290508061100c60208401610fae565b60208201525092915050565b805163ffffffff81168114610fa9575f5ffd5b5f6101e082840312801561103d575f5ffd5b50611046610f70565b61104f83610f99565b815260208381015190820152604080840151908201526060808401519082015261107c8460808501610fc4565b608082015261108e8460c08501610fc4565b60a08201526110a1846101008501610fc4565b60c08201526110b4846101408501610fc4565b60e08201526110c66101808401611018565b6101008201526110d96101a08401611018565b6101208201526110ec6101c08401610fae565b6101408201529392505050565b5f5f85851115611107575f5ffd5b83861115611113575f5ffd5b5050820193919092039150565b634e487b7160e01b5f52603260045260245ffd5b8181038181111561039b5761039b610ed2565b818382375f9101908152919050565b808202811582820484141761039b5761039b610ed2565b81516001600160401b0381111561118657611186610ef9565b6801000000000000000081111561119f5761119f610ef9565b8154818355808210156111d357825f528160205f20018282035f5b818110156111cf575f838201556001016111ba565b5050505b50602083016111e7835f9081526020902090565b5f5b8381101561120e5782516001600160a01b0316818301556020909201916001016111e9565b505050505050565b5f8261123057634e487b7160e01b5f52601260045260245ffd5b50049056",
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

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (collateralRegistry *CollateralRegistry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], collateralRegistry.abi.Errors["CollateralBackwards"].ID.Bytes()[:4]) {
		return collateralRegistry.UnpackCollateralBackwardsError(raw[4:])
	}
	if bytes.Equal(raw[:4], collateralRegistry.abi.Errors["CollateralIncomplete"].ID.Bytes()[:4]) {
		return collateralRegistry.UnpackCollateralIncompleteError(raw[4:])
	}
	if bytes.Equal(raw[:4], collateralRegistry.abi.Errors["CollateralNotNewer"].ID.Bytes()[:4]) {
		return collateralRegistry.UnpackCollateralNotNewerError(raw[4:])
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

// ConsentLedgerMetaData contains all meta data concerning the ConsentLedger contract.
var ConsentLedgerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"registry_\",\"type\":\"address\"},{\"internalType\":\"DatasetId\",\"name\":\"dataset_\",\"type\":\"bytes32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"ConsentBatchLength\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"expiry\",\"type\":\"uint32\"}],\"name\":\"ConsentExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"name\":\"ConsentLate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentLinkable\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentMalformed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"given\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"current\",\"type\":\"uint64\"}],\"name\":\"ConsentNonceNotNewer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"ConsentNotCustodian\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentNotEnrolled\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"ConsentNotEnroller\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"given\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"oldest\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"current\",\"type\":\"uint32\"}],\"name\":\"ConsentPolicyVersion\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentPseudonymInUse\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentRevokedByCustodian\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentRotatedAway\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"today\",\"type\":\"uint32\"}],\"name\":\"ConsentRotatedToday\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"most\",\"type\":\"uint8\"}],\"name\":\"ConsentRotationsExhausted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"ConsentTicketExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentTicketSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentUndefined\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"}],\"name\":\"ConsentWrongDataset\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidShortString\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"str\",\"type\":\"string\"}],\"name\":\"StringTooLong\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"changes\",\"type\":\"bytes\"}],\"name\":\"ConsentBatchChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"origin\",\"type\":\"uint256\"}],\"name\":\"ConsentChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"enumIConsentLedger.Refusal\",\"name\":\"reason\",\"type\":\"uint8\"}],\"name\":\"ConsentItemRefused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"current\",\"type\":\"address\"}],\"name\":\"ConsentRevokedFor\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"EIP712DomainChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"PseudonymRotated\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"currentOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"dataset\",\"outputs\":[{\"internalType\":\"DatasetId\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"bool\",\"name\":\"exact\",\"type\":\"bool\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"notBefore\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"expiry\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"epsilonClass\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"circumstances\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Grant\",\"name\":\"grant_\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"proofKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Ticket\",\"name\":\"ticket\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"ticketSignature\",\"type\":\"bytes\"}],\"name\":\"enrol\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"items\",\"type\":\"bytes\"}],\"name\":\"enrolBatch\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"applied\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"entryOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"origin\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"bool\",\"name\":\"exact\",\"type\":\"bool\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"notBefore\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"expiry\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"epsilonClass\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"circumstances\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Grant\",\"name\":\"grant_\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"grant\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"items\",\"type\":\"bytes\"}],\"name\":\"grantBatch\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"applied\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"bool\",\"name\":\"exact\",\"type\":\"bool\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"notBefore\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"expiry\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"epsilonClass\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"circumstances\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Grant\",\"name\":\"grant_\",\"type\":\"tuple\"}],\"name\":\"hashGrant\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Rotation\",\"name\":\"rotation\",\"type\":\"tuple\"}],\"name\":\"hashRotation\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"proofKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Ticket\",\"name\":\"ticket\",\"type\":\"tuple\"}],\"name\":\"hashTicket\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"exact\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"day\",\"type\":\"uint32\"}],\"name\":\"isLive\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"lastNarrowed\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"registry\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"pseudonyms\",\"type\":\"address[]\"}],\"name\":\"revokeFor\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"revoked\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Rotation\",\"name\":\"rotation\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"fromSignature\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"toSignature\",\"type\":\"bytes\"}],\"name\":\"rotate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"successorOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "9944efb30fa80728ab79fdf6655493ba7c",
	Bin: "0x6101a0604052348015610010575f5ffd5b5060405161395538038061395583398101604081905261002f91610178565b60405180604001604052806006815260200165105cdcd95b9d60d21b815250604051806040016040528060018152602001603160f81b8152506100778261013260201b60201c565b6101205261008481610132565b61014052815160208084019190912060e052815190820120610100524660a05261011060e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c0526001600160a01b0391909116610160526101805261020a565b5f5f829050601f81511115610165578260405163305a27a960e01b815260040161015c91906101af565b60405180910390fd5b8051610170826101e4565b179392505050565b5f5f60408385031215610189575f5ffd5b82516001600160a01b038116811461019f575f5ffd5b6020939093015192949293505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b80516020808301519190811015610204575f198160200360031b1b821691505b50919050565b60805160a05160c05160e051610100516101205161014051610160516101805161368b6102ca5f395f818161010c015281816103200152818161035a015281816104fc015281816107b50152818161099f015281816109d901528181610fcb0152818161116d015281816111a70152611f7a01525f818161021801528181610524015281816107e70152610ff101525f61196301525f61193301525f611df101525f611dc901525f611d2401525f611d4e01525f611d78015261368b5ff3fe608060405234801561000f575f5ffd5b5060043610610106575f3560e01c806360a33c7b1161009e578063ddfd8a351161006e578063ddfd8a351461026a578063f4e20fee1461027d578063f7d040d314610290578063f9f049f4146102a3578063fb2bc3c7146102b6575f5ffd5b806360a33c7b146102035780637b103999146102165780637bb137a41461023c57806384b0196e1461024f575f5ffd5b806337224034116100d9578063372240341461019257806342ce32b3146101b557806358bb388a146101c85780635adbc9c7146101f0575f5ffd5b806302b728ab1461010a5780630786cc7b1461013f5780631a526e091461016a578063231b7d1f1461017f575b5f5ffd5b7f00000000000000000000000000000000000000000000000000000000000000005b6040519081526020015b60405180910390f35b61015261014d366004612c6d565b6102d1565b6040516001600160a01b039091168152602001610136565b61017d610178366004612cf3565b6102e1565b005b61012c61018d366004612d88565b6104ed565b6101a56101a0366004612e44565b6107a6565b6040519015158152602001610136565b61012c6101c3366004612eb1565b6108a8565b6101db6101d6366004612c6d565b6108c3565b60408051928352602083019190915201610136565b6101526101fe366004612c6d565b6108e0565b61012c610211366004612eef565b6108ea565b7f0000000000000000000000000000000000000000000000000000000000000000610152565b61012c61024a366004612f09565b6108fc565b61025761094e565b6040516101369796959493929190612f52565b61017d610278366004612ff8565b610990565b61012c61028b366004613077565b610e8e565b61017d61029e366004613091565b610e9b565b61012c6102b1366004612eb1565b610eb4565b6002546040516001600160401b039091168152602001610136565b5f6102db82610f11565b92915050565b5f6102ea610f48565b90505f610313600160c91b61030d61030860408c0160208d01612c6d565b61106a565b16151590565b15905080156104d65784357f00000000000000000000000000000000000000000000000000000000000000001461038b5760405163e5679ebd60e01b8152853560048201527f000000000000000000000000000000000000000000000000000000000000000060248201526044015b60405180910390fd5b61039b6080860160608701613101565b6001600160401b03164211156103fe576103bb6040860160208701612c6d565b6103cb6080870160608801613101565b604051630a735d2560e41b81526001600160a01b0390921660048301526001600160401b03166024820152604401610382565b5f610414835f015161040f88611090565b6110e1565b905061042660408a0160208b01612c6d565b6001600160a01b031661043f6040880160208901612c6d565b6001600160a01b031614158061049a57506104988360400151602001518287878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061110092505050565b155b156104d4576104af60408a0160208b01612c6d565b604051631489364160e01b81526001600160a01b039091166004820152602401610382565b505b6104e38888888585611169565b5050505050505050565b604051637ca411c760e11b81527f000000000000000000000000000000000000000000000000000000000000000060048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063f948238e90602401602060405180830381865afa158015610571573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906105959190613127565b6001600160a01b0316336001600160a01b0316146105c857604051636447dd3960e01b8152336004820152602401610382565b5f805b8381101561077b575f8585838181106105e6576105e6613142565b90506020020160208101906105fb9190612c6d565b90505f61060782610f11565b90505f6106138261106a565b90505f6001600160a01b0383161561063d57600160cb1b8216610636575f610640565b6008610640565b60015b90505f81600b81111561065557610655613156565b146106a557836001600160a01b0316857f2a75e190a9b74933fdcde902d737aaad8a09222b562bcec4e34d82ebba5cfec183604051610694919061316a565b60405180910390a350505050610773565b85806106b557506106b5826114b8565b95505f6106dc600160cb1b6bffffffffffffffffffffffff600f60c91b0185165b906114fd565b90506106e8848261151c565b836001600160a01b03165f51602061366b5f395f51905f528261070a87611541565b6040805192835260208301919091520160405180910390a2836001600160a01b0316856001600160a01b03167fbf81a9f595a699cf3304f00991d0febd933263ed019e7319ae9f1a8380e144db60405160405180910390a361076b886131a4565b975050505050505b6001016105cb565b50801561079f576002805467ffffffffffffffff1916436001600160401b03161790555b5092915050565b60405163342d2cb160e21b81527f000000000000000000000000000000000000000000000000000000000000000060048201525f9081906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063d0b4b2c49060240160e060405180830381865afa15801561082c573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061085091906131fc565b9050610877868686868560600151866040015161086c8e61106a565b959493929190611563565b801561089d575061089d8160c001516108986108928a611541565b60f01c90565b611681565b979650505050505050565b5f6108bc83836108b6610f48565b5f6116e1565b9392505050565b5f5f6108ce8361106a565b6108d784611541565b91509150915091565b5f6102db826118f8565b5f6102db6108f783611090565b61191a565b5f6102db7fcca0ce61abc03c77e6a22a6b3a8dc6dd746292808ef3564bbeb10ab70215c0d8836040516020016109339291906132c8565b6040516020818303038152906040528051906020012061191a565b5f6060805f5f5f606061095f61192c565b61096761195c565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b5f610999610f48565b905085357f000000000000000000000000000000000000000000000000000000000000000014610a055760405163e5679ebd60e01b8152863560048201527f00000000000000000000000000000000000000000000000000000000000000006024820152604401610382565b610a1560a0870160808801613101565b6001600160401b03164210610a7757610a346040870160208801612c6d565b610a4460a0880160808901613101565b604051630758bc1960e01b81526001600160a01b0390921660048301526001600160401b03166024820152604401610382565b5f610a886060880160408901612c6d565b6001600160a01b031603610acb57610aa66060870160408801612c6d565b604051630d8ba77560e01b81526001600160a01b039091166004820152602401610382565b6001600160401b03610ae36080880160608901613101565b6001600160401b031603610b0157610aa66040870160208801612c6d565b5f610b156103086040890160208a01612c6d565b9050600160c91b8116610b5757610b326040880160208901612c6d565b60405163c391345b60e01b81526001600160a01b039091166004820152602401610382565b600160ca1b811615610b9857610b736040880160208901612c6d565b604051632af2f17960e01b81526001600160a01b039091166004820152602401610382565b600160cb1b811615610bd857610bb46040880160208901612c6d565b60405162a64b0f60e51b81526001600160a01b039091166004820152602401610382565b806001600160401b0316610bf26080890160608a01613101565b6001600160401b031611610c5d57610c106040880160208901612c6d565b610c206080890160608a01613101565b825b60405163b2e1b9d160e01b81526001600160a01b0390931660048401526001600160401b039182166024840152166044820152606401610382565b610c706103086060890160408a01612c6d565b15610caa57610c856060880160408901612c6d565b60405163ac174d9360e01b81526001600160a01b039091166004820152602401610382565b5f610cc4610cbe60408a0160208b01612c6d565b84611987565b90505f610cd7845f015161040f8b611aa7565b90505f610cf5610ced60408c0160208d01612c6d565b838b8b611adb565b50905080610d3257610d0d60408b0160208c01612c6d565b604051639fa7673960e01b81526001600160a01b039091166004820152602401610382565b5f610d4e610d4660608d0160408e01612c6d565b848a8a611adb565b909250905081610d6857610d0d60608c0160408d01612c6d565b808015610d7b5750856040015160800151155b15610db557610d9060608c0160408d01612c6d565b60405163017abe5560e01b81526001600160a01b039091166004820152602401610382565b610ddd610dc860408d0160208e01612c6d565b610dd860608e0160408f01612c6d565b611b96565b610df88b868684610dee575f611bb7565b600160cc1b611bb7565b610e01856114b8565b15610e23576002805467ffffffffffffffff1916436001600160401b03161790555b610e3360608c0160408d01612c6d565b6001600160a01b0316610e4c60408d0160208e01612c6d565b6001600160a01b03167fc7a48a747adbd4a69516206522d3504f3b61b79220eb9b0b2f4ea0212fbc00d160405160405180910390a35050505050505050505050565b5f6102db6108f783611aa7565b610eaf838383610ea9610f48565b5f611169565b505050565b5f5f610ebe610f48565b90508060400151602001516001600160a01b0316336001600160a01b031614610efc576040516340afc23b60e01b8152336004820152602401610382565b610f0984848360016116e1565b949350505050565b5f5f610f1c836118f8565b90505b6001600160a01b03811615610f4157809250610f3a836118f8565b9050610f1f565b5090919050565b610f9a60408051606080820183525f8083526020808401829052845160e0810186528281529081018290528085018290529182018190526080820181905260a0820181905260c0820152909182015290565b610fa2611d18565b8152610fb1620151804261341d565b63ffffffff16602082015260405163342d2cb160e21b81527f000000000000000000000000000000000000000000000000000000000000000060048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d0b4b2c49060240160e060405180830381865afa15801561103e573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061106291906131fc565b604082015290565b5f806001600160a01b0383166b51e40a228396519eaab0c39f60a01b175b549392505050565b5f7fc5b027518d862091db8347c40dd562dfd97f3f8fd72564c13ea7952b0a6f1dbd826040516020016110c4929190613430565b604051602081830303815290604052805190602001209050919050565b60405161190160f01b8152600281019290925260228201526042902090565b5f836001600160a01b03163b5f0361115e575f5f61111e8585611e41565b5090925090505f81600381111561113757611137613156565b1480156111555750856001600160a01b0316826001600160a01b0316145b925050506108bc565b610f09848484611e8a565b84357f0000000000000000000000000000000000000000000000000000000000000000146111d35760405163e5679ebd60e01b8152853560048201527f00000000000000000000000000000000000000000000000000000000000000006024820152604401610382565b5f6111dc611eef565b90506111ee6040870160208801612c6d565b6001600160a01b03166040808301919091526112109060608801908801613490565b63ffffffff1660608083019190915261122f9060808801908801613490565b63ffffffff1660808083019190915261124e9060a088019088016134ab565b61ffff1660a08083019190915261126b9060c088019088016134c4565b151560c0808301919091526112869060e088019088016134df565b60ff1660e0808301919091526112a3906101008801908801613490565b63ffffffff16610100808301919091526112c4906101208801908801613490565b63ffffffff16610120808301919091526112e59061014088019088016134df565b60ff166101408083019190915286013561016080830191909152611310906101808801908801613101565b6001600160401b031661018080830191909152611334906101a08801908801613101565b6001600160401b03166101a082015260408101515f906113539061106a565b90505f61136283838787611fa1565b90505f81600b81111561137757611377613156565b14611388576113888184848861220b565b5f5f6113a6856040015161139f878a5f015161248b565b8b8b611adb565b91509150816113d9576040808601519051639fa7673960e01b81526001600160a01b039091166004820152602401610382565b8080156113ec5750866040015160800151155b80156114015750608085015163ffffffff1615155b1561143057604080860151905163017abe5560e01b81526001600160a01b039091166004820152602401610382565b5f5f5f61144388888c602001518761249c565b925092509250801561146c576002805467ffffffffffffffff1916436001600160401b03161790555b87604001516001600160a01b03165f51602061366b5f395f51905f5284846040516114a1929190918252602082015260400190565b60405180910390a250505050505050505050505050565b5f600760c91b8216600160c91b1480156114e057506114d78260601c90565b63ffffffff1615155b80156102db57506114f18260b01c90565b61ffff16151592915050565b4360d01b6001600160d01b0319166001600160d01b0392909216171790565b5f6001600160a01b0383166b51e40a228396519eaab0c39f60a01b175b919091555050565b5f806001600160a01b0383166b4d0c0ab25cc6f6116fdeecb760a11b17611088565b5f61156d886114b8565b801561158e57508263ffffffff166115858960401c90565b63ffffffff1610155b80156115af57508163ffffffff166115a68960401c90565b63ffffffff1611155b80156115be575060208760ff16105b80156115e857508660ff166115d38960601c90565b63ffffffff16901c60011663ffffffff166001145b80156115f7575060108660ff16105b801561161d57508560ff1661160c8960b01c90565b61ffff16901c60011661ffff166001145b801561163d57508363ffffffff166116358960801c90565b62ffffff1611155b801561165c575061164e8860981c90565b62ffffff168463ffffffff16105b801561167557508415806116755750600160c81b881615155b98975050505050505050565b5f600360ff84161115801561169a5750600360ff831611155b80156116bb57506116aa82612638565b196116b484612638565b1660ff165f145b80156108bc57506116cb8361267b565b196116d58361267b565b1660ff16159392505050565b5f8315806116f857506116f5609a856134fa565b15155b156117195760405163027dd72f60e01b815260048101859052602401610382565b5f6054611727609a8761341d565b611731919061350d565b6001600160401b03811115611748576117486131bc565b6040519080825280601f01601f191660200182016040528015611772576020820181803683370190505b5090505f61177e611eef565b90505f805b87811015611885575f8080806117b58d868e6117a0609a83613524565b926117ad93929190613537565b898e8e61268c565b929650909450925090505f84600b8111156117d2576117d2613156565b0361181c5761180c888a6117e5816131a4565b60408b015160601b6020605493840294909401938401526034830187905291018490529950565b85806118155750805b955061186d565b60408701516001600160a01b0316611835609a8761341d565b7f2a75e190a9b74933fdcde902d737aaad8a09222b562bcec4e34d82ebba5cfec186604051611864919061316a565b60405180910390a35b50505050609a8161187e9190613524565b9050611783565b5080156118a9576002805467ffffffffffffffff1916436001600160401b03161790555b60548402835283156118ed577f48ddac38464b6e06da06c2dd314633275cf48640433f28bff9c98a31665ca26a836040516118e4919061355e565b60405180910390a15b505050949350505050565b5f806001600160a01b0383166b383c2e8978deb1787b24a55160a01b17611088565b5f6102db611926611d18565b836110e1565b60606119577f00000000000000000000000000000000000000000000000000000000000000006127dc565b905090565b60606119577f00000000000000000000000000000000000000000000000000000000000000006127dc565b5f5f61199284611541565b9050826020015163ffffffff166119a98260d81c90565b62ffffff16036119e957602083015160405163a37c459b60e01b81526001600160a01b038616600482015263ffffffff9091166024820152604401610382565b5f6119f48260d01c90565b905062015180846040015160a001516001600160401b0316611a16919061341d565b611a208360d81c90565b62ffffff161015611a2e57505f5b600860ff821610611a64576040516362f60d1760e01b81526001600160a01b038616600482015260086024820152604401610382565b611a9e611a72826001613570565b602086015160d81b62ffffff60d81b1660d09190911b60ff60d01b1663ffffffff60d01b198516171790565b95945050505050565b5f7fefd51168b8baa07c761b37f01311fcd1802cf9957a639accaa17dc65b96b20d4826040516020016110c4929190613589565b5f5f5f611ae9868686612819565b50509050866001600160a01b0316816001600160a01b0316148015611b1657506001600160a01b03871615155b15611b285760015f9250925050611b8d565b866001600160a01b03163b5f03611b45575f5f9250925050611b8d565b611b85878787878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250611e8a92505050565b600192509250505b94509492505050565b5f6001600160a01b0383166b383c2e8978deb1787b24a55160a01b17611539565b82611bc86080860160608701613101565b6001600160401b031679100000000000000000000000000000000000ffffffffffffffff1991909116175f611bfd82846114fd565b90505f611c22600160ca1b6bffffffffffffffffffffffff600f60c91b0188166106d6565b9050611c3d611c376040890160208a01612c6d565b8261151c565b611c56611c506060890160408a01612c6d565b8361151c565b611c6f611c696060890160408a01612c6d565b86612860565b611c7f6040880160208901612c6d565b6001600160a01b03165f51602061366b5f395f51905f5282611caf611caa60408c0160208d01612c6d565b611541565b6040805192835260208301919091520160405180910390a2611cd76060880160408901612c6d565b6001600160a01b03165f51602061366b5f395f51905f528387604051611d07929190918252602082015260400190565b60405180910390a250505050505050565b5f306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148015611d7057507f000000000000000000000000000000000000000000000000000000000000000046145b15611d9a57507f000000000000000000000000000000000000000000000000000000000000000090565b611957604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f5f5f8351604103611e78576020840151604085015160608601515f1a611e6a88828585612881565b955095509550505050611e83565b505081515f91506002905b9250925092565b805160408051630b135d3f60e11b8082526004820186905260248201929092525f92906020820185604483015e5f82606483010152601f820160051c60051b915060205f60648401838a5afa9050825f5114601f3d1116811693505050509392505050565b604080516101c0810182525f918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a08101919091527fcca0ce61abc03c77e6a22a6b3a8dc6dd746292808ef3564bbeb10ab70215c0d881527f0000000000000000000000000000000000000000000000000000000000000000602082015290565b5f5f856080015163ffffffff165f148015611fc2575060a086015161ffff16155b60408701519091506001600160a01b0316611fe1576001915050610f09565b806120eb57608086015163ffffffff161580612003575060a086015161ffff16155b15612012576001915050610f09565b62ffffff801686610120015163ffffffff161180612046575085610120015163ffffffff1686610100015163ffffffff1610155b15612055576001915050610f09565b6001600160401b0380168661018001516001600160401b03160361207d576001915050610f09565b6101608601515f03612093576001915050610f09565b608086015163fffffc00161515806120b2575060a086015161ff001615155b806120c85750600660ff1686610140015160ff16115b806120dc575060e0860151600360ff909116115b156120eb576002915050610f09565b856101a001516001600160401b0316421061210a576003915050610f09565b600160ca1b851615612120576007915050610f09565b600160cb1b851615612136576008915050610f09565b821580156121485750600160c91b8516155b15612157576006915050610f09565b846001600160401b03168661018001516001600160401b03161161217f576009915050610f09565b801561218e575f915050610f09565b836020015163ffffffff1686610120015163ffffffff16116121b4576004915050610f09565b83604001516060015163ffffffff16866060015163ffffffff1610806121f1575083604001516040015163ffffffff16866060015163ffffffff16115b15612200576005915050610f09565b505f95945050505050565b600284600b81111561221f5761221f613156565b0361224e5760408084015190516308cd49f960e01b81526001600160a01b039091166004820152602401610382565b600384600b81111561226257612262613156565b036122a7576040808401516101a08501519151630758bc1960e01b81526001600160a01b0390911660048201526001600160401b039091166024820152604401610382565b600784600b8111156122bb576122bb613156565b036122ea576040808401519051632af2f17960e01b81526001600160a01b039091166004820152602401610382565b600884600b8111156122fe576122fe613156565b0361232c57604080840151905162a64b0f60e51b81526001600160a01b039091166004820152602401610382565b600684600b81111561234057612340613156565b0361236f57604080840151905163c391345b60e01b81526001600160a01b039091166004820152602401610382565b600984600b81111561238357612383613156565b0361239957604083015161018084015183610c22565b600484600b8111156123ad576123ad613156565b036123ef576040808401516101208501519151635d2082c160e11b81526001600160a01b03909116600482015263ffffffff9091166024820152604401610382565b600584600b81111561240357612403613156565b03612461576040808401516060808601518484015191820151918401519351634cb35e7f60e11b81526001600160a01b03909316600484015263ffffffff908116602484015290811660448301529091166064820152608401610382565b6040808401519051630d8ba77560e01b81526001600160a01b039091166004820152602401610382565b6101c082205f90610f0983826110e1565b5f8080600160c91b84156124b157600160cc1b175b876080015163ffffffff165f036124e1576124da88610180015189606001515f5f5f5f5f612949565b9350612524565b8760c00151156124f257600160c81b175b61252188610180015189606001518a608001518b60a001518c61010001518d61012001518e6101400151612949565b93505b61252e84826114fd565b935061253b8488886129b8565b915061254b88604001518561151c565b6125588860400151611541565b9250600160c91b87166125a35761258e8860400151896080015163ffffffff165f14612588578960e00151612ad7565b5f612ad7565b925061259e886040015184612860565b61262d565b608088015163ffffffff16158015906125cf57508760e0015160ff166125c98460f01c90565b60ff1614155b1561262d57818061260457506125e4876114b8565b801561260457506126026125f88460f01c90565b8960e00151611681565b155b915061261d8860e0015184612b0390919063ffffffff16565b925061262d886040015184612860565b509450945094915050565b5f600160ff83161161264c5750603f919050565b60011960ff8316016126605750600f919050565b60021960ff83160161267457506007919050565b505f919050565b5f60ff82161561267457601f6102db565b5f5f5f5f5f61269c8a8a8a612b1a565b905060018a8a601e8181106126b3576126b3613142565b9050013560f81c60f81b60f81c60ff1611156126d65750600193505f90506127d0565b5f6126e4896040015161106a565b90506126f289828a8a611fa1565b95505f86600b81111561270757612707613156565b1461271757505f91506127d09050565b5f6127686127288b8b5f015161248b565b848e8e605a90607a9261273d93929190613537565b61274691613619565b8f8f607a90609a9261275a93929190613537565b61276391613619565b612881565b5050905089604001516001600160a01b0316816001600160a01b0316146127b55760408a01516001600160a01b03163b156127a457600a6127a7565b600b5b96505f93506127d092505050565b6127c58a838b602001515f61249c565b919750955093505050505b95509550955095915050565b60605f6127e883612c1f565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f8080604184900361284d578435602086013560408701355f1a61283f89828585612881565b955095509550505050612857565b505f915060029050825b93509350939050565b5f6001600160a01b0383166b4d0c0ab25cc6f6116fdeecb760a11b17611539565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411156128ba57505f9150600390508261293f565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa15801561290b573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661293657505f92506001915082905061293f565b92505f91508190505b9450945094915050565b6001600160401b0387166bffffffff0000000000000000604088901b161763ffffffff60601b606087901b161763ffffffff60801b608085901b161763ffffffff60981b609884901b161761ffff60b01b60b086901b161760ff60c01b60c083901b1617979650505050505050565b5f6129c2836114b8565b6129cd57505f6108bc565b6129d6846114b8565b6129e2575060016108bc565b6129ec8460601c90565b196129f78460601c90565b1663ffffffff165f141580612a255750612a118460b01c90565b19612a1c8460b01c90565b1661ffff165f14155b80612a445750600160c81b831615158015612a445750600160c81b8416155b80612a665750612a548360c01c90565b60ff16612a618560c01c90565b60ff16105b80612a8c5750612a768360981c90565b62ffffff16612a858560981c90565b62ffffff16105b80610f095750612a9c8360801c90565b62ffffff16612aab8560801c90565b62ffffff16118015610f0957508163ffffffff16612ac98560801c90565b62ffffff1611949350505050565b6001600160a01b03821665ffffffffffff60a01b4360a01b161760ff60f01b60f083901b161792915050565b60f01b60ff60f01b1660ff60f01b19919091161790565b5f80612b296020828688613537565b612b3291613619565b606081811c60408087019190915263ffffffff9083901c811691860191909152602082811c909116608086015261ffff601083901c1660a086015260ff600883901c8116151560c087015282166101408601529091505f90612b9890603a908789613537565b612ba191613636565b60f881901c60e086015263ffffffff60d082901c811661010087015260b082901c166101208601526001600160401b03607082901c8116610180870152603082901c9081166101a087015260f09190911c93509050612c04605a603a8789613537565b612c0d91613619565b61016090940193909352509392505050565b5f60ff8216601f8111156102db57604051632cd44ac360e21b815260040160405180910390fd5b6001600160a01b0381168114612c5a575f5ffd5b50565b8035612c6881612c46565b919050565b5f60208284031215612c7d575f5ffd5b81356108bc81612c46565b5f6101a08284031215612c99575f5ffd5b50919050565b5f5f83601f840112612caf575f5ffd5b5081356001600160401b03811115612cc5575f5ffd5b602083019150836020828501011115612cdc575f5ffd5b9250929050565b5f60808284031215612c99575f5ffd5b5f5f5f5f5f5f6102608789031215612d09575f5ffd5b612d138888612c88565b95506101a08701356001600160401b03811115612d2e575f5ffd5b612d3a89828a01612c9f565b9096509450612d4f9050886101c08901612ce3565b92506102408701356001600160401b03811115612d6a575f5ffd5b612d7689828a01612c9f565b979a9699509497509295939492505050565b5f5f60208385031215612d99575f5ffd5b82356001600160401b03811115612dae575f5ffd5b8301601f81018513612dbe575f5ffd5b80356001600160401b03811115612dd3575f5ffd5b8560208260051b8401011115612de7575f5ffd5b6020919091019590945092505050565b60ff81168114612c5a575f5ffd5b8035612c6881612df7565b8015158114612c5a575f5ffd5b8035612c6881612e10565b63ffffffff81168114612c5a575f5ffd5b8035612c6881612e28565b5f5f5f5f5f60a08688031215612e58575f5ffd5b8535612e6381612c46565b94506020860135612e7381612df7565b93506040860135612e8381612df7565b92506060860135612e9381612e10565b91506080860135612ea381612e28565b809150509295509295909350565b5f5f60208385031215612ec2575f5ffd5b82356001600160401b03811115612ed7575f5ffd5b612ee385828601612c9f565b90969095509350505050565b5f60808284031215612eff575f5ffd5b6108bc8383612ce3565b5f6101a08284031215612f1a575f5ffd5b6108bc8383612c88565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b60ff60f81b8816815260e060208201525f612f7060e0830189612f24565b8281036040840152612f828189612f24565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015612fd7578351835260209384019390920191600101612fb9565b50909b9a5050505050505050505050565b5f60a08284031215612c99575f5ffd5b5f5f5f5f5f60e0868803121561300c575f5ffd5b6130168787612fe8565b945060a08601356001600160401b03811115613030575f5ffd5b61303c88828901612c9f565b90955093505060c08601356001600160401b0381111561305a575f5ffd5b61306688828901612c9f565b969995985093965092949392505050565b5f60a08284031215613087575f5ffd5b6108bc8383612fe8565b5f5f5f6101c084860312156130a4575f5ffd5b6130ae8585612c88565b92506101a08401356001600160401b038111156130c9575f5ffd5b6130d586828701612c9f565b9497909650939450505050565b6001600160401b0381168114612c5a575f5ffd5b8035612c68816130e2565b5f60208284031215613111575f5ffd5b81356108bc816130e2565b8051612c6881612c46565b5f60208284031215613137575f5ffd5b81516108bc81612c46565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b60208101600c831061318a57634e487b7160e01b5f52602160045260245ffd5b91905290565b634e487b7160e01b5f52601160045260245ffd5b5f600182016131b5576131b5613190565b5060010190565b634e487b7160e01b5f52604160045260245ffd5b8051612c6881612e28565b8051612c6881612e10565b8051612c68816130e2565b8051612c6881612df7565b5f60e082840312801561320d575f5ffd5b5060405160e081016001600160401b038111828210171561323c57634e487b7160e01b5f52604160045260245ffd5b6040526132488361311c565b81526132566020840161311c565b6020820152613267604084016131d0565b6040820152613278606084016131d0565b6060820152613289608084016131db565b608082015261329a60a084016131e6565b60a08201526132ab60c084016131f1565b60c08201529392505050565b803561ffff81168114612c68575f5ffd5b82815281356020808301919091526101c08201906132e7908401612c5d565b6001600160a01b03811660408401525061330360408401612e39565b63ffffffff811660608401525061331c60608401612e39565b63ffffffff8116608084015250613335608084016132b7565b61ffff811660a08401525061334c60a08401612e1d565b80151560c08401525061336160c08401612e05565b60ff811660e08401525061337760e08401612e39565b63ffffffff8116610100840152506133926101008401612e39565b63ffffffff8116610120840152506133ad6101208401612e05565b60ff811661014084015250610140830135610160838101919091526133d39084016130f6565b6001600160401b038116610180840152506133f161018084016130f6565b6001600160401b0381166101a0840152509392505050565b634e487b7160e01b5f52601260045260245ffd5b5f8261342b5761342b613409565b500490565b828152813560208083019190915260a082019083013561344f81612c46565b6001600160a01b0316604083810191909152830135606080840191909152830135613479816130e2565b6001600160401b0381166080840152509392505050565b5f602082840312156134a0575f5ffd5b81356108bc81612e28565b5f602082840312156134bb575f5ffd5b6108bc826132b7565b5f602082840312156134d4575f5ffd5b81356108bc81612e10565b5f602082840312156134ef575f5ffd5b81356108bc81612df7565b5f8261350857613508613409565b500690565b80820281158282048414176102db576102db613190565b808201808211156102db576102db613190565b5f5f85851115613545575f5ffd5b83861115613551575f5ffd5b5050820193919092039150565b602081525f6108bc6020830184612f24565b60ff81811683821601908111156102db576102db613190565b828152813560208083019190915260c08201908301356135a881612c46565b6001600160a01b03166040838101919091528301356135c681612c46565b6001600160a01b03166060838101919091528301356135e4816130e2565b6001600160401b0381166080840152506080830135613602816130e2565b6001600160401b03811660a0840152509392505050565b803560208310156102db575f19602084900360031b1b1692915050565b803565ffffffffffff19811690601a84101561079f5765ffffffffffff19601a9490940360031b84901b169092169291505056fea609dab6076ffdb3b0c2b53c776cfed732bcbd9fb1a6017301d3ea4f8ba7f874",
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
	Bin: "0x6080604052348015600e575f5ffd5b50613a908061001c5f395ff3fe608060405234801561000f575f5ffd5b5060043610610029575f3560e01c80632b85ba381461002d575b5f5ffd5b61004061003b366004610123565b61005c565b6040516001600160a01b03909116815260200160405180910390f35b604080513360208201529081018290525f90819060600160405160208183030381529060405280519060200120905080338460405161009a90610116565b6001600160a01b03909216825260208201526040018190604051809103905ff59050801580156100cc573d5f5f3e3d5ffd5b506040516001600160a01b0382168152909250839033907fdb1b961211d74f20a903006937aab491487ccdec84fb92eea5e8924fef8f7abb9060200160405180910390a350919050565b6139558061013b83390190565b5f60208284031215610133575f5ffd5b503591905056fe6101a0604052348015610010575f5ffd5b5060405161395538038061395583398101604081905261002f91610178565b60405180604001604052806006815260200165105cdcd95b9d60d21b815250604051806040016040528060018152602001603160f81b8152506100778261013260201b60201c565b6101205261008481610132565b61014052815160208084019190912060e052815190820120610100524660a05261011060e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c0526001600160a01b0391909116610160526101805261020a565b5f5f829050601f81511115610165578260405163305a27a960e01b815260040161015c91906101af565b60405180910390fd5b8051610170826101e4565b179392505050565b5f5f60408385031215610189575f5ffd5b82516001600160a01b038116811461019f575f5ffd5b6020939093015192949293505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b80516020808301519190811015610204575f198160200360031b1b821691505b50919050565b60805160a05160c05160e051610100516101205161014051610160516101805161368b6102ca5f395f818161010c015281816103200152818161035a015281816104fc015281816107b50152818161099f015281816109d901528181610fcb0152818161116d015281816111a70152611f7a01525f818161021801528181610524015281816107e70152610ff101525f61196301525f61193301525f611df101525f611dc901525f611d2401525f611d4e01525f611d78015261368b5ff3fe608060405234801561000f575f5ffd5b5060043610610106575f3560e01c806360a33c7b1161009e578063ddfd8a351161006e578063ddfd8a351461026a578063f4e20fee1461027d578063f7d040d314610290578063f9f049f4146102a3578063fb2bc3c7146102b6575f5ffd5b806360a33c7b146102035780637b103999146102165780637bb137a41461023c57806384b0196e1461024f575f5ffd5b806337224034116100d9578063372240341461019257806342ce32b3146101b557806358bb388a146101c85780635adbc9c7146101f0575f5ffd5b806302b728ab1461010a5780630786cc7b1461013f5780631a526e091461016a578063231b7d1f1461017f575b5f5ffd5b7f00000000000000000000000000000000000000000000000000000000000000005b6040519081526020015b60405180910390f35b61015261014d366004612c6d565b6102d1565b6040516001600160a01b039091168152602001610136565b61017d610178366004612cf3565b6102e1565b005b61012c61018d366004612d88565b6104ed565b6101a56101a0366004612e44565b6107a6565b6040519015158152602001610136565b61012c6101c3366004612eb1565b6108a8565b6101db6101d6366004612c6d565b6108c3565b60408051928352602083019190915201610136565b6101526101fe366004612c6d565b6108e0565b61012c610211366004612eef565b6108ea565b7f0000000000000000000000000000000000000000000000000000000000000000610152565b61012c61024a366004612f09565b6108fc565b61025761094e565b6040516101369796959493929190612f52565b61017d610278366004612ff8565b610990565b61012c61028b366004613077565b610e8e565b61017d61029e366004613091565b610e9b565b61012c6102b1366004612eb1565b610eb4565b6002546040516001600160401b039091168152602001610136565b5f6102db82610f11565b92915050565b5f6102ea610f48565b90505f610313600160c91b61030d61030860408c0160208d01612c6d565b61106a565b16151590565b15905080156104d65784357f00000000000000000000000000000000000000000000000000000000000000001461038b5760405163e5679ebd60e01b8152853560048201527f000000000000000000000000000000000000000000000000000000000000000060248201526044015b60405180910390fd5b61039b6080860160608701613101565b6001600160401b03164211156103fe576103bb6040860160208701612c6d565b6103cb6080870160608801613101565b604051630a735d2560e41b81526001600160a01b0390921660048301526001600160401b03166024820152604401610382565b5f610414835f015161040f88611090565b6110e1565b905061042660408a0160208b01612c6d565b6001600160a01b031661043f6040880160208901612c6d565b6001600160a01b031614158061049a57506104988360400151602001518287878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061110092505050565b155b156104d4576104af60408a0160208b01612c6d565b604051631489364160e01b81526001600160a01b039091166004820152602401610382565b505b6104e38888888585611169565b5050505050505050565b604051637ca411c760e11b81527f000000000000000000000000000000000000000000000000000000000000000060048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063f948238e90602401602060405180830381865afa158015610571573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906105959190613127565b6001600160a01b0316336001600160a01b0316146105c857604051636447dd3960e01b8152336004820152602401610382565b5f805b8381101561077b575f8585838181106105e6576105e6613142565b90506020020160208101906105fb9190612c6d565b90505f61060782610f11565b90505f6106138261106a565b90505f6001600160a01b0383161561063d57600160cb1b8216610636575f610640565b6008610640565b60015b90505f81600b81111561065557610655613156565b146106a557836001600160a01b0316857f2a75e190a9b74933fdcde902d737aaad8a09222b562bcec4e34d82ebba5cfec183604051610694919061316a565b60405180910390a350505050610773565b85806106b557506106b5826114b8565b95505f6106dc600160cb1b6bffffffffffffffffffffffff600f60c91b0185165b906114fd565b90506106e8848261151c565b836001600160a01b03165f51602061366b5f395f51905f528261070a87611541565b6040805192835260208301919091520160405180910390a2836001600160a01b0316856001600160a01b03167fbf81a9f595a699cf3304f00991d0febd933263ed019e7319ae9f1a8380e144db60405160405180910390a361076b886131a4565b975050505050505b6001016105cb565b50801561079f576002805467ffffffffffffffff1916436001600160401b03161790555b5092915050565b60405163342d2cb160e21b81527f000000000000000000000000000000000000000000000000000000000000000060048201525f9081906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063d0b4b2c49060240160e060405180830381865afa15801561082c573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061085091906131fc565b9050610877868686868560600151866040015161086c8e61106a565b959493929190611563565b801561089d575061089d8160c001516108986108928a611541565b60f01c90565b611681565b979650505050505050565b5f6108bc83836108b6610f48565b5f6116e1565b9392505050565b5f5f6108ce8361106a565b6108d784611541565b91509150915091565b5f6102db826118f8565b5f6102db6108f783611090565b61191a565b5f6102db7fcca0ce61abc03c77e6a22a6b3a8dc6dd746292808ef3564bbeb10ab70215c0d8836040516020016109339291906132c8565b6040516020818303038152906040528051906020012061191a565b5f6060805f5f5f606061095f61192c565b61096761195c565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b5f610999610f48565b905085357f000000000000000000000000000000000000000000000000000000000000000014610a055760405163e5679ebd60e01b8152863560048201527f00000000000000000000000000000000000000000000000000000000000000006024820152604401610382565b610a1560a0870160808801613101565b6001600160401b03164210610a7757610a346040870160208801612c6d565b610a4460a0880160808901613101565b604051630758bc1960e01b81526001600160a01b0390921660048301526001600160401b03166024820152604401610382565b5f610a886060880160408901612c6d565b6001600160a01b031603610acb57610aa66060870160408801612c6d565b604051630d8ba77560e01b81526001600160a01b039091166004820152602401610382565b6001600160401b03610ae36080880160608901613101565b6001600160401b031603610b0157610aa66040870160208801612c6d565b5f610b156103086040890160208a01612c6d565b9050600160c91b8116610b5757610b326040880160208901612c6d565b60405163c391345b60e01b81526001600160a01b039091166004820152602401610382565b600160ca1b811615610b9857610b736040880160208901612c6d565b604051632af2f17960e01b81526001600160a01b039091166004820152602401610382565b600160cb1b811615610bd857610bb46040880160208901612c6d565b60405162a64b0f60e51b81526001600160a01b039091166004820152602401610382565b806001600160401b0316610bf26080890160608a01613101565b6001600160401b031611610c5d57610c106040880160208901612c6d565b610c206080890160608a01613101565b825b60405163b2e1b9d160e01b81526001600160a01b0390931660048401526001600160401b039182166024840152166044820152606401610382565b610c706103086060890160408a01612c6d565b15610caa57610c856060880160408901612c6d565b60405163ac174d9360e01b81526001600160a01b039091166004820152602401610382565b5f610cc4610cbe60408a0160208b01612c6d565b84611987565b90505f610cd7845f015161040f8b611aa7565b90505f610cf5610ced60408c0160208d01612c6d565b838b8b611adb565b50905080610d3257610d0d60408b0160208c01612c6d565b604051639fa7673960e01b81526001600160a01b039091166004820152602401610382565b5f610d4e610d4660608d0160408e01612c6d565b848a8a611adb565b909250905081610d6857610d0d60608c0160408d01612c6d565b808015610d7b5750856040015160800151155b15610db557610d9060608c0160408d01612c6d565b60405163017abe5560e01b81526001600160a01b039091166004820152602401610382565b610ddd610dc860408d0160208e01612c6d565b610dd860608e0160408f01612c6d565b611b96565b610df88b868684610dee575f611bb7565b600160cc1b611bb7565b610e01856114b8565b15610e23576002805467ffffffffffffffff1916436001600160401b03161790555b610e3360608c0160408d01612c6d565b6001600160a01b0316610e4c60408d0160208e01612c6d565b6001600160a01b03167fc7a48a747adbd4a69516206522d3504f3b61b79220eb9b0b2f4ea0212fbc00d160405160405180910390a35050505050505050505050565b5f6102db6108f783611aa7565b610eaf838383610ea9610f48565b5f611169565b505050565b5f5f610ebe610f48565b90508060400151602001516001600160a01b0316336001600160a01b031614610efc576040516340afc23b60e01b8152336004820152602401610382565b610f0984848360016116e1565b949350505050565b5f5f610f1c836118f8565b90505b6001600160a01b03811615610f4157809250610f3a836118f8565b9050610f1f565b5090919050565b610f9a60408051606080820183525f8083526020808401829052845160e0810186528281529081018290528085018290529182018190526080820181905260a0820181905260c0820152909182015290565b610fa2611d18565b8152610fb1620151804261341d565b63ffffffff16602082015260405163342d2cb160e21b81527f000000000000000000000000000000000000000000000000000000000000000060048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d0b4b2c49060240160e060405180830381865afa15801561103e573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061106291906131fc565b604082015290565b5f806001600160a01b0383166b51e40a228396519eaab0c39f60a01b175b549392505050565b5f7fc5b027518d862091db8347c40dd562dfd97f3f8fd72564c13ea7952b0a6f1dbd826040516020016110c4929190613430565b604051602081830303815290604052805190602001209050919050565b60405161190160f01b8152600281019290925260228201526042902090565b5f836001600160a01b03163b5f0361115e575f5f61111e8585611e41565b5090925090505f81600381111561113757611137613156565b1480156111555750856001600160a01b0316826001600160a01b0316145b925050506108bc565b610f09848484611e8a565b84357f0000000000000000000000000000000000000000000000000000000000000000146111d35760405163e5679ebd60e01b8152853560048201527f00000000000000000000000000000000000000000000000000000000000000006024820152604401610382565b5f6111dc611eef565b90506111ee6040870160208801612c6d565b6001600160a01b03166040808301919091526112109060608801908801613490565b63ffffffff1660608083019190915261122f9060808801908801613490565b63ffffffff1660808083019190915261124e9060a088019088016134ab565b61ffff1660a08083019190915261126b9060c088019088016134c4565b151560c0808301919091526112869060e088019088016134df565b60ff1660e0808301919091526112a3906101008801908801613490565b63ffffffff16610100808301919091526112c4906101208801908801613490565b63ffffffff16610120808301919091526112e59061014088019088016134df565b60ff166101408083019190915286013561016080830191909152611310906101808801908801613101565b6001600160401b031661018080830191909152611334906101a08801908801613101565b6001600160401b03166101a082015260408101515f906113539061106a565b90505f61136283838787611fa1565b90505f81600b81111561137757611377613156565b14611388576113888184848861220b565b5f5f6113a6856040015161139f878a5f015161248b565b8b8b611adb565b91509150816113d9576040808601519051639fa7673960e01b81526001600160a01b039091166004820152602401610382565b8080156113ec5750866040015160800151155b80156114015750608085015163ffffffff1615155b1561143057604080860151905163017abe5560e01b81526001600160a01b039091166004820152602401610382565b5f5f5f61144388888c602001518761249c565b925092509250801561146c576002805467ffffffffffffffff1916436001600160401b03161790555b87604001516001600160a01b03165f51602061366b5f395f51905f5284846040516114a1929190918252602082015260400190565b60405180910390a250505050505050505050505050565b5f600760c91b8216600160c91b1480156114e057506114d78260601c90565b63ffffffff1615155b80156102db57506114f18260b01c90565b61ffff16151592915050565b4360d01b6001600160d01b0319166001600160d01b0392909216171790565b5f6001600160a01b0383166b51e40a228396519eaab0c39f60a01b175b919091555050565b5f806001600160a01b0383166b4d0c0ab25cc6f6116fdeecb760a11b17611088565b5f61156d886114b8565b801561158e57508263ffffffff166115858960401c90565b63ffffffff1610155b80156115af57508163ffffffff166115a68960401c90565b63ffffffff1611155b80156115be575060208760ff16105b80156115e857508660ff166115d38960601c90565b63ffffffff16901c60011663ffffffff166001145b80156115f7575060108660ff16105b801561161d57508560ff1661160c8960b01c90565b61ffff16901c60011661ffff166001145b801561163d57508363ffffffff166116358960801c90565b62ffffff1611155b801561165c575061164e8860981c90565b62ffffff168463ffffffff16105b801561167557508415806116755750600160c81b881615155b98975050505050505050565b5f600360ff84161115801561169a5750600360ff831611155b80156116bb57506116aa82612638565b196116b484612638565b1660ff165f145b80156108bc57506116cb8361267b565b196116d58361267b565b1660ff16159392505050565b5f8315806116f857506116f5609a856134fa565b15155b156117195760405163027dd72f60e01b815260048101859052602401610382565b5f6054611727609a8761341d565b611731919061350d565b6001600160401b03811115611748576117486131bc565b6040519080825280601f01601f191660200182016040528015611772576020820181803683370190505b5090505f61177e611eef565b90505f805b87811015611885575f8080806117b58d868e6117a0609a83613524565b926117ad93929190613537565b898e8e61268c565b929650909450925090505f84600b8111156117d2576117d2613156565b0361181c5761180c888a6117e5816131a4565b60408b015160601b6020605493840294909401938401526034830187905291018490529950565b85806118155750805b955061186d565b60408701516001600160a01b0316611835609a8761341d565b7f2a75e190a9b74933fdcde902d737aaad8a09222b562bcec4e34d82ebba5cfec186604051611864919061316a565b60405180910390a35b50505050609a8161187e9190613524565b9050611783565b5080156118a9576002805467ffffffffffffffff1916436001600160401b03161790555b60548402835283156118ed577f48ddac38464b6e06da06c2dd314633275cf48640433f28bff9c98a31665ca26a836040516118e4919061355e565b60405180910390a15b505050949350505050565b5f806001600160a01b0383166b383c2e8978deb1787b24a55160a01b17611088565b5f6102db611926611d18565b836110e1565b60606119577f00000000000000000000000000000000000000000000000000000000000000006127dc565b905090565b60606119577f00000000000000000000000000000000000000000000000000000000000000006127dc565b5f5f61199284611541565b9050826020015163ffffffff166119a98260d81c90565b62ffffff16036119e957602083015160405163a37c459b60e01b81526001600160a01b038616600482015263ffffffff9091166024820152604401610382565b5f6119f48260d01c90565b905062015180846040015160a001516001600160401b0316611a16919061341d565b611a208360d81c90565b62ffffff161015611a2e57505f5b600860ff821610611a64576040516362f60d1760e01b81526001600160a01b038616600482015260086024820152604401610382565b611a9e611a72826001613570565b602086015160d81b62ffffff60d81b1660d09190911b60ff60d01b1663ffffffff60d01b198516171790565b95945050505050565b5f7fefd51168b8baa07c761b37f01311fcd1802cf9957a639accaa17dc65b96b20d4826040516020016110c4929190613589565b5f5f5f611ae9868686612819565b50509050866001600160a01b0316816001600160a01b0316148015611b1657506001600160a01b03871615155b15611b285760015f9250925050611b8d565b866001600160a01b03163b5f03611b45575f5f9250925050611b8d565b611b85878787878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250611e8a92505050565b600192509250505b94509492505050565b5f6001600160a01b0383166b383c2e8978deb1787b24a55160a01b17611539565b82611bc86080860160608701613101565b6001600160401b031679100000000000000000000000000000000000ffffffffffffffff1991909116175f611bfd82846114fd565b90505f611c22600160ca1b6bffffffffffffffffffffffff600f60c91b0188166106d6565b9050611c3d611c376040890160208a01612c6d565b8261151c565b611c56611c506060890160408a01612c6d565b8361151c565b611c6f611c696060890160408a01612c6d565b86612860565b611c7f6040880160208901612c6d565b6001600160a01b03165f51602061366b5f395f51905f5282611caf611caa60408c0160208d01612c6d565b611541565b6040805192835260208301919091520160405180910390a2611cd76060880160408901612c6d565b6001600160a01b03165f51602061366b5f395f51905f528387604051611d07929190918252602082015260400190565b60405180910390a250505050505050565b5f306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148015611d7057507f000000000000000000000000000000000000000000000000000000000000000046145b15611d9a57507f000000000000000000000000000000000000000000000000000000000000000090565b611957604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f5f5f8351604103611e78576020840151604085015160608601515f1a611e6a88828585612881565b955095509550505050611e83565b505081515f91506002905b9250925092565b805160408051630b135d3f60e11b8082526004820186905260248201929092525f92906020820185604483015e5f82606483010152601f820160051c60051b915060205f60648401838a5afa9050825f5114601f3d1116811693505050509392505050565b604080516101c0810182525f918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a08101919091527fcca0ce61abc03c77e6a22a6b3a8dc6dd746292808ef3564bbeb10ab70215c0d881527f0000000000000000000000000000000000000000000000000000000000000000602082015290565b5f5f856080015163ffffffff165f148015611fc2575060a086015161ffff16155b60408701519091506001600160a01b0316611fe1576001915050610f09565b806120eb57608086015163ffffffff161580612003575060a086015161ffff16155b15612012576001915050610f09565b62ffffff801686610120015163ffffffff161180612046575085610120015163ffffffff1686610100015163ffffffff1610155b15612055576001915050610f09565b6001600160401b0380168661018001516001600160401b03160361207d576001915050610f09565b6101608601515f03612093576001915050610f09565b608086015163fffffc00161515806120b2575060a086015161ff001615155b806120c85750600660ff1686610140015160ff16115b806120dc575060e0860151600360ff909116115b156120eb576002915050610f09565b856101a001516001600160401b0316421061210a576003915050610f09565b600160ca1b851615612120576007915050610f09565b600160cb1b851615612136576008915050610f09565b821580156121485750600160c91b8516155b15612157576006915050610f09565b846001600160401b03168661018001516001600160401b03161161217f576009915050610f09565b801561218e575f915050610f09565b836020015163ffffffff1686610120015163ffffffff16116121b4576004915050610f09565b83604001516060015163ffffffff16866060015163ffffffff1610806121f1575083604001516040015163ffffffff16866060015163ffffffff16115b15612200576005915050610f09565b505f95945050505050565b600284600b81111561221f5761221f613156565b0361224e5760408084015190516308cd49f960e01b81526001600160a01b039091166004820152602401610382565b600384600b81111561226257612262613156565b036122a7576040808401516101a08501519151630758bc1960e01b81526001600160a01b0390911660048201526001600160401b039091166024820152604401610382565b600784600b8111156122bb576122bb613156565b036122ea576040808401519051632af2f17960e01b81526001600160a01b039091166004820152602401610382565b600884600b8111156122fe576122fe613156565b0361232c57604080840151905162a64b0f60e51b81526001600160a01b039091166004820152602401610382565b600684600b81111561234057612340613156565b0361236f57604080840151905163c391345b60e01b81526001600160a01b039091166004820152602401610382565b600984600b81111561238357612383613156565b0361239957604083015161018084015183610c22565b600484600b8111156123ad576123ad613156565b036123ef576040808401516101208501519151635d2082c160e11b81526001600160a01b03909116600482015263ffffffff9091166024820152604401610382565b600584600b81111561240357612403613156565b03612461576040808401516060808601518484015191820151918401519351634cb35e7f60e11b81526001600160a01b03909316600484015263ffffffff908116602484015290811660448301529091166064820152608401610382565b6040808401519051630d8ba77560e01b81526001600160a01b039091166004820152602401610382565b6101c082205f90610f0983826110e1565b5f8080600160c91b84156124b157600160cc1b175b876080015163ffffffff165f036124e1576124da88610180015189606001515f5f5f5f5f612949565b9350612524565b8760c00151156124f257600160c81b175b61252188610180015189606001518a608001518b60a001518c61010001518d61012001518e6101400151612949565b93505b61252e84826114fd565b935061253b8488886129b8565b915061254b88604001518561151c565b6125588860400151611541565b9250600160c91b87166125a35761258e8860400151896080015163ffffffff165f14612588578960e00151612ad7565b5f612ad7565b925061259e886040015184612860565b61262d565b608088015163ffffffff16158015906125cf57508760e0015160ff166125c98460f01c90565b60ff1614155b1561262d57818061260457506125e4876114b8565b801561260457506126026125f88460f01c90565b8960e00151611681565b155b915061261d8860e0015184612b0390919063ffffffff16565b925061262d886040015184612860565b509450945094915050565b5f600160ff83161161264c5750603f919050565b60011960ff8316016126605750600f919050565b60021960ff83160161267457506007919050565b505f919050565b5f60ff82161561267457601f6102db565b5f5f5f5f5f61269c8a8a8a612b1a565b905060018a8a601e8181106126b3576126b3613142565b9050013560f81c60f81b60f81c60ff1611156126d65750600193505f90506127d0565b5f6126e4896040015161106a565b90506126f289828a8a611fa1565b95505f86600b81111561270757612707613156565b1461271757505f91506127d09050565b5f6127686127288b8b5f015161248b565b848e8e605a90607a9261273d93929190613537565b61274691613619565b8f8f607a90609a9261275a93929190613537565b61276391613619565b612881565b5050905089604001516001600160a01b0316816001600160a01b0316146127b55760408a01516001600160a01b03163b156127a457600a6127a7565b600b5b96505f93506127d092505050565b6127c58a838b602001515f61249c565b919750955093505050505b95509550955095915050565b60605f6127e883612c1f565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f8080604184900361284d578435602086013560408701355f1a61283f89828585612881565b955095509550505050612857565b505f915060029050825b93509350939050565b5f6001600160a01b0383166b4d0c0ab25cc6f6116fdeecb760a11b17611539565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411156128ba57505f9150600390508261293f565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa15801561290b573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661293657505f92506001915082905061293f565b92505f91508190505b9450945094915050565b6001600160401b0387166bffffffff0000000000000000604088901b161763ffffffff60601b606087901b161763ffffffff60801b608085901b161763ffffffff60981b609884901b161761ffff60b01b60b086901b161760ff60c01b60c083901b1617979650505050505050565b5f6129c2836114b8565b6129cd57505f6108bc565b6129d6846114b8565b6129e2575060016108bc565b6129ec8460601c90565b196129f78460601c90565b1663ffffffff165f141580612a255750612a118460b01c90565b19612a1c8460b01c90565b1661ffff165f14155b80612a445750600160c81b831615158015612a445750600160c81b8416155b80612a665750612a548360c01c90565b60ff16612a618560c01c90565b60ff16105b80612a8c5750612a768360981c90565b62ffffff16612a858560981c90565b62ffffff16105b80610f095750612a9c8360801c90565b62ffffff16612aab8560801c90565b62ffffff16118015610f0957508163ffffffff16612ac98560801c90565b62ffffff1611949350505050565b6001600160a01b03821665ffffffffffff60a01b4360a01b161760ff60f01b60f083901b161792915050565b60f01b60ff60f01b1660ff60f01b19919091161790565b5f80612b296020828688613537565b612b3291613619565b606081811c60408087019190915263ffffffff9083901c811691860191909152602082811c909116608086015261ffff601083901c1660a086015260ff600883901c8116151560c087015282166101408601529091505f90612b9890603a908789613537565b612ba191613636565b60f881901c60e086015263ffffffff60d082901c811661010087015260b082901c166101208601526001600160401b03607082901c8116610180870152603082901c9081166101a087015260f09190911c93509050612c04605a603a8789613537565b612c0d91613619565b61016090940193909352509392505050565b5f60ff8216601f8111156102db57604051632cd44ac360e21b815260040160405180910390fd5b6001600160a01b0381168114612c5a575f5ffd5b50565b8035612c6881612c46565b919050565b5f60208284031215612c7d575f5ffd5b81356108bc81612c46565b5f6101a08284031215612c99575f5ffd5b50919050565b5f5f83601f840112612caf575f5ffd5b5081356001600160401b03811115612cc5575f5ffd5b602083019150836020828501011115612cdc575f5ffd5b9250929050565b5f60808284031215612c99575f5ffd5b5f5f5f5f5f5f6102608789031215612d09575f5ffd5b612d138888612c88565b95506101a08701356001600160401b03811115612d2e575f5ffd5b612d3a89828a01612c9f565b9096509450612d4f9050886101c08901612ce3565b92506102408701356001600160401b03811115612d6a575f5ffd5b612d7689828a01612c9f565b979a9699509497509295939492505050565b5f5f60208385031215612d99575f5ffd5b82356001600160401b03811115612dae575f5ffd5b8301601f81018513612dbe575f5ffd5b80356001600160401b03811115612dd3575f5ffd5b8560208260051b8401011115612de7575f5ffd5b6020919091019590945092505050565b60ff81168114612c5a575f5ffd5b8035612c6881612df7565b8015158114612c5a575f5ffd5b8035612c6881612e10565b63ffffffff81168114612c5a575f5ffd5b8035612c6881612e28565b5f5f5f5f5f60a08688031215612e58575f5ffd5b8535612e6381612c46565b94506020860135612e7381612df7565b93506040860135612e8381612df7565b92506060860135612e9381612e10565b91506080860135612ea381612e28565b809150509295509295909350565b5f5f60208385031215612ec2575f5ffd5b82356001600160401b03811115612ed7575f5ffd5b612ee385828601612c9f565b90969095509350505050565b5f60808284031215612eff575f5ffd5b6108bc8383612ce3565b5f6101a08284031215612f1a575f5ffd5b6108bc8383612c88565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b60ff60f81b8816815260e060208201525f612f7060e0830189612f24565b8281036040840152612f828189612f24565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015612fd7578351835260209384019390920191600101612fb9565b50909b9a5050505050505050505050565b5f60a08284031215612c99575f5ffd5b5f5f5f5f5f60e0868803121561300c575f5ffd5b6130168787612fe8565b945060a08601356001600160401b03811115613030575f5ffd5b61303c88828901612c9f565b90955093505060c08601356001600160401b0381111561305a575f5ffd5b61306688828901612c9f565b969995985093965092949392505050565b5f60a08284031215613087575f5ffd5b6108bc8383612fe8565b5f5f5f6101c084860312156130a4575f5ffd5b6130ae8585612c88565b92506101a08401356001600160401b038111156130c9575f5ffd5b6130d586828701612c9f565b9497909650939450505050565b6001600160401b0381168114612c5a575f5ffd5b8035612c68816130e2565b5f60208284031215613111575f5ffd5b81356108bc816130e2565b8051612c6881612c46565b5f60208284031215613137575f5ffd5b81516108bc81612c46565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b60208101600c831061318a57634e487b7160e01b5f52602160045260245ffd5b91905290565b634e487b7160e01b5f52601160045260245ffd5b5f600182016131b5576131b5613190565b5060010190565b634e487b7160e01b5f52604160045260245ffd5b8051612c6881612e28565b8051612c6881612e10565b8051612c68816130e2565b8051612c6881612df7565b5f60e082840312801561320d575f5ffd5b5060405160e081016001600160401b038111828210171561323c57634e487b7160e01b5f52604160045260245ffd5b6040526132488361311c565b81526132566020840161311c565b6020820152613267604084016131d0565b6040820152613278606084016131d0565b6060820152613289608084016131db565b608082015261329a60a084016131e6565b60a08201526132ab60c084016131f1565b60c08201529392505050565b803561ffff81168114612c68575f5ffd5b82815281356020808301919091526101c08201906132e7908401612c5d565b6001600160a01b03811660408401525061330360408401612e39565b63ffffffff811660608401525061331c60608401612e39565b63ffffffff8116608084015250613335608084016132b7565b61ffff811660a08401525061334c60a08401612e1d565b80151560c08401525061336160c08401612e05565b60ff811660e08401525061337760e08401612e39565b63ffffffff8116610100840152506133926101008401612e39565b63ffffffff8116610120840152506133ad6101208401612e05565b60ff811661014084015250610140830135610160838101919091526133d39084016130f6565b6001600160401b038116610180840152506133f161018084016130f6565b6001600160401b0381166101a0840152509392505050565b634e487b7160e01b5f52601260045260245ffd5b5f8261342b5761342b613409565b500490565b828152813560208083019190915260a082019083013561344f81612c46565b6001600160a01b0316604083810191909152830135606080840191909152830135613479816130e2565b6001600160401b0381166080840152509392505050565b5f602082840312156134a0575f5ffd5b81356108bc81612e28565b5f602082840312156134bb575f5ffd5b6108bc826132b7565b5f602082840312156134d4575f5ffd5b81356108bc81612e10565b5f602082840312156134ef575f5ffd5b81356108bc81612df7565b5f8261350857613508613409565b500690565b80820281158282048414176102db576102db613190565b808201808211156102db576102db613190565b5f5f85851115613545575f5ffd5b83861115613551575f5ffd5b5050820193919092039150565b602081525f6108bc6020830184612f24565b60ff81811683821601908111156102db576102db613190565b828152813560208083019190915260c08201908301356135a881612c46565b6001600160a01b03166040838101919091528301356135c681612c46565b6001600160a01b03166060838101919091528301356135e4816130e2565b6001600160401b0381166080840152506080830135613602816130e2565b6001600160401b03811660a0840152509392505050565b803560208310156102db575f19602084900360031b1b1692915050565b803565ffffffffffff19811690601a84101561079f5765ffffffffffff19601a9490940360031b84901b169092169291505056fea609dab6076ffdb3b0c2b53c776cfed732bcbd9fb1a6017301d3ea4f8ba7f874",
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
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"ledgers_\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"policyDelay_\",\"type\":\"uint64\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"DatasetCustodyNotOffered\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetExists\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"DatasetFamilyInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"gate\",\"type\":\"address\"}],\"name\":\"DatasetGateExceeds\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetIsStopped\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"DatasetNameInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"DatasetNotCustodian\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"}],\"name\":\"DatasetNotInvited\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetNotStopped\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"enumIDatasetRegistry.VersionField\",\"name\":\"field\",\"type\":\"uint8\"}],\"name\":\"DatasetVersionInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"DatasetVersionNotPromised\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"newest\",\"type\":\"uint32\"}],\"name\":\"DatasetVersionOld\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"DatasetVersionRetired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"DatasetVersionUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"enumIDatasetRegistry.PolicyField\",\"name\":\"field\",\"type\":\"uint8\"}],\"name\":\"PolicyInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"current\",\"type\":\"uint32\"}],\"name\":\"PolicyNotInEffect\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"PolicyUnknown\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"}],\"name\":\"CustodyAccepted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"CustodyOffered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"registrant\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"ledger\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"domain\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"open\",\"type\":\"bool\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"}],\"name\":\"DatasetRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetResumed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetStopped\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"}],\"name\":\"FamilyInvitationWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"}],\"name\":\"FamilyInvited\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"policyHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"enumIDatasetRegistry.Change\",\"name\":\"change\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"effectiveFrom\",\"type\":\"uint64\"},{\"components\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"text\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"address[]\",\"name\":\"spenders\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"restrictions\",\"type\":\"bytes32[]\"}],\"internalType\":\"structIDatasetRegistry.Promise\",\"name\":\"promised\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"archivesNeeded\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"pins\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"gates\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"archives\",\"type\":\"address[]\"}],\"internalType\":\"structIDatasetRegistry.Means\",\"name\":\"means\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Service\",\"name\":\"service\",\"type\":\"tuple\"}],\"indexed\":false,\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"policy\",\"type\":\"tuple\"}],\"name\":\"PolicySet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"PolicyWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"versionHash\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"contentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"mock\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"rosterRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"asOf\",\"type\":\"uint64\"},{\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"}],\"indexed\":false,\"internalType\":\"structIDatasetRegistry.Version\",\"name\":\"content\",\"type\":\"tuple\"}],\"name\":\"VersionAdded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"VersionRetired\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"acceptCustody\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"effectiveFrom\",\"type\":\"uint64\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"}],\"name\":\"acceptsProgram\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"}],\"name\":\"acceptsWorker\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"contentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"mock\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"rosterRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"asOf\",\"type\":\"uint64\"},{\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"}],\"internalType\":\"structIDatasetRegistry.Version\",\"name\":\"content\",\"type\":\"tuple\"}],\"name\":\"addVersion\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"}],\"name\":\"archivesOf\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"archives\",\"type\":\"address[]\"},{\"internalType\":\"uint8\",\"name\":\"needed\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"brokerOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"consentTerms\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minGrantVersion\",\"type\":\"uint32\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"uint64\",\"name\":\"acknowledgedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.ConsentTerms\",\"name\":\"terms\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"currentTerms\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Terms\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"custodianOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"registrant\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"}],\"name\":\"datasetId\",\"outputs\":[{\"internalType\":\"DatasetId\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"datasetOf\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"registrant\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"ledger\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"domain\",\"type\":\"bytes32\"},{\"internalType\":\"bool\",\"name\":\"open\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"stopped\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"acknowledgedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minGrantVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"pendingVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"pendingFrom\",\"type\":\"uint64\"},{\"internalType\":\"bool\",\"name\":\"pendingVoids\",\"type\":\"bool\"},{\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"}],\"internalType\":\"structIDatasetRegistry.Dataset\",\"name\":\"d\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"}],\"name\":\"familyDomain\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"}],\"name\":\"gatesOf\",\"outputs\":[{\"internalType\":\"bytes32[]\",\"name\":\"\",\"type\":\"bytes32[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"contentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"mock\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"rosterRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"asOf\",\"type\":\"uint64\"},{\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"}],\"internalType\":\"structIDatasetRegistry.Version\",\"name\":\"content\",\"type\":\"tuple\"}],\"name\":\"hashVersion\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"}],\"name\":\"inUse\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"}],\"name\":\"invite\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"}],\"name\":\"isInvited\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"isRetired\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"isSpender\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"ledgerOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"offerCustody\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"partHashesOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"promiseHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"meansHash\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"pendingFrom\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"policyChecker\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"policyDelay\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"policyHashOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"policyOf\",\"outputs\":[{\"components\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"text\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"address[]\",\"name\":\"spenders\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"restrictions\",\"type\":\"bytes32[]\"}],\"internalType\":\"structIDatasetRegistry.Promise\",\"name\":\"promised\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"archivesNeeded\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"pins\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"gates\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"archives\",\"type\":\"address[]\"}],\"internalType\":\"structIDatasetRegistry.Means\",\"name\":\"means\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Service\",\"name\":\"service\",\"type\":\"tuple\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"founder\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"open\",\"type\":\"bool\"}],\"internalType\":\"structIDatasetRegistry.Registration\",\"name\":\"registration\",\"type\":\"tuple\"},{\"components\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"text\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"address[]\",\"name\":\"spenders\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"restrictions\",\"type\":\"bytes32[]\"}],\"internalType\":\"structIDatasetRegistry.Promise\",\"name\":\"promised\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"archivesNeeded\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"pins\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"gates\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"archives\",\"type\":\"address[]\"}],\"internalType\":\"structIDatasetRegistry.Means\",\"name\":\"means\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Service\",\"name\":\"service\",\"type\":\"tuple\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"policy_\",\"type\":\"tuple\"}],\"name\":\"register\",\"outputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"ledger\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"}],\"name\":\"requireInUse\",\"outputs\":[],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"resume\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"retireVersion\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"components\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"text\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"address[]\",\"name\":\"spenders\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"restrictions\",\"type\":\"bytes32[]\"}],\"internalType\":\"structIDatasetRegistry.Promise\",\"name\":\"promised\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"archivesNeeded\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"pins\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"gates\",\"type\":\"bytes32[]\"},{\"internalType\":\"address[]\",\"name\":\"archives\",\"type\":\"address[]\"}],\"internalType\":\"structIDatasetRegistry.Means\",\"name\":\"means\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Service\",\"name\":\"service\",\"type\":\"tuple\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"policy_\",\"type\":\"tuple\"}],\"name\":\"setPolicy\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"effectiveFrom\",\"type\":\"uint64\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"stop\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"termsOf\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"controller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"kinds\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"conditions\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowOldVersions\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCell\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deltaLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"enumIDatasetRegistry.Review\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"openTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Terms\",\"name\":\"terms\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"versionHashOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"versionOf\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"contentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"mock\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"rosterRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"asOf\",\"type\":\"uint64\"},{\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"}],\"internalType\":\"structIDatasetRegistry.Version\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"family\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"}],\"name\":\"withdrawInvitation\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "fc1a2a435f258eca31459375ca10aeed91",
	Bin: "0x60e060405234801561000f575f5ffd5b50604051616faa380380616faa83398101604081905261002e9161008c565b6001600160a01b0382166080526040516100479061007f565b604051809103905ff080158015610060573d5f5f3e3d5ffd5b506001600160a01b031660a0526001600160401b031660c052506100da565b611b9c8061540e83390190565b5f5f6040838503121561009d575f5ffd5b82516001600160a01b03811681146100b3575f5ffd5b60208401519092506001600160401b03811681146100cf575f5ffd5b809150509250929050565b60805160a05160c0516152f56101195f395f8181610304015261297201525f81816104ae015281816128800152612fb901525f61151d01526152f55ff3fe608060405234801561000f575f5ffd5b506004361061021e575f3560e01c8063b65dae281161012a578063e5e56ba0116100b4578063f948238e11610079578063f948238e14610624578063fa7a296214610637578063fb3529721461064a578063fb3af90c1461065d578063fc08a8ab14610670575f5ffd5b8063e5e56ba0146105c5578063e6fb4293146105d8578063ee8114d0146105eb578063f2190828146105fe578063f70df99314610611575f5ffd5b8063d0b4b2c4116100fa578063d0b4b2c41461053e578063d37e791e1461055e578063d60e83cb1461057e578063d83c69501461059f578063e1b5224b146105b2575f5ffd5b8063b65dae281461048c578063ba0fc53d146104ac578063c68538ec146104e6578063ceba23a61461050e575f5ffd5b8063712c6f65116101ab57806394e106d91161017b57806394e106d9146103c5578063a68245b0146103ed578063a684780414610400578063a86ae6dd14610420578063a97e48f714610455575f5ffd5b8063712c6f651461033b57806377bc57791461034e5780638e92a3a51461036157806393fa9aed14610393575f5ffd5b80632d443eaa116101f15780632d443eaa146102ae5780635be13c4f146102c15780635e5ae4f0146102e25780635fcfcadd1461030257806363c4f03114610328575f5ffd5b80630651cc6814610222578063208070251461024b578063243130521461026057806327f3bff71461028b575b5f5ffd5b6102356102303660046137e0565b610683565b604051610242919061383e565b60405180910390f35b61025e610259366004613a3c565b610837565b005b61027361026e366004613a75565b610a1e565b6040516001600160401b039091168152602001610242565b61029e610299366004613ae8565b610a78565b6040519015158152602001610242565b61029e6102bc366004613b4b565b610aba565b6102d46102cf366004613b7e565b610afd565b604051908152602001610242565b6102f56102f03660046137e0565b610b6f565b6040516102429190613f3b565b7f0000000000000000000000000000000000000000000000000000000000000000610273565b61025e610336366004613a75565b610b8a565b610235610349366004613a75565b610c59565b6102d461035c366004613b7e565b610c87565b6102d461036f3660046137e0565b5f91825260016020908152604080842063ffffffff93909316845291905290205490565b6102d46103a13660046137e0565b5f91825260026020908152604080842063ffffffff93909316845291905290205490565b6103d86103d33660046137e0565b610cd3565b60408051928352602083019190915201610242565b61025e6103fb366004613f4d565b610cf6565b61041361040e366004613a75565b610d54565b6040516102429190613fcd565b61029e61042e3660046137e0565b5f91825260036020908152604080842063ffffffff93909316845291905290205460ff1690565b610468610463366004613a75565b611077565b6040805163ffffffff90931683526001600160401b03909116602083015201610242565b61049f61049a3660046137e0565b611150565b6040516102429190614150565b7f00000000000000000000000000000000000000000000000000000000000000005b6040516001600160a01b039091168152602001610242565b6104f96104f4366004614178565b6111b4565b60405163ffffffff9091168152602001610242565b61052161051c3660046141bb565b611398565b604080519283526001600160a01b03909116602083015201610242565b61055161054c366004613a75565b611668565b604051610242919061420c565b61057161056c3660046137e0565b611749565b604051610242919061428c565b61059161058c3660046137e0565b6118e3565b6040516102429291906142ec565b61029e6105ad366004614345565b61196f565b6104686105c0366004614178565b6119a8565b61025e6105d336600461437d565b611a52565b6102d46105e63660046143ab565b611af6565b61025e6105f93660046137e0565b611b00565b61029e61060c36600461437d565b611c3c565b6104ce61061f366004613a75565b611cbc565b6104ce610632366004613a75565b611ce8565b61025e610645366004613a75565b611cf6565b61029e610658366004613a3c565b611db9565b6104ce61066b366004613a75565b611eb0565b61025e61067e366004613f4d565b611ecd565b61068b6135db565b5f6106968484611f50565b80546001600160a01b038116845263ffffffff600160a01b82048116602086015261ffff600160c01b80840491909116604087015260ff600160d01b840481166060880152600160d81b8404811615156080880152600160e01b84048116151560a0880152600160e81b84048116151560c0880152600160f01b9093048316151560e0870152600484015480831661010088015264010000000081049092166101208701526001600160401b03600160401b83048116610140880152600160801b8304811661016088015291041661018085015260058201549192506101a084019116600281111561078a5761078a61380a565b9081600281111561079d5761079d61380a565b9052506005015460ff610100820481166101c084015263ffffffff6201000090920482166101e08401525f948552600460209081526040808720958416875294905292909320600301546001600160801b038116610200830152600160801b81048416610220830152600160a01b81048416610240830152600160c01b8104909316610260820152600160e01b9092041661028082015290565b5f61084184611f75565b8054909150600160c81b900460ff16156108765760405163102b69bb60e21b8152600481018590526024015b60405180910390fd5b63ffffffff8316158061089a5750805463ffffffff600160a01b9091048116908416115b156108c7576040516308b8134960e41b81526004810185905263ffffffff8416602482015260440161086d565b5f84815260036020908152604080832063ffffffff8716845290915290205460ff161561091657604051630c801b9d60e31b81526004810185905263ffffffff8416602482015260440161086d565b5f61092082611fb5565b5090508063ffffffff168363ffffffff16146109665760405163179fbe7560e21b81526004810186905263ffffffff80851660248301528216604482015260640161086d565b61097285838684612049565b6109b1578154604051637831dac160e01b81526004810187905263ffffffff8087166024830152600160a01b909204909116604482015260640161086d565b5f85815260046020908152604080832063ffffffff80861685529083528184206002015489855260088452828520918916855292529091205414610a17576040516374dd9e6f60e01b81526004810186905263ffffffff8516602482015260440161086d565b5050505050565b5f5f610a2983611f75565b90505f610a3582611fb5565b50600283015490915063ffffffff808316600160401b9092041614610a6e576002820154600160601b90046001600160401b0316610a70565b5f5b949350505050565b5f60095f610a87878787610afd565b815260208082019290925260409081015f9081206001600160a01b038616825290925290205460ff169050949350505050565b5f6001610ac78585611f50565b6005015460ff166002811115610adf57610adf61380a565b141580610a705750610a70610af48585612084565b600501836120e9565b5f6040518060400160405280601881526020017f617373656e742e646174617365742e66616d696c792e76310000000000000000815250610b3f858585610c87565b604051602001610b509291906143dc565b6040516020818303038152906040528051906020012090509392505050565b610b7761367f565b610b818383612172565b90505b92915050565b80610b9d81610b9883611f75565b61269e565b6001600160a01b0316336001600160a01b031614610bd757604051633387dc2160e11b81526004810182905233602482015260440161086d565b5f82815260208190526040902054600160c81b900460ff1615610c105760405163102b69bb60e21b81526004810183905260240161086d565b5f82815260208190526040808220805460ff60c81b1916600160c81b1790555183917f03361fa9a39c7058d2e7bf32eef88f70f9bb5adfd9f63b56944da57cd22c5c1b91a25050565b610c616135db565b5f610c73610c6e84611f75565b611fb5565b509050610c808382610683565b9392505050565b5f4630858585604051610c9b9291906143f6565b604051908190038120610b50949392916020019384526001600160a01b03928316602085015291166040830152606082015260800190565b5f5f5f610ce085856126c8565b80546001909101549093509150505b9250929050565b610d0233848484612717565b806001600160a01b0316336001600160a01b03167f5ba5738099e260dd7c7a9a3c8665b7a02308326ac491a3f97111d2d71d9867958585604051610d4792919061442d565b60405180910390a3505050565b60408051610240810182525f8082526020820181905291810182905260608082018390526080820183905260a0820183905260c0820183905260e08201839052610100820183905261012082018390526101408201839052610160820183905261018082018390526101a082018390526101c082018390526101e08201839052610200820181905261022082015290610dec83611f75565b9050610df781611fb5565b63ffffffff9081166101608501521661014083015280546001600160a01b03168252610e23838261269e565b6001600160a01b03166020830152610140820151610e42908490612084565b600101546001600160a01b03166040830152610140820151610e65908490612084565b546001600160a01b03908116606084015260018201549081166080840152600382015460a0840152815460ff600160c01b82048116151560c0860152600160c81b820416151560e085015263ffffffff600160a01b9182900481166101008601526001600160401b0391909204166101208401526101408301516002830154600160401b90048216911614610f35576002810154600160401b810463ffffffff16610180840152600160601b81046001600160401b03166101a0840152600160a01b900460ff1615156101c08301525b60048101546001600160a01b03166101e0830152600681018054610f5890614440565b80601f0160208091040260200160405190810160405280929190818152602001828054610f8490614440565b8015610fcf5780601f10610fa657610100808354040283529160200191610fcf565b820191905f5260205f20905b815481529060010190602001808311610fb257829003601f168201915b5050505050826102000181905250806007018054610fec90614440565b80601f016020809104026020016040519081016040528092919081815260200182805461101890614440565b80156110635780601f1061103a57610100808354040283529160200191611063565b820191905f5260205f20905b81548152906001019060200180831161104657829003601f168201915b505050505082610220018190525050919050565b5f5f5f61108384611f75565b60058101549091506001600160a01b031633146110bb576040516267eab560e81b81526004810185905233602482015260440161086d565b6005810180546001600160a01b03191690555f6110d782611fb5565b5090505f6110e58683612172565b80518051339091529091506110fa878361279e565b60405163ffffffff83168152919750955033906001600160a01b0383169089907fd4b58837b2cce36e1d2699306956fed1949110b77733a4c865d685f7e2d338059060200160405180910390a450505050915091565b606061115c8383612084565b6007018054806020026020016040519081016040528092919081815260200182805480156111a757602002820191905f5260205f20905b815481526020019060010190808311611193575b5050505050905092915050565b5f826111c381610b9883611f75565b6001600160a01b0316336001600160a01b0316146111fd57604051633387dc2160e11b81526004810182905233602482015260440161086d565b5f8481526020819052604081209061121482611fb5565b50905061122386838388612a2c565b8154829060149061124090600160a01b900463ffffffff16614486565b91906101000a81548163ffffffff021916908363ffffffff16021790559350428260010160146101000a8154816001600160401b0302191690836001600160401b031602179055505f61129286612b76565b5f88815260026020908152604080832063ffffffff8a168085529083528184208590558b845260078352818420908452909152902090915086906112d68282614623565b505060408051602080890135828201528289013582840152825180830384018152606090920190925280519101205f88815260086020908152604080832063ffffffff8a16808552925291829020929092555188907fb0786160e8825ff412949d837535077a2a83d9465e10442cb01c094e75aaba2e9061135a9085908b9061474b565b60405180910390a361138e8783878960405160200161137a929190614763565b604051602081830303815290604052612c43565b5050505092915050565b5f80806113a585806144be565b9150508015806113b55750604081115b156113d6576040516382d0749f60e01b81526004810182905260240161086d565b336113e18580614781565b6113ef9060208101906147a0565b6001600160a01b031614611418575f604051634727cb6160e11b815260040161086d91906147bb565b6114263361035c87806144be565b5f8181526020819052604090206001810154919450906001600160a01b03161561146657604051631084f4a560e01b81526004810185905260240161086d565b80546001600160a01b0319163317815561148660808701606088016147ed565b8154901515600160c01b0260ff60c01b199091161781556114a786806144be565b60068301916114b791908361456a565b506114c28487612eb7565b6004830180546001600160a01b0319166001600160a01b039290921691909117905560038201556114f660208701876144be565b600783019161150691908361456a565b50604051630570b74760e31b8152600481018590527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690632b85ba38906024016020604051808303815f875af115801561156b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061158f9190614808565b6001820180546001600160a01b0319166001600160a01b0383161790556003820154909350339085907ff8e43608885dbb70e57150a956b7ca68ff827718de54e06740f1b13c2b5eeca49086906115ec60808c0160608d016147ed565b60048701546001600160a01b03166116048d806144be565b8e806020019061161491906144be565b604051611628989796959493929190614823565b60405180910390a360028101805467ffffffffffffffff191664010000000117905561165f848261165888614c3c565b5f42612fa0565b50509250929050565b6040805160e0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c08101829052906116a983611f75565b90506116b481611fb5565b63ffffffff908116606085015216604083018190525f906116d6908590611f50565b80546001600160a01b0381168552600160e81b900460ff16151560808501526040840151909150611708908590612084565b6001908101546001600160a01b031660208501529054600160d01b900460ff1660c08401520154600160a01b90046001600160401b031660a0820152919050565b61178c6040518060e001604052805f81526020015f81526020015f81526020015f81526020015f81526020015f6001600160401b03168152602001606081525090565b5f83815260026020908152604080832063ffffffff8616845290915281205490036117d9576040516308b8134960e41b81526004810184905263ffffffff8316602482015260440161086d565b5f83815260076020908152604080832063ffffffff86168452825291829020825160e08101845281548152600182015492810192909252600281015492820192909252600382015460608201526004820154608082015260058201546001600160401b031660a082015260068201805491929160c08401919061185b90614440565b80601f016020809104026020016040519081016040528092919081815260200182805461188790614440565b80156118d25780601f106118a9576101008083540402835291602001916118d2565b820191905f5260205f20905b8154815290600101906020018083116118b557829003601f168201915b505050505081525050905092915050565b60605f5f6118f18585612084565b9050806008018160010160149054906101000a900460ff168180548060200260200160405190810160405280929190818152602001828054801561195c57602002820191905f5260205f20905b81546001600160a01b0316815260019091019060200180831161193e575b5050505050915092509250509250929050565b5f5f61197b8686612084565b905061198a81600301856120e9565b801561199e575061199e81600401846120e9565b9695505050505050565b5f5f836119b881610b9883611f75565b6001600160a01b0316336001600160a01b0316146119f257604051633387dc2160e11b81526004810182905233602482015260440161086d565b336119fd8580614781565b611a0b9060208101906147a0565b6001600160a01b031614611a34575f604051634727cb6160e11b815260040161086d91906147bb565b611a4685611a4186614c3c565b61279e565b92509250509250929050565b81611a6081610b9883611f75565b6001600160a01b0316336001600160a01b031614611a9a57604051633387dc2160e11b81526004810182905233602482015260440161086d565b5f8381526020819052604080822060050180546001600160a01b0319166001600160a01b0386169081179091559051909185917f49b5ecbeeddc48d987a5cfbfa4d0909a8aa242ef5367aa1e6cf43c14183f179f9190a3505050565b5f610b8482612b76565b81611b0e81610b9883611f75565b6001600160a01b0316336001600160a01b031614611b4857604051633387dc2160e11b81526004810182905233602482015260440161086d565b5f83815260026020908152604080832063ffffffff861684529091528120549003611b95576040516308b8134960e41b81526004810184905263ffffffff8316602482015260440161086d565b5f83815260036020908152604080832063ffffffff8616845290915290205460ff1615611be457604051630c801b9d60e31b81526004810184905263ffffffff8316602482015260440161086d565b5f83815260036020908152604080832063ffffffff86168085529252808320805460ff1916600117905551909185917f274b2d3285156e74c30756f5b87c0fd0c9d9f61d028cbf06c6a93ece8b8d060e9190a3505050565b5f5f611c4a610c6e85611f75565b5090505f611c588583611f50565b60060190505f5b8154811015611cb157846001600160a01b0316828281548110611c8457611c84614e5c565b5f918252602090912001546001600160a01b031603611ca95760019350505050610b84565b600101611c5f565b505f95945050505050565b5f5f611cca610c6e84611f75565b509050611cd78382612084565b546001600160a01b03169392505050565b5f610b8482610b9884611f75565b80611d0481610b9883611f75565b6001600160a01b0316336001600160a01b031614611d3e57604051633387dc2160e11b81526004810182905233602482015260440161086d565b5f82815260208190526040902054600160c81b900460ff16611d7657604051630cad206d60e41b81526004810183905260240161086d565b5f82815260208190526040808220805460ff60c81b191690555183917f92b74b056525bd45c6e961df7f41607179651f8fa117f67f634f657a0ad1999391a25050565b5f5f611dc485611f75565b90505f611dd082611fb5565b508254909150600160c81b900460ff16158015611df2575063ffffffff851615155b8015611e105750815463ffffffff600160a01b909104811690861611155b8015611e3b57505f86815260036020908152604080832063ffffffff8916845290915290205460ff16155b8015611e5257508063ffffffff168463ffffffff16145b8015611e655750611e6586838784612049565b801561199e57505f86815260046020908152604080832063ffffffff8086168552908352818420600201548a855260088452828520918a168552925290912054149695505050505050565b5f611eba82611f75565b600101546001600160a01b031692915050565b611ed7838361356f565b600160095f611ee7338787610afd565b815260208082019290925260409081015f9081206001600160a01b0386168083529352819020805460ff191693151593909317909255905133907fe066f699b4d6f94788205acfed6eade5122a02fe9df954d6b9edca4f4335f52590610d47908790879061442d565b5f60055f611f5e85856126c8565b54815260208101919091526040015f209392505050565b5f81815260208190526040902060018101546001600160a01b0316611fb0576040516359f0374b60e01b81526004810183905260240161086d565b919050565b60028101545f908190600160401b900463ffffffff168015801590611fee57506002840154600160601b90046001600160401b03164210155b1561202c5760028401548190600160a01b900460ff16612020576002850154640100000000900463ffffffff16612022565b815b9250925050915091565b5050506002015463ffffffff808216926401000000009092041690565b82545f9063ffffffff848116600160a01b90920416148061207b575061206f8583611f50565b54600160f01b900460ff165b95945050505050565b5f82815260046020908152604080832063ffffffff851684529091528120600101548082036120d55760405163e618cd8f60e01b81526004810185905263ffffffff8416602482015260440161086d565b5f9081526006602052604090209392505050565b81545f9081905b80821015612168575f60026121058385614e70565b61210f9190614e83565b90505f86828154811061212457612124614e5c565b905f5260205f2001549050858103612143576001945050505050610b84565b8581101561215d57612156826001614e70565b9350612161565b8192505b50506120f0565b505f949350505050565b61217a61367f565b5f61218584846126c8565b6040805182545f9081526005602081905290839020610300830190935282546001600160a01b0381166060840190815263ffffffff600160a01b83048116608086015261ffff600160c01b8085049190911660a087015260ff600160d01b8504811660c0880152600160d81b85048116151560e0880152600160e01b850481161515610100880152600160e81b850481161515610120880152600160f01b90940484161515610140870152600187015461016087015260028088015461018088015260038801546101a088015260048801548084166101c089015264010000000081049093166101e08801526001600160401b03600160401b84048116610200890152600160801b84048116610220890152919092041661024086015292850154959650929485949261026086019291909116908111156122c8576122c861380a565b60028111156122d9576122d961380a565b81526005820154610100810460ff166020808401919091526201000090910463ffffffff16604080840191909152600684018054825181850281018501909352808352606090940193919290919083018282801561235e57602002820191905f5260205f20905b81546001600160a01b03168152600190910190602001808311612340575b50505050508152602001600782018054806020026020016040519081016040528092919081815260200182805480156123b457602002820191905f5260205f20905b8154815260200190600101908083116123a0575b5050509190925250505081526001838101545f9081526006602090815260409182902082516101408101845281546001600160a01b0390811682529482015494851681840152600160a01b90940460ff168484015260028101546060850152600381018054845181850281018501909552808552958301959193608086019390929083018282801561246357602002820191905f5260205f20905b81548152602001906001019080831161244f575b50505050508152602001600482018054806020026020016040519081016040528092919081815260200182805480156124b957602002820191905f5260205f20905b8154815260200190600101908083116124a5575b505050505081526020016005820180548060200260200160405190810160405280929190818152602001828054801561250f57602002820191905f5260205f20905b8154815260200190600101908083116124fb575b505050505081526020016006820180548060200260200160405190810160405280929190818152602001828054801561256f57602002820191905f5260205f20905b81546001600160a01b03168152600190910190602001808311612551575b50505050508152602001600782018054806020026020016040519081016040528092919081815260200182805480156125c557602002820191905f5260205f20905b8154815260200190600101908083116125b1575b505050505081526020016008820180548060200260200160405190810160405280929190818152602001828054801561262557602002820191905f5260205f20905b81546001600160a01b03168152600190910190602001808311612607575b5050509190925250505081526040805160a0810182526003909401546001600160801b038116855263ffffffff600160801b82048116602087810191909152600160a01b8304821693870193909352600160c01b820416606086015260ff600160e01b9091041660808501520191909152905092915050565b5f5f6126a983611fb5565b5090506126b68482611f50565b546001600160a01b0316949350505050565b5f82815260046020908152604080832063ffffffff8516845290915281208054909103610b845760405163e618cd8f60e01b81526004810184905263ffffffff8316602482015260440161086d565b5f612723858585610afd565b5f8181526009602090815260408083206001600160a01b038716845290915290205490915060ff16612770578484848460405163ca7e66dd60e01b815260040161086d9493929190614ea2565b5f9081526009602090815260408083206001600160a01b03909416835292905220805460ff19169055505050565b5f828152602081905260408120819081806127b883611fb5565b60028501549193509150600160401b900463ffffffff161561287d57600283015463ffffffff808416600160401b909204160361281d5760028301805463ffffffff8381166401000000000267ffffffffffffffff199092169085161717905561285c565b6002830154604051600160401b90910463ffffffff169088907fd5518c86693512e0d4030435bc422933baa23ed68b609e98307e62cbd7e6cecc905f90a35b60028301805474ffffffffffffffffffffffffff0000000000000000191690555b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316631aabef626128b78a86612172565b896040518363ffffffff1660e01b81526004016128d5929190614edf565b602060405180830381865afa1580156128f0573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906129149190614f03565b60018581015442975091925061293791600160e01b900463ffffffff1690614f1e565b95505f81600281111561294c5761294c61380a565b0361296d5760028401805463ffffffff191663ffffffff8816179055612a14565b6129977f000000000000000000000000000000000000000000000000000000000000000086614f3a565b6002858101805473ffffffffffffffffffffffff00000000000000001916600160401b63ffffffff8b160267ffffffffffffffff60601b191617600160601b6001600160401b038516021790559095508160028111156129f9576129f961380a565b60028601805460ff60a01b191691909214600160a01b021790555b612a218885898489612fa0565b505050509250929050565b5f612a378584611f50565b905081355f03612a5c575f60405163072066c760e31b815260040161086d9190614f59565b8060010154826020013514612a8757600160405163072066c760e31b815260040161086d9190614f59565b8060020154826040013514612ab257600260405163072066c760e31b815260040161086d9190614f59565b43612ac360c0840160a08501614f6d565b6001600160401b03161180612b2157505f8581526007602090815260408083208754600160a01b900463ffffffff1684529091529020600501546001600160401b0316612b1660c0840160a08501614f6d565b6001600160401b0316105b15612b4257600360405163072066c760e31b815260040161086d9190614f59565b610100612b5260c08401846144be565b90501115610a1757600460405163072066c760e31b815260040161086d9190614f59565b5f7fdddeb34b354bff2d742b09dfa4fcdd85c0af7e59e53b93c9354e0647fefb1c4082356020840135604085013560608601356080870135612bbe60c0890160a08a01614f6d565b612bcb60c08a018a6144be565b604051612bd99291906143f6565b6040805191829003822060208301999099528101969096526060860194909452608085019290925260a084015260c08301526001600160401b031660e082015261010081019190915261012001604051602081830303815290604052805190602001209050919050565b5f612c4e8484612084565b600701805480602002602001604051908101604052809291908181526020018280548015612c9957602002820191905f5260205f20905b815481526020019060010190808311612c85575b509394505f93505050505b8151811015610a1757612cd1828281518110612cc257612cc2614e5c565b602002602001015160076135a3565b15612eaf57612d836040805160c08101909152805f81525f6020808301829052604080840183905280516101e081018252838152918201839052810182905260608181018390526080820183905260a0820183905260c0820183905260e08201839052610100820183905261012082018390526101408201839052610160820183905261018082018390526101a082018390526101c082019290925291019081525f6020820152606060409091015290565b600781526020810186905233608082015260a0810184905282515f90612dc090859085908110612db557612db5614e5c565b602002602001015190565b90505f816001600160a01b031662948133846040518263ffffffff1660e01b8152600401612dee9190614f88565b60a0604051808303815f875af1158015612e0a573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612e2e91906150f2565b805190915080612e4a575060208101516001600160401b031615155b80612e61575060408101516001600160a01b031615155b80612e6d575080606001515b80612e7b5750608081015115155b15612eab57604051637d21fe1d60e01b8152600481018990526001600160a01b038316602482015260440161086d565b5050505b600101612ca4565b5f80612ec660208401846144be565b90505f03612f12575f612edf60608501604086016147a0565b6001600160a01b031614612f0857604051636884c6bb60e01b81525f600482015260240161086d565b508290505f610cef565b612f27612f2260208501856144be565b61356f565b5f612f3860608501604086016147a0565b6001600160a01b031614612f5b57612f5660608401604085016147a0565b612f5d565b335b90506001600160a01b0381163314612f8657612f8681612f8060208601866144be565b33612717565b612f97816102cf60208601866144be565b91509250929050565b6040516318c57d8560e31b81525f906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063c62bec2890612fee908790600401613f3b565b606060405180830381865afa158015613009573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061302d9190615165565b90505f85600101601c81819054906101000a900463ffffffff1661305090614486565b825463ffffffff8083166101009490940a848102910219909116179092555f89815260046020908152604080832093835292815282822086518352600590915291902054919250906001600160a01b031661330257855183515f908152600560208181526040928390208451815492860151948601516060870151608088015160a089015160c08a015160e08b01516001600160a01b039096166001600160c01b031990981697909717600160a01b63ffffffff9a8b16021762ffffff60c01b1916600160c01b61ffff909516850260ff60d01b191617600160d01b60ff909416939093029290921761ffff60d81b1916600160d81b9115159190910260ff60e01b191617600160e01b911515919091021761ffff60e81b1916600160e81b9415159490940260ff60f01b191693909317600160f01b9115159190910217815561010085015160018083019190915561012086015160028084019190915561014087015160038401556101608701516004840180546101808a01516101a08b01516101c08c01516101e08d0151958c1667ffffffffffffffff199094169390931764010000000092909b16919091029990991777ffffffffffffffffffffffffffffffff00000000000000001916600160401b6001600160401b039a8b160267ffffffffffffffff60801b191617600160801b918a1691909102176001600160c01b0316979091169094029590951790925561020085015192810180549194909260ff199092169190849081111561328a5761328a61380a565b021790555061022082015160058201805461024085015163ffffffff16620100000265ffffffff00001960ff909416610100029390931665ffffffffff00199091161791909117905561026082015160068201906132e890826151a0565b5061028082015160078201906132fe908261522c565b5050505b6020808401515f908152600690915260409020546001600160a01b031661341857602080870151848201515f90815260068352604090819020825181546001600160a01b039182166001600160a01b0319909116178255938301516001820180549385015160ff16600160a01b026001600160a81b031990941691909516179190911790925560608101516002830155608081015190919060038201906133a9908261522c565b5060a082015160048201906133be908261522c565b5060c082015160058201906133d3908261522c565b5060e082015160068201906133e890826151a0565b5061010082015160078201906133fe908261522c565b50610120820151600882019061341490826151a0565b5050505b8251815560208084015160018301558651610100810151610120909101516040805180850193909352828101919091528051808303820181526060909201905280519101206002820155604080870151805160038401805460208085015185870151606087015160809097015160ff16600160e01b0260ff60e01b1963ffffffff988916600160c01b0263ffffffff60c01b19938a16600160a01b029390931667ffffffffffffffff60a01b19948a16600160801b026001600160a01b03199097166001600160801b0390991698909817959095179290921695909517949094179190911692909217905585830180515f8d81526001845285812094881680825294909352918490209190915551915190918a917fe88d43da0a4e210075525da7cf49cc33e8cb2033becc8cb72d73031f772fc8099161355d918a908a908d906152bf565b60405180910390a35050505050505050565b8080158061357d5750604081115b1561359e57604051636884c6bb60e01b81526004810182905260240161086d565b505050565b5f8160078111156135b6576135b661380a565b60ff166135c38460a01c90565b61ffff16901c60011661ffff165f1415905092915050565b604080516102a0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e0810182905261010081018290526101208101829052610140810182905261016081018290526101808101829052906101a082019081525f6020820181905260408201819052606082018190526080820181905260a0820181905260c0820181905260e09091015290565b6040805161030081019091525f60608083018281526080840183905260a0840183905260c0840183905260e08401839052610100840183905261012084018390526101408401839052610160840183905261018084018390526101a084018390526101c084018390526101e08401839052610200840183905261022084018390526102408401839052610260840183905261028084018390526102a08401929092526102c083018190526102e08301528190815260200161379d6040518061014001604052805f6001600160a01b031681526020015f6001600160a01b031681526020015f60ff1681526020015f81526020016060815260200160608152602001606081526020016060815260200160608152602001606081525090565b81526040805160a0810182525f808252602082810182905292820181905260608201819052608082015291015290565b803563ffffffff81168114611fb0575f5ffd5b5f5f604083850312156137f1575f5ffd5b82359150613801602084016137cd565b90509250929050565b634e487b7160e01b5f52602160045260245ffd5b6003811061382e5761382e61380a565b50565b61383a8161381e565b9052565b81516001600160a01b031681526102a081016020830151613867602084018263ffffffff169052565b50604083015161387d604084018261ffff169052565b506060830151613892606084018260ff169052565b5060808301516138a6608084018215159052565b5060a08301516138ba60a084018215159052565b5060c08301516138ce60c084018215159052565b5060e08301516138e260e084018215159052565b506101008301516138fc61010084018263ffffffff169052565b5061012083015161391661012084018263ffffffff169052565b506101408301516139336101408401826001600160401b03169052565b506101608301516139506101608401826001600160401b03169052565b5061018083015161396d6101808401826001600160401b03169052565b506101a08301516139826101a0840182613831565b506101c08301516139996101c084018260ff169052565b506101e08301516139b36101e084018263ffffffff169052565b506102008301516139d06102008401826001600160801b03169052565b506102208301516139ea61022084018263ffffffff169052565b50610240830151613a0461024084018263ffffffff169052565b50610260830151613a1e61026084018263ffffffff169052565b50610280830151613a3561028084018260ff169052565b5092915050565b5f5f5f60608486031215613a4e575f5ffd5b83359250613a5e602085016137cd565b9150613a6c604085016137cd565b90509250925092565b5f60208284031215613a85575f5ffd5b5035919050565b6001600160a01b038116811461382e575f5ffd5b8035611fb081613a8c565b5f5f83601f840112613abb575f5ffd5b5081356001600160401b03811115613ad1575f5ffd5b602083019150836020828501011115610cef575f5ffd5b5f5f5f5f60608587031215613afb575f5ffd5b8435613b0681613a8c565b935060208501356001600160401b03811115613b20575f5ffd5b613b2c87828801613aab565b9094509250506040850135613b4081613a8c565b939692955090935050565b5f5f5f60608486031215613b5d575f5ffd5b83359250613b6d602085016137cd565b929592945050506040919091013590565b5f5f5f60408486031215613b90575f5ffd5b8335613b9b81613a8c565b925060208401356001600160401b03811115613bb5575f5ffd5b613bc186828701613aab565b9497909650939450505050565b5f8151808452602084019350602083015f5b82811015613c075781516001600160a01b0316865260209586019590910190600101613be0565b5093949350505050565b5f8151808452602084019350602083015f5b82811015613c07578151865260209586019590910190600101613c23565b80516001600160a01b031682525f6020820151613c6960208501826001600160a01b03169052565b506040820151613c7e604085018260ff169052565b506060820151606084015260808201516101406080850152613ca4610140850182613c11565b905060a083015184820360a0860152613cbd8282613c11565b91505060c083015184820360c0860152613cd78282613c11565b91505060e083015184820360e0860152613cf18282613bce565b915050610100830151848203610100860152613d0d8282613c11565b91505061012083015184820361012086015261207b8282613bce565b5f815160e08452613d4660e0850182516001600160a01b03169052565b602081015163ffffffff811661010086015250604081015161ffff811661012086015250606081015160ff81166101408601525060808101518015156101608601525060a08101518015156101808601525060c08101518015156101a08601525060e08101518015156101c0860152506101008101516101e085015261012081015161020085015261014081015161022085015261016081015163ffffffff81166102408601525061018081015163ffffffff8116610260860152506101a08101516001600160401b038116610280860152506101c08101516001600160401b0381166102a0860152506101e08101516001600160401b0381166102c086015250610200810151613e5b6102e0860182613831565b5061022081015160ff1661030085015261024081015163ffffffff166103208501526102608101516102a0610340860152613e9a610380860182613bce565b9050610280820151915060df1985820301610360860152613ebb8183613c11565b91505060208301518482036020860152613ed58282613c41565b9150506040830151613f3360408601826001600160801b03815116825263ffffffff602082015116602083015263ffffffff604082015116604083015263ffffffff606082015116606083015260ff60808201511660808301525050565b509392505050565b602081525f610b816020830184613d29565b5f5f5f60408486031215613f5f575f5ffd5b83356001600160401b03811115613f74575f5ffd5b613f8086828701613aab565b9094509250506020840135613f9481613a8c565b809150509250925092565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b60208152613fe76020820183516001600160a01b03169052565b5f602083015161400260408401826001600160a01b03169052565b5060408301516001600160a01b03811660608401525060608301516001600160a01b03811660808401525060808301516001600160a01b03811660a08401525060a083015160c083015260c083015161405f60e084018215159052565b5060e08301518015156101008401525061010083015163ffffffff8116610120840152506101208301516001600160401b0381166101408401525061014083015163ffffffff81166101608401525061016083015163ffffffff81166101808401525061018083015163ffffffff81166101a0840152506101a08301516001600160401b0381166101c0840152506101c08301518015156101e0840152506101e08301516001600160a01b03811661020084015250610200830151610240610220840152614131610260840182613f9f565b9050610220840151601f198483030161024085015261207b8282613f9f565b602081525f610b816020830184613c11565b5f60e08284031215614172575f5ffd5b50919050565b5f5f60408385031215614189575f5ffd5b8235915060208301356001600160401b038111156141a5575f5ffd5b6141b185828601614162565b9150509250929050565b5f5f604083850312156141cc575f5ffd5b82356001600160401b038111156141e1575f5ffd5b8301608081860312156141f2575f5ffd5b915060208301356001600160401b038111156141a5575f5ffd5b5f60e08201905060018060a01b03835116825260018060a01b03602084015116602083015263ffffffff604084015116604083015263ffffffff606084015116606083015260808301511515608083015260a083015161427760a08401826001600160401b03169052565b5060c0830151613a3560c084018260ff169052565b6020815281516020820152602082015160408201526040820151606082015260608201516080820152608082015160a08201526001600160401b0360a08301511660c08201525f60c083015160e080840152610a70610100840182613f9f565b604080825283519082018190525f9060208501906060840190835b8181101561432e5783516001600160a01b0316835260209384019390920191600101614307565b5050809250505060ff831660208301529392505050565b5f5f5f5f60808587031215614358575f5ffd5b84359350614368602086016137cd565b93969395505050506040820135916060013590565b5f5f6040838503121561438e575f5ffd5b8235915060208301356143a081613a8c565b809150509250929050565b5f602082840312156143bb575f5ffd5b81356001600160401b038111156143d0575f5ffd5b610a7084828501614162565b5f83518060208601845e9190910191825250602001919050565b818382375f9101908152919050565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b602081525f610a70602083018486614405565b600181811c9082168061445457607f821691505b60208210810361417257634e487b7160e01b5f52602260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b5f63ffffffff821663ffffffff81036144a1576144a1614472565b60010192915050565b6001600160401b038116811461382e575f5ffd5b5f5f8335601e198436030181126144d3575f5ffd5b8301803591506001600160401b038211156144ec575f5ffd5b602001915036819003821315610cef575f5ffd5b634e487b7160e01b5f52604160045260245ffd5b5f5b8281101561359e575f82820155600101614516565b601f82111561359e578282111561359e57805f5260205f20601f840160051c602085101561455657505f5b610a1781601f860160051c03828401614514565b6001600160401b0383111561458157614581614500565b6145958361458f8354614440565b8361452b565b5f601f8411600181146145c6575f85156145af5750838201355b5f19600387901b1c1916600186901b178355610a17565b5f83815260208120601f198716915b828110156145f557868501358255602094850194600190920191016145d5565b5086821015614611575f1960f88860031b161c19848701351681555b505060018560011b0183555050505050565b81358155602082013560018201556040820135600282015560608201356003820155608082013560048201555f60a083013561465e816144aa565b60058301805467ffffffffffffffff19166001600160401b039092169190911790555061468e60c08301836144be565b61469c81836006860161456a565b50505050565b8035611fb0816144aa565b80358252602080820135908301526040808201359083015260608082013590830152608080820135908301525f60a08201356146e8816144aa565b6001600160401b031660a084015260c082013536839003601e1901811261470d575f5ffd5b82016020810190356001600160401b03811115614728575f5ffd5b803603821315614736575f5ffd5b60e060c086015261207b60e086018284614405565b828152604060208201525f610a7060408301846146ad565b63ffffffff83168152604060208201525f610a7060408301846146ad565b5f823561029e19833603018112614796575f5ffd5b9190910192915050565b5f602082840312156147b0575f5ffd5b8135610c8081613a8c565b60208101601683106147cf576147cf61380a565b91905290565b801515811461382e575f5ffd5b8035611fb0816147d5565b5f602082840312156147fd575f5ffd5b8135610c80816147d5565b5f60208284031215614818575f5ffd5b8151610c8081613a8c565b6001600160a01b0389811682526020820189905287151560408301528616606082015260c0608082018190525f9061485e9083018688614405565b82810360a0840152614871818587614405565b9b9a5050505050505050505050565b60405161014081016001600160401b03811182821017156148a3576148a3614500565b60405290565b60405160a081016001600160401b03811182821017156148a3576148a3614500565b604051606081016001600160401b03811182821017156148a3576148a3614500565b6040516102a081016001600160401b03811182821017156148a3576148a3614500565b604051601f8201601f191681016001600160401b038111828210171561493857614938614500565b604052919050565b803561ffff81168114611fb0575f5ffd5b803560ff81168114611fb0575f5ffd5b6003811061382e575f5ffd5b8035611fb081614961565b5f6001600160401b0382111561499057614990614500565b5060051b60200190565b5f82601f8301126149a9575f5ffd5b81356149bc6149b782614978565b614910565b8082825260208201915060208360051b8601019250858311156149dd575f5ffd5b602085015b83811015614a035780356149f581613a8c565b8352602092830192016149e2565b5095945050505050565b5f82601f830112614a1c575f5ffd5b8135614a2a6149b782614978565b8082825260208201915060208360051b860101925085831115614a4b575f5ffd5b602085015b83811015614a03578035835260209283019201614a50565b5f6101408284031215614a79575f5ffd5b614a81614880565b9050614a8c82613aa0565b8152614a9a60208301613aa0565b6020820152614aab60408301614951565b60408201526060828101359082015260808201356001600160401b03811115614ad2575f5ffd5b614ade84828501614a0d565b60808301525060a08201356001600160401b03811115614afc575f5ffd5b614b0884828501614a0d565b60a08301525060c08201356001600160401b03811115614b26575f5ffd5b614b3284828501614a0d565b60c08301525060e08201356001600160401b03811115614b50575f5ffd5b614b5c8482850161499a565b60e0830152506101008201356001600160401b03811115614b7b575f5ffd5b614b8784828501614a0d565b610100830152506101208201356001600160401b03811115614ba7575f5ffd5b614bb38482850161499a565b6101208301525092915050565b5f60a08284031215614bd0575f5ffd5b614bd86148a9565b905081356001600160801b0381168114614bf0575f5ffd5b8152614bfe602083016137cd565b6020820152614c0f604083016137cd565b6040820152614c20606083016137cd565b6060820152614c3160808301614951565b608082015292915050565b5f60e08236031215614c4c575f5ffd5b614c546148cb565b82356001600160401b03811115614c69575f5ffd5b83016102a0368290031215614c7c575f5ffd5b614c846148ed565b614c8d82613aa0565b8152614c9b602083016137cd565b6020820152614cac60408301614940565b6040820152614cbd60608301614951565b6060820152614cce608083016147e2565b6080820152614cdf60a083016147e2565b60a0820152614cf060c083016147e2565b60c0820152614d0160e083016147e2565b60e0820152610100828101359082015261012080830135908201526101408083013590820152614d3461016083016137cd565b610160820152614d4761018083016137cd565b610180820152614d5a6101a083016146a2565b6101a0820152614d6d6101c083016146a2565b6101c0820152614d806101e083016146a2565b6101e0820152614d93610200830161496d565b610200820152614da66102208301614951565b610220820152614db961024083016137cd565b6102408201526102608201356001600160401b03811115614dd8575f5ffd5b614de43682850161499a565b610260830152506102808201356001600160401b03811115614e04575f5ffd5b614e1036828501614a0d565b6102808301525082525060208301356001600160401b03811115614e32575f5ffd5b614e3e36828601614a68565b602083015250614e513660408501614bc0565b604082015292915050565b634e487b7160e01b5f52603260045260245ffd5b80820180821115610b8457610b84614472565b5f82614e9d57634e487b7160e01b5f52601260045260245ffd5b500490565b6001600160a01b03851681526060602082018190525f90614ec69083018587614405565b905060018060a01b038316604083015295945050505050565b604081525f614ef16040830185613d29565b828103602084015261207b8185613d29565b5f60208284031215614f13575f5ffd5b8151610c8081614961565b63ffffffff8181168382160190811115610b8457610b84614472565b6001600160401b038181168382160190811115610b8457610b84614472565b60208101600583106147cf576147cf61380a565b5f60208284031215614f7d575f5ffd5b8135610c80816144aa565b602081525f825160088110614f9f57614f9f61380a565b8060208401525060208301516040830152604083015160608301526060830151614fcf60808401825160ff169052565b602081015160a0840152604081015160c0840152606081015160e0840152608081015163ffffffff81166101008501525060a081015163ffffffff81166101208501525060c081015160ff81166101408501525060e081015160ff8116610160850152506101008101516001600160401b038116610180850152506101208101516001600160a01b0381166101a0850152506101408101516101c084015261016081015160ff81166101e0850152506101808101516001600160401b038116610200850152506101a08101516001600160801b038116610220850152506101c001516001600160401b0381166102408401525060808301516001600160a01b0381166102608401525060a083015161028080840152610a706102a0840182613f9f565b5f60a0828403128015615103575f5ffd5b5061510c6148a9565b8251615117816147d5565b81526020830151615127816144aa565b6020820152604083015161513a81613a8c565b6040820152606083015161514d816147d5565b60608201526080928301519281019290925250919050565b5f6060828403128015615176575f5ffd5b5061517f6148cb565b82518152602080840151908201526040928301519281019290925250919050565b81516001600160401b038111156151b9576151b9614500565b600160401b8111156151cd576151cd614500565b8154818355808210156151f157825f528160205f20016151ef83830382614514565b505b5060208301825f5260205f205f5b838110156152245782516001600160a01b0316828201556020909201916001016151ff565b505050505050565b81516001600160401b0381111561524557615245614500565b600160401b81111561525957615259614500565b81548183558082101561528d57825f528160205f20018282035f5b81811015615289575f83820155600101615274565b5050505b50602083016152a1835f9081526020902090565b5f5b83811015615224578251828201556020909201916001016152a3565b8481526152cb8461381e565b8360208201526001600160401b0383166040820152608060608201525f61199e6080830184613d29566080604052348015600e575f5ffd5b50611b808061001c5f395ff3fe608060405234801561000f575f5ffd5b5060043610610034575f3560e01c80631aabef6214610038578063c62bec2814610061575b5f5ffd5b61004b610046366004611973565b610096565b60405161005891906119fa565b60405180910390f35b61007461006f366004611a0d565b6100aa565b6040805182518152602080840151908201529181015190820152606001610058565b5f6100a18383610177565b90505b92915050565b6100cb60405180606001604052805f81526020015f81526020015f81525090565b6100d4826101d4565b81516100df90610200565b815260208201516100ef9061041f565b602082018190528151604084015161016d929061010b906105d5565b604080517f9cdd2c1f942ba412ec9636557c424582dc25e90b34b07d3fed2fd3c0e716c5db602082015290810184905260608101839052608081018290525f9060a0016040516020818303038152906040528051906020012090509392505050565b6040820152919050565b815181515f9161018691610662565b806101aa57506101a88360200151610100015183602001516101000151610956565b155b156101b7575060026100a4565b6101c18383610a1d565b6101cb575f6100a1565b50600192915050565b80516101df90610ba0565b6101f0815f01518260200151610c68565b6101fd8160400151610e01565b50565b5f5f7fded04d13ae9627836ffe72004d7a16b2ed4a8740b02c8b34a87cbd308cdfbb6e835f015184602001518560400151866060015187608001518860a001518960c001518a60e001516040516020016102ba999897969594939291909889526001600160a01b0397909716602089015263ffffffff95909516604088015261ffff93909316606087015260ff919091166080860152151560a0850152151560c0840152151560e083015215156101008201526101200190565b60408051808303601f1901815282825261010086810151610120808901516101408a01516101608b01516101808c01516101a08d01516101c08e01516101e08f015160208d0198909852998b019490945260608a019290925263ffffffff90811660808a01521660a08801526001600160401b0390811660c088015294851660e087015293169084015292505f910160405160208183030381529060405290505f8461020001518561022001518661024001518761026001516040516020016103839190611a46565b604051602081830303815290604052805190602001208861028001516040516020016103af9190611a84565b604051602081830303815290604052805190602001206040516020016103d9959493929190611aae565b60405160208183030381529060405290508282826040516020016103ff93929190611afc565b604051602081830303815290604052805190602001209350505050919050565b5f7fbc188b55ce0052eded039a2cf7d6573b46553cefa48cc0f5377fff1f4c18b454825f015183602001518460400151856060015186608001516040516020016104699190611a84565b604051602081830303815290604052805190602001208760a001516040516020016104949190611a84565b604051602081830303815290604052805190602001208860c001516040516020016104bf9190611a84565b604051602081830303815290604052805190602001208960e001516040516020016104ea9190611a46565b604051602081830303815290604052805190602001208a61010001516040516020016105169190611a84565b604051602081830303815290604052805190602001208b61012001516040516020016105429190611a46565b60408051601f1981840301815282825280516020918201209083019c909c526001600160a01b039a8b169082015298909716606089015260ff909516608088015260a087019390935260c086019190915260e0850152610100840152610120830152610140820152610160810191909152610180015b604051602081830303815290604052805190602001209050919050565b5f7f225da32079ba3bf20e5f781a4cbcbc8af4c14f61fe036f07687decc9b0126945826040516020016105b89291905f60c0820190508382526001600160801b03835116602083015263ffffffff602084015116604083015263ffffffff604084015116606083015263ffffffff606084015116608083015260ff60808401511660a08301529392505050565b815181515f916001600160a01b03918216911614158061068c575082610100015182610100015114155b806106a1575082610120015182610120015114155b806106b6575082610140015182610140015114155b156106c3575060016100a4565b82602001511982602001511663ffffffff165f1415806106f2575082604001511982604001511661ffff165f14155b156106ff575060016100a4565b61071182606001518460600151610e46565b61071d575060016100a4565b8160800151801561073057508260800151155b8061074957508160a00151801561074957508260a00151155b8061076257508160c00151801561076257508260c00151155b8061077b57508160e00151801561077b57508260e00151155b15610788575060016100a4565b82610160015163ffffffff1682610160015163ffffffff1610806107c1575082610180015163ffffffff1682610180015163ffffffff16105b156107ce575060016100a4565b826101a001516001600160401b0316826101a001516001600160401b031611806108135750826101c001516001600160401b0316826101c001516001600160401b0316115b15610820575060016100a4565b6101e08301516001600160401b03161580159061086e57506101e08201516001600160401b0316158061086e5750826101e001516001600160401b0316826101e001516001600160401b0316115b1561087b575060016100a4565b82610240015163ffffffff1682610240015163ffffffff1611156108a1575060016100a4565b5f83610200015160028111156108b9576108b96119d6565b1415801561090c575082610200015160028111156108d9576108d96119d6565b82610200015160028111156108f0576108f06119d6565b14158061090c575082610220015160ff1682610220015160ff16105b15610919575060016100a4565b61093361092883610260015190565b610260850151610ea6565b15806100a1575061094e836102800151836102800151610ea6565b159392505050565b5f805b8351811015610a135761098684828151811061097757610977611b19565b60200260200101516001610f6d565b15610a0b575f6109af848684815181106109a2576109a2611b19565b6020026020010151610f87565b90506109bc816001610f6d565b15806109fa57506109cd8160a01c90565b196109f18684815181106109e3576109e3611b19565b602002602001015160a01c90565b1661ffff165f14155b15610a09575f925050506100a4565b505b600101610959565b5060019392505050565b60208083015190820151815181515f9392916001600160a01b039182169116141580610a63575081602001516001600160a01b031681602001516001600160a01b031614155b15610a73576001925050506100a4565b606082015115801590610a8e57508160600151816060015114155b15610a9e576001925050506100a4565b610ab081608001518360800151610ea6565b1580610acb5750610ac98160a001518360a00151610ea6565b155b15610adb576001925050506100a4565b5f855161020001516002811115610af457610af46119d6565b14158015610b305750610b0f8160c001518360c00151610ea6565b1580610b305750610b2e610b248260e0015190565b60e0840151610ea6565b155b15610b40576001925050506100a4565b610b5a610b4f82610120015190565b610120840151610ea6565b1580610b735750816040015160ff16816040015160ff16105b15610b83576001925050506100a4565b610b97826101000151826101000151610ffc565b95945050505050565b8051610bb7906001600160a01b031615155f6110bb565b610bd3610bcc826020015163fffffc00161590565b60016110bb565b610bed610be6826040015161ff00161590565b60026110bb565b6060810151610c0690600360ff909116111560036110bb565b610100810151610c1990151560046110bb565b610c3281610240015163ffffffff165f141560076110bb565b610c50610c49610c4483610260015190565b6110e8565b60086110bb565b6101fd610c618261028001516110e8565b60096110bb565b5f60018361020001516002811115610c8257610c826119d6565b1490505f60028461020001516002811115610c9f57610c9f6119d6565b845191149150610cbb906001600160a01b03161515600a6110bb565b6020830151610cd6906001600160a01b03161515600b6110bb565b610ced610ce684608001516110e8565b600c6110bb565b610d04610cfd8460a001516110e8565b600d6110bb565b610d2f610d148460c001516110e8565b8015610d28575060c0840151511515831515145b600e6110bb565b610d5b610d40610c448560e0015190565b8015610d54575060e0840151511515821515145b600f6110bb565b610d9084610220015160ff165f14151515821515148015610d8957508360e001515185610220015160ff1611155b60066110bb565b610da8610da1846101000151611156565b60106110bb565b610dc1610dba610c4485610120015190565b60116110bb565b610120830151516040840151610dfb91151560ff9091161515148015610df4575083610120015151846040015160ff1611155b60126110bb565b50505050565b610e18610e1182602001516112c5565b60136110bb565b610e2f610e2882604001516112c5565b60146110bb565b6101fd610e3f82606001516112c5565b60156110bb565b5f600360ff841611158015610e5f5750600360ff831611155b8015610e805750610e6f826112e9565b19610e79846112e9565b1660ff165f145b80156100a15750610e908361132c565b19610e9a8361132c565b1660ff16159392505050565b5f80805b8451811015610f62575b835182108015610ef55750848181518110610ed157610ed1611b19565b6020026020010151848381518110610eeb57610eeb611b19565b6020026020010151105b15610f0a57610f0382611b41565b9150610eb4565b8351821480610f4b5750848181518110610f2657610f26611b19565b6020026020010151848381518110610f4057610f40611b19565b602002602001015114155b15610f5a575f925050506100a4565b600101610eaa565b506001949350505050565b5f81610f798460b01c90565b1661ffff1615159392505050565b5f805b8351811015610ff357825f1c6001600160a01b0316848281518110610fb157610fb1611b19565b60200260200101515f1c6001600160a01b031603610feb57838181518110610fdb57610fdb611b19565b60200260200101519150506100a4565b600101610f8a565b505f9392505050565b5f805b8251811015610ff3575f60011961102f85848151811061102157611021611b19565b602002602001015160b01c90565b1690508061ffff165f0361104357506110b3565b5f61105a868685815181106109a2576109a2611b19565b90506110668160b01c90565b19821661ffff165f14158061109f57506110808160a01c90565b196110968685815181106109e3576109e3611b19565b1661ffff165f14155b156110b057600193505050506100a4565b50505b600101610fff565b816110e45780604051634727cb6160e11b81526004016110db9190611b59565b60405180910390fd5b5050565b5f6040825111156110fa57505f919050565b5f805b8351811015610a13578184828151811061111957611119611b19565b60200260200101511161112f57505f9392505050565b83818151811061114157611141611b19565b602002602001015191508060010190506110fd565b5f60048251111561116857505f919050565b5f5b82518110156101cb575f83828151811061118657611186611b19565b602002602001015190505f821180156111c25750836111a6600184611b6d565b815181106111b6576111b6611b19565b60200260200101518111155b156111d057505f9392505050565b60c081901c1515806111e957506001600160a01b038116155b156111f757505f9392505050565b6112018160a01c90565b61ffff161580611222575060ff196112198260a01c90565b1661ffff165f14155b1561123057505f9392505050565b61123a8160b01c90565b61ffff16158061125b5750607f196112528260b01c90565b1661ffff165f14155b1561126957505f9392505050565b5f5b828110156112bb57815f1c6001600160a01b031685828151811061129157611291611b19565b60200260200101515f1c6001600160a01b0316036112b357505f949350505050565b60010161126b565b505060010161116a565b5f63ffffffff8216158015906100a4575062278d0063ffffffff8316111592915050565b5f600160ff8316116112fd5750603f919050565b60011960ff8316016113115750600f919050565b60021960ff83160161132557506007919050565b505f919050565b5f60ff82161561132557601f6100a4565b634e487b7160e01b5f52604160045260245ffd5b60405161014081016001600160401b03811182821017156113745761137461133d565b60405290565b604051606081016001600160401b03811182821017156113745761137461133d565b6040516102a081016001600160401b03811182821017156113745761137461133d565b604051601f8201601f191681016001600160401b03811182821017156113e7576113e761133d565b604052919050565b80356001600160a01b0381168114611405575f5ffd5b919050565b803563ffffffff81168114611405575f5ffd5b803561ffff81168114611405575f5ffd5b803560ff81168114611405575f5ffd5b80358015158114611405575f5ffd5b80356001600160401b0381168114611405575f5ffd5b803560038110611405575f5ffd5b5f6001600160401b038211156114895761148961133d565b5060051b60200190565b5f82601f8301126114a2575f5ffd5b81356114b56114b082611471565b6113bf565b8082825260208201915060208360051b8601019250858311156114d6575f5ffd5b602085015b838110156114fa576114ec816113ef565b8352602092830192016114db565b5095945050505050565b5f82601f830112611513575f5ffd5b81356115216114b082611471565b8082825260208201915060208360051b860101925085831115611542575f5ffd5b602085015b838110156114fa578035835260209283019201611547565b5f6101408284031215611570575f5ffd5b611578611351565b9050611583826113ef565b8152611591602083016113ef565b60208201526115a26040830161142e565b60408201526060828101359082015260808201356001600160401b038111156115c9575f5ffd5b6115d584828501611504565b60808301525060a08201356001600160401b038111156115f3575f5ffd5b6115ff84828501611504565b60a08301525060c08201356001600160401b0381111561161d575f5ffd5b61162984828501611504565b60c08301525060e08201356001600160401b03811115611647575f5ffd5b61165384828501611493565b60e0830152506101008201356001600160401b03811115611672575f5ffd5b61167e84828501611504565b610100830152506101208201356001600160401b0381111561169e575f5ffd5b6116aa84828501611493565b6101208301525092915050565b5f60a082840312156116c7575f5ffd5b60405160a081016001600160401b03811182821017156116e9576116e961133d565b60405290508082356001600160801b0381168114611705575f5ffd5b81526117136020840161140a565b60208201526117246040840161140a565b60408201526117356060840161140a565b60608201526117466080840161142e565b60808201525092915050565b5f60e08284031215611762575f5ffd5b61176a61137a565b905081356001600160401b03811115611781575f5ffd5b82016102a08185031215611793575f5ffd5b61179b61139c565b6117a4826113ef565b81526117b26020830161140a565b60208201526117c36040830161141d565b60408201526117d46060830161142e565b60608201526117e56080830161143e565b60808201526117f660a0830161143e565b60a082015261180760c0830161143e565b60c082015261181860e0830161143e565b60e082015261010082810135908201526101208083013590820152610140808301359082015261184b610160830161140a565b61016082015261185e610180830161140a565b6101808201526118716101a0830161144d565b6101a08201526118846101c0830161144d565b6101c08201526118976101e0830161144d565b6101e08201526118aa6102008301611463565b6102008201526118bd610220830161142e565b6102208201526118d0610240830161140a565b6102408201526102608201356001600160401b038111156118ef575f5ffd5b6118fb86828501611493565b610260830152506102808201356001600160401b0381111561191b575f5ffd5b61192786828501611504565b6102808301525082525060208201356001600160401b03811115611949575f5ffd5b6119558482850161155f565b60208301525061196883604084016116b7565b604082015292915050565b5f5f60408385031215611984575f5ffd5b82356001600160401b03811115611999575f5ffd5b6119a585828601611752565b92505060208301356001600160401b038111156119c0575f5ffd5b6119cc85828601611752565b9150509250929050565b634e487b7160e01b5f52602160045260245ffd5b600381106101fd576101fd6119d6565b60208101611a07836119ea565b91905290565b5f60208284031215611a1d575f5ffd5b81356001600160401b03811115611a32575f5ffd5b611a3e84828501611752565b949350505050565b81515f90829060208501835b82811015611a795781516001600160a01b0316845260209384019390910190600101611a52565b509195945050505050565b81515f90829060208501835b82811015611a79578151845260209384019390910190600101611a90565b60a08101611abb876119ea565b95815260ff94909416602085015263ffffffff929092166040840152606083015260809091015290565b5f81518060208401855e5f93019283525090919050565b5f610b97611b13611b0d8488611ae5565b86611ae5565b84611ae5565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b5f60018201611b5257611b52611b2d565b5060010190565b6020810160168310611a0757611a076119d6565b818103818111156100a4576100a4611b2d56",
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
// Solidity: function consentTerms(bytes32 id) view returns((address,address,uint32,uint32,bool,uint64,uint8) terms)
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
// Solidity: function consentTerms(bytes32 id) view returns((address,address,uint32,uint32,bool,uint64,uint8) terms)
func (datasetRegistry *DatasetRegistry) TryPackConsentTerms(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("consentTerms", id)
}

// UnpackConsentTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd0b4b2c4.
//
// Solidity: function consentTerms(bytes32 id) view returns((address,address,uint32,uint32,bool,uint64,uint8) terms)
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

// JobMarketMetaData contains all meta data concerning the JobMarket contract.
var JobMarketMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"registry_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"workers_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"budget_\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"bond_\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"InvalidShortString\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"JobApprovalExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"current\",\"type\":\"uint64\"}],\"name\":\"JobApprovalNotNewer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobApprovalSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"sent\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"bond\",\"type\":\"uint256\"}],\"name\":\"JobBondWrong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"JobChargeInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"max\",\"type\":\"uint256\"}],\"name\":\"JobCiphertextSize\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobClaimLapsed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"}],\"name\":\"JobClaimMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"}],\"name\":\"JobCohortBelowMinimum\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"lastNarrowed\",\"type\":\"uint64\"}],\"name\":\"JobConsentNarrowed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"given\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"expected\",\"type\":\"uint64\"}],\"name\":\"JobConsentRoundWrong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"maxAge\",\"type\":\"uint64\"}],\"name\":\"JobConsentTooOld\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"}],\"name\":\"JobDeadlinePassed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobExists\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"}],\"name\":\"JobFeeBelowPrice\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"sent\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"fee\",\"type\":\"uint256\"}],\"name\":\"JobFeeWrong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"finishBefore\",\"type\":\"uint64\"}],\"name\":\"JobLate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"JobNotBroker\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobNotDue\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"JobNotOperator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobNotReleased\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"JobNotResearcher\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"JobNothingToWithdraw\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"}],\"name\":\"JobParametersMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"max\",\"type\":\"uint256\"}],\"name\":\"JobParametersSize\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"JobPaymentFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"JobPolicyRefuses\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"JobReceiptMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"JobReceiptSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobReleased\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobRerunNotNeeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"max\",\"type\":\"uint8\"}],\"name\":\"JobRerunsExhausted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"JobSpecInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"part\",\"type\":\"string\"}],\"name\":\"JobWiringWrong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"}],\"name\":\"JobWorkerNotAccepted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"JobWorkerRefused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"enumIJobMarket.State\",\"name\":\"state\",\"type\":\"uint8\"}],\"name\":\"JobWrongState\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"str\",\"type\":\"string\"}],\"name\":\"StringTooLong\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"enumIJobMarket.ClaimEnd\",\"name\":\"how\",\"type\":\"uint8\"}],\"name\":\"ClaimReturned\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"EIP712DomainChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"JobApproved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobCancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"}],\"indexed\":false,\"internalType\":\"structIJobMarket.Charge\",\"name\":\"charge\",\"type\":\"tuple\"}],\"name\":\"JobCharged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"name\":\"JobClaimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"ReceiptId\",\"name\":\"receipt\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"result\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"ciphertext\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"indexed\":false,\"internalType\":\"structIJobMarket.Receipt\",\"name\":\"content\",\"type\":\"tuple\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"JobCompleted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"enumIJobMarket.Failure\",\"name\":\"why\",\"type\":\"uint8\"}],\"name\":\"JobFailed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"name\":\"JobHandedOver\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"components\":[{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"release\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"researcherKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"redundancy\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"}],\"indexed\":false,\"internalType\":\"structIJobMarket.JobSpec\",\"name\":\"spec\",\"type\":\"tuple\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"parameters\",\"type\":\"bytes\"}],\"name\":\"JobPosted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"reruns\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"}],\"name\":\"JobRerun\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"finishBefore\",\"type\":\"uint64\"}],\"name\":\"KeyReleased\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"PaymentKept\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"PaymentSent\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"PaymentWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"ciphertext\",\"type\":\"bytes\"}],\"name\":\"ResultDelivered\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"MAX_CIPHERTEXT\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_PARAMETERS\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"approve\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"bond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"budget\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"}],\"internalType\":\"structIJobMarket.Charge\",\"name\":\"charge_\",\"type\":\"tuple\"}],\"name\":\"charge\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"claim\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"result\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"ciphertext\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Receipt\",\"name\":\"receipt\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"ciphertext\",\"type\":\"bytes\"}],\"name\":\"complete\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"expire\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"giveUp\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"handOver\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"hashApproval\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"result\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"ciphertext\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Receipt\",\"name\":\"receipt\",\"type\":\"tuple\"}],\"name\":\"hashReceipt\",\"outputs\":[{\"internalType\":\"ReceiptId\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"isRefused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"release\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"researcherKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"redundancy\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"}],\"internalType\":\"structIJobMarket.JobSpec\",\"name\":\"spec_\",\"type\":\"tuple\"}],\"name\":\"jobId\",\"outputs\":[{\"internalType\":\"JobId\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"jobOf\",\"outputs\":[{\"components\":[{\"internalType\":\"enumIJobMarket.State\",\"name\":\"state\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reruns\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"approvedUntil\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"claimedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"releasedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"chargeRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"collateral\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"chargedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"judgedAt\",\"type\":\"uint64\"}],\"internalType\":\"structIJobMarket.Job\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"owed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"release\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"researcherKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"redundancy\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"}],\"internalType\":\"structIJobMarket.JobSpec\",\"name\":\"spec_\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"parameters\",\"type\":\"bytes\"}],\"name\":\"post\",\"outputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"receiptOf\",\"outputs\":[{\"internalType\":\"ReceiptId\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"}],\"name\":\"recordRelease\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"registry\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"rerun\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"specOf\",\"outputs\":[{\"components\":[{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"release\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"researcherKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"redundancy\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"}],\"internalType\":\"structIJobMarket.JobSpec\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"addresspayable\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"workers\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "6b1669be1c13ad1db45e7bcfc786c15632",
	Bin: "0x6101e0604052348015610010575f5ffd5b50604051615bc4380380615bc483398101604081905261002f916102f1565b60405180604001604052806006815260200165105cdcd95b9d60d21b815250604051806040016040528060018152602001603160f81b8152506100778261029960201b60201c565b6101205261008481610299565b61014052815160208084019190912060e052815190820120610100524660a05261011060e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c08190526001600160a01b03858116610160528481166101805283166101a08190526101c0839052604080516380f5560560e01b815290516380f55605916004808201926020929091908290030181865afa158015610178573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061019c9190610339565b6001600160a01b0316146101e15760405163499f7b7560e01b81526020600482015260066024820152651b585c9ad95d60d21b60448201526064015b60405180910390fd5b836001600160a01b03166101a0516001600160a01b0316637b1039996040518163ffffffff1660e01b8152600401602060405180830381865afa15801561022a573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061024e9190610339565b6001600160a01b0316146102905760405163499f7b7560e01b8152602060048201526008602482015267726567697374727960c01b60448201526064016101d8565b505050506103b4565b5f5f829050601f815111156102c3578260405163305a27a960e01b81526004016101d89190610359565b80516102ce8261038e565b179392505050565b80516001600160a01b03811681146102ec575f5ffd5b919050565b5f5f5f5f60808587031215610304575f5ffd5b61030d856102d6565b935061031b602086016102d6565b9250610329604086016102d6565b6060959095015193969295505050565b5f60208284031215610349575f5ffd5b610352826102d6565b9392505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b805160208083015191908110156103ae575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516156e86104dc5f395f81816102b401528181611185015281816111fa01528181611233015281816126bd0152818161289101526128d801525f81816104f301528181610ad6015281816113f6015261266001525f818161047701528181610a2d01528181611c43015281816137110152613a3f01525f8181610311015281816106960152818161086901528181611553015281816121e60152818161275301528181612a9b01528181612baa01528181612de201528181612e910152818161310c01528181613b3f0152613c3f01525f61329801525f61326801525f61416f01525f61414701525f6140a201525f6140cc01525f6140f601526156e85ff3fe608060405260043610610195575f3560e01c8063af263423116100e7578063df18e04711610087578063f599398411610062578063f599398414610517578063f644206c14610536578063fd172cbb14610562578063fd51181314610581575f5ffd5b8063df18e0471461049b578063e29c06bd146104cf578063ed01bf29146104e5575f5ffd5b8063c1ab5242116100c2578063c1ab52421461040c578063c4d252f51461042b578063c64417981461044a578063cabb62f014610469575f5ffd5b8063af263423146103a2578063affe000e146103c1578063bd516e10146103ed575f5ffd5b806351cff8d9116101525780637b1039991161012d5780637b1039991461030357806384b0196e14610349578063965633b81461037057806396c144f01461038f575f5ffd5b806351cff8d91461028757806364c9ec6f146102a657806372a41fdd146102d8575f5ffd5b80630569ae3d1461019957806317512459146101ba5780631a7ac1d7146101ec57806320836c69146102405780634dd886181461025f5780635148ea1514610274575b5f5ffd5b3480156101a4575f5ffd5b506101b86101b3366004614399565b6105a0565b005b3480156101c5575f5ffd5b506101d96101d43660046143cf565b6107bb565b6040519081526020015b60405180910390f35b3480156101f7575f5ffd5b5061023061020636600461441c565b5f9182526006602090815260408084206001600160a01b0393909316845291905290205460ff1690565b60405190151581526020016101e3565b34801561024b575f5ffd5b506101b861025a36600461443f565b610827565b34801561026a575f5ffd5b506101d961400081565b6101d96102823660046144d9565b610bac565b348015610292575f5ffd5b506101b86102a136600461452a565b610e37565b3480156102b1575f5ffd5b507f00000000000000000000000000000000000000000000000000000000000000006101d9565b3480156102e3575f5ffd5b506101d96102f2366004614399565b5f9081526004602052604090205490565b34801561030e575f5ffd5b507f00000000000000000000000000000000000000000000000000000000000000005b6040516001600160a01b0390911681526020016101e3565b348015610354575f5ffd5b5061035d610f54565b6040516101e39796959493929190614573565b34801561037b575f5ffd5b506101b861038a36600461461a565b610f96565b6101b861039d36600461441c565b6111d3565b3480156103ad575f5ffd5b506101b86103bc36600461441c565b6114af565b3480156103cc575f5ffd5b506103e06103db366004614399565b611712565b6040516101e391906146cd565b3480156103f8575f5ffd5b506101b8610407366004614399565b6118e6565b348015610417575f5ffd5b506101b8610426366004614867565b611ac1565b348015610436575f5ffd5b506101b8610445366004614399565b611dd0565b348015610455575f5ffd5b506101b8610464366004614399565b611e95565b348015610474575f5ffd5b507f0000000000000000000000000000000000000000000000000000000000000000610331565b3480156104a6575f5ffd5b506101d96104b536600461452a565b6001600160a01b03165f9081526005602052604090205490565b3480156104da575f5ffd5b506101d96201000081565b3480156104f0575f5ffd5b507f0000000000000000000000000000000000000000000000000000000000000000610331565b348015610522575f5ffd5b506101b861053136600461489c565b612064565b348015610541575f5ffd5b50610555610550366004614399565b61233a565b6040516101e391906148f3565b34801561056d575f5ffd5b506101d961057c366004614a2a565b6124b3565b34801561058c575f5ffd5b506101d961059b366004614a45565b6124c5565b6105a86124d2565b5f6105b282612509565b90506003815460ff1660078111156105cc576105cc6146a5565b141580156105f057506004815460ff1660078111156105ed576105ed6146a5565b14155b15610621578054604051630cb9410b60e31b815261061891849160ff90911690600401614a60565b60405180910390fd5b60018101546001600160a01b0316330361066d576002810154600160801b90046001600160401b03165f036106615761065c82826001612553565b6107af565b61065c828260016126e8565b5f828152600360208190526040918290200154905163f70df99360e01b815260048101919091527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063f70df99390602401602060405180830381865afa1580156106e3573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906107079190614a7f565b6001600160a01b0316330361078d576002810154600160801b90046001600160401b03161561074c576040516389b45ad760e01b815260048101839052602401610618565b5f82815260066020908152604080832084546001600160a01b03600160501b9091041684529091529020805460ff1916600117905561065c82826002612553565b6040516310367ef360e31b815260048101839052336024820152604401610618565b506107b861290d565b50565b604080517f510f29a693063024f7c5555f9dfe6afe062c30b5cfab55c97afbf6def4d4f8f060208201529081018390526001600160401b03821660608201525f9061081e9060800160405160208183030381529060405280519060200120612937565b90505b92915050565b61082f6124d2565b5f61083b846003612963565b5f8581526003602081905260409182902090810154915163f70df99360e01b815260048101929092529192507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063f70df99390602401602060405180830381865afa1580156108b6573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108da9190614a7f565b6001600160a01b0316336001600160a01b031614610914576040516380f1e5a760e01b815260048101869052336024820152604401610618565b81546001600160a01b03858116600160501b9092041614158061094a575081546001600160401b03848116620100009092041614155b15610997578154604051631198556b60e21b815260048101879052600160501b82046001600160a01b03166024820152620100009091046001600160401b03166044820152606401610618565b6002820154600160801b90046001600160401b0316156109cd576040516389b45ad760e01b815260048101869052602401610618565b5f6109d7826129bf565b90506109e4838383612b0d565b15610a05576040516351bd9e4560e11b815260048101879052602401610618565b610a0e82612b6b565b60405163d71265c760e01b81526001600160a01b0386811660048301527f0000000000000000000000000000000000000000000000000000000000000000169063d71265c7906024016102a0604051808303815f875af1158015610a74573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610a989190614b2f565b5060028301805467ffffffffffffffff60801b1916600160801b426001600160401b0316021790556040516385d5fde160e01b8152600481018790527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906385d5fde1906024015f604051808303815f87803b158015610b1f575f5ffd5b505af1158015610b31573d5f5f3e3d5ffd5b50505050846001600160a01b0316867ff5d015f6675ebf4932027fa5cc1495c294eb2ce30dabd97b9353062f7a774c5f8684610240015163ffffffff1642610b799190614ca9565b604080516001600160401b0393841681529290911660208301520160405180910390a3505050610ba761290d565b505050565b5f610bb56124d2565b610bbe846124c5565b5f818152600260205260408120919250815460ff166007811115610be457610be46146a5565b14610c0557604051639e2b4bfd60e01b815260048101839052602401610618565b610c176101408601610120870161452a565b6001600160a01b0316336001600160a01b031614610c51576040516326785b9160e11b815260048101839052336024820152604401610618565b610c636101c086016101a08701614ce7565b6001600160801b03163414610cb05734610c856101c087016101a08801614ce7565b604051634517ba6160e01b815260048101929092526001600160801b03166024820152604401610618565b614000831115610cde5760405163c350e17760e01b8152600481018490526140006024820152604401610618565b84604001358484604051610cf3929190614d02565b604051809103902014610d39578383604051610d10929190614d02565b60408051918290038220631b49e2bb60e01b835260048301528601356024820152604401610618565b610d4b6101a086016101808701614d11565b6001600160401b0316421115610d9257610d6d6101a086016101808701614d11565b604051636ee5d1fb60e01b81526001600160401b039091166004820152602401610618565b610d9b85612c04565b610da485612dd3565b805460ff191660011781555f8281526003602052604090208590610dc88282614d68565b50610ddd90506101408601610120870161452a565b6001600160a01b03168560600135837f9a02930b7dcc1bb3f6015b31cd0e7894cfce7d4dd4817306acda2d978c369876888888604051610e1f93929190615129565b60405180910390a450610e3061290d565b9392505050565b610e3f6124d2565b335f9081526005602052604081205490819003610e71576040516307b294bb60e01b8152336004820152602401610618565b335f8181526005602052604080822091909155516001600160a01b03841691907f16d46b28f1a9377c2df78652a0a8e31568b99311665bcec24cbba72edd2e5c2c90610ec09085815260200190565b60405180910390a35f826001600160a01b0316826040515f6040518083038185875af1925050503d805f8114610f11576040519150601f19603f3d011682016040523d82523d5f602084013e610f16565b606091505b5050905080610f4a576040516375f0dc8d60e11b81526001600160a01b038416600482015260248101839052604401610618565b50506107b861290d565b5f6060805f5f5f6060610f65613261565b610f6d613291565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b610f9e6124d2565b5f610faa876004612963565b905062010000821115610fdc576040516327112c2560e01b815260048101839052620100006024820152604401610618565b610fe78782886132bc565b8282604051610ff7929190614d02565b6040518091039020866101a00135146110495786604051637a8a4f1160e01b8152600401610618918152604060208201819052600a908201526918da5c1a195c9d195e1d60b21b606082015260800190565b8054600160501b90046001600160a01b03165f611065886124b3565b90505f611073828989613814565b50509050826001600160a01b0316816001600160a01b0316146110bb57604051632c76b4bd60e11b8152600481018b90526001600160a01b0384166024820152604401610618565b835460ff191660051784555f8a81526004602052604090819020839055516001600160a01b0384169083908c907f2841a4c9f92c2e059c9be336db31b75caf33181f72e9a1434ca4fc158a87420690611119908e908e908e9061525c565b60405180910390a4897f8bd0e01a27f513774098aae96200621ff0775d366334ae6f3eba93200b029506878760405161115392919061527f565b60405180910390a260018401545f8b8152600360205260409020600701546111bf916001600160a01b0316906111ba907f000000000000000000000000000000000000000000000000000000000000000090600160481b90046001600160801b0316615292565b61385b565b505050506111cb61290d565b505050505050565b6111db6124d2565b5f6111e7836002612963565b5f848152600360205260409020909150347f00000000000000000000000000000000000000000000000000000000000000001461125f576040516363eb88b760e01b81523460048201527f00000000000000000000000000000000000000000000000000000000000000006024820152604401610618565b600781015461010090046001600160401b03164211156112a7576007810154604051636ee5d1fb60e01b81526101009091046001600160401b03166004820152602401610618565b60028201546001600160401b03164211156112ed576002820154604051630287271560e01b8152600481018690526001600160401b039091166024820152604401610618565b6112f681612b6b565b5f61130385838633613928565b61010001518354600185018054600287018054426001600160401b03908116600160401b0267ffffffffffffffff60401b19909216919091179091556001600160a01b03898116600160501b908102600160501b600160f01b03194385166201000081029190911661ff01600160f01b0319909816979097171760039081178b556001600160a01b0319600160a01b909702969096166001600160e01b03199094169390931733179093558388018590559286015460058701546004808901546040516375d506cb60e11b81529182018d90526024820193909352908416604482015291900490921660648301529192507f00000000000000000000000000000000000000000000000000000000000000009091169063ebaa0d96906084015f604051808303815f87803b158015611439575f5ffd5b505af115801561144b573d5f5f3e3d5ffd5b5050604080516001600160401b0343168152602081018590523393506001600160a01b038816925088917ffab641bd353abef34b311f1056e0f8d1ca7b7b9b05aa34316a24799e61fcd67d910160405180910390a45050506114ab61290d565b5050565b6114b76124d2565b5f6114c183612509565b90506003815460ff1660078111156114db576114db6146a5565b141580156114ff57506004815460ff1660078111156114fc576114fc6146a5565b14155b15611527578054604051630cb9410b60e31b815261061891859160ff90911690600401614a60565b5f8381526003602081905260409182902090810154915163f70df99360e01b81526004810192909252907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063f70df99390602401602060405180830381865afa1580156115a0573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906115c49190614a7f565b6001600160a01b0316336001600160a01b0316146115fe576040516380f1e5a760e01b815260048101859052336024820152604401610618565b6002820154600160801b90046001600160401b03165f0361163557604051637c65817960e11b815260048101859052602401610618565b60018201545f90611654908690849087906001600160a01b0316613928565b83546001600160a01b03868116600160501b908102600160501b600160f01b031984161787556101008401516003880155929350919004166004845460ff1660078111156116a4576116a46146a5565b036116b3576116b38483613bef565b846001600160a01b0316816001600160a01b0316877fa858497be8cc44439b21dfb13329cc287a7bd9ec90432776e728ffb93e0545638561010001516040516116fe91815260200190565b60405180910390a4505050506114ab61290d565b60408051610240810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a081018290526101c081018290526101e0810182905261020081018290526102208101919091526117ab82612509565b6040805161024081019091528154909190829060ff1660078111156117d2576117d26146a5565b60078111156117e3576117e36146a5565b8152815461010080820460ff1660208401526201000082046001600160401b039081166040850152600160501b9092046001600160a01b03908116606085015260018501549081166080850152600160a01b8104831660a0850152600160e01b900463ffffffff1660c0840152600284015480831660e0850152600160401b808204841692850192909252600160801b81048316610120850152600160c01b900482166101408401526003840154610160840152600484015461018084015260058401546101a084015260068401546101c084015260078401546101e0840152600890930154808216610200840152929092049091166102209091015292915050565b6118ee6124d2565b5f6118fa826003612963565b5f8381526003602052604090206001820154919250906001600160a01b03163314611941576040516310367ef360e31b815260048101849052336024820152604401610618565b5f61194b826129bf565b6101e081015160018501549192505f9163ffffffff9091169061197e90600160a01b90046001600160401b0316436152a5565b1190508015816119b357506001840154600160a01b90046001600160401b03166119a784613c21565b6001600160401b031611155b156119d4576040516376ed346960e11b815260048101869052602401610618565b610280820151845460ff91821661010090910490911610611a1b57610280820151604051631e6111a160e21b81526004810187905260ff9091166024820152604401610618565b6001848101805467ffffffffffffffff60a01b1916600160a01b436001600160401b031602179055845486917ff7287058d86a3dceb8ea8b19a3cbc3058ef06f62cbf13217fb36170a06284f2b91879190611a7d90610100900460ff166152b8565b825460ff9182166101009390930a8381029202191617909155604080519182526001600160401b03431660208301520160405180910390a2505050506107b861290d565b611ac96124d2565b5f611ad5836003612963565b5f8481526003602052604090206001820154919250906001600160a01b03163314611b1c576040516310367ef360e31b815260048101859052336024820152604401610618565b6002820154600160801b90046001600160401b03165f03611b5357604051637c65817960e11b815260048101859052602401610618565b82355f03611b7457604051630f9c90c560e11b8152600401610618906152d6565b60408301355f03611b9857604051630f9c90c560e11b8152600401610618906152fb565b5f611ba2826129bf565b61024081015160028501549192505f91611bd29163ffffffff1690600160801b90046001600160401b0316614ca9565b9050806001600160401b0316421115611c10576040516315bd2fa360e11b8152600481018790526001600160401b0382166024820152604401610618565b611c1983612b6b565b835460405163d71265c760e01b81526001600160a01b03600160501b909204821660048201525f917f0000000000000000000000000000000000000000000000000000000000000000169063d71265c7906024016102a0604051808303815f875af1158015611c8a573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611cae9190614b2f565b9050611cbd878686868a613d14565b845460ff191660041785556002850180546001600160c01b0316600160c01b436001600160401b03908116919091029190911790915560088601805467ffffffffffffffff1916429092169190911790556101008101516003860155611d238582613bef565b853560048601556040860135600586015560608601356006860155611d4e60a0870160808801615325565b6001860180546001600160e01b0316600160e01b63ffffffff93909316929092029190911790558454604051600160501b9091046001600160a01b03169088907f6ab7ebcb9b4304bb97f5eae9e83013fbd06f5ffd6c9d6c4bb39a611c24fa483990611dbb908a90615340565b60405180910390a350505050506114ab61290d565b611dd86124d2565b5f611de282612509565b5f838152600360205260409020600501549091506001600160a01b03163314611e27576040516326785b9160e11b815260048101839052336024820152604401610618565b6001815460ff166007811115611e3f57611e3f6146a5565b14158015611e6357506002815460ff166007811115611e6057611e606146a5565b14155b15611e8b578054604051630cb9410b60e31b815261061891849160ff90911690600401614a60565b6107af8282613eea565b611e9d6124d2565b5f611ea782612509565b5f8381526003602052604090209091506001825460ff166007811115611ecf57611ecf6146a5565b1480611ef057506002825460ff166007811115611eee57611eee6146a5565b145b15611f3957600781015461010090046001600160401b03164211611f2a5760405163b843d70760e01b815260048101849052602401610618565b611f348383613eea565b610f4a565b6003825460ff166007811115611f5157611f516146a5565b1480611f7257506004825460ff166007811115611f7057611f706146a5565b145b15612041575f611f81826129bf565b6002840154909150600160801b90046001600160401b03165f03611fda57611faa838383612b0d565b611fca5760405163b843d70760e01b815260048101859052602401610618565b611fd584845f612553565b61203b565b61024081015160028401546120059163ffffffff1690600160801b90046001600160401b0316614ca9565b6001600160401b031642116120305760405163b843d70760e01b815260048101859052602401610618565b61203b84845f6126e8565b50610f4a565b8154604051630cb9410b60e31b815261061891859160ff90911690600401614a60565b61206c6124d2565b5f61207685612509565b5f8681526003602052604090209091506001825460ff16600781111561209e5761209e6146a5565b141580156120c257506002825460ff1660078111156120bf576120bf6146a5565b14155b156120ea578154604051630cb9410b60e31b815261061891889160ff90911690600401614a60565b600781015461010090046001600160401b0316421115612132576007810154604051636ee5d1fb60e01b81526101009091046001600160401b03166004820152602401610618565b846001600160401b031642111561216e57604051630287271560e01b8152600481018790526001600160401b0386166024820152604401610618565b60028201546001600160401b03908116908616116121bf57600282015460405163891db1ef60e01b8152600481018890526001600160401b0380881660248301529091166044820152606401610618565b6121c881612b6b565b6003810154604051637ca411c760e11b81525f916001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169163f948238e9161221d9160040190815260200190565b602060405180830381865afa158015612238573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061225c9190614a7f565b90506122a78161226c89896107bb565b87878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250613f5a92505050565b6122c757604051630981d59960e11b815260048101889052602401610618565b825460ff191660029081178455830180546001600160401b03881667ffffffffffffffff19909116811790915560405190815287907fc1e0a19396ebd96d765fd9c9e5dc458f16fa20488c11718ee6819840e329e93c9060200160405180910390a250505061233461290d565b50505050565b604080516101e0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a081018290526101c08101919091526123bb82612509565b50505f9081526003602081815260409283902083516101e081018552815460ff9081168252600183015493820193909352600282015494810194909452918201546060840152600482015463ffffffff808216608086015264010000000082041660a0850152600160401b8104821660c0850152600160481b808204831660e0860152600160501b9091046001600160401b039081166101008087019190915260058501546001600160a01b0316610120870152600685015461014087015260078501549384166101608701528304811661018086015291046001600160801b03166101a0840152600890910154166101c082015290565b5f6108216124c083613fca565b612937565b5f6108216124c08361401b565b6124da61404f565b61250760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b9061408f565b565b5f81815260026020526040812090815460ff16600781111561252d5761252d6146a5565b0361254e5760405163c63e069360e01b815260048101839052602401610618565b919050565b600182015482546040516001600160a01b0392831692600160501b9092049091169085907fa977ba81979f4af70e9e9f8fbb1b129b3aa1a2d7506c4d9dd51d11eb670fb560906125a4908690615399565b60405180910390a3600283810180545f8781526020849052604080822080546001600160f01b0319168155600181018390558086018390556003810183905560048082018490556005820184905560068201849055600782019390935560080180546fffffffffffffffffffffffffffffffff19169055875460ff19169094178755825467ffffffffffffffff19166001600160401b039092169182179092559151638fcdb5e960e01b81529081018690526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690638fcdb5e9906024015f604051808303815f87803b1580156126a1575f5ffd5b505af11580156126b3573d5f5f3e3d5ffd5b505050506126e1827f000000000000000000000000000000000000000000000000000000000000000061385b565b5050505050565b5f83815260036020819052604082209190845460ff16600781111561270f5761270f6146a5565b03612805576003820154600480840154604051637d9a94b960e11b81529182019290925263ffffffff808316602483015264010000000090920490911660448201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063fb35297290606401602060405180830381865afa1580156127a0573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906127c491906153b3565b6127d45750600291506001612805565b83546201000090046001600160401b03166127ee83613c21565b6001600160401b0316111561280557506003915060015b835460ff1916600617845560405185907f9405672962d5eceb133b7448e1459c07b076b281b94c4d1ec6a86fb1b0d64247906128429086906153cc565b60405180910390a280156128ba576005820154600783015461287d916001600160a01b031690600160481b90046001600160801b031661385b565b60018401546128b5906001600160a01b03167f000000000000000000000000000000000000000000000000000000000000000061385b565b6126e1565b600582015460078301546126e1916001600160a01b0316906111ba907f000000000000000000000000000000000000000000000000000000000000000090600160481b90046001600160801b0316615292565b6125075f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00612501565b5f610821612943614096565b8360405161190160f01b8152600281019290925260228201526042902090565b5f61296d83612509565b9050816007811115612981576129816146a5565b815460ff166007811115612997576129976146a5565b14610821578054604051630cb9410b60e31b815261061891859160ff90911690600401614a60565b604080516102a0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a081018290526101c081018290526101e081018290526102008101829052610220810182905261024081018290526102608101829052610280810191909152600382015460048084015460405162ca398d60e31b81529182019290925264010000000090910463ffffffff1660248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690630651cc68906044016102a060405180830381865afa158015612ae9573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061082191906153f9565b5f81610220015163ffffffff168460020160089054906101000a90046001600160401b0316612b3c9190614ca9565b6001600160401b0316421180612b635750600783015461010090046001600160401b031642115b949350505050565b6003810154600480830154604051632080702560e01b81529182019290925263ffffffff808316602483015264010000000090920490911660448201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906320807025906064015f6040518083038186803b158015612bf2575f5ffd5b505afa1580156126e1573d5f5f3e3d5ffd5b6007612c136020830183615587565b60ff161115612c4e57604051632c47585960e21b8152600401610618906020808252600490820152631ada5b9960e21b604082015260600190565b601f612c6060e0830160c08401615587565b60ff161115612c9c57604051632c47585960e21b8152602060048201526007602482015266707572706f736560c81b6044820152606401610618565b6001612caf610100830160e08401615587565b60ff161115612ceb57604051632c47585960e21b815260206004820152600760248201526672656c6561736560c81b6044820152606401610618565b612cfd61012082016101008301614d11565b6001600160401b0316156001612d1a610100840160e08501615587565b60ff161414612d3c57604051632c47585960e21b8152600401610618906155a2565b612d4e61018082016101608301615587565b60ff16600114612d8e57604051632c47585960e21b815260206004820152600a602482015269726564756e64616e637960b01b6044820152606401610618565b6101408101355f036107b857604051632c47585960e21b815260206004820152600d60248201526c726573656172636865724b657960981b6044820152606401610618565b60608101356001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016632080702582612e1860a0860160808701615325565b612e2860c0870160a08801615325565b6040516001600160e01b031960e086901b168152600481019390935263ffffffff91821660248401521660448201526064015f6040518083038186803b158015612e70575f5ffd5b505afa158015612e82573d5f5f3e3d5ffd5b505f9250506001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169050630651cc6883612ec960c0870160a08801615325565b6040516001600160e01b031960e085901b168152600481019290925263ffffffff1660248201526044016102a060405180830381865afa158015612f0f573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612f3391906153f9565b9050612f4560e0840160c08501615587565b60ff16816020015163ffffffff16901c60011663ffffffff165f03612f97576040516335803dd560e21b8152602060048201526007602482015266707572706f736560c81b6044820152606401610618565b612fa46020840184615587565b60ff16816040015161ffff16901c60011661ffff165f03612ff1576040516335803dd560e21b8152600401610618906020808252600490820152631ada5b9960e21b604082015260600190565b5f613003610100850160e08601615587565b60ff1614801561301557508060800151155b15613052576040516335803dd560e21b815260206004820152600c60248201526b616c6c6f775072697661746560a01b6044820152606401610618565b6001613065610100850160e08601615587565b60ff1614801561307757508060a00151155b156130b2576040516335803dd560e21b815260206004820152600a602482015269185b1b1bddd15e1858dd60b21b6044820152606401610618565b6002816101a0015160028111156130cb576130cb6146a5565b03613102576040516335803dd560e21b815260206004820152600660248201526572657669657760d01b6044820152606401610618565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016632d443eaa8361314260c0870160a08801615325565b6040516001600160e01b031960e085901b168152600481019290925263ffffffff16602482015260208601356044820152606401602060405180830381865afa158015613191573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906131b591906153b3565b6131ed576040516335803dd560e21b815260206004820152600860248201526770726f6772616d7360c01b6044820152606401610618565b6102008101516001600160801b031661320e6101c085016101a08601614ce7565b6001600160801b03161015610ba75761322f6101c084016101a08501614ce7565b6102008201516040516378a2c33960e01b81526001600160801b03928316600482015291166024820152604401610618565b606061328c7f00000000000000000000000000000000000000000000000000000000000000006141bf565b905090565b606061328c7f00000000000000000000000000000000000000000000000000000000000000006141bf565b5f838152600360205260409020813584146133095783604051637a8a4f1160e01b8152600401610618918152604060208201819052600390820152623537b160e91b606082015260800190565b6001830154600160a01b90046001600160401b031661332e6040840160208501614d11565b6001600160401b0316146133575783604051637a8a4f1160e01b815260040161061891906155c4565b82600501548260400135146133815783604051637a8a4f1160e01b815260040161061891906155f5565b82600601548260600135146133d15783604051637a8a4f1160e01b8152600401610618918152604060208201819052600c908201526b1cdd589a9958dd1cd49bdbdd60a21b606082015260800190565b6001830154600160e01b900463ffffffff166133f360a0840160808501615325565b63ffffffff161461343f5783604051637a8a4f1160e01b8152600401610618918152604060208201819052600c908201526b6c6976655375626a6563747360a01b606082015260800190565b80600301548260a001351461348a5783604051637a8a4f1160e01b81526004016106189181526040602082018190526007908201526619185d185cd95d60ca1b606082015260800190565b600481015463ffffffff166134a560e0840160c08501615325565b63ffffffff16146134f35783604051637a8a4f1160e01b8152600401610618918152604060208201819052600e908201526d3230ba30b9b2ba2b32b939b4b7b760911b606082015260800190565b6004810154640100000000900463ffffffff16613517610100840160e08501615325565b63ffffffff16146135645783604051637a8a4f1160e01b8152600401610618918152604060208201819052600d908201526c3837b634b1bcab32b939b4b7b760991b606082015260800190565b8060010154826101000135146135b05783604051637a8a4f1160e01b81526004016106189181526040602082018190526007908201526670726f6772616d60c81b606082015260800190565b8060020154826101200135146135ff5783604051637a8a4f1160e01b8152600401610618918152604060208201819052600a9082015269706172616d657465727360b01b606082015260800190565b6004810154600160501b90046001600160401b031661362661016084016101408501614d11565b6001600160401b03161461364f5783604051637a8a4f1160e01b81526004016106189190615625565b82600401548261016001351461367a5783604051637a8a4f1160e01b8152600401610618919061564d565b8254600160501b90046001600160a01b031661369e6101e084016101c0850161452a565b6001600160a01b0316146136e85783604051637a8a4f1160e01b815260040161061891815260406020820181905260079082015266656e636c61766560c81b606082015260800190565b8254604051633bb0a52160e11b8152600160501b9091046001600160a01b0390811660048301527f000000000000000000000000000000000000000000000000000000000000000016906377614a42906024016102a060405180830381865afa158015613757573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061377b9190614b2f565b60c00151826101e00135146137ca5783604051637a8a4f1160e01b8152600401610618918152604060208201819052600b908201526a1b59585cdd5c995b595b9d60aa1b606082015260800190565b8260030154826102000135146123345783604051637a8a4f1160e01b81526004016106189181526040602082018190526005908201526471756f746560d81b606082015260800190565b5f80806041849003613848578435602086013560408701355f1a61383a898285856141fc565b955095509550505050613852565b505f915060029050825b93509350939050565b805f03613866575050565b5f5f5f5f5f858761c350f1905080156138c157826001600160a01b03167f47db2abce6d5fbcd80ffd9b4ba74dcde804a746ef732bc7f8a70fabfc912c590836040516138b491815260200190565b60405180910390a2505050565b6001600160a01b0383165f90815260056020526040812080548492906138e8908490615292565b90915550506040518281526001600160a01b038416907f65aeb1e6201b230ddd849955b527d54c29a348e60178292128c92f728c5adcaf906020016138b4565b604080516102a0810182525f8082526020808301829052828401829052606083018290526080830182905260a0830182905260c0830182905260e08301829052610100830182905261012083018290526101408301829052610160830182905261018083018290526101a083018290526101c083018290526101e0830182905261020083018290526102208301829052610240830182905261026083018290526102808301829052878252600681528382206001600160a01b03871683529052919091205460ff1615613a2057604051631270f67b60e31b8152600481018690526001600160a01b0384166024820152604401610618565b60405163d71265c760e01b81526001600160a01b0384811660048301527f0000000000000000000000000000000000000000000000000000000000000000169063d71265c7906024016102a0604051808303815f875af1158015613a86573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613aaa9190614b2f565b9050805f01516001600160a01b0316826001600160a01b031614613af3576040516310367ef360e31b8152600481018690526001600160a01b0383166024820152604401610618565b600384015460048086015460c084015160e0850151604051630d83c69560e41b81529384019490945264010000000090910463ffffffff166024830152604482015260648101919091527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d83c695090608401602060405180830381865afa158015613b8c573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613bb091906153b3565b612b635760c081015160e0820151604051633f1e7f1760e01b81526001600160a01b038616600482015260248101929092526044820152606401610618565b6101e001516007820155600801805467ffffffffffffffff60401b1916600160401b426001600160401b031602179055565b6003810154604051633ecebe4360e21b81525f916001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169163fb3af90c91613c769160040190815260200190565b602060405180830381865afa158015613c91573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613cb59190614a7f565b6001600160a01b031663fb2bc3c76040518163ffffffff1660e01b8152600401602060405180830381865afa158015613cf0573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108219190615678565b6001840154600160a01b90046001600160401b031680613d3a6040840160208501614d11565b6001600160401b031614613d8d5785613d596040840160208501614d11565b60405163538ccad960e11b815260048101929092526001600160401b03908116602483015282166044820152606401610618565b806001600160401b03164311613db657604051630f9c90c560e11b815260040161061890615693565b6101e083015163ffffffff16613dd56001600160401b038316436152a5565b1115613e19576101e08301516040516303b1aeb160e51b8152600481018890526001600160401b038316602482015263ffffffff9091166044820152606401610618565b5f613e2385613c21565b9050816001600160401b0316816001600160401b03161115613e7257604051635af7a56760e11b8152600481018890526001600160401b03808416602483015282166044820152606401610618565b61010084015163ffffffff16613e8e60a0850160808601615325565b63ffffffff161015613ee15786613eab60a0850160808601615325565b610100860151604051630b16f58960e11b8152600481019390935263ffffffff9182166024840152166044820152606401610618565b50505050505050565b805460ff1916600717815560405182907f9ccc861eaec2aceb9488758b457d6274b344707bc4e961cbaefacd208025410f905f90a25f82815260036020526040902060058101546007909101546114ab916001600160a01b031690600160481b90046001600160801b031661385b565b5f836001600160a01b03163b5f03613fb8575f5f613f7885856142c4565b5090925090505f816003811115613f9157613f916146a5565b148015613faf5750856001600160a01b0316826001600160a01b0316145b92505050610e30565b613fc384848461430d565b9050610e30565b5f7f3808beb201ed4e7a9931165d103907f9020a6f4af51a0bba7960f3eb77652cf882604051602001613ffe9291906156be565b604051602081830303815290604052805190602001209050919050565b5f7f8bab9cb3430a67d5dfe0357b8595cef916e13a9b50f01afd0e04464224091d2682604051602001613ffe9291906156d3565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c1561250757604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b5f306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480156140ee57507f000000000000000000000000000000000000000000000000000000000000000046145b1561411857507f000000000000000000000000000000000000000000000000000000000000000090565b61328c604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60605f6141cb83614372565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561423557505f915060039050826142ba565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa158015614286573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b0381166142b157505f9250600191508290506142ba565b92505f91508190505b9450945094915050565b5f5f5f83516041036142fb576020840151604085015160608601515f1a6142ed888285856141fc565b955095509550505050614306565b505081515f91506002905b9250925092565b805160408051630b135d3f60e11b8082526004820186905260248201929092525f92906020820185604483015e5f82606483010152601f820160051c60051b915060205f60648401838a5afa9050825f5114601f3d1116811693505050509392505050565b5f60ff8216601f81111561082157604051632cd44ac360e21b815260040160405180910390fd5b5f602082840312156143a9575f5ffd5b5035919050565b6001600160401b03811681146107b8575f5ffd5b803561254e816143b0565b5f5f604083850312156143e0575f5ffd5b8235915060208301356143f2816143b0565b809150509250929050565b6001600160a01b03811681146107b8575f5ffd5b803561254e816143fd565b5f5f6040838503121561442d575f5ffd5b8235915060208301356143f2816143fd565b5f5f5f60608486031215614451575f5ffd5b833592506020840135614463816143fd565b91506040840135614473816143b0565b809150509250925092565b5f6101e0828403121561448f575f5ffd5b50919050565b5f5f83601f8401126144a5575f5ffd5b5081356001600160401b038111156144bb575f5ffd5b6020830191508360208285010111156144d2575f5ffd5b9250929050565b5f5f5f61020084860312156144ec575f5ffd5b6144f6858561447e565b92506101e08401356001600160401b03811115614511575f5ffd5b61451d86828701614495565b9497909650939450505050565b5f6020828403121561453a575f5ffd5b8135610e30816143fd565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b60ff60f81b8816815260e060208201525f61459160e0830189614545565b82810360408401526145a38189614545565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b818110156145f85783518352602093840193909201916001016145da565b50909b9a5050505050505050505050565b5f610220828403121561448f575f5ffd5b5f5f5f5f5f5f6102808789031215614630575f5ffd5b863595506146418860208901614609565b94506102408701356001600160401b0381111561465c575f5ffd5b61466889828a01614495565b9095509350506102608701356001600160401b03811115614687575f5ffd5b61469389828a01614495565b979a9699509497509295939492505050565b634e487b7160e01b5f52602160045260245ffd5b600881106146c9576146c96146a5565b9052565b5f610240820190506146e08284516146b9565b60208301516146f4602084018260ff169052565b50604083015161470f60408401826001600160401b03169052565b50606083015161472a60608401826001600160a01b03169052565b50608083015161474560808401826001600160a01b03169052565b5060a083015161476060a08401826001600160401b03169052565b5060c083015161477860c084018263ffffffff169052565b5060e083015161479360e08401826001600160401b03169052565b506101008301516147b06101008401826001600160401b03169052565b506101208301516147cd6101208401826001600160401b03169052565b506101408301516147ea6101408401826001600160401b03169052565b506101608301516101608301526101808301516101808301526101a08301516101a08301526101c08301516101c08301526101e08301516101e08301526102008301516148436102008401826001600160401b03169052565b506102208301516148606102208401826001600160401b03169052565b5092915050565b5f5f82840360c0811215614879575f5ffd5b8335925060a0601f198201121561488e575f5ffd5b506020830190509250929050565b5f5f5f5f606085870312156148af575f5ffd5b8435935060208501356148c1816143b0565b925060408501356001600160401b038111156148db575f5ffd5b6148e787828801614495565b95989497509550505050565b815160ff1681526101e081016020830151602083015260408301516040830152606083015160608301526080830151614934608084018263ffffffff169052565b5060a083015161494c60a084018263ffffffff169052565b5060c083015161496160c084018260ff169052565b5060e083015161497660e084018260ff169052565b506101008301516149936101008401826001600160401b03169052565b506101208301516149b06101208401826001600160a01b03169052565b506101408301516101408301526101608301516149d361016084018260ff169052565b506101808301516149f06101808401826001600160401b03169052565b506101a0830151614a0d6101a08401826001600160801b03169052565b506101c08301516148606101c08401826001600160401b03169052565b5f6102208284031215614a3b575f5ffd5b61081e8383614609565b5f6101e08284031215614a56575f5ffd5b61081e838361447e565b82815260408101610e3060208301846146b9565b805161254e816143fd565b5f60208284031215614a8f575f5ffd5b8151610e30816143fd565b6040516102a081016001600160401b0381118282101715614ac957634e487b7160e01b5f52604160045260245ffd5b60405290565b805161254e816143b0565b60ff811681146107b8575f5ffd5b805161254e81614ada565b8051801515811461254e575f5ffd5b805161ffff8116811461254e575f5ffd5b63ffffffff811681146107b8575f5ffd5b805161254e81614b13565b5f6102a0828403128015614b41575f5ffd5b50614b4a614a9a565b614b5383614a74565b8152614b6160208401614acf565b6020820152614b7260408401614ae8565b6040820152614b8360608401614af3565b6060820152614b9460808401614b02565b608082015260a0838101519082015260c0808401519082015260e080840151908201526101008084015190820152614bcf6101208401614ae8565b610120820152614be26101408401614af3565b610140820152614bf56101608401614b24565b610160820152614c086101808401614acf565b610180820152614c1b6101a08401614acf565b6101a0820152614c2e6101c08401614acf565b6101c08201526101e0838101519082015261020080840151908201526102208084015190820152614c626102408401614b24565b610240820152614c756102608401614acf565b610260820152614c886102808401614a74565b6102808201529392505050565b634e487b7160e01b5f52601160045260245ffd5b6001600160401b03818116838216019081111561082157610821614c95565b6001600160801b03811681146107b8575f5ffd5b803561254e81614cc8565b5f60208284031215614cf7575f5ffd5b8135610e3081614cc8565b818382375f9101908152919050565b5f60208284031215614d21575f5ffd5b8135610e30816143b0565b5f813561082181614ada565b5f813561082181614b13565b5f8135610821816143b0565b5f8135610821816143fd565b5f813561082181614cc8565b614d85614d7483614d2c565b825460ff191660ff91909116178255565b60208201356001820155604082013560028201556060820135600382015560048101614dcd614db660808501614d38565b825463ffffffff191663ffffffff91909116178255565b614dfe614ddc60a08501614d38565b825467ffffffff00000000191660209190911b67ffffffff0000000016178255565b614e31614e0d60c08501614d2c565b825468ff0000000000000000191660409190911b68ff000000000000000016178255565b614e66614e4060e08501614d2c565b825469ff000000000000000000191660489190911b69ff00000000000000000016178255565b614ea2614e766101008501614d44565b82805467ffffffffffffffff60501b191660509290921b67ffffffffffffffff60501b16919091179055565b50614ed7614eb36101208401614d50565b6005830180546001600160a01b0319166001600160a01b0392909216919091179055565b610140820135600682015560078101614ef6614d746101608501614d2c565b614f2a614f066101808501614d44565b825468ffffffffffffffff00191660089190911b68ffffffffffffffff0016178255565b614f7e614f3a6101a08501614d5c565b825478ffffffffffffffffffffffffffffffff000000000000000000191660489190911b78ffffffffffffffffffffffffffffffff00000000000000000016178255565b506114ab614f8f6101c08401614d44565b600883016001600160401b0382166001600160401b03198254161781555050565b803561254e81614ada565b803561254e81614b13565b614fda82614fd383614fb0565b60ff169052565b60208181013590830152604080820135908301526060808201359083015261500460808201614fbb565b63ffffffff16608083015261501b60a08201614fbb565b63ffffffff1660a083015261503260c08201614fb0565b60ff1660c083015261504660e08201614fb0565b60ff1660e083015261505b61010082016143c4565b6001600160401b03166101008301526150776101208201614411565b6001600160a01b0316610120830152610140818101359083015261509e6101608201614fb0565b60ff166101608301526150b461018082016143c4565b6001600160401b03166101808301526150d06101a08201614cdc565b6001600160801b03166101a08301526150ec6101c082016143c4565b6001600160401b0381166101c0840152505050565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b6151338185614fc6565b6102006101e08201525f61514c61020083018486615101565b95945050505050565b80358252615165602082016143c4565b6001600160401b03166020830152604081810135908301526060808201359083015261519360808201614fbb565b63ffffffff16608083015260a081810135908301526151b460c08201614fbb565b63ffffffff1660c08301526151cb60e08201614fbb565b63ffffffff1660e0830152610100818101359083015261012080820135908301526151f961014082016143c4565b6001600160401b0316610140830152610160818101359083015261018080820135908301526101a080820135908301526152366101c08201614411565b6001600160a01b03166101c08301526101e0818101359083015261020090810135910152565b6152668185615155565b6102406102208201525f61514c61024083018486615101565b602081525f612b63602083018486615101565b8082018082111561082157610821614c95565b8181038181111561082157610821614c95565b5f60ff821660ff81036152cd576152cd614c95565b60010192915050565b602081525f610821602083016006815265696e7075747360d01b602082015260400190565b602081525f61082160208301600b81526a18dbdb9cd95b9d149bdbdd60aa1b602082015260400190565b5f60208284031215615335575f5ffd5b8135610e3081614b13565b8135815260a081016020830135615356816143b0565b6001600160401b031660208301526040838101359083015260608084013590830152608083013561538681614b13565b63ffffffff811660808401525092915050565b60208101600383106153ad576153ad6146a5565b91905290565b5f602082840312156153c3575f5ffd5b61081e82614af3565b60208101600483106153ad576153ad6146a5565b80516003811061254e575f5ffd5b805161254e81614cc8565b5f6102a082840312801561540b575f5ffd5b50615414614a9a565b61541d83614a74565b815261542b60208401614b24565b602082015261543c60408401614b02565b604082015261544d60608401614ae8565b606082015261545e60808401614af3565b608082015261546f60a08401614af3565b60a082015261548060c08401614af3565b60c082015261549160e08401614af3565b60e08201526154a36101008401614b24565b6101008201526154b66101208401614b24565b6101208201526154c96101408401614acf565b6101408201526154dc6101608401614acf565b6101608201526154ef6101808401614acf565b6101808201526155026101a084016153e0565b6101a08201526155156101c08401614ae8565b6101c08201526155286101e08401614b24565b6101e082015261553b61020084016153ee565b61020082015261554e6102208401614b24565b6102208201526155616102408401614b24565b6102408201526155746102608401614b24565b610260820152614c886102808401614ae8565b5f60208284031215615597575f5ffd5b8135610e3081614ada565b602081525f61082160208301600381526272686f60e81b602082015260400190565b818152604060208201525f61081e60408301600c81526b18dbdb9cd95b9d149bdd5b9960a21b602082015260400190565b818152604060208201525f61081e60408301600b81526a18dbdb9cd95b9d149bdbdd60aa1b602082015260400190565b818152604060208201525f61081e60408301600381526272686f60e81b602082015260400190565b818152604060208201525f61081e604083016006815265696e7075747360d01b602082015260400190565b5f60208284031215615688575f5ffd5b8151610e30816143b0565b602081525f61082160208301600c81526b18dbdb9cd95b9d149bdd5b9960a21b602082015260400190565b8281526102408101610e306020830184615155565b8281526102008101610e306020830184614fc656",
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
// Solidity: constructor(address registry_, address workers_, address budget_, uint256 bond_) returns()
func (jobMarket *JobMarket) PackConstructor(registry_ common.Address, workers_ common.Address, budget_ common.Address, bond_ *big.Int) []byte {
	enc, err := jobMarket.abi.Pack("", registry_, workers_, budget_, bond_)
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

// PackCharge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc1ab5242.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function charge(bytes32 id, (bytes32,uint64,bytes32,bytes32,uint32) charge_) returns()
func (jobMarket *JobMarket) PackCharge(id [32]byte, charge IJobMarketCharge) []byte {
	enc, err := jobMarket.abi.Pack("charge", id, charge)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCharge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc1ab5242.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function charge(bytes32 id, (bytes32,uint64,bytes32,bytes32,uint32) charge_) returns()
func (jobMarket *JobMarket) TryPackCharge(id [32]byte, charge IJobMarketCharge) ([]byte, error) {
	return jobMarket.abi.Pack("charge", id, charge)
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

// PackComplete is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x965633b8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function complete(bytes32 id, (bytes32,uint64,bytes32,bytes32,uint32,bytes32,uint32,uint32,bytes32,bytes32,uint64,bytes32,bytes32,bytes32,address,bytes32,bytes32) receipt, bytes signature, bytes ciphertext) returns()
func (jobMarket *JobMarket) PackComplete(id [32]byte, receipt IJobMarketReceipt, signature []byte, ciphertext []byte) []byte {
	enc, err := jobMarket.abi.Pack("complete", id, receipt, signature, ciphertext)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackComplete is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x965633b8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function complete(bytes32 id, (bytes32,uint64,bytes32,bytes32,uint32,bytes32,uint32,uint32,bytes32,bytes32,uint64,bytes32,bytes32,bytes32,address,bytes32,bytes32) receipt, bytes signature, bytes ciphertext) returns()
func (jobMarket *JobMarket) TryPackComplete(id [32]byte, receipt IJobMarketReceipt, signature []byte, ciphertext []byte) ([]byte, error) {
	return jobMarket.abi.Pack("complete", id, receipt, signature, ciphertext)
}

// PackExpire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6441798.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function expire(bytes32 id) returns()
func (jobMarket *JobMarket) PackExpire(id [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("expire", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExpire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6441798.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function expire(bytes32 id) returns()
func (jobMarket *JobMarket) TryPackExpire(id [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("expire", id)
}

// PackGiveUp is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0569ae3d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function giveUp(bytes32 id) returns()
func (jobMarket *JobMarket) PackGiveUp(id [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("giveUp", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGiveUp is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0569ae3d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function giveUp(bytes32 id) returns()
func (jobMarket *JobMarket) TryPackGiveUp(id [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("giveUp", id)
}

// PackHandOver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf263423.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function handOver(bytes32 id, address enclave) returns()
func (jobMarket *JobMarket) PackHandOver(id [32]byte, enclave common.Address) []byte {
	enc, err := jobMarket.abi.Pack("handOver", id, enclave)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHandOver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf263423.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function handOver(bytes32 id, address enclave) returns()
func (jobMarket *JobMarket) TryPackHandOver(id [32]byte, enclave common.Address) ([]byte, error) {
	return jobMarket.abi.Pack("handOver", id, enclave)
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

// PackHashReceipt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd172cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashReceipt((bytes32,uint64,bytes32,bytes32,uint32,bytes32,uint32,uint32,bytes32,bytes32,uint64,bytes32,bytes32,bytes32,address,bytes32,bytes32) receipt) view returns(bytes32 digest)
func (jobMarket *JobMarket) PackHashReceipt(receipt IJobMarketReceipt) []byte {
	enc, err := jobMarket.abi.Pack("hashReceipt", receipt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashReceipt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd172cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashReceipt((bytes32,uint64,bytes32,bytes32,uint32,bytes32,uint32,uint32,bytes32,bytes32,uint64,bytes32,bytes32,bytes32,address,bytes32,bytes32) receipt) view returns(bytes32 digest)
func (jobMarket *JobMarket) TryPackHashReceipt(receipt IJobMarketReceipt) ([]byte, error) {
	return jobMarket.abi.Pack("hashReceipt", receipt)
}

// UnpackHashReceipt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfd172cbb.
//
// Solidity: function hashReceipt((bytes32,uint64,bytes32,bytes32,uint32,bytes32,uint32,uint32,bytes32,bytes32,uint64,bytes32,bytes32,bytes32,address,bytes32,bytes32) receipt) view returns(bytes32 digest)
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
// the contract method with ID 0xfd511813.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function jobId((uint8,bytes32,bytes32,bytes32,uint32,uint32,uint8,uint8,uint64,address,bytes32,uint8,uint64,uint128,uint64) spec_) view returns(bytes32)
func (jobMarket *JobMarket) PackJobId(spec IJobMarketJobSpec) []byte {
	enc, err := jobMarket.abi.Pack("jobId", spec)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackJobId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd511813.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function jobId((uint8,bytes32,bytes32,bytes32,uint32,uint32,uint8,uint8,uint64,address,bytes32,uint8,uint64,uint128,uint64) spec_) view returns(bytes32)
func (jobMarket *JobMarket) TryPackJobId(spec IJobMarketJobSpec) ([]byte, error) {
	return jobMarket.abi.Pack("jobId", spec)
}

// UnpackJobId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfd511813.
//
// Solidity: function jobId((uint8,bytes32,bytes32,bytes32,uint32,uint32,uint8,uint8,uint64,address,bytes32,uint8,uint64,uint128,uint64) spec_) view returns(bytes32)
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
// Solidity: function jobOf(bytes32 id) view returns((uint8,uint8,uint64,address,address,uint64,uint32,uint64,uint64,uint64,uint64,bytes32,bytes32,bytes32,bytes32,bytes32,uint64,uint64))
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
// Solidity: function jobOf(bytes32 id) view returns((uint8,uint8,uint64,address,address,uint64,uint32,uint64,uint64,uint64,uint64,bytes32,bytes32,bytes32,bytes32,bytes32,uint64,uint64))
func (jobMarket *JobMarket) TryPackJobOf(id [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("jobOf", id)
}

// UnpackJobOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xaffe000e.
//
// Solidity: function jobOf(bytes32 id) view returns((uint8,uint8,uint64,address,address,uint64,uint32,uint64,uint64,uint64,uint64,bytes32,bytes32,bytes32,bytes32,bytes32,uint64,uint64))
func (jobMarket *JobMarket) UnpackJobOf(data []byte) (IJobMarketJob, error) {
	out, err := jobMarket.abi.Unpack("jobOf", data)
	if err != nil {
		return *new(IJobMarketJob), err
	}
	out0 := *abi.ConvertType(out[0], new(IJobMarketJob)).(*IJobMarketJob)
	return out0, nil
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
// the contract method with ID 0x5148ea15.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function post((uint8,bytes32,bytes32,bytes32,uint32,uint32,uint8,uint8,uint64,address,bytes32,uint8,uint64,uint128,uint64) spec_, bytes parameters) payable returns(bytes32 id)
func (jobMarket *JobMarket) PackPost(spec IJobMarketJobSpec, parameters []byte) []byte {
	enc, err := jobMarket.abi.Pack("post", spec, parameters)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPost is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5148ea15.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function post((uint8,bytes32,bytes32,bytes32,uint32,uint32,uint8,uint8,uint64,address,bytes32,uint8,uint64,uint128,uint64) spec_, bytes parameters) payable returns(bytes32 id)
func (jobMarket *JobMarket) TryPackPost(spec IJobMarketJobSpec, parameters []byte) ([]byte, error) {
	return jobMarket.abi.Pack("post", spec, parameters)
}

// UnpackPost is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5148ea15.
//
// Solidity: function post((uint8,bytes32,bytes32,bytes32,uint32,uint32,uint8,uint8,uint64,address,bytes32,uint8,uint64,uint128,uint64) spec_, bytes parameters) payable returns(bytes32 id)
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
// the contract method with ID 0x20836c69.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recordRelease(bytes32 id, address enclave, uint64 claimRound) returns()
func (jobMarket *JobMarket) PackRecordRelease(id [32]byte, enclave common.Address, claimRound uint64) []byte {
	enc, err := jobMarket.abi.Pack("recordRelease", id, enclave, claimRound)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecordRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20836c69.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recordRelease(bytes32 id, address enclave, uint64 claimRound) returns()
func (jobMarket *JobMarket) TryPackRecordRelease(id [32]byte, enclave common.Address, claimRound uint64) ([]byte, error) {
	return jobMarket.abi.Pack("recordRelease", id, enclave, claimRound)
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
// the contract method with ID 0xbd516e10.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rerun(bytes32 id) returns()
func (jobMarket *JobMarket) PackRerun(id [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("rerun", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRerun is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbd516e10.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rerun(bytes32 id) returns()
func (jobMarket *JobMarket) TryPackRerun(id [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("rerun", id)
}

// PackSpecOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf644206c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function specOf(bytes32 id) view returns((uint8,bytes32,bytes32,bytes32,uint32,uint32,uint8,uint8,uint64,address,bytes32,uint8,uint64,uint128,uint64))
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
// Solidity: function specOf(bytes32 id) view returns((uint8,bytes32,bytes32,bytes32,uint32,uint32,uint8,uint8,uint64,address,bytes32,uint8,uint64,uint128,uint64))
func (jobMarket *JobMarket) TryPackSpecOf(id [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("specOf", id)
}

// UnpackSpecOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf644206c.
//
// Solidity: function specOf(bytes32 id) view returns((uint8,bytes32,bytes32,bytes32,uint32,uint32,uint8,uint8,uint64,address,bytes32,uint8,uint64,uint128,uint64))
func (jobMarket *JobMarket) UnpackSpecOf(data []byte) (IJobMarketJobSpec, error) {
	out, err := jobMarket.abi.Unpack("specOf", data)
	if err != nil {
		return *new(IJobMarketJobSpec), err
	}
	out0 := *abi.ConvertType(out[0], new(IJobMarketJobSpec)).(*IJobMarketJobSpec)
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

// JobMarketClaimReturned represents a ClaimReturned event raised by the JobMarket contract.
type JobMarketClaimReturned struct {
	Job     [32]byte
	Enclave common.Address
	How     uint8
	Raw     *types.Log // Blockchain specific contextual infos
}

const JobMarketClaimReturnedEventName = "ClaimReturned"

// ContractEventName returns the user-defined event name.
func (JobMarketClaimReturned) ContractEventName() string {
	return JobMarketClaimReturnedEventName
}

// UnpackClaimReturnedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ClaimReturned(bytes32 indexed job, address indexed enclave, uint8 how)
func (jobMarket *JobMarket) UnpackClaimReturnedEvent(log *types.Log) (*JobMarketClaimReturned, error) {
	event := "ClaimReturned"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketClaimReturned)
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
// Solidity: event JobCharged(bytes32 indexed job, address indexed enclave, (bytes32,uint64,bytes32,bytes32,uint32) charge)
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
	Job        [32]byte
	Enclave    common.Address
	Operator   common.Address
	ClaimRound uint64
	Quote      [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const JobMarketJobClaimedEventName = "JobClaimed"

// ContractEventName returns the user-defined event name.
func (JobMarketJobClaimed) ContractEventName() string {
	return JobMarketJobClaimedEventName
}

// UnpackJobClaimedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobClaimed(bytes32 indexed job, address indexed enclave, address indexed operator, uint64 claimRound, bytes32 quote)
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

// JobMarketJobCompleted represents a JobCompleted event raised by the JobMarket contract.
type JobMarketJobCompleted struct {
	Job       [32]byte
	Receipt   [32]byte
	Enclave   common.Address
	Content   IJobMarketReceipt
	Signature []byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const JobMarketJobCompletedEventName = "JobCompleted"

// ContractEventName returns the user-defined event name.
func (JobMarketJobCompleted) ContractEventName() string {
	return JobMarketJobCompletedEventName
}

// UnpackJobCompletedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobCompleted(bytes32 indexed job, bytes32 indexed receipt, address indexed enclave, (bytes32,uint64,bytes32,bytes32,uint32,bytes32,uint32,uint32,bytes32,bytes32,uint64,bytes32,bytes32,bytes32,address,bytes32,bytes32) content, bytes signature)
func (jobMarket *JobMarket) UnpackJobCompletedEvent(log *types.Log) (*JobMarketJobCompleted, error) {
	event := "JobCompleted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != jobMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(JobMarketJobCompleted)
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
	Job [32]byte
	Why uint8
	Raw *types.Log // Blockchain specific contextual infos
}

const JobMarketJobFailedEventName = "JobFailed"

// ContractEventName returns the user-defined event name.
func (JobMarketJobFailed) ContractEventName() string {
	return JobMarketJobFailedEventName
}

// UnpackJobFailedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobFailed(bytes32 indexed job, uint8 why)
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
	Job        [32]byte
	Dataset    [32]byte
	Researcher common.Address
	Spec       IJobMarketJobSpec
	Parameters []byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const JobMarketJobPostedEventName = "JobPosted"

// ContractEventName returns the user-defined event name.
func (JobMarketJobPosted) ContractEventName() string {
	return JobMarketJobPostedEventName
}

// UnpackJobPostedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JobPosted(bytes32 indexed job, bytes32 indexed dataset, address indexed researcher, (uint8,bytes32,bytes32,bytes32,uint32,uint32,uint8,uint8,uint64,address,bytes32,uint8,uint64,uint128,uint64) spec, bytes parameters)
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
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobBondWrong"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobBondWrongError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobChargeInvalid"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobChargeInvalidError(raw[4:])
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
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobConsentTooOld"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobConsentTooOldError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobDeadlinePassed"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobDeadlinePassedError(raw[4:])
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
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobLate"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobLateError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobNotBroker"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobNotBrokerError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobNotDue"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobNotDueError(raw[4:])
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
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobParametersMismatch"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobParametersMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobParametersSize"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobParametersSizeError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobPaymentFailed"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobPaymentFailedError(raw[4:])
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
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobReleased"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobReleasedError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobRerunNotNeeded"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobRerunNotNeededError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobRerunsExhausted"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobRerunsExhaustedError(raw[4:])
	}
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobSpecInvalid"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobSpecInvalidError(raw[4:])
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
	Field string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobChargeInvalid(string field)
func JobMarketJobChargeInvalidErrorID() common.Hash {
	return common.HexToHash("0x1f39218ac8a351c96b8c0962f972941a51f10a090516010a2f518e0c2506c27a")
}

// UnpackJobChargeInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobChargeInvalid(string field)
func (jobMarket *JobMarket) UnpackJobChargeInvalidError(raw []byte) (*JobMarketJobChargeInvalid, error) {
	out := new(JobMarketJobChargeInvalid)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobChargeInvalid", raw); err != nil {
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

// JobMarketJobPolicyRefuses represents a JobPolicyRefuses error raised by the JobMarket contract.
type JobMarketJobPolicyRefuses struct {
	Field string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobPolicyRefuses(string field)
func JobMarketJobPolicyRefusesErrorID() common.Hash {
	return common.HexToHash("0xd600f7545727f851cb67f0086b8614921a2d0fa11b70e468d38b95fb7cad09a3")
}

// UnpackJobPolicyRefusesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobPolicyRefuses(string field)
func (jobMarket *JobMarket) UnpackJobPolicyRefusesError(raw []byte) (*JobMarketJobPolicyRefuses, error) {
	out := new(JobMarketJobPolicyRefuses)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobPolicyRefuses", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// JobMarketJobReceiptMismatch represents a JobReceiptMismatch error raised by the JobMarket contract.
type JobMarketJobReceiptMismatch struct {
	Job   [32]byte
	Field string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobReceiptMismatch(bytes32 job, string field)
func JobMarketJobReceiptMismatchErrorID() common.Hash {
	return common.HexToHash("0x7a8a4f1150ad2197448872e712253cdd3931838767c61766d132fdabe9f71223")
}

// UnpackJobReceiptMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobReceiptMismatch(bytes32 job, string field)
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

// JobMarketJobSpecInvalid represents a JobSpecInvalid error raised by the JobMarket contract.
type JobMarketJobSpecInvalid struct {
	Field string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobSpecInvalid(string field)
func JobMarketJobSpecInvalidErrorID() common.Hash {
	return common.HexToHash("0xb11d61648b83ca36961995552f056e782f48675a50ae190e5d7ea68fb692db5e")
}

// UnpackJobSpecInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobSpecInvalid(string field)
func (jobMarket *JobMarket) UnpackJobSpecInvalidError(raw []byte) (*JobMarketJobSpecInvalid, error) {
	out := new(JobMarketJobSpecInvalid)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobSpecInvalid", raw); err != nil {
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
	Part string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobWiringWrong(string part)
func JobMarketJobWiringWrongErrorID() common.Hash {
	return common.HexToHash("0x499f7b75e238d1e909f420e1389dadd75df9021764abe7fc7743f30dfd60ddc1")
}

// UnpackJobWiringWrongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobWiringWrong(string part)
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

// WorkerRegistryMetaData contains all meta data concerning the WorkerRegistry contract.
var WorkerRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"runtime_\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"collateral_\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"InvalidShortString\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"str\",\"type\":\"string\"}],\"name\":\"StringTooLong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerExists\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"WorkerExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"WorkerExpiryInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"WorkerFieldInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint16\",\"name\":\"statuses\",\"type\":\"uint16\"}],\"name\":\"WorkerFloorInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"WorkerNotOperator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"check\",\"type\":\"string\"}],\"name\":\"WorkerQuoteRefused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"}],\"name\":\"WorkerQuoteSize\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerRenewalsExhausted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerRevokedAlready\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerUnknown\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"EIP712DomainChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"components\":[{\"internalType\":\"uint16\",\"name\":\"statuses\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"evaluation\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"tcbDate\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"versions\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"collateralAge\",\"type\":\"uint64\"}],\"indexed\":false,\"internalType\":\"structIWorkerRegistry.Floor\",\"name\":\"floor\",\"type\":\"tuple\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"FloorSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"evaluation\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"collateral\",\"type\":\"bytes32\"}],\"name\":\"WorkerJudged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"simulated\",\"type\":\"bool\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"collateral\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"quote\",\"type\":\"bytes\"}],\"name\":\"WorkerRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"collateral\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"quote\",\"type\":\"bytes\"}],\"name\":\"WorkerRenewed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"}],\"name\":\"WorkerRevoked\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"MAX_LIFE\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"acceptOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"check\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"revoked\",\"type\":\"bool\"},{\"internalType\":\"uint16\",\"name\":\"renewals\",\"type\":\"uint16\"},{\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"simulated\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"evaluation\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"tcbDate\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"validUntil\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"judgedAt\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"collateral\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"floorVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"evidence\",\"type\":\"address\"}],\"internalType\":\"structIWorkerRegistry.Worker\",\"name\":\"worker\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"collateral\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"evidenceOf\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"floor\",\"outputs\":[{\"components\":[{\"internalType\":\"uint16\",\"name\":\"statuses\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"evaluation\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"tcbDate\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"versions\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"collateralAge\",\"type\":\"uint64\"}],\"internalType\":\"structIWorkerRegistry.Floor\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"floorVersion\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"internalType\":\"structIWorkerRegistry.Registration\",\"name\":\"registration\",\"type\":\"tuple\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"quoteHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"}],\"name\":\"hashRegistration\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"isValid\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"judge\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"revoked\",\"type\":\"bool\"},{\"internalType\":\"uint16\",\"name\":\"renewals\",\"type\":\"uint16\"},{\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"simulated\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"evaluation\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"tcbDate\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"validUntil\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"judgedAt\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"collateral\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"floorVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"evidence\",\"type\":\"address\"}],\"internalType\":\"structIWorkerRegistry.Worker\",\"name\":\"worker\",\"type\":\"tuple\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingOwner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"internalType\":\"structIWorkerRegistry.Registration\",\"name\":\"registration\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"quote\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"register\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"bytes\",\"name\":\"quote\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"renew\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"revoke\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"runtime\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint16\",\"name\":\"statuses\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"evaluation\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"tcbDate\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"versions\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"collateralAge\",\"type\":\"uint64\"}],\"internalType\":\"structIWorkerRegistry.Floor\",\"name\":\"floor_\",\"type\":\"tuple\"}],\"name\":\"setFloor\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"workerOf\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"revoked\",\"type\":\"bool\"},{\"internalType\":\"uint16\",\"name\":\"renewals\",\"type\":\"uint16\"},{\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"simulated\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"evaluation\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"tcbDate\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"validUntil\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"judgedAt\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"collateral\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"levels\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"issuer\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"floorVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"issuedAt\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"evidence\",\"type\":\"address\"}],\"internalType\":\"structIWorkerRegistry.Worker\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "46ef681d2e14fe5779dec419687b285be7",
	Bin: "0x6101a0604052348015610010575f5ffd5b506040516139c83803806139c883398101604081905261002f91610231565b8260405180604001604052806006815260200165105cdcd95b9d60d21b815250604051806040016040528060018152602001603160f81b8152506100788261016c60201b60201c565b610120526100858161016c565b61014052815160208084019190912060e052815190820120610100524660a05261011160e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c0526001600160a01b03811661014857604051631e4fbdf760e01b81525f60048201526024015b60405180910390fd5b610151816101a9565b50610160919091526001600160a01b031661018052506102c5565b5f5f829050601f81511115610196578260405163305a27a960e01b815260040161013f919061026a565b80516101a18261029f565b179392505050565b600380546001600160a01b03191690556101c2816101c5565b50565b600280546001600160a01b038381166001600160a01b0319831681179093556040519116919082907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a35050565b80516001600160a01b038116811461022c575f5ffd5b919050565b5f5f5f60608486031215610243575f5ffd5b61024c84610216565b92506020840151915061026160408501610216565b90509250925092565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b805160208083015191908110156102bf575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516136826103465f395f81816103df0152818161147901528181611c56015261205401525f8181610256015261265001525f611a3a01525f611a0a01525f61283401525f61280c01525f61276701525f61279101525f6127bb01526136825ff3fe608060405234801561000f575f5ffd5b5060043610610132575f3560e01c806384b0196e116100b4578063d09e8e8a11610079578063d09e8e8a146103b7578063d71265c7146103ca578063d8dfeb45146103dd578063e30c397814610403578063e55c020714610414578063f2fde38b14610427575f5ffd5b806384b0196e1461031c5780638b1b925f146103375780638da5cb5b1461035a578063a4954f4c1461037f578063c23697a8146103a4575f5ffd5b8063715018a6116100fa578063715018a6146102b957806374a8f103146102c157806377614a42146102d457806379ba5097146102f45780638449adca146102fc575f5ffd5b806313590cb514610136578063406953631461014b57806354d75aa6146102545780636da83cd9146102845780636fa9d0d014610297575b5f5ffd5b610149610144366004612a88565b61043a565b005b6040805160a080820183525f80835260208084018290528385018290526060808501839052608094850192909252845160c08101865260055461ffff808216835263ffffffff62010000830481168486019081526001600160401b03600160301b85048116868c01908152600160701b86048416878a01908152600160901b87048316888d01908152600160d01b9097048516888c01528c51808c018e5297519095168088529251841687890190815290518216878d0190815294518416878a0190815295518216968b019687528b5192835251831696820196909652915185169882019890985290519096169286019290925290511691830191909152015b60405180910390f35b7f00000000000000000000000000000000000000000000000000000000000000005b60405190815260200161024b565b610149610292366004612b1a565b6106ab565b6102a162278d0081565b6040516001600160401b03909116815260200161024b565b6101496108b8565b6101496102cf366004612b33565b6108cb565b6102e76102e2366004612b33565b6109b4565b60405161024b9190612b4e565b610149610b0b565b61030f61030a366004612b33565b610b4f565b60405161024b9190612d27565b610324610b7c565b60405161024b9796959493929190612d39565b61034a610345366004612b33565b610bbe565b604051901515815260200161024b565b6002546001600160a01b03165b6040516001600160a01b03909116815260200161024b565b600554600160d01b900463ffffffff1660405163ffffffff909116815260200161024b565b6102e76103b2366004612b33565b610c3a565b6102766103c5366004612de5565b610c52565b6102e76103d8366004612b33565b610c78565b7f0000000000000000000000000000000000000000000000000000000000000000610367565b6003546001600160a01b0316610367565b610149610422366004612e36565b610faf565b610149610435366004612b33565b61118d565b5f610444876111fe565b604080516102a08101825282546001600160a01b0380821683526001600160401b03600160a01b83048116602085015260ff600160e01b8404811695850195909552600160e81b83048516158015606086015261ffff600160f01b909404939093166080850152600186015460a0850152600286015460c0850152600386015460e08501526004860154610100808601919091526005870154808716610120870152908104909516151561014085015263ffffffff6201000086048116610160860152600160301b86048216610180860152600160701b860482166101a0860152600160b01b90950481166101c085015260068601546101e0850152600786015461020085015260088601546102208501526009909501549384166102408401526401000000008404909416610260830152600160601b9092049092166102808301529091506105b7576040516301c152e360e01b81526001600160a01b03881660048201526024015b60405180910390fd5b80516001600160a01b031633146105f2576040516314e3c4b960e21b81526001600160a01b03881660048201523360248201526044016105ae565b61ffff8016816080015161ffff160361062957604051631cde8dad60e31b81526001600160a01b03881660048201526024016105ae565b61064f8782888888888888608001805161064290612eca565b61ffff1690819052611243565b866001600160a01b03167f7d2e3c21dd7ccac820aceea6b3962106ef7bddb32316df059a127062359657ac87836101200151846101e00151898960405161069a959493929190612f12565b60405180910390a250505050505050565b6106b3611991565b607e196106c36020830183612f5d565b1661ffff165f146106fb576106db6020820182612f5d565b6040516350757f3360e11b815261ffff90911660048201526024016105ae565b6005545f9061071890600160d01b900463ffffffff166001612f78565b6040805160c08101909152909150806107346020850185612f5d565b61ffff1681526020018360200160208101906107509190612fa5565b63ffffffff16815260200161076b6060850160408601612fc0565b6001600160401b031681526020016107896080850160608601612fa5565b63ffffffff1681526020016107a460a0850160808601612fc0565b6001600160401b03908116825263ffffffff80851660209384015283516005805494860151604080880151606089015160808a015160a0909a01518716600160d01b0263ffffffff60d01b199a8916600160901b029a909a166bffffffffffffffffffffffff60901b19918816600160701b0263ffffffff60701b1993909916600160301b029290921671ffffffffffffffffffffffff0000000000001994909716620100000265ffffffffffff1990991661ffff9096169590951797909717919091169390931793909317169290921792909217909155517f330b2b6795dc429c5c75b4243bcbb9e5a63347f827d4af3d987c321784027c3f906108ac9084908490612fdb565b60405180910390a15050565b6108c0611991565b6108c95f6119be565b565b5f6108d5826111fe565b8054909150600160e81b900460ff161561090d576040516301c152e360e01b81526001600160a01b03831660048201526024016105ae565b80546001600160a01b0316331480159061093257506002546001600160a01b03163314155b15610961576040516314e3c4b960e21b81526001600160a01b03831660048201523360248201526044016105ae565b805460ff60e81b1916600160e81b1781556040513381526001600160a01b038316907f2c5d095386a3d2e20e54cef0107fbc023f347b1de830215f51957bd9b3a001f99060200160405180910390a25050565b6109bc612971565b6109c5826111fe565b604080516102a08101825282546001600160a01b0380821683526001600160401b03600160a01b83048116602085015260ff600160e01b8404811695850195909552600160e81b830485161515606085015261ffff600160f01b909304929092166080840152600185015460a0840152600285015460c0840152600385015460e08401526004850154610100808501919091526005860154808616610120860152908104909416151561014084015263ffffffff6201000085048116610160850152600160301b85048316610180850152600160701b850483166101a0850152600160b01b90940482166101c084015260068501546101e084015260078501546102008401526008850154610220840152600990940154928316610240830152640100000000830416610260820152600160601b90910490911661028082015292915050565b60035433906001600160a01b03168114610b435760405163118cdaa760e01b81526001600160a01b03821660048201526024016105ae565b610b4c816119be565b50565b6060610b76610b5d836111fe565b60090154600160601b90046001600160a01b03166119d7565b92915050565b5f6060805f5f5f6060610b8d611a03565b610b95611a33565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b604051631846d2f560e31b81526001600160a01b03821660048201525f90309063c23697a8906024016102a060405180830381865afa925050508015610c21575060408051601f3d908101601f19168201909252610c1e91810190613152565b60015b610c2c57505f919050565b50600192915050565b919050565b610c42612971565b610c4b82611a5e565b5092915050565b5f610c6d610c65368790038701876132b8565b858585611db6565b90505b949350505050565b610c80612971565b5f610c8a83611a5e565b909250905080610c9a5750919050565b8160045f856001600160a01b03166001600160a01b031681526020019081526020015f205f820151815f015f6101000a8154816001600160a01b0302191690836001600160a01b031602179055506020820151815f0160146101000a8154816001600160401b0302191690836001600160401b031602179055506040820151815f01601c6101000a81548160ff021916908360ff1602179055506060820151815f01601d6101000a81548160ff0219169083151502179055506080820151815f01601e6101000a81548161ffff021916908361ffff16021790555060a0820151816001015560c0820151816002015560e082015181600301556101008201518160040155610120820151816005015f6101000a81548160ff021916908360ff1602179055506101408201518160050160016101000a81548160ff0219169083151502179055506101608201518160050160026101000a81548163ffffffff021916908363ffffffff1602179055506101808201518160050160066101000a8154816001600160401b0302191690836001600160401b031602179055506101a082015181600501600e6101000a8154816001600160401b0302191690836001600160401b031602179055506101c08201518160050160166101000a8154816001600160401b0302191690836001600160401b031602179055506101e0820151816006015561020082015181600701556102208201518160080155610240820151816009015f6101000a81548163ffffffff021916908363ffffffff1602179055506102608201518160090160046101000a8154816001600160401b0302191690836001600160401b0316021790555061028082015181600901600c6101000a8154816001600160a01b0302191690836001600160a01b03160217905550905050826001600160a01b03167f13a69750a6dbd31b78e4e1c3505b7576f0494b75d96bc3ba56300d7e62017b24836101200151846101600151856101e00151604051610fa19392919060ff93909316835263ffffffff919091166020830152604082015260600190565b60405180910390a250919050565b5f610fbd6020870187612b33565b6001600160a01b038082165f9081526004602052604090205491925016156110035760405163621f134960e01b81526001600160a01b03821660048201526024016105ae565b60208601355f0361103d57604051636768612160e11b815260206004820152600360248201526272656b60e81b60448201526064016105ae565b60408601355f0361107f57604051636768612160e11b815260206004820152600b60248201526a1b59585cdd5c995b595b9d60aa1b60448201526064016105ae565b60608601355f036110bf57604051636768612160e11b81526020600482015260096024820152681d1c9d5cdd149bdbdd60ba1b60448201526064016105ae565b6110cf60a0870160808801613347565b60ff165f0361110c57604051636768612160e11b8152602060048201526008602482015267706c6174666f726d60c01b60448201526064016105ae565b611114612971565b33815261112760a0880160808901613347565b60ff16604080830191909152602088013560a0808401919091529088013560c080840191909152606089013560e0840152611178918491849161116e918c01908c01612fc0565b898989895f611243565b61118482828888611e7f565b50505050505050565b611195611991565b600380546001600160a01b0383166001600160a01b031990911681179091556111c66002546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b6001600160a01b038082165f9081526004602052604090208054909116610c3557604051632895c5cb60e21b81526001600160a01b03831660048201526024016105ae565b42866001600160401b031611158061126f575061126362278d0042613362565b866001600160401b0316115b1561129857604051630c712b2360e01b81526001600160401b03871660048201526024016105ae565b8315806112a65750615fff84115b156112c757604051635e2286dd60e01b8152600481018590526024016105ae565b6001600160401b03861660208801526040516112e69086908690613375565b6040518091039020876101000181815250505f6040518060c001604052808a6001600160a01b031681526020018960a0015181526020018960c0015181526020018960e001518152602001896040015160ff168152602001886001600160401b031681525090505f611362828a5f01518b610100015186611db6565b90505f611370828787611f07565b505090508a6001600160a01b0316816001600160a01b031614158061139c57506001600160a01b038116155b156113c557604051639b2c0ffd60e01b81526001600160a01b038c1660048201526024016105ae565b60405163fe1c193b60e01b81525f90620a55019063fe1c193b906113ef908c908c90600401613384565b6040805180830381865afa158015611409573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061142d9190613397565b80516020820180516102208f01526102008e0191909152815190516040516327c9226160e11b8152600481019290925260248201529091505f90611613908e908e906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690634f9244c290604401602060405180830381865afa1580156114be573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906114e291906133e5565b60056040518060c00160405290815f82015f9054906101000a900461ffff1661ffff1661ffff1681526020015f820160029054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160069054906101000a90046001600160401b03166001600160401b03166001600160401b031681526020015f8201600e9054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160129054906101000a90046001600160401b03166001600160401b03166001600160401b031681526020015f8201601a9054906101000a900463ffffffff1663ffffffff1663ffffffff16815250508e8e8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250611f4e92505050565b610200810151909150158061163c5750806102000151816101e001516001600160401b03164014155b1561168757604080516338f124e360e11b81526001600160a01b038f1660048201526024810191909152600960448201526866726573686e65737360b81b60648201526084016105ae565b6116c58a8a8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506121fb92505050565b8c61028001906001600160a01b031690816001600160a01b0316815250508b60045f8f6001600160a01b03166001600160a01b031681526020019081526020015f205f820151815f015f6101000a8154816001600160a01b0302191690836001600160a01b031602179055506020820151815f0160146101000a8154816001600160401b0302191690836001600160401b031602179055506040820151815f01601c6101000a81548160ff021916908360ff1602179055506060820151815f01601d6101000a81548160ff0219169083151502179055506080820151815f01601e6101000a81548161ffff021916908361ffff16021790555060a0820151816001015560c0820151816002015560e082015181600301556101008201518160040155610120820151816005015f6101000a81548160ff021916908360ff1602179055506101408201518160050160016101000a81548160ff0219169083151502179055506101608201518160050160026101000a81548163ffffffff021916908363ffffffff1602179055506101808201518160050160066101000a8154816001600160401b0302191690836001600160401b031602179055506101a082015181600501600e6101000a8154816001600160401b0302191690836001600160401b031602179055506101c08201518160050160166101000a8154816001600160401b0302191690836001600160401b031602179055506101e0820151816006015561020082015181600701556102208201518160080155610240820151816009015f6101000a81548163ffffffff021916908363ffffffff1602179055506102608201518160090160046101000a8154816001600160401b0302191690836001600160401b0316021790555061028082015181600901600c6101000a8154816001600160a01b0302191690836001600160a01b0316021790555090505050505050505050505050505050565b6002546001600160a01b031633146108c95760405163118cdaa760e01b81523360048201526024016105ae565b600380546001600160a01b0319169055610b4c8161223c565b60405164ffffffffff5f19833b0116602181015f601f8401853c80825260408201810160405250919050565b6060611a2e7f000000000000000000000000000000000000000000000000000000000000000061228d565b905090565b6060611a2e7f000000000000000000000000000000000000000000000000000000000000000061228d565b611a66612971565b5f611a70836111fe565b604080516102a08101825282546001600160a01b0380821683526001600160401b03600160a01b83048116602085015260ff600160e01b8404811695850195909552600160e81b83048516158015606086015261ffff600160f01b909404939093166080850152600186015460a0850152600286015460c0850152600386015460e08501526004860154610100808601919091526005870154808716610120870152908104909516151561014085015263ffffffff6201000086048116610160860152600160301b86048216610180860152600160701b860482166101a0860152600160b01b90950481166101c085015260068601546101e0850152600786015461020085015260088601546102208501526009909501549384166102408401526401000000008404909416610260830152600160601b909204909216610280830152909250611bde576040516301c152e360e01b81526001600160a01b03841660048201526024016105ae565b81602001516001600160401b0316421115611c2c576020820151604051633d7fe66960e11b81526001600160a01b03851660048201526001600160401b0390911660248201526044016105ae565b6102008201516102208301516040516327c9226160e11b8152600481019290925260248201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690634f9244c290604401602060405180830381865afa158015611ca3573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611cc791906133e5565b6040805160c08101825260055461ffff8116825263ffffffff620100008204811660208401526001600160401b03600160301b8304811694840194909452600160701b820481166060840152600160901b82049093166080830152600160d01b900490911660a08201526101e08501519192509082141580611d5e575083610240015163ffffffff168160a0015163ffffffff1614155b80611d765750836101a001516001600160401b031642115b80611d8b5750611d8b846102600151826122ca565b92508215611daf57611dad85858484611da88961028001516119d7565b611f4e565b505b5050915091565b83516020808601516040808801516060808a01516080808c015160a0808e015187517fb457b4259b7532032156d07c297b6a2e0e06705b581911e2f075e605a8bfa16e9a81019a909a526001600160a01b039a8b16978a0197909752988c16938801939093528601949094529484015260c083019190915260ff90921660e08201526001600160401b0391821661010082015261012081018490529082166101408201525f90610c6d90610160016040516020818303038152906040528051906020012061230f565b8260c00151835f01516001600160a01b0316856001600160a01b03167f3e349a44d16f6e6a22c28b2f46388b13b6839f3c9e516622d6398fd994a1a11d8660a001518760e00151886040015189602001518a61014001518b61012001518c6101e001518c8c604051611ef9999897969594939291906133fc565b60405180910390a450505050565b5f80806041849003611f3b578435602086013560408701355f1a611f2d8982858561233b565b955095509550505050611f45565b505f915060029050825b93509350939050565b60408051610240810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a081018290526101c081018290526101e08101829052610200810182905261022081018290529084900361202c57604080516338f124e360e11b81526001600160a01b03881660048201526024810191909152600a60448201526918dbdb1b185d195c985b60b21b60648201526084016105ae565b6102008501516102208601516040516317d82bf360e01b8152620a55019263db8a346e9286927f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316926317d82bf39261209892600401918252602082015260400190565b5f60405180830381865afa1580156120b2573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f191682016040526120d9919081019061345b565b426040518463ffffffff1660e01b81526004016120f8939291906134ed565b61024060405180830381865afa158015612114573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612138919061352b565b90505f61214787878487612403565b905080515f1461216e5786816040516338f124e360e11b81526004016105ae92919061365f565b50602081015160ff16610120808701919091526040820151151561014087015260c082015163ffffffff90811661016088015260e08301516001600160401b039081166101808901529183015182166101a08801524282166101c08801526101e087019590955260a090930151909316610240850152506101008201511661026090920191909152919050565b5f81518060401b6bfe61000180600a3d393df3000161fffe8211840152600b8101601584015ff09150816122365763301164255f526004601cfd5b90915290565b600280546001600160a01b038381166001600160a01b0319831681179093556040519116919082907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a35050565b60605f61229983612734565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f81608001516001600160401b03165f14158015612308575081608001516001600160401b0316836001600160401b03166123059190613362565b42115b9392505050565b5f610b7661231b61275b565b8360405161190160f01b8152600281019290925260228201526042902090565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561237457505f915060039050826123f9565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa1580156123c5573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b0381166123f057505f9250600191508290506123f9565b92505f91508190505b9450945094915050565b6060836040015160ff16835f015160ff161461243e5750604080518082019091526008815267706c6174666f726d60c01b6020820152610c70565b8360e001518361018001511461246f57506040805180820190915260048152631c9bdbdd60e21b6020820152610c70565b8360c00151836101600151146124a7575060408051808201909152600b81526a1b59585cdd5c995b595b9d60aa1b6020820152610c70565b8260600151156124d35750604080518082019091526005815264646562756760d81b6020820152610c70565b826080015115612504575060408051808201909152600a8152696d696772617461626c6560b01b6020820152610c70565b61250e8383612884565b61253257506040805180820190915260038152623a31b160e91b6020820152610c70565b825160ff1660031480159061255a5750816020015163ffffffff168360c0015163ffffffff16105b15612586575060408051808201909152600a81526932bb30b63ab0ba34b7b760b11b6020820152610c70565b8260a001516125b6575060408051808201909152600a8152693932bb37b1b0ba34b7b760b11b6020820152610c70565b8261012001516001600160401b03164211806125dc57506125dc836101000151836122ca565b15612608575060408051808201909152600a81526918dbdb1b185d195c985b60b21b6020820152610c70565b835160a0808601516101e0860151610200870151604080517f4bb96fbd980a50623cd85a2234a6e6720f1290d91c6d1c95336cd5061616984b602082015246918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201526001600160a01b039586166080820152948a169385019390935260c08401919091526001600160401b031660e08301526101008201525f906101200160405160208183030381529060405280519060200120905080846101a001511415806126e057506101c084015115155b806126ef575061022084015115155b1561271c57505060408051808201909152600a8152697265706f72744461746160b01b6020820152610c70565b505060408051602081019091525f8152949350505050565b5f60ff8216601f811115610b7657604051632cd44ac360e21b815260040160405180910390fd5b5f306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480156127b357507f000000000000000000000000000000000000000000000000000000000000000046145b156127dd57507f000000000000000000000000000000000000000000000000000000000000000090565b611a2e604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b81515f9060ff166003146128ed57602083015160ff16600114806128c05750826020015160ff16825f015161ffff16901c60011661ffff166001145b80156128e6575081604001516001600160401b03168360e001516001600160401b031610155b9050610b76565b602083015160ff16600814158061290c5750606082015163ffffffff16155b1561291857505f610b76565b5f5b60208110156129675780836060015163ffffffff16901c60ff168185610140015163ffffffff16901c60ff161015612955575f915050610b76565b612960600882613362565b905061291a565b5060019392505050565b604080516102a0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a081018290526101c081018290526101e08101829052610200810182905261022081018290526102408101829052610260810182905261028081019190915290565b6001600160a01b0381168114610b4c575f5ffd5b6001600160401b0381168114610b4c575f5ffd5b5f5f83601f840112612a54575f5ffd5b5081356001600160401b03811115612a6a575f5ffd5b602083019150836020828501011115612a81575f5ffd5b9250929050565b5f5f5f5f5f5f60808789031215612a9d575f5ffd5b8635612aa881612a1c565b95506020870135612ab881612a30565b945060408701356001600160401b03811115612ad2575f5ffd5b612ade89828a01612a44565b90955093505060608701356001600160401b03811115612afc575f5ffd5b612b0889828a01612a44565b979a9699509497509295939492505050565b5f60a0828403128015612b2b575f5ffd5b509092915050565b5f60208284031215612b43575f5ffd5b813561230881612a1c565b81516001600160a01b031681526102a081016020830151612b7a60208401826001600160401b03169052565b506040830151612b8f604084018260ff169052565b506060830151612ba3606084018215159052565b506080830151612bb9608084018261ffff169052565b5060a083015160a083015260c083015160c083015260e083015160e0830152610100830151610100830152610120830151612bfa61012084018260ff169052565b50610140830151612c1061014084018215159052565b50610160830151612c2a61016084018263ffffffff169052565b50610180830151612c476101808401826001600160401b03169052565b506101a0830151612c646101a08401826001600160401b03169052565b506101c0830151612c816101c08401826001600160401b03169052565b506101e08301516101e0830152610200830151610200830152610220830151610220830152610240830151612cbf61024084018263ffffffff169052565b50610260830151612cdc6102608401826001600160401b03169052565b50610280830151610c4b6102808401826001600160a01b03169052565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f6123086020830184612cf9565b60ff60f81b8816815260e060208201525f612d5760e0830189612cf9565b8281036040840152612d698189612cf9565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015612dbe578351835260209384019390920191600101612da0565b50909b9a5050505050505050505050565b5f60c08284031215612ddf575f5ffd5b50919050565b5f5f5f5f6101208587031215612df9575f5ffd5b612e038686612dcf565b935060c0850135612e1381612a1c565b925060e08501359150610100850135612e2b81612a30565b939692955090935050565b5f5f5f5f5f6101008688031215612e4b575f5ffd5b612e558787612dcf565b945060c08601356001600160401b03811115612e6f575f5ffd5b612e7b88828901612a44565b90955093505060e08601356001600160401b03811115612e99575f5ffd5b612ea588828901612a44565b969995985093965092949392505050565b634e487b7160e01b5f52601160045260245ffd5b5f61ffff821661ffff8103612ee157612ee1612eb6565b60010192915050565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b6001600160401b038616815260ff85166020820152836040820152608060608201525f612f43608083018486612eea565b979650505050505050565b61ffff81168114610b4c575f5ffd5b5f60208284031215612f6d575f5ffd5b813561230881612f4e565b63ffffffff8181168382160190811115610b7657610b76612eb6565b63ffffffff81168114610b4c575f5ffd5b5f60208284031215612fb5575f5ffd5b813561230881612f94565b5f60208284031215612fd0575f5ffd5b813561230881612a30565b60c081018335612fea81612f4e565b61ffff1682526020840135612ffe81612f94565b63ffffffff166020830152604084013561301781612a30565b6001600160401b03166040830152606084013561303381612f94565b63ffffffff166060830152608084013561304c81612a30565b6001600160401b0316608083015263ffffffff9290921660a090910152919050565b634e487b7160e01b5f52604160045260245ffd5b6040516102a081016001600160401b03811182821017156130a5576130a561306e565b60405290565b60405161024081016001600160401b03811182821017156130a5576130a561306e565b604051601f8201601f191681016001600160401b03811182821017156130f6576130f661306e565b604052919050565b8051610c3581612a1c565b8051610c3581612a30565b60ff81168114610b4c575f5ffd5b8051610c3581613114565b80518015158114610c35575f5ffd5b8051610c3581612f4e565b8051610c3581612f94565b5f6102a0828403128015613164575f5ffd5b5061316d613082565b613176836130fe565b815261318460208401613109565b602082015261319560408401613122565b60408201526131a66060840161312d565b60608201526131b76080840161313c565b608082015260a0838101519082015260c0808401519082015260e0808401519082015261010080840151908201526131f26101208401613122565b610120820152613205610140840161312d565b6101408201526132186101608401613147565b61016082015261322b6101808401613109565b61018082015261323e6101a08401613109565b6101a08201526132516101c08401613109565b6101c08201526101e08381015190820152610200808401519082015261022080840151908201526132856102408401613147565b6102408201526132986102608401613109565b6102608201526132ab61028084016130fe565b6102808201529392505050565b5f60c08284031280156132c9575f5ffd5b5060405160c081016001600160401b03811182821017156132ec576132ec61306e565b60405282356132fa81612a1c565b8152602083810135908201526040808401359082015260608084013590820152608083013561332881613114565b608082015260a083013561333b81612a30565b60a08201529392505050565b5f60208284031215613357575f5ffd5b813561230881613114565b80820180821115610b7657610b76612eb6565b818382375f9101908152919050565b602081525f610c70602083018486612eea565b5f60408284031280156133a8575f5ffd5b50604080519081016001600160401b03811182821017156133cb576133cb61306e565b604052825181526020928301519281019290925250919050565b5f602082840312156133f5575f5ffd5b5051919050565b89815288602082015260ff881660408201526001600160401b0387166060820152851515608082015260ff851660a08201528360c082015261010060e08201525f61344c61010083018486612eea565b9b9a5050505050505050505050565b5f6020828403121561346b575f5ffd5b81516001600160401b03811115613480575f5ffd5b8201601f81018413613490575f5ffd5b80516001600160401b038111156134a9576134a961306e565b6134bc601f8201601f19166020016130ce565b8181528560208385010111156134d0575f5ffd5b8160208401602083015e5f91810160200191909152949350505050565b606081525f6134ff6060830186612cf9565b82810360208401526135118186612cf9565b9150506001600160401b0383166040830152949350505050565b5f61024082840312801561353d575f5ffd5b506135466130ab565b61354f83613122565b815261355d60208401613122565b602082015261356e6040840161312d565b604082015261357f6060840161312d565b60608201526135906080840161312d565b60808201526135a160a0840161312d565b60a08201526135b260c08401613147565b60c08201526135c360e08401613109565b60e08201526135d56101008401613109565b6101008201526135e86101208401613109565b6101208201526135fb6101408401613147565b610140820152610160838101519082015261018080840151908201526101a080840151908201526101c0808401519082015261363a6101e08401613109565b6101e08201526102008381015190820152610220928301519281019290925250919050565b6001600160a01b03831681526040602082018190525f90610c7090830184612cf956",
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
// Solidity: function check(address enclave) view returns((address,uint64,uint8,bool,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,address) worker)
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
// Solidity: function check(address enclave) view returns((address,uint64,uint8,bool,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,address) worker)
func (workerRegistry *WorkerRegistry) TryPackCheck(enclave common.Address) ([]byte, error) {
	return workerRegistry.abi.Pack("check", enclave)
}

// UnpackCheck is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc23697a8.
//
// Solidity: function check(address enclave) view returns((address,uint64,uint8,bool,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,address) worker)
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
// Solidity: function judge(address enclave) returns((address,uint64,uint8,bool,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,address) worker)
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
// Solidity: function judge(address enclave) returns((address,uint64,uint8,bool,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,address) worker)
func (workerRegistry *WorkerRegistry) TryPackJudge(enclave common.Address) ([]byte, error) {
	return workerRegistry.abi.Pack("judge", enclave)
}

// UnpackJudge is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd71265c7.
//
// Solidity: function judge(address enclave) returns((address,uint64,uint8,bool,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,address) worker)
func (workerRegistry *WorkerRegistry) UnpackJudge(data []byte) (IWorkerRegistryWorker, error) {
	out, err := workerRegistry.abi.Unpack("judge", data)
	if err != nil {
		return *new(IWorkerRegistryWorker), err
	}
	out0 := *abi.ConvertType(out[0], new(IWorkerRegistryWorker)).(*IWorkerRegistryWorker)
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
// Solidity: function workerOf(address enclave) view returns((address,uint64,uint8,bool,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,address))
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
// Solidity: function workerOf(address enclave) view returns((address,uint64,uint8,bool,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,address))
func (workerRegistry *WorkerRegistry) TryPackWorkerOf(enclave common.Address) ([]byte, error) {
	return workerRegistry.abi.Pack("workerOf", enclave)
}

// UnpackWorkerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x77614a42.
//
// Solidity: function workerOf(address enclave) view returns((address,uint64,uint8,bool,uint16,bytes32,bytes32,bytes32,bytes32,uint8,bool,uint32,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32,uint64,address))
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
