package org.mintline.rsp.factory;

import org.mintline.rsp.tlv.Tlv;

/**
 * Request of ES10f.DeleteUnusedKeys, 'FF22', which has no content (EUICCF03 of SGP.41): erases all preloaded keys that have come to
 * no end, those of an interrupted installation too.
 */
public record DeleteUnusedKeysRequest() implements Es10fRequest {
    /** The tag of the data object. */
    public static final int TAG = 0xFF22;

    /** Reads the data object 'FF22'. */
    public static DeleteUnusedKeysRequest decode(Tlv tlv) {
        tlv.expect(TAG, "DeleteUnusedKeysRequest").children();
        return new DeleteUnusedKeysRequest();
    }

    @Override
    public byte[] encoded() {
        return Tlv.encode(TAG);
    }
}
