package org.mintline.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.mintline.tenancy.OperatorId;

/**
 * A call to an operator, for the console.
 *
 * @param number its number; those of one ordering key are delivered in the order of their numbers
 * @param operator who is called
 * @param orderingKey the ICCID
 * @param function the last part of the path
 * @param state whether it waits, was delivered or was given up
 * @param attempts how often it was tried
 * @param postedAt when it was left
 * @param dueAt when it is tried next; of a call under way, when it is taken for lost
 * @param finishedAt when it was delivered or given up
 * @param lastFailure why the last attempt failed
 */
public record OutboxMessage(
        long number,
        OperatorId operator,
        String orderingKey,
        String function,
        State state,
        int attempts,
        Instant postedAt,
        Instant dueAt,
        Optional<Instant> finishedAt,
        Optional<String> lastFailure) {

    /** Where a message is in its life. */
    public enum State {
        /** Will be tried, or is being tried. */
        WAITING,
        /** The operator took it. */
        DELIVERED,
        /** It was not taken for too long; somebody may have it tried again. */
        GIVEN_UP;

        /** For people: {@code given up}. */
        public String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
