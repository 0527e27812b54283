package org.mintline.factory;

import static org.mintline.factory.LocalProfileEvent.DELETE_KEY;
import static org.mintline.factory.LocalProfileEvent.EXPIRE;
import static org.mintline.factory.LocalProfileEvent.FAIL;
import static org.mintline.factory.LocalProfileEvent.HAND_OUT;
import static org.mintline.factory.LocalProfileEvent.INSTALL;
import static org.mintline.factory.LocalProfileEvent.REFUSE;

import java.util.Map;
import java.util.Optional;

/**
 * The states of a package at a local provisioning server. The table in this class is the only place that says which event leads where.
 *
 * <p>The word of the eUICC ends everything; the three states that it leads to are the same at SM-DP+, aggregator and here, in whatever order
 * the messages arrive. What this server decides by itself, refusal and expiry, yields to a later word of the eUICC.
 */
public enum LocalProfileState {
    /** It is here. */
    RECEIVED,
    /** It was handed out; how that ended is not known yet, and it may be handed out again. */
    HANDED_OUT,
    /** Installed, by the word of the eUICC: the key is used. */
    INSTALLED,
    /** Failed for good, by the word of the eUICC: the key is used. */
    FAILED,
    /** Not handed out any more, since it is not what came, or the eUICC does not take it. */
    REFUSED,
    /** Not handed out any more, since its time is over. */
    EXPIRED,
    /** Its key is deleted, by the word of the eUICC. */
    KEY_DELETED;

    private static final Map<LocalProfileState, Map<LocalProfileEvent, LocalProfileState>> TRANSITIONS = Map.of(
            RECEIVED,
                    Map.of(
                            HAND_OUT, HANDED_OUT,
                            INSTALL, INSTALLED,
                            FAIL, FAILED,
                            REFUSE, REFUSED,
                            EXPIRE, EXPIRED,
                            DELETE_KEY, KEY_DELETED),
            HANDED_OUT,
                    Map.of(
                            HAND_OUT, HANDED_OUT,
                            INSTALL, INSTALLED,
                            FAIL, FAILED,
                            REFUSE, REFUSED,
                            EXPIRE, EXPIRED,
                            DELETE_KEY, KEY_DELETED),
            REFUSED, Map.of(INSTALL, INSTALLED, FAIL, FAILED, EXPIRE, EXPIRED, DELETE_KEY, KEY_DELETED),
            EXPIRED, Map.of(INSTALL, INSTALLED, FAIL, FAILED, DELETE_KEY, KEY_DELETED),
            INSTALLED, Map.of(),
            FAILED, Map.of(),
            KEY_DELETED, Map.of());

    /** Where the event leads from here, or empty if it is not allowed here. */
    public Optional<LocalProfileState> after(LocalProfileEvent event) {
        return Optional.ofNullable(TRANSITIONS.get(this).get(event));
    }

    /** The events that are allowed here and where each leads. */
    public Map<LocalProfileEvent, LocalProfileState> transitions() {
        return TRANSITIONS.get(this);
    }

    /** Whether the package may be given to the eUICC that it is bound to. */
    public boolean isForHandingOut() {
        return this == RECEIVED || this == HANDED_OUT;
    }

    /** Whether the eUICC has said its last word, so that the packets are of no more use. */
    public boolean isFinal() {
        return TRANSITIONS.get(this).isEmpty();
    }
}
