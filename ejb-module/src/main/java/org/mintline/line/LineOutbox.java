package org.mintline.line;

import java.util.List;
import java.util.Set;

/**
 * What goes out on lines. A message is written in the transaction of the change that it tells of, and sent afterwards, until the other
 * end has it: never lost, and never given to the {@link LineReceiver} there in more than one transaction that counts.
 */
public interface LineOutbox {
    /** The names of the lines that this server has. */
    Set<String> lines();

    /**
     * How many more messages may be handed over for a line now; 0 while so many wait that the caller should pause. A caller that
     * sends few messages need not ask.
     *
     * @throws IllegalArgumentException if there is no such line
     */
    int room(String line);

    /**
     * Hands a message over, in the transaction of the caller.
     *
     * @throws IllegalArgumentException if there is no such line
     */
    void send(String line, LineMessage message);

    /**
     * Hands messages over, in this order and in the transaction of the caller.
     *
     * @throws IllegalArgumentException if there is no such line
     */
    default void sendAll(String line, List<LineMessage> messages) {
        messages.forEach(message -> send(line, message));
    }

    /**
     * Takes back what waits and has not been given to the broker yet, in the transaction of the caller.
     *
     * @param identifierPrefix of the messages, at least 16 characters
     * @return how many
     */
    int withdraw(String line, String identifierPrefix);
}
