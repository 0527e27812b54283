package org.mintline.device.factory.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mintline.device.factory.device.DeviceProcess;
import org.mintline.device.factory.device.FactoryDevice;
import org.mintline.device.factory.link.AnsweringEnd;
import org.mintline.device.factory.link.SerialWire;
import org.mintline.device.factory.link.Wire;
import org.mintline.device.factory.link.https.LinkClient;
import org.mintline.device.factory.link.pcsc.LinkCard;
import org.mintline.device.https.PinnedTrust;
import org.mintline.device.reader.VirtualReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What the reference device is connected with: a serial line, a virtual reader, or a station over HTTPS. */
final class DeviceEndOptions {
    @ArgGroup(multiplicity = "1")
    private Where where;

    static final class Where {
        @ArgGroup(exclusive = false, multiplicity = "1")
        private Serial serial;

        @Option(
                names = "--vpcd",
                paramLabel = "HOST:PORT",
                description = "as a card in the virtual PC/SC reader of vsmartcard")
        private String vpcd;

        @ArgGroup(exclusive = false, multiplicity = "1")
        private Https https;
    }

    static final class Serial {
        @Option(names = "--port", required = true, paramLabel = "PORT", description = "for instance /dev/ttyUSB0")
        private String port;

        @Option(
                names = "--baud-rate",
                defaultValue = "" + SerialWire.BAUD_RATE,
                description = "in bits a second (default: ${DEFAULT-VALUE})")
        private int baudRate;
    }

    static final class Https {
        @Option(
                names = "--station",
                required = true,
                paramLabel = "URL",
                description = "station that is reached over HTTPS, for instance https://127.0.0.1:8450")
        private URI station;

        @Option(
                names = "--trust",
                required = true,
                paramLabel = "FILE",
                description = "the certificate (DER) that the station has")
        private Path trust;
    }

    /** Runs the device until the other end is gone or the process is stopped. */
    void run(FactoryDevice device, DeviceProcess process) throws IOException {
        if (where.vpcd != null) {
            process.boot();
            new VirtualReader(new LinkCard(process::answer)).run(where.vpcd);
        } else if (where.https != null) {
            PinnedTrust trust = new PinnedTrust(Files.readAllBytes(where.https.trust));
            LinkClient client = new LinkClient(where.https.station, trust.context(), device::answer);
            process.run(client, () -> !Thread.currentThread().isInterrupted());
        } else {
            try (Wire wire = SerialWire.open(where.serial.port, where.serial.baudRate)) {
                process.run(new AnsweringEnd(wire, device::answer), () -> !Thread.currentThread()
                        .isInterrupted());
            }
        }
    }
}
