package org.mintline.device.factory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A pair of pseudo terminals, joined by socat: a serial line with both of its ends on this machine. */
final class PtyPair implements AutoCloseable {
    private final Process socat;
    private final Path station;
    private final Path device;

    private PtyPair(Process socat, Path station, Path device) {
        this.socat = socat;
        this.station = station;
        this.device = device;
    }

    static PtyPair open(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/socat")), "socat is not here");
        Path station = folder.resolve("station");
        Path device = folder.resolve("device");
        Process socat = new ProcessBuilder(
                        "/usr/bin/socat", "pty,raw,echo=0,link=" + station, "pty,raw,echo=0,link=" + device)
                .inheritIO()
                .start();
        while (!Files.exists(device) || !Files.exists(station)) {
            if (!socat.isAlive()) {
                throw new IOException("socat made no pair of pseudo terminals");
            }
            Thread.sleep(20);
        }
        return new PtyPair(socat, station.toRealPath(), device.toRealPath());
    }

    String station() {
        return station.toString();
    }

    String device() {
        return device.toString();
    }

    @Override
    public void close() throws InterruptedException {
        socat.destroy();
        socat.waitFor();
    }
}
