package org.mintline.web.rest.factory;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.mintline.web.rest.administration.ProblemFailures;
import org.mintline.web.rest.json.JsonBodies;

/** The aggregator, version 1. */
@ApplicationPath("/aggregation/v1")
public class AggregationApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(AggregationResource.class, LocalServerCertificate.class, ProblemFailures.class, JsonBodies.class);
    }
}
