package org.mintline.rsp.factory;

import java.util.List;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * What an eUICC signs of the keys that were deleted in it, 'FF32'. No package that is bound to one of them can be installed any more:
 * an SM-DP+ may give the profiles in them to others.
 *
 * @param eid '5A', the eUICC
 * @param keyIdentifiers 'A1', those of all keys that were ever deleted unused, '80' each
 * @param encoded the bytes as they came; the signature covers them
 */
public record DeletedKeysSigned(Eid eid, List<TransactionId> keyIdentifiers, byte[] encoded) {
    /** The tag of this data object. */
    public static final int TAG = 0xFF32;

    /** Copies the list. */
    public DeletedKeysSigned {
        keyIdentifiers = List.copyOf(keyIdentifiers);
    }

    /** Makes one. */
    public static DeletedKeysSigned of(Eid eid, List<TransactionId> keyIdentifiers) {
        TlvWriter list = new TlvWriter();
        keyIdentifiers.forEach(identifier -> list.octets(0x80, identifier.octets()));
        byte[] encoded = new TlvWriter()
                .integer(0x80, FactoryFormat.VERSION)
                .encoded(eid.encoded())
                .encoded(list.wrap(0xA1))
                .wrap(TAG);
        return new DeletedKeysSigned(eid, keyIdentifiers, encoded);
    }

    /**
     * Reads the data object 'FF32'.
     *
     * @throws DecodeException if it is malformed or of another version
     */
    public static DeletedKeysSigned decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "deletedKeysSigned").reader();
        FactoryFormat.requireVersion(reader);
        return new DeletedKeysSigned(
                Eid.decode(reader.require(0x5A, "eidValue")),
                reader.require(0xA1, "keyIdentifiers").children().stream()
                        .map(identifier -> PreloadedKey.decodeIdentifier(identifier.expect(0x80, "keyIdentifier")))
                        .toList(),
                tlv.encoded());
    }
}
