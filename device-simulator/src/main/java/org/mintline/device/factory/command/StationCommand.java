package org.mintline.device.factory.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mintline.device.factory.jig.Jig;
import org.mintline.device.factory.link.RequestingEnd;
import org.mintline.device.factory.link.Wire;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.station.AuditLog;
import org.mintline.device.factory.station.DeviceLink;
import org.mintline.device.factory.station.ImageQueue;
import org.mintline.device.factory.station.QueuedImage;
import org.mintline.device.factory.station.Station;
import org.mintline.device.factory.station.StationException;
import org.mintline.device.factory.station.StationProcess;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.identification.Eid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./mintline station}: the station of a factory. */
@Command(
        name = "station",
        mixinStandardHelpOptions = true,
        description = "The station of a factory: authenticates devices at serial ports and sends them profile images.")
public final class StationCommand {
    @Spec
    private CommandSpec spec;

    @Command(name = "keys", mixinStandardHelpOptions = true, description = "Makes a fresh master key set for trials.")
    int keys(
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "the PKCS#12 file to write")
                    Path file,
            @Option(names = "--key-version", defaultValue = "1", description = "1 to 127 (default: ${DEFAULT-VALUE})")
                    int version,
            @Mixin PassphraseOption passphrase)
            throws IOException {
        new KeySetFile(file, passphrase.passphrase())
                .write(KeySetFile.fresh(version, Cryptography.system().randomness()));
        out().println("master key set written to " + file);
        return 0;
    }

    @Command(
            name = "serve",
            mixinStandardHelpOptions = true,
            description =
                    "Serves the devices at all ports at once: authenticates each, sends the image that waits for its EID,"
                            + " has it boot and collects the result.")
    int serve(
            @Option(
                            names = "--port",
                            required = true,
                            paramLabel = "PORT",
                            description = "port of a device, for instance /dev/ttyUSB0; may be given several times")
                    List<String> ports,
            @Option(
                            names = "--jig",
                            paramLabel = "PORT",
                            description =
                                    "port of a measuring adapter; the first belongs to the first device, and so on")
                    List<String> jigs,
            @Option(
                            names = "--images",
                            required = true,
                            paramLabel = "DIR",
                            description = "folder of images, EID.image or EID-ANYTHING.image")
                    Path images,
            @Option(
                            names = "--once",
                            description = "serve each port once; exit 0 only if every device installed a profile")
                    boolean isOnce,
            @Mixin StationOptions options)
            throws IOException, InterruptedException {
        ConsoleProgress progress = new ConsoleProgress(out());
        List<StationProcess.Place> places = new ArrayList<>();
        try (AuditLog audit = options.audit()) {
            StationProcess process = new StationProcess(
                    options.station(audit, progress), new ImageQueue(images), progress, options.patience());
            for (int i = 0; i < ports.size(); i++) {
                Optional<String> jig = jigs == null || jigs.size() <= i ? Optional.empty() : Optional.of(jigs.get(i));
                places.add(new StationProcess.Place(ports.get(i), options.wire(ports.get(i)), options.jig(jig)));
            }
            if (!isOnce) {
                process.attend(places, () -> true);
                return 0;
            }
            int installed = process.serveAll(places);
            out().println(installed + " of " + places.size() + " devices installed a profile");
            return installed == places.size() ? 0 : 1;
        } finally {
            places.forEach(place -> place.wire().close());
        }
    }

    @Command(name = "send", mixinStandardHelpOptions = true, description = "Sends one image to the device at a port.")
    int send(
            @Option(names = "--port", required = true, paramLabel = "PORT", description = "port of the device")
                    String port,
            @Option(names = "--jig", paramLabel = "PORT", description = "port of the measuring adapter")
                    Optional<String> jig,
            @Parameters(paramLabel = "FILE", description = "the image") Path image,
            @Option(names = "--no-restart", description = "leave it to the next boot to install it") boolean isLeft,
            @Mixin StationOptions options)
            throws IOException, StationException {
        QueuedImage queued = QueuedImage.of(image);
        return withDevice(port, jig, options, (station, device, eid, atJig) -> {
            station.send(device, eid, queued);
            if (isLeft) {
                return 0;
            }
            device.restart();
            station.authenticate(device, atJig);
            List<InstallationReport> reports = station.collect(device, eid);
            return !reports.isEmpty() && reports.stream().allMatch(InstallationReport::isInstalled) ? 0 : 1;
        });
    }

    @Command(
            name = "mode",
            mixinStandardHelpOptions = true,
            description = "Commands where the device takes profiles from: images, packets, or whatever comes.")
    int mode(
            @Option(names = "--port", required = true, paramLabel = "PORT", description = "port of the device")
                    String port,
            @Option(names = "--jig", paramLabel = "PORT", description = "port of the measuring adapter")
                    Optional<String> jig,
            @Parameters(paramLabel = "MODE", description = "image, packets or any") ModeChoice choice,
            @Mixin StationOptions options)
            throws IOException, StationException {
        return withDevice(port, jig, options, (station, device, eid, atJig) -> {
            device.setMode(choice.mode());
            station.noteMode(eid, choice.name());
            return 0;
        });
    }

    @Command(
            name = "test-profile-mode",
            mixinStandardHelpOptions = true,
            description = "Has the device enter or leave test-profile mode, in which it installs test profiles only.")
    int testProfileMode(
            @Option(names = "--port", required = true, paramLabel = "PORT", description = "port of the device")
                    String port,
            @Option(names = "--jig", paramLabel = "PORT", description = "port of the measuring adapter")
                    Optional<String> jig,
            @Parameters(paramLabel = "on|off", description = "on or off") String state,
            @Mixin StationOptions options)
            throws IOException, StationException {
        if (!state.matches("on|off")) {
            throw new IOException("test-profile mode is switched on or off, not '" + state + "'");
        }
        return withDevice(port, jig, options, (station, device, eid, atJig) -> {
            device.setTestProfileMode(state.equals("on"));
            station.noteMode(eid, "test-profile mode " + state);
            return 0;
        });
    }

    @Command(name = "verify-log", mixinStandardHelpOptions = true, description = "Checks the chain of an audit log.")
    int verifyLog(@Parameters(paramLabel = "FILE", description = "the audit log") Path log) throws IOException {
        out().println("the chain is whole; the hash of its last line is " + AuditLog.verify(log));
        return 0;
    }

    private interface Work {
        int with(Station station, DeviceLink device, Eid eid, Jig jig) throws IOException, StationException;
    }

    private int withDevice(String port, Optional<String> jig, StationOptions options, Work work)
            throws IOException, StationException {
        try (AuditLog audit = options.audit();
                Wire wire = options.wire(port)) {
            Station station = options.station(audit, new ConsoleProgress(out()));
            DeviceLink device = new DeviceLink(new RequestingEnd(wire, options.patience()));
            Jig atJig = options.jig(jig);
            Eid eid = station.authenticate(device, atJig);
            return work.with(station, device, eid, atJig);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
