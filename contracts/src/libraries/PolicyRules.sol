// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDatasetRegistry} from "../interfaces/IDatasetRegistry.sol";
import {Conditions} from "./Conditions.sol";
import {Gates} from "./Gates.sol";
import {Vocabulary} from "./Vocabulary.sol";

/// @title When a policy is well formed, and what it means to replace one by another
/// @dev The rule of the comparison: whatever a subject was shown is in the promise, and a promise that allows anything
/// more, or says anything else, is not the one that the subject agreed to. What cannot be put in an order (a schema, a
/// controller) counts as asking more whenever it changes. Who carries the promise out may change under it, with notice.
library PolicyRules {
    /// @dev Longest list in a policy.
    uint256 internal constant MAX_LIST = 64;

    /// @dev Longest timeout: no one's escrow is held longer than that without a way out.
    uint32 internal constant MAX_TIMEOUT = 30 days;

    /// @dev Reverts with the first field that no policy can have.
    function validate(IDatasetRegistry.Policy memory policy) internal pure {
        _validatePromise(policy.promised);
        _validateMeans(policy.promised, policy.means);
        _validateService(policy.service);
    }

    /// @dev What it means to replace `previous` by `next`.
    function compare(IDatasetRegistry.Policy memory previous, IDatasetRegistry.Policy memory next)
        internal
        pure
        returns (IDatasetRegistry.Change)
    {
        if (asksMore(previous.promised, next.promised) || !Gates.keepRefusals(previous.means.gates, next.means.gates)) {
            return IDatasetRegistry.Change.Voids;
        }
        return addsMeans(previous, next) ? IDatasetRegistry.Change.Waits : IDatasetRegistry.Change.AtOnce;
    }

    /// @dev Whether a promise lets anything through, or says anything, that another did not.
    function asksMore(IDatasetRegistry.Promise memory previous, IDatasetRegistry.Promise memory next)
        internal
        pure
        returns (bool)
    {
        if (
            next.controller != previous.controller || next.schema != previous.schema
                || next.datasheet != previous.datasheet || next.text != previous.text
        ) return true;
        if (next.purposes & ~previous.purposes != 0 || next.kinds & ~previous.kinds != 0) return true;
        if (!Conditions.within(next.conditions, previous.conditions)) return true;
        if (
            (next.allowPrivate && !previous.allowPrivate) || (next.allowExact && !previous.allowExact)
                || (next.allowERC1271 && !previous.allowERC1271)
                || (next.allowOldVersions && !previous.allowOldVersions)
        ) return true;
        if (next.minCohort < previous.minCohort || next.minCell < previous.minCell) return true;
        if (next.rhoLimit > previous.rhoLimit || next.deltaLimit > previous.deltaLimit) return true;
        if (
            previous.rhoPerResearcher != 0
                && (next.rhoPerResearcher == 0 || next.rhoPerResearcher > previous.rhoPerResearcher)
        ) return true;
        if (next.maxConsentAge > previous.maxConsentAge) return true;
        // Any review is stricter than none; one kind of review cannot be compared with another.
        if (
            previous.review != IDatasetRegistry.Review.None
                && (next.review != previous.review || next.reviewersNeeded < previous.reviewersNeeded)
        ) return true;
        return !_within(_words(next.spenders), _words(previous.spenders))
            || !_within(previous.restrictions, next.restrictions);
    }

    /// @dev Whether anyone or anything carries out `next` that did not carry out `previous`. What only says no more is
    /// no addition: a gate that can only refuse, pins where there were none, one more archive that is needed.
    function addsMeans(IDatasetRegistry.Policy memory previous, IDatasetRegistry.Policy memory next)
        internal
        pure
        returns (bool)
    {
        IDatasetRegistry.Means memory before = previous.means;
        IDatasetRegistry.Means memory then_ = next.means;
        if (then_.broker != before.broker || then_.enroller != before.enroller) return true;
        if (before.pins != 0 && then_.pins != before.pins) return true;
        if (!_within(then_.measurements, before.measurements) || !_within(then_.trustRoots, before.trustRoots)) {
            return true;
        }
        // Under no review any program and no one's signature was accepted: a list is no addition to that.
        if (
            previous.promised.review != IDatasetRegistry.Review.None
                && (!_within(then_.programs, before.programs)
                    || !_within(_words(then_.reviewers), _words(before.reviewers)))
        ) return true;
        if (!_within(_words(then_.archives), _words(before.archives)) || then_.archivesNeeded < before.archivesNeeded) {
            return true;
        }
        return Gates.addPowers(before.gates, then_.gates);
    }

    function _validatePromise(IDatasetRegistry.Promise memory promised) private pure {
        _require(promised.controller != address(0), IDatasetRegistry.PolicyField.Controller);
        _require(Vocabulary.definesPurposes(promised.purposes), IDatasetRegistry.PolicyField.Purposes);
        _require(Vocabulary.definesKinds(promised.kinds), IDatasetRegistry.PolicyField.Kinds);
        _require(Conditions.isDefined(promised.conditions), IDatasetRegistry.PolicyField.Conditions);
        _require(promised.schema != 0, IDatasetRegistry.PolicyField.Schema);
        _require(promised.maxConsentAge != 0, IDatasetRegistry.PolicyField.MaxConsentAge);
        _require(_ascending(_words(promised.spenders)), IDatasetRegistry.PolicyField.Spenders);
        _require(_ascending(promised.restrictions), IDatasetRegistry.PolicyField.Restrictions);
    }

    function _validateMeans(IDatasetRegistry.Promise memory promised, IDatasetRegistry.Means memory means)
        private
        pure
    {
        bool listed = promised.review == IDatasetRegistry.Review.Listed;
        bool reviewed = promised.review == IDatasetRegistry.Review.Reviewers;
        _require(means.broker != address(0), IDatasetRegistry.PolicyField.Broker);
        _require(means.enroller != address(0), IDatasetRegistry.PolicyField.Enroller);
        _require(_ascending(means.measurements), IDatasetRegistry.PolicyField.Measurements);
        _require(_ascending(means.trustRoots), IDatasetRegistry.PolicyField.TrustRoots);
        _require(
            _ascending(means.programs) && listed == (means.programs.length != 0), IDatasetRegistry.PolicyField.Programs
        );
        _require(
            _ascending(_words(means.reviewers)) && reviewed == (means.reviewers.length != 0),
            IDatasetRegistry.PolicyField.Reviewers
        );
        _require(
            reviewed == (promised.reviewersNeeded != 0) && promised.reviewersNeeded <= means.reviewers.length,
            IDatasetRegistry.PolicyField.ReviewersNeeded
        );
        _require(Gates.areValid(means.gates), IDatasetRegistry.PolicyField.Gates);
        _require(_ascending(_words(means.archives)), IDatasetRegistry.PolicyField.Archives);
        _require(
            (means.archivesNeeded != 0) == (means.archives.length != 0)
                && means.archivesNeeded <= means.archives.length,
            IDatasetRegistry.PolicyField.ArchivesNeeded
        );
    }

    function _validateService(IDatasetRegistry.Service memory service) private pure {
        _require(_isTimeout(service.claimTimeout), IDatasetRegistry.PolicyField.ClaimTimeout);
        _require(_isTimeout(service.jobTimeout), IDatasetRegistry.PolicyField.JobTimeout);
        _require(_isTimeout(service.openTimeout), IDatasetRegistry.PolicyField.OpenTimeout);
    }

    function _require(bool holds, IDatasetRegistry.PolicyField field) private pure {
        if (!holds) revert IDatasetRegistry.PolicyInvalid(field);
    }

    function _isTimeout(uint32 time) private pure returns (bool) {
        return time != 0 && time <= MAX_TIMEOUT;
    }

    /// @dev Whether a list is as a policy's lists have to be: strictly ascending, without zero, not too long.
    function _ascending(bytes32[] memory list) private pure returns (bool) {
        if (list.length > MAX_LIST) return false;
        bytes32 last = 0;
        for (uint256 i = 0; i < list.length; ++i) {
            if (list[i] <= last) return false;
            last = list[i];
        }
        return true;
    }

    /// @dev Whether every element of one ascending list is in another.
    function _within(bytes32[] memory part, bytes32[] memory whole) private pure returns (bool) {
        uint256 j = 0;
        for (uint256 i = 0; i < part.length; ++i) {
            while (j < whole.length && whole[j] < part[i]) ++j;
            if (j == whole.length || whole[j] != part[i]) return false;
        }
        return true;
    }

    /// @dev Addresses as words, in the same memory: an array of addresses holds a word for each.
    function _words(address[] memory list) private pure returns (bytes32[] memory words) {
        assembly ("memory-safe") {
            words := list
        }
    }
}
