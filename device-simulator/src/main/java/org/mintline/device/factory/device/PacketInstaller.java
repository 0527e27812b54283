package org.mintline.device.factory.device;

import java.util.Optional;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.protocol.InstallationReport.Outcome;
import org.mintline.rsp.apdu.ApduChannel;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.image.ImageHeader;

/**
 * The second mode: installs from packets as they come, whatever carries them. Nothing of it is kept: after a cut of the power they come
 * anew from the first. For one thread.
 */
final class PacketInstaller {
    private final EuiccAccess euicc;
    private final Ledger ledger;
    private final Randomness randomness;
    private ApduChannel isdr;

    PacketInstaller(EuiccAccess euicc, Ledger ledger, Randomness randomness) {
        this.euicc = euicc;
        this.ledger = ledger;
        this.randomness = randomness;
    }

    /**
     * Begins with the first packet.
     *
     * @throws EuiccException if the eUICC cannot be used
     */
    void begin() {
        isdr = euicc.selectIsdr();
    }

    boolean isBegun() {
        return isdr != null;
    }

    /**
     * Passes a packet on to the eUICC.
     *
     * @return what it answers; its result also goes to the ledger
     * @throws org.mintline.rsp.tlv.DecodeException if the packet is no command APDU
     */
    ResponseApdu packet(byte[] packet) {
        ResponseApdu response = isdr.transmit(CommandApdu.decode(packet));
        Optional<ProfileInstallationResult> result = EuiccAccess.resultIn(response.data());
        if (result.isPresent()) {
            ledger.add(report(result.get()));
            isdr = null;
        }
        return response;
    }

    private InstallationReport report(ProfileInstallationResult result) {
        Optional<ErrorReason> error = EuiccAccess.errorIn(result);
        return new InstallationReport(
                randomness.octets(ImageHeader.IDENTIFIER_LENGTH),
                result.notificationMetadata().iccid(),
                error.isPresent() ? Outcome.FAILED : Outcome.INSTALLED,
                error.map(reason -> "the eUICC refuses the profile: " + reason).orElse("installed from packets"),
                Optional.of(result.encoded()));
    }
}
