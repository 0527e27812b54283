package org.mintline.rsp.es10;

import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES10b.AuthenticateServer, 'BF38' (SGP.22 v2.5, clause 5.7.13).
 *
 * @param serverSigned1 '30'
 * @param serverSignature1 '5F37', over serverSigned1
 * @param euiccCiPKIdToBeUsed '04', the CI key under which the eUICC shall sign
 * @param serverCertificate '30', CERT.DPauth.ECDSA or CERT.DSauth.ECDSA, encoded
 * @param ctxParams1 'A0'
 */
public record AuthenticateServerRequest(
        ServerSigned1 serverSigned1,
        EcdsaSignature serverSignature1,
        SubjectKeyIdentifier euiccCiPKIdToBeUsed,
        byte[] serverCertificate,
        CtxParams1 ctxParams1)
        implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF38;

    /** Reads the whole of an input. */
    public static AuthenticateServerRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF38'. */
    public static AuthenticateServerRequest decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "AuthenticateServerRequest").reader();
        return new AuthenticateServerRequest(
                ServerSigned1.decode(reader.next("serverSigned1")),
                EcdsaSignature.decode(reader.next("serverSignature1")),
                SubjectKeyIdentifier.decode(reader.next("euiccCiPKIdToBeUsed")),
                reader.require(0x30, "serverCertificate").encoded(),
                CtxParams1.decode(reader.next("ctxParams1")));
    }

    @Override
    public byte[] encoded() {
        return new TlvWriter()
                .encoded(serverSigned1.encoded())
                .encoded(serverSignature1.encoded())
                .encoded(euiccCiPKIdToBeUsed.encoded())
                .encoded(serverCertificate)
                .encoded(ctxParams1.encoded())
                .wrap(TAG);
    }
}
