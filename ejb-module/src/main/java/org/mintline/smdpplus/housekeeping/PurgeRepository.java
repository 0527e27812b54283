package org.mintline.smdpplus.housekeeping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mintline.smdpplus.order.FunctionCall;
import org.mintline.smdpplus.session.NotificationReceipt;
import org.mintline.smdpplus.session.RspSession;
import org.mintline.smdpplus.session.SessionState;

/** Finds and deletes what is too old, a bounded number of rows at a time. */
@ApplicationScoped
public class PurgeRepository {
    private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";
    private static final int SKIP_LOCKED = -2;

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected PurgeRepository() {}

    /** Over an entity manager of the caller's. */
    public PurgeRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Takes the credentials and packages of ended orders away; returns of how many profiles. */
    int purgeSecrets(Instant now, int limit) {
        List<Long> profiles = entities.createQuery(
                        "select p.id from Profile p where p.purgeAt <= :now order by p.purgeAt", Long.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
        if (!profiles.isEmpty()) {
            deleteOf("ProfileCredentials", profiles);
            deleteOf("ProtectedPackage", profiles);
            deleteOf("BoundPackage", profiles);
            entities.createQuery("update Profile p set p.purgeAt = null where p.id in :profiles")
                    .setParameter("profiles", profiles)
                    .executeUpdate();
        }
        return profiles.size();
    }

    private void deleteOf(String entity, List<Long> profiles) {
        entities.createQuery("delete from " + entity + " r where r.profileId in :profiles")
                .setParameter("profiles", profiles)
                .executeUpdate();
    }

    /** Locks sessions of authenticated eUICCs whose last step was before then, but for those that another node works on. */
    List<RspSession> lockSessions(SessionState state, Instant before, int limit) {
        return entities.createQuery(
                        "select s from RspSession s where s.state = :state and s.lastStepAt < :before"
                                + " order by s.lastStepAt",
                        RspSession.class)
                .setParameter("state", state)
                .setParameter("before", before)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(LOCK_TIMEOUT, SKIP_LOCKED)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The ICCIDs of the profiles of sessions, by profile. */
    Map<Long, String> iccidsOf(List<RspSession> sessions) {
        return entities
                .createQuery("select p.id, p.iccid from Profile p where p.id in :profiles", Object[].class)
                .setParameter(
                        "profiles",
                        sessions.stream().map(RspSession::profileId).distinct().toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
    }

    /** Deletes sessions in a state whose last step was before then; returns how many. */
    int deleteSessions(SessionState state, Instant before, int limit) {
        List<String> sessions = sessionsOf(state, before, limit);
        return sessions.isEmpty()
                ? 0
                : entities.createQuery("delete from RspSession s where s.transactionId in :sessions")
                        .setParameter("sessions", sessions)
                        .executeUpdate();
    }

    private List<String> sessionsOf(SessionState state, Instant before, int limit) {
        return entities.createQuery(
                        "select s.transactionId from RspSession s where s.state = :state and s.lastStepAt < :before"
                                + " order by s.lastStepAt",
                        String.class)
                .setParameter("state", state)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Takes away the contents of notifications that were kept long enough; returns of how many. */
    int purgeReceipts(Instant now, int limit) {
        List<NotificationReceipt> receipts = entities.createQuery(
                        "select n from NotificationReceipt n where n.contentPurgeAt <= :now order by n.contentPurgeAt",
                        NotificationReceipt.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
        receipts.forEach(NotificationReceipt::purgeContent);
        return receipts.size();
    }

    /** Deletes executed ES2+ calls that are older than that; returns how many. */
    int deleteFunctionCalls(Instant before, int limit) {
        List<FunctionCall> calls = entities.createQuery(
                        "select c from FunctionCall c where c.createdAt < :before order by c.createdAt",
                        FunctionCall.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
        calls.forEach(entities::remove);
        return calls.size();
    }
}
