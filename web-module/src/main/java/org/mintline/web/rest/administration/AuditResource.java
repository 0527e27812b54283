package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.mintline.audit.AuditChain;
import org.mintline.audit.AuditSearch;
import org.mintline.web.rest.administration.AuditBodies.AuditLinePage;
import org.mintline.web.rest.administration.AuditBodies.AuditVerification;

/** The audit trail, to be searched and verified; nobody writes or changes it from here. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuditResource {
    private static final int MAXIMUM_PAGE = 1000;

    private AuditSearch search;
    private AuditChain chain;

    /** For the container's proxy. */
    public AuditResource() {}

    /**
     * @param search finds lines
     * @param chain proves them
     */
    @Inject
    public AuditResource(AuditSearch search, AuditChain chain) {
        this.search = search;
        this.chain = chain;
    }

    /** A page of the lines that fit, the newest first. */
    @GET
    @Path("lines")
    public AuditLinePage lines(
            @BeanParam AuditFilter filter,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1 || limit > MAXIMUM_PAGE) {
            throw new IllegalArgumentException("limit is 1 to " + MAXIMUM_PAGE);
        }
        return AuditLinePage.of(
                search.find(
                        filter.query(),
                        Optional.ofNullable(after)
                                .map(text -> AuditPosition.parse(text).line()),
                        limit),
                limit);
    }

    /** Verifies the whole chain: it takes as long as reading the whole trail. */
    @GET
    @Path("verification")
    public AuditVerification verification() {
        return AuditVerification.of(chain.verify());
    }
}
