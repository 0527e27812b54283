package org.mintline.smdpplus.batch;

import org.mintline.line.LineMessage;
import org.mintline.line.LineMessageKind;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.ProfilePackets;

/**
 * What goes out of a batch, and under which identifiers. The numbers of profiles have ten digits there, so that no identifier is the
 * beginning of another.
 */
final class BatchMessages {
    private BatchMessages() {}

    static LineMessage of(BatchId batch, LineMessageKind kind, byte[] content) {
        return new LineMessage(kind, batch + "/" + kind, content);
    }

    static LineMessage of(ProfilePackets packets) {
        return new LineMessage(
                LineMessageKind.PROFILE_PACKETS, identifier(packets.batch(), packets.number()), packets.encoded());
    }

    static String identifier(BatchId batch, int number) {
        return String.format("%s/%010d", batch, number);
    }
}
