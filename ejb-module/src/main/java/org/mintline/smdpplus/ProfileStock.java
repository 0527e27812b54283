package org.mintline.smdpplus;

import jakarta.ejb.ApplicationException;
import java.util.Map;
import org.mintline.rsp.identification.Iccid;
import org.mintline.tenancy.OperatorId;

/** The way of single profiles into stock. */
public interface ProfileStock {
    /** A profile that cannot come into stock. */
    @ApplicationException(rollback = true)
    final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param reason why, without secrets */
        public RefusedException(String reason) {
            super(reason);
        }
    }

    /**
     * Brings a profile into stock.
     *
     * @param profileType the name of one of the operator's types
     * @param iccid its ICCID, with the right check digit
     * @param columns what it is personalised with, by the column names of input files ({@code imsi}, {@code ki}, {@code opc} ...)
     * @param actor who does it, for the audit trail
     * @throws RefusedException if there is no such type, the ICCID is in use, or a value does not fit the type's package
     */
    void add(OperatorId operator, String profileType, Iccid iccid, Map<String, String> columns, String actor);
}
