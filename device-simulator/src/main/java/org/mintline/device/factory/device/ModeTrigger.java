package org.mintline.device.factory.device;

import java.util.Optional;
import org.mintline.device.factory.protocol.InstallationMode;
import org.mintline.rsp.station.AuthenticationManner;

/** What can change the mode of a device (PSS-9). */
public sealed interface ModeTrigger {
    /** Somebody was authenticated in this manner. */
    record Authenticated(AuthenticationManner manner) implements ModeTrigger {}

    /** Data came of the type that this mode installs from. */
    record DataReceived(InstallationMode type) implements ModeTrigger {}

    /**
     * The user chose at the device.
     *
     * @param mode what was chosen, or empty for whatever comes
     */
    record UserInput(Optional<InstallationMode> mode) implements ModeTrigger {}

    /**
     * The server, or the station in its stead, commanded it.
     *
     * @param mode what was commanded, or empty for whatever comes
     */
    record ServerCommand(Optional<InstallationMode> mode) implements ModeTrigger {}
}
