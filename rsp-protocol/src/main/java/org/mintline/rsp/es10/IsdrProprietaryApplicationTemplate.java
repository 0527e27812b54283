package org.mintline.rsp.es10;

import java.util.Set;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.NamedBit;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * ISDRProprietaryApplicationTemplate, 'E0': stands in the File Control Information that the selection of the ISD-R answers
 * (SGP.22 v2.5, clause 5.7.1).
 *
 * @param svn '82', the version of SGP.22 that the eUICC supports
 * @param lpaeSupport '03', whether there is an LPA in the eUICC; absent if empty
 */
public record IsdrProprietaryApplicationTemplate(SpecificationVersion svn, Set<LpaeSupport> lpaeSupport) {
    /** The tag of the data object. */
    public static final int TAG = 0xE0;

    /** Reads the whole of an input. */
    public static IsdrProprietaryApplicationTemplate decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'E0'. */
    public static IsdrProprietaryApplicationTemplate decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "ISDRProprietaryApplicationTemplate").reader();
        return new IsdrProprietaryApplicationTemplate(
                SpecificationVersion.decode(reader.require(0x82, "svn")),
                reader.optional(0x03)
                        .map(s -> NamedBit.decode(LpaeSupport.class, s))
                        .orElse(Set.of()));
    }

    /** The data object 'E0'. */
    public byte[] encoded() {
        TlvWriter writer = new TlvWriter().octets(0x82, svn.octets());
        if (!lpaeSupport.isEmpty()) {
            writer.bits(0x03, lpaeSupport);
        }
        return writer.wrap(TAG);
    }
}
