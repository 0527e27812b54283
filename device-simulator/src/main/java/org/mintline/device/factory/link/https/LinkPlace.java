package org.mintline.device.factory.link.https;

import java.io.IOException;
import java.util.Optional;
import org.mintline.device.factory.link.Carrier;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;

/** A place for one device at a time over HTTPS. A device that is gone fails one exchange; the next is with another device, or the same anew. */
final class LinkPlace implements Carrier {
    private final LinkServer server;
    private final int milliseconds;
    private Optional<LinkSession> session = Optional.empty();

    LinkPlace(LinkServer server, int milliseconds) {
        this.server = server;
        this.milliseconds = milliseconds;
    }

    @Override
    public ResponseApdu exchange(CommandApdu command) throws IOException {
        if (session.isEmpty()) {
            session = awaitSession();
        }
        try {
            return session.orElseThrow(() -> new IOException("no device has come"))
                    .exchange(command);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        session.ifPresent(LinkSession::close);
        session = Optional.empty();
    }

    private Optional<LinkSession> awaitSession() throws IOException {
        try {
            return server.await(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a device", e);
        }
    }
}
