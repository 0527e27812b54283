package org.mintline.messaging;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mintline.line.IncomingMessage;
import org.mintline.line.LineFailures;
import org.mintline.line.LineReception;

/**
 * Takes what comes on lines out of a queue, several messages at a time if they wait. The broker is told that they were taken after the
 * receiver's own transaction has committed, and has them come again otherwise. A message that comes again is taken in alone, so that
 * one that cannot be taken in holds no other up. For one thread.
 */
final class LineReader implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LineReader.class.getName());

    /** As often as {@code messaging.cli} has the broker try; by then it is a dead letter. */
    private static final int ATTEMPTS = 6;

    private static final int MOST = 50;
    private static final long MOST_BYTES = 2_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_A_FAILURE = Duration.ofSeconds(1);

    /** Whether a message is of the line that it names. */
    @FunctionalInterface
    interface Authenticity {
        /** Looks at its properties. */
        boolean isGenuine(Message message, IncomingMessage incoming) throws JMSException;
    }

    private record Taken(IncomingMessage message, boolean genuine, int attempt) {}

    private final String queue;
    private final Authenticity authenticity;
    private final LineReception reception;
    private final ConnectionFactory connections;
    private volatile Connection open;
    private volatile boolean closed;

    /**
     * @param queue its name
     * @param connections to the broker of this server
     */
    LineReader(String queue, Authenticity authenticity, LineReception reception, ConnectionFactory connections) {
        this.queue = queue;
        this.authenticity = authenticity;
        this.reception = reception;
        this.connections = connections;
    }

    /** Reads until it is closed; connects anew when the connection broke, or what came could not even be read. */
    @Override
    public void run() {
        while (!closed) {
            try (Connection connection = connections.createConnection()) {
                open = connection;
                connection.start();
                read(connection.createSession(Session.SESSION_TRANSACTED));
            } catch (JMSException | RuntimeException e) {
                failed(e);
            }
        }
    }

    private void failed(Exception failure) {
        if (!closed) {
            LOG.log(Level.WARNING, "queue " + queue + " cannot be read, and is tried again", failure);
            try {
                Thread.sleep(PAUSE_AFTER_A_FAILURE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closed = true;
            }
        }
    }

    private void read(Session session) throws JMSException {
        MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
        while (!closed) {
            List<Taken> taken = take(consumer);
            if (!taken.isEmpty()) {
                try {
                    receive(taken);
                    session.commit();
                } catch (RuntimeException e) {
                    LOG.log(Level.FINE, "a message of queue " + queue + " comes again", e);
                    session.rollback();
                }
            }
        }
    }

    /** What waits; a message that came before is alone. */
    private List<Taken> take(MessageConsumer consumer) throws JMSException {
        List<Taken> taken = new ArrayList<>();
        Message next = consumer.receive(PATIENCE.toMillis());
        long bytes = 0;
        while (next != null) {
            Taken one = read(next);
            taken.add(one);
            bytes += one.message().length();
            boolean full = one.attempt() > 1 || taken.size() == MOST || bytes >= MOST_BYTES;
            next = full ? null : consumer.receiveNoWait();
        }
        return taken;
    }

    private Taken read(Message message) throws JMSException {
        IncomingMessage incoming = IncomingMessages.read(message);
        return new Taken(
                incoming, authenticity.isGenuine(message, incoming), message.getIntProperty("JMSXDeliveryCount"));
    }

    private void receive(List<Taken> taken) {
        if (taken.size() == 1 || !takenTogether(taken)) {
            taken.forEach(this::receive);
        }
    }

    private boolean takenTogether(List<Taken> taken) {
        if (!taken.stream().allMatch(one -> one.genuine() && one.attempt() == 1)) {
            return false;
        }
        try {
            reception.receiveAll(taken.stream().map(Taken::message).toList());
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "messages of queue " + queue + " are taken in one by one", e);
            return false;
        }
    }

    private void receive(Taken taken) {
        if (!taken.genuine()) {
            reception.refuse(taken.message(), "it does not come from the other end of the line");
            return;
        }
        try {
            reception.receive(taken.message());
        } catch (RuntimeException e) {
            if (taken.attempt() < ATTEMPTS) {
                throw e;
            }
            reception.refuse(
                    taken.message(), "it could not be taken in " + ATTEMPTS + " times: " + LineFailures.reason(e));
        }
    }

    @Override
    public void close() {
        closed = true;
        Connection closing = open;
        if (closing != null) {
            try {
                closing.close();
            } catch (JMSException e) {
                LOG.log(Level.FINE, "queue " + queue + " was not readable when it was closed", e);
            }
        }
    }
}
