package org.mintline.smdpplus.transaction;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * A transaction of its own around a piece of work: it commits when the work returns and rolls back when it throws. What was changed
 * is written before the commit, so that a conflict shows with its cause and not as a failed commit.
 */
@Dependent
public class NewTransaction {
    @PersistenceContext
    private EntityManager entities;

    /** Runs the work and commits. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T call(Supplier<T> work) {
        T result = work.get();
        entities.flush();
        return result;
    }
}
