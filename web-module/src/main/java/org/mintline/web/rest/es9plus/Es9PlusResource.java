package org.mintline.web.rest.es9plus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.mintline.smdpplus.Es9Plus;
import org.mintline.web.rest.rsp.FunctionAnswer;

/** The functions of ES9+ in the JSON binding, each a POST to its name (SGP.22 v2.5, clauses 6.5.2.6 to 6.5.2.10). */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class Es9PlusResource {
    private Es9Plus es9Plus;

    /** For the container's proxy. */
    public Es9PlusResource() {}

    /** @param es9Plus the role */
    @Inject
    public Es9PlusResource(Es9Plus es9Plus) {
        this.es9Plus = es9Plus;
    }

    /** ES9+.InitiateAuthentication (clause 5.6.1). */
    @POST
    @Path("initiateAuthentication")
    public InitiateAuthenticationJson.Response initiateAuthentication(InitiateAuthenticationJson.Request request) {
        return InitiateAuthenticationJson.Response.of(es9Plus.initiateAuthentication(request.decoded()));
    }

    /** ES9+.AuthenticateClient (clause 5.6.3). */
    @POST
    @Path("authenticateClient")
    public AuthenticateClientJson.Response authenticateClient(AuthenticateClientJson.Request request) {
        return AuthenticateClientJson.Response.of(es9Plus.authenticateClient(request.decoded()));
    }

    /** ES9+.GetBoundProfilePackage (clause 5.6.2). */
    @POST
    @Path("getBoundProfilePackage")
    public GetBoundProfilePackageJson.Response getBoundProfilePackage(GetBoundProfilePackageJson.Request request) {
        return GetBoundProfilePackageJson.Response.of(es9Plus.getBoundProfilePackage(request.decoded()));
    }

    /** ES9+.CancelSession (clause 5.6.5). */
    @POST
    @Path("cancelSession")
    public FunctionAnswer cancelSession(CancelSessionJson.Request request) {
        es9Plus.cancelSession(request.decoded());
        return FunctionAnswer.EXECUTED_SUCCESS;
    }

    /** ES9+.HandleNotification (clause 5.6.4), which is answered with HTTP status 204. */
    @POST
    @Path("handleNotification")
    public void handleNotification(HandleNotificationJson.Request request) {
        es9Plus.handleNotification(request.decoded());
    }
}
