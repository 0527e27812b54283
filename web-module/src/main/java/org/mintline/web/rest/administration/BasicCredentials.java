package org.mintline.web.rest.administration;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * User and password of a request in HTTP Basic (RFC 7617).
 *
 * @param user the name
 * @param password not shown anywhere
 */
record BasicCredentials(String user, String password) {
    private static final String BASIC = "Basic ";
    private static final int LONGEST = 512;

    /** Those of the header Authorization; empty if there is none of this kind, or it is longer than 512 characters. */
    static Optional<BasicCredentials> of(String header) {
        if (header == null || header.length() > LONGEST || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String text = new String(decoded, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "credentials of " + user;
    }
}
