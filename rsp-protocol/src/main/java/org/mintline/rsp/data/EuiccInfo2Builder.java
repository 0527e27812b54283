package org.mintline.rsp.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.tlv.TlvWriter;

/** Builds an {@link EuiccInfo2} out of its mandatory and optional elements; what is not set is absent or empty. */
public final class EuiccInfo2Builder {
    private SpecificationVersion profileVersion = new SpecificationVersion(2, 3, 1);
    private SpecificationVersion svn = new SpecificationVersion(2, 5, 0);
    private SpecificationVersion euiccFirmwareVer = new SpecificationVersion(1, 0, 0);
    private byte[] extCardResource = {};
    private Set<UiccCapability> uiccCapability = Set.of();
    private Optional<SpecificationVersion> ts102241Version = Optional.empty();
    private Optional<SpecificationVersion> globalplatformVersion = Optional.empty();
    private Set<RspCapability> rspCapability = Set.of();
    private List<SubjectKeyIdentifier> verification = List.of();
    private List<SubjectKeyIdentifier> signing = List.of();
    private Optional<EuiccCategory> euiccCategory = Optional.empty();
    private Optional<Set<PprId>> forbiddenProfilePolicyRules = Optional.empty();
    private SpecificationVersion ppVersion = new SpecificationVersion(1, 0, 0);
    private String sasAcreditationNumber = "";
    private Optional<CertificationDataObject> certificationDataObject = Optional.empty();
    private List<SpecificationVersion> additionalVersions = List.of();

    EuiccInfo2Builder() {}

    /** The version of the TCA eUICC Profile Package specification. */
    public EuiccInfo2Builder profileVersion(SpecificationVersion value) {
        profileVersion = value;
        return this;
    }

    /** The version of SGP.22. */
    public EuiccInfo2Builder svn(SpecificationVersion value) {
        svn = value;
        return this;
    }

    /** The version of the firmware. */
    public EuiccInfo2Builder euiccFirmwareVer(SpecificationVersion value) {
        euiccFirmwareVer = value;
        return this;
    }

    /** The resources of the card. */
    public EuiccInfo2Builder extCardResource(ExtCardResource value) {
        extCardResource = value.value();
        return this;
    }

    /** What the UICC can do. */
    public EuiccInfo2Builder uiccCapability(Set<UiccCapability> value) {
        uiccCapability = value;
        return this;
    }

    /** The version of ETSI TS 102 241. */
    public EuiccInfo2Builder ts102241Version(SpecificationVersion value) {
        ts102241Version = Optional.of(value);
        return this;
    }

    /** The version of GlobalPlatform. */
    public EuiccInfo2Builder globalplatformVersion(SpecificationVersion value) {
        globalplatformVersion = Optional.of(value);
        return this;
    }

    /** What the eUICC can do in RSP. */
    public EuiccInfo2Builder rspCapability(Set<RspCapability> value) {
        rspCapability = value;
        return this;
    }

    /** The CI keys under which the eUICC verifies. */
    public EuiccInfo2Builder euiccCiPKIdListForVerification(List<SubjectKeyIdentifier> value) {
        verification = value;
        return this;
    }

    /** The CI keys under which the eUICC signs. */
    public EuiccInfo2Builder euiccCiPKIdListForSigning(List<SubjectKeyIdentifier> value) {
        signing = value;
        return this;
    }

    /** The category. */
    public EuiccInfo2Builder euiccCategory(EuiccCategory value) {
        euiccCategory = Optional.of(value);
        return this;
    }

    /** The PPRs that the eUICC does not admit. */
    public EuiccInfo2Builder forbiddenProfilePolicyRules(Set<PprId> value) {
        forbiddenProfilePolicyRules = Optional.of(value);
        return this;
    }

    /** The version of the Protection Profile. */
    public EuiccInfo2Builder ppVersion(SpecificationVersion value) {
        ppVersion = value;
        return this;
    }

    /** The SAS accreditation number, at most 64 bytes. */
    public EuiccInfo2Builder sasAcreditationNumber(String value) {
        sasAcreditationNumber = value;
        return this;
    }

    /** Where the certification is found. */
    public EuiccInfo2Builder certificationDataObject(CertificationDataObject value) {
        certificationDataObject = Optional.of(value);
        return this;
    }

    /** Further versions of the TCA eUICC Profile Package specification. */
    public EuiccInfo2Builder additionalEuiccProfilePackageVersions(List<SpecificationVersion> value) {
        additionalVersions = value;
        return this;
    }

    /** The EUICCInfo2 of what was set. */
    public EuiccInfo2 build() {
        TlvWriter writer = new TlvWriter()
                .octets(0x81, profileVersion.octets())
                .octets(0x82, svn.octets())
                .octets(0x83, euiccFirmwareVer.octets())
                .octets(0x84, extCardResource)
                .bits(0x85, uiccCapability);
        ts102241Version.ifPresent(v -> writer.octets(0x86, v.octets()));
        globalplatformVersion.ifPresent(v -> writer.octets(0x87, v.octets()));
        writer.bits(0x88, rspCapability)
                .encoded(SubjectKeyIdentifier.encodeList(0xA9, verification))
                .encoded(SubjectKeyIdentifier.encodeList(0xAA, signing));
        euiccCategory.ifPresent(c -> writer.number(0x8B, c));
        forbiddenProfilePolicyRules.ifPresent(p -> writer.bits(0x99, p));
        writer.octets(0x04, ppVersion.octets()).utf8(0x0C, sasAcreditationNumber);
        certificationDataObject.ifPresent(c -> writer.encoded(c.encoded(0xAC)));
        if (!additionalVersions.isEmpty()) {
            TlvWriter list = new TlvWriter();
            additionalVersions.forEach(v -> list.octets(0x04, v.octets()));
            writer.encoded(list.wrap(0xAF));
        }
        return EuiccInfo2.decode(writer.wrap(EuiccInfo2.TAG));
    }
}
