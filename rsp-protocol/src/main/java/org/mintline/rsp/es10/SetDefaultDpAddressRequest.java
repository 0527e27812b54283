package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES10a.SetDefaultDpAddress, 'BF3F' (SGP.22 v2.5, clause 5.7.4).
 *
 * @param defaultDpAddress '80', the FQDN, at most 255 bytes; empty takes the address away
 */
public record SetDefaultDpAddressRequest(String defaultDpAddress) implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF3F;

    /** Reads the whole of an input. */
    public static SetDefaultDpAddressRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF3F'. */
    public static SetDefaultDpAddressRequest decode(Tlv tlv) {
        return new SetDefaultDpAddressRequest(tlv.expect(TAG, "SetDefaultDpAddressRequest")
                .reader()
                .require(0x80, "defaultDpAddress")
                .utf8(255));
    }

    @Override
    public byte[] encoded() {
        return new TlvWriter().utf8(0x80, defaultDpAddress).wrap(TAG);
    }
}
