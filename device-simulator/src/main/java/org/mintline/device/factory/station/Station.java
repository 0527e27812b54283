package org.mintline.device.factory.station;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mintline.device.factory.jig.Jig;
import org.mintline.device.factory.protocol.Identity;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.protocol.Refusal;
import org.mintline.device.factory.protocol.RefusedException;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.scp03.AuthenticationFailedException;
import org.mintline.rsp.station.AuthenticationEvidence;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.station.JigReading;
import org.mintline.rsp.station.JigSettings;

/**
 * Serves the device at one wire: authenticates it, and only then does anything else. What fails is told in plain words and leaves an audit
 * line. One station object serves many wires; it is safe for many threads.
 */
public final class Station {
    private final StationPolicy policy;
    private final AuditLog audit;
    private final Progress progress;
    private final Randomness randomness;

    /**
     * @param audit where every decision is written down
     * @param randomness for the challenges of the key set
     */
    public Station(StationPolicy policy, AuditLog audit, Progress progress, Randomness randomness) {
        this.policy = policy;
        this.audit = audit;
        this.progress = progress;
        this.randomness = randomness;
    }

    /**
     * Authenticates the device at a wire, in the manner that is set.
     *
     * @param jig measures what this device takes; is not asked if the jig is no part of the manner
     * @return who it is
     * @throws StationException if it is not authenticated; it got nothing then
     * @throws IOException if the wire or the audit log fails
     */
    public Eid authenticate(DeviceLink device, Jig jig) throws IOException, StationException {
        Identity identity = device.identity();
        List<JigReading> readings = new ArrayList<>();
        Optional<String> objection = policy.rules().testObjection(identity.testProfileMode());
        if (objection.isEmpty() && policy.rules().manner().hasJig()) {
            objection = measure(jig, readings);
        }
        if (objection.isEmpty()) {
            objection = open(device, identity);
        }
        String name = identity.eid().digits();
        if (objection.isPresent()) {
            throw refused(name, AuditEvent.NOT_AUTHENTICATED, objection.get(), null);
        }
        AuthenticationManner manner = policy.rules().manner();
        audit.add(name, AuditEvent.AUTHENTICATED, manner.name());
        progress.authenticated(
                identity.eid(),
                new AuthenticationEvidence(manner, manner.hasKeySet(), readings, identity.testProfileMode()));
        return identity.eid();
    }

    /**
     * Sends an image to a device that is authenticated. That the device has it already is as good as sending it.
     *
     * @throws StationException if the device refuses it
     * @throws IOException if the wire or the audit log fails; the transfer goes on where it was the next time
     */
    public void send(DeviceLink device, Eid eid, QueuedImage image) throws IOException, StationException {
        int length = image.transfer().length();
        String detail = image.transfer().name();
        try {
            device.send(image, sent -> progress.sent(eid, sent, length));
        } catch (RefusedException e) {
            boolean there = e.refusal() == Refusal.IMAGE_COMMITTED;
            if (!there) {
                throw refused(eid.digits(), AuditEvent.IMAGE_NOT_SENT, e.getMessage(), e);
            }
            detail += ", was there already";
        } catch (IOException e) {
            audit.add(eid.digits(), AuditEvent.IMAGE_NOT_SENT, detail + ": " + e.getMessage());
            throw e;
        }
        audit.add(eid.digits(), AuditEvent.IMAGE_SENT, detail);
        progress.committed(eid);
    }

    /**
     * Collects the reports of a device that is authenticated. Each is in the audit log before the device forgets it.
     *
     * @return the reports, the oldest first
     */
    public List<InstallationReport> collect(DeviceLink device, Eid eid) throws IOException {
        List<InstallationReport> reports = new ArrayList<>();
        for (Optional<InstallationReport> next = device.report(); next.isPresent(); next = device.report()) {
            InstallationReport report = next.get();
            AuditEvent event = report.isInstalled() ? AuditEvent.INSTALLED : AuditEvent.NOT_INSTALLED;
            String profile = report.iccid()
                    .map(iccid -> "profile " + iccid.digits() + ", ")
                    .orElse("");
            audit.add(eid.digits(), event, profile + "image " + report.imageName() + ": " + report.detail());
            progress.reported(eid, report);
            reports.add(report);
            device.removeReport(report);
        }
        return reports;
    }

    /** Writes down that a device was put into another mode. */
    public void noteMode(Eid eid, String mode) throws IOException {
        audit.add(eid.digits(), AuditEvent.MODE_SET, mode);
    }

    private Optional<String> measure(Jig jig, List<JigReading> readings) {
        JigSettings settings = policy.rules().jig().orElseThrow();
        try {
            for (int sample = 0; sample < settings.samples(); sample++) {
                readings.add(jig.read());
            }
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
        return settings.judge(readings);
    }

    private Optional<String> open(DeviceLink device, Identity identity) throws IOException {
        try {
            if (policy.rules().manner().hasKeySet()) {
                device.openChannel(policy.keys().orElseThrow().of(identity.eid()), randomness);
            }
            device.openSession(policy.rules().manner());
            return Optional.empty();
        } catch (AuthenticationFailedException e) {
            return Optional.of("the device does not have the key set that belongs to its EID: " + e.getMessage());
        } catch (RefusedException | DeviceKeysException e) {
            return Optional.of(e.getMessage());
        }
    }

    private StationException refused(String device, AuditEvent event, String sentence, Exception cause)
            throws IOException {
        audit.add(device, event, sentence);
        progress.refused(device, sentence);
        return new StationException(sentence, cause);
    }
}
