package org.mintline.web.rest.administration;

import jakarta.ws.rs.core.Response;

/**
 * What went wrong (RFC 9457).
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param title the reason phrase of the status
 * @param status the HTTP status
 * @param detail what happened in this case, or null
 */
public record Problem(String type, String title, int status, String detail) {
    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** An answer with that problem. */
    public static Response.ResponseBuilder response(Response.StatusType status, String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail));
    }
}
