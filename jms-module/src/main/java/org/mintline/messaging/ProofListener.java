package org.mintline.messaging;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Brings the commands of proofs to the {@link ProofDesk}, and its answers back. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/line.proof"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProofListener implements MessageListener {
    private static final Logger LOG = Logger.getLogger(ProofListener.class.getName());
    private static final int LONGEST = 300;
    private static final long ANSWER_LIVES_MILLIS = 30_000;

    @Inject
    private ProofDesk desk;

    @Resource(lookup = "java:/ConnectionFactory")
    private ConnectionFactory connections;

    @Override
    public void onMessage(Message message) {
        try {
            String line = Optional.ofNullable(message.getStringProperty(LineProperties.LINE))
                    .orElse("");
            String proof = Optional.ofNullable(message.getJMSCorrelationID()).orElse("");
            answer(message, desk.answer(line, proof, content(message)));
        } catch (InvalidDestinationException e) {
            LOG.log(Level.FINE, "the end that proves a key set did not wait for the answer", e);
        } catch (JMSException e) {
            throw new IllegalStateException("a command of a proof cannot be answered", e);
        }
    }

    private void answer(Message command, byte[] answer) throws JMSException {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession();
                MessageProducer producer = session.createProducer(command.getJMSReplyTo())) {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(answer);
            producer.setTimeToLive(ANSWER_LIVES_MILLIS);
            producer.send(message);
        }
    }

    /** The bytes of a command or an answer; none if it has more than any of them. */
    static byte[] content(Message message) throws JMSException {
        if (!(message instanceof BytesMessage bytes) || bytes.getBodyLength() > LONGEST) {
            return new byte[0];
        }
        byte[] content = new byte[(int) bytes.getBodyLength()];
        bytes.readBytes(content);
        return content;
    }
}
