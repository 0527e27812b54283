package org.mintline.line;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;

/**
 * Gives what came on a line to the receiver of its kind. What can never be taken in goes to the {@link DeadLetters} at once; any
 * other failure is the caller's, who has the message come again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LineReception {
    private Iterable<LineReceiver> receivers;
    private DeadLetters deadLetters;
    private LineMonitors monitors;

    /** For the container. */
    protected LineReception() {}

    /** Over the given parts. */
    @Inject
    LineReception(@Any Instance<LineReceiver> receivers, DeadLetters deadLetters, LineMonitors monitors) {
        this((Iterable<LineReceiver>) receivers, deadLetters, monitors);
    }

    LineReception(Iterable<LineReceiver> receivers, DeadLetters deadLetters, LineMonitors monitors) {
        this.receivers = receivers;
        this.deadLetters = deadLetters;
        this.monitors = monitors;
    }

    /**
     * Takes a message in, or keeps it among the dead letters.
     *
     * @throws RuntimeException if it could not be taken in now
     */
    public void receive(IncomingMessage message) {
        try {
            deliver(message);
            monitors.of(message.line()).countReceived();
        } catch (LineMessageRefusedException e) {
            refuse(message, e.getMessage());
        }
    }

    /** Keeps a message that must not be looked at, or was looked at often enough. */
    public void refuse(IncomingMessage message, String reason) {
        deadLetters.keep(message, reason);
        monitors.of(message.line()).countRefused();
    }

    /**
     * Takes a message in.
     *
     * @throws LineMessageRefusedException if it can never be taken in
     */
    public void deliver(IncomingMessage message) {
        byte[] content = message.content()
                .orElseThrow(() -> new LineMessageRefusedException("the content is too long: " + message.length()));
        LineMessageKind kind = Arrays.stream(LineMessageKind.values())
                .filter(known -> known.name().equals(message.kind()))
                .findFirst()
                .orElseThrow(() -> new LineMessageRefusedException("the kind is unknown"));
        LineReceiver receiver = receiverOf(kind);
        try {
            receiver.receive(message.line(), new LineMessage(kind, message.identifier(), content));
        } catch (RuntimeException e) {
            throw LineFailures.refusal(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    private LineReceiver receiverOf(LineMessageKind kind) {
        for (LineReceiver receiver : receivers) {
            if (receiver.kinds().contains(kind)) {
                return receiver;
            }
        }
        throw new LineMessageRefusedException("this server takes no " + kind);
    }
}
