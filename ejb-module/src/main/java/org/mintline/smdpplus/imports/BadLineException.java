package org.mintline.smdpplus.imports;

import jakarta.ejb.ApplicationException;

/** A line of an input file was refused; the other lines are not concerned. */
@ApplicationException(rollback = true)
final class BadLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason why, at most 200 characters, without the values of the line, which may be secret */
    BadLineException(String reason) {
        super(reason);
    }
}
