package org.mintline.smdpplus.transaction;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Runs work in transactions, again from the start when it met another transaction: a row that changed in between, a unique key
 * that was taken in between, a deadlock. The second time the work finds the world as the other left it.
 */
@Dependent
public class Transactions {
    private static final int ATTEMPTS = 4;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String TRANSACTION_ROLLBACK = "40";

    private final NewTransaction transaction;
    /** Over the given kind of transaction. */
    @Inject
    public Transactions(NewTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Runs the work in a transaction of its own and commits.
     *
     * @param work what may run more than once, and changes nothing but the database
     */
    public <T> T call(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.call(work);
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !isConflict(failure)) {
                    throw failure;
                }
            }
        }
    }

    /** Runs the work in a transaction of its own and commits. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    static boolean isConflict(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException
                    || cause instanceof LockTimeoutException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.equals(UNIQUE_VIOLATION) || state.startsWith(TRANSACTION_ROLLBACK);
            }
            cause = cause.getCause();
        }
        return false;
    }
}
