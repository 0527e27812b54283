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

/** Puts what the broker gave up among the dead letters, where a person sees it. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/line.dead"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeadLineListener implements MessageListener {
    @Inject
    private LineReception reception;

    @Override
    public void onMessage(Message message) {
        try {
            reception.refuse(IncomingMessages.read(message), "the broker gave it up; see the log of the time");
        } catch (JMSException e) {
            throw new IllegalStateException("a message of the broker cannot be read", e);
        }
    }
}
