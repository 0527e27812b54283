package org.mintline.messaging;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Optional;
import org.mintline.line.IncomingMessage;
import org.mintline.rsp.bulk.ProfilePackets;

/** Reads what came on a line. */
final class IncomingMessages {
    private IncomingMessages() {}

    /** Reads a message; a content that is too long is not looked at. */
    static IncomingMessage read(Message message) throws JMSException {
        long length = message instanceof BytesMessage bytes ? bytes.getBodyLength() : 0;
        return new IncomingMessage(
                text(message, LineProperties.LINE),
                text(message, LineProperties.KIND),
                text(message, LineProperties.IDENTIFIER),
                (int) Math.min(length, Integer.MAX_VALUE),
                length > ProfilePackets.MAXIMUM_LENGTH
                        ? Optional.empty()
                        : Optional.of(content(message, (int) length)));
    }

    private static byte[] content(Message message, int length) throws JMSException {
        byte[] content = new byte[length];
        if (message instanceof BytesMessage bytes && length > 0) {
            bytes.readBytes(content);
        }
        return content;
    }

    private static String text(Message message, String property) throws JMSException {
        return Optional.ofNullable(message.getStringProperty(property)).orElse("");
    }
}
