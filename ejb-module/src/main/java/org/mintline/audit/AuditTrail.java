package org.mintline.audit;

/** Where audit lines are written. */
public interface AuditTrail {
    /**
     * Writes a line in the transaction of the caller: it stands if and only if the change stands.
     *
     * @throws jakarta.ejb.EJBTransactionRequiredException if the caller has no transaction
     */
    void record(AuditEvent event);

    /** Writes a line in a transaction of its own: for refusals, whose caller rolls back. */
    void recordRefusal(AuditEvent event);
}
