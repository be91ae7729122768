// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentLedger} from "../interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "../interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../interfaces/IJobMarket.sol";

/// @title EIP-712 struct hashes of everything that is signed or committed to
/// @dev A struct whose members are all of one word is encoded by `abi.encode` exactly as EIP-712 asks.
library TypedHashes {
    bytes32 internal constant GRANT = keccak256(
        "Grant(bytes32 dataset,address pseudonym,uint32 policyVersion,uint32 purposes,uint16 kinds,bool exact,uint8 conditions,uint32 notBefore,uint32 expiry,uint8 epsilonClass,bytes32 circumstances,uint64 nonce,uint64 submitBefore)"
    );
    bytes32 internal constant TICKET =
        keccak256("Ticket(bytes32 dataset,address pseudonym,bytes32 proofKey,uint64 expiry)");
    bytes32 internal constant ROTATION =
        keccak256("Rotation(bytes32 dataset,address from,address to,uint64 nonce,uint64 submitBefore)");
    bytes32 internal constant PROMISE = keccak256(
        "Promise(address controller,uint32 purposes,uint16 kinds,uint8 conditions,bool allowPrivate,bool allowExact,bool allowERC1271,bool allowOldVersions,bytes32 schema,bytes32 datasheet,bytes32 text,uint32 minCohort,uint32 minCell,uint64 rhoLimit,uint64 deltaLimit,uint64 rhoPerResearcher,uint8 review,uint8 reviewersNeeded,uint32 maxConsentAge,address[] spenders,bytes32[] restrictions)"
    );
    bytes32 internal constant MEANS = keccak256(
        "Means(address broker,address enroller,uint8 archivesNeeded,bytes32 pins,bytes32[] measurements,bytes32[] trustRoots,bytes32[] programs,address[] reviewers,bytes32[] gates,address[] archives)"
    );
    bytes32 internal constant SERVICE =
        keccak256("Service(uint128 price,uint32 claimTimeout,uint32 jobTimeout,uint32 openTimeout,uint8 maxReruns)");
    bytes32 internal constant POLICY = keccak256(
        "Policy(Promise promised,Means means,Service service)Means(address broker,address enroller,uint8 archivesNeeded,bytes32 pins,bytes32[] measurements,bytes32[] trustRoots,bytes32[] programs,address[] reviewers,bytes32[] gates,address[] archives)Promise(address controller,uint32 purposes,uint16 kinds,uint8 conditions,bool allowPrivate,bool allowExact,bool allowERC1271,bool allowOldVersions,bytes32 schema,bytes32 datasheet,bytes32 text,uint32 minCohort,uint32 minCell,uint64 rhoLimit,uint64 deltaLimit,uint64 rhoPerResearcher,uint8 review,uint8 reviewersNeeded,uint32 maxConsentAge,address[] spenders,bytes32[] restrictions)Service(uint128 price,uint32 claimTimeout,uint32 jobTimeout,uint32 openTimeout,uint8 maxReruns)"
    );
    bytes32 internal constant DATASET_VERSION = keccak256(
        "DatasetVersion(bytes32 contentRoot,bytes32 schema,bytes32 datasheet,bytes32 mock,bytes32 rosterRoot,uint64 asOf,string uri)"
    );
    bytes32 internal constant REGISTRATION = keccak256(
        "Registration(address enclave,address operator,bytes32 rek,bytes32 measurement,bytes32 trustRoot,uint8 platform,uint64 expiry,bytes32 quote,uint64 nonce)"
    );
    /// @dev Hashed without a domain, as it names chain and runtime itself: the first half of a quote's report data.
    bytes32 internal constant ENCLAVE_BINDING = keccak256(
        "EnclaveBinding(uint64 chainId,bytes32 runtime,address operator,address enclave,bytes32 rek,uint64 round,bytes32 blockHash)"
    );
    bytes32 internal constant JOB_SPEC = keccak256(
        "JobSpec(bytes32 program,bytes32 parameters,bytes32 dataset,bytes32 researcherKey,address researcher,uint16 kind,uint8 purpose,uint8 release,uint32 datasetVersion,uint32 policyVersion,uint64 rho,uint64 delta,uint64 deadline,uint64 nonce,uint128 fee,uint8 recipient,uint16 seat,uint32 round,uint32 assetVersion,uint32 assetPolicyVersion,bytes32 asset,bytes32 study,bytes32 extension)"
    );
    bytes32 internal constant APPROVAL = keccak256("Approval(bytes32 job,uint64 expiry)");
    bytes32 internal constant CHARGE = keccak256(
        "Charge(bytes32 inputs,uint64 consentRound,bytes32 consentRoot,bytes32 subjectsRoot,uint32 liveSubjects,uint64 rho,uint64 delta,uint64 moment,bytes32 noise,bytes32 proofKey)"
    );
    bytes32 internal constant RECEIPT = keccak256(
        "Receipt(bytes32 job,Charge charge,bytes32 result,bytes32 ciphertext,uint64 size,bytes32 opening,bytes32 statement,address enclave,bytes32 measurement,bytes32 quote)Charge(bytes32 inputs,uint64 consentRound,bytes32 consentRoot,bytes32 subjectsRoot,uint32 liveSubjects,uint64 rho,uint64 delta,uint64 moment,bytes32 noise,bytes32 proofKey)"
    );
    bytes32 internal constant HELD = keccak256("Held(bytes32 job,bytes32 ciphertext,uint64 size)");

    function hash(IConsentLedger.Ticket calldata ticket) internal pure returns (bytes32) {
        return keccak256(abi.encode(TICKET, ticket));
    }

    function hash(IConsentLedger.Rotation calldata rotation) internal pure returns (bytes32) {
        return keccak256(abi.encode(ROTATION, rotation));
    }

    function hash(IJobMarket.JobSpec calldata spec) internal pure returns (bytes32) {
        return keccak256(abi.encode(JOB_SPEC, spec));
    }

    function hash(IJobMarket.Charge memory charge) internal pure returns (bytes32) {
        return keccak256(abi.encode(CHARGE, charge));
    }

    function hash(IJobMarket.Receipt calldata receipt) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(
                RECEIPT,
                receipt.job,
                hash(receipt.charge),
                receipt.result,
                receipt.ciphertext,
                receipt.size,
                receipt.opening,
                receipt.statement,
                receipt.enclave,
                receipt.measurement,
                receipt.quote
            )
        );
    }

    function hash(IDatasetRegistry.Version calldata content) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(
                DATASET_VERSION,
                content.contentRoot,
                content.schema,
                content.datasheet,
                content.mock,
                content.rosterRoot,
                content.asOf,
                keccak256(bytes(content.uri))
            )
        );
    }

    function hash(IDatasetRegistry.Policy memory policy) internal pure returns (bytes32) {
        return hashParts(hash(policy.promised), hash(policy.means), hash(policy.service));
    }

    /// @dev The hash of a policy from those of its parts.
    function hashParts(bytes32 promised, bytes32 means, bytes32 service) internal pure returns (bytes32) {
        return keccak256(abi.encode(POLICY, promised, means, service));
    }

    function hash(IDatasetRegistry.Promise memory promised) internal pure returns (bytes32) {
        // An array is hashed as its elements, a word each: what abi.encodePacked makes of it.
        bytes memory who = abi.encode(
            PROMISE,
            promised.controller,
            promised.purposes,
            promised.kinds,
            promised.conditions,
            promised.allowPrivate,
            promised.allowExact,
            promised.allowERC1271,
            promised.allowOldVersions
        );
        bytes memory what = abi.encode(
            promised.schema,
            promised.datasheet,
            promised.text,
            promised.minCohort,
            promised.minCell,
            promised.rhoLimit,
            promised.deltaLimit,
            promised.rhoPerResearcher
        );
        bytes memory rules = abi.encode(
            promised.review,
            promised.reviewersNeeded,
            promised.maxConsentAge,
            keccak256(abi.encodePacked(promised.spenders)),
            keccak256(abi.encodePacked(promised.restrictions))
        );
        return keccak256(bytes.concat(who, what, rules));
    }

    function hash(IDatasetRegistry.Means memory means) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(
                MEANS,
                means.broker,
                means.enroller,
                means.archivesNeeded,
                means.pins,
                keccak256(abi.encodePacked(means.measurements)),
                keccak256(abi.encodePacked(means.trustRoots)),
                keccak256(abi.encodePacked(means.programs)),
                keccak256(abi.encodePacked(means.reviewers)),
                keccak256(abi.encodePacked(means.gates)),
                keccak256(abi.encodePacked(means.archives))
            )
        );
    }

    function hash(IDatasetRegistry.Service memory service) internal pure returns (bytes32) {
        return keccak256(abi.encode(SERVICE, service));
    }
}
