package org.mintline.web.rest.es2plus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.Es2Plus;
import org.mintline.tenancy.Operator;
import org.mintline.web.rest.rsp.FunctionAnswer;
import org.mintline.web.rest.rsp.RefusedRequestException;
import org.mintline.web.rest.rsp.ResponseHeader;

/** The functions of ES2+ that an operator calls, each a POST to its name (SGP.22 v2.5, clauses 6.5.2.1 to 6.5.2.4). */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class Es2PlusResource {
    private Es2Plus es2Plus;

    /** For the container's proxy. */
    public Es2PlusResource() {}

    /** @param es2Plus the role */
    @Inject
    public Es2PlusResource(Es2Plus es2Plus) {
        this.es2Plus = es2Plus;
    }

    /** ES2+.DownloadOrder (clause 5.3.1). */
    @POST
    @Path("downloadOrder")
    public DownloadOrder.Response downloadOrder(DownloadOrder.Request request, @Context HttpServletRequest http) {
        if (request.iccid() == null && request.profileType() == null) {
            throw new RefusedRequestException(StatusCode.REQUEST_PARAMETER_MISSING, "iccid or profileType");
        }
        String iccid = es2Plus.downloadOrder(call(request, http), request.order());
        return new DownloadOrder.Response(ResponseHeader.EXECUTED_SUCCESS, iccid);
    }

    /** ES2+.ConfirmOrder (clause 5.3.2). */
    @POST
    @Path("confirmOrder")
    public ConfirmOrder.Response confirmOrder(ConfirmOrder.Request request, @Context HttpServletRequest http) {
        return ConfirmOrder.Response.of(es2Plus.confirmOrder(call(request, http), request.order()));
    }

    /** ES2+.CancelOrder (clause 5.3.3). */
    @POST
    @Path("cancelOrder")
    public FunctionAnswer cancelOrder(CancelOrder.Request request, @Context HttpServletRequest http) {
        es2Plus.cancelOrder(call(request, http), request.order());
        return FunctionAnswer.EXECUTED_SUCCESS;
    }

    /** ES2+.ReleaseProfile (clause 5.3.4). */
    @POST
    @Path("releaseProfile")
    public FunctionAnswer releaseProfile(ReleaseProfile.Request request, @Context HttpServletRequest http) {
        es2Plus.releaseProfile(call(request, http), request.iccid());
        return FunctionAnswer.EXECUTED_SUCCESS;
    }

    private static Es2Plus.Call call(Es2PlusRequest request, HttpServletRequest http) {
        Operator operator = ClientCertificate.operator(http);
        RequestHeader header = request.header();
        if (!operator.functionRequesterIdentifier().equals(header.functionRequesterIdentifier())) {
            throw new RefusedRequestException(
                    StatusCode.FUNCTION_REQUESTER_NOT_ALLOWED,
                    "functionRequesterIdentifier is not that of the client certificate");
        }
        return new Es2Plus.Call(operator, header.functionCallIdentifier());
    }
}
