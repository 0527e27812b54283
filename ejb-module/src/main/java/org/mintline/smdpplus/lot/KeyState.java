package org.mintline.smdpplus.lot;

import static org.mintline.smdpplus.lot.KeyEvent.CLAIM;
import static org.mintline.smdpplus.lot.KeyEvent.DELETE;
import static org.mintline.smdpplus.lot.KeyEvent.EXPIRE;
import static org.mintline.smdpplus.lot.KeyEvent.RETURN;
import static org.mintline.smdpplus.lot.KeyEvent.USE;

import java.util.Map;
import java.util.Optional;

/**
 * The states of a preloaded one-time key at the SM-DP+. The table in this class is the only place that says which event leads where;
 * the diagram in {@code docs/architecture/key-states.md} is written from it.
 *
 * <p>Expiry is this server's own rule, of which the eUICC knows nothing: a late word of the eUICC still counts.
 */
public enum KeyState {
    /** For any profile of an operator that may use the lot. */
    FREE,
    /** A profile is bound to it. */
    CLAIMED,
    /** An installation with it came to its end. */
    USED,
    /** Gone from the eUICC: no package that is bound to it can ever be installed. */
    DELETED,
    /** Too old to be claimed; a package that is bound to it may still be installed. */
    EXPIRED;

    private static final Map<KeyState, Map<KeyEvent, KeyState>> TRANSITIONS = Map.of(
            FREE, Map.of(CLAIM, CLAIMED, DELETE, DELETED, EXPIRE, EXPIRED),
            CLAIMED, Map.of(RETURN, FREE, USE, USED, DELETE, DELETED, EXPIRE, EXPIRED),
            EXPIRED, Map.of(USE, USED, DELETE, DELETED),
            USED, Map.of(),
            DELETED, Map.of());

    /** Where the event leads from here, or empty if it is not allowed here. */
    public Optional<KeyState> after(KeyEvent event) {
        return Optional.ofNullable(TRANSITIONS.get(this).get(event));
    }

    /** The events that are allowed here and where each leads. */
    public Map<KeyEvent, KeyState> transitions() {
        return TRANSITIONS.get(this);
    }
}
