package org.mintline.messaging;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.mintline.line.LineKeys;
import org.mintline.line.LineMessage;

/**
 * An open way to the queue of a line's other end. Messages go in JMS transactions; each carries an identifier by which the broker
 * there drops what it has already. For one thread.
 */
final class LineLink implements AutoCloseable {
    private static final String DUPLICATE_IDENTIFIER = "_AMQ_DUPL_ID";

    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final String line;
    private final Optional<LineKeys> keys;
    private volatile boolean broken;

    /**
     * @param connection which is closed with the link
     * @param queue the name of the queue at the other end
     * @param keys that authenticate the messages; none where the other end is this server
     */
    LineLink(Connection connection, String queue, String line, Optional<LineKeys> keys) throws JMSException {
        this.connection = connection;
        this.line = line;
        this.keys = keys;
        connection.setExceptionListener(failure -> broken = true);
        session = connection.createSession(Session.SESSION_TRANSACTED);
        producer = session.createProducer(session.createQueue(queue));
        producer.setDeliveryMode(DeliveryMode.PERSISTENT);
    }

    /** Whether the connection broke, also while nothing was sent. */
    boolean isBroken() {
        return broken;
    }

    /**
     * Gives messages to the broker at the other end; when this returns it has them all, on its disk.
     *
     * @throws JMSException if it is not known which it has
     */
    void send(List<LineMessage> messages) throws JMSException {
        if (!commits(messages)) {
            for (LineMessage message : messages) {
                commits(List.of(message));
            }
        }
    }

    /** Sends in one transaction; false if the broker refused it all since it has one of the messages. */
    private boolean commits(List<LineMessage> messages) throws JMSException {
        try {
            for (LineMessage message : messages) {
                producer.send(encoded(message));
            }
            session.commit();
            return true;
        } catch (JMSException e) {
            if (!isDuplicate(e)) {
                throw e;
            }
            session.rollback();
            return false;
        }
    }

    private BytesMessage encoded(LineMessage message) throws JMSException {
        BytesMessage encoded = session.createBytesMessage();
        encoded.setStringProperty(DUPLICATE_IDENTIFIER, line + "/" + message.identifier());
        encoded.setStringProperty(LineProperties.LINE, line);
        encoded.setStringProperty(LineProperties.KIND, message.kind().name());
        encoded.setStringProperty(LineProperties.IDENTIFIER, message.identifier());
        if (keys.isPresent()) {
            encoded.setStringProperty(
                    LineProperties.MAC, HexFormat.of().formatHex(keys.get().mac(line, message)));
        }
        encoded.writeBytes(message.content());
        return encoded;
    }

    private static boolean isDuplicate(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof ActiveMQDuplicateIdException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
