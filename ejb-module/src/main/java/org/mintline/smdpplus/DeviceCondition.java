package org.mintline.smdpplus;

import java.util.Optional;
import java.util.stream.Stream;
import org.mintline.rsp.data.DeviceCapability;
import org.mintline.rsp.data.UiccCapability;

/**
 * What a device or its eUICC is asked for in a rule of an operator: one criterion.
 *
 * @param criterion what it looks at
 * @param value first digits, the name of a capability, or bytes; empty for {@link Criterion#ANY}
 * @param upTo the last first digits of a range; empty if it is {@code value} alone
 */
public record DeviceCondition(Criterion criterion, String value, Optional<String> upTo) {
    private static final String BYTES = "[0-9]{1,9}";

    /** What a condition looks at. */
    public enum Criterion {
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
        EUICC_LACKS,
        /** The eUICC tells that at least {@code value} bytes of non-volatile memory are free (extCardResource). */
        MEMORY_FROM,
        /** The eUICC tells that less than {@code value} bytes of non-volatile memory are free (extCardResource). */
        MEMORY_BELOW
    }

    /** Refuses what no device could be compared with. */
    public DeviceCondition {
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
            case MEMORY_FROM, MEMORY_BELOW -> require(value.matches(BYTES), "memory is 1 to 9 digits, in bytes");
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

    /** In words. */
    @Override
    public String toString() {
        return (criterion + " " + upTo.map(last -> value + " to " + last).orElse(value)).strip();
    }
}
