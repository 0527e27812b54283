package org.mintline.rsp.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.NamedBit;
import org.mintline.rsp.tlv.NamedNumber;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * ProfileInfo, 'E3': what an eUICC tells of an installed profile (SGP.22 v2.5, clause 5.7.15). Which elements it has, the
 * tag list of the request says.
 *
 * @param iccid '5A'
 * @param isdpAid '4F', the AID of the ISD-P, 1 to 16 bytes
 * @param profileState '9F70'
 * @param profileNickname '90', at most 64 bytes
 * @param serviceProviderName '91', at most 32 bytes
 * @param profileName '92', at most 64 bytes
 * @param iconType '93'
 * @param icon '94', at most 1024 bytes
 * @param profileClass '95'
 * @param notificationConfigurationInfo 'B6', absent if empty
 * @param profileOwner 'B7'
 * @param dpProprietaryData 'B8', encoded, at most 128 bytes
 * @param profilePolicyRules '99', absent if empty
 * @param extensions elements of later versions, encoded
 */
public record ProfileInfo(
        Optional<Iccid> iccid,
        Optional<byte[]> isdpAid,
        Optional<ProfileState> profileState,
        Optional<String> profileNickname,
        Optional<String> serviceProviderName,
        Optional<String> profileName,
        Optional<IconType> iconType,
        Optional<byte[]> icon,
        Optional<ProfileClass> profileClass,
        List<NotificationConfigurationInformation> notificationConfigurationInfo,
        Optional<OperatorId> profileOwner,
        Optional<byte[]> dpProprietaryData,
        Set<PprId> profilePolicyRules,
        List<byte[]> extensions) {
    /** The tag of the data object. */
    public static final int TAG = 0xE3;

    private static final Set<Integer> KNOWN =
            Set.of(0x5A, 0x4F, 0x9F70, 0x90, 0x91, 0x92, 0x93, 0x94, 0x95, 0xB6, 0xB7, 0xB8, 0x99);

    /** Reads the whole of an input. */
    public static ProfileInfo decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'E3'. */
    public static ProfileInfo decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "ProfileInfo").reader();
        return new ProfileInfo(
                reader.optional(0x5A).map(Iccid::decode),
                reader.optional(0x4F).map(a -> a.octets(1, 16)),
                reader.optional(0x9F70).map(s -> NamedNumber.require(ProfileState.class, s)),
                reader.optional(0x90).map(n -> n.utf8(64)),
                reader.optional(0x91).map(n -> n.utf8(32)),
                reader.optional(0x92).map(n -> n.utf8(64)),
                reader.optional(0x93).map(i -> NamedNumber.require(IconType.class, i)),
                reader.optional(0x94).map(i -> i.octets(0, StoreMetadataRequest.MAXIMUM_ICON)),
                reader.optional(0x95).map(c -> NamedNumber.require(ProfileClass.class, c)),
                NotificationConfigurationInformation.decodeList(reader.optional(0xB6)),
                reader.optional(0xB7).map(OperatorId::decode),
                reader.optional(0xB8).map(Tlv::encoded),
                reader.optional(0x99).map(p -> NamedBit.decode(PprId.class, p)).orElse(Set.of()),
                Extensions.take(reader, KNOWN));
    }

    /** The data object 'E3'. */
    public byte[] encoded() {
        TlvWriter writer = new TlvWriter();
        iccid.ifPresent(i -> writer.encoded(i.encoded()));
        isdpAid.ifPresent(a -> writer.octets(0x4F, a));
        profileState.ifPresent(s -> writer.number(0x9F70, s));
        profileNickname.ifPresent(n -> writer.utf8(0x90, n));
        serviceProviderName.ifPresent(n -> writer.utf8(0x91, n));
        profileName.ifPresent(n -> writer.utf8(0x92, n));
        iconType.ifPresent(i -> writer.number(0x93, i));
        icon.ifPresent(i -> writer.octets(0x94, i));
        profileClass.ifPresent(c -> writer.number(0x95, c));
        if (!notificationConfigurationInfo.isEmpty()) {
            writer.encoded(NotificationConfigurationInformation.encodeList(0xB6, notificationConfigurationInfo));
        }
        profileOwner.ifPresent(o -> writer.encoded(o.encoded(0xB7)));
        dpProprietaryData.ifPresent(writer::encoded);
        if (!profilePolicyRules.isEmpty()) {
            writer.bits(0x99, profilePolicyRules);
        }
        return writer.allEncoded(extensions).wrap(TAG);
    }
}
