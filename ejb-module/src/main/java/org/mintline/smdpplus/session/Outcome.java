package org.mintline.smdpplus.session;

import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;

/**
 * How a function ended whose changes stand: with its answer, or refused although something changed (a counter, a state).
 *
 * @param <T> the answer
 */
sealed interface Outcome<T> {
    /** The answer, or the refusal as an exception. */
    T orThrow();

    /** Ended well. */
    record Answer<T>(T value) implements Outcome<T> {
        @Override
        public T orThrow() {
            return value;
        }
    }

    /** Refused, and what changed stands, the audit line of the refusal included. */
    record Refusal<T>(StatusCode statusCode, String detail) implements Outcome<T> {
        @Override
        public T orThrow() {
            throw new FunctionException(statusCode, detail);
        }
    }
}
