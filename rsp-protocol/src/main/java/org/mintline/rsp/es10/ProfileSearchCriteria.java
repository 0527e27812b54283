package org.mintline.rsp.es10;

import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.tlv.NamedNumber;
import org.mintline.rsp.tlv.Tlv;

/** searchCriteria of ES10c.GetProfilesInfo (SGP.22 v2.5, clause 5.7.15). */
public sealed interface ProfileSearchCriteria permits ProfileIdentifier, ProfileSearchCriteria.OfProfileClass {
    /**
     * All profiles of a class.
     *
     * @param profileClass '95'
     */
    record OfProfileClass(ProfileClass profileClass) implements ProfileSearchCriteria {
        private static final int TAG = 0x95;

        @Override
        public byte[] encoded() {
            return Tlv.encode(TAG, new byte[] {(byte) profileClass.number()});
        }
    }

    /** Reads the alternative that its tag names. */
    static ProfileSearchCriteria decode(Tlv tlv) {
        return tlv.tag() == OfProfileClass.TAG
                ? new OfProfileClass(NamedNumber.require(ProfileClass.class, tlv))
                : ProfileIdentifier.decode(tlv);
    }

    /** The data object. */
    byte[] encoded();
}
