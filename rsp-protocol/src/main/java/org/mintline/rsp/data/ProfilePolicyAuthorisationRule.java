package org.mintline.rsp.data;

import java.util.List;
import java.util.Set;
import org.mintline.rsp.tlv.NamedBit;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * ProfilePolicyAuthorisationRule: whose profiles may have which PPRs (SGP.22 v2.5, clause 2.9.2).
 *
 * @param pprIds '80'
 * @param allowedOperators 'A1'
 * @param consentRequired the bit of '82': whether the end user must agree
 */
public record ProfilePolicyAuthorisationRule(
        Set<PprId> pprIds, List<OperatorId> allowedOperators, boolean consentRequired) {
    private enum PprFlag implements NamedBit {
        CONSENT_REQUIRED;

        @Override
        public int bit() {
            return 0;
        }
    }

    static ProfilePolicyAuthorisationRule decode(Tlv tlv) {
        TlvReader reader = tlv.expect(0x30, "ProfilePolicyAuthorisationRule").reader();
        return new ProfilePolicyAuthorisationRule(
                NamedBit.decode(PprId.class, reader.require(0x80, "pprIds")),
                reader.require(0xA1, "allowedOperators").children().stream()
                        .map(o -> OperatorId.decode(o.expect(0x30, "OperatorId")))
                        .toList(),
                !NamedBit.decode(PprFlag.class, reader.require(0x82, "pprFlags"))
                        .isEmpty());
    }

    byte[] encoded() {
        byte[] operators = new TlvWriter()
                .allEncoded(allowedOperators.stream().map(o -> o.encoded(0x30)).toList())
                .wrap(0xA1);
        return new TlvWriter()
                .bits(0x80, pprIds)
                .encoded(operators)
                .bits(0x82, consentRequired ? Set.of(PprFlag.CONSENT_REQUIRED) : Set.of())
                .wrap(0x30);
    }
}
