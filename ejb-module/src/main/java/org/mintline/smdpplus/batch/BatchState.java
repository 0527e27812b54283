package org.mintline.smdpplus.batch;

import static org.mintline.smdpplus.batch.BatchEvent.CANCEL;
import static org.mintline.smdpplus.batch.BatchEvent.FINISH;
import static org.mintline.smdpplus.batch.BatchEvent.PAUSE;
import static org.mintline.smdpplus.batch.BatchEvent.RECEIVE;
import static org.mintline.smdpplus.batch.BatchEvent.RESUME;
import static org.mintline.smdpplus.batch.BatchEvent.START;

import java.util.Map;
import java.util.Optional;

/**
 * The states of a batch. The table in this class is the only place that says which event leads where; the diagram in {@code
 * docs/architecture/batch-states.md} is written from it.
 */
public enum BatchState {
    /** Ordered; nobody works on it yet. */
    ORDERED,
    /** Its profiles are bound and handed to the line. */
    RUNNING,
    /** It waits for a person: profiles or eUICCs have run out, or its line is gone. */
    PAUSED,
    /** All of it is handed to the line, the manifest too. */
    SENT,
    /** The other end has all of it. */
    RECEIVED,
    /** Given up: what has not reached a device is taken back or purged. */
    CANCELLED;

    private static final Map<BatchState, Map<BatchEvent, BatchState>> TRANSITIONS = Map.of(
            ORDERED, Map.of(START, RUNNING, CANCEL, CANCELLED),
            RUNNING, Map.of(PAUSE, PAUSED, FINISH, SENT, CANCEL, CANCELLED),
            PAUSED, Map.of(RESUME, RUNNING, CANCEL, CANCELLED),
            SENT, Map.of(RECEIVE, RECEIVED, CANCEL, CANCELLED),
            RECEIVED, Map.of(CANCEL, CANCELLED),
            CANCELLED, Map.of());

    /** Where the event leads from here, or empty if it is not allowed here. */
    public Optional<BatchState> after(BatchEvent event) {
        return Optional.ofNullable(TRANSITIONS.get(this).get(event));
    }

    /** The events that are allowed here and where each leads. */
    public Map<BatchEvent, BatchState> transitions() {
        return TRANSITIONS.get(this);
    }
}
