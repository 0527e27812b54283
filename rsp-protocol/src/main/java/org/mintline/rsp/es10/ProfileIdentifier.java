package org.mintline.rsp.es10;

import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;

/** profileIdentifier: which profile is meant (SGP.22 v2.5, clause 5.7.16). */
public sealed interface ProfileIdentifier extends ProfileSearchCriteria {
    /**
     * That in an ISD-P.
     *
     * @param isdpAid '4F', 1 to 16 bytes
     */
    record OfIsdpAid(byte[] isdpAid) implements ProfileIdentifier {
        private static final int TAG = 0x4F;

        @Override
        public byte[] encoded() {
            return Tlv.encode(TAG, isdpAid);
        }
    }

    /**
     * That of an ICCID.
     *
     * @param iccid '5A'
     */
    record OfIccid(Iccid iccid) implements ProfileIdentifier {
        private static final int TAG = 0x5A;

        @Override
        public byte[] encoded() {
            return iccid.encoded();
        }
    }

    /** Reads the alternative that its tag names. */
    static ProfileIdentifier decode(Tlv tlv) {
        return switch (tlv.tag()) {
            case OfIsdpAid.TAG -> new OfIsdpAid(tlv.octets(1, 16));
            case OfIccid.TAG -> new OfIccid(Iccid.decode(tlv));
            default -> throw new DecodeException("profileIdentifier", tlv.offset(), "is neither '4F' nor '5A'");
        };
    }
}
