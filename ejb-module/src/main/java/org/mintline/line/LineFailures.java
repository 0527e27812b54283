package org.mintline.line;

import java.util.Optional;
import org.mintline.rsp.tlv.DecodeException;

/** Why messages are not taken in. */
public final class LineFailures {
    private static final int DEEPEST = 10;

    private LineFailures() {}

    /** Why a message was not taken in, in words, without secrets. */
    public static String reason(RuntimeException failure) {
        return refusal(failure)
                .map(LineMessageRefusedException::getMessage)
                .orElseGet(
                        () -> "it could not be taken in: " + failure.getClass().getSimpleName());
    }

    /** Whether it can never be taken in: what a bean throws may come wrapped, and content that cannot be read never will be. */
    static Optional<LineMessageRefusedException> refusal(RuntimeException failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof LineMessageRefusedException refused) {
                return Optional.of(refused);
            }
            if (cause instanceof DecodeException malformed) {
                return Optional.of(new LineMessageRefusedException(malformed.getMessage(), malformed));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
