package org.mintline.rsp.es9plus;

import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/** Response of ES9+.CancelSession, 'BF41' (SGP.22 v2.5, clause 5.6.5). */
public sealed interface CancelSessionResponseEs9 extends RemoteProfileProvisioningResponse {
    /** The tag of the data object. */
    int TAG = 0xBF41;

    /** cancelSessionOk, 'A0', which has no content. */
    record Ok() implements CancelSessionResponseEs9 {
        @Override
        public byte[] encoded() {
            return Tlv.encode(TAG, Tlv.encode(0xA0));
        }
    }

    /**
     * The function failed.
     *
     * @param cancelSessionError '81'
     */
    record Error(CancelSessionError cancelSessionError) implements CancelSessionResponseEs9 {
        @Override
        public byte[] encoded() {
            return new TlvWriter().number(0x81, cancelSessionError).wrap(TAG);
        }
    }

    /** Reads the whole of an input. */
    static CancelSessionResponseEs9 decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF41'. */
    static CancelSessionResponseEs9 decode(Tlv tlv) {
        Tlv choice = tlv.expect(TAG, "CancelSessionResponseEs9").reader().next("CancelSessionResponseEs9");
        return switch (choice.tag()) {
            case 0xA0 -> new Ok();
            case 0x81 -> new Error(CancelSessionError.of(choice.integer()));
            default ->
                throw new DecodeException("CancelSessionResponseEs9", choice.offset(), "is neither 'A0' nor '81'");
        };
    }
}
