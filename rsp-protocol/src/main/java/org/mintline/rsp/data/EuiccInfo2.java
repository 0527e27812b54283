package org.mintline.rsp.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.NamedBit;
import org.mintline.rsp.tlv.NamedNumber;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;

/**
 * EUICCInfo2, 'BF22': what an eUICC is and can do (SGP.22 v2.5, clause 5.7.8). The eligibility check reads it (annex F).
 *
 * @param profileVersion '81', the version of the TCA eUICC Profile Package specification that the eUICC supports
 * @param svn '82', the version of SGP.22 that the eUICC supports
 * @param euiccFirmwareVer '83'
 * @param extCardResource '84', the value as it came: data objects of ETSI TS 102 226
 * @param uiccCapability '85'
 * @param ts102241Version '86', the version of ETSI TS 102 241 (before v2.2: of Java Card)
 * @param globalplatformVersion '87'
 * @param rspCapability '88'
 * @param euiccCiPKIdListForVerification 'A9', CI keys under which the eUICC verifies, in order of preference
 * @param euiccCiPKIdListForSigning 'AA', CI keys under which the eUICC signs, in order of preference
 * @param euiccCategory '8B'
 * @param forbiddenProfilePolicyRules '99', the PPRs that the eUICC does not admit
 * @param ppVersion '04', the version of the Protection Profile
 * @param sasAcreditationNumber '0C', at most 64 bytes, spelled as in the ASN.1
 * @param certificationDataObject 'AC'
 * @param additionalEuiccProfilePackageVersions 'AF', further versions beside {@code profileVersion}, from v2.4 on
 * @param encoded the bytes as they came
 */
public record EuiccInfo2(
        SpecificationVersion profileVersion,
        SpecificationVersion svn,
        SpecificationVersion euiccFirmwareVer,
        byte[] extCardResource,
        Set<UiccCapability> uiccCapability,
        Optional<SpecificationVersion> ts102241Version,
        Optional<SpecificationVersion> globalplatformVersion,
        Set<RspCapability> rspCapability,
        List<SubjectKeyIdentifier> euiccCiPKIdListForVerification,
        List<SubjectKeyIdentifier> euiccCiPKIdListForSigning,
        Optional<EuiccCategory> euiccCategory,
        Set<PprId> forbiddenProfilePolicyRules,
        SpecificationVersion ppVersion,
        String sasAcreditationNumber,
        Optional<CertificationDataObject> certificationDataObject,
        List<SpecificationVersion> additionalEuiccProfilePackageVersions,
        byte[] encoded) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF22;

    /** Reads the whole of an input. */
    public static EuiccInfo2 decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF22'. */
    public static EuiccInfo2 decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "EUICCInfo2").reader();
        SpecificationVersion profileVersion = SpecificationVersion.decode(reader.require(0x81, "profileVersion"));
        SpecificationVersion svn = SpecificationVersion.decode(reader.require(0x82, "svn"));
        SpecificationVersion firmware = SpecificationVersion.decode(reader.require(0x83, "euiccFirmwareVer"));
        byte[] extCardResource = reader.require(0x84, "extCardResource").octets(0, 256);
        Set<UiccCapability> uicc = NamedBit.decode(UiccCapability.class, reader.require(0x85, "uiccCapability"));
        Optional<SpecificationVersion> ts102241 = reader.optional(0x86).map(SpecificationVersion::decode);
        Optional<SpecificationVersion> globalplatform = reader.optional(0x87).map(SpecificationVersion::decode);
        Set<RspCapability> rsp = NamedBit.decode(RspCapability.class, reader.require(0x88, "rspCapability"));
        List<SubjectKeyIdentifier> verification =
                SubjectKeyIdentifier.decodeList(reader, 0xA9, "euiccCiPKIdListForVerification");
        List<SubjectKeyIdentifier> signing = SubjectKeyIdentifier.decodeList(reader, 0xAA, "euiccCiPKIdListForSigning");
        Optional<EuiccCategory> category =
                reader.optional(0x8B).flatMap(c -> NamedNumber.find(EuiccCategory.class, c.integer()));
        Set<PprId> forbidden =
                reader.optional(0x99).map(p -> NamedBit.decode(PprId.class, p)).orElse(Set.of());
        SpecificationVersion ppVersion = SpecificationVersion.decode(reader.require(0x04, "ppVersion"));
        String sas = reader.require(0x0C, "sasAcreditationNumber").utf8(64);
        Optional<CertificationDataObject> certification = reader.optional(0xAC).map(CertificationDataObject::decode);
        List<SpecificationVersion> additional = reader.rest().stream()
                .filter(extension -> extension.tag() == 0xAF)
                .flatMap(list -> list.children().stream())
                .map(SpecificationVersion::decode)
                .toList();
        return new EuiccInfo2(
                profileVersion,
                svn,
                firmware,
                extCardResource,
                uicc,
                ts102241,
                globalplatform,
                rsp,
                verification,
                signing,
                category,
                forbidden,
                ppVersion,
                sas,
                certification,
                additional,
                tlv.encoded());
    }

    /**
     * The memory of the eUICC.
     *
     * @throws org.mintline.rsp.tlv.DecodeException if extCardResource is not made of data objects
     */
    public ExtCardResource resources() {
        return ExtCardResource.decode(extCardResource);
    }

    /** A builder, for the side of the eUICC. */
    public static EuiccInfo2Builder builder() {
        return new EuiccInfo2Builder();
    }
}
