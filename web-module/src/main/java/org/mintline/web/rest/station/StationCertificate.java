package org.mintline.web.rest.station;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.mintline.support.Stations;
import org.mintline.support.Stations.Station;
import org.mintline.web.rest.ClientCertificates;
import org.mintline.web.rest.Refusals;
import org.mintline.web.rest.administration.Problem;

/** Finds the station that the client certificate of the TLS session names; without one nothing is called. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class StationCertificate implements ContainerRequestFilter {
    private static final String STATION = Station.class.getName();
    private static final String NOT_KNOWN = "the client certificate belongs to no station that is enabled";

    private Stations stations;
    private Refusals refusals;

    @Context
    private HttpServletRequest request;

    /** For the container's proxy. */
    public StationCertificate() {}

    /**
     * @param stations knows whose certificates are whose
     * @param refusals records who was not let in
     */
    @Inject
    public StationCertificate(Stations stations, Refusals refusals) {
        this.stations = stations;
        this.refusals = refusals;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Optional<Station> station = ClientCertificates.of(request).flatMap(stations::findByClientCertificate);
        if (station.isEmpty()) {
            refusals.record(
                    Optional.empty(),
                    "station:" + request.getRemoteAddr(),
                    context.getUriInfo().getPath().replaceFirst("^/", ""),
                    "HTTP 403",
                    NOT_KNOWN);
            throw new ForbiddenException(
                    Problem.response(Response.Status.FORBIDDEN, NOT_KNOWN).build());
        }
        request.setAttribute(STATION, station.get());
    }

    /** The station that calls. */
    static Station station(HttpServletRequest request) {
        return (Station) request.getAttribute(STATION);
    }
}
