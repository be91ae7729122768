// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDatasetRegistry} from "../interfaces/IDatasetRegistry.sol";

/// @title When a policy is well formed, and when it is looser than another
library PolicyRules {
    /// @dev Longest list in a policy.
    uint256 internal constant MAX_LIST = 64;

    /// @dev Longest timeout: nobody's escrow is held longer than that without a way out.
    uint32 internal constant MAX_TIMEOUT = 30 days;

    /// @dev Reverts with the name of the first field that no policy can have.
    function validate(IDatasetRegistry.Policy memory policy) internal pure {
        if (policy.review > uint8(type(IDatasetRegistry.Review).max)) revert IDatasetRegistry.PolicyInvalid("review");
        bool listed = policy.review == uint8(IDatasetRegistry.Review.Listed);
        bool reviewed = policy.review == uint8(IDatasetRegistry.Review.Reviewers);
        if (!_ascending(policy.programs) || listed != (policy.programs.length != 0)) {
            revert IDatasetRegistry.PolicyInvalid("programs");
        }
        if (!_ascending(_words(policy.reviewers)) || reviewed != (policy.reviewers.length != 0)) {
            revert IDatasetRegistry.PolicyInvalid("reviewers");
        }
        if (reviewed != (policy.reviewersNeeded != 0) || policy.reviewersNeeded > policy.reviewers.length) {
            revert IDatasetRegistry.PolicyInvalid("reviewersNeeded");
        }
        if (!_ascending(policy.measurements)) revert IDatasetRegistry.PolicyInvalid("measurements");
        if (!_ascending(policy.trustRoots)) revert IDatasetRegistry.PolicyInvalid("trustRoots");
        if (policy.claimTimeout == 0 || policy.claimTimeout > MAX_TIMEOUT) {
            revert IDatasetRegistry.PolicyInvalid("claimTimeout");
        }
        if (policy.jobTimeout == 0 || policy.jobTimeout > MAX_TIMEOUT) {
            revert IDatasetRegistry.PolicyInvalid("jobTimeout");
        }
        if (policy.maxConsentAge == 0) revert IDatasetRegistry.PolicyInvalid("maxConsentAge");
    }

    /// @dev Whether `next` lets anything through, or takes older consent, that `previous` did not. Price, timeouts
    /// and reruns are terms between custodian, researcher and worker: they take nothing from a subject, and a change
    /// of them alone is not looser.
    function isLooser(IDatasetRegistry.Policy memory previous, IDatasetRegistry.Policy memory next)
        internal
        pure
        returns (bool)
    {
        if (next.purposes & ~previous.purposes != 0 || next.kinds & ~previous.kinds != 0) return true;
        if (next.minCohort < previous.minCohort || next.maxConsentAge > previous.maxConsentAge) return true;
        if (next.rhoLimit > previous.rhoLimit) return true;
        if (
            previous.rhoPerResearcher != 0
                && (next.rhoPerResearcher == 0 || next.rhoPerResearcher > previous.rhoPerResearcher)
        ) return true;
        if (
            (next.allowPrivate && !previous.allowPrivate) || (next.allowExact && !previous.allowExact)
                || (next.allowERC1271 && !previous.allowERC1271)
        ) return true;
        if (!_within(next.measurements, previous.measurements) || !_within(next.trustRoots, previous.trustRoots)) {
            return true;
        }
        // Any review is stricter than none; one kind of review cannot be compared with another.
        if (previous.review == uint8(IDatasetRegistry.Review.None)) return false;
        return next.review != previous.review || next.reviewersNeeded < previous.reviewersNeeded
            || !_within(next.programs, previous.programs)
            || !_within(_words(next.reviewers), _words(previous.reviewers));
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
