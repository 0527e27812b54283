package org.mintline.rsp.es10;

import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/** Response of ES10b.CancelSession, 'BF41' (SGP.22 v2.5, clause 5.7.14). */
public sealed interface CancelSessionResponse {
    /** The tag of the data object. */
    int TAG = 0xBF41;

    /**
     * cancelSessionResponseOk, 'A0'.
     *
     * @param euiccCancelSessionSigned '30'
     * @param euiccCancelSessionSignature '5F37', over euiccCancelSessionSigned
     */
    record Ok(EuiccCancelSessionSigned euiccCancelSessionSigned, EcdsaSignature euiccCancelSessionSignature)
            implements CancelSessionResponse {
        @Override
        public byte[] encoded(int tag) {
            byte[] ok = new TlvWriter()
                    .encoded(euiccCancelSessionSigned.encoded())
                    .encoded(euiccCancelSessionSignature.encoded())
                    .wrap(0xA0);
            return Tlv.encode(tag, ok);
        }
    }

    /**
     * cancelSessionResponseError.
     *
     * @param cancelSessionResponseError '81'
     */
    record Error(CancelSessionResponseError cancelSessionResponseError) implements CancelSessionResponse {
        @Override
        public byte[] encoded(int tag) {
            return new TlvWriter().number(0x81, cancelSessionResponseError).wrap(tag);
        }
    }

    /** Reads the whole of an input. */
    static CancelSessionResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE).expect(TAG, "CancelSessionResponse"));
    }

    /** Reads the content of a CancelSessionResponse, whatever its tag. */
    static CancelSessionResponse decode(Tlv tlv) {
        Tlv choice = tlv.reader().next("CancelSessionResponse");
        return switch (choice.tag()) {
            case 0xA0 -> {
                TlvReader reader = choice.reader();
                yield new Ok(
                        EuiccCancelSessionSigned.decode(reader.next("euiccCancelSessionSigned")),
                        EcdsaSignature.decode(reader.next("euiccCancelSessionSignature")));
            }
            case 0x81 -> new Error(CancelSessionResponseError.of(choice.integer()));
            default -> throw new DecodeException("CancelSessionResponse", choice.offset(), "is neither 'A0' nor '81'");
        };
    }

    /** The data object 'BF41'. */
    default byte[] encoded() {
        return encoded(TAG);
    }

    /**
     * The response under a tag.
     *
     * @param tag 'BF41', or 'A1' inside of CancelSessionRequestEs9
     */
    byte[] encoded(int tag);
}
