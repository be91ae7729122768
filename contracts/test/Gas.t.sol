// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAttestation} from "../src/interfaces/IAttestation.sol";
import {IConsentLedger} from "../src/interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "../src/interfaces/IWorkerRegistry.sol";
import {DatasetId, JobId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {Container, Containers} from "./support/AttestationFake.sol";
import {vm} from "./support/Vm.sol";

/// @dev Gas of every entry point as a transaction of its own, into snapshots/. `make snapshots` runs these alone, each
/// call isolated, so that the figures hold what a transaction costs from nothing.
contract GasTest is AssentTest {
    using Containers for Container;

    function _subject(uint256 i) private pure returns (uint256) {
        return uint256(keccak256(abi.encode("subject", i)));
    }

    function _items(uint256 n, uint64 nonce) private view returns (bytes memory items) {
        for (uint256 i = 0; i < n; ++i) {
            items = bytes.concat(items, _item(_subject(i), _grant(vm.addr(_subject(i)), nonce)));
        }
    }

    function test_gas_ConsentLedger() public {
        _enrol(ALICE);
        vm.snapshotGasLastCall("ConsentLedger", "enrol");
        _submit(ALICE, _grant(alice, 2));
        vm.snapshotGasLastCall("ConsentLedger", "grant");
        _submit(ALICE, _revocation(alice, 3));
        vm.snapshotGasLastCall("ConsentLedger", "grant, a revocation");
        _submit(ALICE, _grant(alice, 4));

        IConsentLedger.Rotation memory r =
            IConsentLedger.Rotation(DatasetId.unwrap(dataset), alice, bob, 9, uint64(block.timestamp) + 1 hours);
        bytes32 digest = ledger.hashRotation(r);
        ledger.rotate(r, _sign(ALICE, digest), _sign(BOB, digest));
        vm.snapshotGasLastCall("ConsentLedger", "rotate");
        address[] memory who = new address[](1);
        who[0] = bob;
        vm.prank(custodian);
        ledger.revokeFor(who);
        vm.snapshotGasLastCall("ConsentLedger", "revokeFor, one");
        _pass(1, 1);

        bytes memory items = _items(1, 1);
        vm.prank(enroller);
        ledger.enrolBatch(items);
        vm.snapshotGasLastCall("ConsentLedger", "enrolBatch, one");
        items = _items(100, 2);
        vm.prank(enroller);
        ledger.enrolBatch(items);
        uint256 gas = vm.snapshotGasLastCall("ConsentLedger", "enrolBatch, a hundred");
        vm.snapshotValue("ConsentLedger", "enrolBatch, each of a hundred", gas / 100);
        items = _items(100, 3);
        ledger.grantBatch(items);
        gas = vm.snapshotGasLastCall("ConsentLedger", "grantBatch, a hundred");
        vm.snapshotValue("ConsentLedger", "grantBatch, each of a hundred", gas / 100);
    }

    function test_gas_DatasetRegistry() public {
        IDatasetRegistry.Registration memory registration = _registration();
        registration.name = "another";
        vm.startPrank(custodian);
        registry.register(registration, _policy());
        vm.snapshotGasLastCall("DatasetRegistry", "register");
        registry.addVersion(dataset, _version());
        vm.snapshotGasLastCall("DatasetRegistry", "addVersion");
        IDatasetRegistry.Policy memory policy = _policy();
        registry.setPolicy(dataset, policy);
        vm.snapshotGasLastCall("DatasetRegistry", "setPolicy, the same");
        policy.means.measurements = _measurements();
        registry.setPolicy(dataset, policy);
        vm.snapshotGasLastCall("DatasetRegistry", "setPolicy, another measurement");
        policy.promised.minCohort += 1;
        registry.setPolicy(dataset, policy);
        vm.snapshotGasLastCall("DatasetRegistry", "setPolicy, another promise");
        registry.retireVersion(dataset, 2);
        vm.snapshotGasLastCall("DatasetRegistry", "retireVersion");
        registry.stop(dataset);
        vm.snapshotGasLastCall("DatasetRegistry", "stop");
        registry.resume(dataset);
        vm.snapshotGasLastCall("DatasetRegistry", "resume");
        registry.invite("hearts", bob);
        vm.snapshotGasLastCall("DatasetRegistry", "invite");
        registry.offerCustody(dataset, bob);
        vm.snapshotGasLastCall("DatasetRegistry", "offerCustody");
        vm.stopPrank();
        vm.prank(bob);
        registry.acceptCustody(dataset);
        vm.snapshotGasLastCall("DatasetRegistry", "acceptCustody");
    }

    function _measurements() private pure returns (bytes32[] memory list) {
        list = new bytes32[](2);
        (list[0], list[1]) = (MEASUREMENT, keccak256("another measurement"));
        if (list[1] < list[0]) (list[0], list[1]) = (list[1], list[0]);
    }

    /// @dev Without what the runtime asks for verifying, which contracts/enginetest measures.
    function test_gas_WorkerRegistry() public {
        uint256 key = uint256(keccak256("second enclave"));
        bytes memory quote = _longEvidence(key);
        IWorkerRegistry.Registration memory r = _workerRegistration(key, NOW + 1 days);
        bytes memory signature = _sign(key, workers.hashRegistration(r, operator, keccak256(quote), 0));
        vm.prank(operator);
        workers.register(r, quote, signature);
        vm.snapshotGasLastCall("WorkerRegistry", "register");
        r.expiry += 1 days;
        signature = _sign(key, workers.hashRegistration(r, operator, keccak256(quote), 1));
        vm.prank(operator);
        workers.renew(r.enclave, r.expiry, quote, signature);
        vm.snapshotGasLastCall("WorkerRegistry", "renew");
        workers.judge(r.enclave);
        vm.snapshotGasLastCall("WorkerRegistry", "judge, nothing changed");
        collaterals.post(_freshCollateral().encode());
        workers.judge(r.enclave);
        vm.snapshotGasLastCall("WorkerRegistry", "judge, again");
        IWorkerRegistry.Floor memory f;
        f.evaluation = 17;
        vm.prank(governor);
        workers.setFloor(f);
        vm.snapshotGasLastCall("WorkerRegistry", "setFloor");
        vm.prank(operator);
        workers.revoke(r.enclave);
        vm.snapshotGasLastCall("WorkerRegistry", "revoke");
    }

    /// @dev About as long as a TDX quote.
    function _longEvidence(uint256 key) private returns (bytes memory evidence) {
        evidence = bytes.concat(abi.encode(key), new bytes(5000));
        _attestation().teach(evidence, _claims(key, operator), IAttestation.Place(LEVELS, ISSUER));
    }

    /// @dev Without what the runtime asks for verifying.
    function test_gas_CollateralRegistry() public {
        Container memory c = _freshCollateral();
        c.tcbInfo.padding = new bytes(20_000);
        c.issuerList.padding = new bytes(5_000);
        collaterals.post(c.encode());
        vm.snapshotGasLastCall("CollateralRegistry", "post, 28 kB");
        Container memory list;
        list.kind = c.kind;
        list.issuerList = c.issuerList;
        list.issuerList.number += 1;
        collaterals.post(list.encode());
        vm.snapshotGasLastCall("CollateralRegistry", "post, an issuer list of 5 kB");
        collaterals.idOf(LEVELS, ISSUER);
        vm.snapshotGasLastCall("CollateralRegistry", "idOf");
        collaterals.collateralOf(LEVELS, ISSUER);
        vm.snapshotGasLastCall("CollateralRegistry", "collateralOf, 28 kB");
    }

    function test_gas_JobMarket() public {
        _enrol(ALICE);
        _jobIn(IJobMarket.State.Done); // what only the first job of a dataset and a researcher pays is not counted
        IJobMarket.JobSpec memory spec = _spec();
        spec.nonce += 1;
        JobId job = _post(spec);
        vm.snapshotGasLastCall("JobMarket", "post");
        _pass(1, 1);
        _approve(job);
        vm.snapshotGasLastCall("JobMarket", "approve");
        _pass(1, 1);
        _claim(job);
        vm.snapshotGasLastCall("JobMarket", "claim");
        _pass(1, 1);
        _release(job);
        vm.snapshotGasLastCall("JobMarket", "recordRelease");
        uint64 round = _round(job);
        vm.prank(broker);
        market.handOver(job, enclave, enclave, round);
        vm.snapshotGasLastCall("JobMarket", "handOver");
        _submit(ALICE, _revocation(alice, 2));
        _pass(1, 1);
        uint64 consentRound = market.jobOf(job).consentRound;
        vm.prank(operator);
        market.rerun(job, round, consentRound);
        vm.snapshotGasLastCall("JobMarket", "rerun");
        _pass(1, 1);
        _charge(job);
        vm.snapshotGasLastCall("JobMarket", "charge");
        IJobMarket.Receipt memory r = _receipt(job);
        bytes memory ciphertext = new bytes(4096);
        (r.ciphertext, r.size) = (keccak256(ciphertext), 4096);
        bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
        market.seal(job, r, signature, ciphertext);
        vm.snapshotGasLastCall("JobMarket", "seal, 4 KiB");
        market.open(job, OPENING_KEY);
        vm.snapshotGasLastCall("JobMarket", "open");
    }

    function test_gas_JobMarket_redraw() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        address second = vm.addr(uint256(keccak256("second enclave")));
        _registerWorker(uint256(keccak256("second enclave")), operator, NOW + LIFE);
        (IJobMarket.Charge memory c, uint64 round) = (_chargeOf(job), _round(job));
        vm.prank(broker);
        market.handOver(job, enclave, second, round);
        _pass(1, 1);
        vm.prank(operator);
        market.redraw(job, round, c, keccak256("other shares of noise"), c.moment);
        vm.snapshotGasLastCall("JobMarket", "redraw");
    }

    function test_gas_JobMarket_otherEnds() public {
        _jobIn(IJobMarket.State.Done);
        IJobMarket.JobSpec memory spec = _spec();
        spec.nonce += 1;
        JobId job = _post(spec);
        vm.prank(researcher);
        market.cancel(job);
        vm.snapshotGasLastCall("JobMarket", "cancel");
        spec.nonce += 1;
        job = _post(spec);
        _approve(job);
        uint64 until = market.jobOf(job).approvedUntil;
        vm.prank(custodian);
        market.disapprove(job, until);
        vm.snapshotGasLastCall("JobMarket", "disapprove");
        market.approve(job, until + 1, _sign(CUSTODIAN, market.hashApproval(job, until + 1)));
        _claim(job);
        uint64 round = _round(job);
        vm.prank(operator);
        market.returnClaim(job, round);
        vm.snapshotGasLastCall("JobMarket", "returnClaim");
        _pass(1, 10 minutes + 1);
        _claim(job);
        _pass(1, 1 hours);
        market.lapse(job, _round(job));
        vm.snapshotGasLastCall("JobMarket", "lapse");
        _pass(1, 10 minutes + 1);
        _claim(job);
        _release(job);
        _pass(1, 2 hours);
        market.fail(job, _round(job));
        vm.snapshotGasLastCall("JobMarket", "fail");
    }

    function test_gas_JobMarket_moreEnds() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        uint64 round = _round(job);
        vm.prank(broker);
        market.refuse(job, enclave, round);
        vm.snapshotGasLastCall("JobMarket", "refuse");
        IJobMarket.JobSpec memory spec = _spec();
        spec.nonce += 1;
        job = _post(spec);
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        vm.prank(custodian);
        registry.stop(dataset);
        round = _round(job);
        vm.prank(operator);
        market.endNotInUse(job, round);
        vm.snapshotGasLastCall("JobMarket", "endNotInUse");
        vm.prank(custodian);
        registry.resume(dataset);
        _claim(job);
        _pass(1, 1);
        _release(job);
        _charge(job);
        _seal(job);
        _pass(1, 2 hours);
        market.withhold(job, _round(job));
        vm.snapshotGasLastCall("JobMarket", "withhold");
    }

    /// @dev A job whose key for the result is hybrid, which is posted with it.
    function test_gas_JobMarket_hybridKey() public {
        bytes memory key = new bytes(1218);
        for (uint256 i = 0; i < key.length; ++i) {
            key[i] = bytes1(uint8(uint256(keccak256(abi.encode(i)))) | 1);
        }
        _jobIn(IJobMarket.State.Done);
        IJobMarket.JobSpec memory spec = _spec();
        spec.nonce += 1;
        spec.researcherKey = keccak256(key);
        vm.prank(researcher);
        market.post{value: spec.fee}(spec, PARAMETERS, key);
        vm.snapshotGasLastCall("JobMarket", "post, a hybrid key");
    }
}
