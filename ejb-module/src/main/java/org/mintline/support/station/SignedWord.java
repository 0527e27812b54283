package org.mintline.support.station;

import java.util.Optional;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.OtherSignedNotification;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.support.StationService.Report;
import org.mintline.support.packets.ReceivedProfile;

/**
 * What the eUICC signed of an event, held against what a station says of it. The signature itself is for the server that generated the
 * profile to verify: it has the eUICC's certificates.
 *
 * @param objection what contradicts what; empty if nothing does
 */
record SignedWord(Optional<String> objection) {
    static SignedWord of(Report report, Optional<ReceivedProfile> profile) {
        return new SignedWord(report.notification().flatMap(bytes -> objection(bytes, report, profile)));
    }

    private static Optional<String> objection(byte[] bytes, Report report, Optional<ReceivedProfile> profile) {
        try {
            PendingNotification notification = PendingNotification.decode(bytes);
            if (!isOfProfile(notification, report.iccid().or(() -> profile.map(ReceivedProfile::iccid)))) {
                return Optional.of("the notification is of another profile");
            }
            return notification instanceof ProfileInstallationResult result
                    ? objection(result, report, profile)
                    : objection((OtherSignedNotification) notification, report);
        } catch (DecodeException e) {
            return Optional.of("the notification cannot be read: " + e.getMessage());
        }
    }

    private static boolean isOfProfile(PendingNotification notification, Optional<Iccid> iccid) {
        Optional<Iccid> signed = notification.notificationMetadata().iccid();
        return signed.isEmpty() || iccid.isEmpty() || signed.get().equals(iccid.get());
    }

    private static Optional<String> objection(
            ProfileInstallationResult result, Report report, Optional<ReceivedProfile> profile) {
        boolean success = result.profileInstallationResultData().finalResult() instanceof FinalResult.SuccessResult;
        if (report.event() != (success ? DeviceEvent.INSTALLED : DeviceEvent.INSTALLATION_FAILED)) {
            return Optional.of("the eUICC signed another result than " + report.event());
        }
        return profile.filter(known -> !known.keyIdentifier()
                        .equals(result.profileInstallationResultData().transactionId()))
                .map(known -> "the eUICC signed the result of another session");
    }

    private static Optional<String> objection(OtherSignedNotification notification, Report report) {
        NotificationEvent signed = notification.notificationMetadata().profileManagementOperation();
        boolean same =
                switch (signed) {
                    case NOTIFICATION_ENABLE -> report.event() == DeviceEvent.ENABLED;
                    case NOTIFICATION_DISABLE -> report.event() == DeviceEvent.DISABLED;
                    case NOTIFICATION_DELETE -> report.event() == DeviceEvent.DELETED;
                    default -> false;
                };
        return same ? Optional.empty() : Optional.of("the eUICC signed another event than " + report.event());
    }
}
