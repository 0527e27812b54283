package org.mintline.smdpplus.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** A transaction of its own around a piece of work: it commits when the work returns and rolls back when it throws. */
@ApplicationScoped
public class NewTransaction {
    /** Runs the work and commits. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T call(Supplier<T> work) {
        return work.get();
    }
}
