package org.mintline.device.factory;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mintline.device.factory.jig.Jig;
import org.mintline.device.factory.station.AuditLog;
import org.mintline.device.factory.station.ImageQueue;
import org.mintline.device.factory.station.Progress;
import org.mintline.device.factory.station.Station;
import org.mintline.device.factory.station.StationPolicy;
import org.mintline.device.factory.station.StationProcess;
import org.mintline.device.lpa.Sgp26;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.station.JigReading;
import org.mintline.rsp.station.JigSettings;

/** A station with its queue of images and its audit log, whatever carries its commands. */
final class StationRoom implements AutoCloseable {
    static final Jig GOOD_JIG = () -> new JigReading(new BigDecimal("3.31"), new BigDecimal("0.118"));
    static final Jig WRONG_JIG = () -> new JigReading(new BigDecimal("3.31"), new BigDecimal("0.3"));

    final AuditLog audit;
    private final Path folder;

    StationRoom(Path folder) throws IOException {
        this.folder = folder;
        audit = AuditLog.open(folder.resolve("audit.log"), Sgp26.CLOCK);
    }

    StationProcess process(AuthenticationManner manner) throws IOException {
        return process(manner, Factory.MASTER);
    }

    StationProcess process(AuthenticationManner manner, KeySet master) throws IOException {
        StationPolicy policy =
                new StationPolicy(manner, Optional.of(master), Optional.of(JigSettings.parse("3.3,0.12,5,3")), false);
        Station station = new Station(policy, audit, Progress.NONE, Factory.CRYPTOGRAPHY.randomness());
        return new StationProcess(station, new ImageQueue(images()), Progress.NONE);
    }

    void enqueue(Eid eid, byte[] image) throws IOException {
        Files.write(Files.createDirectories(images()).resolve(eid.digits() + ".image"), image);
    }

    String log() throws IOException {
        AuditLog.verify(folder.resolve("audit.log"));
        return Files.readString(folder.resolve("audit.log"));
    }

    List<String> events() throws IOException {
        return log().lines().map(line -> line.split("\t")[2]).toList();
    }

    private Path images() {
        return folder.resolve("images");
    }

    @Override
    public void close() throws IOException {
        audit.close();
    }
}
