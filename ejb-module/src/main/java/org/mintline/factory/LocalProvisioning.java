package org.mintline.factory;

import java.util.Optional;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.factory.DeleteUnusedKeysRequest;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.PrepareFactoryDownloadResponse;
import org.mintline.rsp.identification.TransactionId;

/**
 * The local provisioning server (OFF-5), as a Factory Profile Assistant calls it: a session authenticates both ends, hands out one package
 * after the other, and takes what the eUICC signs. All functions but {@link #next} may be repeated; an assistant that lost an answer of
 * that one begins a new session. What is refused ends with {@link FactoryException}.
 */
public interface LocalProvisioning {
    /** What an assistant does next. */
    sealed interface Next {
        /** Sends these packets to the eUICC, and brings the result. */
        record Install(ProfilePackets packets) implements Next {}

        /** Has the eUICC delete its unused keys, and brings the proof. */
        record DeleteUnusedKeys(DeleteUnusedKeysRequest request) implements Next {}
    }

    /** Begins a session: this server proves itself under the root that was preloaded into the eUICC, and challenges it. */
    InitiateAuthenticationResponse.Ok begin(Partner assistant, InitiateAuthenticationRequest request);

    /**
     * Authenticates the eUICC and reserves it for this session. A session of the same assistant that had it before is over with that.
     *
     * @throws FactoryException NOT_GENUINE; UNKNOWN if nothing here is for this eUICC; NOT_NOW if another assistant has it
     */
    void authenticate(Partner assistant, TransactionId session, AuthenticateServerResponse response);

    /** What comes next; empty when nothing is left to do. Each package is handed out at most once in a session. */
    Optional<Next> next(Partner assistant, TransactionId session);

    /**
     * Takes a notification of the eUICC. When this returns it is kept, and may be removed from the eUICC.
     *
     * @throws FactoryException UNKNOWN if it is not about a package of this server, so that it stays on the eUICC; NOT_GENUINE
     */
    void notification(Partner assistant, TransactionId session, PendingNotification notification);

    /** Takes the word of an assistant that the eUICC does not take a package. */
    void refused(Partner assistant, TransactionId session, PrepareFactoryDownloadResponse response);

    /** Takes the proof that the eUICC deleted its unused keys. */
    void deletedKeys(Partner assistant, TransactionId session, DeleteUnusedKeysResponse proof);

    /** Ends the session; others may have the eUICC. Repeated, it changes nothing. */
    void end(Partner assistant, TransactionId session);
}
