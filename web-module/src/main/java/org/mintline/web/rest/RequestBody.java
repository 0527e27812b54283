package org.mintline.web.rest;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.mintline.web.listener.BodyTooLargeException;

/** Takes in the body of a request whole: a message of RSP is small, and its path bounds it. */
public final class RequestBody {
    private RequestBody() {}

    /**
     * Takes in a whole body.
     *
     * @throws ClientErrorException with status 413 if it is longer than its path allows
     * @throws BadRequestException if it breaks off
     */
    public static byte[] readAll(InputStream entity) {
        try {
            return entity.readAllBytes();
        } catch (BodyTooLargeException e) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE, e);
        } catch (IOException e) {
            throw new BadRequestException(e);
        }
    }
}
