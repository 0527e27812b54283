package org.mintline.factory.local;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.factory.LocalProvisioning;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.PrepareFactoryDownloadResponse;
import org.mintline.rsp.identification.TransactionId;

/** The local provisioning server as an assistant calls it; each function in one transaction. */
@Stateless
public class LocalProvisioningBean implements LocalProvisioning {
    private FpaSessions sessions;
    private FpaAuthentication authentication;
    private HandOut handOut;
    private Intake intake;
    private DeletionProof proofs;

    /** For the container. */
    protected LocalProvisioningBean() {}

    /** Of the given parts. */
    @Inject
    public LocalProvisioningBean(
            FpaSessions sessions,
            FpaAuthentication authentication,
            HandOut handOut,
            Intake intake,
            DeletionProof proofs) {
        this.sessions = sessions;
        this.authentication = authentication;
        this.handOut = handOut;
        this.intake = intake;
        this.proofs = proofs;
    }

    @Override
    public InitiateAuthenticationResponse.Ok begin(Partner assistant, InitiateAuthenticationRequest request) {
        return authentication.begin(assistant, request);
    }

    @Override
    public void authenticate(Partner assistant, TransactionId session, AuthenticateServerResponse response) {
        authentication.authenticate(assistant, session, response);
    }

    @Override
    public Optional<Next> next(Partner assistant, TransactionId session) {
        return handOut.next(assistant, sessions.lockOpen(assistant, session));
    }

    @Override
    public void notification(Partner assistant, TransactionId session, PendingNotification notification) {
        intake.take(assistant, sessions.lockOpen(assistant, session), notification);
    }

    @Override
    public void refused(Partner assistant, TransactionId session, PrepareFactoryDownloadResponse response) {
        intake.refused(assistant, sessions.lockOpen(assistant, session), response);
    }

    @Override
    public void deletedKeys(Partner assistant, TransactionId session, DeleteUnusedKeysResponse proof) {
        proofs.take(assistant, sessions.lockOpen(assistant, session), proof);
    }

    @Override
    public void end(Partner assistant, TransactionId session) {
        sessions.find(assistant, session).ifPresent(sessions::end);
    }
}
