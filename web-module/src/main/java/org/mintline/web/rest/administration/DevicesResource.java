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
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.identification.Eid;
import org.mintline.support.FactoryDevices;
import org.mintline.web.listener.BodyTooLargeException;
import org.mintline.web.rest.administration.SupportBodies.DeviceView;
import org.mintline.web.rest.administration.SupportBodies.Registration;
import org.mintline.web.rest.administration.SupportBodies.StoryPage;

/** The devices of a factory, as their maker registers them, and their stories. */
@Path("/support/devices")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class DevicesResource {
    private FactoryDevices devices;

    /** For the container's proxy. */
    public DevicesResource() {}

    /** @param devices the role */
    @Inject
    public DevicesResource(FactoryDevices devices) {
        this.devices = devices;
    }

    /** Registers the devices of a file of comma-separated values. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Registration register(InputStream content, @Context HttpServletRequest http) {
        try {
            return Registration.of(devices.register(content, Callers.actor(http)));
        } catch (BodyTooLargeException e) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE, e);
        } catch (IOException e) {
            throw new BadRequestException(e);
        }
    }

    /** Devices, by their EIDs. */
    @GET
    public List<DeviceView> list(
            @QueryParam("lot") String lot,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return devices.list(Optional.ofNullable(lot), Optional.ofNullable(after).map(Eid::new), limit).stream()
                .map(DeviceView::of)
                .toList();
    }

    /** One device. */
    @GET
    @Path("{eid}")
    public DeviceView find(@PathParam("eid") String eid) {
        return devices.find(new Eid(eid)).map(DeviceView::of).orElseThrow(NotFoundException::new);
    }

    /** What happened to a device, the earliest first. */
    @GET
    @Path("{eid}/story")
    public StoryPage story(
            @PathParam("eid") String eid,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return StoryPage.of(devices.story(new Eid(eid), Pages.after(after), limit));
    }
}
