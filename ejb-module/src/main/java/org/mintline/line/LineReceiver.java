package org.mintline.line;

import java.util.List;
import java.util.Set;

/** Takes in what comes on lines. A role that awaits something implements it as a bean; each kind has one receiver. */
public interface LineReceiver {
    /** What this one takes. */
    Set<LineMessageKind> kinds();

    /**
     * Takes a message in, in a transaction of its own. The same message may come again after a crash, and changes nothing then;
     * messages may overtake one another.
     *
     * @param line on which it came
     * @throws LineMessageRefusedException if it can never be taken in; it goes where undeliverable messages wait for a person
     */
    void receive(String line, LineMessage message);

    /**
     * Takes several messages of a line in, in their order: in one transaction, where it costs less to do so. After a failure some may
     * be taken in, and all of them may come again, one by one.
     *
     * @param messages of kinds that this one takes
     * @throws RuntimeException if one of them was not taken in
     */
    default void receiveAll(String line, List<LineMessage> messages) {
        messages.forEach(message -> receive(line, message));
    }
}
