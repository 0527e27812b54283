package org.mintline.device.factory.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mintline.device.factory.link.FrameException.Reason;

/** Finds the frames among the bytes of a wire. What is none is dropped up to the next flag, and counted. For one thread. */
public final class FrameReader {
    private final Wire wire;
    private final byte[] buffer = new byte[1024];
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final Map<Reason, Integer> dropped = new EnumMap<>(Reason.class);
    private int position;
    private int end;
    private boolean tooLong;

    /** @param wire where the bytes come from */
    public FrameReader(Wire wire) {
        this.wire = wire;
    }

    /**
     * Waits for a frame.
     *
     * @param milliseconds how long at most
     * @return the frame, or empty if none came in time
     * @throws IOException if the wire is closed or gone
     */
    public Optional<Frame> next(int milliseconds) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (true) {
            while (position < end) {
                Optional<Frame> frame = take(buffer[position++]);
                if (frame.isPresent()) {
                    return frame;
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return Optional.empty();
            }
            position = 0;
            end = wire.read(buffer, (int) left);
        }
    }

    /** How often something was dropped, by why. */
    public Map<Reason, Integer> dropped() {
        return Map.copyOf(dropped);
    }

    private Optional<Frame> take(byte octet) {
        if (octet != Frame.FLAG) {
            tooLong |= content.size() == Frame.MAXIMUM_CONTENT;
            if (!tooLong) {
                content.write(octet);
            }
            return Optional.empty();
        }
        byte[] whole = content.toByteArray();
        boolean overflown = tooLong;
        content.reset();
        tooLong = false;
        if (whole.length == 0) {
            return Optional.empty();
        }
        try {
            if (overflown) {
                throw new FrameException(Reason.TOO_LONG);
            }
            return Optional.of(Frame.decode(whole));
        } catch (FrameException e) {
            dropped.merge(e.reason(), 1, Integer::sum);
            return Optional.empty();
        }
    }
}
