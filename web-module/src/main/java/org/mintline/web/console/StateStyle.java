package org.mintline.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.mintline.factory.LocalProfileState;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.support.DeliveryState;

/** How the states of a profile look. */
@Named
@ApplicationScoped
public class StateStyle {
    /** The style class of a state. */
    public String of(ProfileState state) {
        return switch (state) {
            case AVAILABLE -> "state-stock";
            case ALLOCATED, LINKED, CONFIRMED -> "state-warn";
            case RELEASED, DOWNLOADED -> "state-way";
            case INSTALLED, ENABLED, DISABLED -> "state-good";
            case ERROR -> "state-bad";
            case DELETED, UNAVAILABLE -> "state-gone";
        };
    }

    /** The style class of a state on the way through the factory. */
    public String ofDelivery(DeliveryState state) {
        return switch (state) {
            case RECEIVED -> "state-stock";
            case IMAGED, SENT -> "state-way";
            case INSTALLED -> "state-good";
            case FAILED -> "state-bad";
            case PURGED -> "state-gone";
        };
    }

    /** The style class of a state at a local provisioning server. */
    public String ofLocal(LocalProfileState state) {
        return switch (state) {
            case RECEIVED -> "state-stock";
            case HANDED_OUT -> "state-way";
            case INSTALLED -> "state-good";
            case FAILED, REFUSED -> "state-bad";
            case EXPIRED -> "state-warn";
            case KEY_DELETED -> "state-gone";
        };
    }
}
