// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BudgetLedger} from "../../src/BudgetLedger.sol";
import {CollateralRegistry} from "../../src/CollateralRegistry.sol";
import {ConsentLedger} from "../../src/ConsentLedger.sol";
import {ConsentLedgerFactory} from "../../src/ConsentLedgerFactory.sol";
import {DatasetRegistry} from "../../src/DatasetRegistry.sol";
import {JobMarket} from "../../src/JobMarket.sol";
import {WorkerRegistry} from "../../src/WorkerRegistry.sol";
import {ATTESTATION, IAttestation} from "../../src/interfaces/IAttestation.sol";
import {IBudgetLedger} from "../../src/interfaces/IBudgetLedger.sol";
import {IConsentLedger} from "../../src/interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "../../src/interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../../src/interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "../../src/interfaces/IWorkerRegistry.sol";
import {DatasetId, JobId, ReceiptId} from "../../src/interfaces/Ids.sol";
import {ConsentEntry, ConsentEntryLibrary, ConsentOrigin} from "../../src/libraries/ConsentEntry.sol";
import {TypedHashes} from "../../src/libraries/TypedHashes.sol";
import {AttestationFake, Container, Containers, Part} from "./AttestationFake.sol";
import {vm} from "./Vm.sol";

/// @dev A whole network with one dataset, and what its people sign.
abstract contract AssentTest {
    using Containers for Container;

    uint64 internal constant NOW = 1_800_000_000;
    uint64 internal constant DELAY = 7 days;
    uint256 internal constant BOND = 1 ether;
    uint128 internal constant FEE = 3 ether;
    uint64 internal constant RHO = 100_000;
    /// @dev For a release that leaves open what was spent of the dataset before it.
    uint64 internal constant ANY = type(uint64).max;

    uint256 internal constant CUSTODIAN = uint256(keccak256("custodian"));
    uint256 internal constant ENROLLER = uint256(keccak256("enroller"));
    uint256 internal constant BROKER = uint256(keccak256("broker"));
    uint256 internal constant RESEARCHER = uint256(keccak256("researcher"));
    uint256 internal constant OPERATOR = uint256(keccak256("operator"));
    uint256 internal constant ENCLAVE = uint256(keccak256("enclave"));
    uint256 internal constant ALICE = uint256(keccak256("alice"));
    uint256 internal constant BOB = uint256(keccak256("bob"));

    bytes32 internal constant MEASUREMENT = keccak256("measurement");
    bytes32 internal constant TRUST_ROOT = keccak256("trust root");
    bytes32 internal constant RUNTIME = keccak256("runtime");
    bytes32 internal constant REK = keccak256("rek");
    bytes32 internal constant LEVELS = keccak256("levels");
    bytes32 internal constant ISSUER = keccak256("issuer");
    uint8 internal constant TDX = 2;
    uint64 internal constant LIFE = 30 days;
    bytes internal constant PARAMETERS = '{"groupBy":["sex"]}';
    bytes internal constant CIPHERTEXT = "ciphertext";
    /// @dev The number of HPKE's X25519 and a key.
    bytes internal constant RESEARCHER_KEY = hex"0020a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0";
    bytes32 internal constant OPENING_KEY = keccak256("opening key");
    uint8 internal constant HOSPITAL = 1;

    address internal immutable custodian = vm.addr(CUSTODIAN);
    address internal immutable enroller = vm.addr(ENROLLER);
    address internal immutable broker = vm.addr(BROKER);
    address internal immutable researcher = vm.addr(RESEARCHER);
    address internal immutable operator = vm.addr(OPERATOR);
    address internal immutable enclave = vm.addr(ENCLAVE);
    address internal immutable alice = vm.addr(ALICE);
    address internal immutable bob = vm.addr(BOB);
    address internal immutable governor = vm.addr(uint256(keccak256("governor")));
    address internal immutable relayer = vm.addr(uint256(keccak256("relayer")));

    ConsentLedgerFactory internal ledgers;
    DatasetRegistry internal registry;
    ConsentLedger internal ledger;
    CollateralRegistry internal collaterals;
    WorkerRegistry internal workers;
    BudgetLedger internal budget;
    JobMarket internal market;
    DatasetId internal dataset;

    function setUp() public virtual {
        vm.warp(NOW);
        vm.roll(1000);
        vm.etch(address(ATTESTATION), address(new AttestationFake()).code);
        _deploy();
        collaterals.post(_collateral().encode());

        vm.prank(custodian);
        address ledgerAddress;
        (dataset, ledgerAddress) = registry.register(_registration(), _policy());
        ledger = ConsentLedger(ledgerAddress);
        vm.prank(custodian);
        registry.addVersion(dataset, _version());
        _registerWorker(ENCLAVE, operator, NOW + LIFE);
        vm.deal(researcher, 100 ether);
        vm.deal(operator, 100 ether);
    }

    /// @dev Puts every contract on the chain.
    function _deploy() internal virtual {
        ledgers = new ConsentLedgerFactory();
        registry = new DatasetRegistry(address(ledgers), DELAY);
        collaterals = new CollateralRegistry();
        workers = new WorkerRegistry(governor, RUNTIME, address(collaterals));
        budget = new BudgetLedger(address(registry));
        market = new JobMarket(address(registry), address(workers), address(budget), BOND, 10 minutes);
    }

    // What people state.

    function _registration() internal pure returns (IDatasetRegistry.Registration memory) {
        return IDatasetRegistry.Registration({name: "heart", family: "", founder: address(0), open: true});
    }

    function _policy() internal view returns (IDatasetRegistry.Policy memory policy) {
        policy.promised.controller = custodian;
        policy.promised.schema = keccak256("schema");
        policy.promised.datasheet = keccak256("datasheet");
        policy.promised.deltaLimit = 1_000_000_000;
        policy.promised.minCell = 5;
        policy.promised.spenders = new address[](1);
        policy.promised.spenders[0] = address(market);
        policy.means.broker = broker;
        policy.means.enroller = enroller;
        policy.service.openTimeout = 30 minutes;
        policy.promised.purposes = 0x0f;
        policy.promised.kinds = 3;
        policy.promised.minCohort = 10;
        policy.promised.rhoLimit = 1_000_000;
        policy.promised.rhoPerResearcher = 500_000;
        policy.promised.allowPrivate = true;
        policy.promised.allowExact = true;
        policy.means.measurements = new bytes32[](1);
        policy.means.measurements[0] = MEASUREMENT;
        policy.means.trustRoots = new bytes32[](1);
        policy.means.trustRoots[0] = TRUST_ROOT;
        policy.service.price = 1 ether;
        policy.service.claimTimeout = 10 minutes;
        policy.service.jobTimeout = 1 hours;
        policy.promised.maxConsentAge = 100;
        policy.service.maxReruns = 2;
    }

    function _version() internal pure returns (IDatasetRegistry.Version memory) {
        return IDatasetRegistry.Version({
            contentRoot: keccak256("content"),
            schema: keccak256("schema"),
            datasheet: keccak256("datasheet"),
            mock: keccak256("mock"),
            rosterRoot: keccak256("roster"),
            asOf: 900,
            uri: "https://example.org/heart.age"
        });
    }

    function _today() internal view returns (uint32) {
        return uint32(block.timestamp / 1 days);
    }

    function _grant(address pseudonym, uint64 nonce) internal view returns (IConsentLedger.Grant memory) {
        return IConsentLedger.Grant({
            dataset: DatasetId.unwrap(dataset),
            pseudonym: pseudonym,
            policyVersion: 1,
            purposes: 0x0b,
            kinds: 3,
            exact: true,
            conditions: 0,
            notBefore: _today(),
            expiry: _today() + 365,
            epsilonClass: 2,
            circumstances: keccak256("circumstances"),
            nonce: nonce,
            submitBefore: uint64(block.timestamp) + 1 hours
        });
    }

    function _revocation(address pseudonym, uint64 nonce) internal view returns (IConsentLedger.Grant memory g) {
        g.dataset = DatasetId.unwrap(dataset);
        g.pseudonym = pseudonym;
        g.policyVersion = 1;
        g.nonce = nonce;
        g.submitBefore = uint64(block.timestamp) + 1 hours;
    }

    function _ticket(address pseudonym) internal view returns (IConsentLedger.Ticket memory) {
        return IConsentLedger.Ticket({
            dataset: DatasetId.unwrap(dataset),
            pseudonym: pseudonym,
            proofKey: keccak256("proof key"),
            expiry: uint64(block.timestamp) + 1 days
        });
    }

    function _spec() internal view returns (IJobMarket.JobSpec memory spec) {
        spec.program = keccak256("program");
        spec.parameters = keccak256(PARAMETERS);
        spec.dataset = dataset;
        spec.researcherKey = keccak256(RESEARCHER_KEY);
        spec.researcher = researcher;
        spec.kind = 1;
        spec.purpose = 3;
        spec.release = IJobMarket.Release.Private;
        spec.datasetVersion = 1;
        spec.policyVersion = 1;
        spec.rho = RHO;
        spec.deadline = uint64(block.timestamp) + 1 days;
        spec.nonce = 7;
        spec.fee = FEE;
        spec.recipient = HOSPITAL;
    }

    // What people sign.

    function _sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function _signed(uint256 key, IConsentLedger.Grant memory g) internal view returns (bytes memory) {
        return _sign(key, ledger.hashGrant(g));
    }

    function _item(uint256 key, IConsentLedger.Grant memory g) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, ledger.hashGrant(g));
        return bytes.concat(
            abi.encodePacked(
                g.pseudonym, g.policyVersion, g.purposes, g.kinds, g.exact, g.epsilonClass, g.conditions, v
            ),
            abi.encodePacked(g.notBefore, g.expiry, g.nonce, g.submitBefore, g.circumstances, r, s)
        );
    }

    // What people do.

    function _enrol(uint256 key) internal {
        _enrol(key, _grant(vm.addr(key), 1));
    }

    function _enrol(uint256 key, IConsentLedger.Grant memory g) internal {
        IConsentLedger.Ticket memory ticket = _ticket(g.pseudonym);
        bytes memory signature = _signed(key, g);
        bytes memory ticketSignature = _sign(ENROLLER, ledger.hashTicket(ticket));
        vm.prank(relayer);
        ledger.enrol(g, signature, ticket, ticketSignature);
    }

    function _submit(uint256 key, IConsentLedger.Grant memory g) internal {
        bytes memory signature = _signed(key, g);
        vm.prank(relayer);
        ledger.grant(g, signature);
    }

    function _rotation(address from, address to, uint64 nonce) internal view returns (IConsentLedger.Rotation memory) {
        return IConsentLedger.Rotation(DatasetId.unwrap(dataset), from, to, nonce, uint64(block.timestamp) + 1 hours);
    }

    function _rotate(uint256 from, uint256 to, uint64 nonce) internal {
        IConsentLedger.Rotation memory r = _rotation(vm.addr(from), vm.addr(to), nonce);
        bytes32 digest = ledger.hashRotation(r);
        ledger.rotate(r, _sign(from, digest), _sign(to, digest));
    }

    function _entryOf(address pseudonym) internal view returns (uint256 entry) {
        (entry,) = ledger.entryOf(pseudonym);
    }

    function _storedOf(address pseudonym) internal view returns (ConsentEntry) {
        return ConsentEntry.wrap(_entryOf(pseudonym));
    }

    function _originWordOf(address pseudonym) internal view returns (ConsentOrigin) {
        (, uint256 origin) = ledger.entryOf(pseudonym);
        return ConsentOrigin.wrap(origin);
    }

    /// @dev The pseudonym under which the person enrolled; none for one that is not enrolled.
    function _originOf(address pseudonym) internal view returns (address) {
        if (!_storedOf(pseudonym).has(ConsentEntryLibrary.ENROLLED)) return address(0);
        return _originWordOf(pseudonym).originOf(pseudonym);
    }

    function _revokeFor(address pseudonym) internal returns (uint256 revoked) {
        address[] memory who = new address[](1);
        who[0] = pseudonym;
        vm.prank(custodian);
        return ledger.revokeFor(who);
    }

    /// @dev Whether a grant like {_grant} counts today.
    function _isLive(address pseudonym) internal view returns (bool) {
        return ledger.isLive(pseudonym, 3, 1, true, _today());
    }

    /// @dev Collateral of every part, as good as new.
    function _collateral() internal pure returns (Container memory c) {
        c.kind = Containers.INTEL;
        c.tcbInfo = Part({
            root: TRUST_ROOT,
            key: LEVELS,
            number: 17,
            issuedAt: NOW - 1 days,
            validUntil: NOW + 29 days,
            status: 1,
            tcbDate: NOW - 100 days,
            revoked: 0,
            padding: ""
        });
        c.qeIdentity = Part(TRUST_ROOT, 0, 18, NOW - 2 days, NOW + 28 days, 0, 0, 0, "");
        c.rootList = Part(TRUST_ROOT, 0, 1, NOW - 3 days, NOW + 300 days, 0, 0, 0, "");
        c.issuerList = Part(TRUST_ROOT, ISSUER, 1, NOW - 1 hours, NOW + 27 days, 0, 0, 0, "");
    }

    /// @dev The same, issued now and valid for a month.
    function _freshCollateral() internal view returns (Container memory c) {
        c = _collateral();
        uint64 time = uint64(block.timestamp);
        (c.tcbInfo.issuedAt, c.tcbInfo.validUntil) = (time, time + 30 days);
        (c.qeIdentity.issuedAt, c.qeIdentity.validUntil) = (time, time + 30 days);
        (c.rootList.issuedAt, c.rootList.validUntil) = (time, time + 30 days);
        (c.issuerList.issuedAt, c.issuerList.validUntil) = (time, time + 30 days);
    }

    /// @dev The news that the machine behind some evidence is not to be trusted any more.
    function _postRevocation(bytes memory evidence) internal {
        Container memory c = _collateral();
        c.issuerList.number = collaterals.stampsOf(LEVELS, ISSUER).issuerList.number + 1;
        c.issuerList.revoked = keccak256(evidence);
        vm.prank(relayer);
        collaterals.post(c.encode());
    }

    function _attestation() internal pure returns (AttestationFake) {
        return AttestationFake(address(ATTESTATION));
    }

    /// @dev What a quote claims that an enclave of an operator gets now.
    function _claims(uint256 key, address by) internal view returns (IAttestation.Claims memory c) {
        c.platform = TDX;
        c.simulated = true;
        c.measurement = MEASUREMENT;
        c.root = TRUST_ROOT;
        c.round = uint64(block.number - 1);
        c.blockHash = blockhash(c.round);
        c.binding = _binding(RUNTIME, by, vm.addr(key), REK, c.round, c.blockHash);
    }

    function _binding(bytes32 runtime, address by, address enclave_, bytes32 rek, uint64 round, bytes32 blockHash)
        internal
        view
        returns (bytes32)
    {
        return
            keccak256(
                abi.encode(TypedHashes.ENCLAVE_BINDING, block.chainid, runtime, by, enclave_, rek, round, blockHash)
            );
    }

    /// @dev Evidence of an enclave and an operator, of which the precompile knows now.
    function _evidence(uint256 key, address by) internal returns (bytes memory) {
        return _evidence(_claims(key, by));
    }

    function _evidence(IAttestation.Claims memory claims) internal returns (bytes memory evidence) {
        evidence = abi.encode("evidence", claims);
        _attestation().teach(evidence, claims, IAttestation.Place(LEVELS, ISSUER));
    }

    function _workerRegistration(uint256 key, uint64 expiry)
        internal
        pure
        returns (IWorkerRegistry.Registration memory)
    {
        return IWorkerRegistry.Registration({
            enclave: vm.addr(key),
            rek: REK,
            measurement: MEASUREMENT,
            trustRoot: TRUST_ROOT,
            platform: TDX,
            expiry: expiry
        });
    }

    function _registerWorker(uint256 key, address by, uint64 expiry) internal {
        _register(key, by, _workerRegistration(key, expiry), _evidence(key, by));
    }

    function _register(uint256 key, address by, IWorkerRegistry.Registration memory r, bytes memory evidence) internal {
        bytes memory signature = _sign(key, workers.hashRegistration(r, by, keccak256(evidence), 0));
        vm.prank(by);
        workers.register(r, evidence, signature);
    }

    function _renew(uint256 key, address by, uint64 expiry, bytes memory evidence) internal {
        uint64 nonce = uint64(workers.workerOf(vm.addr(key)).renewals) + 1;
        bytes32 digest = workers.hashRegistration(_workerRegistration(key, expiry), by, keccak256(evidence), nonce);
        bytes memory signature = _sign(key, digest);
        vm.prank(by);
        workers.renew(vm.addr(key), expiry, evidence, signature);
    }

    function _quoteRefused(string memory step) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IAttestation.QuoteRefused.selector, step);
    }

    function _workerRefused(address enclave_, string memory check) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IWorkerRegistry.WorkerQuoteRefused.selector, enclave_, check);
    }

    function _post(IJobMarket.JobSpec memory spec) internal returns (JobId) {
        vm.prank(spec.researcher);
        return market.post{value: spec.fee}(spec, PARAMETERS, RESEARCHER_KEY);
    }

    function _approve(JobId job) internal {
        uint64 expiry = uint64(block.timestamp) + 12 hours;
        bytes memory signature = _sign(CUSTODIAN, market.hashApproval(job, expiry));
        market.approve(job, expiry, signature);
    }

    function _claim(JobId job) internal {
        vm.prank(operator);
        market.claim{value: BOND}(job, enclave);
    }

    function _release(JobId job) internal {
        uint64 round = market.jobOf(job).claimRound;
        vm.prank(broker);
        market.recordRelease(job, enclave, round, ANY, ANY);
    }

    function _chargeOf(JobId job) internal view returns (IJobMarket.Charge memory c) {
        IJobMarket.JobSpec memory spec = market.specOf(job);
        c.inputs = keccak256("inputs");
        c.consentRound = market.jobOf(job).consentRound;
        c.consentRoot = keccak256("consent root");
        c.subjectsRoot = keccak256("subjects root");
        c.liveSubjects = 25;
        c.rho = spec.rho;
        c.delta = spec.delta;
        c.moment = market.jobOf(job).releasedAt;
        c.proofKey = keccak256("proof key");
        if (spec.release == IJobMarket.Release.Private) c.noise = keccak256("shares of noise");
    }

    function _charge(JobId job) internal {
        IJobMarket.Charge memory c = _chargeOf(job);
        uint64 round = market.jobOf(job).claimRound;
        vm.prank(operator);
        market.charge(job, round, c);
    }

    /// @dev The receipt that the job's enclave would sign.
    function _receipt(JobId job) internal view returns (IJobMarket.Receipt memory r) {
        IJobMarket.Job memory j = market.jobOf(job);
        r.job = JobId.unwrap(job);
        r.charge = _chargeOf(job);
        r.result = keccak256("result");
        r.ciphertext = keccak256(CIPHERTEXT);
        r.size = uint64(CIPHERTEXT.length);
        r.opening = keccak256(abi.encode(OPENING_KEY));
        r.enclave = j.enclave;
        r.measurement = workers.measurementOf(j.enclave);
        r.quote = j.quote;
    }

    function _seal(JobId job) internal {
        IJobMarket.Receipt memory r = _receipt(job);
        bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
        market.seal(job, r, signature, CIPHERTEXT);
    }

    function _open(JobId job) internal {
        market.open(job, OPENING_KEY);
    }

    function _round(JobId job) internal view returns (uint64) {
        return market.jobOf(job).claimRound;
    }

    /// @dev The account of the dataset: rho open and settled.
    function _account() internal view returns (uint64 open, uint64 settled) {
        IBudgetLedger.Account memory a = budget.accountOf(dataset);
        return (a.rhoOpen, a.rhoSettled);
    }

    function _assertBudget(uint64 open, uint64 settled) internal view {
        IBudgetLedger.Account memory a = budget.accountOf(dataset);
        vm.assertEq(a.rhoOpen, open, "open");
        vm.assertEq(a.rhoSettled, settled, "settled");
    }

    function _receiptDigest(IJobMarket.Receipt memory r) internal view returns (bytes32) {
        return ReceiptId.unwrap(market.hashReceipt(r));
    }

    function _assertState(JobId job, IJobMarket.State state) internal view {
        vm.assertEq(uint256(market.jobOf(job).state), uint256(state), "state");
    }

    /// @dev Expects an error that names the job and nothing else.
    function _expect(bytes4 selector, JobId job) internal {
        vm.expectRevert(abi.encodeWithSelector(selector, job));
    }

    /// @dev Lets rounds and seconds pass, as a chain does.
    function _pass(uint256 rounds, uint256 seconds_) internal {
        vm.roll(block.number + rounds);
        vm.warp(block.timestamp + seconds_);
    }

    /// @dev A job whose key is released, and that is not charged.
    function _released() internal returns (JobId job) {
        job = _jobIn(IJobMarket.State.Claimed);
        _release(job);
        _pass(1, 1);
    }

    /// @dev A job that has come as far as a state, one round after another.
    function _jobIn(IJobMarket.State state) internal returns (JobId job) {
        job = _post(_spec());
        if (state == IJobMarket.State.Posted) return job;
        _pass(1, 1);
        _approve(job);
        if (state == IJobMarket.State.Approved) return job;
        _pass(1, 1);
        _claim(job);
        _pass(1, 1);
        if (state == IJobMarket.State.Claimed) return job;
        _release(job);
        _pass(1, 1);
        _charge(job);
        _pass(1, 1);
        if (state == IJobMarket.State.Charged) return job;
        _seal(job);
        _pass(1, 1);
        if (state == IJobMarket.State.Sealed) return job;
        _open(job);
        _pass(1, 1);
    }

    /// @dev Address of a contract that an account creates with a nonce below 128.
    function _created(address by, uint64 nonce) internal pure returns (address) {
        bytes memory rlp =
            nonce == 0 ? abi.encodePacked(hex"d694", by, hex"80") : abi.encodePacked(hex"d694", by, uint8(nonce));
        return address(uint160(uint256(keccak256(rlp))));
    }

    /// @dev Maps a fuzzed number into a range.
    function _bound(uint256 x, uint256 low, uint256 high) internal pure returns (uint256) {
        return low + x % (high - low + 1);
    }
}
