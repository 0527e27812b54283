package org.mintline.device.euicc.isdr;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.device.euicc.state.EuiccState;
import org.mintline.device.euicc.state.ProfileSlot;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.PprId;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.es10.DeleteResult;
import org.mintline.rsp.es10.DisableResult;
import org.mintline.rsp.es10.EnableResult;
import org.mintline.rsp.es10.ResetOption;
import org.mintline.rsp.es10.ResetResult;
import org.mintline.rsp.es10.SetNicknameResult;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.NamedBit;
import org.mintline.rsp.tlv.NamedNumber;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/** ES10c: enable, disable, delete, nickname, memory reset (SGP.22 v2.5, clauses 5.7.16 to 5.7.19 and 5.7.21). */
final class ProfileManagement {
    private static final int ICCID = 0x5A;
    private static final int ISDP_AID = 0x4F;

    private final Card card;
    private final Notifications notifications;

    ProfileManagement(Card card, Notifications notifications) {
        this.card = card;
        this.notifications = notifications;
    }

    /** ES10c.EnableProfile (clause 5.7.16): the enabled profile, if there is one, is disabled in the same step. */
    byte[] enableProfile(Tlv request) {
        Optional<ProfileSlot> found = find(
                request.reader().require(0xA0, "profileIdentifier").reader().next("identifier"));
        EnableResult result = found.map(this::enable).orElse(EnableResult.ICCID_OR_AID_NOT_FOUND);
        return answer(request.tag(), result);
    }

    private EnableResult enable(ProfileSlot slot) {
        if (slot.isEnabled()) {
            return EnableResult.PROFILE_NOT_IN_DISABLED_STATE;
        }
        Optional<ProfileSlot> before = card.state().enabledProfile();
        boolean testProfile = slot.profileClass() == ProfileClass.TEST;
        if (before.filter(enabled -> has(enabled, PprId.PPR1) && !testProfile).isPresent()) {
            return EnableResult.DISALLOWED_BY_POLICY;
        }
        before.ifPresent(this::disableNow);
        slot.setEnabled(true);
        notifications.add(slot, NotificationEvent.NOTIFICATION_ENABLE);
        card.commit();
        return EnableResult.OK;
    }

    /** ES10c.DisableProfile (clause 5.7.17). */
    byte[] disableProfile(Tlv request) {
        Optional<ProfileSlot> found = find(
                request.reader().require(0xA0, "profileIdentifier").reader().next("identifier"));
        DisableResult result = found.map(this::disable).orElse(DisableResult.ICCID_OR_AID_NOT_FOUND);
        return answer(request.tag(), result);
    }

    private DisableResult disable(ProfileSlot slot) {
        if (!slot.isEnabled()) {
            return DisableResult.PROFILE_NOT_IN_ENABLED_STATE;
        }
        if (has(slot, PprId.PPR1)) {
            return DisableResult.DISALLOWED_BY_POLICY;
        }
        disableNow(slot);
        card.commit();
        return DisableResult.OK;
    }

    /** Disables; a profile that is to be deleted upon it (PPR3) is deleted. */
    private void disableNow(ProfileSlot slot) {
        slot.setEnabled(false);
        notifications.add(slot, NotificationEvent.NOTIFICATION_DISABLE);
        if (has(slot, PprId.PPR3)) {
            deleteNow(slot);
        }
    }

    /** ES10c.DeleteProfile (clause 5.7.18). */
    byte[] deleteProfile(Tlv request) {
        DeleteResult result =
                find(request.reader().next("identifier")).map(this::delete).orElse(DeleteResult.ICCID_OR_AID_NOT_FOUND);
        return answer(request.tag(), result);
    }

    private DeleteResult delete(ProfileSlot slot) {
        if (slot.isEnabled()) {
            return DeleteResult.PROFILE_NOT_IN_DISABLED_STATE;
        }
        if (has(slot, PprId.PPR2)) {
            return DeleteResult.DISALLOWED_BY_POLICY;
        }
        deleteNow(slot);
        card.commit();
        return DeleteResult.OK;
    }

    private void deleteNow(ProfileSlot slot) {
        card.state().remove(slot);
        notifications.add(slot, NotificationEvent.NOTIFICATION_DELETE);
    }

    /** ES10c.eUICCMemoryReset (clause 5.7.19): policy rules do not hold it back. */
    byte[] memoryReset(Tlv request) {
        Set<ResetOption> options =
                NamedBit.decode(ResetOption.class, request.reader().require(0x82, "resetOptions"));
        EuiccState state = card.state();
        List<ProfileSlot> doomed = state.profiles().stream()
                .filter(slot -> options.contains(
                        slot.profileClass() == ProfileClass.TEST
                                ? ResetOption.DELETE_FIELD_LOADED_TEST_PROFILES
                                : ResetOption.DELETE_OPERATIONAL_PROFILES))
                .toList();
        doomed.forEach(this::deleteNow);
        boolean address = options.contains(ResetOption.RESET_DEFAULT_SMDP_ADDRESS)
                && !state.defaultDpAddress().equals(card.configuration().defaultDpAddress());
        if (address) {
            state.setDefaultDpAddress(card.configuration().defaultDpAddress());
        }
        if (doomed.isEmpty() && !address) {
            return answer(request.tag(), ResetResult.NOTHING_TO_DELETE);
        }
        card.commit();
        return answer(request.tag(), ResetResult.OK);
    }

    /** ES10c.SetNickname (clause 5.7.21). */
    byte[] setNickname(Tlv request) {
        Iccid iccid = Iccid.decode(request.reader().require(ICCID, "iccid"));
        String nickname = request.child(0x90)
                .orElseThrow(() -> new DecodeException("profileNickname", request.offset(), "is missing"))
                .utf8(64);
        Optional<ProfileSlot> slot = card.state().profile(iccid);
        slot.ifPresent(found -> {
            found.setNickname(nickname);
            card.commit();
        });
        return answer(request.tag(), slot.isPresent() ? SetNicknameResult.OK : SetNicknameResult.ICCID_NOT_FOUND);
    }

    private Optional<ProfileSlot> find(Tlv identifier) {
        return switch (identifier.tag()) {
            case ICCID -> card.state().profile(Iccid.decode(identifier));
            case ISDP_AID -> card.state().profile(identifier.octets(1, 16));
            default -> throw new DecodeException("profileIdentifier", identifier.offset(), "is neither AID nor ICCID");
        };
    }

    private static boolean has(ProfileSlot slot, PprId rule) {
        return slot.metadata().profilePolicyRules().contains(rule);
    }

    private static byte[] answer(int tag, NamedNumber result) {
        return new TlvWriter().number(0x80, result).wrap(tag);
    }
}
