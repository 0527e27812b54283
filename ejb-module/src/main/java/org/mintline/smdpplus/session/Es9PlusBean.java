package org.mintline.smdpplus.session;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Optional;
import java.util.function.Supplier;
import org.mintline.audit.AnonymousRefusals;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.metrics.FunctionMeter;
import org.mintline.metrics.MeasuredInterface;
import org.mintline.rsp.data.OtherSignedNotification;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.status.FunctionException;
import org.mintline.smdpplus.Es9Plus;
import org.mintline.smdpplus.transaction.Transactions;

/**
 * ES9+ of this SM-DP+: each function in one transaction, each refusal in the audit trail, those of unknown senders up to so many a
 * second. The answer leaves after its transaction
 * has committed.
 */
@Stateless
@MeasuredInterface("ES9+")
@Interceptors(FunctionMeter.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Es9PlusBean implements Es9Plus {
    private static final String ANYBODY = "es9plus";

    private Transactions transactions;
    private InitiateAuthentication initiateAuthentication;
    private AuthenticateClient authenticateClient;
    private GetBoundProfilePackage getBoundProfilePackage;
    private HandleNotification handleNotification;
    private CancelSession cancelSession;
    private AuditTrail audit;
    private AnonymousRefusals anonymousRefusals;

    /** For the container. */
    protected Es9PlusBean() {}

    /** Of the given parts. */
    @Inject
    public Es9PlusBean(
            Transactions transactions,
            InitiateAuthentication initiateAuthentication,
            AuthenticateClient authenticateClient,
            GetBoundProfilePackage getBoundProfilePackage,
            HandleNotification handleNotification,
            CancelSession cancelSession,
            AuditTrail audit,
            AnonymousRefusals anonymousRefusals) {
        this.transactions = transactions;
        this.initiateAuthentication = initiateAuthentication;
        this.authenticateClient = authenticateClient;
        this.getBoundProfilePackage = getBoundProfilePackage;
        this.handleNotification = handleNotification;
        this.cancelSession = cancelSession;
        this.audit = audit;
        this.anonymousRefusals = anonymousRefusals;
    }

    @Override
    public InitiateAuthenticationResponse.Ok initiateAuthentication(InitiateAuthenticationRequest request) {
        return answered(
                "initiateAuthentication",
                "session:none",
                () -> new Outcome.Answer<>(initiateAuthentication.execute(request)));
    }

    @Override
    public AuthenticateClientResponseEs9.Ok authenticateClient(AuthenticateClientRequest request) {
        return answered(
                "authenticateClient", "session:" + request.transactionId(), () -> authenticateClient.execute(request));
    }

    @Override
    public GetBoundProfilePackageResponse.Ok getBoundProfilePackage(GetBoundProfilePackageRequest request) {
        return answered(
                "getBoundProfilePackage",
                "session:" + request.transactionId(),
                () -> getBoundProfilePackage.execute(request));
    }

    @Override
    public void handleNotification(PendingNotification notification) {
        try {
            transactions.run(() -> {
                if (notification instanceof ProfileInstallationResult result) {
                    handleNotification.execute(result);
                } else if (notification instanceof OtherSignedNotification other) {
                    handleNotification.execute(other);
                }
            });
        } catch (FunctionException refusal) {
            String iccid = notification
                    .notificationMetadata()
                    .iccid()
                    .map(Object::toString)
                    .orElse("unknown");
            recordRefusal("handleNotification", "profile:" + iccid, refusal);
        }
    }

    @Override
    public void cancelSession(CancelSessionRequestEs9 request) {
        answered("cancelSession", "session:" + request.transactionId(), () -> {
            cancelSession.execute(request);
            return new Outcome.Answer<>(true);
        });
    }

    private <T> T answered(String function, String subject, Supplier<Outcome<T>> work) {
        Outcome<T> outcome;
        try {
            outcome = transactions.call(work);
        } catch (FunctionException refusal) {
            recordRefusal(function, subject, refusal);
            throw refusal;
        }
        return outcome.orThrow();
    }

    private void recordRefusal(String function, String subject, FunctionException refusal) {
        if (refusal instanceof DeviceRefusedException ofDevice) {
            audit.recordRefusal(ofDevice.auditLine());
            return;
        }
        String outcome =
                refusal.statusCode().subjectCode() + "/" + refusal.statusCode().reasonCode();
        anonymousRefusals.record(
                new AuditEvent(Optional.empty(), ANYBODY, function, subject, outcome, refusal.getMessage()));
    }
}
