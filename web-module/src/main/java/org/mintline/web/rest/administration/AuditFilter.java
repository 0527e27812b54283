package org.mintline.web.rest.administration;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.mintline.audit.AuditSearch;
import org.mintline.tenancy.OperatorId;

/** Which lines of the audit trail are asked for, as query parameters. */
public class AuditFilter {
    @QueryParam("operator")
    private Long operator;

    @QueryParam("actor")
    private String actor;

    @QueryParam("action")
    private String action;

    @QueryParam("subject")
    private String subject;

    @QueryParam("from")
    private String from;

    @QueryParam("until")
    private String until;

    /**
     * The same as the search takes it.
     *
     * @throws IllegalArgumentException if a parameter has no value of its kind
     */
    AuditSearch.Query query() {
        return new AuditSearch.Query(
                Optional.ofNullable(operator).map(OperatorId::new),
                Optional.ofNullable(actor),
                Optional.ofNullable(action),
                Optional.ofNullable(subject),
                time("from", from),
                time("until", until));
    }

    private static Optional<Instant> time(String name, String text) {
        return Optional.ofNullable(text).map(given -> AuditPosition.instant(name, given));
    }
}
