package org.mintline.web.rest;

import java.util.UUID;

/**
 * An error that nobody foresaw: it goes to the log whole, under a number, and the caller gets the number alone.
 *
 * @param number eight hexadecimal digits to find the log entry by
 */
public record Incident(String number) {
    private static final System.Logger LOG = System.getLogger(Incident.class.getName());
    private static final int DIGITS = 8;

    /**
     * Logs an error under a new number.
     *
     * @param where the path that was called
     */
    public static Incident log(String where, Throwable error) {
        String number = UUID.randomUUID().toString().substring(0, DIGITS);
        LOG.log(System.Logger.Level.ERROR, "Incident " + number + " at " + where, error);
        return new Incident(number);
    }

    /** What the caller is told. */
    public String message() {
        return "incident " + number;
    }
}
