package org.mintline.web.console;

import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file that came with a form. */
final class UploadedFile {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LINE = 100;

    private UploadedFile() {}

    /** The last part of the name that the browser gave, which may be a whole path. */
    static String name(Part file) {
        String given = Optional.ofNullable(file.getSubmittedFileName()).orElse("");
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String fitting = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return fitting.isBlank() ? "file" : fitting;
    }

    /**
     * The text of a file.
     *
     * @param most how many bytes there may be
     * @throws IllegalArgumentException if there are more
     */
    static String text(Part file, int most) throws IOException {
        if (file.getSize() > most) {
            throw new IllegalArgumentException("the file is longer than " + most + " bytes");
        }
        try (InputStream content = file.getInputStream()) {
            return new String(content.readNBytes(most), StandardCharsets.US_ASCII);
        }
    }

    /**
     * The lines of a list, without blank ones and the blanks around them.
     *
     * @param most how many there may be
     * @throws IllegalArgumentException if there are more lines, or a line is longer than {@value #LONGEST_LINE} characters
     */
    static List<String> lines(Part file, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputStream content = file.getInputStream();
                BufferedReader reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.US_ASCII))) {
            StringBuilder line = new StringBuilder();
            int character;
            do {
                character = reader.read();
                if (character == '\n' || character < 0) {
                    add(lines, line, most);
                } else if (line.append((char) character).length() > LONGEST_LINE) {
                    throw new IllegalArgumentException(
                            "line " + (lines.size() + 1) + " is longer than " + LONGEST_LINE + " characters");
                }
            } while (character >= 0);
        }
        return lines;
    }

    private static void add(List<String> lines, StringBuilder line, int most) {
        String text = line.toString().strip();
        line.setLength(0);
        if (!text.isEmpty()) {
            if (lines.size() == most) {
                throw new IllegalArgumentException("the list has more than " + most + " lines");
            }
            lines.add(text);
        }
    }
}
