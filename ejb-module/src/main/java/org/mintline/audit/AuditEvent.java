package org.mintline.audit;

import java.util.Optional;
import org.mintline.tenancy.OperatorId;

/**
 * What happened, to what, by whom. Texts may come from outside: what is longer than its column is cut, and control characters
 * are replaced, so that no input keeps a line from being written.
 *
 * @param operator whose affair it is; empty for those of the platform itself
 * @param actor who did it: {@code es2plus:<requester identifier>}, {@code es9plus:<EID>}, {@code console:<user>}, {@code
 *     system:<job>}; at most 100 characters
 * @param action what was done, a word of the standard or the role ({@code downloadOrder}, {@code login}); at most 60 characters
 * @param subject what it was done to, with its kind: {@code profile:<ICCID>}, {@code session:<TransactionID>}; at most 100
 *     characters
 * @param outcome {@code done} or the reason of the refusal, at most 40 characters
 * @param detail what else helps to understand the line, no secrets; at most 1,000 characters
 */
public record AuditEvent(
        Optional<OperatorId> operator, String actor, String action, String subject, String outcome, String detail) {
    /** Makes the texts fit. */
    public AuditEvent {
        actor = fitting(actor, 100);
        action = fitting(action, 60);
        subject = fitting(subject, 100);
        outcome = fitting(outcome, 40);
        detail = fitting(detail, 1_000);
    }

    private static String fitting(String text, int longest) {
        StringBuilder fit = new StringBuilder(Math.min(text.length(), longest));
        int[] points = text.codePoints().limit(longest).toArray();
        for (int point : points) {
            boolean writable = !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
            if (fit.length() + Character.charCount(point) > longest) {
                break;
            }
            fit.appendCodePoint(writable ? point : 0xFFFD);
        }
        return fit.toString();
    }
}
