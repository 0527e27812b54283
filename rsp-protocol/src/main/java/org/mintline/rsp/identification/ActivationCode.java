package org.mintline.rsp.identification;

import java.util.List;
import java.util.Optional;

/**
 * Activation Code, by which an end user starts a download (SGP.22 v2.5, clause 4.1).
 *
 * @param smdpAddress where the SM-DP+ is reached
 * @param activationCodeToken the MatchingID of the order, 0 to 128 printable characters without {@code $}
 * @param smdpOid the object identifier in the SM-DP+'s certificates, which the device shall check
 * @param confirmationCodeRequired whether the end user will be asked for a Confirmation Code
 */
public record ActivationCode(
        ServerAddress smdpAddress,
        String activationCodeToken,
        Optional<ObjectIdentifier> smdpOid,
        boolean confirmationCodeRequired) {
    /** The longest Activation Code, in characters, without the prefix. */
    public static final int MAXIMUM_LENGTH = 255;

    private static final String PREFIX = "LPA:";
    private static final String FORMAT = "1";
    private static final String DELIMITER = "$";

    /**
     * @throws IllegalArgumentException if the token has other characters, or the whole is too long
     */
    public ActivationCode {
        if (activationCodeToken.length() > MatchingId.MAXIMUM_LENGTH
                || !activationCodeToken.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '$')) {
            throw new IllegalArgumentException("an Activation Code Token has 0 to 128 printable characters without $");
        }
        if (format(smdpAddress, activationCodeToken, smdpOid, confirmationCodeRequired)
                        .length()
                > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException("an Activation Code has at most 255 characters");
        }
    }

    /**
     * Reads an Activation Code, with or without {@code LPA:} before it. Fields of later versions at its end are passed over.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ActivationCode parse(String text) {
        boolean prefixed = text.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
        String code = prefixed ? text.substring(PREFIX.length()) : text;
        if (code.length() > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException("an Activation Code has at most 255 characters");
        }
        List<String> fields = List.of(code.split("\\$", -1));
        if (fields.size() < 3 || !fields.get(0).equals(FORMAT)) {
            throw new IllegalArgumentException("an Activation Code has the form 1$address$token");
        }
        String flag = fields.size() > 4 ? fields.get(4) : "";
        if (!flag.isEmpty() && !flag.equals("1")) {
            throw new IllegalArgumentException(
                    "the Confirmation Code Required Flag of an Activation Code is 1 or absent");
        }
        String oid = fields.size() > 3 ? fields.get(3) : "";
        return new ActivationCode(
                ServerAddress.parse(fields.get(1)),
                fields.get(2),
                oid.isEmpty() ? Optional.empty() : Optional.of(new ObjectIdentifier(oid)),
                !flag.isEmpty());
    }

    /** The text that the end user types, for instance {@code 1$SMDP.EXAMPLE.COM$04386-AGYFT-A74Y8-3F815$$1}. */
    public String text() {
        return format(smdpAddress, activationCodeToken, smdpOid, confirmationCodeRequired);
    }

    /** The text in the QR code, beginning with {@code LPA:} (clause 4.1.2). */
    public String qrText() {
        return PREFIX + text();
    }

    @Override
    public String toString() {
        return text();
    }

    private static String format(
            ServerAddress smdpAddress, String token, Optional<ObjectIdentifier> smdpOid, boolean codeRequired) {
        String mandatory = String.join(DELIMITER, FORMAT, smdpAddress.toString(), token);
        String oid = smdpOid.map(ObjectIdentifier::text).orElse("");
        if (codeRequired) {
            return mandatory + DELIMITER + oid + DELIMITER + "1";
        }
        return oid.isEmpty() ? mandatory : mandatory + DELIMITER + oid;
    }
}
