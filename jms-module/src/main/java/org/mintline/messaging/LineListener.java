package org.mintline.messaging;

import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.mintline.line.IncomingMessage;
import org.mintline.line.LineFailures;
import org.mintline.line.LineReception;

/**
 * Takes what comes on lines. Without a transaction around it: the broker is told that a message was taken after the receiver's own
 * transaction has committed, and has it come again otherwise.
 */
abstract class LineListener implements MessageListener {
    /** As often as {@code messaging.cli} has the broker try; by then it is a dead letter. */
    private static final int ATTEMPTS = 6;

    @Inject
    private LineReception reception;

    @Override
    public void onMessage(Message message) {
        try {
            IncomingMessage incoming = IncomingMessages.read(message);
            if (isGenuine(message, incoming)) {
                receive(incoming, message.getIntProperty("JMSXDeliveryCount"));
            } else {
                reception.refuse(incoming, "it does not come from the other end of the line");
            }
        } catch (JMSException e) {
            throw new IllegalStateException("a message of the broker cannot be read", e);
        }
    }

    private void receive(IncomingMessage incoming, int attempt) {
        try {
            reception.receive(incoming);
        } catch (RuntimeException e) {
            if (attempt < ATTEMPTS) {
                throw e;
            }
            reception.refuse(incoming, "it could not be taken in " + ATTEMPTS + " times: " + LineFailures.reason(e));
        }
    }

    /** Whether the message is of the line that it names. */
    abstract boolean isGenuine(Message message, IncomingMessage incoming) throws JMSException;
}
