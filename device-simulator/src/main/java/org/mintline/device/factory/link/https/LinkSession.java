package org.mintline.device.factory.link.https;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.mintline.device.factory.link.Carrier;
import org.mintline.device.factory.link.LinkException;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;

/**
 * One device over HTTPS, at the station. The thread that serves the device gives a command and waits for its answer, while the threads of
 * the HTTP server bring answers and wait for commands. A device that does not answer in time ends the session; it opens another one.
 */
final class LinkSession implements Carrier {
    private final int milliseconds;
    private LinkMessage answered = new LinkMessage(0, new byte[0]);
    private LinkMessage command = answered;
    private boolean isClosed;

    /** What the device's POST is answered with. */
    sealed interface Reply {
        /** The next command. */
        record Command(LinkMessage message) implements Reply {}

        /** There is none yet: ask again. */
        record Nothing() implements Reply {}

        /** What came answers no command of this session. */
        record Conflict() implements Reply {}

        /** The session is over. */
        record Gone() implements Reply {}
    }

    /**
     * @param milliseconds how long the device may take to answer
     */
    LinkSession(int milliseconds) {
        this.milliseconds = milliseconds;
    }

    @Override
    public synchronized ResponseApdu exchange(CommandApdu next) throws IOException {
        requireOpen();
        command = new LinkMessage(command.next(), next.encoded());
        notifyAll();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (answered.sequence() != command.sequence()) {
            if (!waitUntil(deadline)) {
                close();
                throw LinkException.noAnswer();
            }
            requireOpen();
        }
        return LinkException.decoded(answered.payload());
    }

    /**
     * Takes what the device brings, and waits for the next command.
     *
     * @param brought the answer to the command of the same number; the same again is taken once
     * @param patience how long to wait at most, in milliseconds
     */
    synchronized Reply post(LinkMessage brought, int patience) throws IOException {
        if (isClosed) {
            return new Reply.Gone();
        }
        boolean isRepeated = brought.isSameAs(answered);
        boolean isExpected = brought.sequence() == command.sequence() && command.sequence() != answered.sequence();
        if (!isRepeated && !isExpected) {
            return new Reply.Conflict();
        }
        answered = brought;
        notifyAll();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience);
        while (!isClosed && answered.sequence() == command.sequence()) {
            if (!waitUntil(deadline)) {
                return new Reply.Nothing();
            }
        }
        return isClosed ? new Reply.Gone() : new Reply.Command(command);
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        notifyAll();
    }

    /** Waits until something has happened; whether there was time left. */
    private boolean waitUntil(long deadline) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            return false;
        }
        try {
            wait(left);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the device", e);
        }
    }

    private void requireOpen() throws IOException {
        if (isClosed) {
            throw new IOException("the session of the device is over");
        }
    }
}
