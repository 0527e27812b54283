package org.mintline.line;

import java.util.Optional;

/**
 * What came on a line, not yet known to be good; texts that are too long are cut, so that all can be kept.
 *
 * @param line on which it came, at most 40 characters
 * @param kind the name of a {@link LineMessageKind}, if all is well; at most 30 characters
 * @param identifier at most 100 characters
 * @param length of the content, in bytes
 * @param content empty if it is longer than a content may be
 */
public record IncomingMessage(String line, String kind, String identifier, int length, Optional<byte[]> content) {
    /** Cuts. */
    public IncomingMessage {
        line = cut(line, 40);
        kind = cut(kind, 30);
        identifier = cut(identifier, 100);
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }
}
