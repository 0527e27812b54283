package org.mintline.device.factory.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A pair of pseudo terminals, joined by socat: a serial line with both of its ends on this machine. */
public final class PseudoTerminalPair implements AutoCloseable {
    /** The program that joins them. */
    public static final Path SOCAT = Path.of("/usr/bin/socat");

    private static final int LOOKS = 500;
    private static final int BETWEEN_LOOKS = 20;

    private final Process socat;
    private final String station;
    private final String device;

    private PseudoTerminalPair(Process socat, String station, String device) {
        this.socat = socat;
        this.station = station;
        this.device = device;
    }

    /**
     * Joins a pair.
     *
     * @param folder in which the links {@code NAME.station} and {@code NAME.device} are made
     * @throws IOException if socat is not there, or makes none
     */
    public static PseudoTerminalPair open(Path folder, String name) throws IOException {
        Path station = folder.resolve(name + ".station");
        Path device = folder.resolve(name + ".device");
        Process socat = new ProcessBuilder(
                        SOCAT.toString(), "pty,raw,echo=0,link=" + station, "pty,raw,echo=0,link=" + device)
                .inheritIO()
                .start();
        try {
            for (int look = 0; look < LOOKS && socat.isAlive(); look++) {
                if (Files.exists(station) && Files.exists(device)) {
                    return new PseudoTerminalPair(
                            socat,
                            station.toRealPath().toString(),
                            device.toRealPath().toString());
                }
                socat.waitFor(BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        socat.destroy();
        throw new IOException("socat made no pair of pseudo terminals");
    }

    /** The name of the port at the station's end. */
    public String station() {
        return station;
    }

    /** The name of the port at the other end. */
    public String device() {
        return device;
    }

    /** Ends socat; both ends are gone then. */
    @Override
    public void close() {
        socat.destroy();
    }
}
