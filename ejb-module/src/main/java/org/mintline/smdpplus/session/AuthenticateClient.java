package org.mintline.smdpplus.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.mintline.audit.AuditTrail;
import org.mintline.authentication.CertificateIssuers;
import org.mintline.authentication.EuiccAuthentication;
import org.mintline.authentication.EuiccChallenge;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.CtxParams1.CtxParamsForCommonAuthentication;
import org.mintline.rsp.es10.SmdpSigned2;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.SmDpPlusPolicy;
import org.mintline.smdpplus.eligibility.AuthenticatedDevice;
import org.mintline.smdpplus.eligibility.Eligibility;
import org.mintline.smdpplus.profile.KnownProfileTypes;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileRepository;
import org.mintline.smdpplus.protection.PackageBinding;
import org.mintline.smdpplus.variant.ProfileChoice;

/** ES9+.AuthenticateClient (SGP.22 v2.5, clause 5.6.3). */
@Dependent
public class AuthenticateClient {
    private static final String FUNCTION = "authenticateClient";
    private static final String ATTEMPTS_EXCEEDED = "MaximumDownloadAttempts";

    private final Sessions sessions;
    private final EuiccAuthentication authentication;
    private final OrderSearch orders;
    private final ProfileRepository profiles;
    private final KnownProfileTypes types;
    private final ProfileChoice choice;
    private final PackageBinding binding;
    private final CertificateIssuers issuers;
    private final OperatorNotice notice;
    private final AuditTrail audit;
    private final SmDpPlusPolicy policy;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public AuthenticateClient(
            Sessions sessions,
            EuiccAuthentication authentication,
            OrderSearch orders,
            ProfileRepository profiles,
            KnownProfileTypes types,
            ProfileChoice choice,
            PackageBinding binding,
            CertificateIssuers issuers,
            OperatorNotice notice,
            AuditTrail audit,
            SmDpPlusPolicy policy,
            Clock clock) {
        this.sessions = sessions;
        this.authentication = authentication;
        this.orders = orders;
        this.profiles = profiles;
        this.types = types;
        this.choice = choice;
        this.binding = binding;
        this.issuers = issuers;
        this.notice = notice;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    Outcome<AuthenticateClientResponseEs9.Ok> execute(AuthenticateClientRequest request) {
        RspSession session = sessions.existing(request.transactionId());
        byte[] hash = Cryptography.sha256(request.authenticateServerResponse().encoded());
        Optional<StatusCode> refusal = session.refusedAuthentication().filter(code -> isRepeated(session, hash));
        if (refusal.isPresent()) {
            throw new FunctionException(refusal.get(), "refused as before, session " + session.transactionId());
        }
        sessions.requireWaiting(session);
        if (!(request.authenticateServerResponse() instanceof AuthenticateServerResponse.Ok response)) {
            throw new FunctionException(
                    StatusCode.EUICC_SIGNATURE_INVALID,
                    "the eUICC did not authenticate the server: " + request.authenticateServerResponse());
        }
        sessions.requireSame(session, response.transactionId());
        if (session.state() == SessionState.AUTHENTICATED && isRepeated(session, hash)) {
            return new Outcome.Answer<>(
                    answer(session, profiles.find(session.profileId()).orElseThrow()));
        }
        if (session.state() != SessionState.INITIATED) {
            throw new FunctionException(
                    StatusCode.TRANSACTION_ID_UNKNOWN, "the eUICC of this session is authenticated already");
        }
        EuiccAuthentication.Euicc euicc =
                authentication.authenticate(new EuiccChallenge(session.serverChallenge(), session.euiccCi()), response);
        return answerFor(session, euicc, response, hash);
    }

    private Outcome<AuthenticateClientResponseEs9.Ok> answerFor(
            RspSession session, EuiccAuthentication.Euicc euicc, AuthenticateServerResponse.Ok response, byte[] hash) {
        CtxParamsForCommonAuthentication context =
                (CtxParamsForCommonAuthentication) response.euiccSigned1().ctxParams1();
        String tac = context.deviceInfo().tac().digits();
        RspSession.Authenticated device = new RspSession.Authenticated(euicc.eid(), euicc.publicKey(), tac, hash);
        OrderSearch.Found found = orders.find(context.matchingId().orElse(""), euicc.eid());
        if (found.refusal().isPresent()) {
            Outcome.Refusal<Profile> refusal = found.refusal().get();
            return refused(session, device, found.profile(), refusal.statusCode(), refusal.detail());
        }
        Profile profile = found.profile().orElseThrow();
        Optional<Outcome.Refusal<AuthenticateClientResponseEs9.Ok>> limit = exceededLimit(session, device, profile);
        if (limit.isPresent()) {
            return limit.get();
        }
        ProfileChoice.Chosen chosen = choice.choose(
                profile,
                new AuthenticatedDevice(
                        euicc.eid(),
                        context.deviceInfo(),
                        response.euiccSigned1().euiccInfo2()));
        if (chosen.obstacle().isPresent()) {
            Eligibility.Obstacle obstacle = chosen.obstacle().get();
            return refusedOrder(session, device, profile, obstacle.statusCode(), obstacle.detail());
        }
        accept(session, device, profile, chosen, response.euiccSignature1());
        return new Outcome.Answer<>(answer(session, profile));
    }

    private static boolean isRepeated(RspSession session, byte[] hash) {
        return session.authenticatedBy()
                .filter(first -> MessageDigest.isEqual(first, hash))
                .isPresent();
    }

    private Optional<Outcome.Refusal<AuthenticateClientResponseEs9.Ok>> exceededLimit(
            RspSession session, RspSession.Authenticated device, Profile profile) {
        Instant now = clock.instant();
        if (profile.order().expiresAt().filter(now::isAfter).isPresent()) {
            return Optional.of(refusedOrder(
                    session, device, profile, StatusCode.DOWNLOAD_ORDER_EXPIRED, "the download order has expired"));
        }
        if (profile.order().downloadAttempts() >= policy.maximumDownloadAttempts()) {
            profile.fail(ATTEMPTS_EXCEEDED, now, now.plus(policy.secretsLifetime()));
            return Optional.of(refusedOrder(
                    session, device, profile, StatusCode.DOWNLOAD_RETRIES_EXCEEDED, "too many download attempts"));
        }
        return Optional.empty();
    }

    /** Refuses the order that was found, and tells the operator. */
    private Outcome.Refusal<AuthenticateClientResponseEs9.Ok> refusedOrder(
            RspSession session, RspSession.Authenticated device, Profile profile, StatusCode code, String detail) {
        notice.tellFailure(
                profile,
                Optional.of(device.eid().digits()),
                OperatorNotice.Point.ELIGIBILITY_AND_RETRY_LIMIT_CHECK,
                code,
                detail);
        return refused(session, device, Optional.of(profile), code, detail);
    }

    /** Refuses, which ends the session. */
    private Outcome.Refusal<AuthenticateClientResponseEs9.Ok> refused(
            RspSession session,
            RspSession.Authenticated device,
            Optional<Profile> profile,
            StatusCode code,
            String detail) {
        session.refuse(device, profile, code, clock.instant());
        String eid = device.eid().digits();
        audit.record(profile.map(found -> AuditLines.refused(FUNCTION, found, eid, code, detail))
                .orElseGet(() -> AuditLines.refused(FUNCTION, session, eid, code, detail)));
        return new Outcome.Refusal<>(code, detail);
    }

    private void accept(
            RspSession session,
            RspSession.Authenticated euicc,
            Profile profile,
            ProfileChoice.Chosen chosen,
            EcdsaSignature euiccSignature1) {
        boolean confirmationCode = profile.order().sealedConfirmationCodeHash().isPresent();
        Optional<byte[]> otpk = binding.offeredOtpk(profile, euicc.eid());
        SmdpSigned2 signed = SmdpSigned2.of(session.transactionId(), confirmationCode, otpk);
        byte[] signature = issuers.keySet(session.ownCi()).signAsDpPb(signed.encoded(), euiccSignature1.encoded());
        session.authenticate(euicc, profile, chosen.type(), confirmationCode, otpk, signature, clock.instant());
        String reason = chosen.reason().isEmpty() ? "" : ", " + chosen.reason();
        audit.record(AuditLines.done(
                FUNCTION,
                profile,
                AuditLines.actor(euicc.eid().digits()),
                "session " + session.transactionId() + reason));
    }

    private AuthenticateClientResponseEs9.Ok answer(RspSession session, Profile profile) {
        return new AuthenticateClientResponseEs9.Ok(
                session.transactionId(),
                types.find(session.profileTypeId()).metadata(new Iccid(profile.iccid())),
                SmdpSigned2.of(session.transactionId(), session.confirmationCodeRequired(), session.offeredOtpk()),
                new EcdsaSignature(session.smdpSignature2()),
                CertificateIssuers.encoded(issuers.keySet(session.ownCi()).dpPbCertificate()));
    }
}
