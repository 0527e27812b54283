package org.mintline.rsp.certificate;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** Looks at the frame of a DER structure before a library that knows no bounds reads it. */
final class BoundedDer {
    private BoundedDer() {}

    /**
     * Walks through all data objects.
     *
     * @throws org.mintline.rsp.tlv.DecodeException if it is too long, nested too deep, or its lengths do not fit
     */
    static void check(byte[] der, DecodeLimits limits) {
        walk(Tlv.decode(der, limits));
    }

    private static void walk(Tlv element) {
        if (element.isConstructed()) {
            element.children().forEach(BoundedDer::walk);
        }
    }
}
