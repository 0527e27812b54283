package org.mintline.rsp.es10;

import java.util.Optional;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Response of ES10a.GetEuiccConfiguredAddresses, 'BF3C' (SGP.22 v2.5, clause 5.7.3).
 *
 * @param defaultDpAddress '80', the FQDN of the default SM-DP+, at most 255 bytes
 * @param rootDsAddress '81', the FQDN of the Root SM-DS, at most 255 bytes
 */
public record EuiccConfiguredAddressesResponse(Optional<String> defaultDpAddress, String rootDsAddress) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF3C;

    /** Reads the whole of an input. */
    public static EuiccConfiguredAddressesResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF3C'. */
    public static EuiccConfiguredAddressesResponse decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "EuiccConfiguredAddressesResponse").reader();
        return new EuiccConfiguredAddressesResponse(
                reader.optional(0x80).map(a -> a.utf8(255)),
                reader.require(0x81, "rootDsAddress").utf8(255));
    }

    /** The data object 'BF3C'. */
    public byte[] encoded() {
        TlvWriter writer = new TlvWriter();
        defaultDpAddress.ifPresent(a -> writer.utf8(0x80, a));
        return writer.utf8(0x81, rootDsAddress).wrap(TAG);
    }
}
