package org.mintline.rsp.data;

import java.util.List;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * RulesAuthorisationTable: which Profile Policy Rules an eUICC admits (SGP.22 v2.5, clause 2.9.2).
 *
 * @param rules in order; the first that fits decides
 */
public record RulesAuthorisationTable(List<ProfilePolicyAuthorisationRule> rules) {
    /** Reads the content of a RulesAuthorisationTable, whatever its tag. */
    public static RulesAuthorisationTable decode(Tlv tlv) {
        return new RulesAuthorisationTable(tlv.children().stream()
                .map(ProfilePolicyAuthorisationRule::decode)
                .toList());
    }

    /**
     * The table under a tag.
     *
     * @param tag 'A0' in GetRatResponse
     */
    public byte[] encoded(int tag) {
        return new TlvWriter()
                .allEncoded(rules.stream()
                        .map(ProfilePolicyAuthorisationRule::encoded)
                        .toList())
                .wrap(tag);
    }
}
