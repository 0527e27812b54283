package org.mintline.support;

import static org.mintline.support.DeliveryEvent.FAIL;
import static org.mintline.support.DeliveryEvent.HAND_OUT;
import static org.mintline.support.DeliveryEvent.INSTALL;
import static org.mintline.support.DeliveryEvent.MAKE_IMAGE;
import static org.mintline.support.DeliveryEvent.PURGE;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/**
 * The states of a profile on its way through a factory. The table in this class is the only place that says which event leads where.
 *
 * <p>The word of the eUICC counts: a report of an installation that comes late, after another attempt was told to have failed or after
 * the contents were deleted, still leads to {@link #INSTALLED}. Nothing leads on from there, so that it is never handed out again.
 */
public enum DeliveryState {
    /** Its packets are here. */
    RECEIVED,
    /** Its image is here too. */
    IMAGED,
    /** It was handed out; how that ended is not known yet. */
    SENT,
    /** Installed, by the word of the device. */
    INSTALLED,
    /** Its installation failed, by the word of the device. */
    FAILED,
    /** Its contents were deleted. */
    PURGED;

    private static final Map<DeliveryState, Map<DeliveryEvent, DeliveryState>> TRANSITIONS = table();

    private static Map<DeliveryState, Map<DeliveryEvent, DeliveryState>> table() {
        Map<DeliveryState, Map<DeliveryEvent, DeliveryState>> table = new EnumMap<>(DeliveryState.class);
        for (DeliveryState state : values()) {
            table.put(state, new EnumMap<>(DeliveryEvent.class));
        }
        allow(table, RECEIVED, MAKE_IMAGE, IMAGED);
        for (DeliveryState here : EnumSet.of(RECEIVED, IMAGED, SENT)) {
            allow(table, here, HAND_OUT, SENT);
            allow(table, here, PURGE, PURGED);
        }
        allow(table, SENT, FAIL, FAILED);
        allow(table, FAILED, PURGE, PURGED);
        for (DeliveryState handedOut : EnumSet.of(SENT, FAILED, PURGED)) {
            allow(table, handedOut, INSTALL, INSTALLED);
        }
        return table;
    }

    private static void allow(
            Map<DeliveryState, Map<DeliveryEvent, DeliveryState>> table,
            DeliveryState from,
            DeliveryEvent event,
            DeliveryState to) {
        table.get(from).put(event, to);
    }

    /** Where the event leads from here, or empty if it is not allowed here. */
    public Optional<DeliveryState> after(DeliveryEvent event) {
        return Optional.ofNullable(TRANSITIONS.get(this).get(event));
    }

    /** The events that are allowed here and where each leads. */
    public Map<DeliveryEvent, DeliveryState> transitions() {
        return Collections.unmodifiableMap(TRANSITIONS.get(this));
    }
}
