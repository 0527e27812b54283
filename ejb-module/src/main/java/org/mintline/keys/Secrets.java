package org.mintline.keys;

import org.mintline.configuration.SecretReference;

/** Reads the secrets that the configuration names. */
@FunctionalInterface
public interface Secrets {
    /**
     * The text of a secret; the caller wipes it after use.
     *
     * @throws SecretMissingException if there is none at that place, or it cannot be read
     */
    char[] read(SecretReference reference);
}
