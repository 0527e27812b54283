package org.mintline.device.factory.command;

import java.io.IOException;
import java.util.Optional;
import org.mintline.device.factory.station.StationProcess.Place;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The one device that a command is for. */
final class PlaceOptions {
    @ArgGroup(multiplicity = "1")
    private Where where;

    @Option(names = "--jig", paramLabel = "PORT", description = "port of the measuring adapter")
    private Optional<String> jig;

    static final class Where {
        @Option(names = "--port", paramLabel = "PORT", description = "serial port of the device")
        private String port;

        @Option(names = "--reader", paramLabel = "NAME", description = "PC/SC reader of the device")
        private String reader;
    }

    Place open(StationOptions station) throws IOException {
        return where.port == null ? station.atReader(where.reader, jig) : station.atPort(where.port, jig);
    }
}
