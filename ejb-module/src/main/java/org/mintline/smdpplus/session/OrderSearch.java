package org.mintline.smdpplus.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.MatchingId;
import org.mintline.rsp.status.FunctionException;
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
     * The profile of the order.
     *
     * @param matchingId empty if the device gave none
     * @throws FunctionException 8.2.6/3.8 MatchingID; 8.1.1/3.8 EID; 8.2/1.2 not released
     */
    Profile find(String matchingId, Eid eid) {
        Profile profile = matchingId.isEmpty() ? byEid(eid) : byMatchingId(matchingId, eid);
        if (profile.state() == ProfileState.CONFIRMED) {
            throw new FunctionException(StatusCode.PROFILE_NOT_RELEASED, "the Profile is not released yet");
        }
        return profile;
    }

    private Profile byMatchingId(String matchingId, Eid eid) {
        if (!MatchingId.isWellFormed(matchingId)) {
            throw new FunctionException(StatusCode.MATCHING_ID_REFUSED, "the MatchingID has not the form of one");
        }
        Profile profile = profiles.findByMatchingId(matchingId)
                .orElseThrow(
                        () -> new FunctionException(StatusCode.MATCHING_ID_REFUSED, "no order has this MatchingID"));
        if (profile.order()
                .eid()
                .filter(ordered -> !ordered.equals(eid.digits()))
                .isPresent()) {
            throw new FunctionException(StatusCode.EID_UNEXPECTED, "the order is for another eUICC");
        }
        return profile;
    }

    /** The first that can be downloaded; orders for the default SM-DP+, which have no MatchingID, come before others. */
    private Profile byEid(Eid eid) {
        List<Profile> orders = profiles.findOrdersOf(eid.digits());
        return first(orders, true, true)
                .or(() -> first(orders, false, true))
                .or(() -> first(orders, true, false))
                .or(() -> first(orders, false, false))
                .orElseThrow(() -> new FunctionException(StatusCode.EID_UNEXPECTED, "no order is for this eUICC"));
    }

    private static Optional<Profile> first(List<Profile> orders, boolean withoutMatchingId, boolean released) {
        return orders.stream()
                .filter(profile -> profile.order().matchingId().orElse("").isEmpty() == withoutMatchingId)
                .filter(profile -> (profile.state() != ProfileState.CONFIRMED) == released)
                .findFirst();
    }
}
