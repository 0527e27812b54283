package org.mintline.rsp.data;

import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * CertificationDataObject: where the certification of an eUICC is found (GlobalPlatform DLOA).
 *
 * @param platformLabel '80', at most 256 bytes
 * @param discoveryBaseURL '81', at most 1024 bytes
 */
public record CertificationDataObject(String platformLabel, String discoveryBaseURL) {
    static CertificationDataObject decode(Tlv tlv) {
        TlvReader reader = tlv.reader();
        return new CertificationDataObject(
                reader.require(0x80, "platformLabel").utf8(256),
                reader.require(0x81, "discoveryBaseURL").utf8(1024));
    }

    byte[] encoded(int tag) {
        return new TlvWriter()
                .utf8(0x80, platformLabel)
                .utf8(0x81, discoveryBaseURL)
                .wrap(tag);
    }
}
