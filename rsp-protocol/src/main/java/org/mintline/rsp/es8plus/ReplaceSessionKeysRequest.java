package org.mintline.rsp.es8plus;

import org.mintline.rsp.bsp.BspKeys;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;

/**
 * ES8+.ReplaceSessionKeys (SGP.22 v2.5, clause 5.5.4; tag BF26): the profile elements that follow are protected by these
 * keys, and their block counter begins at 1 again.
 *
 * @param keys initialMacChainingValue, ppkEnc and ppkCmac, 16 bytes each
 */
public record ReplaceSessionKeysRequest(BspKeys keys) {
    /** The tag of this data object. */
    public static final int TAG = 0xBF26;

    /**
     * Reads it.
     *
     * @throws DecodeException if it is malformed
     */
    public static ReplaceSessionKeysRequest decode(byte[] input) {
        Tlv request = Tlv.decode(input, DecodeLimits.MESSAGE);
        if (request.tag() != TAG) {
            throw new DecodeException("ReplaceSessionKeysRequest", 0, "has tag " + request.name());
        }
        TlvReader reader = request.reader();
        return new ReplaceSessionKeysRequest(new BspKeys(
                key(reader, 0x80, "initialMacChainingValue"),
                key(reader, 0x81, "ppkEnc"),
                key(reader, 0x82, "ppkCmac")));
    }

    /** Tag, length and value. */
    public byte[] encoded() {
        return Tlv.encode(
                TAG,
                Tlv.encode(0x80, keys.initialMacChainingValue()),
                Tlv.encode(0x81, keys.sEnc()),
                Tlv.encode(0x82, keys.sMac()));
    }

    private static byte[] key(TlvReader reader, int tag, String name) {
        return reader.require(tag, name).octets(BspKeys.KEY_LENGTH, BspKeys.KEY_LENGTH);
    }
}
