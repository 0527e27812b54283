package org.mintline.smdpplus.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.mintline.audit.AuditTrail;
import org.mintline.authentication.CertificateIssuers;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.rsp.es10.CancelSessionResponse;
import org.mintline.rsp.es10.EuiccCancelSessionSigned;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.SmDpPlusPolicy;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileRepository;
import org.mintline.smdpplus.profile.ProfileState;

/** ES9+.CancelSession (SGP.22 v2.5, clause 5.6.5). */
@Dependent
public class CancelSession {
    private final Sessions sessions;
    private final ProfileRepository profiles;
    private final CertificateIssuers issuers;
    private final Cryptography cryptography;
    private final OperatorNotice notice;
    private final AuditTrail audit;
    private final SmDpPlusPolicy policy;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public CancelSession(
            Sessions sessions,
            ProfileRepository profiles,
            CertificateIssuers issuers,
            Cryptography cryptography,
            OperatorNotice notice,
            AuditTrail audit,
            SmDpPlusPolicy policy,
            Clock clock) {
        this.sessions = sessions;
        this.profiles = profiles;
        this.issuers = issuers;
        this.cryptography = cryptography;
        this.notice = notice;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    void execute(CancelSessionRequestEs9 request) {
        RspSession session = sessions.existing(request.transactionId());
        if (!(request.cancelSessionResponse() instanceof CancelSessionResponse.Ok response)) {
            throw new FunctionException(StatusCode.EUICC_SIGNATURE_INVALID, "the eUICC did not cancel the session");
        }
        EuiccCancelSessionSigned signed = response.euiccCancelSessionSigned();
        sessions.requireSame(session, signed.transactionId());
        if (!session.isSignedByEuicc(
                cryptography, response.euiccCancelSessionSignature().value(), signed.encoded())) {
            throw new FunctionException(StatusCode.EUICC_SIGNATURE_INVALID, "euiccCancelSessionSignature is wrong");
        }
        if (!issuers.keySet(session.ownCi()).smdpOid().equals(signed.smdpOid().text())) {
            throw new FunctionException(StatusCode.SMDP_OID_INVALID, "smdpOid is not that of this SM-DP+");
        }
        String reason = signed.reason().name();
        if (session.state() == SessionState.CANCELLED && session.outcome().equals(Optional.of(reason))) {
            return;
        }
        cancel(session, signed.reason());
    }

    private void cancel(RspSession session, CancelSessionReason reason) {
        Instant now = clock.instant();
        session.cancel(reason.name(), now);
        Profile profile = profiles.find(session.profileId()).orElseThrow();
        ProfileState before = profile.state();
        if (!letsComeBack(reason) && session.isFor(profile)) {
            profile.fail(reason.name(), now, now.plus(policy.secretsLifetime()));
        }
        tell(session, profile, reason);
        audit.record(AuditLines.done(
                "cancelSession",
                profile,
                AuditLines.actor(session.eid().orElseThrow()),
                reason + ": " + before + " -> " + profile.state() + ", session " + session.transactionId()));
    }

    private static boolean letsComeBack(CancelSessionReason reason) {
        return reason == CancelSessionReason.POSTPONED || reason == CancelSessionReason.TIMEOUT;
    }

    private void tell(RspSession session, Profile profile, CancelSessionReason reason) {
        OperatorNotice.Point point = session.boundBy().isPresent()
                ? OperatorNotice.Point.BPP_INSTALLATION
                : OperatorNotice.Point.CONFIRMATION_FAILURE;
        notice.tellFailure(
                profile, session.eid(), point, StatusCode.EUICC_EXECUTION_ERROR, reason.name(), Optional.empty());
    }
}
