package org.mintline.keys;

import jakarta.ejb.ApplicationException;
import org.mintline.configuration.SecretReference;

/** A secret is not where the configuration says, or cannot be read. */
@ApplicationException(rollback = true)
public final class SecretMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason why, without the secret */
    public SecretMissingException(SecretReference reference, String reason, Throwable cause) {
        super(reference + ": " + reason, cause);
    }
}
