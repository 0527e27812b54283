package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Response of ES10c.DeleteProfile, 'BF33' (SGP.22 v2.5, clause 5.7.18).
 *
 * @param deleteResult '80'
 */
public record DeleteProfileResponse(DeleteResult deleteResult) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF33;

    /** Reads the whole of an input. */
    public static DeleteProfileResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF33'. */
    public static DeleteProfileResponse decode(Tlv tlv) {
        Tlv result = tlv.expect(TAG, "DeleteProfileResponse").reader().require(0x80, "deleteResult");
        return new DeleteProfileResponse(DeleteResult.of(result.integer()));
    }

    /** The data object 'BF33'. */
    public byte[] encoded() {
        return new TlvWriter().number(0x80, deleteResult).wrap(TAG);
    }
}
