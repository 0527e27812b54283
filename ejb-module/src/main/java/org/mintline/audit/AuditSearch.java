package org.mintline.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mintline.tenancy.OperatorId;

/** Search in the audit trail, newest lines first, page by page. */
public interface AuditSearch {
    /**
     * What is looked for; whatever is empty is not asked for.
     *
     * @param operator lines of this operator only
     * @param from the earliest time
     * @param until the time before which a line was written
     */
    record Query(
            Optional<OperatorId> operator,
            Optional<String> actor,
            Optional<String> action,
            Optional<String> subject,
            Optional<Instant> from,
            Optional<Instant> until) {
        /** Everything of everybody. */
        public static Query everything() {
            return new Query(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** Everything about one subject, for instance {@code profile:<ICCID>}. */
        public static Query about(String subject) {
            return new Query(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(subject),
                    Optional.empty(),
                    Optional.empty());
        }

        /** The same for one operator only. */
        public Query of(OperatorId only) {
            return new Query(Optional.of(only), actor, action, subject, from, until);
        }
    }

    /**
     * The lines that a query finds, newest first.
     *
     * @param after the last line of the page before; empty for the first page
     * @param most how many lines at most, 1 to 1,000
     */
    List<AuditLine> find(Query query, Optional<AuditLine> after, int most);
}
