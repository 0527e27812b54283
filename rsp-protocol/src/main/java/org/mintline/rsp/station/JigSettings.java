package org.mintline.rsp.station;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a device takes if it is the one that belongs into this jig.
 *
 * @param volt set point, more than 0
 * @param ampere set point, more than 0
 * @param tolerance how far a reading may be off its set point, in percent of it; 0 to 100
 * @param samples how many readings in a row have to be within, 1 to 1,000
 */
public record JigSettings(BigDecimal volt, BigDecimal ampere, BigDecimal tolerance, int samples) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Refuses what no jig can be set to. */
    public JigSettings {
        if (volt.signum() <= 0 || ampere.signum() <= 0) {
            throw new IllegalArgumentException("the set points of a jig are more than 0");
        }
        if (tolerance.signum() < 0 || tolerance.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("the tolerance of a jig is 0 to 100 percent");
        }
        if (samples < 1 || samples > 1000) {
            throw new IllegalArgumentException("a jig takes 1 to 1,000 samples");
        }
    }

    /**
     * Reads {@code VOLT,AMPERE,PERCENT,SAMPLES}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static JigSettings parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("a jig is set by VOLT,AMPERE,PERCENT,SAMPLES, as in 3.3,0.12,5,3");
        }
        try {
            return new JigSettings(
                    new BigDecimal(parts[0]),
                    new BigDecimal(parts[1]),
                    new BigDecimal(parts[2]),
                    Integer.parseInt(parts[3]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' does not have four numbers", e);
        }
    }

    /** {@code VOLT,AMPERE,PERCENT,SAMPLES}, as {@link #parse} reads it. */
    public String text() {
        return volt.toPlainString() + "," + ampere.toPlainString() + "," + tolerance.toPlainString() + "," + samples;
    }

    /**
     * Whether these readings authenticate a device: there are as many as samples are wanted, and all are within.
     *
     * @return what is wrong in plain words, or empty if nothing is
     */
    public Optional<String> judge(List<JigReading> readings) {
        for (JigReading reading : readings) {
            if (!isWithin(reading.volt(), volt)) {
                return Optional.of(sentence("voltage", reading.volt(), volt, "V"));
            }
            if (!isWithin(reading.ampere(), ampere)) {
                return Optional.of(sentence("current", reading.ampere(), ampere, "A"));
            }
        }
        return readings.size() < samples
                ? Optional.of("the jig gave " + readings.size() + " readings of " + samples)
                : Optional.empty();
    }

    private boolean isWithin(BigDecimal value, BigDecimal setPoint) {
        return value.subtract(setPoint).abs().multiply(HUNDRED).compareTo(setPoint.multiply(tolerance)) <= 0;
    }

    private String sentence(String what, BigDecimal value, BigDecimal setPoint, String unit) {
        return "the " + what + " at the jig is " + value.toPlainString() + " " + unit + ", not "
                + setPoint.toPlainString() + " " + unit + " within " + tolerance.toPlainString() + " percent";
    }
}
