package org.mintline.web.rest.es9plus;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.mintline.web.rest.json.JsonBodies;
import org.mintline.web.rest.rsp.AdminProtocol;
import org.mintline.web.rest.rsp.JsonFailures;

/** ES9+ over HTTPS and JSON. */
@ApplicationPath("/gsma/rsp2/es9plus")
public class Es9PlusApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Es9PlusResource.class, AdminProtocol.class, JsonBodies.class, JsonFailures.class);
    }
}
