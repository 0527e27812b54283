package org.mintline.smdpplus.session;

import static org.mintline.smdpplus.session.SessionEvent.AUTHENTICATE;
import static org.mintline.smdpplus.session.SessionEvent.BIND;
import static org.mintline.smdpplus.session.SessionEvent.CANCEL;
import static org.mintline.smdpplus.session.SessionEvent.EXPIRE;
import static org.mintline.smdpplus.session.SessionEvent.REFUSE;
import static org.mintline.smdpplus.session.SessionEvent.RESULT;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The states of an RSP session. The table in this class is the only place that says which event leads where; the diagram in
 * {@code docs/architecture/session-states.md} is written from it. A step that is repeated with the same content is no event: it
 * gets the same answer again.
 */
public enum SessionState {
    /**
     * ES9+.InitiateAuthentication was answered; the eUICC is not known yet. A session that grows too old here is deleted without a
     * trace: nobody was authenticated, and nothing happened.
     */
    INITIATED,
    /** The eUICC is authenticated and an order was found for it. */
    AUTHENTICATED,
    /** A Bound Profile Package was handed out. */
    BOUND,
    /** The eUICC told the result of the installation. */
    FINISHED,
    /** The LPA cancelled the session. */
    CANCELLED,
    /** The order was refused within the session: to the authenticated eUICC at once, or for good after wrong confirmation codes. */
    REFUSED,
    /** The session grew too old for a next step. */
    EXPIRED;

    private static final Map<SessionState, Map<SessionEvent, SessionState>> TRANSITIONS = Map.of(
            INITIATED, Map.of(AUTHENTICATE, AUTHENTICATED, REFUSE, REFUSED),
            AUTHENTICATED, Map.of(BIND, BOUND, CANCEL, CANCELLED, REFUSE, REFUSED, EXPIRE, EXPIRED),
            BOUND, Map.of(RESULT, FINISHED, CANCEL, CANCELLED, EXPIRE, EXPIRED),
            FINISHED, Map.of(),
            REFUSED, Map.of(),
            CANCELLED, Map.of(RESULT, FINISHED),
            EXPIRED, Map.of(RESULT, FINISHED));

    /** Where the event leads from here, or empty if it is not allowed here. */
    public Optional<SessionState> after(SessionEvent event) {
        return Optional.ofNullable(TRANSITIONS.get(this).get(event));
    }

    /** Whether no step of a device follows; only a late result may. */
    public boolean isEnd() {
        return Set.of(RESULT).containsAll(TRANSITIONS.get(this).keySet());
    }

    /** The events that are allowed here and where each leads. */
    public Map<SessionEvent, SessionState> transitions() {
        return TRANSITIONS.get(this);
    }
}
