package org.mintline.device.factory.device;

import java.util.List;
import java.util.Optional;
import org.mintline.device.lpa.Es10;
import org.mintline.device.lpa.LpaException;
import org.mintline.rsp.apdu.ApduChannel;
import org.mintline.rsp.apdu.ApduException;
import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.ProfileInstallationResultData;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.tlv.DecodeException;

/**
 * The device's way to the ISD-R of its eUICC. The ISD-R is authenticated by its EID, which is that of the device; what authenticates the
 * server to the ISD-R are the first packets of an image.
 */
final class EuiccAccess {
    private static final int FIRST_OF_RESULT = 0xBF;
    private static final int SECOND_OF_RESULT = 0x37;

    private final EuiccSlot slot;
    private final Eid eid;

    /**
     * @param eid what the eUICC has to answer
     */
    EuiccAccess(EuiccSlot slot, Eid eid) {
        this.slot = slot;
        this.eid = eid;
    }

    /** Resets the eUICC, as at every boot. */
    void reset() {
        slot.reset();
    }

    /**
     * Selects the ISD-R on the basic channel.
     *
     * @throws EuiccException if there is none, or it is that of another eUICC
     */
    ApduChannel selectIsdr() {
        return guarded(() -> {
            try (Es10 es10 = new Es10(slot::transmit)) {
                if (!es10.getEid().equals(eid)) {
                    throw new EuiccException("the eUICC is not that of this device", null);
                }
            }
            ApduChannel channel = new ApduChannel(slot::transmit, 0);
            ResponseApdu selected = channel.select(Commands.isdrAid());
            if (!selected.isOk()) {
                throw new EuiccException("the ISD-R cannot be selected: " + selected, null);
            }
            return channel;
        });
    }

    /** The notifications that wait in the eUICC. */
    List<PendingNotification> notifications() {
        return guarded(() -> {
            try (Es10 es10 = new Es10(slot::transmit)) {
                return es10.retrieveNotificationsList();
            }
        });
    }

    /** Whether a profile is on the eUICC. */
    boolean hasProfile(Iccid iccid) {
        return guarded(() -> {
            try (Es10 es10 = new Es10(slot::transmit)) {
                return es10.getProfilesInfo().stream()
                        .anyMatch(
                                profile -> profile.iccid().filter(iccid::equals).isPresent());
            }
        });
    }

    /** The result in an answer, if it is one. */
    static Optional<ProfileInstallationResult> resultIn(byte[] answer) {
        if (answer.length < 2 || (answer[0] & 0xFF) != FIRST_OF_RESULT || answer[1] != SECOND_OF_RESULT) {
            return Optional.empty();
        }
        try {
            return Optional.of(ProfileInstallationResult.decode(answer));
        } catch (DecodeException e) {
            throw new EuiccException("the eUICC gives a result that cannot be read", e);
        }
    }

    /** Why the eUICC did not install, in plain words; empty if it did. */
    static Optional<ErrorReason> errorIn(ProfileInstallationResult result) {
        ProfileInstallationResultData data = result.profileInstallationResultData();
        return data.finalResult() instanceof FinalResult.ErrorResult error
                ? Optional.of(error.errorReason())
                : Optional.empty();
    }

    private interface Asking<T> {
        T ask();
    }

    private static <T> T guarded(Asking<T> asking) {
        try {
            return asking.ask();
        } catch (LpaException | ApduException | DecodeException e) {
            throw new EuiccException("the eUICC does not answer as it should: " + e.getMessage(), e);
        }
    }
}
