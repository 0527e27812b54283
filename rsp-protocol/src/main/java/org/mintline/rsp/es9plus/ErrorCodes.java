package org.mintline.rsp.es9plus;

import java.util.Arrays;
import java.util.Set;
import org.mintline.rsp.status.StatusCode;

/** Finds the integer error of a function for a status code. */
final class ErrorCodes {
    /** An integer error that says what status codes it stands for. */
    interface ErrorCode {
        Set<StatusCode> statusCodes();
    }

    private ErrorCodes() {}

    static <E extends Enum<E> & ErrorCode> E of(Class<E> type, StatusCode statusCode, E otherwise) {
        return Arrays.stream(type.getEnumConstants())
                .filter(error -> error.statusCodes().contains(statusCode))
                .findFirst()
                .orElse(otherwise);
    }
}
