package org.mintline.smdpplus;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.mintline.paging.PageLimit;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.session.SessionState;
import org.mintline.tenancy.OperatorId;

/** The profiles of this SM-DP+, to be looked at: what the console and reports are made of. Nothing here changes anything. */
public interface ProfileCatalogue {
    /** The longest page. */
    int MAXIMUM_PAGE = PageLimit.MAXIMUM;

    /**
     * Which profiles; all conditions hold together.
     *
     * @param operator whose; empty only for the platform's own staff, who see all
     * @param state in which state
     * @param profileType of which profile type, by its exact name
     * @param iccidPrefix how the ICCID begins, 1 to 20 digits
     * @param eid bound to or ordered for which eUICC, 32 digits
     * @param matchingId with which MatchingID, exactly
     */
    record Filter(
            Optional<OperatorId> operator,
            Optional<ProfileState> state,
            Optional<String> profileType,
            Optional<String> iccidPrefix,
            Optional<String> eid,
            Optional<String> matchingId) {
        /** All profiles of an operator. */
        public static Filter of(OperatorId operator) {
            return new Filter(
                    Optional.of(operator),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * The order of a list: that in which profiles came into stock, or, where a filter names how the ICCID begins, that of the ICCIDs,
     * by which such a list is found.
     */
    enum Direction {
        /** The first in stock, or the lowest ICCID, first. */
        OLDEST_FIRST,
        /** The last in stock, or the highest ICCID, first. */
        NEWEST_FIRST
    }

    /** One line of a list; {@code id} is the key from which the next page goes on. */
    record Summary(
            long id,
            OperatorId operator,
            String iccid,
            String profileType,
            ProfileState state,
            Optional<String> eid,
            Optional<String> matchingId,
            Instant changedAt) {}

    /**
     * A page of a list.
     *
     * @param items the lines
     * @param next what to give as {@code after} for the next page; empty at the end
     */
    record Page<T>(List<T> items, OptionalLong next) {}

    /**
     * A profile with its order and all that happened to it.
     *
     * @param deliveredType the profile type whose package was handed out: its own or a variant; empty before the first binding
     * @param activationCode the text behind {@code LPA:}, while the order lives and has a MatchingID that is not empty
     * @param confirmationCodeRequired whether the end user is asked for a confirmation code
     * @param downloadAttempts Bound Profile Packages handed out
     * @param endedBy why the order ended without an installed profile
     * @param sessions its RSP sessions, the latest first, at most 100
     * @param notifications what its eUICC told, the latest first, at most 100
     */
    record Detail(
            Summary summary,
            Optional<String> deliveredType,
            Optional<String> activationCode,
            boolean confirmationCodeRequired,
            int confirmationCodeTries,
            int downloadAttempts,
            Optional<Instant> orderedAt,
            Optional<Instant> orderExpiresAt,
            Optional<String> endedBy,
            Instant createdAt,
            List<SessionLine> sessions,
            List<NotificationLine> notifications) {}

    /**
     * One RSP session of a profile.
     *
     * @param profileType the profile type that was offered: that of the profile or a variant
     */
    record SessionLine(
            String transactionId,
            String profileType,
            SessionState state,
            String eid,
            Optional<String> tac,
            Instant createdAt,
            Optional<Instant> endedAt,
            Optional<String> outcome) {}

    /**
     * One notification of an eUICC about a profile.
     *
     * @param event what the eUICC told of
     * @param errorReason ErrorReason of a Profile Installation Result that tells of a failure
     */
    record NotificationLine(long seqNumber, NotificationEvent event, OptionalInt errorReason, Instant receivedAt) {}

    /** How many profiles of a type are in a state. */
    record Stock(OperatorId operator, String profileType, ProfileState state, long count) {}

    /** How many RSP sessions ended in a day (UTC) with an outcome: {@code Installed}, or why not. */
    record DailyOutcome(LocalDate day, String outcome, long count) {}

    /**
     * A page of the profiles that the filter lets through.
     *
     * @param after {@link Page#next} of the page before; empty for the first
     * @param limit how many at most, 1 to {@value #MAXIMUM_PAGE}
     */
    Page<Summary> list(Filter filter, Direction direction, OptionalLong after, int limit);

    /**
     * The whole story of a profile.
     *
     * @param operator whose; empty only for the platform's own staff
     * @param iccid 18 to 20 digits, with or without the filler F
     */
    Optional<Detail> find(Optional<OperatorId> operator, String iccid);

    /** The stock by profile type and state. */
    List<Stock> stock(Optional<OperatorId> operator);

    /**
     * The ended RSP sessions by day and outcome.
     *
     * @param from the first day, UTC
     * @param to the last day, at most 366 days later
     */
    List<DailyOutcome> outcomes(Optional<OperatorId> operator, LocalDate from, LocalDate to);
}
