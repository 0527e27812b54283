package org.mintline.web.rest.es2plus;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.mintline.web.rest.json.JsonBodies;
import org.mintline.web.rest.rsp.AdminProtocol;
import org.mintline.web.rest.rsp.JsonFailures;

/** ES2+ over HTTPS and JSON. */
@ApplicationPath("/gsma/rsp2/es2plus")
public class Es2PlusApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                Es2PlusResource.class,
                ClientCertificate.class,
                AdminProtocol.class,
                JsonBodies.class,
                JsonFailures.class);
    }
}
