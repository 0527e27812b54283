package org.mintline.rsp.es10;

import java.util.Set;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.NamedBit;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/** searchCriteria of ES10b.RetrieveNotificationsList (SGP.22 v2.5, clause 5.7.10). */
public sealed interface NotificationSearchCriteria {
    /**
     * The notification of a number.
     *
     * @param seqNumber '80'
     */
    record OfSeqNumber(long seqNumber) implements NotificationSearchCriteria {
        private static final int TAG = 0x80;

        @Override
        public byte[] encoded() {
            return new TlvWriter().integer(TAG, seqNumber).concatenated();
        }
    }

    /**
     * The notifications of some events.
     *
     * @param profileManagementOperation '81'
     */
    record OfEvents(Set<NotificationEvent> profileManagementOperation) implements NotificationSearchCriteria {
        private static final int TAG = 0x81;

        @Override
        public byte[] encoded() {
            return new TlvWriter().bits(TAG, profileManagementOperation).concatenated();
        }
    }

    /** Reads the alternative that its tag names. */
    static NotificationSearchCriteria decode(Tlv tlv) {
        return switch (tlv.tag()) {
            case OfSeqNumber.TAG -> new OfSeqNumber(tlv.longInteger());
            case OfEvents.TAG -> new OfEvents(NamedBit.decode(NotificationEvent.class, tlv));
            default -> throw new DecodeException("searchCriteria", tlv.offset(), "is neither '80' nor '81'");
        };
    }

    /** The data object. */
    byte[] encoded();
}
