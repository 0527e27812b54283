package org.mintline.notification;

import org.mintline.tenancy.OperatorId;

/** Where calls to an operator are left for delivery. */
public interface Outbox {
    /**
     * Leaves a call to an operator's ES2+ callback, in the transaction of the caller.
     *
     * @param operator who is called; nothing is left if it has no callback address
     * @param orderingKey calls of one key are delivered in the order in which they were left: the ICCID
     * @param function the last part of the path, for instance {@code handleDownloadProgressInfo}
     * @param body the JSON body, at most 64 KiB
     */
    void post(OperatorId operator, String orderingKey, String function, String body);
}
