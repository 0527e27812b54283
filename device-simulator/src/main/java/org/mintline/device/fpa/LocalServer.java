package org.mintline.device.fpa;

import java.io.IOException;
import java.util.Optional;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.PrepareFactoryDownloadResponse;
import org.mintline.rsp.identification.TransactionId;

/**
 * A local provisioning server, as an assistant calls it. A function that fails ends with an {@link IOException}: {@link
 * RefusedByServerException} if the server refuses, any other if it is not reached.
 */
public interface LocalServer {
    /** What comes next. */
    sealed interface Next {
        /** Sends these packets to the eUICC. */
        record Install(ProfilePackets packets) implements Next {}

        /** Has the eUICC delete its unused keys. */
        record DeleteUnusedKeys() implements Next {}
    }

    /** Begins a session. */
    InitiateAuthenticationResponse.Ok begin(InitiateAuthenticationRequest request) throws IOException;

    /** Brings the answer of the eUICC. */
    void authenticate(TransactionId session, AuthenticateServerResponse response) throws IOException;

    /** What comes next; empty when nothing is left to do. */
    Optional<Next> next(TransactionId session) throws IOException;

    /** Brings a notification of the eUICC. */
    void notification(TransactionId session, PendingNotification notification) throws IOException;

    /** Tells that the eUICC does not take a package. */
    void refused(TransactionId session, PrepareFactoryDownloadResponse response) throws IOException;

    /** Brings the proof that the eUICC deleted its unused keys. */
    void deletedKeys(TransactionId session, DeleteUnusedKeysResponse proof) throws IOException;

    /** Ends the session. */
    void end(TransactionId session) throws IOException;
}
