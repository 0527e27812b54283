package org.mintline.smdpplus.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.mintline.audit.AuditTrail;
import org.mintline.authentication.EuiccAuthentication;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.NotificationMetadata;
import org.mintline.rsp.data.OtherSignedNotification;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.ProfileInstallationResultData;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.SmDpPlusPolicy;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileEvent;
import org.mintline.smdpplus.profile.ProfileRepository;
import org.mintline.smdpplus.profile.ProfileState;

/** ES9+.HandleNotification (SGP.22 v2.5, clause 5.6.4): each notification of an eUICC is taken once. */
@Dependent
public class HandleNotification {
    private static final String FUNCTION = "handleNotification";
    private static final String ES9PLUS = "es9plus";
    private static final int MAXIMUM_CONTENT = 16 * 1024;

    private final Sessions sessions;
    private final SessionRepository repository;
    private final ProfileRepository profiles;
    private final EuiccAuthentication authentication;
    private final Cryptography cryptography;
    private final OperatorNotice notice;
    private final AuditTrail audit;
    private final SmDpPlusPolicy policy;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public HandleNotification(
            Sessions sessions,
            SessionRepository repository,
            ProfileRepository profiles,
            EuiccAuthentication authentication,
            Cryptography cryptography,
            OperatorNotice notice,
            AuditTrail audit,
            SmDpPlusPolicy policy,
            Clock clock) {
        this.sessions = sessions;
        this.repository = repository;
        this.profiles = profiles;
        this.authentication = authentication;
        this.cryptography = cryptography;
        this.notice = notice;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    /** A Profile Installation Result: the eUICC that signs it is that of its session. */
    void execute(ProfileInstallationResult result) {
        ProfileInstallationResultData data = result.profileInstallationResultData();
        RspSession session = sessions.existing(data.transactionId());
        if (!session.isSignedByEuicc(cryptography, result.euiccSignPIR().value(), data.encoded())) {
            throw new FunctionException(StatusCode.EUICC_SIGNATURE_INVALID, "euiccSignPIR is wrong");
        }
        if (session.boundBy().isEmpty()) {
            throw new FunctionException(StatusCode.TRANSACTION_ID_UNKNOWN, "no package was handed out in this session");
        }
        Profile profile = profiles.find(session.profileId()).orElseThrow();
        if (take(result, profile, session.eid().orElseThrow(), session.isFor(profile), ES9PLUS)) {
            finish(session, errorOf(data));
        }
    }

    /**
     * Takes a Profile Installation Result whose signature was found to be good: the profile changes its state, the operator is told,
     * and the audit trail has a line. In the transaction of the caller.
     *
     * @param eid of the eUICC that signed it
     * @param ofItsOrder whether the profile still serves the order that the result is of
     * @param door by which it came, for the audit trail
     * @return whether it is new; a repetition changes nothing
     * @throws FunctionException if the eUICC has sent another notification with that number before, or it is too long
     */
    public boolean take(
            ProfileInstallationResult result, Profile profile, String eid, boolean ofItsOrder, String door) {
        ProfileInstallationResultData data = result.profileInstallationResultData();
        NotificationReceipt.Key key =
                new NotificationReceipt.Key(eid, data.notificationMetadata().seqNumber());
        Optional<String> transactionId = Optional.of(data.transactionId().text());
        if (isRepetition(key, profile, NotificationEvent.NOTIFICATION_INSTALL, transactionId)) {
            return false;
        }
        Optional<ErrorReason> error = errorOf(data);
        keep(
                key,
                profile,
                NotificationEvent.NOTIFICATION_INSTALL,
                transactionId,
                error.map(reason -> OptionalInt.of(reason.number())).orElse(OptionalInt.empty()),
                result.encoded());
        ProfileState before = profile.state();
        if (ofItsOrder) {
            apply(profile, key.seqNumber(), error);
        }
        tell(profile, key.eid(), error, result.encoded());
        audit.record(AuditLines.done(
                FUNCTION,
                profile,
                door + ":" + key.eid(),
                error.map(ErrorReason::name).orElse("installed") + ": " + before + " -> " + profile.state()));
        return true;
    }

    /** Why the installation failed; empty if it succeeded. */
    public static Optional<ErrorReason> errorOf(ProfileInstallationResultData data) {
        return data.finalResult() instanceof FinalResult.ErrorResult failed
                ? Optional.of(failed.errorReason())
                : Optional.empty();
    }

    private void finish(RspSession session, Optional<ErrorReason> error) {
        if (session.state().after(SessionEvent.RESULT).isPresent()) {
            session.finish(error.map(ErrorReason::name).orElse("Installed"), clock.instant());
        }
    }

    /** Success installs; a temporary error leaves the profile for another attempt; any other ends the order. */
    private void apply(Profile profile, long seqNumber, Optional<ErrorReason> error) {
        Instant now = clock.instant();
        Instant purgeAt = now.plus(policy.secretsLifetime());
        if (error.isEmpty()) {
            profile.notified(ProfileEvent.INSTALL, seqNumber, now, purgeAt);
        } else if (!error.get().isTemporary()) {
            profile.fail(error.get().name(), now, purgeAt);
        }
    }

    private void tell(Profile profile, String eid, Optional<ErrorReason> error, byte[] resultData) {
        if (error.isEmpty()) {
            notice.tellSuccess(
                    profile, Optional.of(eid), OperatorNotice.Point.BPP_INSTALLATION, Optional.of(resultData));
        } else {
            notice.tellFailure(
                    profile,
                    Optional.of(eid),
                    OperatorNotice.Point.BPP_INSTALLATION,
                    StatusCode.EUICC_EXECUTION_ERROR,
                    error.get().name(),
                    Optional.of(resultData));
        }
    }

    /** Any other notification: it brings the certificates of the eUICC that signs it. */
    void execute(OtherSignedNotification notification) {
        take(notification, ES9PLUS);
    }

    /**
     * Takes any other notification, in the transaction of the caller: it brings the certificates of the eUICC that signs it.
     *
     * @param door by which it came, for the audit trail
     * @throws FunctionException if it is not genuine, or not about a profile on that eUICC
     */
    public void take(OtherSignedNotification notification, String door) {
        NotificationMetadata metadata = notification.tbsOtherNotification();
        Eid eid = authentication.authenticate(notification);
        Profile profile = metadata.iccid()
                .flatMap(iccid -> profiles.findByIccid(iccid.digits()))
                .orElseThrow(() -> new FunctionException(StatusCode.ICCID_UNKNOWN, "no such Profile"));
        if (!profile.order().eid().equals(Optional.of(eid.digits()))) {
            throw new FunctionException(StatusCode.EID_UNEXPECTED, "the Profile is not on this eUICC");
        }
        NotificationReceipt.Key key = new NotificationReceipt.Key(eid.digits(), metadata.seqNumber());
        NotificationEvent event = metadata.profileManagementOperation();
        if (isRepetition(key, profile, event, Optional.empty())) {
            return;
        }
        keep(key, profile, event, Optional.empty(), OptionalInt.empty(), notification.encoded());
        ProfileState before = profile.state();
        Instant now = clock.instant();
        profile.notified(eventOf(event), key.seqNumber(), now, now.plus(policy.secretsLifetime()));
        notice.tellSuccess(profile, Optional.of(key.eid()), pointOf(event), Optional.of(notification.encoded()));
        audit.record(AuditLines.done(
                FUNCTION, profile, door + ":" + key.eid(), event + ": " + before + " -> " + profile.state()));
    }

    /** An eUICC numbers its notifications for life, so that one number with two meanings is refused, and the audit trail tells of it. */
    private boolean isRepetition(
            NotificationReceipt.Key key, Profile profile, NotificationEvent event, Optional<String> transactionId) {
        Optional<NotificationReceipt> earlier = repository.receipt(key);
        if (earlier.isPresent() && !earlier.get().isAbout(profile, event, transactionId)) {
            throw new DeviceRefusedException(
                    FUNCTION,
                    profile,
                    key.eid(),
                    new FunctionException(
                            StatusCode.REQUEST_INVALID,
                            "the eUICC has sent another notification with the number " + key.seqNumber() + " before"));
        }
        return earlier.isPresent();
    }

    private void keep(
            NotificationReceipt.Key key,
            Profile profile,
            NotificationEvent event,
            Optional<String> transactionId,
            OptionalInt errorReason,
            byte[] content) {
        if (content.length > MAXIMUM_CONTENT) {
            throw new FunctionException(StatusCode.REQUEST_INVALID, "the notification is longer than 16 KiB");
        }
        Instant now = clock.instant();
        repository.add(new NotificationReceipt(
                key, profile, event, transactionId, errorReason, content, now, now.plus(policy.receiptLifetime())));
    }

    private static ProfileEvent eventOf(NotificationEvent event) {
        return switch (event) {
            case NOTIFICATION_INSTALL -> ProfileEvent.INSTALL;
            case NOTIFICATION_ENABLE -> ProfileEvent.ENABLE;
            case NOTIFICATION_DISABLE -> ProfileEvent.DISABLE;
            case NOTIFICATION_DELETE -> ProfileEvent.DELETE;
        };
    }

    private static OperatorNotice.Point pointOf(NotificationEvent event) {
        return switch (event) {
            case NOTIFICATION_INSTALL -> OperatorNotice.Point.BPP_INSTALLATION;
            case NOTIFICATION_ENABLE -> OperatorNotice.Point.PROFILE_ENABLED;
            case NOTIFICATION_DISABLE -> OperatorNotice.Point.PROFILE_DISABLED;
            case NOTIFICATION_DELETE -> OperatorNotice.Point.PROFILE_DELETED;
        };
    }
}
