package org.mintline.device.demo.factory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mintline.device.demo.Installation;
import org.mintline.device.factory.jig.Jig;
import org.mintline.device.factory.link.PseudoTerminalPair;
import org.mintline.device.factory.link.RequestingEnd;
import org.mintline.device.factory.link.SerialWire;
import org.mintline.device.factory.server.ServerDesk;
import org.mintline.device.factory.server.SupportServer;
import org.mintline.device.factory.station.AuditLog;
import org.mintline.device.factory.station.ImageQueue;
import org.mintline.device.factory.station.Progress;
import org.mintline.device.factory.station.Station;
import org.mintline.device.factory.station.StationPolicy;
import org.mintline.device.factory.station.StationProcess;
import org.mintline.device.factory.station.StationProcess.Place;
import org.mintline.device.https.HttpsClient;
import org.mintline.rsp.crypto.Cryptography;

/** The station of the demo, with a place at a serial line for each device. */
final class FactoryFloor implements AutoCloseable {
    private static final int PATIENCE = 5_000;

    private final List<PseudoTerminalPair> lines = new ArrayList<>();
    private final List<SerialWire> atStation = new ArrayList<>();
    private final List<SerialWire> atDevices = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<DemoDevice> devices;
    private final AuditLog audit;
    private final ServerDesk desk;
    private final StationProcess process;

    /**
     * Sets it up, with its devices off.
     *
     * @param factory the server that it works for
     * @param folder for its images, reports and audit log
     * @param jig measures every device
     * @param progress is told what happens at the places
     */
    FactoryFloor(Installation factory, Path folder, List<DemoDevice> devices, Jig jig, Progress progress)
            throws IOException {
        this.devices = List.copyOf(devices);
        Path images = Files.createDirectories(folder.resolve("images"));
        SupportServer server = new SupportServer(new HttpsClient(
                "localhost", factory.stations(), factory.station().context()));
        audit = AuditLog.open(folder.resolve("audit.log"), Clock.systemUTC());
        desk = new ServerDesk(server, images, folder.resolve("reports"), progress, Clock.systemUTC());
        Station station = new Station(
                new StationPolicy(server.rules(), Optional.of(server)),
                audit,
                desk,
                Cryptography.system().randomness());
        process = new StationProcess(station, new ImageQueue(images), desk);
        for (DemoDevice device : devices) {
            PseudoTerminalPair line = PseudoTerminalPair.open(folder, "serial-" + device.eid());
            lines.add(line);
            SerialWire wire = SerialWire.open(line.station(), SerialWire.BAUD_RATE);
            atStation.add(wire);
            atDevices.add(SerialWire.open(line.device(), SerialWire.BAUD_RATE));
            places.add(new Place(line.station(), new RequestingEnd(wire, PATIENCE), jig));
        }
    }

    /** Switches a device on at its place. */
    void switchOn(DemoDevice device) {
        device.switchOn(atDevices.get(devices.indexOf(device)));
    }

    /**
     * Serves all devices at once.
     *
     * @return how many installed a profile
     */
    int serveAll() throws InterruptedException {
        return process.serveAll(places);
    }

    /**
     * Serves one device.
     *
     * @return whether it installed a profile
     */
    boolean serve(DemoDevice device) {
        return process.serve(places.get(devices.indexOf(device)));
    }

    /**
     * Brings the reports to the support server.
     *
     * @throws IOException if some still wait
     */
    void sendReports() throws IOException {
        int waiting = desk.sendReports();
        if (waiting > 0) {
            throw new IOException(waiting + " reports could not be sent to the support server");
        }
    }

    @Override
    public void close() throws IOException {
        atStation.forEach(SerialWire::close);
        atDevices.forEach(SerialWire::close);
        lines.forEach(PseudoTerminalPair::close);
        audit.close();
    }
}
