package org.mintline.messaging;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.HexFormat;
import java.util.Optional;
import org.mintline.line.IncomingMessage;
import org.mintline.line.LineKeyring;
import org.mintline.line.LineKeys;

/** What other servers send carries the MAC of its line. */
final class LineMacs implements LineReader.Authenticity {
    private static final String MAC_IN_HEXADECIMAL = "[0-9a-f]{32}";

    private final LineKeyring keyring;

    LineMacs(LineKeyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public boolean isGenuine(Message message, IncomingMessage incoming) throws JMSException {
        Optional<LineKeys> keys = keyring.of(incoming.line());
        String mac = Optional.ofNullable(message.getStringProperty(LineProperties.MAC))
                .orElse("");
        return keys.isPresent()
                && mac.matches(MAC_IN_HEXADECIMAL)
                && keys.get().verifies(incoming, HexFormat.of().parseHex(mac));
    }
}
