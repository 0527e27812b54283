package org.mintline.rsp.identification;

/**
 * MatchingID, which leads from a device to its order: an Activation Code Token, an EventID, or empty for the default
 * SM-DP+ (SGP.22 v2.5, clauses 4.1.1, 5.3.2 and 5.6.3).
 *
 * <p>What a device sends is compared as text; this type is for what a server gives out.
 *
 * @param text 0 to 128 of the characters 0-9, A-Z and {@code -}
 */
public record MatchingId(String text) {
    /** The longest MatchingID, in characters: leaves room for the other fields of an Activation Code. */
    public static final int MAXIMUM_LENGTH = 128;

    /** No MatchingID: the order is found by the EID at the default SM-DP+. */
    public static final MatchingId EMPTY = new MatchingId("");

    /**
     * @throws IllegalArgumentException if it is too long or has other characters
     */
    public MatchingId {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("a MatchingID has 0 to 128 of the characters 0-9, A-Z and -");
        }
    }

    /** Whether a text from outside is a MatchingID. */
    public static boolean isWellFormed(String text) {
        return text.length() <= MAXIMUM_LENGTH
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '-');
    }

    /** Whether it stands for the default SM-DP+. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
