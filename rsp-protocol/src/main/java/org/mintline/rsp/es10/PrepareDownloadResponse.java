package org.mintline.rsp.es10;

import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/** Response of ES10b.PrepareDownload, 'BF21' (SGP.22 v2.5, clause 5.7.5). */
public sealed interface PrepareDownloadResponse {
    /** The tag of the data object. */
    int TAG = 0xBF21;

    /**
     * downloadResponseOk, 'A0'.
     *
     * @param euiccSigned2 '30'
     * @param euiccSignature2 '5F37', over euiccSigned2 and the data object of smdpSignature2
     */
    record Ok(EuiccSigned2 euiccSigned2, EcdsaSignature euiccSignature2) implements PrepareDownloadResponse {
        @Override
        public TransactionId transactionId() {
            return euiccSigned2.transactionId();
        }

        @Override
        public byte[] encoded() {
            byte[] ok = new TlvWriter()
                    .encoded(euiccSigned2.encoded())
                    .encoded(euiccSignature2.encoded())
                    .wrap(0xA0);
            return Tlv.encode(TAG, ok);
        }
    }

    /**
     * downloadResponseError, 'A1'.
     *
     * @param transactionId '80'
     * @param downloadErrorCode '02'
     */
    record Error(TransactionId transactionId, DownloadErrorCode downloadErrorCode) implements PrepareDownloadResponse {
        @Override
        public byte[] encoded() {
            byte[] error = new TlvWriter()
                    .octets(0x80, transactionId.octets())
                    .number(0x02, downloadErrorCode)
                    .wrap(0xA1);
            return Tlv.encode(TAG, error);
        }
    }

    /** Reads the whole of an input. */
    static PrepareDownloadResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF21'. */
    static PrepareDownloadResponse decode(Tlv tlv) {
        Tlv choice = tlv.expect(TAG, "PrepareDownloadResponse").reader().next("PrepareDownloadResponse");
        TlvReader reader = choice.reader();
        return switch (choice.tag()) {
            case 0xA0 ->
                new Ok(
                        EuiccSigned2.decode(reader.next("euiccSigned2")),
                        EcdsaSignature.decode(reader.next("euiccSignature2")));
            case 0xA1 ->
                new Error(
                        TransactionId.decode(reader.require(0x80, "transactionId")),
                        DownloadErrorCode.of(
                                reader.require(0x02, "downloadErrorCode").integer()));
            default ->
                throw new DecodeException("PrepareDownloadResponse", choice.offset(), "is neither 'A0' nor 'A1'");
        };
    }

    /** The TransactionID of the session that is answered. */
    TransactionId transactionId();

    /** The data object 'BF21'. */
    byte[] encoded();
}
