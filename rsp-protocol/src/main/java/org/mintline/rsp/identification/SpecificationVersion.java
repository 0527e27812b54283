package org.mintline.rsp.identification;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mintline.rsp.tlv.Tlv;

/**
 * The version of a specification (VersionType in SGP.22 v2.5, annex H): three bytes, for instance '02 00 0C' for v2.0.12.
 *
 * @param major 0 to 255
 * @param minor 0 to 255
 * @param revision 0 to 255
 */
public record SpecificationVersion(int major, int minor, int revision) implements Comparable<SpecificationVersion> {
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final String HEADER_PREFIX = "gsma/rsp/v";
    private static final Comparator<SpecificationVersion> ORDER = Comparator.comparingInt(SpecificationVersion::major)
            .thenComparingInt(SpecificationVersion::minor)
            .thenComparingInt(SpecificationVersion::revision);

    /**
     * @throws IllegalArgumentException if a part is outside 0 to 255
     */
    public SpecificationVersion {
        if ((major | minor | revision) >>> 8 != 0) {
            throw new IllegalArgumentException("the parts of a version are 0 to 255");
        }
    }

    /**
     * Reads the form {@code 2.0.12}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SpecificationVersion parse(String text) {
        Matcher matcher = DOTTED.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a version has the form 2.0.12");
        }
        return new SpecificationVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /**
     * Reads the value of the header X-Admin-Protocol, {@code gsma/rsp/v2.0.12} (SGP.22 v2.5, clause 6.2).
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SpecificationVersion ofAdminProtocol(String header) {
        if (!header.startsWith(HEADER_PREFIX)) {
            throw new IllegalArgumentException("X-Admin-Protocol has the form gsma/rsp/v2.0.12");
        }
        return parse(header.substring(HEADER_PREFIX.length()));
    }

    /** Reads a VersionType data object, whatever its tag. */
    public static SpecificationVersion decode(Tlv tlv) {
        byte[] octets = tlv.octets(3, 3);
        return new SpecificationVersion(octets[0] & 0xFF, octets[1] & 0xFF, octets[2] & 0xFF);
    }

    /** The three bytes. */
    public byte[] octets() {
        return new byte[] {(byte) major, (byte) minor, (byte) revision};
    }

    /** The value of the header X-Admin-Protocol (SGP.22 v2.5, clause 6.2). */
    public String adminProtocol() {
        return HEADER_PREFIX + this;
    }

    @Override
    public int compareTo(SpecificationVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + revision;
    }
}
