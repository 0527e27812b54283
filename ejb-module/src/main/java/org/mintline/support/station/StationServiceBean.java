package org.mintline.support.station;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationEvidence;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.support.DeliveryEvent;
import org.mintline.support.DeliveryState;
import org.mintline.support.StationService;
import org.mintline.support.Stations.Station;
import org.mintline.support.SupportException;
import org.mintline.support.SupportException.Reason;
import org.mintline.support.device.DeviceKeySets;
import org.mintline.support.device.DeviceRepository;
import org.mintline.support.device.FactoryDevice;
import org.mintline.support.image.ImageMaking;
import org.mintline.support.image.ImageRepository;
import org.mintline.support.image.StoredImage;
import org.mintline.support.packets.PacketsRepository;
import org.mintline.support.packets.ReceivedProfile;

/** Serves stations: judges their evidence again, hands images out, and takes reports. */
@Stateless
public class StationServiceBean implements StationService {
    /** How long an image is one station's alone after it was handed out. */
    static final Duration LEASE = Duration.ofMinutes(15);

    private static final int PROFILES_OF_A_DEVICE = 100;

    private DeviceRepository devices;
    private DeviceKeySets keySets;
    private PacketsRepository profiles;
    private ImageRepository images;
    private ImageMaking making;
    private Reports reports;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected StationServiceBean() {}

    /** Of the given parts. */
    @Inject
    public StationServiceBean(
            DeviceRepository devices,
            DeviceKeySets keySets,
            PacketsRepository profiles,
            ImageRepository images,
            ImageMaking making,
            Reports reports,
            AuditTrail audit,
            Clock clock) {
        this.devices = devices;
        this.keySets = keySets;
        this.profiles = profiles;
        this.images = images;
        this.making = making;
        this.reports = reports;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public KeySet keySet(Station station, Eid eid) {
        FactoryDevice device = served(station, eid, "getKeySet");
        if (!station.rules().manner().hasKeySet()) {
            throw refused(
                    station,
                    eid,
                    "getKeySet",
                    Reason.NOT_AUTHENTICATED,
                    "a key set is no part of the manner " + station.rules().manner());
        }
        KeySet keys = keySets.keySetOf(device);
        record(station, eid, "getKeySet", "version " + keys.version());
        return keys;
    }

    @Override
    public Optional<byte[]> image(Station station, Eid eid, AuthenticationEvidence evidence) {
        FactoryDevice device = served(station, eid, "getImage");
        Optional<String> objection = station.rules().objection(evidence);
        if (objection.isPresent()) {
            throw refused(station, eid, "getImage", Reason.NOT_AUTHENTICATED, objection.get());
        }
        boolean testOnly = evidence.manner() == AuthenticationManner.TEST;
        List<ReceivedProfile> waiting = profiles
                .lockFor(
                        eid,
                        EnumSet.of(DeliveryState.RECEIVED, DeliveryState.IMAGED, DeliveryState.SENT),
                        PROFILES_OF_A_DEVICE)
                .stream()
                .filter(profile -> !testOnly || profile.profileClass() == ProfileClass.TEST)
                .toList();
        return waiting.isEmpty() ? Optional.empty() : Optional.of(handOut(station, device, waiting.get(0)));
    }

    private byte[] handOut(Station station, FactoryDevice device, ReceivedProfile profile) {
        Instant now = clock.instant();
        StoredImage image = making.current(profile, device)
                .orElseThrow(() -> refused(
                        station,
                        device.eid(),
                        "getImage",
                        Reason.NOT_NOW,
                        "there is no valid key that signs images of the kind " + device.accepts()));
        if (image.isLeasedToAnother(station.id(), now)) {
            throw refused(
                    station,
                    device.eid(),
                    "getImage",
                    Reason.WITH_ANOTHER_STATION,
                    "another station has the image of this device, and is given some minutes to install it");
        }
        image.lease(station.id(), now.plus(LEASE));
        profile.happened(DeliveryEvent.HAND_OUT, now);
        record(station, device.eid(), "getImage", "profile " + profile.iccid() + ", image " + image.image());
        return images.content(profile.id()).orElseThrow();
    }

    @Override
    public void report(Station station, Report report) {
        reports.report(station, report);
    }

    @Override
    public void refused(Station station, Optional<Eid> device, String sentence, Instant at) {
        reports.refused(station, device, sentence, at);
    }

    private FactoryDevice served(Station station, Eid eid, String action) {
        FactoryDevice device = devices.find(eid)
                .orElseThrow(() -> refused(station, eid, action, Reason.UNKNOWN, "the device is not registered"));
        if (station.lot().filter(lot -> !lot.equals(device.lot())).isPresent()) {
            throw refused(
                    station,
                    eid,
                    action,
                    Reason.UNKNOWN,
                    "the device is of the lot " + device.lot() + ", not "
                            + station.lot().orElseThrow());
        }
        return device;
    }

    private void record(Station station, Eid eid, String action, String detail) {
        audit.record(new AuditEvent(Optional.empty(), actor(station), action, subject(eid), "done", detail));
    }

    private SupportException refused(Station station, Eid eid, String action, Reason reason, String sentence) {
        audit.recordRefusal(
                new AuditEvent(Optional.empty(), actor(station), action, subject(eid), reason.name(), sentence));
        return new SupportException(reason, sentence);
    }

    static String actor(Station station) {
        return "station:" + station.id();
    }

    static String subject(Eid eid) {
        return "device:" + eid.digits();
    }
}
