package org.mintline.rsp.es9plus;

import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES9+.AuthenticateClient, 'BF3B' (SGP.22 v2.5, clause 5.6.3).
 *
 * @param transactionId '80'
 * @param authenticateServerResponse 'BF38', what the eUICC answered to ES10b.AuthenticateServer
 */
public record AuthenticateClientRequest(
        TransactionId transactionId, AuthenticateServerResponse authenticateServerResponse)
        implements RemoteProfileProvisioningRequest {
    /** The tag of the data object. */
    public static final int TAG = 0xBF3B;

    /** Reads the whole of an input. */
    public static AuthenticateClientRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF3B'. */
    public static AuthenticateClientRequest decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "AuthenticateClientRequest").reader();
        return new AuthenticateClientRequest(
                TransactionId.decode(reader.require(0x80, "transactionId")),
                AuthenticateServerResponse.decode(reader.next("authenticateServerResponse")));
    }

    @Override
    public byte[] encoded() {
        return new TlvWriter()
                .octets(0x80, transactionId.octets())
                .encoded(authenticateServerResponse.encoded())
                .wrap(TAG);
    }
}
