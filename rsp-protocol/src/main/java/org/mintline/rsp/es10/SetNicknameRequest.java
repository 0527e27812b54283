package org.mintline.rsp.es10;

import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES10c.SetNickname, 'BF29' (SGP.22 v2.5, clause 5.7.21).
 *
 * @param iccid '5A'
 * @param profileNickname '90', at most 64 bytes; empty takes the nickname away
 */
public record SetNicknameRequest(Iccid iccid, String profileNickname) implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF29;

    /** Reads the whole of an input. */
    public static SetNicknameRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF29'. */
    public static SetNicknameRequest decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "SetNicknameRequest").reader();
        return new SetNicknameRequest(
                Iccid.decode(reader.next("iccid")),
                reader.require(0x90, "profileNickname").utf8(64));
    }

    @Override
    public byte[] encoded() {
        return new TlvWriter()
                .encoded(iccid.encoded())
                .utf8(0x90, profileNickname)
                .wrap(TAG);
    }
}
