package org.mintline.messaging;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.mintline.line.LineKeys;
import org.mintline.line.LineMonitor;
import org.mintline.line.LineProof;
import org.mintline.line.LineStatus.State;
import org.mintline.rsp.crypto.Randomness;

/** The way to another server: the proof of the key set on one connection, then with the ticket of it a second one for messages. */
final class RemoteLine implements LineSender.Opener {
    static final String PROOF_QUEUE = "line.proof";
    private static final String INCOMING_QUEUE = "line.in";
    private static final String PROVER = "proof";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String line;
    private final LineKeys keys;
    private final ConnectionFactory connections;
    private final LineMonitor monitor;
    private final Randomness randomness;

    RemoteLine(String line, LineKeys keys, ConnectionFactory connections, LineMonitor monitor, Randomness randomness) {
        this.line = line;
        this.keys = keys;
        this.connections = connections;
        this.monitor = monitor;
        this.randomness = randomness;
    }

    @Override
    public LineLink open() throws JMSException {
        String ticket = ticket();
        Connection connection = connections.createConnection(line, ticket);
        try {
            return new LineLink(connection, INCOMING_QUEUE, line, Optional.of(keys));
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
    }

    private String ticket() throws JMSException {
        try (Connection connection = connections.createConnection(PROVER, PROVER);
                Session session = connection.createSession()) {
            monitor.is(State.PROVING);
            TemporaryQueue answers = session.createTemporaryQueue();
            MessageProducer commands = session.createProducer(session.createQueue(PROOF_QUEUE));
            MessageConsumer consumer = session.createConsumer(answers);
            connection.start();
            String proof = UUID.randomUUID().toString();
            return LineProof.prove(keys.outgoing(), randomness, command -> {
                BytesMessage message = session.createBytesMessage();
                message.setStringProperty(LineProperties.LINE, line);
                message.setJMSCorrelationID(proof);
                message.setJMSReplyTo(answers);
                message.writeBytes(command);
                commands.send(message);
                return content(consumer.receive(PATIENCE.toMillis()));
            });
        }
    }

    private static byte[] content(Message answer) throws JMSException {
        if (answer == null) {
            throw new JMSException("the other end does not answer to the proof");
        }
        return ProofListener.content(answer);
    }
}
