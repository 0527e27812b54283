package org.mintline.rsp.scp03;

/** The other end did not prove the key set, or sent what it did not MAC. The channel is closed; only a new one goes on. */
public final class AuthenticationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message why, without secrets */
    public AuthenticationFailedException(String message) {
        super(message);
    }
}
