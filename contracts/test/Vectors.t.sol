// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

import {ConsentLedger} from "../src/ConsentLedger.sol";
import {IConsentLedger} from "../src/interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IPolicyChecker} from "../src/interfaces/IPolicyChecker.sol";
import {Conditions} from "../src/libraries/Conditions.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "../src/interfaces/IWorkerRegistry.sol";
import {DatasetId, JobId, ReceiptId, StudyId} from "../src/interfaces/Ids.sol";
import {ConsentEntry, ConsentEntryLibrary, ConsentOrigin} from "../src/libraries/ConsentEntry.sol";
import {TypedHashes} from "../src/libraries/TypedHashes.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {Json} from "./support/Json.sol";
import {vm} from "./support/Vm.sol";

/// @dev The vectors of protocol/testdata, good ones and bad ones: what Go signs the contracts take, and the other way.
contract VectorsTest is AssentTest {
    using Json for string;

    uint64 private constant CHAIN = 42334;

    function _open(string memory name) private returns (string memory json) {
        vm.chainId(CHAIN);
        return vm.readFile(string.concat("../protocol/testdata/", name, ".json"));
    }

    /// @dev The code of a contract at the address that the vectors name. It works out its domain anew there.
    function _moveTo(string memory json, address from) private returns (address to) {
        to = json.addr(".domain.verifyingContract");
        vm.assertEq(json.num(".domain.chainId"), CHAIN, "chain");
        vm.etch(to, from.code);
    }

    /// @dev Answers the ledger under test in the registry's place.
    function consentTerms(DatasetId) external view returns (IDatasetRegistry.ConsentTerms memory) {
        return IDatasetRegistry.ConsentTerms(custodian, _enroller, type(uint32).max, 1, false, 0, 0, 0);
    }

    address private _enroller;

    // Grants, tickets, rotations.

    function _ledger(string memory json) private returns (ConsentLedger) {
        _enroller = json.addr(".signers.enroller.address");
        DatasetId id = DatasetId.wrap(json.word(".good[0].signed.grant.dataset"));
        vm.warp(1_700_000_000);
        return ConsentLedger(_moveTo(json, address(new ConsentLedger(address(this), id))));
    }

    function _grantAt(string memory json, string memory key) private pure returns (IConsentLedger.Grant memory) {
        return IConsentLedger.Grant({
            dataset: json.word(string.concat(key, ".dataset")),
            pseudonym: json.addr(string.concat(key, ".pseudonym")),
            policyVersion: uint32(json.num(string.concat(key, ".policyVersion"))),
            purposes: uint32(json.num(string.concat(key, ".purposes"))),
            kinds: uint16(json.num(string.concat(key, ".kinds"))),
            exact: json.flag(string.concat(key, ".exact")),
            conditions: uint8(json.num(string.concat(key, ".conditions"))),
            notBefore: uint32(json.num(string.concat(key, ".notBefore"))),
            expiry: uint32(json.num(string.concat(key, ".expiry"))),
            epsilonClass: uint8(json.num(string.concat(key, ".epsilonClass"))),
            circumstances: json.word(string.concat(key, ".circumstances")),
            nonce: uint64(json.num(string.concat(key, ".nonce"))),
            submitBefore: uint64(json.num(string.concat(key, ".submitBefore")))
        });
    }

    function _ticketAt(string memory json)
        private
        pure
        returns (IConsentLedger.Ticket memory ticket, bytes memory sig)
    {
        ticket = IConsentLedger.Ticket({
            dataset: json.word(".ticket.signed.ticket.dataset"),
            pseudonym: json.addr(".ticket.signed.ticket.pseudonym"),
            proofKey: json.word(".ticket.signed.ticket.proofKey"),
            expiry: uint64(json.num(".ticket.signed.ticket.expiry"))
        });
        sig = json.data(".ticket.signed.signature");
    }

    function test_grant_goodOnesAreTakenAloneAndInABatch() public {
        string memory json = _open("grant");
        ConsentLedger l = _ledger(json);
        (IConsentLedger.Ticket memory ticket, bytes memory ticketSignature) = _ticketAt(json);
        vm.assertEq(l.hashTicket(ticket), json.word(".ticket.digest"), "ticket");
        uint256 n = 0;
        for (string memory key = ".good[0]"; json.has(key); key = Json.index(".good", ++n)) {
            IConsentLedger.Grant memory g = _grantAt(json, string.concat(key, ".signed.grant"));
            vm.assertEq(l.hashGrant(g), json.word(string.concat(key, ".digest")), "digest");
            bytes memory item = json.data(string.concat(key, ".batchItem"));
            uint256 state = vm.snapshotState();
            l.enrol(g, json.data(string.concat(key, ".signed.signature")), ticket, ticketSignature);
            (uint256 entry, uint256 origin) = l.entryOf(g.pseudonym);
            vm.assertTrue(entry != 0 && origin == 0, "taken");
            vm.revertToState(state);
            vm.prank(_enroller);
            vm.assertEq(l.enrolBatch(item), 1, "taken in a batch");
            (uint256 again, uint256 originAgain) = l.entryOf(g.pseudonym);
            vm.assertTrue(again == entry && originAgain == origin, "the same words");
            vm.revertToState(state);
        }
        vm.assertGe(n, 4, "grants");
    }

    function test_grant_forgedOnesAreRefused() public {
        string memory json = _open("grant");
        ConsentLedger l = _ledger(json);
        (IConsentLedger.Ticket memory ticket, bytes memory ticketSignature) = _ticketAt(json);
        uint256 n = 0;
        uint256 refused = 0;
        for (string memory key = ".forged[0]"; json.has(key); key = Json.index(".forged", ++n)) {
            if (!_isOfSignature(json.text(string.concat(key, ".reason")))) continue; // of JSON
            ++refused;
            IConsentLedger.Grant memory g = _grantAt(json, string.concat(key, ".input.grant"));
            bytes memory signature = json.data(string.concat(key, ".input.signature"));
            try l.enrol(g, signature, ticket, ticketSignature) {
                vm.assertTrue(false, json.text(string.concat(key, ".name")));
            } catch (bytes memory reason) {
                vm.assertTrue(
                    bytes4(reason) == IConsentLedger.ConsentSignature.selector
                        || bytes4(reason) == IConsentLedger.ConsentWrongDataset.selector
                        || bytes4(reason) == IConsentLedger.ConsentTicketSignature.selector,
                    json.text(string.concat(key, ".name"))
                );
            }
        }
        vm.assertGe(refused, 17, "forgeries");
    }

    function test_grant_forAnotherDomainIsRefused() public {
        string memory json = _open("grant");
        ConsentLedger l = _ledger(json);
        (IConsentLedger.Ticket memory ticket, bytes memory ticketSignature) = _ticketAt(json);
        IConsentLedger.Grant memory g = _grantAt(json, ".good[0].signed.grant");
        bytes memory signature = json.data(".good[0].signed.signature");
        address elsewhere = json.addr(".otherDomains[1].verifyingContract");
        vm.etch(elsewhere, address(l).code);
        vm.expectPartialRevert(IConsentLedger.ConsentTicketSignature.selector);
        ConsentLedger(elsewhere).enrol(g, signature, ticket, ticketSignature);
        vm.chainId(json.num(".otherDomains[0].chainId"));
        vm.expectPartialRevert(IConsentLedger.ConsentTicketSignature.selector);
        l.enrol(g, signature, ticket, ticketSignature);
    }

    function test_rotation_isTaken() public {
        string memory json = _open("grant");
        ConsentLedger l = _ledger(json);
        (IConsentLedger.Ticket memory ticket, bytes memory ticketSignature) = _ticketAt(json);
        l.enrol(
            _grantAt(json, ".good[0].signed.grant"), json.data(".good[0].signed.signature"), ticket, ticketSignature
        );
        IConsentLedger.Rotation memory r = IConsentLedger.Rotation({
            dataset: json.word(".rotation.signed.rotation.dataset"),
            from: json.addr(".rotation.signed.rotation.from"),
            to: json.addr(".rotation.signed.rotation.to"),
            nonce: uint64(json.num(".rotation.signed.rotation.nonce")),
            submitBefore: uint64(json.num(".rotation.signed.rotation.submitBefore"))
        });
        vm.assertEq(l.hashRotation(r), json.word(".rotation.digest"), "digest");
        l.rotate(r, json.data(".rotation.signed.fromSignature"), json.data(".rotation.signed.toSignature"));
        vm.assertEq(l.successorOf(r.from), r.to, "rotated");
    }

    // Entries.

    function test_entry_wordsAreTheSame() public {
        string memory json = _open("entry");
        uint256 n = 0;
        for (string memory key = ".words[0]"; json.has(key); key = Json.index(".words", ++n)) {
            ConsentEntry word = ConsentEntry.wrap(uint256(json.word(string.concat(key, ".words.entry"))));
            string memory e = string.concat(key, ".entry");
            vm.assertEq(word.nonce(), json.num(string.concat(e, ".nonce")), "nonce");
            vm.assertEq(word.policyVersion(), json.num(string.concat(e, ".policyVersion")), "policyVersion");
            vm.assertEq(word.purposes(), json.num(string.concat(e, ".purposes")), "purposes");
            vm.assertEq(word.kinds(), json.num(string.concat(e, ".kinds")), "kinds");
            vm.assertEq(word.notBefore(), json.num(string.concat(e, ".notBefore")), "notBefore");
            vm.assertEq(word.expiry(), json.num(string.concat(e, ".expiry")), "expiry");
            vm.assertEq(word.epsilonClass(), json.num(string.concat(e, ".epsilonClass")), "epsilonClass");
            vm.assertEq(word.has(ConsentEntryLibrary.EXACT), json.flag(string.concat(e, ".exact")), "exact");
            vm.assertEq(word.has(ConsentEntryLibrary.ENROLLED), json.flag(string.concat(e, ".enrolled")), "enrolled");
            vm.assertEq(word.has(ConsentEntryLibrary.ROTATED), json.flag(string.concat(e, ".rotated")), "rotated");
            vm.assertEq(word.has(ConsentEntryLibrary.REVOKED), json.flag(string.concat(e, ".revoked")), "revoked");
            vm.assertEq(word.has(ConsentEntryLibrary.LINKABLE), json.flag(string.concat(e, ".linkable")), "linkable");
            vm.assertEq(word.originBlock(), json.num(string.concat(e, ".originBlock")), "originBlock");
            vm.assertEq(word.conditions(), json.num(string.concat(e, ".conditions")), "conditions");
            vm.assertEq(ConsentEntry.unwrap(_pack(word)), ConsentEntry.unwrap(word), "packed again");
            ConsentOrigin whose = ConsentOrigin.wrap(uint256(json.word(string.concat(key, ".words.origin"))));
            address origin = json.addr(string.concat(e, ".origin"));
            address pseudonym = json.addr(string.concat(key, ".pseudonym"));
            if (word.has(ConsentEntryLibrary.ENROLLED)) vm.assertEq(whose.originOf(pseudonym), origin, "origin");
            vm.assertEq(whose.rotations(), json.num(string.concat(e, ".rotations")), "rotations");
            vm.assertEq(whose.rotationDay(), json.num(string.concat(e, ".rotationDay")), "rotationDay");
        }
        vm.assertGe(n, 20, "words");
    }

    function _pack(ConsentEntry e) private pure returns (ConsentEntry) {
        ConsentEntry packed = ConsentEntryLibrary.pack(
                e.nonce(),
                e.policyVersion(),
                e.purposes(),
                e.kinds(),
                e.notBefore(),
                e.expiry(),
                e.epsilonClass(),
                e.conditions()
            ).withFlags(ConsentEntry.unwrap(e) & (0xff << 200));
        return e.has(ConsentEntryLibrary.ENROLLED) ? packed.enrolledIn(e.originBlock()) : packed;
    }

    function test_entry_isLiveForTheSameReasons() public {
        string memory json = _open("entry");
        uint256 n = 0;
        for (string memory key = ".live[0]"; json.has(key); key = Json.index(".live", ++n)) {
            // The budget class is the worker's to judge, and cause 12.
            uint256 cause = json.num(string.concat(key, ".cause"));
            ConsentEntry word = ConsentEntry.wrap(uint256(json.word(string.concat(key, ".words.entry"))));
            string memory t = string.concat(key, ".terms");
            bool live = word.isLive(
                uint8(json.num(string.concat(t, ".purpose"))),
                uint8(json.num(string.concat(t, ".kind"))),
                json.flag(string.concat(t, ".exact")),
                uint32(json.num(string.concat(t, ".day"))),
                uint32(json.num(string.concat(t, ".minGrantVersion"))),
                uint32(json.num(string.concat(t, ".policyVersion")))
            ) && Conditions.within(uint8(json.num(string.concat(t, ".conditions"))), word.conditions());
            vm.assertEq(live, cause == 0 || cause == 12, json.text(string.concat(key, ".name")));
        }
        vm.assertGe(n, 31, "cases");
    }

    // Policies.

    function _policyAt(string memory json, string memory key) private view returns (IDatasetRegistry.Policy memory p) {
        p.promised = _promiseAt(json, string.concat(key, ".promised"));
        p.means = _meansAt(json, string.concat(key, ".means"));
        key = string.concat(key, ".service");
        p.service.price = uint128(json.num(string.concat(key, ".price")));
        p.service.claimTimeout = uint32(json.num(string.concat(key, ".claimTimeout")));
        p.service.jobTimeout = uint32(json.num(string.concat(key, ".jobTimeout")));
        p.service.openTimeout = uint32(json.num(string.concat(key, ".openTimeout")));
        p.service.maxReruns = uint8(json.num(string.concat(key, ".maxReruns")));
    }

    function _promiseAt(string memory json, string memory key)
        private
        pure
        returns (IDatasetRegistry.Promise memory p)
    {
        p.controller = json.addr(string.concat(key, ".controller"));
        p.purposes = uint32(json.num(string.concat(key, ".purposes")));
        p.kinds = uint16(json.num(string.concat(key, ".kinds")));
        p.conditions = uint8(json.num(string.concat(key, ".conditions")));
        p.allowPrivate = json.flag(string.concat(key, ".allowPrivate"));
        p.allowExact = json.flag(string.concat(key, ".allowExact"));
        p.allowERC1271 = json.flag(string.concat(key, ".allowERC1271"));
        p.allowOldVersions = json.flag(string.concat(key, ".allowOldVersions"));
        p.schema = json.word(string.concat(key, ".schema"));
        p.datasheet = json.word(string.concat(key, ".datasheet"));
        p.text = json.word(string.concat(key, ".text"));
        p.minCohort = uint32(json.num(string.concat(key, ".minCohort")));
        p.minCell = uint32(json.num(string.concat(key, ".minCell")));
        p.rhoLimit = uint64(json.num(string.concat(key, ".rhoLimit")));
        p.deltaLimit = uint64(json.num(string.concat(key, ".deltaLimit")));
        p.rhoPerResearcher = uint64(json.num(string.concat(key, ".rhoPerResearcher")));
        p.review = IDatasetRegistry.Review(json.num(string.concat(key, ".review")));
        p.reviewersNeeded = uint8(json.num(string.concat(key, ".reviewersNeeded")));
        p.maxConsentAge = uint32(json.num(string.concat(key, ".maxConsentAge")));
        p.spenders = vm.parseJsonAddressArray(json, string.concat(key, ".spenders"));
        p.restrictions = vm.parseJsonBytes32Array(json, string.concat(key, ".restrictions"));
    }

    function _meansAt(string memory json, string memory key) private view returns (IDatasetRegistry.Means memory m) {
        m.broker = json.addr(string.concat(key, ".broker"));
        m.enroller = json.addr(string.concat(key, ".enroller"));
        m.archivesNeeded = uint8(json.num(string.concat(key, ".archivesNeeded")));
        m.pins = json.word(string.concat(key, ".pins"));
        m.measurements = vm.parseJsonBytes32Array(json, string.concat(key, ".measurements"));
        m.trustRoots = vm.parseJsonBytes32Array(json, string.concat(key, ".trustRoots"));
        m.programs = vm.parseJsonBytes32Array(json, string.concat(key, ".programs"));
        m.reviewers = vm.parseJsonAddressArray(json, string.concat(key, ".reviewers"));
        m.archives = vm.parseJsonAddressArray(json, string.concat(key, ".archives"));
        string memory gates = string.concat(key, ".gates");
        uint256 n = 0;
        while (json.has(Json.index(gates, n))) ++n;
        m.gates = new bytes32[](n);
        for (uint256 i = 0; i < n; ++i) {
            string memory place = Json.index(gates, i);
            m.gates[i] = bytes32(
                uint256(uint160(json.addr(string.concat(place, ".contract"))))
                    | json.num(string.concat(place, ".moments")) << 160 | json.num(string.concat(place, ".powers"))
                    << 176
            );
        }
    }

    function test_policy_goodOnesHaveTheirHash() public {
        string memory json = _open("policy");
        uint256 n = 0;
        for (string memory key = ".good[0]"; json.has(key); key = Json.index(".good", ++n)) {
            IDatasetRegistry.Policy memory p = _policyAt(json, string.concat(key, ".policy"));
            IPolicyChecker.Hashes memory hashes = _checker().inspect(p);
            vm.assertEq(hashes.policy, json.word(string.concat(key, ".hash")), "hash");
        }
        vm.assertGe(n, 4, "policies");
    }

    function _checker() private view returns (IPolicyChecker) {
        return IPolicyChecker(registry.policyChecker());
    }

    /// @dev The value of a field's name in {IDatasetRegistry-PolicyField}.
    function _field(string memory name) private pure returns (IDatasetRegistry.PolicyField) {
        string[22] memory names = [
            "controller",
            "purposes",
            "kinds",
            "conditions",
            "schema",
            "review",
            "reviewersNeeded",
            "maxConsentAge",
            "spenders",
            "restrictions",
            "broker",
            "enroller",
            "measurements",
            "trustRoots",
            "programs",
            "reviewers",
            "gates",
            "archives",
            "archivesNeeded",
            "claimTimeout",
            "jobTimeout",
            "openTimeout"
        ];
        for (uint8 i = 0; i < names.length; ++i) {
            if (keccak256(bytes(names[i])) == keccak256(bytes(name))) return IDatasetRegistry.PolicyField(i);
        }
        revert(name);
    }

    function test_policy_badOnesAreRefusedForTheSameField() public {
        string memory json = _open("policy");
        IPolicyChecker checker = _checker();
        uint256 n = 0;
        uint256 refused = 0;
        for (string memory key = ".bad[0]"; json.has(key); key = Json.index(".bad", ++n)) {
            string memory field = json.text(string.concat(key, ".reason"));
            // Price and members are of JSON, and a review that is not defined has no form here.
            if (field.among("price maxReruns minimum means review")) continue;
            if (json.has(string.concat(key, ".input.promised.broker"))) continue;
            ++refused;
            IDatasetRegistry.Policy memory p = _policyAt(json, string.concat(key, ".input"));
            vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.PolicyInvalid.selector, _field(field)));
            checker.inspect(p);
        }
        vm.assertGe(refused, 40, "policies");
    }

    function test_policy_changesHaveTheSameEffect() public {
        string memory json = _open("policy");
        IPolicyChecker checker = _checker();
        uint256 n = 0;
        for (string memory key = ".changes[0]"; json.has(key); key = Json.index(".changes", ++n)) {
            IDatasetRegistry.Change change = checker.compare(
                _policyAt(json, string.concat(key, ".old")), _policyAt(json, string.concat(key, ".next"))
            );
            vm.assertEq(
                uint256(change), json.num(string.concat(key, ".effect")), json.text(string.concat(key, ".name"))
            );
        }
        vm.assertGe(n, 80, "changes");
    }

    // Conditions.

    function test_conditions_areTheSameList() public {
        string memory json = _open("condition");
        uint256 n = 0;
        for (string memory key = ".table[0]"; json.has(key); key = Json.index(".table", ++n)) {
            uint8 c = uint8(json.num(string.concat(key, ".id")));
            vm.assertEq(Conditions.recipients(c), json.num(string.concat(key, ".recipients")), "recipients");
            vm.assertEq(Conditions.prohibited(c), json.num(string.concat(key, ".prohibited")), "prohibited");
        }
        vm.assertEq(n, 4, "conditions");
        n = 0;
        for (string memory key = ".pairs[0]"; json.has(key); key = Json.index(".pairs", ++n)) {
            bool within = Conditions.within(
                uint8(json.num(string.concat(key, ".inner"))), uint8(json.num(string.concat(key, ".outer")))
            );
            vm.assertEq(within, json.flag(string.concat(key, ".within")), "within");
        }
        vm.assertEq(n, 25, "pairs");
        n = 0;
        for (string memory key = ".recipients[0]"; json.has(key); key = Json.index(".recipients", ++n)) {
            bool allows = Conditions.allows(
                uint8(json.num(string.concat(key, ".conditions"))), uint8(json.num(string.concat(key, ".recipient")))
            );
            vm.assertEq(allows, json.flag(string.concat(key, ".allows")), "allows");
        }
        vm.assertEq(n, 40, "recipients");
    }

    // Datasets.

    function test_dataset_hasItsIdAndVersionHash() public {
        string memory json = _open("dataset");
        IDatasetRegistry.Version memory v = IDatasetRegistry.Version({
            contentRoot: json.word(".manifest.version.contentRoot"),
            schema: json.word(".manifest.version.schema"),
            datasheet: json.word(".manifest.version.datasheet"),
            mock: json.word(".manifest.version.mock"),
            rosterRoot: json.word(".manifest.version.rosterRoot"),
            asOf: uint64(json.num(".manifest.version.asOf")),
            uri: json.text(".manifest.version.uri")
        });
        vm.assertEq(registry.hashVersion(v), json.word(".versionHash"), "version hash");
        address named = json.addr(".manifest.registry");
        vm.etch(named, address(registry).code);
        DatasetId id = IDatasetRegistry(named).datasetId(json.addr(".manifest.registrant"), json.text(".manifest.name"));
        vm.assertEq(DatasetId.unwrap(id), json.word(".id"), "id");
        bytes32 domain = IDatasetRegistry(named).familyDomain(json.addr(".manifest.registrant"), "courts");
        vm.assertEq(domain, json.word(".familyDomain"), "family domain");
    }

    // Workers.

    function test_worker_registersAndForgeriesDoNot() public {
        string memory json = _open("worker");
        vm.warp(1_700_000_000);
        IWorkerRegistry w = IWorkerRegistry(_moveTo(json, address(workers)));
        uint256 n = 0;
        for (string memory key = ".good[0]"; json.has(key); key = Json.index(".good", ++n)) {
            (address by, bytes32 quote, uint64 nonce, IWorkerRegistry.Registration memory r) =
                _registrationAt(json, string.concat(key, ".signed.registration"));
            bytes32 digest = w.hashRegistration(r, by, quote, nonce);
            vm.assertEq(digest, json.word(string.concat(key, ".digest")), "digest");
            vm.assertTrue(_isBy(r.enclave, digest, json.data(string.concat(key, ".signed.signature"))), "signed");
        }
        vm.assertGe(n, 2, "registrations");
        n = 0;
        for (string memory key = ".forged[0]"; json.has(key); key = Json.index(".forged", ++n)) {
            (address by, bytes32 quote, uint64 nonce, IWorkerRegistry.Registration memory r) =
                _registrationAt(json, string.concat(key, ".input.registration"));
            bytes memory signature = json.data(string.concat(key, ".input.signature"));
            vm.assertFalse(
                _isBy(r.enclave, w.hashRegistration(r, by, quote, nonce), signature),
                json.text(string.concat(key, ".name"))
            );
        }
        vm.assertGe(n, 6, "forgeries");
    }

    function test_binding_hashesAsInGo() public {
        string memory json = vm.readFile("../tee/testdata/tee.json");
        vm.assertEq(TypedHashes.ENCLAVE_BINDING, keccak256(bytes(json.text(".bindingType"))), "type");
        uint256 n = 0;
        for (string memory key = ".bindings[0]"; json.has(key); key = Json.index(".bindings", ++n)) {
            string memory binding = string.concat(key, ".binding");
            vm.chainId(json.num(string.concat(binding, ".chainId")));
            bytes32 hash = _binding(
                json.word(string.concat(binding, ".runtime")),
                json.addr(string.concat(binding, ".operator")),
                json.addr(string.concat(binding, ".enclave")),
                json.word(string.concat(binding, ".rek")),
                uint64(json.num(string.concat(binding, ".round"))),
                json.word(string.concat(binding, ".blockHash"))
            );
            vm.assertEq(hash, json.word(string.concat(key, ".hash")), "hash");
        }
        vm.assertGe(n, 3, "bindings");
    }

    function _registrationAt(string memory json, string memory key)
        private
        pure
        returns (address by, bytes32 quote, uint64 nonce, IWorkerRegistry.Registration memory r)
    {
        by = json.addr(string.concat(key, ".operator"));
        quote = json.word(string.concat(key, ".quote"));
        nonce = uint64(json.num(string.concat(key, ".nonce")));
        r.enclave = json.addr(string.concat(key, ".enclave"));
        r.rek = json.word(string.concat(key, ".rek"));
        r.measurement = json.word(string.concat(key, ".measurement"));
        r.trustRoot = json.word(string.concat(key, ".trustRoot"));
        r.platform = uint8(json.num(string.concat(key, ".platform")));
        r.expiry = uint64(json.num(string.concat(key, ".expiry")));
    }

    // Jobs and receipts.

    function test_job_hasItsIdAndApproval() public {
        string memory json = _open("job");
        IJobMarket m = IJobMarket(_moveTo(json, address(market)));
        uint256 n = 0;
        for (string memory key = ".good[0]"; json.has(key); key = Json.index(".good", ++n)) {
            JobId id = m.jobId(_specAt(json, string.concat(key, ".spec")));
            vm.assertEq(JobId.unwrap(id), json.word(string.concat(key, ".id")), "id");
        }
        vm.assertGe(n, 3, "jobs");
        bytes32 digest = m.hashApproval(
            JobId.wrap(json.word(".approval.signed.approval.job")), uint64(json.num(".approval.signed.approval.expiry"))
        );
        vm.assertEq(digest, json.word(".approval.digest"), "approval");
    }

    function _specAt(string memory json, string memory key) private pure returns (IJobMarket.JobSpec memory s) {
        s.program = json.word(string.concat(key, ".program"));
        s.parameters = json.word(string.concat(key, ".parameters"));
        s.dataset = DatasetId.wrap(json.word(string.concat(key, ".dataset")));
        s.researcherKey = json.word(string.concat(key, ".researcherKey"));
        s.researcher = json.addr(string.concat(key, ".researcher"));
        s.kind = uint16(json.num(string.concat(key, ".kind")));
        s.purpose = uint8(json.num(string.concat(key, ".purpose")));
        s.release = IJobMarket.Release(json.num(string.concat(key, ".release")));
        s.datasetVersion = uint32(json.num(string.concat(key, ".datasetVersion")));
        s.policyVersion = uint32(json.num(string.concat(key, ".policyVersion")));
        s.rho = uint64(json.num(string.concat(key, ".rho")));
        s.delta = uint64(json.num(string.concat(key, ".delta")));
        s.deadline = uint64(json.num(string.concat(key, ".deadline")));
        s.nonce = uint64(json.num(string.concat(key, ".nonce")));
        s.fee = uint128(json.num(string.concat(key, ".fee")));
        s.recipient = uint8(json.num(string.concat(key, ".recipient")));
        s.seat = uint16(json.num(string.concat(key, ".seat")));
        s.round = uint32(json.num(string.concat(key, ".round")));
        s.assetVersion = uint32(json.num(string.concat(key, ".assetVersion")));
        s.assetPolicyVersion = uint32(json.num(string.concat(key, ".assetPolicyVersion")));
        s.asset = DatasetId.wrap(json.word(string.concat(key, ".asset")));
        s.study = StudyId.wrap(json.word(string.concat(key, ".study")));
        s.extension = json.word(string.concat(key, ".extension"));
    }

    function test_receipt_isSignedAndForgeriesAreNot() public {
        string memory json = _open("receipt");
        IJobMarket m = IJobMarket(_moveTo(json, address(market)));
        IJobMarket.Receipt memory r = _receiptAt(json, ".good.signed.receipt");
        bytes32 digest = ReceiptId.unwrap(m.hashReceipt(r));
        vm.assertEq(digest, json.word(".good.id"), "digest");
        vm.assertTrue(_isBy(r.enclave, digest, json.data(".good.signed.signature")), "signed");
        uint256 n = 0;
        uint256 refused = 0;
        for (string memory key = ".forged[0]"; json.has(key); key = Json.index(".forged", ++n)) {
            if (!_isOfSignature(json.text(string.concat(key, ".reason")))) continue; // of JSON
            ++refused;
            r = _receiptAt(json, string.concat(key, ".input.receipt"));
            digest = ReceiptId.unwrap(m.hashReceipt(r));
            vm.assertFalse(
                _isBy(r.enclave, digest, json.data(string.concat(key, ".input.signature"))),
                json.text(string.concat(key, ".name"))
            );
        }
        vm.assertGe(refused, 20, "forgeries");
    }

    function _receiptAt(string memory json, string memory key) private pure returns (IJobMarket.Receipt memory r) {
        r.job = json.word(string.concat(key, ".job"));
        r.charge = _chargeAt(json, string.concat(key, ".charge"));
        r.result = json.word(string.concat(key, ".result"));
        r.ciphertext = json.word(string.concat(key, ".ciphertext"));
        r.size = uint64(json.num(string.concat(key, ".size")));
        r.opening = json.word(string.concat(key, ".opening"));
        r.statement = json.word(string.concat(key, ".statement"));
        r.enclave = json.addr(string.concat(key, ".enclave"));
        r.measurement = json.word(string.concat(key, ".measurement"));
        r.quote = json.word(string.concat(key, ".quote"));
    }

    function _chargeAt(string memory json, string memory key) private pure returns (IJobMarket.Charge memory c) {
        c.inputs = json.word(string.concat(key, ".inputs"));
        c.consentRound = uint64(json.num(string.concat(key, ".consentRound")));
        c.consentRoot = json.word(string.concat(key, ".consentRoot"));
        c.subjectsRoot = json.word(string.concat(key, ".subjectsRoot"));
        c.liveSubjects = uint32(json.num(string.concat(key, ".liveSubjects")));
        c.rho = uint64(json.num(string.concat(key, ".rho")));
        c.delta = uint64(json.num(string.concat(key, ".delta")));
        c.moment = uint64(json.num(string.concat(key, ".moment")));
        c.noise = json.word(string.concat(key, ".noise"));
        c.proofKey = json.word(string.concat(key, ".proofKey"));
    }

    function test_charge_openingAndHeldHaveTheirHashes() public {
        string memory json = _open("receipt");
        IJobMarket m = IJobMarket(_moveTo(json, address(market)));
        vm.assertEq(m.hashCharge(_chargeAt(json, ".charge.charge")), json.word(".charge.structHash"), "charge");
        vm.assertEq(keccak256(abi.encode(json.word(".opening.key"))), json.word(".opening.hash"), "opening");
        bytes32 digest = m.hashHeld(
            JobId.wrap(json.word(".held.held.job")),
            json.word(".held.held.ciphertext"),
            uint64(json.num(".held.held.size"))
        );
        vm.assertEq(digest, json.word(".held.digest"), "held");
        vm.assertTrue(_isBy(json.addr(".signers.custodian.address"), digest, json.data(".held.signature")), "signed");
    }

    // Signatures.

    /// @dev Whether a vector's reason is of its signature, and not of its JSON.
    function _isOfSignature(string memory reason) private pure returns (bool) {
        bytes32 hash = keccak256(bytes(reason));
        return hash == keccak256("signed by") || hash == keccak256("upper half") || hash == keccak256("v is 29")
            || hash == keccak256("v is 26") || hash == keccak256("v is") || hash == keccak256("r is out of range")
            || hash == keccak256("s is out of range") || hash == keccak256("hex digits");
    }

    function _isBy(address who, bytes32 digest, bytes memory signature) private pure returns (bool) {
        (address signer,,) = ECDSA.tryRecover(digest, signature);
        return signer == who && who != address(0);
    }
}
