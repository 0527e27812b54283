package org.mintline.device.euicc.isdr;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.data.EuiccCategory;
import org.mintline.rsp.data.EuiccInfo1;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.ExtCardResource;
import org.mintline.rsp.data.RspCapability;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.es10.SetDefaultDpAddressResult;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/** What the card says of itself: ES10a, and GetEUICCInfo, GetEID and GetRAT. */
final class EuiccData {
    private static final int CONFIGURED_ADDRESSES = 0xBF3C;
    private static final int SET_DEFAULT_DP_ADDRESS = 0xBF3F;
    private static final int EUICC_DATA = 0xBF3E;
    private static final int RAT = 0xBF43;
    private static final int EID_TAG = 0x5A;
    private static final int VOLATILE_MEMORY = 16_384;

    private final Card card;

    EuiccData(Card card) {
        this.card = card;
    }

    /** EUICCInfo1 (SGP.22 v2.5, clause 5.7.8). */
    EuiccInfo1 euiccInfo1() {
        return EuiccInfo1.of(card.configuration().svn(), forVerification(), forSigning());
    }

    /** EUICCInfo2 (clause 5.7.8). */
    EuiccInfo2 euiccInfo2() {
        EuiccConfiguration made = card.configuration();
        Set<RspCapability> capability = EnumSet.of(RspCapability.ADDITIONAL_PROFILE);
        if (made.testProfileSupport()) {
            capability.add(RspCapability.TEST_PROFILE_SUPPORT);
        }
        return EuiccInfo2.builder()
                .profileVersion(made.profileVersion())
                .svn(made.svn())
                .extCardResource(new ExtCardResource(
                        OptionalLong.of(card.state().profiles().size()),
                        OptionalLong.of(made.memory() - card.state().usedMemory()),
                        OptionalLong.of(VOLATILE_MEMORY)))
                .uiccCapability(made.capabilities())
                .ts102241Version(new SpecificationVersion(9, 2, 0))
                .globalplatformVersion(new SpecificationVersion(2, 3, 0))
                .rspCapability(capability)
                .euiccCiPKIdListForVerification(forVerification())
                .euiccCiPKIdListForSigning(forSigning())
                .euiccCategory(EuiccCategory.MEDIUM_EUICC)
                .forbiddenProfilePolicyRules(made.forbiddenProfilePolicyRules())
                .sasAcreditationNumber("SIMULATOR")
                .build();
    }

    /** ES10a.GetEuiccConfiguredAddresses (clause 5.7.3). */
    byte[] configuredAddresses() {
        TlvWriter writer = new TlvWriter();
        card.state().defaultDpAddress().ifPresent(address -> writer.utf8(0x80, address));
        return writer.utf8(0x81, card.configuration().rootDsAddress()).wrap(CONFIGURED_ADDRESSES);
    }

    /** ES10a.SetDefaultDpAddress (clause 5.7.4); an empty address clears it. */
    byte[] setDefaultDpAddress(Tlv request) {
        String address = request.reader().require(0x80, "defaultDpAddress").utf8(255);
        card.state().setDefaultDpAddress(Optional.of(address).filter(text -> !text.isEmpty()));
        card.commit();
        return new TlvWriter().number(0x80, SetDefaultDpAddressResult.OK).wrap(SET_DEFAULT_DP_ADDRESS);
    }

    /** ES10c.GetEID (clause 5.7.20). */
    byte[] eid() {
        return new TlvWriter()
                .octets(EID_TAG, card.configuration().eid().octets())
                .wrap(EUICC_DATA);
    }

    /** ES10b.GetRAT (clause 5.7.22). */
    byte[] rat() {
        return Tlv.encode(RAT, card.configuration().rulesAuthorisationTable().encoded(0xA0));
    }

    private List<SubjectKeyIdentifier> forVerification() {
        return card.configuration().ciCertificates().stream()
                .map(RspCertificate::subjectKeyIdentifier)
                .flatMap(Optional::stream)
                .map(SubjectKeyIdentifier::new)
                .distinct()
                .toList();
    }

    private List<SubjectKeyIdentifier> forSigning() {
        return card.configuration().credentials().stream()
                .map(EuiccCredentials::euiccCiPKId)
                .distinct()
                .toList();
    }
}
