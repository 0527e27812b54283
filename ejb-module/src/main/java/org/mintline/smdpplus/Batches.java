package org.mintline.smdpplus;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.smdpplus.batch.BatchItemState;
import org.mintline.smdpplus.batch.BatchState;
import org.mintline.tenancy.OperatorId;

/**
 * Batches: many profiles ordered at once, each bound to a preloaded key of an eUICC of a lot, and sent as packets on a line (PSS-1, PSS-2,
 * OFF-2).
 */
public interface Batches {
    /** The most profiles of one batch. */
    int MOST = 1_000_000;

    /** The longest list of ICCIDs or EIDs. */
    int LONGEST_LIST = 100_000;

    /**
     * An order.
     *
     * @param profileType the name of one of the operator's types
     * @param amount how many profiles; of a list, its length, or 0
     * @param iccids which profiles, in the order of their numbers; empty for any in stock
     * @param eids for which eUICCs, line by line; empty for any of the lot, each at most once
     * @param lot the name of the lot that the eUICCs are of
     * @param line on which it goes out; decided by the operator's destinations if absent
     * @param requestedBy who orders, for the audit trail
     */
    record Order(
            OperatorId operator,
            String profileType,
            int amount,
            List<String> iccids,
            List<String> eids,
            String lot,
            Optional<String> line,
            String requestedBy) {
        /** Copies the lists. */
        public Order {
            iccids = List.copyOf(iccids);
            eids = List.copyOf(eids);
        }
    }

    /**
     * A batch, and how far it is.
     *
     * @param number its number here, for paging
     * @param lot the name of its lot
     * @param ordered how many profiles were ordered
     * @param bound how many are bound and handed to the line
     * @param failed how many could not be made
     * @param withdrawn how many a cancellation got back before they left
     * @param installed how many are installed, by the word of their eUICCs
     * @param failedAtDevices how many are not, by the word of their eUICCs or of a station
     * @param problem why it does not go on, or what is wrong with it
     * @param startedAt when the first was begun
     * @param lastAt when the last was bound
     * @param finishedAt when the manifest was handed to the line, or it was cancelled
     */
    record Progress(
            long number,
            BatchId batch,
            OperatorId operator,
            String profileType,
            String lot,
            String line,
            BatchState state,
            int ordered,
            int bound,
            int failed,
            int withdrawn,
            long installed,
            long failedAtDevices,
            Optional<String> problem,
            String requestedBy,
            Instant createdAt,
            Optional<Instant> startedAt,
            Optional<Instant> lastAt,
            Optional<Instant> finishedAt) {
        /** Profiles a second from its start to its last profile, pauses included; empty before anything was bound. */
        public OptionalDouble rate() {
            if (bound == 0 || startedAt.isEmpty() || lastAt.isEmpty()) {
                return OptionalDouble.empty();
            }
            double seconds = Duration.between(startedAt.get(), lastAt.get()).toMillis() / 1000.0;
            return seconds > 0 ? OptionalDouble.of(bound / seconds) : OptionalDouble.empty();
        }

        /** Whether all that was bound has come to its end at devices, so that nothing is left to cancel. */
        public boolean isAtDevices() {
            return state == BatchState.RECEIVED && installed + failedAtDevices + withdrawn >= bound;
        }

        /** How long it will take at this rate; empty unless it runs. */
        public Optional<Duration> timeLeft() {
            OptionalDouble rate = rate();
            return state == BatchState.RUNNING && rate.isPresent()
                    ? Optional.of(Duration.ofMillis((long) ((ordered - bound - failed) / rate.getAsDouble() * 1000)))
                    : Optional.empty();
        }
    }

    /**
     * Why an ordered profile could not be made, or an eUICC was passed over.
     *
     * @param number which error of the batch, from 1
     * @param line which of the ordered profiles, from 1; empty where an eUICC of the lot was passed over
     */
    record Error(int number, OptionalInt line, Optional<String> iccid, Optional<String> eid, String reason) {}

    /**
     * A profile of a batch.
     *
     * @param number within the batch, from 1
     * @param reason why it failed at its device
     */
    record Item(
            int number, String iccid, String eid, BatchItemState state, Optional<String> reason, Instant changedAt) {}

    /**
     * What a station told of a profile.
     *
     * @param signed whether the eUICC's signature came with it
     */
    record Report(
            BatchId batch,
            int number,
            DeviceEvent event,
            Instant at,
            String station,
            Optional<String> reason,
            boolean signed) {}

    /**
     * A line on which an operator's batches may go out.
     *
     * @param profileClass of the profiles; empty for any. Where some are for a class, these are taken for it alone
     */
    record Destination(Optional<ProfileClass> profileClass, String line) {}

    /** What is not done. */
    @ApplicationException(rollback = true)
    final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param reason why */
        public RefusedException(String reason) {
            super(reason);
        }
    }

    /** What is not done with a batch in its state. */
    @ApplicationException(rollback = true)
    final class WrongStateException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param reason why */
        public WrongStateException(String reason) {
            super(reason);
        }
    }

    /**
     * Orders a batch, which is worked off in the background.
     *
     * @throws RefusedException if there is no such type, lot or line, the operator may not use the lot, a number is none, or a list is
     *     not as long as it has to be or names something twice
     */
    Progress order(Order order);

    /** That batch. */
    Optional<Progress> find(Optional<OperatorId> operator, BatchId batch);

    /** The batches, the latest first; {@code after} is the next of the page before. */
    ProfileCatalogue.Page<Progress> list(Optional<OperatorId> operator, OptionalLong after, int limit);

    /** The errors of a batch in their order; {@code after} is the number that the page before ended with. */
    List<Error> errors(Optional<OperatorId> operator, BatchId batch, OptionalInt after, int limit);

    /** The profiles of a batch in their order; {@code after} is the number that the page before ended with. */
    List<Item> items(Optional<OperatorId> operator, BatchId batch, OptionalInt after, int limit);

    /** What stations told of a profile, the latest first, at most 100. */
    List<Report> reports(Optional<OperatorId> operator, String iccid);

    /**
     * Gives a batch up: what waits is taken back in the background, and its profiles are in stock again; the other end is told to purge what
     * has not reached a device.
     *
     * @return as it is now; empty if there is no such batch
     * @throws WrongStateException if it was cancelled before, or all of it has come to its end at devices
     */
    Optional<Progress> cancel(Optional<OperatorId> operator, BatchId batch, String actor);

    /**
     * Lets a paused batch go on.
     *
     * @return as it is now; empty if there is no such batch
     * @throws WrongStateException if it is not paused
     */
    Optional<Progress> resume(Optional<OperatorId> operator, BatchId batch, String actor);

    /** On which lines the batches of an operator may go out. */
    List<Destination> destinations(OperatorId operator);

    /**
     * Puts destinations in the place of those that there were.
     *
     * @param destinations at most 100
     * @throws RefusedException if there is no such line
     */
    List<Destination> replaceDestinations(OperatorId operator, List<Destination> destinations, String actor);
}
