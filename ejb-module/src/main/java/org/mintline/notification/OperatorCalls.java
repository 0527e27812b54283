package org.mintline.notification;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Carries a call to an operator's server. */
@FunctionalInterface
public interface OperatorCalls {
    /**
     * How a call ended.
     *
     * @param failure why it was not taken; empty if it was
     * @param reached whether the server answered at all
     */
    record Outcome(Optional<String> failure, boolean reached) {
        /** The operator took it. */
        static Outcome taken() {
            return new Outcome(Optional.empty(), true);
        }

        /** The operator answered, but with another status than 200 or 204. */
        static Outcome refused(int status) {
            return new Outcome(Optional.of("HTTP status " + status), true);
        }

        /** No answer came. */
        static Outcome unreachable(String reason) {
            return new Outcome(Optional.of(reason), false);
        }
    }

    /**
     * Calls a function.
     *
     * @param callbackAddress the operator's base address
     * @param function the last part of the path below {@code /gsma/rsp2/es2plus/}
     * @param body the JSON body
     * @return the outcome, within a bounded time; never completed exceptionally
     */
    CompletionStage<Outcome> call(URI callbackAddress, String function, String body);
}
