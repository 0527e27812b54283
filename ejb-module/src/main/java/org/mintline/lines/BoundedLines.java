package org.mintline.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a file, one at a time, none longer than a bound: memory does not grow with the file. */
public final class BoundedLines {
    /** The longest line, in bytes. */
    public static final int LONGEST = 4096;

    private final InputStream bytes;
    private long number;
    private long position;

    /** @param bytes the file, read as lines are asked for */
    public BoundedLines(InputStream bytes) {
        this.bytes = bytes;
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param text without its end; empty if it is too long or no UTF-8
     */
    public record Line(long number, Optional<String> text) {}

    /** The next line, or empty at the end of the file. */
    public Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        boolean tooLong = false;
        int octet = bytes.read();
        if (octet < 0) {
            return Optional.empty();
        }
        while (octet >= 0 && octet != '\n') {
            if (line.size() < LONGEST) {
                line.write(octet);
            } else {
                tooLong = true;
            }
            position++;
            octet = bytes.read();
        }
        position += octet < 0 ? 0 : 1;
        number++;
        return Optional.of(new Line(number, tooLong ? Optional.empty() : text(line.toByteArray())));
    }

    /** How many bytes the lines so far had, with their ends. */
    public long position() {
        return position;
    }

    private static Optional<String> text(byte[] line) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
