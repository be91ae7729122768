// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {JobId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {HungryWallet, Recipient} from "./support/Recipients.sol";
import {vm} from "./support/Vm.sol";

/// @dev Payments that are not taken, and recipients that mean harm.
contract JobMarketPaymentsTest is AssentTest {
    /// @dev A job whose researcher is a contract.
    function _jobOf(Recipient who) private returns (JobId job) {
        IJobMarket.JobSpec memory spec = _spec();
        spec.researcher = address(who);
        vm.deal(address(who), FEE);
        who.act(address(market), FEE, abi.encodeCall(market.post, (spec, PARAMETERS, RESEARCHER_KEY)));
        job = market.jobId(spec);
        _approve(job);
    }

    function test_payment_isKeptForARecipientThatRefuses() public {
        Recipient who = new Recipient();
        JobId job = _jobOf(who);
        who.set(Recipient.Mood.Refuse);
        vm.expectEmit(address(market));
        emit IJobMarket.PaymentKept(address(who), FEE);
        who.act(address(market), 0, abi.encodeCall(market.cancel, (job)));
        _assertState(job, IJobMarket.State.Cancelled);
        vm.assertEq(market.owed(address(who)), FEE, "owed");

        who.withdraw(market, payable(bob));
        vm.assertEq(bob.balance, FEE, "withdrawn");
        vm.assertEq(market.owed(address(who)), 0, "owed");
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNothingToWithdraw.selector, address(who)));
        who.withdraw(market, payable(bob));
    }

    function test_payment_cannotBeMadeExpensiveByItsRecipient() public {
        Recipient who = new Recipient();
        JobId job = _jobOf(who);
        who.set(Recipient.Mood.BurnGas);
        _claim(job);
        _pass(1, 1);
        _release(job);
        _pass(1, 2 hours);
        uint64 round = _round(job);
        uint256 gas = gasleft();
        market.fail(job, round);
        vm.assertLe(gas - gasleft(), 300_000, "gas");
        vm.assertEq(market.owed(address(who)), FEE + BOND, "owed");
    }

    function test_payment_isSentWhateverGasTheCallerBrings() public {
        HungryWallet wallet = new HungryWallet();
        IJobMarket.JobSpec memory spec = _spec();
        spec.researcher = address(wallet);
        spec.deadline = uint64(block.timestamp) + 1;
        vm.deal(address(wallet), FEE);
        JobId job = _post(spec);
        _pass(1, 10);
        uint256 gas = 30_000;
        bool done;
        for (; gas < 400_000 && !done; gas += 500) {
            (done,) = address(market).call{gas: gas}(abi.encodeCall(IJobMarket.cancelExpired, (job)));
        }
        vm.assertTrue(done, "cancelled");
        vm.assertEq(market.owed(address(wallet)), 0, "whenever it succeeds, the wallet was paid");
        vm.assertEq(wallet.count(), 1, "once");
    }

    function test_payment_copiesNothingThatItsRecipientReturns() public {
        Recipient who = new Recipient();
        JobId job = _jobOf(who);
        who.set(Recipient.Mood.ReturnMuch);
        who.act(address(market), 0, abi.encodeCall(market.cancel, (job)));
        vm.assertEq(address(who).balance, FEE, "paid");
    }

    function test_payment_doesNotLetItsRecipientComeBack() public {
        Recipient who = new Recipient();
        JobId job = _jobOf(who);
        who.comeBack(address(market), abi.encodeCall(market.cancelExpired, (job)));
        who.act(address(market), 0, abi.encodeCall(market.cancel, (job)));
        vm.assertFalse(who.cameBack(), "came back");
        vm.assertEq(address(who).balance, FEE, "paid once");
    }

    function test_withdraw_doesNotLetItsRecipientComeBack() public {
        Recipient who = new Recipient();
        JobId job = _jobOf(who);
        IJobMarket.JobSpec memory other = _spec();
        _post(other); // someone else's escrow
        who.set(Recipient.Mood.Refuse);
        who.act(address(market), 0, abi.encodeCall(market.cancel, (job)));
        who.comeBack(address(market), abi.encodeCall(market.withdraw, (payable(address(who)))));
        who.withdraw(market, payable(address(who)));
        vm.assertFalse(who.cameBack(), "came back");
        vm.assertEq(address(market).balance, FEE, "the other's escrow");
    }

    function test_withdraw_revertsWhenRefusedAgain() public {
        Recipient who = new Recipient();
        JobId job = _jobOf(who);
        who.set(Recipient.Mood.Refuse);
        who.act(address(market), 0, abi.encodeCall(market.cancel, (job)));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPaymentFailed.selector, address(who), FEE));
        who.withdraw(market, payable(address(who)));
        vm.assertEq(market.owed(address(who)), FEE, "still owed");
    }

    function test_theMarket_takesNoMoneyButForJobs() public {
        vm.deal(bob, 1);
        vm.prank(bob);
        (bool sent,) = address(market).call{value: 1}("");
        vm.assertFalse(sent, "sent");
    }
}
