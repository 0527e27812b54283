package org.mintline.rsp.station;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One reading.
 *
 * @param volt the voltage at the device
 * @param ampere the current that it takes
 */
public record JigReading(BigDecimal volt, BigDecimal ampere) {
    private static final String NUMBER = "([0-9]{1,6}(?:\\.[0-9]{1,6})?)";
    private static final Pattern LINE = Pattern.compile("V=" + NUMBER + " I=" + NUMBER);

    /** Reads a line of the adapter, {@code V=3.312 I=0.118}; empty if it is none. */
    public static Optional<JigReading> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new JigReading(new BigDecimal(matcher.group(1)), new BigDecimal(matcher.group(2))))
                : Optional.empty();
    }

    /** The line of the adapter, as {@link #parse} reads it. */
    public String line() {
        return "V=" + volt.toPlainString() + " I=" + ampere.toPlainString();
    }

    @Override
    public String toString() {
        return volt.toPlainString() + " V, " + ampere.toPlainString() + " A";
    }
}
