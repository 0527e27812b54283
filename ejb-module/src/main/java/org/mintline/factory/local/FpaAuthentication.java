package org.mintline.factory.local;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.mintline.authentication.EuiccAuthentication;
import org.mintline.authentication.OwnAddress;
import org.mintline.authentication.ServerAuthentication;
import org.mintline.factory.FactoryException.Reason;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.status.FunctionException;

/** The mutual authentication of this server and an eUICC in the factory (OFF-5). */
@Dependent
public class FpaAuthentication {
    private static final String ACTION = "authenticateEuicc";

    private final ServerAuthentication server;
    private final EuiccAuthentication euiccs;
    private final OwnAddress ownAddress;
    private final FpaSessions sessions;
    private final LocalRepository profiles;
    private final LocalAudit audit;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public FpaAuthentication(
            ServerAuthentication server,
            EuiccAuthentication euiccs,
            OwnAddress ownAddress,
            FpaSessions sessions,
            LocalRepository profiles,
            LocalAudit audit,
            Clock clock) {
        this.server = server;
        this.euiccs = euiccs;
        this.ownAddress = ownAddress;
        this.sessions = sessions;
        this.profiles = profiles;
        this.audit = audit;
        this.clock = clock;
    }

    InitiateAuthenticationResponse.Ok begin(Partner assistant, InitiateAuthenticationRequest request) {
        if (!ownAddress.isNamedBy(request.smdpAddress())) {
            throw audit.refusal(
                    assistant, ACTION, "session:none", Reason.MALFORMED, "this server is " + ownAddress.host());
        }
        try {
            ServerAuthentication.Begun begun = server.begin(request);
            sessions.add(new FpaSession(assistant.name(), begun, clock.instant()));
            return begun.response();
        } catch (FunctionException e) {
            throw audit.refusal(assistant, ACTION, "session:none", Reason.NOT_GENUINE, e.getMessage());
        }
    }

    void authenticate(Partner assistant, TransactionId id, AuthenticateServerResponse response) {
        FpaSession session = sessions.lock(assistant, id);
        String subject = "session:" + id;
        if (session.state() == FpaSession.State.ENDED) {
            throw audit.refusal(assistant, ACTION, subject, Reason.NOT_NOW, "the session is over");
        }
        EuiccAuthentication.Euicc euicc = genuine(assistant, session, response);
        String eid = euicc.eid().digits();
        if (session.state() == FpaSession.State.OPEN && !session.eid().equals(eid)) {
            throw audit.refusal(assistant, ACTION, subject, Reason.NOT_NOW, "the session is that of another eUICC");
        }
        if (!profiles.isKnown(eid)) {
            throw audit.refusal(assistant, ACTION, "euicc:" + eid, Reason.UNKNOWN, "nothing here is for this eUICC");
        }
        session.open(euicc, clock.instant());
        Optional<String> other = sessions.reserve(session);
        if (other.isPresent()) {
            throw audit.refusal(
                    assistant, ACTION, "euicc:" + eid, Reason.NOT_NOW, other.get() + " works on this eUICC");
        }
        audit.done(assistant, ACTION, "euicc:" + eid, subject);
    }

    private EuiccAuthentication.Euicc genuine(
            Partner assistant, FpaSession session, AuthenticateServerResponse response) {
        String subject = "session:" + session.transactionId();
        if (!(response instanceof AuthenticateServerResponse.Ok ok)) {
            throw audit.refusal(
                    assistant,
                    ACTION,
                    subject,
                    Reason.NOT_GENUINE,
                    "the eUICC did not authenticate this server: " + response);
        }
        if (!ok.transactionId().equals(session.transactionId())) {
            throw audit.refusal(assistant, ACTION, subject, Reason.NOT_GENUINE, "the answer is of another session");
        }
        try {
            return euiccs.authenticate(session.challenge(), ok);
        } catch (FunctionException e) {
            throw audit.refusal(assistant, ACTION, subject, Reason.NOT_GENUINE, e.getMessage());
        }
    }
}
