package org.mintline.web.rest.factory;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.mintline.web.rest.administration.ProblemFailures;
import org.mintline.web.rest.json.JsonBodies;

/** A local provisioning server, version 1. */
@ApplicationPath("/local-provisioning/v1")
public class LocalProvisioningApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                LocalProvisioningResource.class, AssistantCertificate.class, ProblemFailures.class, JsonBodies.class);
    }
}
