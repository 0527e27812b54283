package org.mintline.web.rest.factory;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.mintline.factory.FactoryPartners;
import org.mintline.factory.FactoryPartners.Kind;
import org.mintline.web.rest.Refusals;

/** Lets local provisioning servers in, and nobody else. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class LocalServerCertificate implements ContainerRequestFilter {
    private PartnerCertificate certificate;

    @Context
    private HttpServletRequest request;

    /** For the container's proxy. */
    public LocalServerCertificate() {}

    /**
     * @param partners knows whose certificates are whose
     * @param refusals records who was not let in
     */
    @Inject
    public LocalServerCertificate(FactoryPartners partners, Refusals refusals) {
        this.certificate = new PartnerCertificate(partners, refusals, Kind.LOCAL_PROVISIONING_SERVER);
    }

    @Override
    public void filter(ContainerRequestContext context) {
        certificate.check(request, context);
    }
}
