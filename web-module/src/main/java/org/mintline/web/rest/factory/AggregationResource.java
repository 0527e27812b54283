package org.mintline.web.rest.factory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.mintline.factory.Aggregation;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.web.rest.RequestBody;
import org.mintline.web.rest.factory.AggregationBodies.OfferedLot;
import org.mintline.web.rest.factory.AggregationBodies.Receipt;
import org.mintline.web.rest.factory.AggregationBodies.Receipts;
import org.mintline.web.rest.factory.AggregationBodies.RefusedObject;

/** The aggregator, as local provisioning servers call it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AggregationResource {
    private static final String NEXT = "Mintline-Next";
    private static final DecodeLimits LIST = new DecodeLimits(4 * 1024 * 1024, 1, Aggregation.MAXIMUM_PAGE);

    private Aggregation aggregation;

    /** For the container's proxy. */
    public AggregationResource() {}

    /** @param aggregation the role */
    @Inject
    public AggregationResource(Aggregation aggregation) {
        this.aggregation = aggregation;
    }

    /** The lots of the caller. */
    @GET
    @Path("lots")
    public List<OfferedLot> lots(@Context HttpServletRequest http) {
        return aggregation.lots(PartnerCertificate.partner(http)).stream()
                .map(OfferedLot::of)
                .toList();
    }

    /** Packages that the caller did not acknowledge, 'FF40' one after the other. */
    @GET
    @Path("lots/{lot}/packets")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response packets(
            @PathParam("lot") String lot,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("200") int limit,
            @Context HttpServletRequest http) {
        Aggregation.Page page = aggregation.packages(
                PartnerCertificate.partner(http),
                lot,
                Optional.ofNullable(after).map(AggregationResource::position),
                limit);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        page.profiles().forEach(profile -> body.writeBytes(profile.encoded()));
        Response.ResponseBuilder answer = Response.ok(body.toByteArray());
        page.next().ifPresent(next -> answer.header(NEXT, next.batch() + "/" + next.number()));
        return answer.build();
    }

    private static Aggregation.Position position(String text) {
        if (!text.matches("[0-9A-Fa-f]{32}/[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("a position is the identifier of a batch, a slash, and a number");
        }
        return new Aggregation.Position(BatchId.of(text.substring(0, 32)), Integer.parseInt(text.substring(33)));
    }

    /** What is kept durably by the caller. */
    @POST
    @Path("lots/{lot}/receipts")
    @Consumes(MediaType.APPLICATION_JSON)
    public List<RefusedObject> receipts(
            @PathParam("lot") String lot, Receipts receipts, @Context HttpServletRequest http) {
        return RefusedObject.of(aggregation.acknowledge(
                PartnerCertificate.partner(http),
                lot,
                receipts.receipts().stream().map(Receipt::receipt).toList()));
    }

    /** Reports of devices, 'FF45' one after the other. */
    @POST
    @Path("reports")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public List<RefusedObject> reports(InputStream body, @Context HttpServletRequest http) {
        return RefusedObject.of(aggregation.report(PartnerCertificate.partner(http), objects(body)));
    }

    /** Proofs of deleted keys, 'FF22' one after the other. */
    @POST
    @Path("deletedKeys")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public List<RefusedObject> deletedKeys(InputStream body, @Context HttpServletRequest http) {
        return RefusedObject.of(aggregation.deletedKeys(PartnerCertificate.partner(http), objects(body)));
    }

    private static List<byte[]> objects(InputStream body) {
        return Tlv.decodeAll(RequestBody.readAll(body), LIST).stream()
                .map(Tlv::encoded)
                .toList();
    }
}
