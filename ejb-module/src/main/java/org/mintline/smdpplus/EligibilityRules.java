package org.mintline.smdpplus;

import java.util.List;
import java.util.Optional;
import org.mintline.tenancy.OperatorId;

/**
 * The rules of operators about who may download the Profiles of a type (SGP.22 v2.5, annex F leaves them to the SM-DP+ and the
 * operator). They come on top of what the Profile itself needs of an eUICC.
 *
 * <p>The rules of a type stand in a table and are read from its top: the first that fits decides. Where none fits, the download is
 * allowed; so a list of those who are allowed ends in a rule that denies {@link DeviceCondition.Criterion#ANY}.
 */
public interface EligibilityRules {
    /** The most rules of one type. */
    int MOST = 1_000;

    /** What a rule says to those whom it fits. */
    enum Effect {
        /** They may download. */
        ALLOW,
        /** They may not: 8.2.5/4.3. */
        DENY
    }

    /**
     * A line of the table.
     *
     * @param effect what it says
     * @param condition whom it fits
     * @param note why, for the operator's staff, up to 200 characters
     */
    record Rule(Effect effect, DeviceCondition condition, String note) {
        private static final int LONGEST_NOTE = 200;

        /** Refuses a note that is too long. */
        public Rule {
            if (note.length() > LONGEST_NOTE) {
                throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " characters");
            }
        }

        /** The line in words, without its note. */
        @Override
        public String toString() {
            return effect + " " + condition;
        }
    }

    /**
     * The rules of a profile type, from the top.
     *
     * @return empty if the operator has no such type
     */
    Optional<List<Rule>> list(OperatorId operator, String profileType);

    /**
     * Puts rules in the place of all that the type had. They hold for the downloads that begin ten seconds later at the latest.
     *
     * @param rules from the top, at most 1,000
     * @param actor who does it, for the audit trail
     * @return the rules, or empty if the operator has no such type
     * @throws IllegalArgumentException if they are too many
     */
    Optional<List<Rule>> replace(OperatorId operator, String profileType, List<Rule> rules, String actor);
}
