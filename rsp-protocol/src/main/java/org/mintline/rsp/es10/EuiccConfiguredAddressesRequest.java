package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** Request of ES10a.GetEuiccConfiguredAddresses, 'BF3C', which has no content (SGP.22 v2.5, clause 5.7.3). */
public record EuiccConfiguredAddressesRequest() implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF3C;

    /** Reads the whole of an input. */
    public static EuiccConfiguredAddressesRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF3C'. */
    public static EuiccConfiguredAddressesRequest decode(Tlv tlv) {
        tlv.expect(TAG, "EuiccConfiguredAddressesRequest").children();
        return new EuiccConfiguredAddressesRequest();
    }

    @Override
    public byte[] encoded() {
        return Tlv.encode(TAG);
    }
}
