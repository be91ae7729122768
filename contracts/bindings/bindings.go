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

// IConsentLedgerGrant is an auto generated low-level Go binding around an user-defined struct.
type IConsentLedgerGrant struct {
	Dataset       [32]byte
	Pseudonym     common.Address
	PolicyVersion uint32
	Purposes      uint32
	Kinds         uint8
	Exact         bool
	NotBefore     uint32
	Expiry        uint32
	EpsilonClass  uint8
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
	Expiry    uint64
}

// IDatasetRegistryConsentTerms is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryConsentTerms struct {
	Custodian       common.Address
	Enroller        common.Address
	PolicyVersion   uint32
	MinGrantVersion uint32
	AllowERC1271    bool
}

// IDatasetRegistryDataset is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryDataset struct {
	Custodian       common.Address
	Enroller        common.Address
	Broker          common.Address
	Ledger          common.Address
	Domain          [32]byte
	Open            bool
	Stopped         bool
	Version         uint32
	PolicyVersion   uint32
	MinGrantVersion uint32
	PendingVersion  uint32
	PendingFrom     uint64
	Name            string
}

// IDatasetRegistryPolicy is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryPolicy struct {
	Purposes         uint32
	Kinds            uint8
	MinCohort        uint32
	RhoLimit         uint64
	RhoPerResearcher uint64
	Review           uint8
	ReviewersNeeded  uint8
	Reviewers        []common.Address
	Programs         [][32]byte
	AllowPrivate     bool
	AllowExact       bool
	AllowERC1271     bool
	Measurements     [][32]byte
	TrustRoots       [][32]byte
	Price            *big.Int
	ClaimTimeout     uint32
	JobTimeout       uint32
	MaxConsentAge    uint32
	MaxReruns        uint8
}

// IDatasetRegistryRegistration is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryRegistration struct {
	Name     string
	Enroller common.Address
	Broker   common.Address
	Domain   [32]byte
	Open     bool
}

// IDatasetRegistryTerms is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryTerms struct {
	Purposes         uint32
	Kinds            uint8
	MinCohort        uint32
	RhoLimit         uint64
	RhoPerResearcher uint64
	Review           uint8
	ReviewersNeeded  uint8
	AllowPrivate     bool
	AllowExact       bool
	AllowERC1271     bool
	Price            *big.Int
	ClaimTimeout     uint32
	JobTimeout       uint32
	MaxConsentAge    uint32
	MaxReruns        uint8
}

// IDatasetRegistryVersion is an auto generated low-level Go binding around an user-defined struct.
type IDatasetRegistryVersion struct {
	ContentRoot [32]byte
	Schema      [32]byte
	Datasheet   [32]byte
	Mock        [32]byte
	RosterRoot  [32]byte
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
	Operator    common.Address
	Expiry      uint64
	Platform    uint8
	Revoked     bool
	Renewals    uint16
	Rek         [32]byte
	Measurement [32]byte
	TrustRoot   [32]byte
	Quote       [32]byte
}

// BudgetLedgerMetaData contains all meta data concerning the BudgetLedger contract.
var BudgetLedgerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"asked\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"available\",\"type\":\"uint64\"}],\"name\":\"BudgetExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"BudgetNotMarket\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"asked\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"available\",\"type\":\"uint64\"}],\"name\":\"BudgetResearcherExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"enumIBudgetLedger.Reservation\",\"name\":\"state\",\"type\":\"uint8\"}],\"name\":\"BudgetWrongState\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"}],\"name\":\"BudgetGivenBack\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"}],\"name\":\"BudgetReserved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"}],\"name\":\"BudgetSpent\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"budgetOf\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"limit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"reserved\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"spent\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"giveBack\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"market\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"registry\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"reservationOf\",\"outputs\":[{\"internalType\":\"enumIBudgetLedger.Reservation\",\"name\":\"state\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"}],\"name\":\"reserve\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"spend\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"}],\"name\":\"usedBy\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "b4b91cf2755573a5b47b6b79957df3307d",
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

// ConsentLedgerMetaData contains all meta data concerning the ConsentLedger contract.
var ConsentLedgerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"ConsentBatchLength\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"expiry\",\"type\":\"uint32\"}],\"name\":\"ConsentExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"name\":\"ConsentLate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentLinkable\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentMalformed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"given\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"current\",\"type\":\"uint64\"}],\"name\":\"ConsentNonceNotNewer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"ConsentNotCustodian\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentNotEnrolled\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"ConsentNotEnroller\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"given\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"oldest\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"current\",\"type\":\"uint32\"}],\"name\":\"ConsentPolicyVersion\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentPseudonymInUse\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentRevokedByCustodian\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentRotatedAway\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"ConsentTicketExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentTicketSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"}],\"name\":\"ConsentWrongDataset\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"changes\",\"type\":\"bytes\"}],\"name\":\"ConsentBatchChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"word\",\"type\":\"uint256\"}],\"name\":\"ConsentChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"enumIConsentLedger.Refusal\",\"name\":\"reason\",\"type\":\"uint8\"}],\"name\":\"ConsentItemRefused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"ConsentRevokedFor\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"PseudonymRotated\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"dataset\",\"outputs\":[{\"internalType\":\"DatasetId\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"kinds\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"exact\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"notBefore\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"expiry\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"epsilonClass\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Grant\",\"name\":\"grant_\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Ticket\",\"name\":\"ticket\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"ticketSignature\",\"type\":\"bytes\"}],\"name\":\"enrol\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"items\",\"type\":\"bytes\"}],\"name\":\"enrolBatch\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"applied\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"entryOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"word\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"kinds\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"exact\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"notBefore\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"expiry\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"epsilonClass\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Grant\",\"name\":\"grant_\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"grant\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"items\",\"type\":\"bytes\"}],\"name\":\"grantBatch\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"applied\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"kinds\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"exact\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"notBefore\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"expiry\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"epsilonClass\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Grant\",\"name\":\"grant_\",\"type\":\"tuple\"}],\"name\":\"hashGrant\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Rotation\",\"name\":\"rotation\",\"type\":\"tuple\"}],\"name\":\"hashRotation\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Ticket\",\"name\":\"ticket\",\"type\":\"tuple\"}],\"name\":\"hashTicket\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"exact\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"day\",\"type\":\"uint32\"}],\"name\":\"isLive\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"lastNarrowed\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"registry\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"pseudonyms\",\"type\":\"address[]\"}],\"name\":\"revokeFor\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"submitBefore\",\"type\":\"uint64\"}],\"internalType\":\"structIConsentLedger.Rotation\",\"name\":\"rotation\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"fromSignature\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"toSignature\",\"type\":\"bytes\"}],\"name\":\"rotate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"pseudonym\",\"type\":\"address\"}],\"name\":\"successorOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "81dcfb2797e19451f3b8108cd598d72f5a",
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
// the contract method with ID 0xd003559d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function enrol((bytes32,address,uint32,uint32,uint8,bool,uint32,uint32,uint8,uint64,uint64) grant_, bytes signature, (bytes32,address,uint64) ticket, bytes ticketSignature) returns()
func (consentLedger *ConsentLedger) PackEnrol(grant IConsentLedgerGrant, signature []byte, ticket IConsentLedgerTicket, ticketSignature []byte) []byte {
	enc, err := consentLedger.abi.Pack("enrol", grant, signature, ticket, ticketSignature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEnrol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd003559d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function enrol((bytes32,address,uint32,uint32,uint8,bool,uint32,uint32,uint8,uint64,uint64) grant_, bytes signature, (bytes32,address,uint64) ticket, bytes ticketSignature) returns()
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
// Solidity: function entryOf(address pseudonym) view returns(uint256 word)
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
// Solidity: function entryOf(address pseudonym) view returns(uint256 word)
func (consentLedger *ConsentLedger) TryPackEntryOf(pseudonym common.Address) ([]byte, error) {
	return consentLedger.abi.Pack("entryOf", pseudonym)
}

// UnpackEntryOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x58bb388a.
//
// Solidity: function entryOf(address pseudonym) view returns(uint256 word)
func (consentLedger *ConsentLedger) UnpackEntryOf(data []byte) (*big.Int, error) {
	out, err := consentLedger.abi.Unpack("entryOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGrant is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd26bab63.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grant((bytes32,address,uint32,uint32,uint8,bool,uint32,uint32,uint8,uint64,uint64) grant_, bytes signature) returns()
func (consentLedger *ConsentLedger) PackGrant(grant IConsentLedgerGrant, signature []byte) []byte {
	enc, err := consentLedger.abi.Pack("grant", grant, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrant is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd26bab63.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grant((bytes32,address,uint32,uint32,uint8,bool,uint32,uint32,uint8,uint64,uint64) grant_, bytes signature) returns()
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
// the contract method with ID 0x50c23ab7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashGrant((bytes32,address,uint32,uint32,uint8,bool,uint32,uint32,uint8,uint64,uint64) grant_) view returns(bytes32 digest)
func (consentLedger *ConsentLedger) PackHashGrant(grant IConsentLedgerGrant) []byte {
	enc, err := consentLedger.abi.Pack("hashGrant", grant)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashGrant is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50c23ab7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashGrant((bytes32,address,uint32,uint32,uint8,bool,uint32,uint32,uint8,uint64,uint64) grant_) view returns(bytes32 digest)
func (consentLedger *ConsentLedger) TryPackHashGrant(grant IConsentLedgerGrant) ([]byte, error) {
	return consentLedger.abi.Pack("hashGrant", grant)
}

// UnpackHashGrant is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x50c23ab7.
//
// Solidity: function hashGrant((bytes32,address,uint32,uint32,uint8,bool,uint32,uint32,uint8,uint64,uint64) grant_) view returns(bytes32 digest)
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
// the contract method with ID 0x7de07d2b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashTicket((bytes32,address,uint64) ticket) view returns(bytes32 digest)
func (consentLedger *ConsentLedger) PackHashTicket(ticket IConsentLedgerTicket) []byte {
	enc, err := consentLedger.abi.Pack("hashTicket", ticket)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashTicket is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7de07d2b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashTicket((bytes32,address,uint64) ticket) view returns(bytes32 digest)
func (consentLedger *ConsentLedger) TryPackHashTicket(ticket IConsentLedgerTicket) ([]byte, error) {
	return consentLedger.abi.Pack("hashTicket", ticket)
}

// UnpackHashTicket is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7de07d2b.
//
// Solidity: function hashTicket((bytes32,address,uint64) ticket) view returns(bytes32 digest)
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
// Solidity: function revokeFor(address[] pseudonyms) returns()
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
// Solidity: function revokeFor(address[] pseudonyms) returns()
func (consentLedger *ConsentLedger) TryPackRevokeFor(pseudonyms []common.Address) ([]byte, error) {
	return consentLedger.abi.Pack("revokeFor", pseudonyms)
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
	Word      *big.Int
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
// Solidity: event ConsentChanged(address indexed pseudonym, uint256 word)
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
// Solidity: event ConsentRevokedFor(address indexed pseudonym)
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
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentSignature"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentTicketExpired"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentTicketExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentTicketSignature"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentTicketSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], consentLedger.abi.Errors["ConsentWrongDataset"].ID.Bytes()[:4]) {
		return consentLedger.UnpackConsentWrongDatasetError(raw[4:])
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

// DatasetRegistryMetaData contains all meta data concerning the DatasetRegistry contract.
var DatasetRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"DatasetAddressZero\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetAlreadyStopped\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"DatasetCustodyNotOffered\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetExists\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"DatasetNameInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"DatasetNotCustodian\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetNotStopped\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"DatasetVersionInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"DatasetVersionRetired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"DatasetVersionUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"PolicyInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"PolicyUnknown\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"}],\"name\":\"BrokerSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"CustodyOffered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"CustodyTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"ledger\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"domain\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"open\",\"type\":\"bool\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"}],\"name\":\"DatasetRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetResumed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"DatasetStopped\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"}],\"name\":\"EnrollerSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"policyHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"looser\",\"type\":\"bool\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"effectiveFrom\",\"type\":\"uint64\"},{\"components\":[{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"kinds\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"indexed\":false,\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"policy\",\"type\":\"tuple\"}],\"name\":\"PolicySet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"PolicyWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"versionHash\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"contentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"mock\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"rosterRoot\",\"type\":\"bytes32\"},{\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"}],\"indexed\":false,\"internalType\":\"structIDatasetRegistry.Version\",\"name\":\"content\",\"type\":\"tuple\"}],\"name\":\"VersionAdded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"VersionRetired\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"acceptCustody\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"}],\"name\":\"acceptsProgram\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"}],\"name\":\"acceptsWorker\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"contentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"mock\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"rosterRoot\",\"type\":\"bytes32\"},{\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"}],\"internalType\":\"structIDatasetRegistry.Version\",\"name\":\"content\",\"type\":\"tuple\"}],\"name\":\"addVersion\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"brokerOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"consentTerms\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minGrantVersion\",\"type\":\"uint32\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"}],\"internalType\":\"structIDatasetRegistry.ConsentTerms\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"currentTerms\",\"outputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"kinds\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Terms\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"custodianOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"}],\"name\":\"datasetId\",\"outputs\":[{\"internalType\":\"DatasetId\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"datasetOf\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"custodian\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"ledger\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"domain\",\"type\":\"bytes32\"},{\"internalType\":\"bool\",\"name\":\"open\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"stopped\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minGrantVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"pendingVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"pendingFrom\",\"type\":\"uint64\"},{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"}],\"internalType\":\"structIDatasetRegistry.Dataset\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"kinds\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"policy_\",\"type\":\"tuple\"}],\"name\":\"hashPolicy\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"contentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"mock\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"rosterRoot\",\"type\":\"bytes32\"},{\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"}],\"internalType\":\"structIDatasetRegistry.Version\",\"name\":\"content\",\"type\":\"tuple\"}],\"name\":\"hashVersion\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"}],\"name\":\"inUse\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"kinds\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"previous\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"kinds\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"next\",\"type\":\"tuple\"}],\"name\":\"isLooser\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"isRetired\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"ledgerOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"offerCustody\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"policyDelay\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"policyHashOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"policyOf\",\"outputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"kinds\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"domain\",\"type\":\"bytes32\"},{\"internalType\":\"bool\",\"name\":\"open\",\"type\":\"bool\"}],\"internalType\":\"structIDatasetRegistry.Registration\",\"name\":\"registration\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"kinds\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"policy_\",\"type\":\"tuple\"}],\"name\":\"register\",\"outputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"ledger\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"}],\"name\":\"requireInUse\",\"outputs\":[],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"resume\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"}],\"name\":\"retireVersion\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"broker\",\"type\":\"address\"}],\"name\":\"setBroker\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enroller\",\"type\":\"address\"}],\"name\":\"setEnroller\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"kinds\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"address[]\",\"name\":\"reviewers\",\"type\":\"address[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"programs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"bytes32[]\",\"name\":\"measurements\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"trustRoots\",\"type\":\"bytes32[]\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Policy\",\"name\":\"policy_\",\"type\":\"tuple\"}],\"name\":\"setPolicy\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"version\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"effectiveFrom\",\"type\":\"uint64\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"}],\"name\":\"stop\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"termsOf\",\"outputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"purposes\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"kinds\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"rhoLimit\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rhoPerResearcher\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"review\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reviewersNeeded\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"allowPrivate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowExact\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"allowERC1271\",\"type\":\"bool\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"claimTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"jobTimeout\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxConsentAge\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"maxReruns\",\"type\":\"uint8\"}],\"internalType\":\"structIDatasetRegistry.Terms\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"versionHashOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"DatasetId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"number\",\"type\":\"uint32\"}],\"name\":\"versionOf\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"contentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"schema\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasheet\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"mock\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"rosterRoot\",\"type\":\"bytes32\"},{\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"}],\"internalType\":\"structIDatasetRegistry.Version\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "3fbe47a07817b72700746dd123ff82782d",
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

// PackAcceptCustody is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa97e48f7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptCustody(bytes32 dataset) returns()
func (datasetRegistry *DatasetRegistry) PackAcceptCustody(dataset [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("acceptCustody", dataset)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptCustody is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa97e48f7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptCustody(bytes32 dataset) returns()
func (datasetRegistry *DatasetRegistry) TryPackAcceptCustody(dataset [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("acceptCustody", dataset)
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
// the contract method with ID 0xead6e81a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function addVersion(bytes32 dataset, (bytes32,bytes32,bytes32,bytes32,bytes32,string) content) returns(uint32 version)
func (datasetRegistry *DatasetRegistry) PackAddVersion(dataset [32]byte, content IDatasetRegistryVersion) []byte {
	enc, err := datasetRegistry.abi.Pack("addVersion", dataset, content)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAddVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xead6e81a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function addVersion(bytes32 dataset, (bytes32,bytes32,bytes32,bytes32,bytes32,string) content) returns(uint32 version)
func (datasetRegistry *DatasetRegistry) TryPackAddVersion(dataset [32]byte, content IDatasetRegistryVersion) ([]byte, error) {
	return datasetRegistry.abi.Pack("addVersion", dataset, content)
}

// UnpackAddVersion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xead6e81a.
//
// Solidity: function addVersion(bytes32 dataset, (bytes32,bytes32,bytes32,bytes32,bytes32,string) content) returns(uint32 version)
func (datasetRegistry *DatasetRegistry) UnpackAddVersion(data []byte) (uint32, error) {
	out, err := datasetRegistry.abi.Unpack("addVersion", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
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
// Solidity: function consentTerms(bytes32 id) view returns((address,address,uint32,uint32,bool))
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
// Solidity: function consentTerms(bytes32 id) view returns((address,address,uint32,uint32,bool))
func (datasetRegistry *DatasetRegistry) TryPackConsentTerms(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("consentTerms", id)
}

// UnpackConsentTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd0b4b2c4.
//
// Solidity: function consentTerms(bytes32 id) view returns((address,address,uint32,uint32,bool))
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
// Solidity: function currentTerms(bytes32 id) view returns((uint32,uint8,uint32,uint64,uint64,uint8,uint8,bool,bool,bool,uint128,uint32,uint32,uint32,uint8))
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
// Solidity: function currentTerms(bytes32 id) view returns((uint32,uint8,uint32,uint64,uint64,uint8,uint8,bool,bool,bool,uint128,uint32,uint32,uint32,uint8))
func (datasetRegistry *DatasetRegistry) TryPackCurrentTerms(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("currentTerms", id)
}

// UnpackCurrentTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x712c6f65.
//
// Solidity: function currentTerms(bytes32 id) view returns((uint32,uint8,uint32,uint64,uint64,uint8,uint8,bool,bool,bool,uint128,uint32,uint32,uint32,uint8))
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
// Solidity: function datasetId(address custodian, string name) view returns(bytes32)
func (datasetRegistry *DatasetRegistry) PackDatasetId(custodian common.Address, name string) []byte {
	enc, err := datasetRegistry.abi.Pack("datasetId", custodian, name)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDatasetId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x77bc5779.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function datasetId(address custodian, string name) view returns(bytes32)
func (datasetRegistry *DatasetRegistry) TryPackDatasetId(custodian common.Address, name string) ([]byte, error) {
	return datasetRegistry.abi.Pack("datasetId", custodian, name)
}

// UnpackDatasetId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x77bc5779.
//
// Solidity: function datasetId(address custodian, string name) view returns(bytes32)
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
// Solidity: function datasetOf(bytes32 id) view returns((address,address,address,address,bytes32,bool,bool,uint32,uint32,uint32,uint32,uint64,string))
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
// Solidity: function datasetOf(bytes32 id) view returns((address,address,address,address,bytes32,bool,bool,uint32,uint32,uint32,uint32,uint64,string))
func (datasetRegistry *DatasetRegistry) TryPackDatasetOf(id [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("datasetOf", id)
}

// UnpackDatasetOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa6847804.
//
// Solidity: function datasetOf(bytes32 id) view returns((address,address,address,address,bytes32,bool,bool,uint32,uint32,uint32,uint32,uint64,string))
func (datasetRegistry *DatasetRegistry) UnpackDatasetOf(data []byte) (IDatasetRegistryDataset, error) {
	out, err := datasetRegistry.abi.Unpack("datasetOf", data)
	if err != nil {
		return *new(IDatasetRegistryDataset), err
	}
	out0 := *abi.ConvertType(out[0], new(IDatasetRegistryDataset)).(*IDatasetRegistryDataset)
	return out0, nil
}

// PackHashPolicy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7e841170.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashPolicy((uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) policy_) pure returns(bytes32)
func (datasetRegistry *DatasetRegistry) PackHashPolicy(policy IDatasetRegistryPolicy) []byte {
	enc, err := datasetRegistry.abi.Pack("hashPolicy", policy)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashPolicy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7e841170.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashPolicy((uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) policy_) pure returns(bytes32)
func (datasetRegistry *DatasetRegistry) TryPackHashPolicy(policy IDatasetRegistryPolicy) ([]byte, error) {
	return datasetRegistry.abi.Pack("hashPolicy", policy)
}

// UnpackHashPolicy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7e841170.
//
// Solidity: function hashPolicy((uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) policy_) pure returns(bytes32)
func (datasetRegistry *DatasetRegistry) UnpackHashPolicy(data []byte) ([32]byte, error) {
	out, err := datasetRegistry.abi.Unpack("hashPolicy", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackHashVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5bc9ef37.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashVersion((bytes32,bytes32,bytes32,bytes32,bytes32,string) content) pure returns(bytes32)
func (datasetRegistry *DatasetRegistry) PackHashVersion(content IDatasetRegistryVersion) []byte {
	enc, err := datasetRegistry.abi.Pack("hashVersion", content)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5bc9ef37.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashVersion((bytes32,bytes32,bytes32,bytes32,bytes32,string) content) pure returns(bytes32)
func (datasetRegistry *DatasetRegistry) TryPackHashVersion(content IDatasetRegistryVersion) ([]byte, error) {
	return datasetRegistry.abi.Pack("hashVersion", content)
}

// UnpackHashVersion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5bc9ef37.
//
// Solidity: function hashVersion((bytes32,bytes32,bytes32,bytes32,bytes32,string) content) pure returns(bytes32)
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
// Solidity: function inUse(bytes32 id, uint32 version, uint32 policyVersion) view returns(bool)
func (datasetRegistry *DatasetRegistry) PackInUse(id [32]byte, version uint32, policyVersion uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("inUse", id, version, policyVersion)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInUse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb352972.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function inUse(bytes32 id, uint32 version, uint32 policyVersion) view returns(bool)
func (datasetRegistry *DatasetRegistry) TryPackInUse(id [32]byte, version uint32, policyVersion uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("inUse", id, version, policyVersion)
}

// UnpackInUse is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfb352972.
//
// Solidity: function inUse(bytes32 id, uint32 version, uint32 policyVersion) view returns(bool)
func (datasetRegistry *DatasetRegistry) UnpackInUse(data []byte) (bool, error) {
	out, err := datasetRegistry.abi.Unpack("inUse", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsLooser is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ab057c2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isLooser((uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) previous, (uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) next) pure returns(bool)
func (datasetRegistry *DatasetRegistry) PackIsLooser(previous IDatasetRegistryPolicy, next IDatasetRegistryPolicy) []byte {
	enc, err := datasetRegistry.abi.Pack("isLooser", previous, next)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsLooser is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ab057c2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isLooser((uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) previous, (uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) next) pure returns(bool)
func (datasetRegistry *DatasetRegistry) TryPackIsLooser(previous IDatasetRegistryPolicy, next IDatasetRegistryPolicy) ([]byte, error) {
	return datasetRegistry.abi.Pack("isLooser", previous, next)
}

// UnpackIsLooser is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3ab057c2.
//
// Solidity: function isLooser((uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) previous, (uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) next) pure returns(bool)
func (datasetRegistry *DatasetRegistry) UnpackIsLooser(data []byte) (bool, error) {
	out, err := datasetRegistry.abi.Unpack("isLooser", data)
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
// Solidity: function offerCustody(bytes32 dataset, address to) returns()
func (datasetRegistry *DatasetRegistry) PackOfferCustody(dataset [32]byte, to common.Address) []byte {
	enc, err := datasetRegistry.abi.Pack("offerCustody", dataset, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOfferCustody is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe5e56ba0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function offerCustody(bytes32 dataset, address to) returns()
func (datasetRegistry *DatasetRegistry) TryPackOfferCustody(dataset [32]byte, to common.Address) ([]byte, error) {
	return datasetRegistry.abi.Pack("offerCustody", dataset, to)
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
// Solidity: function policyOf(bytes32 id, uint32 number) view returns((uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8))
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
// Solidity: function policyOf(bytes32 id, uint32 number) view returns((uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8))
func (datasetRegistry *DatasetRegistry) TryPackPolicyOf(id [32]byte, number uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("policyOf", id, number)
}

// UnpackPolicyOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5e5ae4f0.
//
// Solidity: function policyOf(bytes32 id, uint32 number) view returns((uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8))
func (datasetRegistry *DatasetRegistry) UnpackPolicyOf(data []byte) (IDatasetRegistryPolicy, error) {
	out, err := datasetRegistry.abi.Unpack("policyOf", data)
	if err != nil {
		return *new(IDatasetRegistryPolicy), err
	}
	out0 := *abi.ConvertType(out[0], new(IDatasetRegistryPolicy)).(*IDatasetRegistryPolicy)
	return out0, nil
}

// PackRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1fe1f420.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function register((string,address,address,bytes32,bool) registration, (uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) policy_) returns(bytes32 dataset, address ledger)
func (datasetRegistry *DatasetRegistry) PackRegister(registration IDatasetRegistryRegistration, policy IDatasetRegistryPolicy) []byte {
	enc, err := datasetRegistry.abi.Pack("register", registration, policy)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1fe1f420.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function register((string,address,address,bytes32,bool) registration, (uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) policy_) returns(bytes32 dataset, address ledger)
func (datasetRegistry *DatasetRegistry) TryPackRegister(registration IDatasetRegistryRegistration, policy IDatasetRegistryPolicy) ([]byte, error) {
	return datasetRegistry.abi.Pack("register", registration, policy)
}

// RegisterOutput serves as a container for the return parameters of contract
// method Register.
type RegisterOutput struct {
	Dataset [32]byte
	Ledger  common.Address
}

// UnpackRegister is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1fe1f420.
//
// Solidity: function register((string,address,address,bytes32,bool) registration, (uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) policy_) returns(bytes32 dataset, address ledger)
func (datasetRegistry *DatasetRegistry) UnpackRegister(data []byte) (RegisterOutput, error) {
	out, err := datasetRegistry.abi.Unpack("register", data)
	outstruct := new(RegisterOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Dataset = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.Ledger = *abi.ConvertType(out[1], new(common.Address)).(*common.Address)
	return *outstruct, nil
}

// PackRequireInUse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20807025.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requireInUse(bytes32 id, uint32 version, uint32 policyVersion) view returns()
func (datasetRegistry *DatasetRegistry) PackRequireInUse(id [32]byte, version uint32, policyVersion uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("requireInUse", id, version, policyVersion)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequireInUse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20807025.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requireInUse(bytes32 id, uint32 version, uint32 policyVersion) view returns()
func (datasetRegistry *DatasetRegistry) TryPackRequireInUse(id [32]byte, version uint32, policyVersion uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("requireInUse", id, version, policyVersion)
}

// PackResume is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfa7a2962.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function resume(bytes32 dataset) returns()
func (datasetRegistry *DatasetRegistry) PackResume(dataset [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("resume", dataset)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackResume is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfa7a2962.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function resume(bytes32 dataset) returns()
func (datasetRegistry *DatasetRegistry) TryPackResume(dataset [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("resume", dataset)
}

// PackRetireVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xee8114d0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function retireVersion(bytes32 dataset, uint32 version) returns()
func (datasetRegistry *DatasetRegistry) PackRetireVersion(dataset [32]byte, version uint32) []byte {
	enc, err := datasetRegistry.abi.Pack("retireVersion", dataset, version)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRetireVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xee8114d0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function retireVersion(bytes32 dataset, uint32 version) returns()
func (datasetRegistry *DatasetRegistry) TryPackRetireVersion(dataset [32]byte, version uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("retireVersion", dataset, version)
}

// PackSetBroker is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7afcab55.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setBroker(bytes32 dataset, address broker) returns()
func (datasetRegistry *DatasetRegistry) PackSetBroker(dataset [32]byte, broker common.Address) []byte {
	enc, err := datasetRegistry.abi.Pack("setBroker", dataset, broker)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetBroker is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7afcab55.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setBroker(bytes32 dataset, address broker) returns()
func (datasetRegistry *DatasetRegistry) TryPackSetBroker(dataset [32]byte, broker common.Address) ([]byte, error) {
	return datasetRegistry.abi.Pack("setBroker", dataset, broker)
}

// PackSetEnroller is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xffdd0d1d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setEnroller(bytes32 dataset, address enroller) returns()
func (datasetRegistry *DatasetRegistry) PackSetEnroller(dataset [32]byte, enroller common.Address) []byte {
	enc, err := datasetRegistry.abi.Pack("setEnroller", dataset, enroller)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetEnroller is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xffdd0d1d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setEnroller(bytes32 dataset, address enroller) returns()
func (datasetRegistry *DatasetRegistry) TryPackSetEnroller(dataset [32]byte, enroller common.Address) ([]byte, error) {
	return datasetRegistry.abi.Pack("setEnroller", dataset, enroller)
}

// PackSetPolicy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x556e1c4c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setPolicy(bytes32 dataset, (uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) policy_) returns(uint32 version, uint64 effectiveFrom)
func (datasetRegistry *DatasetRegistry) PackSetPolicy(dataset [32]byte, policy IDatasetRegistryPolicy) []byte {
	enc, err := datasetRegistry.abi.Pack("setPolicy", dataset, policy)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetPolicy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x556e1c4c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setPolicy(bytes32 dataset, (uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) policy_) returns(uint32 version, uint64 effectiveFrom)
func (datasetRegistry *DatasetRegistry) TryPackSetPolicy(dataset [32]byte, policy IDatasetRegistryPolicy) ([]byte, error) {
	return datasetRegistry.abi.Pack("setPolicy", dataset, policy)
}

// SetPolicyOutput serves as a container for the return parameters of contract
// method SetPolicy.
type SetPolicyOutput struct {
	Version       uint32
	EffectiveFrom uint64
}

// UnpackSetPolicy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x556e1c4c.
//
// Solidity: function setPolicy(bytes32 dataset, (uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) policy_) returns(uint32 version, uint64 effectiveFrom)
func (datasetRegistry *DatasetRegistry) UnpackSetPolicy(data []byte) (SetPolicyOutput, error) {
	out, err := datasetRegistry.abi.Unpack("setPolicy", data)
	outstruct := new(SetPolicyOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Version = *abi.ConvertType(out[0], new(uint32)).(*uint32)
	outstruct.EffectiveFrom = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackStop is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x63c4f031.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stop(bytes32 dataset) returns()
func (datasetRegistry *DatasetRegistry) PackStop(dataset [32]byte) []byte {
	enc, err := datasetRegistry.abi.Pack("stop", dataset)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStop is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x63c4f031.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stop(bytes32 dataset) returns()
func (datasetRegistry *DatasetRegistry) TryPackStop(dataset [32]byte) ([]byte, error) {
	return datasetRegistry.abi.Pack("stop", dataset)
}

// PackTermsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0651cc68.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function termsOf(bytes32 id, uint32 number) view returns((uint32,uint8,uint32,uint64,uint64,uint8,uint8,bool,bool,bool,uint128,uint32,uint32,uint32,uint8))
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
// Solidity: function termsOf(bytes32 id, uint32 number) view returns((uint32,uint8,uint32,uint64,uint64,uint8,uint8,bool,bool,bool,uint128,uint32,uint32,uint32,uint8))
func (datasetRegistry *DatasetRegistry) TryPackTermsOf(id [32]byte, number uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("termsOf", id, number)
}

// UnpackTermsOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0651cc68.
//
// Solidity: function termsOf(bytes32 id, uint32 number) view returns((uint32,uint8,uint32,uint64,uint64,uint8,uint8,bool,bool,bool,uint128,uint32,uint32,uint32,uint8))
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
// Solidity: function versionOf(bytes32 id, uint32 number) view returns((bytes32,bytes32,bytes32,bytes32,bytes32,string))
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
// Solidity: function versionOf(bytes32 id, uint32 number) view returns((bytes32,bytes32,bytes32,bytes32,bytes32,string))
func (datasetRegistry *DatasetRegistry) TryPackVersionOf(id [32]byte, number uint32) ([]byte, error) {
	return datasetRegistry.abi.Pack("versionOf", id, number)
}

// UnpackVersionOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd37e791e.
//
// Solidity: function versionOf(bytes32 id, uint32 number) view returns((bytes32,bytes32,bytes32,bytes32,bytes32,string))
func (datasetRegistry *DatasetRegistry) UnpackVersionOf(data []byte) (IDatasetRegistryVersion, error) {
	out, err := datasetRegistry.abi.Unpack("versionOf", data)
	if err != nil {
		return *new(IDatasetRegistryVersion), err
	}
	out0 := *abi.ConvertType(out[0], new(IDatasetRegistryVersion)).(*IDatasetRegistryVersion)
	return out0, nil
}

// DatasetRegistryBrokerSet represents a BrokerSet event raised by the DatasetRegistry contract.
type DatasetRegistryBrokerSet struct {
	Dataset [32]byte
	Broker  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryBrokerSetEventName = "BrokerSet"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryBrokerSet) ContractEventName() string {
	return DatasetRegistryBrokerSetEventName
}

// UnpackBrokerSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BrokerSet(bytes32 indexed dataset, address broker)
func (datasetRegistry *DatasetRegistry) UnpackBrokerSetEvent(log *types.Log) (*DatasetRegistryBrokerSet, error) {
	event := "BrokerSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != datasetRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DatasetRegistryBrokerSet)
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

// DatasetRegistryCustodyTransferred represents a CustodyTransferred event raised by the DatasetRegistry contract.
type DatasetRegistryCustodyTransferred struct {
	Dataset [32]byte
	From    common.Address
	To      common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryCustodyTransferredEventName = "CustodyTransferred"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryCustodyTransferred) ContractEventName() string {
	return DatasetRegistryCustodyTransferredEventName
}

// UnpackCustodyTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CustodyTransferred(bytes32 indexed dataset, address indexed from, address indexed to)
func (datasetRegistry *DatasetRegistry) UnpackCustodyTransferredEvent(log *types.Log) (*DatasetRegistryCustodyTransferred, error) {
	event := "CustodyTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != datasetRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DatasetRegistryCustodyTransferred)
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
	Dataset   [32]byte
	Custodian common.Address
	Ledger    common.Address
	Enroller  common.Address
	Broker    common.Address
	Domain    [32]byte
	Open      bool
	Name      string
	Raw       *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryDatasetRegisteredEventName = "DatasetRegistered"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryDatasetRegistered) ContractEventName() string {
	return DatasetRegistryDatasetRegisteredEventName
}

// UnpackDatasetRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DatasetRegistered(bytes32 indexed dataset, address indexed custodian, address ledger, address enroller, address broker, bytes32 domain, bool open, string name)
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

// DatasetRegistryEnrollerSet represents a EnrollerSet event raised by the DatasetRegistry contract.
type DatasetRegistryEnrollerSet struct {
	Dataset  [32]byte
	Enroller common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const DatasetRegistryEnrollerSetEventName = "EnrollerSet"

// ContractEventName returns the user-defined event name.
func (DatasetRegistryEnrollerSet) ContractEventName() string {
	return DatasetRegistryEnrollerSetEventName
}

// UnpackEnrollerSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EnrollerSet(bytes32 indexed dataset, address enroller)
func (datasetRegistry *DatasetRegistry) UnpackEnrollerSetEvent(log *types.Log) (*DatasetRegistryEnrollerSet, error) {
	event := "EnrollerSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != datasetRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DatasetRegistryEnrollerSet)
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
	Looser        bool
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
// Solidity: event PolicySet(bytes32 indexed dataset, uint32 indexed version, bytes32 policyHash, bool looser, uint64 effectiveFrom, (uint32,uint8,uint32,uint64,uint64,uint8,uint8,address[],bytes32[],bool,bool,bool,bytes32[],bytes32[],uint128,uint32,uint32,uint32,uint8) policy)
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
// Solidity: event VersionAdded(bytes32 indexed dataset, uint32 indexed version, bytes32 versionHash, (bytes32,bytes32,bytes32,bytes32,bytes32,string) content)
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
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetAddressZero"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetAddressZeroError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetAlreadyStopped"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetAlreadyStoppedError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetCustodyNotOffered"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetCustodyNotOfferedError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetExists"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetExistsError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetNameInvalid"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetNameInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetNotCustodian"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetNotCustodianError(raw[4:])
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
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetVersionRetired"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetVersionRetiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["DatasetVersionUnknown"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackDatasetVersionUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["PolicyInvalid"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackPolicyInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], datasetRegistry.abi.Errors["PolicyUnknown"].ID.Bytes()[:4]) {
		return datasetRegistry.UnpackPolicyUnknownError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// DatasetRegistryDatasetAddressZero represents a DatasetAddressZero error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetAddressZero struct {
	Field string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetAddressZero(string field)
func DatasetRegistryDatasetAddressZeroErrorID() common.Hash {
	return common.HexToHash("0xcadb3f2d56be06edce4950d40276957d544fae060a133fa050971b5e5de35b8d")
}

// UnpackDatasetAddressZeroError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetAddressZero(string field)
func (datasetRegistry *DatasetRegistry) UnpackDatasetAddressZeroError(raw []byte) (*DatasetRegistryDatasetAddressZero, error) {
	out := new(DatasetRegistryDatasetAddressZero)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetAddressZero", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DatasetRegistryDatasetAlreadyStopped represents a DatasetAlreadyStopped error raised by the DatasetRegistry contract.
type DatasetRegistryDatasetAlreadyStopped struct {
	Dataset [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetAlreadyStopped(bytes32 dataset)
func DatasetRegistryDatasetAlreadyStoppedErrorID() common.Hash {
	return common.HexToHash("0xe64bed1ee04261e5bf1f9f18b055f40f3793f0cece57920456de67d7aea55630")
}

// UnpackDatasetAlreadyStoppedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetAlreadyStopped(bytes32 dataset)
func (datasetRegistry *DatasetRegistry) UnpackDatasetAlreadyStoppedError(raw []byte) (*DatasetRegistryDatasetAlreadyStopped, error) {
	out := new(DatasetRegistryDatasetAlreadyStopped)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetAlreadyStopped", raw); err != nil {
		return nil, err
	}
	return out, nil
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
	Field string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DatasetVersionInvalid(string field)
func DatasetRegistryDatasetVersionInvalidErrorID() common.Hash {
	return common.HexToHash("0xc8baec73ca8afe493974996e31925bf3f9404b2f46535aab69dd80330275053b")
}

// UnpackDatasetVersionInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DatasetVersionInvalid(string field)
func (datasetRegistry *DatasetRegistry) UnpackDatasetVersionInvalidError(raw []byte) (*DatasetRegistryDatasetVersionInvalid, error) {
	out := new(DatasetRegistryDatasetVersionInvalid)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "DatasetVersionInvalid", raw); err != nil {
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
	Field string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PolicyInvalid(string field)
func DatasetRegistryPolicyInvalidErrorID() common.Hash {
	return common.HexToHash("0x092cdef9e1e7d21df3adcd13f351382ce134b468392c433a0e20d796b89e9c82")
}

// UnpackPolicyInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PolicyInvalid(string field)
func (datasetRegistry *DatasetRegistry) UnpackPolicyInvalidError(raw []byte) (*DatasetRegistryPolicyInvalid, error) {
	out := new(DatasetRegistryPolicyInvalid)
	if err := datasetRegistry.abi.UnpackIntoInterface(out, "PolicyInvalid", raw); err != nil {
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

// JobMarketMetaData contains all meta data concerning the JobMarket contract.
var JobMarketMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"JobApprovalExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"current\",\"type\":\"uint64\"}],\"name\":\"JobApprovalNotNewer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobApprovalSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"sent\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"bond\",\"type\":\"uint256\"}],\"name\":\"JobBondWrong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"JobChargeInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"max\",\"type\":\"uint256\"}],\"name\":\"JobCiphertextSize\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobClaimLapsed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"}],\"name\":\"JobClaimMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"minCohort\",\"type\":\"uint32\"}],\"name\":\"JobCohortBelowMinimum\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"lastNarrowed\",\"type\":\"uint64\"}],\"name\":\"JobConsentNarrowed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"given\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"expected\",\"type\":\"uint64\"}],\"name\":\"JobConsentRoundWrong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"maxAge\",\"type\":\"uint64\"}],\"name\":\"JobConsentTooOld\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"}],\"name\":\"JobDeadlinePassed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobExists\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"}],\"name\":\"JobFeeBelowPrice\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"sent\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"fee\",\"type\":\"uint256\"}],\"name\":\"JobFeeWrong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"finishBefore\",\"type\":\"uint64\"}],\"name\":\"JobLate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"JobNotBroker\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobNotDue\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"JobNotOperator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobNotReleased\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"JobNotResearcher\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"JobNothingToWithdraw\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"given\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"expected\",\"type\":\"bytes32\"}],\"name\":\"JobParametersMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"max\",\"type\":\"uint256\"}],\"name\":\"JobParametersSize\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"JobPaymentFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"JobPolicyRefuses\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"JobReceiptMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"JobReceiptSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobReleased\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobRerunNotNeeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"max\",\"type\":\"uint8\"}],\"name\":\"JobRerunsExhausted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"JobSpecInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"part\",\"type\":\"string\"}],\"name\":\"JobWiringWrong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"JobWorkerInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"}],\"name\":\"JobWorkerNotAccepted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"JobWorkerRefused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"enumIJobMarket.State\",\"name\":\"state\",\"type\":\"uint8\"}],\"name\":\"JobWrongState\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"enumIJobMarket.ClaimEnd\",\"name\":\"how\",\"type\":\"uint8\"}],\"name\":\"ClaimReturned\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"JobApproved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"JobCancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"}],\"indexed\":false,\"internalType\":\"structIJobMarket.Charge\",\"name\":\"charge\",\"type\":\"tuple\"}],\"name\":\"JobCharged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"name\":\"JobClaimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"ReceiptId\",\"name\":\"receipt\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"result\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"ciphertext\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"indexed\":false,\"internalType\":\"structIJobMarket.Receipt\",\"name\":\"content\",\"type\":\"tuple\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"JobCompleted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"enumIJobMarket.Failure\",\"name\":\"why\",\"type\":\"uint8\"}],\"name\":\"JobFailed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"DatasetId\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"components\":[{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"release\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"researcherKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"redundancy\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"}],\"indexed\":false,\"internalType\":\"structIJobMarket.JobSpec\",\"name\":\"spec\",\"type\":\"tuple\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"parameters\",\"type\":\"bytes\"}],\"name\":\"JobPosted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"reruns\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"}],\"name\":\"JobRerun\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"finishBefore\",\"type\":\"uint64\"}],\"name\":\"KeyReleased\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"PaymentKept\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"PaymentSent\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"PaymentWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"ciphertext\",\"type\":\"bytes\"}],\"name\":\"ResultDelivered\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"approve\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"bond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"budget\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"}],\"internalType\":\"structIJobMarket.Charge\",\"name\":\"charge_\",\"type\":\"tuple\"}],\"name\":\"charge\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"claim\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"result\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"ciphertext\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Receipt\",\"name\":\"receipt\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"ciphertext\",\"type\":\"bytes\"}],\"name\":\"complete\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"expire\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"giveUp\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"hashApproval\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"result\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"ciphertext\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Receipt\",\"name\":\"receipt\",\"type\":\"tuple\"}],\"name\":\"hashReceipt\",\"outputs\":[{\"internalType\":\"ReceiptId\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"isRefused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"release\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"researcherKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"redundancy\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"}],\"internalType\":\"structIJobMarket.JobSpec\",\"name\":\"spec_\",\"type\":\"tuple\"}],\"name\":\"jobId\",\"outputs\":[{\"internalType\":\"JobId\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"jobOf\",\"outputs\":[{\"components\":[{\"internalType\":\"enumIJobMarket.State\",\"name\":\"state\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reruns\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"consentRound\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"liveSubjects\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"approvedUntil\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"claimedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"releasedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"chargeRound\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"inputs\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"consentRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"subjectsRoot\",\"type\":\"bytes32\"}],\"internalType\":\"structIJobMarket.Job\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"owed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"release\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"researcherKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"redundancy\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"}],\"internalType\":\"structIJobMarket.JobSpec\",\"name\":\"spec\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"parameters\",\"type\":\"bytes\"}],\"name\":\"post\",\"outputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"receiptOf\",\"outputs\":[{\"internalType\":\"ReceiptId\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"claimRound\",\"type\":\"uint64\"}],\"name\":\"recordRelease\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"registry\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"job\",\"type\":\"bytes32\"}],\"name\":\"rerun\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"JobId\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"specOf\",\"outputs\":[{\"components\":[{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"program\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parameters\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"dataset\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"datasetVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"policyVersion\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"purpose\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"release\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"rho\",\"type\":\"uint64\"},{\"internalType\":\"address\",\"name\":\"researcher\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"researcherKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"redundancy\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"}],\"internalType\":\"structIJobMarket.JobSpec\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"addresspayable\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"workers\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "88ddef41af9a5cf5e00b55c09a1086e6b5",
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

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5993984.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(bytes32 job, uint64 expiry, bytes signature) returns()
func (jobMarket *JobMarket) PackApprove(job [32]byte, expiry uint64, signature []byte) []byte {
	enc, err := jobMarket.abi.Pack("approve", job, expiry, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5993984.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(bytes32 job, uint64 expiry, bytes signature) returns()
func (jobMarket *JobMarket) TryPackApprove(job [32]byte, expiry uint64, signature []byte) ([]byte, error) {
	return jobMarket.abi.Pack("approve", job, expiry, signature)
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
// Solidity: function cancel(bytes32 job) returns()
func (jobMarket *JobMarket) PackCancel(job [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("cancel", job)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d252f5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancel(bytes32 job) returns()
func (jobMarket *JobMarket) TryPackCancel(job [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("cancel", job)
}

// PackCharge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc1ab5242.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function charge(bytes32 job, (bytes32,uint64,bytes32,bytes32,uint32) charge_) returns()
func (jobMarket *JobMarket) PackCharge(job [32]byte, charge IJobMarketCharge) []byte {
	enc, err := jobMarket.abi.Pack("charge", job, charge)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCharge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc1ab5242.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function charge(bytes32 job, (bytes32,uint64,bytes32,bytes32,uint32) charge_) returns()
func (jobMarket *JobMarket) TryPackCharge(job [32]byte, charge IJobMarketCharge) ([]byte, error) {
	return jobMarket.abi.Pack("charge", job, charge)
}

// PackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x96c144f0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claim(bytes32 job, address enclave) payable returns()
func (jobMarket *JobMarket) PackClaim(job [32]byte, enclave common.Address) []byte {
	enc, err := jobMarket.abi.Pack("claim", job, enclave)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x96c144f0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claim(bytes32 job, address enclave) payable returns()
func (jobMarket *JobMarket) TryPackClaim(job [32]byte, enclave common.Address) ([]byte, error) {
	return jobMarket.abi.Pack("claim", job, enclave)
}

// PackComplete is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x965633b8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function complete(bytes32 job, (bytes32,uint64,bytes32,bytes32,uint32,bytes32,uint32,uint32,bytes32,bytes32,uint64,bytes32,bytes32,bytes32,address,bytes32,bytes32) receipt, bytes signature, bytes ciphertext) returns()
func (jobMarket *JobMarket) PackComplete(job [32]byte, receipt IJobMarketReceipt, signature []byte, ciphertext []byte) []byte {
	enc, err := jobMarket.abi.Pack("complete", job, receipt, signature, ciphertext)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackComplete is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x965633b8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function complete(bytes32 job, (bytes32,uint64,bytes32,bytes32,uint32,bytes32,uint32,uint32,bytes32,bytes32,uint64,bytes32,bytes32,bytes32,address,bytes32,bytes32) receipt, bytes signature, bytes ciphertext) returns()
func (jobMarket *JobMarket) TryPackComplete(job [32]byte, receipt IJobMarketReceipt, signature []byte, ciphertext []byte) ([]byte, error) {
	return jobMarket.abi.Pack("complete", job, receipt, signature, ciphertext)
}

// PackExpire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6441798.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function expire(bytes32 job) returns()
func (jobMarket *JobMarket) PackExpire(job [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("expire", job)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExpire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6441798.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function expire(bytes32 job) returns()
func (jobMarket *JobMarket) TryPackExpire(job [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("expire", job)
}

// PackGiveUp is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0569ae3d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function giveUp(bytes32 job) returns()
func (jobMarket *JobMarket) PackGiveUp(job [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("giveUp", job)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGiveUp is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0569ae3d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function giveUp(bytes32 job) returns()
func (jobMarket *JobMarket) TryPackGiveUp(job [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("giveUp", job)
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
// Solidity: function jobOf(bytes32 id) view returns((uint8,uint8,uint64,address,address,uint64,uint32,uint64,uint64,uint64,uint64,bytes32,bytes32,bytes32,bytes32))
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
// Solidity: function jobOf(bytes32 id) view returns((uint8,uint8,uint64,address,address,uint64,uint32,uint64,uint64,uint64,uint64,bytes32,bytes32,bytes32,bytes32))
func (jobMarket *JobMarket) TryPackJobOf(id [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("jobOf", id)
}

// UnpackJobOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xaffe000e.
//
// Solidity: function jobOf(bytes32 id) view returns((uint8,uint8,uint64,address,address,uint64,uint32,uint64,uint64,uint64,uint64,bytes32,bytes32,bytes32,bytes32))
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
// Solidity: function post((uint8,bytes32,bytes32,bytes32,uint32,uint32,uint8,uint8,uint64,address,bytes32,uint8,uint64,uint128,uint64) spec, bytes parameters) payable returns(bytes32 job)
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
// Solidity: function post((uint8,bytes32,bytes32,bytes32,uint32,uint32,uint8,uint8,uint64,address,bytes32,uint8,uint64,uint128,uint64) spec, bytes parameters) payable returns(bytes32 job)
func (jobMarket *JobMarket) TryPackPost(spec IJobMarketJobSpec, parameters []byte) ([]byte, error) {
	return jobMarket.abi.Pack("post", spec, parameters)
}

// UnpackPost is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5148ea15.
//
// Solidity: function post((uint8,bytes32,bytes32,bytes32,uint32,uint32,uint8,uint8,uint64,address,bytes32,uint8,uint64,uint128,uint64) spec, bytes parameters) payable returns(bytes32 job)
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
// Solidity: function recordRelease(bytes32 job, address enclave, uint64 claimRound) returns()
func (jobMarket *JobMarket) PackRecordRelease(job [32]byte, enclave common.Address, claimRound uint64) []byte {
	enc, err := jobMarket.abi.Pack("recordRelease", job, enclave, claimRound)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecordRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20836c69.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recordRelease(bytes32 job, address enclave, uint64 claimRound) returns()
func (jobMarket *JobMarket) TryPackRecordRelease(job [32]byte, enclave common.Address, claimRound uint64) ([]byte, error) {
	return jobMarket.abi.Pack("recordRelease", job, enclave, claimRound)
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
// Solidity: function rerun(bytes32 job) returns()
func (jobMarket *JobMarket) PackRerun(job [32]byte) []byte {
	enc, err := jobMarket.abi.Pack("rerun", job)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRerun is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbd516e10.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rerun(bytes32 job) returns()
func (jobMarket *JobMarket) TryPackRerun(job [32]byte) ([]byte, error) {
	return jobMarket.abi.Pack("rerun", job)
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
	if bytes.Equal(raw[:4], jobMarket.abi.Errors["JobWorkerInvalid"].ID.Bytes()[:4]) {
		return jobMarket.UnpackJobWorkerInvalidError(raw[4:])
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
	return nil, errors.New("Unknown error")
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

// JobMarketJobWorkerInvalid represents a JobWorkerInvalid error raised by the JobMarket contract.
type JobMarketJobWorkerInvalid struct {
	Enclave common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error JobWorkerInvalid(address enclave)
func JobMarketJobWorkerInvalidErrorID() common.Hash {
	return common.HexToHash("0x345d8f5f77616a9f93c76ea7155afee24acbed77896529841adb6a0972383f8a")
}

// UnpackJobWorkerInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error JobWorkerInvalid(address enclave)
func (jobMarket *JobMarket) UnpackJobWorkerInvalidError(raw []byte) (*JobMarketJobWorkerInvalid, error) {
	out := new(JobMarketJobWorkerInvalid)
	if err := jobMarket.abi.UnpackIntoInterface(out, "JobWorkerInvalid", raw); err != nil {
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

// WorkerRegistryMetaData contains all meta data concerning the WorkerRegistry contract.
var WorkerRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerExists\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"name\":\"WorkerExpiryInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"field\",\"type\":\"string\"}],\"name\":\"WorkerFieldInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"WorkerNotOperator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerQuoteRefused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"}],\"name\":\"WorkerQuoteSize\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerRenewalsExhausted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerRevokedAlready\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"WorkerUnknown\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"verifier\",\"type\":\"address\"}],\"name\":\"QuoteVerifierSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"quote\",\"type\":\"bytes\"}],\"name\":\"WorkerRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"quote\",\"type\":\"bytes\"}],\"name\":\"WorkerRenewed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"}],\"name\":\"WorkerRevoked\",\"type\":\"event\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"internalType\":\"structIWorkerRegistry.Registration\",\"name\":\"registration\",\"type\":\"tuple\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"quoteHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"nonce\",\"type\":\"uint64\"}],\"name\":\"hashRegistration\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"isValid\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"quoteVerifier\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"}],\"internalType\":\"structIWorkerRegistry.Registration\",\"name\":\"registration\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"quote\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"register\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"bytes\",\"name\":\"quote\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"renew\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"revoke\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"verifier\",\"type\":\"address\"}],\"name\":\"setQuoteVerifier\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"enclave\",\"type\":\"address\"}],\"name\":\"workerOf\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"platform\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"revoked\",\"type\":\"bool\"},{\"internalType\":\"uint16\",\"name\":\"renewals\",\"type\":\"uint16\"},{\"internalType\":\"bytes32\",\"name\":\"rek\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"measurement\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"trustRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"quote\",\"type\":\"bytes32\"}],\"internalType\":\"structIWorkerRegistry.Worker\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "39ac8c662c94e5eb2b746c019181379343",
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

// PackQuoteVerifier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x384909fa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function quoteVerifier() view returns(address)
func (workerRegistry *WorkerRegistry) PackQuoteVerifier() []byte {
	enc, err := workerRegistry.abi.Pack("quoteVerifier")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackQuoteVerifier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x384909fa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function quoteVerifier() view returns(address)
func (workerRegistry *WorkerRegistry) TryPackQuoteVerifier() ([]byte, error) {
	return workerRegistry.abi.Pack("quoteVerifier")
}

// UnpackQuoteVerifier is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x384909fa.
//
// Solidity: function quoteVerifier() view returns(address)
func (workerRegistry *WorkerRegistry) UnpackQuoteVerifier(data []byte) (common.Address, error) {
	out, err := workerRegistry.abi.Unpack("quoteVerifier", data)
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

// PackSetQuoteVerifier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce3fe7ee.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setQuoteVerifier(address verifier) returns()
func (workerRegistry *WorkerRegistry) PackSetQuoteVerifier(verifier common.Address) []byte {
	enc, err := workerRegistry.abi.Pack("setQuoteVerifier", verifier)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetQuoteVerifier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce3fe7ee.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setQuoteVerifier(address verifier) returns()
func (workerRegistry *WorkerRegistry) TryPackSetQuoteVerifier(verifier common.Address) ([]byte, error) {
	return workerRegistry.abi.Pack("setQuoteVerifier", verifier)
}

// PackWorkerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x77614a42.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function workerOf(address enclave) view returns((address,uint64,uint8,bool,uint16,bytes32,bytes32,bytes32,bytes32))
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
// Solidity: function workerOf(address enclave) view returns((address,uint64,uint8,bool,uint16,bytes32,bytes32,bytes32,bytes32))
func (workerRegistry *WorkerRegistry) TryPackWorkerOf(enclave common.Address) ([]byte, error) {
	return workerRegistry.abi.Pack("workerOf", enclave)
}

// UnpackWorkerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x77614a42.
//
// Solidity: function workerOf(address enclave) view returns((address,uint64,uint8,bool,uint16,bytes32,bytes32,bytes32,bytes32))
func (workerRegistry *WorkerRegistry) UnpackWorkerOf(data []byte) (IWorkerRegistryWorker, error) {
	out, err := workerRegistry.abi.Unpack("workerOf", data)
	if err != nil {
		return *new(IWorkerRegistryWorker), err
	}
	out0 := *abi.ConvertType(out[0], new(IWorkerRegistryWorker)).(*IWorkerRegistryWorker)
	return out0, nil
}

// WorkerRegistryQuoteVerifierSet represents a QuoteVerifierSet event raised by the WorkerRegistry contract.
type WorkerRegistryQuoteVerifierSet struct {
	Verifier common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const WorkerRegistryQuoteVerifierSetEventName = "QuoteVerifierSet"

// ContractEventName returns the user-defined event name.
func (WorkerRegistryQuoteVerifierSet) ContractEventName() string {
	return WorkerRegistryQuoteVerifierSetEventName
}

// UnpackQuoteVerifierSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event QuoteVerifierSet(address verifier)
func (workerRegistry *WorkerRegistry) UnpackQuoteVerifierSetEvent(log *types.Log) (*WorkerRegistryQuoteVerifierSet, error) {
	event := "QuoteVerifierSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != workerRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(WorkerRegistryQuoteVerifierSet)
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
// Solidity: event WorkerRegistered(address indexed enclave, address indexed operator, bytes32 indexed measurement, bytes32 rek, bytes32 trustRoot, uint8 platform, uint64 expiry, bytes quote)
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
	Enclave common.Address
	Expiry  uint64
	Quote   []byte
	Raw     *types.Log // Blockchain specific contextual infos
}

const WorkerRegistryWorkerRenewedEventName = "WorkerRenewed"

// ContractEventName returns the user-defined event name.
func (WorkerRegistryWorkerRenewed) ContractEventName() string {
	return WorkerRegistryWorkerRenewedEventName
}

// UnpackWorkerRenewedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event WorkerRenewed(address indexed enclave, uint64 expiry, bytes quote)
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
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerExists"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerExistsError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerExpiryInvalid"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerExpiryInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], workerRegistry.abi.Errors["WorkerFieldInvalid"].ID.Bytes()[:4]) {
		return workerRegistry.UnpackWorkerFieldInvalidError(raw[4:])
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
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WorkerQuoteRefused(address enclave)
func WorkerRegistryWorkerQuoteRefusedErrorID() common.Hash {
	return common.HexToHash("0xdeea86db962164c438a67fbdba22af7805402d0e5e5c463554df7c02576ba299")
}

// UnpackWorkerQuoteRefusedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WorkerQuoteRefused(address enclave)
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
