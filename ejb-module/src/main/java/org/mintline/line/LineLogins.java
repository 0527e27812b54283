package org.mintline.line;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.rsp.crypto.Cryptography;

/**
 * Who may put messages in: the broker asks the table of logins. A line has a login only after its other end has proven the key set,
 * and a new proof makes the ticket of the one before void. Each function is a transaction of its own, with its audit line.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LineLogins {
    @PersistenceContext
    private EntityManager entities;

    private AuditTrail trail;
    private Clock clock;

    /** For the container. */
    protected LineLogins() {}

    /** Over the given parts. */
    @Inject
    LineLogins(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    LineLogins(EntityManager entities, AuditTrail trail, Clock clock) {
        this(trail, clock);
        this.entities = entities;
    }

    /**
     * The other end of a line has proven the key set.
     *
     * @param ticket the password of its connection for messages
     */
    public void open(String line, String ticket) {
        entities.merge(new LineLoginEntity(
                line,
                HexFormat.of().formatHex(Cryptography.sha256(ticket.getBytes(StandardCharsets.UTF_8))),
                clock.instant()));
        record("proveLine", line, "done", "the other end has proven the key set");
    }

    /** An end of a line, or somebody in its place, could not prove the key set. */
    public void refuse(String line, String reason) {
        record("proveLine", line, "refused", reason);
    }

    private void record(String action, String line, String outcome, String detail) {
        trail.record(new AuditEvent(Optional.empty(), "system:line", action, "line:" + line, outcome, detail));
    }
}
