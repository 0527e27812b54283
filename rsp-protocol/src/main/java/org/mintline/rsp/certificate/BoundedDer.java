package org.mintline.rsp.certificate;

import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** Looks at the frame of a DER structure before a library that knows no bounds reads it. */
final class BoundedDer {
    private BoundedDer() {}

    /**
     * Walks through all data objects.
     *
     * @return the outermost one
     * @throws DecodeException if it is too long, nested too deep, or its lengths do not fit
     */
    static Tlv check(byte[] der, DecodeLimits limits) {
        Tlv outermost = Tlv.decode(der, limits);
        walk(outermost);
        return outermost;
    }

    /**
     * The bytes that are signed in a certificate or CRL, as they came: the first element of the outermost SEQUENCE.
     *
     * @throws DecodeException if there is none
     */
    static byte[] signedBytes(Tlv outermost) {
        return outermost.reader().next("signed bytes").encoded();
    }

    private static void walk(Tlv element) {
        if (element.isConstructed()) {
            element.children().forEach(BoundedDer::walk);
        }
    }
}
