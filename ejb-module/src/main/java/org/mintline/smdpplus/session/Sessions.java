package org.mintline.smdpplus.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.SmDpPlusPolicy;

/** Finds the session that a step of ES9+ names; what cannot take a step any more is not found. */
@Dependent
public class Sessions {
    private final SessionRepository repository;
    private final SmDpPlusPolicy policy;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public Sessions(SessionRepository repository, SmDpPlusPolicy policy, Clock clock) {
        this.repository = repository;
        this.policy = policy;
        this.clock = clock;
    }

    /** The session, if it still waits for a step of its device. */
    RspSession waiting(TransactionId transactionId) {
        RspSession session = existing(transactionId);
        requireWaiting(session);
        return session;
    }

    /** Refuses a session that waits for no step of its device any more. */
    void requireWaiting(RspSession session) {
        boolean open = session.state() == SessionState.INITIATED
                || session.state() == SessionState.AUTHENTICATED
                || session.state() == SessionState.BOUND;
        if (!open || session.lastStepAt().plus(policy.sessionLifetime()).isBefore(clock.instant())) {
            throw unknown("the session has ended or expired");
        }
    }

    /** The session in whatever state: notifications come late. */
    RspSession existing(TransactionId transactionId) {
        return repository.find(transactionId).orElseThrow(() -> unknown("there is no such session"));
    }

    /** Refuses a signed TransactionID that is not that of the request. */
    void requireSame(RspSession session, TransactionId signed) {
        if (!session.transactionId().equals(signed)) {
            throw unknown("the eUICC answered in another session");
        }
    }

    private static FunctionException unknown(String detail) {
        return new FunctionException(StatusCode.TRANSACTION_ID_UNKNOWN, detail);
    }
}
