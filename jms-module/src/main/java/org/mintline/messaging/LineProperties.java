package org.mintline.messaging;

/** The properties of a message on a line: {@code docs/formats/dedicated-line.md}. */
final class LineProperties {
    /** The name of the line. */
    static final String LINE = "mintline_line";

    /** The name of a {@link org.mintline.line.LineMessageKind}. */
    static final String KIND = "mintline_kind";

    /** The identifier of the message. */
    static final String IDENTIFIER = "mintline_identifier";

    /** The AES-CMAC by which the sender proves that it has the key set, hexadecimal. */
    static final String MAC = "mintline_mac";

    private LineProperties() {}
}
