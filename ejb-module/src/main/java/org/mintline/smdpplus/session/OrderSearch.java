package org.mintline.smdpplus.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.MatchingId;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileRepository;
import org.mintline.smdpplus.profile.ProfileState;

/**
 * Finds the download order that a device asks for (SGP.22 v2.5, clauses 3.1.3 and 5.6.3): by its MatchingID, or, where the device
 * gives none or an empty one, by its EID.
 */
@Dependent
public class OrderSearch {
    private final ProfileRepository profiles;

    /** Over the given rows. */
    @Inject
    public OrderSearch(ProfileRepository profiles) {
        this.profiles = profiles;
    }

    /**
     * What a search came to.
     *
     * @param profile the profile of the order, also of one that is refused; empty if there is no such order
     * @param refusal why the device does not get it: 8.2.6/3.8 MatchingID; 8.1.1/3.8 EID; 8.2/1.2 not released
     */
    record Found(Optional<Profile> profile, Optional<Outcome.Refusal<Profile>> refusal) {
        private static Found order(Profile profile) {
            return profile.state() == ProfileState.CONFIRMED
                    ? refused(Optional.of(profile), StatusCode.PROFILE_NOT_RELEASED, "the Profile is not released yet")
                    : new Found(Optional.of(profile), Optional.empty());
        }

        private static Found refused(Optional<Profile> profile, StatusCode code, String detail) {
            return new Found(profile, Optional.of(new Outcome.Refusal<>(code, detail)));
        }
    }

    /**
     * The profile of the order.
     *
     * @param matchingId empty if the device gave none
     */
    Found find(String matchingId, Eid eid) {
        return matchingId.isEmpty() ? byEid(eid) : byMatchingId(matchingId, eid);
    }

    private Found byMatchingId(String matchingId, Eid eid) {
        if (!MatchingId.isWellFormed(matchingId)) {
            return Found.refused(
                    Optional.empty(), StatusCode.MATCHING_ID_REFUSED, "the MatchingID has not the form of one");
        }
        Optional<Profile> profile = profiles.findByMatchingId(matchingId);
        if (profile.isEmpty()) {
            return Found.refused(profile, StatusCode.MATCHING_ID_REFUSED, "no order has this MatchingID");
        }
        boolean forAnother = profile.get()
                .order()
                .eid()
                .filter(ordered -> !ordered.equals(eid.digits()))
                .isPresent();
        return forAnother
                ? Found.refused(profile, StatusCode.EID_UNEXPECTED, "the order is for another eUICC")
                : Found.order(profile.get());
    }

    /** The first that can be downloaded; orders for the default SM-DP+, which have no MatchingID, come before others. */
    private Found byEid(Eid eid) {
        List<Profile> orders = profiles.findOrdersOf(eid.digits());
        return first(orders, true, true)
                .or(() -> first(orders, false, true))
                .or(() -> first(orders, true, false))
                .or(() -> first(orders, false, false))
                .map(Found::order)
                .orElseGet(
                        () -> Found.refused(Optional.empty(), StatusCode.EID_UNEXPECTED, "no order is for this eUICC"));
    }

    private static Optional<Profile> first(List<Profile> orders, boolean withoutMatchingId, boolean released) {
        return orders.stream()
                .filter(profile -> profile.order().matchingId().orElse("").isEmpty() == withoutMatchingId)
                .filter(profile -> (profile.state() != ProfileState.CONFIRMED) == released)
                .findFirst();
    }
}
