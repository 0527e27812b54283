package org.mintline.configuration;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** The server cannot start as it is configured. */
@ApplicationException(rollback = true)
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param problems all that is wrong, one sentence each, without secrets */
    public ConfigurationException(List<String> problems) {
        super("Mintline cannot start as it is configured:\n  " + String.join("\n  ", problems));
    }
}
