package org.mintline.messaging;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.mintline.line.LineReception;

/**
 * Takes what comes on the line that ends in this server. Without a transaction around it: the broker is told that a message was taken
 * after the receiver's own transaction has committed, and has it come again otherwise.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/line.local"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LocalLineListener implements MessageListener {
    @Inject
    private LineReception reception;

    @Override
    public void onMessage(Message message) {
        try {
            reception.receive(IncomingMessages.read(message));
        } catch (JMSException e) {
            throw new IllegalStateException("a message of the broker cannot be read", e);
        }
    }
}
