package org.mintline.device.factory.link;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A wire within one process: a station and devices that are simulated beside it. */
public final class PipeWire implements Wire {
    private static final byte[] CLOSED = {};

    private final BlockingQueue<byte[]> incoming;
    private final BlockingQueue<byte[]> outgoing;
    private byte[] rest = {};
    private int position;
    private volatile boolean closed;

    private PipeWire(BlockingQueue<byte[]> incoming, BlockingQueue<byte[]> outgoing) {
        this.incoming = incoming;
        this.outgoing = outgoing;
    }

    /** The two ends of one wire. */
    public record Pair(PipeWire station, PipeWire device) {}

    /** A new wire. */
    public static Pair pair() {
        BlockingQueue<byte[]> toDevice = new LinkedBlockingQueue<>();
        BlockingQueue<byte[]> toStation = new LinkedBlockingQueue<>();
        return new Pair(new PipeWire(toStation, toDevice), new PipeWire(toDevice, toStation));
    }

    @Override
    public int read(byte[] target, int milliseconds) throws IOException {
        requireOpen();
        if (position == rest.length) {
            byte[] next = await(milliseconds);
            if (next == null) {
                return 0;
            }
            if (next.length == 0) {
                closed = true;
                requireOpen();
            }
            rest = next;
            position = 0;
        }
        int count = Math.min(target.length, rest.length - position);
        System.arraycopy(rest, position, target, 0, count);
        position += count;
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        requireOpen();
        if (bytes.length > 0) {
            outgoing.add(bytes.clone());
        }
    }

    /** Both ends are closed then. */
    @Override
    public void close() {
        closed = true;
        outgoing.add(CLOSED);
        incoming.add(CLOSED);
    }

    private byte[] await(int milliseconds) throws IOException {
        try {
            return incoming.poll(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the other end", e);
        }
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("the wire is closed");
        }
    }
}
