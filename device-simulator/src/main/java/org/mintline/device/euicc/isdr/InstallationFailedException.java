package org.mintline.device.euicc.isdr;

import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.ErrorReason;

/** A bound profile package cannot be installed. */
final class InstallationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final BppCommandId command;
    private final ErrorReason reason;

    InstallationFailedException(BppCommandId command, ErrorReason reason) {
        super(command + ": " + reason, null, false, false);
        this.command = command;
        this.reason = reason;
    }

    BppCommandId command() {
        return command;
    }

    ErrorReason reason() {
        return reason;
    }
}
