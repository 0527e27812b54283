package org.mintline.web.rest.es9plus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mintline.rsp.es9plus.AuthenticateClientError;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionError;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.CancelSessionResponseEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageError;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.HandleNotification;
import org.mintline.rsp.es9plus.InitiateAuthenticationError;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.es9plus.RemoteProfileProvisioningRequest;
import org.mintline.rsp.es9plus.RemoteProfileProvisioningResponse;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.Es9Plus;
import org.mintline.web.rest.RequestBody;
import org.mintline.web.rest.rsp.Failure;

/**
 * The functions of ES9+ in the ASN.1 binding: one path, the function is the alternative that the request chooses (SGP.22 v2.5,
 * clause 6.6). A function that fails answers with the integer error that stands for the status code.
 */
@Path("/")
@Consumes(Asn1Resource.MEDIA_TYPE)
@Produces(Asn1Resource.MEDIA_TYPE)
@ApplicationScoped
public class Asn1Resource {
    /** The media type of both directions. */
    static final String MEDIA_TYPE = "application/x-gsma-rsp-asn1";

    private Es9Plus es9Plus;

    /** For the container's proxy. */
    public Asn1Resource() {}

    /** @param es9Plus the role */
    @Inject
    public Asn1Resource(Es9Plus es9Plus) {
        this.es9Plus = es9Plus;
    }

    /**
     * Any function of ES9+.
     *
     * @param body RemoteProfileProvisioningRequest
     * @return the response, or null after HandleNotification, which has none
     */
    @POST
    public RemoteProfileProvisioningResponse call(InputStream body) {
        RemoteProfileProvisioningRequest decoded = RemoteProfileProvisioningRequest.decode(RequestBody.readAll(body));
        if (decoded instanceof HandleNotification request) {
            es9Plus.handleNotification(request.pendingNotification());
            return null;
        }
        return respond(decoded);
    }

    private RemoteProfileProvisioningResponse respond(RemoteProfileProvisioningRequest decoded) {
        if (decoded instanceof InitiateAuthenticationRequest request) {
            return attempt(
                    () -> es9Plus.initiateAuthentication(request),
                    code -> new InitiateAuthenticationResponse.Error(InitiateAuthenticationError.of(code)),
                    "asn1 initiateAuthentication");
        }
        if (decoded instanceof AuthenticateClientRequest request) {
            return attempt(
                    () -> es9Plus.authenticateClient(request),
                    code -> new AuthenticateClientResponseEs9.Error(AuthenticateClientError.of(code)),
                    "asn1 authenticateClient");
        }
        if (decoded instanceof GetBoundProfilePackageRequest request) {
            return attempt(
                    () -> es9Plus.getBoundProfilePackage(request),
                    code -> new GetBoundProfilePackageResponse.Error(GetBoundProfilePackageError.of(code)),
                    "asn1 getBoundProfilePackage");
        }
        if (decoded instanceof CancelSessionRequestEs9 request) {
            return attempt(
                    () -> cancelSession(request),
                    code -> new CancelSessionResponseEs9.Error(CancelSessionError.of(code)),
                    "asn1 cancelSession");
        }
        throw new IllegalStateException(
                "a function without an answer: " + decoded.getClass().getSimpleName());
    }

    private CancelSessionResponseEs9 cancelSession(CancelSessionRequestEs9 request) {
        es9Plus.cancelSession(request);
        return new CancelSessionResponseEs9.Ok();
    }

    private static RemoteProfileProvisioningResponse attempt(
            Supplier<? extends RemoteProfileProvisioningResponse> function,
            Function<StatusCode, ? extends RemoteProfileProvisioningResponse> error,
            String where) {
        try {
            return function.get();
        } catch (RuntimeException e) {
            return error.apply(Failure.of(e, where).statusCode());
        }
    }
}
