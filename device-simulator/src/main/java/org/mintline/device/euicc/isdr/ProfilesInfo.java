package org.mintline.device.euicc.isdr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mintline.device.euicc.state.ProfileSlot;
import org.mintline.rsp.data.ProfileInfo;
import org.mintline.rsp.data.ProfileState;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.es10.ProfileInfoListError;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/** ES10c.GetProfilesInfo (SGP.22 v2.5, clause 5.7.15). */
final class ProfilesInfo {
    private static final int TAG_LIST = 0x5C;
    private static final List<Integer> DEFAULT_TAGS = List.of(0x5A, 0x4F, 0x9F70, 0x90, 0x91, 0x92, 0x93, 0x95);

    private final Card card;

    ProfilesInfo(Card card) {
        this.card = card;
    }

    byte[] profilesInfo(Tlv request) {
        Optional<Tlv> criterion =
                request.child(0xA0).flatMap(choice -> choice.children().stream().findFirst());
        Optional<Predicate<ProfileSlot>> filter =
                criterion.map(ProfilesInfo::filter).orElse(Optional.of(slot -> true));
        if (filter.isEmpty()) {
            return new TlvWriter()
                    .number(0x81, ProfileInfoListError.INCORRECT_INPUT_VALUES)
                    .wrap(request.tag());
        }
        List<Integer> tags = request.child(TAG_LIST).map(ProfilesInfo::tags).orElse(DEFAULT_TAGS);
        List<byte[]> infos = card.state().profiles().stream()
                .filter(filter.get())
                .map(slot -> only(tags, info(slot)))
                .toList();
        return Tlv.encode(request.tag(), new TlvWriter().allEncoded(infos).wrap(0xA0));
    }

    private static Optional<Predicate<ProfileSlot>> filter(Tlv criterion) {
        return switch (criterion.tag()) {
            case 0x5A -> {
                Iccid iccid = Iccid.decode(criterion);
                yield Optional.of(slot -> slot.iccid().equals(iccid));
            }
            case 0x4F -> {
                byte[] aid = criterion.octets(1, 16);
                yield Optional.of(slot -> Arrays.equals(slot.isdpAid(), aid));
            }
            case 0x95 -> {
                int number = criterion.integer();
                yield Optional.of(slot -> slot.profileClass().number() == number);
            }
            default -> Optional.empty();
        };
    }

    private static List<Integer> tags(Tlv list) {
        List<Integer> tags = new ArrayList<>();
        byte[] octets = list.octets(0, 64);
        for (int i = 0; i < octets.length; i++) {
            int tag = octets[i] & 0xFF;
            if ((tag & 0x1F) == 0x1F && i + 1 < octets.length) {
                i++;
                tag = tag << 8 | octets[i] & 0xFF;
            }
            tags.add(tag);
        }
        return tags;
    }

    private static byte[] only(List<Integer> tags, ProfileInfo info) {
        Tlv whole = Tlv.decode(info.encoded(), DecodeLimits.MESSAGE);
        List<byte[]> kept = whole.children().stream()
                .filter(part -> tags.contains(part.tag()))
                .map(Tlv::encoded)
                .toList();
        return new TlvWriter().allEncoded(kept).wrap(ProfileInfo.TAG);
    }

    private static ProfileInfo info(ProfileSlot slot) {
        StoreMetadataRequest metadata = slot.metadata();
        return new ProfileInfo(
                Optional.of(slot.iccid()),
                Optional.of(slot.isdpAid()),
                Optional.of(slot.isEnabled() ? ProfileState.ENABLED : ProfileState.DISABLED),
                Optional.of(slot.nickname()).filter(text -> !text.isEmpty()),
                Optional.of(metadata.serviceProviderName()),
                Optional.of(metadata.profileName()),
                metadata.iconType(),
                metadata.icon(),
                Optional.of(slot.profileClass()),
                metadata.notificationConfigurationInfo(),
                metadata.profileOwner(),
                slot.dpProprietaryData(),
                metadata.profilePolicyRules(),
                List.of());
    }
}
