package org.mintline.rsp.profilepackage.personalisation;

/**
 * A value that is not one, or that the package has no place for. The message names the value, and never carries it.
 */
public final class PersonalisationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is the matter, for the one who supplied the data */
    public PersonalisationException(String message) {
        super(message);
    }
}
