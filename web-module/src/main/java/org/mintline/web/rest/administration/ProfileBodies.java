package org.mintline.web.rest.administration;

import java.time.Instant;
import java.util.List;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.profile.ProfileState;

/** Bodies about profiles. */
public final class ProfileBodies {
    private ProfileBodies() {}

    /**
     * A profile.
     *
     * @param operator the number of the operator whose it is
     * @param iccid 19 or 20 digits
     * @param profileType its profile type
     * @param state where it stands in its life cycle
     * @param eid the eUICC it is for, 32 digits, or absent
     * @param matchingId of its order, or absent
     * @param changedAt since when it is in that state
     */
    public record ProfileView(
            long operator,
            String iccid,
            String profileType,
            ProfileState state,
            String eid,
            String matchingId,
            Instant changedAt) {
        static ProfileView of(ProfileCatalogue.Summary summary) {
            return new ProfileView(
                    summary.operator().value(),
                    summary.iccid(),
                    summary.profileType(),
                    summary.state(),
                    summary.eid().orElse(null),
                    summary.matchingId().orElse(null),
                    summary.changedAt());
        }
    }

    /**
     * A page of profiles.
     *
     * @param items the profiles
     * @param next what to give as {@code after} for the next page; absent at the end
     */
    public record ProfilePage(List<ProfileView> items, Long next) {
        static ProfilePage of(ProfileCatalogue.Page<ProfileCatalogue.Summary> page) {
            return new ProfilePage(
                    page.items().stream().map(ProfileView::of).toList(),
                    page.next().isPresent() ? page.next().getAsLong() : null);
        }
    }

    /**
     * A profile with its order.
     *
     * @param profile the profile
     * @param deliveredType the profile type whose package was handed out: its own or a variant, or absent
     * @param activationCode what the QR code carries, with {@code LPA:}, or absent
     * @param confirmationCodeRequired whether the end user is asked for a confirmation code
     * @param confirmationCodeTries wrong confirmation codes so far
     * @param downloadAttempts Bound Profile Packages handed out
     * @param orderedAt when it was ordered, or absent
     * @param orderExpiresAt until when it can be downloaded, or absent
     * @param endedBy why the order ended without an installed profile, or absent
     */
    public record ProfileDetail(
            ProfileView profile,
            String deliveredType,
            String activationCode,
            boolean confirmationCodeRequired,
            int confirmationCodeTries,
            int downloadAttempts,
            Instant orderedAt,
            Instant orderExpiresAt,
            String endedBy) {
        static ProfileDetail of(ProfileCatalogue.Detail detail) {
            return new ProfileDetail(
                    ProfileView.of(detail.summary()),
                    detail.deliveredType().orElse(null),
                    detail.activationCode().map(text -> "LPA:" + text).orElse(null),
                    detail.confirmationCodeRequired(),
                    detail.confirmationCodeTries(),
                    detail.downloadAttempts(),
                    detail.orderedAt().orElse(null),
                    detail.orderExpiresAt().orElse(null),
                    detail.endedBy().orElse(null));
        }
    }

    /**
     * How many profiles of a type are in a state.
     *
     * @param operator the number of the operator whose they are
     * @param profileType the profile type
     * @param state the state
     * @param count how many
     */
    public record StockView(long operator, String profileType, ProfileState state, long count) {
        static StockView of(ProfileCatalogue.Stock stock) {
            return new StockView(stock.operator().value(), stock.profileType(), stock.state(), stock.count());
        }
    }
}
