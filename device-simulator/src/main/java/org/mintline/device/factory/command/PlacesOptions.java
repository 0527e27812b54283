package org.mintline.device.factory.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mintline.device.factory.link.https.LinkServer;
import org.mintline.device.factory.station.StationProcess;
import org.mintline.device.factory.station.StationProcess.Place;
import org.mintline.device.pki.StationKeys;
import org.mintline.rsp.crypto.Cryptography;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All places of a station: serial ports, readers, and those for devices that come over HTTPS. */
final class PlacesOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "port of a device, for instance /dev/ttyUSB0; may be given several times")
    private List<String> ports = List.of();

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            description = "PC/SC reader of a device; may be given several times")
    private List<String> readers = List.of();

    @Option(
            names = "--jig",
            paramLabel = "PORT",
            description =
                    "port of a measuring adapter; the first belongs to the first device, ports before readers, and so"
                            + " on")
    private List<String> jigs = List.of();

    @ArgGroup(exclusive = false)
    private Https https;

    static final class Https {
        @Option(
                names = "--https",
                required = true,
                paramLabel = "PORT",
                description = "port on which devices come over HTTPS")
        private int port;

        @Option(
                names = "--https-bind",
                defaultValue = "127.0.0.1",
                paramLabel = "ADDRESS",
                description = "address of that port (default: ${DEFAULT-VALUE})")
        private InetAddress address;

        @Option(
                names = "--https-certificate",
                required = true,
                paramLabel = "FILE",
                description = "the station's certificate (DER), which the devices trust")
        private Path certificate;

        @Option(names = "--https-key", required = true, paramLabel = "FILE", description = "its key (PEM)")
        private Path key;

        @Option(
                names = "--https-devices",
                defaultValue = "16",
                paramLabel = "NUMBER",
                description = "how many devices at once over HTTPS (default: ${DEFAULT-VALUE})")
        private int devices;
    }

    /** The places, until they are closed. */
    record Open(List<Place> places, Optional<LinkServer> server) implements AutoCloseable {
        @Override
        public void close() {
            places.forEach(place -> place.carrier().close());
            server.ifPresent(LinkServer::close);
        }
    }

    Open open(StationOptions station) throws IOException {
        requireSome();
        List<Place> places = new ArrayList<>();
        Optional<LinkServer> server = Optional.empty();
        try {
            for (String port : ports) {
                places.add(station.atPort(port, jigOf(places.size())));
            }
            for (String reader : readers) {
                places.add(station.atReader(reader, jigOf(places.size())));
            }
            if (https != null) {
                LinkServer listening = listen(station);
                server = Optional.of(listening);
                for (int i = 1; i <= https.devices; i++) {
                    places.add(station.overHttps("HTTPS " + i, listening));
                }
            }
            return new Open(places, server);
        } catch (IOException | RuntimeException e) {
            new Open(places, server).close();
            throw e;
        }
    }

    private void requireSome() {
        int devices = ports.size() + readers.size() + (https == null ? 0 : https.devices);
        boolean isRight =
                devices > 0 && devices <= StationProcess.MAXIMUM_PLACES && (https == null || https.devices > 0);
        if (!isRight) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a station has 1 to " + StationProcess.MAXIMUM_PLACES
                            + " places: name them with --port, --reader or --https");
        }
    }

    private LinkServer listen(StationOptions station) throws IOException {
        return new LinkServer(
                new InetSocketAddress(https.address, https.port),
                StationKeys.context(https.key, https.certificate),
                Cryptography.system().randomness(),
                https.devices,
                station.longPatience());
    }

    private Optional<String> jigOf(int place) {
        return place < jigs.size() ? Optional.of(jigs.get(place)) : Optional.empty();
    }
}
