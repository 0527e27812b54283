package org.mintline.rsp.identification;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A fully qualified domain name, the address of an RSP server (RFC 1123, clause 2.1). Two that differ in upper and lower
 * case only are equal.
 *
 * @param text 1 to 253 characters, in the case in which it was given
 */
public record Fqdn(String text) {
    private static final int MAXIMUM_LENGTH = 253;
    private static final Pattern LABELS = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?+(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?+)*+");

    /**
     * @throws IllegalArgumentException if it is no domain name
     */
    public Fqdn {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("is no fully qualified domain name");
        }
    }

    /** Whether a text from outside is a domain name. */
    public static boolean isWellFormed(String text) {
        return text.length() <= MAXIMUM_LENGTH && LABELS.matcher(text).matches();
    }

    /** Whether a text from outside is this name, in whatever case. */
    public boolean matches(String other) {
        return text.equalsIgnoreCase(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fqdn fqdn && matches(fqdn.text);
    }

    @Override
    public int hashCode() {
        return text.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
