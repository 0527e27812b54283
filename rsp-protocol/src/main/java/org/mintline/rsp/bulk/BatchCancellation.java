package org.mintline.rsp.bulk;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/**
 * Says that a batch was cancelled, 'FF43': what of it has not reached a device is to be purged.
 *
 * @param batch which
 */
public record BatchCancellation(BatchId batch) {
    /** The tag of this data object. */
    public static final int TAG = 0xFF43;

    /**
     * Reads the data object.
     *
     * @throws org.mintline.rsp.tlv.DecodeException if it is malformed or of another version
     */
    public static BatchCancellation decode(byte[] input) {
        return new BatchCancellation(BulkFormat.batch(Tlv.decode(input, DecodeLimits.MESSAGE)
                .expect(TAG, "batchCancellation")
                .reader()));
    }

    /** Tag, length and value. */
    public byte[] encoded() {
        return BulkFormat.begin(batch).wrap(TAG);
    }
}
