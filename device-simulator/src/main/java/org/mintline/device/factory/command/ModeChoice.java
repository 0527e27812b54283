package org.mintline.device.factory.command;

import java.util.Optional;
import org.mintline.device.factory.protocol.InstallationMode;

/** The modes to choose from on the command line. */
enum ModeChoice {
    IMAGE(Optional.of(InstallationMode.IMAGE)),
    PACKETS(Optional.of(InstallationMode.PACKETS)),
    ANY(Optional.empty());

    private final Optional<InstallationMode> mode;

    ModeChoice(Optional<InstallationMode> mode) {
        this.mode = mode;
    }

    Optional<InstallationMode> mode() {
        return mode;
    }
}
