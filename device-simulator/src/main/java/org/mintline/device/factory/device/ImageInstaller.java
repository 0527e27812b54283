package org.mintline.device.factory.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.mintline.device.factory.protocol.InstallationMode;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.protocol.InstallationReport.Outcome;
import org.mintline.device.factory.protocol.RefusedException;
import org.mintline.rsp.apdu.ApduChannel;
import org.mintline.rsp.apdu.ApduException;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.rsp.image.ProfileImageException;
import org.mintline.rsp.image.ProfileImageReader;
import org.mintline.rsp.tlv.DecodeException;

/**
 * The first mode: installs the image of the security area at boot.
 *
 * <p>The eUICC takes a whole package or nothing of it. So after a cut of the power there are two cases: it has the profile, which its
 * notifications and its list of profiles tell; or it has nothing, and the installation starts over from the first packet.
 */
final class ImageInstaller {
    /** How often an installation is begun at most. */
    static final int MAXIMUM_ATTEMPTS = 5;

    private final ImageStore store;
    private final ImageCheck check;
    private final Ledger ledger;
    private final EuiccAccess euicc;

    ImageInstaller(ImageStore store, ImageCheck check, Ledger ledger, EuiccAccess euicc) {
        this.store = store;
        this.check = check;
        this.ledger = ledger;
        this.euicc = euicc;
    }

    /**
     * Installs the image, if there is one that counts and the mode is the first.
     *
     * @return how it ended, if it did
     * @throws EuiccException if the eUICC cannot be used at all; the image stays
     */
    Optional<InstallationReport> run(DeviceMode mode) {
        forgetWhatIsDone();
        if (mode.mode() != InstallationMode.IMAGE) {
            return Optional.empty();
        }
        Optional<StoredImage> image = store.image().filter(StoredImage::isCommitted);
        if (image.isEmpty()) {
            return Optional.empty();
        }
        InstallationReport report = install(image.get(), mode);
        ledger.add(report);
        store.remove();
        return Optional.of(report);
    }

    /** An image whose report is in the ledger is done with, even if the power was cut before it was removed, or while it was. */
    private void forgetWhatIsDone() {
        boolean done = store.image()
                .filter(image -> ledger.knows(image.transfer().imageIdentifier()))
                .isPresent();
        if (done) {
            store.remove();
        }
        store.removeLeftOvers();
    }

    private InstallationReport install(StoredImage image, DeviceMode mode) {
        try {
            ProfileImageReader reader = check.open();
            check.requireSuitable(reader.metadata(), mode);
            return install(image, reader);
        } catch (RefusedException e) {
            return report(image, Optional.empty(), Outcome.FAILED, e.getMessage(), Optional.empty());
        } catch (ProfileImageException e) {
            return report(
                    image, Optional.empty(), Outcome.FAILED, "the image is refused: " + e.reason(), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("the security area cannot be read", e);
        }
    }

    private InstallationReport install(StoredImage image, ProfileImageReader reader) throws IOException {
        ImageMetadata metadata = reader.metadata();
        ApduChannel isdr = euicc.selectIsdr();
        if (image.attempts() > 0) {
            Optional<InstallationReport> before = endedBefore(image, metadata.iccid());
            if (before.isPresent()) {
                return before.get();
            }
        }
        if (image.attempts() >= MAXIMUM_ATTEMPTS) {
            String detail = "given up: the power was cut during " + image.attempts() + " installations";
            return report(image, Optional.of(metadata.iccid()), Outcome.FAILED, detail, Optional.empty());
        }
        store.beginInstallation(lastNotification());
        return load(image, reader, isdr);
    }

    private InstallationReport load(StoredImage image, ProfileImageReader reader, ApduChannel isdr) throws IOException {
        Optional<Iccid> iccid = Optional.of(reader.metadata().iccid());
        for (Optional<byte[]> packet = reader.nextPacket(); packet.isPresent(); packet = reader.nextPacket()) {
            ResponseApdu response;
            try {
                response = isdr.transmit(CommandApdu.decode(packet.get()));
            } catch (DecodeException | ApduException e) {
                return report(image, iccid, Outcome.FAILED, "a packet or its answer is no APDU", Optional.empty());
            }
            Optional<ProfileInstallationResult> result = EuiccAccess.resultIn(response.data());
            if (result.isPresent()) {
                return ofResult(image, iccid, result.get());
            }
            if (!response.isOk()) {
                String detail = "the eUICC refuses a packet: " + response;
                return report(image, iccid, Outcome.FAILED, detail, Optional.empty());
            }
        }
        return report(image, iccid, Outcome.FAILED, "the eUICC took all packets and gives no result", Optional.empty());
    }

    /** What the eUICC says of an installation that was begun here before the power was cut. */
    private Optional<InstallationReport> endedBefore(StoredImage image, Iccid iccid) {
        Optional<ProfileInstallationResult> result = euicc.notifications().stream()
                .filter(notification -> notification.notificationMetadata().seqNumber() > image.notificationsBefore())
                .filter(ProfileInstallationResult.class::isInstance)
                .map(ProfileInstallationResult.class::cast)
                .filter(candidate -> candidate
                        .notificationMetadata()
                        .iccid()
                        .filter(iccid::equals)
                        .isPresent())
                .filter(candidate -> !EuiccAccess.errorIn(candidate)
                        .filter(ErrorReason.INSTALL_FAILED_DUE_TO_INTERRUPTION::equals)
                        .isPresent())
                .findFirst();
        if (result.isPresent()) {
            return Optional.of(ofResult(image, Optional.of(iccid), result.get()));
        }
        return euicc.hasProfile(iccid)
                ? Optional.of(report(
                        image, Optional.of(iccid), Outcome.INSTALLED, "found installed after a cut", Optional.empty()))
                : Optional.empty();
    }

    private long lastNotification() {
        return euicc.notifications().stream()
                .map(PendingNotification::notificationMetadata)
                .mapToLong(metadata -> metadata.seqNumber())
                .max()
                .orElse(0);
    }

    private static InstallationReport ofResult(
            StoredImage image, Optional<Iccid> iccid, ProfileInstallationResult result) {
        Optional<ErrorReason> error = EuiccAccess.errorIn(result);
        return report(
                image,
                iccid,
                error.isPresent() ? Outcome.FAILED : Outcome.INSTALLED,
                error.map(reason -> "the eUICC refuses the profile: " + reason).orElse("installed"),
                Optional.of(result.encoded()));
    }

    private static InstallationReport report(
            StoredImage image, Optional<Iccid> iccid, Outcome outcome, String detail, Optional<byte[]> result) {
        return new InstallationReport(image.transfer().imageIdentifier(), iccid, outcome, detail, result);
    }
}
