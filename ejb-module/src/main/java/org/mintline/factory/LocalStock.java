package org.mintline.factory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a local provisioning server holds, as its administrator sees it. */
public interface LocalStock {
    /** The longest page. */
    int MAXIMUM_PAGE = 500;

    /**
     * A lot that is downloaded.
     *
     * @param expiresAt from when on its packages are not handed out, as the aggregator says
     * @param requestedAt since when it is downloaded
     * @param askedAt when the aggregator was asked last
     * @param problem what went wrong then
     * @param profiles how many packages are in each state; states without any are left out
     */
    record Lot(
            String name,
            Optional<Instant> expiresAt,
            Instant requestedAt,
            Optional<Instant> askedAt,
            Optional<String> problem,
            Map<LocalProfileState, Long> profiles) {}

    /**
     * A package.
     *
     * @param id its number here, the key from which a page goes on
     * @param reason why it was refused or failed
     */
    record Profile(
            long id,
            String lot,
            String batch,
            int number,
            String eid,
            String iccid,
            LocalProfileState state,
            Optional<String> reason,
            Instant changedAt) {}

    /**
     * What goes to the aggregator.
     *
     * @param waiting how much waits for the line
     * @param refused how much the aggregator did not take
     */
    record Reports(long waiting, long refused) {}

    /** What a report tells. */
    enum ReportKind {
        /** What became of a profile: a DeviceReport, 'FF45'. */
        DEVICE,
        /** That keys are deleted: a proof of an eUICC, 'FF22'. */
        DELETED_KEYS
    }

    /**
     * A report that the aggregator did not take.
     *
     * @param id its number here, the key from which a page goes on
     * @param eid of the eUICC that it is about
     * @param reason why, as the aggregator says
     * @param createdAt when it was made here
     * @param refusedAt when it was refused
     */
    record RefusedReport(long id, ReportKind kind, String eid, String reason, Instant createdAt, Instant refusedAt) {}

    /**
     * Which packages.
     *
     * @param lot of one lot
     * @param state in one state
     * @param eid for one eUICC
     */
    record Filter(Optional<String> lot, Optional<LocalProfileState> state, Optional<String> eid) {}

    /** Downloads a lot from now on. Repeated, it changes nothing. */
    void request(String lot, String actor);

    /** The lots, by name; at most 1,000. */
    List<Lot> lots();

    /** The lot of that name, if it is downloaded. */
    Optional<Lot> find(String lot);

    /**
     * Packages in the order in which they came.
     *
     * @param after the number of the last one of the page before
     * @param limit 1 to {@value #MAXIMUM_PAGE}
     */
    List<Profile> profiles(Filter filter, OptionalLong after, int limit);

    /** How many reports wait to be carried, and how many were not taken. */
    Reports reports();

    /**
     * Reports that the aggregator did not take, the latest first.
     *
     * @param before the number of the last one of the page before
     * @param limit 1 to {@value #MAXIMUM_PAGE}
     */
    List<RefusedReport> refusedReports(OptionalLong before, int limit);
}
