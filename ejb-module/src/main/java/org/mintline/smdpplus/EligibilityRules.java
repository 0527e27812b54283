package org.mintline.smdpplus;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mintline.rsp.data.DeviceCapability;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.tenancy.OperatorId;

/**
 * The rules of operators about who may download the Profiles of a type (SGP.22 v2.5, annex F leaves them to the SM-DP+ and the
 * operator). They come on top of what the Profile itself needs of an eUICC.
 *
 * <p>The rules of a type stand in a table and are read from its top: the first that fits decides. Where none fits, the download is
 * allowed; so a list of those who are allowed ends in a rule that denies {@link Criterion#ANY}.
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

    /** What a rule looks at. */
    enum Criterion {
        /** Nothing: it fits all. */
        ANY,
        /** The EID: {@code value} to {@code upTo}, 1 to 32 first digits each. */
        EID,
        /** The Type Allocation Code of the device: {@code value} to {@code upTo}, 1 to 8 first digits each. */
        TAC,
        /** The device names that capability, as {@code NR_5GC_SUPPORTED_RELEASE} (DeviceCapabilities). */
        DEVICE_SUPPORTS,
        /** The device does not name that capability. */
        DEVICE_LACKS,
        /** The eUICC names that capability, as {@code SUCI_CALCULATOR_API} (UICCCapability). */
        EUICC_SUPPORTS,
        /** The eUICC does not name that capability. */
        EUICC_LACKS
    }

    /**
     * A line of the table.
     *
     * @param effect what it says
     * @param criterion what it looks at
     * @param value first digits or the name of a capability; empty for {@link Criterion#ANY}
     * @param upTo the last first digits of a range; empty if it is {@code value} alone
     * @param note why, for the operator's staff, up to 200 characters
     */
    record Rule(Effect effect, Criterion criterion, String value, Optional<String> upTo, String note) {
        private static final int LONGEST_NOTE = 200;

        /** Refuses what no device could be compared with. */
        public Rule {
            if (note.length() > LONGEST_NOTE) {
                throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " characters");
            }
            switch (criterion) {
                case ANY -> require(value.isEmpty(), "ANY has no value");
                case EID -> requireRange(value, upTo, 32);
                case TAC -> requireRange(value, upTo, 8);
                case DEVICE_SUPPORTS, DEVICE_LACKS ->
                    require(
                            Stream.of(DeviceCapability.values())
                                    .anyMatch(known -> known.name().equals(value)),
                            "no capability of devices is called " + value);
                case EUICC_SUPPORTS, EUICC_LACKS ->
                    require(
                            Stream.of(UiccCapability.values())
                                    .anyMatch(known -> known.name().equals(value)),
                            "no capability of eUICCs is called " + value);
            }
            boolean ranged = criterion == Criterion.EID || criterion == Criterion.TAC;
            require(ranged || upTo.isEmpty(), criterion + " has no range");
        }

        private static void requireRange(String value, Optional<String> upTo, int digits) {
            String form = "[0-9]{1," + digits + "}";
            require(
                    value.matches(form) && upTo.orElse(value).matches(form),
                    "value and upTo are 1 to " + digits + " digits");
            require(
                    lowest(value, digits).compareTo(highest(upTo.orElse(value), digits)) <= 0,
                    "the range from " + value + " to " + upTo.orElse(value) + " is empty");
        }

        private static void require(boolean condition, String otherwise) {
            if (!condition) {
                throw new IllegalArgumentException(otherwise);
            }
        }

        private static String lowest(String digits, int length) {
            return digits + "0".repeat(length - digits.length());
        }

        private static String highest(String digits, int length) {
            return digits + "9".repeat(length - digits.length());
        }

        /** Whether a number of full length begins with digits of the range. */
        public boolean spans(String number) {
            return lowest(value, number.length()).compareTo(number) <= 0
                    && highest(upTo.orElse(value), number.length()).compareTo(number) >= 0;
        }

        /** The line in words, without its note. */
        @Override
        public String toString() {
            String range = upTo.map(last -> value + " to " + last).orElse(value);
            return (effect + " " + criterion + " " + range).strip();
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
