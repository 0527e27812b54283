package org.mintline.factory.aggregation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.line.LineMessage;
import org.mintline.line.LineMessageKind;
import org.mintline.line.LineOutbox;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.bulk.DeviceReport;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.support.DeliveryEvent;
import org.mintline.support.DeliveryState;
import org.mintline.support.PacketStore;
import org.mintline.support.PacketStore.StoredProfile;

/**
 * Hands over what a factory tells to the line that its batch came on, once, and notes it here (OFF-6). What the eUICC signed is
 * verified by the SM-DP+ that bound the package, which knows the eUICC; here it is looked at only as far as it says where it belongs.
 */
@Dependent
public class ReportForwarding {
    private static final Map<DeviceEvent, DeliveryEvent> DELIVERIES = Map.of(
            DeviceEvent.INSTALLED, DeliveryEvent.INSTALL,
            DeviceEvent.INSTALLATION_FAILED, DeliveryEvent.FAIL);

    private final Offered offered;
    private final PacketStore store;
    private final AggregatedReports told;
    private final LineOutbox lines;
    private final AuditTrail audit;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public ReportForwarding(
            Offered offered,
            PacketStore store,
            AggregatedReports told,
            LineOutbox lines,
            AuditTrail audit,
            Clock clock) {
        this.offered = offered;
        this.store = store;
        this.told = told;
        this.lines = lines;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a report; returns why it is not taken. */
    Optional<String> report(Partner server, byte[] encoded) {
        DeviceReport report;
        try {
            report = DeviceReport.decode(encoded);
        } catch (DecodeException e) {
            return refused(server, "deviceReport", "report:unreadable", e.getMessage());
        }
        String subject = "profile:" + report.iccid();
        Optional<String> line = offered.line(server, report.batch());
        Optional<StoredProfile> profile = store.find(report.batch(), report.number())
                .filter(one -> one.eid().equals(report.eid()) && one.iccid().equals(report.iccid()));
        if (line.isEmpty() || profile.isEmpty()) {
            return refused(server, "deviceReport", subject, "no lot of this server has such a profile for that eUICC");
        }
        String digest = HexFormat.of().formatHex(Cryptography.sha256(encoded));
        if (told.isNew(digest, server.name(), clock.instant())) {
            lines.send(line.get(), new LineMessage(LineMessageKind.DEVICE_REPORT, "report/" + digest, encoded));
            note(server, profile.get(), report.event());
            record(
                    server,
                    "deviceReport",
                    subject,
                    report.event() + ", EID " + report.eid() + ", station " + report.station());
        }
        return Optional.empty();
    }

    /** Its state here follows, as far as its own table allows: the word that went on is what counts. */
    private void note(Partner server, StoredProfile profile, DeviceEvent event) {
        DeliveryEvent delivery = DELIVERIES.get(event);
        if (delivery == null) {
            return;
        }
        if (profile.state().after(DeliveryEvent.HAND_OUT).isPresent() && profile.state() != DeliveryState.SENT) {
            store.happened(profile.id(), DeliveryEvent.HAND_OUT, Offered.actor(server));
        }
        if (store.find(profile.id()).orElseThrow().state().after(delivery).isPresent()) {
            store.happened(profile.id(), delivery, Offered.actor(server));
        }
    }

    /** Takes a proof; returns why it is not taken. */
    Optional<String> deletedKeys(Partner server, byte[] encoded) {
        Eid eid;
        try {
            eid = DeleteUnusedKeysResponse.decode(encoded).signed().eid();
        } catch (DecodeException e) {
            return refused(server, "deletedKeys", "proof:unreadable", e.getMessage());
        }
        Set<String> ways = lines(server, eid);
        if (ways.isEmpty()) {
            return refused(server, "deletedKeys", "euicc:" + eid, "no lot of this server has a profile for that eUICC");
        }
        String identifier = "deleted-keys/" + HexFormat.of().formatHex(Cryptography.sha256(encoded));
        List<String> fresh = ways.stream()
                .filter(line -> told.isNew(digest(line, encoded), server.name(), clock.instant()))
                .toList();
        fresh.forEach(line -> lines.send(line, new LineMessage(LineMessageKind.DELETED_KEYS, identifier, encoded)));
        if (!fresh.isEmpty()) {
            record(server, "deletedKeys", "euicc:" + eid, "to " + String.join(", ", fresh));
        }
        return Optional.empty();
    }

    /** A batch for the eUICC may come on another line after the proof, which goes there then. */
    private static String digest(String line, byte[] proof) {
        ByteArrayOutputStream way = new ByteArrayOutputStream();
        way.writeBytes((line + "/").getBytes(StandardCharsets.US_ASCII));
        way.writeBytes(proof);
        return HexFormat.of().formatHex(Cryptography.sha256(way.toByteArray()));
    }

    private Set<String> lines(Partner server, Eid eid) {
        List<StoredProfile> profiles = store.list(
                        PacketStore.Filter.of(eid), OptionalLong.empty(), PacketStore.MAXIMUM_PAGE)
                .items();
        Set<String> found = new TreeSet<>();
        profiles.stream().map(StoredProfile::batch).distinct().forEach(batch -> offered.line(server, batch)
                .ifPresent(found::add));
        return found;
    }

    private void record(Partner server, String action, String subject, String detail) {
        audit.record(new AuditEvent(Optional.empty(), Offered.actor(server), action, subject, "done", detail));
    }

    private Optional<String> refused(Partner server, String action, String subject, String reason) {
        audit.recordRefusal(
                new AuditEvent(Optional.empty(), Offered.actor(server), action, subject, "refused", reason));
        return Optional.of(reason);
    }
}
