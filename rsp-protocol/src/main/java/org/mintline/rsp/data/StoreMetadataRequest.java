package org.mintline.rsp.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.NamedBit;
import org.mintline.rsp.tlv.NamedNumber;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * StoreMetadataRequest, 'BF25': what is known of a profile before it is installed (SGP.22 v2.5, clause 5.5.3). The end user
 * sees it, and the eUICC keeps it.
 *
 * @param iccid '5A'
 * @param serviceProviderName '91', at most 32 bytes
 * @param profileName '92', at most 64 bytes
 * @param iconType '93', present at least where the icon is
 * @param icon '94', at most 1024 bytes
 * @param profileClass '95'; absent means operational
 * @param notificationConfigurationInfo 'B6', absent if empty
 * @param profileOwner 'B7'
 * @param profilePolicyRules '99', absent if empty
 * @param extensions elements of later versions, encoded, among them serviceSpecificDataStoredInEuicc 'BF22' and
 *     serviceSpecificDataNotStoredInEuicc 'BF23' (v2.4)
 */
public record StoreMetadataRequest(
        Iccid iccid,
        String serviceProviderName,
        String profileName,
        Optional<IconType> iconType,
        Optional<byte[]> icon,
        Optional<ProfileClass> profileClass,
        List<NotificationConfigurationInformation> notificationConfigurationInfo,
        Optional<OperatorId> profileOwner,
        Set<PprId> profilePolicyRules,
        List<byte[]> extensions) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF25;

    /** The longest icon, in bytes. */
    public static final int MAXIMUM_ICON = 1024;

    private static final Set<Integer> KNOWN = Set.of(0x5A, 0x91, 0x92, 0x93, 0x94, 0x95, 0xB6, 0xB7, 0x99);

    /**
     * @throws IllegalArgumentException if a name or the icon is too long, or an icon has no type
     */
    public StoreMetadataRequest {
        requireUtf8("serviceProviderName", serviceProviderName, 32);
        requireUtf8("profileName", profileName, 64);
        if (icon.isPresent() && (iconType.isEmpty() || icon.get().length > MAXIMUM_ICON)) {
            throw new IllegalArgumentException("an icon has a type and at most 1024 bytes");
        }
    }

    /** Metadata with their mandatory elements alone. */
    public static StoreMetadataRequest of(Iccid iccid, String serviceProviderName, String profileName) {
        return new StoreMetadataRequest(
                iccid,
                serviceProviderName,
                profileName,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Set.of(),
                List.of());
    }

    /** Reads the whole of an input. */
    public static StoreMetadataRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF25'. */
    public static StoreMetadataRequest decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "StoreMetadataRequest").reader();
        Iccid iccid = Iccid.decode(reader.require(0x5A, "iccid"));
        String serviceProviderName = reader.require(0x91, "serviceProviderName").utf8(32);
        String profileName = reader.require(0x92, "profileName").utf8(64);
        Optional<IconType> iconType = reader.optional(0x93).map(i -> NamedNumber.require(IconType.class, i));
        Optional<byte[]> icon = reader.optional(0x94).map(i -> i.octets(0, MAXIMUM_ICON));
        if (icon.isPresent() && iconType.isEmpty()) {
            throw new DecodeException("icon", tlv.offset(), "has no iconType before it");
        }
        Optional<ProfileClass> profileClass =
                reader.optional(0x95).map(c -> NamedNumber.require(ProfileClass.class, c));
        List<NotificationConfigurationInformation> notifications =
                NotificationConfigurationInformation.decodeList(reader.optional(0xB6));
        Optional<OperatorId> owner = reader.optional(0xB7).map(OperatorId::decode);
        Set<PprId> rules =
                reader.optional(0x99).map(p -> NamedBit.decode(PprId.class, p)).orElse(Set.of());
        List<byte[]> extensions = Extensions.take(reader, KNOWN);
        return new StoreMetadataRequest(
                iccid,
                serviceProviderName,
                profileName,
                iconType,
                icon,
                profileClass,
                notifications,
                owner,
                rules,
                extensions);
    }

    /** The data object 'BF25'. */
    public byte[] encoded() {
        TlvWriter writer = new TlvWriter()
                .encoded(iccid.encoded())
                .utf8(0x91, serviceProviderName)
                .utf8(0x92, profileName);
        iconType.ifPresent(i -> writer.number(0x93, i));
        icon.ifPresent(i -> writer.octets(0x94, i));
        profileClass.ifPresent(c -> writer.number(0x95, c));
        if (!notificationConfigurationInfo.isEmpty()) {
            writer.encoded(NotificationConfigurationInformation.encodeList(0xB6, notificationConfigurationInfo));
        }
        profileOwner.ifPresent(o -> writer.encoded(o.encoded(0xB7)));
        if (!profilePolicyRules.isEmpty()) {
            writer.bits(0x99, profilePolicyRules);
        }
        return writer.allEncoded(extensions).wrap(TAG);
    }

    private static void requireUtf8(String name, String text, int maximum) {
        if (text.getBytes(StandardCharsets.UTF_8).length > maximum) {
            throw new IllegalArgumentException(name + " is longer than " + maximum + " bytes");
        }
    }
}
