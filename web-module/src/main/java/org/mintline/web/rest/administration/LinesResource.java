package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.mintline.line.DeadLetter;
import org.mintline.line.Lines;
import org.mintline.web.rest.administration.LineBodies.DeadLetterPage;
import org.mintline.web.rest.administration.LineBodies.LineHold;
import org.mintline.web.rest.administration.LineBodies.LineView;
import org.mintline.web.rest.administration.LineBodies.RetryOutcome;

/** Dedicated lines to other servers, and what came on them and could not be taken in (PSS-4). */
@Path("/lines")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LinesResource {
    private Lines lines;

    /** For the container's proxy. */
    public LinesResource() {}

    /** @param lines the room of lines */
    @Inject
    public LinesResource(Lines lines) {
        this.lines = lines;
    }

    /** All lines, by name. */
    @GET
    public List<LineView> list() {
        return lines.list().stream().map(LineView::of).toList();
    }

    /** Holds a line, or lets it go on. */
    @PUT
    @Path("{name}/hold")
    public void hold(@PathParam("name") String name, LineHold hold) {
        lines.pause(name, hold.paused());
    }

    /** A page of the messages of a line that could not be taken in, the newest first. */
    @GET
    @Path("{name}/deadLetters")
    public DeadLetterPage deadLetters(
            @PathParam("name") String name,
            @QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return DeadLetterPage.of(lines.deadLetters(name, before, limit), limit);
    }

    /** Has a message taken in after all. */
    @POST
    @Path("{name}/deadLetters/{number}/retry")
    public RetryOutcome retry(@PathParam("name") String name, @PathParam("number") long number) {
        return lines.retry(name, number)
                .map(DeadLetter::reason)
                .map(reason -> new RetryOutcome(false, reason))
                .orElseGet(() -> new RetryOutcome(true, null));
    }

    /** Drops a message for good. */
    @DELETE
    @Path("{name}/deadLetters/{number}")
    public void drop(@PathParam("name") String name, @PathParam("number") long number) {
        lines.drop(name, number);
    }
}
