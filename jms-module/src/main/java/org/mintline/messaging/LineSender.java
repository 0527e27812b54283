package org.mintline.messaging;

import jakarta.jms.JMSException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mintline.line.OutgoingMessages;
import org.mintline.line.OutgoingMessages.Batch;

/** Takes the messages of one line out of the outbox and gives them to the broker at its other end. For one thread at a time. */
final class LineSender implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LineSender.class.getName());

    /** Opens a link. */
    @FunctionalInterface
    interface Opener {
        LineLink open() throws JMSException;
    }

    private final String line;
    private final OutgoingMessages outgoing;
    private final Opener opener;
    private LineLink link;

    LineSender(String line, OutgoingMessages outgoing, Opener opener) {
        this.line = line;
        this.outgoing = outgoing;
        this.opener = opener;
    }

    /** Sends until nothing waits. */
    @Override
    public void run() {
        try {
            Optional<Batch> batch = outgoing.next(line, Optional.empty());
            while (batch.isPresent()) {
                if (link == null) {
                    link = opener.open();
                }
                link.send(batch.get().messages());
                batch = outgoing.next(line, batch);
            }
        } catch (JMSException e) {
            LOG.log(Level.WARNING, "line " + line + ": " + e.getMessage());
            close();
        }
    }

    @Override
    public void close() {
        if (link != null) {
            try {
                link.close();
            } catch (JMSException e) {
                LOG.log(Level.FINE, "line " + line + " was broken when it was closed", e);
            }
            link = null;
        }
    }
}
