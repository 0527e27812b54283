package org.mintline.web.rest.administration;

import java.time.Instant;
import java.util.List;
import org.mintline.audit.AuditChain;
import org.mintline.audit.AuditLine;

/** Bodies about the audit trail. */
public final class AuditBodies {
    private AuditBodies() {}

    /**
     * A line of the audit trail.
     *
     * @param number its number, which says nothing about the order
     * @param occurredAt when it was written
     * @param operator the number of the operator whose affair it is, or absent for the platform's own
     * @param actor who did it, with the interface: {@code es2plus:<requester identifier>}, {@code es9plus:<EID>}
     * @param action what was done
     * @param subject what it was done to, with its kind: {@code profile:<ICCID>}
     * @param outcome {@code done}, or the codes of the refusal
     * @param detail what else helps to understand it
     * @param sealNumber its place in the chain, or absent for the second or so until it is sealed
     */
    public record AuditLineView(
            long number,
            Instant occurredAt,
            Long operator,
            String actor,
            String action,
            String subject,
            String outcome,
            String detail,
            Long sealNumber) {
        static AuditLineView of(AuditLine line) {
            return new AuditLineView(
                    line.number(),
                    line.occurredAt(),
                    line.event().operator().map(operator -> operator.value()).orElse(null),
                    line.event().actor(),
                    line.event().action(),
                    line.event().subject(),
                    line.event().outcome(),
                    line.event().detail(),
                    line.sealNumber().isPresent() ? line.sealNumber().getAsLong() : null);
        }
    }

    /**
     * A page of the audit trail.
     *
     * @param items the lines, the newest first
     * @param next what to give as {@code after} for the next page; absent at the end
     */
    public record AuditLinePage(List<AuditLineView> items, String next) {
        static AuditLinePage of(List<AuditLine> lines, int limit) {
            boolean full = lines.size() == limit;
            return new AuditLinePage(
                    lines.stream().map(AuditLineView::of).toList(),
                    full ? AuditPosition.of(lines.get(limit - 1)).text() : null);
        }
    }

    /**
     * What a verification of the whole chain found.
     *
     * @param sealed how many lines are sealed
     * @param intact whether all is well
     * @param defect how the chain is broken: {@code REMOVED}, {@code CHANGED} or {@code INSERTED}; absent if it is not
     * @param sealNumber where it is broken first, or absent
     * @param explanation for the auditor, or absent
     */
    public record AuditVerification(
            long sealed, boolean intact, AuditChain.Defect defect, Long sealNumber, String explanation) {
        static AuditVerification of(AuditChain.Verification found) {
            return found.firstBreak()
                    .map(broken -> new AuditVerification(
                            found.last(), false, broken.defect(), broken.sealNumber(), broken.explanation()))
                    .orElseGet(() -> new AuditVerification(found.last(), true, null, null, null));
        }
    }
}
