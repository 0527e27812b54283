package org.mintline.web.rest.administration;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditLine;

/**
 * Where a page of the audit trail ended, as a text for the caller to give back.
 *
 * @param occurredAt the time of its last line
 * @param number the number of its last line
 */
record AuditPosition(Instant occurredAt, long number) {
    private static final Pattern FORM = Pattern.compile("([0-9T:.Z-]{1,40})_([0-9]{1,18})");
    private static final AuditEvent ANY = new AuditEvent(Optional.empty(), "", "", "", "", "");

    static AuditPosition of(AuditLine line) {
        return new AuditPosition(line.occurredAt(), line.number());
    }

    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException if it is none that was given out
     */
    static AuditPosition parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("after is no position in the audit trail");
        }
        return new AuditPosition(instant("after", matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    /**
     * Reads a time of a query.
     *
     * @throws IllegalArgumentException if it is none in ISO 8601, in UTC
     */
    static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " is no time in ISO 8601, in UTC", e);
        }
    }

    String text() {
        return occurredAt + "_" + number;
    }

    /** The line as far as its place goes. */
    AuditLine line() {
        return new AuditLine(number, occurredAt, ANY, OptionalLong.empty());
    }
}
