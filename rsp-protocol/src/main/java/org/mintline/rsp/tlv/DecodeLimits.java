package org.mintline.rsp.tlv;

/**
 * How much a decoder takes in before it looks at any of it.
 *
 * @param bytes the longest input, in bytes
 * @param depth the deepest nesting of constructed elements
 * @param elements the largest number of elements directly inside one constructed element
 */
public record DecodeLimits(int bytes, int depth, int elements) {
    /** Messages of ES9+, ES10 and ES11 other than a package: 64 KiB, 16 levels, 1,024 elements. */
    public static final DecodeLimits MESSAGE = new DecodeLimits(64 * 1024, 16, 1024);

    /** Profile packages, bound or not: 1 MiB, 16 levels, 16,384 elements. */
    public static final DecodeLimits PACKAGE = new DecodeLimits(1024 * 1024, 16, 16 * 1024);

    /** Refuses limits that would admit nothing. */
    public DecodeLimits {
        if (bytes < 2 || depth < 1 || elements < 1) {
            throw new IllegalArgumentException("limits admit no element");
        }
    }
}
