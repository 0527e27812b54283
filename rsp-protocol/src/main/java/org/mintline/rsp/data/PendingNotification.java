package org.mintline.rsp.data;

import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** PendingNotification: what an LPA fetches from the eUICC and delivers (SGP.22 v2.5, clauses 5.6.4 and 5.7.10). */
public sealed interface PendingNotification permits ProfileInstallationResult, OtherSignedNotification {
    /** Reads the whole of an input. */
    static PendingNotification decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF37' or '30'. */
    static PendingNotification decode(Tlv tlv) {
        return switch (tlv.tag()) {
            case ProfileInstallationResult.TAG -> ProfileInstallationResult.decode(tlv);
            case OtherSignedNotification.TAG -> OtherSignedNotification.decode(tlv);
            default -> throw new DecodeException("PendingNotification", tlv.offset(), "is neither 'BF37' nor '30'");
        };
    }

    /** Which notification it is. */
    NotificationMetadata notificationMetadata();

    /** The data object 'BF37' or '30', as it came. */
    byte[] encoded();
}
