package org.mintline.device.bench;

import java.io.IOException;
import org.mintline.device.factory.link.Wire;

/** Counts what goes over the station's end of a wire. For one thread, read when that has ended. */
final class MeteredWire implements Wire {
    private final Wire wire;
    private long bytes;
    private long requests;

    MeteredWire(Wire wire) {
        this.wire = wire;
    }

    /** Bytes both ways, flags, escapes and check sums included. */
    long bytes() {
        return bytes;
    }

    /** How many requests were sent; each has an answer. */
    long requests() {
        return requests;
    }

    @Override
    public int read(byte[] target, int milliseconds) throws IOException {
        int count = wire.read(target, milliseconds);
        bytes += count;
        return count;
    }

    @Override
    public void write(byte[] sent) throws IOException {
        wire.write(sent);
        bytes += sent.length;
        requests++;
    }

    @Override
    public void close() {
        wire.close();
    }
}
