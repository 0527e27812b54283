package org.mintline.audit;

import java.util.Optional;
import org.mintline.tenancy.OperatorId;

/**
 * What happened, to what, by whom.
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
        Optional<OperatorId> operator, String actor, String action, String subject, String outcome, String detail) {}
