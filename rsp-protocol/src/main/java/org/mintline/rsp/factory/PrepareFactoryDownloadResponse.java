package org.mintline.rsp.factory;

import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Response of ES10f.PrepareFactoryDownload, 'FF21'.
 *
 * @param keyIdentifier '81', as in the request
 * @param result '82'
 */
public record PrepareFactoryDownloadResponse(TransactionId keyIdentifier, PrepareFactoryDownloadResult result) {
    /** The tag of the data object. */
    public static final int TAG = 0xFF21;

    /**
     * Reads the whole of an input.
     *
     * @throws DecodeException if it is malformed
     */
    public static PrepareFactoryDownloadResponse decode(byte[] input) {
        TlvReader reader = Tlv.decode(input, DecodeLimits.MESSAGE)
                .expect(TAG, "PrepareFactoryDownloadResponse")
                .reader();
        return new PrepareFactoryDownloadResponse(
                PreloadedKey.decodeIdentifier(reader.require(0x81, "keyIdentifier")),
                PrepareFactoryDownloadResult.of(reader.require(0x82, "result").integer()));
    }

    /** The data object 'FF21'. */
    public byte[] encoded() {
        return new TlvWriter()
                .octets(0x81, keyIdentifier.octets())
                .number(0x82, result)
                .wrap(TAG);
    }
}
