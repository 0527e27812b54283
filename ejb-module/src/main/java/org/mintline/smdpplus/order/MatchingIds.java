package org.mintline.smdpplus.order;

import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.identification.MatchingId;

/**
 * Makes MatchingIDs (SGP.22 v2.5, clause 4.1.1): of upper case letters and digits, which the alphanumeric mode of a QR code
 * takes, with 130 random bits, so that nobody guesses the order of somebody else.
 */
final class MatchingIds {
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ123456789";
    private static final int SYMBOLS = 26;
    private static final int BITS = 31;

    private MatchingIds() {}

    /** Makes one of 26 symbols of 5 bits each. */
    static MatchingId generate(Randomness randomness) {
        StringBuilder text = new StringBuilder(SYMBOLS);
        for (byte symbol : randomness.octets(SYMBOLS)) {
            text.append(ALPHABET.charAt(symbol & BITS));
        }
        return new MatchingId(text.toString());
    }
}
