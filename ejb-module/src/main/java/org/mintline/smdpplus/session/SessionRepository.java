package org.mintline.smdpplus.session;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.mintline.rsp.identification.TransactionId;

/** The rows of RSP sessions and of the notifications that were taken. */
@Dependent
public class SessionRepository {
    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected SessionRepository() {}

    /** Over an entity manager of the caller's. */
    public SessionRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps a new session. */
    public void add(RspSession session) {
        entities.persist(session);
    }

    /** The session with that TransactionID. Its profile, which every step needs, is read in the same query. */
    public Optional<RspSession> find(TransactionId transactionId) {
        return entities
                .createQuery(
                        "select s, p from RspSession s left join Profile p on p.id = s.profileId"
                                + " where s.transactionId = :transactionId",
                        Object[].class)
                .setParameter("transactionId", transactionId.text())
                .getResultList()
                .stream()
                .map(row -> (RspSession) row[0])
                .findFirst();
    }

    /** That notification, if it was taken before. */
    Optional<NotificationReceipt> receipt(NotificationReceipt.Key key) {
        return Optional.ofNullable(entities.find(NotificationReceipt.class, key));
    }

    /** Keeps a notification that is taken. */
    void add(NotificationReceipt receipt) {
        entities.persist(receipt);
    }
}
