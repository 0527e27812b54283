package org.mintline.web.rest.station;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.mintline.web.rest.administration.ProblemFailures;
import org.mintline.web.rest.json.JsonBodies;

/** The interface of stations, version 1. */
@ApplicationPath("/station/v1")
public class StationApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(StationResource.class, StationCertificate.class, ProblemFailures.class, JsonBodies.class);
    }
}
