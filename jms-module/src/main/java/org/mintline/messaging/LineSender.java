package org.mintline.messaging;

import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mintline.line.LineMonitor;
import org.mintline.line.LineStatus.State;
import org.mintline.line.OutgoingMessages;
import org.mintline.line.OutgoingMessages.Batch;
import org.mintline.rsp.scp03.AuthenticationFailedException;
import org.mintline.schedule.Backoff;

/** Takes the messages of one line out of the outbox and gives them to the broker at its other end. For one thread at a time. */
final class LineSender implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LineSender.class.getName());

    /** Opens a way to the other end, proven by both. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens it.
         *
         * @throws JMSException if there is no connection
         * @throws AuthenticationFailedException if an end did not prove the key set
         */
        LineLink open() throws JMSException;
    }

    private final String line;
    private final OutgoingMessages outgoing;
    private final Opener opener;
    private final LineMonitor monitor;
    private final Consumer<String> refusals;
    private final Backoff backoff;
    private final Clock clock;
    private volatile LineLink link;
    private int failures;
    private Optional<String> refusal = Optional.empty();
    private Instant notBefore = Instant.MIN;

    /** @param refusals is told why an end did not prove the key set, once until that changes */
    LineSender(
            String line,
            OutgoingMessages outgoing,
            Opener opener,
            LineMonitor monitor,
            Consumer<String> refusals,
            Backoff backoff,
            Clock clock) {
        this.line = line;
        this.outgoing = outgoing;
        this.opener = opener;
        this.monitor = monitor;
        this.refusals = refusals;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** Connects if need be and no wait is to be kept, and sends until nothing waits. */
    @Override
    public void run() {
        if (clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            connect();
            sendAll();
        } catch (AuthenticationFailedException e) {
            failed(State.REFUSED, e.getMessage());
            refused(e.getMessage());
        } catch (JMSException e) {
            failed(State.DOWN, e.getMessage());
        } finally {
            monitor.inFlight(0);
        }
    }

    private void connect() throws JMSException {
        if (link != null && link.isBroken()) {
            close();
            monitor.failed(State.DOWN, "the connection broke");
        }
        if (link == null) {
            link = opener.open();
            failures = 0;
            refusal = Optional.empty();
            LOG.info(() -> "line " + line + " is up");
        }
        monitor.is(State.UP);
    }

    private void sendAll() throws JMSException {
        Optional<Batch> batch = outgoing.next(line, Optional.empty());
        while (batch.isPresent()) {
            monitor.inFlight(batch.get().messages().size());
            link.send(batch.get().messages());
            batch = outgoing.next(line, batch);
        }
    }

    private void failed(State state, String reason) {
        close();
        failures++;
        notBefore = clock.instant().plus(backoff.after(failures));
        monitor.failed(state, reason);
        LOG.log(failures == 1 ? Level.WARNING : Level.FINE, () -> "line " + line + " is " + state + ": " + reason);
    }

    private void refused(String reason) {
        if (refusal.filter(reason::equals).isEmpty()) {
            refusals.accept(reason);
            refusal = Optional.of(reason);
        }
    }

    @Override
    public void close() {
        LineLink closing = link;
        link = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (JMSException e) {
                LOG.log(Level.FINE, "line " + line + " was broken when it was closed", e);
            }
        }
    }
}
