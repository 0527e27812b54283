package org.mintline.rsp.es10;

import java.util.List;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/** Response of ES10b.LoadCRL, 'BF35' (SGP.22 v2.5, clause 5.7.12). */
public sealed interface LoadCrlResponse {
    /** The tag of the data object. */
    int TAG = 0xBF35;

    /**
     * The function succeeded.
     *
     * @param missingParts 'A0' in 'A0': the numbers of the partial CRLs that the eUICC still needs; absent if empty
     */
    record Ok(List<Long> missingParts) implements LoadCrlResponse {
        @Override
        public byte[] encoded() {
            TlvWriter ok = new TlvWriter();
            if (!missingParts.isEmpty()) {
                TlvWriter parts = new TlvWriter();
                missingParts.forEach(part ->
                        parts.encoded(new TlvWriter().integer(0x80, part).wrap(0x30)));
                ok.encoded(parts.wrap(0xA0));
            }
            return Tlv.encode(TAG, ok.wrap(0xA0));
        }
    }

    /**
     * The function failed.
     *
     * @param loadCRLResponseError '81'
     */
    record Error(LoadCrlResponseError loadCRLResponseError) implements LoadCrlResponse {
        @Override
        public byte[] encoded() {
            return new TlvWriter().number(0x81, loadCRLResponseError).wrap(TAG);
        }
    }

    /** Reads the whole of an input. */
    static LoadCrlResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF35'. */
    static LoadCrlResponse decode(Tlv tlv) {
        Tlv choice = tlv.expect(TAG, "LoadCrlResponse").reader().next("LoadCrlResponse");
        return switch (choice.tag()) {
            case 0xA0 -> new Ok(decodeMissingParts(choice));
            case 0x81 -> new Error(LoadCrlResponseError.of(choice.integer()));
            default -> throw new DecodeException("LoadCrlResponse", choice.offset(), "is neither 'A0' nor '81'");
        };
    }

    /** The data object 'BF35'. */
    byte[] encoded();

    private static List<Long> decodeMissingParts(Tlv ok) {
        return ok.child(0xA0).stream()
                .flatMap(parts -> parts.children().stream())
                .map(part -> part.reader().require(0x80, "missingParts.number").longInteger())
                .toList();
    }
}
