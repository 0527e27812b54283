package org.mintline.rsp.es10;

import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/**
 * Response of ES10c.GetEID, 'BF3E' (SGP.22 v2.5, clause 5.7.20).
 *
 * @param eidValue '5A'
 */
public record GetEuiccDataResponse(Eid eidValue) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF3E;

    /** Reads the whole of an input. */
    public static GetEuiccDataResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF3E'. */
    public static GetEuiccDataResponse decode(Tlv tlv) {
        return new GetEuiccDataResponse(
                Eid.decode(tlv.expect(TAG, "GetEuiccDataResponse").reader().next("eidValue")));
    }

    /** The data object 'BF3E'. */
    public byte[] encoded() {
        return Tlv.encode(TAG, eidValue.encoded());
    }
}
