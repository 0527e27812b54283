package org.mintline.web.rest.administration;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.mintline.line.DeadLetter;
import org.mintline.line.LineStatus;

/** Bodies about dedicated lines. */
public final class LineBodies {
    private LineBodies() {}

    /**
     * How a line is, as the node that answers sees it.
     *
     * @param name of the line
     * @param state of its outgoing direction
     * @param paused whether a person holds it
     * @param since when it is in that state
     * @param lastError why it was last not up, or absent
     * @param backlogMessages how many messages wait to be sent
     * @param backlogBytes of their contents together
     * @param inFlight how many messages were given to the other end and are not confirmed yet
     * @param sent how many messages were sent since the line exists
     * @param received how many messages were taken in since the node started
     * @param refused how many that came became dead letters since the node started
     * @param provenAt when the other end last proved the key set here since the node started, or absent
     */
    public record LineView(
            String name,
            LineStatus.State state,
            boolean paused,
            Instant since,
            String lastError,
            long backlogMessages,
            long backlogBytes,
            int inFlight,
            long sent,
            long received,
            long refused,
            Instant provenAt) {
        static LineView of(LineStatus line) {
            return new LineView(
                    line.name(),
                    line.state(),
                    line.paused(),
                    line.since(),
                    line.lastError().orElse(null),
                    line.backlog().messages(),
                    line.backlog().bytes(),
                    line.inFlight(),
                    line.sent(),
                    line.received(),
                    line.refused(),
                    line.provenAt().orElse(null));
        }
    }

    /**
     * Whether a line is held.
     *
     * @param paused true to let nothing more be sent, false to go on
     */
    public record LineHold(@NotNull Boolean paused) {}

    /**
     * A message that could not be taken in.
     *
     * @param number its number
     * @param line on which it came
     * @param kind what it is
     * @param identifier by which the sender knows it
     * @param length of its content in bytes
     * @param kept whether its content is kept, so that it can be tried again
     * @param reason why it was not taken in
     * @param tries how often a person had it tried again
     * @param arrivedAt when it came here
     */
    public record DeadLetterView(
            long number,
            String line,
            String kind,
            String identifier,
            int length,
            boolean kept,
            String reason,
            int tries,
            Instant arrivedAt) {
        static DeadLetterView of(DeadLetter letter) {
            return new DeadLetterView(
                    letter.number(),
                    letter.line(),
                    letter.kind(),
                    letter.identifier(),
                    letter.length(),
                    letter.kept(),
                    letter.reason(),
                    letter.tries(),
                    letter.arrivedAt());
        }
    }

    /**
     * A page of dead letters.
     *
     * @param items the letters, the newest first
     * @param next what to give as {@code before} for the next page; absent at the end
     */
    public record DeadLetterPage(List<DeadLetterView> items, Long next) {
        static DeadLetterPage of(List<DeadLetter> letters, int limit) {
            return new DeadLetterPage(
                    letters.stream().map(DeadLetterView::of).toList(),
                    letters.size() == limit ? letters.get(limit - 1).number() : null);
        }
    }

    /**
     * What became of a message that was tried again.
     *
     * @param takenIn whether it was taken in
     * @param reason why it was not, or absent
     */
    public record RetryOutcome(boolean takenIn, String reason) {}
}
