package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.mintline.support.Stations;
import org.mintline.web.rest.PemCertificates;
import org.mintline.web.rest.administration.OperatorBodies.NewClientCertificate;
import org.mintline.web.rest.administration.SupportBodies.NewStation;
import org.mintline.web.rest.administration.SupportBodies.StationSettings;
import org.mintline.web.rest.administration.SupportBodies.StationView;

/** The stations of a factory. */
@Path("/support/stations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class StationsResource {
    private Stations stations;

    /** For the container's proxy. */
    public StationsResource() {}

    /** @param stations the role */
    @Inject
    public StationsResource(Stations stations) {
        this.stations = stations;
    }

    /** All stations, by name. */
    @GET
    public List<StationView> list() {
        return stations.list().stream().map(StationView::of).toList();
    }

    /** One station. */
    @GET
    @Path("{id}")
    public StationView find(@PathParam("id") long id) {
        return stations.find(id).map(StationView::of).orElseThrow(NotFoundException::new);
    }

    /** Registers a station. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public StationView register(NewStation station, @Context HttpServletRequest http) {
        Stations.Station registered = stations.register(
                station.name(),
                PemCertificates.read(station.certificate()),
                Optional.ofNullable(station.settings().lot()),
                station.settings().rules(),
                Callers.actor(http));
        return station.settings().enabled()
                ? StationView.of(registered)
                : change(registered.id(), station.settings(), http);
    }

    /** Changes how a station authenticates devices, which it serves, and whether it is served itself. */
    @PUT
    @Path("{id}/settings")
    @Consumes(MediaType.APPLICATION_JSON)
    public StationView change(@PathParam("id") long id, StationSettings settings, @Context HttpServletRequest http) {
        return StationView.of(stations.change(
                id, Optional.ofNullable(settings.lot()), settings.rules(), settings.enabled(), Callers.actor(http)));
    }

    /** Gives a station another client certificate. */
    @PUT
    @Path("{id}/certificate")
    @Consumes(MediaType.APPLICATION_JSON)
    public StationView changeCertificate(
            @PathParam("id") long id, NewClientCertificate certificate, @Context HttpServletRequest http) {
        return StationView.of(
                stations.changeCertificate(id, PemCertificates.read(certificate.certificate()), Callers.actor(http)));
    }
}
