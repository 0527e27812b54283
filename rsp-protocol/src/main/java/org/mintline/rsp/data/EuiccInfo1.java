package org.mintline.rsp.data;

import java.util.List;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * EUICCInfo1, 'BF20': what a server must know to choose its certificates (SGP.22 v2.5, clause 5.7.8).
 *
 * @param svn '82', the version of SGP.22 that the eUICC supports
 * @param euiccCiPKIdListForVerification 'A9', CI keys under which the eUICC verifies, in order of preference
 * @param euiccCiPKIdListForSigning 'AA', CI keys under which the eUICC signs, in order of preference
 * @param encoded the bytes as they came
 */
public record EuiccInfo1(
        SpecificationVersion svn,
        List<SubjectKeyIdentifier> euiccCiPKIdListForVerification,
        List<SubjectKeyIdentifier> euiccCiPKIdListForSigning,
        byte[] encoded) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF20;

    /** Makes one. */
    public static EuiccInfo1 of(
            SpecificationVersion svn,
            List<SubjectKeyIdentifier> forVerification,
            List<SubjectKeyIdentifier> forSigning) {
        byte[] encoded = new TlvWriter()
                .octets(0x82, svn.octets())
                .encoded(SubjectKeyIdentifier.encodeList(0xA9, forVerification))
                .encoded(SubjectKeyIdentifier.encodeList(0xAA, forSigning))
                .wrap(TAG);
        return new EuiccInfo1(svn, forVerification, forSigning, encoded);
    }

    /** Reads the whole of an input. */
    public static EuiccInfo1 decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF20'. */
    public static EuiccInfo1 decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "EUICCInfo1").reader();
        return new EuiccInfo1(
                SpecificationVersion.decode(reader.require(0x82, "svn")),
                SubjectKeyIdentifier.decodeList(reader, 0xA9, "euiccCiPKIdListForVerification"),
                SubjectKeyIdentifier.decodeList(reader, 0xAA, "euiccCiPKIdListForSigning"),
                tlv.encoded());
    }
}
