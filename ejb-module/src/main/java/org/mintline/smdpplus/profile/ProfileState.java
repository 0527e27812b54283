package org.mintline.smdpplus.profile;

import static org.mintline.smdpplus.profile.ProfileEvent.BIND;
import static org.mintline.smdpplus.profile.ProfileEvent.CANCEL_TO_AVAILABLE;
import static org.mintline.smdpplus.profile.ProfileEvent.CANCEL_TO_UNAVAILABLE;
import static org.mintline.smdpplus.profile.ProfileEvent.CONFIRM;
import static org.mintline.smdpplus.profile.ProfileEvent.CONFIRM_AND_RELEASE;
import static org.mintline.smdpplus.profile.ProfileEvent.DELETE;
import static org.mintline.smdpplus.profile.ProfileEvent.DISABLE;
import static org.mintline.smdpplus.profile.ProfileEvent.ENABLE;
import static org.mintline.smdpplus.profile.ProfileEvent.FAIL;
import static org.mintline.smdpplus.profile.ProfileEvent.INSTALL;
import static org.mintline.smdpplus.profile.ProfileEvent.ORDER;
import static org.mintline.smdpplus.profile.ProfileEvent.ORDER_FOR_EID;
import static org.mintline.smdpplus.profile.ProfileEvent.RELEASE;
import static org.mintline.smdpplus.profile.ProfileEvent.WITHDRAW;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The states of a Profile at the SM-DP+ (SGP.22 v2.5, clause 3.1.6). The table in this class is the only place that says which
 * event leads where; the diagram in {@code docs/architecture/profile-states.md} is written from it.
 *
 * <p>Notifications of an eUICC may arrive late, twice or not at all, so a Profile that is known to be bound may be found
 * installed, enabled, disabled or deleted without the steps between. A Profile in {@link #ERROR} may lie on an eUICC after all, so it
 * never goes back into stock, and where its eUICC tells that it does, the word of the eUICC counts.
 */
public enum ProfileState {
    /** In stock, for any order. */
    AVAILABLE,
    /** Reserved by an order that names no EID. */
    ALLOCATED,
    /** Reserved by an order for one EID. */
    LINKED,
    /** The order is confirmed; the Profile waits for its release. */
    CONFIRMED,
    /** Ready for download. */
    RELEASED,
    /** A Bound Profile Package was handed out; whether it got installed is not known yet. */
    DOWNLOADED,
    /** Installed, by the word of the eUICC. */
    INSTALLED,
    /** Installed and enabled. */
    ENABLED,
    /** Installed and disabled. */
    DISABLED,
    /** Deleted from the eUICC. */
    DELETED,
    /** The order came to its end without an installed Profile. */
    ERROR,
    /** Out of stock for good, by the operator's word. */
    UNAVAILABLE;

    /** States in which an order lives: a device may still ask for it. */
    public static final Set<ProfileState> ORDERED =
            Collections.unmodifiableSet(EnumSet.of(ALLOCATED, LINKED, CONFIRMED, RELEASED, DOWNLOADED));

    /** States of a Profile that is on an eUICC. */
    public static final Set<ProfileState> ON_EUICC =
            Collections.unmodifiableSet(EnumSet.of(INSTALLED, ENABLED, DISABLED));

    private static final Map<ProfileState, Map<ProfileEvent, ProfileState>> TRANSITIONS = table();

    private static Map<ProfileState, Map<ProfileEvent, ProfileState>> table() {
        Map<ProfileState, Map<ProfileEvent, ProfileState>> table = new EnumMap<>(ProfileState.class);
        for (ProfileState state : values()) {
            table.put(state, new EnumMap<>(ProfileEvent.class));
        }
        allow(table, AVAILABLE, ORDER, ALLOCATED);
        allow(table, AVAILABLE, ORDER_FOR_EID, LINKED);
        for (ProfileState reserved : EnumSet.of(ALLOCATED, LINKED)) {
            allow(table, reserved, CONFIRM, CONFIRMED);
            allow(table, reserved, CONFIRM_AND_RELEASE, RELEASED);
        }
        allow(table, CONFIRMED, RELEASE, RELEASED);
        for (ProfileState unbound : EnumSet.of(ALLOCATED, LINKED, CONFIRMED, RELEASED)) {
            allow(table, unbound, CANCEL_TO_AVAILABLE, AVAILABLE);
            allow(table, unbound, CANCEL_TO_UNAVAILABLE, UNAVAILABLE);
        }
        allow(table, ERROR, CANCEL_TO_UNAVAILABLE, UNAVAILABLE);
        allow(table, RELEASED, BIND, DOWNLOADED);
        allow(table, DOWNLOADED, BIND, DOWNLOADED);
        allow(table, RELEASED, FAIL, ERROR);
        allow(table, DOWNLOADED, FAIL, ERROR);
        allow(table, DOWNLOADED, WITHDRAW, AVAILABLE);
        allow(table, DOWNLOADED, INSTALL, INSTALLED);
        allow(table, ERROR, INSTALL, INSTALLED);
        for (ProfileState bound : EnumSet.of(DOWNLOADED, INSTALLED, DISABLED, ENABLED)) {
            allow(table, bound, ENABLE, ENABLED);
            allow(table, bound, DISABLE, DISABLED);
            allow(table, bound, DELETE, DELETED);
        }
        return table;
    }

    private static void allow(
            Map<ProfileState, Map<ProfileEvent, ProfileState>> table,
            ProfileState from,
            ProfileEvent event,
            ProfileState to) {
        table.get(from).put(event, to);
    }

    /** Where the event leads from here, or empty if it is not allowed here. */
    public Optional<ProfileState> after(ProfileEvent event) {
        return Optional.ofNullable(TRANSITIONS.get(this).get(event));
    }

    /** The events that are allowed here and where each leads. */
    public Map<ProfileEvent, ProfileState> transitions() {
        return Collections.unmodifiableMap(TRANSITIONS.get(this));
    }
}
