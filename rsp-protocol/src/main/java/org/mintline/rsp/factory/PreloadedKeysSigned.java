package org.mintline.rsp.factory;

import java.util.List;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * What an eUICC signs of the one-time keys that wait in it, 'FF31'.
 *
 * @param eid '5A', the eUICC
 * @param euiccInfo2 'BF22', for the eligibility check that is made before a package is bound
 * @param keys 'A1', the keys that were not used when this was made, at most 256
 * @param encoded the bytes as they came; the signature covers them
 */
public record PreloadedKeysSigned(Eid eid, EuiccInfo2 euiccInfo2, List<PreloadedKey> keys, byte[] encoded) {
    /** The tag of this data object. */
    public static final int TAG = 0xFF31;

    /** The most keys that wait in one eUICC under one CI key. */
    public static final int MAXIMUM_KEYS = 256;

    /** Copies the list. */
    public PreloadedKeysSigned {
        keys = List.copyOf(keys);
    }

    /**
     * Makes one.
     *
     * @throws IllegalArgumentException if there are too many keys
     */
    public static PreloadedKeysSigned of(Eid eid, EuiccInfo2 euiccInfo2, List<PreloadedKey> keys) {
        if (keys.size() > MAXIMUM_KEYS) {
            throw new IllegalArgumentException("an eUICC has at most " + MAXIMUM_KEYS + " preloaded keys");
        }
        byte[] list = new TlvWriter()
                .allEncoded(keys.stream().map(PreloadedKey::encoded).toList())
                .wrap(0xA1);
        byte[] encoded = new TlvWriter()
                .integer(0x80, FactoryFormat.VERSION)
                .encoded(eid.encoded())
                .encoded(euiccInfo2.encoded())
                .encoded(list)
                .wrap(TAG);
        return new PreloadedKeysSigned(eid, euiccInfo2, keys, encoded);
    }

    /**
     * Reads the data object 'FF31'.
     *
     * @throws DecodeException if it is malformed or of another version
     */
    public static PreloadedKeysSigned decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "preloadedKeysSigned").reader();
        FactoryFormat.requireVersion(reader);
        Eid eid = Eid.decode(reader.require(0x5A, "eidValue"));
        EuiccInfo2 euiccInfo2 = EuiccInfo2.decode(reader.require(EuiccInfo2.TAG, "euiccInfo2"));
        Tlv list = reader.require(0xA1, "preloadedKeys");
        if (list.children().size() > MAXIMUM_KEYS) {
            throw new DecodeException("preloadedKeys", list.offset(), "are more than " + MAXIMUM_KEYS);
        }
        List<PreloadedKey> keys =
                list.children().stream().map(PreloadedKey::decode).toList();
        return new PreloadedKeysSigned(eid, euiccInfo2, keys, tlv.encoded());
    }
}
