package org.mintline.device.factory.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.station.Progress;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.ImageOutline;
import org.mintline.rsp.image.ProfileImageException;
import org.mintline.rsp.station.AuthenticationEvidence;

/**
 * Stands between a station and the support server: brings the image of a device that was authenticated into the station's queue, and
 * carries reports and refusals away. While the server is away the station goes on with the images that it has, and reports wait
 * on the disk. For many threads.
 */
public final class ServerDesk implements Progress {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SupportServer server;
    private final Path images;
    private final ReportQueue reports;
    private final Progress console;
    private final Clock clock;
    private final Set<Eid> committed = ConcurrentHashMap.newKeySet();
    private volatile String trouble = "";

    /**
     * @param images the folder of the station's queue
     * @param reports the folder in which reports wait
     * @param console is told the same
     * @throws IOException if a folder cannot be made
     */
    public ServerDesk(SupportServer server, Path images, Path reports, Progress console, Clock clock)
            throws IOException {
        this.server = server;
        this.images = Files.createDirectories(images);
        this.reports = new ReportQueue(reports);
        this.console = console;
        this.clock = clock;
    }

    /**
     * Sends the reports that wait.
     *
     * @return how many still wait
     */
    public int sendReports() throws IOException {
        try {
            for (String sentence : reports.send(server)) {
                console.told("the support server refuses a report, which is kept in 'refused': " + sentence);
            }
            trouble = "";
        } catch (IOException e) {
            tellOnce("reports wait: " + e.getMessage());
        }
        return reports.size();
    }

    /** What lasts is told when it begins. */
    private synchronized void tellOnce(String sentence) {
        if (!sentence.equals(trouble)) {
            trouble = sentence;
            console.told(sentence);
        }
    }

    @Override
    public void authenticated(Eid eid, AuthenticationEvidence evidence) {
        console.authenticated(eid, evidence);
        if (committed.remove(eid)) {
            // it has just booted to install what this station gave it
            return;
        }
        try {
            Optional<byte[]> image = server.image(eid, evidence);
            if (image.isPresent()) {
                queue(eid, image.get());
            }
        } catch (ServerRefusalException e) {
            console.refused(eid.digits(), "the support server gives no image: " + e.getMessage());
        } catch (ProfileImageException e) {
            console.refused(eid.digits(), "the support server gives what is no image: " + e.getMessage());
        } catch (IOException e) {
            console.refused(eid.digits(), "the support server gives no image now: " + e.getMessage());
        }
    }

    /** Puts an image where the station looks for it, unless this station has sent it already. */
    private void queue(Eid eid, byte[] image) throws IOException {
        byte[] identifier =
                ImageOutline.read(new ByteArrayInputStream(image)).header().imageIdentifier();
        String name = eid.digits() + "-" + HexFormat.of().formatHex(identifier) + ".image";
        if (Files.exists(images.resolve("sent").resolve(name))) {
            return;
        }
        Path unfinished = images.resolve(name + ".unfinished");
        Files.write(unfinished, image);
        Files.move(unfinished, images.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void sent(Eid eid, int sent, int length) {
        console.sent(eid, sent, length);
    }

    @Override
    public void committed(Eid eid) {
        committed.add(eid);
        console.committed(eid);
    }

    @Override
    public void reported(Eid eid, InstallationReport report) {
        ObjectNode body = JSON.createObjectNode()
                .put("event", report.isInstalled() ? "INSTALLED" : "INSTALLATION_FAILED")
                .put("image", report.imageName())
                .put("at", clock.instant().toString());
        report.iccid().ifPresent(iccid -> body.put("iccid", iccid.digits()));
        if (!report.isInstalled()) {
            body.put("reason", report.detail());
        }
        report.profileInstallationResult().ifPresent(signed -> body.put("notification", signed));
        keep("devices/" + eid + "/events", body);
        console.reported(eid, report);
    }

    @Override
    public void refused(String device, String sentence) {
        if (device.matches("[0-9]{32}")) {
            keep(
                    "refusals",
                    JSON.createObjectNode()
                            .put("eid", device)
                            .put("sentence", sentence)
                            .put("at", clock.instant().toString()));
        }
        console.refused(device, sentence);
    }

    @Override
    public void told(String sentence) {
        console.told(sentence);
    }

    private void keep(String path, ObjectNode body) {
        try {
            reports.add(path, body);
        } catch (IOException e) {
            throw new UncheckedIOException("a report cannot be kept, so the device is not told to forget it", e);
        }
    }
}
