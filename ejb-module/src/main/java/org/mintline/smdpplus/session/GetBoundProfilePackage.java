package org.mintline.smdpplus.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.mintline.audit.AuditTrail;
import org.mintline.authentication.CertificateIssuers;
import org.mintline.keys.Seal;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.es10.EuiccSigned2;
import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.identification.ConfirmationCode;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationException;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.smdpplus.SmDpPlusPolicy;
import org.mintline.smdpplus.profile.KnownProfileTypes;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileRepository;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.protection.PackageBinding;

/** ES9+.GetBoundProfilePackage (SGP.22 v2.5, clause 5.6.2). */
@Dependent
public class GetBoundProfilePackage {
    private static final String FUNCTION = "getBoundProfilePackage";
    private static final String TRIES_EXCEEDED = "MaximumConfirmationCodeTries";

    private final Sessions sessions;
    private final ProfileRepository profiles;
    private final KnownProfileTypes types;
    private final PackageBinding binding;
    private final CertificateIssuers issuers;
    private final Cryptography cryptography;
    private final Seal seal;
    private final OperatorNotice notice;
    private final AuditTrail audit;
    private final SmDpPlusPolicy policy;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public GetBoundProfilePackage(
            Sessions sessions,
            ProfileRepository profiles,
            KnownProfileTypes types,
            PackageBinding binding,
            CertificateIssuers issuers,
            Cryptography cryptography,
            Seal seal,
            OperatorNotice notice,
            AuditTrail audit,
            SmDpPlusPolicy policy,
            Clock clock) {
        this.sessions = sessions;
        this.profiles = profiles;
        this.types = types;
        this.binding = binding;
        this.issuers = issuers;
        this.cryptography = cryptography;
        this.seal = seal;
        this.notice = notice;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    Outcome<GetBoundProfilePackageResponse.Ok> execute(GetBoundProfilePackageRequest request) {
        RspSession session = sessions.waiting(request.transactionId());
        if (!(request.prepareDownloadResponse() instanceof PrepareDownloadResponse.Ok response)) {
            throw new FunctionException(
                    StatusCode.EUICC_SIGNATURE_INVALID,
                    "the eUICC did not prepare the download: " + request.prepareDownloadResponse());
        }
        EuiccSigned2 signed = response.euiccSigned2();
        sessions.requireSame(session, signed.transactionId());
        byte[] hash = Cryptography.sha256(response.encoded());
        boolean repeated = session.state() == SessionState.BOUND
                && session.boundBy()
                        .filter(first -> MessageDigest.isEqual(first, hash))
                        .isPresent();
        if (session.state() != SessionState.AUTHENTICATED && !repeated) {
            throw new FunctionException(
                    StatusCode.TRANSACTION_ID_UNKNOWN,
                    "a session in state " + session.state() + " asks for no package");
        }
        if (!repeated) {
            requireSignature(session, response);
        }
        Profile profile = profiles.find(session.profileId()).orElseThrow();
        try {
            return serve(session, profile, signed, hash, repeated);
        } catch (FunctionException refusal) {
            throw new DeviceRefusedException(FUNCTION, profile, session.eid().orElseThrow(), refusal);
        }
    }

    /** To the eUICC of the session, which has shown itself. */
    private Outcome<GetBoundProfilePackageResponse.Ok> serve(
            RspSession session, Profile profile, EuiccSigned2 signed, byte[] hash, boolean repeated) {
        requireAvailable(session, profile);
        if (!repeated) {
            Optional<Outcome.Refusal<GetBoundProfilePackageResponse.Ok>> refusal =
                    refusedConfirmationCode(session, profile, signed);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        byte[] bound = bind(session, profile, signed);
        if (!repeated) {
            handOut(session, profile, hash);
        }
        return new Outcome.Answer<>(new GetBoundProfilePackageResponse.Ok(session.transactionId(), bound));
    }

    private void requireSignature(RspSession session, PrepareDownloadResponse.Ok response) {
        boolean genuine = session.isSignedByEuicc(
                cryptography,
                response.euiccSignature2().value(),
                response.euiccSigned2().encoded(),
                new EcdsaSignature(session.smdpSignature2()).encoded());
        if (!genuine) {
            throw new FunctionException(StatusCode.EUICC_SIGNATURE_INVALID, "euiccSignature2 is wrong");
        }
    }

    private static void requireAvailable(RspSession session, Profile profile) {
        boolean ready = profile.state() == ProfileState.RELEASED || profile.state() == ProfileState.DOWNLOADED;
        boolean free =
                profile.order().eid().map(session.eid().orElseThrow()::equals).orElse(true);
        if (!ready || !free || !session.isFor(profile)) {
            throw new FunctionException(
                    StatusCode.BPP_UNAVAILABLE_FOR_NEW_BINDING,
                    "the Profile went to another eUICC or its order has ended");
        }
    }

    private Optional<Outcome.Refusal<GetBoundProfilePackageResponse.Ok>> refusedConfirmationCode(
            RspSession session, Profile profile, EuiccSigned2 signed) {
        Optional<byte[]> sealed = profile.order().sealedConfirmationCodeHash();
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        if (signed.hashCc().isEmpty()) {
            throw new FunctionException(StatusCode.CONFIRMATION_CODE_MISSING, "the order needs a confirmation code");
        }
        byte[] expected = seal.open(profile.operator(), profile.confirmationCodeContext(), sealed.get());
        if (ConfirmationCode.matches(
                expected, session.transactionId(), signed.hashCc().get())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        profile.countRefusedConfirmationCode(now);
        if (profile.order().confirmationCodeTries() < policy.maximumConfirmationCodeTries()) {
            return refused(session, profile, StatusCode.CONFIRMATION_CODE_REFUSED, "the confirmation code is wrong");
        }
        profile.fail(TRIES_EXCEEDED, now, now.plus(policy.secretsLifetime()));
        session.endRefused(TRIES_EXCEEDED, now);
        return refused(
                session, profile, StatusCode.CONFIRMATION_CODE_RETRIES_EXCEEDED, "too many wrong confirmation codes");
    }

    private Optional<Outcome.Refusal<GetBoundProfilePackageResponse.Ok>> refused(
            RspSession session, Profile profile, StatusCode code, String detail) {
        notice.tellFailure(profile, session.eid(), OperatorNotice.Point.CONFIRMATION_FAILURE, code, detail);
        audit.record(AuditLines.refused(FUNCTION, profile, session.eid().orElseThrow(), code, detail));
        return Optional.of(new Outcome.Refusal<>(code, detail));
    }

    private byte[] bind(RspSession session, Profile profile, EuiccSigned2 signed) {
        try {
            return binding.bind(
                    profile,
                    types.find(session.profileTypeId()),
                    new PackageBinding.Target(
                            session.transactionId(), new Eid(session.eid().orElseThrow()), signed.euiccOtpk()),
                    issuers.keySet(session.ownCi()));
        } catch (DecodeException e) {
            throw new FunctionException(StatusCode.EUICC_SIGNATURE_INVALID, "otPK.EUICC.ECKA: " + e.reason());
        } catch (PersonalisationException e) {
            throw new FunctionException(
                    StatusCode.BPP_UNAVAILABLE_FOR_NEW_BINDING,
                    profile.iccid(),
                    "the data of the Profile does not fit the chosen variant: " + e.getMessage());
        }
    }

    private void handOut(RspSession session, Profile profile, byte[] hash) {
        String eid = session.eid().orElseThrow();
        ProfileState before = profile.state();
        profile.bindTo(eid, types.find(session.profileTypeId()), clock.instant());
        session.bind(hash, clock.instant());
        notice.tellSuccess(profile, session.eid(), OperatorNotice.Point.BPP_DOWNLOAD, Optional.empty());
        audit.record(AuditLines.done(
                FUNCTION,
                profile,
                AuditLines.actor(eid),
                before + " -> " + profile.state() + ", session " + session.transactionId()));
    }
}
