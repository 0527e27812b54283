package org.mintline.support.station;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.line.LineMessage;
import org.mintline.line.LineMessageKind;
import org.mintline.line.LineOutbox;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.bulk.DeviceReport;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.identification.Eid;
import org.mintline.support.DeliveryEvent;
import org.mintline.support.DeliveryState;
import org.mintline.support.StationService.Report;
import org.mintline.support.Stations.Station;
import org.mintline.support.SupportException;
import org.mintline.support.SupportException.Reason;
import org.mintline.support.batch.BatchRepository;
import org.mintline.support.device.DeviceRepository;
import org.mintline.support.device.StoryEntry;
import org.mintline.support.image.ImageRepository;
import org.mintline.support.image.StoredImage;
import org.mintline.support.packets.PacketsRepository;
import org.mintline.support.packets.ReceivedProfile;

/** Keeps what happened to devices in their stories, moves their profiles on, and tells the server that generated them (PSS-12). */
@ApplicationScoped
public class Reports {
    private static final int LONGEST_REASON = 255;
    private static final String ACTION = "reportEvent";

    private DeviceRepository devices;
    private PacketsRepository profiles;
    private ImageRepository images;
    private BatchRepository batches;
    private LineOutbox outbox;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected Reports() {}

    /** Of the given parts. */
    @Inject
    public Reports(
            DeviceRepository devices,
            PacketsRepository profiles,
            ImageRepository images,
            BatchRepository batches,
            LineOutbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.devices = devices;
        this.profiles = profiles;
        this.images = images;
        this.batches = batches;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    void report(Station station, Report report) {
        if (devices.find(report.eid()).isEmpty()) {
            throw refused(station, report.eid(), Reason.UNKNOWN, "the device is not registered");
        }
        Optional<ReceivedProfile> profile = profileOf(station, report);
        SignedWord.of(report, profile).objection().ifPresent(sentence -> {
            throw refused(station, report.eid(), Reason.MALFORMED, sentence);
        });
        String key = key(report);
        if (devices.isTold(key)) {
            return;
        }
        Report told = withReasonOf(report);
        profile.ifPresent(known -> moveOn(station, known, told));
        StoryEntry entry = new StoryEntry(
                        told.eid(), key, told.event().name(), told.at(), clock.instant(), station.name())
                .because(told.reason())
                .signed(told.notification());
        profile.ifPresentOrElse(entry::of, () -> told.iccid().ifPresent(entry::of));
        devices.add(entry);
        profile.ifPresent(known -> tellGenerationServer(station, known, told, key));
        record(
                station,
                told.eid(),
                told.event().name(),
                profile.map(known -> "profile " + known.iccid()).orElse("a profile that did not come here")
                        + told.reason().map(reason -> ": " + reason).orElse(""));
    }

    void refused(Station station, Optional<Eid> device, String sentence, Instant at) {
        String reason = cut(sentence);
        device.ifPresent(eid -> {
            String key = digest(eid.digits(), "REFUSED", station.name(), reason, at.toString());
            if (!devices.isTold(key)) {
                devices.add(new StoryEntry(eid, key, "REFUSED", at, clock.instant(), station.name())
                        .because(Optional.of(reason)));
            }
        });
        audit.record(new AuditEvent(
                Optional.empty(),
                StationServiceBean.actor(station),
                "refuseDevice",
                device.map(StationServiceBean::subject).orElse("device:unknown"),
                "refused",
                reason));
    }

    /** The profile that a report tells of, locked. */
    private Optional<ReceivedProfile> profileOf(Station station, Report report) {
        Optional<StoredImage> image = report.image().flatMap(images::findByIdentifier);
        if (image.isEmpty()) {
            return report.iccid().flatMap(iccid -> profiles.lock(report.eid(), iccid));
        }
        ReceivedProfile profile = profiles.lock(image.get().profileId()).orElseThrow();
        if (!profile.eid().equals(report.eid())
                || report.iccid()
                        .filter(iccid -> !iccid.equals(profile.iccid()))
                        .isPresent()) {
            throw refused(station, report.eid(), Reason.MALFORMED, "the image is of another device or profile");
        }
        return Optional.of(profile);
    }

    private void moveOn(Station station, ReceivedProfile profile, Report report) {
        Optional<DeliveryEvent> event =
                switch (report.event()) {
                    case INSTALLED -> Optional.of(DeliveryEvent.INSTALL).filter(e -> !isInstalled(profile));
                    case INSTALLATION_FAILED ->
                        Optional.of(DeliveryEvent.FAIL)
                                .filter(e -> !isInstalled(profile) && profile.state() != DeliveryState.FAILED);
                    default -> Optional.empty();
                };
        event.ifPresent(one -> {
            if (profile.state().after(one).isEmpty()) {
                throw refused(
                        station,
                        report.eid(),
                        Reason.NOT_NOW,
                        "the profile " + profile.iccid() + " was not handed out");
            }
            profile.happened(one, clock.instant());
        });
    }

    private static boolean isInstalled(ReceivedProfile profile) {
        return profile.state() == DeliveryState.INSTALLED;
    }

    private void tellGenerationServer(Station station, ReceivedProfile profile, Report report, String key) {
        DeviceReport told = new DeviceReport(
                profile.batch(),
                profile.number(),
                profile.eid(),
                profile.iccid(),
                report.event(),
                report.at().truncatedTo(ChronoUnit.SECONDS),
                station.name(),
                report.reason(),
                report.notification());
        outbox.send(
                batches.lineOf(profile.batch()),
                new LineMessage(
                        LineMessageKind.DEVICE_REPORT,
                        profile.batch() + "/" + profile.number() + "/" + key.substring(0, 32),
                        told.encoded()));
    }

    /**
     * By what a repetition of a report is known. A device installs an image once, however often and whenever that is told; other events may
     * come again and are told apart by what the eUICC signed, or else by their time.
     */
    private static String key(Report report) {
        boolean installation =
                report.event() == DeviceEvent.INSTALLED || report.event() == DeviceEvent.INSTALLATION_FAILED;
        return digest(
                report.eid().digits(),
                report.event().name(),
                report.image().orElse(""),
                report.iccid().map(iccid -> iccid.digits()).orElse(""),
                report.notification()
                        .map(HexFormat.of()::formatHex)
                        .orElse(installation ? "" : report.at().toString()));
    }

    private static String digest(String... parts) {
        return HexFormat.of()
                .formatHex(Cryptography.sha256(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)));
    }

    private static Report withReasonOf(Report report) {
        return new Report(
                report.eid(),
                report.event(),
                report.image(),
                report.iccid(),
                report.at(),
                report.reason().map(Reports::cut),
                report.notification());
    }

    /** The beginning of a text that has at most 255 bytes in UTF-8. */
    private static String cut(String text) {
        StringBuilder cut = new StringBuilder();
        int bytes = 0;
        for (int point : text.codePoints().toArray()) {
            bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_REASON) {
                break;
            }
            cut.appendCodePoint(point);
        }
        return cut.toString();
    }

    private void record(Station station, Eid eid, String outcome, String detail) {
        audit.record(new AuditEvent(
                Optional.empty(),
                StationServiceBean.actor(station),
                ACTION,
                StationServiceBean.subject(eid),
                outcome,
                detail));
    }

    private SupportException refused(Station station, Eid eid, Reason reason, String sentence) {
        audit.recordRefusal(new AuditEvent(
                Optional.empty(),
                StationServiceBean.actor(station),
                ACTION,
                StationServiceBean.subject(eid),
                reason.name(),
                sentence));
        return new SupportException(reason, sentence);
    }
}
