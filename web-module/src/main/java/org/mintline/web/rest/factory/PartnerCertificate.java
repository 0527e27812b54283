package org.mintline.web.rest.factory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.mintline.factory.FactoryPartners;
import org.mintline.factory.FactoryPartners.Kind;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.web.rest.ClientCertificates;
import org.mintline.web.rest.Refusals;

/** Finds the partner that the client certificate of the TLS session names; without one nothing is called. */
final class PartnerCertificate {
    private static final String PARTNER = Partner.class.getName();

    private final FactoryPartners partners;
    private final Refusals refusals;
    private final Kind kind;

    PartnerCertificate(FactoryPartners partners, Refusals refusals, Kind kind) {
        this.partners = partners;
        this.refusals = refusals;
        this.kind = kind;
    }

    /** Lets a request on, or ends it with 403. */
    void check(HttpServletRequest request, ContainerRequestContext context) {
        Optional<Partner> partner =
                ClientCertificates.of(request).flatMap(certificate -> partners.find(kind, certificate));
        if (partner.isEmpty()) {
            refusals.record(
                    Optional.empty(),
                    "factory:" + request.getRemoteAddr(),
                    context.getUriInfo().getPath().replaceFirst("^/", ""),
                    "HTTP 403",
                    "the client certificate belongs to no " + kind);
            throw new ForbiddenException();
        }
        request.setAttribute(PARTNER, partner.get());
    }

    /** The partner that calls. */
    static Partner partner(HttpServletRequest request) {
        return (Partner) request.getAttribute(PARTNER);
    }
}
