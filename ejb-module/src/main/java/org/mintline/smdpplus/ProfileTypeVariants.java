package org.mintline.smdpplus;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Optional;
import org.mintline.tenancy.OperatorId;

/**
 * Variants of profile types: other types of the same operator, from whose package a Profile is made where its device fits, with the
 * same ICCID and the same subscriber's data. The operator orders the type; which variant goes out is chosen when the device is
 * known (SGP.22 v2.5, annex F).
 *
 * <p>The variants of a type stand in a table and are read from its top: the first chosen is the one whose condition fits and whose
 * package the eUICC can take. Where none is chosen, the type itself is what goes out. Variants of variants are not looked at.
 */
public interface ProfileTypeVariants {
    /** The most variants of one type. */
    int MOST = 50;

    /**
     * A line of the table.
     *
     * @param profileType the name of the variant
     * @param condition whom it is for
     * @param note why, for the operator's staff, up to 200 characters
     */
    record Variant(String profileType, DeviceCondition condition, String note) {
        private static final int LONGEST_NOTE = 200;

        /** Refuses a note that is too long. */
        public Variant {
            if (note.length() > LONGEST_NOTE) {
                throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " characters");
            }
        }
    }

    /** What is given makes no table. */
    @ApplicationException(rollback = true)
    final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param reason what is wrong, for the operator's staff */
        public RefusedException(String reason) {
            super(reason);
        }
    }

    /**
     * The variants of a profile type, from the top.
     *
     * @return empty if the operator has no such type
     */
    Optional<List<Variant>> list(OperatorId operator, String profileType);

    /**
     * Puts variants in the place of all that the type had. They hold for the downloads that begin ten seconds later at the latest.
     *
     * @param variants from the top, at most 50
     * @param actor who does it, for the audit trail
     * @return the variants, or empty if the operator has no such type
     * @throws RefusedException if they are too many, or one is no other type of the operator, or its package has no place for what
     *     Profiles of the type are personalised with
     */
    Optional<List<Variant>> replace(OperatorId operator, String profileType, List<Variant> variants, String actor);
}
