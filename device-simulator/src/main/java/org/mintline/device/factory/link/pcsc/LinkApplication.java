package org.mintline.device.factory.link.pcsc;

import java.util.HexFormat;

/** The application that a device in a reader shows, under an identifier of the proprietary category (ISO/IEC 7816-4, clause 8.2.1.2). */
final class LinkApplication {
    private static final byte[] AID = HexFormat.of().parseHex("F04D494E544C494E4501");

    private LinkApplication() {}

    /** Its identifier, 10 bytes. */
    static byte[] aid() {
        return AID.clone();
    }
}
