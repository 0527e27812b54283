package org.mintline.device.euicc.isdr;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.OperatorId;
import org.mintline.rsp.data.PprId;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.ProfilePolicyAuthorisationRule;
import org.mintline.rsp.data.StoreMetadataRequest;

/** What the card checks of the metadata of a profile (SGP.22 v2.5, clauses 2.9.2, 5.5.3 and 5.7.6). */
final class MetadataChecks {
    private final Card card;

    MetadataChecks(Card card) {
        this.card = card;
    }

    /** @throws InstallationFailedException if the card does not take a profile with these metadata */
    void check(StoreMetadataRequest metadata) {
        if (card.state().profile(metadata.iccid()).isPresent()) {
            throw failure(ErrorReason.INSTALL_FAILED_DUE_TO_ICCID_ALREADY_EXISTS_ON_EUICC);
        }
        ProfileClass profileClass = metadata.profileClass().orElse(ProfileClass.OPERATIONAL);
        if (profileClass == ProfileClass.TEST && !card.configuration().testProfileSupport()) {
            throw failure(ErrorReason.UNSUPPORTED_PROFILE_CLASS);
        }
        checkPolicyRules(metadata, profileClass);
    }

    private void checkPolicyRules(StoreMetadataRequest metadata, ProfileClass profileClass) {
        Set<PprId> rules = EnumSet.noneOf(PprId.class);
        rules.addAll(metadata.profilePolicyRules());
        rules.remove(PprId.PPR_UPDATE_CONTROL);
        if (rules.isEmpty()) {
            return;
        }
        OperatorId owner = metadata.profileOwner().orElseThrow(() -> failure(ErrorReason.INCORRECT_INPUT_VALUES));
        boolean operationalThere =
                card.state().profiles().stream().anyMatch(slot -> slot.profileClass() == ProfileClass.OPERATIONAL);
        boolean ppr1TooLate =
                rules.contains(PprId.PPR1) && operationalThere && profileClass == ProfileClass.OPERATIONAL;
        boolean forbidden = rules.stream().anyMatch(card.configuration().forbiddenProfilePolicyRules()::contains);
        if (forbidden || ppr1TooLate || !rules.stream().allMatch(rule -> isAuthorised(rule, owner))) {
            throw failure(ErrorReason.PPR_NOT_ALLOWED);
        }
    }

    private boolean isAuthorised(PprId rule, OperatorId owner) {
        return card.configuration().rulesAuthorisationTable().rules().stream()
                .filter(entry -> entry.pprIds().contains(rule))
                .map(ProfilePolicyAuthorisationRule::allowedOperators)
                .anyMatch(allowed -> allowed.stream().anyMatch(operator -> covers(operator, owner)));
    }

    /** Whether an entry of the RAT means that operator: E is a wildcard digit, an absent GID fits any (clause 2.9.2.1). */
    private static boolean covers(OperatorId entry, OperatorId owner) {
        for (int i = 0; i < 3; i++) {
            if (!digitFits(entry.mccMnc()[i] >>> 4, owner.mccMnc()[i] >>> 4)
                    || !digitFits(entry.mccMnc()[i], owner.mccMnc()[i])) {
                return false;
            }
        }
        return gidFits(entry.gid1(), owner.gid1()) && gidFits(entry.gid2(), owner.gid2());
    }

    private static boolean digitFits(int entry, int owner) {
        return (entry & 0xF) == 0xE || (entry & 0xF) == (owner & 0xF);
    }

    private static boolean gidFits(Optional<byte[]> entry, Optional<byte[]> owner) {
        return entry.map(wanted ->
                        owner.filter(own -> Arrays.equals(own, wanted)).isPresent())
                .orElse(true);
    }

    private static InstallationFailedException failure(ErrorReason reason) {
        return new InstallationFailedException(BppCommandId.STORE_METADATA, reason);
    }
}
