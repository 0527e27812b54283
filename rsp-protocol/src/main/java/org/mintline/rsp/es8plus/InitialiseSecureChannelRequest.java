package org.mintline.rsp.es8plus;

import java.io.ByteArrayOutputStream;
import java.security.PublicKey;
import java.util.Arrays;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EcdsaSignature;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.crypto.Signer;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;

/**
 * ES8+.InitialiseSecureChannel (SGP.22 v2.5, clause 5.5.1; tag BF23).
 *
 * @param remoteOpId the operation that follows; {@link #INSTALL_BOUND_PROFILE_PACKAGE} is the only one
 * @param transactionId of the RSP session, 1 to 16 bytes
 * @param controlRefTemplate the type of the session keys, and hostId
 * @param smdpOtpk otPK.DP.ECKA, 65 bytes
 * @param smdpSign the signature of CERT.DPpb's key, 64 bytes
 * @param encoded the whole data object, byte for byte as it was read or made
 */
public record InitialiseSecureChannelRequest(
        int remoteOpId,
        byte[] transactionId,
        ControlRefTemplate controlRefTemplate,
        byte[] smdpOtpk,
        byte[] smdpSign,
        byte[] encoded) {
    /** The tag of this data object. */
    public static final int TAG = 0xBF23;

    /** The value of remoteOpId for the installation of a bound profile package. */
    public static final int INSTALL_BOUND_PROFILE_PACKAGE = 1;

    private static final int ONE_TIME_PUBLIC_KEY = 0x5F49;
    private static final int SIGNATURE = 0x5F37;
    private static final int MAXIMUM_TRANSACTION_ID = 16;

    /**
     * Makes and signs it.
     *
     * @param transactionId of the RSP session, 1 to 16 bytes
     * @param controlRefTemplate the type of the session keys, and hostId
     * @param smdpOtpk otPK.DP.ECKA, 65 bytes
     * @param euiccOtpk otPK.EUICC.ECKA, 65 bytes; it is signed too, but not part of the request
     * @param dpPb signs with SK.DPpb
     */
    public static InitialiseSecureChannelRequest signed(
            byte[] transactionId,
            ControlRefTemplate controlRefTemplate,
            byte[] smdpOtpk,
            byte[] euiccOtpk,
            Signer dpPb) {
        byte[] unsigned = concatenation(
                Tlv.encode(0x82, new byte[] {INSTALL_BOUND_PROFILE_PACKAGE}),
                Tlv.encode(0x80, transactionId),
                controlRefTemplate.encoded(),
                Tlv.encode(ONE_TIME_PUBLIC_KEY, smdpOtpk));
        byte[] smdpSign = dpPb.sign(unsigned, Tlv.encode(ONE_TIME_PUBLIC_KEY, euiccOtpk));
        byte[] encoded = Tlv.encode(TAG, unsigned, Tlv.encode(SIGNATURE, smdpSign));
        return new InitialiseSecureChannelRequest(
                INSTALL_BOUND_PROFILE_PACKAGE, transactionId, controlRefTemplate, smdpOtpk, smdpSign, encoded);
    }

    /**
     * Reads it.
     *
     * @throws org.mintline.rsp.tlv.DecodeException if it is malformed
     */
    public static InitialiseSecureChannelRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /**
     * Reads it.
     *
     * @throws org.mintline.rsp.tlv.DecodeException if it is malformed
     */
    public static InitialiseSecureChannelRequest decode(Tlv element) {
        TlvReader reader = element.reader();
        return new InitialiseSecureChannelRequest(
                reader.require(0x82, "remoteOpId").integer(),
                reader.require(0x80, "transactionId").octets(1, MAXIMUM_TRANSACTION_ID),
                ControlRefTemplate.decode(reader.require(ControlRefTemplate.TAG, "controlRefTemplate")),
                reader.require(ONE_TIME_PUBLIC_KEY, "smdpOtpk")
                        .octets(EllipticCurve.POINT_LENGTH, EllipticCurve.POINT_LENGTH),
                reader.require(SIGNATURE, "smdpSign").octets(EcdsaSignature.LENGTH, EcdsaSignature.LENGTH),
                element.encoded());
    }

    /**
     * Checks smdpSign over the bytes before it, as they came, followed by the eUICC's one-time public key.
     *
     * @param cryptography carries it out
     * @param dpPb PK.DPpb, of a certificate that is verified
     * @param euiccOtpk otPK.EUICC.ECKA, 65 bytes
     */
    public boolean isSignedBy(Cryptography cryptography, PublicKey dpPb, byte[] euiccOtpk) {
        Tlv element = Tlv.decode(encoded, DecodeLimits.MESSAGE);
        Tlv signature = element.child(SIGNATURE).orElseThrow();
        byte[] unsigned = Arrays.copyOfRange(encoded, element.valueOffset(), signature.offset());
        return cryptography.verify(dpPb, smdpSign, unsigned, Tlv.encode(ONE_TIME_PUBLIC_KEY, euiccOtpk));
    }

    private static byte[] concatenation(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
