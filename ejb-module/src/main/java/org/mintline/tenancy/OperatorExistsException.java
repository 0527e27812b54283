package org.mintline.tenancy;

import jakarta.ejb.ApplicationException;

/** A name, a function requester identifier or a client certificate already belongs to an operator. */
@ApplicationException(rollback = true)
public final class OperatorExistsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param detail what is taken, for the administrator */
    public OperatorExistsException(String detail) {
        super(detail);
    }
}
