package org.mintline.rsp.es9plus;

import org.mintline.rsp.data.EuiccInfo1;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES9+.InitiateAuthentication, 'BF39' (SGP.22 v2.5, clause 5.6.1).
 *
 * @param euiccChallenge '81', 16 bytes
 * @param smdpAddress '83', the SM-DP+ address that the LPA used, at most 255 bytes
 * @param euiccInfo1 'BF20'
 */
public record InitiateAuthenticationRequest(byte[] euiccChallenge, String smdpAddress, EuiccInfo1 euiccInfo1)
        implements RemoteProfileProvisioningRequest {
    /** The tag of the data object. */
    public static final int TAG = 0xBF39;

    /** Reads the whole of an input. */
    public static InitiateAuthenticationRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF39'. */
    public static InitiateAuthenticationRequest decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "InitiateAuthenticationRequest").reader();
        return new InitiateAuthenticationRequest(
                reader.require(0x81, "euiccChallenge").octets(16, 16),
                reader.require(0x83, "smdpAddress").utf8(255),
                EuiccInfo1.decode(reader.require(EuiccInfo1.TAG, "euiccInfo1")));
    }

    @Override
    public byte[] encoded() {
        return new TlvWriter()
                .octets(0x81, euiccChallenge)
                .utf8(0x83, smdpAddress)
                .encoded(euiccInfo1.encoded())
                .wrap(TAG);
    }
}
