package org.mintline.rsp.data;

import java.util.HexFormat;
import java.util.Optional;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * OperatorId: the owner of a profile (SGP.22 v2.5, annex H).
 *
 * @param mccMnc '80', 3 bytes as in 3GPP TS 24.008, clause 10.5.1.3. In a Rules Authorisation Table the digit E stands for
 *     any
 * @param gid1 '81', the content of EF.GID1, at most 64 bytes
 * @param gid2 '82', the content of EF.GID2, at most 64 bytes
 */
public record OperatorId(byte[] mccMnc, Optional<byte[]> gid1, Optional<byte[]> gid2) {
    private static final int MAXIMUM_GID = 64;

    /** Refuses sizes that the standard does not admit. */
    public OperatorId {
        if (mccMnc.length != 3) {
            throw new IllegalArgumentException("mccMnc has 3 bytes");
        }
    }

    /**
     * The operator of a network.
     *
     * @param mcc 3 digits
     * @param mnc 2 or 3 digits
     * @throws IllegalArgumentException if they are none
     */
    public static OperatorId of(String mcc, String mnc) {
        if (!mcc.matches("[0-9]{3}") || !mnc.matches("[0-9]{2,3}")) {
            throw new IllegalArgumentException("an MCC has 3 digits, an MNC 2 or 3");
        }
        String third = mnc.length() == 3 ? mnc.substring(2) : "F";
        String swapped = "" + mcc.charAt(1) + mcc.charAt(0) + third + mcc.charAt(2) + mnc.charAt(1) + mnc.charAt(0);
        return new OperatorId(HexFormat.of().parseHex(swapped), Optional.empty(), Optional.empty());
    }

    /** Reads the content of an OperatorId, whatever its tag. */
    public static OperatorId decode(Tlv tlv) {
        TlvReader reader = tlv.reader();
        return new OperatorId(
                reader.require(0x80, "operatorId.mccMnc").octets(3, 3),
                reader.optional(0x81).map(g -> g.octets(0, MAXIMUM_GID)),
                reader.optional(0x82).map(g -> g.octets(0, MAXIMUM_GID)));
    }

    /**
     * The OperatorId under a tag.
     *
     * @param tag 'B7' in the metadata of a profile, '30' in a list
     */
    public byte[] encoded(int tag) {
        TlvWriter writer = new TlvWriter().octets(0x80, mccMnc);
        gid1.ifPresent(g -> writer.octets(0x81, g));
        gid2.ifPresent(g -> writer.octets(0x82, g));
        return writer.wrap(tag);
    }

    /** The Mobile Country Code, 3 digits, of which E stands for any. */
    public String mcc() {
        return digit(mccMnc[0]) + digit(mccMnc[0] >> 4) + digit(mccMnc[1]);
    }

    /** The Mobile Network Code, 2 or 3 digits, of which E stands for any. */
    public String mnc() {
        String third = digit(mccMnc[1] >> 4);
        return digit(mccMnc[2]) + digit(mccMnc[2] >> 4) + (third.equals("F") ? "" : third);
    }

    private static String digit(int halfByte) {
        return Character.toString("0123456789ABCDEF".charAt(halfByte & 0xF));
    }
}
