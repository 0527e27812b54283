package org.mintline.factory.local;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.mintline.authentication.EuiccAuthentication;
import org.mintline.factory.FactoryException.Reason;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.factory.LocalProfileEvent;
import org.mintline.factory.LocalProfileState;
import org.mintline.factory.LocalStock;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.bulk.DeviceReport;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.NotificationMetadata;
import org.mintline.rsp.data.OtherSignedNotification;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.ProfileInstallationResultData;
import org.mintline.rsp.factory.KeyUse;
import org.mintline.rsp.factory.PrepareFactoryDownloadResponse;
import org.mintline.rsp.factory.PrepareFactoryDownloadResult;
import org.mintline.rsp.status.FunctionException;

/**
 * Takes what an eUICC signs about packages (OFF-5, OFF-6): verified against the eUICC of the session, kept in one transaction with the change of
 * state, and carried to the aggregator later. The same may come again and changes nothing.
 */
@Dependent
public class Intake {
    private static final String ACTION = "notification";

    private final LocalRepository profiles;
    private final LocalReports reports;
    private final EuiccAuthentication euiccs;
    private final Cryptography cryptography;
    private final LocalAudit audit;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public Intake(
            LocalRepository profiles,
            LocalReports reports,
            EuiccAuthentication euiccs,
            Cryptography cryptography,
            LocalAudit audit,
            Clock clock) {
        this.profiles = profiles;
        this.reports = reports;
        this.euiccs = euiccs;
        this.cryptography = cryptography;
        this.audit = audit;
        this.clock = clock;
    }

    void take(Partner assistant, FpaSession session, PendingNotification notification) {
        if (notification instanceof ProfileInstallationResult result) {
            take(assistant, session, result);
        } else if (notification instanceof OtherSignedNotification other) {
            take(assistant, session, other);
        }
    }

    private void take(Partner assistant, FpaSession session, ProfileInstallationResult result) {
        ProfileInstallationResultData data = result.profileInstallationResultData();
        LocalProfile profile = ofKey(assistant, session, data.transactionId().text());
        if (!session.isSignedByEuicc(cryptography, result.euiccSignPIR().value(), data.encoded())) {
            throw audit.refusal(assistant, ACTION, subject(profile), Reason.NOT_GENUINE, "euiccSignPIR is wrong");
        }
        Optional<String> failure = data.finalResult() instanceof FinalResult.ErrorResult error
                ? Optional.of(error.bppCommandId() + ": " + error.errorReason())
                : Optional.empty();
        if (!KeyUse.isEndedBy(data.finalResult())) {
            audit.done(assistant, ACTION, subject(profile), failure.orElseThrow() + "; it may be sent again");
            return;
        }
        DeviceEvent event = failure.isPresent() ? DeviceEvent.INSTALLATION_FAILED : DeviceEvent.INSTALLED;
        if (report(assistant, profile, event, failure, result.encoded())) {
            apply(profile, failure.isPresent() ? LocalProfileEvent.FAIL : LocalProfileEvent.INSTALL, failure);
            audit.done(assistant, ACTION, subject(profile), failure.orElse("installed") + ", EID " + profile.eid());
        }
    }

    private void take(Partner assistant, FpaSession session, OtherSignedNotification notification) {
        NotificationMetadata metadata = notification.tbsOtherNotification();
        LocalProfile profile = metadata.iccid()
                .flatMap(iccid -> profiles.find(session.eid(), iccid.digits()))
                .orElseThrow(() -> audit.refusal(
                        assistant,
                        ACTION,
                        "euicc:" + session.eid(),
                        Reason.UNKNOWN,
                        "the notification is about no profile of this server"));
        requireOf(assistant, session, notification, profile);
        DeviceEvent event =
                switch (metadata.profileManagementOperation()) {
                    case NOTIFICATION_INSTALL -> DeviceEvent.INSTALLED;
                    case NOTIFICATION_ENABLE -> DeviceEvent.ENABLED;
                    case NOTIFICATION_DISABLE -> DeviceEvent.DISABLED;
                    case NOTIFICATION_DELETE -> DeviceEvent.DELETED;
                };
        if (report(assistant, profile, event, Optional.empty(), notification.encoded())) {
            audit.done(assistant, ACTION, subject(profile), event + ", EID " + profile.eid());
        }
    }

    private void requireOf(
            Partner assistant, FpaSession session, OtherSignedNotification notification, LocalProfile profile) {
        try {
            if (euiccs.authenticate(notification).digits().equals(session.eid())) {
                return;
            }
        } catch (FunctionException e) {
            throw audit.refusal(assistant, ACTION, subject(profile), Reason.NOT_GENUINE, e.getMessage());
        }
        throw audit.refusal(
                assistant, ACTION, subject(profile), Reason.NOT_GENUINE, "another eUICC signed the notification");
    }

    /** An assistant says that the eUICC does not take a package: nobody signed that, so nothing but handing out ends. */
    void refused(Partner assistant, FpaSession session, PrepareFactoryDownloadResponse response) {
        LocalProfile profile =
                ofKey(assistant, session, response.keyIdentifier().text());
        if (response.result() == PrepareFactoryDownloadResult.OK) {
            throw audit.refusal(assistant, "refusePackets", subject(profile), Reason.MALFORMED, "the eUICC took it");
        }
        String reason = "PrepareFactoryDownload: " + response.result();
        if (apply(profile, LocalProfileEvent.REFUSE, Optional.of(reason))) {
            DeviceReport report = profile.report(
                    DeviceEvent.INSTALLATION_FAILED,
                    clock.instant(),
                    assistant.name(),
                    Optional.of(reason),
                    Optional.empty());
            byte[] encoded = report.encoded();
            reports.add(LocalStock.ReportKind.DEVICE, encoded, profile.eid(), encoded, clock.instant());
            audit.refused(LocalAudit.actor(assistant), "refusePackets", subject(profile), reason);
        }
    }

    private LocalProfile ofKey(Partner assistant, FpaSession session, String keyIdentifier) {
        return profiles.lockByKey(keyIdentifier)
                .filter(profile -> profile.eid().equals(session.eid()))
                .orElseThrow(() -> audit.refusal(
                        assistant,
                        ACTION,
                        "euicc:" + session.eid(),
                        Reason.UNKNOWN,
                        "no package here is bound to the key " + keyIdentifier + " of this eUICC"));
    }

    /** Moves a package on; its packets go where the eUICC has said its last word, or does not take them. */
    private boolean apply(LocalProfile profile, LocalProfileEvent event, Optional<String> reason) {
        boolean moved = profile.happened(event, reason, clock.instant());
        if (moved && (profile.state().isFinal() || profile.state() == LocalProfileState.REFUSED)) {
            profiles.deletePackets(profile.id());
        }
        return moved;
    }

    /** What the eUICC signed goes on as it is. */
    private boolean report(
            Partner assistant, LocalProfile profile, DeviceEvent event, Optional<String> reason, byte[] signed) {
        DeviceReport report = profile.report(event, clock.instant(), assistant.name(), reason, Optional.of(signed));
        return reports.add(LocalStock.ReportKind.DEVICE, signed, profile.eid(), report.encoded(), clock.instant());
    }

    private static String subject(LocalProfile profile) {
        return "profile:" + profile.iccid();
    }
}
