package org.mintline.device.factory.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mintline.device.factory.jig.Jig;
import org.mintline.device.factory.link.Carrier;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.server.ReportsSender;
import org.mintline.device.factory.server.ServerDesk;
import org.mintline.device.factory.server.SupportServer;
import org.mintline.device.factory.station.AuditLog;
import org.mintline.device.factory.station.DeviceLink;
import org.mintline.device.factory.station.ImageQueue;
import org.mintline.device.factory.station.Progress;
import org.mintline.device.factory.station.QueuedImage;
import org.mintline.device.factory.station.Station;
import org.mintline.device.factory.station.StationException;
import org.mintline.device.factory.station.StationProcess;
import org.mintline.device.factory.station.StationProcess.Place;
import org.mintline.device.pki.StationKeys;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.scp03.KeySet;
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
        description =
                "The station of a factory: authenticates devices at serial ports, in readers or over HTTPS, and sends"
                        + " them profile images.")
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
                .write(KeySet.fresh(version, Cryptography.system().randomness()));
        out().println("master key set written to " + file);
        return 0;
    }

    @Command(
            name = "export-keys",
            mixinStandardHelpOptions = true,
            description = "Prints a master key set in the clear, as the support server takes it at"
                    + " /administration/v1/support/masterKeySets.")
    int exportKeys(
            @Option(names = "--keys", required = true, paramLabel = "FILE", description = "the PKCS#12 file") Path file,
            @Mixin PassphraseOption passphrase)
            throws IOException {
        KeySet keys = new KeySetFile(file, passphrase.passphrase()).keySet();
        out().println(JsonNodeFactory.instance
                .objectNode()
                .put("version", keys.version())
                .put("enc", keys.enc())
                .put("mac", keys.mac())
                .put("dek", keys.dek()));
        return 0;
    }

    @Command(
            name = "certificate",
            mixinStandardHelpOptions = true,
            description = "Makes a key and a certificate by which devices know the station over HTTPS, for trials.")
    int certificate(
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder to write to")
                    Path folder)
            throws IOException {
        StationKeys.write(folder, Cryptography.system(), Instant.now());
        out().println("the certificate that devices trust is " + folder.resolve("station.der"));
        return 0;
    }

    @Command(
            name = "serve",
            mixinStandardHelpOptions = true,
            description =
                    "Serves the devices at all places at once: authenticates each, sends the image that waits for its"
                            + " EID, has it boot and collects the result.")
    int serve(
            @Mixin PlacesOptions placesOptions,
            @Option(
                            names = "--images",
                            required = true,
                            paramLabel = "DIR",
                            description =
                                    "folder of images, EID.image or EID-ANYTHING.image; with --server those that it"
                                            + " gives, and in its folder 'reports' what it has not got yet")
                    Path images,
            @Option(
                            names = "--once",
                            description = "serve each place once; exit 0 only if every device installed a profile")
                    boolean isOnce,
            @Mixin StationOptions options)
            throws IOException, InterruptedException {
        ConsoleProgress console = new ConsoleProgress(out());
        Optional<SupportServer> server = options.server();
        Optional<ServerDesk> desk = server.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ServerDesk(server.get(), images, images.resolve("reports"), console, Clock.systemUTC()));
        Progress progress = desk.map(Progress.class::cast).orElse(console);
        try (AuditLog audit = options.audit();
                ReportsSender sender = ReportsSender.of(desk);
                PlacesOptions.Open open = placesOptions.open(options)) {
            StationProcess process =
                    new StationProcess(options.station(audit, progress, server), new ImageQueue(images), progress);
            if (!isOnce) {
                process.attend(open.places(), () -> true);
                return 0;
            }
            int installed = process.serveAll(open.places());
            sender.sendNow();
            out().println(installed + " of " + open.places().size() + " devices installed a profile");
            return installed == open.places().size() ? 0 : 1;
        }
    }

    @Command(name = "send", mixinStandardHelpOptions = true, description = "Sends one image to the device at a port.")
    int send(
            @Mixin PlaceOptions placeOptions,
            @Parameters(paramLabel = "FILE", description = "the image") Path image,
            @Option(names = "--no-restart", description = "leave it to the next boot to install it") boolean isLeft,
            @Mixin StationOptions options)
            throws IOException, StationException {
        QueuedImage queued = QueuedImage.of(image);
        return withDevice(placeOptions, options, (station, device, eid, atJig) -> {
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
            @Mixin PlaceOptions placeOptions,
            @Parameters(paramLabel = "MODE", description = "image, packets or any") ModeChoice choice,
            @Mixin StationOptions options)
            throws IOException, StationException {
        return withDevice(placeOptions, options, (station, device, eid, atJig) -> {
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
            @Mixin PlaceOptions placeOptions,
            @Parameters(paramLabel = "on|off", description = "on or off") String state,
            @Mixin StationOptions options)
            throws IOException, StationException {
        if (!state.matches("on|off")) {
            throw new IOException("test-profile mode is switched on or off, not '" + state + "'");
        }
        return withDevice(placeOptions, options, (station, device, eid, atJig) -> {
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

    private int withDevice(PlaceOptions placeOptions, StationOptions options, Work work)
            throws IOException, StationException {
        Place place = placeOptions.open(options);
        try (AuditLog audit = options.audit();
                Carrier carrier = place.carrier()) {
            Station station = options.station(audit, new ConsoleProgress(out()));
            DeviceLink device = new DeviceLink(carrier);
            Eid eid = station.authenticate(device, place.jig());
            return work.with(station, device, eid, place.jig());
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
