package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/**
 * Request of ES10b.LoadCRL, 'BF35' (SGP.22 v2.5, clause 5.7.12).
 *
 * @param crl 'A0' in place of the '30' of a CertificateList (RFC 5280, clause 5.1); here with '30'
 */
public record LoadCrlRequest(byte[] crl) implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF35;

    /** Reads the whole of an input. */
    public static LoadCrlRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF35'. */
    public static LoadCrlRequest decode(Tlv tlv) {
        Tlv crl = tlv.expect(TAG, "LoadCRLRequest").reader().require(0xA0, "crl");
        return new LoadCrlRequest(Tlv.encode(0x30, crl.value()));
    }

    @Override
    public byte[] encoded() {
        byte[] content =
                Tlv.decode(crl, DecodeLimits.MESSAGE).expect(0x30, "crl").value();
        return Tlv.encode(TAG, Tlv.encode(0xA0, content));
    }
}
