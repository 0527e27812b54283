package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Response of ES10a.SetDefaultDpAddress, 'BF3F' (SGP.22 v2.5, clause 5.7.4).
 *
 * @param setDefaultDpAddressResult '80'
 */
public record SetDefaultDpAddressResponse(SetDefaultDpAddressResult setDefaultDpAddressResult) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF3F;

    /** Reads the whole of an input. */
    public static SetDefaultDpAddressResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF3F'. */
    public static SetDefaultDpAddressResponse decode(Tlv tlv) {
        Tlv result = tlv.expect(TAG, "SetDefaultDpAddressResponse").reader().require(0x80, "setDefaultDpAddressResult");
        return new SetDefaultDpAddressResponse(SetDefaultDpAddressResult.of(result.integer()));
    }

    /** The data object 'BF3F'. */
    public byte[] encoded() {
        return new TlvWriter().number(0x80, setDefaultDpAddressResult).wrap(TAG);
    }
}
