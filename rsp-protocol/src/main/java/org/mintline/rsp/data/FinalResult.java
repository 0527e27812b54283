package org.mintline.rsp.data;

import java.util.Optional;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.NamedNumber;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/** finalResult of an installation, inside 'A2' (SGP.22 v2.5, clause 2.5.6). */
public sealed interface FinalResult {
    /**
     * The profile is installed.
     *
     * @param aid '4F', the AID of the ISD-P, 5 to 16 bytes
     * @param simaResponse '04', one or more EUICCResponse of the TCA eUICC Profile Package specification
     */
    record SuccessResult(byte[] aid, byte[] simaResponse) implements FinalResult {
        @Override
        public byte[] encoded() {
            return new TlvWriter().octets(0x4F, aid).octets(0x04, simaResponse).wrap(0xA0);
        }
    }

    /**
     * The profile is not installed.
     *
     * @param bppCommandId '80', where it ended
     * @param errorReason '81', why
     * @param simaResponse '82', one or more EUICCResponse of the TCA eUICC Profile Package specification
     */
    record ErrorResult(BppCommandId bppCommandId, ErrorReason errorReason, Optional<byte[]> simaResponse)
            implements FinalResult {
        @Override
        public byte[] encoded() {
            TlvWriter writer = new TlvWriter().number(0x80, bppCommandId).number(0x81, errorReason);
            simaResponse.ifPresent(s -> writer.octets(0x82, s));
            return writer.wrap(0xA1);
        }
    }

    /** Reads successResult 'A0' or errorResult 'A1'. */
    static FinalResult decode(Tlv tlv) {
        TlvReader reader = tlv.reader();
        return switch (tlv.tag()) {
            case 0xA0 ->
                new SuccessResult(
                        reader.require(0x4F, "aid").octets(5, 16),
                        reader.require(0x04, "simaResponse").value());
            case 0xA1 ->
                new ErrorResult(
                        NamedNumber.require(BppCommandId.class, reader.require(0x80, "bppCommandId")),
                        ErrorReason.of(reader.require(0x81, "errorReason").integer()),
                        reader.optional(0x82).map(Tlv::value));
            default -> throw new DecodeException("finalResult", tlv.offset(), "is neither 'A0' nor 'A1'");
        };
    }

    /** The data object 'A0' or 'A1'. */
    byte[] encoded();
}
