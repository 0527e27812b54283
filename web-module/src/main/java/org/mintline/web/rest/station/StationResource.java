package org.mintline.web.rest.station;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.mintline.rsp.identification.Eid;
import org.mintline.support.StationService;
import org.mintline.web.rest.station.StationBodies.DeviceKeySet;
import org.mintline.web.rest.station.StationBodies.EventReport;
import org.mintline.web.rest.station.StationBodies.Evidence;
import org.mintline.web.rest.station.StationBodies.RefusedDevice;
import org.mintline.web.rest.station.StationBodies.Settings;

/** What a station asks for and tells. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class StationResource {
    private StationService service;

    /** For the container's proxy. */
    public StationResource() {}

    /** @param service the role */
    @Inject
    public StationResource(StationService service) {
        this.service = service;
    }

    /** What is set for the station that asks. */
    @GET
    @Path("settings")
    public Settings settings(@Context HttpServletRequest http) {
        return Settings.of(StationCertificate.station(http));
    }

    /** The key set of a device. */
    @GET
    @Path("devices/{eid}/keySet")
    public DeviceKeySet keySet(@PathParam("eid") String eid, @Context HttpServletRequest http) {
        return DeviceKeySet.of(service.keySet(StationCertificate.station(http), new Eid(eid)));
    }

    /** The image that waits for a device; no content if none does. */
    @POST
    @Path("devices/{eid}/image")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] image(@PathParam("eid") String eid, Evidence evidence, @Context HttpServletRequest http) {
        return service.image(StationCertificate.station(http), new Eid(eid), evidence.evidence())
                .orElse(null);
    }

    /** Something happened to a device. */
    @POST
    @Path("devices/{eid}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    public void report(@PathParam("eid") String eid, EventReport event, @Context HttpServletRequest http) {
        service.report(StationCertificate.station(http), event.of(eid));
    }

    /** A device was refused. */
    @POST
    @Path("refusals")
    @Consumes(MediaType.APPLICATION_JSON)
    public void refused(RefusedDevice refused, @Context HttpServletRequest http) {
        service.refused(
                StationCertificate.station(http),
                Optional.ofNullable(refused.eid()).map(Eid::new),
                refused.sentence(),
                refused.at());
    }
}
