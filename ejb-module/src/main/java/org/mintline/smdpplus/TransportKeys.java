package org.mintline.smdpplus;

import jakarta.ejb.ApplicationException;
import java.time.Instant;
import java.util.List;
import org.mintline.smdpplus.imports.TransportKey.Algorithm;
import org.mintline.tenancy.OperatorId;

/** The keys under which operators' input files carry secrets. A key that is registered is never shown again. */
public interface TransportKeys {
    /**
     * A key, without its value.
     *
     * @param index the number by which input files name it
     * @param checkValue 6 hexadecimal digits: a block of zeros under the key begins with them
     */
    record Description(int index, Algorithm algorithm, String checkValue, Instant createdAt) {}

    /** A key that is not taken. */
    @ApplicationException(rollback = true)
    final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param reason why */
        public RefusedException(String reason) {
            super(reason);
        }
    }

    /**
     * Registers a key.
     *
     * @param index 0 to 9999, new at the operator
     * @param key as long as the algorithm wants it; the caller wipes it
     * @param checkValue 6 hexadecimal digits, as the operator tells them on another way
     * @param actor who does it, for the audit trail
     * @throws RefusedException if the number is taken, or the check value is not that of the key
     */
    Description register(
            OperatorId operator, int index, Algorithm algorithm, byte[] key, String checkValue, String actor);

    /** The keys of an operator, by number. */
    List<Description> list(OperatorId operator);
}
