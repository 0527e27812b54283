package org.mintline.configuration;

/** What the installation is for. */
public enum Mode {
    /** For trials: test keys and unprotected key stores are accepted. */
    DEVELOPMENT,
    /** For subscribers: whatever is known to be insecure keeps the server from starting. */
    PRODUCTION
}
