package org.mintline.device.fpa;

import java.io.IOException;

/** The local provisioning server refuses. */
public final class RefusedByServerException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean unknown;

    /**
     * @param unknown whether it knows nothing of what was asked, so that it may be another server's affair
     * @param reason in the server's words
     */
    public RefusedByServerException(boolean unknown, String reason) {
        super(reason);
        this.unknown = unknown;
    }

    /** Whether the server knows nothing of what was asked. */
    public boolean isUnknown() {
        return unknown;
    }
}
