package org.mintline.messaging;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.Message;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.line.IncomingMessage;

/** Takes what comes on the line that ends in this server; nobody else may send to its queue. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/line.local"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LocalLineListener extends LineListener {
    @Override
    boolean isGenuine(Message message, IncomingMessage incoming) {
        return incoming.line().equals(MintlineConfiguration.Lines.LOCAL);
    }
}
