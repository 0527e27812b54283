package org.mintline.rsp.factory;

import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.TlvReader;

/** The version that all data objects of the format state. */
final class FactoryFormat {
    static final int VERSION = 1;

    private FactoryFormat() {}

    static void requireVersion(TlvReader reader) {
        var version = reader.require(0x80, "version");
        if (version.integer() != VERSION) {
            throw new DecodeException("version", version.offset(), "is not " + VERSION);
        }
    }
}
