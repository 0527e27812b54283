package org.mintline.phased;

import java.io.IOException;
import java.util.Optional;
import org.mintline.device.fpa.LocalServer;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.PrepareFactoryDownloadResponse;
import org.mintline.rsp.identification.TransactionId;

/** What stands between an assistant and its server: passes everything on, unless a test makes it do otherwise. */
class LocalServerBetween implements LocalServer {
    private final LocalServer server;

    LocalServerBetween(LocalServer server) {
        this.server = server;
    }

    /** Happens before each call. */
    void calling() throws IOException {}

    /** What becomes of packets on their way to the eUICC. */
    ProfilePackets passing(ProfilePackets packets) throws IOException {
        return packets;
    }

    @Override
    public InitiateAuthenticationResponse.Ok begin(InitiateAuthenticationRequest request) throws IOException {
        calling();
        return server.begin(request);
    }

    @Override
    public void authenticate(TransactionId session, AuthenticateServerResponse response) throws IOException {
        calling();
        server.authenticate(session, response);
    }

    @Override
    public Optional<Next> next(TransactionId session) throws IOException {
        calling();
        Optional<Next> next = server.next(session);
        return next.isPresent() && next.get() instanceof Next.Install install
                ? Optional.of(new Next.Install(passing(install.packets())))
                : next;
    }

    @Override
    public void notification(TransactionId session, PendingNotification notification) throws IOException {
        calling();
        server.notification(session, notification);
    }

    @Override
    public void refused(TransactionId session, PrepareFactoryDownloadResponse response) throws IOException {
        calling();
        server.refused(session, response);
    }

    @Override
    public void deletedKeys(TransactionId session, DeleteUnusedKeysResponse proof) throws IOException {
        calling();
        server.deletedKeys(session, proof);
    }

    @Override
    public void end(TransactionId session) throws IOException {
        calling();
        server.end(session);
    }
}
