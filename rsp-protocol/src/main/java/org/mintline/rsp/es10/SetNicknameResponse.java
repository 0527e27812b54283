package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Response of ES10c.SetNickname, 'BF29' (SGP.22 v2.5, clause 5.7.21).
 *
 * @param setNicknameResult '80'
 */
public record SetNicknameResponse(SetNicknameResult setNicknameResult) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF29;

    /** Reads the whole of an input. */
    public static SetNicknameResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF29'. */
    public static SetNicknameResponse decode(Tlv tlv) {
        Tlv result = tlv.expect(TAG, "SetNicknameResponse").reader().require(0x80, "setNicknameResult");
        return new SetNicknameResponse(SetNicknameResult.of(result.integer()));
    }

    /** The data object 'BF29'. */
    public byte[] encoded() {
        return new TlvWriter().number(0x80, setNicknameResult).wrap(TAG);
    }
}
