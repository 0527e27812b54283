package org.mintline.web.rest.es9plus;

import jakarta.validation.constraints.NotNull;
import org.mintline.rsp.data.PendingNotification;

/** The JSON body of ES9+.HandleNotification (SGP.22 v2.5, clauses 5.6.4 and 6.5.2.9). */
public final class HandleNotificationJson {
    private HandleNotificationJson() {}

    /**
     * @param pendingNotification PendingNotification: ProfileInstallationResult with its tag 'BF37', or
     *     OtherSignedNotification, a SEQUENCE
     */
    public record Request(@NotNull byte[] pendingNotification) {
        PendingNotification decoded() {
            return PendingNotification.decode(pendingNotification);
        }
    }
}
