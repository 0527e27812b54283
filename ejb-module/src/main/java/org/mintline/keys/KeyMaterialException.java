package org.mintline.keys;

import jakarta.ejb.ApplicationException;

/** A key store or certificate that the configuration names cannot be used. */
@ApplicationException(rollback = true)
public final class KeyMaterialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message which one and why, without secrets */
    public KeyMaterialException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param message which one and why, without secrets */
    public KeyMaterialException(String message) {
        super(message);
    }
}
