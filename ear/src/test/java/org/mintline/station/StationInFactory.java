package org.mintline.station;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.mintline.device.factory.jig.Jig;
import org.mintline.device.factory.link.Carrier;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.server.ServerDesk;
import org.mintline.device.factory.server.SupportServer;
import org.mintline.device.factory.station.AuditLog;
import org.mintline.device.factory.station.ImageQueue;
import org.mintline.device.factory.station.Progress;
import org.mintline.device.factory.station.Station;
import org.mintline.device.factory.station.StationPolicy;
import org.mintline.device.factory.station.StationProcess;
import org.mintline.device.factory.station.StationProcess.Place;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.station.AuthenticationEvidence;
import org.mintline.rsp.station.AuthenticationRules;
import org.mintline.rsp.station.JigReading;

/** The station as {@code ./mintline station serve --server} puts it together, within the test. */
public final class StationInFactory implements AutoCloseable {
    static final Jig GOOD_JIG = () -> new JigReading(new BigDecimal("3.312"), new BigDecimal("0.118"));
    static final Jig WRONG_JIG = () -> new JigReading(new BigDecimal("3.312"), new BigDecimal("0.3"));

    private final Path folder;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<InstallationReport> reports = new CopyOnWriteArrayList<>();
    private final AuditLog audit;
    private final ServerDesk desk;
    private final StationProcess process;

    /** A station that does as the server wants. */
    public StationInFactory(SupportServer server, Path folder) throws IOException {
        this(server, server.rules(), folder);
    }

    /**
     * A station that does as it likes.
     *
     * @param rules how it authenticates devices
     */
    StationInFactory(SupportServer server, AuthenticationRules rules, Path folder) throws IOException {
        this.folder = folder;
        audit = AuditLog.open(folder.resolve("station.log"), Clock.systemUTC());
        Path images = folder.resolve("images");
        desk = new ServerDesk(server, images, images.resolve("reports"), new Told(), Clock.systemUTC());
        Station station = new Station(
                new StationPolicy(rules, Optional.of(server)),
                audit,
                desk,
                Cryptography.system().randomness());
        process = new StationProcess(station, new ImageQueue(images), desk);
    }

    /** Serves the device at a line once, and sends reports; whether it installed a profile. */
    public boolean serve(Carrier line, Jig jig) throws IOException {
        boolean isInstalled = process.serve(new Place("line 1", line, jig));
        desk.sendReports();
        return isInstalled;
    }

    public boolean serve(Carrier line) throws IOException {
        return serve(line, GOOD_JIG);
    }

    ServerDesk desk() {
        return desk;
    }

    /** What the person at the station was told. */
    List<String> told() {
        return told;
    }

    /** The reports that it collected. */
    List<InstallationReport> reports() {
        return reports;
    }

    /** The audit log of the station, whose chain is whole. */
    String log() throws IOException {
        AuditLog.verify(folder.resolve("station.log"));
        return Files.readString(folder.resolve("station.log"));
    }

    /** Files in a folder of the station. */
    List<Path> files(String below) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(below))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Puts an image in the queue, before all others of the device. */
    void enqueue(Eid eid, byte[] image) throws IOException {
        Files.write(folder.resolve("images").resolve(eid.digits() + "-!.image"), image);
    }

    @Override
    public void close() throws IOException {
        audit.close();
    }

    private final class Told implements Progress {
        @Override
        public void authenticated(Eid eid, AuthenticationEvidence evidence) {
            told.add(eid + " authenticated");
        }

        @Override
        public void sent(Eid eid, int sent, int length) {
            // a line for each part would hide the others
        }

        @Override
        public void committed(Eid eid) {
            told.add(eid + " keeps the image");
        }

        @Override
        public void reported(Eid eid, InstallationReport report) {
            reports.add(report);
            told.add(eid + " " + report.detail());
        }

        @Override
        public void refused(String device, String sentence) {
            told.add(device + ": " + sentence);
        }

        @Override
        public void told(String sentence) {
            told.add(sentence);
        }
    }
}
