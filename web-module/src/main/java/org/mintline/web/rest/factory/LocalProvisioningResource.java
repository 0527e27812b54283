package org.mintline.web.rest.factory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.mintline.factory.LocalProvisioning;
import org.mintline.factory.LocalProvisioning.Next;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.PrepareFactoryDownloadResponse;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.web.rest.RequestBody;

/** A local provisioning server, as Factory Profile Assistants call it: every body is a data object. */
@Path("/sessions")
@Consumes(MediaType.APPLICATION_OCTET_STREAM)
@Produces(MediaType.APPLICATION_OCTET_STREAM)
@ApplicationScoped
public class LocalProvisioningResource {
    private LocalProvisioning server;

    /** For the container's proxy. */
    public LocalProvisioningResource() {}

    /** @param server the role */
    @Inject
    public LocalProvisioningResource(LocalProvisioning server) {
        this.server = server;
    }

    /** Begins a session: InitiateAuthenticationRequest, 'BF39', answered by its response. */
    @POST
    public byte[] begin(InputStream body, @Context HttpServletRequest http) {
        return server.begin(
                        PartnerCertificate.partner(http),
                        InitiateAuthenticationRequest.decode(RequestBody.readAll(body)))
                .encoded();
    }

    /** Brings the AuthenticateServerResponse, 'BF38'. */
    @POST
    @Path("{session}/authentication")
    public void authenticate(@PathParam("session") String session, InputStream body, @Context HttpServletRequest http) {
        server.authenticate(
                PartnerCertificate.partner(http),
                new TransactionId(session),
                AuthenticateServerResponse.decode(RequestBody.readAll(body)));
    }

    /** What comes next: ProfilePackets, 'FF40', or DeleteUnusedKeysRequest, 'FF22'; no content when nothing is left. */
    @POST
    @Path("{session}/next")
    @Consumes(MediaType.WILDCARD)
    public byte[] next(@PathParam("session") String session, @Context HttpServletRequest http) {
        return server.next(PartnerCertificate.partner(http), new TransactionId(session))
                .map(LocalProvisioningResource::encoded)
                .orElse(null);
    }

    private static byte[] encoded(Next next) {
        if (next instanceof Next.Install install) {
            return install.packets().encoded();
        }
        return ((Next.DeleteUnusedKeys) next).request().encoded();
    }

    /** Brings a PendingNotification, 'BF37' or '30'. */
    @POST
    @Path("{session}/notifications")
    public void notification(@PathParam("session") String session, InputStream body, @Context HttpServletRequest http) {
        server.notification(
                PartnerCertificate.partner(http),
                new TransactionId(session),
                PendingNotification.decode(RequestBody.readAll(body)));
    }

    /** Tells that the eUICC does not take a package: PrepareFactoryDownloadResponse, 'FF21'. */
    @POST
    @Path("{session}/refusals")
    public void refused(@PathParam("session") String session, InputStream body, @Context HttpServletRequest http) {
        server.refused(
                PartnerCertificate.partner(http),
                new TransactionId(session),
                PrepareFactoryDownloadResponse.decode(RequestBody.readAll(body)));
    }

    /** Brings the proof that unused keys were deleted: DeleteUnusedKeysResponse, 'FF22'. */
    @POST
    @Path("{session}/deletedKeys")
    public void deletedKeys(@PathParam("session") String session, InputStream body, @Context HttpServletRequest http) {
        server.deletedKeys(
                PartnerCertificate.partner(http),
                new TransactionId(session),
                DeleteUnusedKeysResponse.decode(RequestBody.readAll(body)));
    }

    /** Ends the session. */
    @DELETE
    @Path("{session}")
    public void end(@PathParam("session") String session, @Context HttpServletRequest http) {
        server.end(PartnerCertificate.partner(http), new TransactionId(session));
    }
}
