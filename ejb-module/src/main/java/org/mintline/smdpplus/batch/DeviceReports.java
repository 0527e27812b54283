package org.mintline.smdpplus.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.bulk.DeviceReport;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.OtherSignedNotification;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.ProfileInstallationResultData;
import org.mintline.rsp.factory.KeyUse;
import org.mintline.smdpplus.Batches.RefusedException;
import org.mintline.smdpplus.lot.KeyEvent;
import org.mintline.smdpplus.lot.LotEuicc;
import org.mintline.smdpplus.lot.LotKey;
import org.mintline.smdpplus.lot.LotRepository;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileRepository;
import org.mintline.smdpplus.session.HandleNotification;

/**
 * What stations report of profiles (PSS-12), in the transaction of the caller. The word of a station is kept in the story of the
 * profile; only what the eUICC signed changes the state of profile and key.
 */
@Dependent
public class DeviceReports {
    private final BatchRepository batches;
    private final ProfileRepository profiles;
    private final LotRepository lots;
    private final HandleNotification notifications;
    private final Cryptography cryptography;
    private final BatchAudit audit;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public DeviceReports(
            BatchRepository batches,
            ProfileRepository profiles,
            LotRepository lots,
            HandleNotification notifications,
            Cryptography cryptography,
            BatchAudit audit,
            Clock clock) {
        this.batches = batches;
        this.profiles = profiles;
        this.lots = lots;
        this.notifications = notifications;
        this.cryptography = cryptography;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a report; one that came before changes nothing.
     *
     * @throws RefusedException if it is about no profile that went out on this line, or what the eUICC signed is not about it
     * @throws org.mintline.rsp.status.FunctionException if what the eUICC signed is not genuine
     * @throws org.mintline.rsp.tlv.DecodeException if it is malformed
     */
    void take(String line, DeviceReport report) {
        Batch batch = batches.find(report.batch())
                .filter(one -> one.line().equals(line))
                .orElseThrow(() -> new RefusedException("no batch " + report.batch() + " went out on this line"));
        BatchItem item = batches.item(new BatchItem.Key(batch.id(), report.number()))
                .filter(one -> one.eid().equals(report.eid().digits())
                        && one.iccid().equals(report.iccid().digits()))
                .orElseThrow(() -> new RefusedException("the batch has no such profile for that eUICC"));
        BatchReport.Key key = new BatchReport.Key(batch.id(), report.number(), report.event(), report.at());
        if (batches.isReported(key)) {
            return;
        }
        Instant now = clock.instant();
        batches.add(new BatchReport(key, report, now));
        String door = "line:" + line;
        if (report.notification().isPresent()) {
            take(PendingNotification.decode(report.notification().get()), item, door, now);
        } else if (report.event() == DeviceEvent.INSTALLATION_FAILED) {
            item.to(BatchItemState.FAILED, report.reason(), now);
        }
        audit.record(
                batch,
                door,
                "deviceReport",
                report.event() + " of profile " + report.number() + ", " + report.iccid() + ", station "
                        + report.station());
    }

    private void take(PendingNotification notification, BatchItem item, String door, Instant now) {
        boolean about = notification
                .notificationMetadata()
                .iccid()
                .filter(iccid -> iccid.digits().equals(item.iccid()))
                .isPresent();
        if (!about) {
            throw new RefusedException("what the eUICC signed is about another profile");
        }
        if (notification instanceof ProfileInstallationResult result) {
            take(result, item, door, now);
        } else if (notification instanceof OtherSignedNotification other) {
            notifications.take(other, door);
        }
    }

    private void take(ProfileInstallationResult result, BatchItem item, String door, Instant now) {
        ProfileInstallationResultData data = result.profileInstallationResultData();
        LotKey key = lots.keys(List.of(item.lotKeyId())).get(item.lotKeyId());
        LotEuicc euicc = lots.euiccs(List.of(key.euiccId())).get(key.euiccId());
        if (!key.keyIdentifier().equals(data.transactionId().text())) {
            throw new RefusedException("what the eUICC signed is about another key");
        }
        if (!euicc.hasSigned(cryptography, result.euiccSignPIR().value(), data.encoded())) {
            throw new RefusedException("euiccSignPIR is wrong");
        }
        Profile profile = profiles.find(item.profileId()).orElseThrow();
        boolean ofItsOrder = profile.order().matchingId().equals(Optional.of(key.keyIdentifier()));
        if (notifications.take(result, profile, item.eid(), ofItsOrder, door)) {
            Optional<String> failure = HandleNotification.errorOf(data).map(Enum::name);
            item.to(failure.isPresent() ? BatchItemState.FAILED : BatchItemState.INSTALLED, failure, now);
            if (KeyUse.isEndedBy(data.finalResult())) {
                key.end(KeyEvent.USE, now);
            }
        }
    }
}
