package org.mintline.line;

import java.time.Instant;
import java.util.Optional;

/**
 * How a line is, as one node sees it.
 *
 * @param name of the line
 * @param state of its outgoing direction
 * @param paused whether a person holds it
 * @param since when it is in that state
 * @param lastError why it was last not up
 * @param backlog what waits to be sent
 * @param inFlight how many messages were given to the broker at the other end and are not confirmed yet
 * @param sent how many messages were sent since the line exists, by all nodes
 * @param received how many messages came and were taken in since this node started
 * @param refused how many of those that came became dead letters since this node started
 * @param provenAt when the other end last proved the key set here, since this node started
 */
public record LineStatus(
        String name,
        State state,
        boolean paused,
        Instant since,
        Optional<String> lastError,
        LineBacklog backlog,
        int inFlight,
        long sent,
        long received,
        long refused,
        Optional<Instant> provenAt) {
    /** Whether messages can go. */
    public enum State {
        /** Both ends have proven the key set; messages go. */
        UP,
        /** There is no connection; it is tried again and again. */
        DOWN,
        /** Connected; the ends are proving the key set to each other. */
        PROVING,
        /** One end did not prove the key set: nothing is carried; it is tried again and again. */
        REFUSED
    }
}
