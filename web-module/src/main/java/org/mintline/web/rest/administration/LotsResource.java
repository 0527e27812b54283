package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.smdpplus.EuiccLots;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;
import org.mintline.web.listener.BodyTooLargeException;
import org.mintline.web.rest.administration.LotBodies.DeletedKeysView;
import org.mintline.web.rest.administration.LotBodies.LotDetail;
import org.mintline.web.rest.administration.LotBodies.LotPage;
import org.mintline.web.rest.administration.LotBodies.LotView;
import org.mintline.web.rest.administration.LotBodies.NewLot;
import org.mintline.web.rest.administration.LotBodies.PreloadedKeyPage;
import org.mintline.web.rest.administration.LotBodies.PreloadedKeysReceived;

/** Lots of eUICCs with preloaded keys; their files are streamed from the request to the role. */
@Path("/lots")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LotsResource {
    private OperatorDirectory operators;
    private EuiccLots lots;

    /** For the container's proxy. */
    public LotsResource() {}

    /**
     * @param operators finds the operators
     * @param lots the role
     */
    @Inject
    public LotsResource(OperatorDirectory operators, EuiccLots lots) {
        this.operators = operators;
        this.lots = lots;
    }

    /** Makes a lot without eUICCs. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public LotView create(NewLot lot, @Context HttpServletRequest http) {
        return LotView.of(lots.create(
                lot.name(),
                lot.operators().stream()
                        .map(number -> Callers.operator(operators, number).id())
                        .collect(Collectors.toSet()),
                lot.keysExpire(),
                Callers.actor(http)));
    }

    /** A page of the lots, the latest first. */
    @GET
    public LotPage list(
            @QueryParam("operator") Long operator,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return LotPage.of(lots.list(
                Optional.ofNullable(operator).map(OperatorId::new), Pages.after(after), Pages.checked(limit)));
    }

    /** One lot, and how much of it there is. */
    @GET
    @Path("{number}")
    public LotDetail find(@PathParam("number") long number) {
        return lots.find(Optional.empty(), number).map(LotDetail::of).orElseThrow(NotFoundException::new);
    }

    /** A page of the keys of a lot. */
    @GET
    @Path("{number}/keys")
    public PreloadedKeyPage keys(
            @PathParam("number") long number,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        find(number);
        return PreloadedKeyPage.of(lots.keys(Optional.empty(), number, Pages.after(after), Pages.checked(limit)));
    }

    /** Takes a file of preloaded keys in. */
    @POST
    @Path("{number}/keys")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public PreloadedKeysReceived receive(
            @PathParam("number") long number, InputStream content, @Context HttpServletRequest http) {
        find(number);
        try {
            return PreloadedKeysReceived.of(lots.receive(number, content, Callers.actor(http)));
        } catch (BodyTooLargeException e) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE, e);
        } catch (IOException e) {
            throw new BadRequestException(e);
        }
    }

    /** Takes the proof of an eUICC that it deleted its unused keys. */
    @POST
    @Path("deletedKeys")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public DeletedKeysView deleted(InputStream content, @Context HttpServletRequest http) {
        try {
            byte[] response = content.readNBytes(DecodeLimits.MESSAGE.bytes() + 1);
            return DeletedKeysView.of(lots.deleted(response, Callers.actor(http)));
        } catch (IOException e) {
            throw new BadRequestException(e);
        }
    }
}
