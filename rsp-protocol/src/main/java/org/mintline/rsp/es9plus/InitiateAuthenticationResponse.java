package org.mintline.rsp.es9plus;

import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.es10.ServerSigned1;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/** Response of ES9+.InitiateAuthentication, 'BF39' (SGP.22 v2.5, clause 5.6.1). */
public sealed interface InitiateAuthenticationResponse extends RemoteProfileProvisioningResponse {
    /** The tag of the data object. */
    int TAG = 0xBF39;

    /**
     * initiateAuthenticationOk, 'A0'.
     *
     * @param transactionId '80'
     * @param serverSigned1 '30'
     * @param serverSignature1 '5F37', over serverSigned1
     * @param euiccCiPKIdToBeUsed '04'
     * @param serverCertificate '30', CERT.DPauth.ECDSA, encoded
     */
    record Ok(
            TransactionId transactionId,
            ServerSigned1 serverSigned1,
            EcdsaSignature serverSignature1,
            SubjectKeyIdentifier euiccCiPKIdToBeUsed,
            byte[] serverCertificate)
            implements InitiateAuthenticationResponse {
        @Override
        public byte[] encoded() {
            byte[] ok = new TlvWriter()
                    .octets(0x80, transactionId.octets())
                    .encoded(serverSigned1.encoded())
                    .encoded(serverSignature1.encoded())
                    .encoded(euiccCiPKIdToBeUsed.encoded())
                    .encoded(serverCertificate)
                    .wrap(0xA0);
            return Tlv.encode(TAG, ok);
        }
    }

    /**
     * The function failed.
     *
     * @param initiateAuthenticationError '81'
     */
    record Error(InitiateAuthenticationError initiateAuthenticationError) implements InitiateAuthenticationResponse {
        @Override
        public byte[] encoded() {
            return new TlvWriter().number(0x81, initiateAuthenticationError).wrap(TAG);
        }
    }

    /** Reads the whole of an input. */
    static InitiateAuthenticationResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF39'. */
    static InitiateAuthenticationResponse decode(Tlv tlv) {
        Tlv choice = tlv.expect(TAG, "InitiateAuthenticationResponse").reader().next("InitiateAuthenticationResponse");
        return switch (choice.tag()) {
            case 0xA0 -> {
                TlvReader reader = choice.reader();
                yield new Ok(
                        TransactionId.decode(reader.require(0x80, "transactionId")),
                        ServerSigned1.decode(reader.next("serverSigned1")),
                        EcdsaSignature.decode(reader.next("serverSignature1")),
                        SubjectKeyIdentifier.decode(reader.next("euiccCiPKIdToBeUsed")),
                        reader.require(0x30, "serverCertificate").encoded());
            }
            case 0x81 -> new Error(InitiateAuthenticationError.of(choice.integer()));
            default ->
                throw new DecodeException(
                        "InitiateAuthenticationResponse", choice.offset(), "is neither 'A0' nor '81'");
        };
    }
}
