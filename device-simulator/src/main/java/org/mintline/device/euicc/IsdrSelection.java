package org.mintline.device.euicc;

import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.tlv.Tlv;

/** What SELECT of the ISD-R answers (SGP.22 v2.5, clause 5.7.1; GlobalPlatform Card Specification, clause 11.9.3). */
final class IsdrSelection {
    private static final int FILE_CONTROL_INFORMATION = 0x6F;
    private static final int PROPRIETARY_APPLICATION_TEMPLATE = 0xE0;

    private IsdrSelection() {}

    /** @param svn the version of SGP.22 that the card supports */
    static byte[] fileControlInformation(SpecificationVersion svn) {
        return Tlv.encode(
                FILE_CONTROL_INFORMATION,
                Tlv.encode(0x84, Commands.isdrAid()),
                Tlv.encode(0xA5, Tlv.encode(0x9F65, new byte[] {(byte) 0xFF})),
                Tlv.encode(PROPRIETARY_APPLICATION_TEMPLATE, Tlv.encode(0x82, svn.octets())));
    }
}
