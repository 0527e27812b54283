package org.mintline.web.rest.rsp;

import jakarta.ejb.EJBException;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.web.rest.Incident;
import org.mintline.web.rest.json.InvalidBodyException;

/**
 * What an error means to the caller of a function, whatever the binding.
 *
 * @param statusCode what is answered
 * @param subjectIdentifier which one of its kind the subject is, or null
 * @param detail what happened, for the one who reads the message
 * @param beforeRole whether the request was refused before it reached a role, so that no role recorded it
 */
public record Failure(StatusCode statusCode, String subjectIdentifier, String detail, boolean beforeRole) {
    /**
     * Classifies an error. One that nobody foresaw is logged, and its caller gets the number of the log entry alone.
     *
     * @param where the path that was called, for the log
     */
    public static Failure of(Throwable error, String where) {
        if (error instanceof FunctionException e) {
            return new Failure(e.statusCode(), e.subjectIdentifier(), e.getMessage(), false);
        }
        if (error instanceof RefusedRequestException e) {
            return new Failure(e.statusCode(), null, e.getMessage(), true);
        }
        if (error instanceof DecodeException e) {
            return new Failure(StatusCode.REQUEST_INVALID, null, e.getMessage(), true);
        }
        if (error instanceof InvalidBodyException e) {
            StatusCode code = e.memberMissing() ? StatusCode.REQUEST_PARAMETER_MISSING : StatusCode.REQUEST_INVALID;
            return new Failure(code, null, e.getMessage(), true);
        }
        if (error instanceof EJBException && error.getCause() instanceof DecodeException cause) {
            return of(cause, where);
        }
        return new Failure(
                StatusCode.FUNCTION_TEMPORARILY_UNAVAILABLE,
                null,
                Incident.log(where, error).message(),
                false);
    }

    /** The two codes in one text, for the audit trail. */
    public String outcome() {
        return statusCode.subjectCode() + "/" + statusCode.reasonCode();
    }
}
