package org.mintline.rsp.es10;

import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/** Response of ES10b.AuthenticateServer, 'BF38' (SGP.22 v2.5, clause 5.7.13). */
public sealed interface AuthenticateServerResponse {
    /** The tag of the data object. */
    int TAG = 0xBF38;

    /**
     * authenticateResponseOk, 'A0'.
     *
     * @param euiccSigned1 '30'
     * @param euiccSignature1 '5F37', over euiccSigned1
     * @param euiccCertificate '30', CERT.EUICC.ECDSA, encoded
     * @param eumCertificate '30', CERT.EUM.ECDSA, encoded
     */
    record Ok(EuiccSigned1 euiccSigned1, EcdsaSignature euiccSignature1, byte[] euiccCertificate, byte[] eumCertificate)
            implements AuthenticateServerResponse {
        @Override
        public TransactionId transactionId() {
            return euiccSigned1.transactionId();
        }

        @Override
        public byte[] encoded() {
            byte[] ok = new TlvWriter()
                    .encoded(euiccSigned1.encoded())
                    .encoded(euiccSignature1.encoded())
                    .encoded(euiccCertificate)
                    .encoded(eumCertificate)
                    .wrap(0xA0);
            return Tlv.encode(TAG, ok);
        }
    }

    /**
     * authenticateResponseError, 'A1'.
     *
     * @param transactionId '80'
     * @param authenticateErrorCode '02'
     */
    record Error(TransactionId transactionId, AuthenticateErrorCode authenticateErrorCode)
            implements AuthenticateServerResponse {
        @Override
        public byte[] encoded() {
            byte[] error = new TlvWriter()
                    .octets(0x80, transactionId.octets())
                    .number(0x02, authenticateErrorCode)
                    .wrap(0xA1);
            return Tlv.encode(TAG, error);
        }
    }

    /** Reads the whole of an input. */
    static AuthenticateServerResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF38'. */
    static AuthenticateServerResponse decode(Tlv tlv) {
        Tlv choice = tlv.expect(TAG, "AuthenticateServerResponse").reader().next("AuthenticateServerResponse");
        TlvReader reader = choice.reader();
        return switch (choice.tag()) {
            case 0xA0 ->
                new Ok(
                        EuiccSigned1.decode(reader.next("euiccSigned1")),
                        EcdsaSignature.decode(reader.next("euiccSignature1")),
                        reader.require(0x30, "euiccCertificate").encoded(),
                        reader.require(0x30, "eumCertificate").encoded());
            case 0xA1 ->
                new Error(
                        TransactionId.decode(reader.require(0x80, "transactionId")),
                        AuthenticateErrorCode.of(
                                reader.require(0x02, "authenticateErrorCode").integer()));
            default ->
                throw new DecodeException("AuthenticateServerResponse", choice.offset(), "is neither 'A0' nor 'A1'");
        };
    }

    /** The TransactionID of the session that is answered. */
    TransactionId transactionId();

    /** The data object 'BF38'. */
    byte[] encoded();
}
