package org.mintline.messaging;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.HexFormat;
import java.util.Optional;
import org.mintline.line.IncomingMessage;
import org.mintline.line.LineKeyring;
import org.mintline.line.LineKeys;

/** Takes what other servers send; a message without the MAC of its line is not looked at further. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/line.in"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RemoteLineListener extends LineListener {
    private static final String MAC_IN_HEXADECIMAL = "[0-9a-f]{32}";

    @Inject
    private LineKeyring keyring;

    @Override
    boolean isGenuine(Message message, IncomingMessage incoming) throws JMSException {
        Optional<LineKeys> keys = keyring.of(incoming.line());
        String mac = Optional.ofNullable(message.getStringProperty(LineProperties.MAC))
                .orElse("");
        return keys.isPresent()
                && mac.matches(MAC_IN_HEXADECIMAL)
                && keys.get().verifies(incoming, HexFormat.of().parseHex(mac));
    }
}
