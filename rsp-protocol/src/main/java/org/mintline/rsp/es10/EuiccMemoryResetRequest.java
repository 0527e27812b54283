package org.mintline.rsp.es10;

import java.util.Set;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.NamedBit;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES10c.eUICCMemoryReset, 'BF34' (SGP.22 v2.5, clause 5.7.19).
 *
 * @param resetOptions '82'
 */
public record EuiccMemoryResetRequest(Set<ResetOption> resetOptions) implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF34;

    /** Reads the whole of an input. */
    public static EuiccMemoryResetRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF34'. */
    public static EuiccMemoryResetRequest decode(Tlv tlv) {
        Tlv options = tlv.expect(TAG, "EuiccMemoryResetRequest").reader().require(0x82, "resetOptions");
        return new EuiccMemoryResetRequest(NamedBit.decode(ResetOption.class, options));
    }

    @Override
    public byte[] encoded() {
        return new TlvWriter().bits(0x82, resetOptions).wrap(TAG);
    }
}
