package org.mintline.device.factory.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.mintline.device.es2plus.OperatorIdentity;
import org.mintline.device.factory.jig.Jig;
import org.mintline.device.factory.jig.SerialJig;
import org.mintline.device.factory.link.RequestingEnd;
import org.mintline.device.factory.link.SerialWire;
import org.mintline.device.factory.link.https.LinkServer;
import org.mintline.device.factory.link.pcsc.CardCarrier;
import org.mintline.device.factory.link.pcsc.Readers;
import org.mintline.device.factory.server.SupportServer;
import org.mintline.device.factory.station.AuditLog;
import org.mintline.device.factory.station.Progress;
import org.mintline.device.factory.station.Station;
import org.mintline.device.factory.station.StationPolicy;
import org.mintline.device.factory.station.StationProcess.Place;
import org.mintline.device.https.HttpsClient;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.station.JigSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a station authenticates, and where it writes that down. */
final class StationOptions {
    private static final int HTTPS_PORT = 443;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--manner",
            defaultValue = "KEY_SET",
            paramLabel = "MANNER",
            description = "how devices are authenticated: KEY_SET, JIG, BOTH, or TEST, which skips it for devices in"
                    + " test-profile mode (default: ${DEFAULT-VALUE})")
    private AuthenticationManner manner;

    @Option(names = "--allow-test", description = "policy: devices in test-profile mode may go without authentication")
    private boolean isTestAllowed;

    @Option(names = "--keys", paramLabel = "FILE", description = "master key set, for KEY_SET and BOTH")
    private Path keys;

    @Mixin
    private PassphraseOption passphrase;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "the support server, for instance https://127.0.0.1:8448: manner, key sets and images come from it,"
                            + " and reports go to it")
    private URI server;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "PKCS#12 file with the station's key and certificate, by which the support server knows it")
    private Path certificate;

    @Option(
            names = "--server-trust",
            paramLabel = "FILE",
            description = "PKCS#12 file with the certificates that the support server is trusted by")
    private Path serverTrust;

    @Option(
            names = "--jig-settings",
            paramLabel = "V,A,PERCENT,SAMPLES",
            description =
                    "what a device takes in the jig, for JIG and BOTH: set points in volt and ampere, tolerance in"
                            + " percent, and how many readings have to be within, as in 3.3,0.12,5,3")
    private String jigSettings;

    @Option(
            names = "--audit-log",
            defaultValue = "${env:MINTLINE_HOME:-.mintline}/station.log",
            paramLabel = "FILE",
            description = "to which every decision is added (default: ${DEFAULT-VALUE})")
    private Path log;

    @Option(
            names = "--baud-rate",
            defaultValue = "" + SerialWire.BAUD_RATE,
            description = "of all ports, in bits a second (default: ${DEFAULT-VALUE})")
    private int baudRate;

    @Option(
            names = "--patience",
            defaultValue = "5000",
            paramLabel = "MILLISECONDS",
            description = "how long a device may take to answer; it is asked three times (default: ${DEFAULT-VALUE})")
    private int patience;

    /** How long a device may take altogether, where nothing is sent again, in milliseconds. */
    int longPatience() {
        return patience * RequestingEnd.ATTEMPTS;
    }

    AuditLog audit() throws IOException {
        return AuditLog.open(log, Clock.systemUTC());
    }

    /** The support server, if one is named. */
    Optional<SupportServer> server() throws IOException {
        if (server == null) {
            return Optional.empty();
        }
        if (certificate == null
                || serverTrust == null
                || server.getHost() == null
                || !"https".equals(server.getScheme())) {
            throw new ParameterException(
                    spec.commandLine(), "--server is an https address, and needs --certificate and --server-trust");
        }
        OperatorIdentity identity = OperatorIdentity.read(
                certificate, serverTrust, passphrase.passphrase().toCharArray());
        InetSocketAddress address = InetSocketAddress.createUnresolved(
                server.getHost(), server.getPort() < 0 ? HTTPS_PORT : server.getPort());
        return Optional.of(new SupportServer(new HttpsClient(address, identity.context())));
    }

    Station station(AuditLog audit, Progress progress) throws IOException {
        return station(audit, progress, server());
    }

    /** The station; with a server, what that sets is what holds. */
    Station station(AuditLog audit, Progress progress, Optional<SupportServer> atServer) throws IOException {
        StationPolicy policy = atServer.isPresent()
                ? new StationPolicy(atServer.get().rules(), Optional.of(atServer.get()))
                : policy();
        return new Station(policy, audit, progress, Cryptography.system().randomness());
    }

    /** The place at a serial port. */
    Place atPort(String port, Optional<String> jig) throws IOException {
        return new Place(port, new RequestingEnd(wire(port), patience), jig(jig));
    }

    /** The place at a PC/SC reader. */
    Place atReader(String reader, Optional<String> jig) throws IOException {
        return new Place(reader, new CardCarrier(Readers.find(reader)), jig(jig));
    }

    /** A place for whoever comes over HTTPS, and is in no jig that is known. */
    Place overHttps(String name, LinkServer server) {
        return new Place(name, server.place(), () -> {
            throw new IOException("which jig a device is in that comes over HTTPS is not known; use a key set");
        });
    }

    private SerialWire wire(String port) throws IOException {
        return SerialWire.open(port, baudRate);
    }

    /** The jig at a port; without one, a jig that says so. */
    private Jig jig(Optional<String> port) throws IOException {
        if (port.isPresent()) {
            return new SerialJig(wire(port.get()), patience);
        }
        return () -> {
            throw new IOException("no jig is connected; name its port with --jig");
        };
    }

    private StationPolicy policy() throws IOException {
        try {
            return new StationPolicy(
                    manner,
                    manner.hasKeySet() && keys != null
                            ? Optional.of(new KeySetFile(keys, passphrase.passphrase()).keySet())
                            : Optional.empty(),
                    Optional.ofNullable(jigSettings).map(JigSettings::parse),
                    isTestAllowed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
