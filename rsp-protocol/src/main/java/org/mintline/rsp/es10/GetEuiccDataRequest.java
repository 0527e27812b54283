package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES10c.GetEID, 'BF3E' (SGP.22 v2.5, clause 5.7.20).
 *
 * @param tagList '5C', one byte: '5A' for the EID
 */
public record GetEuiccDataRequest(byte tagList) implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF3E;

    /** Reads the whole of an input. */
    public static GetEuiccDataRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF3E'. */
    public static GetEuiccDataRequest decode(Tlv tlv) {
        Tlv tagList = tlv.expect(TAG, "GetEuiccDataRequest").reader().require(0x5C, "tagList");
        return new GetEuiccDataRequest(tagList.octets(1, 1)[0]);
    }

    @Override
    public byte[] encoded() {
        return new TlvWriter().octets(0x5C, new byte[] {tagList}).wrap(TAG);
    }
}
