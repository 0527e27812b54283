package org.mintline.notification;

import java.util.List;
import org.mintline.notification.OutboxMessage.State;
import org.mintline.tenancy.OperatorId;

/** The outbox as the console shows it. */
public interface OutboxAdministration {
    /**
     * Messages to an operator, newest first, page by page.
     *
     * @param before the lowest number of the page before; {@link Long#MAX_VALUE} for the first page
     * @param most how many at most, 1 to 1,000
     */
    List<OutboxMessage> list(OperatorId operator, State state, long before, int most);

    /**
     * Has a message tried again that was given up, or one that waits tried now.
     *
     * @throws IllegalArgumentException if the operator has no such message, or it was delivered
     */
    OutboxMessage retry(OperatorId operator, long number);
}
