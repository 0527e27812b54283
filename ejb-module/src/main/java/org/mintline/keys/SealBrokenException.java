package org.mintline.keys;

import jakarta.ejb.ApplicationException;

/** A sealed secret was altered, moved to another row, or sealed under a key that is gone. */
@ApplicationException(rollback = true)
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param context what was to be opened */
    public SealBrokenException(String context) {
        super("cannot open the sealed " + context);
    }
}
