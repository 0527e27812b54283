package org.mintline.web.rest.es9plus;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.mintline.web.rest.rsp.AdminProtocol;

/** ES9+ over HTTPS and ASN.1. */
@ApplicationPath("/gsma/rsp2/asn1")
public class Asn1Application extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Asn1Resource.class, Asn1Bodies.class, AdminProtocol.class, Asn1Failures.class);
    }
}
